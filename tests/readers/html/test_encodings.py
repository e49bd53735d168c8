# ruff: noqa: E501 (mark-up is easier to read on one line)
"""Bytes to letters: what the page says, where its bytes do not say otherwise."""

from __future__ import annotations

import pytest
from pages import body, read

from briefing.errors import BadValue, EncodingGuessed
from briefing.model.article import ReadAs

RUSSIAN = (
    "Мост через реку Аскен закрыли до весны, сообщили в понедельник городские власти Вельморы."
)
GERMAN = "Die Brücke über den Asken bleibt bis zum Frühjahr gesperrt, sagte die Bürgermeisterin."
CHINESE = "市政府星期一表示，阿斯肯河大桥将关闭到明年春天，公共汽车将改走另一条路。"
JAPANESE = "市は月曜日、アスケン川にかかる橋を春まで閉鎖すると発表した。バスは別の道を通る。"


def html(text: str, said: str) -> str:
    return f"<html><head><meta charset='{said}'><title>x</title></head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "said", "real"),
    [
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (GERMAN, "iso-8859-1", "cp1252"),
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "big5", "big5"),
        (JAPANESE, "Shift_JIS", "cp932"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "iso-2022-jp", "iso2022-jp"),
        (RUSSIAN, "windows-1251", "utf-8"),  # the page is wrong
        (GERMAN, "utf-8", "cp1252"),  # and here
        (GERMAN, "nonsense", "utf-8"),
        (GERMAN, "utf-8", "utf-16"),
        (RUSSIAN, "utf-8", "utf-8-sig"),
    ],
)
def test_read_as_it_is(text: str, said: str, real: str) -> None:
    if real == "big5":
        text = "市政府星期一表示，大橋將關閉到明年春天，公共汽車將改走另一條路。"
    assert body(read(html(text, said).encode(real))) == [text]


def test_the_old_way_to_say_it() -> None:
    page = f"<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>{RUSSIAN}</p>"
    article = read(page.encode("cp1251"))
    assert body(article) == [RUSSIAN]
    assert article.encoding == "cp1251"
    assert not article.notices


def test_a_guess_is_told() -> None:
    article = read(f"<html><body><p>{GERMAN}</p></body></html>".encode("cp1252"))
    assert any(isinstance(each, EncodingGuessed) for each in article.notices)


def test_the_person_knows_better() -> None:
    data = html(RUSSIAN, "windows-1252").encode("cp1251")
    assert body(read(data, how=ReadAs(encoding="cp1251"))) == [RUSSIAN]
    with pytest.raises(BadValue):
        read(html(RUSSIAN, "x").encode("cp1251"), how=ReadAs(encoding="utf-8"))
