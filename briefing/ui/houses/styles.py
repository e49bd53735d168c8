"""The house styles there are, looked for and changed in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.progress import Checkpoint
from briefing.session import Desk
from briefing.ui.work import Pages, Work, pages_of

if TYPE_CHECKING:
    from briefing.ui.houses.dialog import HouseDialog
    from briefing.writers.house import Entry, Met


class HouseStyles(QObject):
    changed = Signal()
    """``entries`` are others."""
    chosen = Signal(str)
    """Id of the house style that the briefing is to have."""
    removed = Signal(str)
    """Id of one of the person's own."""

    def __init__(self, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self._sample: Desk | None = None
        self._looked = False
        self.entries: tuple[Entry, ...] = ()
        """In the order they are offered; empty until somebody looked."""
        self.dialog: HouseDialog | None = None
        """The dialog that is open, if any."""
        work.pages_made.connect(self.look)  # what that needs is loaded by then

    def ask(self) -> None:
        """Let the person see, choose, add and remove house styles."""
        from briefing.ui.houses.dialog import HouseDialog  # late: the window comes first

        dialog = HouseDialog(self, self._work.draft.house, self._work.settings, self._window)
        dialog.used.connect(self.chosen)
        dialog.finished.connect(lambda _: self._close(dialog))
        self.dialog = dialog
        self.look(anew=True)
        dialog.open()

    def look(self, _: object = None, *, anew: bool = False) -> None:
        """See which there are, unless that is known."""
        if self._looked and not anew:
            return
        self._looked = True

        def find(_: Checkpoint) -> tuple[Entry, ...]:
            from briefing.writers import house

            return house.available()

        self._run(find, self._show, self._work.refuse)

    @property
    def in_use(self) -> str:
        """Id of that of the briefing; where there is none yet, of the next."""
        return self._work.draft.house

    @property
    def is_empty(self) -> bool:
        """Whether there is no briefing yet."""
        return not self._work.draft.articles

    def add(
        self,
        path: Path,
        meet: Callable[[Met], None],
        failed: Callable[[BriefingError], None],
        *,
        replace: bool | None = None,
    ) -> None:
        """Take a Word file among the person's own; ``dialog`` shows it once it is there.

        ``meet`` is called where it is there already; and, with ``replace`` undecided, where
        another has its name, and then nothing else is done.
        """

        def take(_: Checkpoint) -> tuple[Met | None, str, tuple[Entry, ...]]:
            from briefing.writers import house

            met = house.met(path)
            if met is not None and (met.same or replace is None):
                return met, met.id, house.available()
            return None, house.add(path, replace=bool(replace)).id, house.available()

        def done(result: tuple[Met | None, str, tuple[Entry, ...]]) -> None:
            met, id, entries = result
            if self.dialog is not None and (met is None or met.same):
                self.dialog.wanted = id
            self._show(entries)
            if met is not None:
                meet(met)
            elif id == self.in_use:
                self._work.changed.emit()  # the same briefing has other pages now

        self._run(take, done, failed)

    def remove(self, id: str, failed: Callable[[BriefingError], None]) -> None:
        """Remove one of the person's own."""

        def take(_: Checkpoint) -> tuple[Entry, ...]:
            from briefing.writers import house

            house.remove(id)
            return house.available()

        def done(entries: tuple[Entry, ...]) -> None:
            self._show(entries)
            if all(each.id != id for each in entries):  # one of the program may stand under it
                self.removed.emit(id)

        self._run(take, done, failed)

    def make_pages(
        self, id: str, done: Callable[[Pages], None], failed: Callable[[BriefingError], None]
    ) -> None:
        """The person's briefing in a house style, or the sample's where the desk is empty."""
        work, known = self._work, self._sample
        desk = work.desk
        fresh, topics = work.fresh_draft(), work.searching.topics(work.draft)

        def make(checkpoint: Checkpoint) -> tuple[Desk | None, Pages]:
            from briefing.model.brief import Page
            from briefing.ui.houses import sample
            from briefing.writers import house

            page = desk.draft.page
            style = house.load(id, Page(page) if page else None)
            made = None if desk.articles else known or sample.desk(fresh, topics, checkpoint)
            shown = made or desk
            shown = replace(shown, draft=replace(shown.draft, page=page))
            return made, pages_of(shown, checkpoint, style)

        def show(result: tuple[Desk | None, Pages]) -> None:
            self._sample = result[0] or self._sample
            done(result[1])

        work.tasks.run("house-pages", "Making the pages", make, show, failed)

    # ------------------------------------------------------------ inside

    def _run(
        self,
        act: Callable[[Checkpoint], object],
        done: Callable[..., None],
        failed: Callable[[BriefingError], None],
    ) -> None:
        self._work.tasks.run("houses", "House styles", act, done, failed, in_turn=True)

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        if self.dialog is not None:
            self.dialog.show_entries(entries)
        self.changed.emit()

    def _close(self, dialog: HouseDialog) -> None:
        self._work.tasks.cancel("house-pages")
        self.dialog = None
        dialog.deleteLater()
