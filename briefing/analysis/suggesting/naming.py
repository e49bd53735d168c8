"""What a suggested section is called, and the words by which it is found again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from briefing import gazetteer
from briefing.analysis.suggesting.parts import Part
from briefing.analysis.suggesting.phrases import Phrase, Vocabulary

_LONGEST_TITLE = 60
_MOST_WORDS = {"sub-heading": 8, "label": 5}
"""Characters and words of what is taken as it stands."""
_TERMS, _PHRASES = 8, 4
_EARLY = 1.6
"""How much more the words of the first sentence count."""
_PLACE, _NAME, _BARE, _WORD = 1.8, 1.0, 0.6, 0.55
"""How much the name of a place counts, of an organisation, of a person or anything in one word,
and a common word that stands alone. A phrase of common words counts 1."""
_LONGER = 0.35
"""How much more each further word of a phrase counts."""
_LONGEST_ACRONYM = 5
_AGAIN = 0.5
"""What each further time counts that a phrase is said."""


@dataclass(frozen=True, slots=True)
class Naming:
    name: str
    cue: str
    """Where the article says it; empty where it was chosen from its words."""
    terms: tuple[str, ...]
    phrases: tuple[str, ...]


def name_all(parts: Sequence[Part], starts: Sequence[int], vocabulary: Vocabulary) -> list[Naming]:
    """Names of the sections that begin with the parts at ``starts``; no two are the same."""
    sections = [parts[start:end] for start, end in pairwise((*starts, len(parts)))]
    found = [_found(each, vocabulary) for each in sections]
    inside = [
        Counter(s for p, _ in each if len(p.stems) == 1 or p.proper for s in p.stems)
        for each in found
    ]
    named: list[Naming] = []
    used: set[str] = set()
    for section, phrases, counts in zip(sections, found, inside, strict=True):
        ranked = _ranked(phrases, counts, inside)
        name, cue = _given(section[0])
        if not name or name.casefold() in used:
            name, cue = _chosen(ranked, section[0], used), ""
        used.add(name.casefold())
        terms = dict.fromkeys(each.text for each in ranked if len(each.stems) == 1)
        longer = dict.fromkeys(each.text for each in ranked if len(each.stems) > 1)
        named.append(Naming(name, cue, tuple(terms)[:_TERMS], tuple(longer)[:_PHRASES]))
    return named


def _found(section: Sequence[Part], vocabulary: Vocabulary) -> list[tuple[Phrase, bool]]:
    """What its parts hold, and whether its first sentence does."""
    first = len(section[0].first)
    return [
        (phrase, part is section[0] and phrase.start < first)
        for part in section
        for phrase in vocabulary.found(part.text)
    ]


def _ranked(
    phrases: Sequence[tuple[Phrase, bool]], counts: Counter[str], inside: Sequence[Counter[str]]
) -> list[Phrase]:
    """The most telling first: frequent here, rare in the other sections; of equals the first."""

    def telling(stem: str) -> float:
        everywhere = sum(each[stem] for each in inside)
        among = sum(each[stem] > 0 for each in inside)
        here = counts[stem]
        return here * here / max(1, everywhere) * log(1 + len(inside) / max(1, among))

    weights: dict[tuple[str, ...], float] = {}
    forms: dict[tuple[str, ...], Phrase] = {}
    for phrase, early in phrases:
        key = phrase.stems
        if key in forms:
            weights[key] += _AGAIN * len(key) * (len(key) > 1)
            if phrase.whole and not forms[key].whole:
                forms[key] = phrase
            continue
        kind = 1.0 if len(key) > 1 else _WORD
        if phrase.proper:
            bare = phrase.person or len(key) == 1
            kind = _PLACE if phrase.place else _BARE if bare else _NAME
        mean = sum(map(telling, key)) / len(key)
        longer = 1 + _LONGER * (len(key) - 1)
        weights[key] = mean * kind * longer * (_EARLY if early else 1.0)
        forms[key] = phrase
    return [forms[key] for key in sorted(forms, key=lambda key: -weights[key])]


def _given(first: Part) -> tuple[str, str]:
    """What the article itself calls it: the sub-heading, or the label of an item."""
    for words, what in ((first.heading, "sub-heading"), (first.opening.label, "label")):
        title = _title(" ".join(words.split()).rstrip(".:"))
        short = len(title) <= _LONGEST_TITLE and len(title.split()) <= _MOST_WORDS[what]
        if title and short and not title.startswith("By "):
            return title, what
    return "", ""


def _chosen(ranked: Sequence[Phrase], first: Part, used: set[str]) -> str:
    words = {word for each in used for word in each.split()}
    for fresh in (True, False):  # "Border guards" beside "Border" tells little
        for each in ranked:
            title = _title(each.text)
            low = title.casefold()
            if each.whole and low not in used and not (fresh and words & set(low.split())):
                return title
    start = _title(" ".join(first.first.split()[:4]).strip(" .,;:—–-*•")) or "Section"
    number = 2
    title = start
    while title.casefold() in used:
        title, number = f"{start} ({number})", number + 1
    return title


def _title(text: str) -> str:
    """With a capital, as a heading begins; words that a digest shouts are spoken: "France"."""
    title = _spoken(text) if text.isupper() else " ".join(map(_spoken, text.split()))
    return title[:1].upper() + title[1:]


def _spoken(words: str) -> str:
    if not words.isupper():
        return words
    senses = gazetteer.lookup(words)
    if senses:
        return senses[0].name
    return words.title() if len(words) > _LONGEST_ACRONYM else words
