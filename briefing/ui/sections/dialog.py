"""What a section is called, looks like, and is recognised by."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme
from briefing.ui.sections import words
from briefing.ui.sections.swatches import SwatchPicker
from briefing.ui.sections.words import SectionEdit

_HELP = (
    "One word or phrase a line. Endings do not matter: “negotiation” finds “negotiations”. "
    "A phrase of several words weighs more than a single word."
)


class SectionDialog(QDialog):
    """Ask for a SectionEdit. Read ``edit()`` and ``look_again()`` after it is accepted."""

    def __init__(
        self,
        title: str,
        edit: SectionEdit,
        other_names: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        """``other_names`` are those that may not be used again."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._before = edit
        self._others = {_plain(each) for each in other_names}

        self.name = QLineEdit(edit.name, self)
        self.name.setPlaceholderText("Such as Sanctions")
        self.name.setAccessibleName("Name of the section")
        self.name.setMaxLength(120)
        self.colour = SwatchPicker(edit.colour, self)
        self.words = QPlainTextEdit(words.lines(edit.terms, edit.phrases), self)
        self.words.setProperty("field", True)
        self.words.setAccessibleName("Words to look for")
        self.words.setPlaceholderText("sanction\nembargo\nasset freeze")
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(130)
        help = QLabel(_HELP, self)
        help.setWordWrap(True)
        help.setForegroundRole(help.palette().ColorRole.PlaceholderText)
        self.again = QCheckBox("Look for sentences again with these words", self)
        self.again.setChecked(True)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(f"color: {theme.tones(theme.is_dark(self)).error};")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(theme.GAP)
        form.addRow("&Name", self.name)
        form.addRow("Colour", self.colour)
        form.addRow("&Words to look for", self.words)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(theme.GAP)
        box.addLayout(form)
        box.addWidget(help)
        box.addWidget(self.again)
        box.addWidget(self.problem)
        box.addStretch(1)
        box.addWidget(self.buttons)

        self.name.textChanged.connect(self._check)
        self.words.textChanged.connect(self._check)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def edit(self) -> SectionEdit:
        terms, phrases = words.parse(self.words.toPlainText())
        return SectionEdit(" ".join(self.name.text().split()), self.colour.colour(), terms, phrases)

    def look_again(self) -> bool:
        """Whether the words changed and the person wants them used at once."""
        return self._words_changed() and self.again.isChecked()

    def accept(self) -> None:
        if not self._problem():
            super().accept()

    def _words_changed(self) -> bool:
        edit = self.edit()
        return (edit.terms, edit.phrases) != (self._before.terms, self._before.phrases)

    def _problem(self) -> str:
        name = self.edit().name
        if not name:
            return "Give the section a name."
        if _plain(name) in self._others:
            return f"There is a section “{name}” already. Choose another name."
        return ""

    def _check(self) -> None:
        problem = self._problem()
        # an empty name at the start is no fault yet: the button says enough
        self.problem.setText(problem if self.edit().name else "")
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not problem)
        ok.setToolTip(problem)
        self.again.setEnabled(self._words_changed())


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
