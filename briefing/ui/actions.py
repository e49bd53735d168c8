"""The commands of the window: menus, toolbar, shortcuts. One row a command."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from briefing.ui.icons import icon

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    id: str
    """Also the object name of its QAction, by which tests find it."""
    text: str
    icon: str = ""
    shortcut: Key | str | None = None
    tip: str = ""
    short: str = ""
    """Text on the toolbar, where it has one."""
    checkable: bool = False
    within: str = ""
    """The submenu of choices that it ends; empty for a row of the menu itself."""


COMMANDS: dict[str, tuple[Command | None, ...]] = {
    "&File": (
        Command("open", "&Open articles…", "open", Key.Open,
                "Open articles or a saved project", "Open…"),
        Command("paste", "&Paste text…", "paste", "Ctrl+Shift+V",
                "Use text copied from elsewhere as the article", "Paste text…"),
        Command("address", "Open from a&ddress…", "address", "Ctrl+L",
                "Fetch one page from the web, and open it"),
        Command("sample", "&Try the sample", "sample", None,
                "Open an article that comes with the program"),
        Command("recent", "Open &recent"),
        None,
        Command("save", "&Save project", "save", Key.Save,
                "Keep the articles and all your choices in one file"),
        Command("save_as", "Save project &as…", "", "Ctrl+Shift+S"),
        None,
        Command("export_word", "Export as &Word…", "export-word", "Ctrl+Shift+W",
                "Write the briefing as a Word document", "Word"),
        Command("export_pdf", "&Export as PDF…", "export-pdf", "Ctrl+Shift+E",
                "Write the briefing as a PDF document", "PDF"),
        Command("export_review", "Export re&viewer’s copy…", "", None,
                "Write the briefing as a Word document with comments in place of notes"),
        Command("print", "Pr&int…", "print", Key.Print, "Print the pages of the preview", "Print"),
        None,
        Command("verify", "Verif&y a receipt…", "", None,
                "Compare a document with the receipt that was written with it"),
        None,
        Command("close_desk", "&Close the briefing", "", Key.Close),
        Command("quit", "&Quit", "", Key.Quit),
    ),
    "&Edit": (
        Command("undo", "&Undo", "undo", Key.Undo),
        Command("redo", "&Redo", "redo", Key.Redo),
        None,
        Command("find", "&Find in the article", "search", Key.Find),
        Command("next_gap", "&Next thing missing", "warning", "F8",
                "Go to the next required field that is empty"),
    ),
    "&Article": (
        Command("encoding", "&Read again as…", "", None,
                "Choose another encoding, if its accents and letters look wrong"),
        Command("whole", "Use the &whole page", "", None,
                "Read all that stands on a web page, not only its article", checkable=True),
        Command("attachments", "Open a&ttachments…", "", None,
                "Open what came with an e-mail as articles of their own"),
    ),
    "&View": (
        Command("sections", "&Sections", "section", "Ctrl+1",
                "Show what the briefing is made of"),
        Command("facts", "F&acts", "facts", "Ctrl+2",
                "Show people, places, dates, quotations, claims and gaps"),
        None,
        Command("zoom_in", "Article: &larger text", "zoom-in", Key.ZoomIn),
        Command("zoom_out", "Article: s&maller text", "zoom-out", Key.ZoomOut),
        Command("fit", "Pages: &fit width", "fit-width", "Ctrl+0"),
        None,
        Command("scheme", "&Colours"),
    ),
    "&Briefing": (
        Command("suggest", "&Suggest sections", "section", None,
                "Make sections where the subject of the article changes"),
        None,
        Command("template", "&Template"),
        Command("house", "&House style"),
        Command("houses", "&House styles…", "", None,
                "See, add and remove house styles", within="house"),
        Command("page", "&Paper"),
        Command("language", "&Language of the briefing"),
        None,
        Command("archive", "PDF for the &archive (PDF/A)", "", None,
                "Write PDF files that archives accept", checkable=True),
        Command("receipt", "With a &receipt", "", None,
                "Write a receipt beside each document, by which others can verify it",
                checkable=True),
    ),
    "&Help": (
        Command("help", "&How it works", "info", Key.HelpContents),
        Command("about", "&About"),
    ),
}  # fmt: skip

SUBMENUS = ("recent", "scheme", "template", "house", "page", "language")
TOOLBAR = (
    "open", "paste", None, "undo", "redo", None, "save", None,
    "export_word", "export_pdf", "print",
)  # fmt: skip


class Actions:
    """The QActions and submenus of a window, by the id of their command."""

    def __init__(self, window: QMainWindow) -> None:
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._within: dict[str, QAction] = {}
        for title, commands in COMMANDS.items():
            menu = window.menuBar().addMenu(title)
            for command in commands:
                if command is None:
                    menu.addSeparator()
                elif command.id in SUBMENUS:
                    self._menus[command.id] = menu.addMenu(command.text)
                elif command.within:
                    self._within[command.within] = self._make(command, window)
                else:
                    menu.addAction(self._make(command, window))
        self.toolbar = QToolBar("Main")
        self.toolbar.setObjectName("main")
        self.toolbar.setMovable(False)
        self.toolbar.setFloatable(False)
        for id in TOOLBAR:
            if id is None:
                self.toolbar.addSeparator()
            else:
                self.toolbar.addAction(self[id])
                self._show_text(id)
        window.addToolBar(self.toolbar)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def menu(self, id: str) -> QMenu:
        return self._menus[id]

    def choices(
        self, id: str, options: dict[str, str], current: str, choose: Callable[[str], None]
    ) -> None:
        """Fill a submenu with things of which one is chosen: value → text."""
        menu = self._menus[id]
        for old in menu.findChildren(QActionGroup):
            old.deleteLater()
        menu.clear()
        group = QActionGroup(menu)
        for value, text in options.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == current)
            action.setData(value)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: choose(value))
        if id in self._within:
            menu.addSeparator()
            menu.addAction(self._within[id])

    def _make(self, command: Command, window: QMainWindow) -> QAction:
        action = QAction(command.text, window)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.short:
            action.setIconText(command.short)
        if command.shortcut is not None:
            action.setShortcut(QKeySequence(command.shortcut))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = command.tip or command.text.replace("&", "").rstrip("…")
        action.setToolTip(f"{tip} ({keys})" if keys else tip)
        action.setStatusTip(command.tip)
        self._actions[command.id] = action
        return action

    def _show_text(self, id: str) -> None:
        from PySide6.QtCore import Qt

        button = self.toolbar.widgetForAction(self[id])
        if any(each and each.id == id and each.short for row in COMMANDS.values() for each in row):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)  # type: ignore[attr-defined]
