"""Days that tell when the article was written."""

from __future__ import annotations

import pytest

from briefing import readers
from briefing.analysis import annotate
from briefing.model.timeline import timeline

MORE = "They spoke for a long time, and said little of it.\n\nThe palace was empty at the end."


@pytest.mark.parametrize(
    "text",
    [
        "HELSINKI, Sept 22 (Reuters) - The ministers met on 20 September 2021.",
        "Sept. 22, 2021 — The ministers met on 20 September 2021.",
        "KARLSTADT, Poland, 22 September 2021 (AFP) – The ministers met on 20 September 2021.",
        "Talks end\n\nTbilisi, 22 September 2021\n\nThe ministers met on 20 September 2021.",
    ],
)
def test_a_dateline_is_no_event(text: str) -> None:
    found = annotate(readers.read_pasted(f"{text} {MORE}"), ())
    assert [each.shown for each in timeline(found)] == ["Mon 20 September 2021"]
    first, second = found.dates
    assert first.of_writing
    assert first.cue.startswith("dateline: ")
    assert not second.of_writing


@pytest.mark.parametrize(
    "text",
    [
        "On 22 September 2021 - a Wednesday - the ministers met in the palace.",
        "The ministers met on 22 September 2021.",
        "By 22 September 2021: all will be over, the ministers said.",
    ],
)
def test_a_day_at_the_head_of_a_sentence_is_an_event(text: str) -> None:
    (only, *_) = annotate(readers.read_pasted(f"{text} {MORE}"), ()).dates
    assert not only.of_writing
