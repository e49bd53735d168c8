from __future__ import annotations

import typing
from dataclasses import fields
from pathlib import Path

import pytest

from briefing import errors, messages

FACTS = [
    each
    for each in vars(errors).values()
    if isinstance(each, type)
    and issubclass(each, errors.BriefingError | errors.Notice)
    and each not in (errors.BriefingError, errors.Notice)
]
EXAMPLES: dict[object, object] = {
    str: "some words",
    bool: True,
    int: 3,
    float: 2.5,
    int | None: 3,
    Path: Path("folder/a.txt"),
    tuple[str, ...]: ("a", "b"),
    tuple[tuple[str, int], ...]: (("control characters", 3),),
}


def example(kind: type) -> errors.BriefingError | errors.Notice:
    hints = typing.get_type_hints(kind)
    return kind(*(EXAMPLES[hints[each.name]] for each in fields(kind)))


@pytest.mark.parametrize("kind", FACTS, ids=lambda each: each.__name__)
def test_every_fact_has_words_on_one_line(kind: type) -> None:
    if kind is errors.GlyphsMissing:
        fact: errors.BriefingError | errors.Notice = errors.GlyphsMissing(("☃",))
    elif kind is errors.Refused:
        fact = errors.Refused("letter.doc", "old-word")
    elif kind is errors.NotFollowed:
        fact = errors.NotFollowed("Embassy", "columns")
    elif kind is errors.SlotMissing:
        fact = errors.SlotMissing("Embassy", "marking", "first footer")
    else:
        fact = example(kind)
    told, reported = messages.describe(fact), messages.report(fact)
    assert told.startswith("“")
    assert told.endswith((".", "words", "--help"))
    assert ": " in reported
    assert "\n" not in told + reported


def test_a_file_is_named_by_its_name() -> None:
    problem = errors.FileProblem(Path("folder/a.txt"), "read", "No such file or directory")
    assert messages.report(problem).startswith("a.txt: cannot be read: No such file or directory.")


def test_a_long_list_is_cut_and_counted() -> None:
    known = tuple(f"t{number}" for number in range(20))
    assert messages.report(errors.NoSuchTemplate("x", known)).endswith("t11 and 8 more.")
    assert messages.report(errors.UnknownField("x", known)).endswith("t18, t19.")


@pytest.mark.parametrize(
    ("styles", "instead", "words"),
    [
        (
            ("Quote",),
            "Normal",
            "Quote; one made from “Normal” is used. To decide how it looks, add a",
        ),
        (
            ("Gap", "Mark"),
            "Normal",
            "Gap or Mark; ones made from “Normal” are used. To decide how they",
        ),
        (("Quote",), "", "Quote; a plain one is used."),
        (("Gap", "Mark"), "", "Gap or Mark; plain ones are used."),
    ],
)
def test_styles_that_are_missing(styles: tuple[str, ...], instead: str, words: str) -> None:
    told = messages.describe(errors.StylesMissing("ministry", styles, instead))
    assert told.startswith(f"“ministry” has no style named {words}")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 control character."), (2, "2 control characters.")]
)
def test_one_is_one(count: int, words: str) -> None:
    told = messages.describe(errors.CharactersRemoved("a.txt", (("control characters", count),)))
    assert f"was read without {words}" in told
