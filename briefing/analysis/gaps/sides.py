"""Two sides stand at the head of the article, and one of them says nothing in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing import gazetteer
from briefing.lexicon import words
from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article, Role
from briefing.model.facts import Entity, EntityKind, Gap, GapKind
from briefing.model.span import Span

_LEAD = 3
"""Paragraphs of the body that tell whom the article is about."""
_MOST_SPEAKERS = 3
_WORD = re.compile(r"[^\W_][\w’'.&-]*[\w]\.?|[^\W_]\.?")
_ARTICLE = re.compile(r"\s+(?:a|an|the|its|his|her|their|new|plans|sanctions)\b", re.IGNORECASE)
_PARTY = ("militant group", "party")


@dataclass(slots=True)
class _Side:
    code: str
    """Of a country, or the name of a party to a conflict."""
    first: Span
    speakers: list[str] = field(default_factory=list[str])


def find(article: Article, found: Annotations) -> Iterator[Gap]:
    """A gap for each side of the lead without a statement, where another has one."""
    sides = _sides(article, found)
    if len(sides) < 2:
        return
    for claim in found.claims:
        if claim.speaker is None or not _is_statement(article, found, claim):
            continue
        for code in _codes(f"{claim.speaker}, {_role(found, claim.speaker)}"):
            if code in sides and claim.speaker not in sides[code].speakers:
                sides[code].speakers.append(claim.speaker)
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


def _role(found: Annotations, speaker: str) -> str:
    """What the article says a speaker is, and what those are whom that names."""
    name, _, role = speaker.partition(",")
    roles = [role]
    for each in found.entities:
        if name.endswith(each.name):
            roles.append(each.role or each.note)
    said = "; ".join(roles)
    behind = (
        each.role or each.note
        for each in found.entities
        if each.kind is not EntityKind.PLACE and re.search(rf"\b{re.escape(_last(each))}\b", said)
    )
    return "; ".join((said, *behind))


def _last(entity: Entity) -> str:
    """By which a role names somebody: "spokesman for Roe"."""
    return entity.name.rsplit(maxsplit=1)[-1]


def _called(code: str) -> str:
    """ "Russian" for the code of Russia; a party by its name."""
    for name, entries in gazetteer.adjectives().items():
        if any(each.country == code and each.kind == "adjective" for each in entries):
            return name
    return code
