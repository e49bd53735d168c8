"""The file: opened, asked what it says of itself, and taken page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from briefing.errors import Damaged, Encrypted
from briefing.readers.formats import NAMES
from briefing.readers.pdf import drawn, glyphs
from briefing.readers.pdf.marks import Page

FORMAT = NAMES[".pdf"]
_LONGEST_SAID = 20_000
"""Bytes of a title or a name."""
_COVERED = 0.4
"""Share of a page that pictures cover, if it is a picture."""
_DRAWINGS = 100
"""Lines and shapes on a page without a letter, if its text is drawn."""


class Document:
    """An open file. On one thread: PDFium knows no other way."""

    def __init__(self, data: bytes, name: str) -> None:
        """Raises Encrypted and Damaged."""
        import pypdfium2  # late: the window comes first
        import pypdfium2.raw as raw

        self._raw: Any = raw
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
                raise Encrypted(name, FORMAT) from None
            raise Damaged(name, FORMAT, _why(data)) from None
        self._handle: Any = self._document.raw
        self.pages = len(self._document)
        if not self.pages:
            self.close()
            raise Damaged(name, FORMAT, "it has no pages that can be found")
        is_whole = self._raw.FPDF_DocumentHasValidCrossReferenceTable(self._handle)
        if not is_whole and b"%%EOF" not in data[-2048:]:
            self.close()
            raise Damaged(name, FORMAT, "it ends too early")

    def close(self) -> None:
        self._document.close()

    def said(self, key: str) -> str:
        """What the file says of itself: ``Title``, ``Author``, ``Producer``."""
        return _string(
            lambda buffer, size: self._raw.FPDF_GetMetaText(
                self._handle, key.encode(), buffer, size
            )
        )

    @property
    def language(self) -> str:
        return _string(
            lambda buffer, size: self._raw.FPDFCatalog_GetLanguage(
                self._handle,
                buffer and ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)),
                size,
            )
        )

    @property
    def attached(self) -> int:
        """Files that are in the file."""
        return max(self._raw.FPDFDoc_GetAttachmentCount(self._handle), 0)

    def page(self, index: int) -> Page:
        """``index`` from 0. A page that PDFium cannot read says ``failed``."""
        raw = self._raw
        page = raw.FPDF_LoadPage(self._handle, index)
        if not page:
            return Page(index + 1, 0, 0, failed=True)
        try:
            text = raw.FPDFText_LoadPage(page)
            if not text:
                return Page(index + 1, 0, 0, failed=True)
            try:
                return self._read(page, text, index + 1)
            finally:
                raw.FPDFText_ClosePage(text)
        finally:
            raw.FPDF_ClosePage(page)

    def _read(self, page: Any, text: Any, number: int) -> Page:
        raw = self._raw
        bounds = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(page, bounds)
        found = glyphs.Reading(raw, text, bounds).page()
        pictures, drawings = drawn.pictures(raw, page, found.frame)
        notes, filled = drawn.annotated(raw, page)
        width, height = found.frame.width, found.frame.height
        covered = sum((each.right - each.left) * (each.base - each.top) for each in pictures)
        return Page(
            number, width, height, found.pieces, found.turned, found.outside, pictures,
            covered > _COVERED * width * height or (not found.length and drawings > _DRAWINGS),
            found.length, found.unmapped, notes, filled,
        )  # fmt: skip


def _string(call: Callable[[Any, int], int]) -> str:
    """A text of a file's own, which PDFium tells the size of first."""
    size = min(call(None, 0), _LONGEST_SAID)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    call(buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip()


def _why(data: bytes) -> str:
    if b"%%EOF" not in data[-2048:]:
        return "it ends too early"
    return "it has no pages that can be found"
