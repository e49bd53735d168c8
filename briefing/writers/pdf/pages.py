"""Pages: the frame of the text, and what stands at the top and bottom of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, BinaryIO, cast

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer

from briefing.model.brief import Brief, Inline, Page, Run
from briefing.writers.pdf.flow import Flow
from briefing.writers.style import MILLIMETRE, HouseStyle

SIZES: dict[Page, tuple[float, float]] = {Page.A4: (595.3, 841.9), Page.LETTER: (612, 792)}
"""Width and height in points, the same as in Word."""
_GAP = 10
"""Least distance between the text and what stands above and below it."""
_LEAST_ROOM = 200
"""Least height of the text, whatever stands above and below it."""
_WIDEST_NUMBERS = (888, 888)

Painter = Callable[[Canvas, int, int], None]
"""Draws an edge of a page; takes its number and how many there are."""


class PageCanvas(Canvas):
    """A canvas that draws the edges of its pages when it knows how many there are.

    A finished page keeps its drawing as text. The edges are put around it in the end: so
    nothing is laid out twice, and who listens to a page hears it from top to bottom.
    """

    paint_top: Painter
    paint_bottom: Painter
    headings = 0
    """How many entries the outline has."""

    def save(self) -> None:
        if self._code:
            self.showPage()
        pages: list[Any] = list(cast("Any", self)._doc.Pages.pages)
        for number, page in enumerate(pages, start=1):
            top = self._drawn(self.paint_top, number, len(pages))
            bottom = self._drawn(self.paint_bottom, number, len(pages))
            page.setStream([*top, page.stream, *bottom])
        super().save()

    def _drawn(self, paint: Painter, number: int, count: int) -> list[str]:
        self._code: list[str] = []
        self.saveState()
        paint(self, number, count)
        self.restoreState()
        code, self._code = self._code, []
        return code


def build(target: BinaryIO, brief: Brief, style: HouseStyle, flow: Flow) -> None:
    """Lay out the brief and write the file."""
    size = SIZES[brief.page]
    edges = _Edges(brief, style, flow, size)
    margins = style.page
    left = margins.left * MILLIMETRE
    frame = Frame(left, edges.bottom, edges.width, edges.top - edges.bottom, 0, 0, 0, 0)

    def canvas(*args: Any, **options: Any) -> PageCanvas:
        made = PageCanvas(*args, **options)
        made.paint_top, made.paint_bottom = edges.paint_top, edges.paint_bottom
        return made

    document = BaseDocTemplate(
        target,
        pagesize=size,
        pageTemplates=[PageTemplate(frames=[frame])],
        title=brief.title,
        author=brief.author,
        subject=brief.subject,
        keywords=", ".join(brief.keywords),
        creator="Briefing",
        lang=brief.language,
        displayDocTitle=True,
        invariant=True,
        initialFontName=flow.font(),
        allowSplitting=1,
    )
    story = list(flow.blocks(brief.blocks, edges.width)) or [Spacer(0, 1)]
    document.build(story, canvasmaker=canvas)


class _Edges:
    """The marking, and the lines above and below the text."""

    def __init__(
        self, brief: Brief, style: HouseStyle, flow: Flow, size: tuple[float, float]
    ) -> None:
        self._style = style
        self._flow = flow
        self._left = style.page.left * MILLIMETRE
        self._height = size[1]
        marking = ("marking", (Run(brief.marking),))
        self._above: list[tuple[str, tuple[Inline, ...]]] = [marking]
        self._below: list[tuple[str, tuple[Inline, ...]]] = [marking]
        if brief.header:
            self._above.append(("header", brief.header))
        if brief.footer:
            self._below.insert(0, ("footer", brief.footer))
        self.width = size[0] - (style.page.left + style.page.right) * MILLIMETRE
        page = style.page
        above = page.header * MILLIMETRE + self._measure(self._above) + _GAP
        below = page.footer * MILLIMETRE + self._measure(self._below) + _GAP
        self.bottom = max(page.bottom * MILLIMETRE, below)
        self.top = self._height - max(page.top * MILLIMETRE, above)
        if self.top - self.bottom < _LEAST_ROOM:
            self.bottom = page.bottom * MILLIMETRE
            self.top = self._height - page.top * MILLIMETRE

    def paint_top(self, canvas: Canvas, number: int, count: int) -> None:
        y = self._height - self._style.page.header * MILLIMETRE
        self._stack(canvas, self._above, y, (number, count))

    def paint_bottom(self, canvas: Canvas, number: int, count: int) -> None:
        y = self._style.page.footer * MILLIMETRE + self._measure(self._below)
        if len(self._below) > 1:
            canvas.setStrokeColor(HexColor(self._style.table.rule))
            canvas.setLineWidth(0.5)
            canvas.line(self._left, y + 4, self._left + self.width, y + 4)
        self._stack(canvas, self._below, y, (number, count))

    def _stack(
        self,
        canvas: Canvas,
        lines: list[tuple[str, tuple[Inline, ...]]],
        y: float,
        numbers: tuple[int, int],
    ) -> None:
        for name, inlines in lines:
            text = self._flow.text(name, inlines, numbers=numbers)
            _, height = text.wrap(self.width, self._height)
            y -= height
            text.drawOn(canvas, self._left, y)

    def _measure(self, lines: list[tuple[str, tuple[Inline, ...]]]) -> float:
        """Height of the lines, with room for page numbers as wide as can be."""
        return sum(
            self._flow.text(name, inlines, numbers=_WIDEST_NUMBERS).wrap(self.width, self._height)[
                1
            ]
            for name, inlines in lines
        )
