"""What a PDF says of itself that can be trusted, for the source card."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.article import SourceCard
from briefing.model.cleaning import clean_line
from briefing.model.dates import FORMS, day_in
from briefing.readers import credits, language
from briefing.readers.content import Block

_FILE_NAME = re.compile(r"(?i)\.(?:docx?|odt|rtf|pdf|indd|qxd|pages|pptx?|tex|html?|txt|p65|eps)$")
_NO_TITLE = re.compile(
    r"(?i)(?:untitled|unnamed|untitled document|document\d*|unbenannt|sans titre|senza titolo|"
    r"microsoft (?:word|powerpoint|excel)\b.*|powerpoint presentation|layout \d.*|"
    r"printed? (?:from|by)\b.*|scan\w*[\W\d]*|about:blank|(?:slide|page) \d+)"
)
_NO_AUTHOR = re.compile(
    r"(?i)(?:user|admin\w*|owner|author|unknown|anonymous|root|guest|office|default|pc|"
    r".*\b(?:microsoft|adobe|acrobat|word|libreoffice|openoffice|chrom\w+|firefox|mozilla|"
    r"windows|writer|distiller|latex|quartz|scanner|xerox|canon|ricoh|konica\w*)\b.*)"
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_FIRST = 15
"""Paragraphs, among which a byline would be."""
_CLIPPED = re.compile(r"…|\.\.\.$")


def card(
    title: str,
    authors: str,
    tag: str,
    headline: str,
    blocks: Sequence[Block],
    furniture: Sequence[Block],
) -> tuple[SourceCard, tuple[tuple[str, str], ...]]:
    """The card, and where each field was read.

    ``headline`` is the text in the largest type, which was meant to be read and so comes first.
    """
    made = SourceCard()
    cues: list[tuple[str, str]] = []

    def say(field: str, value: str, cue: str) -> None:
        nonlocal made
        if value:
            made = made.with_value(field, value)
            cues.append((field, cue))

    if headline:
        say("headline", headline, "largest type of the first page")
    else:
        say("headline", _title(title), "title of the file")
    if not any(credits.authors(each.text) for each in blocks[:_FIRST] if len(each.text) < 200):
        say("author", "; ".join(_authors(authors[:500])), "author of the file")
    # The program that wrote the file often says its own language.
    guess = language.guess([each.text for each in blocks])
    if _TAG.fullmatch(tag) and guess in (None, tag.split("-")[0].lower()):
        say("language", tag, "language of the file")
    for field, value, cue in _printed(furniture):
        say(field, value, cue)
    return made, tuple(cues)


def _title(text: str) -> str:
    text = clean_line(text)
    if not 4 <= len(text) <= 300 or _FILE_NAME.search(text) or _NO_TITLE.fullmatch(text):
        return ""
    # "report_final_v2", "D:\\news\\21": a name of something, and no line to be read.
    is_name = " " not in text and (not text.isalpha() or "_" in text)
    return "" if is_name or "://" in text or "\\" in text else text


def _authors(text: str) -> list[str]:
    found = [clean_line(each) for each in re.split(r";|\band\b|,(?=\s*\w+\s+\w)", text)]
    return [
        each
        for each in found
        if " " in each
        and len(each) <= 60
        and not _NO_AUTHOR.fullmatch(each)
        and not any(map(str.isdigit, each))
        and "@" not in each
    ]


def _printed(furniture: Sequence[Block]) -> list[tuple[str, str, str]]:
    """What a browser prints on every page: the address, and the day of printing."""
    address = next((found for each in furniture if (found := _ADDRESS.search(each.text))), None)
    if address is None or _CLIPPED.search(address[0]):
        return []
    made = [("url", address[0], "address at the edge of the page")]
    for each in furniture:
        for form in FORMS:
            found = re.match(form + r"(?!\d)", each.text)
            day = day_in(found) if found else None
            if day is not None:
                return [*made, ("accessed", day.isoformat(), "day of printing, at the page's edge")]
    return made
