"""Lines to paragraphs."""

from __future__ import annotations

import cases
from hypothesis import given
from hypothesis import strategies as st

from briefing.readers import paragraphs


@cases.each("paragraphs.txt")
def test_paragraphs(case: cases.Case) -> None:
    assert paragraphs.split(case.text) == case.expected


@given(st.text(st.sampled_from("ab .-—\n\t1X中"), max_size=400))
def test_no_character_is_lost_or_moved(text: str) -> None:
    assert "".join("".join(paragraphs.split(text)).split()) == "".join(text.split())


def test_a_table_of_widths_is_wrapped_at_the_widest_that_explains_it() -> None:
    words = ["one", "three", "seven", "eleven", "a", "of", "the", "quick", "brown", "fox"] * 40
    for width in (60, 72, 100):
        lines = [""]
        for word in words:
            if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        assert paragraphs.split("\n".join(lines)) == [" ".join(words)]
