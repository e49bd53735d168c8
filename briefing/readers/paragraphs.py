"""Lines to paragraphs: blank lines part them, and lines that were wrapped are joined again.

A line was wrapped if the first word of the next line would not have fitted on it. So the
width of the page is the one that explains most line ends; a text in which no width explains
half of them (a poem, a list, one line a paragraph) is not wrapped, and each line is a
paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_NARROWEST, _WIDEST = 40, 160
"""Characters a wrapped line has. A longer line is a paragraph that nobody wrapped."""
_ITEM = re.compile(r"\s*(?:[-–—*•·‣▪○]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_RUN = re.compile(r"[ \t]+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
# "short- and long-term": the hyphen ends the word, and a space follows it.
_AFTER_OPEN_HYPHEN = frozenset(
    {"and", "or", "to", "nor", "but", "und", "oder", "et", "ou", "y", "o"}
)


def split(text: str) -> list[str]:
    """Paragraphs in order, each on one line, none blank; no other character is lost.

    ``text`` has been cleaned. Runs of ordinary spaces and tabs become one space.
    """
    blocks = list(_blocks(text))
    width = _width(blocks)
    return [paragraph for block in blocks for paragraph in _paragraphs(block, width)]


LONGEST = 12_000
"""Characters of a paragraph. A window or a page can do little with a longer one."""
_PARTING = re.compile(r"[.!?…][\"'”’»)\]]*\s+|[。！？]")


def parted(text: str) -> Iterator[str]:
    """A paragraph as it is, or in parts where it is longer than any; nothing for a blank one.

    Parts end where a sentence does, else where a word does, else anywhere.
    """
    start = 0
    while len(text) - start > LONGEST:
        piece = text[start : start + LONGEST]
        ends = [each.end() for each in _PARTING.finditer(piece, LONGEST // 2)]
        end = ends[-1] if ends else piece.rfind(" ") + 1 or LONGEST
        yield text[start : start + end].strip()
        start += end
    if rest := text[start:].strip():
        yield rest


def _blocks(text: str) -> Iterator[list[str]]:
    """Lines that no blank line parts; without the white space at their ends."""
    block: list[str] = []
    for line in text.split("\n"):
        if stripped := line.rstrip():
            block.append(stripped)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _width(blocks: list[list[str]]) -> int | None:
    """The width at which the text was wrapped; None when it was not.

    Linear: each line end covers the widths that explain it, and the best covered one wins.
    """
    starts = [0] * (_WIDEST + 2)  # how many line ends begin, less those that cease, to cover it
    ends = lines = long = 0
    for block in blocks:
        lines += len(block)
        long += sum(len(line) > _WIDEST for line in block)
        for line, following in pairwise(block):
            if _ITEM.match(following):
                continue  # it begins a line wherever the one before ends
            ends += 1
            if len(line) <= _WIDEST:
                starts[len(line)] += 1
                starts[min(len(line) + 1 + _first_word(following), _WIDEST + 1)] -= 1
    if not ends or long > 0.1 * lines:
        return None
    best = width = covered = 0
    for candidate in range(_WIDEST + 1):
        covered += starts[candidate]
        if covered and covered >= best:  # of equals the widest, which nothing overflows
            best, width = covered, candidate
    if width < _NARROWEST or best < 0.5 * ends:
        return None
    inside = [(line, following) for block in blocks for line, following in pairwise(block)]
    wrapped = [line for line, following in inside if not _fits(line, following, width)]
    finished = sum(_SENTENCE_END.search(line) is not None for line in wrapped)
    overflowing = sum(
        len(line) > width and " " in line.strip() for block in blocks for line in block
    )
    visible = finished <= 0.5 * len(wrapped) and overflowing <= 0.1 * lines
    return width if visible else None


def _paragraphs(block: list[str], width: int | None) -> Iterator[str]:
    if width is None:
        yield from (_RUN.sub(" ", line.strip()) for line in block)
        return
    listed = sum(_ITEM.match(line) is not None for line in block) > 1
    parts = [block[0]]
    for line, following in pairwise(block):
        if _ends(line, following, width, parts[0], listed):
            yield _joined(parts)
            parts = []
        parts.append(following)
    yield _joined(parts)


def _ends(line: str, following: str, width: int, first: str, listed: bool) -> bool:
    """Whether a paragraph that began with ``first`` ends between the two lines."""
    if listed and _ITEM.match(following):
        return True
    # An indented line begins a paragraph, unless it hangs under the first line of an item.
    if _indent(following) >= _indent(line) + 2 and not _ITEM.match(first):
        return True
    if not _fits(line, following, width):
        return False
    # It was wrapped by hand if the sentence just goes on.
    goes_on = following.lstrip()[0].islower() and not _SENTENCE_END.search(line)
    return not (goes_on and len(line) >= 0.6 * width)


def _fits(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + _first_word(following) <= width


def _first_word(line: str) -> int:
    """Length of the first word."""
    return len(line.split(maxsplit=1)[0])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(lines: list[str]) -> str:
    pieces = [lines[0].strip()]
    for line in lines[1:]:
        following = line.strip()
        pieces.append(_between(pieces[-1], following))
        pieces.append(following)
    return _RUN.sub(" ", "".join(pieces))


def _between(before: str, after: str) -> str:
    """What stands where the line was broken. A hyphen stays as it is: nobody knows whose it is."""
    if _is_ideograph(before[-1]) and _is_ideograph(after[0]):
        return ""
    word = after.split(maxsplit=1)[0]
    if _BROKEN_WORD.search(before) and after[0].isalpha() and word not in _AFTER_OPEN_HYPHEN:
        return ""
    return " "


def _is_ideograph(character: str) -> bool:
    """Of a script that is written without spaces."""
    return "\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uff65"
