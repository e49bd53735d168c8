"""Whatever is set, no word is lost, doubled or moved."""

from __future__ import annotations

import io

from gold import read, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate
from setting import Box, Sheet, Type

WORD = st.text(st.sampled_from("abcdefgimnorstuvwABÉéüñ"), min_size=1, max_size=12)
PARAGRAPH = st.lists(WORD, min_size=1, max_size=90).map(" ".join)
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=14)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_the_same_words_come_back(paragraphs: list[str]) -> None:
    out = io.BytesIO()
    style = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=13, spaceAfter=8)
    document = SimpleDocTemplate(out, invariant=1)
    document.build([Paragraph(each, style) for each in paragraphs])
    assert " ".join(texts(read(out.getvalue()))) == " ".join(paragraphs)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.sampled_from([2, 3]), st.booleans(), st.booleans())
def test_in_columns_too(paragraphs: list[str], count: int, justified: bool, indented: bool) -> None:
    sheet = Sheet()
    width = 500 / count - 15
    boxes: list[Box | None] = []
    for _ in range(9):
        boxes += [Box(50 + number * (width + 15), 60, width, 780) for number in range(count)]
        boxes.append(None)
    style = Type(justified=justified, indent=12 if indented else 0, after=0 if indented else 6)
    sheet.flow(paragraphs, boxes, style)
    found = " ".join(texts(read(sheet.data()))).replace(" | ", " ").split()
    assert sorted(found) == sorted(" ".join(paragraphs).split())
