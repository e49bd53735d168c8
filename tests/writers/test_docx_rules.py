"""Every Word file passes the Open XML SDK's validator and our own rules for what it misses."""

from __future__ import annotations

from dataclasses import replace

import ooxml_validator
import pytest
from briefs import SAMPLES, WORDS, briefs
from docx_order import ORDER, SEVERAL, rank
from docx_rules import faults
from hypothesis import HealthCheck, Phase, given, settings

from briefing.model.brief import Brief, Notes, Page
from briefing.writers import WRITERS, Options
from briefing.writers.house import available, load

HOUSES = ("modern", "classical", "plain")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""To make a brief smaller that fails takes minutes."""


def written(brief: Brief, house: str, page: Page | None = None) -> bytes:
    return WRITERS[".docx"](brief, load(house, page), Options()).data


def test_every_house_style_is_checked() -> None:
    assert set(HOUSES) == {each.id for each in available() if each.shipped}


@pytest.mark.parametrize("page", Page)
@pytest.mark.parametrize("house", HOUSES)
def test_our_rules(house: str, page: Page) -> None:
    for name, brief in SAMPLES.items():
        for notes in Notes:
            assert faults(written(replace(brief, notes=notes), house, page)) == [], (name, notes)


@pytest.mark.parametrize("house", HOUSES)
def test_the_validator(house: str, full: Brief) -> None:
    files = {
        "full": written(full, house, Page.LETTER),
        "footnotes": written(SAMPLES["noted"], house, Page.A4),
        "endnotes": written(replace(SAMPLES["noted"], notes=Notes.ENDNOTES), house),
        "comments": written(replace(SAMPLES["ferry"], notes=Notes.COMMENTS), house),
    }
    assert ooxml_validator.validate(files) == {name: [] for name in files}


@pytest.mark.parametrize("house", HOUSES)
def test_our_rules_on_any_brief(house: str) -> None:
    @settings(max_examples=25, deadline=None, phases=PHASES)
    @given(briefs())
    def check(brief: Brief) -> None:
        assert faults(written(brief, house)) == []

    check()


def test_the_validator_on_any_brief() -> None:
    """On the longest of many, since each takes it half a second."""
    made: dict[int, bytes] = {}

    @settings(
        max_examples=40,
        deadline=None,
        phases=PHASES,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(briefs(words=WORDS))
    def make(brief: Brief) -> None:
        data = written(brief, HOUSES[len(made) % 3])
        assert faults(data) == []
        made[len(data)] = data

    make()
    files = {f"{size} bytes": made[size] for size in sorted(made)[-5:]}
    assert ooxml_validator.validate(files) == {name: [] for name in files}


def test_no_word_file_at_all() -> None:
    assert faults(b"PK\x03\x04 no archive") != []


def test_the_order_of_the_schema_is_written_down_once() -> None:
    for parent, names in ORDER.items():
        flat = [each for name in names for each in name.split("|")]
        assert len(flat) == len(set(flat)), parent
    assert rank("rPr", "b") < rank("rPr", "sz")  # type: ignore[operator]
    assert rank("rPr", "nonsense") is None
    known = {each for names in ORDER.values() for n in names for each in n.split("|")}
    assert known >= SEVERAL
