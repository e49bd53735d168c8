"""Days that tell when the article was written, and of no event: date lines and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model.article import Article, Role
from briefing.model.facts import DateExpression
from briefing.model.span import Span

_LONGEST = 90
"""Characters before a day that can be the place of a dateline."""
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*[\s,]+(?:of\s+|de\s+)?){0,5}[A-Z][\w.'’-]*,\s*")
_DASH = re.compile(r"\s*(?:[(/][^)\n]{1,40}[)/])?\s*(?:[-–—]{1,2}|:)\s")


def marked(article: Article, dates: Iterable[DateExpression]) -> Iterator[DateExpression]:
    """The same, and of those days it is said."""
    for each in dates:
        of_writing = _is_of_writing(article, each.span)
        cue = f"dateline: {each.cue}" if of_writing else each.cue
        yield replace(each, of_writing=True, cue=cue) if of_writing else each


def _is_of_writing(article: Article, span: Span) -> bool:
    paragraph = article.paragraph_at(span.start)
    if paragraph is None:
        return False
    if paragraph.role is Role.BYLINE:
        return True
    start = paragraph.span.start
    if span.start - start > _LONGEST or _DASH.match(article.text, span.end) is None:
        return False
    return span.start == start or _PLACE.fullmatch(article.text, start, span.start) is not None
