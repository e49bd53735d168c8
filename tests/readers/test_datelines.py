"""Where and when, as agencies begin an article."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.readers import datelines


@pytest.mark.parametrize(
    ("dateline", "place", "day", "outlet"),
    [
        ("HELSINKI, Sept. 22 (AFP) —", "Helsinki", (9, 22, None), "Agence France-Presse"),
        ("RIVER CITY, Sept. 22, 2021 (Meridian) —", "River City", (9, 22, 2021), ""),
        ("WASHINGTON (Reuters) -", "Washington", None, "Reuters"),
        ("KYIV, Ukraine —", "Kyiv, Ukraine", None, ""),
        ("KYIV, Ukraine (AP) —", "Kyiv, Ukraine", None, "Associated Press"),
        ("ST. PETERSBURG, Fla. —", "St. Petersburg, Fla.", None, ""),
        ("STRELSAU —", "Strelsau", None, ""),
        ("STRELSAU, Ruritania, 7 May 2015 --", "Strelsau, Ruritania", (5, 7, 2015), ""),
        ("Strelsau, Ruritania – May 7, 2015 –", "Strelsau, Ruritania", (5, 7, 2015), ""),
        ("Paris, le 22 septembre 2021 –", "Paris", (9, 22, 2021), ""),
        ("Berlin (dpa) –", "Berlin", None, "dpa"),
        ("Berlin, 22. September (dpa/AFP) -", "Berlin", (9, 22, None), "dpa"),
        ("ROMA, 22 set. (ANSA) -", "Roma", (9, 22, None), "ANSA"),
        ("MOSCOW, September 22. /TASS/.", "Moscow", (9, 22, None), "TASS"),
        ("МОСКВА, 22 сентября. /ТАСС/.", "Москва", (9, 22, None), "TASS"),
        ("КИЇВ, 22 вересня (Укрінформ) —", "Київ", (9, 22, None), "Ukrinform"),
        ("SEOUL/TOKYO, Sept 22 (Reuters) -", "Seoul/Tokyo", (9, 22, None), "Reuters"),
        ("Sept 22 (Reuters) -", "", (9, 22, None), "Reuters"),
        ("(AFP) –", "", None, "Agence France-Presse"),
    ],
)
def test_datelines_in_a_paragraph(
    dateline: str, place: str, day: tuple[int, int, int | None] | None, outlet: str
) -> None:
    found = datelines.inline(f"{dateline} The ministers met on Tuesday.")
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert (found.month, found.day, found.year) == (day or (0, 0, None))
    assert dateline.startswith(found.text)


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met on Tuesday — twice.",
        "NATO — the alliance — met on Tuesday.",
        "EU — ministers met on Tuesday.",
        "Berlin - the capital - was quiet.",
        "EXCLUSIVE — The ministers met on Tuesday.",
        "WARNING: The river is rising.",
        "Q: What did they say?",
        "Monday, May 7 – The ministers met.",
        "Article 22 - The ministers met.",
        "In March 2015 - the year of the flood - they met.",
        "AFP — the agency — was there.",
        "REUTERS — the agency — was there.",
        "He said (Reuters) that it rained.",
        "HELSINKI, Sept. 22 (AFP) —",
        "A" * 200 + " — x",
        "",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert datelines.inline(text) is None


@pytest.mark.parametrize(
    ("line", "place", "published"),
    [
        ("HELSINKI, Sept. 22, 2021 (Agency) —", "Helsinki", date(2021, 9, 22)),
        ("HELSINKI, Sept. 22", "Helsinki", None),
        ("River City, 7 May 2015", "River City", date(2015, 5, 7)),
        ("Paris, le 22 septembre 2021", "Paris", date(2021, 9, 22)),
        ("Berlin (dpa)", "Berlin", None),
    ],
)
def test_datelines_on_their_own_line(line: str, place: str, published: date | None) -> None:
    found = datelines.alone(line)
    assert found is not None
    assert (found.place, found.published) == (place, published)


@pytest.mark.parametrize(
    "line",
    [
        "HELSINKI, Article 22 (Treaty)",
        "STRELSAU",
        "River City, 7 May",
        "Monday, May 7, 2015",
        "FOR IMMEDIATE RELEASE, May 7",
        "The End (Reuters)",
        "HELSINKI, Feb. 31, 2021, and so on",
    ],
)
def test_no_datelines(line: str) -> None:
    assert datelines.alone(line) is None


def test_a_day_without_a_year_is_told_by_a_later_day() -> None:
    found = datelines.inline("STRELSAU, Dec. 30 (AFP) — The ministers met.")
    assert found is not None
    assert found.published is None
    assert found.near(date(2022, 1, 2)) == date(2021, 12, 30)
    assert found.near(date(2022, 6, 1)) is None
    assert found.near(date(2021, 12, 29)) is None
