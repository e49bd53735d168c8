"""How each point says where it comes from: by a mark, a note, an annex or a comment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import found
import pytest
from found import row

from briefing import pipeline
from briefing.model import edits, fact_edits
from briefing.model.brief import Brief, Heading, Note, Notes, Run, Table
from briefing.model.corrections import Fact
from briefing.model.draft import Draft

MARKS = "marks in the text"


def draft(sources: str, **card: object) -> Draft:
    made = edits.add_article(Draft(), found.article(), found.annotations())
    known = {"outlet": "The Daily", "published": date(2021, 9, 22)}
    made = edits.set_card(made, made.articles[0], replace(made.cards[0], **(known | card)))
    made = edits.set_field(made, "sources", sources)
    return fact_edits.add_row(made, row(Fact.CLAIM, found.PARTS[0]))


def brief(made: Draft, *, reviewing: bool = False) -> Brief:
    articles, annotations = (found.article(),), (found.annotations(),)
    return pipeline.compose(made, articles, annotations, reviewing=reviewing).brief


def said(brief: Brief) -> list[str]:
    return [
        "".join(each.text for each in note.inlines).replace("\N{NO-BREAK SPACE}", " ")
        for note in brief.numbered()
    ]


def marks(brief: Brief) -> list[str]:
    return [
        each.text
        for block in brief.blocks
        if not isinstance(block, Table)
        for each in block.inlines
        if isinstance(each, Run) and each.mark
    ]


@pytest.mark.parametrize("place", ["footnotes", "endnotes"])
def test_a_note_names_the_source_the_day_and_the_place(place: str) -> None:
    made = brief(draft(place))
    assert made.notes == Notes(place)
    assert said(made) == ["The Daily, 22 September 2021, ¶1."]
    (note,) = made.numbered()
    assert [str(each.span.of(found.article().text)) for each in note.sources] == [found.PARTS[0]]
    assert marks(made) == []


def test_only_the_first_note_of_an_article_names_it_in_full() -> None:
    made = draft("footnotes", title="Talks")
    made = fact_edits.add_row(made, row(Fact.CLAIM, "Poland last held such talks in 2019."))
    assert said(brief(made)) == [
        "The Daily, “Talks”, 22 September 2021, ¶1.",
        "The Daily, ¶3.",
    ]


def test_marks_stand_in_the_text() -> None:
    made = brief(draft(MARKS))
    assert said(made) == []
    assert [each.strip() for each in marks(made)] == ["¶1"]


def test_an_annex_has_a_heading_of_its_own() -> None:
    made = brief(draft("annex"))
    headings = [each.inlines[0] for each in made.blocks if isinstance(each, Heading)]
    assert Run("Annex: where each point comes from") in headings
    assert [each.strip("\N{NO-BREAK SPACE}") for each in marks(made)] == ["[1]"]


@pytest.mark.parametrize("sources", ["footnotes", "annex", MARKS])
def test_a_reviewers_copy_has_comments_whatever_was_chosen(sources: str) -> None:
    made = brief(draft(sources), reviewing=True)
    assert made.notes is Notes.COMMENTS
    assert [
        each.startswith("The Daily, 22 September 2021, ¶1. Read as ") for each in said(made)
    ] == [True]
    assert marks(made) == []


def test_without_an_outlet_a_note_names_the_title_or_the_file() -> None:
    assert said(brief(draft("footnotes", outlet="", title="Talks", published=None))) == [
        "“Talks”, ¶1."
    ]
    (only,) = said(brief(draft("footnotes", outlet="", title="", published=None)))
    assert only == f"{found.article().name}, ¶1."


def test_a_foreign_article_is_marked_as_such() -> None:
    made = brief(draft("footnotes", language="uk"))
    foreign = [
        each.text
        for block in made.blocks
        if not isinstance(block, Table)
        for each in block.inlines
        if isinstance(each, Run) and each.language == "uk"
    ]
    assert foreign == [found.PARTS[0]]
    same = brief(draft("footnotes", language="en-US"))
    assert not any(
        isinstance(each, Run) and each.language
        for block in same.blocks
        if not isinstance(block, Table)
        for each in block.inlines
    )
    assert any(isinstance(each, Note) for each in made.numbered())
