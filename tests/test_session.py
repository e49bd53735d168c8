from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import desk
import found

from briefing import pipeline, readers
from briefing.model import edits, fact_edits, revising
from briefing.model.article import ReadAs, Role
from briefing.model.corrections import Act, Correction, Fact
from briefing.model.draft import Draft
from briefing.model.facts import GapKind
from briefing.model.span import Source, Span
from briefing.pipeline import Loaded
from briefing.progress import unchecked
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


# ---------------------------------------------------------------- roles and readings


def with_role(of: Session, role: Role = Role.CAPTION) -> Draft:
    """Give the second paragraph another role, with what is found then."""
    id = of.draft.articles[0]
    read = of.source(id).article
    draft = edits.set_role(of.draft, read, "p2", role)
    found = desk.annotations(read, *desk.PARAGRAPHS, sections={desk.TALKS: {"s1": True}})
    of.take_over((found,), draft, "a role")
    return draft


def test_the_desk_has_the_roles_that_the_person_gave() -> None:
    made = session()
    with_role(made)
    assert [each.role for each in made.desk.articles[0].paragraphs] == [Role.BODY, Role.CAPTION]
    assert made.desk.articles[0] is made.desk.articles[0], "views go by identity"
    assert [each.topic.id for each in made.desk.annotations[0].sections] == ["talks"]


def test_undo_and_redo_find_what_was_found_for_their_roles() -> None:
    made = session()
    before = made.desk
    with_role(made)
    after = made.desk
    made.undo()
    assert made.desk == before
    made.redo()
    assert made.desk == after


def test_what_no_draft_can_come_back_to_is_forgotten() -> None:
    made = session()
    for role in (Role.CAPTION, Role.NOTICE, Role.RELATED):
        with_role(made, role)
        made.undo()
    assert len(made._annotations) == 2


def test_a_project_keeps_articles_as_they_were_read_and_how() -> None:
    made = session()
    other, how = desk.article("Another one."), ReadAs(encoding="cp1251")
    made.add(Loaded(other, b"x", how=how), desk.annotations(other, "Another one."))
    with_role(made)
    project = made.project()
    assert project.articles[0].paragraphs[1].role is Role.BODY
    assert project.how[other.id] == how
    again = Session.opened(project, made.desk.annotations, None)
    assert again.desk == made.desk
    assert again.source(other.id).how == how


def test_another_reading_is_one_step() -> None:
    made = session()
    old = made.source(made.draft.articles[0])
    new = desk.article("Read another way.")
    found = desk.annotations(new, "Read another way.")
    draft = revising.replace_article(made.draft, old.article, new, found)
    how = ReadAs(encoding="cp1251")
    assert made.read_again(Loaded(new, old.data, how=how), found, draft, "reading again")
    assert made.desk.articles == (new,)
    assert made.source(new.id).how == how
    made.undo()
    assert made.desk.articles == (old.article,)


def facts() -> Session:
    made = Session()
    made.add(Loaded(found.article(), b"bytes"), found.annotations())
    return made


def test_what_was_found_is_shown_with_the_persons_corrections() -> None:
    work = facts()
    id = found.article().id
    assert work.annotations(id) is work.annotations(id)
    gone = found.correction(Act.DISMISS, Fact.ENTITY, "Gdynia")
    work.apply(fact_edits.correct(work.draft, gone), "dismissing")
    names = [each.name for each in work.annotations(id).entities]
    assert names == ["Ann Roe", "Jan Kowal", "Poland"]
    assert work.desk.annotations[0] is work.annotations(id)
    work.undo()
    assert work.annotations(id) == found.annotations()


def test_days_and_gaps_follow_the_source_card() -> None:
    work = Session()
    article = readers.read_pasted("The two ministers met on Wednesday in the old town of Gdynia.")
    work.add(Loaded(article, b"bytes"), pipeline.annotate(article, ()))
    assert {each.kind for each in work.annotations(article.id).gaps} >= {
        GapKind.NO_DATE, GapKind.NO_OUTLET,
    }  # fmt: skip
    assert [each.value for each in work.annotations(article.id).dates] == [None]
    card = replace(article.card, published=date(2021, 9, 24), outlet="The Courier")
    work.apply(edits.set_card(work.draft, article.id, card), "typing")
    assert [each.value for each in work.annotations(article.id).dates] == ["2021-09-22"]
    kinds = {each.kind for each in work.annotations(article.id).gaps}
    assert kinds.isdisjoint({GapKind.NO_DATE, GapKind.NO_OUTLET})
    work.undo()
    assert [each.value for each in work.annotations(article.id).dates] == [None]


