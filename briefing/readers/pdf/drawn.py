"""What else is on a page: pictures, drawings, notes in the margin, forms."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from briefing.readers.pdf.frame import Frame
from briefing.readers.pdf.marks import Box

_MOST = 2000
"""Things of each kind that are looked at on a page."""
_DEEPEST = 3
"""Drawings within drawings."""


def pictures(raw: Any, page: Any, frame: Frame) -> tuple[tuple[Box, ...], int]:
    """Pictures, and the number of lines and shapes."""
    found: list[Box] = []
    drawings = 0
    corners = [ctypes.c_float() for _ in range(4)]
    for each, kind in _objects(
        raw, page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, _DEEPEST
    ):
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            if raw.FPDFPageObj_GetBounds(each, *corners):
                left, bottom, right, top = (corner.value for corner in corners)
                found.append(frame.box(left, bottom, right, top))
        elif kind != raw.FPDF_PAGEOBJ_TEXT:
            drawings += 1
    return tuple(found), drawings


def _objects(raw: Any, owner: Any, count: Any, get: Any, depth: int) -> Iterator[tuple[Any, int]]:
    kind_of, form = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_FORM
    for index in range(min(count(owner), _MOST)):
        each = get(owner, index)
        kind = kind_of(each)
        if kind != form:
            yield each, kind
        elif depth:
            inner = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
            yield from _objects(raw, each, *inner, depth - 1)


def annotated(raw: Any, page: Any) -> tuple[int, int]:
    """Notes with words in them, and form fields that are filled in."""
    notes = filled = 0
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind = raw.FPDFAnnot_GetSubtype(note)
        if kind == raw.FPDF_ANNOT_WIDGET:
            filled += raw.FPDFAnnot_GetStringValue(note, b"V", None, 0) > 2
        elif kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
            notes += raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0) > 2
        raw.FPDFPage_CloseAnnot(note)
    return notes, filled
