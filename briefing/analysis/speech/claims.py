"""Who vouches for each sentence: the reporter, somebody they quote, or nobody quite."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.analysis.speech import quotes, speakers
from briefing.analysis.speech.quotes import Quote
from briefing.analysis.speech.speakers import Token, known
from briefing.lexicon import words
from briefing.model.annotations import Claim, ClaimKind, Sentence
from briefing.model.article import Article, Role
from briefing.model.span import Span
from briefing.progress import Checkpoint

_SPEECH_WORDS = 5
"""Words a quotation has at least, unless it ends in a comma or a stop; fewer are a label."""
_LONGEST = 5_000
"""Characters of a sentence that are looked at; what is longer is none."""
_KINDS = ("speech", "clause", "hanging", "plural")
_NO_SUBJECT = frozenset({"to", "that", "as", "of", "and", "or", "by", "with"})
_NEW_CLAUSE = re.compile(r"[,;]\s+(?:but|while|and|whereas|although|though)\b|;|\.")
_QUOTE_ENDS = re.compile(r"\x00[\"”»“],?\s*$")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution in a sentence."""

    cue: str
    speaker: str | None = None
    pronoun: str | None = None
    """In lower case, when a pronoun stands for the speaker."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence, before speakers are looked for in its neighbours."""

    sentence: Sentence
    said: _Said | None
    quoted: tuple[Quote, ...]
    kind: ClaimKind
    cue: str | None


def find(
    article: Article, sentences: Sequence[Sentence], checkpoint: Checkpoint
) -> tuple[Claim, ...]:
    """One claim for each sentence of the body."""
    body = {each.id for each in article.paragraphs if each.role is Role.BODY}
    in_paragraph: dict[str, list[Quote]] = {}
    for quote in quotes.find(article):
        in_paragraph.setdefault(quote.paragraph, []).append(quote)
    readings: list[_Reading] = []
    for done, sentence in enumerate(sentences):
        if sentence.paragraph in body:
            checkpoint(done, len(sentences))
            inside = _overlapping(in_paragraph.get(sentence.paragraph, ()), sentence.span)
            readings.append(_read(article.text, sentence, inside))
    return tuple(_resolved(readings))


def _overlapping(ordered: Sequence[Quote], span: Span) -> tuple[Quote, ...]:
    """Of quotations that do not overlap each other, those that overlap a span."""
    first = bisect_right(ordered, span.start, key=lambda each: each.span.end)
    last = bisect_left(ordered, span.end, key=lambda each: each.span.start)
    return tuple(ordered[first:last])


def _read(text: str, sentence: Sentence, near: tuple[Quote, ...]) -> _Reading:
    span = sentence.span
    own = _outside(text, span, near)[:_LONGEST]
    said = _said(own)
    speech = tuple(each for each in near if _is_speech(text, each, span, own, said))
    spoken = sum(
        len(_WORD.findall(part.of(text))) for q in speech if (part := q.span.intersection(span))
    )
    # A sentence with a few verbatim words in it is still the reporter's sentence.
    goes_on = any(not span.covers(each.span) for each in speech)
    outside = len(_WORD.findall(own))
    if speech and (goes_on or spoken * 2 >= outside or spoken >= 2 * _SPEECH_WORDS):
        return _Reading(
            sentence, said, speech, ClaimKind.QUOTED, said.cue if said else "quotation marks"
        )
    if said is not None:
        return _Reading(sentence, said, near, ClaimKind.ATTRIBUTED, said.cue)
    if (hedge := _hedge(own)) is not None:
        return _Reading(sentence, None, (), ClaimKind.INFERENCE, hedge)
    return _Reading(sentence, None, (), ClaimKind.REPORTED, None)


def _outside(text: str, span: Span, near: Iterable[Quote]) -> str:
    """The sentence with what is quoted blanked out, so that places stay the same."""
    own = span.of(text)
    for quote in near:
        part = quote.span.intersection(span)
        if part is not None:
            start, end = part.start - span.start, part.end - span.start
            own = own[:start] + "\x00" * (end - start) + own[end:]
    return own


def _is_speech(text: str, quote: Quote, span: Span, own: str, said: _Said | None) -> bool:
    """Whether a quotation is somebody's speech, and not a label or a title."""
    if not _WORD.search(own.replace("\x00", " ")):  # nothing else is in the sentence
        return True
    part = quote.span.of(text)
    is_long = len(_WORD.findall(part[:_LONGEST])) >= _SPEECH_WORDS
    introduced = text[max(0, quote.span.start - 3) : quote.span.start - 1].rstrip().endswith(":")
    if said is None:
        return is_long and (introduced or not span.covers(quote.span))
    finished = part.rstrip()[-1:] in (",", ".", "!", "?", "…")
    return is_long or finished or introduced or not span.covers(quote.span)


