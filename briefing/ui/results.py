"""What became of each file that was to be opened, in words, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.errors import (
    AttachmentsFound,
    BriefingError,
    EncodingGuessed,
    ManyFound,
    Notice,
    PagePartsLeftOut,
)
from briefing.messages import describe
from briefing.pipeline import Loaded
from briefing.ui.message_bar import WORST_FIRST, Actions, Line, Message

if TYPE_CHECKING:
    from briefing.readers.content import Attachment

_BUTTONS = 3
"""Attachments that have a button each; more are chosen from a list."""
_SHORT = 32
"""Characters of a name on a button."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done about a notice."""

    encoding: Callable[[str], None]
    """Choose another encoding for an article, by its id."""
    whole: Callable[[str, bool], None]
    """Read the whole page of an article, or only the article."""
    attachments: Callable[[Sequence[Attachment]], None]
    """Open attachments."""
    choose: Callable[[str], None]
    """Choose attachments of an article from a list."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file: it is open, or it is refused."""

    name: str
    opened: Loaded | None = None
    refused: BriefingError | None = None
    known: bool = False
    """Whether it was open already."""
    many: ManyFound | None = None
    """What was found in it and is not taken by itself."""


def message(results: Sequence[Result], offers: Offers, *, joins: bool = False) -> Message | None:
    """None when there is nothing to tell: what was opened shows by itself.

    ``joins`` where they come of what an earlier message offered.
    """
    several = len(results) > 1
    lines = [line for each in results for line in _lines(each, offers, several)]
    lines.sort(key=lambda each: WORST_FIRST.index(each.tone))
    if not any(line.tone != "good" for line in lines):
        return None
    opened = sum(each.opened is not None for each in results)
    text = f"{opened} of {len(results)} files are open." if several else ""
    return Message(lines[0].tone, text, lines=tuple(lines), scope="opening", joins=joins)


def read_again(said: Line, loaded: Loaded, offers: Offers) -> Message:
    """What was done about an article, with what else is to be known of it as it is now."""
    others = (each for each in loaded.article.notices if not isinstance(each, EncodingGuessed))
    offered = {label for label, _ in said.actions}
    told = (_line(each, loaded, offers) for each in others)
    # what offers the same says the same: that only the article of a page is read
    lines = [said, *(it for it in told if offered.isdisjoint(label for label, _ in it.actions))]
    lines = sorted(lines, key=lambda each: WORST_FIRST.index(each.tone))
    return Message(lines[0].tone, "", lines=tuple(lines), scope="opening", joins=True)


def _lines(result: Result, offers: Offers, several: bool) -> Iterator[Line]:
    if result.refused is not None:
        yield Line("error", describe(result.refused))
    elif result.known:
        yield Line("info", f"“{result.name}” is open already.")
    elif result.opened is not None:
        article = result.opened.article
        if result.many is not None:
            yield Line("info", describe(result.many), article=article.id)
        elif several and not article.notices:
            yield Line("good", f"“{result.name}” is open.", article=article.id)
        for each in article.notices:
            yield _line(each, result.opened, offers)


def _line(notice: Notice, loaded: Loaded, offers: Offers) -> Line:
    calm = isinstance(notice, AttachmentsFound)
    actions = _actions(notice, loaded, offers)
    return Line("info" if calm else "warning", describe(notice), actions, loaded.article.id)


def _actions(notice: Notice, loaded: Loaded, offers: Offers) -> Actions:
    id = loaded.article.id
    match notice:
        case EncodingGuessed():
            return (("Change…", lambda: offers.encoding(id)),)
        case PagePartsLeftOut():
            return (("Use the whole page", lambda: offers.whole(id, True)),)
        case AttachmentsFound() if len(loaded.attachments) > _BUTTONS:
            return (("Open…", lambda: offers.choose(id)),)
        case AttachmentsFound():
            return tuple(
                (f"Open “{_short(each.name)}”", lambda each=each: offers.attachments([each]))
                for each in loaded.attachments
            )
        case _:
            return ()


def _short(name: str) -> str:
    return name if len(name) <= _SHORT else f"{name[: _SHORT // 2]}…{name[-_SHORT // 3 :]}"
