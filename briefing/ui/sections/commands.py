"""What can be done to the current row: one action each, for the buttons, keys and menus."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from briefing.ui import claim_kinds, theme
from briefing.ui.icons import icon
from briefing.ui.sections.claim_commands import ClaimCommands
from briefing.ui.sections.model import SectionsModel
from briefing.ui.sections.rows import PointRow, SectionRow
from briefing.ui.sections.swatches import ask_colour, colour_name, swatch_icon
from briefing.ui.sections.view import SectionsView


class Commands(QObject):
    """Announces what is wished for the current row of the view."""

    section_moved = Signal(str, int)
    sections_merged = Signal(str, str)
    section_removed = Signal(str)
    section_recoloured = Signal(str, str)
    point_moved = Signal(str, str, int)
    point_removed = Signal(str)
    points_taken = Signal(object, bool)
    wording_edited = Signal(str, object)
    edit_wished = Signal(QModelIndex)
    refreshed = Signal()

    def __init__(self, model: SectionsModel, view: SectionsView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.up = self._action("Move up", "up", "Alt+Up", lambda: self._move(-1))
        self.down = self._action("Move down", "down", "Alt+Down", lambda: self._move(1))
        self.remove = self._action("Remove", "remove", "Del", self._remove)
        self.edit = self._action("Edit…", "edit", "F2", self._edit)
        self.claims = ClaimCommands(model, view)
        self.restore = self._action("Restore the article’s words", "undo", "", self._restore)
        self.merge = QMenu("Merge into", view)
        self.merge.setIcon(icon("merge"))
        self.merge.aboutToShow.connect(self._fill_merge)
        self.refresh()

    def refresh(self) -> None:
        """Enable what makes sense for the current row."""
        index = self._view.currentIndex()
        row = self._model.row_at(index)
        self.up.setEnabled(self._landing(index, -1) is not None)
        self.down.setEnabled(self._landing(index, 1) is not None)
        for each in (self.remove, self.edit):
            each.setEnabled(row is not None)
        self.restore.setEnabled(isinstance(row, PointRow) and row.wording is not None)
        self.claims.refresh()
        self.merge.setEnabled(row is not None and self._model.rowCount() > 1)
        what = "section" if isinstance(row, SectionRow) else "point"
        self.remove.setText(f"Remove {what}" if row is not None else "Remove")
        self.edit.setText("Edit section…" if isinstance(row, SectionRow) else "Edit wording")
        for each in (self.up, self.down, self.remove, self.edit):
            key = each.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            each.setToolTip(f"{each.text().rstrip('…')} ({key})")
        self.refreshed.emit()

    def context_menu(self, index: QModelIndex) -> QMenu | None:
        """For the row at ``index``, which is made the current one; None for no row."""
        row = self._model.row_at(index)
        if row is None:
            return None
        self._view.setCurrentIndex(index)
        self.refresh()
        menu = QMenu(self._view)
        if isinstance(row, SectionRow):
            self._section_entries(menu, row)
        else:
            self._point_entries(menu, row)
        menu.addSeparator()
        menu.addActions([self.up, self.down])
        menu.addSeparator()
        menu.addAction(self.remove)
        return menu

    def _section_entries(self, menu: QMenu, row: SectionRow) -> None:
        index = self._view.currentIndex()
        self._add_toggle(menu, row, "section")
        points = self._model.points_of(row.id)
        for text, taken in (
            ("Take all its sentences", True),
            ("Leave all its sentences out", False),
        ):
            ids = tuple(each.id for each in points if each.taken != taken)
            entry = menu.addAction(text)
            entry.setEnabled(bool(ids))
            entry.triggered.connect(
                lambda _=False, ids=ids, taken=taken: self.points_taken.emit(ids, taken)
            )
        menu.addSeparator()
        menu.addAction(self.edit)
        self._add_colours(menu.addMenu("Colour"), row)
        menu.addMenu(self.merge)
        opened = self._view.isExpanded(index)
        fold = menu.addAction("Fold" if opened else "Unfold")
        fold.triggered.connect(lambda: self._view.setExpanded(index, not opened))

    def _point_entries(self, menu: QMenu, row: PointRow) -> None:
        self._add_toggle(menu, row, "point")
        menu.addSeparator()
        menu.addActions([self.edit, self.restore])
        menu.addSeparator()
        if (kinds := self.claims.menu(menu, row)) is not None:
            menu.addMenu(kinds).setShortcut(claim_kinds.MENU_KEY)
        targets = menu.addMenu("Move to section")
        for section in self._model.sections():
            if section.id != row.section:
                self._add_section(targets, section).triggered.connect(
                    lambda _=False, id=section.id, end=section.count: self.point_moved.emit(
                        row.id, id, end
                    )
                )
        targets.setEnabled(not targets.isEmpty())

    def _add_toggle(self, menu: QMenu, row: SectionRow | PointRow, what: str) -> None:
        index = self._view.currentIndex()
        toggle = menu.addAction(f"Leave {what} out" if row.taken else f"Take {what}")
        toggle.setShortcut(QKeySequence("Space"))
        toggle.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        toggle.triggered.connect(lambda: self._view.toggle(index))

    def _add_colours(self, menu: QMenu, row: SectionRow) -> None:
        dark = theme.is_dark(self._view)
        for each in theme.SECTION_PALETTE:
            entry = menu.addAction(swatch_icon(each, dark), colour_name(each))
            if each == row.colour.lower():
                font = entry.font()
                font.setBold(True)
                entry.setFont(font)
            entry.triggered.connect(
                lambda _=False, each=each: self.section_recoloured.emit(row.id, each)
            )
        menu.addSeparator()
        menu.addAction("Other…").triggered.connect(lambda: self._mix(row))

    def _mix(self, row: SectionRow) -> None:
        chosen = ask_colour(self._view, row.colour)
        if chosen is not None:
            self.section_recoloured.emit(row.id, chosen)

    def _fill_merge(self) -> None:
        self.merge.clear()
        own = self._model.section_of(self._view.currentIndex())
        for section in self._model.sections():
            if own is not None and section.id != own.id:
                self._add_section(self.merge, section).triggered.connect(
                    lambda _=False, id=section.id: self.sections_merged.emit(own.id, id)
                )

    def _add_section(self, menu: QMenu, section: SectionRow) -> QAction:
        name = section.name.replace("&", "&&")
        return menu.addAction(swatch_icon(section.colour, theme.is_dark(self._view)), name)

    def _landing(self, index: QModelIndex, step: int) -> tuple[str, int] | None:
        """(section, place there) one step up or down; the section is empty for a section."""
        row = self._model.row_at(index)
        if row is None:
            return None
        place = index.row() + step
        if 0 <= place < self._model.rowCount(index.parent()):
            return (row.section if isinstance(row, PointRow) else "", place)
        beside = index.parent().row() + step
        if isinstance(row, SectionRow) or not 0 <= beside < self._model.rowCount():
            return None
        section = self._model.sections()[beside]
        return section.id, (section.count if step < 0 else 0)

    def _move(self, step: int) -> None:
        row = self._model.row_at(self._view.currentIndex())
        landing = self._landing(self._view.currentIndex(), step)
        if row is None or landing is None:
            return
        section, place = landing
        if isinstance(row, SectionRow):
            self.section_moved.emit(row.id, place)
        else:
            self.point_moved.emit(row.id, section, place)
        self._view.scrollTo(self._view.currentIndex())

    def _remove(self) -> None:
        row = self._model.row_at(self._view.currentIndex())
        if isinstance(row, SectionRow):
            self.section_removed.emit(row.id)
        elif row is not None:
            self.point_removed.emit(row.id)

    def _edit(self) -> None:
        if self._view.currentIndex().isValid():
            self.edit_wished.emit(self._view.currentIndex())

    def _restore(self) -> None:
        row = self._model.row_at(self._view.currentIndex())
        if isinstance(row, PointRow) and row.wording is not None:
            self.wording_edited.emit(row.id, None)

    def _action(self, text: str, name: str, key: str, do: object) -> QAction:
        action = QAction(icon(name), text, self._view)
        if key:
            action.setShortcut(QKeySequence(key))
            # only in the tree itself: in the wording editor these keys edit text
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())  # type: ignore[operator]
        self._view.addAction(action)
        return action
