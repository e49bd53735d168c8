"""The encodings that a person can choose from for some bytes, the likeliest first.

What a reading is worth is told by what makes wrong ones ugly: capitals inside words, scripts mixed
in a word, signs between letters, rare ideographs; and by the small words of a language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from briefing import lexicon
from briefing.lexicon import words
from briefing.model.cleaning import clean_line
from briefing.readers import language

_SHOWN = 200
"""Characters of a sample."""
_WEIGHED = 4000
"""Characters by which a reading is weighed."""
_SURE = 0.2
"""Weight of a text that has a language's small words and nothing ugly."""
_LEAD = 0.05
"""Weight that one reading has over another to be clearly better."""
_LEAST_ZEROS = 0.01
"""Share of zero bytes in UTF-16 and UTF-32: spaces and line ends have them in any script."""
_BEYOND = re.compile(rb"[^\r\n\x80-\xff]{0,60}[\x80-\xff][^\r\n]{0,600}")
_BEYOND_TEXT = re.compile("[^\r\n\x80-\U0010ffff]{0,30}[^\x00-\x7f\ufeff][^\r\n]{0,600}")
_CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_])(?:[a-zà-ÿа-яёіїєґα-ω])(?=[A-ZÀ-ÞА-ЯЁІЇЄҐΑ-Ω])")
_SIGN_INSIDE = re.compile(
    r"(?<=[^\W\d_])[^\w\s'’ʼ`.,:;/@&\-‐‑–—…\u3000-\u303f\uff00-\uffef](?=[^\W\d_])"
)
_WORD = re.compile(r"[^\W\d_]+")

Choice = tuple[str, str, str]
"""(codec, label, sample of the text)."""


def choices(data: bytes, first: str = "") -> tuple[Choice, ...]:
    """The encodings that can decode all of the bytes, ``first`` before the others.

    Plain ASCII is the same in all of them, so it has only one.
    """
    if data.isascii() and 0 not in data and b"\x1b" not in data:
        return (("utf-8", _label("utf-8"), _shown(data[:_WEIGHED].decode())),)
    made = [
        (codec == first, _weight(sample), (codec, label, _shown(sample)))
        for codec, label, sample in (*_wide(data), *_narrow(data))
    ]
    made.sort(key=lambda each: (not each[0], -each[1]))  # stable: of equals the more common
    return tuple(each for _, _, each in made)


def better(data: bytes, guess: str | None) -> str | None:
    """The codec that reads the bytes clearly better than somebody's ``guess``; else the guess."""
    found = [(_weight(sample), codec) for codec, _, sample in (*_wide(data), *_narrow(data))]
    weight, codec = max(found, key=lambda each: each[0], default=(0.0, ""))
    if guess is None:
        return codec if weight >= _SURE else None
    try:
        against = _weight(_sample(data.decode(guess)))
    except (LookupError, ValueError):
        against = 0.0
    return codec if weight >= max(_SURE, against + _LEAD) else guess


def _wide(data: bytes) -> Iterator[Choice]:
    zeros = data.count(0) >= _LEAST_ZEROS * len(data)
    for label, codec in _listed("wide"):
        if codec.startswith(("utf-16", "utf-32")) != zeros:
            continue
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, ValueError):
            continue
        yield codec, label, _sample(text)


def _narrow(data: bytes) -> Iterator[Choice]:
    """Which bytes occur tells which of these can decode them."""
    if 0 in data:
        return
    occurring = bytes(sorted(set(data)))
    sample = b"\n".join(each[0] for each, _ in zip(_BEYOND.finditer(data), range(20), strict=False))
    for label, codec in _listed("narrow"):
        try:
            occurring.decode(codec)
        except UnicodeDecodeError:
            continue
        yield codec, label, sample.decode(codec)


def _sample(text: str) -> str:
    found = (each[0] for each, _ in zip(_BEYOND_TEXT.finditer(text), range(20), strict=False))
    return "\n".join(found) or text[:_WEIGHED]


def _shown(text: str) -> str:
    shown = clean_line(text[: 4 * _SHOWN])
    return "".join(each for each in shown if each.isprintable())[:_SHOWN].strip()


def _weight(sample: str) -> float:
    """How much a text looks like one; about 2 for a good one, below 0 for what is none."""
    text = sample[:_WEIGHED]
    beyond = [each for each in text if each > "\x7f"]
    if not beyond:
        return 0.0
    odd = sum(map(_is_odd, beyond)) / len(beyond)
    found = _WORD.findall(text) or [""]
    beyond_words = [each for each in found if not each.isascii()]
    mixed = sum(map(_is_mixed, beyond_words)) / max(1, len(beyond_words))
    inside = len(_CAPITAL_INSIDE.findall(text)) / len(found)
    signs = len(_SIGN_INSIDE.findall(text)) / len(found)
    return language.share([text]) + _ideographs(beyond) - 2 * odd - mixed - inside - signs


def _is_odd(character: str) -> bool:
    """Neither a letter nor what stands between words in print; or one of Icelandic's own, which
    stand for Turkish ones more often than for themselves."""
    kind = unicodedata.category(character)
    return character in "þðÞÐ" or (
        kind in ("Cc", "Cn", "Co", "Cf", "So", "Sk", "Sm", "Lm", "No", "Lo")
        and not (kind == "Lo" and character >= "\u0590")
    )


def _is_mixed(word: str) -> bool:
    """Whether a word has letters of two scripts."""
    scripts = {unicodedata.name(each, "?").split()[0] for each in word if each.isalpha()}
    return len(scripts - {"HIRAGANA", "KATAKANA", "CJK", "HALFWIDTH"}) > 1


def _ideographs(beyond: list[str]) -> float:
    """For East Asian text, how usual its characters are; 0 for other text."""
    eastern = [each for each in beyond if each >= "\u2e80"]
    if len(eastern) < len(beyond) / 2:
        return 0.0
    usual = sum(map(_is_usual, eastern)) / len(eastern) - 0.5
    kana = sum("\u3040" <= each <= "\u30ff" for each in eastern)
    hangul = sum("\uac00" <= each <= "\ud7a3" for each in eastern)
    chinese = sum(each in words("encodings", "usual.zh") for each in eastern)
    real = kana > 0.15 * len(eastern) or chinese > 0.04 * len(eastern)
    return usual if real or hangul > 0.8 * len(eastern) else usual - 0.5


@cache
def _is_usual(character: str) -> bool:
    """Kana, and what the first planes of the national standards hold."""
    if "\u3000" <= character <= "\u30ff" or "\uff00" <= character <= "\uff60":
        return True
    for codec, rows in (("gb2312", (0xB0, 0xD7)), ("big5", (0xA4, 0xC6)), ("euc_jp", (0xB0, 0xCF)),
                        ("euc_kr", (0xB0, 0xC8))):  # fmt: skip
        try:
            coded = character.encode(codec)
        except UnicodeEncodeError:
            continue
        if len(coded) == 2 and rows[0] <= coded[0] <= rows[1]:
            return True
    return False


@cache
def _listed(table: str) -> tuple[tuple[str, str], ...]:
    """(label, codec) of a table."""
    labels = lexicon.keys("encodings", table)
    return tuple((each, words("encodings", f"{table}.{each}")[0]) for each in labels)


def _label(codec: str) -> str:
    known = (*_listed("wide"), *_listed("narrow"))
    return next((label for label, each in known if each == codec), codec)
