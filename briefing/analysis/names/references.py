"""Titles that stand for a name: "the general", "The Foreign Secretary".

Where the article names nobody who bears it, an office with capitals is somebody all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.analysis.names import roles
from briefing.analysis.names.context import Context
from briefing.analysis.names.found import LIKELY, Found
from briefing.analysis.names.vocabulary import known, speech
from briefing.model.facts import EntityKind
from briefing.model.span import Span

_MARKS = frozenset(".,;:!?…)”\"’'–—")
_MOST_WORDS = 4


def find(context: Context) -> Iterator[Found]:
    """Each "the" with a title that nothing completes; who it is, joining tells."""
    tokens = context.tokens
    for index, token in enumerate(tokens):
        if token.low != "the" or _is_apposition(context, index):
            continue
        end = index + 1
        while end < len(tokens) and end - index <= _MOST_WORDS and _is_title(context, end):
            end += 1
        if end == index + 1 or tokens[end - 1].low not in _heads():
            continue
        if (
            tokens[end - 1].low == "secretary"
            and context.low(end) == "of"
            and context.names(end + 1)
        ):
            end += 2
        if end < len(tokens) and not _ends(context, end):
            continue
        if context.low(end) == "," and roles.in_front(context, end + 1) is not None:
            continue  # "the minister, Jan Kowal, said"
        core = Span(tokens[index + 1].start, tokens[end - 1].end)
        title = " ".join(each.low for each in tokens[index + 1 : end])
        cue = f"title “the {title}”, which one person has"
        span = Span(token.start, core.end)
        found = Found(EntityKind.PERSON, title, core, span, cue, LIKELY, reference=title)
        in_capitals = all(each.is_name for each in tokens[index + 1 : end])
        if in_capitals and end > index + 2 and not (context.titled or context.shouted):
            found.canonical = core.of(context.source)
        yield found


def _is_apposition(context: Context, index: int) -> bool:
    """ "John Doe, the minister, said": that is his role."""
    return (
        index > 1
        and context.words[index - 1] == ","
        and context.names(index - 2)
        and (context.low(index - 2) not in known("sentences.calendar"))
    )


def _is_title(context: Context, index: int) -> bool:
    low = context.low(index)
    return low in _heads() or (low in known("titles.modifiers") and low != "and")


def _heads() -> frozenset[str]:
    return known("titles.references")


def _ends(context: Context, index: int) -> bool:
    """Whether nothing after the title says whose it is, or makes it part of something else."""
    token = context.tokens[index]
    if not token.is_word:
        return token.text in _MARKS or token.low in ("'s", "’s")
    if token.is_name:
        return False
    low = token.low
    if low in ("of", "for", "to", "at", "in", "general", "elect", "designate"):
        return False
    return (
        low in known("acting.verbs") | known("acting.adverbs")
        or low in speech()
        or low.endswith("ed")
        or low in known("acting.no_nouns")
    )


def resolved(
    people: Sequence[Sequence[Found]], references: Iterable[Found]
) -> Iterator[tuple[Found, int]]:
    """Each reference and the place in ``people`` of whom it means; beyond them for a new one.

    One person of the article must fit: have been named before, and nobody else bear the title.
    """
    bearers: dict[str, set[int]] = defaultdict(set)
    """By the last word of a title, and by its last words."""
    since: list[int] = []
    for number, found in enumerate(people):
        since.append(min(each.core.start for each in found))
        for office in {_office(each) for one in found for each in (one.title, one.role or "")}:
            words = office.split()
            for index, word in enumerate(words):
                bearers[" ".join(words[index:])].add(number)
                if word in _heads():
                    bearers[word].add(number)
    unnamed: dict[str, int] = {}
    for each in references:
        fitting = bearers.get(each.name, set())
        if len(fitting) == 1:
            (number,) = fitting
            # A title of several words may come before the name.
            if since[number] < each.core.start or " " in each.name:
                yield each, number
        elif not fitting and each.canonical:
            number = unnamed.setdefault(each.name, len(people) + len(unnamed))
            yield _unnamed(each), number


def _unnamed(found: Found) -> Found:
    """An office whose bearer the article does not name."""
    name = found.canonical
    cue = f"office “{name}”; the article does not name who holds it"
    return Found(EntityKind.PERSON, name, found.core, found.core, cue, LIKELY)


def _office(role: str) -> str:
    """The words of a role that say what somebody is, and not of what."""
    words = role.lower().split(",")[0].split()
    for index, word in enumerate(words):
        if word in ("for", "to", "at", "in", "who") or (
            word == "of" and words[index - 1] != "secretary"
        ):
            return " ".join(words[:index])
    return " ".join(words)
