"""Names that the program knows: places and organisations, and the words that go with names.

The data is in ``assets/gazetteer``; its README tells where it comes from, and how a row is
written. Rows stay text until a name is asked for, so that loading is quick.

A name is found as it is written, or in capitals throughout ("MOSCOW" in a dateline). A curly
apostrophe is as good as a straight one, and an ending ``'s`` or ``'`` is ignored. What carries
``exact`` is found only as written, since in capitals it could be another word: "WHO".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Literal

from briefing import paths

Family = Literal["place", "organisation", "people"]
Gender = Literal["f", "m", "either"]

_FOLDER = paths.ASSETS / "gazetteer"
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_STATUS = {"": "country", "former": "former state", "territory": "territory"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a name. The same words can have several: Georgia."""

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
class _Index:
    """Rows by the names in them, each with its file's letter before it, parted by line ends."""

    rows: dict[str, str] = field(default_factory=dict[str, str])
    reach: dict[str, int] = field(default_factory=dict[str, int])
    """Words in the longest name that starts with a word; missing where that is one."""
    exact: set[str] = field(default_factory=set[str])

    def add(self, names: list[str], row: str) -> None:
        rows, reach = self.rows, self.reach
        for name in names:
            surface = name
            if name[-1] in "?!":
                surface = name[:-1]
                if name[-1] == "!":
                    self.exact.add(surface)
            if surface in rows:
                rows[surface] += f"\n{row}"
            else:
                rows[surface] = row
            if " " in surface:
                first, words = surface.partition(" ")[0], surface.count(" ") + 1
                if reach.get(first, 1) < words:
                    reach[first] = words


@cache
def _rows(file: str) -> tuple[str, ...]:
    """Lines of a table, without its heading."""
    text = (_FOLDER / f"{file}.tsv").read_text(encoding="utf-8")
    return tuple(text.rstrip("\n").split("\n")[1:])


def _names(*cells: str) -> Iterator[str]:
    for cell in cells:
        if cell:
            yield from cell.split("|")


@cache
def _countries() -> dict[str, list[str]]:
    """Cells of each country by its code."""
    cells = (row.split("\t") for row in _rows("countries"))
    return {each[2]: each for each in cells}


def _country_name(code: str) -> str:
    cells = _countries().get(code)
    return cells[0].rstrip("?!") if cells else ""


@cache
def _index() -> _Index:
    index = _Index()
    add = index.add
    for cells in _countries().values():
        add([*_names(cells[0], cells[1])], f"n{cells[2]}")
    for cells in _countries().values():
        if cells[6] != "former":
            add([*_names(cells[5])], f"k{cells[2]}")
    known, reach = index.rows, index.reach
    for letter, file in (("p", "places"), ("o", "organisations"), ("c", "cities")):
        for row in _rows(file):
            name, other, _ = row.split("\t", 2)
            if other:
                add([name, *other.split("|")], letter + row)
            elif name in known or name[-1] in "?!":
                add([name], letter + row)
            else:
                known[name] = letter + row
                if " " in name:
                    first, *more = name.split(" ")
                    if reach.get(first, 1) <= len(more):
                        reach[first] = len(more) + 1
    return index


@cache
def _capitals() -> tuple[dict[str, str], dict[str, int]]:
    """Names by their form in capitals, and the reach of their first words."""
    index = _index()
    names = {name.upper(): name for name in index.rows}
    for name in index.exact:
        names.pop(name, None)
    reach: dict[str, int] = {}
    for first, words in index.reach.items():
        upper = first.upper()
        reach[upper] = max(words, reach.get(upper, 1))
    return names, reach


def _entry(name: str, letter: str, row: str) -> Entry:
    cells = _countries()[row] if letter in "nk" else row.split("\t")
    exact = f"{name}!"
    ambiguous = f"{name}?"
    family: Family = "place"
    match letter:
        case "n":
            known = [*_names(cells[0], cells[1])]
            kind = _STATUS.get(cells[6], "country")
            note = kind if kind != "country" or not cells[6] else f"country, {cells[6]}"
            country = cells[2]
        case "k":
            known = [*_names(cells[5])]
            kind, note, country = "capital", f"capital of {_country_name(row)}", cells[2]
        case "c":
            known = [*_names(cells[0], cells[1])]
            kind, note, country = "city", f"city in {_country_name(cells[2])}", cells[2]
        case _:
            known = [*_names(cells[0], cells[1])]
            kind, country = cells[2], cells[3]
            where = _country_name(country)
            note = f"{kind}, {where}" if where else kind
            family = "organisation" if letter == "o" else "place"
    canonical = known[0].rstrip("?!")
    return Entry(name, kind, canonical, note, exact in known, ambiguous in known, country, family)


def _plain(words: str) -> str:
    return words.translate(_APOSTROPHES)


def _base(words: str) -> str:
    """Without the ending of a genitive."""
    if words[-2:] in ("'s", "'S"):
        return words[:-2]
    return words[:-1] if words[-2:] in ("s'", "S'") else words


@lru_cache(maxsize=4096)
def _find(words: str) -> tuple[Entry, ...]:
    index = _index()
    rows = index.rows.get(words)
    if rows is None and words.isupper() and len(words) > 1:
        written = _capitals()[0].get(words)
        if written is not None:
            words, rows = written, index.rows[written]
    if rows is None:
        return ()
    return tuple(_entry(words, row[0], row[1:]) for row in rows.split("\n"))


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
    reach = _index().reach.get(first, 1)
    if first.isupper():
        reach = max(reach, _capitals()[1].get(first, 1))
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
    for row in _rows("places"):
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
    for row in _rows("metonyms"):
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
    for row in _rows("first_names"):
        name, _, gender = row.partition("\t")
        found[name] = "f" if gender == "f" else "m" if gender == "m" else "either"
    return found


@cache
def surnames_first() -> Mapping[str, tuple[str, ...]]:
    """Surnames that may stand before the given name, with the languages: "zh", "ko", "vi", "hu"."""
    pairs = (row.split("\t") for row in _rows("surnames_first"))
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
    return tuple(str(each) for each in value)


def title_keys(table: str) -> tuple[str, ...]:
    """Names of the lists in a table of ``titles.toml``."""
    return tuple(_titles()[table])
