"""Who says what stands between quotation marks, in their sentence or in one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.speech import dialogue, statements
from briefing.analysis.speech.cast import Cast
from briefing.analysis.speech.dialogue import Line
from briefing.analysis.speech.frames import WORD, Frame
from briefing.analysis.speech.governing import Governed, speech
from briefing.analysis.speech.marks import Quote
from briefing.analysis.speech.resolving import Resolver, Speaker
from briefing.analysis.speech.said import Said
from briefing.model.article import Article
from briefing.model.facts import Quotation
from briefing.model.span import Span

NOBODY = Speaker(None, None)
_HEADLINES = 3
"""Pieces of speech at the beginning that may be a headline's."""
_FEW = 2
"""Words of a headline in quotation marks that may be the same by chance."""


@dataclass(slots=True)
class Spoken:
    """A piece of speech and who says it."""

    quote: Quote
    frame: int
    speaker: Speaker
    cue: str
    is_fragment: bool
    continues: Span | None = None
    is_shown: bool = True
    """False for speech that is no quotation: an interviewer's question, words in a headline."""
    is_verbatim: bool = True
    """False for a paragraph that only tells what somebody says."""
    goes_on: bool = False
    """Whether it is a paragraph without marks that the next one may go on from."""

    def quotation(self, cast: Cast) -> Quotation:
        who = self.speaker
        member = cast.members[who.member] if who.member is not None else None
        return Quotation(
            span=self.quote.span,
            paragraph=self.quote.paragraph,
            speaker=member.name if member else None,
            cue=self.cue,
            role=member.role if member else None,
            named=who.named,
            candidates=tuple(cast.members[each].name for each in who.candidates),
            continues=self.continues,
        )


