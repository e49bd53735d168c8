"""What a template may say: the draft and its sources as plain frozen values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.context import facts
from briefing.context.reading import PointView, Reading
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft, Point
from briefing.model.span import Span
from briefing.model.template import Field, FieldType, Template


@dataclass(frozen=True, slots=True)
class FieldValue:
    label: str
    value: str
    """What was filled in, or the default; may be empty."""
    required: bool


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    name: str
    colour: str
    points: tuple[PointView, ...]
    """Never empty."""


def build(
    draft: Draft,
    articles: Sequence[Article],
    annotations: Sequence[Annotations],
    template: Template,
    *,
    reviewing: bool = False,
) -> dict[str, object]:
    """The names a template knows. Articles and annotations are in the order of the draft.

    ``reviewing`` is for a reviewer's copy, where each note becomes a comment.
    """
    readings = _readings(draft, articles, annotations)
    taken: dict[str, list[Point]] = {each.id: [] for each in draft.sections if each.taken}
    for point in draft.points:
        if point.taken and point.section in taken:
            taken[point.section].append(point)
    spans: dict[str, list[Span]] = {}
    for points in taken.values():
        for point in points:
            spans.setdefault(point.source.article, []).append(point.source.span)
    for source in facts.printed(draft, readings):
        spans.setdefault(source.article, []).append(source.span)
    return {
        "fields": {
            each.id: FieldValue(each.label, draft.field(each.id) or _default(each), each.required)
            for each in template.fields
        },
        "sections": tuple(
            SectionView(
                each.id,
                each.name,
                each.colour,
                tuple(readings[point.source.article].point(point) for point in taken[each.id]),
            )
            for each in draft.sections
            if taken.get(each.id)
        ),
        "left_out_sections": tuple(each.name for each in draft.sections if not taken.get(each.id)),
        "sources": tuple(
            readings[id].source(draft.card(id), spans.get(id, [])) for id in draft.articles
        ),
        "facts": facts.build(draft, readings),
        "language": draft.language,
        "page": draft.page,
        "reviewing": reviewing,
        "template": template.name,
    }


def lost(
    draft: Draft, articles: Sequence[Article], annotations: Sequence[Annotations]
) -> tuple[str, ...]:
    """The words of the facts that were to go into the briefing and are found no more."""
    return facts.lost(draft, _readings(draft, articles, annotations)) if draft.rows else ()


def _readings(
    draft: Draft, articles: Sequence[Article], annotations: Sequence[Annotations]
) -> dict[str, Reading]:
    many = len(articles) > 1
    return {
        article.id: Reading(
            article, found, draft.card(article.id), number if many else None, draft.language
        )
        for number, (article, found) in enumerate(zip(articles, annotations, strict=True), 1)
    }


def _default(field: Field) -> str:
    # "today" is for the form, where a person sees it: a document does not look at the clock
    return "" if field.type is FieldType.DATE and field.default == "today" else field.default
