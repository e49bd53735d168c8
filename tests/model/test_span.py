from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.span import Source, Span, overlapping, union

OFFSETS = st.integers(0, 50)
SPANS = st.tuples(OFFSETS, OFFSETS).map(lambda each: Span(min(each), max(each)))


def test_a_span_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@given(SPANS, SPANS)
def test_spans_share_what_their_intersection_says(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    meet = one.intersection(other)
    assert (set(range(meet.start, meet.end)) if meet else set()) == shared
    assert one.overlaps(other) is bool(shared) or not len(one) or not len(other)


@given(st.text(alphabet="ab \n", max_size=30))
def test_trimming_leaves_out_only_white_space(text: str) -> None:
    trimmed = Span(0, len(text)).trimmed(text)
    assert (trimmed.of(text) if trimmed else "") == text.strip()


@given(SPANS)
def test_a_source_is_read_back_as_written(span: Span) -> None:
    assert Source.parse(str(Source("abc:def", span))) == Source("abc:def", span)


@pytest.mark.parametrize("text", ["", "1-2", ":1-2", "a:1", "a:x-y", "a:2-1"])
def test_what_is_no_source_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Source.parse(text)


@dataclass(frozen=True)
class Word:
    span: Span


@given(st.text(alphabet="a ", max_size=40), SPANS)
def test_what_overlaps_is_found_as_by_looking_at_each(text: str, span: Span) -> None:
    words = tuple(Word(Span(*each.span())) for each in re.finditer("a+", text))
    wanted = tuple(each for each in words if len(span) and each.span.overlaps(span))
    assert overlapping(words, span) == wanted


@given(st.lists(SPANS, max_size=8))
def test_a_union_holds_the_same_characters_once(spans: list[Span]) -> None:
    joined = union(spans)
    characters = [each for span in joined for each in range(span.start, span.end)]
    assert characters == sorted({c for span in spans for c in range(span.start, span.end)})
    assert all(one.end < other.start for one, other in pairwise(joined))
