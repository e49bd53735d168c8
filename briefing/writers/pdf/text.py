"""A paragraph that can put itself into the PDF's outline."""

from __future__ import annotations

from typing import Any, cast

from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Laid


class Text(Laid):
    outline: tuple[str, int] | None = None
    """Title and level (from 0) in the outline; None for no entry."""

    def draw(self) -> None:
        if self.outline is not None:
            title, level = self.outline
            canvas = cast("Any", self.canv)
            canvas.headings += 1
            key = f"heading-{canvas.headings}"
            canvas.bookmarkHorizontal(key, 0, self.height + self.style.spaceBefore)
            canvas.addOutlineEntry(title, key, level)
        super().draw()

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        parts: list[Flowable] = super().split(availWidth, availHeight)
        if parts and parts[0] is not self:
            cast("Text", parts[0]).outline = self.outline  # the first part alone is where it begins
        return parts
