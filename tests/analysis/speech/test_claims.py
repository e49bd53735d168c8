"""Who vouches for each sentence."""

from __future__ import annotations

import cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import annotate
from briefing.errors import EmptySource
from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.article import Article, Role


@cases.each("claims.txt")
def test_claims(case: cases.Case) -> None:
    found = annotate(readers.read_pasted(case.text), ()).claims
    assert [line(each) for each in found] == case.expected


FILES = ("claims.txt", "quotations.txt", "quotations_by_style.txt")


@pytest.mark.parametrize("file", FILES)
def test_the_cue_is_in_the_sentence_letter_for_letter(file: str) -> None:
    for case in cases.load(file):
        article = readers.read_pasted(case.text)
        found = annotate(article, ())
        for claim in found.claims:
            words = article.text_of(found.sentence(claim.sentence).span)
            cue = claim.cue or ""
            if claim.kind is ClaimKind.INFERENCE:
                assert cue in ("question", "headline question") or cue in words
            elif claim.kind is ClaimKind.ATTRIBUTED:
                announced = cue.startswith("after “") and cue.endswith(":”")
                assert cue
                assert announced or cue in words


def captioned(*parts: str) -> tuple[Article, Annotations]:
    """An article whose paragraphs but for the first and the last are captions."""
    article = readers.read_pasted("\n\n".join(parts))
    article = article.with_roles({each.id: Role.CAPTION for each in article.paragraphs[1:-1]})
    return article, annotate(article, ())


def test_captions_have_claims_in_the_order_of_the_text() -> None:
    _, found = captioned(
        "Colonel Ann Roe came at noon. She said the dam would hold.",
        "Minister Karl Brandt could resign soon, aides said.",
        "The dam could fail within days.",
        "She said the river was high.",
    )
    assert [each.sentence for each in found.claims] == ["s1", "s2", "s3", "s4", "s5"]
    assert [line(each) for each in found.claims] == [
        "reported | - | -",
        "attributed | Ann Roe | said",
        "attributed | aides | said",
        "inference | - | could | weak",
        "attributed | Ann Roe | said",
    ]


def test_he_in_a_caption_is_nobody_of_another() -> None:
    _, found = captioned(
        "The dam was full at noon.", "Karl Brandt came late.", "He said no.", "It rained."
    )
    assert line(found.claims[2]) == "attributed | - | said"


def test_a_speech_goes_on_past_a_caption() -> None:
    article, found = captioned(
        "Ann Roe said: “The river is high.", "The dam. “A wall,” Karl Brandt said.", "“We wait.”"
    )
    said = [(article.text_of(each.span), each.speaker) for each in found.quotations]
    assert said == [
        ("The river is high.", "Ann Roe"), ("A wall,", "Karl Brandt"), ("We wait.", "Ann Roe")
    ]  # fmt: skip


def line(claim: Claim) -> str:
    parts = (claim.kind, claim.speaker or "-", claim.cue or "-", claim.strength)
    return " | ".join(each for each in parts if each)


WORDS = [
    "said", "told", "saying", "according", "to", "the", "ministry", "Jane", "Roe", "he", ",", ".",
    '"', "“", "”", "that", "was", "could", "not", "and", "of", "spokesman", "Monday", ":", "\n\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=100))
def test_one_claim_for_each_sentence_but_of_furniture(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    annotations = annotate(article, ())
    roles = (Role.BODY, Role.HEADING, Role.CAPTION)
    analysed = {each.id for each in article.paragraphs if each.role in roles}
    expected = [each.id for each in annotations.sentences if each.paragraph in analysed]
    assert [claim.sentence for claim in annotations.claims] == expected
    for claim in annotations.claims:
        # A claim never has a speaker the article does not name, letter for letter.
        assert claim.speaker is None or claim.speaker in article.text
        assert (claim.kind is ClaimKind.REPORTED) == (claim.cue is None)
        assert (claim.kind is ClaimKind.INFERENCE) == bool(claim.strength)
        if claim.kind in (ClaimKind.REPORTED, ClaimKind.INFERENCE):
            assert claim.speaker is None


def test_a_headline_that_asks_is_an_inference() -> None:
    article = readers.read_pasted("Will the dam hold?\n\nThe dam was built in 1951. It is old.")
    asked = article.with_roles({article.paragraphs[0].id: Role.HEADING})
    first = annotate(asked, ()).claims[0]
    assert (first.kind, first.cue) == (ClaimKind.INFERENCE, "headline question")
