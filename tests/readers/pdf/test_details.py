"""What a page does to words: hyphens, letters, turned pages, lists, notes, tables, headings."""

from __future__ import annotations

import re

import pytest
from gold import body, of, read, texts
from raw import page_with, stream
from setting import Box, Sheet, Type, bold
from wording import HARBOUR, HEADLINE, MARKET

from briefing.model.article import Role
from briefing.readers.pdf.wording import Wording

ONE = Box(72, 60, 450, 780)
NARROW = Box(72, 60, 200, 780)


def lines(*rows: str, **options: object) -> list[str]:
    """Each row a line of one paragraph."""
    sheet = Sheet()
    for number, each in enumerate(rows):
        sheet.at(72, 100 + 12 * number, each, **options)  # type: ignore[arg-type]
    return texts(read(sheet.data()))


FULL = "of the northern lock and of the channel that both of the countries use"


def test_a_broken_word_is_joined() -> None:
    made = lines(f"The ministers {FULL} surveil-", "lance cameras.")
    assert made == [f"The ministers {FULL} surveillance cameras."]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Franco-", "German", "Franco-German"),
        ("mid-", "2021", "mid-2021"),
        ("UN-", "backed", "UN-backed"),
        ("state-of-the-", "art", "state-of-the-art"),
        ("short-", "and long-term", "short- and long-term"),
        ("surveil\u00ad", "lance", "surveillance"),
        ("the lock –", "and the gates", "the lock – and the gates"),
        ("the lock—", "and", "the lock—and"),
        ("either/", "or", "either/or"),
        ("河北省", "北京市", "河北省北京市"),
        ("2019–", "2021", "2019–2021"),
    ],
)
def test_what_stands_at_a_line_end(before: str, after: str, whole: str) -> None:
    texts = [f"aaa {before}", f"{after} bbb"]
    assert Wording(texts, justified=True).text(texts) == f"aaa {whole} bbb"


def test_a_compound_of_the_news_keeps_its_hyphen() -> None:
    texts = ["After a long-", "running dispute over fish-", "eries and over-", "coming it"]
    assert Wording(texts, justified=True).text(texts) == (
        "After a long-running dispute over fisheries and overcoming it"
    )


def test_two_words_of_the_document_are_a_compound_with_a_participle() -> None:
    texts = [
        "A river-",
        "crossing plan some-",
        "thing",
        "the river",
        "is crossing some",
        "thing it",
    ]
    assert Wording(texts, justified=True).text(texts[:3]) == "A river-crossing plan something"


@pytest.mark.parametrize("elsewhere", ["a short-term loan", "a short-range plan"])
def test_a_hyphen_the_document_has_elsewhere_stays(elsewhere: str) -> None:
    texts = ["A short-", "term plan", elsewhere]
    assert Wording(texts, justified=True).text(texts[:2]) == "A short-term plan"


def test_a_word_the_document_has_whole_elsewhere_is_joined_whatever_else_it_has() -> None:
    texts = ["They co-", "ordinate it", "to co-operate and to coordinate"]
    assert Wording(texts, justified=True).text(texts[:2]) == "They coordinate it"


def test_a_document_that_breaks_words_does_so_everywhere() -> None:
    filler = ["a line of words that ends without a sign"] * 99
    texts = ["The infra-", "structure plan", *filler]
    assert Wording(texts, justified=False).text(texts[:2]) == "The infra-structure plan"
    texts.append("an infrastructure")
    assert Wording(texts, justified=False).text(texts[:2]) == "The infrastructure plan"


def test_a_drop_cap_opens_its_word() -> None:
    sheet = Sheet()
    sheet.at(72, 125, "T", 36)
    sheet.at(96, 100, "he governments of Velmar and Osk agreed on")
    sheet.at(96, 112, "Tuesday to run the northern lock together,")
    sheet.at(96, 124, "ending eleven years of argument over who")
    sheet.at(72, 136, "pays for the dredging of the channel that the")
    sheet.at(72, 148, "countries use.")
    assert texts(read(sheet.data())) == [
        "The governments of Velmar and Osk agreed on Tuesday to run the northern lock together, "
        "ending eleven years of argument over who pays for the dredging of the channel that the "
        "countries use."
    ]


