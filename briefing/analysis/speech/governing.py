"""Which quotations are speech, and which attribution of their sentence they belong to."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.analysis.speech.frames import WORD, Frame
from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.said import Said, introduces
from briefing.analysis.speech.tokens import known

_SPEECH_WORDS = 5
"""Words a quotation has at least that nobody is said to say; fewer are a label."""
_LABEL_WORDS = 3
"""Words up to which a quotation inside somebody's reported words is no more than a label."""
_LONG = 40
"""Characters of a quotation that is more likely somebody's words than a label."""
_LOOKED_AT = 2_000
_ENDS = (",", ".", "!", "?", "…", "—", "–", "-")
_CLOSE = re.compile(r"[\"”»“’'«‘›‹]?[\s,.!?—–-]{0,4}(?:[^\W\d_]+ly\s+|and\s+|as\s+)?$")
_OPEN = re.compile(
    r"^[\s:,—–-]*(?:that|as|it|him|her|them|this|how|only|simply|just)?\s*[:,—–-]?\s*[\"“«„‘'»‚‹]$"
)
_AND = re.compile(r"\W*(?:and|or|but|then)?\W*(?:and|or|then)?\W+")
_BREAK = re.compile(r"[;]|[.?!]\s")
_COPULA = re.compile(
    r"\b(?:was|is|were|are|be|been|being|as|a|an|had|has|have)\s+(?:\w+ly\s+|also\s+|not\s+|a\s+|an\s+|the\s+)?[\"“«„‘'»‚‹]$"
)
_COMMA = re.compile(r"[\"”»“’'«‘›‹],|(?<=,)[\"”»“’'«‘›‹]")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "with",
    ]
)
_AFTER = re.compile(r"[\"”»“’'«‘›‹](?:\s+|-)([^\W\d_]+)")


class Governed(NamedTuple):
    """A quotation that is speech."""

    quote: Quote
    said: int | None
    """Which attribution of its frame; None where it has none there."""
    rule: str
    is_fragment: bool
    """Whether it is a part of the reporter's sentence, and not a sentence of its own."""
    continues: Quote | None = None
    """What it goes on from in the same sentence."""


def speech(text: str, frame: Frame, said: tuple[Said, ...]) -> tuple[Governed, ...]:
    """The quotations of a frame that are somebody's speech, in order."""
    found: list[Governed] = []
    alone = not frame.has_words()
    for index, quote in enumerate(frame.quotes):
        begin, end = quote.inner.start - frame.span.start, quote.inner.end - frame.span.start
        if begin < 0:  # it began in the frame before: no frame cuts a quotation
            continue
        ended = quote.span.of(text).endswith(".") and begin > 1
        which, direct = _governing(frame, said, index, begin, end, ended=ended)
        fragment = _is_fragment(text, frame, quote, begin)
        rule = _rule(text, frame, quote, said, which, direct=direct, alone=alone, fragment=fragment)
        before = found[-1] if found else None
        if before is not None and _joined(frame, before.quote, begin):
            which, rule = before.said, before.rule
        if not rule:
            continue
        goes_on = None
        if before is not None and which is not None and before.said == which and direct:
            between = before.quote.inner.end - frame.span.start <= said[which].start < begin
            rule = "between two parts" if between else rule
            goes_on = before.quote if between else None
            fragment = before.is_fragment if between else fragment
        found.append(Governed(quote, which, rule, fragment, goes_on))
    return tuple(found)


def _joined(frame: Frame, before: Quote, begin: int) -> bool:
    """Whether nothing but "and" parts two quotations."""
    between = frame.own[before.inner.end - frame.span.start : begin]
    return _AND.fullmatch(between) is not None


def _governing(
    frame: Frame, said: tuple[Said, ...], index: int, begin: int, end: int, *, ended: bool
) -> tuple[int | None, bool]:
    """The attribution of a quotation, and whether nothing but marks parts them."""
    own = frame.own
    following = (
        frame.quotes[index + 1].inner.start - frame.span.start
        if index + 1 < len(frame.quotes)
        else len(own) + 1
    )
    previous: int | None = None
    for number, each in enumerate(said):
        if each.last < begin or each.end < begin:
            previous = number
        elif each.first >= end:
            if each.first < following and _CLOSE.match(own[end : each.first]):
                before = said[previous] if previous is not None else None
                opens = before is not None and _OPEN.match(own[before.last : begin])
                if before is not None and opens and _COMMA.match(own, end):
                    # "The river added “a metre”, Roe said", but "Roe said: “a metre”, …"
                    told = own[before.last : begin - 1].rstrip().endswith((":", ","))
                    opens = opens if told or before.cue in known("verbs.speech") else None
                if before is not None and (opens or before.judges):
                    return previous, bool(opens)  # "X called it “a”, Y reported"
                return number, True
            break
    if previous is not None:
        each = said[previous]
        between = own[max(each.last, each.end) : begin]
        if (
            each.after
            and each.who is not None
            and not _OPEN.match(between)
            and "\x00" not in own[: each.start]
            and _BREAK.search(between.replace("\x00", " "))
        ):
            return None, False
        if not _BREAK.search(between.replace("\x00", " ")[:-1]):
            return previous, _OPEN.match(between) is not None or introduces(own, begin - 1)
        if introduces(own, begin - 1):
            return previous, True
    if previous is not None and end - begin >= _LONG:
        return previous, False
    if ended:  # what ends with a full stop does not wait for its speaker
        return None, False
    later = next((n for n, each in enumerate(said) if each.first >= end), None)
    if later is not None and not _BREAK.search(own, end + 1, said[later].first):
        return later, False
    return None, False


