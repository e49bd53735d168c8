"""Who publishes news: what a line calls them, and what they are."""

from __future__ import annotations

import re
from functools import cache

from briefing import lexicon
from briefing.lexicon import words

_PARTED = re.compile(r"\s?[/,;+]\s?|\s(?:and|und|et|y|и|та)\s|-(?=AFX)")
_MARKS = re.compile(r"[,:;|!?\"“”()]")
_LONGEST = 60


def known(text: str) -> str:
    """The outlet that ``text`` names and nothing else, as the source card calls it; else empty.

    Of several ("dpa/AFP") the first.
    """
    if len(text) > _LONGEST:
        return ""
    names = [_names().get(each.strip(" .")) for each in _PARTED.split(text.strip())]
    return (names[0] or "") if all(names) else ""


def named(text: str) -> str:
    """The outlet that ``text`` names, known or by how its name ends ("Meridian News")."""
    bare = text.strip(" .|,")
    if found := known(bare):
        return found
    parts = bare.split()
    if _MARKS.search(bare):
        return ""
    if not 2 <= len(parts) <= 5 or not all(part[0].isupper() or part == "of" for part in parts):
        return ""
    return bare if parts[-1] in words("outlets", "parts.last") else ""


def descriptor(outlet: str) -> str:
    """What an outlet is, such as "news agency"; empty when the program does not know."""
    for each in lexicon.keys("outlets", "descriptors"):
        if outlet in words("outlets", f"descriptors.{each}"):
            return each
    return ""


@cache
def _names() -> dict[str, str]:
    return {
        alias: outlet
        for outlet in lexicon.keys("outlets", "names")
        for alias in (outlet, *words("outlets", f"names.{outlet}"))
    }
