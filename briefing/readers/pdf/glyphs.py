"""Where the words of a page stand, as PDFium says.

PDFium puts the characters of a page in rows as they are drawn. Asking it for the place of each
takes longer than all the rest of reading the page. So only the ends of a row are asked for, and
the words in it where the row is made of several parts. Where a file has no spaces and only sets
words apart, PDFium guesses them badly, and each character is asked for.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Any

from briefing.readers.pdf.frame import Frame, quarters
from briefing.readers.pdf.marks import HYPHEN, UNKNOWN, Piece

_ROW = re.compile(f"[^\r\n{HYPHEN}]+{HYPHEN}?")
_BLANK = re.compile(r"\s+")
_LETTERSPACED = re.compile(r"(?:\S\s){4,}\S")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?!\d)")
_AFTER_WORD = re.compile(r"[^\W\d_][.,;:!?”\"’')\]]{0,2}$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
     "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", }
)  # fmt: skip
"""Joined letters, and the signs that the fonts Symbol and Wingdings have for list marks."""
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi")
_UNMAPPED = re.compile(f"[{UNKNOWN}\x01-\x08\x0b\x0c\x0e-\x1f\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""What stands for letters of which nobody knows which they are."""
_SPACE = 0.12
"""Ems between two letters that are of two words."""
_MOST_NOTES = 500
"""On a page."""
_NO_SPACE = 0.03
"""The same, of one word, though a space is drawn between them: it was drawn over."""
_WIDE_GAP = 0.8
"""Ems between two words that may be of two columns."""
_WIDER = 1.7
"""The same, in gaps that are usual in the row: justified lines may have wide ones."""
_MARGIN = 0.14
"""Share of a page's height, at its top and foot, where furniture is looked for."""
_LONGEST = 4
"""Rows, the longest of a page, that tell whether it has spaces."""
_SAMPLE = 20
"""Rows that tell whether the letters of a page are known."""


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a page."""

    frame: Frame
    pieces: tuple[Piece, ...]
    turned: tuple[Piece, ...]
    outside: tuple[Piece, ...]
    length: int
    unmapped: int


@dataclass(slots=True)
class _Row:
    """A row as PDFium has it, in the file's own coordinates."""

    text: str
    first: int
    last: int
    """Indices of its characters."""
    number: int
    turn: int
    """Quarter turns to the left; -1 for anything between."""
    box: tuple[float, float, float, float]
    """Left, bottom, right, top."""
    at: tuple[float, float]
    """A point of its base line."""
    size: float
    bold: bool
    artifact: bool


