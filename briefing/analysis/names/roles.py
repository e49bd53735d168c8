"""What the article says a person is, before the name or after it."""

from __future__ import annotations

from briefing import gazetteer
from briefing.analysis.names.context import Context
from briefing.analysis.names.vocabulary import known, particles, role_nouns, speech

_LONGEST = 24
"""Words of an apposition."""
_BACK = 6
_LONGEST_BEFORE = 10
"""Words of a role before a comma."""
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "one"})
_GENITIVE = ("'s", "’s")
_CLOSING = frozenset('.,;:!?)—–”"')
"""After a name that a comma opens."""
_JOINING = frozenset(
    ["the", "a", "an", "and", "or", "of", "for", "to", "with", "in", "at", "on", "by", "-"]
)
"""A role ends with none of these."""
_OWNERS = frozenset({"'s", "’s", "’", "'", "the", "its", "their", "his", "her", "our", "whose"})


def title_role(context: Context, start: int, name: int) -> int | None:
    """Where the office in a title begins; None for a mere courtesy, as "Mr."."""
    courtesy = known("titles.courtesies")
    while start < name and context.words[start] in courtesy:
        start += 1
    return start if start < name else None


def before(context: Context, name: int) -> int | None:
    """Where a role in small letters begins that ends right before a name.

    "Ukrainian foreign minister Dmytro Kuleba", "team member Rodaba Noori".
    """
    at = name - 1
    if context.low(at) == ",":
        return _before_comma(context, at)
    low = context.low(at)
    if low not in role_nouns() or (context.names(at) and not context.is_initial(at)):
        if low not in known("titles.modifiers") - {"and"} or not context.names(name) or at < 0:
            return None
        if context.words[name] not in gazetteer.titles("before.political"):
            return None
    first = at
    while first > 0 and at - first < _BACK:
        previous = first - 1
        low, word = context.low(previous), context.words[previous]
        if (
            low in known("titles.modifiers")
            or word in gazetteer.adjectives()
            or low in role_nouns()
        ):
            first = previous
        elif word == "-" and previous and context.low(previous - 1) in known("titles.modifiers"):
            first = previous - 1
        elif context.names(previous) and not _begins(context, previous):
            first = previous
        else:
            break
    return _with_owner(context, _without_opening(context, first, at))


def _without_opening(context: Context, first: int, last: int) -> int:
    """Without what only joins or begins the sentence: "Then defence secretary"."""
    while first < last and (
        context.low(first) in ("and", "new")
        or (context.is_initial(first) and context.low(first) in ("then", "late", "first"))
    ):
        first += 1
    return first


def _with_owner(context: Context, first: int) -> int:
    """Where "Poland's foreign minister" begins; ``first`` is where "foreign" is."""
    if context.low(first - 1) not in _GENITIVE or not context.names(first - 2):
        return first
    at = first - 2
    while at > 0 and context.names(at - 1) and context.match(at - 1)[0] > first - 1 - at:
        at -= 1
    return at


def in_front(context: Context, name: int) -> tuple[int, int] | None:
    """The role before a name, as token range; a comma may stand between them."""
    start = before(context, name)
    if start is None:
        return None
    return start, name - 1 if context.low(name - 1) == "," else name


def _before_comma(context: Context, comma: int) -> int | None:
    """ "the group's leader, Ahmed Farid,": a comma or the sentence's end closes the name."""
    end = comma + 1
    while end < len(context.tokens) and (
        context.names(end) or (context.low(end) in particles() and context.low(end) != "and")
    ):
        end += 1
    if end < len(context.tokens) and context.words[end] not in _CLOSING:
        return None
    noun = _noun_back(context, comma - 1)
    if noun is None or context.match(noun)[0] > 1:
        return None
    first = noun
    while first > 0 and (
        context.low(first - 1) in known("titles.modifiers") - {"and"}
        or context.low(first - 1) in role_nouns()
        or context.words[first - 1] in gazetteer.adjectives()
    ):
        first -= 1
    while first > 0 and context.names(first - 1) and not _begins(context, first - 1):
        first -= 1  # "the Pentagon chief"
    if context.low(first - 1) in _OWNERS or context.names(first):
        return _with_owner(context, first)
    return None


