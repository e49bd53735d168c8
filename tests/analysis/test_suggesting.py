"""Sections where no topic set is used: where they begin, and what they are called."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import paths, readers
from briefing.analysis import dates, names, sentences, suggesting
from briefing.analysis import sections as finding
from briefing.analysis.suggesting.changes import Change
from briefing.errors import Cancelled, EmptySource
from briefing.model.annotations import Annotations, FoundSection
from briefing.model.article import Article, Role
from briefing.progress import unchecked


def read(text: str, language: str = "en") -> tuple[Article, Annotations]:
    """Text as an article, and what suggestions are made of."""
    article = readers.read_pasted(text)
    article = replace(article, card=replace(article.card, language=language))
    found = sentences.find(article, unchecked)
    people_and_places = names.find(article, found, unchecked)
    return article, Annotations(
        article.id, found, (), (), people_and_places, dates.find(article, found, unchecked)
    )


def suggested(text: str, language: str = "en") -> tuple[Article, tuple[FoundSection, ...]]:
    article, found = read(text, language)
    return article, suggesting.suggest(article, found)


@cases.each("suggested.txt")
def test_suggestions(case: cases.Case) -> None:
    language, colon, _ = case.name.partition(": ")
    article, annotations = read(case.text, language if colon else "en")
    sections = suggesting.suggest(article, annotations)
    numbers = article.numbers()
    found = [
        f"{numbers[annotations.sentence(each.hits[0].sentence).paragraph]} {each.topic.name}"
        for each in sections
    ]
    assert (found or ["-"]) == case.expected


def sample() -> str:
    (path,) = (paths.ASSETS / "sample").glob("*.txt")
    return path.read_text("utf-8")


def test_the_sample_turns_to_ukraine() -> None:
    article, found = read(sample())
    numbers = article.numbers()
    starts = {
        each.topic.name: numbers[found.sentence(each.hits[0].sentence).paragraph]
        for each in suggesting.suggest(article, found)
    }
    assert 2 <= len(starts) <= 7
    assert starts["Ukraine"] == 9


CUES = {
    "Peru: Miners ended their strike.\n\nKenya: A bridge fell.\n\nJapan: The yen fell.": [
        "begins at “Peru”",
        "begins at “Kenya”",
        "begins at “Japan”",
    ],
    "LIMA — A mine is shut.\n\nOSLO — A ferry sank.\n\nROME — A judge quit.": [
        "begins at the dateline “LIMA”",
        "begins at the dateline “OSLO”",
        "begins at the dateline “ROME”",
    ],
}


@pytest.mark.parametrize("text", CUES)
def test_each_section_says_why_it_begins(text: str) -> None:
    _, sections = suggested(text, "en")
    assert [each.hits[0].cue for each in sections] == CUES[text]
    rest = {hit.cue for each in sections for hit in each.hits[1:]}
    assert rest <= {suggesting.GOES_ON}


def test_the_cue_names_the_sub_heading() -> None:
    case = next(each for each in cases.load("suggested.txt") if "sub-headings part" in each.name)
    _, sections = suggested(case.text)
    assert [each.hits[0].cue for each in sections[1:]] == [
        f"begins at the sub-heading “{each}”"
        for each in ("School meals", "The old mill", "Parking")
    ]


def test_without_marks_the_cue_is_the_words_that_begin() -> None:
    case = next(each for each in cases.load("suggested.txt") if "short items" in each.name)
    article, sections = suggested(case.text, "en")
    assert len(sections) > 2
    for each in sections:
        words = each.hits[0].cue.removeprefix("words “").removesuffix("” begin here")
        assert all(word in article.text for word in words.split("”, “"))


def test_the_words_of_a_section_find_it_again() -> None:
    case = next(each for each in cases.load("suggested.txt") if "turns from" in each.name)
    article, sections = suggested(case.text, "en")
    topics = [each.topic for each in sections]
    _, found = read(case.text)
    again = finding.find(article, found.sentences, topics, unchecked)
    assert [each.topic for each in again] == topics
    for before, after in zip(sections, again, strict=True):
        own = {hit.sentence for hit in before.hits}
        there = {hit.sentence for hit in after.hits if hit.leading}
        assert len(own & there) > len(own) / 2
        assert len(there - own) <= 1


WORDS = ["Kenya", "The", "talks", "ferry", "GOMA —", "Peru:", "* ", "1. ", "said", "He", "end.",
         "“We", "left.”", "MEANWHILE,", "\n\n", "\n\n", "**Fish**", "Money\n\n", "of", "Müller",
         "NATO", "§", "7"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_what_holds_for_all_suggestions(text: str) -> None:
    try:
        article, found = read(text)
    except EmptySource:
        return
    sections = suggesting.suggest(article, found)
    assert sections == suggesting.suggest(article, found)
    assert len(sections) in (0, 2, 3, 4, 5, 6, 7)
    names = [each.topic.name for each in sections]
    assert len({each.casefold() for each in names}) == len(names)
    assert all(each.strip() == each and each for each in names)
    assert len({each.topic.id for each in sections}) == len(names)
    assert len({each.topic.colour for each in sections}) == len(names)
    if not sections:
        return
    body = {each.id for each in article.paragraphs if each.role is Role.BODY}
    told = [hit.sentence for each in sections for hit in each.hits]
    assert told == [each.id for each in found.sentences if each.paragraph in body]
    assert all(hit.cue and hit.leading for each in sections for hit in each.hits)
    assert all(each.hits for each in sections)


def test_it_can_be_cancelled() -> None:
    article, found = read(sample())

    def stop(_done: int = 0, _total: int = 0, /) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        suggesting.suggest(article, found, stop)


@pytest.mark.parametrize("text", ["A" * 50_000, "A.b" * 20_000, "Aa " * 20_000, "* a " * 20_000])
def test_a_long_line_takes_no_time(text: str) -> None:
    article, found = read(f"{text}\n\n{text}\n\nEnd.")
    start = time.process_time()
    suggesting.suggest(article, found)
    assert time.process_time() - start < 5


def test_the_order_of_sections_is_that_of_the_text() -> None:
    for case in cases.load("suggested.txt"):
        article, found = read(case.text)
        sections = suggesting.suggest(article, found)
        starts = [found.sentence(hit.sentence).span for each in sections for hit in each.hits]
        assert all(a.end <= b.start for a, b in pairwise(starts))


@pytest.mark.parametrize(
    ("odds", "found"),
    [
        ((-4.6, -4.2, -4.6, -2.5, -1.5, -4.3, -4.4, -2.9), True),
        ((-2.8, -2.9, -2.8, -2.9, -2.6, -2.5, -2.6, -2.8), False),
        ((-4.6, -4.2, -1.5), False),
    ],
    ids=["one stands out", "none does", "the article is short"],
)
def test_a_longer_article_needs_less_to_be_parted(odds: tuple[float, ...], found: bool) -> None:
    before = [Change(each, marked=False) for each in odds]
    assert bool(suggesting.boundaries(before)) == found