class Reading:
    """One page, while it is read."""

    def __init__(self, raw: Any, text: Any, bounds: Any) -> None:
        self._raw, self._text = raw, text
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._fonts: dict[int, bool] = {}
        """Whether a font is bold, by its address."""
        self._usual = 0.0
        """The size of the row before."""
        self._bounds = bounds.left, bounds.bottom, bounds.right, bounds.top
        margin = _MARGIN * (bounds.top - bounds.bottom)
        self._low, self._high = bounds.bottom + margin, bounds.top - margin

    def page(self) -> Found:
        text = self._noted(self._characters())
        rows = list(self._rows(text))
        turns: Counter[int] = Counter()
        for row in rows:
            if row.turn >= 0:
                turns[row.turn] += len(row.text)
        turn = max(turns, key=lambda each: (turns[each], -each), default=0)
        frame = Frame(*self._bounds, turn)
        width, height = frame.width, frame.height
        pieces: list[Piece] = []
        turned: list[Piece] = []
        outside: list[Piece] = []
        for row in rows:
            made = _placed(row, frame)
            if row.turn != turn:
                turned.append(made)
            elif made.right < 0 or made.left > width or not -2 < made.base < height + made.size:
                outside.append(made)
            else:
                pieces.append(made)
        length = sum(len(each.text) for each in rows)
        unmapped = max(len(_UNMAPPED.findall(text)), self._errors(rows))
        return Found(frame, _once(pieces), _once(turned), tuple(outside), length, unmapped)

    def _characters(self) -> str:
        """One for each of PDFium's, so that an index in one is an index in the other."""
        raw, count = self._raw, self._raw.FPDFText_CountChars(self._text)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = raw.FPDFText_GetText(self._text, 0, count, buffer)
        units = bytes(memoryview(buffer).cast("B")[: 2 * max(written - 1, 0)])
        text = units.decode("utf-16-le", "replace")
        if len(text) == count:
            return text.replace("\t", " ")
        get = raw.FPDFText_GetUnicode
        return "".join(_character(get(self._text, index)) for index in range(count))

    def _rows(self, text: str) -> Iterator[_Row]:
        found = [span for each in _ROW.finditer(text) if (span := _stripped(text, *each.span()))]
        # Each row is drawn in one go: so no gap in it was made by a jump.
        plain = self._raw.FPDFText_CountRects(self._text, 0, -1) <= len(found)
        apart = not plain and self._words_are_set_apart(text, found)
        for number, (start, end) in enumerate(found):
            words = text[start:end]
            row = self._row(words, start, end - 1, number)
            if row.turn < 0:
                yield row
            elif apart or _LETTERSPACED.match(words) or (not plain and _is_uneven(row)):
                yield from self._spaced(row)
            elif plain or " " not in words:
                yield row
            else:
                yield from self._parted(row)

    def _words_are_set_apart(self, text: str, rows: list[tuple[int, int]]) -> bool:
        """Whether words are not parted by spaces but by where they are drawn; PDFium guesses
        the spaces then, and not well. A few rows tell."""
        for start, end in sorted(rows, key=lambda row: row[0] - row[1])[:_LONGEST]:
            generated = missing = 0
            row = self._row(text[start:end], start, end - 1, 0)
            if row.turn < 0:
                continue
            before: tuple[float, float, float] | None = None
            for index in range(start, min(end, start + 200)):
                if text[index].isspace():
                    generated += self._raw.FPDFText_IsGenerated(self._text, index) > 0
                    before = None
                    continue
                ends = self._ends(index, row.turn)
                missing += before is not None and _gap(before, ends) > _SPACE * row.size
                before = ends
            if generated > 2 or 0 < missing < 0.3 * (end - start):
                return True
        return False

    def _row(self, words: str, first: int, last: int, number: int) -> _Row:
        raw, page, matrix, box = self._raw, self._text, self._matrix, self._box
        middle = first + (len(words) - 1) // 2
        while middle > first and words[middle - first].isspace():
            middle -= 1
        if words[-1] == HYPHEN and len(words) > 1:
            last -= 1
        size = raw.FPDFText_GetFontSize(page, middle)
        raw.FPDFText_GetMatrix(page, middle, matrix)
        x, y = matrix.e, matrix.f  # where its run of words begins
        turn = 0
        if matrix.b or matrix.c or matrix.a < 0 or matrix.d != 1:
            size *= math.hypot(matrix.c, matrix.d)
            turn = quarters(matrix.a, matrix.b)
            if turn:
                raw.FPDFText_GetCharOrigin(page, middle, self._x, self._y)
                x, y = self._x.value, self._y.value
        raw.FPDFText_GetLooseCharBox(page, first, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        raw.FPDFText_GetLooseCharBox(page, last, box)
        ends = (
            min(left, box.left), min(bottom, box.bottom), max(right, box.right), max(top, box.top)
        )  # fmt: skip
        size = abs(size)
        if abs(size - self._usual) > 0.3:
            size = self._usual = self._size_of(first, last, size)
        if not 0.5 < size < 5000:  # some fonts have no size at all
            size = max(abs(top - bottom), 1.0)
        bold = self._is_bold(middle) and self._is_bold(first) and self._is_bold(last)
        artifact = not self._low < y < self._high and self._is_artifact(middle)
        return _Row(words, first, last, number, turn, ends, (x, y), size, bold, artifact)

    def _size_of(self, first: int, last: int, size: float) -> float:
        """The size of most of a row: words of a smaller type may stand in its middle."""
        sizes = [size]
        for index in (first + (last - first) // 6, last - (last - first) // 6):
            self._raw.FPDFText_GetMatrix(self._text, index, self._matrix)
            scale = math.hypot(self._matrix.c, self._matrix.d)
            sizes.append(abs(self._raw.FPDFText_GetFontSize(self._text, index) * scale))
        return median_low(sizes)

    def _is_bold(self, index: int) -> bool:
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(self._text, index))
        if not font:
            return False
        key = ctypes.addressof(font.contents)
        known = self._fonts.get(key)
        if known is None:
            name = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, name, len(name))
            known = _BOLD.search(name.value) is not None or raw.FPDFFont_GetWeight(font) >= 600
            self._fonts[key] = known
        return known

    def _is_artifact(self, index: int) -> bool:
        raw = self._raw
        drawn = raw.FPDFText_GetTextObject(self._text, index)
        name, length = (ctypes.c_ushort * 32)(), ctypes.c_ulong()
        for number in range(min(raw.FPDFPageObj_CountMarks(drawn), 8)):
            mark = raw.FPDFPageObj_GetMark(drawn, number)
            raw.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), length)
            if bytes(name).startswith("Artifact\0".encode("utf-16-le")):
                return True
        return False

    def _errors(self, rows: list[_Row]) -> int:
        """Characters of which PDFium has but the number in their font, by a few of them."""
        sample = rows[:: max(1, len(rows) // _SAMPLE)]
        wrong = [
            row
            for row in sample
            if self._raw.FPDFText_HasUnicodeMapError(self._text, (row.first + row.last) // 2) > 0
        ]
        share = len(wrong) / max(len(sample), 1)
        return int(share * sum(len(row.text) for row in rows))

    def _noted(self, text: str) -> str:
        """Numbers of notes, which are small and raised, as the raised digits there are."""
        raised: list[tuple[int, int]] = []
        for each in _NOTE_NUMBER.finditer(text):
            start, end = each.span()
            opens = not start or text[start - 1] in "\r\n"
            if not (opens or _AFTER_WORD.search(text, max(start - 3, 0), start)):
                continue
            beside = end if opens else start - 1
            if beside < len(text) and not text[beside].isspace() and self._is_above(start, beside):
                raised.append((start, end))
        for start, end in raised[:_MOST_NOTES]:
            text = text[:start] + text[start:end].translate(_RAISED) + text[end:]
        return text

    def _is_above(self, index: int, beside: int) -> bool:
        """Whether a character is smaller than the one beside it, and stands higher."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._text, beside, box)
        bottom, height = box.bottom, box.top - box.bottom
        self._raw.FPDFText_GetLooseCharBox(self._text, index, box)
        return box.top - box.bottom < 0.85 * height and box.bottom > bottom + 0.1 * height

    def _ends(self, index: int, turn: int) -> tuple[float, float, float]:
        """Where a character begins and ends along its row, and how high its foot is."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._text, index, box)
        match turn:
            case 1:
                return box.bottom, box.top, -box.right
            case 2:
                return -box.right, -box.left, -box.top
            case 3:
                return -box.top, -box.bottom, box.left
            case _:
                return box.left, box.right, box.bottom

    def _parted(self, row: _Row) -> Iterator[_Row]:
        """A row at its wide gaps."""
        text, first = row.text, row.first
        blanks = [each.span() for each in _BLANK.finditer(text)]
        gaps = [
            _gap(self._ends(first + start - 1, row.turn), self._ends(first + end, row.turn))
            for start, end in blanks
        ]
        limit, least = _limit(gaps, row.size), _NO_SPACE * row.size
        parts: list[tuple[str, int, int]] = []
        words, start, done = "", 0, 0
        for (before, after), gap in zip(blanks, gaps, strict=True):
            words += text[done:before]
            if gap > limit:
                parts.append((words, start, before - 1))
                words, start = "", after
            elif gap > least:
                words += " "
            done = after
        parts.append((words + text[done:], start, len(text) - 1))
        yield from self._split(row, parts)

    def _spaced(self, row: _Row) -> Iterator[_Row]:
        """A row with spaces where there are gaps, and parted at the wide ones."""
        places = [place for place, each in enumerate(row.text) if not each.isspace()]
        ends = [self._ends(row.first + place, row.turn) for place in places]
        gaps = [_gap(*each) for each in pairwise(ends)]
        usual = median_low(gaps) if gaps else 0
        least = max(_SPACE * row.size, _WIDER * usual)
        limit = max(least, _limit([each for each in gaps if each > least], row.size))
        words, start = row.text[0], 0
        parts: list[tuple[str, int, int]] = []
        for number, (before, place) in enumerate(pairwise(places)):
            gap = gaps[number]
            if gap > limit or abs(ends[number + 1][2] - ends[number][2]) > 0.8 * row.size:
                parts.append((words, start, before))
                words, start = "", place
            elif gap > least or (
                # A space that the file has is one, however narrow.
                place > before + 1
                and gap > _NO_SPACE * row.size
                and usual <= _SPACE * row.size
                and not self._raw.FPDFText_IsGenerated(self._text, row.first + before + 1)
            ):
                words += " "
            words += row.text[place]
        parts.append((words, start, places[-1]))
        yield from self._split(row, parts)

    def _split(self, row: _Row, parts: list[tuple[str, int, int]]) -> Iterator[_Row]:
        """``parts`` are (words, first and last character within the row)."""
        if len(parts) == 1:
            row.text = parts[0][0]
            yield row
            return
        for text, one, other in parts:
            drawn = row.text[one : other + 1]
            made = self._row(drawn, row.first + one, row.first + other, row.number)
            made.text = text
            yield made


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a row begins and ends without the blanks around it; None for one of blanks."""
    if not (text[start].isspace() or text[end - 1].isspace()) and end - start > 1:
        return start, end
    words = text[start:end]
    bare = words.lstrip()
    start, end = end - len(bare), start + len(words.rstrip())
    return (start, end) if bare and bare != HYPHEN else None


def _gap(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Between two characters, whichever comes first."""
    return max(other[0] - one[1], one[0] - other[1])


def _is_uneven(row: _Row) -> bool:
    """Whether it goes from line to line, as letters that each stand alone may make it."""
    left, bottom, right, top = row.box
    return (right - left if row.turn % 2 else top - bottom) > 1.9 * row.size


def _limit(gaps: list[float], size: float) -> float:
    """Above which a gap between words is wide."""
    least = _WIDE_GAP * size
    if len(gaps) < 3:
        return least
    return max(least, min(_WIDER * median_low(gaps), 3 * size))


def _placed(row: _Row, frame: Frame) -> Piece:
    text = row.text if row.text.isascii() else row.text.translate(_PLAIN)
    if frame.turn:
        left, _, right, _ = frame.box(*row.box)
    else:
        left, right = row.box[0] - frame.page_left, row.box[2] - frame.page_left
    base = frame.base(*row.at)
    return Piece(text, left, right, base, row.size, row.bold, row.number, row.artifact)


def _character(code: int) -> str:
    if code in (2, 9):  # what PDFium makes of a hyphen here; a tab
        return HYPHEN if code == 2 else " "
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN


def _once(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Without what is drawn twice in one place, as bold type is at times."""
    if len({each.text for each in pieces}) == len(pieces):
        return tuple(pieces)
    seen: set[tuple[str, int, int]] = set()
    made: list[Piece] = []
    for each in pieces:
        left, base = round(each.left / 2), round(each.base / 2)
        if all((each.text, left + x, base + y) not in seen for x in (-1, 0, 1) for y in (-1, 0, 1)):
            seen.add((each.text, left, base))
            made.append(each)
    return tuple(made)
