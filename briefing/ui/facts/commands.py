"""What can be done to the current row: one action each, for the buttons, keys and menus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from briefing.model.annotations import ClaimKind
from briefing.model.corrections import Act, Correction, Fact
from briefing.model.facts import DateKind, Entity, EntityKind
from briefing.model.span import Source
from briefing.ui import claim_kinds
from briefing.ui.facts.describe import KINDS, MEANINGS
from briefing.ui.facts.joining import most_often, partners
from briefing.ui.facts.rows import FactRow
from briefing.ui.facts.view import FactsView
from briefing.ui.icons import icon

_MOST = 40
"""Names in a menu: those that are meant most often."""
_KINDS: dict[Fact, Iterable[EntityKind | DateKind]] = {Fact.ENTITY: EntityKind, Fact.DATE: DateKind}


class Commands(QObject):
    """Announces what is wished for the current row of the view."""

    corrected = Signal(object)
    """Correction."""
    restored = Signal(object)
    """Tuple of Correction that are taken back."""

    def __init__(self, view: FactsView, mark: Callable[[Source], str]) -> None:
        """``mark`` is the ¶ that a place stands in."""
        super().__init__(view)
        self._mark = mark
        self._view = view
        self._row: FactRow | None = None
        self._place: Source | None = None
        self._entities: Callable[[], Sequence[Entity]] = tuple
        self.rename = self._action("Rename…", "edit", "F2", lambda: view.ask(Act.NAME))
        self.value = self._action("Change the date…", "calendar", "F2", lambda: view.ask(Act.VALUE))
        self.role = self._action("Role…", "role", "Shift+F2", lambda: view.ask(Act.ROLE))
        self.split = self._action("Split off this mention", "split", "", self._split)
        self.dismiss = self._action("Dismiss", "dismiss", "Del", self._dismiss)
        self.as_found = self._action("As it was found", "undo", "Alt+0", self._as_found)
        self.open_kinds = self._action(
            "Kind of claim…", "", claim_kinds.MENU_KEY, lambda: self._open(view.currentIndex())
        )
        view.kind_wished.connect(self._open)
        self.kinds = {each: self._claim_kind(each) for each in ClaimKind}
        self.kind = self._menu("Kind", "kind", self._fill_kinds)
        self.join = self._menu("Join with", "merge", self._fill_join)
        self.speaker = self._menu("Speaker", "speaker", self._fill_speakers)
        self.set_row(None, None, tuple)

    def set_row(
        self,
        row: FactRow | None,
        place: Source | None,
        entities: Callable[[], Sequence[Entity]],
    ) -> None:
        """The current row, the mention in view, and who is named in its article."""
        self._row, self._place, self._entities = row, place, entities
        fact = row.fact if row else None
        named = fact is Fact.ENTITY
        self.rename.setEnabled(named)
        self.role.setEnabled(named and row.kind == EntityKind.PERSON)
        self.split.setEnabled(named and len(row.places) > 1)
        self.join.setEnabled(named)
        self.value.setEnabled(fact is Fact.DATE)
        self.kind.setEnabled(fact in _KINDS)
        self.speaker.setEnabled(fact in (Fact.QUOTATION, Fact.CLAIM))
        self.dismiss.setEnabled(row is not None and fact is not Fact.CLAIM)
        self.as_found.setEnabled(row is not None and bool(row.corrections))
        self.open_kinds.setEnabled(fact is Fact.CLAIM)
        for kind, action in self.kinds.items():
            action.setEnabled(fact is Fact.CLAIM)
            action.setChecked(fact is Fact.CLAIM and row.kind == kind)

    def fill_context_menu(self, menu: QMenu, row: FactRow) -> None:
        toggle = menu.addAction("Leave out of the briefing" if row.taken else "Put into briefing")
        toggle.setShortcut(QKeySequence("Space"))
        index = self._view.currentIndex()
        toggle.triggered.connect(lambda: self._view.toggle(index))
        menu.addSeparator()
        match row.fact:
            case Fact.ENTITY:
                menu.addActions([self.rename, self.role])
                menu.addMenu(self.kind)
                menu.addMenu(self.join)
                menu.addAction(self.split)
            case Fact.DATE:
                menu.addAction(self.value)
                menu.addMenu(self.kind)
            case Fact.QUOTATION:
                menu.addMenu(self.speaker)
            case Fact.CLAIM:
                self._add_kinds(menu)
            case Fact.GAP:
                pass
        menu.addSeparator()
        menu.addAction(self.as_found)
        if row.fact is not Fact.CLAIM:
            menu.addAction(self.dismiss)

    # What they announce

    def answer(self, row: FactRow, act: Act, text: str) -> None:
        """Something was typed for a row."""
        if text.strip() != row.answer(act):
            self._tell(row, act, text.strip())

    def _tell(
        self, row: FactRow | None, act: Act, value: str = "", other: Source | None = None
    ) -> None:
        if row is not None:
            target = self._place if act is Act.SPLIT and self._place else row.source
            self.corrected.emit(Correction(act, row.fact, target, str(value), other))

    def _split(self) -> None:
        self._tell(self._row, Act.SPLIT)

    def _dismiss(self) -> None:
        row = self._row
        if row is not None:
            self._tell(row, Act.DISMISS, row.kind if row.fact is Fact.GAP else "")

    def _as_found(self) -> None:
        if self._row is not None and self._row.corrections:
            self.restored.emit(self._row.corrections)

    def _open(self, index: QModelIndex) -> None:
        """Pop up the menu below the chip of a claim."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_kinds(menu)
        menu.addSeparator()
        menu.addAction(self.as_found)
        self._view.scrollTo(index)
        menu.popup(self._view.place_below_chip(index))

    def _add_kinds(self, menu: QMenu) -> None:
        menu.addActions(list(self.kinds.values()))
        menu.addSeparator()
        menu.addMenu(self.speaker)

    def _claim_kind(self, kind: ClaimKind) -> QAction:
        name = KINDS[kind.value]
        action = self._action(name, "", name[0], lambda: self._tell_kind(kind))
        action.setCheckable(True)
        action.setIconText(name[0])
        there = next(key for key, each in claim_kinds.KEYS.items() if each is kind)
        action.setShortcuts([QKeySequence(name[0]), QKeySequence(there)])  # and as elsewhere
        action.setToolTip(f"{name}: {MEANINGS[kind.value]} ({name[0]})")
        return action

    def _tell_kind(self, kind: str) -> None:
        row = self._row
        if row is not None:
            for each, action in self.kinds.items():  # until the owner says otherwise
                action.setChecked(row.kind == each)
            if row.kind != kind:
                self._tell(row, Act.KIND, kind)

    # Menus

    def _fill_kinds(self) -> None:
        row = self._row
        for each in _KINDS.get(row.fact, ()) if row else ():
            entry = self.kind.addAction(KINDS[each.value])
            entry.setCheckable(True)
            entry.setChecked(row.kind == each)
            entry.triggered.connect(lambda _=False, each=each: self._tell_kind(each))

    def _fill_join(self) -> None:
        row = self._row
        if row is None:
            return
        same, apart = partners(row, self._entities(), self._mark, _MOST)
        for number, (text, other) in enumerate((*same, *apart)):
            if same and number == len(same):
                self.join.addSeparator()
            entry = self.join.addAction(_plain(text))
            entry.triggered.connect(
                lambda _=False, other=other: self._tell(row, Act.JOIN, other=other)
            )
        if self.join.isEmpty():
            self.join.addAction("Nobody else is named").setEnabled(False)

    def _fill_speakers(self) -> None:
        row = self._row
        if row is None:
            return
        people = [each for each in self._entities() if each.kind is not EntityKind.PLACE]
        names = [*row.candidates, *(each.name for each in most_often(people, _MOST))]
        for name in dict.fromkeys(names):
            self._add_speaker(row, _plain(name), name)
        self.speaker.addSeparator()
        self._add_speaker(row, "Nobody certain", "")
        self.speaker.addAction("Somebody else…").triggered.connect(
            lambda: self._view.ask(Act.SPEAKER)
        )

    def _add_speaker(self, row: FactRow, text: str, name: str) -> None:
        entry = self.speaker.addAction(text)
        entry.setCheckable(True)
        entry.setChecked(row.speaker == name)
        entry.triggered.connect(lambda: self.answer(row, Act.SPEAKER, name))

    def _menu(self, text: str, name: str, fill: Callable[[], None]) -> QMenu:
        menu = QMenu(text, self._view)
        menu.setIcon(icon(name))

        def anew() -> None:
            menu.clear()
            fill()

        menu.aboutToShow.connect(anew)
        return menu

    def _action(self, text: str, name: str, key: str, do: Callable[[], None]) -> QAction:
        action = QAction(text, self._view)
        if name:
            action.setIcon(icon(name))
        if key:
            action.setShortcut(QKeySequence(key))
            # only in the list itself: in a line that is typed these keys edit text
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text.rstrip('…')} ({shown})")
        action.triggered.connect(lambda: do())
        self._view.addAction(action)
        return action


def _plain(name: str) -> str:
    return name.replace("&", "&&")
