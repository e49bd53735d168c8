"""Who is in the article: those that it names, and those that are said to speak.

What finds names has joined their mentions; where it has none, the words of an attribution tell
enough to know "Roe" for "Colonel Jane Roe".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.analysis.speech.calling import (
    by_first_name,
    gender_of_words,
    has_office,
    head_end,
    head_of,
    is_complement,
    is_plural,
    key,
    may_be,
    name_in,
    without_article,
)
from briefing.analysis.speech.tokens import is_genitive, known, tokens
from briefing.model.facts import Entity, EntityKind
from briefing.model.span import Span

_MOST = 20
_NEAR = 400
"""Characters within which "the official" is the official who just spoke."""
_MOST_OFFICES = 60
"""Members that are compared with a description."""


@dataclass(slots=True)
class Member:
    """Somebody or some body; grows while the article is read."""

    name: str
    """As the article names them most fully, without role."""
    is_person: bool
    role: str | None = None
    is_plural: bool = False
    gender: str = ""
    """``f``, ``m``, or nothing for not known."""
    is_guessed: bool = False
    """Whether that is by the first name only."""
    called: str = ""
    """As the first attribution to them calls them, with role."""
    head: str = ""
    """Of somebody without a name, the noun: ``spokesman``."""
    last: int = 0
    """Where the last attribution to them is."""

    @property
    def is_described(self) -> bool:
        """Whether "the ministry" is all that names them, and not "Hidrosa"."""
        return self.head in known("speakers.heads")


class Cast:
    """Everybody, and the names and nouns by which they are known."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.places: list[tuple[int, int, int]] = []
        """Start, end and member of each mention by a name, in the order of the text."""
        self._by_name: dict[str, int] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_head: dict[str, list[int]] = {}

    def mentioned(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Mentions that begin within a range."""
        first = bisect_left(self.places, (start,))
        last = bisect_left(self.places, (end,), first)
        return self.places[first:last]

    def people_in(self, span: Span) -> list[tuple[int, int, int]]:
        inside = self.mentioned(span.start, span.end)
        return [each for each in inside if self.members[each[2]].is_person]

    def add(self, member: Member, *words: str) -> int:
        number = len(self.members)
        self.members.append(member)
        for each in (member.name, *words):
            self._by_name.setdefault(key(each), number)
        if member.is_person and not member.head:
            self._by_surname.setdefault(member.name.split()[-1].casefold(), []).append(number)
        return number

    def of_phrase(self, text: str, span: Span) -> int:
        """Whom the words that name a speaker mean, with apposition; who is new joins the cast."""
        words = span.of(text)
        number = self._just_said(words, span)
        if number is None:
            number = self._mentioned_in(text, span)
        if number is None:
            number = self._by_words(words)
        member = self.members[number]
        member.last = span.start
        if not member.called:
            member.called = words
        if member.role is None and member.is_person and not member.head:
            named = name_in(words)
            member.role = named.role if named else None
        if not member.gender and member.is_person:
            member.gender = gender_of_words(words.split(",")[0])
        return number

    def person(self, text: str, span: Span) -> int | None:
        """The same for somebody who does not speak there; None for what is no person."""
        words = span.of(text)
        number = self._mentioned_in(text, span)
        if number is None:
            same = self._by_surname.get(words.casefold(), [])
            if len(same) == 1:
                return same[0]
            if words.split()[-1].casefold() in known("speakers.others"):
                return self.add(Member(words, True, head=words.split()[-1].casefold()))
            parts = tokens(without_article(words).split(",")[0])
            if name_in(words) is None and head_of(parts) not in known("speakers.people"):
                return None
            number = self._by_words(words)
        return number if self.members[number].is_person else None

    def body(self, text: str, span: Span) -> int | None:
        """A body that does not speak there; None for a person, and for what cannot speak."""
        parts = tokens(without_article(span.of(text)).split(",")[0])
        if head_of(parts) not in known("speakers.heads") - known("speakers.people"):
            return None
        number = self.of_phrase(text, span)
        return None if self.members[number].is_person else number

    def of_label(self, label: str) -> int:
        """Whom the label of a line means: "ROE" is the one Roe there is."""
        last = label.split()[-1].casefold().rstrip(".")
        same = self._by_surname.get(last, [])[-_MOST:]
        if len(same) == 1:
            return same[0]
        named = self._by_name.get(key(label))
        return self.add(Member(label, True), label) if named is None else named

    def _mentioned_in(self, text: str, span: Span) -> int | None:
        """A person whose name is no part of a description, or a body that is all of it."""
        inside = self.mentioned(max(0, span.start - 1), span.end)
        for start, end, number in inside:
            if start < span.start or end > span.end or not self.members[number].is_person:
                continue
            if not is_complement(text[span.start : start], text[end : span.end]):
                return number
        head = head_end(text, span)
        for start, end, number in inside:
            if not self.members[number].is_person and start < head <= end:
                return number
        return None

    def _just_said(self, words: str, span: Span) -> int | None:
        """Who without a name spoke a moment ago: "the spokesperson" after "a spokesperson"."""
        if words[:4].casefold() != "the " or not words[4:].isalpha():
            return None
        known_as = self._by_head.get(words[4:].casefold(), [])
        if not known_as or span.start - self.members[known_as[-1]].last > _NEAR:
            return None
        return known_as[-1]

    def _by_words(self, words: str) -> int:
        named = name_in(words)
        if named is not None:
            known_as = self._by_surname.get(named.name.split()[-1].casefold(), [])[-_MOST:]
            fits = [n for n in known_as if may_be(named.name, self.members[n].name)]
            if len(fits) == 1:
                return fits[0]
            return self.add(Member(named.name, True, named.role), words)
        same = self._by_name.get(key(words))
        if words.split()[-1].casefold() in known("speakers.others"):
            return self.add(Member(words, True))
        if same is not None:
            return same
        surname = self._by_surname.get(words.casefold(), [])
        return surname[0] if len(surname) == 1 else self._described(words)

    def _described(self, words: str) -> int:
        """Who has no name: "a market trader". "the trader" is that one, where he is alone."""
        plain = without_article(words)
        parts = tokens(plain.split(",")[0])
        head = head_of(parts)
        is_definite = words[:4].casefold() == "the " or words[:4].casefold() in ("his ", "her ")
        if (is_definite or (parts and is_genitive(parts[0]))) and head:
            same = [
                n for n in self._by_head.get(head, [])[-_MOST:] if _fits(plain, self.members[n])
            ]
            same += [
                n
                for n, each in enumerate(self.members[:_MOST_OFFICES])
                if each.role and n not in same and has_office(each.role, plain)
            ]
            if len(same) == 1:
                return same[0]
        is_person = head in known("speakers.people")
        member = Member(
            plain.split(",")[0],
            is_person,
            None,
            is_plural(head),
            gender_of_words(plain),
            head=head,
        )
        number = self.add(member, words)
        if head:
            self._by_head.setdefault(head, []).append(number)
        return number


def of_entities(text: str, entities: Sequence[Entity]) -> Cast:
    cast = Cast()
    for each in entities:
        if each.kind is EntityKind.PLACE:
            continue
        is_person = each.kind is EntityKind.PERSON
        member = Member(each.name, is_person, each.role)
        number = cast.add(member)
        for mention in each.mentions:
            cast.places.append((mention.span.start, mention.span.end, number))
            if is_person and not member.gender:
                before = text[max(0, mention.span.start - 24) : mention.span.start].split("\n")[-1]
                member.gender = gender_of_words(mention.span.of(text)) or gender_of_words(
                    " ".join(before.split()[-1:])
                )
        if is_person and not member.gender:
            member.gender = gender_of_words((each.role or "").split(" for ")[0])
        if is_person and not member.gender:
            member.gender = by_first_name(each.name)
            member.is_guessed = True
    cast.places.sort()
    return cast


def _fits(plain: str, member: Member) -> bool:
    """Whether nothing in a description is against it: "the European diplomat"."""
    mine = {each for each in plain.casefold().split() if each not in known("speakers.connectors")}
    theirs = set(member.called.casefold().replace(",", " ").split()) | set(
        member.name.casefold().split()
    )
    return mine <= theirs or len(mine) == 1
