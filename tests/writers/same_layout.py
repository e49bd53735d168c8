"""Compares how two PDF files are laid out: ours, and LibreOffice's of the same Word file.

A *line* here is what stands on one base line without a wide gap: the cells of a table side by side
are lines of their own, a bullet too. Lengths are points.

    python tests/writers/same_layout.py HOUSE [BRIEF ...] [--letter] [--all] [--keep FOLDER]

prints the figures of a house style for the sample briefs (``briefs.SAMPLES``) and the first lines
that differ.
"""

from __future__ import annotations

import argparse
import io
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar

_SAME_BASE = 0.6
"""Letters whose base lines differ by less stand on one line."""
_RAISED = 0.7
"""Of the size of the letters beside it: how far a smaller letter may be above or below them."""
_GAP, _GAP_AFTER_SPACE = 0.7, 1.6
"""Of the size: a wider gap after a letter, or after a space, ends a line."""
_FAR = 40
"""Lines with the same words further apart than this are not the same line."""


@dataclass(frozen=True, slots=True)
class Letter:
    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    page: int
    """From 1."""
    text: str
    """As it is seen, from left to right."""
    left: float
    """Of its first letter."""
    right: float
    """Of its last letter."""
    base: float
    """Its base line, from the bottom of the page."""

    @property
    def key(self) -> str:
        """What two lines must have in common to say the same."""
        # Without accents: a glyph that is only an accent may be encoded as anything. Small letters
        # and capitals are one: what is set in capitals is encoded as it was written by some.
        letters = unicodedata.normalize("NFKD", "".join(self.text.split()).casefold())
        text = "".join(c for c in letters if unicodedata.category(c) != "Mn")
        if any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
            return "".join(sorted(text))  # marks may be drawn before or after their letter
        return text

    def __str__(self) -> str:
        return f"page {self.page} x {self.left:6.1f} y {self.base:6.1f}  {self.text}"


@dataclass(frozen=True)
class Report:
    ours: int
    """How many lines."""
    theirs: int
    pairs: list[tuple[SeenLine, SeenLine]]
    """Lines with the same words on the same page."""
    only_ours: list[SeenLine]
    only_theirs: list[SeenLine]
    pages: tuple[int, int]
    """How many pages; ours, theirs."""
    name: str = ""
    _sorted: dict[str, list[float]] = field(default_factory=dict[str, list[float]])

    @property
    def share(self) -> float:
        """Of the lines, the smaller of both shares."""
        return len(self.pairs) / max(self.ours, self.theirs, 1)

    @property
    def share_ours(self) -> float:
        return len(self.pairs) / max(self.ours, 1)

    @property
    def share_theirs(self) -> float:
        return len(self.pairs) / max(self.theirs, 1)

    def dx(self, quantile: float = 1) -> float:
        """How far left edges are apart."""
        return self._at("dx", (abs(a.left - b.left) for a, b in self.pairs), quantile)

    def dx_right(self, quantile: float = 1) -> float:
        return self._at("right", (abs(a.right - b.right) for a, b in self.pairs), quantile)

    def dy(self, quantile: float = 1) -> float:
        """How far base lines are apart."""
        return self._at("dy", (abs(a.base - b.base) for a, b in self.pairs), quantile)

    def _at(self, name: str, values: Iterable[float], quantile: float) -> float:
        found = self._sorted.get(name) or self._sorted.setdefault(name, sorted(values))
        return found[min(int(quantile * len(found)), len(found) - 1)] if found else 0.0

    def __str__(self) -> str:
        return (
            f"{self.name:24} pages {self.pages[0]}/{self.pages[1]}"
            f"  lines {self.ours}/{self.theirs}"
            f"  same {self.share_ours:6.1%} of ours {self.share_theirs:6.1%} of theirs"
            f"  dx 95% {self.dx(0.95):.2f} most {self.dx():.2f}"
            f"  right 95% {self.dx_right(0.95):.2f} most {self.dx_right():.2f}"
            f"  dy 95% {self.dy(0.95):.2f} most {self.dy():.2f}"
        )

    def differences(self, most: int = 8) -> str:
        """The first lines that only one side has, and those that are furthest apart."""
        said = [f"  ours only    {each}" for each in self.only_ours[:most]]
        said += [f"  theirs only  {each}" for each in self.only_theirs[:most]]
        far = [pair for pair in self.pairs if abs(pair[0].left - pair[1].left) > 1]
        said += [f"  dx {a.left - b.left:+.2f}     {a}" for a, b in far[:most]]
        low = [pair for pair in self.pairs if abs(pair[0].base - pair[1].base) > 4]
        said += [f"  dy {a.base - b.base:+.2f}     {a}" for a, b in low[:most]]
        return "\n".join(said)


