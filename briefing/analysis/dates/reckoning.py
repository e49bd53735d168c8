"""Values of expressions: against the day of publication and what was said before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from briefing.analysis.dates import doubting, nights, rules, tense
from briefing.analysis.dates.calendar import Partial
from briefing.analysis.dates.forms import Basis, Direction, Form, Reckoned
from briefing.analysis.dates.vocabulary import folded, single
from briefing.model.article import Article
from briefing.model.facts import DateExpression, DateKind
from briefing.model.span import Span

_PARAGRAPHS_BACK = 1
"""How far a date mentioned before may be to be reckoned from."""
_CLOSE = 40
"""Characters between a time of day and its day."""
_JOINED = 8
"""Characters between two dates that share their year."""


def reckon(
    article: Article, found: Sequence[tuple[Span, DateKind | None]], published: date | None
) -> tuple[DateExpression, ...]:
    """Each span with its value; one that is given a kind keeps it, and one without a meaning of
    its own has no value. The spans are in the order of the text."""
    text = article.text
    reckoner = _Reckoner(article, published)
    readings = [(span, kind, rules.read(span.of(text))) for span, kind in found]
    dates: list[DateExpression] = []
    for place, (span, kind, reading) in enumerate(readings):
        if reading is None:
            dates.append(DateExpression(span, kind or DateKind.POINT, None, "no rule reads it"))
            continue
        following = readings[place + 1] if place + 1 < len(readings) else None
        result = reckoner.value(span, reading.form, following)
        cue = f"{reading.label}, {result.why}" if result.why else reading.label
        kind = kind or reading.kind
        dates.append(DateExpression(span, kind, result.value, cue, result.doubt))
        reckoner.seen(span, kind, result)
    return doubting.doubted(article, dates, published)


_Read = tuple[Span, "DateKind | None", "rules.Reading | None"]


class _Reckoner:
    def __init__(self, article: Article, published: date | None) -> None:
        self._text = article.text
        self._starts = [each.span.start for each in article.paragraphs]
        self._published = published
        self._known: list[tuple[Partial, int, int]] = []
        """Dates so far: which, in which paragraph, behind which offset; the last few."""
        self._only_day: Partial | None = None
        """The day that is mentioned, while there is but one."""
        self._one = True
        self._told: nights.Told | None = None

    def value(self, span: Span, form: Form, following: _Read | None) -> Reckoned:
        direction, anchor, joined = Direction.OPEN, None, None
        if form.leans and self._published is not None:
            direction = tense.direction(self._text, span.start, span.end)
        if form.anchor == "T":
            return self._time(span, form, following)
        if form.anchor:
            anchor = self._anchor(span, form.anchor)
        if form.yearless and following is not None:
            joined = self._joined(span, following)
        return form.reckon(Basis(self._published, direction, anchor, joined))

    def _time(self, span: Span, form: Form, following: _Read | None) -> Reckoned:
        behind = self._day_behind(span, following)
        anchor = self._day_before(span) or behind or self._anchor(span, "1D")
        found = form.reckon(Basis(self._published, anchor=anchor))
        before = self._told
        if before is None or self._paragraph(span) - before.paragraph > _PARAGRAPHS_BACK:
            return found
        if behind or any(day.day and end > before.span.end for day, _, end in self._known):
            return found  # a day was named since
        after = nights.next_day(self._text, span, found.value, before)
        if after is None:
            return found
        later = form.reckon(Basis(self._published, anchor=after))
        return later._replace(why=f"{later.why}, in the night after {before.hour}")

    def seen(self, span: Span, kind: DateKind, result: Reckoned) -> None:
        if kind is DateKind.POINT and result.value and (known := Partial.parse(result.value)):
            if known.day:
                self._only_day = known if self._only_day in (None, known) and self._one else None
                self._one = self._only_day is not None
            self._known = [*self._known[-3:], (known, self._paragraph(span), span.end)]
            self._tell(span, result.value)

    def _tell(self, span: Span, value: str) -> None:
        """The last time of day; the day that stands behind it belongs to it."""
        told = nights.told(value, span, self._paragraph(span))
        if told is not None:
            self._told = told
        elif (
            (before := self._told) is not None
            and value == before.day.isoformat()
            and 0 <= span.start - before.span.end <= _CLOSE
            and not _parted(self._text[before.span.end : span.start])
        ):
            self._told = before._replace(span=Span(before.span.start, span.end))

    def _paragraph(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)

    def _anchor(self, span: Span, unit: str) -> Partial | None:
        """The last date mentioned before that is exact enough for the unit, and near."""
        here = self._paragraph(span)
        for known, paragraph, _ in reversed(self._known):
            if here - paragraph > _PARAGRAPHS_BACK:
                break
            if unit[-1] == "Y" or (unit[-1] == "M" and known.month) or known.day:
                return known
        return self._only_day if unit[-1] == "D" else None

    def _day_before(self, span: Span) -> Partial | None:
        """The day a time of day stands by: "Friday at 10 a.m."."""
        if self._known:
            known, _, end = self._known[-1]
            if (
                known.day
                and 0 <= span.start - end <= _CLOSE
                and not _parted(self._text[end : span.start])
            ):
                return known
        return None

    def _day_behind(self, span: Span, following: _Read | None) -> Partial | None:
        """ "10 a.m. on Friday"."""
        if following is not None and 0 <= following[0].start - span.end <= _CLOSE:
            between = self._text[span.end : following[0].start]
            reading = following[2]
            if reading and not _parted(between) and reading.form.day:
                value = self.value(following[0], reading.form, None).value
                found = Partial.parse(value) if value else None
                return found if found and found.day else None
        return None

    def _joined(self, span: Span, following: _Read) -> Partial | None:
        """The date behind it that names a year for both: "March to June 2020"."""
        there, _, reading = following
        if reading is None or reading.form.leans or there.start - span.end > _JOINED:
            return None
        between = folded(self._text[span.end : there.start].strip())
        if between not in single("around.joined"):
            return None
        value = reading.form.reckon(Basis(None)).value
        known = Partial.parse(value) if value else None
        return known if known and known.month else None


def _parted(between: str) -> bool:
    return any(mark in between for mark in ".;\n")
