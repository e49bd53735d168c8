"""Articles and projects put on the desk: read in the background, then told what became of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing import paths, pipeline, project
from briefing.errors import BriefingError
from briefing.messages import describe
from briefing.model import findings
from briefing.model.annotations import Annotations
from briefing.pipeline import Loaded
from briefing.progress import Checkpoint
from briefing.session import Session
from briefing.ui import results
from briefing.ui.message_bar import Message
from briefing.ui.results import Offers, Result
from briefing.ui.work import Work

if TYPE_CHECKING:
    from briefing.readers.content import Attachment


@dataclass(frozen=True, slots=True)
class Item:
    """Something to open."""

    name: str
    read: Callable[[Checkpoint], Loaded]
    path: Path | None = None
    """Where it lies, if it is a file."""


class Loading(QObject):
    def __init__(self, work: Work, offers: Offers) -> None:
        super().__init__(work)
        self._work, self._offers = work, offers

    # ------------------------------------------------------------ articles

    def open_files(self, names: Sequence[Path], *, anew: bool = False) -> None:
        """Read files and put them on the desk; ``anew`` clears it first, once they are read."""
        if len(names) == 1 and names[0].suffix.lower() == project.SUFFIX:
            self.open_project(names[0])
            return
        limits = self._work.settings.limits
        self._open(
            "Opening",
            [
                Item(
                    each.name,
                    lambda checkpoint, each=each: pipeline.load(each, None, limits, checkpoint),
                    each,
                )
                for each in names
            ],
            anew,
        )

    def open_text(self, text: str, html: str = "", *, anew: bool = False) -> None:
        """Put pasted text on the desk, with its form where there is ``html`` of it."""
        limits = self._work.settings.limits
        pasted = Item("the text", lambda c: pipeline.paste(text, html, limits, c))
        self._open("Reading", [pasted], anew)

    def open_address(self, address: str, *, anew: bool = False) -> None:
        """Fetch a page and put it on the desk. Nothing else in the program uses the network."""
        today, limits = date.today(), self._work.settings.limits
        page = Item(address, lambda c: pipeline.fetch(address, today, limits, c))
        self._open("Fetching", [page], anew)

    def open_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Put attachments of an e-mail on the desk beside it; what was told of that stays."""
        limits = self._work.settings.limits
        items = [
            Item(
                each.name,
                lambda c, each=each: pipeline.read(each.data, each.name, None, limits, c),
            )
            for each in attachments
        ]
        self._open("Opening", items, anew=False, beside=True)

    def open_sample(self) -> None:
        sample = next((paths.ASSETS / "sample").glob("*.txt"))
        self.open_files([sample], anew=True)

    def _open(self, verb: str, items: Sequence[Item], anew: bool, *, beside: bool = False) -> None:
        """Read, show what was read, look for the sections in it, put it on the desk.

        ``Work`` then looks for the facts.
        """
        work, at = self._work, 0
        topics = work.searching.topics(work.fresh_draft() if anew else work.draft)

        def label() -> str:
            counted = f" ({at + 1} of {len(items)})" if len(items) > 1 else ""
            return f"{verb} “{items[at].name}”{counted}"

        def read(checkpoint: Checkpoint) -> tuple[Result, ...]:
            nonlocal at
            found: list[Result] = []
            for at in range(len(items)):
                each = items[at]
                try:
                    found.append(Result(each.name, opened=each.read(checkpoint)))
                except BriefingError as error:
                    found.append(Result(each.name, refused=error))
            return tuple(found)

        def refuse(error: BriefingError) -> None:
            work.changed.emit()  # the desk is what it was
            self._refuse(error)

        def look(read: tuple[Result, ...]) -> None:
            opened = [each.opened for each in read if each.opened]
            if opened and not work.draft.articles:
                work.article_read.emit(opened[0].article)

            def search(checkpoint: Checkpoint) -> tuple[Annotations, ...]:
                return tuple(
                    pipeline.sectioned(each.article, topics, checkpoint) for each in opened
                )

            work.tasks.run("open", label, search, lambda found: put(read, found), refuse)

        def put(read: tuple[Result, ...], found: tuple[Annotations, ...]) -> None:
            self._put(read, found, anew, beside)
            for item, each in zip(items, read, strict=True):
                if each.opened and item.path:
                    work.opened.emit(item.path)

        work.tasks.run("open", label, read, look, refuse, in_turn=True)

    def _refuse(self, error: BriefingError) -> None:
        self._work.told.emit(Message("error", describe(error), scope="opening"))

    def _put(
        self, read: Sequence[Result], found: Sequence[Annotations], anew: bool, beside: bool
    ) -> None:
        work = self._work
        annotations = iter(found)
        if anew and found:
            work.begin(Session(work.fresh_draft()))
        told: list[Result] = []
        for each in read:
            if each.opened:
                own = next(annotations)
                if work.session.add(each.opened, own):
                    each = replace(each, many=findings.overflow(each.opened.article, own))
                else:
                    each = Result(each.name, known=True)
            told.append(each)
        if found:
            work.changed.emit()
            if not beside:
                work.article_opened.emit()
        if message := results.message(told, self._offers, joins=beside):
            work.told.emit(message)
        elif len(read) > 1:
            work.said.emit(f"{len(read)} articles are open.")

    # ------------------------------------------------------------ projects

    def open_kept(self, path: Path, restored: Callable[[], None]) -> None:
        """Open work that was kept against a crash: it was never saved, and is not now.

        ``restored`` is called once it is on the desk.
        """

        def done(session: Session) -> None:
            session.path = None
            session.mark_unsaved()
            self._work.begin(session)
            restored()

        self._unpack("Restoring", path, done)

    def open_project(self, path: Path, told: Message | None = None) -> None:
        """``told`` is to be said once it is open."""

        def done(session: Session) -> None:
            self._work.begin(session)
            if told is not None:
                self._work.told.emit(told)
            self._work.opened.emit(path)

        self._unpack(f"Opening “{path.name}”", path, done)

    def _unpack(self, label: str, path: Path, done: Callable[[Session], None]) -> None:
        self._work.tasks.run("open", label, lambda c: _unpacked(path, c), done, self._refuse)


def _unpacked(path: Path, checkpoint: Checkpoint) -> Session:
    found = project.load(path)
    annotations = tuple(
        pipeline.annotate(each.with_roles(found.draft.roles_in(each.id)), (), checkpoint)
        for each in found.articles
    )
    return Session.opened(found, annotations, path)
