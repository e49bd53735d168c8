"""The context menu of the article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.annotations import Claim
from briefing.model.article import Paragraph, Role
from briefing.model.draft import Point, Section
from briefing.model.span import Span
from briefing.ui import claim_kinds, icons
from briefing.ui.article import roles

LAST_KEY = 9
"""Sections up to this number have a key."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an entry asks for; the menu itself changes nothing."""

    copy: Callable[[], None]
    copy_all: Callable[[], None] | None
    """The whole article, where only a part of it is shown and can be selected."""
    toggle: Callable[[list[str]], None]
    assign: Callable[[Span, str], None]
    unassign: Callable[[Span, str], None]
    new_section: Callable[[Span], None]
    give_role: Callable[[tuple[str, ...], Role | None], None]
    claim: claim_kinds.Wishes


@dataclass(frozen=True, slots=True)
class Target:
    """What the menu is about."""

    span: Span
    """A selection or a sentence."""
    selected: bool
    points: Sequence[Point]
    """Those that overlap it."""
    held: Collection[str]
    """The ids of the sections it is taken in, every word of it."""
    paragraphs: Sequence[Paragraph]
    """Those it is in."""
    claims: Sequence[Claim] = ()
    """Those of its sentences."""


def build(
    parent: QWidget, wishes: Wishes, sections: Sequence[Section], target: Target | None
) -> QMenu:
    """None is where there is no text."""
    menu = QMenu(parent)
    copy = menu.addAction(icons.icon("paste"), "&Copy", wishes.copy)
    copy.setShortcut(QKeySequence.StandardKey.Copy)
    copy.setEnabled(target is not None and target.selected)
    if wishes.copy_all is not None:
        menu.addAction("Copy the &whole article", wishes.copy_all)
    if target is None:
        return menu
    span, points, held = target.span, target.points, target.held
    what = "selection" if target.selected else "sentence"
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
    menu.addSeparator()
    if target.claims:
        vouched = claim_kinds.menu(menu, target.claims, wishes.claim)
        menu.addMenu(vouched).setShortcut(claim_kinds.MENU_KEY)
    if target.paragraphs:
        given = menu.addMenu(roles.menu(menu, target.paragraphs, wishes.give_role))
        given.setShortcut("R")
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
