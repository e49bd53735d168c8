"""How articles on the desk were read, as the person would have it: roles, encoding, whole page.

What follows from it is found in the background, then one edit of the draft takes it all over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from briefing import pipeline
from briefing.model import carrying, revising
from briefing.model.annotations import Annotations
from briefing.model.article import Article, ReadAs, Role
from briefing.model.draft import Draft
from briefing.model.topic import Topic
from briefing.pipeline import Loaded
from briefing.progress import Checkpoint
from briefing.ui import encodings, results
from briefing.ui.message_bar import Line
from briefing.ui.results import Offers
from briefing.ui.work import Work


@dataclass(frozen=True, slots=True)
class _Wish:
    """Other roles for paragraphs of an article."""

    article: str
    roles: Mapping[str, Role | None]


class Revising(QObject):
    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self.offers: Offers | None = None
        """What can be done about what an article was read with; set before anything is read."""
        self._wishes: list[_Wish] = []
        """To be fulfilled one after the other; the first is under way."""

    # ------------------------------------------------------------ roles

    def set_roles(self, article: str, paragraphs: Sequence[str], role: Role | None) -> None:
        """Say what paragraphs are; None for what they were read as. One step of undo."""
        if "roles" not in self._work.tasks.running:
            self._wishes.clear()  # what is left was cancelled
        self._wishes.append(_Wish(article, dict.fromkeys(paragraphs, role)))
        if len(self._wishes) == 1:
            self._fulfil()

    def _fulfil(self) -> None:
        """Look at the article as the first wish would have it."""
        wish = self._wishes[0]
        work, session = self._work, self._work.session
        if wish.article not in session.draft.articles:
            self._next()
            return
        draft, topics, after = self._revised(wish)
        if draft == session.draft:
            self._next()
            return

        def done(found: Annotations) -> None:
            gone = wish.article not in session.draft.articles
            now, now_topics, now_after = (draft, topics, after) if gone else self._revised(wish)
            if gone or now_after != after or now_topics != topics:  # something else came first
                self._fulfil()
                return
            now = revising.follow_roles(now, session.article(wish.article), after, found)
            session.take_over((found,), now, "saying what a paragraph is")
            work.changed.emit()
            work.said.emit("Done: saying what a paragraph is. Ctrl+Z takes it back.")
            self._next()

        work.tasks.run(
            "roles",
            f"Looking at “{after.name}” again",
            lambda checkpoint: pipeline.annotate(after, topics, checkpoint),
            done,
            work.refuse,
        )

    def _revised(self, wish: _Wish) -> tuple[Draft, tuple[Topic, ...], Article]:
        """The draft with the roles wished for, what to look for, and the article then."""
        work = self._work
        read = work.session.source(wish.article).article
        draft = revising.set_roles(work.draft, read, wish.roles)
        return draft, work.searching.topics(draft), read.with_roles(draft.roles_in(read.id))

    def _next(self) -> None:
        del self._wishes[:1]
        if self._wishes:
            self._fulfil()

    # ------------------------------------------------------------ other readings

    def read_as(self, article: str, encoding: str) -> None:
        """Read an article again in another encoding, and put that in its place."""
        if article not in self._work.draft.articles:
            return  # its message was still there
        old = self._work.session.source(article)
        name = old.article.name
        if encodings.same(old.article.encoding, encoding):
            self._tell(Line("good", f"“{name}” stays as it is: {encoding}.", (), article), old)
            return
        text = f"“{name}” is read as {encoding}. Ctrl+Z takes it back."
        how = replace(old.how, encoding=encoding)
        self._read_again(old, how, lambda new: Line("good", text, (), new))

    def read_whole(self, article: str, whole: bool) -> None:
        """Read all that stands on a page, or only its article, and put that in its place."""
        if article not in self._work.draft.articles:
            return
        old = self._work.session.source(article)
        name = old.article.name
        back = "Only the article" if whole else "Use the whole page"
        text = (
            f"All of the page “{name}” is read."
            if whole
            else f"Of the page “{name}” only the article is read."
        )

        def said(new: str) -> Line:
            return Line("good", text, ((back, lambda: self.read_whole(new, not whole)),), new)

        self._read_again(old, replace(old.how, whole=whole), said)

    def _read_again(self, old: Loaded, how: ReadAs, said: Callable[[str], Line]) -> None:
        """``said`` finds words for it, by the id of the article as it is then."""
        work, session = self._work, self._work.session
        name, limits, topics = (
            old.article.name,
            work.settings.limits,
            work.searching.topics(work.draft),
        )
        roles = work.draft.roles_in(old.article.id)

        def read(checkpoint: Checkpoint) -> tuple[Loaded, Annotations, int]:
            loaded = pipeline.read(old.data, name, how, limits, checkpoint)
            article = revising.carried_over(old.article, loaded.article)
            kept = revising.carried_roles(roles, old.article, article)
            found = pipeline.annotate(article.with_roles(kept), topics, checkpoint)
            return replace(loaded, article=article), found, len(roles) - len(kept)

        def done(result: tuple[Loaded, Annotations, int]) -> None:
            new, found, dropped = result
            if old.article.id not in session.draft.articles:
                return  # it was closed meanwhile
            if session.draft.roles_in(old.article.id) != roles:  # one was given meanwhile
                self._read_again(old, how, said)
                return
            if new.article.id in session.draft.articles:
                work.said.emit(f"“{name}” read so is on the desk already.")
                return
            lost = carrying.lost(session.draft, old.article, new.article)
            draft = revising.replace_article(session.draft, old.article, new.article, found)
            if session.read_again(new, found, draft, f"reading “{name}” again"):
                work.changed.emit()
            self._tell(_with_lost(_with_dropped(said(new.article.id), dropped), lost), new)

        label = f"Reading “{name}” again"
        work.tasks.run("reading", label, read, done, work.refuse)

    def _tell(self, said: Line, loaded: Loaded) -> None:
        """Say what was done, with what else is to be known of the article as it is read now."""
        assert self.offers is not None
        self._work.told.emit(results.read_again(said, loaded, self.offers))


def _with_dropped(said: Line, dropped: int) -> Line:
    if not dropped:
        return said
    what = "1 role set by hand was" if dropped == 1 else f"{dropped} roles set by hand were"
    text = f"{said.text} {what} dropped: the paragraph is not there in this reading."
    if dropped > 1:
        text = text.replace("the paragraph is", "their paragraphs are")
    return replace(said, tone="warning", text=text)


def _with_lost(said: Line, lost: int) -> Line:
    if not lost:
        return said
    what = (
        "1 point or fact set by hand was"
        if lost == 1
        else f"{lost} points or facts set by hand were"
    )
    text = f"{said.text} {what} dropped: the words are not there in this reading."
    return replace(said, tone="warning", text=text)
