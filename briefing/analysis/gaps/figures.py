"""Figures that the reporter gives as their own: who counted is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.lexicon import either, words
from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import BY_HAND, Article, Role
from briefing.model.facts import Gap, GapKind
from briefing.model.span import Span, overlapping, union
from briefing.progress import Checkpoint

_NEAR = 30
"""Characters before a number that are looked at."""
_SMALL = 10
"""Below this a number counts what anybody can see: two sides, three men."""


def find(article: Article, found: Annotations, checkpoint: Checkpoint) -> Iterator[Gap]:
    roles = {each.id: each.role for each in article.paragraphs}
    names = union(each.span for entity in found.entities for each in entity.mentions)
    for done, claim in enumerate(found.claims):
        checkpoint(done, len(found.claims))
        nobody = claim.kind in (ClaimKind.REPORTED, ClaimKind.INFERENCE)
        if not nobody and not (claim.cue == BY_HAND and claim.speaker is None):
            continue
        sentence = found.sentence(claim.sentence)
        if roles[sentence.paragraph] is not Role.BODY:
            continue
        start, text = sentence.span.start, sentence.span.of(article.text)
        for match in _figure().finditer(text):
            span = Span(start + match.start(), start + match.end())
            number = span if match["vague"] else Span(*(start + at for at in match.span("number")))
            if _counts(match, text) and not _is_taken(found, names, number):
                span = Span(span.start, start + _end(match))
                said = f"No source is given for “{span.of(article.text)}”."
                yield Gap(GapKind.NO_SOURCE, said, (span,), "a figure, and nobody who gave it")


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether a figure is an amount: large, rounded or with a unit, and no name or time."""
    if match["vague"]:
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()].rstrip().rsplit(maxsplit=1)
    if before and before[-1].strip("(“\"'").lower() in words("gaps", "figures.not_after"):
        return False
    if not match["thing"]:
        return bool(match["unit"] or match["money"] or match["scale"])
    if match["thing"].lower() in words("gaps", "figures.not"):
        return False
    number = float(match["number"].replace(",", ""))
    is_year = re.fullmatch(r"1[5-9]\d\d|20\d\d", match["number"]) and not match["about"]
    sized = match["unit"] or match["money"] or match["scale"] or match["about"]
    return not is_year and bool(sized or number >= _SMALL)


def _end(match: re.Match[str]) -> int:
    """Without what only leads on: "12 per cent" of it, "5%" to 6."""
    thing = match["thing"]
    leads_on = thing and thing.lower() in words("gaps", "figures.leading_on")
    if match["scale"]:
        return match.end("scale")
    if leads_on or (thing and match["unit"]):
        return match.end("unit") if match["unit"] else match.end("number")
    return match.end()


def _is_taken(found: Annotations, names: Sequence[Span], number: Span) -> bool:
    """Whether it is a date, a part of a name, or what somebody is quoted as saying."""
    taken = overlapping(found.dates, number) or overlapping(found.quotations, number)
    return bool(taken or overlapping(names, number, lambda each: each))


@cache
def _figure() -> re.Pattern[str]:
    about = either(words("gaps", "figures.about"))
    scale = either(words("gaps", "figures.scales"))
    vague = either(words("gaps", "figures.vague"))
    # "100,000 Russian troops": an adjective with a capital needs its noun.
    thing = r"(?:\s+(?P<thing>(?-i:[A-Z])[\w’'-]*\s+(?-i:[a-z])[\w’'-]+|[^\W\d_][\w’'-]*))?"
    return re.compile(
        rf"(?<![\w.,/:-])(?:(?P<about>{about})\s+)?"
        rf"(?:(?P<vague>{vague})\s+[^\W\d_][\w’'-]*"
        rf"|(?P<money>[$€£¥]|US\$)?(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)(?![\w/:-]|[.,]\d)"
        rf"(?P<unit>\s?%)?(?:\s+(?P<scale>{scale})\b)?{thing})",
        re.IGNORECASE,
    )
