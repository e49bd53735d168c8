"""How long something lasts, and how often it recurs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefing.analysis.dates.forms import Form, fixed
from briefing.analysis.dates.made import Made
from briefing.analysis.dates.tokens import Token
from briefing.analysis.dates.vocabulary import folded, listed, single
from briefing.lexicon import keys


def _a_before_a_number(tokens: Sequence[Token]) -> bool:
    """ "An 11-year lull": the article is no part of it, as that of "a hundred years" is."""
    pairs = pairwise(tokens)
    return any(
        one.code == "a" and two.code in "DYN" and folded(two.text) not in single("senses.multiply")
        for one, two in pairs
    )


def duration(made: Made) -> Form | None:
    if _a_before_a_number(made.tokens):
        return None
    numbers = made.all("DYNva*8|2-~")
    while numbers and numbers[-1].code == "-":
        numbers.pop()
    return fixed(
        period(count_of(numbers) if numbers else 1 if made.has("U") else None, made.datum("Uu"))
    )


def span(made: Made) -> Form | None:
    """ "The past 20 months", "recent weeks": it lasts; that it ends now is left to the cue."""
    if made.has("6") and not made.has("DYNv"):
        return None
    return fixed(period(count_of(made.all("DYNva*8|2-~")), made.datum("Uu")))


def whole(made: Made) -> Form | None:
    return fixed(period(1, made.datum("U")))


def first_months(made: Made) -> Form | None:
    unit = made.one("u")
    return fixed(period(count_of(made.all("DNv")), unit.datum)) if unit else None


def every(made: Made) -> Form | None:
    found = made.one("WMmbPSKUu")
    if found is None:
        return None
    other = folded(made.tokens[0].text) in listed("senses.every_other")
    match found.code:
        case "W":
            return fixed(
                f"XXXX-WXX-{found.datum}" + (f"T{made.datum('P')}" if made.has("P") else "")
            )
        case "P":
            return fixed("P1D")
        case "S":
            return fixed(f"XXXX-{found.datum}")
        case "K":
            return fixed("XXXX-WXX-WE")
        case "U" | "u":
            count = made.number("DN") or made.number("O") or (2 if other else 1)
            return fixed(period(count, found.datum))
        case _:
            return fixed(f"XXXX-{int(found.datum):02}")


def rate(made: Made) -> Form | None:
    found = made.all("UuK")[-1]
    return fixed("P1W" if found.code == "K" else period(1, found.datum))


def adverb(made: Made) -> Form | None:
    return fixed(
        f"P{made.datum('d')}" if not made.datum("d").startswith("T") else f"PT{made.datum('d')[1:]}"
    )


def plural_day(made: Made) -> Form | None:
    token = made.tokens[0]
    if token.datum.isdigit():
        return fixed(f"XXXX-WXX-{token.datum}")
    if token.datum in keys("times", "part_sets"):
        return fixed(f"XXXX-XX-XXT{token.datum}")
    return fixed("XXXX-WXX-WE" if folded(token.text) in single("senses.weekends") else None)


def count_of(tokens: Sequence[Token]) -> float | None:
    """How many; None where the words do not say, or say two numbers."""
    if any(each.code in "v|2~" for each in tokens):
        return None
    total, current = 0.0, 0.0
    seen = False
    for place, token in enumerate(tokens):
        match token.code:
            case "8":
                current += 0.5 if seen else 1.5
            case "*":
                current, seen = current + 0.5, True
            case "-":
                if (
                    0 < place < len(tokens) - 1
                    and token.code == "-"
                    and tokens[place - 1].text.isdigit()
                    and tokens[place + 1].text.isdigit()
                ):
                    return None
            case "a":
                pass
            case _:
                value = float(token.datum)
                if value in (100, 1000, 1000000, 12) and not token.text[:1].isdigit() and seen:
                    current *= value
                else:
                    current += value
                seen = True
    total += current
    if tokens and not seen and any(each.code in "a8" for each in tokens):
        return total or 1
    return total if seen else None


def period(count: float | None, unit: str) -> str | None:
    """``P20M``, ``PT24H``, ``PXY``: X where nobody says how many."""
    if not unit:
        return None
    time, digits, letter = unit.startswith("T"), unit.strip("TSMHDWYN"), unit[-1]
    each = int(digits or 1)
    if letter == "N":
        letter = "D"
    sign = "PT" if time else "P"
    if count is None:
        return f"{sign}X{letter}"
    total = count * each
    if (
        total != int(total)
        and time
        and letter == "H"
        and (60 * total) == int(60 * total)
        and total < 1
    ):
        return f"PT{int(60 * total)}M"
    shown = str(int(total)) if total == int(total) else f"{total:.6f}".rstrip("0")
    return f"{sign}{shown}{letter}"