class Reader:
    """Goes through the article once; ``lines`` are those of an interview, by their paragraphs."""

    def __init__(
        self, article: Article, frames: Sequence[Frame], resolver: Resolver, lines: dict[str, Line]
    ) -> None:
        self.article = article
        self.frames = frames
        self.resolver = resolver
        self.lines = lines
        self.spoken: list[Spoken] = []
        self._answers: Speaker | None = None
        """Who answers in an interview, once that was asked."""

    def read(self, first: int, end: int) -> None:
        """Add the speech in the frames of one paragraph, which are ``first`` to ``end``."""
        paragraph = self.frames[first].paragraph
        start = len(self.spoken)
        for number in range(first, end):
            self._frame(number)
        if (line := self.lines.get(paragraph.id)) is not None:
            del self.spoken[start:]
            self._line(line, first)
        elif first and len(self.spoken) == start:
            self._without_marks(first, end)
        self._from_after(start, end)

    def _frame(self, number: int) -> None:
        frame = self.frames[number]
        heard = self.resolver.read(number)
        said = tuple(each for each, _ in heard)
        for each in speech(self.article.text, frame, said):
            self.spoken.append(self._spoken(number, each, heard))

    def _spoken(
        self, number: int, found: Governed, heard: Sequence[tuple[Said, Speaker]]
    ) -> Spoken:
        is_shown = not self.frames[number].is_heading or found.said is not None
        spoken = Spoken(found.quote, number, NOBODY, "", found.is_fragment, is_shown=is_shown)
        before = self.spoken[-1] if self.spoken else None
        if found.continues is not None:
            spoken.continues = found.continues.span
        if found.said is not None:
            said, spoken.speaker = heard[found.said]
            rule = said.rule if said.rule in ("source", "quoted as saying") else found.rule
            spoken.cue = f"{rule}: “{said.cue}”" if said.cue not in (":", rule) else rule
            if spoken.speaker.named is None and before is not None and not said.after:
                here = self.resolver.named_before(number, found.quote.outer.start)
                only = here[0] if len(here) == 1 else None
                spoken.speaker = (
                    Speaker(only, None, () if only is not None else tuple(here))
                    if here
                    else self._near(number)
                )
        elif found.quote.continues and before is not None:
            spoken.speaker, spoken.continues = before.speaker, before.quote.span
            spoken.cue = "goes on from the paragraph before"
        else:
            spoken.speaker, spoken.cue = self._beside(number, found)
        return spoken

    def _beside(self, number: int, found: Governed) -> tuple[Speaker, str]:
        """Whose speech it is where the sentence does not say."""
        frame = self.frames[number]
        if found.rule == "colon":
            near = self.resolver.named_before(number, found.quote.outer.start)
            if near:
                only = near[0] if len(near) == 1 else None
                return Speaker(only, None, () if only is not None else tuple(near)), "colon"
        before = self.spoken[-1] if self.spoken else None
        beside = before is not None and before.quote.paragraph == frame.paragraph.id
        if before is not None and beside:
            for between in range(number - 1, before.frame, -1):
                about = self.resolver.about(between)
                if about is not None and about != before.speaker.member:
                    return Speaker(about, None), "sentence before"
        if before is not None and beside and not self._others(before, number):
            return before.speaker, "goes on from the quotation before"
        previous = number - 1
        if previous >= 0 and self.frames[previous].paragraph.id == frame.paragraph.id:
            if (speaker := self._near(number)) is not NOBODY:
                return speaker, "sentence before"
        elif previous >= 0 and found.rule == "alone":
            if before is not None and before.frame == previous:
                return before.speaker, "paragraph before"
            if (speaker := self._near(number)) is not NOBODY:
                return speaker, "paragraph before"
        return NOBODY, found.rule

    def _others(self, before: Spoken, number: int) -> bool:
        """Whether somebody else comes in between two quotations of a paragraph."""
        for between in range(before.frame + 1, number):
            for _, who in self.resolver.heard[between]:
                if who.member is not None and who.member != before.speaker.member:
                    return True
        return False

    def _near(self, number: int) -> Speaker:
        """Who spoke last, or the one whom the sentences before are about."""
        for back in range(number - 1, max(-1, number - 4), -1):
            if self.frames[back].is_heading:
                break
            known = [who for _, who in self.resolver.heard[back] if who.named is not None]
            if known:
                return known[0] if len({w.member for w in known}) == 1 else known[-1]
            found = self.resolver.candidates(back, self.frames[back].span.end, "")
            if len(found) == 1:
                return Speaker(found[0], None)
            if found:
                return Speaker(None, None, tuple(found))
        return NOBODY

    def _from_after(self, start: int, end: int) -> None:
        """A paragraph that begins with speech, whose speaker a later sentence of it names."""
        unknown = [
            each
            for each in self.spoken[start:]
            if (each.speaker.member is None and not each.speaker.candidates)
            or each.cue == "paragraph before"
        ]
        if not unknown:
            return
        known = [
            each.speaker
            for each in self.spoken[start:]
            if each.cue.startswith(("verb", "between", "colon"))
            and (each.speaker.member is not None or each.speaker.candidates)
        ]
        cue = "quotation after"
        if not known:
            last = unknown[0].frame
            known = [
                who
                for number in range(last + 1, min(end, last + 3))
                for _, who in self.resolver.heard[number]
                if who.named is not None
            ]
            cue = "sentence after"
            following = unknown[-1].frame + 1
            if not known and following < end and not self.frames[following].quotes:
                about = self.resolver.about(following)
                known = [] if about is None else [Speaker(about, None)]
        if known and len({each.member for each in known}) == 1:
            for each in unknown:
                if (named := each.speaker.named) is None:
                    each.speaker, each.cue = known[0], cue
                elif self.resolver.may_mean(named, known[0].member):
                    each.speaker = Speaker(known[0].member, named)

    def _line(self, line: Line, number: int) -> None:
        cast = self.resolver.cast
        spoken = Spoken(line.quote, number, NOBODY, f"line of “{line.label}”", is_fragment=False)
        if line.is_question:
            spoken.is_shown = False
        elif line.label.casefold() in ("a", "answer"):
            if self._answers is None:
                first = next(iter(self.lines.values()))
                self._answers = Speaker(dialogue.interviewee(cast, first.quote.span.start), None)
            who = self._answers.member
            spoken.speaker = Speaker(who, None if who is None else line.label_span)
        else:
            spoken.speaker = Speaker(cast.of_label(line.label), line.label_span)
        self.spoken.append(spoken)

    def _without_marks(self, first: int, end: int) -> None:
        """A paragraph that is all somebody's words, where the one before has announced it, and
        those after it until nobody says "I" or "we"."""
        paragraph = self.frames[first].paragraph
        if not statements.may_be(self.article, paragraph):
            return
        own = statements.is_first_person(self.article.text_of(paragraph))
        span = paragraph.span
        spoken = Spoken(Quote(span, span, paragraph.id, True, False), first, NOBODY, "", False)
        before = self.spoken[-1] if self.spoken else None
        announced = statements.announced(self.frames[first - 1])
        if announced is not None:
            known = [who for _, who in self.resolver.heard[first - 1] if who.named is not None]
            spoken.speaker = known[-1] if known else NOBODY
            spoken.cue = f"after “{announced.words}”"
            spoken.is_shown = spoken.is_verbatim = own or announced.is_text
        elif (
            own
            and before is not None
            and before.goes_on
            and before.quote.paragraph == self.frames[first - 1].paragraph.id
            and not self._is_about(before.speaker, first, end)
        ):
            spoken.speaker, spoken.cue = before.speaker, before.cue
            spoken.continues = before.quote.span
        else:
            return
        spoken.goes_on = own
        self.spoken.append(spoken)

    def _is_about(self, speaker: Speaker, first: int, end: int) -> bool:
        """Whether the reporter tells again what somebody says."""
        heard = (each for number in range(first, end) for each in self.resolver.heard[number])
        return any(who.member == speaker.member or said.is_pronoun for said, who in heard)


def of_headline(text: str, spoken: Sequence[Spoken], frames: Sequence[Frame]) -> None:
    """Speech in a headline is shown where the body has the same words, or a colon follows it."""
    spread = [each for each in spoken if not frames[each.frame].is_heading]
    for each in spoken[:_HEADLINES]:
        frame = frames[each.frame]
        if not frame.is_heading:
            continue
        words = _plain(each.quote.span.of(text))
        same = next((s for s in spread if words in _plain(s.quote.span.of(text))), None)
        if same is not None and (each.is_shown or len(words.split()) > _FEW):
            each.is_shown = True
            each.speaker = Speaker(same.speaker.member, each.speaker.named)
            each.cue = "the same words in the article"
        elif each.cue == "colon after":
            each.is_shown = True


def _plain(words: str) -> str:
    return " ".join(each.casefold() for each in WORD.findall(words))


def shown(spoken: Sequence[Spoken], cast: Cast) -> tuple[Quotation, ...]:
    """As quotations, in the order of the text."""
    return tuple(each.quotation(cast) for each in spoken if each.is_shown)