def test_a_drop_cap_may_be_a_word() -> None:
    sheet = Sheet()
    sheet.at(72, 112, "A", 24)
    sheet.at(92, 100, "commission of six will set the tolls, and keep")
    sheet.at(92, 112, "the cameras of the lock, and publish what the")
    sheet.at(72, 124, "commission spends every spring on all the repairs.")
    assert texts(read(sheet.data()))[0].startswith("A commission of six")


def test_numbers_of_notes_are_raised_and_notes_come_after_the_page() -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR[:9], [Box(72, 60, 300, 560)], Type())
    drawn = sheet.canvas.beginText(72, 842 - 600)
    drawn.setFont("Times-Roman", 10)
    drawn.textOut("The lock was built in the year of the flood.")
    drawn.setFont("Times-Roman", 6)
    drawn.setRise(4)
    drawn.textOut("12")
    sheet.canvas.drawText(drawn)
    sheet.at(72, 760, "12 Minutes of the commission, volume 3, page 41.", 8)
    content = read(sheet.data())
    assert texts(content)[-2:] == [
        "The lock was built in the year of the flood.¹²",
        "12 Minutes of the commission, volume 3, page 41.",
    ]


def test_a_note_does_not_part_a_paragraph_that_goes_on_over_the_page() -> None:
    sheet = Sheet()
    cut = HARBOUR[0].index("over who pays")
    sheet.flow([*MARKET, HARBOUR[0][:cut].strip()], [ONE], Type(indent=12, after=0))
    sheet.at(72, 760, "1 Minutes of the commission, volume 3, page 41.", 8)
    sheet.turn()
    base = sheet.flow([HARBOUR[0][cut:]], [ONE], Type())
    sheet.flow(HARBOUR[1:4], [Box(72, base, 450, 780)], Type(indent=12, after=0))
    found = texts(read(sheet.data()))
    assert found[len(MARKET)] == HARBOUR[0]
    assert found[len(MARKET) + 1].startswith("1 Minutes")


@pytest.mark.parametrize("mark", ["•", "–", "1.", "a)"])
def test_items_of_a_list(mark: str) -> None:
    sheet = Sheet()
    items = [f"{mark} {each}" for each in MARKET[:3]]
    sheet.flow([MARKET[3], *items, MARKET[4]], [ONE], Type(after=0, hang=12))
    assert texts(read(sheet.data()))[1:4] == items


def test_marks_drawn_apart_from_their_items() -> None:
    sheet = Sheet()
    base = 80.0
    for each in MARKET:
        sheet.at(72, base + 12.5, "•")
        base = sheet.flow([each], [Box(100, base, 400, 780)], Type())
    assert texts(read(sheet.data())) == [f"• {each}" for each in MARKET]


def test_rows_of_a_table() -> None:
    sheet = Sheet()
    rows = [
        ("Port", "Berths", "Depth"),
        ("Lower Tarn", "16", "9.5 m"),
        ("Port Lessing", "4", "7 m"),
    ]
    base = sheet.flow(HARBOUR[:2], [ONE], Type())
    for number, row in enumerate(rows):
        for column, each in enumerate(row):
            sheet.at(72 + 130 * column, base + 40 + 16 * number, each)
    sheet.flow(HARBOUR[2:4], [Box(72, base + 110, 450, 780)], Type())
    assert texts(read(sheet.data())) == [
        *HARBOUR[:2],
        *(" | ".join(row) for row in rows),
        *HARBOUR[2:4],
    ]


