from __future__ import annotations

from pathlib import Path

import desk

from briefing.model import edits
from briefing.model.draft import Draft
from briefing.pipeline import Loaded
from briefing.session import Session


def session() -> Session:
    made = Session()
    article, annotations = desk.example()
    made.add(Loaded(article, b"bytes"), annotations)
    return made


def retitled(of: Session, title: str) -> Draft:
    return edits.set_field(of.draft, "title", title)


def test_the_first_article_is_nothing_to_undo_or_save() -> None:
    opened = session()
    assert opened.draft.articles
    assert opened.undo_label is None
    assert not opened.unsaved


def test_edits_are_undone_and_redone_step_by_step() -> None:
    desk_ = session()
    before = desk_.draft
    desk_.apply(retitled(desk_, "One"), "one")
    desk_.apply(retitled(desk_, "Two"), "two")
    assert desk_.undo() == "two"
    assert desk_.draft.field("title") == "One"
    assert desk_.undo() == "one"
    assert desk_.draft == before
    assert desk_.undo() is None
    assert desk_.redo() == "one"
    assert (desk_.undo_label, desk_.redo_label) == ("one", "two")


def test_a_new_edit_ends_what_could_be_redone() -> None:
    desk_ = session()
    desk_.apply(retitled(desk_, "One"), "one")
    desk_.undo()
    desk_.apply(retitled(desk_, "Two"), "two")
    assert desk_.redo() is None


def test_letters_typed_into_one_field_are_one_step() -> None:
    desk_ = session()
    for text in ("T", "Ti", "Title"):
        desk_.apply(retitled(desk_, text), "typing", "field title")
    desk_.undo()
    assert desk_.draft.field("title") == ""


def test_leaving_the_field_ends_the_step() -> None:
    desk_ = session()
    desk_.apply(retitled(desk_, "T"), "typing", "field title")
    desk_.end_merge()
    desk_.apply(retitled(desk_, "Ti"), "typing", "field title")
    desk_.undo()
    assert desk_.draft.field("title") == "T"


def test_typing_after_undo_is_a_step_of_its_own() -> None:
    desk_ = session()
    desk_.apply(retitled(desk_, "T"), "typing", "field title")
    desk_.undo()
    desk_.apply(retitled(desk_, "X"), "typing", "field title")
    desk_.undo()
    assert desk_.draft.field("title") == ""


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    desk_ = session()
    assert not desk_.apply(desk_.draft, "nothing")
    assert desk_.undo_label is None


def test_work_is_unsaved_until_that_very_draft_is_saved() -> None:
    desk_ = session()
    desk_.apply(retitled(desk_, "One"), "one")
    saved = desk_.draft
    desk_.apply(retitled(desk_, "Two"), "two")
    desk_.saved(saved, Path("x.briefing"))
    assert desk_.unsaved
    desk_.undo()
    assert not desk_.unsaved


def test_opening_a_second_article_can_be_undone_and_redone() -> None:
    desk_ = session()
    other = desk.article("Another one.", name="other.txt")
    assert desk_.add(Loaded(other, b"x"), desk.annotations(other, "Another one."))
    assert len(desk_.desk.articles) == 2
    desk_.undo()
    assert [each.name for each in desk_.desk.articles] == ["article.txt"]
    desk_.redo()
    assert [each.name for each in desk_.desk.annotations and desk_.desk.articles] == [
        "article.txt",
        "other.txt",
    ]


def test_the_same_article_is_not_put_on_the_desk_twice() -> None:
    desk_ = session()
    article, annotations = desk.example()
    assert not desk_.add(Loaded(article, b"bytes"), annotations)


def test_what_was_undone_before_the_first_article_cannot_take_it_away() -> None:
    desk_ = Session()
    desk_.apply(retitled(desk_, "One"), "one")
    desk_.undo()
    article, annotations = desk.example()
    desk_.add(Loaded(article, b"bytes"), annotations)
    assert desk_.redo() is None
    assert desk_.draft.articles
