"""The words of time expressions: each has a class, one character, which patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from briefing import lexicon
from briefing.lexicon import words

_CLASSES = {
    "last": "l", "next": "f", "this": "h", "that": "T", "recent": "1", "ago": "g", "earlier": "e",
    "later": "r", "before": "B", "after": "R", "hence": "H", "from": "<", "edge": "E", "end": "X",
    "half": "*", "about": "x", "vague": "v", "every": "y", "frequency": "k", "times": "s",
    "per": "p", "all": "6", "fiscal": "j", "weekend": "K", "weekdays": "V", "old": "0",
    "long": "7", "overnight": "9", "plus": "+", "fall": "F", "quarter": "Q", "the": "t", "a": "a",
    "of": "o", "and": "&", "to": "2", "or": "|", "in": "5", "unbroken": "=", "half_more": "8",
    "era": "c", "era_ours": "c", "o_clock": "J",
    "hundred_hours": "J",
}  # fmt: skip
"""List of ``times.toml`` → class."""

WORD = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<numeric>\d{1,4}/\d{1,2}(?:/\d{2,4})?(?![\w/])|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\w)"
    r"|\d{1,2}-\d{1,2}-\d{4}(?![\w-]))"
    r"|(?P<clock>\d{1,2}(?::\d\d){1,2}(?![\d:])|\d{1,2}h\d\d(?!\w))"
    r"|(?P<decade>['’]?\d{1,3}0['’]?s(?!\w))"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<number>\d{1,18}(?:,\d{3}(?!\d))*(?:\.\d{1,9})?(?:(?!\w)|(?=[AaPp]\.?[Mm]\b)))"
    r"|(?P<half>[AaPp]\.\s?[Mm]\b\.?|[AaPp][Mm]\b)"
    r"|(?P<word>o['’]clock|B\.C\.(?:E\.)?|A\.D\.|\w+)"
    r"|['’]s\b|['’]ll\b|\S"
)
"""One word, number or mark; the longest of its kinds that fits."""


class Entry(NamedTuple):
    code: str
    """Its class."""
    datum: str
    """What the list says of it: a month's number, a unit's letter, the list's own name."""
    capital: bool = False
    """Whether it must be written with a capital letter."""


_Add = Callable[[str, "Entry"], None]
Phrase = tuple[str, ...]
"""The folded words of an entry."""


Vocabulary = tuple[dict[str, Entry], dict[str, list[tuple[Phrase, Entry]]]]
"""Of single words; of phrases by their first word, the longest first."""


def folded(word: str) -> str:
    return word.lower().replace("’", "'")


def spaced(phrase: str) -> str:
    """Its words as they stand, parted by blanks."""
    return " ".join([each[0] for each in WORD.finditer(phrase)])


def split(phrase: str) -> Phrase:
    if phrase.isalpha():  # most are
        return (phrase.lower(),)
    return tuple(folded(each[0]) for each in WORD.finditer(phrase))


@cache
def vocabulary() -> Vocabulary:
    single: dict[str, Entry] = {}
    phrases: dict[str, list[tuple[Phrase, Entry]]] = {}

    def add(text: str, entry: Entry) -> None:
        parts = split(text)
        if len(parts) == 1:
            single.setdefault(parts[0], entry)
        else:
            phrases.setdefault(parts[0], []).append((parts, entry))

    _calendar(add)
    _numbers(add)
    for name, code in _CLASSES.items():
        for text in words("times", f"classes.{name}"):
            add(text, Entry(code, name))
    for table, code in (
        ("clock", "n"),
        ("zones", "Z"),
        ("sets", "d"),
        ("part_sets", "V"),
        ("references", "!"),
    ):
        for key in lexicon.keys("times", table):
            for text in words("times", f"{table}.{key}"):
                add(text, Entry(code, key, capital=code == "Z" and text[0].isupper()))
    for text in words("times", "names.whole"):
        add(text, Entry("_", spaced(text), capital=True))
    for key in lexicon.keys("times", "named"):
        for text in words("times", f"named.{key}"):
            add(text, Entry("L", key, capital=text[0].isupper()))
    for choices in phrases.values():
        choices.sort(key=lambda each: len(each[0]), reverse=True)
    return single, phrases


def _calendar(add: _Add) -> None:
    doubtful = words("times", "months.doubtful")
    for number, forms in enumerate(words("times", "months.names"), start=1):
        for place, form in enumerate(forms.split()):
            code = "b" if place else "m" if form in doubtful else "M"
            add(form, Entry(code, str(number), capital=True))
    for number, forms in enumerate(words("times", "weekdays.names"), start=1):
        for place, form in enumerate(forms.split()):
            add(form, Entry("w" if place else "W", str(number), capital=True))
            if not place:
                add(f"{form}s", Entry("V", str(number), capital=True))
    for letter in lexicon.keys("times", "units"):
        one, more = words("times", f"units.{letter}")
        if one != "-":
            add(one, Entry("U", letter))
        add(more, Entry("u", letter))
    for table, code in (("parts", "P"), ("seasons", "S")):
        for letter in lexicon.keys("times", table):
            for text in words("times", f"{table}.{letter}"):
                add(text, Entry(code, letter))
    for word in lexicon.keys("times", "days"):
        add(word, Entry("z", words("times", f"days.{word}")[0]))


def _numbers(add: _Add) -> None:
    for value, text in enumerate(_parted("numbers.units")):
        add(text, Entry("N", str(value)))
    for value, text in enumerate(_parted("numbers.tens"), start=2):
        add(text, Entry("N", str(10 * value)))
    for text in words("times", "numbers.many"):
        word, value = text.split()
        add(word, Entry("N", value))
    for value, text in enumerate(_parted("numbers.ordinals"), start=1):
        add(text, Entry("O", str(value)))


@cache
def listed(key: str) -> frozenset[str]:
    """A list of ``times.toml``, folded."""
    return frozenset(folded(each) for each in words("times", key))


@cache
def single(key: str) -> frozenset[str]:
    """A list of ``times.toml`` of single words parted by blanks, folded."""
    return frozenset(folded(each) for each in _parted(key))


def _parted(key: str) -> list[str]:
    return [each for line in words("times", key) for each in line.split()]