def test_a_label_beside_a_text_of_several_lines() -> None:
    sheet = Sheet()
    base = 80.0
    for label, each in (("Issue", HARBOUR[0]), ("Background", HARBOUR[5]), ("Next", HARBOUR[8])):
        sheet.at(72, base + 12.5, label)
        base = sheet.flow([each], [Box(160, base, 300, 780)], Type()) + 14
    assert texts(read(sheet.data())) == [
        f"Issue | {HARBOUR[0]}",
        f"Background | {HARBOUR[5]}",
        f"Next | {HARBOUR[8]}",
    ]


def test_headings_by_size_and_by_weight() -> None:
    sheet = Sheet()
    plain = Type()
    title = Type(size=22, leading=26, font="Helvetica-Bold")
    section = Type(size=13, leading=16)
    story = [
        (HEADLINE, title),
        *((each, plain) for each in HARBOUR[:3]),
        ("What the accord says", section),
        *((each, plain) for each in HARBOUR[3:6]),
        ("Doubts in the capital", bold(plain)),
        *((each, plain) for each in HARBOUR[6:8]),
    ]
    sheet.flow(story, [ONE], plain)
    content = read(sheet.data())
    assert texts(content) == [each for each, _ in story]
    assert [(each.text, each.cue) for each in of(content, Role.HEADING)] == [
        (HEADLINE, "headline: the largest type of the first page"),
        ("What the accord says", "heading: larger type"),
        ("Doubts in the capital", "heading: bold type"),
    ]


def test_a_centred_headline_of_two_lines_is_one() -> None:
    sheet = Sheet()
    big = Type(size=24, leading=28, centred=True)
    sheet.flow([(HEADLINE, big), *HARBOUR[:5]], [ONE], Type())
    assert texts(read(sheet.data()))[0] == HEADLINE


def test_a_centred_heading_whose_lines_are_short_and_long() -> None:
    sheet = Sheet()
    rows = ("Agreed", "Ministers Of Both States Share The Lock", "At Last")
    for number, each in enumerate(rows):
        sheet.at(297, 80 + 28 * number, each, 22, centre=True)
    sheet.flow(HARBOUR[:5], [Box(72, 160, 450, 780)], Type())
    assert texts(read(sheet.data())) == [" ".join(rows), *HARBOUR[:5]]


def test_a_bold_lead_is_no_heading() -> None:
    sheet = Sheet()
    sheet.flow([(HARBOUR[0], bold(Type())), *HARBOUR[1:6]], [ONE], Type())
    content = read(sheet.data())
    assert texts(content) == list(HARBOUR[:6])
    assert of(content, Role.HEADING) == []


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages(turn: int) -> None:
    plain, turned = Sheet(), Sheet()
    for sheet in (plain, turned):
        sheet.flow(HARBOUR, [ONE, None, ONE], Type(indent=12, after=0))
    data = turned.data()
    turned_data = re.sub(rb"/Rotate 0", b"/Rotate %d" % turn, data)
    assert turned_data != data
    assert texts(read(turned_data)) == list(HARBOUR)


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_text_that_is_drawn_turned(turn: int) -> None:
    sheet = Sheet()
    corner = {1: (595, 0), 2: (595, 842), 3: (0, 842)}[turn]
    high = 842 if turn == 2 else 595
    sheet.canvas.translate(*corner)
    sheet.canvas.rotate(90 * turn)
    sheet.canvas.translate(0, high - 842)
    columns = [Box(60, 60, 200, 400), Box(300, 60, 200, 400)]
    sheet.flow(HARBOUR[:6], columns, Type(indent=12, after=0, justified=True))
    assert texts(read(sheet.data())) == list(HARBOUR[:6])


def test_a_stamp_along_the_edge_is_kept_apart() -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR[:8], [ONE], Type())
    sheet.canvas.translate(30, 300)
    sheet.canvas.rotate(90)
    sheet.canvas.drawString(0, 0, "Archive copy 1187")
    content = read(sheet.data())
    assert body(content) == list(HARBOUR[:8])
    assert [each.text for each in of(content, Role.NOTICE)] == ["Archive copy 1187"]


