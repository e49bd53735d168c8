"""What each paragraph is, and what its source card says."""

from __future__ import annotations

from datetime import date

import cases
import pytest

from briefing import readers
from briefing.model.article import Article, Role
from briefing.readers import bylines, credits, dates, language, roles

DAY = date(2015, 5, 7)


@cases.each("roles.txt")
def test_roles(case: cases.Case) -> None:
    article = readers.read_pasted(case.text)
    for paragraph, expected in zip(article.paragraphs, case.expected, strict=True):
        role, beginning = expected.split(" ", 1)
        text = article.text_of(paragraph)
        assert text.startswith(beginning)
        assert (paragraph.role, text) == (Role(role), text)
        assert bool(paragraph.cue) == (paragraph.role is not Role.BODY)


def _article(name: str) -> Article:
    return readers.read_pasted(next(c.text for c in cases.load("roles.txt") if c.name == name))


def test_the_card_has_what_the_lines_say() -> None:
    read = _article("headline, byline and date").card
    assert read.title == "River talks end without a result"
    assert read.authors == ("Jane Doe", "Peter de Vries")
    assert read.published == date(2015, 5, 7)
    assert read.language == "en"


def test_the_card_assumes_nothing() -> None:
    read = _article("an agency story with caption, link and legal notice").card
    assert (read.title, read.authors, read.outlet, read.published) == ("", (), "", None)


def test_a_dateline_tells_the_day_and_a_sub_heading_is_no_title() -> None:
    read = _article("a dateline on its own line, sub-headings in the text").card
    assert (read.title, read.published) == ("", date(2021, 9, 22))


@pytest.mark.parametrize(
    "name",
    [
        "a timeline: dates below the beginning head what follows",
        "a timeline that begins with a date",
        "a label tells what a date is of wherever it stands",
    ],
)
def test_a_date_inside_an_article_is_not_its_own(name: str) -> None:
    assert _article(name).card.published is None


def test_a_label_is_no_title() -> None:
    assert _article("labels above the headline are not the headline").card.title == (
        "River talks end without a result"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("7 May 2015", date(2015, 5, 7)),
        ("Thursday, May 7, 2015", date(2015, 5, 7)),
        ("Thu 7th May 2015 | 14:05", date(2015, 5, 7)),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        ("2015-05-07T14:05:00Z", date(2015, 5, 7)),
        ("07.05.2015", date(2015, 5, 7)),
        ("22/9/2021", date(2021, 9, 22)),
        ("9/22/2021 14:05", date(2021, 9, 22)),
        ("05/07/2015", None),
        ("Sept. 22, 2021, 2:05 p.m. ET", date(2021, 9, 22)),
        ("10:15 AM EDT, May 7, 2015", date(2015, 5, 7)),
        ("Wed 22 Sep 2021 14.05 BST", date(2021, 9, 22)),
        ("2021-09-22T14:05:00+02:00", date(2021, 9, 22)),
        ("mercredi 22 septembre 2021 à 14h05", date(2021, 9, 22)),
        ("Mittwoch, 22. September 2021, 14:05 Uhr", date(2021, 9, 22)),
        ("1er mai 2015", date(2015, 5, 1)),
        ("22 de septiembre de 2021", date(2021, 9, 22)),
        ("7 maggio 2015", date(2015, 5, 7)),
        ("22 сентября 2021 года", date(2021, 9, 22)),
        ("22 вересня 2021, 14:05", date(2021, 9, 22)),
        ("2021年9月22日", date(2021, 9, 22)),
    ],
)
def test_date_lines(line: str, day: date | None) -> None:
    assert dates.line(line) == dates.DateLine(day)


def test_labelled_date_lines() -> None:
    day = date(2015, 5, 7)
    assert dates.line("Published on 7 May 2015") == dates.DateLine(day, labelled=True)
    assert dates.line("Updated: 7 May 2015") == dates.DateLine(None, True, day)


