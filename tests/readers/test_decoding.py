"""Bytes to text, and bytes that are none."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import (
    BadValue,
    Cancelled,
    CharactersRemoved,
    EmptySource,
    EncodingGuessed,
    NotText,
    TooLarge,
    UnsupportedFormat,
)

POLISH = "Źródło: Łódź leży nad Łódką. Było już późno, gdy goście przyszli na spotkanie."
RUSSIAN = "Министры двух стран встретились во вторник. Они говорили о реке и о новом мосте."
FRENCH = "Le café était fermé à Noël, où l’été dernier il y avait déjà des élèves étrangers."


@pytest.mark.parametrize("text", [POLISH, RUSSIAN, FRENCH, "Plain letters only, and a stop."])
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]
)
def test_unicode_with_and_without_a_mark(text: str, codec: str) -> None:
    assert readers.read(text.encode(codec), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "codec"), [(POLISH, "cp1250"), (RUSSIAN, "cp1251"), (FRENCH, "cp1252")]
)
def test_a_guess_is_told(text: str, codec: str) -> None:
    article = readers.read((text * 5).encode(codec), "a.txt")
    assert article.text == text * 5
    assert article.notices == (EncodingGuessed("a.txt", article.encoding),)


def test_a_proved_encoding_is_not_told() -> None:
    assert readers.read(POLISH.encode(), "a.txt").notices == ()


def test_the_person_knows_better() -> None:
    article = readers.read(RUSSIAN.encode("koi8-r"), "a.txt", encoding="koi8-r")
    assert (article.text, article.encoding, article.notices) == (RUSSIAN, "koi8-r", ())


@pytest.mark.parametrize("encoding", ["utf-8", "no-such", "rot13", "\0", "idna"])
def test_an_encoding_that_does_not_fit(encoding: str) -> None:
    with pytest.raises(BadValue):
        readers.read(RUSSIAN.encode("cp1251"), "a.txt", encoding=encoding)


def test_one_bad_byte_does_not_mangle_the_rest() -> None:
    article = readers.read(RUSSIAN.encode() + b" \x93quoted\x94", "a.txt")
    assert article.text == RUSSIAN + " “quoted”"
    assert EncodingGuessed("a.txt", "utf-8") in article.notices


def _zip(name: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "looks_like"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF document"),
        (_zip("word/document.xml"), "a Word document"),
        (_zip("readme"), "a ZIP archive"),
        (b"PK\x03\x04broken", "a ZIP archive"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
            "an old Word, Excel or PowerPoint document",
        ),
        (b"{\\rtf1\\ansi Hello}", "an RTF document"),
        (bytes(range(256)) * 20, ""),
        (bytes(1000), ""),
        (b"\x01\x00\x02\x00\x03\x00\x04" * 300, ""),
    ],
)
def test_what_is_no_text(data: bytes, looks_like: str) -> None:
    with pytest.raises(NotText) as caught:
        readers.read(data, "a.txt")
    assert caught.value.looks_like == looks_like


def test_a_few_control_characters_are_removed_and_counted() -> None:
    text = "One\0 two\x07 three\x1b." + "\u202e" + "Over.\ufeff\ufffe" + " More of it follows here."
    article = readers.read(text.encode("utf-8"), "a.txt")
    assert article.text == "One two three.Over. More of it follows here."
    (notice,) = article.notices
    assert isinstance(notice, CharactersRemoved)
    assert dict(notice.kinds) == {
        "control characters": 3,
        "non-characters": 1,
        "byte order marks": 1,
        "text-direction overrides": 1,
    }


def test_lone_surrogates_are_removed_and_counted() -> None:
    for article in (
        readers.read_pasted("a\ud800b \ud83d\ude00 c."),
        readers.read("a\ud800b \U0001f600 c.".encode("utf-8", "surrogatepass"), "a.txt"),
    ):
        assert article.text == "ab \U0001f600 c."
        assert article.notices == (CharactersRemoved(article.name, (("broken characters", 1),)),)


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n ", "\ufeff".encode(), "\u200b\u00a0".encode()])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptySource):
        readers.read(data, "a.txt")


def test_suffixes() -> None:
    for name in ("a.TXT", "a.text", "LETTER"):
        assert readers.read(b"Words.", name).name == name
    for name in ("a.doc", "a.html", "a.7"):
        with pytest.raises(UnsupportedFormat) as caught:
            readers.read(b"Words.", name)
        assert caught.value.known == (".txt", ".text")


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("caf\udce9.txt", "caf\ufffd.txt"),
        ("a\nb\u202e.txt", "a b.txt"),
        ("\x01", "\ufffd"),
        ("e\u0301.txt", "é.txt"),
    ],
)
def test_a_name_is_clean_text(name: str, clean: str) -> None:
    assert readers.read(b"Words.", name).name == clean
    with pytest.raises(EmptySource) as caught:
        readers.read(b"", name)
    assert caught.value.name == clean


def test_too_large() -> None:
    with pytest.raises(TooLarge) as caught:
        readers.read(bytes(readers.LIMIT + 1), "a.txt")
    assert (caught.value.size, caught.value.limit) == (readers.LIMIT + 1, readers.LIMIT)
    with pytest.raises(TooLarge):
        readers.read_pasted("é" * (readers.LIMIT // 2 + 1))


def test_reading_can_be_cancelled() -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        readers.read(b"Words.", "a.txt", checkpoint=stop)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_facts(data: bytes) -> None:
    try:
        article = readers.read(data, "a")
    except (NotText, EmptySource):
        return
    assert article.text.strip()
