"""What is chosen in menus: colours, template, house style, paper, language; how files are written;
and what was recent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from briefing import templating
from briefing.messages import describe
from briefing.model.draft import Draft
from briefing.model.template import Template
from briefing.pipeline import USUAL_HOUSE
from briefing.ui import theme
from briefing.ui.actions import Actions
from briefing.ui.houses.styles import HouseStyles
from briefing.ui.message_bar import Message
from briefing.ui.work import Work

_LANGUAGES = {
    "en-GB": "English (United Kingdom)",
    "en-US": "English (United States)",
    "en-CA": "English (Canada)",
    "en-AU": "English (Australia)",
}
_SCHEMES = {"system": "As the desktop", "light": "Light", "dark": "Dark"}
_PAGES = {"": "As the house style", "A4": "A4", "Letter": "US Letter"}


class Choices(QObject):
    settings_changed = Signal()

    def __init__(
        self,
        work: Work,
        actions: Actions,
        houses: HouseStyles,
        open_recent: Callable[[str], None],
    ) -> None:
        super().__init__(work)
        self._work, self._actions, self._open_recent = work, actions, open_recent
        self._houses = houses
        self._shown: tuple[object, ...] = ()
        houses.changed.connect(self.show)
        houses.chosen.connect(self._choose_house)
        houses.removed.connect(self._forget_house)
        actions.menu("house").aboutToShow.connect(houses.look)
        for id in ("archive", "receipt"):
            actions[id].triggered.connect(lambda on, id=id: self._prefer(**{id: on}))

    def show(self) -> None:
        """Show what holds now, unless it is shown already: menus are slow to fill."""
        settings, draft, actions = self._work.settings, self._work.draft, self._actions
        houses = self._houses.entries
        now = (settings, draft.page, draft.language, draft.template, draft.house, houses)
        if now == self._shown:
            return
        self._shown = now
        actions.choices("scheme", _SCHEMES, settings.scheme, self._choose_scheme)
        actions.choices("page", _PAGES, draft.page, self._choose_page)
        actions.choices("language", _LANGUAGES, draft.language, self._choose_language)
        actions["archive"].setChecked(settings.archive)
        actions["receipt"].setChecked(settings.receipt)
        self._show_templates()
        self._show_houses()
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

    def _show_houses(self) -> None:
        current = self._work.draft.house
        entries = self._houses.entries
        working = {each.id: each.name for each in entries if each.problem is None}
        self._actions.choices("house", working, current, self._choose_house)
        if entries and current not in working:
            menu = self._actions.menu("house")
            lacking = QAction(f"{current} (cannot be used here)", menu)
            lacking.setCheckable(True)
            lacking.setChecked(True)
            lacking.setEnabled(False)
            menu.insertAction(menu.actions()[0], lacking)

    def _prefer(self, **changes: bool) -> None:
        self._work.settings = replace(self._work.settings, **changes)
        self.settings_changed.emit()

    def _edit(self, draft: Draft, label: str) -> None:
        """Of an empty desk there is nothing to undo, nor to save: the settings have it."""
        session = self._work.session
        if draft.articles or session.undo_label or session.redo_label:
            self._work.edit(draft, label)
        else:
            self._work.clear()

    def _choose_house(self, id: str) -> None:
        self._work.settings = replace(self._work.settings, house=id)
        self._edit(replace(self._work.draft, house=id), "choosing a house style")
        self.settings_changed.emit()

    def _forget_house(self, id: str) -> None:
        """What is removed is no preference any more, nor the style of this briefing."""
        if self._work.settings.house == id:
            self._work.settings = replace(self._work.settings, house=USUAL_HOUSE)
            self.settings_changed.emit()
        if self._work.draft.house == id:
            usual = replace(self._work.draft, house=USUAL_HOUSE)
            self._edit(usual, "removing its house style")

    def _choose_scheme(self, scheme: str) -> None:
        self._work.settings = replace(self._work.settings, scheme=scheme)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        self.settings_changed.emit()

    def _choose_page(self, page: str) -> None:
        self._work.settings = replace(self._work.settings, page=page)
        self._edit(replace(self._work.draft, page=page), "choosing the paper")
        self.settings_changed.emit()

    def _choose_language(self, language: str) -> None:
        self._work.settings = replace(self._work.settings, language=language)
        self._edit(replace(self._work.draft, language=language), "choosing a language")
        self.settings_changed.emit()

    def _choose_template(self, id: str) -> None:
        self._work.settings = replace(self._work.settings, template=id)
        self._work.choose_template(id)
        self.settings_changed.emit()
