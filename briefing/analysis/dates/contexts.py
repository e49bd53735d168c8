"""Whether the words around an expression let it be one: "May" is a month, a verb and a name."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.dates.tokens import Token
from briefing.analysis.dates.vocabulary import folded, listed, single

_Tokens = Sequence[Token]


def _before(tokens: _Tokens, i: int, back: int = 1) -> str:
    return folded(tokens[i - back].text) if i >= back else ""


def _behind(tokens: _Tokens, j: int, on: int = 0) -> str:
    return folded(tokens[j + on].text) if j + on < len(tokens) else ""


def _capital(tokens: _Tokens, i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].text[:1].isupper()


def not_an_age(tokens: _Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """ "34-year-old", "two years old", "aged 34 years"."""
    behind = tokens[j].code if j < len(tokens) else ""
    if behind == "-" and j + 1 < len(tokens):
        behind = tokens[j + 1].code
    return behind != "0"


def a_date_in_figures(tokens: _Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """9/10 is a fraction."""
    return tokens[i].code == "I" or tokens[i].text.count("/") == 2 or "." in tokens[i].text


def a_date(tokens: _Tokens, i: int, j: int) -> bool:
    """ "In May first", "may 20 people": the day is a number, or an ordinal next to a month."""
    if tokens[i].code == "w" and _capital(tokens, i - 1) and tokens[i - 1].code == "_":
        return False  # "Edmonton Sun, 16 August"
    if _behind(tokens, j) in listed("names.streets") and _capital(tokens, j):
        return False
    month = next(each for each in tokens[i:j] if each.code in "Mmb")
    day = next(each for each in tokens[i:j] if each.code in "DO")
    if day.code == "O" and not day.text[0].isdigit() and day.start > month.start:
        return False
    return not (month.code == "m" and _is_title(tokens, i) and tokens[i] is month)


def a_time(tokens: _Tokens, i: int, j: int) -> bool:
    """ "10:30" alone may be a score or a verse."""
    if j - i > 1 or tokens[i].code != "C":
        return True
    return _before(tokens, i) in single("around.at") or "h" in tokens[i].text


def a_fiscal_year(tokens: _Tokens, i: int, j: int) -> bool:
    """ "Budget year" and "tax years" alone are any."""
    return any(each.code in "Ylfht" for each in tokens[i:j])


def a_decade(tokens: _Tokens, i: int, j: int) -> bool:
    """ "The 90s", "the '90s" and "1990s", but not "in his 90s"."""
    token = next(each for each in tokens[i:j] if each.code == "G")
    digits = sum(map(str.isdigit, token.text))
    return digits == 4 or token.text[0] in "'’" or (tokens[i].code == "t" and digits == 2)


def a_year(tokens: _Tokens, i: int, j: int) -> bool:
    """Four figures that are no count, no name's number and no price."""
    before, behind = _before(tokens, i), _behind(tokens, j)
    if before in single("names.no_year_before") or (
        before == "." and _before(tokens, i, 2) in single("names.no_year_before")
    ):
        return False
    if behind == "of":
        return False
    if before in single("around.before"):
        return True
    number = int(tokens[i].text[:4])
    bare = before not in ("(", "[", ",", ";", "-", "–", "—", "/", ":") and i > 0
    if not 1900 <= number < 2100 or behind in single("names.counted"):
        return False
    if j < len(tokens) and tokens[j].code in "-" and tokens[j - 1].code != "D":
        return behind != "-" or tokens[j + 1 : j + 2] == [] or tokens[j + 1].code not in "Uu"
    if number % 100 == 0 and bare:
        return False
    return j >= len(tokens) or tokens[j].code not in "UuA"


def _is_title(tokens: _Tokens, i: int) -> bool:
    """Whether the words before make a name of it: "Mr. May", "Theresa May"."""
    before = _before(tokens, i)
    if before == ".":
        before = _before(tokens, i, 2)
    titles = listed("names.titles")
    return before in titles or f"{_before(tokens, i, 2)} {before}" in titles


def a_month(tokens: _Tokens, i: int, j: int) -> bool:
    token = next(each for each in tokens[i:j] if each.code in "Mmb")
    before, behind = _before(tokens, i), _behind(tokens, j)
    if j - i > 1 and tokens[i] is not token and tokens[i].code in "Elfher":
        return not (tokens[i].code == "h" and token.code == "m" and not _capital(tokens, j - 1))
    if token.code == "b":
        if tokens[j - 1].code == "." or before in single("around.surely"):
            return not (_capital(tokens, j) or _capital(tokens, i - 1)) or before in (
                "in", "since", "until", "last", "next")  # fmt: skip
        return False
    if _is_title(tokens, i):
        return False
    name_behind = _capital(tokens, j) and tokens[j].code == "_" and behind not in ("i",)
    if token.code == "m":
        if token.text.isupper() and before not in ("in", "since", "last", "next"):
            return False
        if behind.endswith("shire") or (behind == "," and _behind(tokens, j, 1).endswith("shire")):
            return False
        return before in single("around.surely") and not (
            name_behind and before not in ("in", "since", "last")
        )
    named = _capital(tokens, i - 1) and i > 1 and tokens[i - 1].code == "_" and before.isalpha()
    return not named or before in single("around.before")


def a_weekday(tokens: _Tokens, i: int, j: int) -> bool:
    """Not a given name: "Joe Friday", nor a newspaper."""
    return not (_before(tokens, i) in listed("names.titles") or _behind(tokens, j) == "n't")


