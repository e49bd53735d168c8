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


LONG = st.lists(
    st.sampled_from(["word ", "Word. ", "中文。", "x" * 700, "He said “no.” ", " ", "a"]),
    max_size=200,
).map("".join)


@given(LONG)
def test_a_long_paragraph_is_parted_and_nothing_is_lost(text: str) -> None:
    parts = list(paragraphs.parted(text * 20))
    assert "".join("".join(parts).split()) == "".join((text * 20).split())
    assert all(parts)
    assert all(len(each) <= paragraphs.LONGEST for each in parts)


def test_parts_end_where_a_sentence_does() -> None:
    text = "They met on Tuesday in the old palace. " * 1000
    parts = list(paragraphs.parted(text))
    assert len(parts) > 1
    assert all(each.endswith("palace.") for each in parts)


def test_parts_end_where_a_word_does_if_no_sentence_ends() -> None:
    parts = list(paragraphs.parted("river " * 5000))
    assert len(parts) > 1
    assert all(each.startswith("river") and each.endswith("river") for each in parts)


def test_a_short_paragraph_is_one() -> None:
    assert list(paragraphs.parted("They met.")) == ["They met."]
    assert list(paragraphs.parted(" ")) == []
