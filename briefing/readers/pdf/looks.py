"""What type and place say of a paragraph: headings, captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.article import Role
from briefing.readers import credits, dates
from briefing.readers.pdf import foot
from briefing.readers.pdf.flow import SMALL, Look, Passage
from briefing.readers.pdf.lines import ITEM
from briefing.readers.pdf.marks import Box, Page

LARGER = 1.12
"""Of the size of the text, from which a line is larger type."""
_LONGEST_HEADING = 250
"""Characters."""
_MOST_BOLD_WORDS = 16
_END = re.compile(r"[.!…:;,][\"'”’»)\]]*$")
_HEADLINE_WORDS = 4
"""Fewer, in the largest type at the top of a page, may be the name of a newspaper."""
_MASTHEAD = 0.15
"""Share of the page's height, at its top."""
HEADLINE = "headline: the largest type of the first page"


def headline_size(made: Sequence[Passage], first: Page) -> float:
    """The size of the headline: the largest type of the first page, but for a masthead."""
    above = [each for each in made if each.page == first.number and not each.is_row]
    largest = max(above, key=lambda each: each.size, default=None)
    if largest is None:
        return 0
    if _words(largest) < _HEADLINE_WORDS and largest.lines[0].base < _MASTHEAD * first.height:
        others = [
            each.size
            for each in above
            if _words(each) >= _HEADLINE_WORDS and each.size > 0.7 * largest.size
        ]
        return max(others, default=largest.size)
    return largest.size


def _words(passage: Passage) -> int:
    return sum(each.text.count(" ") + 1 for each in passage.lines)


def role(
    passage: Passage, text: str, look: Look, page: Page, headline: float
) -> tuple[Role | None, str]:
    """Its role and cue, as far as type tells; ``headline`` is the size of the headline."""
    if passage.is_row:
        return None, ""
    if passage.at_foot and foot.is_note(text):
        return Role.NOTICE, foot.CUE
    if is_heading(passage, text, look):
        if passage.size >= LARGER * look.size:
            is_headline = passage.page == 1 and abs(passage.size - headline) < 0.01 * headline
            return Role.HEADING, HEADLINE if is_headline else "heading: larger type"
        return Role.HEADING, "heading: bold type"
    if passage.size < SMALL * look.size and _is_by_picture(passage, page.pictures, page):
        return Role.CAPTION, "caption: small type beside a picture"
    return None, ""


def is_heading(passage: Passage, text: str, look: Look) -> bool:
    if len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    if credits.authors(text) or dates.line(text):
        return False
    words = text.count(" ") + 1
    is_sentence = _END.search(text) is not None and words > 6
    if passage.size >= LARGER * look.size:
        return not is_sentence or passage.size >= 1.6 * look.size
    is_bold = passage.bold and not look.bold and passage.size > 0.95 * look.size
    return is_bold and words <= _MOST_BOLD_WORDS and not (_END.search(text) or ITEM.match(text))


def _is_by_picture(passage: Passage, pictures: Sequence[Box], page: Page) -> bool:
    """Right under one, and no wider."""
    first = passage.lines[0]
    left, right = sorted((abs(first.left), abs(first.right)))
    return any(
        0 < first.base - each.base < 3 * first.size
        and min(right, each.right) - max(left, each.left) > 0.5 * (right - left)
        and each.right - each.left < 0.95 * page.width
        for each in pictures
    )
