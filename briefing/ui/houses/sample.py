"""A briefing to show a house style with, where the person has none on the desk yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefing import paths, pipeline
from briefing.model import edits
from briefing.model.draft import Draft
from briefing.model.topic import Topic
from briefing.progress import Checkpoint
from briefing.session import Desk, Session

_FIELDS = {
    "title": "Military talks in Helsinki",
    "to": "The Minister",
    "from": "The desk",
    "date": "2021-09-23",
    "bottom_line": "The two chiefs of staff met and agreed to go on talking.",
}
"""What the form of a template may ask for."""


def desk(draft: Draft, topics: Sequence[Topic], checkpoint: Checkpoint) -> Desk:
    """The sample article in an empty ``draft``, filled in. Raises what ``pipeline.load`` raises."""
    loaded = pipeline.load(next((paths.ASSETS / "sample").glob("*.txt")), checkpoint=checkpoint)
    session = Session(draft)
    session.add(loaded, pipeline.annotate(loaded.article, topics, checkpoint))
    filled = session.draft
    for id, text in _FIELDS.items():
        filled = edits.set_field(filled, id, text)
    card = replace(loaded.article.card, outlet="The Paper", published=date(2021, 9, 22))
    session.apply(edits.set_card(filled, loaded.article.id, card), "sample")
    return session.desk
