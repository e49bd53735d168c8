"""What a file says of itself, and what a browser prints around a page."""

from __future__ import annotations

import pytest
from gold import body, of, read
from setting import Box, Sheet, Type
from wording import HARBOUR, HEADLINE, MARKET

from briefing.errors import PartsUnread
from briefing.model.article import ReadAs, Role
from briefing.readers import read as read_article

ONE = Box(40, 60, 510, 780)
TITLE = Type(size=22, leading=26)
TEXT = Type(size=13, leading=18)


def story(sheet: Sheet, *above: tuple[str, Type]) -> bytes:
    sheet.flow([*above, *HARBOUR], [ONE, None, ONE], Type())
    return sheet.data()


@pytest.mark.parametrize(
    ("day", "accessed"),
    [("9/22/2021", "2021-09-22"), ("2/3/2021", ""), ("22.09.2021", "2021-09-22")],
)
def test_a_page_that_a_browser_printed(day: str, accessed: str) -> None:
    sheet = Sheet()
    page = 0
    turn = sheet.turn

    def turned() -> None:
        nonlocal page
        page += 1
        sheet.at(28, 24, day, 8)
        sheet.at(297, 24, f"{HEADLINE} - Tarn Review", 8, centre=True)
        sheet.at(28, 828, "https://review.example/2021/09/lock", 8)
        sheet.at(567, 828, f"{page}/2", 8, right=True)
        turn()

    sheet.turn = turned  # type: ignore[method-assign]
    sheet.flow([(HEADLINE, TITLE), *HARBOUR, *MARKET], [ONE, None, ONE], TEXT)
    turned()
    content = read(sheet.data())
    assert body(content) == [*HARBOUR, *MARKET]
    assert content.card.url == "https://review.example/2021/09/lock"
    assert content.card.value("accessed") == accessed
    assert dict(content.cues)["url"] == "address at the edge of the page"


def test_a_single_page_that_a_browser_printed() -> None:
    sheet = Sheet()
    sheet.at(28, 24, "9/22/2021", 8)
    sheet.at(297, 24, f"{HEADLINE} - Tarn Review", 8, centre=True)
    sheet.at(28, 828, "https://review.example/2021/09/lock", 8)
    sheet.at(567, 828, "1/1", 8, right=True)
    sheet.flow([(HEADLINE, TITLE), *MARKET], [ONE], TEXT)
    content = read(sheet.data())
    assert body(content) == list(MARKET)
    assert len(of(content, Role.NOTICE)) == 2
    assert content.card.url == "https://review.example/2021/09/lock"


def test_an_address_that_is_cut_off_is_none() -> None:
    sheet = Sheet()
    sheet.at(28, 828, "https://review.example/2021/09/lo…", 8)
    sheet.flow(MARKET, [ONE], TEXT)
    assert read(sheet.data()).card.url == ""


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Velmar and Osk agree", "Velmar and Osk agree"),
        ("Microsoft Word - lock_final.doc", ""),
        ("lock_final.indd", ""),
        ("untitled", ""),
        ("D:\\news\\lock", ""),
    ],
)
def test_titles_of_the_file(said: str, title: str) -> None:
    sheet = Sheet()
    sheet.canvas.setTitle(said)
    sheet.canvas.setAuthor("Adobe InDesign CS6")
    card = read(story(sheet)).card
    assert card.title == title
    assert card.authors == ()
    assert card.published is None


def test_the_headline_on_the_page_comes_before_the_title_of_the_file() -> None:
    sheet = Sheet()
    sheet.canvas.setTitle("Lock story, third try")
    content = read(story(sheet, (HEADLINE, TITLE)))
    assert content.card.title == HEADLINE
    assert dict(content.cues)["headline"] == "largest type of the first page"


def test_the_name_of_a_newspaper_is_no_headline() -> None:
    sheet = Sheet()
    sheet.at(297, 60, "The Tarn Review", 30, centre=True)
    sheet.flow([(HEADLINE, Type(size=24, leading=28)), *HARBOUR[:6]], [Box(60, 90, 470, 780)], TEXT)
    content = read(sheet.data())
    assert content.card.title == HEADLINE
    assert [each.text for each in of(content, Role.HEADING)] == ["The Tarn Review", HEADLINE]


def test_authors_of_the_file() -> None:
    sheet = Sheet()
    sheet.canvas.setAuthor("Ida Rask and Tomas Ekdahl")
    assert read(story(sheet)).card.authors == ("Ida Rask", "Tomas Ekdahl")


def test_a_byline_on_the_page_comes_before_the_author_of_the_file() -> None:
    sheet = Sheet()
    sheet.canvas.setAuthor("Tomas Ekdahl")
    data = story(sheet, (HEADLINE, TITLE), ("By Ida Rask", Type()))
    assert read(data).card.authors == ()
    article = read_article(data, "story.pdf", ReadAs()).article
    assert article.card.authors == ("Ida Rask",)
    assert article.card.title == HEADLINE
    assert [article.text_of(each) for each in article.paragraphs if each.role is Role.BODY] == list(
        HARBOUR
    )


@pytest.mark.parametrize(("said", "language"), [("en-GB", "en-GB"), ("fi-FI", None), ("", None)])
def test_the_language_is_that_of_the_text(said: str, language: str | None) -> None:
    data = story(Sheet())
    if said:
        data = data.replace(b"/Type /Catalog", b"/Type /Catalog/Lang(%s)" % said.encode())
    assert read(data).card.language == language


def test_files_in_the_file_are_told() -> None:
    data = story(Sheet())
    names = b"/Names<</EmbeddedFiles<</Names[(a.txt)<</Type/Filespec/F(a.txt)>>]>>>>"
    data = data.replace(b"/Type /Catalog", b"/Type /Catalog" + names)
    content = read(data, "story.pdf")
    assert content.notices == (PartsUnread("story.pdf", ("1 attached file",)),)
