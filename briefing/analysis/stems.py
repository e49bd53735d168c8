"""Words and phrases of topics, found in a text by their stems."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from briefing.lexicon import keys, words
from briefing.model.topic import Topic

TERM, PHRASE = 1.0, 2.0
"""Weight of a single word and of several in a row."""

_WORD = re.compile(r"[^\W_]+")
_SNOWBALL = {
    "en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian",
    "pt": "portuguese", "nl": "dutch", "sv": "swedish", "da": "danish", "nb": "norwegian",
    "fi": "finnish", "ro": "romanian", "hu": "hungarian", "tr": "turkish", "ru": "russian",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    text: str
    """As the article writes it."""
    key: str
    """As the topic writes it."""
    weight: float

    @property
    def is_name(self) -> bool:
        return is_name(self.key)


def is_name(key: str) -> bool:
    """Whether a topic's word is somebody's or something's own: it is written with a capital."""
    return not key.islower()


@dataclass(frozen=True, slots=True)
class _Entry:
    topic: int
    key: str
    stems: tuple[str, ...]
    exact: tuple[str | None, ...]
    """Words in capitals are compared as they stand: WHO is not "who", US not "us"."""
    weight: float


class Matcher:
    """Finds the words of all topics in one pass over a text."""

    def __init__(self, topics: Sequence[Topic], language: str | None) -> None:
        self._stem = stemmer(language or "en")
        self._by_first: dict[str, list[_Entry]] = {}
        for position, topic in enumerate(topics):
            for key in dict.fromkeys((*topic.terms, *topic.phrases)):
                self._add(position, key, PHRASE if key in topic.phrases else TERM)

    def _add(self, topic: int, key: str, weight: float) -> None:
        parts = _WORD.findall(key)
        if parts:
            stems = tuple(self._stem(each) for each in parts)
            exact = tuple(each if len(each) > 1 and each.isupper() else None for each in parts)
            entry = _Entry(topic, key, stems, exact, weight)
            self._by_first.setdefault(stems[0], []).append(entry)

    def find(self, text: str) -> dict[int, list[Match]]:
        """By position of the topic: what was found, in order, each word or phrase once."""
        tokens = list(_WORD.finditer(text))
        stems = [self._stem(word[0]) for word in tokens]
        found: dict[int, dict[tuple[str, ...], Match]] = {}
        for index, stem in enumerate(stems):
            for entry in self._by_first.get(stem, ()):
                end = index + len(entry.stems)
                if tuple(stems[index:end]) == entry.stems and all(
                    exact is None or exact == word[0]
                    for exact, word in zip(entry.exact, tokens[index:end], strict=True)
                ):
                    surface = text[tokens[index].start() : tokens[end - 1].end()]
                    # "surveil" and "surveillance" are one piece of evidence, not two.
                    found.setdefault(entry.topic, {}).setdefault(
                        entry.stems, Match(surface, entry.key, entry.weight)
                    )
        return {topic: list(matches.values()) for topic, matches in found.items()}


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stem of a word, in lower case; the word itself where the language is not known."""
    tag = language.split("-")[0]
    name = _SNOWBALL.get(tag)
    if name is None:
        return str.casefold
    import snowballstemmer  # late: the window comes first

    library = cast("Any", snowballstemmer)  # it has no types
    stem_word: Callable[[str], str] = library.stemmer(name).stemWord
    listed = words("irregular", f"forms.{tag}") if tag in keys("irregular", "forms") else ()
    regular = dict(each.split() for each in listed)
    known: dict[str, str] = {}  # the stemmer is slow, and texts repeat their words

    def stem(word: str) -> str:
        if word not in known:
            low = word.casefold()
            known[word] = stem_word(regular.get(low, low))
        return known[word]

    return stem
