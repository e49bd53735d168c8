"""Who vouches for each sentence: the reporter, somebody they quote, or nobody quite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis.speech import hedges
from briefing.analysis.speech.cast import Cast
from briefing.analysis.speech.frames import LONGEST, WORD, Frame
from briefing.analysis.speech.quotations import NOBODY, Spoken
from briefing.analysis.speech.resolving import Speaker
from briefing.analysis.speech.said import Said, outermost
from briefing.model.annotations import Claim, ClaimKind, Sentence
from briefing.model.span import Span

_ARTICLES = frozenset({"the", "a", "an"})


def of_frame(
    text: str,
    frame: Frame,
    heard: Sequence[tuple[Said, Speaker]],
    spoken: Sequence[Spoken],
    cast: Cast,
) -> Iterator[Claim]:
    """One claim for each sentence of a frame; ``spoken`` is the speech in it."""
    said = tuple(each for each, _ in heard)
    for sentence in frame.sentences:
        yield _claim(text, frame, sentence, said, dict(heard), spoken, cast)


def _claim(
    text: str,
    frame: Frame,
    sentence: Sentence,
    said: tuple[Said, ...],
    who: dict[Said, Speaker],
    spoken: Sequence[Spoken],
    cast: Cast,
) -> Claim:
    span = sentence.span
    first, last = span.start - frame.span.start, span.end - frame.span.start
    own = frame.own[first:last]
    here = tuple(each for each in said if first <= each.start < last)
    parts = [each for each in spoken if each.quote.span.overlaps(span)]
    outer = outermost(frame.own, here)
    if parts and _is_quoted(text, own, span, parts):
        speakers = {each.speaker.member for each in parts}
        speaker = parts[0].speaker if len(speakers) == 1 else NOBODY
        cue = outer.cue if outer else parts[0].cue if "line" in parts[0].cue else "quotation marks"
        return Claim(sentence.id, ClaimKind.QUOTED, _shown(speaker, cast), cue)
    if outer is not None and not own.rstrip().endswith(":"):
        speaker = who.get(outer, NOBODY)
        return Claim(sentence.id, ClaimKind.ATTRIBUTED, _shown(speaker, cast), outer.cue)
    if own.rstrip().endswith("?") and "\x00" not in own[-3:]:
        cue = "headline question" if frame.is_heading else "question"
        return Claim(sentence.id, ClaimKind.INFERENCE, None, cue, "open")
    hedge = hedges.find(own[:LONGEST])
    if hedge is not None:
        return Claim(sentence.id, ClaimKind.INFERENCE, None, *hedge)
    return Claim(sentence.id, ClaimKind.REPORTED, None, None)


def _is_quoted(text: str, own: str, span: Span, parts: Sequence[Spoken]) -> bool:
    """Whether a sentence is mostly somebody's words: with a few in it, it is the reporter's."""
    inside = (part for each in parts if (part := each.quote.span.intersection(span)) is not None)
    spoken = sum(len(WORD.findall(part.of(text))) for part in inside)
    around = (each.casefold() for each in WORD.findall(own.replace("\x00", " ")))
    return spoken >= sum(each not in _ARTICLES for each in around)


def _shown(speaker: Speaker, cast: Cast) -> str | None:
    if speaker.member is None:
        return None
    member = cast.members[speaker.member]
    return member.called if member.name in member.called else member.name
