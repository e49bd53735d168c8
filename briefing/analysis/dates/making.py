"""What the words of a day, month, year or other part of the calendar mean."""

from __future__ import annotations

from datetime import datetime

from briefing.analysis.dates import calendar as cal
from briefing.analysis.dates import days as day_forms
from briefing.analysis.dates import named as names_of_days
from briefing.analysis.dates import periods, relating, seasons
from briefing.analysis.dates.forms import Form, fixed
from briefing.analysis.dates.made import MONTHS, Made


def iso(made: Made) -> Form | None:
    text = made.tokens[0].text
    year, month, day = (int(each) for each in text[:10].split("-"))
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return day_forms.on(month, day, year)  # without a time that no clock shows
    return fixed(text)


def numeric(made: Made) -> Form | None:
    """22/9/2021 is one day; 5/7/2021 can be two, and only its year is certain."""
    text = made.tokens[0].text
    parts = [int(each) for each in text.replace(".", "/").replace("-", "/").split("/")]
    if len(parts) != 3:
        return None
    if parts[0] > 31:
        year, month, day = parts
        return day_forms.on(month, day, year) if 1 <= month <= 12 and 1 <= day <= 31 else None
    one, other, year = parts
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    if year < 1000:
        return None
    if "." in text or (one > 12 and 1 <= other <= 12) or one == other:
        return day_forms.on(other, one, year) if 1 <= other <= 12 and 1 <= one <= 31 else None
    if other > 12:
        return day_forms.on(one, other, year) if 1 <= one <= 12 and other <= 31 else None
    if not one or not other:
        return None
    days = [cal.day_of(year, *each) for each in ((other, one), (one, other))]
    return day_forms.either(days[0], days[1]) if days[0] and days[1] else None


def date(made: Made) -> Form | None:
    month, day = made.number(MONTHS), made.number("DO")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    return day_forms.on(
        month,
        day,
        made.number("Y"),
        weekday=made.number("Ww") or 0,
        part=made.datum("P"),
        shift=made.shift,
    )


def date_of_year(made: Made) -> Form | None:
    """ "29 May last year"."""
    month, day = made.number(MONTHS), made.number("DO")
    if month is None or day is None or not 1 <= day <= 31 or made.datum("U") != "1Y":
        return None
    return day_forms.of_year(month, day, made.steps)


def days(made: Made) -> Form | None:
    """ "3-5 May", "3 and 4 May"; "3 and 15 May" are two days of a month."""
    month = made.number(MONTHS)
    first, last = (int(each.datum) for each in made.all("D"))
    if month is None or first >= last:
        return None
    apart = made.has("&") and last > first + 1
    make = day_forms.several if apart else day_forms.between
    return make(month, first, last, made.number("Y"))


def day_of_month(made: Made) -> Form | None:
    """ "The first week of May" is in May; "the last day of May" is a day."""
    month, unit, number = made.number(MONTHS), made.datum("U"), made.number("O")
    if month is None:
        return year(made) if unit in ("1D", "1W", "1M") else None
    if unit == "1D":
        last = cal.days_in(2000, month) if made.datum("lf") == "last" and month != 2 else None
        day = number or last
        return day_forms.on(month, day, made.number("Y")) if day and day <= 31 else None
    return periods.month(month, made.number("Y")) if unit == "1W" else None


def fiscal(made: Made) -> Form | None:
    year = made.number("Y")
    if year is not None:
        ends = made.all("YDN")[1:]
        if ends:
            year = _second_year(year, ends[0].text)
        return fixed(f"FY{year}", "fiscal year") if year else None
    return periods.fiscal(made.steps)


def quarter(made: Made) -> Form | None:
    number = made.number("O")
    if number is None or not 1 <= number <= 4:
        return None
    year = made.number("Y")
    if year is not None:
        return seasons.quarter(number, fixed(cal.year_value(year)))
    if made.has("lfh"):
        return seasons.quarter(number, periods.near("1Y", made.steps))
    return seasons.quarter(number)


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
        return seasons.quarter(number, inner, "H")
    return inner


def _inner(made: Made) -> Form | None:
    if made.has("DO") and made.has(MONTHS):
        return date(made)
    if made.has(MONTHS):
        return month_of(made) if made.has("U") else month(made)
    if made.has("W"):
        return relating.weekday(made)
    if made.has("S"):
        return season(made)
    if made.has("G"):
        return decade(made)
    if made.has("O"):
        return century(made)
    if made.has("j"):
        return fiscal(made)
    if made.has("T"):
        return relating.that(made)
    if made.has("t") and not made.has("K"):
        return relating.near_the(made)
    return year(made) if made.has("Y") else relating.near(made)


def century(made: Made) -> Form | None:
    number = made.number("O")
    if number is None or made.datum("U") != "100Y" or not 1 <= number <= 99:
        return None
    if made.has("c"):
        return fixed(None, "before the Christian era")
    return fixed(f"{number - 1:02}XX")


def centuries(made: Made) -> Form | None:
    """ "The 18th and 19th centuries"."""
    first, last = (int(each.datum) for each in made.all("O"))
    if made.datum("Uu") != "100Y" or not 1 <= first < last <= 99:
        return None
    if made.has("c") or (made.has("&") and last > first + 1):
        return fixed(None, "no one span of time")
    return fixed(f"{first - 1:02}XX/{last - 1:02}XX")


def decade(made: Made) -> Form | None:
    token = made.one("G")
    digits = str(int(token.text.strip("'’s"))) if token else ""
    if len(digits) == 4 and 1000 <= int(digits) <= 2190:
        if digits.endswith("00") and not "1900" <= digits <= "2100":
            return fixed(f"{digits[:2]}XX")  # "the 1800s" are a century
        return fixed(f"{digits[:3]}X")
    if len(digits) == 2:
        return fixed(f"{'20' if digits < '30' else '19'}{digits[0]}X")
    return None


def month(made: Made) -> Form | None:
    number = made.number(MONTHS)
    return periods.month(number, made.number("Y"), made.shift) if number else None


def month_of(made: Made) -> Form | None:
    """ "February of last year"."""
    number = made.number(MONTHS)
    if number is None or made.datum("U") != "1Y":
        return None
    return periods.month_of(number, periods.near("1Y", made.steps))


def years(made: Made) -> Form | None:
    first, last = made.all("YDN")[:2]
    end = _second_year(int(first.datum), last.text)
    start = cal.year_value(int(first.datum))
    return fixed(f"{start}/{cal.year_value(end)}") if end else None


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
        return fixed(f"{number:04}")
    value = f"-{number - 1:04}" if number > 1 else "0000"
    return fixed(value, "ISO 8601 has a year 0, so 1 BC is 0000")


def named(made: Made) -> Form | None:
    return names_of_days.named(made.datum("L"), made.number("Y"), made.shift)


def season(made: Made) -> Form | None:
    letter = made.datum("S") or "FA"
    year_ = made.number("Y")
    if year_ is not None:
        return seasons.season(letter, fixed(cal.year_value(year_)))
    if made.has("U"):
        return seasons.season(letter, periods.near("1Y", made.steps))
    return seasons.season(letter, shift=made.shift)


def year(made: Made) -> Form | None:
    number = made.number("Y")
    return fixed(cal.year_value(number)) if number else None
