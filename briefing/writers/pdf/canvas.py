"""ReportLab's canvas, with pages whose drawing is written elsewhere."""

from __future__ import annotations

from typing import Any, cast

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream, PDFZCompress
from reportlab.pdfgen.canvas import Canvas


class PageCanvas(Canvas):
    """Nothing is drawn by default, where ReportLab's own selects Helvetica, not embedded."""

    def __init__(self, width: float, height: float) -> None:
        cast("Any", super()).__init__(
            "", pagesize=(width, height), invariant=True, pageCompression=0
        )

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def document(self) -> Any:
        return cast("Any", self)._doc

    def end_page(
        self,
        drawing: str,
        pictures: dict[str, int],
        annotations: list[int],
        parents: int | None,
    ) -> None:
        """``parents``: the page's place in the structure; None where there is none."""
        self.showPage()
        page = self.document.Pages.pages[-1]
        page.Contents = PDFStream(content=drawing.encode(), filters=[PDFZCompress])
        if pictures:
            named = {name: f"{number} 0 R" for name, number in pictures.items()}
            page.XObjects = PDFDictionary(named)
        if annotations:
            page.Annots = [f"{number} 0 R" for number in annotations]
        if parents is not None:
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = parents, "/S"
