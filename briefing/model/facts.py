"""What an article says of people, places, days and words, and what it leaves open.

Analysis finds these; each is a place in the text and the cue that gave it away.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.span import Span


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    """Also a government that is called by its capital or country: "Washington has supplied"."""
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    span: Span
    cue: str
    """The rule that found it and its words; why it is the same as the others."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name, and every place where the article means it."""

    kind: EntityKind
    name: str
    """The fullest form in the article, without title: ``Mark Milley``."""
    mentions: tuple[Mention, ...]
    """In the order of the text; never empty. No span is a mention of two entities."""
    cue: str
    """Why it is of its kind."""
    role: str | None = None
    """What the article says the person is, in its words: ``Chairman of the Joint Chiefs``."""
    note: str = ""
    """What the gazetteer knows: ``capital of Finland``, ``government of the United States``."""

    @property
    def first(self) -> Span:
        return self.mentions[0].span


class DateKind(StrEnum):
    POINT = "point"
    """A day, month, year, time of day: it has a place on the calendar."""
    DURATION = "duration"
    SET = "set"
    """What recurs: "every Monday"."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    span: Span
    kind: DateKind
    value: str | None
    """ISO 8601 at the precision known: ``2021-09-22``, ``2021-04``, ``P20M``, with X for digits
    nobody says (``200X``, ``XXXX-12-05``) and ``a/b`` for an interval; where it has no name, that
    of TIMEX3: ``2021-SU``, ``2021-Q3``, ``2021-W38-WE``, ``2021-09-22TEV``, ``FY2023``. None where
    it takes the day of publication, which is not known, or cannot be said: "now"."""
    cue: str
    """The rule, and what it was reckoned from."""
    doubt: str = ""
    """What it does not fit, as a sentence; empty for nothing."""
    of_writing: bool = False
    """Whether it tells when the article was written, and of no event."""


@dataclass(frozen=True, slots=True)
class Quotation:
    span: Span
    """Between the marks. A quotation that its speaker parts is two."""
    paragraph: str
    speaker: str | None
    """As the article names them most fully, without role; None where that is not certain."""
    cue: str
    role: str | None = None
    """What the article says the speaker is."""
    named: Span | None = None
    """Where the article names the speaker of it: the name, title or pronoun."""
    candidates: tuple[str, ...] = ()
    """Who it may be, where nobody is certain."""
    continues: Span | None = None
    """The quotation before that it goes on from."""


class GapKind(StrEnum):
    NO_DATE = "no date"
    NO_OUTLET = "no outlet"
    ONE_SIDE = "one side only"
    WITHHELD = "withheld"
    NO_SOURCE = "figure without a source"
    SINGLE_SOURCE = "single source"
    UNEXPLAINED = "unexplained name"


@dataclass(frozen=True, slots=True)
class Gap:
    """What a principal would ask, and the article does not say."""

    kind: GapKind
    text: str
    """A sentence."""
    spans: tuple[Span, ...] = ()
    """The words it is about; empty where it is about the whole article."""
    cue: str = ""

    @property
    def first(self) -> Span:
        return self.spans[0] if self.spans else Span(0, 0)
