"""What the words that name somebody say of them: name, role, gender, noun."""

from __future__ import annotations

from typing import NamedTuple

from briefing.analysis.speech.tokens import Token, is_determiner, is_head, is_name, known, tokens
from briefing.model.span import Span

_ARTICLES = ("the ", "a ", "an ", "one ", "another ", "The ", "A ", "An ", "One ", "Another ")
_LINKS = frozenset({"of", "for", "in", "at", "to", "on", "with", "from"})


class _Named(NamedTuple):
    """What a phrase says of who it means."""

    name: str
    role: str | None
    title: str
    """The words before the name."""


def without_article(words: str) -> str:
    for each in _ARTICLES:
        if words.startswith(each) and not words.startswith(f"{each}of "):
            return words[len(each) :]
    return words


def key(words: str) -> str:
    return without_article(words).casefold()


def is_plural(head: str) -> bool:
    return (head.endswith("s") and not head.endswith(("ss", "us", "is"))) or head in (
        "people", "police", "men", "women", "spokesmen", "spokeswomen", "children", "media",
    )  # fmt: skip


def head_of(parts: list[Token]) -> str:
    """The noun of a description: "spokesman" of "spokesman for the ministry"."""
    words = [each for each in parts if each.is_word]
    if words and words[-1].lower in known("speakers.people"):
        return words[-1].lower  # "Ministry of Defence spokesman"
    for index, each in enumerate(words):
        if index and each.lower in _LINKS:
            return words[index - 1].lower
    return words[-1].lower.rpartition("-")[2] if words else ""


def has_office(role: str, plain: str) -> bool:
    """Whether an office is in a role: "state secretary" in "State Secretary for Trade"."""
    return set(plain.casefold().split()) <= set(role.casefold().replace(",", " ").split())


def may_be(name: str, full: str) -> bool:
    """Whether a name is a shorter form of another: "Roe", "J. Roe" of "Jane Roe"."""
    short, long = name.casefold().split(), full.casefold().split()
    if len(short) == 1 or len(long) == 1:
        return True
    return short[0][0] == long[0][0] and (
        short[0].rstrip(".") == long[0][: len(short[0].rstrip("."))] or long[0].endswith(".")
    )


def is_complement(before: str, after: str) -> bool:
    """Whether a name in a phrase only tells whose spokesman somebody is: "for Roe", "Roe’s"."""
    if after.startswith(("'s", "’s", "’ ", "' ")):
        return True
    words = before.replace(",", " , ").split()
    while words and (words[-1].casefold().rstrip(".") in known("speakers.courtesy")
                     or words[-1].casefold().rstrip(".") in known("speakers.people")):  # fmt: skip
        words.pop()
    if words and words[-1].casefold() in ("the", "former"):
        words.pop()
    if words and words[-1].casefold() in _LINKS:
        return True
    following = after.split()
    return (
        bool(following)
        and following[0].casefold().strip(",") in known("speakers.people")
        and not after.startswith(",")
    )


def head_end(text: str, span: Span) -> int:
    """Where the noun of a phrase ends."""
    words = span.of(text).split(",")[0]
    parts = [each for each in tokens(words) if each.is_word]
    if not parts:
        return span.end
    if parts[-1].lower not in known("speakers.people"):
        for index, each in enumerate(parts):
            before = parts[index - 1]
            office = before.lower in known("speakers.people") or before.text[0].islower()
            if index and each.lower in _LINKS and office:
                return span.start + parts[index - 1].end
    return span.start + parts[-1].end


def name_in(words: str) -> _Named | None:
    """The person's name in a phrase, and what it says they are; None for a body or an office."""
    chunks = [each.strip() for each in words.split(",")]
    for place, chunk in enumerate(chunks):
        parts = [each for each in tokens(chunk) if each.is_word]
        last = len(parts)
        first = last
        while first and is_name(parts, first - 1) and not is_head(parts[first - 1]):
            token = parts[first - 1]
            if token.lower.rstrip(".") in known("speakers.courtesy") or is_determiner(token):
                break
            first -= 1
        if first == last:
            continue
        before = parts[:first]
        title = bool(before) and (
            before[-1].lower.rstrip(".") in known("speakers.courtesy")
            or before[-1].lower in known("speakers.people")
        )
        name = chunk[parts[first].start :]
        appositions = [c for c in chunks[place + 1 :] if c and not c[0].isdigit()]
        described = bool(appositions) and any(
            each.lower in known("speakers.people") for each in tokens(appositions[0])
        )
        role_before = place > 0 and any(
            each.lower in known("speakers.people") for each in tokens(chunks[place - 1])
        )
        if (before and before[-1].lower in _LINKS) or (before and not title):
            return None
        if not title and not described and not role_before and len(name.split()) < 2:
            return None
        if not title and any(each.isupper() and len(each) > 2 for each in name.split()):
            return None
        role = without_article(chunk[: parts[first].start].strip())
        if role.casefold().rstrip(".") in ("mr", "mrs", "ms", "miss", "mx", "sir", "dame", "dr"):
            role = ""
        if not role and appositions and described:
            role = without_article(appositions[0])
        if not role and role_before:
            role = without_article(chunks[place - 1])
        return _Named(name, role or None, chunk[: parts[first].start])
    return None


def gender_of_words(words: str) -> str:
    for each in words.casefold().split():
        bare = each.strip(".,’'")
        if bare in known("speakers.women"):
            return "f"
        if bare in known("speakers.men"):
            return "m"
    return ""


def by_first_name(name: str) -> str:
    from briefing import gazetteer  # late: only some articles have a pronoun that speaks

    found = gazetteer.first_names().get(name.split()[0])
    return found if found in ("f", "m") else ""
