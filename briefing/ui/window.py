"""The window's frame: menus, toolbar, message bar, status, and what happens when it closes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing import __version__, templating
from briefing import settings as settings_module
from briefing.errors import BriefingError, FieldMissing, Notice
from briefing.messages import describe
from briefing.model.article import Article
from briefing.model.template import Template
from briefing.settings import Settings
from briefing.ui import theme
from briefing.ui.actions import Actions
from briefing.ui.desk import Desk
from briefing.ui.exporting import Exporting
from briefing.ui.help import HELP
from briefing.ui.icons import app_icon
from briefing.ui.message_bar import MessageBar
from briefing.ui.opening import Opening
from briefing.ui.recovery import Recovery
from briefing.ui.status import StatusLine
from briefing.ui.welcome import Welcome
from briefing.ui.work import Message, Pages, Work

_LANGUAGES = {
    "en-GB": "English (United Kingdom)",
    "en-US": "English (United States)",
    "en-CA": "English (Canada)",
    "en-AU": "English (Australia)",
}
_SCHEMES = {"system": "As the desktop", "light": "Light", "dark": "Dark"}
_PAGES = {"A4": "A4", "Letter": "US Letter"}
_FRAME = QSize(16, 48)
"""Room for the frame and title that the desktop puts around a window, in pixels."""
_NEEDS_ARTICLE = (
    "save", "save_as", "export_word", "export_pdf", "print", "close_desk", "find",
    "zoom_in", "zoom_out", "fit", "next_gap",
)  # fmt: skip


class Window(QMainWindow):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.work = Work(settings, self)
        self.messages = MessageBar()
        self.welcome = Welcome()
        self.desk = Desk(self.work)
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
        self.opening = Opening(self.work, self)
        self.exporting = Exporting(self.work, self)
        self.recovery = Recovery(self.work, self.opening.guard, self)
        self._gaps: tuple[Notice, ...] = ()
        self._losses: tuple[Notice, ...] = ()
        self._choices: tuple[object, ...] = ()
        """What the submenus show."""
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
        work.told.connect(self._tell)
        work.saved.connect(lambda path: self._say(f"Saved as {path}."))
        work.tasks.busy_changed.connect(self.status.show_busy)
        self.status.cancel.clicked.connect(self._cancel)
        self.status.gaps.clicked.connect(self._go_to_gap)
        work.tasks.crashed.connect(self.report_crash)
        desk.said.connect(self._say)
        self.opening.settings_changed.connect(self._settings_changed)

        self.welcome.open_requested.connect(self.opening.ask_files)
        self.welcome.paste_requested.connect(self.opening.ask_text)
        self.welcome.sample_requested.connect(self.opening.open_sample)
        self.welcome.recent_requested.connect(self._open_recent)
        for id, act in {
            "open": self.opening.ask_files,
            "paste": self.opening.ask_text,
            "sample": self.opening.open_sample,
            "save": lambda: self._finished(self.opening.save),
            "save_as": lambda: self._finished(self.opening.save_as),
            "export_word": lambda: self._finished(lambda: self.exporting.ask_where(".docx")),
            "export_pdf": lambda: self._finished(lambda: self.exporting.ask_where(".pdf")),
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
            "help": self._help,
            "about": self._about,
        }.items():
            actions[id].triggered.connect(lambda _=False, act=act: act())

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
        draft = work.draft
        choices = (work.settings, draft.page, draft.language, draft.template)
        if choices != self._choices:
            self._choices = choices
            self._show_choices()

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

    def _show_choices(self) -> None:
        settings, draft, actions = self.work.settings, self.work.draft, self.actions_
        actions.choices("scheme", _SCHEMES, settings.scheme, self._choose_scheme)
        actions.choices("page", _PAGES, draft.page, self._choose_page)
        actions.choices("language", _LANGUAGES, draft.language, self._choose_language)
        there = templating.available()
        templates = {each.id: each.name for each in there if isinstance(each, Template)}
        actions.choices("template", templates, draft.template, self._choose_template)
        for each in there:
            if not isinstance(each, Template):
                broken = actions.menu("template").addAction(f"{each.template} (does not work)")
                broken.triggered.connect(
                    lambda _=False, each=each: self._tell(Message("error", describe(each)))
                )
        menu = actions.menu("recent")
        menu.clear()
        menu.setEnabled(bool(settings.recent))
        for path in settings.recent:
            menu.addAction(path, lambda path=path: self._open_recent(path))
        self.welcome.set_recent(settings.recent[:4])

    def _show_pages(self, pages: Pages) -> None:
        if not self.work.draft.articles:
            return
        self.desk.show_pages(pages)
        self._gaps = pages.gaps
        self.status.show_gaps(self._gaps)
        if pages.notices and pages.notices != self._losses:  # each is told once
            self._tell(Message("warning", " ".join(describe(each) for each in pages.notices)))
        self._losses = pages.notices

    def _tell(self, message: Message) -> None:
        self.messages.tell(message.tone, message.text, message.actions, stays=message.stays)

    def _say(self, text: str) -> None:
        self.statusBar().showMessage(text, 8000)

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

    def _choose_scheme(self, scheme: str) -> None:
        self.work.settings = replace(self.work.settings, scheme=scheme)
        theme.apply(_application(), scheme)
        self._settings_changed()

    def _choose_page(self, page: str) -> None:
        self.work.settings = replace(self.work.settings, page=page)
        self.work.edit(replace(self.work.draft, page=page), "choosing a page size")
        self._settings_changed()

    def _choose_language(self, language: str) -> None:
        self.work.settings = replace(self.work.settings, language=language)
        self.work.edit(replace(self.work.draft, language=language), "choosing a language")
        self._settings_changed()

    def _choose_template(self, id: str) -> None:
        self.work.settings = replace(self.work.settings, template=id)
        self.work.choose_template(id)
        self._settings_changed()

    def _help(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("How it works")
        box.setText(HELP)
        box.finished.connect(lambda _: box.deleteLater())
        box.open()

    def _about(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("About")
        box.setIconPixmap(app_icon().pixmap(64, 64))
        box.setText(f"<b>Briefing {__version__}</b><p>From a news article to a briefing note.</p>")
        box.setInformativeText("Works offline: no text leaves this computer. MIT licence.")
        box.finished.connect(lambda _: box.deleteLater())
        box.open()

    def report_crash(self, error: BaseException) -> None:
        """Say that the program made a mistake, keep the details for whoever mends it."""
        from briefing.ui import crash

        path = crash.log(error)
        where = f" Details are in {path}." if path else ""
        self._tell(
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
        self._show_choices()
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
        from_elsewhere = event.source() is None
        if from_elsewhere and (event.mimeData().hasUrls() or event.mimeData().hasText()):
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


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
