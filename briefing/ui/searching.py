"""Looking for sections in the articles on the desk: those of a topic set, or suggested ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing import pipeline, topicsets
from briefing.errors import BriefingError, OneSubject
from briefing.messages import describe
from briefing.model import findings, suggested
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.model.topic import Topic
from briefing.progress import Checkpoint
from briefing.ui.message_bar import Message

if TYPE_CHECKING:
    from briefing.ui.work import Work

_Articles = tuple[Article, ...]
_Found = tuple[Annotations, ...]


class Searching(QObject):
    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work

    def choose_topic_set(self, id: str) -> None:
        """Look for the sections of another topic set; empty for none."""
        work = self._work
        try:
            topics = topicsets.get(id).topics if id else ()
        except BriefingError as error:
            work.refuse(error)
            work.changed.emit()
            return
        work.settings = replace(work.settings, topic_set=id)
        self._look(topics, id, "choosing topics")

    def look_again(self) -> None:
        """Look for the sections there are, with the words they have now."""
        draft = self._work.draft
        topics = tuple(findings.topic_of(each) for each in draft.sections)
        self._look(topics, draft.topic_set, "looking for sentences again")

    def suggest(self) -> None:
        """Make sections where the subject of the articles changes, in place of those found."""
        work = self._work

        def find(article: Article, checkpoint: Checkpoint) -> Annotations:
            found = pipeline.annotate(article, (), checkpoint)
            return replace(found, sections=pipeline.suggest(article, found, checkpoint))

        def take(articles: _Articles, found: _Found) -> None:
            if not any(each.sections for each in found):
                why = " ".join(describe(OneSubject(each.name)) for each in articles)
                work.told.emit(Message("info", why))
                return
            found = suggested.told_apart(work.draft, found)
            draft = suggested.take_suggestions(work.draft, found)
            work.session.take_over(found, draft, "suggesting sections")
            work.changed.emit()

        self._search("Looking for changes of subject", find, take)

    def topics(self, draft: Draft) -> tuple[Topic, ...]:
        """What to look for in an article that is added: the sections there are, and the set."""
        own = [findings.topic_of(each) for each in draft.sections]
        taken = {each.id for each in own} | {each.name for each in own}
        try:
            wanted = topicsets.get(draft.topic_set).topics if draft.topic_set else ()
        except BriefingError as error:
            self._work.refuse(error)
            wanted = ()
        return (*own, *(each for each in wanted if each.id not in taken and each.name not in taken))

    def _look(self, topics: Sequence[Topic], topic_set: str, label: str) -> None:
        work = self._work

        def find(article: Article, checkpoint: Checkpoint) -> Annotations:
            return pipeline.annotate(article, topics, checkpoint)

        def take(articles: _Articles, found: _Found) -> None:
            draft = findings.look_again(work.draft, found, topics, topic_set)
            work.session.take_over(found, draft, label)
            work.changed.emit()
            pairs = zip(articles, found, strict=True)
            if many := [each for pair in pairs if (each := findings.overflow(*pair))]:
                work.told.emit(Message("info", " ".join(map(describe, many))))

        self._search("Looking for sections", find, take)

    def _search(
        self,
        label: str,
        find: Callable[[Article, Checkpoint], Annotations],
        take: Callable[[_Articles, _Found], None],
    ) -> None:
        """Find something in every article on the desk, then take it over if they still are."""
        work = self._work
        session, articles = work.session, work.desk.articles

        def search(checkpoint: Checkpoint) -> _Found:
            return tuple(find(each, checkpoint) for each in articles)

        def done(found: _Found) -> None:
            if work.session is not session:
                return
            if work.desk.articles == articles:
                take(articles, found)
            else:  # one was opened or closed meanwhile
                self._search(label, find, take)

        work.tasks.run("search", label, search, done, work.refuse)
