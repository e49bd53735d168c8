from __future__ import annotations

from pathlib import Path

import font_files as making
import pytest

from briefing.writers.fonts import cff

DATA = Path(__file__).parents[2] / "data" / "fonts"


def outlines() -> bytes:
    return making.tables((DATA / "cid-keyed.otf").read_bytes())["CFF "]


def drawings(data: bytes) -> tuple[cff._Dictionary, list[bytes]]:
    _, at = cff._index(data, data[2])
    tops, _ = cff._index(data, at)
    top = cff._dictionary(tops[0])
    return top, cff._index(data, top.numbers(b"\x11")[0])[0]


def test_glyphs_in_the_order_that_is_asked_for() -> None:
    """The first 60 of this font belong to one part of it, the others to another."""
    _, before = drawings(outlines())
    made = cff.renumbered(outlines(), [0, 5, 100, 5])
    top, after = drawings(made)
    assert after[1:] == [before[5], before[100], before[5]]
    assert top.numbers(b"\x0c\x22") == [4]
    (charset,) = top.numbers(b"\x0f")
    assert made[charset : charset + 5] == b"\2\0\1\0\2"  # from 1, and two more
    (select,) = top.numbers(b"\x0c\x25")
    assert cff._selected(made, select, 4) == [0, 0, 1, 0]
    (array,) = top.numbers(b"\x0c\x24")
    assert len(cff._index(made, array)[0]) == 2


def test_done_again_it_is_the_same() -> None:
    once = cff.renumbered(outlines(), [0, 5, 100])
    assert cff.renumbered(once, [0, 1, 2]) == once


def test_numbers_of_each_length() -> None:
    for value in (0, -107, 107, 108, 1131, -108, -1131, 1132, -32768, 32767, 1 << 30, -(1 << 30)):
        assert cff._integer(cff._number(value), 0) == (value, 5)
    for raw, value in ((b"\x8b", 0), (b"\xf7\0", 108), (b"\xfb\0", -108), (b"\x1c\xff\xff", -1)):
        assert cff._integer(raw, 0) == (value, len(raw))
    real = b"\x1e\xe2\xa2\x5f\x8b\x07"  # -2.25, then 0, of one operator
    assert cff._dictionary(real).entries == {b"\x07": real[:-1]}


@pytest.mark.parametrize("length", [3, 10, 60, 400])
def test_a_part_of_a_font_is_an_error(length: int) -> None:
    with pytest.raises((ValueError, LookupError, cff.struct.error)):
        cff.renumbered(outlines()[:length], [0, 5])
