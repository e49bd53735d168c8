"""Work off the window's thread, on frozen values, with late answers dropped."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.errors import BriefingError, Cancelled
from briefing.progress import Checkpoint

PATIENCE_MS = 500
"""How long work may take before the window shows that it goes on."""
_PULSE_MS = 100
"""How often the window looks how far it is."""
_TURN_S = 0.0005
"""How long a thread keeps Python's lock from another that waits for it. To paint, the window asks
for it a hundred times; at the usual 5 ms each it would stutter while something is under way."""
_GRACE_S = 5.0
"""How long closing waits for work that was cancelled, such as a file being written."""


Label = str | Callable[[], str]
"""What goes on, in words; a call where that changes. Empty for what need not be shown."""


class _Task(QObject):
    """One piece of work. It lives until its answer was delivered or dropped."""

    ended = Signal(object, object)
    """(value, error): exactly one of them is not None, unless the value is None."""

    def __init__(
        self,
        label: Label,
        work: Callable[[Checkpoint], Any],
        done: Callable[[Any], None],
        failed: Callable[[BriefingError], None],
    ) -> None:
        super().__init__()
        self._label, self.done, self.failed = label, done, failed
        self.progress = (0, 0)
        """(done, total), as the work said last; the window looks, so that no work waits for it."""
        self._work = work
        self._stop = threading.Event()
        # A thread of Python's own, for Qt's pool waits for its threads when it is destroyed,
        # and holds Python's lock, which they need to end. A daemon never keeps the program.
        self.thread_ = threading.Thread(target=self._run, daemon=True)

    def cancel(self) -> None:
        self._stop.set()

    @property
    def label(self) -> str:
        return self._label if isinstance(self._label, str) else self._label()

    def checkpoint(self, done: int = 0, total: int = 0, /) -> None:
        if self._stop.is_set():
            raise Cancelled
        if total:
            self.progress = (done, total)

    def _run(self) -> None:
        value: Any = None
        error: BaseException | None = None
        try:
            self.checkpoint()
            value = self._work(self.checkpoint)
        except BaseException as caught:  # whatever it is, it must reach the window's thread
            error = caught
        with contextlib.suppress(RuntimeError):  # the window has gone, and this with it
            self.ended.emit(value, error)


class Tasks(QObject):
    """Runs work in the background. A new task silences the older one of its kind."""

    busy_changed = Signal(str)
    """What has been going on for longer than the person's patience; empty for nothing."""
    progressed = Signal(int, int)
    """How much of it is done, of how much; (0, 0) when nobody knows."""
    crashed = Signal(object)
    """An exception that is a mistake of ours."""
    idle = Signal()
    """The last task has ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_S)
        self._running: dict[str, _Task] = {}
        self._silenced: set[_Task] = set()
        self._waiting: dict[str, list[_Task]] = {}
        self._stopped = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._announce)
        self._pulse = QTimer(self, interval=_PULSE_MS)
        self._pulse.timeout.connect(self._announce)
        self._shown = ("", (0, 0))

    def run(
        self,
        kind: str,
        label: Label,
        work: Callable[[Checkpoint], Any],
        done: Callable[[Any], None],
        failed: Callable[[BriefingError], None],
        *,
        in_turn: bool = False,
    ) -> None:
        """Do ``work`` elsewhere, then call ``done`` or ``failed`` here, unless silenced.

        With ``in_turn`` it waits for the one of its kind that is under way, as writing must,
        instead of silencing it.
        """
        if self._stopped:
            return
        task = _Task(label, work, done, failed)
        if in_turn and kind in self._running:
            self._waiting.setdefault(kind, []).append(task)
            return
        self._silence(kind)
        self._start(kind, task)

    def _start(self, kind: str, task: _Task) -> None:
        task.ended.connect(lambda value, error: self._ended(kind, task, value, error))
        self._running[kind] = task
        task.thread_.start()
        if not self._patience.isActive():
            self._patience.start()

    def cancel(self, kind: str) -> None:
        if self._silence(kind):
            self._settle()

    def cancel_all(self) -> None:
        self._waiting.clear()
        for kind in tuple(self._running):
            self.cancel(kind)

    def stop(self) -> None:
        """Cancel everything, start nothing more, and give what is under way a moment to end."""
        self._stopped = True
        self.cancel_all()
        for task in tuple(self._silenced):
            task.thread_.join(_GRACE_S)

    @property
    def running(self) -> tuple[str, ...]:
        """The kinds of work going on."""
        return tuple(self._running)

    def _silence(self, kind: str) -> bool:
        task = self._running.pop(kind, None)
        if task is None:
            return False
        task.cancel()
        self._silenced.add(task)  # its thread still needs it
        return True

    def _ended(self, kind: str, task: _Task, value: Any, error: BaseException | None) -> None:
        task.ended.disconnect()  # or the task and this call keep each other alive
        self._silenced.discard(task)
        if self._running.get(kind) is not task:
            return
        del self._running[kind]
        try:
            if error is None:
                task.done(value)
            elif isinstance(error, BriefingError):
                task.failed(error)
            elif not isinstance(error, Cancelled):
                self.crashed.emit(error)
        finally:
            self._next(kind)
            self._settle()

    def _next(self, kind: str) -> None:
        """Start what waits for its turn, unless something of its kind was begun meanwhile."""
        waiting = self._waiting.get(kind)
        if waiting and kind not in self._running:
            self._start(kind, waiting.pop(0))

    def _announce(self) -> None:
        shown = next((each for each in self._running.values() if each.label), None)
        self._show(shown.label if shown else "", shown.progress if shown else (0, 0))
        self._pulse.start()

    def _show(self, label: str, progress: tuple[int, int]) -> None:
        before, self._shown = self._shown, (label, progress)
        if before[0] != label:
            self.busy_changed.emit(label)
        if before != self._shown:
            self.progressed.emit(*progress)

    def _settle(self) -> None:
        if not self._running:
            self._patience.stop()
            self._pulse.stop()
            self._show("", (0, 0))
            self.idle.emit()
