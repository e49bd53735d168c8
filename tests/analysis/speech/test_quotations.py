"""Whose words stand between quotation marks."""

from __future__ import annotations

import cases
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import annotate, sentences, speech
from briefing.errors import EmptySource
from briefing.model.article import Article
from briefing.model.facts import Quotation
from briefing.progress import unchecked


def quotations(text: str) -> tuple[Article, tuple[Quotation, ...]]:
    article = readers.read_pasted(text)
    return article, annotate(article, ()).quotations


def line(article: Article, found: Quotation) -> str:
    speaker = found.speaker or "; ".join(("?", *found.candidates) if found.candidates else "-")
    return f"{article.text_of(found.span)} | {speaker} | {found.role or '-'} | {found.cue}"


@cases.each("quotations.txt")
def test_quotations(case: cases.Case) -> None:
    article, found = quotations(case.text)
    assert ([line(article, each) for each in found] or ["-"]) == case.expected


@cases.each("quotations_by_style.txt")
def test_quotations_by_style(case: cases.Case) -> None:
    article, found = quotations(case.text)
    lines = [f"{article.text_of(each.span)} | {each.speaker or '-'}" for each in found]
    assert (lines or ["-"]) == case.expected


def test_a_split_quotation_goes_on_from_its_first_part() -> None:
    _, (first, second, third) = quotations(
        '"The river," said Ann Roe, "is high." "We wait," she said.'
    )
    assert second.continues == first.span
    assert first.continues is None
    assert third.continues is None


def test_a_speech_goes_on_in_the_next_paragraph() -> None:
    _, (first, second) = quotations("Ann Roe said: “The river is high.\n\n“We shall wait.”")
    assert second.continues == first.span


def test_it_is_shown_where_the_speaker_is_named() -> None:
    text = 'Colonel Ann Roe came late. "The river is high," she said. "We wait."'
    article, found = quotations(text)
    assert [each.named and article.text_of(each.named) for each in found] == ["she", "she"]


def test_without_names_the_attributions_are_enough() -> None:
    text = 'Ann Roe, the mayor, said no. "The river is high," Roe said.'
    article = readers.read_pasted(text)
    (found,), _ = speech.find(article, sentences.find(article, unchecked), (), unchecked)
    assert found.speaker == "Ann Roe"
    assert found.role == "mayor"


WORDS = [
    "said", "called", "according to", "told", "Ann", "Roe", "he", "they", "the", "ministry", "it",
    ",", ".", ":", "?", '"', "“", "”", "‘", "’", "'", "«", "»", "„", "‹", "›", "Q:", "A:", "ROE:",
    "who", "was", "by", "as", "saying", "May", "n't", "\n\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=120))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    try:
        article, found = quotations(text)
    except EmptySource:
        return
    end = 0
    for each in found:
        assert each.span.start >= end, "in order, and none overlaps another"
        end = each.span.end
        words = article.text_of(each.span)
        assert words == words.strip() != ""
        (paragraph,) = article.paragraphs_in(each.span)
        assert paragraph.id == each.paragraph
        assert each.speaker is None or each.speaker in article.text
        assert each.speaker is None or not each.candidates
        assert each.cue
