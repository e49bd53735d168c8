"""Which way paragraphs run."""

from __future__ import annotations

import pytest

from briefing.model.direction import right_to_left

ARABIC, HEBREW = "\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05dc\u05d5\u05dd"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((ARABIC,), True),
        ((f"“{ARABIC} NATO 12”",), True),
        ((f"12 {HEBREW}", " ¶5", f", {ARABIC}"), True),
        ((f"“{ARABIC}”", " — Faisal, minister"), False),  # the speaker is told in ours
        (("He said ", HEBREW), False),
        ((f"NATO {HEBREW}",), False),
        ((f"\u2067{HEBREW}\u2069 a",), False),  # what is isolated does not count
        ((f"\u2066a\u2069 {HEBREW}",), True),
        (("\u200f12",), True),
        (("Łódź", " 12"), False),
        (("12", ""), False),
        ((), False),
    ],
)
def test_each_run_that_has_letters_must_begin_so(texts: tuple[str, ...], expected: bool) -> None:
    assert right_to_left(iter(texts)) is expected
