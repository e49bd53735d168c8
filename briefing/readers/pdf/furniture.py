"""Running heads, page numbers and what else stands at the edges of every page.

It is kept once, after the article, with how many pages it was on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model.article import Role
from briefing.readers.content import Block
from briefing.readers.pdf.lines import rows
from briefing.readers.pdf.marks import Page, Piece

_ROWS = 4
"""Looked at, at the top and at the foot of a page."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[(•\s]*(?:(?:page|seite|p\.|s\.|página|pagina|str\.|стр\.|sivu|sida|side)\s*)?"
    r"(\d{1,5}|[ivxlc]{1,7})(?:\s*(?:of|/|\||von|de|sur|из|z|di|av)\s*(\d{1,5}))?[-–—|\])•.\s]*",
    re.I,
)
_ADDRESS = re.compile(r"https?://\S+(?:\s+\d{1,4}/\d{1,4})?")
_DAY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_LEAST_PAGES = 3
_SECTION_PAGE = re.compile(r"[A-Z]{1,2}[-–]?\d{1,3}")
_CORNER, _CORNER_ROOM, _MOST_IN_CORNERS = 0.1, 3, 3
"""Shares of the page; ems without words around what stands there; pieces in its row."""


@dataclass(frozen=True, slots=True)
class _Row:
    page: int
    """Index."""
    side: int
    """0 at the top, 1 at the foot."""
    depth: int
    """0 for the outermost."""
    pieces: tuple[Piece, ...]
    text: str

    @property
    def key(self) -> tuple[int, str]:
        return self.side, _NUMBER.sub("#", self.text)


def parted(pages: Sequence[Page]) -> tuple[list[Page], list[Block]]:
    """The pages without their furniture, and that, each once."""
    edges = [row for index, page in enumerate(pages) for row in _edges(index, page)]
    found = _repeated(edges, len(pages))
    found.update(_numbered(edges))
    found.update(_printed(edges))
    found.update(each for each in edges if any(piece.artifact for piece in each.pieces))
    taken = _outermost(edges, found)
    taken += _in_corners(edges, pages, set(taken))
    gone: defaultdict[int, set[Piece]] = defaultdict(set)
    for row in taken:
        gone[row.page].update(row.pieces)
    rest = [
        replace(page, pieces=tuple(each for each in page.pieces if each not in gone[index]))
        if index in gone
        else page
        for index, page in enumerate(pages)
    ]
    return rest, _blocks(taken)


def _edges(index: int, page: Page) -> list[_Row]:
    """The rows at the top and the foot, outermost first."""
    pieces = sorted(page.pieces, key=lambda each: each.base)
    top = rows(pieces[: 6 * _ROWS])[:_ROWS]
    foot = rows(pieces[-6 * _ROWS :])[: -_ROWS - 1 : -1]
    half = page.height / 2
    made: list[_Row] = []
    for side, each in enumerate((top, foot)):
        for depth, row in enumerate(each):
            if (row[0].base < half) is (side == 0):
                row = sorted(row, key=lambda piece: piece.left)
                text = " ".join(piece.text for piece in row)
                made.append(_Row(index, side, depth, tuple(row), text))
    return made


def _repeated(edges: list[_Row], pages: int) -> set[_Row]:
    """The same words on several pages; numbers in them may count the pages."""
    groups: defaultdict[tuple[int, str], list[_Row]] = defaultdict(list)
    for row in edges:
        groups[row.key].append(row)
    least = _LEAST_PAGES if pages > 4 else 2
    found: set[_Row] = set()
    for (_, text), group in groups.items():
        if len({row.page for row in group}) < least or sum(map(str.isalpha, text)) < 2:
            continue
        same = Counter(row.text for row in group)
        if _counts_pages(group):
            found.update(group)
        else:
            found.update(row for row in group if same[row.text] >= least)
    return found


