"""Who took a picture is nobody in the story: where the credit of a caption begins."""

from __future__ import annotations

import re
from functools import cache

from briefing.analysis.names.vocabulary import known
from briefing.lexicon import either
from briefing.model.article import Article, Paragraph

_TAIL = 160
"""Characters at the end of a caption that can be its credit."""
_NAME = r"[A-ZÀ-Þ][\w.’'&-]*(?: (?:(?:de|van|von|der|el|al|bin) )*[A-ZÀ-Þ][\w.’'&-]*){0,4}"


def story_end(article: Article, caption: Paragraph) -> int:
    """Where what the picture shows ends, as a place in the article."""
    start, end = caption.span.start, caption.span.end
    text = article.text[start:end].rstrip(" .)]")
    cue, quoted, credit = caption.cue.removesuffix("”").rpartition("“")
    if quoted and "credit" in cue and credit and text.endswith(credit.rstrip(" .)]")):
        return start + len(text) - len(credit.rstrip(" .)]"))
    found = _pattern().search(text, max(0, len(text) - _TAIL))
    return start + found.start() if found else end


@cache
def _pattern() -> re.Pattern[str]:
    """``Photo: Ann Roe``, ``Ann Roe / Agency``, ``Ann Roe via Agency``, ``© Ann Roe``."""
    labels = either(known("credits.labels"))
    return re.compile(
        rf"(?:\b(?:{labels})(?:\s*:|\s+by\b:?|\s+courtesy of\b:?)|©)\s*[^.!?]*(?:\.[^.!?\s]*)*$"
        rf"|{_NAME}(?:\s?/\s?{_NAME})+(?:\s+via\s+{_NAME})?$"
        rf"|{_NAME}\s+via\s+{_NAME}$"
    )
