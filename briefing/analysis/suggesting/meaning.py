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
_SENTENCE_ENDS = ".!?:\"“”‘’'—–•*"
_SHORTEST = 3
_LONGEST_NAME = 8
"""Words."""


@dataclass(frozen=True, slots=True)
class _Mention:
    key: str
    """For who or what it is."""
    end: int
    person: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    stems: Counter[str]
    """Content words and how often; names are not among them."""
    names: frozenset[str]
    """Keys of the people, organisations and places."""
    countries: frozenset[str]
    """Codes of the countries that are named, by their people and cities too."""
    first_countries: frozenset[str]
    says: bool
    """Whether somebody says something in its first sentence: news seldom begins so."""
    acronyms: frozenset[str]
    """Words that are all capitals inside a sentence."""
    capitals: frozenset[str]
    """Words that are names, or part of one."""
    length: int
    """Words."""


def of(
    article: Article, parts: Sequence[Part], entities: Sequence[Entity], checkpoint: Checkpoint
) -> list[Meaning]:
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
        first = part.sentences[0].span.end - start
        stems: Counter[str] = Counter()
        names: set[str] = set()
        countries: set[str] = set()
        first_countries: set[str] = set()
        tokens = list(WORD.finditer(part.text))
        spelled = [each[0] for each in tokens]
        after_name = 0
        for at, token in enumerate(tokens):
            if at < after_name:
                continue
            word, low = token[0], token[0].casefold()
            mention = known.get(start + token.start())
            if word[0].isupper() and (word in capital or mention):
                length, codes = _place(spelled, at, mention)
                countries |= codes
                if token.start() < first:
                    first_countries |= codes
                if low not in stop:
                    names.add(mention.key if mention else f"={low.removesuffix('s')}")
                    end = mention.end - start if mention else 0
                    inside = sum(each.end() <= end for each in tokens[at : at + _LONGEST_NAME])
                    after_name = at + max(1, length, inside)
                    continue
            if len(low) >= _SHORTEST and low not in stop:
                stems[stem(low)] += 1
        made.append(
            Meaning(
                stems,
                frozenset(names),
                frozenset(countries),
                frozenset(first_countries),
                any(t[0].casefold() in speech for t in tokens if t.start() < first),
                frozenset(w for w in spelled[1:] if len(w) > 1 and w.isupper()),
                capital.intersection(spelled),
                len(tokens),
            )
        )
    return made


def _place(spelled: Sequence[str], at: int, mention: _Mention | None) -> tuple[int, frozenset[str]]:
    """How many words a known name has, and the code of its country, if it is of one."""
    if mention is not None and mention.person:  # Valdivia is a city, Ann Valdivia is not
        return 0, frozenset()
    length, senses = gazetteer.longest(spelled, at)
    senses = (*senses, *gazetteer.adjectives().get(spelled[at], ()))
    codes = frozenset(e.country[:2] for e in senses if e.country and not e.ambiguous)
    return length, codes if len(codes) == 1 else frozenset()


@cache
def stopwords(language: str) -> frozenset[str]:
    """None for a language that has no list."""
    if language not in keys("stopwords", "words"):
        return frozenset()
    return listed(f"words.{language}")


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list of ``stopwords.toml``, whose strings hold several each."""
    return frozenset(word for some in words("stopwords", key) for word in some.split())


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


def _mentions(entities: Sequence[Entity]) -> Mapping[int, _Mention]:
    """By where they begin."""
    return {
        each.span.start: _Mention(f"@{number}", each.span.end, entity.kind is EntityKind.PERSON)
        for number, entity in enumerate(entities)
        for each in entity.mentions
    }
