from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.direction import right_to_left
from briefing.writers.fonts import bidi

CASES = Path(__file__).parents[2] / "data" / "bidi.txt"
HEBREW = {chr(ord("A") + n): chr(0x5D0 + n) for n in range(26)}
MARKS = {"«": "\u2067", "»": "\u2069", "‹": "\u2066", "›": "\u2069", "^": "\u200f"}
MIRRORED = {"(": ")", ")": "("}


def cases() -> list[tuple[str, str, str]]:
    rows = (line.split("|") for line in CASES.read_text("utf-8").splitlines())
    return [
        (row[0].strip(), row[1].strip(), row[2].strip())
        for row in rows
        if len(row) == 3 and not row[0].startswith("#")
    ]


def seen(written: str, rtl: bool | None) -> str:
    """As a reader sees it, in the notation of the cases."""
    text = "".join(HEBREW.get(each, MARKS.get(each, each)) for each in written)
    found = bidi.runs(text, rtl)
    assert [start for start, _, _ in found] == [0, *(end for _, end, _ in found)][:-1]
    out = ""
    for at in bidi.visual([level for _, _, level in found]):
        start, end, level = found[at]
        part = written[start:end]
        out += "".join(MIRRORED.get(c, c) for c in reversed(part)) if level % 2 else part
    return out


@pytest.mark.parametrize(("direction", "stored", "shown"), cases())
def test_order(direction: str, stored: str, shown: str) -> None:
    rtl = {"L": False, "R": True, "?": None}[direction]
    assert seen(stored, rtl) == shown


def test_there_are_cases() -> None:
    assert len(cases()) > 20


def test_text_from_left_to_right_is_one_run() -> None:
    assert bidi.runs("naïve — 漢字 123") == [(0, 14, 0)]
    assert bidi.runs("") == []


def test_no_run_goes_over_a_change_of_direction() -> None:
    text = "a \u05d0\u05d1 b"
    assert bidi.runs(text) == [(0, 2, 0), (2, 4, 1), (4, 6, 0)]


def test_tabs_are_the_paragraphs() -> None:
    for gap in ("\t", " \t", "\n"):
        end = 1 + len(gap)
        text = f"\u05d0{gap}\u05d1"
        assert bidi.runs(text, rtl=False) == [(0, 1, 1), (1, end, 0), (end, end + 1, 1)]


def test_the_order_of_runs() -> None:
    assert bidi.visual([0, 1, 0]) == [0, 1, 2]
    assert bidi.visual([1, 2, 1]) == [2, 1, 0]
    assert bidi.visual([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert bidi.visual([2, 0, 1, 4, 3]) == [0, 1, 4, 3, 2]
    assert bidi.visual([]) == []


def test_overrides_and_unmatched_marks_do_no_harm() -> None:
    for text in (
        "\u202eabc\u202c d",
        "\u20671\n\u2069",
        "\u2069\u202c a",
        "\u2067" * 200 + "a",
        "\u202b" * 200 + "א",
    ):
        found = bidi.runs(text)
        assert found[0][0] == 0
        assert found[-1][1] == len(text)
    assert [level for *_, level in bidi.runs("a\u202ebc\u202cd")] == [0, 1, 0]


LETTERS = st.sampled_from(
    "ab12 .,+%$()[]\t\nא\u05d1ا\u0628٣\u0301\u200f\u202a\u202b\u202e\u202c\u2067\u2068\u2069"
)


@settings(deadline=None, max_examples=300)
@given(text=st.text(LETTERS, max_size=20), rtl=st.sampled_from([None, False, True]))
def test_every_letter_is_in_one_run(text: str, rtl: bool | None) -> None:
    found = bidi.runs(text, rtl)
    assert "".join(text[start:end] for start, end, _ in found) == text
    assert all(start < end for start, end, _ in found)
    lowest = int(right_to_left([text]) if rtl is None else rtl)
    assert all(lowest <= level <= 126 for _, _, level in found)
    order = bidi.visual([level for _, _, level in found])
    assert sorted(order) == list(range(len(found)))
