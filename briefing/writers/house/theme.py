"""Fonts and colours that a document names by their part in its theme."""

from __future__ import annotations

import colorsys
import re

from briefing.writers.house.xml import Element, q

_FONTS = {"major": "a:majorFont", "minor": "a:minorFont"}
_ROLES = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_HEX = re.compile(r"[0-9a-fA-F]{6}")


class Theme:
    def __init__(self, root: Element | None) -> None:
        self._fonts: dict[str, str] = {}
        self._colours: dict[str, str] = {}
        if root is None:
            return
        for kind, name in _FONTS.items():
            found = next(root.iter(q(name)), None)
            latin = None if found is None else found.find(q("a:latin"))
            if latin is not None and latin.get("typeface"):
                self._fonts[kind] = latin.get("typeface")
        scheme = next(root.iter(q("a:clrScheme")), None)
        for each in scheme if scheme is not None else ():
            if len(each):
                colour = each[0].get("lastClr") or each[0].get("val") or ""
                if _HEX.fullmatch(colour):
                    self._colours[each.tag.rsplit("}", 1)[-1]] = colour.lower()

    def family(self, role: str) -> str | None:
        """Of ``minorHAnsi``, ``majorAscii`` and the like; None where the theme says nothing."""
        return self._fonts.get(role[:5])

    def colour(self, element: Element, attribute: str = "w:val") -> str | None:
        """``#rrggbb`` of ``w:color``; empty for "automatic", None where nothing is said.

        ``attribute`` is ``w:fill`` for the colour of a shade, ``w:color`` for that of a border.
        """
        name = "themeFill" if attribute == "w:fill" else "theme"
        role = element.get(q("w:themeFill" if attribute == "w:fill" else "w:themeColor"))
        base = self._colours.get(_ROLES.get(role or "", role or ""))
        written = element.get(q(attribute))
        if base is None:
            if written is None:
                return None
            return f"#{written.lower()}" if _HEX.fullmatch(written) else ""
        tint, shade = (element.get(q(f"w:{name}{each}")) for each in ("Tint", "Shade"))
        return f"#{_toned(base, _share(tint), _share(shade))}"


def _share(text: str | None) -> float | None:
    try:
        return None if text is None else min(int(text, 16), 255) / 255
    except ValueError:
        return None


def _toned(colour: str, tint: float | None, shade: float | None) -> str:
    """Word makes a colour lighter or darker by its lightness alone."""
    if tint is None and shade is None:
        return colour
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    if shade is not None:
        light *= shade
    if tint is not None:
        light = light * tint + 1 - tint
    return "".join(
        f"{int(each * 255 + 1e-6):02x}" for each in colorsys.hls_to_rgb(hue, light, strength)
    )
