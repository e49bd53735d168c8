"""Who vouches for each sentence."""

from __future__ import annotations

import cases
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import annotate
from briefing.errors import EmptySource
from briefing.model.annotations import ClaimKind
from briefing.model.article import Role


@cases.each("claims.txt")
def test_claims(case: cases.Case) -> None:
    found = annotate(readers.read_pasted(case.text), ()).claims
    assert [f"{c.kind} | {c.speaker or '-'} | {c.cue or '-'}" for c in found] == case.expected


WORDS = [
    "said", "told", "saying", "according", "to", "the", "ministry", "Jane", "Roe", "he", ",", ".",
    '"', "“", "”", "that", "was", "could", "not", "and", "of", "spokesman", "Monday", ":", "\n\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=100))
def test_one_claim_for_each_sentence_of_the_body(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    annotations = annotate(article, ())
    body = {each.id for each in article.paragraphs if each.role is Role.BODY}
    expected = [each.id for each in annotations.sentences if each.paragraph in body]
    assert [claim.sentence for claim in annotations.claims] == expected
    for claim in annotations.claims:
        # A claim never has a speaker the article does not name, letter for letter.
        assert claim.speaker is None or claim.speaker in article.text
        assert (claim.kind is ClaimKind.REPORTED) == (claim.cue is None)
        if claim.kind in (ClaimKind.REPORTED, ClaimKind.INFERENCE):
            assert claim.speaker is None
