"""The submenus of which one entry holds: colours, template, page, language; and what was recent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from briefing import templating
from briefing.messages import describe
from briefing.model.template import Template
from briefing.ui import theme
from briefing.ui.actions import Actions
from briefing.ui.message_bar import Message
from briefing.ui.work import Work

_LANGUAGES = {
    "en-GB": "English (United Kingdom)",
    "en-US": "English (United States)",
    "en-CA": "English (Canada)",
    "en-AU": "English (Australia)",
}
_SCHEMES = {"system": "As the desktop", "light": "Light", "dark": "Dark"}
_PAGES = {"A4": "A4", "Letter": "US Letter"}


class Choices(QObject):
    settings_changed = Signal()

    def __init__(self, work: Work, actions: Actions, open_recent: Callable[[str], None]) -> None:
        super().__init__(work)
        self._work, self._actions, self._open_recent = work, actions, open_recent
        self._shown: tuple[object, ...] = ()

    def show(self) -> None:
        """Show what holds now, unless it is shown already: menus are slow to fill."""
        settings, draft, actions = self._work.settings, self._work.draft, self._actions
        now = (settings, draft.page, draft.language, draft.template)
        if now == self._shown:
            return
        self._shown = now
        actions.choices("scheme", _SCHEMES, settings.scheme, self._choose_scheme)
        actions.choices("page", _PAGES, draft.page, self._choose_page)
        actions.choices("language", _LANGUAGES, draft.language, self._choose_language)
        self._show_templates()
        menu = actions.menu("recent")
        menu.clear()
        menu.setEnabled(bool(settings.recent))
        for path in settings.recent:
            menu.addAction(path, lambda path=path: self._open_recent(path))

    def _show_templates(self) -> None:
        there = templating.available()
        working = {each.id: each.name for each in there if isinstance(each, Template)}
        current = self._work.draft.template
        self._actions.choices("template", working, current, self._choose_template)
        for each in there:
            if not isinstance(each, Template):
                broken = self._actions.menu("template").addAction(
                    f"{each.template} (does not work)"
                )
                broken.triggered.connect(
                    lambda _=False, each=each: self._work.told.emit(
                        Message("error", describe(each))
                    )
                )

    def _choose_scheme(self, scheme: str) -> None:
        self._work.settings = replace(self._work.settings, scheme=scheme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        self.settings_changed.emit()

    def _choose_page(self, page: str) -> None:
        self._work.settings = replace(self._work.settings, page=page)
        self._work.edit(replace(self._work.draft, page=page), "choosing a page size")
        self.settings_changed.emit()

    def _choose_language(self, language: str) -> None:
        self._work.settings = replace(self._work.settings, language=language)
        self._work.edit(replace(self._work.draft, language=language), "choosing a language")
        self.settings_changed.emit()

    def _choose_template(self, id: str) -> None:
        self._work.settings = replace(self._work.settings, template=id)
        self._work.choose_template(id)
        self.settings_changed.emit()
