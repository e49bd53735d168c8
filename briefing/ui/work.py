"""The Session with its background work: what the window asks for and is told of.

It knows no widgets. Everything slow goes through ``Tasks``; answers come back as signals.
``Loading`` puts articles and projects on its desk, ``Searching`` finds sections in them,
``Revising`` reads them another way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import files, pipeline, project, templating, topicsets
from briefing.errors import BriefingError, Notice
from briefing.messages import describe
from briefing.model import edits
from briefing.model.annotations import Annotations
from briefing.model.draft import Draft
from briefing.model.template import Template
from briefing.progress import Checkpoint
from briefing.session import Desk, Session
from briefing.settings import Settings
from briefing.ui.message_bar import Message
from briefing.ui.searching import Searching
from briefing.ui.tasks import Tasks

if TYPE_CHECKING:
    from briefing.writers.house.whole import House

PREVIEW_DELAY_MS = 120
"""How long the draft must rest before the pages are made anew, and before the facts of a new
article are looked for, which its sections would wait for to be painted."""
_TOPICS_DELAY_MS = 1000
"""When all topic sets are looked through: the window and a first article come first."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The preview: a PDF, and what it lacks or lost."""

    pdf: bytes
    gaps: tuple[Notice, ...]
    notices: tuple[Notice, ...]
    findings: tuple[Notice, ...] = ()
    """What is missing in the house style, or not followed."""


def pages_of(desk: Desk, checkpoint: Checkpoint, house: House | None = None) -> Pages:
    """The pages as they are seen and printed: without what only an archive or a screen reader
    needs. ``house`` stands in for the draft's. Raises what ``pipeline.make`` raises."""
    from briefing.writers import Options  # late: the window comes first

    desk = desk.completed(checkpoint)
    made, gaps = pipeline.make(
        desk.draft,
        desk.articles,
        desk.annotations,
        ".pdf",
        checkpoint,
        Options(archive=False, tagged=False),
        house=house,
    )
    return Pages(made.data, gaps, made.notices, made.house.findings)


