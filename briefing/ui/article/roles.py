"""What the person calls the roles of paragraphs, and the menu that gives a paragraph another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.article import BY_HAND, Paragraph, Role

NAMES = {
    Role.BODY: "Body text",
    Role.HEADING: "Heading",
    Role.CAPTION: "Caption",
    Role.RELATED: "Related link",
    Role.NOTICE: "Notice",
    Role.BYLINE: "Byline",
}


def is_furniture(role: Role) -> bool:
    return role not in (Role.BODY, Role.HEADING)


def menu(
    parent: QWidget,
    paragraphs: Sequence[Paragraph],
    wish: Callable[[tuple[str, ...], Role | None], None],
) -> QMenu:
    """For one paragraph or several, never none. ``wish`` is told their ids and the role; None is
    the one that each was read with."""
    count = len(paragraphs)
    made = QMenu("This paragraph is" if count == 1 else f"These {count} paragraphs are", parent)
    ids = tuple(each.id for each in paragraphs)
    present = {each.role for each in paragraphs}
    for role, name in NAMES.items():
        entry = made.addAction("B&yline" if role is Role.BYLINE else f"&{name}")  # B is the body
        entry.setCheckable(True)
        entry.setChecked(present == {role})
        if present != {role}:
            entry.triggered.connect(lambda _=False, role=role: wish(ids, role))
    made.addSeparator()
    undo = made.addAction("&As it was read" if count == 1 else "&As they were read")
    undo.setEnabled(any(each.cue == BY_HAND for each in paragraphs))
    undo.triggered.connect(lambda: wish(ids, None))
    return made
