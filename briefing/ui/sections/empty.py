"""What stands in place of the tree while there is nothing in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing.ui import theme
from briefing.ui.icons import icon

_PICTURE = 32
"""Pixels of the picture."""


class NoSections(QWidget):
    topics_wished = Signal()
    section_wished = Signal()
    search_wished = Signal()
    """Look once more with the same topics."""
    suggestions_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topics = QPushButton(icon("search"), "", self)
        self.topics.setToolTip("Find sentences by a set of topics, chosen above")
        self.topics.clicked.connect(self.topics_wished)
        self.suggest = QPushButton(icon("section"), "Suggest sections", self)
        self.suggest.setToolTip("Where the subject of the article changes, whatever the topics")
        self.suggest.clicked.connect(self.suggestions_wished)
        self.add = QPushButton(icon("add"), "Add section…", self)
        self.add.setToolTip("Make a section of your own")
        self.add.clicked.connect(self.section_wished)
        self.again = QPushButton(icon("redo"), "Look again", self)
        self.again.setToolTip("Read the topic set anew and look for its topics once more")
        self.again.clicked.connect(self.search_wished)
        self.text = _label("", self)
        box = _page(self)
        box.addWidget(_Picture("section", self))
        box.addWidget(_label("No sections yet", self, title=True))
        box.addWidget(self.text)
        box.addSpacing(theme.GAP)
        for each in (self.suggest, self.topics, self.add, self.again):
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            each.setMinimumWidth(170)
            box.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        self.show_searched("")

    def show_searched(self, topic_set: str, articles: int = 1) -> None:
        """Say that ``topic_set``, a name, was looked for in vain; invite when it is empty."""
        self.again.setVisible(bool(topic_set))
        where = "this article" if articles == 1 else "these articles"
        self.topics.setText("Choose another set" if topic_set else "Choose topics")
        self.text.setText(
            f"“{topic_set}” was searched: none of its topics is in {where}."
            if topic_set
            else "A section holds the sentences of the briefing on one topic. Choose topics and "
            "the article is searched for them, let the program suggest where the subject changes, "
            "or add sections and give them sentences yourself."
        )


class NoArticle(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = _page(self)
        box.addWidget(_Picture("section", self))
        box.addWidget(_label("Sections appear here once an article is open.", self))
        box.addStretch(3)


def _page(widget: QWidget) -> QVBoxLayout:
    box = QVBoxLayout(widget)
    box.setContentsMargins(28, 24, 28, 24)
    box.setSpacing(theme.GAP)
    box.addStretch(2)
    return box


class _Picture(QLabel):
    """An icon as a picture. A label keeps the pixels it is given, so it takes them anew whenever
    the colours change."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        size = QSize(_PICTURE, _PICTURE)
        self.setPixmap(icon(self._name).pixmap(size, QIcon.Mode.Disabled))


def _label(text: str, parent: QWidget, *, title: bool = False) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    if title:
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setBold(True)
        label.setFont(font)
    else:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