def compare(ours: bytes, theirs: bytes, name: str = "") -> Report:
    pages = (read(ours), read(theirs))
    counts = [sum(map(len, each)) for each in pages]
    pairs: list[tuple[SeenLine, SeenLine]] = []
    only_ours: list[SeenLine] = []
    only_theirs: list[SeenLine] = []
    for n in range(max(map(len, pages))):
        mine, other = (each[n] if n < len(each) else [] for each in pages)
        same, mine, other = _matched(mine, other)
        # Where a gap is just wide enough in one of them: the same words in fewer lines.
        joined, other_joined = list(_joined(mine)), list(_joined(other))
        more, rest, other_rest = _matched(joined, other_joined)
        if more:
            counts[0] -= len(mine) - len(joined)
            counts[1] -= len(other) - len(other_joined)
        else:
            rest, other_rest = mine, other
        pairs += same + more
        only_ours += rest
        only_theirs += other_rest
    both = (len(pages[0]), len(pages[1]))
    return Report(counts[0], counts[1], pairs, only_ours, only_theirs, both, name)


# --- lines of a file ----------------------------------------------------------------------------


def read(data: bytes) -> list[list[SeenLine]]:
    """The lines of each page, from top to bottom and left to right."""
    pages = extract_pages(io.BytesIO(data), laparams=None)
    return [
        [line for row in _rows(list(_letters(page))) for line in _lines(row, number)]
        for number, page in enumerate(pages, start=1)
    ]


def _letters(item: object) -> Iterator[Letter]:
    if isinstance(item, LTChar):
        width = item.x1 - item.x0
        text = _shown(item.get_text(), width > 0.05 * item.size)
        if text:
            base = item.matrix[5]
            yield Letter(text, item.x0, item.x1, base, item.size)
    for each in getattr(item, "_objs", ()):
        yield from _letters(each)


_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u00ad"), "-")


def _shown(text: str, wide: bool) -> str:
    """Ligatures as their letters; a hyphen as such, however it is encoded; no marks of no width."""
    return unicodedata.normalize("NFKC", text.translate(_HYPHENS)) if wide else ""


