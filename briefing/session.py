"""The program without its face: what is on the desk, what was decided, what can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.model import edits
from briefing.model.annotations import Annotations
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.pipeline import Loaded
from briefing.project import Project

_MAX_UNDO = 500


@dataclass(frozen=True, slots=True)
class Desk:
    """All that rendering needs, as one finished value for another thread."""

    draft: Draft
    articles: tuple[Article, ...]
    """In the order of the draft."""
    annotations: tuple[Annotations, ...]
    """In the order of the draft."""


@dataclass(frozen=True, slots=True)
class _Step:
    draft: Draft
    label: str
    """What the edit that led away from ``draft`` did, such as "typing in Title"."""


class Session:
    """Holds one draft and its past. Drafts and articles are values; only the session changes."""

    def __init__(self, draft: Draft | None = None) -> None:
        self.draft = draft or Draft()
        self.path: Path | None = None
        """Where the project was last saved or opened; None for never."""
        self._articles: dict[str, Article] = {}
        self._annotations: dict[str, Annotations] = {}
        self._originals: dict[str, bytes] = {}
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._merge: str | None = None
        self._saved: Draft | None = self.draft

    # ------------------------------------------------------------ what there is

    @property
    def desk(self) -> Desk:
        ids = self.draft.articles
        return Desk(
            self.draft,
            tuple(self._articles[each] for each in ids),
            tuple(self._annotations[each] for each in ids),
        )

    @property
    def unsaved(self) -> bool:
        return self.draft != self._saved

    def article(self, id: str) -> Article:
        return self._articles[id]

    def annotations(self, id: str) -> Annotations:
        return self._annotations[id]

    # ------------------------------------------------------------ edits

    def apply(self, draft: Draft, label: str, merge: str | None = None) -> bool:
        """Make ``draft`` the present one; False when it is no different.

        Edits in a row with the same ``merge`` key are undone as one, such as the letters
        typed into one field.
        """
        if draft == self.draft:
            return False
        if merge is None or merge != self._merge or not self._undo:
            self._undo.append(_Step(self.draft, label))
            del self._undo[:-_MAX_UNDO]
        self._merge = merge
        self._redo.clear()
        self.draft = draft
        return True

    def end_merge(self) -> None:
        """The next edit is a step of its own, whatever its merge key."""
        self._merge = None

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None when there is nothing to undo."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> str | None:
        return self._redo[-1].label if self._redo else None

    def undo(self) -> str | None:
        """Go a step back; gives the label of what was taken back."""
        return self._step(self._undo, self._redo)

    def redo(self) -> str | None:
        return self._step(self._redo, self._undo)

    def _step(self, source: list[_Step], target: list[_Step]) -> str | None:
        if not source:
            return None
        step = source.pop()
        target.append(_Step(self.draft, step.label))
        self.draft, self._merge = step.draft, None
        return step.label

    # ------------------------------------------------------------ articles and projects

    def add(self, loaded: Loaded, annotations: Annotations) -> bool:
        """Put an article on the desk; False when the very same one is there already.

        The first article on an empty desk starts the draft, so there is nothing to undo.
        """
        article = loaded.article
        self._articles[article.id] = article
        self._annotations[article.id] = annotations
        self._originals[article.id] = loaded.data
        first = not self.draft.articles and not self._undo
        draft = edits.add_article(self.draft, article, annotations)
        if first:
            self.draft = self._saved = draft
            self._redo.clear()
            return True
        return self.apply(draft, f"opening “{article.name}”")

    def look_again(self, annotations: Iterable[Annotations], draft: Draft, label: str) -> bool:
        """Take over what a new search for sections found, with the draft made of it."""
        for each in annotations:
            self._annotations[each.article] = each
        return self.apply(draft, label)

    def project(self) -> Project:
        desk = self.desk
        return Project(
            desk.draft, desk.articles, {each.id: self._originals[each.id] for each in desk.articles}
        )

    def saved(self, draft: Draft, path: Path) -> None:
        """Note that ``draft`` is now on disk."""
        self._saved, self.path = draft, path

    def mark_unsaved(self) -> None:
        """What is on the desk is nowhere on disk, whatever it was read from."""
        self._saved = None

    @classmethod
    def opened(
        cls, project: Project, annotations: Iterable[Annotations], path: Path | None
    ) -> Session:
        """A session on a saved project; nothing in it can be undone yet."""
        session = cls(project.draft)
        session._articles = {each.id: each for each in project.articles}
        session._annotations = {each.article: each for each in annotations}
        session._originals = dict(project.originals)
        session.path = path
        return session
