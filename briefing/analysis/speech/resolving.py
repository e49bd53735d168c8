"""Whom the words of an attribution mean: a pronoun only where one candidate fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from briefing.analysis.speech import attribution, phrases, thoughts
from briefing.analysis.speech.calling import without_article
from briefing.analysis.speech.cast import Cast
from briefing.analysis.speech.frames import Frame
from briefing.analysis.speech.said import Said, placed
from briefing.analysis.speech.tokens import known
from briefing.model.span import Span

_FRAMES_BACK = 6
_MOST_THOUGHTS = 16
"""Of one frame."""
_GENITIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_ADDRESSEE = re.compile(
    r"\b(?:told|tells|asked|asks|tell|informed|assured|reminded|warned)\s+(?:\w+\s+){0,4}$"
)
_ASKED = frozenset({"asked", "pressed", "questioned"})
_FEMALE = frozenset({"she", "her", "hers"})
_MALE = frozenset({"he", "him", "his"})


class Speaker(NamedTuple):
    """Who says something, as far as that is certain."""

    member: int | None
    named: Span | None
    candidates: tuple[int, ...] = ()


class Resolver:
    """Follows the article; ``frames`` are all of it, in order, and it is asked in that order."""

    def __init__(self, text: str, frames: Sequence[Frame], cast: Cast) -> None:
        self.text = text
        self.frames = frames
        self.cast = cast
        self.heard: list[tuple[tuple[Said, Speaker], ...]] = []
        """Those of the frames before, with who it is."""
        self._unsure = False
        """Whether somebody may fit though the first name is against it."""

    def read(self, number: int) -> tuple[tuple[Said, Speaker], ...]:
        """Who is meant by each attribution of a frame."""
        self.heard.append(())
        if number > _FRAMES_BACK:
            self.frames[number - _FRAMES_BACK - 1].forget()
        for each in attribution.of_frame(self.text, self.frames[number]):
            speaker = self._speaker(number, each)
            self.heard[number] = (*self.heard[number], (each, speaker))
        return self.heard[number]

    def with_thoughts(self, number: int) -> Sequence[tuple[Said, Speaker]]:
        """The same, with those who are said to think something."""
        heard = self.heard[number]
        found = list(islice(thoughts.of_frame(self.frames[number]), _MOST_THOUGHTS))
        if not found:
            return heard
        taken = {each.start for each, _ in heard}
        more = [(each, self._speaker(number, each)) for each in found if each.start not in taken]
        return sorted((*heard, *more), key=lambda each: each[0].start)

    def _speaker(self, number: int, said: Said) -> Speaker:
        frame = self.frames[number]
        named = placed(frame, said)
        if named is None:
            return Speaker(None, None)
        words = named.of(self.text)
        if said.is_pronoun:
            pronoun = words.split()[0].casefold()
            found = self.candidates(number, named.start, pronoun)
            if not found and pronoun in _FEMALE | _MALE:  # a first name may mislead
                self._unsure = True
                found = self.candidates(number, named.start, pronoun)
                self._unsure = False
            if len(found) > 1 and said.cue in known("verbs.replying") and number:
                last = {who.member for _, who in self.heard[number - 1]}
                found = [each for each in found if each not in last] or found
            # In "Roe said he denied it" he may be another.
            if len(found) == 1 and pronoun in _FEMALE | _MALE and not self.heard[number]:
                member = self.cast.members[found[0]]
                member.gender, member.is_guessed = "f" if pronoun in _FEMALE else "m", False
            return self._only(found, named)
        plain = without_article(words).casefold()
        if words[:4].casefold() in ("the ", "its ") and (issuer := self._issuer(number, plain)):
            return Speaker(issuer.member, named)
        body = plain in known("speakers.heads") - known("speakers.people") - known(
            "speakers.documents"
        )
        if words[:4].casefold() == "the " and (body or self._is_generic(plain)):
            known_as = self.cast.of_phrase(self.text, named)
            member = self.cast.members[known_as]
            if member.head and member.called == words:  # nobody was called so before
                near = self.candidates(number, named.start, "it" if body else "")
                # "the alliance" is one with a name, and not the ministry of the sentence before.
                if len(near) == 1 and not (body and self.cast.members[near[0]].is_described):
                    return Speaker(near[0], named)
            return Speaker(known_as, named)
        return Speaker(self.cast.of_phrase(self.text, named), named)

    def _issuer(self, number: int, plain: str) -> Speaker | None:
        """Whose "the statement" is: theirs who just said something in a statement."""
        word = plain.split(",")[0].split()[-1]
        if word not in known("speakers.documents"):
            return None
        for back in range(number - 1, max(-1, number - 4), -1):
            frame = self.frames[back]
            heard = [who for _, who in self.heard[back] if who.member is not None]
            if heard and re.search(
                rf"\b[Ii]n (?:an? |his |her |its |their )(?:\w+ ){{0,2}}{word}\b", frame.own
            ):
                return heard[0]
        return None

    def _only(self, found: Sequence[int], named: Span) -> Speaker:
        if len(found) == 1:
            return Speaker(found[0], named)
        return Speaker(None, named, tuple(found))

    def _is_generic(self, plain: str) -> bool:
        last = plain.split()[-1] if plain.split() else ""
        return last in known("speakers.generic") or last.endswith("-year-old")

    def candidates(self, number: int, before: int, pronoun: str) -> list[int]:
        """Who may be meant at a place: those who fit in the nearest sentence that has any."""
        paragraph = self.frames[number].paragraph.id
        paragraphs = 0
        for back in range(number, max(-1, number - _FRAMES_BACK), -1):
            frame = self.frames[back]
            if frame.paragraph.id != paragraph:
                paragraph, paragraphs = frame.paragraph.id, paragraphs + 1
                if paragraphs > 1 or frame.is_heading:
                    break
            if back == number and frame.tokens and frame.tokens[0].lower in _ASKED:
                continue  # "Asked about X, he said": he is not X
            found = self._fitting(back, before if back == number else frame.span.end, pronoun)
            if back == number and found and len(found) == 1 and not self._leads(back, found[0]):
                # It may be somebody of the sentence before as well.
                earlier = self.candidates(number - 1, before, pronoun) if number else []
                found = list(dict.fromkeys((*found, *earlier)))
            if found:
                return found
        return []

    def named_before(self, number: int, place: int) -> list[int]:
        """The persons that a frame names before a place."""
        return self._fitting(number, place, "")

    def _leads(self, number: int, member: int) -> bool:
        """Whether somebody is whom a frame is about, and not only mentioned in it."""
        frame = self.frames[number]
        places = self.cast.mentioned(frame.span.start, frame.span.end)
        if frame.tokens and frame.tokens[0].lower in known("speakers.clauses"):
            return False  # "When X came, he said"
        if not places or places[0][2] != member:
            return any(speaker.member == member for _, speaker in self.heard[number])
        before = self.text[frame.span.start : places[0][0]].split()
        return not any(each.casefold() in known("speakers.prepositions") for each in before[-3:])

    def _fitting(self, number: int, end: int, pronoun: str) -> list[int]:
        """Those named in a frame before a place, whom the pronoun fits, in order."""
        frame = self.frames[number]
        heard = [
            (s, who) for s, who in self.heard[number] if frame.placed(s.first, s.last).start < end
        ]
        speakers = [
            who.member
            for _, who in heard
            if who.member is not None and self._fits(who.member, pronoun)
        ]
        if pronoun in ("they", "their", "them", "it", "its"):
            unsure = [c for _, who in heard for c in who.candidates if self._fits(c, pronoun)]
            found = speakers or unsure
            if not found and pronoun in ("it", "its"):
                found = [
                    m
                    for s, _, m in self.cast.mentioned(frame.span.start, end)
                    if s - frame.span.start < 5 and self._fits(m, pronoun)
                ]
                subject = None if found else self._subject(number, end, body=True)
                found += [subject] if subject is not None else []
            return list(dict.fromkeys(found))
        within = [each.named for _, each in heard if each.named is not None]
        others: list[int] = []
        addressed: list[int] = []
        for start, stop, member in self.cast.mentioned(frame.span.start, end):
            if not self._fits(member, pronoun) or self._is_quoted(frame, start):
                continue
            if any(each.start <= start and stop <= each.end for each in within):
                continue
            if _GENITIVE.match(self.text, stop):
                continue
            if others and self.text[max(0, start - 4) : start] in (" of ", " at "):
                continue  # "Jane Roe of Roe Brothers"
            others.append(member)
            if _ADDRESSEE.search(self.text, max(frame.span.start, start - 60), start):
                addressed.append(member)
        if not others and not speakers and (subject := self._subject(number, end)) is not None:
            others = [subject] if self._fits(subject, pronoun) else []
        unsure = [c for _, who in heard for c in who.candidates if self._fits(c, pronoun)]
        if unsure and not speakers:
            return list(dict.fromkeys((*unsure, *others)))
        if speakers:  # whom they speak of does not speak next, whom they speak to may
            return list(dict.fromkeys((*speakers, *addressed)))
        return list(dict.fromkeys(others))

    def may_mean(self, named: Span, member: int | None) -> bool:
        """Whether a pronoun whose person comes after it fits somebody."""
        pronoun = named.of(self.text).casefold()
        is_pronoun = pronoun in _FEMALE | _MALE
        return is_pronoun and member is not None and self._fits(member, pronoun)

    def about(self, number: int) -> int | None:
        """The person that a sentence begins with and is about: "Her husband, Karl, laughed"."""
        frame = self.frames[number]
        found = self._subject(number, frame.span.end)
        if found is None or (self.heard[number] and self.heard[number][0][1].member != found):
            return None
        return found

    def _subject(self, number: int, end: int, *, body: bool = False) -> int | None:
        """Whom a frame begins with: "A spokesman declined", or a body: "The bank cut its rate"."""
        frame = self.frames[number]
        found = [each for each in frame.tokens if frame.span.start + each.end < end]
        phrase = phrases.opening(found, len(found))
        if phrase is None or found[phrase[0]].lower in known("speakers.pronouns"):
            return None
        place = frame.placed(found[phrase[0]].start, found[phrase[1]].end)
        return self.cast.body(self.text, place) if body else self.cast.person(self.text, place)

    def _is_quoted(self, frame: Frame, start: int) -> bool:
        place = start - frame.span.start
        return place < len(frame.own) and frame.own[place] == "\x00"

    def _fits(self, member: int, pronoun: str) -> bool:
        one = self.cast.members[member]
        if pronoun in ("they", "their", "them"):
            return one.is_plural or not one.is_person
        if pronoun in ("it", "its"):
            return not one.is_person
        if not one.is_person or one.is_plural:
            return False
        if self._unsure and one.is_guessed:
            return True
        if pronoun in _FEMALE:
            return one.gender != "m"
        return one.gender != "f" if pronoun in _MALE else True
