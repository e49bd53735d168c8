"""From lines and boxes that have their place on a page to what is painted there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.writers.house.look import Border
from briefing.writers.layout import keeping
from briefing.writers.layout.laid import Fill, Image, Item, LaidPage, Line, Piece, Place, Rule
from briefing.writers.layout.rows import PlacedTable
from briefing.writers.layout.setting import SetLine
from briefing.writers.layout.stacks import Segment
from briefing.writers.layout.tables import SetTable, cell_room


@dataclass(slots=True)
class Canvas:
    """What is painted on one page; y counts from the bottom of the paper."""

    numbers: tuple[int, int]
    """The page, from 1, and how many there are."""
    fills: list[Item] = field(default_factory=list[Item])
    rules: list[Item] = field(default_factory=list[Item])
    header: list[Item] = field(default_factory=list[Item])
    text: list[Item] = field(default_factory=list[Item])
    notes: list[Item] = field(default_factory=list[Item])
    footer: list[Item] = field(default_factory=list[Item])

    def page(self) -> LaidPage:
        parts = (self.fills, self.rules, self.header, self.text, self.notes, self.footer)
        return LaidPage(tuple(item for part in parts for item in part))

    def segments(
        self,
        segments: Sequence[Segment],
        x: float,
        width: float,
        top: float,
        out: list[Item],
        *,
        repeated: bool = False,
    ) -> None:
        """Paragraphs in a room that begins at x and, for their y, at ``top``."""
        for each in segments:
            paragraph = each.paragraph
            lines = paragraph.set.lines
            if paragraph.again is not None:
                anew = paragraph.again(self.numbers).lines
                lines = anew if len(anew) == len(lines) else lines
            y = top - each.top
            for line in lines[each.start : each.stop]:
                self._line(line, paragraph.place, x, y - line.base, out, repeated=repeated)
                y -= line.height
        self._boxes(segments, x, width, top)

    def _line(
        self,
        line: SetLine,
        place: Place,
        x: float,
        base: float,
        out: list[Item],
        *,
        repeated: bool,
    ) -> None:
        for mark in line.marks:
            match mark:
                case Fill():
                    self.fills.append(
                        Fill(x + mark.x, base + mark.y, mark.width, mark.height, mark.colour, place)
                    )
                case Rule():
                    self.rules.append(
                        Rule(
                            x + mark.x1,
                            base + mark.y1,
                            x + mark.x2,
                            base + mark.y2,
                            mark.width,
                            mark.colour,
                            mark.kind,
                            place,
                        )
                    )
                case Image():
                    out.append(
                        Image(
                            x + mark.x,
                            base + mark.y,
                            mark.width,
                            mark.height,
                            mark.data,
                            mark.alternative,
                        )
                    )
        if not line.pieces and not line.text:
            return
        pieces = tuple(
            [
                Piece(
                    x + each.x,
                    base + each.y,
                    each.shaped,
                    each.size,
                    each.colour,
                    each.inline,
                    each.spacing,
                    each.stretch,
                )
                for each in line.pieces
            ]
        )
        out.append(
            Line(place, x + line.x, base, line.width, pieces, line.text, line.order, repeated)
        )

    def _boxes(self, segments: Sequence[Segment], x: float, width: float, top: float) -> None:
        """Borders and shades; paragraphs that are joined stand in one box."""
        boxed = [each for each in segments if keeping.has_box(each.paragraph.look)]
        for n, each in enumerate(boxed):
            after = boxed[n + 1] if n + 1 < len(boxed) else None
            continued = after is not None and after.joined
            before = boxed[n - 1] if n and each.joined else None
            look = each.paragraph.look
            borders = look.borders
            left = x + look.left + min(0, look.first) - keeping.extent(borders.left)
            right = x + width - look.right + keeping.extent(borders.right)
            upper = top - (before.bottom if before else each.top - each.above)
            below = 0 if continued else each.below or keeping.extent(borders.bottom)
            lower = top - (each.bottom + below)
            if look.shade:
                self.fills.append(Fill(left, lower, right - left, upper - lower, look.shade))
            if not before:
                self._across(borders.top, left, right, upper, down=True)
            if not continued:
                self._across(borders.bottom, left, right, lower, down=False)
            self._upright(borders.left, left, upper, lower, inwards=1)
            self._upright(borders.right, right, upper, lower, inwards=-1)

    def _across(
        self, border: Border | None, left: float, right: float, y: float, *, down: bool
    ) -> None:
        """A border whose outer edge is at y."""
        if border:
            y += -border.width / 2 if down else border.width / 2
            self.rules.append(Rule(left, y, right, y, border.width, border.colour, border.kind))

    def _upright(
        self, border: Border | None, x: float, upper: float, lower: float, *, inwards: int
    ) -> None:
        if border:
            x += inwards * border.width / 2
            self.rules.append(Rule(x, lower, x, upper, border.width, border.colour, border.kind))

    def table(self, placed: PlacedTable, x: float, top: float, out: list[Item]) -> None:
        """Its rows on this page. x is the left margin; ``placed.top`` is below ``top``."""
        if not placed.rows:
            return
        table = placed.table
        look, edges = table.look, table.edges
        last = placed.rows[-1]
        for row in placed.rows:
            shade = table.rows[row.part.row].shade
            if shade:
                below = row.part.height
                bottom = top - row.top - below
                self.fills.append(Fill(x + edges[0], bottom, edges[-1] - edges[0], below, shade))
            for column, own in enumerate(table.rows[row.part.row].shades):
                if own:
                    left, width = edges[column], edges[column + 1] - edges[column]
                    bottom = top - row.top - row.part.height
                    self.fills.append(Fill(x + left, bottom, width, row.part.height, own))
            for column, cell in enumerate(row.part.cells):
                left, width = cell_room(look, edges, column)
                y = top - row.top - look.padding_top
                self.segments(cell.segments, x + left, width, y, out, repeated=row.repeated)
        lines = self._rows_of_rules(placed, table)
        for y, border in lines:
            if border:
                self._rule_across(border, table, x, top - y)
        upper = top - placed.top
        lower = top - last.top - last.part.height - _width(lines[-1][1])
        self._uprights(table, x, upper, lower)

    def _rows_of_rules(
        self, placed: PlacedTable, table: SetTable
    ) -> list[tuple[float, Border | None]]:
        """y of the middle of the borders above, between and below the rows."""
        borders = table.look.borders
        first = placed.rows[0]
        begins = first.part.row == 0 and first.part.begins
        upper = borders.top if begins else borders.inside_horizontal
        found: list[tuple[float, Border | None]] = [(first.top - _width(upper) / 2, upper)]
        for row in placed.rows:
            border = table.rows[row.part.row].border if row.part.ends else borders.inside_horizontal
            y = row.top + row.part.height
            found.append((y + _width(border) / 2, border))
        return found

    def _rule_across(self, border: Border, table: SetTable, x: float, y: float) -> None:
        edges, borders = table.edges, table.look.borders
        left = x + edges[0] - _width(borders.left) / 2
        right = x + edges[-1] + _width(borders.right) / 2
        self.rules.append(Rule(left, y, right, y, border.width, border.colour, border.kind))

    def _uprights(self, table: SetTable, x: float, upper: float, lower: float) -> None:
        borders, edges = table.look.borders, table.edges
        for n, edge in enumerate(edges):
            if n == 0:
                border = borders.left
            elif n == len(edges) - 1:
                border = borders.right
            else:
                border = borders.inside_vertical
            if border:
                self.rules.append(
                    Rule(x + edge, lower, x + edge, upper, border.width, border.colour, border.kind)
                )


def _width(border: Border | None) -> float:
    return border.width if border else 0
