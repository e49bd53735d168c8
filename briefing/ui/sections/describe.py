"""The sentences about a row: what a tooltip shows and a screen reader says."""

from __future__ import annotations

from html import escape

from briefing.ui import claim_kinds
from briefing.ui.sections.rows import PointRow, SectionRow

_MOST_CLAIMS = 4
"""Sentences of a point of which a tooltip tells who vouches for them."""


def tooltip(row: SectionRow | PointRow) -> str:
    """Rich text, so that long lines wrap."""
    if isinstance(row, SectionRow):
        parts = [f"<b>{escape(row.name)}</b>", escape(counted(row))]
        if not row.taken:
            parts.append("Left out of the briefing.")
        elif row.empty:
            parts.append("Nothing of it is in the briefing yet: tick the sentences you want.")
        if row.key:
            parts.append(f"In the article, key {row.key} gives it the selected text.")
        return _paragraphs(parts)
    parts = [escape(row.text)]
    if row.wording is not None:
        parts.append(f"<i>In the article:</i> {escape(row.facts.text)}")
    parts += [claim_kinds.tip(each) for each in row.facts.claims[:_MOST_CLAIMS]]
    parts.append(f"<i>Why it is here:</i> {escape(row.cue or 'you put it here.')}")
    return _paragraphs(parts)


def spoken(row: SectionRow | PointRow, section: SectionRow | None) -> str:
    """What the eye sees of a row, in words."""
    taken = "taken" if row.taken else "left out"
    if isinstance(row, SectionRow):
        key = f", key {row.key}" if row.key else ""
        return f"Section {row.name}, {taken}, {counted(row)}{key}"
    parts = [row.text, taken, f"in {section.name}" if section else "", *details(row)]
    return ", ".join(each for each in parts if each)


def details(row: PointRow) -> tuple[str, ...]:
    """What stands small under a point, the badge apart."""
    facts = row.facts
    return tuple(
        each
        for each in (
            facts.mark,
            row.kind.value if row.kind else "",
            "set by hand" if facts.by_hand else "",
            "reworded" if row.wording is not None else "",
            ", ".join(facts.speakers),
        )
        if each
    )


def counted(row: SectionRow) -> str:
    if not row.count:
        return "no sentences yet"
    return f"{row.count_taken} of {row.count} {'sentence' if row.count == 1 else 'sentences'} taken"


def _paragraphs(parts: list[str]) -> str:
    return "".join(f"<p>{each}</p>" for each in parts)
