"""What a suggested section is called, and the words by which it is found again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from briefing import gazetteer
from briefing.analysis.suggesting.parts import Part
from briefing.analysis.suggesting.phrases import Kind, Phrase, Vocabulary

_LONGEST_TITLE = 60
_MOST_WORDS = {"sub-heading": 8, "label": 5}
"""Characters and words of what is taken as it stands."""
_TERMS, _PHRASES = 8, 4
_OF_KIND = {
    Kind.PLACE: 1.7, Kind.NAME: 1.3, Kind.STANDS_FOR: 1.0, Kind.PERSON: 0.6, Kind.COMMON: 0.55,
}  # fmt: skip
"""How much a name counts, or a common word that stands alone."""
_PHRASE = 1.35
_PASSING = 0.45
"""What is left of a name that a section of several sentences has once, and in passing."""
_BESIDE = 0.7
"""What is left of a name that no sentence begins with."""
_EARLY, _OPENS, _SUBJECT = 1.5, 1.3, 1.5
"""How much more counts what stands in the first sentence, begins one, or has a verb behind it
there."""
_AGAIN = 0.3
"""How much more each further sentence counts."""
_MOST_AGAIN = 3
_IN_TITLE = 1.4
"""How much more counts in the first section what stands in the article's title."""
_STRAY = 0.3
"""What is left of a common word that is said once, and of which no sentence speaks."""
_ONCE = 0.7
"""What is left of other words that are said once, behind the first sentence."""
_VAGUE = 0.2
_FEW = 2
"""Sentences of a section that says most things once."""
_LONGEST_ACRONYM = 5
_LOOKED_AT = 30
"""Phrases among which a fuller one is looked for."""


@dataclass(frozen=True, slots=True)
class Naming:
    name: str
    terms: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    phrase: Phrase
    """The first that can be a title, else the first."""
    sentences: int
    """How many have it."""
    early: bool
    """Whether the first sentence of the section has it."""
    opens: int
    """How many sentences begin with it."""
    subject: bool
    """Whether the first sentence is about it: a verb stands behind."""


def name_all(
    parts: Sequence[Part], starts: Sequence[int], vocabulary: Vocabulary, title: str = ""
) -> list[Naming]:
    """Names of the sections that begin with the parts at ``starts``; no two are the same.

    ``title`` is the article's.
    """
    sections = [parts[start:end] for start, end in pairwise((*starts, len(parts)))]
    found: list[list[Phrase]] = []
    inside: list[Counter[str]] = []
    for section in sections:
        phrases: list[Phrase] = []
        often: Counter[str] = Counter()
        for part in section:
            more, counts = vocabulary.found(part)
            phrases += more
            often.update(counts)
        found.append(phrases)
        inside.append(often)
    everywhere, among = Counter[str](), Counter[str]()
    for each in inside:
        everywhere.update(each)
        among.update(each.keys())
    named: list[Naming] = []
    used: set[str] = set()
    datelines = sum(each[0].opening.marker == "dateline" for each in sections)
    in_title = vocabulary.keys(title)
    for section, phrases, counts in zip(sections, found, inside, strict=True):
        telling = {
            key: here * here / everywhere[key] * log(1 + len(inside) / among[key])
            for key, here in counts.items()
        }
        if section is sections[0]:  # it tells what the whole is about
            for key in in_title & telling.keys():
                telling[key] = _IN_TITLE * counts[key] * log(1 + len(inside))
        ranked = _ranked(phrases, section, telling)
        name = _given(section[0], by_dateline=datelines > 1)
        if not name or name.casefold() in used:
            name = _chosen(ranked, section[0], used)
        used.add(name.casefold())
        terms = dict.fromkeys(each.text for each in ranked if " " not in each.text)
        longer = dict.fromkeys(each.text for each in ranked if " " in each.text)
        named.append(Naming(name, tuple(terms)[:_TERMS], tuple(longer)[:_PHRASES]))
    return named


