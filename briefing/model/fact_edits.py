"""What a person can do to facts: correct them, and put them into the briefing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.model.cleaning import clean_line
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.draft import Draft
from briefing.model.span import Source

_ANSWERS = (Act.NAME, Act.ROLE, Act.KIND, Act.VALUE, Act.SPEAKER, Act.DISMISS)
"""Acts of which the later one on the same target takes the place of the earlier."""


def correct(draft: Draft, *corrections: Correction) -> Draft:
    """Add corrections; those of articles that are not on the desk are passed over.

    What is dismissed goes out of the briefing. Of an entity that loses the mention it stands in
    the briefing by, ``other`` is one that it keeps.
    """
    for each in corrections:
        if each.target.article not in draft.articles:
            continue
        new = replace(each, value=clean_line(each.value))
        rows = draft.rows
        if new.act is Act.DISMISS:
            rows = tuple(row for row in rows if not _is_about(row, new))
        elif new.act is Act.SPLIT and new.other is not None:
            kept = new.other
            rows = tuple(replace(row, source=kept) if _is_about(row, new) else row for row in rows)
        draft = replace(draft, corrections=(*_without(draft.corrections, new), new), rows=rows)
    return draft


def restore(draft: Draft, *corrections: Correction) -> Draft:
    """Take corrections back, as if they had never been made."""
    kept = tuple(each for each in draft.corrections if each not in corrections)
    return replace(draft, corrections=kept)


def dismissed(draft: Draft, article: str) -> tuple[Correction, ...]:
    """The corrections that dismiss something found in an article."""
    return tuple(
        each
        for each in draft.corrections
        if each.act is Act.DISMISS and each.target.article == article
    )


# ---------------------------------------------------------------- rows of the briefing


def add_row(draft: Draft, *rows: Row) -> Draft:
    """Put facts into the briefing, each before the rows that come later in the articles."""
    order = {id: place for place, id in enumerate(draft.articles)}

    def place(row: Row) -> tuple[int, Source, str, str]:
        return order[row.source.article], row.source, row.fact, row.key

    there = set(draft.rows)
    new = {each for each in rows if each not in there and each.source.article in order}
    merged: list[Row] = []
    at = 0
    for each in sorted(new, key=place):
        while at < len(draft.rows) and place(draft.rows[at]) <= place(each):
            merged.append(draft.rows[at])
            at += 1
        merged.append(each)
    return replace(draft, rows=(*merged, *draft.rows[at:])) if new else draft


def remove_row(draft: Draft, *rows: Row) -> Draft:
    gone = set(rows)
    return replace(draft, rows=tuple(each for each in draft.rows if each not in gone))


def _without(corrections: tuple[Correction, ...], new: Correction) -> Iterator[Correction]:
    """Those that a new one does not take the place of.

    Entities are joined and split in between, and then are others: what came before that stays.
    """
    answers = new.act in _ANSWERS
    since = 0
    if new.fact is Fact.ENTITY:
        parted = (n for n, each in enumerate(corrections) if each.act in (Act.JOIN, Act.SPLIT))
        since = max(parted, default=-1) + 1
    for place, old in enumerate(corrections):
        same = (new.act, new.fact, new.target) == (old.act, old.fact, old.target)
        same = same and (new.fact is not Fact.GAP or new.value == old.value)
        if not (answers and same and place >= since):
            yield old


def _is_about(row: Row, correction: Correction) -> bool:
    key = correction.value if correction.fact is Fact.GAP else ""
    return (row.fact, row.source, row.key) == (correction.fact, correction.target, key)
