"""Words are found wherever they stand, and places are counted in code points."""

from __future__ import annotations

import random
import sys

import pytest

from briefing.model.span import Span
from briefing.ui.article.search import Search, _folded

TEXT = "Port 🚢 and PORT, port of İzmir. The ΟΔΟΣ ends; ΟΔΟΣα goes on. 12\N{NO-BREAK SPACE}km"


@pytest.mark.parametrize("words", ["port", "PORT", "Port"])
def test_each_place_in_turn_and_then_the_first_again(words: str) -> None:
    search, found, at = Search(TEXT), [], 0
    for _ in range(4):
        span = search.after(words, at)
        assert span is not None
        found.append(span.start)
        at = span.end
    places = [at for at in range(len(TEXT)) if TEXT[at : at + 4].lower() == "port"]
    assert found == [*places, places[0]]


def test_backwards_too() -> None:
    search, found, at = Search(TEXT), [], len(TEXT)
    for _ in range(4):
        span = search.before("port", at)
        assert span is not None
        found.append(span.start)
        at = span.start
    places = [at for at in range(len(TEXT)) if TEXT[at : at + 4].lower() == "port"]
    assert found == [*reversed(places), places[-1]]


@pytest.mark.parametrize(
    ("words", "what"),
    [("izmir", "İzmir"), ("İZMIR", "İzmir"), ("οδος", "ΟΔΟΣ"), ("12 km", "12\N{NO-BREAK SPACE}km")],
)
def test_letters_that_are_one(words: str, what: str) -> None:
    span = Search(TEXT).after(words, 0)
    assert span is not None
    assert span.of(TEXT) == what


def test_a_letter_has_one_form_wherever_it_stands_in_a_word() -> None:
    search, places = Search(TEXT), [at for at in range(len(TEXT)) if TEXT[at : at + 4] == "ΟΔΟΣ"]
    assert len(places) == 2
    found = [search.after(words, places[1]) for words in ("οδος", "οδοσ", "ΟΔΟΣ")]
    assert [each.start for each in found if each] == [places[1]] * 3


def test_nothing_is_nowhere() -> None:
    search = Search(TEXT)
    for words in ("", "harbour"):
        assert search.after(words, 0) is None
        assert search.before(words, 9) is None
    assert Search("").after("a", 0) is None


def test_a_place_at_the_offset_counts_and_one_across_it_does_not() -> None:
    search = Search("aXbXc")
    assert search.after("x", 1) == Span(1, 2)
    assert search.before("x", 4) == Span(3, 4)
    assert search.before("xb", 2) == Span(1, 3)  # round again: it does not end before


def test_no_letter_changes_the_places_of_others() -> None:
    for code in range(sys.maxunicode + 1):
        assert len(_folded(chr(code))) == 1, hex(code)
    dice = random.Random(1)
    for _ in range(200):
        text = "".join(chr(dice.randrange(0x20, 0x3000)) for _ in range(60))
        assert len(_folded(text)) == len(text)