@pytest.mark.parametrize(
    "line",
    [
        "30 February 2015",
        "31/31/2015",
        "7 Mayor 2015",
        "May 2015 was warm",
        "7 May",
        "2015",
        "May 7, 2015 was a Thursday",
    ],
)
def test_no_date_lines(line: str) -> None:
    assert dates.line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE", ("JANE DOE",)),
        (
            "By Jane Doe, John Roe and Maria de la Cruz",
            ("Jane Doe", "John Roe", "Maria de la Cruz"),
        ),
        ("By Jane Doe in Helsinki", ("Jane Doe",)),
        ("By Jane Doe, Defence Correspondent", ("Jane Doe",)),
        ("Reporting by Łukasz Żak", ("Łukasz Żak",)),
        ("By the end of May", ()),
        ("By Sunday", ()),
        ("By Reuters Staff", ()),
        ("By Land and Sea", ()),
        ("Jane Doe", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert credits.authors(line) == names


@pytest.mark.parametrize(
    ("line", "authors", "published", "outlet"),
    [
        ("By Jane Doe | Meridian News | May 7, 2015", ("Jane Doe",), DAY, "Meridian News"),
        ("By Jane Doe May 7, 2015", ("Jane Doe",), DAY, ""),
        ("By Jane Doe - May 7, 2015", ("Jane Doe",), DAY, ""),
        ("Jane Doe, 7 May 2015", ("Jane Doe",), DAY, ""),
        ("Posted on May 7, 2015 by Jane Doe", ("Jane Doe",), DAY, ""),
        ("Posted by Jane Doe on May 7, 2015", ("Jane Doe",), DAY, ""),
        ("By Jane Doe and John Roe (Reuters)", ("Jane Doe", "John Roe"), None, "Reuters"),
        ("By The Associated Press", (), None, "Associated Press"),
        ("AFP, 7 May 2015", (), DAY, "Agence France-Presse"),
        ("7 May 2015 • 3 min read", (), DAY, ""),
        ("Par Jane Doe avec AFP", ("Jane Doe",), None, ""),
        ("Von Jane Doe und John Roe, Strelsau", ("Jane Doe", "John Roe"), None, ""),
    ],
)
def test_bylines_of_several_pieces(
    line: str, authors: tuple[str, ...], published: date | None, outlet: str
) -> None:
    found = bylines.read(line)
    assert found is not None
    assert (found.authors, found.published, found.outlet) == (authors, published, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe",
        "7 May 2015",
        "River talks end - Jane Doe - May 7, 2015",
        "River talks end - May 7, 2015",
        "The talks ended, 7 May 2015",
        "By Strelsau, May 7",
        "By the end of the week | May 7, 2015",
    ],
)
def test_no_bylines(line: str) -> None:
    assert bylines.read(line) is None


@pytest.mark.parametrize(
    ("text", "first", "credit"),
    [
        ("The ferry in the harbour (Ana Petrova/AFP)", True, "Ana Petrova/AFP"),
        ("The ferry in the harbour. (Ana Petrova/AFP).", True, "Ana Petrova/AFP"),
        ("The envoys of both came (Ana Petrova/AFP).", True, None),
        ("The ferry in the harbour (Ana Petrova/AFP)", False, None),
        ("The ferry in the harbour Ana Petrova/AFP", True, "Ana Petrova/AFP"),
        ("The ferry is late, said Ana Petrova/AFP", True, None),
        ("The ferry in the harbour. AFP/Getty Images", True, "AFP/Getty Images"),
        ("The ferry in the harbour. Kremlin/AFP", True, "Kremlin/AFP"),
        ("The king did not comment. AFP/REUTERS", False, None),
        ("The king has an army of his own (AFU/NATO)", True, None),
        ("The ferry in the harbour. © Ana Petrova", True, "© Ana Petrova"),
        ("The king did not comment. © 2021 Meridian", False, None),
    ],
)
def test_credits(text: str, first: bool, credit: str | None) -> None:
    assert credits.find(text, first=first) == credit


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("en", "The ministers of the two countries met on Tuesday to speak about the river."),
        (
            "fr",
            "Les ministres des deux pays se sont réunis mardi pour parler de la rivière.",
        ),
        (
            "de",
            "Die Minister der beiden Länder trafen sich am Dienstag, um über den Fluss zu reden.",
        ),
        ("es", "Los ministros de los dos países se reunieron el martes para hablar del río."),
        ("ru", "Министры двух стран встретились во вторник, и они говорили о реке, но не о мосте."),
        (
            "fi",
            "Ministerit tapasivat tiistaina ja puhuivat joesta, mutta se ei ole vielä auki.",
        ),
        (None, "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor."),
        (None, "Yes."),
        (None, "1 2 3"),
    ],
)
def test_language(expected: str | None, text: str) -> None:
    assert language.guess([text]) == expected


# ---------------------------------------------------------------- what the file says

LONG = "The ministers of the two countries met on Tuesday to speak about the river."


