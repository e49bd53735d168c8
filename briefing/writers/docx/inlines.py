"""Words in a line, as runs of Word; put together as text, which is what makes it fast."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.model.brief import Inline, Note, PageField, Run
from briefing.model.direction import RIGHT_TO_LEFT, right_to_left
from briefing.writers.docx.looks import Around, Looks
from briefing.writers.docx.xml import legal, text

LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
PLAIN = Around()

_UNUSUAL = re.compile('[&<>"\x00-\x1f\u00ad\u2011\ud800-\udfff\ufffe\uffff]')
"""What cannot stand in ``w:t`` as it is."""
_SIGNS = {
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
"""Word has elements for them, and draws the characters as others."""
_PARTS = re.compile("([\n\t\u00ad\u2011])")
_NOTHING = Run("")
_FIELDS = {PageField.NUMBER: "PAGE", PageField.COUNT: "NUMPAGES"}


class References(Protocol):
    """Where the notes of a document gather."""

    def refer(self, note: Note, made: list[str], since: int) -> None:
        """Add the reference to ``made``, whose words from index ``since`` on it belongs to."""
        ...


class Part:
    """The text of one part of the package, with the addresses it links to."""

    def __init__(self, looks: Looks, notes: References | None = None) -> None:
        """Without ``notes`` there are none in this part: Word allows them in the body only."""
        self._looks = looks
        self._notes = notes
        self._links: dict[str, int] = {}

    def relationships(self) -> str:
        return "".join(
            f'<Relationship Id="{_link_id(number)}" Type="{LINKED}" '
            f'Target="{text(legal(address))}" TargetMode="External"/>'
            for address, number in self._links.items()
        )

    def inlines(
        self, inlines: Sequence[Inline], around: Around = PLAIN, rtl: bool | None = None
    ) -> tuple[str, bool]:
        """The runs, and whether their paragraph goes from right to left: ``rtl``, if it is said."""
        turned = _turned(inlines, rtl)
        made: list[str] = []
        since = 0
        after_note = False
        for number, each in enumerate(inlines):
            if isinstance(each, Note):
                if self._notes is not None:
                    self._notes.refer(each, made, since)
                after_note = True
                continue
            if after_note:
                since = len(made)
                after_note = False
            if isinstance(each, PageField):
                made.append(self._field(each, around))
            elif turned is None:
                made.append(self._run(each, each.text, around))
            else:
                made += (
                    self._run(each, words, around, rtl) for words, rtl in turned.pieces[number]
                )
        return "".join(made), turned is not None and turned.rtl

    def _run(self, run: Run, words: str, around: Around, rtl: bool = False) -> str:
        content = (
            _content(words)
            if _UNUSUAL.search(words)
            else f'<w:t xml:space="preserve">{words}</w:t>'
        )
        xml = f"<w:r>{self._looks.of(run, around, rtl)}{content}</w:r>"
        if run.href:
            id = _link_id(self._links.setdefault(run.href, len(self._links)))
            return f'<w:hyperlink r:id="{id}" w:history="1">{xml}</w:hyperlink>'
        return xml

    def _field(self, field: PageField, around: Around) -> str:
        look = self._looks.of(_NOTHING, around)
        return (
            f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r>{look}<w:instrText xml:space="preserve"> {_FIELDS[field]} </w:instrText></w:r>'
            f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r>{look}<w:t>1</w:t></w:r>"
            f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
        )


@dataclass(frozen=True, slots=True)
class _Turned:
    """A paragraph in which something runs from right to left."""

    pieces: dict[int, list[tuple[str, bool]]]
    """Of each run by its index: words, and whether they run from right to left."""
    rtl: bool
    """Whether the paragraph itself does."""


def _turned(inlines: Sequence[Inline], rtl: bool | None) -> _Turned | None:
    if not any(
        isinstance(each, Run) and not each.text.isascii() and RIGHT_TO_LEFT.search(each.text)
        for each in inlines
    ):
        return None
    from briefing.writers.fonts import bidi  # late: few documents need it

    words = [
        each.text if isinstance(each, Run) else "1" if isinstance(each, PageField) else "\ufffc"
        for each in inlines
    ]
    if rtl is None:
        rtl = right_to_left(each.text for each in inlines if isinstance(each, Run))
    runs = bidi.runs("".join(words), rtl)
    pieces: dict[int, list[tuple[str, bool]]] = {}
    at = 0
    for number, each in enumerate(words):
        end = at + len(each)
        pieces[number] = [
            (each[max(start, at) - at : min(stop, end) - at], level % 2 == 1)
            for start, stop, level in runs
            if start < end and stop > at
        ]
        at = end
    return _Turned(pieces, rtl)


def _content(words: str) -> str:
    return "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{text(legal(piece))}</w:t>'
        for piece in _PARTS.split(words)
        if piece
    )


def _link_id(number: int) -> str:
    return f"rIdLink{number}"
