"""What a part speaks of: stems of its words, and the names in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from briefing import gazetteer
from briefing.analysis.stems import stemmer
from briefing.analysis.suggesting.parts import Part
from briefing.lexicon import keys, words
from briefing.model.article import Article
from briefing.model.facts import Entity, EntityKind
from briefing.progress import Checkpoint

WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)*(?:-[^\W\d_]+)*")
_SENTENCE_ENDS = '.!?:"“”‘’\'—–•*'
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    stems: Counter[str]
    """Content words and how often; names are not among them."""
    names: frozenset[str]
    """Keys of the people, organisations and places."""
    countries: frozenset[str]
    """Codes of the countries that are named, by their people and cities too."""
    first_stems: frozenset[str]
    first_names: frozenset[str]
    first_countries: frozenset[str]
    says: bool
    """Whether somebody says something in its first sentence: news seldom begins so."""
    acronyms: frozenset[str]
    """Words that are all capitals inside a sentence."""
    capitals: frozenset[str]
    """Words that are names, or part of one."""
    length: int
    """Words."""


def of(article: Article, parts: Sequence[Part], entities: Sequence[Entity],
    checkpoint: Checkpoint) -> list[Meaning]:
    language = (article.card.language or "en").split("-")[0]
    stop = stopwords(language)
    stem = stemmer(language)
    capital = _capitals(parts, stop)
    known = _mentions(entities)
    speech = frozenset(words("items", "says"))
    made: list[Meaning] = []
    for done, part in enumerate(parts):
        checkpoint(done, len(parts))
        start = part.sentences[0].span.start
        end_of_first = part.sentences[0].span.end - start
        stems: Counter[str] = Counter()
        names: set[str] = set()
        countries: set[str] = set()
        first: tuple[set[str], set[str], set[str]] = (set(), set(), set())
        acronyms: set[str] = set()
        says = False
        tokens = list(WORD.finditer(part.text))
        spelled = [each[0] for each in tokens]
        skip = 0
        for at, token in enumerate(tokens):
            word = token[0]
            low = word.casefold()
            in_first = token.start() < end_of_first
            says = says or (in_first and low in speech)
            if token.start() and len(word) > 1 and word.isupper():
                acronyms.add(word)
            if at < skip:
                continue
            key, end, person = known.get(start + token.start(), ("", 0, False))
            if word[0].isupper() and (word in capital or key):
                length, senses = (0, ()) if person else gazetteer.longest(spelled, at)
                length = max(length, sum(each.end() + start <= end for each in tokens[at : at + 8]))
                adjective = None if person else gazetteer.adjectives().get(word)
                codes = {e.country[:2] for e in (*senses, *(adjective or ())) if e.country and not e.ambiguous}
                if len(codes) == 1:
                    countries |= codes
                    if in_first:
                        first[2].update(codes)
                if low not in stop:
                    name = key or f"={low.removesuffix('s')}"
                    names.add(name)
                    if in_first:
                        first[1].add(name)
                    skip = at + max(1, length)
                    continue
            if len(low) >= _SHORTEST and low not in stop:
                stems[stem(low)] += 1
                if in_first:
                    first[0].add(stem(low))
        made.append(
            Meaning(
                stems, frozenset(names), frozenset(countries),
                frozenset(first[0]), frozenset(first[1]), frozenset(first[2]),
                says, frozenset(acronyms), capital.intersection(spelled), len(tokens),
            )
        )  # fmt: skip
    return made


@cache
def stopwords(language: str) -> frozenset[str]:
    """None for a language that has no list."""
    if language not in keys("stopwords", "words"):
        return frozenset()
    return frozenset(words("stopwords", f"words.{language}"))


def _capitals(parts: Sequence[Part], stop: Set[str]) -> frozenset[str]:
    """Words with a capital that stand inside a sentence, or that the gazetteer knows."""
    found: set[str] = set()
    small: set[str] = set()
    starting: dict[str, str] = {}
    for part in parts:
        tokens = list(WORD.finditer(part.text))
        for at, token in enumerate(tokens):
            word, start = token[0], token.start()
            before = part.text[max(0, start - 3) : start].rstrip()[-1:]
            if word[0].islower():
                small.add(word)
            elif before and before not in _SENTENCE_ENDS:
                found.add(word)
            else:
                starting[word] = tokens[at + 1][0] if at + 1 < len(tokens) else ""
    # A name that only begins sentences: nobody writes it small, and it is known, or goes on.
    adjectives = gazetteer.adjectives()
    found |= {
        word
        for word, following in starting.items()
        if word.casefold() not in small
        and (
            (following in found and word.casefold() not in stop)
            or gazetteer.lookup(word)
            or word in adjectives
        )
    }
    return frozenset(found)


def _mentions(entities: Sequence[Entity]) -> Mapping[int, tuple[str, int, bool]]:
    """Where somebody or something is named → a key for who, where it ends, whether a person."""
    return {
        mention.span.start: (
            f"@{number}", mention.span.end, entity.kind is EntityKind.PERSON
        )
        for number, entity in enumerate(entities)
        for mention in entity.mentions
    }
