"""What can be asked for an article on the desk: another encoding, the whole page, attachments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from briefing import pipeline
from briefing.pipeline import Loaded
from briefing.ui.attachments import AttachmentsDialog
from briefing.ui.encodings import Choice, EncodingDialog
from briefing.ui.loading import Loading
from briefing.ui.results import Offers
from briefing.ui.revising import Revising
from briefing.ui.work import Work

PAGES = (".html", ".htm", ".mhtml", ".mht")
"""Formats of which only the article is read, unless all is wanted."""
LETTERS = (".eml",)
"""Formats that may have attachments."""


class ArticleCommands(QObject):
    def __init__(self, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work, self._window = work, window
        self.revising = Revising(work)
        offers = Offers(
            self.ask_encoding,
            self.revising.read_whole,
            lambda attachments: self.loading.open_attachments(attachments),
            self.ask_attachments,
        )
        self.revising.offers = offers
        self.loading = Loading(work, offers)
        self.dialog: QDialog | None = None
        """The dialog that is open, if any."""

    def ask_encoding(self, id: str) -> None:
        """Let the person choose another encoding, once it is known which fit."""
        if id not in self._work.draft.articles:
            return  # its message was still there
        loaded = self._work.session.source(id)

        def look(_: object) -> Sequence[Choice]:
            from briefing.readers import decoding

            return decoding.choices(loaded.data)

        def show(choices: Sequence[Choice]) -> None:
            article = loaded.article
            dialog = EncodingDialog(article.name, choices, article.encoding, self._window)
            dialog.encoding_chosen.connect(lambda codec: self.revising.read_as(id, codec))
            self._show(dialog)

        name = loaded.article.name
        self._work.tasks.run("look", f"Looking at “{name}”", look, show, self._work.refuse)

    def ask_attachments(self, id: str) -> None:
        """Let the person choose; the attachments of a reopened project are read first."""
        if id not in self._work.draft.articles:
            return
        loaded = self._work.session.source(id)
        if loaded.attachments:
            self._choose(loaded)
            return
        limits = self._work.settings.limits
        self._work.tasks.run(
            "look",
            f"Looking at “{loaded.article.name}”",
            lambda c: pipeline.read(loaded.data, loaded.article.name, loaded.how, limits, c),
            self._choose,
            self._work.refuse,
        )

    def _choose(self, loaded: Loaded) -> None:
        name = loaded.article.name
        if not loaded.attachments:
            self._work.said.emit(f"“{name}” has no attachments that could be opened.")
            return
        dialog = AttachmentsDialog(name, [e.name for e in loaded.attachments], self._window)
        dialog.chosen.connect(
            lambda places: self.loading.open_attachments(
                [loaded.attachments[each] for each in places]
            )
        )
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _: dialog.deleteLater())
        self.dialog = dialog
        dialog.open()
