"""Words in one look: how wide they are, which glyphs they have. Each is shaped once a document.

All lengths are points unless they are named units, which are those of the font.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from briefing.writers.fonts.face import Face, Shaped
from briefing.writers.house.look import Caps, CharacterLook, Raised
from briefing.writers.layout import breaking, heights

if TYPE_CHECKING:
    from briefing.writers.fonts import FontBook

_SMALL = 0.8
"""Size of capitals that stand for small letters."""
_RAISED_SIZE = 0.58
_RAISED_UP = 0.34
_LOWERED_DOWN = 0.08
"""Of the height of a line, as LibreOffice has them for Word's superscript and subscript."""
_KERNED = "AJTVWYy“”‘’\"'(-–—.,;:1"
"""Letters that fonts are known to kern with a space before them."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")

Part = tuple[Face, float, str]
"""Face, size, and what is shown in it."""


@dataclass(slots=True, eq=False)
class Word:
    """What lies between two spaces, with the spaces after it; or a part of that."""

    text: str
    width: float
    """Without the spaces after it; in steps of the device that LibreOffice measures with, which is
    what lines are filled by."""
    space: float
    """Of the spaces after it, likewise."""
    true: float
    """Width without the spaces after it, as the font has it."""
    true_space: float
    """Of the spaces after it, likewise."""
    blanks: int
    """How many these are."""
    shaped: Shaped | None
    """With the spaces; None where it needs more than one face or size, or runs right to left."""
    parts: tuple[Part, ...]
    """Where ``shaped`` is None."""
    split: tuple[Word, ...] = ()
    """Its own parts, where a line may end inside it."""
    closes: bool = False
    """Whether no line may begin with it, although a space is before it."""
    opens: bool = False
    """Whether no line may end after it, although a space is after it."""
    odd: bool = False
    """Whether any of the last three says something."""
    regular: bool = False
    """Whether it has a glyph for each letter."""


class Letters:
    """A look in a language, with its face and its words."""

    def __init__(self, look: CharacterLook, language: str, book: FontBook) -> None:
        self.look = look
        self.language = language
        self.book = book
        self.face = book.face(look.family, bold=look.bold, italic=look.italic)
        self.size, self.up = look.size, 0.0
        if look.raised is not Raised.NO:
            self.size = look.size * _RAISED_SIZE
            up = _RAISED_UP if look.raised is Raised.SUPERSCRIPT else -_LOWERED_DOWN
            self.up = sum(heights.of_face(self.face, look.size)) * up
        self.scale = self.size / self.face.units
        self.simple = look.caps is not Caps.SMALL and not look.spacing
        self._words: dict[str, Word] = {}
        self._before: dict[tuple[str, int], Word] = {}
        self._space = self.shape(self.face, " ", rtl=False).width
        self.kerned = self._kerned_after_space() if look.kern else {}
        self._hyphen: Word | None = None
        self.overhang = heights.overhang(self.face, self.size) if look.italic else 0.0
        """Room that LibreOffice leaves after them at the end of a line."""
        self.decorated = bool(look.underline or look.strike or look.shade)
        self.reach = heights.of_face(self.face, look.size)
        """Above and below the base line; other fonts for single letters do not count."""

    def shape(self, face: Face, text: str, *, rtl: bool) -> Shaped:
        return face.shape(
            text,
            rtl=rtl,
            kern=self.look.kern,
            language=self.language,
            ligatures=not self.look.spacing,  # as letters that are set apart have none
        )

    def _kerned_after_space(self) -> dict[str, int]:
        """What a space before these letters gains, in units; the letters that it matters for."""
        found: dict[str, int] = {}
        for each in _KERNED:
            if self.face.shows(each):
                alone = self.shape(self.face, each, rtl=False).width + self._space
                gained = self.shape(self.face, " " + each, rtl=False).width - alone
                if gained:
                    found[each] = gained
        return found

    @property
    def hyphen(self) -> float:
        """Width of a hyphen and what is before it, as ``Word.width``."""
        if self._hyphen is None:
            self._hyphen = self.part("-")
        return self.look.spacing + self._hyphen.width

    @property
    def true_hyphen(self) -> float:
        """As ``Word.true``."""
        word = self._hyphen if self._hyphen is not None else self.part("-")
        return self.look.spacing + word.true

    def words(self, text: str, tokens: Sequence[str]) -> list[Word]:
        """``tokens`` are the text, parted after spaces."""
        known = self._words
        try:
            found = [known[each] for each in tokens]
        except KeyError:
            found = [self.word(each) for each in tokens]
        if self.kerned and self.kerned.keys() & set(text):
            for at in range(1, len(tokens)):
                gained = self.kerned.get(tokens[at][0])
                if gained and found[at - 1].blanks and found[at - 1].shaped:
                    found[at - 1] = self._word_before(found[at - 1], gained)
        return found

    def word(self, token: str) -> Word:
        found = self._words.get(token)
        if found is None:
            found = self._words[token] = self._make(token)
        return found

    def _word_before(self, word: Word, gained: int) -> Word:
        """The word before a letter that is kerned with the space between them."""
        key = (word.text, gained)
        found = self._before.get(key)
        if found is None:
            shaped = word.shaped
            assert shaped is not None
            advances = (*shaped.advances[:-1], shaped.advances[-1] + gained)
            moved = Shaped(
                shaped.face, shaped.text, shaped.ids, advances, shaped.offsets, shaped.clusters,
                shaped.width + gained, shaped.rtl,
            )  # fmt: skip
            space = word.space + self._stepped((gained,))
            true_space = word.true_space + gained * self.scale
            split = word.split
            if split:
                split = (*split[:-1], self._word_before(split[-1], gained))
            found = self._before[key] = Word(
                word.text, word.width, space, word.true, true_space, word.blanks, moved,
                word.parts, split,
                word.closes, word.opens, word.odd, word.regular,
            )  # fmt: skip
        return found

    def _make(self, token: str) -> Word:
        body = token.rstrip(" ")
        word = self._measured(token, body)
        if body:
            # a mark that stands alone counts as a letter
            first, last = breaking.kind(body[0]), breaking.kind(body[-1])
            word.closes = not breaking.parts_spaced(breaking.Kind.AL, first)
            word.opens = not breaking.parts_spaced(last, breaking.Kind.AL)
            if len(body) > 1 and (places := breaking.opportunities(body)):
                word.split = self._split(word, places)
            word.odd = bool(word.split or word.closes or word.opens)
        return word

    def _measured(self, token: str, body: str) -> Word:
        blanks = len(token) - len(body)
        if self.simple:
            shown = token.upper() if self.look.caps is Caps.ALL else token
            pieces = self.book.pieces(shown, self.face, self.language)
            if len(pieces) == 1 and pieces[0][0] is self.face and not _RIGHT_TO_LEFT.search(token):
                shaped = self.shape(self.face, pieces[0][1], rtl=False)
                word = self._plain(token, blanks, shaped)
                word.regular = shaped.clusters == tuple(range(len(token)))
                return word
        parts = self.parts(token)
        # of words that run both ways, nobody knows yet which letters stand side by side
        kern = self.look.kern and not _RIGHT_TO_LEFT.search(token)
        true = sum([self._part_width(each, kern=kern) for each in parts])
        space = self.space_width(blanks)
        if body:
            space += self.look.spacing  # at the end of a line that counts as little as a space
        return Word(token, true - space, space, true - space, space, blanks, None, parts)

    def _plain(self, text: str, blanks: int, shaped: Shaped) -> Word:
        advances = shaped.advances
        spaces = advances[-blanks:] if blanks else ()
        letters = advances[:-blanks] if blanks else advances
        space = sum(spaces)
        true = (shaped.width - space) * self.scale
        return Word(
            text, self._stepped(letters), self._stepped(spaces), true, space * self.scale,
            blanks, shaped, (),
        )  # fmt: skip

    def _stepped(self, advances: Iterable[int]) -> float:
        """Width when each glyph is rounded to a step."""
        scale = self.scale * heights.STEPS
        return sum([floor(each * scale + 0.5) for each in advances]) / heights.STEPS

    def _split(self, word: Word, places: tuple[int, ...]) -> tuple[Word, ...]:
        text = word.text
        bounds = (0, *places, len(text))
        found: list[Word] = []
        for begin, end in pairwise(bounds):
            part = text[begin:end]
            found.append(self._cut(word, begin, end) or self._measured(part, part.rstrip(" ")))
        return tuple(found)

    def _cut(self, word: Word, begin: int, end: int) -> Word | None:
        """A part of a word as it stands in the word; None where glyphs would have to be parted."""
        shaped = word.shaped
        if shaped is None or shaped.offsets or not word.regular:
            return None
        advances = shaped.advances[begin:end]
        part = Shaped(
            shaped.face, shaped.text[begin:end], shaped.ids[begin:end], advances, None,
            tuple(range(end - begin)), sum(advances),
        )  # fmt: skip
        cut = self._plain(word.text[begin:end], word.blanks if end == len(word.text) else 0, part)
        cut.regular = True
        return cut

    def measure(self, text: str) -> float:
        """Width of the beginning of a word."""
        return self.part(text).width

    def part(self, text: str) -> Word:
        """The beginning of a word that is parted where no line should end; not kept."""
        return self._measured(text, text)

    def parts(self, text: str) -> tuple[Part, ...]:
        """The text by face and size."""
        if self.look.caps is Caps.SMALL:
            found: list[Part] = []
            for small, shown in _small_capitals(text):
                size = self.size * _SMALL if small else self.size
                found += [
                    (face, size, part)
                    for face, part in self.book.pieces(shown, self.face, self.language)
                ]
            return tuple(found)
        shown = text.upper() if self.look.caps is Caps.ALL else text
        return tuple(
            (face, self.size, part)
            for face, part in self.book.pieces(shown, self.face, self.language)
        )

    def shaped_part(self, part: Part) -> Shaped:
        face, _, text = part
        return self.shape(face, text, rtl=bool(_RIGHT_TO_LEFT.search(text)))

    def _part_width(self, part: Part, *, kern: bool) -> float:
        face, size, text = part
        rtl = bool(_RIGHT_TO_LEFT.search(text))
        shaped = face.shape(
            text, rtl=rtl, kern=kern, language=self.language, ligatures=not self.look.spacing
        )
        return shaped.width * size / face.units + self.look.spacing * len(shaped.ids)

    def space_width(self, blanks: int) -> float:
        return blanks * (self._space * self.scale + self.look.spacing)


def _small_capitals(text: str) -> list[tuple[bool, str]]:
    """(whether they are smaller, capitals)."""
    found: list[tuple[bool, str]] = []
    for character in text:
        shown = character.upper()
        small = shown != character
        if found and found[-1][0] is small:
            found[-1] = (small, found[-1][1] + shown)
        else:
            found.append((small, shown))
    return found
