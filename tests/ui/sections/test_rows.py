from __future__ import annotations

from dataclasses import replace

from briefing.model.annotations import Annotations, ClaimKind
from briefing.model.article import Article
from briefing.model.draft import Draft, Section
from briefing.model.span import Source, Span
from briefing.ui.sections import rows
from briefing.ui.sections.describe import details, spoken, tooltip

Read = tuple[Article, Annotations]


def built(draft: Draft | None, *read: Read) -> rows.Rows:
    return rows.build(draft, rows.Facts([a for a, _ in read], [n for _, n in read]))


def test_no_draft_has_no_rows() -> None:
    assert built(None) == ()


def test_sections_are_counted_and_have_keys(read: Read, draft: Draft) -> None:
    heads = [section for section, _ in built(draft, read)]
    assert [(each.name, each.key, each.count_taken, each.count) for each in heads] == [
        ("Talks", 1, 2, 3),
        ("Ferry", 2, 2, 2),
        ("Other", 3, 0, 0),
    ]


def test_only_nine_sections_have_a_key(read: Read, draft: Draft) -> None:
    many = tuple(Section(f"n{each}", f"N{each}", "#0072b2") for each in range(11))
    keys = [section.key for section, _ in built(replace(draft, sections=many), read)]
    assert keys == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0]


def test_points_carry_mark_speaker_and_kind(read: Read, draft: Draft) -> None:
    points = [point for _, points in built(draft, read) for point in points]
    assert [details(each) for each in points] == [
        ("caption",),
        ("¶1", "reported"),
        ("¶2", "attributed", "reworded", "Mayor Lind"),  # in other words it is no quotation
        ("¶3", "inference", "Observers"),
        ("¶4", "attributed", "a clerk"),
    ]


def test_a_point_shows_its_wording_else_the_article(read: Read, draft: Draft) -> None:
    (_, talks), *_ = built(draft, read)
    assert [each.text for each in talks][1:] == ["The mayors met on Tuesday.", "She is in a hurry."]


def test_with_several_articles_the_mark_names_which(read: Read) -> None:
    article, annotations = read
    second = replace(article, id="bbbbbbbbbbbb"), replace(annotations, article="bbbbbbbbbbbb")
    facts = rows.Facts((article, second[0]), (annotations, second[1]))
    span = article.paragraphs[1].span
    assert facts.of(Source(article.id, span)).mark == "1 ¶1"
    assert facts.of(Source("bbbbbbbbbbbb", span)).mark == "2 ¶1"
    assert facts.of(Source("bbbbbbbbbbbb", article.paragraphs[0].span)).mark == "2 caption"


def test_text_over_several_paragraphs_has_both_marks_and_speakers(read: Read) -> None:
    article, annotations = read
    span = Span(article.paragraphs[1].span.start, article.paragraphs[3].span.end)
    facts = rows.Facts((article,), (annotations,)).of(Source(article.id, span))
    assert facts.mark == "¶1–3"
    assert facts.speakers == ("Mayor Lind", "Observers")
    assert facts.kind is ClaimKind.INFERENCE


def test_an_article_that_is_not_there_leaves_the_point_bare(draft: Draft) -> None:
    (_, talks), *_ = built(draft)
    assert talks[0].text == ""
    assert talks[0].facts.mark == ""


def test_a_sentence_in_two_sections_counts_once(draft: Draft) -> None:
    assert rows.sentences_taken(draft) == (4, 5)
    twice = replace(
        draft, points=(*draft.points, replace(draft.points[0], id="f", section="ferry"))
    )
    assert rows.sentences_taken(twice) == (4, 5)


def test_points_of_a_section_left_out_do_not_count(read: Read, draft: Draft) -> None:
    left = replace(draft, sections=(replace(draft.sections[0], taken=False), *draft.sections[1:]))
    assert rows.sentences_taken(left) == (2, 5)
    (_, talks), *_ = built(left, read)
    assert [each.taken for each in talks] == [True, False, True]
    assert not any(each.counts for each in talks)


def test_a_screen_reader_hears_state_section_and_marks(read: Read, draft: Draft) -> None:
    (section, points), *_ = built(draft, read)
    assert spoken(section, section) == "Section Talks, taken, 2 of 3 sentences taken, key 1"
    assert (
        spoken(points[1], section) == "The mayors met on Tuesday., left out, in Talks, ¶1, reported"
    )
    assert "reworded" in spoken(points[2], section)


def test_tooltips_explain_and_escape(read: Read, draft: Draft) -> None:
    article, annotations = read
    strange = replace(draft.sections[0], name="<b>&{{ 7*7 }}")
    ((section, points), *_) = built(
        replace(draft, sections=(strange, *draft.sections[1:])), (article, annotations)
    )
    assert "&lt;b&gt;&amp;{{ 7*7 }}" in tooltip(section)
    assert "“talks”" in tooltip(points[0])
    assert "you put it here" in tooltip(points[1])
    assert "We have little time" in tooltip(points[2])  # the original behind the wording
