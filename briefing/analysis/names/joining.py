"""From mentions to entities: what the article calls by different words is joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.analysis.names.found import LIKELY, Found
from briefing.analysis.names.people import People, Person, is_full
from briefing.analysis.names.references import resolved
from briefing.analysis.names.vocabulary import heads, known
from briefing.model.facts import Entity, EntityKind, Mention
from briefing.model.span import Span

_BRACKET = re.compile(r"[’']?s? ?[(\[][\"“'‘]?(?:the )?$")
_MOST_GAP = 12
_SEVERAL = 3
_PERSON, _ORGANISATION, _PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE


def join(source: str, found: Sequence[Found]) -> tuple[Entity, ...]:
    """``found`` in the order of the text. Entities in the order of their first mentions."""
    titles = [each for each in found if each.reference]
    split = _compounds([each for each in found if not each.reference])
    people = People(each for each in split if is_full(each))
    groups: dict[object, list[Found]] = {}
    whose: list[tuple[Found, object]] = []
    rest: list[Found] = []
    for each in split:
        if is_full(each):
            continue
        if (person := _person(people, each)) is not None:
            person.found.append(each)
        else:
            rest.append(each)
    for person in people.all:
        if all(each.alone for each in person.found) and len(person.found) == 1:
            continue  # two words in capitals, once, and nothing that speaks for a person
        for each in person.found:
            whose.append((each, ("person", person.key)))
    whose.extend(_others(source, rest))
    for each, key in whose:
        groups.setdefault(key, []).append(each)
    named = [group for group in groups.values() if group[0].kind is _PERSON]
    unnamed: dict[object, list[Found]] = defaultdict(list)
    for each, number in resolved(named, titles):
        (named[number] if number < len(named) else unnamed[number]).append(each)
    return _entities([*groups.values(), *unnamed.values()])


def _compounds(found: Sequence[Found]) -> list[Found]:
    """``Milley-Gerasimov`` as two, where both are people of the article."""
    people = People(each for each in found if is_full(each))
    result: list[Found] = []
    for each in found:
        first, hyphen, last = each.name.partition("-")
        if hyphen and " " not in each.name and each.kind is not _PLACE and first and last:
            at = each.core.start
            two = [_part(each, first, at), _part(each, last, at + len(first) + 1)]
            if all(len(people.called(part)) == 1 for part in two) and not people.called(each):
                result.extend(two)
                continue
        result.append(each)
    return result


def _part(whole: Found, name: str, start: int) -> Found:
    span = Span(start, start + len(name))
    return Found(_PERSON, name, span, span, f"in “{whole.name}”", LIKELY)


def _person(people: People, each: Found) -> Person | None:
    """The one person of the article that a single name stands for; None for none, or several."""
    if each.placed or (each.kind is _ORGANISATION and not each.settled):
        return None
    fitting = people.called(each)
    if len(fitting) == 1:
        each.kind, each.note, each.canonical = _PERSON, "", ""
        if not each.cue.startswith("title"):
            each.cue = f"same surname as “{fitting[0].name}”"
        return fitting[0]
    if fitting:
        each.kind, each.alone = _PERSON, False
        each.cue = "may be " + " or ".join(one.name for one in fitting[:_SEVERAL])
        return None
    if each.canonical or each.kind is _PLACE:
        return None
    fitting = people.by_first_name(each.name)
    if len(fitting) == 1 and " " not in each.name:
        each.kind, each.cue = _PERSON, f"same first name as “{fitting[0].name}”"
        return fitting[0]
    return None


# -- organisations, places, and people with one name


def key_of(name: str) -> str:
    """What makes two names the same: no capitals, stops or article."""
    words = name.casefold().replace(".", "").replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _others(source: str, rest: Sequence[Found]) -> Iterable[tuple[Found, object]]:
    kinds = _kinds(rest)
    kept: list[Found] = []
    for each in rest:
        if not each.settled:
            kind = kinds.get(key_of(each.name))
            if kind is None:
                continue
            if each.kind is None:
                each.cue = "named so elsewhere"
            each.kind = kind
        kept.append(each)
    names = _aliases(source, kept)
    for each in kept:
        name = key_of(each.canonical or each.name)
        yield (
            each,
            (
                each.kind,
                names.get((each.kind, key_of(each.name)), names.get((each.kind, name), name)),
            ),
        )


def _kinds(rest: Sequence[Found]) -> dict[str, EntityKind]:
    """The kind of each name, by what all its mentions say together."""
    sums: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    stands: set[str] = set()
    for each in rest:
        key = key_of(each.name)
        if each.kind is not None:
            sums[key][each.kind] += each.weight
            if not each.alone:
                stands.add(key)
    return {
        key: max(sums[key], key=lambda kind: (sums[key][kind], kind))
        for key in sums
        if key in stands or sum(sums[key].values()) >= LIKELY + 1
    }


def _aliases(source: str, kept: Sequence[Found]) -> dict[tuple[EntityKind | None, str], str]:
    """Key of a short form → key of what it stands for."""
    found: dict[tuple[EntityKind | None, str], str] = {}
    bodies: dict[str, Found] = {}
    for each in kept:
        if each.kind is _ORGANISATION:
            bodies.setdefault(key_of(each.name), each)
    for before, each in pairwise(kept):
        gap = source[before.core.end : each.core.start]
        if len(gap) <= _MOST_GAP and _BRACKET.fullmatch(gap) and before.kind is _ORGANISATION:
            short, long = sorted((each, before), key=lambda one: len(one.name))
            if short.kind is _ORGANISATION and _is_short(short.name) and " " in long.name:
                found[_ORGANISATION, key_of(short.name)] = key_of(long.canonical or long.name)
    by_initials: dict[str, dict[str, None]] = defaultdict(dict)
    by_ending: dict[str, dict[str, None]] = defaultdict(dict)
    for key, each in bodies.items():
        words = key.split()
        target = key_of(each.canonical or each.name)
        for letters in _initials(each.name):
            by_initials[letters][target] = None
        for start in range(1, len(words)):
            by_ending[" ".join(words[start:])][target] = None
        if len(words) > 1 and words[0] in heads():
            by_ending[words[0]][target] = None
    for key, each in bodies.items():
        known_body = key_of(each.canonical) if each.canonical else ""
        if (
            (_ORGANISATION, key) in found
            or known_body in bodies
            or (known_body and not _is_short(each.name))
        ):
            continue
        fitting = (by_initials if _is_short(each.name) else by_ending).get(key, {})
        if len(fitting) == 1 and key not in fitting:
            found[_ORGANISATION, key] = next(iter(fitting))
    for key, target in list(found.items()):  # a short form of a short form
        found[key] = found.get((_ORGANISATION, target), target)
    return found


def _is_short(name: str) -> bool:
    return " " not in name and sum(each.isupper() for each in name) > 1


def _initials(name: str) -> tuple[str, str]:
    """Of the words with a capital, and of all."""
    words = [each for each in re.split(r"[\s-]+", name) if each]
    capital = "".join(each[0] for each in words if each[0].isupper())
    return capital.lower(), "".join(each[0] for each in words).lower()


# -- entities


def _entities(groups: Iterable[list[Found]]) -> tuple[Entity, ...]:
    taken: list[tuple[int, int, int, int, Found]] = []
    made: list[list[Found]] = list(groups)
    for number, group in enumerate(made):
        for place, each in enumerate(group):
            taken.append((each.span.start, -each.span.end, number, place, each))
    taken.sort(key=lambda one: one[:4])
    mentions: dict[int, list[Found]] = defaultdict(list)
    end = 0
    for _, _, number, _, each in taken:
        if each.span.start >= end:
            mentions[number].append(each)
            end = each.span.end
    entities = [_entity(mentions[number]) for number in mentions]
    return tuple(sorted(entities, key=lambda one: one.first))


def _entity(found: list[Found]) -> Entity:
    kind = found[0].kind
    assert kind is not None
    best = max(found, key=lambda each: each.weight)
    return Entity(
        kind=kind,
        name=_name(found),
        mentions=tuple(Mention(each.span, each.cue) for each in found),
        cue=best.cue,
        role=_role(found) if kind is _PERSON else None,
        note=next((each.note for each in found if each.note), ""),
    )


def _name(found: list[Found]) -> str:
    named = [each.name for each in found if each.reference is None] or [found[0].name]
    return max(named, key=lambda each: (len(each.split()), len(each), not each.isupper()))


def _role(found: list[Found]) -> str | None:
    """An office rather than a rank; the first that the article gives."""
    roles = [each.role for each in found if each.role]
    ranks = known("titles.rank_heads") | {each.lower() for each in known("titles.ranks")}
    honour = {each.lower() for each in known("titles.honorifics")}
    offices = [
        each for each in roles if not all(word.lower() in ranks | honour for word in each.split())
    ]
    return (offices or roles or [None])[0]
