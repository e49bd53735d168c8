"""With what a name can be joined."""

from __future__ import annotations

from briefing.model.corrections import Fact
from briefing.model.facts import Entity, EntityKind, Mention
from briefing.model.span import Source, Span
from briefing.ui.facts.joining import partners
from briefing.ui.facts.rows import FactRow

PERSON, ORGANISATION, PLACE = EntityKind


def entity(start: int, kind: EntityKind, name: str, times: int = 1) -> Entity:
    spans = (Span(start + 100 * each, start + 100 * each + 5) for each in range(times))
    return Entity(kind, name, tuple(Mention(each, "") for each in spans), "")


def listed(row: Entity, *others: Entity, most: int = 40) -> tuple[list[str], list[str]]:
    shown = FactRow(Fact.ENTITY, Source("a", row.first), title=row.name, kind=row.kind.value)
    same, apart = partners(
        shown, (row, *others), lambda place: f"¶ {place.span.start // 10 + 1}", most
    )
    return [text for text, _ in same], [text for text, _ in apart]


def test_those_of_its_kind_come_first_and_all_by_the_alphabet() -> None:
    same, apart = listed(
        entity(0, PLACE, "Veldia"),
        entity(10, PERSON, "Ruth Ansel"),
        entity(20, PLACE, "Ostrov"),
        entity(30, ORGANISATION, "al-Nur"),
        entity(40, PLACE, "Brenn"),
    )
    assert same == ["Brenn", "Ostrov"]
    assert apart == ["al-Nur (organisation)", "Ruth Ansel (person)"]


def test_namesakes_are_told_apart() -> None:
    same, apart = listed(
        entity(0, PLACE, "Brenn"),
        entity(10, PLACE, "Veldia"),
        entity(20, ORGANISATION, "Veldia"),
        entity(30, PLACE, "Veldia"),
        entity(40, PLACE, "Brenn"),
    )
    assert same == ["Brenn (¶ 5)", "Veldia (¶ 2)", "Veldia (¶ 4)"]
    assert apart == ["Veldia (organisation)"]


def test_of_many_those_that_are_meant_most_often_are_listed() -> None:
    many = [entity(10 * each, PLACE, f"P{each:02}", 1 + each % 3) for each in range(1, 31)]
    other = entity(999, PERSON, "Ruth Ansel")
    same, apart = listed(entity(0, PLACE, "Brenn"), *many, other, most=10)
    assert same == [f"P{each:02}" for each in range(2, 31, 3)]
    assert apart == ["Ruth Ansel (person)"]
