"""Text as the program keeps it: one form for each letter, and nothing that cannot be shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_PLANE_ENDS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
# What each kind is called where the person is told, and which characters it has. Line ends
# are not among them: they have become "\n" by then.
_KINDS = (
    ("control characters", "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"),
    ("broken characters", "\ud800-\udfff"),
    ("non-characters", f"\ufdd0-\ufdef{_PLANE_ENDS}"),
    ("byte order marks", "\ufeff"),
    # They make what is printed differ from what is stored.
    ("text-direction overrides", "\u202a-\u202e"),
)
_REMOVED = re.compile("|".join(f"([{characters}])" for _, characters in _KINDS))
_ANY_REMOVED = re.compile(f"[{''.join(characters for _, characters in _KINDS)}]")  # far quicker
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_END = re.compile("[\r\x0b\x85\u2028](?:(?<=\r)\n)?")
_PARAGRAPH_END = re.compile("[\x0c\u2029]")
_BLANKS = re.compile(r"[ \t\n]+")


@dataclass(frozen=True, slots=True)
class Cleaned:
    text: str
    removed: tuple[tuple[str, int], ...]
    """(what was left out, how many), such as ("control characters", 3)."""


def clean(text: str) -> Cleaned:
    """NFC, ``\\n`` at line ends, no character that cannot be shown; says what it left out."""
    if _LINE_END.search(text) is not None:
        text = _LINE_END.sub("\n", text)
    if _PARAGRAPH_END.search(text) is not None:
        text = _PARAGRAPH_END.sub("\n\n", text)
    if _ANY_REMOVED.search(text) is None:
        return Cleaned(unicodedata.normalize("NFC", text), ())
    text = _PAIR.sub(_joined, text)
    counts = [0] * len(_KINDS)

    def drop(match: re.Match[str]) -> str:
        counts[(match.lastindex or 1) - 1] += 1
        return ""

    text = _REMOVED.sub(drop, text)
    removed = tuple((kind, n) for (kind, _), n in zip(_KINDS, counts, strict=True) if n)
    # Last, for a letter and its accent may have been parted by something that is gone now.
    return Cleaned(unicodedata.normalize("NFC", text), removed)


def clean_text(text: str) -> str:
    """Several lines as typed into a form."""
    return clean(text).text


def clean_line(text: str) -> str:
    """One line as typed into a form: runs of ordinary white space become one space."""
    return _BLANKS.sub(" ", clean(text).text).strip(" ")


def _joined(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16", "surrogatepass").decode("utf-16")