def test_what_is_corrected_is_asked_no_more() -> None:
    work = Session()
    article = readers.read_pasted(
        "Talks were opened by Jane Strelsau in the afternoon. Some 4,000 people came."
    )
    work.add(Loaded(article, b"bytes"), pipeline.annotate(article, ()))
    kinds = [each.kind for each in work.annotations(article.id).gaps]
    assert {GapKind.UNEXPLAINED, GapKind.NO_SOURCE} < set(kinds)
    start = article.text.index("Jane")
    who = Source(article.id, Span(start, start + len("Jane Strelsau")))
    explained = Correction(Act.ROLE, Fact.ENTITY, who, "mayor of the town")
    work.apply(fact_edits.correct(work.draft, explained), "role")
    assert GapKind.UNEXPLAINED not in {each.kind for each in work.annotations(article.id).gaps}
    second = article.text.index("Some")
    sentence = Source(article.id, Span(second, len(article.text)))
    said = Correction(Act.KIND, Fact.CLAIM, sentence, "attributed")
    work.apply(fact_edits.correct(work.draft, said), "kind")
    gaps = work.annotations(article.id).gaps
    assert GapKind.NO_SOURCE in {each.kind for each in gaps}  # by whom is still open
    who_says = Correction(Act.SPEAKER, Fact.CLAIM, sentence, "the mayor")
    work.apply(fact_edits.correct(work.draft, who_says), "speaker")
    assert {each.kind for each in work.annotations(article.id).gaps} == {
        GapKind.NO_DATE, GapKind.NO_OUTLET,
    }  # fmt: skip
    first = Source(article.id, Span(0, 0))
    gone = Correction(Act.DISMISS, Fact.GAP, first, "no date")
    work.apply(fact_edits.correct(work.draft, gone), "dismissing")
    assert [each.kind for each in work.annotations(article.id).gaps] == [GapKind.NO_OUTLET]


# ---------------------------------------------------------------- facts that come later


def half_found() -> tuple[Session, Loaded]:
    article = readers.read_pasted(
        "Talks were opened by Jane Strelsau on Wednesday. Some 4,000 people came."
    )
    loaded, work = Loaded(article, b"bytes"), Session()
    work.add(loaded, pipeline.sectioned(article, ()))
    return work, loaded


def decided(work: Session, loaded: Loaded) -> None:
    """What a person may do meanwhile."""
    article = loaded.article
    card = replace(article.card, published=date(2021, 9, 24), outlet="The Courier")
    work.apply(edits.set_card(work.draft, article.id, card), "typing")
    some = Source(article.id, Span(article.text.index("Some"), len(article.text)))
    said = Correction(Act.KIND, Fact.CLAIM, some, "attributed")
    work.apply(fact_edits.correct(work.draft, said), "kind")


def test_facts_that_come_later_are_no_edit_and_have_what_was_decided_meanwhile() -> None:
    work, loaded = half_found()
    ((article, begun),) = work.unfinished
    decided(work, loaded)
    assert work.annotations(article.id).claims == ()
    label = work.undo_label
    work.finish(begun, pipeline.with_facts(article, begun))
    assert work.unfinished == ()
    assert work.undo_label == label

    at_once = Session()
    at_once.add(loaded, pipeline.annotate(article, ()))
    decided(at_once, loaded)
    assert work.desk == at_once.desk
    assert work.desk.annotations[0].dates[0].value == "2021-09-22"
    work.undo()
    at_once.undo()
    assert work.desk == at_once.desk


def test_a_document_need_not_wait_for_the_facts() -> None:
    work, loaded = half_found()
    decided(work, loaded)
    at_once = Session()
    at_once.add(loaded, pipeline.annotate(loaded.article, ()))
    decided(at_once, loaded)
    assert work.desk != at_once.desk
    assert work.desk.completed(unchecked) == at_once.desk
    assert at_once.desk.completed(unchecked) == at_once.desk


def test_facts_that_come_too_late_change_nothing() -> None:
    work, _ = half_found()
    ((article, begun),) = work.unfinished
    whole = pipeline.annotate(article, ())
    work.take_over((whole,), retitled(work, "One"), "looking again")
    work.finish(begun, replace(pipeline.with_facts(article, begun), entities=()))
    assert work.annotations(article.id) is whole
