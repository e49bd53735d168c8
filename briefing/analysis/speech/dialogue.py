"""Speech without quotation marks: the lines of an interview, a statement set as a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from briefing.analysis.speech.cast import Cast
from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.tokens import known
from briefing.model.article import Article, Paragraph, Role
from briefing.model.span import Span

_LABEL = re.compile(
    r"(?:[A-Z]+ [–—-] )?"
    r"(?:([^\W\d_](?:[\w.’' -]{0,38}[\w.])?)\s?(?:\([^():]{1,60}\)\s?)?:|([QA])\s?[.–—])\s+(?=\S)"
)
MARKS = "\"“«„‘'»‚‹-–—•*"
"""What begins a line of speech with marks, or of a list."""


class Line(NamedTuple):
    """What somebody says in a paragraph of its own."""

    quote: Quote
    label: str
    """Who, as the line says."""
    label_span: Span
    is_question: bool
    """Whether it is the interviewer's, who has no name."""


def lines(article: Article) -> dict[str, Line]:
    """The lines of an interview by their paragraphs; empty where the article has none."""
    found: list[tuple[Paragraph, re.Match[str]]] = []
    for paragraph in article.paragraphs:
        if paragraph.role is Role.BODY:
            label = _LABEL.match(article.text, paragraph.span.start, paragraph.span.end)
            if label is not None:
                found.append((paragraph, label))
    counted = Counter(label[1] or label[2] for _, label in found)
    asked = known("interview.questions")
    answered = known("interview.answers")
    speaks = {
        each
        for each, count in counted.items()
        if each.casefold() in asked
        or each.casefold() in answered
        or (count > 1 and _is_name(each))
        or (each.isupper() and _is_name(each))
    }
    if speaks:
        speaks |= {each for each in counted if _is_name(each) and _is_titled(each)}
    speaks -= {each for each in speaks if each.casefold() in known("interview.notes")}
    if sum(counted[each] for each in speaks) < 2:
        return {}
    result: dict[str, Line] = {}
    for paragraph, label in found:
        span = Span(label.end(), paragraph.span.end).trimmed(article.text)
        name = label[1] or label[2]
        if name not in speaks or span is None or not any(map(str.isalnum, span.of(article.text))):
            continue
        if article.text[span.start] in MARKS:
            continue  # the marks say it themselves
        quote = Quote(span, span, paragraph.id, True, False)
        where = Span(*label.span(label.lastindex or 1))
        is_question = name.casefold() in asked
        result[paragraph.id] = Line(quote, name, where, is_question)
    return result


def _is_titled(label: str) -> bool:
    return label.split()[0].casefold().rstrip(".") in known("speakers.courtesy")


def _is_name(label: str) -> bool:
    parts = label.split()
    return len(parts) <= 4 and all(each[0].isupper() for each in parts)


def interviewee(cast: Cast, before: int) -> int | None:
    """Who answers: the one person named before the first question."""
    people = {n for _, _, n in cast.mentioned(0, before) if cast.members[n].is_person}
    return next(iter(people)) if len(people) == 1 else None
