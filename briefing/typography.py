"""No-break spaces where a line must not end: “¶ 5”, “20 months”, “Gen. Milley”.

Nothing but spaces is changed, in the document and never in the article.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from briefing.lexicon import either, words
from briefing.model.brief import Block, Brief, Cell, Inline, Note, Run, Table

_NO_BREAK = "\N{NO-BREAK SPACE}"


def bound(brief: Brief) -> Brief:
    """The same words, bound where they belong together."""
    return replace(
        brief,
        blocks=tuple(map(_block, brief.blocks)),
        header=_inlines(brief.header),
        footer=_inlines(brief.footer),
        numbering=_inlines(brief.numbering),
    )


def bind(text: str) -> str:
    """A piece of text with no-break spaces in place of some of its spaces."""
    if " " not in text:
        return text
    return _places().sub(_NO_BREAK, text)


def _block(block: Block) -> Block:
    if isinstance(block, Table):
        rows = tuple(tuple(map(_cell, row)) for row in block.rows)
        return replace(block, rows=rows)
    return replace(block, inlines=_inlines(block.inlines))


def _cell(cell: Cell) -> Cell:
    paragraphs = tuple(replace(each, inlines=_inlines(each.inlines)) for each in cell.paragraphs)
    return replace(cell, paragraphs=paragraphs)


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(map(_inline, inlines))


def _inline(inline: Inline) -> Inline:
    if isinstance(inline, Run):
        return replace(inline, text=bind(inline.text))
    if isinstance(inline, Note):
        return replace(inline, inlines=tuple(replace(e, text=bind(e.text)) for e in inline.inlines))
    return inline


@cache
def _places() -> re.Pattern[str]:
    """Each single space that holds its neighbours together."""
    units = either(words("binding", "units"))
    months = either(words("binding", "months"))
    titles = either(f"{each}." for each in words("abbreviations", "titles"))
    titles += "|" + either(words("binding", "before_names"))
    numbered = either(words("binding", "before_numbers"))
    starters = either(words("abbreviations", "starters"))
    return re.compile(
        "|".join(
            (
                rf"(?<=\d) (?=(?:{units})(?!\w))",
                rf"(?<=\d) (?=(?:{months})(?!\w))",
                *_after(months, r"(?=\d{1,2}(?!\d))"),
                *_after(titles, r"(?=[^\W\d_a-z])"),
                *_after(numbered, r"(?=\d)"),
                # an initial and the name, but not "Plan B. The"
                rf"(?<=(?<!\w)[^\W\d_a-z]\.) (?=[^\W\d_a-z])(?!(?:{starters})(?!\w))",
                r" (?=[–—] )",  # a dash does not begin a line
            )
        )
    )


def _after(choices: str, then: str) -> list[str]:
    """A space after any of the words; a pattern can look back only over a known length."""
    lengths: dict[int, list[str]] = {}
    for each in choices.split("|"):
        lengths.setdefault(len(re.sub(r"\\(.)", r"\1", each)), []).append(each)
    return [rf"(?<=(?<!\w)(?:{'|'.join(some)})) {then}" for _, some in sorted(lengths.items())]