def _said(own: str) -> _Said | None:
    """The attribution in a sentence whose quotations are blanked out.

    The first is the outermost: "X says that Y has complained". Where another one stands in
    a clause of its own, nobody is named: half would be put in the wrong mouth.
    """
    if not _may_say(own):
        return None
    found = speakers.tokens(own)
    all_said = list(_each_said(own, found))
    named = [(place, each) for place, each in all_said if each.speaker]
    if not named:
        pronouns = [each for _, each in all_said if each.pronoun]
        return next(iter(pronouns), all_said[0][1] if all_said else None)
    place, first = named[0]
    for other, each in named[1:]:
        if each.speaker != first.speaker and _NEW_CLAUSE.search(own, place, other):
            return _Said(first.cue)
    return first


def _may_say(own: str) -> bool:
    """Whether the words of an attribution are in a sentence; most have none, and are soon done."""
    said, sources = _telling()
    here = frozenset(_LETTERS.findall(own.casefold()))
    return not said.isdisjoint(here) or any(each <= here for each in sources)


@cache
def _telling() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The verbs of speech; the words of each phrase that names a source."""
    phrases = words("attribution", "sources.phrases")
    said = frozenset(_LETTERS.findall(verb.casefold())[0] for verb in _verbs())
    return said, tuple(frozenset(_LETTERS.findall(each.casefold())) for each in phrases)


def _each_said(own: str, found: list[Token]) -> Iterator[tuple[int, _Said]]:
    """Attributions and where their verb stands."""
    for index, token in enumerate(found):
        if token.lower in _sources() and (source := _according(own, found, index)) is not None:
            yield token.start, source
        kind = _verbs().get(token.text)
        if kind is not None and (said := _with_verb(own, found, index, kind)) is not None:
            yield token.start, said


@cache
def _sources() -> frozenset[str]:
    """The words that ``according to`` and the like begin with."""
    return frozenset(phrase.split()[0] for phrase in words("attribution", "sources.phrases"))


@cache
def _verbs() -> dict[str, str]:
    """The kind of each verb of speech; where it has two, the first."""
    return {verb: kind for kind in reversed(_KINDS) for verb in known(f"verbs.{kind}")}


def _according(own: str, found: list[Token], index: int) -> _Said | None:
    """``according to the ministry``; "according to plan" names nobody."""
    for phrase in words("attribution", "sources.phrases"):
        parts = phrase.split()
        end = index + len(parts)
        if end < len(found) and [each.lower for each in found[index:end]] == parts:
            speaker = speakers.after(own, found, end)
            if speaker is not None:
                return _Said(own[found[index].start : found[end - 1].end], speaker)
    return None


def _with_verb(own: str, found: list[Token], index: int, kind: str) -> _Said | None:
    cue = found[index].text
    helpers = known("verbs.helpers")
    back = index - 1
    while back >= 0 and found[back].lower in helpers:
        back -= 1
    previous = found[back] if back >= 0 else None
    if previous is not None and previous.lower in known("verbs.negative"):
        return None
    if previous is not None and previous.lower in known("verbs.passive"):
        # "were told that": somebody says it, and the sentence does not tell who.
        return _Said(cue) if cue in ("told", "said", "warned") else None
    if kind == "hanging":
        return _hanging(own, found, index)
    if kind == "clause" and not _has_clause(own, found, index):
        return None
    if (pronoun := speakers.pronoun_before(found, index)) is not None:
        return _Said(cue, pronoun=pronoun)
    if (speaker := speakers.before(own, found, index)) is not None:
        return _Said(cue, speaker)
    if kind == "plural":
        return None
    if _is_inverted(own, found, index):
        if index + 1 < len(found) and found[index + 1].lower in known("speakers.pronouns"):
            return _Said(cue, pronoun=found[index + 1].lower)
        return _Said(cue, speakers.after(own, found, index + 1))
    # A finite verb has a subject, though it is none we know: "the neighbours said".
    finite = cue == "said" or cue.endswith("s") or own[found[index].end :].startswith(" that ")
    if kind != "speech" or not finite or previous is None:
        return None
    is_noun = previous.lower in _NO_SUBJECT | known("speakers.determiners")
    return None if is_noun or not (previous.is_word or previous.text == ",") else _Said(cue)


def _hanging(own: str, found: list[Token], index: int) -> _Said | None:
    """``He gave no details, saying …``: the speaker is the subject at the sentence's beginning."""
    if index == 0 or found[index - 1].text != ",":
        return None
    if found[index].text in known("verbs.doubtful") and not _has_clause(own, found, index):
        return None
    first = found[0]
    if first.lower in known("speakers.pronouns"):
        return _Said(found[index].text, pronoun=first.lower)
    speaker = speakers.after(own, found, 0)
    # Another person may have come in between; then it is not certain whose words they are.
    only = speaker is not None and not any(
        each.text[0].isupper() and each.start >= len(speaker) for each in found[:index]
    )
    return _Said(found[index].text, speaker if only else None)


