"""Bytes to text: what they say, else what they prove, else a guess that is told."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from briefing.errors import BadValue, EncodingGuessed, Notice, NotText
from briefing.readers import central, encodings, language

_BOMS = (  # UTF-32 before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Tab, line ends, form feed, the old end-of-file mark and escape occur in text files.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_MAX_CONTROLS_IN_UTF8 = 0.25
"""Share of control bytes above which valid UTF-8 is not text."""
_MAX_CONTROLS = 0.02
"""The same for other bytes, of which almost any can be read as some encoding."""
_GUESSED_FROM = 200_000
"""Bytes the guess looks at; more do not make it better."""
_LIBRARY_LOOKS_AT = 20_000
"""The same for the library, which is slower."""
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_WESTERN = frozenset(
    "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜŸ«»‹›“”„‘’‚–—…•·°§©®€£¡¿\u00a0"
)
_WESTERN_LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi")
_WESTERN_CODECS = ("cp1252", "latin-1", "latin_1", "iso8859-15")
_JAPANESE_MAIL = re.compile(rb"\x1b\$[@B]")
"""How ISO-2022-JP begins what is not plain ASCII, of which all its bytes are."""
_BAD_BYTE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    """A codec's name."""
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Raises NotText, and BadValue when the person's ``encoding`` does not fit the bytes."""
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, codec in _BOMS:
        if data.startswith(mark) and (text := _decoded(data[len(mark) :], codec)) is not None:
            return Decoded(text, codec)
    if (codec := _wide(data)) is not None:
        return Decoded(data.decode(codec, "surrogatepass"), codec, (EncodingGuessed(name, codec),))
    if _JAPANESE_MAIL.search(data) is not None and (text := _decoded(data, "iso2022_jp")):
        return Decoded(text, "iso2022_jp")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if (text := _decoded(data, "utf-8")) is not None:
        if controls > _MAX_CONTROLS_IN_UTF8 * len(data):
            raise NotText(name, "")
        return Decoded(text, "utf-8")
    if controls > _MAX_CONTROLS * len(data):
        raise NotText(name, "")
    return _guessed(data, name)


def choices(data: bytes) -> tuple[encodings.Choice, ...]:
    """(codec, label, sample) of each encoding that can decode the bytes, the likeliest first."""
    try:
        found = decode(data, "").encoding
    except NotText:
        found = ""
    return encodings.choices(data, found)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
        # Lone surrogates in UTF-8 come from a clipboard; cleaning removes and counts them.
        strict = "surrogatepass" if codec == "utf-8" else "strict"
        return Decoded(data.decode(encoding, strict).removeprefix("\ufeff"), codec)
    except (LookupError, ValueError):
        expected = "the name of an encoding that fits the file, such as utf-8 or cp1252"
        raise BadValue("encoding", encoding, expected) from None


def _decoded(data: bytes, codec: str) -> str | None:
    """Lone surrogates pass: cleaning removes and counts them, where a guess would mangle all."""
    try:
        return data.decode(codec, "surrogatepass" if codec.startswith("utf") else "strict")
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark from where the zero bytes stand.

    Spaces and line ends have a zero byte in any script, always on the same side.
    """
    units = len(data) // 2
    if len(data) % 2 or data.count(0) < max(1, 0.05 * units):
        return None
    if len(data) % 4 == 0 and data.count(0) > len(data) / 2:
        for codec in ("utf-32-le", "utf-32-be"):
            if (text := _decoded(data, codec)) is not None and _readable(text):
                return codec
    first, second = data[::2].count(0), data[1::2].count(0)
    codec = "utf-16-le" if second > first else "utf-16-be"
    if min(first, second) > 0.05 * max(first, second):
        return None
    text = _decoded(data, codec)
    return codec if text is not None and _readable(text) else None


def _readable(text: str) -> bool:
    sample = text[:10_000]
    strange = sum(not (each.isprintable() or each.isspace()) for each in sample)
    return strange <= 0.02 * len(sample)


def _guessed(data: bytes, name: str) -> Decoded:
    nearly = data.decode("utf-8", "surrogateescape")
    bad = len(nearly) - len(nearly.encode("utf-32-le", "ignore")) // 4
    right = len(nearly) - len(nearly.encode("ascii", "ignore")) - bad
    if bad <= right:  # UTF-8 with a few bytes of something else, most often Windows-1252
        return Decoded(
            _BAD_BYTE.sub(_as_cp1252, nearly), "utf-8", (EncodingGuessed(name, "utf-8"),)
        )

    if _is_western(data[:_GUESSED_FROM]):
        text = data.decode("cp1252", "replace")
        return Decoded(text, "cp1252", (EncodingGuessed(name, "cp1252"),))

    from charset_normalizer import from_bytes  # late: rarely needed

    start = data[:_GUESSED_FROM]
    best = from_bytes(start[:_LIBRARY_LOOKS_AT]).best()
    codec = encodings.better(start, best.encoding if best is not None else None)
    if codec is None:
        raise NotText(name, "")
    is_western = codec in _WESTERN_CODECS and central.is_taken_for_western(start)
    if is_western or codecs.lookup(codec).name in (central.WINDOWS, central.ISO):
        codec = central.told(data)
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    return Decoded(text, codec, (EncodingGuessed(name, codec),))


def _is_western(data: bytes) -> bool:
    """Whether it reads well as Windows-1252, which the library takes for its neighbours.

    The accents are those of its languages, on a few letters only (Cyrillic has them on
    all), and the small words are of none of the languages that use others.
    """
    text = data.decode("cp1252", "replace")
    beyond = _BEYOND_ASCII.findall(text)
    if not all(each in _WESTERN for each in beyond):
        return False
    letters = sum(map(str.isalpha, text))
    accented = sum(map(str.isalpha, beyond))
    return accented <= 0.3 * letters and language.guess([text]) in (*_WESTERN_LANGUAGES, None)


def _as_cp1252(bad: re.Match[str]) -> str:
    byte = bytes([ord(bad[0]) - 0xDC00])
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:
        return byte.decode("latin-1")
