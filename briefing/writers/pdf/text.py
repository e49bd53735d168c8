"""What ReportLab does not have: a paragraph in the outline, and room that is asked for."""

from __future__ import annotations

from typing import Any, cast

from reportlab.platypus import CondPageBreak, Flowable
from reportlab.platypus import Paragraph as Laid


class Room(CondPageBreak):
    """Goes on to the next page if less than a height is left; else it leaves no trace.

    ReportLab's own would add the space after what is above to the space before what is below;
    elsewhere the larger of the two counts, as in Word.
    """

    _SPACETRANSFER = True


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
