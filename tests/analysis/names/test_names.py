"""People, organisations and places."""

from __future__ import annotations

from itertools import pairwise

import cases
import counting
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import names, sentences
from briefing.errors import EmptySource
from briefing.model.article import Article
from briefing.model.facts import Entity, EntityKind
from briefing.progress import unchecked


def find(article: Article) -> tuple[Entity, ...]:
    return names.find(article, sentences.find(article, unchecked), unchecked)


def found(text: str) -> tuple[Entity, ...]:
    return find(readers.read_pasted(text))


@cases.each("names.txt")
def test_names(case: cases.Case) -> None:
    article = readers.read_pasted(case.text)
    lines = [
        f"{each.kind} | {each.name} | {each.role or '-'} | "
        + "; ".join(article.text_of(mention.span) for mention in each.mentions)
        for each in find(article)
    ]
    assert lines == case.expected


def test_a_capital_that_acts_is_a_government_and_says_so() -> None:
    (acting,) = found("Washington has supplied arms to the rebels.")
    assert acting.kind is EntityKind.ORGANISATION
    assert acting.note == "government of the United States"
    assert "has" in acting.cue


def test_a_capital_where_something_happens_is_a_place() -> None:
    (place,) = found("The talks were held in Helsinki.")
    assert place.note == "capital of Finland"


def test_each_mention_has_a_cue() -> None:
    (person,) = found("General Mark Harlow arrived. Harlow gave no details.")
    title, surname = person.mentions
    assert title.cue == "title “General”"
    assert surname.cue == "same surname as “Mark Harlow”"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Moscow later announced a pullback.", "acts: “later announced”"),
        ("The U.S. withdrawal went on.", "followed by “withdrawal”"),
        ("He has had talks with Russia.", "after “with”"),
        ("They waited for Washington's decision.", "with “decision” of its own"),
    ],
)
def test_the_cue_of_a_government_is_a_rule_in_words(text: str, cue: str) -> None:
    (government,) = found(text)
    assert government.kind is EntityKind.ORGANISATION
    assert government.cue == cue


def test_an_office_without_a_name_says_so() -> None:
    (office,) = found("On Monday the Foreign Secretary welcomed the deal.")
    assert office.cue == "office “Foreign Secretary”; the article does not name who holds it"


def test_who_may_be_meant_is_told() -> None:
    *_, either = found("John Smith and Paul Smith spoke. Smith left early.")
    assert either.cue == "may be John Smith or Paul Smith"


WORDS = [
    "General", "Lt.", "Mark", "Harlow", "Harlow-Sorokin", "von", "der", "bin", "al-Amiri", "the",
    "The", "of", "and", "for", "Ministry", "Minister", "Defence", "U.S.", "US", "UN", "Russia",
    "Russian", "Iraqi", "forces", "Washington", "Georgia", "May", "March", "Mr.", "said", "in",
    "has", "Kim", "Smith", "John", "Ann", "spokesman", "who", "heads", "general", "minister", ",",
    ".", "(", ")", "“", "”", '"', "&", "'s", "’s", "-", "—", "R.", "NATO", "\n\n", "5", "Foreign",
    "People", "Secretary", "State", "HELSINKI", "York", "New",
]  # fmt: skip

_PROSE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
_GLUED = st.lists(st.sampled_from(WORDS), max_size=20).map("".join)


@given(_PROSE | _GLUED | st.text(max_size=80))
def test_any_text(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    entities = find(article)
    assert find(article) == entities
    assert [each.first for each in entities] == sorted(each.first for each in entities)
    spans = sorted(mention.span for each in entities for mention in each.mentions)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    for span in spans:
        assert len(span) > 0
        assert span.end <= len(article.text)
        for edge in (span.start, span.end):
            around = article.text[max(0, edge - 1) : edge + 1]
            assert edge in (0, len(article.text)) or not around.isalnum()
    for each in entities:
        assert each.cue
        assert each.name in article.text
        assert each.role is None or each.role in article.text
        assert each.role is None or each.kind is EntityKind.PERSON
        assert list(each.mentions) == sorted(each.mentions, key=lambda one: one.span)


def test_a_run_of_capitals_without_an_end() -> None:
    assert isinstance(found("Russian " * 3000 + "von " * 3000), tuple)


def test_ten_times_the_text_is_ten_times_the_work() -> None:
    def work(count: int) -> int:
        text = "\n\n".join(
            f"General Jo{chr(97 + n % 26)} Smith{'abcdefghij'[n % 10]} met Mr Smith and the"
            f" minister of the Ministry of Number {n}, Minister Ann Roe{n}. The minister and the"
            f" Ministry said Washington, in the U.S., would help. Smith left."
            for n in range(count)
        )
        article = readers.read_pasted(text)
        parts = sentences.find(article, unchecked)
        names.find(article, parts, unchecked)  # word lists are read once
        return counting.calls(lambda: names.find(article, parts, unchecked))

    assert work(100) < 11 * work(10)
