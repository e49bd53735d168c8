"""Names that the program knows: places and organisations, and the words that go with names.

The data is in ``assets/gazetteer``; its README tells where it comes from, and how a row is
written. Rows stay text until a name is asked for, so that loading is quick.

A name is found as it is written, or in capitals throughout ("MOSCOW" in a dateline). A curly
apostrophe is as good as a straight one, and an ending ``'s`` or ``'`` is ignored. What carries
``exact`` is found only as written, since in capitals it could be another word: "WHO".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress
from typing import Any, Literal, NamedTuple

from briefing import paths

Family = Literal["place", "organisation", "people"]
Gender = Literal["f", "m", "either"]

_FOLDER = paths.ASSETS / "gazetteer"
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_FILES = {"p": "places", "o": "organisations", "c": "cities"}
"""By a letter, in the order of their senses."""
_MOST_WORDS = 10
"""In a name."""
_BETWEEN = re.compile(r"([ -])")
_STATUS = {"": "country", "former": "former state", "territory": "territory"}


class Entry(NamedTuple):
    """One sense of a name. The same words can have several: Georgia. A tuple, for speed."""

    name: str
    """The form found, as the gazetteer writes it."""
    kind: str
    """For places "country", "territory", "former state", "capital", "city" or a kind in
    ``places.tsv``; a kind in ``organisations.tsv``; "adjective" or "people" for demonyms;
    "body" for what a metonym stands for."""
    canonical: str
    """The name it is best known by: "United States" for "U.S."."""
    note: str
    """What it is, in a few words: "capital of Finland"."""
    exact: bool
    """In capitals it could be another word; trust it only where the text is not all capitals."""
    ambiguous: bool
    """It is also a common word or a person's name: use it only where the context agrees."""
    country: str
    """ISO 3166-1 code of the country it is in or belongs to; empty where there is none."""
    family: Family


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of a file, found by their names."""

    cells: list[str]
    """All, row after row."""
    columns: int
    last: dict[str, int]
    """The last row that has a name as its first; as rows are sorted, others stand right before."""
    others: dict[str, list[int]]

    def find(self, name: str) -> list[list[str]]:
        found = set(self.others.get(name, ()))
        number = self.last.get(name, -1)
        if number >= 0:
            first = self._first(number)
            while number >= 0 and self._first(number) == first:
                found.add(number)
                number -= 1
        columns = self.columns
        return [self.cells[each * columns : (each + 1) * columns] for each in sorted(found)]

    def _first(self, number: int) -> str:
        return self.cells[number * self.columns].rstrip("?!")


@cache
def _text(file: str) -> str:
    """A table without its heading."""
    text = (_FOLDER / f"{file}.tsv").read_bytes().decode("utf-8").replace("\r\n", "\n")
    return text.rstrip("\n").partition("\n")[2]


@cache
def _table(file: str) -> _Table:
    """All at once, as far as it goes: a loop over the cities takes long."""
    text = _text(file)
    columns = text.partition("\n")[0].count("\t") + 1
    cells = text.replace("\n", "\t").split("\t")
    names, more = cells[::columns], cells[1::columns]
    last = dict(zip(names, range(len(names)), strict=True))
    for name in [each for each in last if each[-1] in "?!"]:
        last[name[:-1]] = max(last.pop(name), last.get(name[:-1], 0))
    others: dict[str, list[int]] = {}
    for number in compress(range(len(more)), more):
        for name in more[number].split("|"):
            others.setdefault(name.rstrip("?!"), []).append(number)
    return _Table(cells, columns, last, others)


@cache
def _states() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Codes of countries by their names, and by their seats of government."""
    both: tuple[dict[str, list[str]], dict[str, list[str]]] = ({}, {})
    for code, cells in _countries().items():
        seats = cells[5] if cells[6] != "former" else ""
        for found, names in zip(both, (_names(cells[0], cells[1]), _names(seats)), strict=True):
            for name in names:
                found.setdefault(name.rstrip("?!"), []).append(code)
    return both


