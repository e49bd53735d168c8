"""The Session with its background work: what the window asks for and is told of.

It knows no widgets. Everything slow goes through ``Tasks``; answers come back as signals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing import files, paths, pipeline, project, templating, topicsets
from briefing.errors import BriefingError, Notice
from briefing.messages import describe
from briefing.model import edits, findings
from briefing.model.annotations import Annotations
from briefing.model.draft import Draft
from briefing.model.template import Template
from briefing.model.topic import Topic
from briefing.pipeline import Checkpoint, Loaded
from briefing.session import Desk, Session
from briefing.settings import Settings
from briefing.ui.message_bar import Tone
from briefing.ui.tasks import Tasks

PREVIEW_DELAY_MS = 120
"""How long the draft must rest before the pages are made anew."""


@dataclass(frozen=True, slots=True)
class Message:
    tone: Tone
    text: str
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()
    stays: bool = False
    """Whether it comes back after other messages."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The preview: a PDF, and what it lacks or lost."""

    pdf: bytes
    gaps: tuple[Notice, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of each file that was to be opened."""

    opened: tuple[Loaded, ...]
    refused: tuple[BriefingError, ...]


class Work(QObject):
    changed = Signal()
    """The draft, or what is on the desk, is another one."""
    pages_made = Signal(object)
    """Pages."""
    pages_failed = Signal(str)
    """A sentence that says why there are none."""
    exported = Signal(object, object)
    """Path, and the notices of the writing."""
    obstacle_met = Signal(object, object)
    """Path that was not written, and the Obstacle the person must decide on."""
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

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.tasks = Tasks(self)
        self.session = Session()
        self.template: Template = self._load_template(settings.template)
        self._written: dict[Path, str] = {}
        """Digest of what we exported to each path, to see whether somebody changed it since."""
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_DELAY_MS)
        self._timer.timeout.connect(self._make_pages)
        self.changed.connect(self._timer.start)
        QTimer.singleShot(0, self, self._tell_of_topics)  # after the window listens
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
        self._begin(Session(self._fresh_draft()))

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

    # ------------------------------------------------------------ opening

    def open_files(self, names: Sequence[Path], *, anew: bool = False) -> None:
        """Read files and put them on the desk; ``anew`` clears it first, once they are read."""
        if len(names) == 1 and names[0].suffix.lower() == project.SUFFIX:
            self.open_project(names[0])
            return

        def read(checkpoint: Checkpoint) -> Reading:
            opened: list[Loaded] = []
            refused: list[BriefingError] = []
            for name in names:
                try:
                    opened.append(pipeline.load(name, checkpoint=checkpoint))
                except BriefingError as error:
                    refused.append(error)
            return Reading(tuple(opened), tuple(refused))

        def done(reading: Reading) -> None:
            read_names = {loaded.article.name for loaded in reading.opened}
            for name in names:
                if name.name in read_names:
                    self.opened.emit(name)

        what = f"Opening “{names[0].name}”" if len(names) == 1 else f"Opening {len(names)} files"
        self._open(what, read, anew, done)

    def open_text(self, text: str, *, anew: bool = False) -> None:
        """Put pasted text on the desk."""

        def read(checkpoint: Checkpoint) -> Reading:
            return Reading((pipeline.paste(text, checkpoint),), ())

        self._open("Reading the text", read, anew, lambda _: None)

    def _open(
        self,
        label: str,
        read: Callable[[Checkpoint], Reading],
        anew: bool,
        done: Callable[[Reading], None],
    ) -> None:
        """Read, show what was read, look for the sections in it, put it on the desk."""
        topics = self._topics(self._fresh_draft() if anew else self.draft)

        def look(reading: Reading) -> None:
            if reading.opened and not self.draft.articles:
                self.article_read.emit(reading.opened[0].article)

            def search(checkpoint: Checkpoint) -> tuple[Annotations, ...]:
                return tuple(
                    pipeline.annotate(each.article, topics, checkpoint) for each in reading.opened
                )

            def put(found: tuple[Annotations, ...]) -> None:
                self._put(reading, found, anew)
                done(reading)

            self.tasks.run("open", label, search, put, self._refuse)

        self.tasks.run("open", label, read, look, self._refuse, in_turn=True)

    def open_sample(self) -> None:
        sample = next((paths.ASSETS / "sample").glob("*.txt"))
        self.open_files([sample], anew=True)

    def _put(self, reading: Reading, found: tuple[Annotations, ...], anew: bool) -> None:
        if anew and reading.opened:
            self._begin(Session(self._fresh_draft()))
        for loaded, each in zip(reading.opened, found, strict=True):
            if not self.session.add(loaded, each):
                self.told.emit(Message("info", f"“{loaded.article.name}” is open already."))
        notices = [each for loaded in reading.opened for each in loaded.article.notices]
        if reading.opened:
            self.changed.emit()
        if reading.refused:
            self.told.emit(Message("error", " ".join(describe(each) for each in reading.refused)))
        elif notices:
            self.told.emit(Message("warning", " ".join(describe(each) for each in notices)))

    # ------------------------------------------------------------ projects

    def open_kept(self, path: Path, restored: Callable[[], None]) -> None:
        """Open work that was kept against a crash: it was never saved, and is not now.

        ``restored`` is called once it is on the desk.
        """

        def done(session: Session) -> None:
            session.path = None
            session.mark_unsaved()
            self.adopt(session, None)
            restored()

        self.tasks.run("open", "Restoring", lambda c: _unpacked(path, c), done, self._refuse)

    def open_project(self, path: Path) -> None:
        def done(session: Session) -> None:
            self.adopt(session, path)

        self.tasks.run(
            "open", f"Opening “{path.name}”", lambda c: _unpacked(path, c), done, self._refuse
        )

    def adopt(self, session: Session, path: Path | None) -> None:
        """Go on with another session."""
        self._begin(session)
        if path is not None:
            self.opened.emit(path)

    def save_project(self, path: Path) -> None:
        session, now = self.session, self.session.project()

        def done(_: object) -> None:
            session.saved(now.draft, path)  # which may not be on the desk any more
            self.changed.emit()
            self.saved.emit(path)

        def failed(error: BriefingError) -> None:
            self._refuse(error)
            self.save_failed.emit()

        self.tasks.run(
            "save", "Saving", lambda _: project.save(now, path), done, failed, in_turn=True
        )

    # ------------------------------------------------------------ topics

    def choose_topic_set(self, id: str) -> None:
        """Look for the sections of another topic set; empty for none."""
        try:
            topics = topicsets.get(id).topics if id else ()
        except BriefingError as error:
            self._refuse(error)
            self.changed.emit()
            return
        self.settings = replace(self.settings, topic_set=id)
        self._search(topics, id, "choosing topics")

    def look_again(self) -> None:
        """Look for the sections there are, with the words they have now."""
        topics = tuple(findings.topic_of(each) for each in self.draft.sections)
        self._search(topics, self.draft.topic_set, "looking for sentences again")

    def _search(self, topics: Sequence[Topic], topic_set: str, label: str) -> None:
        session, articles = self.session, self.desk.articles

        def search(checkpoint: Checkpoint) -> tuple[Annotations, ...]:
            return tuple(pipeline.annotate(each, topics, checkpoint) for each in articles)

        def done(found: tuple[Annotations, ...]) -> None:
            if self.session is not session:
                return
            if self.desk.articles != articles:  # one was opened or closed meanwhile
                self._search(topics, topic_set, label)
                return
            draft = findings.look_again(self.draft, found, topics, topic_set)
            self.session.look_again(found, draft, label)
            self.changed.emit()

        self.tasks.run("search", "Looking for sections", search, done, self._refuse)

    def _topics(self, draft: Draft) -> tuple[Topic, ...]:
        """What to look for in an article that is added: the sections there are, and the set."""
        own = [findings.topic_of(each) for each in draft.sections]
        taken = {each.id for each in own} | {each.name for each in own}
        try:
            wanted = topicsets.get(draft.topic_set).topics if draft.topic_set else ()
        except BriefingError as error:
            self._refuse(error)
            wanted = ()
        return (*own, *(each for each in wanted if each.id not in taken and each.name not in taken))

    # ------------------------------------------------------------ documents

    def export(self, path: Path, *, overwrite: bool = False) -> None:
        """Write the briefing as Word or PDF. What is in the way is announced, not replaced."""
        desk, written = self.desk, self._written  # of this session, whatever is begun meanwhile
        known = written.get(path)

        def write(checkpoint: Checkpoint) -> files.Obstacle | tuple[str, tuple[Notice, ...]]:
            obstacle = None if overwrite else files.obstacle(path, known)
            if obstacle is not None:
                return obstacle
            made, gaps = pipeline.make(
                desk.draft, desk.articles, desk.annotations, path.suffix, checkpoint
            )
            files.write(path, made.data)
            return files.digest(made.data), (*gaps, *made.notices)

        def done(result: files.Obstacle | tuple[str, tuple[Notice, ...]]) -> None:
            if isinstance(result, files.Obstacle):
                self.obstacle_met.emit(path, result)
            else:
                written[path], notices = result
                sender = desk.draft.field("from") or self.settings.sender
                self.settings = replace(self.settings, sender=sender)
                self.exported.emit(path, notices)

        self.tasks.run("export", f"Writing “{path.name}”", write, done, self._refuse, in_turn=True)

    def make_pdf(self, done: Callable[[bytes], None]) -> None:
        """Make the PDF of the present draft, as for printing."""
        desk = self.desk

        def write(checkpoint: Checkpoint) -> bytes:
            made, _ = pipeline.make(desk.draft, desk.articles, desk.annotations, ".pdf", checkpoint)
            return made.data

        self.tasks.run("export", "Preparing the pages", write, done, self._refuse, in_turn=True)

    def _make_pages(self) -> None:
        desk = self.desk
        if not desk.articles:
            self.tasks.cancel("pages")
            return

        def make(checkpoint: Checkpoint) -> Pages:
            made, gaps = pipeline.make(
                desk.draft, desk.articles, desk.annotations, ".pdf", checkpoint
            )
            return Pages(made.data, gaps, made.notices)

        self.tasks.run(
            "pages",
            "Making the pages",
            make,
            self.pages_made.emit,
            lambda error: self.pages_failed.emit(describe(error)),
        )

    # ------------------------------------------------------------ inside

    def _begin(self, session: Session) -> None:
        """Put another session on the desk; what was under way for the old one is dropped."""
        for kind in ("search", "pages"):
            self.tasks.cancel(kind)
        self.session = session
        self._written = {}
        self._follow_template()
        self.changed.emit()

    def _fresh_draft(self) -> Draft:
        draft = pipeline.new_draft(self.template, date.today())
        if self.settings.sender and self.template.field("from"):
            draft = edits.set_field(draft, "from", self.settings.sender)
        return replace(
            draft,
            topic_set=self.settings.topic_set,
            page=self.settings.page,
            language=self.settings.language,
        )

    def _tell_of_topics(self) -> None:
        """Say which of the person's topic sets cannot be used; the others can."""
        if broken := topicsets.problems():
            self.told.emit(Message("warning", " ".join(describe(each) for each in broken)))

    def _load_template(self, id: str) -> Template:
        """The template wanted; if it does not work, one that does, and a word about it."""
        try:
            return templating.load(id)
        except BriefingError as problem:
            working = [each for each in templating.available() if isinstance(each, Template)]
            if not working:
                raise
            message = Message("error", describe(problem))
            QTimer.singleShot(0, self, lambda: self.told.emit(message))  # after the window listens
            return working[0]

    def _follow_template(self) -> None:
        if self.draft.template != self.template.id:
            self.template = self._load_template(self.draft.template)

    def _refuse(self, error: BriefingError) -> None:
        self.told.emit(Message("error", describe(error)))


def _unpacked(path: Path, checkpoint: Checkpoint) -> Session:
    found = project.load(path)
    annotations = tuple(pipeline.annotate(each, (), checkpoint) for each in found.articles)
    return Session.opened(found, annotations, path)
