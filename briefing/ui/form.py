"""What the person fills in: the template's fields, and who published the article."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.model.template import SOURCE_FIELDS, Template
from briefing.ui import theme
from briefing.ui.field_grid import FieldGrid
from briefing.ui.fields import FieldEditor, rule
from briefing.ui.source import SourceForm

_WIDE = ("title",)
"""Lines that tend to be long get the whole width."""


class DetailsForm(QScrollArea):
    field_edited = Signal(str, str)
    """Id of a template field, and its text."""
    card_edited = Signal(str, object)
    """Id of the article, and its SourceCard."""
    field_left = Signal()
    encoding_wanted = Signal(str)
    """Id of the article that should be read in another encoding."""
    said = Signal(str)
    """A short word about what was just done, for the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.source = SourceForm(self)  # of any template; it goes along from page to page
        self.source.card_edited.connect(self.card_edited)
        self.source.field_left.connect(self.field_left)
        self.source.encoding_wanted.connect(self.encoding_wanted)
        self.source.said.connect(self.said)
        self.editors: dict[str, FieldEditor] = {}
        self._template: Template | None = None

    def set_template(self, template: Template) -> None:
        if template == self._template:
            return
        self._template = template
        fields = FieldGrid(template.fields, _WIDE)
        fields.edited.connect(self.field_edited)
        fields.left.connect(self.field_left)
        self.editors = {**fields.editors, **self.source.editors}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.MARGIN, theme.GAP, theme.MARGIN, theme.MARGIN)
        column.setSpacing(theme.GAP)
        for each in (fields, rule(), self.source):
            column.addWidget(each)
        column.addStretch()
        self.setWidget(page)

    def set_draft(self, draft: Draft, article: Article | None) -> None:
        """Show what is filled in, and the card of the article that is in view."""
        for id, editor in self.editors.items():
            if editor.field not in SOURCE_FIELDS:
                editor.set_value(draft.field(id) or editor.implied)
        self.source.set_draft(draft, article)

    def focus_field(self, id: str) -> None:
        """Bring a field into view and put the cursor in it."""
        if editor := self.editors.get(id):
            self.source.unfold_for(id)
            self.ensureWidgetVisible(editor)
            editor.focus()
