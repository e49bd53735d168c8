"""Cases kept as text in ``tests/data``, so that an editor can add one without Python.

=== what the case shows
the input, in any number of lines
---
what is expected, in lines
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    expected: list[str]


def load(file: str) -> list[Case]:
    found: list[Case] = []
    for part in ("\n" + (DATA / file).read_text(encoding="utf-8")).split("\n=== ")[1:]:
        name, _, rest = part.partition("\n")
        text, mark, expected = rest.partition("\n---\n")
        assert mark, f"{file}: “{name}” has no line ---"
        found.append(Case(name, text, [line for line in expected.split("\n") if line.strip()]))
    return found


def each(file: str) -> pytest.MarkDecorator:
    """Run the test with each case of a file, as its argument ``case``."""
    return pytest.mark.parametrize("case", [pytest.param(c, id=c.name) for c in load(file)])