def given(*blocks: tuple[str, Role | None]) -> list[str]:
    """The roles of paragraphs of which the file says this."""
    texts = [text for text, _ in blocks]
    found = roles.assign(texts, [(role, "said" if role else "") for _, role in blocks])
    assert all(bool(cue) == (role is not Role.BODY) for role, cue in found)
    return [role.value for role, _ in found]


def test_what_the_file_says_stands() -> None:
    assert given(
        (LONG, Role.HEADING),
        ("By Jane Doe", Role.CAPTION),
        (LONG, None),
        ("What is at stake", Role.BODY),
        (LONG, Role.NOTICE),
        (LONG, Role.RELATED),
        (LONG, Role.BYLINE),
        (LONG, None),
    ) == ["heading", "caption", "body", "body", "notice", "related", "byline", "body"]


def test_a_heading_above_links_is_furniture_and_so_are_the_links() -> None:
    assert given(
        ("River talks end", Role.HEADING),
        (LONG, None),
        ("Related articles", Role.HEADING),
        ("The dam that nobody wanted", None),
        ("Ten years of talks", Role.HEADING),
        ("Most read", Role.HEADING),
        ("The king of the river", Role.HEADING),
    ) == ["heading", "body", "related", "related", "related", "related", "related"]


def test_a_section_after_links_is_a_section() -> None:
    assert given(
        ("River talks end", Role.HEADING),
        (LONG, None),
        ("Read more", Role.HEADING),
        ("The dam that nobody wanted", None),
        ("What comes next", Role.HEADING),
        (LONG, None),
    ) == ["heading", "body", "related", "related", "heading", "body"]


def test_the_headline_stays_one_whatever_it_says() -> None:
    assert given(("Most read", Role.HEADING), (LONG, None)) == ["heading", "body"]
    assert given(("Watch: the dam that nobody wanted", Role.HEADING), (LONG, None)) == [
        "heading",
        "body",
    ]


def test_headings_that_are_none() -> None:
    assert given(
        ("Analysis", Role.HEADING),
        ("River talks end", Role.HEADING),
        ("By Jane Doe", Role.HEADING),
        ("7 May 2015", Role.HEADING),
        (LONG, None),
        ("Newsletter", Role.HEADING),
        ("8 May 2015", Role.HEADING),
        (LONG, None),
    ) == ["byline", "heading", "byline", "byline", "body", "notice", "heading", "body"]


def test_body_text_may_say_that_it_is_a_notice() -> None:
    assert given(
        ("What is at stake", Role.BODY),
        (LONG, Role.BODY),
        ("Correction: An earlier version gave another name.", Role.BODY),
        ("Related: The dam that nobody wanted", Role.BODY),
        ("The ferry in the harbour. Ana Petrova/AFP via Getty Images", Role.BODY),
        ("© 2021 Meridian", Role.BODY),
    ) == ["body", "body", "notice", "related", "body", "notice"]


@pytest.mark.parametrize(
    "line",
    [
        "Register now for FREE unlimited access to the Meridian",
        "Subscribe now for full access",
        "Already a subscriber? Log in",
        "Jetzt registrieren und weiterlesen",
        "Abonnez-vous pour lire la suite",
    ],
)
def test_a_call_to_register_is_no_sub_heading(line: str) -> None:
    sentence = "The ministers of the two countries met on Tuesday to speak about the river."
    text = f"{sentence}\n\n{line}\n\n{sentence}"
    article = readers.read(text.encode(), "a.txt").article
    assert [each.role for each in article.paragraphs] == [Role.BODY, Role.NOTICE, Role.BODY]


@pytest.mark.parametrize("line", ["Published27 November 2021", "Veröffentlicht27. November 2021"])
def test_a_label_glued_to_its_date(line: str) -> None:
    text = f"The river rises\n\n{line}\n\nThe ministers met on Tuesday to speak about the river."
    article = readers.read(text.encode(), "a.txt").article
    assert article.paragraphs[1].role is Role.BYLINE
    assert article.card.published == date(2021, 11, 27)


@pytest.mark.parametrize("end", ["(0)", "[3]", "— Meridian"])
def test_a_headline_above_paragraphs_that_something_ends(end: str) -> None:
    sentence = "The ministers of the two countries met on Tuesday to speak about the river. "
    text = f"A very long report\n\n{sentence * 5}{end}\n\n{sentence * 5}{end}"
    article = readers.read(text.encode(), "a.txt").article
    assert article.paragraphs[0].role is Role.HEADING
    assert article.card.title == "A very long report"
