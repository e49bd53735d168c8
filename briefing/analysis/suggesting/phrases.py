"""Words in a row that can stand as a name: "joint exercises", "Israeli tanks", "Sierra Leone"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from briefing import gazetteer
from briefing.analysis.suggesting.meaning import WORD
from briefing.lexicon import words

_MOST_WORDS = 3
_MOST_IN_NAME = 4
_SHORTEST = 4
"""Letters of a common word that can stand alone."""
_JOINED = re.compile(r"[  ]")
_VERBAL = ("ed", "ly")


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    """As the article writes it."""
    stems: tuple[str, ...]
    start: int
    """Of the text it was found in."""
    proper: bool
    """Whether it is somebody's or something's own name."""
    place: bool = False
    person: bool = False
    whole: bool = True
    """Whether it can be a title; else it only helps to find the section again."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    stem: Callable[[str], str]
    stop: Set[str]
    capital: Set[str]
    """Words that the article writes with a capital inside sentences."""
    people: Set[str] = frozenset()
    """Words of people's names."""

    def found(self, text: str) -> Iterator[Phrase]:
        """In the order of the text, the longer first where several begin at one place."""
        for before, run in self._runs(text):
            at = 0
            while at < len(run):
                end = at
                while end < len(run) and self._is_name(run[end][0]):
                    end += 1
                if end > at:
                    yield from self._names(text, run, at, end)
                    at = end
                    continue
                while end < len(run) and not self._is_name(run[end][0]):
                    end += 1
                yield from self._common(text, run[at:end], leads=at == 0 and before in _leads())
                at = end

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and word in self.capital

    def _runs(self, text: str) -> Iterator[tuple[str, list[re.Match[str]]]]:
        """Content words in a row, each with the word before them in small letters."""
        run: list[re.Match[str]] = []
        before, last = "", ""
        end = 0
        for token in WORD.finditer(text):
            word = token[0].casefold()
            gap = text[end : token.start()]
            end = token.end()
            parted = _JOINED.fullmatch(gap) is None
            if run and (parted or word in self.stop):
                yield before, run
                run = []
            if word not in self.stop and (len(word) > 1):
                if not run:
                    before = "." if parted and gap.strip() else last
                run.append(token)
            last = word
        if run:
            yield before, run

    def _names(
        self, text: str, run: Sequence[re.Match[str]], start: int, end: int
    ) -> Iterator[Phrase]:
        spelled = [each[0] for each in run]
        if end - start == 1 and spelled[start] in gazetteer.adjectives():
            # "Israeli tanks" is a name for a section, "Israeli" is not.
            stop = min(end + 1, len(run))
            if stop > end and not spelled[end].endswith(_VERBAL) and spelled[end] not in _verbs():
                yield self._made(text, run[start:stop], proper=False)
            yield self._made(text, run[start:end], proper=True, whole=False)
            return
        while start < end:
            length, senses = gazetteer.longest(spelled[:end], start)
            place = any(each.family == "place" and not each.ambiguous for each in senses)
            stop = start + length if place else min(end, start + _MOST_IN_NAME)
            if place and stop < end and stop - start == 1:  # "Gaza Strip", "Moscow State"
                stop = min(end, start + _MOST_IN_NAME)
                place = False
            yield self._made(text, run[start:stop], proper=True, place=place)
            start = stop

    def _common(self, text: str, run: Sequence[re.Match[str]], *, leads: bool) -> Iterator[Phrase]:
        """``leads``: whether what stands before makes the run begin with a noun or adjective."""
        good: list[re.Match[str]] = []
        for token in run:
            word = token[0].casefold()
            if word in _verbs() or (good and word.endswith(_VERBAL)):
                break
            good.append(token)
        if leads and len(good) > 1 and not good[-1][0].endswith(_VERBAL):
            yield self._made(text, good[-_MOST_WORDS:], proper=False)
            if len(good) >= _MOST_WORDS:
                yield self._made(text, good[-2:], proper=False)
        for token in run:
            word = token[0].casefold()
            if len(word) >= _SHORTEST and word not in _verbs():
                noun = leads and good and token is good[-1] and not word.endswith(_VERBAL)
                yield self._made(text, [token], proper=False, whole=bool(noun))

    def _made(
        self, text: str, run: Sequence[re.Match[str]], *,
        proper: bool, place: bool = False, whole: bool = True,
    ) -> Phrase:  # fmt: skip
        start, end = run[0].start(), run[-1].end()
        stems = tuple(self.stem(each[0]) for each in run)
        person = proper and not place and run[-1][0] in self.people
        return Phrase(text[start:end], stems, start, proper, place, person, whole)


@cache
def _leads() -> frozenset[str]:
    return frozenset(words("stopwords", "before_nouns"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("stopwords", "verbs"))
