"""Words in a row that can stand as a name: "joint exercises", "Israeli tanks", "Sierra Leone"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from briefing import gazetteer
from briefing.analysis.suggesting.meaning import WORD, listed
from briefing.analysis.suggesting.parts import Part
from briefing.lexicon import words
from briefing.model.annotations import Annotations
from briefing.model.facts import EntityKind

_MOST_WORDS = 3
_MOST_IN_NAME = 4
_ADDRESS = ("@", "/", "\\", "_")
_GOVERNMENT = "government of "
"""In what is noted of "Moscow" and of "Russia" where it acts."""
_SHORTEST = 4
"""Letters of a common word that can stand alone."""
_JOINS = (" ", "\N{NO-BREAK SPACE}", "\n")
_VERBAL = ("ed", "ly")
_NOT_PLURAL = ("ss", "us", "is")
_LATE = 12
"""Characters behind a sentence's beginning in which its first name or noun can still begin."""


class Kind(Enum):
    COMMON = auto()
    PLACE = auto()
    NAME = auto()
    """Of an organisation, or of what is not known."""
    STANDS_FOR = auto()
    """A capital or country that means its government."""
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    """As the article writes it."""
    keys: tuple[str, ...]
    """Stems of its words; for a known name, who or what it is."""
    kind: Kind
    vague: bool = False
    """Whether it is a title only for want of a better one: "parliamentary committee"."""
    whole: bool = False
    """Whether it can be a title; else it only helps to find the section again."""
    sentence: str = ""
    opens: bool = False
    """Whether it is the first name or noun of its sentence: what that is about."""
    subject: bool = False
    """Whether a verb follows."""