def _rows(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Letters on one base line; raised ones with those they stand beside."""
    rows: list[list[Letter]] = []
    for each in sorted(letters, key=lambda each: -each.base):
        if rows and abs(rows[-1][0].base - each.base) < _SAME_BASE:
            rows[-1].append(each)
        else:
            rows.append([each])
    for row in rows:
        row.sort(key=lambda each: each.left)
    for n, row in enumerate(rows):
        if all(each.text.isspace() for each in row):  # or there is none any more
            continue
        for other in rows[max(0, n - 4) : n + 5]:
            if other is not row:
                _lower_raised(other, row)
    return [row for row in rows if any(not each.text.isspace() for each in row)]


def _lower_raised(small: list[Letter], row: list[Letter]) -> None:
    """Moves letters of ``small`` into ``row`` where they are raised letters of it."""
    lead = max(row, key=lambda each: each.size)
    if not small or abs(small[0].base - lead.base) > _RAISED * lead.size:
        return
    moved = True
    while moved:  # a number of several digits joins one by one
        moved = False
        for each in [each for each in small if each.size < 0.85 * lead.size]:
            if any(_beside(each, other) for other in row):
                small.remove(each)
                row.append(each)
                moved = True
    row.sort(key=lambda each: each.left)


def _beside(raised: Letter, other: Letter) -> bool:
    """Whether it touches a larger letter, or one raised like itself."""
    return (other.size > raised.size * 1.15 or other.base == raised.base) and (
        abs(raised.left - other.right) < 2 or abs(other.left - raised.right) < 2
    )


def _lines(row: Sequence[Letter], page: int) -> Iterator[SeenLine]:
    part: list[Letter] = []
    for each in row:
        if part:
            last = part[-1]
            gap = _GAP_AFTER_SPACE if last.text.isspace() or each.text.isspace() else _GAP
            if each.left - last.right > gap * max(each.size, last.size):
                yield from _line(part, page)
                part = []
        part.append(each)
    yield from _line(part, page)


def _line(letters: Sequence[Letter], page: int) -> Iterator[SeenLine]:
    seen = [each for each in letters if not each.text.isspace()]
    if seen:
        text = "".join(each.text for each in letters).strip()
        size = max(each.size for each in seen)
        base = next(each.base for each in seen if each.size == size)
        yield SeenLine(page, " ".join(text.split()), seen[0].left, seen[-1].right, base)


# --- which lines are the same -------------------------------------------------------------------

_Lines = list[SeenLine]


def _matched(
    ours: Sequence[SeenLine], theirs: Sequence[SeenLine]
) -> tuple[list[tuple[SeenLine, SeenLine]], _Lines, _Lines]:
    """Pairs with the same words, the nearest first; then what is left of each."""
    groups: dict[str, _Lines] = defaultdict(list)
    for each in theirs:
        groups[each.key].append(each)
    pairs: list[tuple[SeenLine, SeenLine]] = []
    by_key: dict[str, _Lines] = defaultdict(list)
    for each in ours:
        by_key[each.key].append(each)
    for key, mine in by_key.items():
        other = groups.get(key, [])
        near = sorted(
            (abs(a.base - b.base) + abs(a.left - b.left), i, j)
            for i, a in enumerate(mine)
            for j, b in enumerate(other)
        )
        used: tuple[set[int], set[int]] = (set(), set())
        for far, i, j in near:
            if far < _FAR and i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                pairs.append((mine[i], other[j]))
    seen = {id(each) for pair in pairs for each in pair}
    return (
        sorted(pairs, key=lambda pair: (-pair[0].base, pair[0].left)),
        [each for each in ours if id(each) not in seen],
        [each for each in theirs if id(each) not in seen],
    )


def _joined(lines: Sequence[SeenLine]) -> Iterator[SeenLine]:
    """Lines that follow each other on one base line as one."""
    last: SeenLine | None = None
    for each in lines:
        if last and abs(last.base - each.base) < _SAME_BASE and each.left >= last.left:
            last = SeenLine(each.page, f"{last.text} {each.text}", last.left, each.right, last.base)
        else:
            if last:
                yield last
            last = each
    if last:
        yield last


# --- our writers against LibreOffice ------------------------------------------------------------


def reports(
    house_id: str, names: Sequence[str], letter: bool = False, keep: Path | None = None
) -> list[Report]:
    """Of the sample briefs in a house style; LibreOffice starts once."""
    from briefs import SAMPLES
    from libreoffice import convert

    from briefing.model.brief import Page
    from briefing.writers import WRITERS, Options
    from briefing.writers.house import load
    from briefing.writers.house import read as read_house

    page = Page.LETTER if letter else Page.A4
    if house_id.endswith(".docx"):
        path = Path(house_id)
        house = read_house(path.read_bytes(), path.name, page=page)
        house_id = house.id
    else:
        house = load(house_id, page)
    files = {
        suffix: {name: WRITERS[suffix](SAMPLES[name], house, Options()).data for name in names}
        for suffix in (".docx", ".pdf")
    }
    theirs = convert(files[".docx"])
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        for name in names:
            (keep / f"{house_id}-{name}.docx").write_bytes(files[".docx"][name])
            (keep / f"{house_id}-{name}.pdf").write_bytes(files[".pdf"][name])
            (keep / f"{house_id}-{name}-libreoffice.pdf").write_bytes(theirs[name])
    return [compare(files[".pdf"][each], theirs[each], f"{house_id} {each}") for each in names]


def main() -> None:
    root = Path(__file__).parents[2]
    sys.path[:0] = [str(root), str(Path(__file__).parent)]
    from briefs import SAMPLES

    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0] if __doc__ else "")
    parser.add_argument("house", help="id of a house style, such as modern, or the file of one")
    parser.add_argument("brief", nargs="*", help=", ".join(SAMPLES))
    parser.add_argument("--letter", action="store_true", help="US Letter in place of A4")
    parser.add_argument("--all", action="store_true", help="every line that differs")
    parser.add_argument("--keep", type=Path, help="folder for the files that were compared")
    asked = parser.parse_args()
    for each in reports(asked.house, asked.brief or list(SAMPLES), asked.letter, asked.keep):
        print(each)
        print(each.differences(1000 if asked.all else 8))


if __name__ == "__main__":
    main()
