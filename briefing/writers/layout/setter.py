"""What the paragraphs of one document share while they are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.brief import Run
from briefing.writers.house.look import CharacterLook, CharacterStyle
from briefing.writers.house.whole import House
from briefing.writers.layout.letters import Letters

if TYPE_CHECKING:
    from briefing.writers.fonts import FontBook


_Traits = tuple[bool, ...]
_STYLES = (
    CharacterStyle.STRONG,
    CharacterStyle.EMPHASIS,
    CharacterStyle.MUTED,
    CharacterStyle.GAP,
    CharacterStyle.MARK,
    CharacterStyle.LINK,
)
"""In the order of what a run may be: what comes later has the last word."""

_MAX_NEAR = 1024


class Setter:
    """One per document: what is shaped and measured for one paragraph serves the next."""

    def __init__(self, book: FontBook, house: House, language: str) -> None:
        """``language`` is a BCP 47 tag."""
        self.book = book
        self.house = house
        self.language = language
        self._letters: dict[tuple[CharacterLook, str], Letters] = {}
        self._near: dict[tuple[int, str], tuple[CharacterLook, Letters]] = {}
        """By identity, which is quicker; holds the look so that its identity stays its own."""
        self._looks: dict[tuple[CharacterLook, _Traits], CharacterLook] = {}

    def letters(self, look: CharacterLook, language: str = "") -> Letters:
        """``language`` is empty for that of the document."""
        near = self._near.get((id(look), language))
        if near is not None:
            return near[1]
        key = (look, language)
        found = self._letters.get(key)
        if found is None:
            found = Letters(look, language or self.language, self.book)
            self._letters[key] = found
        if len(self._near) >= _MAX_NEAR:
            self._near.clear()
        self._near[id(look), language] = (look, found)
        return found

    def look(self, text: CharacterLook, run: Run) -> CharacterLook:
        """What a run looks like in a paragraph of these letters."""
        traits = (run.bold, run.italic, run.muted, run.gap, run.mark, bool(run.href))
        if not any(traits):
            return text
        key = (text, traits)
        found = self._looks.get(key)
        if found is None:
            found = text
            for has, style in zip(traits, _STYLES, strict=True):
                if has:
                    found = self.changed(found, style)
            self._looks[key] = found
        return found

    def changed(self, text: CharacterLook, style: CharacterStyle) -> CharacterLook:
        change = self.house.characters.get(style)
        return text if change is None else change.over(text)
