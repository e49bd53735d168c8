"""Our own PDF files, read back."""

from __future__ import annotations

from gold import of, read, texts
from reading_back import FULL
from wording import HARBOUR, MARKET

from briefing.model.article import Role
from briefing.model.brief import (
    Brief,
    Heading,
    PageField,
    Paragraph,
    ParagraphStyle,
    Run,
)
from briefing.writers import WRITERS, Options
from briefing.writers.house import load


def written(brief: Brief) -> bytes:
    return WRITERS[".pdf"](brief, load("modern"), Options()).data


def test_a_long_briefing_comes_back_paragraph_by_paragraph() -> None:
    story = [*HARBOUR, *MARKET] * 3
    blocks: list[Heading | Paragraph] = [Paragraph(ParagraphStyle.TITLE, (Run("The lock"),))]
    for number, each in enumerate(story):
        if number % 6 == 0:
            blocks.append(Heading(1, (Run(f"Part {number // 6 + 1}"),)))
        style = ParagraphStyle.NORMAL if number % 2 else ParagraphStyle.BULLET
        blocks.append(Paragraph(style, (Run(each),)))
    footer = (Run("Page "), PageField.NUMBER, Run(" of "), PageField.COUNT)
    brief = Brief("The lock", tuple(blocks), "UNMARKED", (Run("Ports desk"),), footer)
    content = read(written(brief))
    found = [each.text.removeprefix("• ") for each in content.blocks if each.role is None]
    assert found == story
    headings = [each.text for each in of(content, Role.HEADING)]
    assert headings == ["The lock", *(f"Part {number}" for number in range(1, 10))]
    notices = {each.text for each in of(content, Role.NOTICE)}
    assert {"UNMARKED", "Ports desk"} <= notices
    assert content.card.title == "The lock"


def test_every_kind_of_block() -> None:
    found = texts(read(written(FULL)))
    for each in (
        "To | The Minister",
        "From | [From: not given]",
        "Zażółć gęślą jaźń; Щука, ёж; Ωμέγα; naïve café — “quoted”.",
        "• A line with {{ 7*7 }}, {% for %}, <b>, & and ]]> in it. ¶1",
        "1. One",
        "2. Two",
        "Port | Berths",
        "Gdańsk | 16",
        "Ålesund",
        "A small remark.",
    ):
        assert each in found
