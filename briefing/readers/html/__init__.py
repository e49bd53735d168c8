"""Web pages: the article, not the page.

``parsing`` makes a tree of the bytes, ``blocks`` the paragraphs of the page, ``votes`` asks the
libraries, ``choosing`` decides which paragraphs are the article, ``placing`` adds what belongs to
it, ``source`` and ``structured`` read the page's data for machines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefing.errors import EmptySource, Notice, PagePartsLeftOut
from briefing.model.article import ReadAs, Role
from briefing.progress import Checkpoint
from briefing.readers import language
from briefing.readers.content import Block, Content
from briefing.readers.html import blocks, openings, parsing, placing, structured, votes
from briefing.readers.html.blocks import Outline
from briefing.readers.html.choosing import Chosen, Votes, choose
from briefing.readers.html.names import Kind
from briefing.readers.html.source import Source, source

_FEW_LEFT_OUT = 20
"""Words around the article that nobody need be told of."""
_LITTLE = 40
"""Words, fewer than which are no article yet."""
_SAME = {"nb": "no"}
_DEEP = 256
_MANY = 3_000
_MOST = 40_000
_LONG = 1_500_000
"""Elements in each other, paragraphs, elements and letters with which no library is asked."""


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
    """Raises BadValue, NotText, EmptySource, TooDeep, EntitiesRefused and Damaged."""
    parsed = parsing.parse(data, name, how.encoding)
    checkpoint()
    made = (
        _whole(parsed.tree, name, checkpoint) if how.whole else _article(parsed, name, checkpoint)
    )
    return replace(made, encoding=parsed.encoding, notices=(*parsed.notices, *made.notices))


def _article(parsed: parsing.Parsed, name: str, checkpoint: Checkpoint) -> Content:
    root = parsed.tree
    card = source(root, structured.articles(root), parsed.start)
    told = structured.body(card.item, checkpoint)
    page = blocks.outline(root, name, checkpoint)
    if blocks.is_veiled(page):
        blocks.unveil(root)
        page = blocks.outline(root, name, checkpoint)
    elif folds := openings.folded(page):
        for each in folds:
            blocks.show(each)
        page = blocks.outline(root, name, checkpoint)
    state = structured.states(root)
    if not any(not each.hidden and each.letters for each in page.blocks):
        return _untold(told or structured.longest(state, checkpoint), card, name)
    head = placing.headline(page, [each for each, _ in card.titles])
    chosen = _chosen(page, root, told, head, card.card.authors, checkpoint)
    found = sum(page.blocks[each].words for each in chosen.body)
    if found < _LITTLE and not told:
        told = structured.longest(state, checkpoint)
    if _size(told) > max(_LITTLE, 2 * found):  # shown is only its beginning, or nothing
        return _untold(told, card, name)
    if not chosen.body:
        return _whole_of(page, card)
    read = placing.placed(page, chosen, head)
    return _content(read, _headed(card, page, head), _left_out(page, read, name))


def _chosen(
    page: Outline,
    root: Any,
    told: list[str],
    head: int | None,
    authors: Sequence[str],
    checkpoint: Checkpoint,
) -> Chosen:
    told_by_page = votes.vote(told)
    authors = authors or placing.authors(page, head)
    if not _is_for_libraries(page):
        return choose(page, Votes(votes.Vote(), None, told_by_page), head, authors)
    parsing.prune(root)
    checkpoint()
    by_trafilatura = votes.by_trafilatura(root)
    checkpoint()
    by_readability = votes.by_readability(root, checkpoint)
    checkpoint()
    return choose(page, Votes(by_trafilatura, by_readability, told_by_page), head, authors)


def _is_for_libraries(page: Outline) -> bool:
    """Whether there is something to weigh, in a page as pages are: on others their time is more
    than in proportion to its size or depth."""
    words = letters = depth = 0
    for block in page.blocks:
        words += block.words
        letters += block.letters
        depth = max(depth, page.nodes[block.node].depth)
    few = words < _LITTLE
    many = len(page.blocks) > _MANY or page.elements > _MOST
    return not (few or many) and depth <= _DEEP and letters <= _LONG


def _untold(text: list[str], card: Source, name: str) -> Content:
    """A page that a script would draw: its text is in its data only."""
    if not text:
        raise EmptySource(name)
    read = [Block(each) for each in text]
    if card.card.title and text[0] != card.card.title:
        cue = f"headline: {card.titles[0][1]}"
        read.insert(0, Block(card.card.title, Role.HEADING, cue))
    return _content(read, card, ())


def _whole(root: Any, name: str, checkpoint: Checkpoint) -> Content:
    """All that is shown, in its order; of what was pasted nothing is weighed."""
    page = blocks.outline(root, name, checkpoint, controls=True)
    if not any(not each.hidden for each in page.blocks):
        raise EmptySource(name)
    return _whole_of(page, source(root, structured.articles(root), ""))


def _whole_of(page: Outline, card: Source) -> Content:
    read = [
        Block(
            each.text,
            Role.HEADING if each.is_heading else Role.CAPTION if each.kind & Kind.CAPTION else None,
            each.tag if each.is_heading else "caption" if each.kind & Kind.CAPTION else "",
        )
        for each in page.blocks
        if not each.hidden and not each.kind & Kind.UNSEEN
    ]
    return _content(read, card, ())


def _headed(card: Source, page: Outline, head: int | None) -> Source:
    """The headline as it is shown is the title, where there is one."""
    if head is None:
        return card
    block = page.blocks[head]
    others = tuple(each for each in card.cues if each[0] != "headline")
    shown = replace(card.card, title=block.text)
    return replace(card, card=shown, cues=(*others, ("headline", block.tag)))


def _content(read: list[Block], card: Source, notices: tuple[Notice, ...]) -> Content:
    body = [each.text for each in read if each.role in (None, Role.BODY)]
    cues, told = card.cues, (card.card.language or "").partition("-")[0]
    spoken = language.guess(body)
    if spoken and told not in (spoken, _SAME.get(spoken)):
        # Many pages say the language of their software.
        cues = tuple(each for each in cues if each[0] != "language")
    return Content(tuple(read), card.card, cues, notices=notices)


def _left_out(page: Outline, read: list[Block], name: str) -> tuple[Notice, ...]:
    shown = sum(each.words for each in page.blocks if not each.hidden)
    kept = sum(len(each.text.split()) for each in read)
    left = shown - kept
    return (PagePartsLeftOut(name, left),) if left > _FEW_LEFT_OUT else ()


def _size(text: list[str]) -> int:
    return sum(len(votes.tokens(each)) for each in text)
