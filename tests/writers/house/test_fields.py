"""Fields inside fields, and slots that nobody knows, in headers and footers."""

from __future__ import annotations

import pytest
from references import house, paragraph

from briefing.errors import NotFollowed, SlotUnknown
from briefing.messages import describe
from briefing.writers.house.letterhead import EdgeField, EdgeParagraph, EdgeSlot, EdgeText
from briefing.writers.house.whole import House


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def asks(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'


def says(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(inside: str, shown: str) -> str:
    return mark("begin") + inside + mark("separate") + shown + mark("end")


PAGE = field(asks(" PAGE "), says("7"))
DATE = field(asks(" DATE "), says("May"))


def shown(made: House) -> list[str]:
    block = made.edges.footer[0]
    assert isinstance(block, EdgeParagraph)
    words: list[str] = []
    for each in block.items:
        match each:
            case EdgeText(text, _):
                words.append(text)
            case EdgeSlot(slot, _):
                words.append(f"<{slot}>")
            case EdgeField(name, _):
                words.append(f"<{name}>")
            case _:
                words.append("?")
    return words


def footer(*runs: str) -> House:
    return house(footer=paragraph(*runs) + paragraph("{footer}") + paragraph("{marking}"))


def told(made: House) -> list[str]:
    return [each.what for each in made.findings if isinstance(each, NotFollowed)]


def word(made: House) -> str:
    (found,) = [data for name, data in made.package.parts if "word/footer" in name]
    return found.decode()


@pytest.mark.parametrize(
    ("nested", "wanted", "finding"),
    [
        (field(asks(" IF ") + DATE + asks(' = "x" "yes" "no"'), says("no")), ["no"], "field"),
        (
            field(asks(" IF ") + PAGE + asks(' = 1 "{marking}" "Page "') + PAGE, says("Page 7")),
            [],
            "field-of-page",
        ),
        (
            field(asks(" = ") + '<w:fldSimple w:instr="PAGE"/>' + asks(" + 1 "), says("8")),
            [],
            "field-of-page",
        ),
        (
            field(asks(" = ") + field(asks(" = ") + PAGE, says("7")) + asks(" + 1 "), says("8")),
            [],
            "field-of-page",
        ),
        (field(asks(' IF 1 = 1 "Page"'), says("Page ") + PAGE), ["Page ", "<PAGE>"], "field"),
        (field(asks(" TITLE "), PAGE), ["<title>"], ""),
    ],
)
def test_what_a_field_asks_for_is_never_printed(
    nested: str, wanted: list[str], finding: str
) -> None:
    made = footer("a ", nested, " b")
    assert shown(made) == ["a ", *wanted, " b"]
    assert told(made) == [finding] * bool(finding)
    code = word(made)
    assert code.count("w:instrText") == 2 * ("<PAGE>" in wanted)
    assert "IF" not in code


def test_a_page_number_that_is_only_reckoned_with_is_none() -> None:
    made = footer(field(asks(" IF ") + PAGE + asks(' = 1 "a" "b"'), says("b")))
    assert not made.numbers_pages
    assert footer(PAGE).numbers_pages


@pytest.mark.parametrize("written", ["{ footer }", "{{footer}}", "{{ Footer }}", "{FOOTER}"])
def test_spaces_case_and_double_braces_do_not_matter(written: str) -> None:
    made = house(footer=paragraph("a ", written, " b") + paragraph("{marking}"))
    assert shown(made) == ["a ", "<footer>", " b"]
    assert "{footer}" in word(made)
    assert not [each for each in made.findings if getattr(each, "where", "") == "footer"]


@pytest.mark.parametrize("written", ["{date}", "{{x}}", "{ref no}"])
def test_words_in_braces_that_are_no_slot_are_told(written: str) -> None:
    made = footer("a ", written[:2], written[2:])
    assert "".join(shown(made)) == f"a {written}"
    notice = SlotUnknown("Ministry", written, "footer")
    assert notice in made.findings
    assert written in describe(notice)
    assert "{marking}" in describe(notice)
