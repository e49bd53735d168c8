"""What the words of a point in time mean."""

from __future__ import annotations

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates.forms import (
    Day,
    Fiscal,
    Fixed,
    Form,
    Month,
    MonthOf,
    Near,
    Range,
    Shifted,
    Weekday,
)
from briefing.analysis.dates.lasting import count_of, period
from briefing.analysis.dates.made import Made
from briefing.analysis.dates.seasons import Named, Quarter, Season
from briefing.analysis.dates.vocabulary import folded
from briefing.model.dates import spelled

MONTHS = "Mmb"

_ANAPHORIC = ("previous", "preceding", "prior", "following", "ensuing", "subsequent")

_COUNTS = {"last": -1, "next": 1}


def iso(made: Made) -> Form | None:
    text = made.tokens[0].text
    year, month, day = (int(each) for each in text[:10].split("-"))
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    if cal.day_of(year, month, day) is None:
        return Day(month, day, year)
    return Fixed(text)


def numeric(made: Made) -> Form | None:
    """22/9/2021 is one day; 5/7/2021 can be two, and only its year is certain."""
    parts = [int(each) for each in made.tokens[0].text.replace(".", "/").split("/")]
    if len(parts) != 3:
        return None
    if parts[0] > 31:
        year, month, day = parts
        return Day(month, day, year) if 1 <= month <= 12 and 1 <= day <= 31 else None
    one, other, year = parts
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    if year < 1000:
        return None
    if "." in made.tokens[0].text or (one > 12 and 1 <= other <= 12) or one == other:
        return Day(other, one, year) if 1 <= other <= 12 and 1 <= one <= 31 else None
    if other > 12:
        return Day(one, other, year) if 1 <= one <= 12 and other <= 31 else None
    if not one or not other:
        return None
    days = (cal.day_of(year, *each) for each in ((other, one), (one, other)))
    either = " or ".join([spelled(each) for each in days if each])
    doubt = f"It can be {either}."
    return Fixed(cal.year_value(year), "either number can be the month", doubt)


def date(made: Made) -> Form | None:
    month, day = made.number(MONTHS), made.number("DO")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    weekday_ = made.number("Ww") or 0
    return Day(month, day, made.number("Y"), weekday_, made.datum("P"), made.shift)


def days(made: Made) -> Form | None:
    month = made.number(MONTHS)
    first, last = (int(each.datum) for each in made.all("D"))
    if month is None or first >= last:
        return None
    year = made.number("Y")
    return Range(Day(month, first, year), Day(month, last, year))


def fiscal(made: Made) -> Form | None:
    year = made.number("Y")
    if year is not None:
        ends = made.all("YDN")[1:]
        if ends:
            year = _second_year(year, ends[0].text)
        return Fixed(f"FY{year}", "fiscal year") if year else None
    return Fiscal(_COUNTS.get(made.shift, 0))


def quarter(made: Made) -> Form | None:
    number = made.number("O")
    if number is None or not 1 <= number <= 4:
        return None
    year = made.number("Y")
    if year is not None:
        return Quarter(number, Fixed(cal.year_value(year)))
    if made.has("lfh"):
        return Quarter(number, Near("1Y", _COUNTS.get(made.shift, 0)))
    return Quarter(number)


def edge(made: Made) -> Form | None:
    """The end of a year is in that year, the first half of it half a year."""
    at = next((i for i, each in enumerate(made.tokens) if each.code == "o"), None)
    if at is None:
        return None
    inner = _inner(Made(made.tokens[at + 1 :]))
    number = Made(made.tokens[:at]).number("O")
    if inner is None or (number is not None and number > 2):
        return None
    if number and made.tokens[at - 1].code == "*":
        return Quarter(number, inner, "H")
    return inner


def _inner(made: Made) -> Form | None:
    if made.has("DO") and made.has(MONTHS):
        return date(made)
    if made.has(MONTHS):
        return month_of(made) if made.has("U") else month(made)
    if made.has("W"):
        return weekday(made)
    if made.has("S"):
        return season(made)
    if made.has("G"):
        return decade(made)
    if made.has("O"):
        return century(made)
    if made.has("j"):
        return fiscal(made)
    if made.has("T"):
        return that(made)
    if made.has("t") and not made.has("K"):
        return near_the(made)
    return year(made) if made.has("Y") else near(made)


def day_but_one(made: Made) -> Form | None:
    count = int(made.datum("z").split()[0]) * 2
    return Near("1D", count) if made.datum("U") == "1D" and count else None


def century(made: Made) -> Form | None:
    number = made.number("O")
    if number is None or made.datum("U") != "100Y" or not 1 <= number <= 99:
        return None
    if made.has("c"):
        return Fixed(None, "before the Christian era")
    return Fixed(f"{number - 1:02}XX")


def decade(made: Made) -> Form | None:
    token = made.one("G")
    digits = "".join(each for each in token.text if each.isdigit()) if token else ""
    if len(digits) == 4 and 1000 <= int(digits) <= 2190:
        if digits.endswith("00") and not "1900" <= digits <= "2100":
            return Fixed(f"{digits[:2]}XX")  # "the 1800s" are a century
        return Fixed(f"{digits[:3]}X")
    if len(digits) == 2:
        return Fixed(f"{'20' if digits < '30' else '19'}{digits[0]}X")
    return None


def month(made: Made) -> Form | None:
    number = made.number(MONTHS)
    return Month(number, made.number("Y"), made.shift) if number else None


def month_of(made: Made) -> Form | None:
    """ "February of last year"."""
    number = made.number(MONTHS)
    if number is None or made.datum("U") != "1Y":
        return None
    return MonthOf(number, Near("1Y", _COUNTS.get(made.shift, 0)))


