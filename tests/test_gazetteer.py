"""The gazetteer is well formed, and names are found in it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest
from cases import Case, each

from briefing import gazetteer, paths

FOLDER = paths.ASSETS / "gazetteer"
TABLES = {
    "countries": 7,
    "places": 6,
    "organisations": 4,
    "cities": 4,
    "metonyms": 3,
    "first_names": 2,
    "surnames_first": 2,
}


def rows(table: str) -> list[list[str]]:
    lines = (FOLDER / f"{table}.tsv").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_well_formed_and_sorted(table: str) -> None:
    found = rows(table)
    assert all(len(row) == TABLES[table] and row[0] for row in found)
    assert all(cell == cell.strip() for row in found for cell in row)
    names = [row[0].rstrip("?!") for row in found]
    assert names == sorted(names)


def test_no_name_stands_twice_in_a_kind_and_country() -> None:
    keys = {
        "countries": (0,),
        "places": (0, 2, 3),
        "organisations": (0, 2, 3),
        "cities": (0, 2),
        "metonyms": (0,),
        "first_names": (0,),
        "surnames_first": (0,),
    }
    for table, columns in keys.items():
        counts = Counter(tuple(row[column] for column in columns) for row in rows(table))
        assert [key for key, count in counts.items() if count > 1] == [], table


def test_no_row_gives_a_name_twice() -> None:
    for table in ("countries", "places", "organisations", "cities"):
        for row in rows(table):
            names = [each.rstrip("?!") for each in [row[0], *row[1].split("|")] if each]
            assert len(names) == len(set(names)), row


def test_every_country_has_an_adjective_people_and_a_capital() -> None:
    found = rows("countries")
    assert len(found) > 230
    assert all(row[2] and row[3] and row[4] and row[5] for row in found)


def test_every_country_code_is_known() -> None:
    codes = {row[2] for row in rows("countries")}
    for table, column in (("places", 3), ("organisations", 3), ("cities", 2), ("metonyms", 2)):
        assert {row[column] for row in rows(table)} - codes <= {""}, table


@each("gazetteer.txt")
def test_longest_name(case: Case) -> None:
    length, entries = gazetteer.longest(case.text.split())
    assert [f"{length} {e.kind}: {e.canonical} {e.country}".strip() for e in entries] == (
        case.expected
    )


@pytest.mark.parametrize(
    "name",
    [
        *("Nice", "Reading", "Mobile", "Split", "Bath", "Male", "Victoria", "Jordan", "Georgetown"),
        *("Lincoln", "Jackson", "Washington", "Orange", "Enterprise", "Man", "Most", "Mary"),
        *("Florence", "Nancy", "Tours", "Chad", "Georgia"),
    ],
)
def test_words_and_names_of_people_are_ambiguous(name: str) -> None:
    assert all(e.ambiguous for e in gazetteer.lookup(name) if e.kind != "US state")


@pytest.mark.parametrize("name", ["Of", "March", "Data", "Bar", "Same", "Along", "May", "The"])
def test_common_words_are_no_places(name: str) -> None:
    assert all(e.ambiguous for e in gazetteer.lookup(name))


@pytest.mark.parametrize("name", ["WHO", "US", "ICE", "AU", "PA", "IS"])
def test_abbreviations_that_are_words_are_exact(name: str) -> None:
    assert gazetteer.lookup(name)
    assert all(e.exact for e in gazetteer.lookup(name))
    assert not any(e.name == name for e in gazetteer.lookup(name.title()))


def test_demonyms() -> None:
    found = gazetteer.adjectives()
    assert [(e.kind, e.canonical) for e in found["Russian"]] == [("adjective", "Russia")]
    assert [(e.kind, e.country) for e in found["Frenchmen"]] == [("people", "FR")]
    assert len(found["Congolese"]) == 2
    assert found["Kurdish"][0].canonical == "Kurdistan"


def test_a_capital_stands_for_its_government() -> None:
    found = gazetteer.metonyms()
    assert found["Washington"].canonical == "the United States government"
    assert found["Moscow"].canonical == "government of Russia"
    assert found["Kyiv"].country == "UA"
    assert "Pentagon" in found


def test_names_of_people() -> None:
    names = gazetteer.first_names()
    assert (names["Angela"], names["Vladimir"], names["Robin"]) == ("f", "m", "either")
    assert gazetteer.surnames_first()["Kim"] == ("ko",)
    assert "hu" in gazetteer.surnames_first()["Orbán"]


def test_titles() -> None:
    assert "Lt. Col." in gazetteer.titles("before.military")
    assert "spokesperson" in gazetteer.titles("roles.heads")
    assert set(gazetteer.title_keys("before")) >= {"courtesy", "military", "political"}
    with pytest.raises(KeyError):
        gazetteer.titles("before.nothing")


def test_two_processes_find_the_same() -> None:
    code = "from briefing import gazetteer as g; print(g.lookup('Georgia'), g.lookup('Tripoli'))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=paths.ROOT, capture_output=True, check=True
        )
        for _ in range(2)
    ]
    assert runs[0].stdout == runs[1].stdout != b""
