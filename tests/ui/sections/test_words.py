from __future__ import annotations

import pytest

from briefing.ui.sections import words


@pytest.mark.parametrize(
    ("text", "terms", "phrases"),
    [
        ("", (), ()),
        ("  \n\n", (), ()),
        ("talks\nforeign minister\nenvoy", ("talks", "envoy"), ("foreign minister",)),
        ("  foreign \t minister ", (), ("foreign minister",)),
        ("Talks\ntalks\nTALKS", ("Talks",), ()),
        ("переговоры\r\nзона отдыха", ("переговоры",), ("зона отдыха",)),
    ],
)
def test_a_line_is_a_word_or_a_phrase(
    text: str, terms: tuple[str, ...], phrases: tuple[str, ...]
) -> None:
    assert words.parse(text) == (terms, phrases)


def test_lines_are_read_back() -> None:
    given = ("talks", "envoy"), ("foreign minister", "peace plan")
    assert words.parse(words.lines(*given)) == given
