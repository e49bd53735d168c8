"""How far the analysis of a text has got."""

from __future__ import annotations

import gc

import pytest

from briefing import analysis, readers
from briefing.analysis import annotate
from briefing.errors import Cancelled
from briefing.model.topic import Topic

TEXT = "\n\n".join(
    f"The guards said they met at the border on day {n}. It rained." for n in range(60)
)
PASSES = 6
TOPICS = (Topic("border", "Border", "#d55e00", ("border", "guards"), ()),)


def test_progress_only_rises_and_is_told_at_every_paragraph_of_each_pass() -> None:
    told: list[tuple[int, int]] = []
    article = readers.read_pasted(TEXT)
    annotate(article, TOPICS, lambda done=0, total=0, /: told.append((done, total)))
    done = [each for each, _ in told]
    assert {total for _, total in told} == {PASSES * len(article.paragraphs)}
    assert done == sorted(done)
    assert len(done) >= PASSES * len(article.paragraphs)
    assert max(done) <= PASSES * len(article.paragraphs)


@pytest.mark.parametrize("at", [1, 70, 130, 190, 250, 310])
def test_it_can_be_cancelled_in_any_pass(at: int) -> None:
    count = 0

    def stop(_done: int = 0, _total: int = 0, /) -> None:
        nonlocal count
        count += 1
        if count == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        annotate(readers.read_pasted(TEXT), TOPICS, stop)


def test_a_long_text_is_looked_through_in_peace(monkeypatch: pytest.MonkeyPatch) -> None:
    """No collection of cycles meanwhile; and as before afterwards, even if it was cancelled."""
    monkeypatch.setattr(analysis, "_LONG", 1000)
    article, was_on = readers.read_pasted(TEXT), gc.isenabled()
    seen: set[bool] = set()
    gc.enable()
    try:
        annotate(article, TOPICS, lambda *_: seen.add(gc.isenabled()))
        assert seen == {False}
        assert gc.isenabled()

        def stop(_done: int = 0, _total: int = 0, /) -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            annotate(article, TOPICS, stop)
        assert gc.isenabled()
    finally:
        gc.unfreeze()
        if not was_on:
            gc.disable()