def _noun_back(context: Context, last: int) -> int | None:
    """The noun of "the mayor of Goma", "the special envoy for Yemen", whose last word is given."""
    if context.low(last) in role_nouns() and context.low(last) != "staff":
        return last
    for at in range(last - 1, max(-1, last - _LONGEST_BEFORE), -1):
        token = context.tokens[at]
        if (not token.is_word and token.text != "-") or token.low in _verbs():
            return None
        if token.low in role_nouns() and context.low(at + 1) in ("of", "for", "to"):
            return at
    return None


def without_rank(context: Context, first: int, name: int) -> str:
    """The office in a title, where a rank stands between it and the name."""
    ranks = known("titles.rank_heads")
    stop = name
    while (
        stop > first + 1
        and context.low(stop - 1) in ranks | known("titles.between_ranks")
        and context.low(stop - 2) not in ("of", "the")
    ):
        stop -= 1
    offices = any(
        context.low(at) in role_nouns() and context.low(at) not in ranks
        for at in range(first, stop)
    )
    return context.text(first, stop if offices else name)


def _begins(context: Context, index: int) -> bool:
    shouted = context.words[index].isupper()  # "WHO" is no question
    return (
        not shouted
        and context.is_initial(index)
        and context.low(index) in known("sentences.starts")
    )


def after(context: Context, end: int) -> tuple[int, int] | None:
    """The apposition that begins at a token: ", spokesperson for Milley,"; "(Labour)"."""
    mark = context.low(end)
    if mark == "(":
        return _bracketed(context, end)
    if mark not in (",", "–", "—"):
        return None
    start = end + 1
    if context.low(start).isdigit() and context.low(start + 1) in (",", "–", "—"):
        start += 2  # "Ann Roe, 34, a teacher"
    if context.low(start) == "who":
        whose = context.low(start + 2) in _ARTICLES or context.names(start + 2)
        if context.low(start + 1) in known("roles.who") and whose:
            stop = _stop(context, start + 2)
            return (start + 1, stop) if stop > start + 2 else None
        return None
    while context.low(start) in ("the", "a", "an", "also"):
        start += 1
    noun = _noun(context, start)
    if noun is None:
        return None
    stop = _stop(context, noun + 1)
    return start, stop


def is_place(context: Context, end: int) -> bool:
    """Whether what follows a name is ", a town in", ", the capital of"."""
    if context.low(end) != "," or context.low(end + 1) not in ("a", "the", "an"):
        return False
    for at in range(end + 2, end + 5):
        if context.low(at) in known("places.kinds"):
            return context.low(at + 1) in known("places.after_kinds") | {","}
        if context.names(at) and context.low(at) not in known("places.compass"):
            break
    return False


def _verbs() -> frozenset[str]:
    return speech() | known("roles.verbs")


def _bracketed(context: Context, end: int) -> tuple[int, int] | None:
    """A party in brackets: "Jane Roe (Labour)", "(D-Ohio)"."""
    for stop in range(end + 2, min(end + 6, len(context.tokens))):
        if context.words[stop] == ")":
            inside = context.words[end + 1 : stop]
            is_party = any(each in known("roles.parties") for each in inside)
            return (end + 1, stop) if is_party else None
    return None


def _noun(context: Context, start: int) -> int | None:
    """Index of the noun that says what somebody is, in a phrase that begins at a token."""
    found = None
    for at in range(start, min(start + 9, len(context.tokens))):
        token = context.tokens[at]
        if not token.is_word and token.text not in ("-", "'", "’") and not token.low.endswith("s"):
            break
        if token.low in role_nouns():
            found = at
        elif (
            found is not None
            or token.low in speech()
            or token.low in known("sentences.never") - {"the", "his", "her", "its", "their", "of"}
        ):
            break
    return found


def _stop(context: Context, start: int) -> int:
    """Where an apposition ends: at a mark, or at the verb of the sentence."""
    at = start
    while at < len(context.tokens) and at < start + _LONGEST:
        token = context.tokens[at]
        if token.text in '.;:,()–—?!"“”[]…':
            break
        if token.low in speech() or token.low in known("roles.verbs"):
            break
        at += 1
    while at > start and context.low(at - 1) in _JOINING:
        at -= 1
    return at
