"""Whether the words around a day, month, season or year let it be one.

"May" is a month, a verb and a name.
"""

from __future__ import annotations

from briefing.analysis.dates import nearby
from briefing.analysis.dates.nearby import Tokens
from briefing.analysis.dates.vocabulary import listed, single


def a_date_in_figures(tokens: Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """9/10 is a fraction."""
    return tokens[i].code == "I" or tokens[i].text.count("/") != 1


def a_date(tokens: Tokens, i: int, j: int) -> bool:
    """ "In May first", "may 20 people": the day is a number, or an ordinal next to a month."""
    if tokens[i].code == "w" and nearby.capital(tokens, i - 1) and tokens[i - 1].code == "_":
        return False  # "Edmonton Sun, 16 August"
    if nearby.behind(tokens, j) in listed("names.streets") and nearby.capital(tokens, j):
        return False
    month = next(each for each in tokens[i:j] if each.code in "Mmb")
    day = next(each for each in tokens[i:j] if each.code in "DO")
    if day.code == "O" and not day.text[0].isdigit() and day.start > month.start:
        return False
    return not (month.code == "m" and _is_title(tokens, i) and tokens[i] is month)


def a_time(tokens: Tokens, i: int, j: int) -> bool:
    """ "10:30" alone may be a score or a verse."""
    if j - i > 1 or tokens[i].code != "C":
        return True
    return nearby.before(tokens, i) in single("around.at") or "h" in tokens[i].text


def a_fiscal_year(tokens: Tokens, i: int, j: int) -> bool:
    """ "Budget year" and "tax years" alone are any."""
    return any(each.code in "Ylfht" for each in tokens[i:j])


def a_decade(tokens: Tokens, i: int, j: int) -> bool:
    """ "The 90s", "the '90s" and "1990s", but not "in his 90s"."""
    token = next(each for each in tokens[i:j] if each.code == "G")
    digits = sum(map(str.isdigit, token.text))
    return digits == 4 or token.text[0] in "'’" or (tokens[i].code == "t" and digits == 2)


def a_year(tokens: Tokens, i: int, j: int) -> bool:
    """Four figures that are no count, no name's number and no price."""
    before, behind = nearby.before(tokens, i), nearby.behind(tokens, j)
    if before in single("names.no_year_before") or (
        before == "." and nearby.before(tokens, i, 2) in single("names.no_year_before")
    ):
        return False
    if behind in listed("classes.of"):
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


def _is_title(tokens: Tokens, i: int) -> bool:
    """Whether the words before make a name of it: "Mr. May", "Theresa May"."""
    before = nearby.before(tokens, i)
    if before == ".":
        before = nearby.before(tokens, i, 2)
    titles = listed("names.titles")
    return before in titles or f"{nearby.before(tokens, i, 2)} {before}" in titles


def a_month(tokens: Tokens, i: int, j: int) -> bool:
    token = next(each for each in tokens[i:j] if each.code in "Mmb")
    before, behind = nearby.before(tokens, i), nearby.behind(tokens, j)
    if j - i > 1 and tokens[i] is not token and tokens[i].code in "Elfher":
        return not (
            tokens[i].code == "h" and token.code == "m" and not nearby.capital(tokens, j - 1)
        )
    if token.code == "b":
        if tokens[j - 1].code == "." or before in single("around.surely"):
            return not (
                nearby.capital(tokens, j) or nearby.capital(tokens, i - 1)
            ) or before in single("around.short_month")
        return False
    if _is_title(tokens, i):
        return False
    name_behind = (
        nearby.capital(tokens, j) and tokens[j].code == "_" and behind not in single("around.own")
    )
    if token.code == "m":
        if token.text.isupper() and before not in single("around.capital_month"):
            return False
        county = nearby.behind(tokens, j, 1) if behind == "," else behind
        if county.endswith(tuple(single("names.county"))):
            return False
        return before in single("around.surely") and not (
            name_behind and before not in single("around.month_and_name")
        )
    named = (
        nearby.capital(tokens, i - 1) and i > 1 and tokens[i - 1].code == "_" and before.isalpha()
    )
    return not named or before in single("around.before")


def a_weekday(tokens: Tokens, i: int, j: int) -> bool:  # noqa: ARG001
    """Not a given name: "Joe Friday"."""
    return nearby.before(tokens, i) not in listed("names.titles")


def a_season(tokens: Tokens, i: int, j: int) -> bool:
    token = next(each for each in tokens[i:j] if each.code in "SF")
    if tokens[i].code == "E":
        return True
    before, behind = nearby.before(tokens, i), nearby.behind(tokens, j)
    if token.code == "F" and (tokens[i].code != "t" or behind in listed("classes.of")):
        return False
    if behind in listed("classes.of"):
        return tokens[i].code == "t" and before in single("around.season_of")
    if nearby.capital(tokens, i) and i > 0 and nearby.capital(tokens, j):
        return False
    if before in single("around.season"):
        return behind not in single("around.no_season")
    return False


def two_days(tokens: Tokens, i: int, j: int) -> bool:
    """ "May 3 and 4", but not "May 3 and 20 others"."""
    if tokens[j - 1].code != "D" or tokens[i].code == "D" or "-" in [t.code for t in tokens[i:j]]:
        return True
    behind = nearby.behind(tokens, j)
    known = behind in single("around.adverb") or behind in single("around.pronouns")
    return known or not behind[:1].isalnum()