@dataclass(frozen=True, slots=True)
class Known:
    """A name or day that was found in the article."""

    key: str
    end: int
    kind: Kind | None
    """None for a day, which is nothing's name."""


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    start: int
    end: int
    keys: tuple[str, ...]
    kind: Kind | None
    """None for words that end a phrase: "of", days, numbers."""
    adjective: bool = False
    """Of a country: "Israeli"."""

    @property
    def low(self) -> str:
        return self.text.casefold()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    stem: Callable[[str], str]
    stop: Set[str]
    capital: Set[str]
    """Words that are names, or part of one."""
    known: Mapping[int, Known]
    """By where in the article they begin."""

    def found(self, part: Part) -> tuple[list[Phrase], Counter[str]]:
        """In the order of the text, and how often each key is there."""
        phrases: list[Phrase] = []
        often: Counter[str] = Counter()
        begins = part.sentences[0].span.start
        skipped = part.opening.dateline
        for sentence in part.sentences:
            start = min(sentence.span.start + skipped, sentence.span.end)
            skipped = 0
            text = part.text[start - begins : sentence.span.end - begins]
            items = list(self._items(text, start))
            for each in items:
                if each.kind is not None:
                    often.update(each.keys)
            phrases += self._phrases(text, items, sentence.id)
        return phrases, often

    def keys(self, text: str) -> set[str]:
        """Stems of the content words, and codes of countries."""
        items = self._items(text, -len(text) - 1)
        return {key for each in items if each.kind is not None for key in each.keys}

    def _items(self, text: str, offset: int) -> Iterator[_Item]:
        tokens = list(WORD.finditer(text))
        at = 0
        while at < len(tokens):
            token = tokens[at]
            start, word = token.start(), token[0]
            known = self.known.get(offset + start)
            if known is not None:
                end = min(known.end - offset, len(text))
                at += 1
                while at < len(tokens) and tokens[at].start() < end:
                    at += 1
                if word.casefold() in listed("articles"):  # "the Pentagon"
                    start = max(start, min(end, token.end() + 1))
                yield _Item(text[start:end], start, end, (known.key,), known.kind)
            elif word.casefold() in self.stop or len(word) == 1 or _in_address(text, token):
                yield _Item(word, start, token.end(), (), None)
                at += 1
            elif self._is_name(word):
                stop = self._name_ends(text, offset, tokens, at)
                yield self._named(
                    text, [each[0] for each in tokens[at:stop]], start, tokens[stop - 1].end()
                )
                at = stop
            else:
                keys, kind = (self.stem(word),), Kind.COMMON
                if _is_weak(word.casefold()):
                    keys, kind = (), None
                yield _Item(word, start, token.end(), keys, kind)
                at += 1

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and word in self.capital

    def _name_ends(self, text: str, offset: int, tokens: Sequence[re.Match[str]], at: int) -> int:
        if tokens[at][0] in gazetteer.adjectives():
            return at + 1
        end = at + 1
        while (
            end < min(len(tokens), at + _MOST_IN_NAME)
            and text[tokens[end - 1].end() : tokens[end].start()] in _JOINS
            and offset + tokens[end].start() not in self.known
            and self._is_name(tokens[end][0])
            and tokens[end][0].casefold() not in self.stop
        ):
            end += 1
        return end

    def _named(self, text: str, spelled: Sequence[str], start: int, end: int) -> _Item:
        people = gazetteer.adjectives().get(spelled[0], ()) if len(spelled) == 1 else ()
        codes = {each.country for each in people}
        code = codes.pop() if len(codes) == 1 else _code(" ".join(spelled))
        keys = (f"@{code}",) if code else tuple(map(self.stem, spelled))
        adjective = bool(people)
        length, senses = gazetteer.longest(spelled, 0)
        kind = Kind.NAME
        if length == len(spelled) and any(
            each.family == "place" and not each.ambiguous for each in senses
        ):
            kind = Kind.PLACE
        elif len(spelled) > 1 and not length and spelled[0] in gazetteer.first_names():
            kind = Kind.PERSON
        return _Item(text[start:end], start, end, keys, kind, adjective)

    def _phrases(self, text: str, items: Sequence[_Item], sentence: str) -> Iterator[Phrase]:
        opened = False
        at = 0
        while at < len(items):
            item = items[at]
            if item.kind is None:
                at += 1
                continue
            end = at + 1
            while end < len(items) and items[end].kind is Kind.COMMON and _joined(text, items, end):
                end += 1
            parted = at == 0 or not _joined(text, items, at)
            before = "." if parted else items[at - 1].low
            opens = not opened and (at == 0 or before in listed("articles") or item.start < _LATE)
            opened = True
            to_person = end < len(items) and (
                items[end].kind is Kind.PERSON and _joined(text, items, end)
            )
            after = items[end].low if end < len(items) and _joined(text, items, end) else ""
            run = items[at:end]
            for each in self._of_run(text, run, before, after, may_be=not to_person):
                yield Phrase(
                    each.text, each.keys, each.kind, each.vague, each.whole, sentence,
                    opens and each.opens, each.subject,
                )  # fmt: skip
            at = end

    def _of_run(
        self, text: str, run: Sequence[_Item], before: str, after: str, *, may_be: bool
    ) -> Iterator[Phrase]:
        """A name and the common words behind it, or common words only."""
        head = run[0]
        good = _noun_phrase(run)
        if good == len(run) > 1 and after in listed("determiners"):  # "the grid lacks a …"
            good -= 1
        cut_off = good < len(run)
        verb_after = cut_off or after in listed("auxiliaries")
        leads = before in listed("before_nouns") or _is_weak(before)
        if head.kind is not Kind.COMMON and head.kind is not None:
            whole = may_be and head.kind is not Kind.PERSON and not head.adjective
            subject = good == 1 and verb_after
            yield Phrase(head.text, head.keys, head.kind, False, whole, "", True, subject)
            # "the Gaza truce" and "Israeli tanks"; but "Kenya counts …" has no article.
            joins = head.adjective or (leads and before != ".")
            joins = joins and bool(self.stop)  # without them verbs are taken for nouns
            if head.kind is not Kind.PERSON and 1 < good <= _MOST_WORDS and joins and may_be:
                yield self._phrase(text, run[:good], subject=verb_after)
        elif leads and good > 1 and may_be:
            tail = run[max(0, good - _MOST_WORDS) : good]
            yield self._phrase(text, tail, subject=verb_after)
            if len(tail) > 2:
                yield self._phrase(text, tail[-2:], subject=verb_after)
        for place, each in enumerate(run):
            if (
                each.kind is Kind.COMMON
                and len(each.text) >= _SHORTEST
                and each.low not in _verbs()
            ):
                last = place == good - 1
                alone = leads and last and good == 1 and may_be
                noun = alone and each.low not in listed("generic") and _can_end(each)
                yield Phrase(
                    each.text,
                    each.keys,
                    each.kind,
                    False,
                    noun,
                    "",
                    place == 0,
                    last and verb_after,
                )

    def _phrase(self, text: str, run: Sequence[_Item], *, subject: bool) -> Phrase:
        keys = tuple(key for each in run for key in each.keys)
        vague = run[-1].low in listed("generic")
        spelled = " ".join(text[run[0].start : run[-1].end].split())
        return Phrase(spelled, keys, Kind.COMMON, vague, True, "", True, subject)


