"""What the person decided. An edit makes a new Draft (``edits.py``), so undo is the one before."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.article import Role, SourceCard
from briefing.model.corrections import Correction, Row
from briefing.model.span import Source


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    name: str
    colour: str
    """``#rrggbb``."""
    taken: bool = True
    """Whether it goes into the briefing."""
    terms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence, or a part of one, under a section."""

    id: str
    section: str
    """Id of its section."""
    source: Source
    wording: str | None = None
    """The person's own words for the briefing; None for the article's, letter for letter."""
    taken: bool = True
    cue: str = ""
    """Why analysis put it there; empty when the person did."""


@dataclass(frozen=True, slots=True)
class Draft:
    articles: tuple[str, ...] = ()
    """Ids, in the order they were opened."""
    cards: tuple[SourceCard, ...] = ()
    """One for each article: what was read, with what the person typed over it."""
    roles: tuple[tuple[str, str, Role], ...] = ()
    """(article, paragraph, role) that the person gave a paragraph, sorted."""
    sections: tuple[Section, ...] = ()
    """In the order of the briefing."""
    points: tuple[Point, ...] = ()
    """Within a section, in the order of the briefing."""
    rejected: tuple[tuple[str, Source], ...] = ()
    """(section, words) that the person took out: a new search does not bring them back."""
    corrections: tuple[Correction, ...] = ()
    """Of what was found, in the order they were made: each sees what those before it did."""
    rows: tuple[Row, ...] = ()
    """Facts that go into the briefing; within a list, in its order."""
    fields: tuple[tuple[str, str], ...] = ()
    """Form fields that were filled in: (id, text), sorted by id, texts never empty."""
    template: str = "briefing-note"
    topic_set: str = ""
    """Id of the topic set that was used to look for sections; empty for none."""
    house: str = "modern"
    """Id of the house style."""
    page: str = ""
    """``A4`` or ``Letter``; empty for the paper of the house style."""
    language: str = "en-GB"
    """BCP 47 tag of the briefing itself."""

    def field(self, id: str) -> str:
        """What was filled in; empty when nothing was."""
        return dict(self.fields).get(id, "")

    def card(self, article: str) -> SourceCard:
        return self.cards[self.articles.index(article)]

    def roles_in(self, article: str) -> dict[str, Role]:
        """The roles that the person gave, by paragraph id."""
        return {paragraph: role for id, paragraph, role in self.roles if id == article}

    def section(self, id: str) -> Section | None:
        return next((each for each in self.sections if each.id == id), None)

    def point(self, id: str) -> Point | None:
        return next((each for each in self.points if each.id == id), None)

    def points_of(self, section: str) -> tuple[Point, ...]:
        return tuple(each for each in self.points if each.section == section)