def _has_clause(own: str, found: list[Token], index: int) -> bool:
    """Whether words of somebody follow: "that", a colon, a quotation, or came before a comma."""
    after = own[found[index].end :].lstrip()
    if after.startswith(("that ", "\x00", '"', "“", "«", "„", ":")) or re.match(
        r"[^.;]{0,40}[:,]?\s*[\"“«„]\x00", after
    ):
        return True
    return _is_inverted(own, found, index) or _closes_quote(own, found, index)


def _is_inverted(own: str, found: list[Token], index: int) -> bool:
    """``…," said X``: what is said stands before the verb, between quotation marks."""
    return _QUOTE_ENDS.search(own, 0, found[index].start) is not None


def _closes_quote(own: str, found: list[Token], index: int) -> bool:
    """``"…," the minister added``: a quotation ends a little before the verb."""
    before = own[: found[index].start]
    return re.search(r"\x00[\"”»“]\s*,?[^\x00,.;]{1,60}$", before) is not None


def _hedge(own: str) -> str | None:
    found = _hedges().search(own)
    while found is not None and found["not"]:
        found = _hedges().search(own, found.end())
    return found[0] if found is not None else None


@cache
def _hedges() -> re.Pattern[str]:
    def pattern(phrase: str) -> str:
        return re.escape(phrase).replace(r"\ …\ ", "…").replace("…", r"\b(?:\s+[^\s,;]+){1,6}?\s+")

    either = "|".join(
        pattern(each) for each in sorted(words("hedges", "phrases"), key=len, reverse=True)
    )
    facts = "|".join(
        pattern(each) for each in sorted(words("hedges", "not"), key=len, reverse=True)
    )
    return re.compile(rf"\b(?:(?P<not>{facts})|(?:{either}))\b")


def _resolved(readings: Sequence[_Reading]) -> Iterator[Claim]:
    """Claims, with the speakers that stand in a neighbouring sentence."""
    named = _named(readings)
    by_quote: dict[Quote, str] = {}
    by_paragraph: dict[str, set[str]] = {}
    for each, speaker in zip(readings, named, strict=True):
        if speaker is not None:
            by_paragraph.setdefault(each.sentence.paragraph, set()).add(speaker)
            by_quote |= dict.fromkeys(each.quoted, speaker)
    open_speaker: str | None = None
    for each, speaker in zip(readings, named, strict=True):
        if (
            speaker is None
            and each.kind is ClaimKind.QUOTED
            and not (each.said and each.said.pronoun)
        ):
            alone = by_paragraph.get(each.sentence.paragraph, set())
            speaker = next((by_quote[quote] for quote in each.quoted if quote in by_quote), None)
            if speaker is None and any(quote.continues for quote in each.quoted):
                speaker = open_speaker
            elif speaker is None and len(alone) == 1:
                (speaker,) = alone
        if each.quoted and not each.quoted[-1].closed:
            open_speaker = speaker
        yield Claim(each.sentence.id, each.kind, speaker, each.cue)


def _named(readings: Sequence[_Reading]) -> list[str | None]:
    """The speaker each sentence names; a pronoun stands for the one of the sentence before."""
    found: list[str | None] = []
    surnames: set[str] = set()
    for each in readings:
        speaker = each.said.speaker if each.said else None
        if each.said and each.said.pronoun and found and (before := found[-1]):
            person = speakers.is_person(before) or before in surnames
            personal = each.said.pronoun in known("speakers.personal")
            speaker = before if person == personal else None
        if speaker is not None and speakers.is_person(speaker):
            surnames.add(speaker.split(",")[0].split()[-1])
        found.append(speaker)
    return found
