"""The numbers of a list, which a word processor shows and its file does not hold.

Numbers are read because the text speaks of them ("under point 3"); bullets are not text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

LEVELS = 10
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def formatted(number: int, style: str) -> str:
    """``style`` as Word names it; a style that is not known here shows digits."""
    match style:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "ordinal":
            teen = number % 100 in (11, 12, 13)
            return f"{number}{'th' if teen else _ORDINALS.get(number % 10, 'th')}"
        case "bullet" | "none":
            return ""
        case _:
            return str(number)


def _letters(number: int) -> str:
    """a … z, aa, bb …: as word processors go on."""
    if not 0 < number <= 26 * 20:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


@dataclass(slots=True)
class Counters:
    """Where a list has got to, level by level from 0."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def step(self, level: int, starts: tuple[int, ...]) -> list[int]:
        """Count one more on a level; the numbers of the levels down to it."""
        for above in range(level):
            if self.values[above] is None:
                self.values[above] = starts[above]
        now = self.values[level]
        self.values[level] = starts[level] if now is None else now + 1
        for below in range(level + 1, LEVELS):
            self.values[below] = None
        return [each or 0 for each in self.values[: level + 1]]