def test_words_beyond_the_edge_of_the_page_are_kept_apart() -> None:
    sheet = Sheet()
    sheet.flow(HARBOUR[:4], [ONE], Type())
    sheet.at(700, 400, "plate 4, cyan")
    content = read(sheet.data())
    assert body(content) == list(HARBOUR[:4])
    assert [each.cue for each in of(content, Role.NOTICE)] == ["text beyond the edge of page 1"]


def test_a_page_whose_corner_is_elsewhere() -> None:
    sheet = Sheet(size=(900, 1200))
    boxes = [Box(160, 160, 200, 700), Box(400, 160, 200, 700)]
    sheet.canvas.setCropBox((100, 300, 700, 1100))
    sheet.flow(HARBOUR, boxes, Type(size=9, leading=10.5, indent=9, after=0))
    assert texts(read(sheet.data())) == list(HARBOUR)


def test_bold_type_drawn_twice_is_read_once() -> None:
    sheet = Sheet()
    for shift in (0, 0.25):
        sheet.at(72 + shift, 100, "A headline that is drawn twice", 18)
    sheet.flow(HARBOUR[:2], [Box(72, 120, 450, 780)], Type())
    for shift in (0, 0.25):
        sheet.at(72 + shift, 400, "And so is the end.")
    assert texts(read(sheet.data())) == [
        "A headline that is drawn twice",
        *HARBOUR[:2],
        "And so is the end.",
    ]


def test_a_page_drawn_twice_is_read_once() -> None:
    sheet = Sheet()
    for shift in (0, 0.4):
        sheet.flow(HARBOUR[:4], [Box(72 + shift, 60, 450, 780)], Type())
    assert texts(read(sheet.data())) == list(HARBOUR[:4])


def test_words_of_a_smaller_type_in_the_middle_of_a_line() -> None:
    sheet = Sheet()
    sheet.at(72, 100, "The commission of the lock keeps its accounts in a file that both of the")
    drawn = sheet.canvas.beginText(72, 842 - 112.5)
    for size, words in (
        (10, "governments can read, which is called "),
        (8, "lock-accounts-of-the-year"),
        (10, ", and which is"),
    ):
        drawn.setFont("Times-Roman", size)
        drawn.textOut(words)
    sheet.canvas.drawText(drawn)
    sheet.at(72, 125, "published in the spring.")
    assert texts(read(sheet.data())) == [
        "The commission of the lock keeps its accounts in a file that both of the governments can "
        "read, which is called lock-accounts-of-the-year, and which is published in the spring."
    ]


def test_letters_that_are_spaced_out() -> None:
    sheet = Sheet()
    x = 72.0
    for word in ("HARBOUR", "NEWS", "TODAY"):
        for letter in word:
            sheet.at(x, 100, letter, 14)
            x += 17
        x += 17
    sheet.flow(HARBOUR[:2], [Box(72, 120, 450, 780)], Type())
    assert texts(read(sheet.data()))[0] == "HARBOUR NEWS TODAY"


def test_wide_spaces_under_each_other_are_no_gutter() -> None:
    sheet = Sheet()
    full = "measurements of the water in the channel and"
    sheet.at(72, 100, full)
    right = 72 + sheet.canvas.stringWidth(full, "Times-Roman", 10)
    pairs = (
        ("internationally", "recommendations"),
        ("notwithstanding", "uncharacteristic"),
        ("representatives", "contemporaneous"),
    )
    for number, (one, other) in enumerate(pairs):
        sheet.at(72, 112 + 12 * number, one)
        sheet.at(right, 112 + 12 * number, other, right=True)
    sheet.at(72, 148, "commissions of the two states, who met there.")
    words = " ".join(f"{one} {other}" for one, other in pairs)
    assert texts(read(sheet.data())) == [
        f"{full} {words} commissions of the two states, who met there."
    ]


