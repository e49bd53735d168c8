"""A very long text does not fill the briefing by itself."""

from __future__ import annotations

from dataclasses import replace

import desk
import pytest

from briefing.errors import ManyFound
from briefing.messages import describe
from briefing.model import edits, findings
from briefing.model.annotations import Annotations, FoundSection, Hit
from briefing.model.article import Article
from briefing.model.draft import Draft


def found(
    count: int, *, weights: dict[int, float] | None = None, offered: int = 0
) -> tuple[Article, Annotations]:
    """An article of ``count`` sentences on the talks; ``offered`` of them touch on the border."""
    text = " | ".join(f"Talks went on, on day {each}." for each in range(1, count + 1))
    article = desk.article(text)
    made = desk.annotations(article, text)
    talks = tuple(
        Hit(f"s{each}", "“Talks”", leading=True, weight=(weights or {}).get(each, 1.0))
        for each in range(1, count + 1)
    )
    border = tuple(Hit(f"s{each}", "“border”", leading=False) for each in range(1, offered + 1))
    sections = (FoundSection(desk.TALKS, talks), FoundSection(desk.BORDER, border))
    return article, Annotations(
        made.article, made.sentences, tuple(each for each in sections if each.hits), made.claims
    )


def test_as_many_as_an_article_has_are_taken() -> None:
    article, annotations = found(findings.MOST_TAKEN, offered=findings.MOST_TAKEN)
    draft = edits.add_article(Draft(), article, annotations)
    assert findings.overflow(article, annotations) is None
    assert len(draft.points) == 2 * findings.MOST_TAKEN
    assert {each.id for each in draft.points if each.taken} == {
        each.id for each in draft.points_of("talks")
    }


def test_of_more_none_is_taken_and_the_person_is_told() -> None:
    article, annotations = found(findings.MOST_TAKEN + 1)
    draft = edits.add_article(Draft(), article, annotations)
    assert len(draft.points) == findings.MOST_TAKEN + 1
    assert not any(each.taken for each in draft.points)
    count = findings.MOST_TAKEN + 1
    notice = findings.overflow(article, annotations)
    assert notice == ManyFound(article.name, count, count)
    assert describe(notice) == (
        f"“article.txt” is long: {count} sentences were found and none is taken by itself; "
        "pick what you need."
    )


def test_a_long_article_leaves_what_was_taken_of_another() -> None:
    small, large = found(3), found(findings.MOST_TAKEN + 5)
    draft = edits.add_article(Draft(), *small)
    draft = edits.add_article(draft, *large)
    assert [each.source.article for each in draft.points if each.taken] == [small[0].id] * 3


def test_of_very_many_the_strongest_are_offered_in_the_order_of_the_text() -> None:
    count = findings.MOST_OFFERED_IN_SECTION + 200
    strong = {count: 6.0, 7: 5.0, count - 3: 4.0}
    article, annotations = found(count, weights=strong)
    draft = edits.add_article(Draft(), article, annotations)
    spans = [each.source.span for each in draft.points_of("talks")]
    assert len(spans) == findings.MOST_OFFERED_IN_SECTION
    assert spans == sorted(spans)
    assert {annotations.sentence(f"s{each}").span for each in strong} <= set(spans)
    # Of equals the first are offered: all but the two places that stronger ones took.
    assert spans[:-2] == [
        each.span for each in annotations.sentences[: findings.MOST_OFFERED_IN_SECTION - 2]
    ]
    notice = findings.overflow(article, annotations)
    assert notice == ManyFound(article.name, count, findings.MOST_OFFERED_IN_SECTION)
    assert describe(notice).endswith("The 500 that say most are offered.")


def test_what_leads_comes_before_what_touches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "MOST_TAKEN", 2)
    monkeypatch.setattr(findings, "MOST_OFFERED_IN_SECTION", 3)
    article, annotations = found(6)
    hits = tuple(
        Hit(f"s{each}", "a cue", leading=each > 3, weight=9.0 - each) for each in range(1, 7)
    )
    annotations = Annotations(
        article.id, annotations.sentences, (FoundSection(desk.TALKS, hits),), ()
    )
    draft = edits.add_article(Draft(), article, annotations)
    wanted = [annotations.sentence(id).span for id in ("s4", "s5", "s6")]
    assert [each.source.span for each in draft.points] == wanted


def test_many_sections_share_what_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "MOST_OFFERED", 40)
    article, annotations = found(findings.MOST_TAKEN + 1, offered=50)
    draft = edits.add_article(Draft(), article, annotations)
    assert len(draft.points_of("talks")) == 20
    assert len(draft.points_of("border")) == 20


def test_a_new_search_of_a_long_article_keeps_what_was_taken_and_does_not_pile_up() -> None:
    count = findings.MOST_OFFERED_IN_SECTION + 200
    article, annotations = found(count)
    draft = edits.add_article(Draft(), article, annotations)
    first, second = draft.points[0], draft.points[1]
    draft = edits.take_points(draft, {first.id}, True)
    # The same sentences, but now it is the last ones that say most.
    turned = found(count, weights=dict.fromkeys(range(201, count + 1), 5.0))[1]
    again = findings.look_again(draft, (turned,), (desk.TALKS,), "set")
    assert len(again.points) == findings.MOST_OFFERED_IN_SECTION + 1
    assert again.point(first.id) == replace(first, taken=True)
    assert again.point(second.id) is None
    assert [each for each in again.points if each.taken] == [again.point(first.id)]


def test_a_section_named_by_the_person_is_taken_though_the_article_is_long() -> None:
    """As on the command line: the person has picked."""
    article, annotations = found(findings.MOST_TAKEN + 1)
    draft = edits.add_article(Draft(), article, annotations)
    picked = findings.pick_sections(draft, ["talks"])
    assert all(each.taken for each in picked.points)
