"""Who vouches for each sentence."""

from __future__ import annotations

import cases
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import annotate
from briefing.errors import EmptySource
from briefing.model.annotations import Claim, ClaimKind
from briefing.model.article import Role


@cases.each("claims.txt")
def test_claims(case: cases.Case) -> None:
    found = annotate(readers.read_pasted(case.text), ()).claims
    assert [line(each) for each in found] == case.expected


def line(claim: Claim) -> str:
    parts = (claim.kind, claim.speaker or "-", claim.cue or "-", claim.strength)
    return " | ".join(each for each in parts if each)


WORDS = [
    "said", "told", "saying", "according", "to", "the", "ministry", "Jane", "Roe", "he", ",", ".",
    '"', "“", "”", "that", "was", "could", "not", "and", "of", "spokesman", "Monday", ":", "\n\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=100))
def test_one_claim_for_each_sentence_of_body_and_headings(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    annotations = annotate(article, ())
    roles = (Role.BODY, Role.HEADING)
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
