"""Whether the words around a time that is told from another let it be one: "later in the year"."""

from __future__ import annotations

from briefing.analysis.dates import nearby
from briefing.analysis.dates.nearby import Tokens
from briefing.analysis.dates.vocabulary import folded, single


def adverb(tokens: Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """A word with a capital inside a sentence is of a name: "USA Today"."""
    first = tokens[i].text
    if " " in first and first[:1].islower() and any(each[0].isupper() for each in first.split()):
        return False  # "the Future of …"
    if not first[:1].isupper() or i == 0 or first.isupper():
        return True
    return not tokens[i - 1].text[-1].isalpha()


def anaphoric(tokens: Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """ "Two days later", but not "two days before the vote", which lasts two days."""
    last = tokens[j - 1]
    if last.code in "er":
        return nearby.behind(tokens, j) not in single("senses.more_than")
    if folded(last.text) in single("senses.onward"):
        return False
    if folded(last.text) in single("senses.either_way"):
        behind = tokens[j] if j < len(tokens) else None
        return (
            behind is None
            or not (behind.text[0].isalnum() or behind.text[0] in '"“‘«$€£')
            or folded(behind.text) in single("around.counted_on")
        )
    return True


def anaphoric_that(tokens: Tokens, i: int, j: int) -> bool:
    """ "That day", but not "said that day care …" nor "that night vision"."""
    word = folded(tokens[i].text)
    if word in single("senses.the_same"):
        return True
    behind = nearby.behind(tokens, j)
    told = nearby.before(tokens, i) in single("around.told")
    return word in single("senses.that") and not told and behind not in single("around.not_that")


def in_the(tokens: Tokens, i: int, j: int) -> bool:
    """ "Later in the year", "for the week", but not "the day of the vote"."""
    before, behind = nearby.before(tokens, i), nearby.behind(tokens, j)
    part = tokens[j - 1].code == "P" and behind in single("around.pronouns")
    if (behind in single("around.not_behind") and not part) or behind == "-":
        return False
    if j < len(tokens) and tokens[j].code in "_" and behind.isalpha() and tokens[j - 1].code == "U":
        return before in single("around.in_the") and behind in single("around.goes_on")
    if tokens[j - 1].datum in ("1000Y",):
        return False
    return before in single("around.in_the")


def the_past(tokens: Tokens, i: int, j: int) -> bool:
    """ "In the past", with nothing behind that it belongs to."""
    past = folded(tokens[j - 1].text) in single("senses.bygone")
    if not past or nearby.before(tokens, i) not in single("around.the_past"):
        return False
    behind = nearby.behind(tokens, j)
    return (
        not behind
        or not behind[0].isalnum()
        or behind in single("around.goes_on")
        or behind in single("around.pronouns")
    )


def overnight(tokens: Tokens, i: int, j: int) -> bool:
    """ "Struck overnight", but not "an overnight raid"; "overnight on Sunday" is another night."""
    if j < len(tokens) and (
        tokens[j].code in "W-" or "W" in [each.code for each in tokens[j : j + 2]]
    ):
        return False
    if i and tokens[i - 1].code in "ta":
        return False
    behind = nearby.behind(tokens, j)
    return (
        not behind[:1].isalnum()
        or behind in single("around.adverb")
        or behind in single("around.pronouns")
    )
