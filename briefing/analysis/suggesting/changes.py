"""How likely the subject changes between two parts, and what speaks for it.

Each sign has a weight, as in a logistic regression: what they sum up to is the logarithm of the
odds that another subject begins. They were fitted once, on invented stories and round-ups, and
rounded; what is wanted of them is the order of magnitude.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from briefing.analysis.suggesting.meaning import Meaning
from briefing.analysis.suggesting.parts import Part

_ANYWHERE = -0.7
_HEADING, _MARKED, _UNMARKED, _UNHEADED = 3.4, 1.4, -1.3, -2.0
_DIGEST = 1.5
"""More for a mark where at least half of the parts have one."""
_OTHER, _GOES_ON, _DEFINITE, _QUOTED, _SAYS = 0.95, -0.25, -0.45, -0.6, -1.15
_NEW_COUNTRY, _FIRST_TIME = 1.3, 0.65
_SAME_NAME, _BEGINS = -1.15, 1.7
_KNOWN, _CHAINS, _CHAINS_HERE, _ALIKE = -1.15, -1.9, -1.7, -0.7
_SECOND, _SHORT = -1.05, -1.25
_LED_TO = -3.0
"""Behind a colon: "The minister said:"."""
_FEW_WORDS = 12
_NAME = 1.5
"""How much more than a word a name counts."""
_BACK = 3
"""Parts that are looked at on either side."""
_TWICE, _THRICE = 2, 3
_LEAST_SHARE = 4
"""Paragraphs that begin in capitals are items where at least one in so many does."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Change:
    """The place before a part; the first part has none."""

    odds: float
    """Logarithm of the odds that another subject begins here."""
    marked: bool
    """Whether a sub-heading or the mark of an item stands here."""


def weigh(parts: Sequence[Part], meanings: Sequence[Meaning]) -> list[Change]:
    """What there is before each part but the first."""
    telling = _telling(meanings)
    vectors = tuple(_vectors(meanings, telling))
    marks = marked(parts, meanings)
    after_first = sum(marks[1:])
    digest = after_first >= _TWICE and 2 * sum(marks) >= len(parts)
    headed = sum(bool(each.heading) for each in parts[1:]) >= _TWICE
    chains = [_chains(vectors, telling, at) for at in range(1, len(parts))]
    usual = sum(chains) / max(1, len(chains))
    changes: list[Change] = []
    before: set[str] = set()
    countries: set[str] = set()
    for at, chain in enumerate(chains, start=1):
        before.update(vectors[at - 1])
        countries |= meanings[at - 1].countries
        part, meaning, opening = parts[at], meanings[at], parts[at].opening
        near = {code for each in meanings[max(0, at - _BACK) : at] for code in each.countries}
        odds = (
            _ANYWHERE
            + (_HEADING if part.heading else _MARKED) * marks[at]
            + _DIGEST * (digest and marks[at])
            + _UNMARKED * (after_first >= _TWICE and not marks[at])
            + _UNHEADED * (headed and not part.heading)
            + _OTHER * bool(opening.other)
            + _GOES_ON * opening.goes_on
            + _DEFINITE * opening.definite
            + _QUOTED * opening.quoted
            + _SAYS * meaning.says
            + _NEW_COUNTRY * bool(meaning.first_countries - near)
            + _FIRST_TIME * bool(meaning.first_countries - countries)
            + _SAME_NAME * bool(meaning.names & meanings[at - 1].names)
            + _BEGINS * _beginning(vectors, telling, before, at)
            + _KNOWN * _known(vectors, at)
            + _CHAINS * chain
            + _CHAINS_HERE * (chain - usual)
            + _ALIKE * cosine(_sum(vectors[max(0, at - 2) : at]), _sum(vectors[at : at + 2]))
            + _SECOND * (at == 1)
            + _LED_TO * parts[at - 1].text.endswith(":")
            + _SHORT * (meaning.length < _FEW_WORDS)
        )
        changes.append(Change(odds, marks[at]))
    return changes


def marked(parts: Sequence[Part], meanings: Sequence[Meaning]) -> list[bool]:
    """Which parts begin with a sub-heading or as an item of a digest."""
    kinds = Counter(each.opening.marker for each in parts)
    labels = Counter(each.opening.words for each in parts if each.opening.marker == "label")
    shouted = {each.opening.words for each in parts if each.opening.marker == "capitals"}
    names = frozenset[str]().union(*(each.acronyms for each in meanings)) if shouted else shouted
    in_capitals = len(shouted) >= _THRICE and kinds["capitals"] * _LEAST_SHARE >= len(parts)

    def is_marked(part: Part) -> bool:
        opening = part.opening
        if part.heading or part.inside or opening.marker == "opener":
            return True
        if opening.marker == "capitals":
            return in_capitals and opening.words not in names
        if opening.marker == "label":  # who speaks again and again begins no item
            return kinds["label"] >= _TWICE and labels[opening.words] == 1
        return bool(opening.marker) and kinds[opening.marker] >= _TWICE

    return [is_marked(each) for each in parts]


def _telling(meanings: Sequence[Meaning]) -> Vector:
    """How much each word tells: those in few parts more than those in many."""
    often: Counter[str] = Counter()
    for each in meanings:
        often.update(each.stems.keys())
        often.update(each.names)
        often.update(each.countries)
    return {key: log(1 + len(meanings) / times) for key, times in often.items()}


def _vectors(meanings: Sequence[Meaning], telling: Vector) -> list[Vector]:
    return [
        {key: (1 + log(times)) * telling[key] for key, times in sorted(each.stems.items())}
        | {key: _NAME * telling[key] for key in sorted(each.names | each.countries)}
        for each in meanings
    ]


def _sum(vectors: Sequence[Vector]) -> dict[str, float]:
    total: dict[str, float] = {}
    for each in vectors:
        for key, weight in each.items():
            total[key] = total.get(key, 0.0) + weight
    return total


def cosine(one: Vector, other: Vector) -> float:
    """0 where they share nothing, 1 where they are the same."""
    if len(other) < len(one):
        one, other = other, one
    shared = sum(weight * other.get(key, 0.0) for key, weight in one.items())
    if not shared:
        return 0.0
    return shared / sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def _known(vectors: Sequence[Vector], at: int) -> float:
    """How much of what a part says the parts before it spoke of: 0 to 1."""
    before = vectors[max(0, at - _BACK) : at]
    all_of_it = sum(vectors[at].values())
    known = sum(w for key, w in vectors[at].items() if any(key in each for each in before))
    return known / all_of_it if all_of_it else 0.0


def _beginning(vectors: Sequence[Vector], telling: Vector, before: set[str], at: int) -> float:
    """How much of what a part says is said for the first time and goes on: 0 to 1."""
    after = vectors[at + 1 : at + 1 + _BACK]
    all_of_it = sum(telling[key] for key in vectors[at])
    begun = sum(
        telling[key]
        for key in vectors[at]
        if key not in before and any(key in each for each in after)
    )
    return begun / all_of_it if all_of_it else 0.0


def _chains(vectors: Sequence[Vector], telling: Vector, at: int) -> float:
    """How many words and names go on across the place, as a share, weighted."""
    left = {key for each in vectors[max(0, at - _BACK) : at] for key in each}
    right = {key for each in vectors[at : at + _BACK] for key in each}
    # Sorted: sums of fractions depend on their order, and that of a set is never the same.
    return sum(telling[key] for key in sorted(left & right)) / (1 + min(len(left), len(right)))