@cache
def _starts() -> frozenset[str]:
    """Words that names of several words start with."""
    tables = [_table(file) for file in _FILES.values()]
    found: set[str] = set()
    names = [part for each in tables for part in (each.last, each.others)]
    for some in (*_states(), *names):
        found |= {name[: name.index(" ")] for name in some if " " in name}
    return frozenset(found)


def _names(*cells: str) -> Iterator[str]:
    for cell in cells:
        if cell:
            yield from cell.split("|")


@cache
def _countries() -> dict[str, list[str]]:
    """Cells of each country by its code."""
    cells = (row.split("\t") for row in _text("countries").split("\n"))
    return {each[2]: each for each in cells}


def _country_name(code: str) -> str:
    cells = _countries().get(code)
    return cells[0].rstrip("?!") if cells else ""


def _senses(words: str) -> Iterator[Entry]:
    named, seats = _states()
    for code in named.get(words, ()):
        cells = _countries()[code]
        yield _entry(words, "n", cells, [*_names(cells[0], cells[1])])
    for code in seats.get(words, ()):
        cells = _countries()[code]
        yield _entry(words, "k", cells, [*_names(cells[5])])
    for letter, file in _FILES.items():
        for cells in _table(file).find(words):
            yield _entry(words, letter, cells, [*_names(cells[0], cells[1])])


def _entry(name: str, letter: str, cells: list[str], known: list[str]) -> Entry:
    family: Family = "place"
    match letter:
        case "n":
            kind = _STATUS.get(cells[6], "country")
            note = kind if kind != "country" or not cells[6] else f"country, {cells[6]}"
            country = cells[2]
        case "k":
            country = cells[2]
            kind, note = "capital", f"capital of {_country_name(country)}"
        case "c":
            kind, note, country = "city", f"city in {_country_name(cells[2])}", cells[2]
        case _:
            kind, country = cells[2], cells[3]
            where = _country_name(country)
            note = f"{kind}, {where}" if where else kind
            family = "organisation" if letter == "o" else "place"
    canonical = known[0].rstrip("?!")
    exact, ambiguous = f"{name}!" in known, f"{name}?" in known
    return Entry(name, kind, canonical, note, exact, ambiguous, country, family)


def _plain(words: str) -> str:
    return words.translate(_APOSTROPHES)


def _base(words: str) -> str:
    """Without the ending of a genitive."""
    if words[-2:] in ("'s", "'S"):
        return words[:-2]
    return words[:-1] if words[-2:] in ("s'", "S'") else words


def _in_small_letters(words: str) -> Iterator[str]:
    """How a name in capitals may be written: "Deir ez-Zor", "N'Djamena", "Xi'an"."""
    first, space, rest = words.partition(" ")
    if space:
        yield f"{first} {rest.title()}"  # "US Navy"
    small = frozenset(titles("particles.inside"))
    parts = _BETWEEN.split(words.lower())
    for capital in (str.capitalize, str.title):
        for keep in (1, 0, len(parts)):  # how many have a capital though they are small words
            yield "".join(
                each if each in small and number >= keep else capital(each)
                for number, each in enumerate(parts)
            ).replace(" D'", " d'")


@lru_cache(maxsize=4096)
def _find(words: str) -> tuple[Entry, ...]:
    if found := tuple(_senses(words)):
        return found
    if len(words) > 1 and words.isupper():
        for form in dict.fromkeys(_in_small_letters(words)):
            if found := tuple(each for each in _senses(form) if not each.exact):
                return found
    return ()


def lookup(words: str) -> tuple[Entry, ...]:
    """Every sense of a name: countries, capitals, regions, organisations, then cities."""
    words = _plain(words)
    return _find(words) or _find(_base(words))


