"""Any brief there can be, and those an officer would write."""

from __future__ import annotations

import io

import pytest
from briefs import SAMPLES, WORDS, briefs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_rules import all_faults
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

from briefing.model.brief import Brief
from briefing.writers import house
from briefing.writers.layout import lay
from briefing.writers.layout.laid import Line
from briefing.writers.options import Options
from briefing.writers.pdf import write
from briefing.writers.pdf.document import build

STYLES = ("modern", "classical", "plain")
FEW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("style", STYLES)
def test_samples(name: str, style: str) -> None:
    brief = SAMPLES[name]
    assert all_faults(write(brief, house.load(style), Options()).data, brief) == []


@pytest.mark.parametrize("style", STYLES)
def test_lines_end_where_the_layout_says(style: str) -> None:
    """Justified ones, with ligatures and kerning, too."""
    laid = lay(SAMPLES["people"], house.load(style))
    data = build(SAMPLES["people"], laid, Options())
    compared = 0
    for page, painted in zip(laid.pages, extract_pages(io.BytesIO(data)), strict=True):
        seen = [each for each in _letters(painted) if not each.get_text().isspace()]
        lines = [each for each in page.items if isinstance(each, Line) and len(each.place) == 1]
        for line in lines:
            if line.text.strip():
                end = line.x + line.width - line.pieces[-1].spacing
                ends = [each.x1 for each in seen if abs(each.matrix[5] - line.y) < 0.1]
                # the last letter may be kerned with the space that follows it
                assert max(ends) == pytest.approx(end, abs=0.7), line.text
                compared += 1
    assert compared > 40


def _letters(item: object) -> list[LTChar]:
    if isinstance(item, LTChar):
        return [item]
    return [c for each in getattr(item, "_objs", []) for c in _letters(each)]


@FEW
@given(briefs(), st.sampled_from(STYLES))
def test_any_brief(brief: Brief, style: str) -> None:
    assert all_faults(write(brief, house.load(style), Options()).data, brief) == []


@FEW
@given(briefs(words=WORDS, most=6))
def test_any_letters(brief: Brief) -> None:
    assert all_faults(write(brief, house.load(), Options()).data, brief) == []