def years(made: Made) -> Form | None:
    first, last = made.all("YDN")[:2]
    end = _second_year(int(first.datum), last.text)
    start = cal.year_value(int(first.datum))
    return Fixed(f"{start}/{cal.year_value(end)}") if end else None


def _second_year(first: int, text: str) -> int | None:
    """2021 for 2019-21 and 2019-2021; None where it is not behind the first."""
    if not text.isascii() or not text.isdigit() or len(text) not in (2, 4):
        return None
    last = int(text) if len(text) == 4 else first - first % 100 + int(text)
    if len(text) == 2 and last < first:
        last += 100
    return last if first < last <= first + 150 else None


def era(made: Made) -> Form | None:
    number = made.number("DYN")
    if number is None or not 0 < number < 9999:
        return None
    if made.datum("c") == "era_ours":
        return Fixed(f"{number:04}")
    return Fixed(f"-{number - 1:04}", "ISO 8601 has a year 0, so 1 BC is 0000")


def ago(made: Made) -> Form | None:
    unit = made.datum("Uu")
    if not made.has("vDYNa*u-"):
        return None
    if made.has("-") and not made.has("vDYNa*"):
        return Shifted(unit, -1)  # "the year-ago profit"
    count = count_of(made.all("DYNva*8|2-~"))
    step = 1 if made.has("H") else -1
    return Shifted(unit, None if count is None else step * count)


def later(made: Made) -> Form | None:
    count = count_of(made.all("DYNva*8"))
    step = 1 if made.has("rR") else -1
    return Shifted(made.datum("Uu"), None if count is None else step * count, anaphoric=True)


def day_after(made: Made) -> Form | None:
    step = 1 if made.has("R") else -1
    if made.has("P"):
        return Shifted("1D", step, anaphoric=True, part=made.datum("P"))
    return Shifted(made.datum("U"), step, anaphoric=True)


def near(made: Made) -> Form | None:
    count = _COUNTS.get(made.shift, 0)
    return _near(made, count)


def _near(made: Made, count: int) -> Form | None:
    if made.has("K"):
        return Near("WE", count)
    if made.has("SF"):
        return Season(made.datum("S") or "FA", shift=made.shift)
    if made.has("Q"):
        return Near("Q", count)
    unit = made.one("UP")
    if unit is None:
        return None
    if unit.code == "P":
        return Near("1D", count, unit.datum)
    if unit.datum.startswith("T"):
        return None
    if made.has("P"):
        return None
    return Near(unit.datum, count)


def near_the(made: Made) -> Form | None:
    """With "the": "the previous day" is counted from the day before it, "the past year" lasts."""
    word, unit = made.word, made.datum("U")
    if not word:
        if unit in ("1D",):
            return Shifted("1D", 0, anaphoric=True)
        return None if unit.startswith("T") or unit == "2W" else _near(made, 0)
    if made.has("T"):
        return that(made)
    count = _COUNTS.get(made.shift, 0)
    if made.has("P"):
        return Shifted("1D", count, anaphoric=True, part=made.datum("P"))
    if word in _ANAPHORIC or (word == "next" and unit == "1D"):
        return Shifted(unit, count, anaphoric=True) if unit else _near(made, count)
    if unit and word in ("past", "last", "next", "coming"):
        return Fixed(period(1, unit))
    return _near(made, count)


def that(made: Made) -> Form | None:
    if made.has("P"):
        return Shifted("1D", 0, anaphoric=True, part=made.datum("P"))
    if made.has("K"):
        return Shifted("WE", None, anaphoric=True)
    if made.has("S"):
        return Shifted("S", None, anaphoric=True)
    unit = made.datum("U")
    return None if unit.startswith("T") else Shifted(unit, 0, anaphoric=True)


def weekday(made: Made) -> Form | None:
    number = made.number("W")
    if number is None:
        return None
    part = made.datum("P")
    unit = made.one("U")
    if unit is not None:
        if unit.datum != "1W":
            return None
        shift = made.tokens[made.tokens.index(unit) - 1].datum
        return Weekday(number, week=_COUNTS.get(shift, 0), part=part)
    return Weekday(number, made.shift, part=part)


def today(made: Made) -> Form | None:
    days, _, part = made.datum("z").partition(" ")
    return Near("1D", int(days), made.datum("P") or part)


def named(made: Made) -> Form | None:
    return Named(made.datum("L"), made.number("Y"), made.shift)


def season(made: Made) -> Form | None:
    letter = made.datum("S") or "FA"
    year_ = made.number("Y")
    if year_ is not None:
        return Season(letter, Fixed(cal.year_value(year_)))
    if made.has("U"):
        return Season(letter, Near("1Y", _COUNTS.get(made.shift, 0)))
    return Season(letter, shift=made.shift)


def part(made: Made) -> Form | None:
    return Shifted("1D", 0, anaphoric=True, part=made.datum("P"))


def year(made: Made) -> Form | None:
    number = made.number("Y")
    return Fixed(cal.year_value(number)) if number else None


def year_end(made: Made) -> Form | None:
    """ "Year-end" and "month's end"."""
    unit = made.datum("U")
    return Near(unit, 0) if folded(made.tokens[-1].text) == "end" and unit in ("1Y", "1M") else None


def reference(made: Made) -> Form | None:
    """TimeML's names for them are no values of ISO 8601."""
    name = {"last": "PAST", "next": "FUTURE"}.get(made.tokens[-1].datum)
    return Fixed(None, f"TimeML's {name or made.tokens[0].datum.upper()}_REF")
