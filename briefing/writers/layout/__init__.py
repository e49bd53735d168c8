"""A brief laid out in a house style: each line at its place on its page.

The rules are those by which Word and LibreOffice lay out the Word file of the same brief, so that
both have the same lines on the same pages.
"""

from __future__ import annotations

from briefing.model.brief import Brief, Heading, Paragraph, Run
from briefing.writers.fonts import FontBook
from briefing.writers.house.whole import House
from briefing.writers.layout.edges import PageEdges
from briefing.writers.layout.elements import Elements, note_room
from briefing.writers.layout.laid import Laid, OutlineEntry, Rule
from briefing.writers.layout.notes import RULE_SHARE, RULE_SPACE, RULE_WIDTH, Notes
from briefing.writers.layout.pages import paginate
from briefing.writers.layout.painting import Canvas
from briefing.writers.layout.rows import Page, PlacedTable
from briefing.writers.layout.setter import Setter
from briefing.writers.layout.stacks import Segment

__all__ = ["lay"]

_RULE_COLOUR = "#000000"


def lay(brief: Brief, house: House) -> Laid:
    """Raises nothing of its own: what fits nowhere is broken, and nothing is lost."""
    book = FontBook(brief.language)
    setter = Setter(book, house, brief.language)
    elements = Elements(brief, setter)
    edges = PageEdges(brief, setter)
    notes = note_room(elements, house)
    found = paginate(list(elements.make()), notes, lambda page: edges.room(page).height)
    painted = [
        _paint(page, (number, len(found)), edges, notes, house)
        for number, page in enumerate(found, start=1)
    ]
    return Laid(
        house.page.width,
        house.page.height,
        tuple(each.page() for each in painted),
        tuple(_outline(brief, found, edges)),
        book.notices,
    )


def _paint(
    page: Page, numbers: tuple[int, int], edges: PageEdges, notes: Notes, house: House
) -> Canvas:
    canvas = Canvas(numbers)
    room = edges.room(numbers[0] - 1)
    left, width = house.page.left, house.page.room
    segments: list[Segment] = []
    for each in page.placed:
        if isinstance(each, Segment):
            segments.append(each)
            continue
        canvas.segments(segments, left, width, room.top, canvas.text)
        segments.clear()
        if isinstance(each, PlacedTable):
            canvas.table(each, left, room.top, canvas.text)
        else:
            canvas.rules.append(_short_rule(left, width, room.top - each))
    canvas.segments(segments, left, width, room.top, canvas.text)
    if page.foot.portions:
        top = room.bottom + page.foot.height
        canvas.rules.append(_short_rule(left, width, top - RULE_SPACE - RULE_WIDTH / 2))
        canvas.segments(list(notes.segments(page.foot)), left, width, top, canvas.notes)
    edges.paint(canvas)
    return canvas


def _short_rule(left: float, width: float, y: float) -> Rule:
    return Rule(left, y, left + width * RULE_SHARE, y, RULE_WIDTH, _RULE_COLOUR)


def _outline(brief: Brief, pages: list[Page], edges: PageEdges) -> list[OutlineEntry]:
    found: list[OutlineEntry] = []
    for number, page in enumerate(pages):
        for each in page.placed:
            if not isinstance(each, Segment) or each.start or each.paragraph.level is None:
                continue
            block = brief.blocks[each.paragraph.place[0]]
            assert isinstance(block, Heading | Paragraph)
            words = "".join(run.text for run in block.inlines if isinstance(run, Run))
            top = edges.room(number).top - each.top + each.above
            found.append(OutlineEntry(" ".join(words.split()), each.paragraph.level, number, top))
    return found
