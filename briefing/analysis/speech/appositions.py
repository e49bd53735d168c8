"""What stands beside a name between commas: "John Roe, 41, the ministry's spokesman, said"."""

from __future__ import annotations

from briefing.analysis.speech.nouns import Phrase, back
from briefing.analysis.speech.tokens import (
    Token,
    is_determiner,
    is_head,
    is_name,
    known,
)

_MOST_ASIDES = 40
"""Tokens between a name and its verb."""


def past_asides(found: list[Token], comma: int) -> Phrase | None:
    """ "John Roe, 41, the ministry's spokesman, said": over what stands between commas.

    An apposition goes with the name, a clause does not.
    """
    end = comma - 1
    low = max(0, comma - _MOST_ASIDES)
    keep = comma - 1
    for opening in range(comma - 1, low, -1):
        if found[opening].text in (".", ";", ":", "?", "!") or found[opening].text[0] == "\x00":
            return None
        if found[opening].text not in (",", "(", "—", "–") or opening == end:
            continue
        inside = found[opening + 1 : end + 1]
        if not inside or not _is_aside(found, opening + 1, end):
            return None
        if not _is_apposition(inside):
            keep = opening - 1
        first = back(found, opening - 1)
        if first is None and all(each.is_named for each in inside):
            return opening + 1, end
        if first is not None and not _is_listed(found, first):
            if first and found[first - 1].lower in known("speakers.prepositions"):
                named_last = all(each.is_named for each in inside)
                return (opening + 1, end) if named_last else None
            if first and (named := appended_name(found, first)) is not None:
                first = named
            return first, max(keep, opening - 1)
        end = opening - 1
    return None


def _is_listed(found: list[Token], first: int) -> bool:
    """Whether a phrase is itself an aside: after a comma, in small letters or a number."""
    return (
        bool(first)
        and found[first - 1].text == ","
        and found[first].text[0].islower()
        and (first >= 2 and is_name(found, first - 2))
    )


def appended_name(found: list[Token], first: int) -> int | None:
    """Where "Labour’s envoy" begins in "Labour’s envoy, Jane Roe": an office, then its holder."""
    if first < 2 or found[first - 1].text != "," or not is_name(found, first):
        return None
    office = back(found, first - 2)
    if office is None or not any(is_head(each) for each in found[office : first - 1]):
        return None
    if found[office].text[0].islower() and not is_determiner(found[office]):
        return None
    if office and found[office - 1].lower in known("speakers.prepositions"):
        return None
    return office


def _is_aside(found: list[Token], start: int, end: int) -> bool:
    word = found[start]
    return (
        word.text[0].isdigit()
        or word.lower in known("speakers.asides")
        or is_determiner(word)
        or word.lower.endswith(("ing", "ed"))
        or any(is_head(each) for each in found[start : end + 1])
        or is_name(found, end)
    )


def _is_apposition(inside: list[Token]) -> bool:
    """Whether an aside says who somebody is, and not what they do."""
    if inside[0].lower in known("speakers.clauses") or inside[0].text[0].isdigit():
        return False
    if inside[0].lower in known("speakers.prepositions") or inside[0].lower.endswith("ing"):
        return False
    return is_determiner(inside[0]) or any(map(is_head, inside)) or inside[0].text[0].isupper()


def apposition_end(found: list[Token], first: int, end: int, *, certain: bool = False) -> int:
    """Where ", spokesperson for X" ends, if that follows the speaker; else ``end``.

    "according to the Herald, Professor Roe ..." names two: what begins with a capital goes
    with the speaker only where it is ``certain`` that nothing else follows.
    """
    for _ in range(2):
        start = end + 2
        if start >= len(found) or found[end + 1].text != ",":
            return end
        stop = start
        while stop < len(found) and found[stop].is_word and stop - start <= 12:
            stop += 1
        inside = found[start:stop]
        closes = (
            stop == len(found) or found[stop].text in ',.;”"“—–' or found[stop].text[0] == "\x00"
        )
        if not inside or not closes:
            return end
        has_name = any(
            is_name(found, i) and not is_head(found[i])
            for i in range(first, end + 1)
            if i == end or found[i + 1].text == ","
        )
        is_office = any(map(is_head, inside)) and not any(
            each.lower in known("speakers.clauses") for each in inside
        )
        if inside[0].text[0].isupper():
            all_names = all(is_name(found, i) for i in range(start, stop)) and not has_name
            office = found[end].lower in known("speakers.people")
            if not (certain and is_office) and not (all_names and (certain or office)):
                return end
        elif inside[0].text[0].isdigit():
            if not certain or len(inside) > 1:  # an age
                return end
        elif not is_office:
            return end
        end = stop - 1
    return end
