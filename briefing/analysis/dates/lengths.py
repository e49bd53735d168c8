"""Whether the words around a span of time let it be one: "for a week", but not "barrels a day"."""

from __future__ import annotations

from briefing.analysis.dates import nearby
from briefing.analysis.dates.nearby import Tokens
from briefing.analysis.dates.vocabulary import folded, listed, single


def a_span(tokens: Tokens, i: int, j: int) -> bool:
    """ "The last two weeks", "in past years", but not "talks that last two weeks"."""
    if folded(tokens[i].text) in single("senses.verb") and nearby.before(tokens, i) not in single(
        "around.within"
    ):
        return False
    return nearby.not_an_age(tokens, i, j) and (
        tokens[i].code != "6" or "DNYv".find(tokens[i + 1].code) >= 0
    )


def whole(tokens: Tokens, i: int, j: int) -> bool:
    parted = j < len(tokens) and tokens[j].code in "-~0"
    return not parted and folded(tokens[i].text) not in listed("senses.all_of")


def a_duration(tokens: Tokens, i: int, j: int) -> bool:
    if not nearby.not_an_age(tokens, i, j):
        return False
    if tokens[j - 1].code == "U" and "-" not in [each.code for each in tokens[i:j]]:
        # "two week" is no English, but for "one day", "half an hour" and the like
        last = [each for each in tokens[i:j] if each.code in "DYN*"]
        if last and folded(last[-1].text) not in single("around.singular"):
            return False
        if any(each.code == "v" for each in tokens[i:j]):
            return False
    if tokens[j - 1].datum == "3M" and j < len(tokens) and tokens[j].code == "o":
        return False  # "three quarters of the fields"
    first = tokens[i]
    if first.code == "x" and folded(first.text) in single("senses.during"):
        return nearby.before(tokens, i) in single("around.more_than")  # elsewhere it says during
    return True


def lasting(tokens: Tokens, i: int, j: int) -> bool:
    """ "For a week"; "barrels a day" is a rate."""
    if tokens[j - 1].code == "8":
        return True
    if not nearby.not_an_age(tokens, i, j) or tokens[i].code == "x":
        return tokens[i].code == "x" and nearby.not_an_age(tokens, i, j)
    behind = nearby.behind(tokens, j)
    if behind in single("around.event"):
        return True
    return nearby.before(tokens, i) in single("around.lasting") and behind != "-"


def bare_units(tokens: Tokens, i: int, j: int) -> bool:
    """ "For months", "hours after"; "the days" are no span of time."""
    if (tokens[i].code != "u" and j - i == 1) or not nearby.not_an_age(tokens, i, j):
        return False
    if j - i > 1:
        return True
    before, behind = nearby.before(tokens, i), nearby.behind(tokens, j)
    if tokens[i].datum == "3M" or (tokens[i].datum == "T1M" and _a_record(tokens, i, j)):
        return False
    return behind in single("around.units_event") or (
        before in single("around.for") and (tokens[i - 1].code not in "U")
    )


def _a_record(tokens: Tokens, i: int, j: int) -> bool:
    """ "The minutes of the meeting", "in minutes published on Thursday"; but "the closing minutes
    of the match"."""
    before, behind = nearby.before(tokens, i), nearby.behind(tokens, j)
    if before in single("around.stretch"):
        return False
    if behind in single("around.record_of"):
        return nearby.behind(tokens, j, 1) in single("around.whose") or nearby.capital(
            tokens, j + 1
        )
    return behind in single("around.record")
