"""Two sides stand at the head of the article, and one of them says nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from briefing import gazetteer
from briefing.lexicon import words
from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article, Role
from briefing.model.facts import EntityKind, Gap, GapKind
from briefing.model.span import Span
from briefing.progress import Checkpoint

_LEAD = 3
"""Paragraphs of the body that tell whom the article is about."""
_MOST_SPEAKERS = 3
_STEPS = 2
"""From a speaker to their role, and to the role of whom that names."""
_WORD = re.compile(r"[^\W_][\w’'.&-]*[\w]\.?|[^\W_]\.?")
_ARTICLE = re.compile(r"\s+(?:a|an|the|its|his|her|their|new|plans|sanctions)\b", re.IGNORECASE)
_PARTY = ("militant group", "party")


@dataclass(slots=True)
class _Side:
    code: str
    """Of a country, or the name of a party to a conflict."""
    first: Span
    speakers: dict[str, None] = field(default_factory=dict[str, None])
    """In the order of the text."""


def find(article: Article, found: Annotations, checkpoint: Checkpoint) -> Iterator[Gap]:
    """A gap for each side of the lead without a statement, where another has one."""
    sides = _sides(article, found)
    if len(sides) < 2:
        return
    roles = _roles(found)
    codes: dict[str, tuple[str, ...]] = {}
    for done, claim in enumerate(found.claims):
        checkpoint(done, len(found.claims))
        if claim.speaker is None or not _is_statement(article, found, claim):
            continue
        if claim.speaker not in codes:
            codes[claim.speaker] = tuple(_codes(_behind(claim.speaker, roles)))
        if not codes[claim.speaker]:
            return  # somebody of no side that is known: it may be that of any
        for code in codes[claim.speaker]:
            if code in sides:
                sides[code].speakers.setdefault(claim.speaker)
    heard = [each for each in sides.values() if each.speakers]
    for side in sides.values():
        if heard and not side.speakers:
            others = dict.fromkeys(name for each in heard for name in each.speakers)
            names = "; ".join(list(others)[:_MOST_SPEAKERS])
            text = f"Nothing is said by the {_called(side.code)} side; heard are: {names}."
            yield Gap(GapKind.ONE_SIDE, text, (side.first,), "in the lead, and never as a speaker")


def _sides(article: Article, found: Annotations) -> dict[str, _Side]:
    """Those who act at the head of the article: not the places where it happens."""
    body = [each for each in article.paragraphs if each.role is Role.BODY][:_LEAD]
    if not body:
        return {}
    end = body[-1].span.end
    seen: list[tuple[Span, str]] = []
    for entity in found.entities:
        lead = (m.span for m in entity.mentions if any(p.span.covers(m.span) for p in body))
        first = next(lead, None) if entity.first.start < end else None
        if first is None or entity.kind is EntityKind.PLACE:
            continue
        said = f"{entity.name}, {entity.role or ''}"
        seen += [(first, code) for code in _codes(said)]
    for paragraph in body:
        for match in _WORD.finditer(article.text, paragraph.span.start, paragraph.span.end):
            whose = gazetteer.adjectives().get(match[0], ())
            seen += [(Span(*match.span()), each.country) for each in whose if each.country]
    sides: dict[str, _Side] = {}
    for span, code in sorted(seen):
        sides.setdefault(code, _Side(code, span))
    return sides


def _codes(text: str) -> Iterable[str]:
    """The countries and parties that words name or belong to; of several, all."""
    tokens = _WORD.findall(text)
    codes: dict[str, None] = {}
    at = 0
    while at < len(tokens):
        length, entries = gazetteer.longest(tokens, at)
        entries = (*entries, *gazetteer.adjectives().get(tokens[at], ()))
        for each in entries:
            if each.canonical.casefold() in words("gaps", "sources.neutral") or each.ambiguous:
                continue
            if each.kind in _PARTY:
                codes[each.canonical] = None
            elif each.country:
                codes[each.country] = None
                break
        at += max(1, length)
    return codes


def _is_statement(article: Article, found: Annotations, claim: Claim) -> bool:
    """Whether somebody says something of the matter, and does not merely announce an act."""
    if claim.kind is ClaimKind.QUOTED:
        return True
    if claim.kind is not ClaimKind.ATTRIBUTED:
        return False
    if claim.cue not in words("gaps", "sources.acts"):
        return True
    sentence = found.sentence(claim.sentence).span.of(article.text)
    at = sentence.find(claim.cue) + len(claim.cue)
    return _ARTICLE.match(sentence, at) is None


def _roles(found: Annotations) -> dict[str, str]:
    """What those are who have a last word for their name: "spokesman for Roe" says whose."""
    roles: dict[str, str] = {}
    for each in found.entities:
        if each.kind is not EntityKind.PLACE and (what := each.role or each.note):
            roles.setdefault(each.name.rsplit(maxsplit=1)[-1], what)
    return roles


def _behind(speaker: str, roles: Mapping[str, str]) -> str:
    """A speaker with what the article says they are, and what those are whom that names."""
    said = [speaker]
    for _ in range(_STEPS):
        words = dict.fromkeys(_WORD.findall(said[-1]))
        said.append("; ".join(roles[each] for each in words if each in roles))
    return "; ".join(said)


def _called(code: str) -> str:
    """ "Russian" for the code of Russia; a party by its name."""
    for name, entries in gazetteer.adjectives().items():
        if any(each.country == code and each.kind == "adjective" for each in entries):
            return name
    return code
