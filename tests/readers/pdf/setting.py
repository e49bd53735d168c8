"""Sets pages as a printer would, so that a test knows which paragraphs are on them.

Lengths are points; ``top`` and ``base`` count from the top of the page.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

A4 = (595.0, 842.0)


@dataclass(frozen=True)
class Type:
    """How a paragraph is set."""

    size: float = 10
    font: str = "Times-Roman"
    leading: float = 12.5
    indent: float = 0
    """Of the first line."""
    hang: float = 0
    """Of the other lines."""
    after: float = 6
    justified: bool = False
    hyphens: bool = False
    centred: bool = False


@dataclass(frozen=True)
class Box:
    """Where lines go."""

    left: float
    top: float
    width: float
    base: float


@dataclass
class Sheet:
    """A PDF file as it is made, page after page."""

    size: tuple[float, float] = A4
    seed: int = 1
    encrypt: StandardEncryption | None = None
    out: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.canvas = Canvas(self.out, pagesize=self.size, invariant=1, encrypt=self.encrypt)

    def at(
        self, x: float, base: float, text: str, size: float = 10, font: str = "Times-Roman",
        right: bool = False, centre: bool = False,
    ) -> None:  # fmt: skip
        """One line."""
        self.canvas.setFont(font, size)
        draw = self.canvas.drawRightString if right else self.canvas.drawString
        if centre:
            draw = self.canvas.drawCentredString
        draw(x, self.size[1] - base, text)

    def line(self, x: float, base: float, text: str, type: Type, spread: float = 0) -> None:
        """A line whose spaces are wider by ``spread``."""
        drawn = self.canvas.beginText(x, self.size[1] - base)
        drawn.setFont(type.font, type.size)
        drawn.setWordSpace(spread)
        drawn.textOut(text)
        self.canvas.drawText(drawn)

    def rectangle(self, box: Box) -> None:
        """A picture of nothing."""
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        image = ImageReader(Image.new("RGB", (40, 30), (120, 140, 160)))
        self.canvas.drawImage(
            image, box.left, self.size[1] - box.base, box.width, box.base - box.top
        )

    def turn(self) -> None:
        """To the next page."""
        self.canvas.showPage()

    def flow(
        self, paragraphs: Iterable[str | tuple[str, Type]], boxes: Sequence[Box | None], type: Type
    ) -> float:
        """Paragraphs through boxes; None stands for a new page. Gives where the last line is."""
        places = iter(boxes)
        box = next(places)
        assert box is not None
        base = box.top
        first = True
        for each in paragraphs:
            text, look = (each, type) if isinstance(each, str) else each
            if not first:
                base += look.after
            first = False
            lines = self.broken(text, look, box.width)
            for number, (words, spread) in enumerate(lines):
                base += look.leading
                if base > box.base:
                    following = next(places)
                    if following is None:
                        self.turn()
                        following = next(places)
                        assert following is not None
                    box, base = following, following.top + look.leading
                shift = look.indent if number == 0 else look.hang
                if look.centred:
                    width = pdfmetrics.stringWidth(words, look.font, look.size)
                    shift = (box.width - width) / 2
                self.line(box.left + shift, base, words, look, spread)
        return base

    def broken(self, text: str, type: Type, width: float) -> list[tuple[str, float]]:
        """(line, what is added to each of its spaces)."""
        made: list[tuple[str, float]] = []
        words = text.split(" ")
        line: list[str] = []

        def room() -> float:
            return width - (type.hang if made else type.indent)

        def long(parts: list[str]) -> float:
            return pdfmetrics.stringWidth(" ".join(parts), type.font, type.size)

        while words:
            word = words.pop(0)
            if long([*line, word]) <= room() or not line:
                line.append(word)
                continue
            if (parts := self._hyphened(word, line, room(), type)) is not None:
                line.append(parts[0])
                words.insert(0, parts[1])
            else:
                words.insert(0, word)
            made.append((" ".join(line), self._spread(line, room(), long(line), type)))
            line = []
        made.append((" ".join(line), 0))
        return made

    def _hyphened(
        self, word: str, line: list[str], room: float, type: Type
    ) -> tuple[str, str] | None:
        """A word in two, where a hyphen breaks it or it has one."""
        at = [place + 1 for place, letter in enumerate(word) if letter == "-" and place > 0]
        at = [place for place in at if place < len(word)]
        if not at and type.hyphens and word.isalpha() and word.islower() and len(word) > 7:
            at = list(range(3, len(word) - 3))
        for place in reversed(at):
            first = word[:place] if word[place - 1] == "-" else f"{word[:place]}-"
            parts = [*line, first]
            if pdfmetrics.stringWidth(" ".join(parts), type.font, type.size) <= room:
                return first, word[place:]
        return None

    def _spread(self, line: list[str], room: float, long: float, type: Type) -> float:
        return (room - long) / (len(line) - 1) if type.justified and len(line) > 1 else 0

    def data(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


def bold(type: Type) -> Type:
    return replace(type, font="Times-Bold")
