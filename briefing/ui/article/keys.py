"""What keys mean in the article."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from briefing.model.annotations import ClaimKind
from briefing.ui import claim_kinds

_Key, _With, _Standard = Qt.Key, Qt.KeyboardModifier, QKeySequence.StandardKey


class Wish(Enum):
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    TOGGLE = auto()
    """Take the sentence, or leave it out."""
    ASSIGN = auto()
    """Give it to the section whose ``number`` the key is."""
    NEW_SECTION = auto()
    ROLE = auto()
    """Say what the paragraph is."""
    CLAIM = auto()
    """Say who vouches for the sentence."""
    CLAIM_KIND = auto()
    """The same at once: the ``kind`` the key is."""
    PART_BEFORE = auto()
    NEXT_PART = auto()
    FIRST_PART = auto()
    LAST_PART = auto()

    @property
    def of_parts(self) -> bool:
        """Whether it is about an article in parts; else the key is Qt's."""
        return self in (Wish.PART_BEFORE, Wish.NEXT_PART, Wish.FIRST_PART, Wish.LAST_PART)


_PLAIN = {
    _Key.Key_Space: Wish.TOGGLE,
    _Key.Key_N: Wish.NEW_SECTION,
    _Key.Key_R: Wish.ROLE,
    _Key.Key_K: Wish.CLAIM,
    _Key.Key_F3: Wish.FIND_NEXT,
    **dict.fromkeys((_Key(_Key.Key_1 + step) for step in range(9)), Wish.ASSIGN),
}
_STANDARD = {
    _Standard.Find: Wish.FIND,
    _Standard.FindPrevious: Wish.FIND_PREVIOUS,
    _Standard.ZoomIn: Wish.ZOOM_IN,
    _Standard.ZoomOut: Wish.ZOOM_OUT,
    _Standard.MoveToStartOfDocument: Wish.FIRST_PART,
    _Standard.MoveToEndOfDocument: Wish.LAST_PART,
}
_KINDS = {
    QKeySequence(shortcut)[0].key(): kind  # all of them with Alt
    for shortcut, kind in claim_kinds.KEYS.items()
}
_COMBINED = {
    **{(key, _With.AltModifier): Wish.CLAIM_KIND for key in _KINDS},
    (_Key.Key_N, _With.ControlModifier | _With.ShiftModifier): Wish.NEW_SECTION,
    (_Key.Key_PageUp, _With.ControlModifier): Wish.PART_BEFORE,
    (_Key.Key_PageDown, _With.ControlModifier): Wish.NEXT_PART,
}


def wish(event: QKeyEvent) -> Wish | None:
    key, modifiers = event.key(), event.modifiers() & ~_With.KeypadModifier
    if modifiers == _With.NoModifier and key in _PLAIN:
        return _PLAIN[key]
    standard = (meant for each, meant in _STANDARD.items() if event.matches(each))
    return _COMBINED.get((key, modifiers)) or next(standard, None)


def kind(event: QKeyEvent) -> ClaimKind | None:
    """Of claim that the key gives; None for the one that was found."""
    return _KINDS[event.key()]


def number(event: QKeyEvent) -> int:
    """Of the section that a key from 1 to 9 is for."""
    return event.key() - _Key.Key_0
