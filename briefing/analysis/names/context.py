"""A sentence as the rules see it: its words, and what the gazetteer knows at each of them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import gazetteer
from briefing.analysis.names.tokens import Token
from briefing.analysis.names.vocabulary import (
    heads,
    known,
    no_names,
    openers,
    particles,
    place_openers,
    remits,
    title_heads,
)
from briefing.gazetteer import Entry

_SENTENCE_MARKS = frozenset('“"‘«„:•*–—([')
NICKNAME_MARKS = frozenset("\"“”'‘’")
_PARTICLES = 3
"""In a row, at most: "de los"."""
_LONGEST = 30
"""Words of a run; what is longer is a table or a list."""
_FEW = 4
"""Words; in fewer, capitals say nothing of how a line is written."""


class Context:
    """Of one sentence. Tokens are addressed by their index in it."""

    __slots__ = ("_matches", "heading", "shouted", "source", "titled", "tokens", "words")

    def __init__(self, source: str, tokens: list[Token], heading: bool) -> None:
        self.source = source
        """The article's text."""
        self.tokens = tokens
        self.words = [each.text for each in tokens]
        self.heading = heading
        spelt = [each for each in tokens if each.text[0].isalpha()]
        capitals = sum(each.text[0].isupper() for each in spelt)
        self.shouted = (
            len(spelt) > 1
            and all(
                each.text.isupper()
                for each in spelt
                if each.text[0].isupper() and len(each.text) > 1
            )
            and capitals * 2 > len(spelt)
        )
        """IN CAPITALS THROUGHOUT."""
        long = [each for each in spelt if len(each.text) >= _FEW]
        self.titled = (
            not self.shouted
            and len(spelt) > _FEW
            and heading
            and sum(each.text[0].isupper() for each in long) * 5 > len(long) * 4
        )
        """A Headline in Title Case."""
        self._matches: dict[int, tuple[int, tuple[Entry, ...]]] = {}

    def match(self, index: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest name of the gazetteer at a token: its length in tokens, and its senses."""
        found = self._matches.get(index)
        if found is None:
            if not 0 <= index < len(self.words) or self._is_day(index):
                return 0, ()
            found = self._matches[index] = gazetteer.longest(self.words, index)
        return found

    def _is_day(self, index: int) -> bool:
        """ "March 14" is a party in Lebanon, and far more often a day."""
        return self.low(index) in known("sentences.calendar") and self.low(index + 1)[:1].isdigit()

    def low(self, index: int) -> str:
        """A token in small letters; empty beyond the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def is_initial(self, index: int) -> bool:
        """Whether a capital is there because a sentence, or a quotation, begins."""
        return index == 0 or self.words[index - 1] in _SENTENCE_MARKS

    def names(self, index: int) -> bool:
        """Whether a token is written like a name, and stays so within a sentence."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_name

    def text(self, start: int, end: int) -> str:
        return self.source[self.tokens[start].start : self.tokens[end - 1].end]


def runs(context: Context) -> Iterator[tuple[int, int]]:
    """Where names may be: token ranges, without the article before them."""
    index, count = 0, len(context.tokens)
    while index < count:
        if not context.names(index) or _is_no_start(context, index):
            index += 1
            continue
        end = _end(context, index)
        yield index, end
        index = end


def _is_no_start(context: Context, index: int) -> bool:
    token = context.tokens[index]
    length, _ = context.match(index)
    if length > 1:
        return False
    if length and token.text.isupper() and len(token.text) > 1:  # "US"
        return False
    if token.text == "I" or token.low in known("sentences.never"):
        return True
    if is_calendar(context, index):
        return True
    if token.low not in known("sentences.starts"):
        return False
    if token.low in known("organisations.genitives") and context.low(index + 1) in ("'s", "’s"):
        return not context.names(index + 2)  # "the People's Liberation Army"
    if token.low in openers() and _link(context, index, index + 1) is not None:
        return token.low in known("organisations.plural")  # "Troops of the Alliance"
    if not context.names(index + 1):
        return context.is_initial(index) or length == 0
    keeps = token.low in known("titles.modifiers") or token.text in remits()
    if keeps or token.low in known("sentences.openers"):
        return False
    return context.is_initial(index) or context.titled


def is_calendar(context: Context, index: int) -> bool:
    """A day or month; not in "Mr. May" or "Theresa May"."""
    token = context.tokens[index]
    if token.low not in known("sentences.calendar"):
        return False
    if token.low not in known("sentences.names_too"):
        return True
    before, after = context.low(index - 1), context.low(index + 1)
    of_place = before == "of" and context.low(index - 2) in known("places.kinds")
    if of_place or before in ("near", "outside"):
        return False
    if after[:1].isdigit():
        return True
    if before in known("sentences.before_months"):
        # "met by June Roe", but not "between March and April Russia …"
        surname = context.names(index + 1) and after not in known("sentences.calendar")
        of_people = before in known("sentences.before_people") and token.text.istitle()
        return not (of_people and surname and not context.match(index + 1)[1])
    if context.names(index - 1):  # "Theresa May", "Mr. May"
        return before in known("sentences.calendar") or before in known("sentences.starts")
    return not (context.names(index + 1) and after not in no_names() and token.text.istitle())


def _end(context: Context, start: int) -> int:
    """Where the run that begins at a token ends."""
    end = start + max(1, context.match(start)[0])
    while end < min(len(context.tokens), start + _LONGEST):
        if context.names(end) and not is_calendar(context, end):
            if context.low(end) in known("sentences.never"):
                break
            end += max(1, context.match(end)[0])
        elif context.low(end).isdigit() and _is_numbered(context, end - 1):
            return end + 1
        elif (after := _link(context, start, end)) is not None:
            end = after + max(1, context.match(after)[0])
        else:
            break
    return end


def _is_one_body(context: Context, start: int, at: int) -> bool:
    """Whether "and" is inside a name: "UN Verification and Inspection Mechanism"."""
    end = at + 1
    while context.names(end):
        end += 1
    given = gazetteer.first_names()
    if any(
        context.match(each)[0] or context.words[each] in given or context.low(each) in heads()
        for each in (at - 1, at + 1)
        if 0 <= each < len(context.words)
    ):
        return False
    if context.low(at - 2) in ("of", "for") and context.low(at - 3) in openers():
        return end == at + 2  # "Board of Antiquities and Heritage"
    known_before = at - start > 1 or context.low(start - 1) == "the"
    head = context.low(end - 1)
    return (
        known_before
        and end > at + 2
        and head in heads()
        and head not in known("organisations.weak")
    )


def _is_numbered(context: Context, index: int) -> bool:
    """ "Task Force 50", "CTF 50", "Unit 731"."""
    return context.words[index] in known("organisations.numbered")


def _link(context: Context, start: int, at: int) -> int | None:
    """Index of the part of the name that the small words at a token lead to; None for none."""
    low = context.low(at)
    if low in NICKNAME_MARKS and at == start + 1 and context.low(at + 2) in NICKNAME_MARKS:
        nickname = context.names(at + 1) and context.names(at + 3)
        given = context.words[start] in gazetteer.first_names()
        return at + 3 if nickname and given else None
    if low == "&":
        return at + 1 if context.names(at + 1) else None
    if low in ("'s", "’s", "'", "’"):
        inner = context.low(at - 1) in known("organisations.genitives")
        return at + 1 if inner and context.names(at + 1) else None
    if low in known("titles.rank_heads") and context.low(at - 1) in known("titles.rank_heads"):
        return at + 1 if context.names(at + 1) else None
    if low in ("of", "for", "on"):
        after = at + 2 if context.low(at + 1) == "the" else at + 1
        if not context.names(after) or is_calendar(context, after):
            return None
        before = context.tokens[at - 1]
        office = low == "of" or context.words[after] in remits() or context.match(after)[0]
        if before.text in title_heads() and office:
            return after
        if before.low in openers() and (
            low == "of" or before.low not in known("organisations.weak")
        ):
            return after
        both = f"{before.low} {low}"
        return (
            after
            if low == "of" and (before.low in place_openers() or both in place_openers())
            else None
        )
    if low in ("in", "to") and context.low(at - 1) in known("organisations.abroad"):
        return at + 1 if at - start > 1 and context.match(at + 1)[0] else None  # "Mission in Libya"
    if low == "and" and _is_one_body(context, start, at):
        return at + 1
    if low in ("and", ",") and context.names(at + 1):
        # "Ministry of Trade and Industry"
        inside = any(context.low(each) in ("of", "for") for each in range(start, at))
        if inside and context.words[at - 1] in remits() and context.words[at + 1] in remits():
            rest = context.low(at + 2)
            return at + 1 if low == "and" or rest in ("and", ",") else None
        return None
    if low in ("y", "e", "i") and context.low(at - 2) not in particles() | {"wa"}:
        return None
    if low in particles() and low != "of":
        after = at + 1
        while (
            after - at < _PARTICLES
            and context.low(after) in particles()
            and not context.names(after)
        ):
            after += 1
        return after if context.names(after) else None
    return None
