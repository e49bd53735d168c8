"""Saying who vouches for a point: by its chip, its menu and its keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.annotations import ClaimKind
from briefing.ui import claim_kinds
from briefing.ui.sections.model import SectionsModel
from briefing.ui.sections.rows import PointRow
from briefing.ui.sections.view import SectionsView


class ClaimCommands(QObject):
    """Announces what is wished for the sentences of a point."""

    kind_requested = Signal(object, object)
    """(Source, ClaimKind or None for as found)."""
    speaker_requested = Signal(object, str)

    def __init__(self, model: SectionsModel, view: SectionsView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._actions = [self._action(claim_kinds.MENU_KEY, self._open_current)]
        for key, kind in claim_kinds.KEYS.items():
            self._actions.append(self._action(key, partial(self._give, kind)))
        view.kind_wished.connect(self.open)

    def refresh(self) -> None:
        """Enable the keys where the current row makes a claim."""
        row = self._current()
        for each in self._actions:
            each.setEnabled(row is not None and row.kind is not None)

    def menu(self, parent: QWidget, row: PointRow) -> QMenu | None:
        """The kinds of claim for a point; None where it makes none."""
        if not row.facts.claims:
            return None
        wishes = claim_kinds.Wishes(
            kind=lambda kind: self.kind_requested.emit(row.source, kind),
            speaker=lambda known: self._ask_speaker(row, known),
        )
        return claim_kinds.menu(parent, row.facts.claims, wishes)

    def open(self, index: QModelIndex) -> None:
        """Pop up the menu below the chip of a row."""
        row = self._model.row_at(index)
        made = self.menu(self._view, row) if isinstance(row, PointRow) else None
        if made is not None:
            made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            made.popup(self._view.place_below_chip(index))

    def _ask_speaker(self, row: PointRow, known: str) -> None:
        tell = partial(self.speaker_requested.emit, row.source)
        claim_kinds.ask_speaker(self._view, known, row.facts.people, tell)

    def _open_current(self) -> None:
        self._view.scrollTo(self._view.currentIndex())
        self.open(self._view.currentIndex())

    def _give(self, kind: ClaimKind | None) -> None:
        row = self._current()
        if row is not None:
            self.kind_requested.emit(row.source, kind)

    def _current(self) -> PointRow | None:
        row = self._model.row_at(self._view.currentIndex())
        return row if isinstance(row, PointRow) else None

    def _action(self, key: str, do: object) -> QAction:
        action = QAction(self._view)
        action.setShortcut(QKeySequence(key))
        # only in the tree itself: in the wording editor these keys write
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: do())  # type: ignore[operator]
        self._view.addAction(action)
        return action
