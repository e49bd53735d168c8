"""Unsaved work is kept beside the settings while the window is open, against a crash.

A lock beside each kept file says that its window lives. A file whose lock can be had was
left behind, and is offered the next time the program starts.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from briefing import files, paths, project
from briefing.errors import BriefingError
from briefing.model.draft import Draft
from briefing.ui.loading import Loading
from briefing.ui.message_bar import Message
from briefing.ui.work import Work

INTERVAL_MS = 10_000


def folder() -> Path:
    return paths.user_state() / "unsaved"


class Recovery(QObject):
    def __init__(
        self,
        work: Work,
        loading: Loading,
        guard: Callable[[Callable[[], None]], None],
        parent: QObject,
    ) -> None:
        """``guard`` asks what becomes of unsaved work, then does what it is given."""
        super().__init__(parent)
        self._work, self._loading, self._guard = work, loading, guard
        self._kept: Draft | None = None
        self._path = folder() / f"{os.urandom(16).hex()}{project.SUFFIX}"
        self._lock: QLockFile | None = None
        self._offered: list[QLockFile] = []
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def keep(self) -> None:
        """Keep what is unsaved now; drop what was kept once it is saved."""
        session = self._work.session
        if not session.unsaved:
            self.forget()
        elif session.draft != self._kept and session.draft.articles:
            now, path = session.project(), self._path

            try:
                files.make_folder(path.parent)
            except BriefingError:
                return  # a full or read-only disk: the person will hear of it when they save
            if self._lock is None:
                self._lock = _lock(path)
                self._lock.tryLock(0)
            self._kept = now.draft
            self._later(lambda _: files.write(path, project.pack(now)))

    def forget(self) -> None:
        """The work is saved, or given up on purpose."""
        if self._lock is not None:
            path, lock = self._path, self._lock
            self._lock, self._kept = None, None
            self._later(lambda _: path.unlink(missing_ok=True), lambda _: lock.unlock())

    def _later(
        self, work: Callable[[object], None], done: Callable[[object], None] | None = None
    ) -> None:
        """On another thread, one after the other: the last word on the file must be the last."""
        self._work.tasks.run("keep", "", work, done or _nothing, self._try_again, in_turn=True)

    def _try_again(self, _: object) -> None:
        self._kept = None  # at the next turn of the clock

    def offer(self) -> None:
        """Offer the newest work that a window which is gone left behind."""
        for path in _newest_first(folder()):
            lock = _lock(path)
            if not lock.tryLock(0):
                continue  # its window is open
            self._offered.append(lock)
            self._work.told.emit(
                Message(
                    "warning",
                    "The program ended last time before your work was saved. It was kept.",
                    (
                        ("Restore it", lambda path=path: self._restore(path)),
                        ("Discard it", lambda path=path: self._discard(path)),
                    ),
                    stays=True,
                )
            )
            return

    def close(self) -> None:
        """The window closes as it should."""
        self._timer.stop()
        if self._lock is not None:
            self._path.unlink(missing_ok=True)
            self._lock.unlock()
        for lock in self._offered:
            lock.unlock()

    def _restore(self, path: Path) -> None:
        def restored() -> None:
            self.keep()  # first, so that at no time it is nowhere on disk
            self._discard(path)

        self._guard(lambda: self._loading.open_kept(path, restored))

    def _discard(self, path: Path) -> None:
        self._later(lambda _: path.unlink(missing_ok=True))


def _newest_first(within: Path) -> list[Path]:
    try:
        return sorted(
            within.glob(f"*{project.SUFFIX}"), key=lambda each: each.stat().st_mtime, reverse=True
        )
    except OSError:
        return []


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path) + ".lock")
    lock.setStaleLockTime(0)  # only the death of its process makes it stale
    return lock


def _nothing(_: object) -> None:
    pass
