"""Bytes to text, and bytes that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import (
    BadValue,
    BriefingError,
    Cancelled,
    CharactersRemoved,
    EmptySource,
    EncodingGuessed,
    NotText,
    UnsupportedFormat,
)
from briefing.model.article import Article, ReadAs
from briefing.readers import decoding, encodings

POLISH = "Źródło: Łódź leży nad Łódką. Było już późno, gdy goście przyszli na spotkanie."
RUSSIAN = "Министры двух стран встретились во вторник. Они говорили о реке и о новом мосте."
FRENCH = "Le café était fermé à Noël, où l’été dernier il y avait déjà des élèves étrangers."


def read(data: bytes, name: str, encoding: str | None = None) -> Article:
    return readers.read(data, name, ReadAs(encoding=encoding)).article


@pytest.mark.parametrize("text", [POLISH, RUSSIAN, FRENCH, "Plain letters only, and a stop."])
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]
)
def test_unicode_with_and_without_a_mark(text: str, codec: str) -> None:
    assert read(text.encode(codec), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "codec"), [(POLISH, "cp1250"), (RUSSIAN, "cp1251"), (FRENCH, "cp1252")]
)
def test_a_guess_is_told(text: str, codec: str) -> None:
    article = read((text * 5).encode(codec), "a.txt")
    assert article.text == text * 5
    assert article.notices == (EncodingGuessed("a.txt", article.encoding),)


CENTRAL = {
    "cs": "Ministři jednali o bezpečnosti. Příští kolo se uskuteční v říjnu, řekl mluvčí. Ať už "
    "přijde kdokoli, žádná další schůzka není v plánu.",
    "sk": "Minister povedal, že rokovania budú pokračovať. Ľudia veľmi čakajú na ďalšie "
    "rozhodnutie.",
    "sk, ie": "Minister povedal, že rokovania budú pokračovať v októbri. Ľudia veľmi čakajú "
    "na ďalšie rozhodnutie, uviedol štátny tajomník.",
    "sk, že": "Povedal, že to nie je možné.",
    "sk, ľ": "Ľudia čakajú na veľké rozhodnutie.",
    "pl": "Minister powiedział, że rozmowy będą się toczyć. Łódź i Gdańsk też były wśród miast.",
    "pl, ą": "Ministrowie są gotowi, będą rozmawiać.",
    "hr": "Ministar je rekao da će se razgovori nastaviti. Šest mjeseci čekaju odluku. Žele više.",
    "hu": "A miniszter közölte, hogy a tárgyalások októberben folytatódnak, és később "
    "döntenek erről.",
    "cs, pl": "Sešel se se svým protějškem. Łódź, Gdańsk i Kraków też były tematem. "
    "Příští kolo bude v říjnu.",
}


@pytest.mark.parametrize("codec", ["cp1250", "iso8859-2"])
@pytest.mark.parametrize("language", CENTRAL)
def test_central_european_letters_tell_the_two_encodings(language: str, codec: str) -> None:
    assert decoding.decode(CENTRAL[language].encode(codec), "a").text == CENTRAL[language]


def test_western_signs_are_no_letters_of_the_east() -> None:
    text = "Le café «Noël» vend 5 m² d’été ; l’élève paie ±3 €, soit ¾ du prix¹."
    assert decoding.decode(text.encode("cp1252"), "a").text == text


def test_a_proved_encoding_is_not_told() -> None:
    assert read(POLISH.encode(), "a.txt").notices == ()


def test_the_person_knows_better() -> None:
    article = read(RUSSIAN.encode("koi8-r"), "a.txt", "koi8-r")
    assert (article.text, article.encoding, article.notices) == (RUSSIAN, "koi8-r", ())


@pytest.mark.parametrize("encoding", ["utf-8", "no-such", "rot13", "\0", "idna"])
def test_an_encoding_that_does_not_fit(encoding: str) -> None:
    with pytest.raises(BadValue):
        read(RUSSIAN.encode("cp1251"), "a.txt", encoding)


def test_one_bad_byte_does_not_mangle_the_rest() -> None:
    article = read(RUSSIAN.encode() + b" \x93quoted\x94", "a.txt")
    assert article.text == RUSSIAN + " “quoted”"
    assert EncodingGuessed("a.txt", "utf-8") in article.notices


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, bytes(1000), b"\x01\x00\x02\x00\x03\x00\x04" * 300],
    ids=["every byte", "zeros", "controls"],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotText) as caught:
        read(data, "a.txt")
    assert caught.value == NotText("a.txt", "")


def test_a_few_control_characters_are_removed_and_counted() -> None:
    text = "One\0 two\x07 three\x1b." + "\u202e" + "Over.\ufeff\ufffe" + " More of it follows here."
    article = read(text.encode("utf-8"), "a.txt")
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
        read("a\ud800b \U0001f600 c.".encode("utf-8", "surrogatepass"), "a.txt"),
    ):
        assert article.text == "ab \U0001f600 c."
        assert article.notices == (CharactersRemoved(article.name, (("broken characters", 1),)),)


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n ", "\ufeff".encode(), "\u200b\u00a0".encode()])
def test_empty(data: bytes) -> None:
    with pytest.raises(EmptySource):
        read(data, "a.txt")


def test_suffixes() -> None:
    for name in ("a.TXT", "a.text", "LETTER"):
        assert read(b"Words.", name).name == name
    for name in ("a.7", "a.xyz"):
        with pytest.raises(UnsupportedFormat) as caught:
            read(b"Words.", name)
        assert caught.value.known == tuple(readers.READERS)


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
    assert read(b"Words.", name).name == clean
    with pytest.raises(EmptySource) as caught:
        read(b"", name)
    assert caught.value.name == clean


def test_reading_can_be_cancelled() -> None:
    def stop(done: int = 0, total: int = 0, /) -> None:  # noqa: ARG001
        raise Cancelled

    with pytest.raises(Cancelled):
        readers.read(b"Words.", "a.txt", checkpoint=stop)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_facts(data: bytes) -> None:
    try:
        article = read(data, "a")
    except BriefingError:
        return
    assert article.text.strip()


# ---------------------------------------------------------------- what a person can choose from

TEXTS = {
    "uk": "Міністри двох країн зустрілися у вівторок. Вони говорили про річку, але не про міст.",
    "ru": RUSSIAN,
    "pl": POLISH + " Nie było ich wśród gości, które się spóźniły.",
    "fr": FRENCH.replace("’", "'"),
    "de": "Die Minister der beiden Länder trafen sich, um über den Fluß und die Brücke zu reden.",
    "el": "Υπουργοί των δύο χωρών συναντήθηκαν την Τρίτη για να μιλήσουν για τον ποταμό.",
    "he": "השרים של שתי המדינות נפגשו ביום שלישי כדי לדבר על הנהר.",
    "ar": "التقى وزيرا البلدين يوم الثلاثاء للحديث عن النهر في العاصمة، ولم يتوصلا إلى اتفاق.",
    "ja": "両国の大臣は火曜日に会談し、川の問題について話し合った。",
    "zh": "两国部长星期二会面，讨论河流问题。他们将于五月再次会面。",
    "zh-Hant": "兩國部長星期二會面，討論河流問題。他們將於五月再次會面。",
    "ko": "두 나라의 장관들이 화요일에 만나 강에 대해 이야기했다.",
}
CODECS = [
    ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "iso8859-5"), ("ru", "utf-8"),
    ("ru", "utf-16"), ("uk", "cp1251"), ("uk", "koi8-u"), ("pl", "cp1250"), ("pl", "iso8859-2"),
    ("pl", "cp852"), ("fr", "cp1252"), ("fr", "mac-roman"), ("fr", "cp850"), ("de", "cp1252"),
    ("el", "cp1253"), ("he", "cp1255"), ("ar", "cp1256"), ("ar", "iso8859-6"), ("ja", "cp932"),
    ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("zh", "gb18030"), ("zh-Hant", "big5hkscs"),
    ("ko", "euc_kr"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "codec"), CODECS)
def test_the_likeliest_encoding_comes_first_and_is_what_is_read(language: str, codec: str) -> None:
    text = " ".join([TEXTS[language]] * 4)
    data = text.encode(codec)
    found = decoding.choices(data)
    assert found[0][2] == text[:200].strip()
    assert read(data, "a.txt").text == text
    assert len({each[0] for each in found}) == len({each[1] for each in found}) == len(found)
    for name, _, sample in found:
        shown = read(data, "a.txt", name).text
        assert (
            "".join(sample.split())[:20]
            in "".join(each for each in shown if each.isprintable() and not each.isspace())
            or len(sample) < 20
        )


@pytest.mark.parametrize(
    ("language", "codec"), [each for each in CODECS if each[1] not in ("cp1254", "utf-16")]
)
def test_the_looks_of_a_text_alone_tell_its_encoding(language: str, codec: str) -> None:
    text = " ".join([TEXTS[language]] * 4)
    assert encodings.choices(text.encode(codec))[0][2] == text[:200].strip()


def test_every_choice_can_decode_all_of_the_bytes() -> None:
    data = RUSSIAN.encode("cp1251") * 3 + b"\x98"  # no character of Windows-1251
    found = [each[0] for each in decoding.choices(data)]
    assert "cp1251" not in found
    assert "utf-8" not in found
    assert "koi8-r" in found
    assert all(data.decode(each) for each in found)


def test_plain_letters_leave_no_choice() -> None:
    (only,) = decoding.choices(b"Plain letters only.")
    assert only == ("utf-8", "Unicode (UTF-8)", "Plain letters only.")


def test_a_sample_shows_what_the_choice_is_about() -> None:
    data = b"Plain.\n" * 10_000 + "Łódź leży nad Łódką".encode("cp1250") + b"\nPlain.\n" * 10
    samples = {codec: sample for codec, _, sample in decoding.choices(data)}
    assert samples["cp1250"] == "Łódź leży nad Łódką"


def test_choices_of_a_large_file_are_soon_told() -> None:
    data = (RUSSIAN + " ").encode("cp1251") * 120_000
    start = time.process_time()
    assert decoding.choices(data)[0][0] == "cp1251"
    assert time.process_time() - start < 5


@given(st.binary(max_size=100))
def test_choices_of_any_bytes(data: bytes) -> None:
    for codec, label, sample in decoding.choices(data):
        assert data.decode(codec) or not data
        assert label
        assert len(sample) <= 200
