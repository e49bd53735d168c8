"""Lists: the sign, its letters, and whose indents hold."""

from __future__ import annotations

import pytest
from references import house, style

from briefing.errors import NotFollowed
from briefing.writers.house.look import Alignment, CharacterChange, ParagraphLook, Style


def level(inside: str, number: int = 0) -> str:
    return f'<w:lvl w:ilvl="{number}">{inside}</w:lvl>'


def numbering(*levels: str, override: str = "", first: str = "") -> str:
    return (
        f'{first}<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="3"><w:abstractNumId w:val="7"/>{override}</w:num>'
    )


DISC = level(
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
)
LISTED = '<w:numPr><w:numId w:val="3"/></w:numPr>'


def bullet(lists: str, paragraph: str = "", base: str = "") -> ParagraphLook:
    styles = style("Normal", base) + style(
        "List Bullet", f'<w:basedOn w:val="Normal"/><w:pPr>{LISTED}{paragraph}</w:pPr>'
    )
    return house(styles, numbering=lists).styles[Style.BULLET]


def test_the_indents_of_the_list_hold() -> None:
    look = bullet(numbering(DISC))
    assert look.sign is not None
    assert (look.sign.text, look.sign.format, look.sign.suffix) == ("•", "bullet", "tab")
    assert (look.left, look.first) == (36, -18)


def test_those_of_the_style_itself_go_before_them() -> None:
    look = bullet(numbering(DISC), '<w:ind w:left="500"/>')
    assert (look.left, look.first) == (25, -18)


def test_those_it_inherits_do_not() -> None:
    look = bullet(numbering(DISC), base='<w:pPr><w:ind w:left="500" w:hanging="100"/></w:pPr>')
    assert (look.left, look.first) == (36, -18)


@pytest.mark.parametrize(
    ("inside", "text", "format"),
    [
        ('<w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/>', "(%1)", "decimal"),
        ('<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>', "%1.", "upperRoman"),
        ('<w:numFmt w:val="chicago"/><w:lvlText w:val="%1"/>', "%1", "decimal"),
        ('<w:lvlText w:val="%1."/>', "%1.", "decimal"),
        ('<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/>', "–", "bullet"),
    ],
)
def test_signs(inside: str, text: str, format: str) -> None:
    sign = bullet(numbering(level(inside))).sign
    assert sign is not None
    assert (sign.text, sign.format) == (text, format)


@pytest.mark.parametrize(
    ("font", "letter", "wanted"),
    [
        ("Symbol", "\uf0b7", "•"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "\uf0fc", "✓"),
        ("Wingdings", "\uf0d8", "➢"),
        ("Webdings", "\uf099", "•"),
    ],
)
def test_signs_of_picture_fonts_become_letters_in_word_too(
    font: str, letter: str, wanted: str
) -> None:
    made = house(
        style("List Bullet", f"<w:pPr>{LISTED}</w:pPr>"),
        numbering=numbering(
            level(
                f'<w:numFmt w:val="bullet"/><w:lvlText w:val="{letter}"/>'
                f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
            )
        ),
    )
    sign = made.styles[Style.BULLET].sign
    assert sign is not None
    assert (sign.text, sign.look.family) == (wanted, None)
    written = dict(made.package.parts)["word/numbering.xml"].decode()
    assert f'w:val="{wanted}"' in written
    assert font not in written


def test_letters_of_the_sign() -> None:
    sign = bullet(
        numbering(
            level(
                '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="right"/>'
                '<w:suff w:val="space"/><w:rPr><w:b/><w:color w:val="990000"/></w:rPr>'
            )
        )
    ).sign
    assert sign is not None
    assert sign.look == CharacterChange(bold=True, colour="#990000")
    assert (sign.alignment, sign.suffix) == (Alignment.END, "space")


def test_a_list_may_override_its_kind() -> None:
    override = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt '
        'w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
    )
    sign = bullet(numbering(DISC, override=override)).sign
    assert sign is not None
    assert (sign.text, sign.format, sign.start) == ("%1)", "lowerLetter", 4)


def test_a_list_may_start_elsewhere() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride>'
    sign = bullet(
        numbering(level('<w:start w:val="2"/><w:lvlText w:val="%1"/>'), override=override)
    ).sign
    assert sign is not None
    assert sign.start == 9


def test_the_level_that_names_the_style_is_its_own() -> None:
    named = level(
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="*"/>', 1
    )
    sign = bullet(numbering(DISC, named)).sign
    assert sign is not None
    assert sign.text == "*"


def test_a_list_that_is_not_there_is_made() -> None:
    look = bullet(numbering(DISC).replace('w:numId="3"', 'w:numId="4"'))
    assert look.sign is not None
    assert (look.sign.text, look.left, look.first) == ("•", 16, -16)


def test_pictures_for_bullets_are_told_and_replaced() -> None:
    made = house(
        style("List Bullet", f"<w:pPr>{LISTED}</w:pPr>"),
        numbering=numbering(
            level('<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlPicBulletId w:val="0"/>'),
            first='<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>',
        ),
    )
    assert NotFollowed("Ministry", "list-picture") in made.findings
    assert b"PicBullet" not in dict(made.package.parts)["word/numbering.xml"]


def test_numbered_headings_lose_their_numbers_in_word_too() -> None:
    made = house(
        style("heading 1", f"<w:pPr>{LISTED}<w:outlineLvl w:val='0'/></w:pPr>"),
        numbering=numbering(
            level(
                '<w:pStyle w:val="heading1"/><w:lvlText w:val="%1"/>'
                '<w:pPr><w:ind w:left="400"/></w:pPr>'
            )
        ),
    )
    look = made.styles[Style.HEADING1]
    assert (look.sign, look.left) == (None, 0)
    assert NotFollowed("Ministry", "numbered", "heading 1") in made.findings
    parts = dict(made.package.parts)
    assert b'w:val="heading1"' not in parts["word/numbering.xml"]
