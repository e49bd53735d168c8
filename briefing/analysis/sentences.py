"""Sentences within paragraphs, with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.lexicon import keys, words
from briefing.model.annotations import Sentence
from briefing.model.article import Article
from briefing.model.span import Span
from briefing.progress import Checkpoint

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_SPEECH_ENDS = re.compile(r"[!?…][\"'”’»]$")
_NOTE = re.compile(r"\[\d{1,3}\]")
_MARK = re.compile(r"[.!?…]")
_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.$")
_WORD = re.compile(r"[^\W\d_]+")
_NOTED = re.compile(r"[.!?][\"'”’»]?(?:\[\d{1,3}\])+\s+(?=[\"“‘«]?[A-Z\d])")
"""``It was over.[1] They left.``"""
_QUOTED = re.compile(r"(?<=[^\W\d_A-Z]{4}\.)\s+(?=[“«‘]\w)")
"""``… asked the reporter. “Never!” …``"""
_DOTTED = re.compile(r"(?P<last>\S{1,20})\.[\"'”’»)]?\s+(?=(?P<next>[A-Z][a-z]+)\b)")
_NEAR = 40
"""Characters looked at on either side of a cut."""


def find(article: Article, checkpoint: Checkpoint) -> tuple[Sentence, ...]:
    """All sentences, furniture included; together they cover all but the white space."""
    found: list[Sentence] = []
    count = len(article.paragraphs)
    for done, paragraph in enumerate(article.paragraphs):
        checkpoint(done, count)
        for span in split(article.text_of(paragraph), article.card.language):
            start = paragraph.span.start
            placed = Span(start + span.start, start + span.end)
            found.append(Sentence(f"s{len(found) + 1}", paragraph.id, placed))
    return tuple(found)


def split(text: str, language: str | None = None) -> Iterator[Span]:
    """The sentences of one paragraph, trimmed. ``language`` is a BCP 47 tag.

    Only the places where sentences begin are taken from the library, so that nothing can
    fall between two of them.
    """
    cuts = [0]
    for start in sorted({*_starts(text), *_missed(text, language)}):
        if start > cuts[-1] and not _goes_on(text, cuts[-1], start, language):
            cuts.append(start)
    for start, end in pairwise((*cuts, len(text))):
        if (span := Span(start, end).trimmed(text)) is not None:
            yield span


def _starts(text: str) -> list[int]:
    """Where the library begins a sentence, but for the first."""
    if not _MARK.search(text, 0, len(text) - 1):  # many short lines are faster so
        return []
    return [start for start, _ in _tokenizer().span_tokenize(text)][1:]


def _missed(text: str, language: str | None) -> Iterator[int]:
    """Where sentences begin that the library takes for the same one."""
    for found in (*_NOTED.finditer(text), *_QUOTED.finditer(text)):
        if not _ends_with(text[max(0, found.start() - _NEAR) : found.start()], "others"):
            yield found.end()
    if (language or "en").split("-")[0] != "en":
        return
    starters = words("abbreviations", "starters")
    for found in _DOTTED.finditer(text):
        if found.start() and found["next"] in starters and not found["last"].isdigit():
            last = found["last"].lstrip("\"'“‘«([")
            kinds = ("titles", "before_starters", "before_numbers")
            if not any(last in words("abbreviations", kind) for kind in kinds):
                yield found.end()


def _goes_on(text: str, before: int, start: int, language: str | None) -> bool:
    """Whether the library cut where a sentence goes on."""
    tail = text[max(before, start - _NEAR) : start].rstrip()
    following = text[start : start + _NEAR].lstrip()
    if _ORDINAL.search(tail) and _after_ordinal(following, language):
        return True
    if following.startswith("[") and not text[start - 1].isspace() and _NOTE.match(following):
        return True
    if _SPEECH_ENDS.search(tail) and _asks().match(text, start):  # “Why?” Ann Roe asked.
        return True
    if following[:1].islower():  # “Why?” she asked.
        return _SPEECH_ENDS.search(tail) is not None
    if _ends_with(tail, "titles"):
        return following[:1].isupper()
    if _ends_with(tail, "before_numbers"):
        return following[:1].isdigit()
    word = following.split(maxsplit=1)[0].rstrip(".,;:’'s") if following else ""
    return _ends_with(tail, "states") and word in _stripped("after_states")


@cache
def _asks() -> re.Pattern[str]:
    name = r"[A-Z][\w.'’-]{0,30}"
    starters = "|".join(words("abbreviations", "starters"))
    verbs = "|".join(words("abbreviations", "asks"))
    after = r"(?=[.,;]|\s(?:in|on|at|as|of|during|when|after|before|from|with)\b)"
    return re.compile(
        rf"(?!(?:{starters})\b){name}(?:\s(?:{name}|of|the|de|von|van|al)){{0,4}}\s(?:{verbs}){after}"
    )


def _after_ordinal(following: str, language: str | None) -> bool:
    """Whether a sentence goes on after "3.", which is "third" in some languages."""
    tag = (language or "").split("-")[0]
    if tag not in keys("abbreviations", "ordinals"):
        return False
    word = _WORD.match(following)
    return word is not None and (
        word[0].islower() or word[0] in words("abbreviations", f"ordinals.{tag}")
    )


def _ends_with(tail: str, kind: str) -> bool:
    last = tail.rsplit(maxsplit=1)[-1] if tail else ""
    return last.endswith(".") and last.lstrip("\"'“‘«([")[:-1] in words("abbreviations", kind)


@cache
def _stripped(kind: str) -> frozenset[str]:
    return frozenset(each.rstrip("s") for each in words("abbreviations", kind))


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    """Its own instance: the library's shared one would change for everybody."""
    from nupunkt import PunktSentenceTokenizer  # late: the window comes first
    from nupunkt.models import get_default_model_path

    tokenizer = PunktSentenceTokenizer.load(get_default_model_path())
    for kind in ("titles", "others"):
        tokenizer.add_abbreviations([each.lower() for each in words("abbreviations", kind)])
    for word in words("abbreviations", "words"):
        tokenizer.remove_abbreviation(word)
    return tokenizer
