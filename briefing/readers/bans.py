"""What some countries oblige the media to say of groups that they have banned."""

from __future__ import annotations

import re
from functools import cache

from briefing.lexicon import either, words

_LONGEST = 400
"""Characters of such a notice."""


def notice(text: str) -> str | None:
    """``X and Y are terrorist organisations banned in Z.``, and nothing else.

    A report that a group has been banned, or that the ban of its flag is lifted, is none.
    """
    if len(text) > _LONGEST or (found := _ban().fullmatch(text)) is None:
        return None
    if not _has_name(found["names"]):  # "Both are organisations banned in Z."
        return None
    return f"legal notice: “{found['ban'] or found['listed']} in {found['country'].rstrip('.')}”"


def _has_name(names: str) -> bool:
    known = {*words("furniture", "notice.joining"), *words("furniture", "notice.nameless")}
    return any(
        each[0].isupper() and each.casefold() not in known for each in re.findall(r"\w+", names)
    )


@cache
def _ban() -> re.Pattern[str]:
    kinds, bans, designated, designations, joining = (
        either(words("furniture", f"notice.{each}"))
        for each in ("kinds", "bans", "designated", "designations", "joining")
    )
    # A word with a capital or a digit in it ("al-Qaeda"), or one that joins such words. It must
    # match in one way only, or a long line in capitals would take for ever.
    capital = r"(?=[\w’'-]*[A-Z\u00c0-\u00de\u0400-\u042f0-9])"
    word = rf"(?:{capital}[\w’'-][\w.’'-]*|\b(?:{joining})\b)"
    names = rf"{word}(?:[\s,“”\"()/*]+{word})*[\s,“”\"()*]+"
    kind = rf"(?:[\w’'“”\"-]+\s+){{0,4}}?(?:{kinds})\b"
    which = r"(?:,?\s+(?:and|that|which|whose activity|whose activities)\b)?(?:\s+(?:is|are)\b)?"
    banned = rf"{kind}{which}\s+(?P<ban>{bans})"
    listed = (
        rf"(?:(?:also|officially)\s+)?(?P<listed>{designated})\s+(?:as\s+)?(?:an?\s+)?[“\"]?"
        rf"(?:{designations})\b[”\"]?(?:\s+(?:{kinds})\b)?(?:{which}\s+(?:{bans}))?"
    )
    country = r"(?:the\s+)?[A-Z][\w.’'-]*(?:\s+(?:and|of|the|[A-Z][\w.’'-]*))*?"
    return re.compile(
        rf"[*(\[\s]*(?P<names>{names})(?:is|are)\s+(?:{banned}|{listed})"
        rf"\s+(?:in|on the territory of)\s+(?P<country>{country})\.?[)\]]?"
    )