def _ranked(
    phrases: Sequence[Phrase], section: Sequence[Part], telling: dict[str, float]
) -> list[Phrase]:
    """The most telling first: frequent here, rare in the other sections; of equals the first."""
    first = section[0].sentences[0].id
    count = sum(len(part.sentences) for part in section)
    weights: dict[tuple[str, ...], float] = {}
    found = _candidates(phrases, first)
    for key, each in found.items():
        kind = each.phrase.kind
        several = each.sentences > 1 or each.opens > 1
        weight = sum(telling[part] for part in key) / len(key)
        if kind is Kind.COMMON:
            weight *= _PHRASE if len(key) > 1 else _OF_KIND[kind]
            if not several and count > _FEW and not each.early:
                weight *= _ONCE
            if not several and not each.subject and len(key) == 1:
                weight *= _STRAY
        else:
            weight *= _OF_KIND[kind]
            if not each.opens:
                weight *= _BESIDE
            if not several and count > _FEW and not (each.early and each.opens):
                weight *= _PASSING
        weight *= _EARLY if each.early else 1.0
        weight *= _OPENS if each.opens else 1.0
        weight *= _SUBJECT if each.subject else 1.0
        weight *= _VAGUE if each.phrase.vague else 1.0
        weights[key] = weight * (1 + _AGAIN * min(_MOST_AGAIN, each.sentences - 1))
    return [found[key].phrase for key in sorted(found, key=lambda key: -weights[key])]


def _badness(phrase: Phrase) -> tuple[bool, bool]:
    """Of the ways to say the same: a title is better, and a country's name than its capital."""
    return not phrase.whole, phrase.kind is Kind.STANDS_FOR


def _candidates(phrases: Sequence[Phrase], first: str) -> dict[tuple[str, ...], _Candidate]:
    by_key: dict[tuple[str, ...], list[Phrase]] = {}
    for each in phrases:
        by_key.setdefault(each.keys, []).append(each)
    return {
        key: _Candidate(
            min(some, key=_badness),
            len({each.sentence for each in some}),
            any(each.sentence == first for each in some),
            sum(each.opens for each in some),
            any(each.sentence == first and each.opens and each.subject for each in some),
        )
        for key, some in by_key.items()
    }


def _given(first: Part, *, by_dateline: bool) -> str:
    """What the article itself calls it: the sub-heading, or the label of an item."""
    for words, what in ((first.heading, "sub-heading"), (first.opening.label, "label")):
        title = _title(" ".join(words.split()).rstrip(".:"))
        short = len(title) <= _LONGEST_TITLE and len(title.split()) <= _MOST_WORDS[what]
        if title and short and not title.startswith("By "):
            return title
    if by_dateline and first.opening.marker == "dateline":
        return _title(first.opening.words)
    return ""


def _chosen(ranked: Sequence[Phrase], first: Part, used: set[str]) -> str:
    words = {word for each in used for word in each.split()}
    for fresh in (True, False):  # "Border guards" beside "Border" tells little
        for each in ranked:
            title = _title(_fuller(each, ranked).text)
            low = title.casefold()
            if each.whole and low not in used and not (fresh and words & set(low.split())):
                return title
    start = _title(" ".join(first.first.split()[:4]).strip(" .,;:—–-*•")) or "Section"
    number = 2
    title = start
    while title.casefold() in used:
        title, number = f"{start} ({number})", number + 1
    return title


def _fuller(phrase: Phrase, ranked: Sequence[Phrase]) -> Phrase:
    """A lone common word with the one that it stands behind elsewhere: "supreme court"."""
    if phrase.kind is not Kind.COMMON or len(phrase.keys) > 1:
        return phrase
    longer = (
        each for each in ranked[:_LOOKED_AT]
        if each.whole and not each.vague and len(each.keys) == 2 and each.keys[-1:] == phrase.keys
    )  # fmt: skip
    return next(longer, phrase)


def _title(text: str) -> str:
    """With a capital, as a heading begins; words that a digest shouts are spoken: "France"."""
    text = " ".join(text.split())
    title = _spoken(text) if text.isupper() else " ".join(map(_spoken, text.split()))
    return title[:1].upper() + title[1:]


def _spoken(words: str) -> str:
    if not words.isupper():
        return words
    senses = gazetteer.lookup(words)
    if senses:
        return senses[0].name
    return words.title() if len(words) > _LONGEST_ACRONYM else words
