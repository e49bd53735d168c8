"""From what a reader found to an Article: one place cleans, gives roles and fills the card."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.errors import CharactersRemoved, EmptySource, TextTooLong
from briefing.model.article import Article, Paragraph, ReadAs, Role, SourceCard
from briefing.model.cleaning import clean
from briefing.model.span import Span
from briefing.model.template import SOURCE_FIELDS
from briefing.progress import Checkpoint
from briefing.readers import card, paragraphs, roles
from briefing.readers.content import Block, Content

LONGEST = 20_000_000
"""Characters of an article's text."""
_CHECKED_EVERY = 1000
"""Blocks."""
_BLANKS = re.compile(r"[ \t\n]+")
_SHOWN = re.compile("[0-9A-Za-z]")


def article(
    content: Content,
    name: str,
    data: bytes,
    *,
    format: str,
    how: ReadAs,
    checkpoint: Checkpoint,
) -> Article:
    """Raises EmptySource and TextTooLong."""
    removed: Counter[str] = Counter()
    blocks: list[Block] = []
    for number, each in enumerate(content.blocks):
        if number % _CHECKED_EVERY == 0:
            checkpoint()
        blocks += _parts(each, removed)
    if not any(_shows(each.text) for each in blocks):
        raise EmptySource(name)
    length = sum(len(each.text) for each in blocks)
    if length > LONGEST:
        raise TextTooLong(name, length, LONGEST)
    notices = content.notices
    if removed:
        notices = (*notices, CharactersRemoved(name, tuple(removed.items())))
    texts = [each.text for each in blocks]
    entries = frozenset(number for number, each in enumerate(blocks) if each.is_entry)
    told = [(each.role, each.cue) for each in blocks]
    given = roles.assign(texts, told, checkpoint, entries)
    read, cues = _card(content, texts, [role for role, _ in given], format)
    sha256 = hashlib.sha256(data).hexdigest()
    return Article(
        id=_id(sha256, how),
        name=name,
        sha256=sha256,
        text="\n\n".join(texts),
        paragraphs=tuple(_placed(texts, given)),
        card=read,
        encoding=content.encoding,
        notices=notices,
        format=format,
        card_cues=cues,
    )


def _id(sha256: str, how: ReadAs) -> str:
    """The same bytes, read another way, are another article."""
    if how == ReadAs():
        return sha256[:12]
    told = f"{sha256} {how.format} {how.encoding} {how.whole}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def _parts(block: Block, removed: Counter[str]) -> Iterator[Block]:
    """Nothing for a blank one; a paragraph longer than any is parted."""
    text = block.text
    if not (text.isprintable() and unicodedata.is_normalized("NFC", text)):  # it may be clean
        cleaned = clean(text)
        removed.update(dict(cleaned.removed))
        text = cleaned.text
    if "  " in text or not text.isprintable():
        text = _BLANKS.sub(" ", text)
    for part in paragraphs.parted(text.strip(" ")):
        yield block if part == block.text else replace(block, text=part)


def _placed(texts: Sequence[str], given: Sequence[tuple[Role, str]]) -> Iterator[Paragraph]:
    start = 0
    for number, (each, (role, cue)) in enumerate(zip(texts, given, strict=True), start=1):
        yield Paragraph(f"p{number}", role, Span(start, start + len(each)), cue)
        start += len(each) + len("\n\n")


def _card(
    content: Content, texts: Sequence[str], given: Sequence[Role], format: str
) -> tuple[SourceCard, tuple[tuple[str, str], ...]]:
    """What the format says, and for the rest what the text says.

    Of the language the text knows more: pages are often made from a template in another one.
    """
    passed_on = content.card.published if "published" in content.weak else None
    made, cues = card.from_paragraphs(texts, given, is_letter=format == ".eml", passed_on=passed_on)
    found = dict(cues)
    said = dict(content.cues)
    for field, cue in said.items():
        value = content.card.value(field)
        if field == "author":
            value = "; ".join(card.cleaned_authors(content.card.authors))
        if value and not (field in content.weak and made.value(field)):
            made = made.with_value(field, value)
            found[field] = cue
    if told := card.language_of(texts, content.card.language):
        made = made.with_value("language", told[0])
        found["language"] = told[1]
    if not made.descriptor and (known := card.described(made.outlet)) is not None:
        made = made.with_value("descriptor", known[0])
        found["descriptor"] = known[1]
    order = [each.id for each in SOURCE_FIELDS]
    return made, tuple((id, found[id]) for id in order if id in found and made.value(id))


def _shows(text: str) -> bool:
    """Whether there is anything to see: neither space nor an invisible mark."""
    return _SHOWN.search(text) is not None or any(
        unicodedata.category(each)[0] not in "ZC" for each in text
    )