def _counts_pages(group: list[_Row]) -> bool:
    """Whether one number in the row goes up with the pages, and the others stay."""
    numbers = [[int(each) for each in _NUMBER.findall(row.text)[:6]] for row in group]
    counting = 0
    for column in zip(*numbers, strict=False):
        steps = Counter(number - row.page for number, row in zip(column, group, strict=True))
        if steps.most_common(1)[0][1] >= max(2, 0.7 * len(group)):
            counting += 1
        elif len(set(column)) > 1:
            return False
    return counting > 0


def _numbered(edges: list[_Row]) -> set[_Row]:
    """Rows that are a page number and nothing more."""
    found: dict[_Row, int] = {}
    said: set[_Row] = set()
    for row in edges:
        match = _PAGE_NUMBER.fullmatch(row.text) if len(row.text) < 40 else None
        if match is None:
            continue
        number = int(match[1]) if match[1].isdigit() else _roman(match[1])
        found[row] = number - row.page
        if match[2] and number == row.page + 1:
            said.add(row)  # "1/3", "Page 1 of 1"
        elif row.depth == 0 and row.side == 1 and number == row.page + 1 == 1:
            said.add(row)  # the only page's
    pages: defaultdict[int, set[int]] = defaultdict(set)
    for row, step in found.items():
        pages[step].add(row.page)
    return said | {row for row, step in found.items() if len(pages[step]) > 1}


def _printed(edges: list[_Row]) -> set[_Row]:
    """What a browser prints around a page: its address at the foot, the day at the top."""
    feet = {row for row in edges if row.side == 1 and _ADDRESS.fullmatch(row.text)}
    pages = {row.page for row in feet}
    return feet | {
        row
        for row in edges
        if row.side == 0 and row.depth == 0 and row.page in pages and _DAY.match(row.text)
    }


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[each] for each in text.lower()]
    return sum(
        -value if value < max(values[index:]) else value for index, value in enumerate(values)
    )


def _outermost(edges: list[_Row], found: set[_Row]) -> list[_Row]:
    """Those with nothing but furniture between them and the edge of the page."""
    taken: list[_Row] = []
    ended: set[tuple[int, int]] = set()
    for row in edges:  # of each side the outermost come first
        place = row.page, row.side
        if row not in found:
            ended.add(place)
        elif place not in ended or any(piece.artifact for piece in row.pieces):
            taken.append(row)
    return taken


def _in_corners(edges: list[_Row], pages: Sequence[Page], taken: set[_Row]) -> list[_Row]:
    """``A4`` in a corner of a page, with nothing near it: a newspaper's number of the page."""
    made: list[_Row] = []
    for row in edges:
        if row.depth or row in taken or len(row.pieces) > _MOST_IN_CORNERS:
            continue
        page = pages[row.page]
        for each in {row.pieces[0], row.pieces[-1]}:
            out = min(each.base, page.height - each.base) < _CORNER * page.height
            beside = min(each.left, page.width - each.right) < _CORNER * page.width
            room = _CORNER_ROOM * each.size
            alone = all(
                other is each or other.left > each.right + room or other.right < each.left - room
                for other in row.pieces
            )
            if out and beside and alone and _SECTION_PAGE.fullmatch(each.text):
                made.append(replace(row, pieces=(each,), text=each.text))
    return made


def _blocks(taken: list[_Row]) -> list[Block]:
    groups: defaultdict[tuple[int, str], list[_Row]] = defaultdict(list)
    for row in taken:
        groups[row.key].append(row)
    return [_block(side, group) for (side, _), group in groups.items()]


def _block(side: int, group: list[_Row]) -> Block:
    first, last = group[0].text, group[-1].text
    text = first if first == last else f"{first} … {last}"
    pages = len({row.page for row in group})
    count = f"{pages} page{'s' if pages > 1 else ''}"
    if all(
        _PAGE_NUMBER.fullmatch(row.text) or _SECTION_PAGE.fullmatch(row.text)
        for row in (group[0], group[-1])
    ):
        kind = "page numbers" if pages > 1 else "page number"
    else:
        kind = "running foot" if side else "running head"
    return Block(text, Role.NOTICE, f"{kind} on {count}")
