"""Words that are parted at the end of a line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paragraphs import look, put, setter, texts

from briefing.model.brief import Run
from briefing.writers.house.look import Alignment
from briefing.writers.layout import hyphens
from briefing.writers.layout.laid import HYPHEN
from briefing.writers.layout.paragraph import Setter, set_paragraph

CASES = """
en-GB gov-ern-ment
en-GB in-ter-na-tional
en-GB at-tack
en-GB father
en-GB Ar-a-bia’s
en-GB Min-is-ter's
en-GB go
fr-FR l’or-ga-ni-sa-tion
en-GB ex-ample.org
en-GB gov-ern-ment.
de-DE Re-gie-rung
fr-FR gou-ver-ne-ment
xx-XX government
"""


@pytest.mark.parametrize(
    ("language", "wanted"), [each.split(" ") for each in CASES.split("\n")[1:-1]]
)
def test_points(language: str, wanted: str) -> None:
    word = wanted.replace("-", "")
    found = hyphens.points(word, language)
    parts = [word[a:b] for a, b in zip((0, *found), (*found, len(word)), strict=True)]
    assert "-".join(parts) == wanted


TEXT = "Negotiations concerning international organisations continued uninterrupted."


def test_off() -> None:
    for line in put(TEXT, 100, alignment=Alignment.JUSTIFIED).lines:
        assert all(piece.inline != HYPHEN for piece in line.pieces)


def test_on() -> None:
    made = put(TEXT, 100, hyphenate=True, alignment=Alignment.JUSTIFIED)
    parted = [line for line in made.lines if any(each.inline == HYPHEN for each in line.pieces)]
    assert parted
    for line in parted:
        assert not line.text.endswith(("-", " "))
        assert line.pieces[-1].shaped.text == "-"
        assert line.x + line.width == pytest.approx(100, abs=0.01)
    assert "".join(each.text for each in made.lines) == TEXT


def test_style_without_hyphens() -> None:
    plain = look(alignment=Alignment.JUSTIFIED, hyphenate=False)
    made = set_paragraph((Run(TEXT),), plain, 100, setter(hyphenate=True))
    assert all(piece.inline != HYPHEN for line in made.lines for piece in line.pieces)


def test_language_of_the_run() -> None:
    run = Run("Bundesregierungsangelegenheiten", language="de-DE")
    german = set_paragraph((run,), look(), 90, setter(hyphenate=True))
    unknown = set_paragraph((Run(run.text, language="xx"),), look(), 90, setter(hyphenate=True))
    assert any(piece.inline == HYPHEN for piece in german.lines[0].pieces)
    assert not any(piece.inline == HYPHEN for piece in unknown.lines[0].pieces)


def test_soft_hyphen_is_seen_only_at_the_end() -> None:
    text = "Donau\xaddampf\xadschiff"
    wide = put(text, 300)
    assert [piece.inline for piece in wide.lines[0].pieces] == [0]
    narrow = put(text, 60)
    assert texts(narrow) == ["Donau\xad", "dampf\xadschiff"]
    assert [piece.inline for piece in narrow.lines[0].pieces] == [0, HYPHEN]
    assert narrow.lines[0].width <= 60


def test_words_in_capitals() -> None:
    text = "INTERNATIONALISATION OF INTERGOVERNMENTAL ORGANISATIONS"
    plain = setter(hyphenate=True)
    spared = Setter(plain.book, replace(plain.house, hyphenate_capitals=False), "en-GB")
    for each, parted in ((plain, True), (spared, False)):
        made = set_paragraph((Run(text),), look(), 140, each)
        hyphened = [p for line in made.lines for p in line.pieces if p.inline == HYPHEN]
        assert bool(hyphened) is parted


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("(meeting)”", 8, "meeting"),
        ("org/ternoy/meeting", 13, "meeting"),
        ("example.org", 3, "example.org"),
        ("a–meeting", 4, "meeting"),
        ("2019-meeting", 6, "meeting"),
        ("2019/20", 6, ""),
        ("org/ternoy", 4, ""),
    ],
)
def test_which_word(text: str, at: int, word: str) -> None:
    found = hyphens.word_at(text, at)
    assert (found[1] if found else "") == word
    assert found is None or text.startswith(found[1], found[0])
