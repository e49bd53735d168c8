"""What the panel shows of a desk: the list that is chosen, the part of it in view, its state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article
from briefing.model.corrections import Act, Correction, Fact, Row
from briefing.model.draft import Draft
from briefing.model.facts import DateKind, Entity
from briefing.model.span import Span
from briefing.ui.facts import lists
from briefing.ui.facts.describe import dismissed_words
from briefing.ui.facts.lists import Entries, Entry, FactList, Item
from briefing.ui.facts.rows import FactRow, RowMaker
from briefing.ui.sections.rows import Facts as Sources

PAGE = 1000
"""Rows and headings of a long list that are shown together: each is measured when it wraps."""
_FACTS = {
    FactList.PEOPLE: Fact.ENTITY,
    FactList.PLACES: Fact.ENTITY,
    FactList.TIMELINE: Fact.DATE,
    FactList.QUOTATIONS: Fact.QUOTATION,
    FactList.CLAIMS: Fact.CLAIM,
    FactList.GAPS: Fact.GAP,
}


class Contents:
    def __init__(self) -> None:
        self.draft = Draft()
        self.articles: tuple[Article, ...] = ()
        self.found: tuple[Annotations, ...] = ()
        self.which = FactList.PEOPLE
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
            if not {each.id for each in articles} & {each.id for each in self.articles}:
                self.kind, self.page = None, 0  # another desk
        self.draft, self.articles, self.found = draft, articles, found
        return not same

    # The list

    def derive(self) -> None:
        """Find out anew what stands in the list."""
        kind = self.kind if self.which is FactList.CLAIMS else None
        self.entries = lists.entries(self.which, self.articles, self.found, kind)
        self.show_page(self.page)

    def choose(self, which: FactList, kind: ClaimKind | None) -> None:
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

    def rows(self) -> Iterable[FactRow]:
        """Of all pages."""
        return map(self.maker.make, self.entries.items())

    # What is told of it

    def empty_words(self) -> tuple[str, str]:
        """A title and a sentence for when nothing is in the list."""
        if not self.articles:
            return "", "What an article says appears here once one is open."
        if self.which is FactList.CLAIMS and self.kind is not None:
            return f"No claims are {self.kind.value}", "Choose another kind above."
        title, text = lists.EMPTY[self.which]
        where = "this article" if len(self.articles) == 1 else "these articles"
        return title, text.format(where=where)

    def taken(self) -> tuple[Row, ...]:
        """Rows of the briefing that stand in the list."""
        fact = _FACTS[self.which]
        rows = tuple(each for each in self.draft.rows if each.fact is fact)
        if not rows or (fact is not Fact.ENTITY and not (fact is Fact.CLAIM and self.kind)):
            return rows
        here = {
            (self.found[each.article].article, span)
            for each in self.entries.items()
            for span in self._spans(each)
        }
        return tuple(each for each in rows if (each.source.article, each.source.span) in here)

    def dismissed(self) -> list[tuple[Correction, str]]:
        """What was dismissed of the kind of this list, each with a word for it."""
        texts = {each.id: each.text for each in self.articles}
        found: list[tuple[Correction, str]] = []
        for each in self.draft.corrections:
            text = texts.get(each.target.article)
            if each.act is Act.DISMISS and each.fact is _FACTS[self.which] and text is not None:
                words = " ".join(each.target.span.of(text).split())
                found.append((each, dismissed_words(each, words)))
        return found

    def without_day(self) -> dict[str, int]:
        """In the timeline: dates that wait for a day of publication, by id of the article."""
        if self.which is not FactList.TIMELINE:
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

    def _spans(self, item: Item) -> list[Span]:
        if isinstance(item.thing, Entity):
            return [each.span for each in item.thing.mentions]
        return [self.found[item.article].sentence(item.thing.sentence).span]


def _identical(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """The very same values: comparing whole articles letter for letter would take long."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
