"""Lines below and through words, shades behind them. y counts up from the base line; points."""

from __future__ import annotations

from briefing.writers.layout.laid import Fill, Image, Rule
from briefing.writers.layout.letters import Letters


def decorate(marks: list[Rule | Fill | Image], letters: Letters, begin: float, end: float) -> None:
    """Puts what the letters from ``begin`` to ``end`` have besides themselves."""
    look, face, size = letters.look, letters.face, letters.size
    if end <= begin:
        return
    if look.shade:
        ascent, descent = letters.reach
        marks.append(Fill(begin, -descent, end - begin, ascent + descent, look.shade))
    width = face.underline_thickness * size
    for wanted, position in (
        (look.underline, face.underline_position),
        (look.strike, face.strike_position),
    ):
        if wanted:
            y = letters.up + position * size
            _add_rule(marks, Rule(begin, y, end, y, width, look.colour))


def _add_rule(marks: list[Rule | Fill | Image], rule: Rule) -> None:
    """Lengthens the rule before, where it goes on in the same way."""
    for at in range(len(marks) - 1, -1, -1):
        last = marks[at]
        if (
            isinstance(last, Rule)
            and abs(last.x2 - rule.x1) < 0.01
            and (last.y1, last.width, last.colour) == (rule.y1, rule.width, rule.colour)
        ):
            marks[at] = Rule(last.x1, rule.y1, rule.x2, rule.y2, rule.width, rule.colour)
            return
    marks.append(rule)
