"""The pages as they will print: the PDF itself, drawn from memory."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefing.ui import theme
from briefing.ui.icons import icon
from briefing.ui.pdf import PdfPages

_GAP = 14
"""Between pages and around them, in pixels."""
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_PIXELS_PER_POINT = 96 / 72


class PagesView(QAbstractScrollArea):
    """Pages one under the other. A new document replaces the old in one repaint, in place."""

    page_changed = Signal(int)
    """The number of the page in view, from 1; 0 when there is none."""
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview pages")
        self.setFrameShape(self.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._pages: PdfPages | None = None
        self._zoom: float | None = None
        """None for as wide as the view."""
        self._images: dict[tuple[int, int], QImage] = {}
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(lambda _: self._announce_page())

    # ------------------------------------------------------------ content

    def set_pdf(self, data: bytes | None) -> None:
        """Show a document, staying at the same place; None shows nothing."""
        if self._pages is not None:
            self._pages.close()
        self._pages = PdfPages(data) if data else None
        self._images.clear()
        self._relayout()

    @property
    def page_count(self) -> int:
        return len(self._sizes())

    @property
    def page(self) -> int:
        """The number of the page in view, from 1; 0 when there is none."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, to the top of the view."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue(self._rects()[page - 1].top() - _GAP // 2)

    # ------------------------------------------------------------ zoom

    @property
    def zoom(self) -> float:
        """1.0 is the size on paper."""
        if self._zoom is not None:
            return self._zoom
        widest = max((size.width() for size in self._sizes()), default=595.0)
        room = max(self.viewport().width() - 2 * _GAP, 60)
        return room / (widest * _PIXELS_PER_POINT)

    @property
    def fits_width(self) -> bool:
        return self._zoom is None

    def set_zoom(self, zoom: float | None) -> None:
        """None fits the width of the view, and goes on doing so."""
        before = self._place()
        self._zoom = None if zoom is None else min(max(zoom, _STEPS[0]), _STEPS[-1])
        self._relayout(before)

    def zoom_in(self) -> None:
        self.set_zoom(next((each for each in _STEPS if each > self.zoom * 1.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        steps = reversed(_STEPS)
        self.set_zoom(next((each for each in steps if each < self.zoom * 0.99), _STEPS[0]))

    # ------------------------------------------------------------ layout

    def _sizes(self) -> tuple[QSizeF, ...]:
        return self._pages.sizes if self._pages else ()

    def _rects(self) -> list[QRect]:
        """Each page's place, from the top left of all of them."""
        scale = self.zoom * _PIXELS_PER_POINT
        sizes = [
            QSize(round(each.width() * scale), round(each.height() * scale))
            for each in self._sizes()
        ]
        width = max((each.width() for each in sizes), default=0) + 2 * _GAP
        width = max(width, self.viewport().width())
        top, rects = _GAP, list[QRect]()
        for each in sizes:
            rects.append(QRect(QPoint((width - each.width()) // 2, top), each))
            top += each.height() + _GAP
        return rects

    def _place(self) -> float:
        """How far down the document the view is, in pages' height: it survives a zoom."""
        rects = self._rects()
        return self.verticalScrollBar().value() / (rects[-1].bottom() + _GAP) if rects else 0.0

    def _relayout(self, place: float | None = None) -> None:
        rects = self._rects()
        view = self.viewport().size()
        height = rects[-1].bottom() + _GAP if rects else 0
        width = max((each.right() for each in rects), default=0) + _GAP
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setPageStep(view.height())
        vertical.setSingleStep(40)
        vertical.setRange(0, max(0, height - view.height()))
        horizontal.setPageStep(view.width())
        horizontal.setRange(0, max(0, width - view.width()) if self._zoom is not None else 0)
        if place is not None:
            vertical.setValue(round(place * height))
        self._announce_page()
        self.zoom_changed.emit(self.zoom)
        self.viewport().update()

    def _announce_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        above = [page for page, rect in enumerate(self._rects(), 1) if rect.top() <= middle]
        page = above[-1] if above else min(1, self.page_count)
        if page != self._page:
            self._page = page
        self.page_changed.emit(page)

    # ------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout(self._place())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() * 9 // 10)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dark = theme.is_dark(self)
        ground = QColor(theme.tones(dark).window)
        painter.fillRect(event.rect(), ground.darker(130) if dark else ground.darker(106))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        edge = QColor(0, 0, 0, 90 if dark else 45)
        for page, place in enumerate(self._rects()):
            rect = place.translated(-offset)
            if not rect.intersects(event.rect()):
                continue
            painter.fillRect(rect.translated(1, 2), edge)
            painter.fillRect(rect, Qt.GlobalColor.white)
            painter.drawImage(rect, self._image(page, rect.size()))

    def _image(self, page: int, size: QSize) -> QImage:
        assert self._pages is not None
        ratio = self.devicePixelRatioF()
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        image = self._images.get((page, pixels.width()))
        if image is None:
            if len(self._images) > 12:  # a page at 400 % is some 30 MB
                self._images.clear()
            image = self._pages.image(page, pixels)
            image.setDevicePixelRatio(ratio)
            self._images[(page, pixels.width())] = image
        return image


class Preview(QWidget):
    """The pages with their controls, and a word when there is nothing to show or no success."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PagesView()
        self._count = QLabel()
        self._percent = QLabel()
        self._percent.setMinimumWidth(self.fontMetrics().horizontalAdvance("400 %"))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message = QLabel(wordWrap=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(2 * theme.MARGIN)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        heading = self._heading = QLabel("Preview")
        heading.setProperty("heading", True)
        bar = self._bar = QHBoxLayout()
        bar.setContentsMargins(theme.MARGIN, 4, theme.GAP, 4)
        bar.setSpacing(2)
        bar.addWidget(heading)
        bar.addSpacing(theme.GAP)
        bar.addWidget(self._count)
        bar.addStretch()
        pages = self.pages
        self.previous_button = self._button("previous", "Previous page", lambda: self._turn(-1))
        self.next_button = self._button("next", "Next page", lambda: self._turn(+1))
        self.zoom_out_button = self._button("zoom-out", "Smaller (Ctrl+wheel)", pages.zoom_out)
        self.zoom_in_button = self._button("zoom-in", "Larger (Ctrl+wheel)", pages.zoom_in)
        self.fit_button = self._button(
            "fit-width", "As wide as the pane", lambda: pages.set_zoom(None)
        )
        for each in (self.previous_button, self.next_button):
            bar.addWidget(each)
        bar.addSpacing(theme.GAP)
        for each in (self.zoom_out_button, self._percent, self.zoom_in_button, self.fit_button):
            bar.addWidget(each)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._message, 1)
        policy = self._message.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        self._message.setSizePolicy(policy)
        pages.page_changed.connect(lambda _: self._tell())
        pages.zoom_changed.connect(lambda _: self._tell())
        self.show_message("The pages appear here as soon as an article is open.")

    def show_pdf(self, data: bytes) -> None:
        self._message.hide()
        self.pages.show()
        self.pages.set_pdf(data)
        self._tell()

    def show_message(self, text: str) -> None:
        """Say why there are no pages."""
        self.pages.set_pdf(None)
        self.pages.hide()
        self._message.setText(text)
        self._message.show()
        self._tell()

    def _button(self, name: str, tip: str, act: object) -> QToolButton:
        button = QToolButton(icon=icon(name), toolTip=tip, accessibleName=tip, autoRaise=True)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room, the heading goes before the page number is cut."""
        heading = self._heading
        own = heading.sizeHint().width() + self._bar.spacing()
        others = self._bar.minimumSize().width() - (0 if heading.isHidden() else own)
        heading.setHidden(self.width() < others + own)

    def _turn(self, by: int) -> None:
        self.pages.go_to(self.pages.page + by)

    def _tell(self) -> None:
        pages = self.pages
        there = pages.page_count > 0
        self._count.setText(f"page {pages.page} of {pages.page_count}" if there else "")
        self._percent.setText(f"{round(pages.zoom * 100)} %" if there else "")
        self.previous_button.setEnabled(there and pages.page > 1)
        self.next_button.setEnabled(there and pages.page < pages.page_count)
        for each in (self.zoom_in_button, self.zoom_out_button):
            each.setEnabled(there)
        self.fit_button.setEnabled(there and not pages.fits_width)
        self._fit()