class Work(QObject):
    begun = Signal()
    """Another session is on the desk: what was told of the one before is past."""
    article_opened = Signal()
    """At least one article was put on the desk by itself, not beside its e-mail."""
    changed = Signal()
    """The draft, or what is on the desk, is another one."""
    pages_made = Signal(object)
    """Pages."""
    pages_failed = Signal(str)
    """A sentence that says why there are none."""
    exported = Signal(object, object)
    """Path, and the notices of the writing."""
    obstacle_met = Signal(object, object, bool)
    """Path that was not written, the Obstacle the person must decide on, and whether it was to be
    a reviewer's copy."""
    saved = Signal(object)
    """Path of the project."""
    article_read = Signal(object)
    """Article that is about to be on the empty desk; its sections are still looked for."""
    opened = Signal(object)
    """Path of a file or project that was opened."""
    save_failed = Signal()
    """The project was not saved; why was told."""
    told = Signal(object)
    """Message."""
    said = Signal(str)
    """A short word about what was just done, for the status bar."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = Tasks(self)
        self.session = Session()
        self.searching = Searching(self)
        self.template: Template = self._load_template(settings.template)
        self._written: dict[Path, str] = {}
        """Digest of what we exported to each path, to see whether somebody changed it since."""
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_DELAY_MS)
        self._timer.timeout.connect(self._follow)
        self.changed.connect(self._timer.start)
        QTimer.singleShot(_TOPICS_DELAY_MS, self, self._tell_of_topics)
        self.clear()

    # ------------------------------------------------------------ the desk

    @property
    def draft(self) -> Draft:
        return self.session.draft

    @property
    def desk(self) -> Desk:
        return self.session.desk

    def clear(self) -> None:
        """Start over with an empty desk."""
        self.begin(Session(self.fresh_draft()))

    def edit(self, draft: Draft, label: str, merge: str | None = None) -> None:
        if self.session.apply(draft, label, merge):
            self.changed.emit()

    def undo(self) -> str | None:
        """Go a step back; gives what was taken back, None when there was nothing."""
        return self._step(self.session.undo())

    def redo(self) -> str | None:
        return self._step(self.session.redo())

    def _step(self, label: str | None) -> str | None:
        if label is not None:
            self._follow_template()
            self.changed.emit()
        return label

    def choose_template(self, id: str) -> None:
        self.template = self._load_template(id)
        self.edit(replace(self.draft, template=self.template.id), "choosing a template")

    def begin(self, session: Session) -> None:
        """Put another session on the desk; what was under way for the old one is dropped."""
        for kind in ("search", "facts", "pages", "roles", "reading"):
            self.tasks.cancel(kind)
        self.session = session
        self._written = {}
        self._follow_template()
        self.begun.emit()
        self.changed.emit()

    def fresh_draft(self) -> Draft:
        """An empty one, as the settings and the template would have it."""
        draft = pipeline.new_draft(self.template, date.today())
        if self.settings.sender and self.template.field("from"):
            draft = edits.set_field(draft, "from", self.settings.sender)
        return replace(
            draft,
            topic_set=self.settings.topic_set,
            house=self.settings.house,
            page=self.settings.page,
            language=self.settings.language,
        )

    def refuse(self, error: BriefingError) -> None:
        """Tell why something could not be done."""
        self.told.emit(Message("error", describe(error)))

    def save_project(self, path: Path) -> None:
        session, now = self.session, self.session.project()

        def done(_: object) -> None:
            session.saved(now.draft, path)  # which may not be on the desk any more
            self.changed.emit()
            self.saved.emit(path)

        def failed(error: BriefingError) -> None:
            self.refuse(error)
            self.save_failed.emit()

        self.tasks.run(
            "save", "Saving", lambda _: project.save(now, path), done, failed, in_turn=True
        )

    # ------------------------------------------------------------ documents

    def export(self, path: Path, *, overwrite: bool = False, reviewing: bool = False) -> None:
        """Write the briefing as Word or PDF. What is in the way is announced, not replaced."""
        begun, written = self.desk, self._written  # of this session, whatever is begun meanwhile
        known, settings = written.get(path), self.settings

        def write(checkpoint: Checkpoint) -> files.Obstacle | tuple[str, tuple[Notice, ...]]:
            from briefing import receipts, writers  # late: the window comes first

            obstacle = None if overwrite else files.obstacle(path, known)
            if obstacle is not None:
                return obstacle
            asked = writers.Options(archive=settings.archive)
            desk = begun.completed(checkpoint)
            made, gaps = pipeline.make(
                desk.draft,
                desk.articles,
                desk.annotations,
                path.suffix,
                checkpoint,
                asked,
                reviewing=reviewing,
            )
            files.write(path, made.data)
            if settings.receipt:
                receipt = receipts.receipt(
                    made, path.name, desk.draft, desk.articles, asked, reviewing=reviewing
                )
                files.write(receipts.beside(path), receipts.pack(receipt))
            return files.digest(made.data), (*gaps, *made.notices)

        def done(result: files.Obstacle | tuple[str, tuple[Notice, ...]]) -> None:
            if isinstance(result, files.Obstacle):
                self.obstacle_met.emit(path, result, reviewing)
            else:
                written[path], notices = result
                sender = begun.draft.field("from") or self.settings.sender
                self.settings = replace(self.settings, sender=sender)
                self.exported.emit(path, notices)

        self.tasks.run("export", f"Writing “{path.name}”", write, done, self.refuse, in_turn=True)

    def make_pdf(self, done: Callable[[bytes], None]) -> None:
        """Make the PDF of the present draft, as for printing."""
        desk = self.desk

        def write(checkpoint: Checkpoint) -> bytes:
            return pages_of(desk, checkpoint).pdf

        self.tasks.run("export", "Preparing the pages", write, done, self.refuse, in_turn=True)

    def _follow(self) -> None:
        """Find what is still to be found, then make the pages, which have it in them."""
        if self.session.unfinished:
            self._find_facts()
        else:
            self._make_pages()

    def _find_facts(self) -> None:
        """Of the articles that ``Loading`` put on the desk with their sections only."""
        if "facts" in self.tasks.running:
            return  # from the start with each edit, it would not end while somebody types
        session, unfinished = self.session, self.session.unfinished

        def find(checkpoint: Checkpoint) -> tuple[Annotations, ...]:
            return tuple(pipeline.with_facts(*each, checkpoint) for each in unfinished)

        def done(found: tuple[Annotations, ...]) -> None:
            for (_, begun), whole in zip(unfinished, found, strict=True):
                session.finish(begun, whole)
            self.changed.emit()
            self._timer.stop()  # nobody types: there is nothing to wait for
            self._follow()

        self.tasks.run("facts", "Looking for facts", find, done, self.refuse)

    def _make_pages(self) -> None:
        desk = self.desk
        if not desk.articles:
            self.tasks.cancel("pages")
            return

        self.tasks.run(
            "pages",
            "Making the pages",
            lambda checkpoint: pages_of(desk, checkpoint),
            self.pages_made.emit,
            lambda error: self.pages_failed.emit(describe(error)),
        )

    # ------------------------------------------------------------ inside

    def _tell_of_topics(self) -> None:
        """Say which of the person's topic sets cannot be used; the others can."""
        if broken := topicsets.problems():
            text = " ".join(describe(each) for each in broken)
            self.told.emit(Message("warning", text, scope="program"))

    def _load_template(self, id: str) -> Template:
        """The template wanted; if it does not work, one that does, and a word about it."""
        try:
            return templating.load(id)
        except BriefingError as problem:
            working = [each for each in templating.available() if isinstance(each, Template)]
            if not working:
                raise
            message = Message("error", describe(problem), scope="program")
            QTimer.singleShot(0, self, lambda: self.told.emit(message))  # after the window listens
            return working[0]

    def _follow_template(self) -> None:
        if self.draft.template != self.template.id:
            self.template = self._load_template(self.draft.template)