def longest(tokens: Sequence[str], start: int = 0) -> tuple[int, tuple[Entry, ...]]:
    """The longest name that begins at a token, as how many tokens and its senses; else 0 and none.

    Tokens are words as they stand between spaces, without the punctuation around them; an
    abbreviation keeps its full stops, and a compound its hyphens.
    """
    first = _plain(tokens[start])
    starts = _starts()
    leads = first in starts or (
        first.isupper() and any(each in starts for each in _in_small_letters(first))
    )
    reach = _MOST_WORDS if leads else 1
    for length in range(min(reach, len(tokens) - start), 0, -1):
        if found := lookup(" ".join(tokens[start : start + length])):
            return length, found
    return 0, ()


@cache
def adjectives() -> Mapping[str, tuple[Entry, ...]]:
    """Demonyms, "Russian" of kind "adjective" and "Russians" of kind "people", with whose they are.

    Where two countries share one ("Congolese", "Dominican") there are two entries.
    """
    found: dict[str, list[Entry]] = {}

    def add(name: str, kind: str, whose: str, country: str) -> None:
        surface = name.rstrip("?!")
        entries = found.setdefault(surface, [])
        if all(each.canonical != whose for each in entries):
            exact, ambiguous = name[-1] == "!", name[-1] == "?"
            note = f"of {whose}"
            entries.append(Entry(surface, kind, whose, note, exact, ambiguous, country, "people"))

    for cells in _countries().values():
        for kind, cell in (("adjective", cells[3]), ("people", cells[4])):
            for name in _names(cell):
                add(name, kind, cells[0].rstrip("?!"), cells[2])
    for row in _text("places").split("\n"):
        if row.endswith("\t\t"):
            continue
        cells = row.split("\t")
        for kind, cell in (("adjective", cells[4]), ("people", cells[5])):
            for name in _names(cell):
                add(name, kind, cells[0].rstrip("?!"), cells[3])
    return {name: tuple(entries) for name, entries in found.items()}


@cache
def metonyms() -> Mapping[str, Entry]:
    """Places that can stand for who sits there, with the body; every capital for its government."""
    found: dict[str, Entry] = {}
    for row in _text("metonyms").split("\n"):
        name, body, country = row.split("\t")
        found[name] = Entry(name, "body", body, "metonym", False, False, country, "organisation")
    for cells in _countries().values():
        if cells[6] in ("former", "territory"):
            continue
        whose = cells[0].rstrip("?!")
        for name in _names(cells[5]):
            surface = name.rstrip("?!")
            body = Entry(
                surface, "body", f"government of {whose}", "metonym", False, name[-1] == "?",
                cells[2], "organisation",
            )  # fmt: skip
            found.setdefault(surface, body)
    return found


@cache
def first_names() -> Mapping[str, Gender]:
    """Given names, and who bears them."""
    found: dict[str, Gender] = {}
    for row in _text("first_names").split("\n"):
        name, _, gender = row.partition("\t")
        found[name] = "f" if gender == "f" else "m" if gender == "m" else "either"
    return found


@cache
def surnames_first() -> Mapping[str, tuple[str, ...]]:
    """Surnames that may stand before the given name, with the languages: "zh", "ko", "vi", "hu"."""
    pairs = (row.split("\t") for row in _text("surnames_first").split("\n"))
    return {name: tuple(languages.split("|")) for name, languages in pairs}


@cache
def _titles() -> dict[str, Any]:
    with (_FOLDER / "titles.toml").open("rb") as source:
        return tomllib.load(source)


@cache
def titles(key: str) -> tuple[str, ...]:
    """A list in ``titles.toml``; a dot leads into a table: ``before.military``.

    A missing list is a fault of the program, so it raises KeyError.
    """
    value: Any = _titles()
    for part in key.split("."):
        value = value[part]
    return tuple(
        word.strip() for each in value for word in str(each).replace(",\n", ", ").split(", ")
    )


def title_keys(table: str) -> tuple[str, ...]:
    """Names of the lists in a table of ``titles.toml``."""
    return tuple(_titles()[table])
