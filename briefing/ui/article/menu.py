"""The context menu of the article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.draft import Point, Section
from briefing.model.span import Span
from briefing.ui import icons

LAST_KEY = 9
"""Sections up to this number have a key."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an entry asks for; the menu itself changes nothing."""

    copy: Callable[[], None]
    toggle: Callable[[list[str]], None]
    assign: Callable[[Span, str], None]
    unassign: Callable[[Span, str], None]
    new_section: Callable[[Span], None]


def build(
    parent: QWidget,
    wishes: Wishes,
    sections: Sequence[Section],
    points: Sequence[Point],
    held: Collection[str],
    span: Span | None,
    selected: bool,
) -> QMenu:
    """For ``span``, a selection or a sentence, which ``points`` overlap.

    ``held`` are the ids of the sections it is taken in, every word of it.
    """
    menu = QMenu(parent)
    copy = menu.addAction(icons.icon("paste"), "&Copy", wishes.copy)
    copy.setShortcut(QKeySequence.StandardKey.Copy)
    copy.setEnabled(selected)
    if span is None:
        return menu
    what = "selection" if selected else "sentence"
    menu.addSeparator()
    if points:
        out = any(each.taken for each in points)
        toggle = menu.addAction(f"&Leave this {what} out" if out else f"&Take this {what}")
        toggle.setShortcut("Space")
        toggle.triggered.connect(lambda: wishes.toggle([each.id for each in points]))
        menu.addSeparator()
    for number, section in enumerate(sections, start=1):
        action = _entry(menu, number, section)
        action.setChecked(section.id in held)
        wish = wishes.unassign if section.id in held else wishes.assign
        action.triggered.connect(lambda _=False, wish=wish, section=section: wish(span, section.id))
    menu.addSeparator()
    own = {each.section for each in points}
    for section in sections:
        if section.id in own:
            name = section.name.replace("&", "&&")
            remove = menu.addAction(icons.icon("remove"), f"Remove from “{name}”")
            remove.triggered.connect(
                lambda _=False, section=section: wishes.unassign(span, section.id)
            )
    menu.addSeparator()
    new = menu.addAction(icons.icon("add"), f"&New section from {what}…")
    new.setShortcut("Ctrl+Shift+N")
    new.triggered.connect(lambda: wishes.new_section(span))
    return menu


def _entry(menu: QMenu, number: int, section: Section) -> QAction:
    name = section.name.replace("&", "&&")
    prefix = f"&{number}" if number <= LAST_KEY else str(number)
    action = menu.addAction(f"{prefix} {name}")
    action.setCheckable(True)
    if number <= LAST_KEY:
        action.setShortcut(str(number))
    action.setToolTip(f"Give it to “{section.name}”, or take it away again")
    return action
