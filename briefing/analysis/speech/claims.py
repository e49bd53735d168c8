"""Who vouches for each sentence: the reporter, somebody they quote, or nobody quite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.analysis.speech import hedges, scope
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
    """One claim for each sentence of a frame; ``heard`` are those who say or think something in
    it, in order, and ``spoken`` is the speech in it."""
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
    if outer is not None:
        moved = [each.moved(-first) for each in here]
        if (hedge := scope.apart(own[:LONGEST], moved)) is not None:
            return Claim(sentence.id, ClaimKind.INFERENCE, None, hedge.words, hedge.strength)
    told = next((each for each in parts if not each.is_verbatim), None)
    if parts and told is None and _is_quoted(text, _unlabelled(own, first, outer), span, parts):
        speakers = {each.speaker.member for each in parts}
        speaker = parts[0].speaker if len(speakers) == 1 else NOBODY
        marked = parts[0].quote.outer != parts[0].quote.span
        cue = "quotation marks" if marked else parts[0].cue
        cue = _words(text, frame, outer) if outer else cue
        return Claim(sentence.id, ClaimKind.QUOTED, _shown(speaker, cast), cue)
    if told is not None and outer is None:
        return Claim(sentence.id, ClaimKind.ATTRIBUTED, _shown(told.speaker, cast), told.cue)
    if outer is not None and not own.rstrip().endswith(":"):
        speaker = who.get(outer, NOBODY)
        if speaker.member is None and (same := {each.speaker for each in parts}) and len(same) == 1:
            speaker = same.pop()
        cue = _words(text, frame, outer)
        return Claim(sentence.id, ClaimKind.ATTRIBUTED, _shown(speaker, cast), cue)
    if own.rstrip().endswith("?") and "\x00" not in own[-3:]:
        cue = "headline question" if frame.is_heading else "question"
        return Claim(sentence.id, ClaimKind.INFERENCE, None, cue, "open")
    hedge = next(hedges.find(own[:LONGEST]), None)
    if hedge is not None:
        return Claim(sentence.id, ClaimKind.INFERENCE, None, hedge.words, hedge.strength)
    return Claim(sentence.id, ClaimKind.REPORTED, None, None)


def _words(text: str, frame: Frame, said: Said) -> str:
    """The words of an attribution as the article has them."""
    return frame.placed(said.start, said.end).of(text).strip() or said.cue


def _unlabelled(own: str, first: int, outer: Said | None) -> str:
    """Without what only labels a statement: ``Quote from Jane Roe: "…"``."""
    if outer is None or outer.rule != "colon" or outer.who is None:
        return own
    is_label = not own[outer.who[1] - first : outer.start - first].strip()
    return own[outer.end - first :] if is_label else own


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
