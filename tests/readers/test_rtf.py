"""RTF: groups, control words and bytes in the character set of their font."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import content, roles, rtf, texts

from briefing.errors import (
    BadValue,
    ChangesAccepted,
    Damaged,
    EmptySource,
    PartsUnread,
    PictureOfText,
    TooDeep,
)
from briefing.model.article import ReadAs, Role
from briefing.model.cleaning import clean_line


def read(body: str, head: str = "") -> list[str]:
    return texts(content(rtf(body, head), ".rtf"))


def test_paragraphs_and_characters() -> None:
    body = (
        r"\pard One\tab two\line three \{a\}\\ \~b\_c\-d \ldblquote e\rdblquote\par"
        "\r\nTwo \\emdash  2\\\nThree\\line\\line Four\\'e9\\u8364 ?\\u-10179 ?\\u-8704 ?."
    )
    assert [clean_line(each) for each in read(body)] == [
        "One two three {a}\\ b\u2011cd “e”", "Two — 2", "Three", "Four\u00e9€\U0001f600.",
    ]  # fmt: skip


FONTS = (
    r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset161 Arial Greek;}"
    r"{\f3\fcharset128 MS Mincho;}{\f4\fcharset134 SimSun;}{\f5\fcharset2 Symbol;}"
    r"{\f6\fcharset238{\*\panose 0}Times CE;}{\f7\fcharset1 Default;}}"
)


def escaped(text: str, codec: str) -> str:
    """As Word writes it: a second byte that is a letter stays a letter."""
    return "".join(
        chr(byte) if 0x30 <= byte < 0x7B and chr(byte).isalnum() else f"\\'{byte:02x}"
        for byte in text.encode(codec)
    )


@pytest.mark.parametrize(
    ("font", "codec", "text"),
    [
        (1, "cp1251", "Министры"),
        (2, "cp1253", "Αθήνα"),
        (3, "cp932", "東京の表ソ能"),
        (4, "gbk", "北京市丂"),
        (6, "cp1250", "Łódź"),
    ],
)
def test_bytes_are_in_the_character_set_of_their_font(font: int, codec: str, text: str) -> None:
    assert read(rf"{{\f{font} {escaped(text, codec)}}} {{\f0 caf\'e9}}", FONTS) == [f"{text} café"]


def test_a_font_of_signs() -> None:
    assert read(r"{\f5 abc\u-3999 ?\'b7}\f0 abc", FONTS) == ["αβχα•abc"]


def test_the_code_page_of_the_file_and_the_person_s_word() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 \'cc\'e8\'f0}"
    assert texts(content(data, ".rtf")) == ["Мир"]
    plain = data.replace(rb"\ansicpg1251", b"")
    assert texts(content(plain, ".rtf", ReadAs(encoding="cp1251"))) == ["Мир"]
    for wrong in ("no-such", "rot13"):
        with pytest.raises(BadValue):
            content(plain, ".rtf", ReadAs(encoding=wrong))


def test_what_stands_in_for_unicode_is_skipped() -> None:
    assert read(r"\uc2 a\u26481 \'93\'8cb{\uc0\u26481 c}\u233 xyd\uc1\u233\'65f") == [
        "a東b東céd\u00e9f"
    ]


def test_groups_that_are_no_text() -> None:
    body = (
        r"{\*\unknown gone}{\pict 00ff}{\*\bkmkstart x}{\xe index}{\colortbl;\red0;}"
        r"{\info{\title Not it}{\author J. Doe}}{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}"
        r"{\object{\*\objdata 00}{\result shown}}{\upr{ansi}{\*\ud{ Unicode}}} end\par"
    )
    found = content(rtf(body), ".rtf")
    assert texts(found) == ["linkshown Unicode end"]
    assert found.notices == (PartsUnread("a.rtf", ("1 embedded object",)),)


def test_binary_data_is_skipped_by_its_length() -> None:
    data = rb"{\rtf1 Be{\pict\bin7 }}{{\a\}fore.\par}"
    assert texts(content(data, ".rtf")) == ["Before."]


def test_deleted_and_hidden_text_is_left_out_and_told() -> None:
    body = (
        r"Kept {\v unseen}{\deleted gone }{\revised new}\v x\v0  and\plain  on."
        r"{\deleted\par}Same.{\*\annotation a comment}\par"
    )
    found = content(rtf(body), ".rtf")
    assert texts(found) == ["Kept new and on.Same."]
    assert found.notices == (
        ChangesAccepted("a.rtf", 1, 1),
        PartsUnread("a.rtf", ("2 hidden passages", "1 comment")),
    )


def test_notes_boxes_headers_and_footers() -> None:
    body = (
        r"{\header\pard Ministry\par}{\headerl\pard Ministry\par}{\footer Page {\field{\*\fldinst "
        r"PAGE}{\fldrslt 1}}\par}Be{\super\chftn{\footnote\pard\plain\chftn First.\par Two.}}fore"
        r"{\footnote\ftnalt End.}{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}{\sp{\sn a}"
        r"{\sv b}}{\shptxt In a box\par}}{\shprslt again}}.\par"
    )
    assert roles(content(rtf(body), ".rtf")) == [
        ("Ministry", Role.NOTICE, "page header"),
        ("Before.", None, ""),
        ("First.", Role.NOTICE, "footnote 1"),
        ("Two.", Role.NOTICE, "footnote 1"),
        ("End.", Role.NOTICE, "endnote 1"),
        ("DRAFT", None, ""),
        ("In a box", None, ""),
        ("Page 1", Role.NOTICE, "page footer"),
    ]


def test_tables() -> None:
    body = (
        r"Before.\par\trowd\pard\intbl Port\cell Ships\cell\row\trowd\pard\intbl Kotka\cell 12\cell"
        r"\row\pard After.\par\trowd\pard\intbl Left.\par More.\cell{\itap2 a\nestcell b\nestcell{"
        r"\*\nesttableprops\nestrow}{\nonesttables\par}c\nestcell d\nestcell{\*\nesttableprops"
        r"\nestrow}}Right.\cell\row\pard End.\par"
    )
    assert roles(content(rtf(body), ".rtf")) == [
        ("Before.", None, ""),
        ("Port | Ships", Role.BODY, ""),
        ("Kotka | 12", Role.BODY, ""),
        ("After.", None, ""),
        ("Left.", None, ""),
        ("More.", None, ""),
        ("a | b", Role.BODY, ""),
        ("c | d", Role.BODY, ""),
        ("Right.", None, ""),
        ("End.", None, ""),
    ]


def test_numbers_of_lists_are_read_and_bullets_are_not() -> None:
    body = (
        r"{\listtext\pard\plain 1.\tab}one\par{\pntext\f0 (b)\tab}two\par"
        r"{\listtext\f0\'b7\tab}dot\par"
    )
    assert read(body) == ["1. one", "(b) two", "dot"]


def test_headings_by_style() -> None:
    sheet = (
        r"{\stylesheet{\ql\snext0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 Mein Kopf;}"
        r"{\s3 Title;}{\s4 caption;}{\*\cs5 Strong;}}"
    )
    body = (
        r"\pard\s3 Harbour opens\par\pard\s1 One\par\pard\s2 Two\par\pard\s4 A bridge\par"
        r"\pard\outlinelevel2 Three\par\pard Text\par"
    )
    found = content(rtf(body, sheet), ".rtf")
    assert roles(found) == [
        ("Harbour opens", Role.HEADING, "style “Title”"),
        ("One", Role.HEADING, "style “Heading 1”"),
        ("Two", Role.HEADING, "style “Mein Kopf”, as style “Heading 1”"),
        ("A bridge", Role.CAPTION, "style “Caption”"),
        ("Three", Role.HEADING, "outline level 3"),
        ("Text", None, ""),
    ]
    assert found.card.title == "Harbour opens"


def test_what_is_cut_off_is_read_as_far_as_it_goes() -> None:
    whole = rtf(r"{\b One.}\par{\i Two, and more of it.}\par")
    cut = content(whole[: whole.index(b"more")], ".rtf")
    assert texts(cut) == ["One.", "Two, and"]
    assert cut.notices == (PartsUnread("a.rtf", ("its end: the file is cut off",)),)
    assert content(whole[:-1], ".rtf").notices == ()
    with pytest.raises(Damaged):
        content(whole[:40], ".rtf")


def test_a_brace_too_many_loses_nothing() -> None:
    assert read(r"One.\par}Two.\par{Three.\par") == ["One.", "Two.", "Three."]
    found = content(rtf("One.") + b"\0\0 left over", ".rtf")
    assert texts(found) == ["One."]
    assert found.notices == (PartsUnread("a.rtf", ("9 bytes that follow its end",)),)


def test_hostile_files() -> None:
    expected: list[tuple[bytes, type[Exception]]] = [
        (b"", EmptySource),
        (b" \0\0", EmptySource),
        (b"Words.", Damaged),
        (rb"{\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000, TooDeep),
        (rtf(r"{\pict 00}"), PictureOfText),
    ]
    for data, error in expected:
        with pytest.raises(error):
            content(data, ".rtf")


@pytest.mark.parametrize(
    "piece", [b"}", b"}\\par ", b"{}", b"\\", b"\\'", b"\\u1 ", b"\\bin9", b"\\*", b"\\uc99\\u1 ",
              b"\\cell ",
              b"{\\footnote a}", b"\\row ", b"\\'41", b"{\\shptxt a", b"\\par "]
)  # fmt: skip
def test_nothing_takes_time_out_of_proportion(piece: bytes) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        with contextlib.suppress(TooDeep):
            content(b"{\\rtf1 x" + piece * times, ".rtf")
        return time.process_time() - start

    assert seconds(80_000) < 6 * seconds(20_000) + 0.3


LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40
)


def unicode(text: str) -> str:
    units = text.encode("utf-16-le")
    codes = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(f"\\u{code}?" for code in codes)


@given(st.lists(st.tuples(LINE, st.sampled_from(["p", "b", "cell", "box", "note", "field"]))))
def test_any_text_comes_out_whole(lines: list[tuple[str, str]]) -> None:
    def made(text: str, way: str) -> str:
        text = unicode(text)
        match way:
            case "b":
                return rf"\pard{{\b {text}}}\par"
            case "cell":
                return rf"\trowd\pard\intbl {text}\cell\row"
            case "box":
                return rf"\pard{{\shp{{\*\shpinst{{\shptxt {text}\par}}}}}}\par"
            case "note":
                return rf"\pard{{\footnote {text}}}\par"
            case "field":
                return rf"\pard{{\field{{\*\fldinst x}}{{\fldrslt {text}}}}}\par"
            case _:
                return rf"\pard {text}\par"

    found = content(rtf("".join(made(*each) for each in lines)), ".rtf")
    pairs = "".join(texts(found)).encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    assert "".join(pairs.split()) == "".join("".join(t for t, _ in lines).split())


@given(st.binary(max_size=200) | st.text("\\{}'*upardbin1 \n", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_facts(data: bytes) -> None:
    with contextlib.suppress(Damaged, PictureOfText):
        content(b"{\\rtf1 " + data, ".rtf")
