"""Words in the whole article, whatever part of it is shown."""

from __future__ import annotations

from briefing.model.span import Span


class Search:
    """Offsets are code points. Large and small letters are the same, as are kinds of space."""

    def __init__(self, text: str) -> None:
        self._text = _folded(text)

    def after(self, words: str, offset: int) -> Span | None:
        """The first place at or behind ``offset``, else the first of all."""
        wanted = _folded(words)
        start = self._text.find(wanted, offset)
        return self._span(start if start >= 0 else self._text.find(wanted), wanted)

    def before(self, words: str, offset: int) -> Span | None:
        """The last place that ends at or before ``offset``, else the last of all."""
        wanted = _folded(words)
        start = self._text.rfind(wanted, 0, offset)
        return self._span(start if start >= 0 else self._text.rfind(wanted), wanted)

    @staticmethod
    def _span(start: int, wanted: str) -> Span | None:
        return Span(start, start + len(wanted)) if start >= 0 and wanted else None


def _folded(text: str) -> str:
    """As long as ``text``, so that places stay: İ is the one letter whose small form is not."""
    small = text.replace("İ", "i").lower()
    return small.replace("ς", "σ").replace("\N{NO-BREAK SPACE}", " ")