def adverb(tokens: _Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """A word with a capital inside a sentence is of a name: "USA Today"."""
    first = tokens[i].text
    if " " in first and first[:1].islower() and any(each[0].isupper() for each in first.split()):
        return False  # "the Future of …"
    if not first[:1].isupper() or i == 0 or first.isupper():
        return True
    return not tokens[i - 1].text[-1].isalpha()


def anaphoric(tokens: _Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """ "Two days later", but not "two days before the vote", which lasts two days."""
    last = tokens[j - 1]
    if last.code in "er":
        return _behind(tokens, j) != "than"
    if folded(last.text) == "on":
        return False
    if folded(last.text) in ("before", "after"):
        behind = tokens[j] if j < len(tokens) else None
        return (
            behind is None
            or not (behind.text[0].isalnum() or behind.text[0] in '"“‘«$€£')
            or (folded(behind.text) in ("in", "at", "on", "and", "but", "by", "with", "from"))
        )
    return True


def anaphoric_that(tokens: _Tokens, i: int, j: int) -> bool:
    """ "That day", but not "said that day care …" nor "that night vision"."""
    word = folded(tokens[i].text)
    if word == "same":
        return True
    behind = _behind(tokens, j)
    told = _before(tokens, i) in ("said", "say", "says", "so", "told", "believe", "think")
    return word == "that" and not told and behind not in ("care", "vision", "to", "one", "'s")


def a_season(tokens: _Tokens, i: int, j: int) -> bool:
    token = next(each for each in tokens[i:j] if each.code in "SF")
    if tokens[i].code == "E":
        return True
    before, behind = _before(tokens, i), _behind(tokens, j)
    if token.code == "F" and (tokens[i].code != "t" or behind == "of"):
        return False
    if behind == "of":
        return tokens[i].code == "t" and before in ("in", "during")
    if _capital(tokens, i) and i > 0 and _capital(tokens, j):
        return False
    if before in (
        "in",
        "since",
        "by",
        "until",
        "till",
        "during",
        "before",
        "after",
        "throughout",
        "through",
        "over",
    ):
        return behind != "water"
    return False


def in_the(tokens: _Tokens, i: int, j: int) -> bool:
    """ "Later in the year", "for the week", but not "the day of the vote"."""
    before, behind = _before(tokens, i), _behind(tokens, j)
    part = tokens[j - 1].code == "P" and behind in single("around.pronouns")
    if (behind in single("around.not_behind") and not part) or behind == "-":
        return False
    if j < len(tokens) and tokens[j].code in "_" and behind.isalpha() and tokens[j - 1].code == "U":
        return before in single("around.in_the") and behind in single("around.goes_on")
    if tokens[j - 1].datum in ("1000Y",):
        return False
    return before in single("around.in_the")


def the_past(tokens: _Tokens, i: int, j: int) -> bool:
    """ "In the past", with nothing behind that it belongs to."""
    if folded(tokens[j - 1].text) != "past" or _before(tokens, i) not in ("in", "from", "of"):
        return False
    behind = _behind(tokens, j)
    return (
        not behind
        or not behind[0].isalnum()
        or behind in single("around.goes_on")
        or behind in single("around.pronouns")
    )


def a_span(tokens: _Tokens, i: int, j: int) -> bool:
    """ "The last two weeks", "in past years", but not "talks that last two weeks"."""
    if folded(tokens[i].text) == "last" and _before(tokens, i) not in single("around.within"):
        return False
    return not_an_age(tokens, i, j) and (
        tokens[i].code != "6" or "DNYv".find(tokens[i + 1].code) >= 0
    )


def whole(tokens: _Tokens, i: int, j: int) -> bool:
    return _behind(tokens, j) not in ("-", "old") and folded(tokens[i].text) != "all of"


def a_duration(tokens: _Tokens, i: int, j: int) -> bool:
    if not not_an_age(tokens, i, j):
        return False
    if tokens[j - 1].code == "U" and "-" not in [each.code for each in tokens[i:j]]:
        # "two week" is no English, but for "one day", "half an hour" and the like
        last = [each for each in tokens[i:j] if each.code in "DYN*"]
        if last and folded(last[-1].text) not in ("one", "1", "half", "hundred"):
            return False
        if any(each.code == "v" for each in tokens[i:j]):
            return False
    if tokens[j - 1].datum == "3M" and _behind(tokens, j) == "of":
        return False  # "three quarters of the fields"
    first = tokens[i]
    if first.code == "x" and folded(first.text) == "over":
        return _before(tokens, i) in single("around.more_than")  # elsewhere it says during
    return True


def lasting(tokens: _Tokens, i: int, j: int) -> bool:
    """ "For a week"; "barrels a day" is a rate."""
    if tokens[j - 1].code == "8":
        return True
    if not not_an_age(tokens, i, j) or tokens[i].code == "x":
        return tokens[i].code == "x" and not_an_age(tokens, i, j)
    behind = _behind(tokens, j)
    if behind in ("after", "before", "since", "later", "earlier"):
        return True
    return _before(tokens, i) in single("around.lasting") and behind != "-"


def bare_units(tokens: _Tokens, i: int, j: int) -> bool:
    """ "For months", "hours after"; "the days" are no span of time."""
    if (tokens[i].code != "u" and j - i == 1) or not not_an_age(tokens, i, j):
        return False
    if j - i > 1:
        return True
    before, behind = _before(tokens, i), _behind(tokens, j)
    if tokens[i].datum == "3M":
        return False
    return behind in ("after", "before", "later", "earlier", "of") or (
        before in single("around.for") and (tokens[i - 1].code not in "U")
    )
