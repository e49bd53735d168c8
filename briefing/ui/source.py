"""The source card of the article in view: what is known of it, and where that comes from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.model.article import Article, SourceCard
from briefing.model.draft import Draft
from briefing.model.template import SOURCE_FIELDS
from briefing.ui import theme
from briefing.ui.field_grid import FieldGrid
from briefing.ui.fields import FieldEditor

_FIRST = ("outlet", "published", "headline", "author")
"""What every source has; the rest is folded away."""
_WIDE = ("headline", "url")
_DIGEST = 12
"""How many digits of a SHA-256 are shown, as in the briefing."""
_CHANGE, _COPY = "change", "copy"


class SourceForm(QWidget):
    card_edited = Signal(str, object)
    """Id of the article, and its SourceCard."""
    field_left = Signal()
    encoding_wanted = Signal(str)
    """Id of the article that should be read in another encoding."""
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article: Article | None = None
        self._card = SourceCard()
        self._typed: dict[tuple[str, str], str] = {}
        """By article and field, what was typed: a card has no place for half a day."""
        first = FieldGrid([each for each in SOURCE_FIELDS if each.id in _FIRST], _WIDE)
        rest = FieldGrid([each for each in SOURCE_FIELDS if each.id not in _FIRST], _WIDE)
        self.editors: dict[str, FieldEditor] = {**first.editors, **rest.editors}
        for grid in (first, rest):
            grid.edited.connect(self._announce)
            grid.left.connect(self.field_left)
        self._about = QLabel("The article", wordWrap=True)
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.more = QToolButton(autoRaise=True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.clicked.connect(lambda: self.unfold(self._rest.isHidden()))
        self._rest = rest
        self.file = QLabel(wordWrap=True)
        self.file.setTextFormat(Qt.TextFormat.RichText)
        self.file.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.file.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.file.linkActivated.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for each in (self._about, first, self.more, rest, self.file):
            column.addWidget(each)
        self.unfold(False)

    def set_draft(self, draft: Draft, article: Article | None) -> None:
        """Show the card of the article that is in view."""
        self._article = article
        self._card = draft.card(article.id) if article else SourceCard()
        for id, editor in self.editors.items():
            typed = self._typed.get((article.id, id)) if article else None
            if typed is None or self._card.with_value(id, typed) != self._card:
                typed = self._card.value(id)
            editor.set_value(typed)
            editor.set_origin(*(origin(id, self._card, article) if article else ("", "")))
        self._about.setText(f"The article: {article.name}" if article else "The article")
        self._count()
        self.file.setText(_file(article) if article else "")
        self.file.setToolTip(f"SHA-256 of the file: {article.sha256}" if article else "")

    def unfold_for(self, field: str) -> None:
        """Show a field that is folded away."""
        if field in self._rest.editors:
            self.unfold(True)

    def unfold(self, open: bool) -> None:
        """Show what is less important, or fold it away."""
        self._rest.setVisible(open)
        self.more.setArrowType(Qt.ArrowType.DownArrow if open else Qt.ArrowType.RightArrow)
        self._count()

    # ------------------------------------------------------------ inside

    def _announce(self, id: str, text: str) -> None:
        if self._article is None:
            return
        self._typed[(self._article.id, id)] = text
        card = self._card.with_value(id, text)
        if card != self._card:
            self._card = card
            self.card_edited.emit(self._article.id, card)

    def _count(self) -> None:
        known = sum(bool(self._card.value(id)) for id in self._rest.editors)
        total = len(self._rest.editors)
        self.more.setText(f"More about the source ({known} of {total} known)")
        self.more.setToolTip(", ".join(each.field.label for each in self._rest.editors.values()))

    def _follow(self, link: str) -> None:
        if self._article is not None and link == _CHANGE:
            self.encoding_wanted.emit(self._article.id)
        elif self._article is not None and link == _COPY:
            QGuiApplication.clipboard().setText(self._article.sha256)
            self.said.emit("The SHA-256 of the file is copied.")


def origin(field: str, card: SourceCard, article: Article) -> tuple[str, str]:
    """Where a value comes from, in a word and in a sentence."""
    value, read = card.value(field), article.card.value(field)
    cue = dict(article.card_cues).get(field, "")
    where = f" ({cue})" if cue else ""
    if value and value == read:
        return "read", f"Read from the file: {cue}" if cue else "Read from the file"
    if value:
        return "typed", f"Typed. The file says “{read}”{where}." if read else "Typed"
    if read:
        return "cleared", f"Emptied. The file says “{read}”{where}."
    return "not found", "The file does not say"


def is_pasted(article: Article) -> bool:
    """Whether it came from the clipboard: then it is in no file, and its encoding is ours."""
    from briefing import readers  # late: something was read by now

    return article.name == readers.PASTED


def _file(article: Article) -> str:
    """Format, encoding and digest of a file, with links."""
    from briefing.readers import formats  # late: something was read by now

    pasted = is_pasted(article)
    parts = ["pasted text" if pasted else formats.NAMES[article.format]]
    if article.encoding and not pasted:
        parts.append(f'{_escaped(article.encoding)} (<a href="{_CHANGE}">Change…</a>)')
    digest = f'SHA-256 {article.sha256[:_DIGEST]}… (<a href="{_COPY}">Copy</a>)'
    return f"{' · '.join(parts)}<br>{digest}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
