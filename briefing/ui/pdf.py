"""Pages of a PDF in memory, as pictures.

Drawn by PDFium itself and not by QtPdf: that module comes only with a PySide6 that is three
times the size, or with 6.12.0, which miscounts references to None and aborts under Python 3.11.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QImage


class PdfPages:
    """An open document. Use it on one thread only: PDFium knows no other way."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # late: the window comes first

        self._document = pypdfium2.PdfDocument(data)
        self.sizes: tuple[QSizeF, ...] = tuple(
            QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document))
        )
        """Of each page, in points."""

    def image(self, page: int, size: QSize) -> QImage:
        """A page, from 0, about ``size`` pixels large: exactly as wide, and as high as it is."""
        scale = size.width() / self.sizes[page].width()
        opened = self._document[page]
        bitmap = opened.render(scale=scale, prefer_bgrx=True)  # type: ignore[arg-type]
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()  # the buffer goes with the bitmap
        bitmap.close()
        opened.close()
        return image

    def close(self) -> None:
        self._document.close()
