"""The window's frame: menus, toolbar, message bar, status, and what happens when it closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from briefing import settings as settings_module
from briefing.errors import (
    BriefingError,
    FieldMissing,
    FontSubstituted,
    HouseStyleMissing,
    Notice,
)
from briefing.messages import describe
from briefing.model.article import Article
from briefing.settings import Settings
from briefing.ui import help as help_texts
from briefing.ui.actions import Actions
from briefing.ui.article_commands import LETTERS, PAGES, ArticleCommands
from briefing.ui.choices import Choices
from briefing.ui.desk import Desk
from briefing.ui.exporting import Exporting
from briefing.ui.houses.styles import HouseStyles
from briefing.ui.icons import app_icon
from briefing.ui.message_bar import Message, MessageBar
from briefing.ui.opening import Opening
from briefing.ui.recovery import Recovery
from briefing.ui.source import is_pasted
from briefing.ui.status import StatusLine
from briefing.ui.verifying import Verifying
from briefing.ui.welcome import Welcome
from briefing.ui.work import Pages, Work

_FRAME = QSize(16, 48)
"""Room for the frame and title that the desktop puts around a window, in pixels."""
_NEEDS_ARTICLE = (
    "save", "save_as", "export_word", "export_pdf", "export_review", "print", "close_desk", "find",
    "zoom_in", "zoom_out", "fit", "next_gap", "sections", "facts", "suggest",
)  # fmt: skip


class Window(QMainWindow):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.work = Work(settings, self)
        self.messages = MessageBar()
        self.welcome = Welcome()
        self.articles = ArticleCommands(self.work, self)
        self.loading = self.articles.loading
        self.desk = Desk(self.work, self.articles.revising)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.desk)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(body)
        self.actions_ = Actions(self)
        self.opening = Opening(self.work, self.loading, self)
        self.exporting = Exporting(self.work, self)
        self.recovery = Recovery(self.work, self.loading, self.opening.guard, self)
        self.houses = HouseStyles(self.work, self)
        self.verifying = Verifying(self.work, self)
        self.choices = Choices(self.work, self.actions_, self.houses, self._open_recent)
        self._gaps: tuple[Notice, ...] = ()
        self._losses: frozenset[Notice] = frozenset()
        """What the message bar told of the pages already."""
        self._draft = self.work.draft
        """As it was when anything last changed."""
        self._closing = False
        self.status = StatusLine(self.statusBar())
        self._connect()
        self._restore()
        self._show()

    # ------------------------------------------------------------ building

    def _connect(self) -> None:
        work, actions, desk = self.work, self.actions_, self.desk
        work.changed.connect(self._show)
        work.article_read.connect(self._show_reading)
        work.pages_made.connect(self._show_pages)
        work.pages_failed.connect(desk.preview.show_message)
        work.changed.connect(lambda: self.messages.follow(work.draft.articles))
        work.changed.connect(self._pass_by)
        work.begun.connect(self._forget_messages)
        work.article_opened.connect(lambda: self.messages.forget("opening"))
        work.told.connect(self.messages.tell)
        work.said.connect(self._say)
        work.saved.connect(lambda path: self._say(f"Saved as {path}."))
        work.tasks.busy_changed.connect(self.status.show_busy)
        work.tasks.progressed.connect(self.status.show_progress)
        self.status.cancel.clicked.connect(self._cancel)
        self.status.gaps.clicked.connect(self._go_to_gap)
        work.tasks.crashed.connect(self.report_crash)
        desk.said.connect(self._say)
        desk.article_changed.connect(self._show_article_commands)
        desk.form.encoding_wanted.connect(self.articles.ask_encoding)
        self.opening.settings_changed.connect(self._settings_changed)
        self.choices.settings_changed.connect(self._settings_changed)

        self.welcome.open_requested.connect(self.opening.ask_files)
        self.welcome.paste_requested.connect(self.opening.ask_text)
        self.welcome.address_requested.connect(self.opening.ask_address)
        self.welcome.sample_requested.connect(self.opening.open_sample)
        self.welcome.recent_requested.connect(self._open_recent)
        for id, act in {
            "open": self.opening.ask_files,
            "paste": self.opening.ask_text,
            "address": self.opening.ask_address,
            "sample": self.opening.open_sample,
            "save": lambda: self._finished(self.opening.save),
            "save_as": lambda: self._finished(self.opening.save_as),
            "export_word": lambda: self._finished(lambda: self.exporting.ask_where(".docx")),
            "export_pdf": lambda: self._finished(lambda: self.exporting.ask_where(".pdf")),
            "export_review": lambda: self._finished(
                lambda: self.exporting.ask_where(".docx", reviewing=True)
            ),
            "verify": self.verifying.ask,
            "houses": lambda: self._finished(self.houses.ask),
            "print": lambda: self._finished(self.exporting.print_pages),
            "close_desk": lambda: self._finished(lambda: self.opening.guard(work.clear)),
            "quit": self.close,
            "undo": lambda: self._say(f"Taken back: {work.undo()}."),
            "redo": lambda: self._say(f"Done again: {work.redo()}."),
            "find": desk.article.find,
            "next_gap": self._go_to_gap,
            "zoom_in": lambda: desk.article.set_zoom(desk.article.zoom * 1.1),
            "zoom_out": lambda: desk.article.set_zoom(desk.article.zoom / 1.1),
            "fit": lambda: desk.preview.pages.set_zoom(None),
            "sections": lambda: desk.middle.go_to(0),
            "facts": lambda: desk.middle.go_to(1),
            "suggest": work.searching.suggest,
            "encoding": lambda: self.articles.ask_encoding(desk.current),
            "attachments": lambda: self.articles.ask_attachments(desk.current),
            "help": lambda: help_texts.show_help(self),
            "about": lambda: help_texts.show_about(self),
        }.items():
            actions[id].triggered.connect(lambda _=False, act=act: act())
        actions["whole"].toggled.connect(self._read_whole)

    # ------------------------------------------------------------ showing

    def _show(self) -> None:
        work, actions = self.work, self.actions_
        full = bool(work.draft.articles)
        self.stack.setCurrentWidget(self.desk if full else self.welcome)
        if full:
            self.desk.show_work()
        for id in _NEEDS_ARTICLE:
            actions[id].setEnabled(full)
        session = work.session
        for id, word, label in (
            ("undo", "Undo", session.undo_label),
            ("redo", "Redo", session.redo_label),
        ):
            actions[id].setEnabled(label is not None)
            actions[id].setText(f"&{word} {label}" if label else f"&{word}")
            keys = actions[id].shortcut().toString()
            actions[id].setToolTip(f"{word} {label or ''}".strip() + f" ({keys})")
        if not full:
            self._gaps = ()
            self.status.show_gaps(self._gaps)
        self._show_title()
        self._show_article_commands()
        self.choices.show()
        self.welcome.set_recent(work.settings.recent[:4])

    def _show_article_commands(self) -> None:
        """What can be done depends on how the article in view was read."""
        actions, id = self.actions_, self.desk.current
        loaded = self.work.session.source(id) if id else None
        format = loaded.article.format if loaded else ""
        whole = actions["whole"]
        whole.blockSignals(True)
        whole.setChecked(loaded is not None and loaded.how.whole)
        whole.blockSignals(False)
        whole.setEnabled(format in PAGES)
        encoded = loaded is not None and bool(loaded.article.encoding)
        actions["encoding"].setEnabled(encoded and not is_pasted(loaded.article))
        actions["attachments"].setEnabled(format in LETTERS)

    def _read_whole(self, whole: bool) -> None:
        self.articles.revising.read_whole(self.desk.current, whole)

    def _show_reading(self, article: Article) -> None:
        self.desk.show_reading(article)
        self.stack.setCurrentWidget(self.desk)

    def _show_title(self) -> None:
        session = self.work.session
        draft = session.draft
        name = (
            session.path.stem
            if session.path
            else draft.field("title") or (self.work.desk.articles[0].name if draft.articles else "")
        )
        self.setWindowTitle(f"{name}[*] — Briefing" if name else "Briefing[*]")
        self.setWindowModified(session.unsaved)

    def _show_pages(self, pages: Pages) -> None:
        if not self.work.draft.articles:
            return
        self.desk.show_pages(pages)
        self._gaps = pages.gaps
        self.status.show_gaps(self._gaps)
        # Each is told once; fonts only where they are looked at, or the document is written.
        losses = [each for each in pages.notices if not isinstance(each, FontSubstituted)]
        new = [each for each in losses if each not in self._losses]
        if new:
            lacking = any(isinstance(each, HouseStyleMissing) for each in new)
            actions = (("House styles…", self.houses.ask),) if lacking else ()
            text = " ".join(describe(each) for each in new)
            self.messages.tell(Message("warning", text, actions))
        self._losses = frozenset(losses)

    def _say(self, text: str) -> None:
        self.statusBar().showMessage(text, 8000)

    def _pass_by(self) -> None:
        """An edit ends what was told in passing; to save, or to find something, is none."""
        if self.work.draft != self._draft:
            self._draft = self.work.draft
            self.messages.pass_by()

    def _forget_messages(self) -> None:
        self.messages.forget("opening", "briefing")
        self.statusBar().clearMessage()
        self._losses = frozenset()

    # ------------------------------------------------------------ commands

    def _finished(self, act: Callable[[], None]) -> None:
        """Do something with the whole draft, what is just being typed included."""
        self.desk.finish_editing()
        act()

    def _go_to_gap(self) -> None:
        missing = [
            each
            for each in self._gaps
            if isinstance(each, FieldMissing) and each.field in self.desk.form.editors
        ]
        if not missing:
            self._say("Nothing that is required is missing.")
            return
        here = next((each for each in missing if self.desk.is_at(each)), None)
        after = (missing.index(here) + 1) % len(missing) if here else 0
        self.desk.go_to(missing[after])

    def _cancel(self) -> None:
        self.work.tasks.cancel_all()
        self.opening.forget_after()
        self._show()
        self._say("Cancelled.")

    def _open_recent(self, path: str) -> None:
        self.opening.open([Path(path)])

    def report_crash(self, error: BaseException) -> None:
        """Say that the program made a mistake, keep the details for whoever mends it."""
        from briefing.ui import crash

        path = crash.log(error)
        where = f" Details are in {path}." if path else ""
        self.messages.tell(
            Message(
                "error",
                "The program made a mistake; your work is still here. Save it, and tell whoever "
                f"keeps the program.{where}",
                (("Save project", self.opening.save),) if self.work.draft.articles else (),
            )
        )

    # ------------------------------------------------------------ settings and the end

    def _restore(self) -> None:
        settings = self.work.settings
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize() - _FRAME))
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))
        states = dict(settings.splitters)
        for each in (self.desk, self.desk.right):
            if state := states.get(each.objectName()):
                each.restoreState(QByteArray.fromBase64(state.encode()))

    def _settings_changed(self) -> None:
        self.choices.show()
        self.welcome.set_recent(self.work.settings.recent[:4])
        self._save_settings()

    def _save_settings(self) -> None:
        splitters = tuple(
            (each.objectName(), bytes(each.saveState().toBase64().data()).decode())
            for each in (self.desk, self.desk.right)
        )
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.work.settings = replace(self.work.settings, geometry=geometry, splitters=splitters)
        try:
            settings_module.save(self.work.settings)
        except BriefingError:
            self._say("The settings cannot be saved; they last until the window closes.")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data, from_elsewhere = event.mimeData(), event.source() is None
        if from_elsewhere and (data.hasUrls() or data.hasText() or data.hasHtml()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.opening.drop(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.finish_editing()
        if self.work.session.unsaved and not self._closing:
            event.ignore()
            self.opening.guard(self._close_now)
            return
        self._save_settings()
        self.work.tasks.stop()
        self.recovery.close()
        event.accept()

    def _close_now(self) -> None:
        self._closing = True
        QTimer.singleShot(0, self, self.close)