def test_a_space_that_is_drawn_over_is_none() -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.setFont("Times-Roman", 10)
    drawn = canvas.beginText(72, 700)
    drawn.textOut("The minister Pav ")
    drawn.moveCursor(canvas.stringWidth("The minister Pav", "Times-Roman", 10) - 0.2, 0)
    drawn.textOut("el Rimsky")
    canvas.drawText(drawn)
    assert texts(read(sheet.data())) == ["The minister Pavel Rimsky"]


@pytest.mark.parametrize("gap", [2.0, 2.5, 4.0])
def test_words_set_apart_without_spaces(gap: float) -> None:
    sheet = Sheet()
    for number, each in enumerate(sheet.broken(HARBOUR[0], Type(), 400)):
        x = 72.0
        for word in each[0].split(" "):
            sheet.at(x, 100 + 12.5 * number, word)
            x += sheet.canvas.stringWidth(word, "Times-Roman", 10) + gap
    assert texts(read(sheet.data())) == [HARBOUR[0]]


def with_letters(rows: list[tuple[float, float, str]]) -> bytes:
    """A page of letters half an em wide; ``rows`` are (right end, base, text as drawn)."""
    letters = sorted({letter for _, _, text in rows for letter in text if letter != " "})
    names = "".join(f"/uni{ord(each):04X}" for each in letters)
    font = (
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 255"
        f"/Widths[{'500 ' * 224}]/Encoding<</Type/Encoding/Differences[32/space 40{names}]>>>>"
    ).encode()
    codes = {each: 40 + number for number, each in enumerate(letters)} | {" ": 32}
    drawn = b"".join(
        b"1 0 0 1 %f %f Tm <%s> Tj "
        % (right - 5 * len(text), 842 - base, bytes(codes[each] for each in text).hex().encode())
        for right, base, text in rows
    )
    return page_with(stream(b"BT /F 10 Tf " + drawn + b"ET"), font)


def wrapped(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split(" "):
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def test_text_from_the_right() -> None:
    story = [
        "ממשלות ולמר ואוסק הסכימו ביום שלישי להפעיל יחד את השער הצפוני של התעלה, ולשים קץ "
        "לויכוח בן אחת עשרה שנים על מימון העבודות.",
        "השר אמר כי ההסכם הוא צעד ראשון בדרך ארוכה, וכי הוועדה תיפגש בסוף נובמבר.",
    ]
    rows: list[tuple[float, float, str]] = []
    base = 140.0
    for paragraph in story:
        for each in wrapped(paragraph, 44):
            rows.append((520, base, each[::-1]))
            base += 13
        base += 12
    assert texts(read(with_letters(rows))) == story


def test_columns_from_the_right() -> None:
    right = "ממשלות ולמר ואוסק הסכימו ביום שלישי להפעיל יחד את השער הצפוני של התעלה הגדולה."
    left = "השר אמר כי ההסכם הוא צעד ראשון בדרך ארוכה וכי הוועדה תיפגש בסוף נובמבר בעיר."
    rows = [
        (end, 100.0 + 13 * number, each[::-1])
        for end, text in ((250, left), (520, right))
        for number, each in enumerate(wrapped(text, 28))
    ]
    assert texts(read(with_letters(rows))) == [right, left]


def test_joined_letters_are_parted_and_ideographs_are_not() -> None:
    rows = [(300.0, 100.0, "the oﬃce of the ﬁrst ﬂeet")]
    assert texts(read(with_letters(rows))) == ["the office of the first fleet"]
    text = "两国政府周二同意共同管理北部船闸从而结束了长达十一年的争论" * 3
    lines = [text[start : start + 20] for start in range(0, len(text), 20)]
    rows = [(200.0, 100 + 14.0 * n, each) for n, each in enumerate(lines[:-1])]
    rows.append((100 + 5.0 * len(lines[-1]), 100 + 14.0 * len(rows), lines[-1]))
    assert texts(read(with_letters(rows))) == [text]
