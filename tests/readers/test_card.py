"""What the source card says, and where it was read."""

from __future__ import annotations

from datetime import date

import cases
import pytest

from briefing import readers
from briefing.model.article import Article, ReadAs, Role, SourceCard
from briefing.model.template import SOURCE_FIELDS
from briefing.progress import unchecked
from briefing.readers import assembling, card, language
from briefing.readers.content import Block, Content

FRENCH = "Les ministres des deux pays se sont réunis mardi pour parler du fleuve et de la ville. "


@cases.each("cards.txt")
def test_cards(case: cases.Case) -> None:
    article = readers.read_pasted(case.text)
    cues = dict(article.card_cues)
    expected: dict[str, str] = {}
    for line in case.expected:
        field, _, rest = line.partition(": ")
        expected[field], _, cue = rest.partition(" | ")
        assert cue in cues[field], cues[field]
    found = {each.id: value for each in SOURCE_FIELDS if (value := article.card.value(each.id))}
    assert found == expected
    assert set(cues) == set(expected)


def assembled(content: Content) -> Article:
    return assembling.article(content, "a", b"", format=".html", how=ReadAs(), checkpoint=unchecked)


def test_what_the_format_says_wins() -> None:
    said = SourceCard(title="Talks", authors=("By John Roe",), published=date(2020, 1, 1))
    read = assembled(
        Content(
            (
                Block("River talks end without a result", Role.HEADING, "h1"),
                Block("By Jane Doe, Meridian News | 7 May 2015"),
                Block("The ministers of the two countries met on Tuesday about the river."),
            ),
            said,
            (("headline", "og:title"), ("author", "meta author"), ("published", "JSON-LD")),
        )
    )
    assert (read.card.title, read.card.authors) == ("Talks", ("John Roe",))
    assert read.card.published == date(2020, 1, 1)
    assert read.card.outlet == "Meridian News"
    cues = dict(read.card_cues)
    assert (cues["headline"], cues["author"], cues["published"]) == (
        "og:title",
        "meta author",
        "JSON-LD",
    )
    assert cues["outlet"].startswith("byline")


def test_an_empty_answer_of_the_format_does_not_win() -> None:
    blocks = (Block("Talks end", Role.HEADING, "h1"), Block("By Jane Doe"), Block("They met."))
    read = assembled(Content(blocks, SourceCard(), (("author", "meta author"),)))
    assert read.card.authors == ("Jane Doe",)
    assert dict(read.card_cues)["author"].startswith("byline")


@pytest.mark.parametrize(
    ("declared", "text", "expected", "cue"),
    [
        ("en-US", FRENCH * 8, "fr", "the file says “en-US”"),
        ("fr-CA", FRENCH * 8, "fr-CA", "html lang"),
        ("en", FRENCH, "en", "html lang"),
        ("en", "Lorem ipsum dolor sit amet consectetur. " * 20, "en", "html lang"),
        ("no", "Og det var en gang på en elv som ikke var å se. " * 12, "no", "html lang"),
    ],
    ids=["another", "a kind of the same", "too short", "no guess", "Norwegian"],
)
def test_a_sure_guess_at_the_language_wins(
    declared: str, text: str, expected: str, cue: str
) -> None:
    content = Content((Block(text),), SourceCard(language=declared), (("language", "html lang"),))
    read = assembled(content)
    assert read.card.language == expected
    assert cue in dict(read.card_cues)["language"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("By Jane Doe", "jane doe"), ("Jane Doe",)),
        (("Jane Doe, Reuters",), ("Jane Doe",)),
        (("Jane Doe <jane@example.org>",), ("Jane Doe",)),
        (("https://social.example/janedoe", "Jane Doe"), ("Jane Doe",)),
        (("Von Jane Doe und John Roe",), ("Jane Doe", "John Roe")),
        (("Madonna",), ("Madonna",)),
        (("", " , "), ()),
        (tuple(f"Jane Doe {chr(65 + each)}." for each in range(26)), 20),
    ],
)
def test_names_are_cleaned(names: tuple[str, ...], expected: tuple[str, ...] | int) -> None:
    found = card.cleaned_authors(names)
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Υπουργοί των δύο χωρών συναντήθηκαν την Τρίτη.", "el"),
        ("두 나라의 장관들이 화요일에 만나 강에 대해 이야기했다.", "ko"),
        ("รัฐมนตรีของทั้งสองประเทศพบกันเมื่อวันอังคาร", "th"),
        ("وزیران دو کشور روز سه‌شنبه برای گفتگو درباره رودخانه با هم دیدار کردند", "fa"),
        ("The word Łódź and the word 東京 are both names that are in this sentence.", "en"),
    ],
)  # fmt: skip
def test_scripts_tell_languages(text: str, expected: str) -> None:
    assert language.guess([text]) == expected
