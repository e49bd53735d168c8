"""Where a sentence tells that somebody says something: "said", "according to", a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.analysis.speech import beside
from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.said import Said
from briefing.analysis.speech.sources import according, as_saying, sources, view, with_colon
from briefing.analysis.speech.telling import compounds, verbs
from briefing.analysis.speech.verbs import with_verb
from briefing.lexicon import words

_MOST = 16
"""Attributions of one frame."""
_LETTERS = re.compile(r"[^\W_]+")


def of_frame(text: str, frame: Frame) -> tuple[Said, ...]:
    """In the order of the text."""
    own = frame.own.casefold() if frame.is_heading else frame.own
    found: list[Said] = []
    if _may_say(own):
        found += _each(frame)
    if frame.quotes and ":" in own and (colon := with_colon(frame, found)) is not None:
        found.append(colon)
    if frame.quotes:
        found += beside.of_quotes(text, frame, found)
    return tuple(sorted(found, key=lambda each: (each.start, each.end))[:_MOST])


def _may_say(own: str) -> bool:
    """Whether the words of an attribution are in it; most have none, and are soon done."""
    said, phrases = _telling()
    here = frozenset(_LETTERS.findall(own.casefold()))
    return not said.isdisjoint(here) or any(each <= here for each in phrases)


@cache
def _telling() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The verbs of speech; the words of each phrase that names a source."""
    phrases = words("attribution", "sources.phrases") + words("attribution", "sources.views")
    said = frozenset(_LETTERS.findall(verb.casefold())[0] for verb in verbs())
    return said | {"quoted", "cited"}, tuple(
        frozenset(_LETTERS.findall(each.casefold().replace("…", ""))) for each in phrases
    )


def _each(frame: Frame) -> Iterator[Said]:
    own, found = frame.own, frame.tokens
    taken = -1
    for index, token in enumerate(found):
        if index <= taken:
            continue
        if token.lower in sources() and (source := according(own, found, index)) is not None:
            yield source
        if (opinion := view(own, found, index)) is not None:
            yield opinion
        if token.lower in ("quoted", "cited"):
            said = as_saying(own, found, index)
            if said is not None:
                yield said
                taken = next(
                    (i for i in range(index, len(found)) if found[i].lower == "saying"), index
                )
                continue
        word = token.lower if frame.is_heading else token.text
        kinds, length = verbs().get(word, ()), 1
        for parts in compounds().get(word, ()):
            if tuple(each.lower for each in found[index : index + len(parts)]) == parts:
                kinds, length = verbs()[" ".join(parts)], len(parts)
        for kind in kinds:
            said = with_verb(own, found, index, length, kind)
            if said is not None:
                taken = index + length - 1
                yield said
                break
