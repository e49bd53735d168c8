"""The one place where code points and Qt's UTF-16 positions cross.

Python counts code points; Qt counts UTF-16 units, of which an astral character (emoji, some
historic scripts) takes two.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from briefing.model.span import Span

_LAST_BMP = "\uffff"


@dataclass(frozen=True, slots=True)
class Positions:
    """The crossing for one text. Nothing is searched when it has no astral character."""

    text: str
    """What Qt has: an article, or a part of one."""
    start: int = 0
    """Offset of ``text`` in its article, in code points. Positions are counted from here."""
    _astral: tuple[int, ...] = field(init=False)
    """Places of the astral characters in ``text``, in code points."""
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

    @property
    def span(self) -> Span:
        """Where ``text`` stands in its article, in code points."""
        return Span(self.start, self.start + len(self.text))

    def to_qt(self, offset: int) -> int:
        """UTF-16 position of the code point at ``offset`` of the article."""
        place = offset - self.start
        return place + bisect_left(self._astral, place) if self._astral else place

    def from_qt(self, position: int) -> int:
        """Code point offset of a UTF-16 position; between the halves of a pair, its start."""
        if not self._astral:
            return self.start + position
        before = bisect_left(self._astral_qt, position)
        split = before > 0 and position == self._astral_qt[before - 1] + 1
        return self.start + (self._astral[before - 1] if split else position - before)