def known_names(found: Annotations) -> dict[int, Known]:
    """What was found in the article already, by where it begins."""
    kinds = {
        EntityKind.PERSON: Kind.PERSON, EntityKind.PLACE: Kind.PLACE,
        EntityKind.ORGANISATION: Kind.NAME,
    }  # fmt: skip
    made = {each.span.start: Known("", each.span.end, None) for each in found.dates}
    for number, entity in enumerate(found.entities):
        kind, key = kinds[entity.kind], f"@{number}"
        country = entity.name
        if kind is Kind.NAME and entity.note.startswith(_GOVERNMENT):
            country = entity.note.removeprefix(_GOVERNMENT)
            kind = Kind.PLACE if country == entity.name else Kind.STANDS_FOR
        if kind is not Kind.PERSON and (code := _code(country)):
            key = f"@{code}"
        for each in entity.mentions:
            made[each.span.start] = Known(key, each.span.end, kind)
    return made


def _in_address(text: str, token: re.Match[str]) -> bool:
    start, end = token.span()
    return text[start - 1 : start] in _ADDRESS or text[end : end + 1] in _ADDRESS


@cache
def _code(country: str) -> str:
    codes = {each.country for each in gazetteer.lookup(country) if each.kind == "country"}
    return codes.pop() if len(codes) == 1 else ""


def _joined(text: str, items: Sequence[_Item], at: int) -> bool:
    return at > 0 and text[items[at - 1].end : items[at].start] in _JOINS


def _noun_phrase(run: Sequence[_Item]) -> int:
    """How many items it has from the beginning: up to a verb, or a plural that others follow."""
    end = 1 if run[0].kind is not Kind.COMMON else 0
    while end < len(run):
        low = run[end].low
        if low in _verbs() or (end and low.endswith(_VERBAL)):
            return end
        end += 1
        plural = low.endswith("s") and not low.endswith(_NOT_PLURAL)
        if plural and low not in listed("modifiers"):
            return end
    while end > 1 and not _can_end(run[end - 1]):
        end -= 1
    return end


def _can_end(item: _Item) -> bool:
    return not item.low.endswith((*_VERBAL, "ing")) or item.low in listed("modifiers")


@cache
def _verbs() -> frozenset[str]:
    irregular = (each.split()[0] for each in words("irregular", "forms.en"))
    return listed("verbs").union(irregular)


@cache
def _is_weak(low: str) -> bool:
    """ "entire", "poorest": it tells nothing of the noun behind it."""
    return low in listed("weak") or (low.endswith("est") and low not in listed("ends_in_est"))
