"""What the panel shows of a desk: the list that is chosen, the part of it in view, its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import listing
from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import Act, Correction, Fact, List, Row
from briefing.model.draft import Draft
from briefing.model.facts import DateKind, Entity
from briefing.model.listing import FACTS
from briefing.model.span import Source
from briefing.ui.facts import lists
from briefing.ui.facts.describe import dismissed_words
from briefing.ui.facts.lists import Entries, Entry, Item
from briefing.ui.facts.rows import FactRow, RowMaker
from briefing.ui.sections.rows import Facts as Sources

PAGE = 1000
"""Rows and headings of a long list that are shown together: each is measured when it wraps."""


class Contents:
    def __init__(self) -> None:
        self.draft = Draft()
        self.articles: tuple[Article, ...] = ()
        self.found: tuple[Annotations, ...] = ()
        self.which = List.PEOPLE
        self.kind: ClaimKind | None = None
        """Of the claims that are shown; None for all."""
        self.entries = Entries(())
        self.shown: Sequence[Entry] = ()
        """The page in view; the same object as long as nothing in it came or went."""
        self.page = 0
        """From 0."""
        self._sources = Sources((), ())

    def set_work(
        self, draft: Draft, articles: tuple[Article, ...], found: tuple[Annotations, ...]
    ) -> bool:
        """Whether something else was found than before: then ``derive`` is due."""
        same_articles = _identical(articles, self.articles)
        same = same_articles and _identical(found, self.found)
        if not same_articles:
            self._sources = Sources(articles, ())
            if not _bytes(articles) & _bytes(self.articles):
                self.kind, self.page = None, 0  # another desk
        self.draft, self.articles, self.found = draft, articles, found
        return not same

    # The list

    def derive(self) -> None:
        """Find out anew what stands in the list."""
        kind = self.kind if self.which is List.CLAIMS else None
        self.entries = lists.entries(self.which, self.articles, self.found, kind)
        self.show_page(self.page)

    def choose(self, which: List, kind: ClaimKind | None) -> None:
        """Another list, from its start."""
        self.which, self.kind, self.page = which, kind, 0
        self.derive()

    def show_page(self, page: int) -> None:
        self.page = max(0, min(page, self.pages - 1))
        self.shown = self.entries[self.page * PAGE : (self.page + 1) * PAGE]

    @property
    def pages(self) -> int:
        return -(-len(self.entries) // PAGE)

    @property
    def maker(self) -> RowMaker:
        return RowMaker(self.draft, self.articles, self.found, self._sources)

    def missing(self) -> tuple[Row, ...]:
        """The rows of all its pages that are not in the briefing yet."""
        there = set(self.draft.rows)
        return tuple(
            row
            for each in self.entries.items()
            if there.isdisjoint(self._rows(row := self._row(each), each))
        )

    # What is told of it

    def empty_words(self) -> tuple[str, str]:
        """A title and a sentence for when nothing is in the list."""
        if not self.articles:
            return "", "What an article says appears here once one is open."
        if not all(each.complete for each in self.found):
            return "", "The facts are not found yet."
        if self.which is List.CLAIMS and self.kind is not None:
            return f"No claims are {self.kind.value}", "Choose another kind above."
        title, text = lists.EMPTY[self.which]
        where = "this article" if len(self.articles) == 1 else "these articles"
        return title, text.format(where=where)

    def taken(self) -> tuple[Row, ...]:
        """Rows of the briefing that stand in the list."""
        fact = FACTS[self.which]
        rows = tuple(each for each in self.draft.rows if each.fact is fact)
        if not rows or (fact is not Fact.ENTITY and not (fact is Fact.CLAIM and self.kind)):
            return rows
        here = {it for each in self.entries.items() for it in self._rows(self._row(each), each)}
        return tuple(each for each in rows if each in here)

    def dismissed(self) -> list[tuple[Correction, str]]:
        """What was dismissed of the kind of this list, each with a word for it."""
        texts = {each.id: each.text for each in self.articles}
        found: list[tuple[Correction, str]] = []
        for each in self.draft.corrections:
            text = texts.get(each.target.article)
            if each.act is Act.DISMISS and each.fact is FACTS[self.which] and text is not None:
                words = " ".join(each.target.span.of(text).split())
                found.append((each, dismissed_words(each, words)))
        return found

    def without_day(self) -> dict[str, int]:
        """In the timeline: dates that wait for a day of publication, by id of the article."""
        if self.which is not List.TIMELINE:
            return {}
        waiting = {
            one.article: sum(
                each.value is None and each.kind is DateKind.POINT for each in one.dates
            )
            for one in self.found
            if self.draft.card(one.article).published is None
        }
        return {id: count for id, count in waiting.items() if count}

    def named(self, row: FactRow | None) -> Sequence[Entity]:
        """Everything that has a name in the article of a row."""
        return next(
            (each.entities for each in self.found if row and each.article == row.source.article),
            (),
        )

    def mark(self, place: Source) -> str:
        """The ¶ that a place stands in."""
        return self._sources.of(place).mark

    def _row(self, item: Item) -> Row:
        return listing.row(self.found[item.article], item.thing)

    @staticmethod
    def _rows(row: Row, item: Item) -> list[Row]:
        """By which a thing may be in the briefing: a name by any mention, since it was joined."""
        if not isinstance(item.thing, Entity):
            return [row]
        article = row.source.article
        return [replace(row, source=Source(article, it.span)) for it in item.thing.mentions]


def _identical(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """The very same values: comparing whole articles letter for letter would take long."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _bytes(articles: tuple[Article, ...]) -> set[str]:
    """They stay the same when an article is read another way, unlike its id."""
    return {each.sha256 for each in articles}
