"""Editors for the fields of a form: one shape for all, whatever they hold."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from briefing.model.cleaning import clean_text
from briefing.model.dates import parse_day, spelled
from briefing.model.template import Field, FieldType
from briefing.ui import theme
from briefing.ui.icons import icon


class _Text(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setProperty("field", True)
        self.setTabChangesFocus(True)
        self._lines = lines
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        height = self.fontMetrics().lineSpacing() * lines + 18
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class FieldEditor(QWidget):
    """A label, an editor and, below it, what is wrong or missing."""

    edited = Signal(str)
    """The value as the Draft keeps it: a day as ``YYYY-MM-DD`` where it is one."""
    left = Signal()
    """The person has gone on: what was typed is one step of undo."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._updating = False
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self.editor = self._make()
        self.editor.setAccessibleName(field.label)
        self.editor.setAccessibleDescription(field.help)
        self.editor.setToolTip(field.help)
        for each in (self.editor, *self.editor.findChildren(QLineEdit)):
            each.installEventFilter(self)
        self._label.setBuddy(self.editor)
        self._origin = QLabel()
        self._origin.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self._label, 1)
        top.addWidget(self._origin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.editor if field.type is not FieldType.DATE else self._with_calendar())
        self._show_state("")

    @property
    def implied(self) -> str:
        """What an empty answer stands for in the document: a default that can be chosen."""
        choosable = self.field.type in (FieldType.CHOICE, FieldType.MARKING)
        return self.field.default if choosable else ""

    # ------------------------------------------------------------ value

    def set_value(self, value: str) -> None:
        """Show a value. While the person types what means the same, it is left alone."""
        if self.value() != value:
            self._updating = True
            self._set_text(self._shown(value))
            self._updating = False
        self._show_state(value)

    def value(self) -> str:
        """What is in the editor, as the Draft keeps it."""
        text = clean_text(self._text())
        if self.field.type is FieldType.DATE:
            day = parse_day(text)
            return day.isoformat() if day else text.strip()
        return text

    def set_origin(self, word: str, sentence: str) -> None:
        """Say quietly where the value comes from; empty for nothing."""
        self._origin.setText(word)
        self._origin.setToolTip(sentence)
        self.editor.setAccessibleDescription(" ".join(filter(None, (self.field.help, sentence))))

    @property
    def origin(self) -> tuple[str, str]:
        return self._origin.text(), self._origin.toolTip()

    def focus(self) -> None:
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ inside

    def _make(self) -> QWidget:
        kind = self.field.type
        if kind is FieldType.TEXT:
            text = _Text(4 if self.field.required else 3)
            text.setPlaceholderText(self.field.help)
            text.textChanged.connect(self._changed)
            text.left.connect(self.left)
            return text
        if kind in (FieldType.CHOICE, FieldType.MARKING):
            box = QComboBox()
            box.setEditable(kind is FieldType.MARKING)
            nothing = () if self.field.default else ("",)
            box.addItems([*nothing, *self.field.choices])
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(8)
            if line := box.lineEdit():
                line.setTextMargins(5, 0, 0, 0)
                line.setPlaceholderText(self.field.default)
                line.textEdited.connect(lambda _: self._changed())
                line.editingFinished.connect(self.left)
            box.activated.connect(lambda _: (self._changed(), self.left.emit()))
            return box
        line = QLineEdit()
        line.setPlaceholderText(
            "such as 22 September 2021" if kind is FieldType.DATE else self.field.help
        )
        line.textEdited.connect(lambda _: self._changed())
        line.editingFinished.connect(self._finished)
        return line

    def _with_calendar(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.editor, 1)
        button = QToolButton(toolTip="Choose a day", accessibleName=f"{self.field.label}: calendar")
        button.setIcon(icon("calendar"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_calendar(menu))
        button.setMenu(menu)
        row.addWidget(button)
        return holder

    def _fill_calendar(self, menu: QMenu) -> None:
        """A calendar is dozens of widgets: it is made when it is first looked at."""
        if menu.isEmpty():
            calendar = QCalendarWidget()
            calendar.setGridVisible(False)
            calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            for chosen in (calendar.clicked, calendar.activated):
                chosen.connect(lambda day: (menu.close(), self._choose(day)))
            action = QWidgetAction(menu)
            action.setDefaultWidget(calendar)
            menu.addAction(action)
            self._calendar = calendar
        theme.dress_calendar(self._calendar)
        day = parse_day(self._text())
        self._calendar.setSelectedDate(
            QDate(day.year, day.month, day.day) if day else QDate.currentDate()
        )

    def _choose(self, day: QDate) -> None:
        self._set_text(self._shown(day.toString(Qt.DateFormat.ISODate)))
        self._changed()
        self.left.emit()

    def _shown(self, value: str) -> str:
        day = parse_day(value) if self.field.type is FieldType.DATE else None
        return spelled(day) if day else value

    def _text(self) -> str:
        match self.editor:
            case QPlainTextEdit() as text:
                return text.toPlainText()
            case QComboBox() as box:
                return box.currentText()
            case QLineEdit() as line:
                return line.text()
            case other:
                raise AssertionError(other)

    def _set_text(self, text: str) -> None:
        match self.editor:
            case QPlainTextEdit() as editor:
                editor.setPlainText(text)
            case QComboBox() as box if box.isEditable():
                box.setEditText(text)
            case QComboBox() as box:
                box.setCurrentText(text)
            case QLineEdit() as line:
                line.setText(text)
            case other:
                raise AssertionError(other)

    def _changed(self) -> None:
        if not self._updating:
            self._show_state(self.value())
            self.edited.emit(self.value())

    def _finished(self) -> None:
        if self.field.type is FieldType.DATE:
            shown = self._shown(self.value())
            if shown != self._text():
                self._set_text(shown)
        self.left.emit()

    def _show_state(self, value: str) -> None:
        """Say beside the label what is missing or odd; the colour is not the only sign."""
        tones = theme.tones(theme.is_dark(self))
        text, state = self.field.label, ""
        if self.field.required and not value.strip():
            state = "required"
        elif self.field.type is FieldType.DATE and value.strip() and parse_day(value) is None:
            state = "write it as 22 September 2021"
        colour = tones.error if state == "required" else tones.warning
        escaped = text.replace("&", "&amp;").replace("<", "&lt;")
        sign = f' <span style="color:{colour}">● {state}</span>' if state else ""
        shown = f'<span style="color:{tones.muted}">{escaped}</span>{sign}'
        if shown != self._label.text():  # to dress an editor anew is slow
            self._label.setText(shown)
            self.editor.setProperty("state", "missing" if state == "required" else "")
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_state(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the form; it must not change a marking by accident.

        Undo and redo are the window's, which knows all steps, and not each editor's own.
        """
        if event.type() == QEvent.Type.Wheel and watched is self.editor:
            event.ignore()
            return isinstance(self.editor, QComboBox)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def rule() -> QFrame:
    """A thin line between groups of fields."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFixedHeight(1)
    return line
