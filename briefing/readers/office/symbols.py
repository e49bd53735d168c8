"""The font Symbol, and the commonest of Wingdings: letters by their place in the font."""

from __future__ import annotations

import re

_FROM_20 = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_FROM_A0 = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\u23d0\u23af↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL = {
    **{0x20 + place: letter for place, letter in enumerate(_FROM_20)},
    **{0xA0 + place: letter for place, letter in enumerate(_FROM_A0)},
    0xF1: "〉",
    0xF2: "∫",
}
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x77: "◆",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_PRIVATE = 0xF000
"""Word keeps a place in a font as a private character from here on."""


def letter(code: int, font: str) -> str:
    """The character at a place in a font; a place that is not known keeps its private one."""
    table = table_of(font)
    place = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + 0xFF else code
    if table is None:
        return _character(code)
    return table.get(place) or _character(_PRIVATE + place if place <= 0xFF else code)


PRIVATE = re.compile("[\uf020-\uf0ff]")
"""A place in a font of signs, as Word and LibreOffice keep it in a text."""


def read(text: str, font: str) -> str:
    """A text with letters where it has places in a font of signs."""
    return PRIVATE.sub(lambda place: letter(ord(place[0]), font), text)


def table_of(font: str) -> dict[int, str] | None:
    """Place → character, for a font of signs."""
    name = font.casefold().strip()
    if name in ("symbol", "symbolmt", "symbol (ttf)"):
        return _SYMBOL
    return _WINGDINGS if name == "wingdings" else None


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\N{REPLACEMENT CHARACTER}"
