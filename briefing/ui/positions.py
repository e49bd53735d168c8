"""The one place where code points and Qt's UTF-16 positions cross.

Python counts code points; Qt counts UTF-16 units, of which an astral character (emoji, some
historic scripts) takes two.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

_LAST_BMP = "\uffff"


@dataclass(frozen=True, slots=True)
class Positions:
    """The crossing for one text. Nothing is searched when it has no astral character."""

    text: str
    _astral: tuple[int, ...] = field(init=False)
    """Offsets of the astral characters, in code points."""
    _astral_qt: tuple[int, ...] = field(init=False)
    """Positions of their first halves, in UTF-16 units."""

    def __post_init__(self) -> None:
        # max() runs in C: most texts are done with here.
        plain = max(self.text, default="") <= _LAST_BMP
        astral = () if plain else tuple(i for i, each in enumerate(self.text) if each > _LAST_BMP)
        object.__setattr__(self, "_astral", astral)
        object.__setattr__(
            self, "_astral_qt", tuple(offset + before for before, offset in enumerate(astral))
        )

    def to_qt(self, offset: int) -> int:
        """UTF-16 position of the code point at ``offset``."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def from_qt(self, position: int) -> int:
        """Code point offset of a UTF-16 position; between the halves of a pair, its start."""
        if not self._astral:
            return position
        before = bisect_left(self._astral_qt, position)
        split = before > 0 and position == self._astral_qt[before - 1] + 1
        return self._astral[before - 1] if split else position - before
