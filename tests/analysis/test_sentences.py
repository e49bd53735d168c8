"""Sentences within paragraphs."""

from __future__ import annotations

from itertools import pairwise

import cases
from hypothesis import given
from hypothesis import strategies as st

from briefing import readers
from briefing.analysis import annotate, sentences
from briefing.errors import EmptySource


@cases.each("sentences.txt")
def test_sentences(case: cases.Case) -> None:
    language, colon, _ = case.name.partition(": ")
    found = sentences.split(case.text, language if colon else "en")
    assert [span.of(case.text) for span in found] == case.expected


def test_the_language_is_the_articles() -> None:
    text = "Der Kanzler hat die Minister am 3. März in der Stadt getroffen und ist dann nach Hause."
    assert len(annotate(readers.read_pasted(text), ()).sentences) == 1


@given(
    st.text(max_size=200)
    | st.text(st.sampled_from("Aab .!?\"“”'’)(\n…1"), max_size=200)
    | st.lists(
        st.sampled_from(
            ["Gen.", "U.S.", "No.", "“Why?”", "he", "Army", ".", '"', "5", "\n\n", "said."]
        )
    ).map(" ".join)
)
def test_sentences_cover_every_paragraph(text: str) -> None:
    try:
        article = readers.read_pasted(text)
    except EmptySource:
        return
    found = annotate(article, ()).sentences
    assert [each.id for each in found] == [f"s{number + 1}" for number in range(len(found))]
    for paragraph in article.paragraphs:
        spans = [each.span for each in found if each.paragraph == paragraph.id]
        texts = [span.of(article.text) for span in spans]
        assert all(each and each == each.strip() for each in texts)
        assert spans == sorted(spans)
        assert all(paragraph.span.covers(span) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert "".join("".join(texts).split()) == "".join(article.text_of(paragraph).split())
