"""What is pasted is kept whole: the person has chosen it already."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import TEXT, page, read, texts

from briefing import readers
from briefing.errors import EmptySource
from briefing.model.article import ReadAs, Role

PAGES = Path(__file__).parents[2] / "data" / "pages"


def pasted(name: str) -> list[str]:
    html = (PAGES / name).read_text(encoding="utf-8")
    return texts(readers.read_pasted("", html))


def test_from_a_word_processor() -> None:
    heading, first, item, *rest = pasted("word.html")
    assert heading == "Ferry to Hessa is late again"
    assert first == "The ferry to Hessa was late on Tuesday, the port said."
    assert item.startswith("·")
    assert item.endswith("Two boats are in repair")
    assert rest == ["Boat", "Year", "Café Åsgård2 stays open[1]."]


def test_from_an_online_document() -> None:
    assert pasted("google_docs.html") == [
        "The council met on Monday.",
        "It did not vote.",
        "First point",
    ]


def test_from_a_browser() -> None:
    assert pasted("browser.html") == [
        "Home of the paper",
        "A dam near Kastrel gave way on Friday, and the valley below was cleared.",
        "Nobody was hurt. The road stays closed.",
        "Share",
    ]


def test_a_whole_page_on_request() -> None:
    article = read(page(), how=ReadAs(whole=True))
    assert texts(article) == [
        "Home News",
        "Bridge at Velmora closes",
        *TEXT,
        "About this paper and its owners",
    ]
    assert "Bridge at Velmora closes" in texts(article, Role.HEADING)


def test_nothing_but_a_picture() -> None:
    with pytest.raises(EmptySource):
        readers.read_pasted("", "<meta charset='utf-8'><img src='https://courier.example/a.png'>")
