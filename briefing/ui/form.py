"""What the person fills in: the template's fields, and who published the article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from briefing.model.article import Article, SourceCard
from briefing.model.draft import Draft
from briefing.model.template import SOURCE_FIELDS, Field, FieldType, Template
from briefing.ui import theme
from briefing.ui.fields import FieldEditor, rule

_WIDE = ("title", "headline")
"""Lines that tend to be long get the whole width."""


class DetailsForm(QScrollArea):
    field_edited = Signal(str, str)
    """Id of a template field, and its text."""
    card_edited = Signal(str, object)
    """Id of the article, and its SourceCard."""
    field_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.editors: dict[str, FieldEditor] = {}
        self._template: Template | None = None
        self._article: Article | None = None
        self._card = SourceCard()
        self._typed: dict[tuple[str, str], str] = {}
        """By article and field, what was typed: a card has no place for half a day."""

    def set_template(self, template: Template) -> None:
        if template == self._template:
            return
        self._template = template
        self.editors = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.GAP)
        column.addLayout(self._grid(template.fields, self._announce_field))
        column.addWidget(rule())
        self._about = QLabel(wordWrap=True)
        self._about.setForegroundRole(page.palette().ColorRole.PlaceholderText)
        column.addWidget(self._about)
        column.addLayout(self._grid(SOURCE_FIELDS, self._announce_card))
        column.addStretch()
        self.setWidget(page)

    def set_draft(self, draft: Draft, article: Article | None) -> None:
        """Show what is filled in, and the card of the article that is in view."""
        self._article = article
        for id, editor in self.editors.items():
            if editor.field not in SOURCE_FIELDS:
                editor.set_value(draft.field(id) or editor.implied)
        self._card = draft.card(article.id) if article else SourceCard()
        for field in SOURCE_FIELDS:
            typed = self._typed.get((article.id, field.id)) if article else None
            if typed is None or self._card.with_value(field.id, typed) != self._card:
                typed = self._card.value(field.id)
            self.editors[field.id].set_value(typed)
        self._about.setText(f"The article: {article.name}" if article else "The article")

    def focus_field(self, id: str) -> None:
        """Bring a field into view and put the cursor in it."""
        if editor := self.editors.get(id):
            self.ensureWidgetVisible(editor)
            editor.focus()

    # ------------------------------------------------------------ inside

    def _grid(self, fields: tuple[Field, ...], announce: object) -> QGridLayout:
        """Fields in two columns; long ones get a row of their own."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.MARGIN)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for field in fields:
            editor = FieldEditor(field)
            self.editors[field.id] = editor
            editor.edited.connect(lambda text, id=field.id: announce(id, text))  # type: ignore[operator]
            editor.left.connect(self.field_left)
            wide = field.id in _WIDE or field.type is FieldType.TEXT
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(editor, row, column, 1, 2 if wide else 1)
            row, column = (row + 1, 0) if wide or column else (row, 1)
        return grid

    def _announce_field(self, id: str, text: str) -> None:
        self.field_edited.emit(id, text)

    def _announce_card(self, id: str, text: str) -> None:
        if self._article is None:
            return
        self._typed[(self._article.id, id)] = text
        card = self._card.with_value(id, text)
        if card != self._card:
            self._card = card
            self.card_edited.emit(self._article.id, card)
