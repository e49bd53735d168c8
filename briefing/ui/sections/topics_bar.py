"""The row above the tree: which topics to look for, and what to do with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from briefing.model.topic import TopicSet
from briefing.ui import theme
from briefing.ui.icons import icon
from briefing.ui.sections.save_dialog import SaveSetDialog

NO_SET = "No topic set"


class _SteadyCombo(QComboBox):
    """The wheel scrolls what is around it: by accident it would throw all sections over."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TopicsBar(QWidget):
    chosen = Signal(str)
    """Id of a topic set; empty for none."""
    save_requested = Signal(str)
    detect_requested = Signal()
    suggest_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = ""
        self._sets: tuple[TopicSet, ...] = ()
        self.combo = _SteadyCombo(self)
        self.combo.setAccessibleName("Topics")
        self.combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.combo.setMinimumWidth(90)
        self.combo.activated.connect(self._choose)
        label = QLabel("&Topics", self)
        label.setBuddy(self.combo)
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.suggest = self.menu.addAction(icon("section"), "Suggest sections")
        self.suggest.setToolTip("Where the subject changes, whatever the topics")
        self.suggest.triggered.connect(self.suggest_requested)
        self.detect = self.menu.addAction(icon("search"), "Look for sentences again")
        self.detect.setToolTip("With the words the sections have now")
        self.detect.triggered.connect(self.detect_requested)
        self.save = self.menu.addAction(icon("save"), "Save sections as topic set…")
        self.save.setToolTip("Their names, colours and words, for the next article")
        self.save.triggered.connect(self._ask_name)
        self.button = QToolButton(self)
        self.button.setText("⋯")
        self.button.setAccessibleName("More for topics")
        self.button.setToolTip(
            "Suggest sections, look for sentences again, save the sections as a topic set"
        )
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.GAP, theme.GAP, theme.GAP)
        row.setSpacing(theme.GAP)
        row.addWidget(label)
        row.addWidget(self.combo, 1)
        row.addWidget(self.button)
        self.set_topic_sets((), "")

    def set_topic_sets(self, sets: tuple[TopicSet, ...], current_id: str) -> None:
        self._current = current_id
        self._sets = sets
        self.combo.clear()
        self.combo.addItem(NO_SET, "")
        self._describe(0, "The sections are yours alone.")
        for position, each in enumerate(sets, start=1):
            self.combo.addItem(each.name, each.id)
            topics = ", ".join(topic.name for topic in each.topics)
            self._describe(position, "\n".join(filter(None, (each.description, topics))))
        self._show_current()

    @property
    def current(self) -> TopicSet | None:
        """The set in use; None when there is none, or it is gone."""
        return next((each for each in self._sets if each.id == self._current), None)

    def set_usable(self, *, article: bool, sections: bool) -> None:
        self.combo.setEnabled(article)
        self.detect.setEnabled(article and sections)
        self.save.setEnabled(sections)
        self.suggest.setEnabled(article)
        self.button.setEnabled(article)

    def _describe(self, position: int, text: str) -> None:
        self.combo.setItemData(position, text, Qt.ItemDataRole.ToolTipRole)

    def _show_current(self) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(self._current)))
        tip = self.combo.currentData(Qt.ItemDataRole.ToolTipRole)
        self.combo.setToolTip(f"What to look for in the article.\n{tip}")

    def _choose(self, position: int) -> None:
        wished = self.combo.itemData(position)
        self._show_current()  # until the owner says otherwise
        if wished != self._current:
            self.chosen.emit(wished)

    def _ask_name(self) -> None:
        dialog = SaveSetDialog(self._sets, self._current, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self.save_requested)
        dialog.open()
