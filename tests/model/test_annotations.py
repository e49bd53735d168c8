"""Looking things up in what was found."""

from __future__ import annotations

import desk
import pytest

from briefing.model.annotations import Annotations, Claim, ClaimKind
from briefing.model.span import Span


def test_a_sentence_is_found_by_its_id() -> None:
    _, found = desk.example()
    assert [found.sentence(each.id) for each in found.sentences] == list(found.sentences)
    with pytest.raises(IndexError):
        found.sentence("s5")


def test_claims_are_those_of_the_sentences_in_a_span() -> None:
    """Furniture has sentences and no claims."""
    texts = [f"Sentence number {each} is here." for each in range(12)]
    article = desk.article(" | ".join(texts))
    sentences = desk.annotations(article, " | ".join(texts)).sentences
    claims = tuple(
        Claim(each.id, ClaimKind.REPORTED, None, None) for each in sentences[1:] if each.id != "s7"
    )
    found = Annotations(article.id, sentences, (), claims)
    by_id = {each.sentence: each for each in claims}
    for first in range(12):
        for last in range(first, 12):
            span = Span(sentences[first].span.start + 3, sentences[last].span.end - 3)
            wanted = [by_id[e.id] for e in sentences[first : last + 1] if e.id in by_id]
            assert list(found.claims_in(span)) == wanted
    assert found.claims_in(Span(5, 5)) == ()
    assert Annotations(article.id, (), (), ()).claims_in(Span(0, 9)) == ()
