"""Times of day, alone and with their day."""

from __future__ import annotations

from briefing.analysis.dates import days
from briefing.analysis.dates.forms import Form
from briefing.analysis.dates.made import MONTHS, Made
from briefing.analysis.dates.making import date, iso, numeric
from briefing.analysis.dates.relating import today, weekday
from briefing.analysis.dates.vocabulary import folded, single


def clock(made: Made) -> Form | None:
    time = _time(made)
    return days.clock(time) if time else None


def clock_and_day(made: Made) -> Form | None:
    place = next(
        i
        for i, each in enumerate(made.tokens)
        if each.code in "zWwEtMmb"
        or (i and each.code in "DO" and made.tokens[i - 1].code not in "CDYN")
    )
    time, rest = _time(Made(made.tokens[:place])), Made(made.tokens[place:])
    day = today(rest) if rest.has("z") else date(rest) if rest.has(MONTHS) else weekday(rest)
    if not time or day is None:
        return None
    return days.clock(time, day)


def date_and_clock(made: Made) -> Form | None:
    return day_and_clock(made) if made.has("CA") else date(made)


def day_and_clock(made: Made) -> Form | None:
    """ "1 October 2020, 09:00": the time is what stands behind the last word of the day."""
    behind = len(made.tokens) - 1
    while made.tokens[behind].code in "AZ":
        behind -= 1
    time, rest = _time(Made(made.tokens[behind:])), Made(made.tokens[:behind])
    if not time or not behind:
        return None
    if rest.has("iI"):
        day = numeric(rest) if rest.has("i") else iso(rest)
    else:
        day = today(rest) if rest.has("z") else date(rest) if rest.has(MONTHS) else weekday(rest)
    return days.clock(time, day) if day is not None else None


def figures(made: Made) -> Form | None:
    if len(made.tokens) > 1:
        return day_and_clock(made)
    return iso(made) if made.has("I") else numeric(made)


def spoken_clock(made: Made) -> Form | None:
    """ "Half past four", "two in the morning"."""
    hour = made.all("DN")[-1].datum
    if not hour.isdigit() or not 1 <= int(hour) <= 12:
        return None
    if made.has("P"):
        late = made.datum("P") in ("AF", "EV") or (made.datum("P") == "NI" and int(hour) > 5)
        return days.clock(f"{int(hour) % 12 + 12 * late:02}:00")
    past = made.has("l")
    if past and folded(made.tokens[-2].text) not in single("senses.minutes_past"):
        return None
    minute = 30 if made.has("*") else 15 if past else 45
    if not past and (
        made.has("*") or folded(made.tokens[-2].text) not in single("senses.minutes_to")
    ):
        return None
    return days.clock(f"{int(hour) - (not past):02}:{minute}")


def _time(made: Made) -> str:
    zone = "Z" if made.datum("Z") == "Z" else ""
    if made.has("n"):
        return made.datum("n") + zone
    token = made.one("CDYN")
    if token is None:
        return ""
    if token.code == "C":
        numbers = [int(each) for each in token.text.replace("h", ":").split(":")]
    elif made.has("Z") and not made.has("AJ"):
        if len(token.text) != 4 or not token.text.isdigit():
            return ""
        numbers = [int(token.text[:2]), int(token.text[2:])]
    elif token.datum.replace(".", "").isdigit():
        hour, _, minute = token.datum.partition(".")
        numbers = [int(hour), int(minute or 0)]
    else:
        return ""
    half = made.datum("A")
    if half and not (1 <= numbers[0] <= 12 or (half == "p" and numbers[0] < 24)):
        return ""
    if half and numbers[0] <= 12:
        numbers[0] = numbers[0] % 12 + (12 if half == "p" else 0)
    if numbers[0] > 24 or any(each > 59 for each in numbers[1:]):
        return ""
    return ":".join(f"{each:02}" for each in (*numbers, *([0] if len(numbers) == 1 else []))) + zone
