"""How a paragraph begins: its properties, which are the same for all of a kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.brief import Inline
from briefing.writers.docx.inlines import PLAIN, Part
from briefing.writers.docx.looks import Around


@dataclass(frozen=True, slots=True)
class Mark:
    """A hidden bookmark around the words of a block, by which it is known again."""

    start: str
    end: str


def mark(number: int) -> Mark:
    """Of the block ``number``, from 1."""
    return Mark(
        f'<w:bookmarkStart w:id="{number}" w:name="_bn_{number}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


class Head:
    """Properties of a paragraph. ``start`` and ``rest`` are XML, in the schema's order."""

    __slots__ = ("_around", "_plain", "_turned")

    def __init__(self, style: str, around: Around = PLAIN, start: str = "", rest: str = "") -> None:
        """``style`` is an id; the direction stands between ``start`` and ``rest``."""
        start = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{start}'
        self._plain = f"{start}{rest}</w:pPr>"
        self._turned = f"{start}<w:bidi/>{rest}</w:pPr>"
        self._around = around

    def paragraph(self, part: Part, inlines: Sequence[Inline], mark: Mark | None = None) -> str:
        words, rtl = part.inlines(inlines, self._around)
        if mark is not None:
            words = f"{mark.start}{words}{mark.end}"
        return f"{self._turned if rtl else self._plain}{words}</w:p>"