def _is_fragment(text: str, frame: Frame, quote: Quote, begin: int) -> bool:
    """Whether the reporter's sentence goes through it: called it “a disgrace”."""
    first = quote.span.of(text)[:1]
    before = frame.own[: max(0, begin - 1)].rstrip()
    if not before or before[-1] in ":,.!?—–-\x00\"”»“’'«‘":
        return False
    return not (first.isupper() and before[-1] in ":,")


def _rule(
    text: str,
    frame: Frame,
    quote: Quote,
    said: tuple[Said, ...],
    which: int | None,
    *,
    direct: bool,
    alone: bool,
    fragment: bool,
) -> str:
    """Why a quotation is speech; empty for a label, a title or words nobody is said to say."""
    part = quote.span.of(text)[:_LOOKED_AT]
    size = len(WORD.findall(part))
    begin = quote.inner.start - frame.span.start
    if alone:
        return "alone" if size > 2 or part.rstrip().endswith(_ENDS) else ""
    long = size >= _SPEECH_WORDS
    # What begins a sentence and ends with a comma is speech, whoever says it.
    after = frame.own[quote.inner.end - frame.span.start + 1 :].lstrip()
    comma = part.rstrip().endswith(",") or after.startswith((",", "—", "–"))
    opens = size > 1 and comma and not frame.is_heading
    opens = opens and not WORD.search(frame.own, 0, max(0, begin - 1))
    if which is None:
        described = not long and _describes(frame, quote)
        if introduces(frame.own, begin - 1) and (long or part[:1].isupper()) and not described:
            return "colon"
        if frame.is_heading and after.startswith((":", "–", "—")) and size > 2:
            return "colon after"
        label = _is_label(frame, begin, part, size) or _is_attribute(frame, quote)
        if frame.is_heading:
            return "headline"
        if opens:
            return "by itself"
        if part[:1].isupper() and part.rstrip().endswith((".", "!", "?", "…")) and not fragment:
            return "by itself"
        return "by itself" if long and not label else ""
    each = said[which]
    if _is_label(frame, begin, part, size):
        return ""
    if each.start >= quote.inner.end - frame.span.start:
        if direct:
            before = frame.own[: max(0, begin - 1)].split()
            names = fragment and size < _SPEECH_WORDS and each.judges and before
            opened = names and before[-1].casefold() in known("labels.openers")
            return "" if opened else "verb after"  # the “operation”, as X calls it
        return "verb after" if long or opens else ""
    if each.rule == "colon":
        return "" if not long and _describes(frame, quote) else "colon"
    if introduces(frame.own, begin - 1):
        return "verb before"
    if direct and not (each.judges and each.cue in ("call", "calls") and size <= _LABEL_WORDS):
        label = size <= 2 and not each.judges and _describes(frame, quote)
        return "" if label else "verb before"
    if each.judges and each.cue in ("call", "calls") and size <= _LABEL_WORDS:
        return ""  # what the generals call “collateral damage”
    if each.judges or each.rule == "quoted as saying":
        return "verb before" if size > 1 or not _is_attribute(frame, quote) else ""
    if _is_attribute(frame, quote) and size < _SPEECH_WORDS + 1:
        return ""
    before = frame.own[max(0, begin - 40) : begin]
    opened = frame.own[: max(0, begin - 1)].split()[-1:]
    described = bool(opened) and opened[0].casefold() in known("labels.openers") - {"of"}
    if size > _LABEL_WORDS or _COPULA.search(before) or (size > 1 and not described):
        return "verb before"
    return ""


def _is_attribute(frame: Frame, quote: Quote) -> bool:
    """Whether it describes the noun that follows: an "over the horizon" capability."""
    begin = quote.inner.start - frame.span.start
    before = frame.own[max(0, begin - 30) : max(0, begin - 1)].split()
    opens = bool(before) and before[-1].casefold() in known("labels.openers")
    return opens and _describes(frame, quote)


def _describes(frame: Frame, quote: Quote) -> bool:
    following = _AFTER.match(frame.own, quote.inner.end - frame.span.start)
    if following is None:
        return False
    return following[1].casefold() not in known("stops") | known("speakers.prepositions")


def _is_label(frame: Frame, begin: int, part: str, size: int) -> bool:
    """Whether it is a name or a title: after "so-called", "the film", or all in capitals."""
    before = frame.own[max(0, begin - 40) : max(0, begin - 1)].rstrip()
    if _is_labelled(before):
        return True
    named = part.split()
    capitals = all(each[0].isupper() or each in _SMALL for each in named)
    if not (capitals and 2 <= size <= 8) or part.rstrip().endswith(_ENDS):
        return False
    return not before.endswith((":", ","))


def _is_labelled(before: str) -> bool:
    """Whether a word stands last after which marks hold a name; cheaper than a large pattern."""
    plain = before.casefold().rstrip(",").rstrip()
    return _ends(plain, known("labels.works")) or _ends(
        plain.rstrip(":").rstrip(), known("labels.before")
    )


def _ends(plain: str, phrases: frozenset[str]) -> bool:
    return any(plain.endswith(each) and not plain[: -len(each)][-1:].isalnum() for each in phrases)
