"""What Unicode says of single characters, as far as fonts need it."""

from __future__ import annotations

import re
import unicodedata

_IGNORABLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
"""Unicode's Default_Ignorable_Code_Point, and controls: nothing is drawn for these."""
_NOT_HIDDEN = re.compile(
    "[\u115f\u1160\u3164\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\x00-\x1f\x7f-\x9f\u2028\u2029]"
)
"""Those of them, and the separators of lines, that HarfBuzz would draw a box for."""
_HINT = re.compile(
    "[\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff0-\ufff8\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " ")
_VARIANT = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_NOTHING = "\u200b"
_KANA = re.compile("[\u3041-\u30ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_JOINER = "\u200d"


def is_ignorable(character: str) -> bool:
    return _IGNORABLE.match(character) is not None


def visible(text: str) -> str:
    """The same, letter by letter, without what HarfBuzz would wrongly draw."""
    if _NOT_HIDDEN.search(text) is None:
        return text
    return _NOT_HIDDEN.sub(lambda found: " " if found[0].isspace() else _NOTHING, text)


def usual(text: str) -> str:
    """The same, letter by letter, without signs that ask for a variant of the one before."""
    return text if text.isascii() else _VARIANT.sub(_NOTHING, text)


def copied(text: str) -> str:
    """What of a text is to be copied out of a document: no hints on breaking and order."""
    if text.isprintable():
        return text
    return _HINT.sub("", text).translate(_SPACES)


def is_private(character: str) -> bool:
    """Whether each font has its own idea of it."""
    return unicodedata.category(character) == "Co"


def graphemes(text: str) -> list[str]:
    """What must stay in one font: a letter with its marks, joined emoji, flags."""
    found: list[str] = []
    for character in text:
        if found and _joins(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _joins(before: str, character: str) -> bool:
    if before[-1] == _JOINER and not before[0].isspace():
        return True
    if unicodedata.category(character)[0] == "M" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return True
    if _flag(character):
        return len(before) == 1 and _flag(before)
    return is_ignorable(character)


def _flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def spoken(text: str) -> str:
    """``ja`` or ``ko`` where its letters say so, which decides on the shape of the others."""
    if _KANA.search(text):
        return "ja"
    return "ko" if _HANGUL.search(text) else ""
