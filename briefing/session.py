"""The program without its face: what is on the desk, what was decided, what can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefing import pipeline
from briefing.model import edits
from briefing.model.annotations import Annotations
from briefing.model.article import Article, ReadAs, Role
from briefing.model.corrections import Correction
from briefing.model.draft import Draft
from briefing.pipeline import Loaded
from briefing.progress import Checkpoint
from briefing.project import Project

_MAX_UNDO = 500
_View = tuple[str, tuple[tuple[str, Role], ...]]
"""An article's id, and the roles that the person gave its paragraphs."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that rendering needs, as one finished value for another thread."""

    draft: Draft
    articles: tuple[Article, ...]
    """In the order of the draft, with the roles that the person gave."""
    annotations: tuple[Annotations, ...]
    """In the order of the draft. Those of an article just opened may lack its facts."""

    def completed(self, checkpoint: Checkpoint) -> Desk:
        """The same with all the facts, where they are still looked for."""
        if all(each.complete for each in self.annotations):
            return self
        return replace(self, annotations=tuple(self._completed(checkpoint)))

    def _completed(self, checkpoint: Checkpoint) -> Iterator[Annotations]:
        for article, found in zip(self.articles, self.annotations, strict=True):
            if found.complete:
                yield found
            else:
                whole = pipeline.with_facts(article, found, checkpoint)
                card = self.draft.card(article.id)
                yield pipeline.seen(whole, article, card, _corrections(self.draft, article.id))


@dataclass(frozen=True, slots=True, eq=False)
class _Basis:
    """What annotations rest on."""

    found: Annotations
    card: tuple[date | None, str]
    """Day of publication and outlet."""
    corrections: tuple[Correction, ...]

    def is_that_of(self, other: _Basis) -> bool:
        # Annotations are compared as objects: those of a long text are a million values.
        same = self.card == other.card and self.corrections == other.corrections
        return same and self.found is other.found


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
        self._sources: dict[str, Loaded] = {}
        """All that was ever put on the desk, for undo may bring it back."""
        self._articles: dict[_View, Article] = {}
        self._annotations: dict[_View, Annotations] = {}
        self._shown: dict[str, tuple[_Basis, Annotations]] = {}
        """What was last shown as found in each article, and what that rests on."""
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._merge: str | None = None
        self._saved: Draft | None = self.draft

    # ------------------------------------------------------------ what there is

    @property
    def desk(self) -> Desk:
        ids = self.draft.articles
        return Desk(self.draft, tuple(map(self.article, ids)), tuple(map(self.annotations, ids)))

    @property
    def unsaved(self) -> bool:
        return self.draft != self._saved

    def source(self, id: str) -> Loaded:
        """An article as it was read, with the bytes it was read from."""
        return self._sources[id]

    def article(self, id: str) -> Article:
        """With the roles that the person gave; the same object as long as they are the same."""
        view = _view(self.draft, id)
        if view not in self._articles:
            self._articles[view] = self._sources[id].article.with_roles(dict(view[1]))
        return self._articles[view]

    def annotations(self, id: str) -> Annotations:
        """What was found in ``article(id)``, as the draft's source card and corrections have it;
        the same object as long as these are the same."""
        found, card = self._annotations[_view(self.draft, id)], self.draft.card(id)
        corrections = _corrections(self.draft, id)
        basis = _Basis(found, (card.published, card.outlet), corrections)
        known = self._shown.get(id)
        if known is None or not known[0].is_that_of(basis):
            shown = pipeline.seen(found, self.article(id), card, corrections)
            known = self._shown[id] = basis, shown
        return known[1]

    @property
    def unfinished(self) -> tuple[tuple[Article, Annotations], ...]:
        """The articles on the desk whose facts are still looked for, with what was found."""
        desk = self.desk
        pairs = zip(desk.articles, desk.annotations, strict=True)
        return tuple(pair for pair in pairs if not pair[1].complete)

    def finish(self, begun: Annotations, whole: Annotations) -> None:
        """Put what is complete in the place of what was found first. It is no edit, and cannot
        be undone; nothing happens where something else was found meanwhile."""
        for view, each in self._annotations.items():
            if each is begun:
                self._annotations[view] = whole

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

    def add(self, loaded: Loaded, annotations: Annotations, *, all_of_it: bool = False) -> bool:
        """Put an article on the desk; False when the very same one is there already.

        The first article on an empty desk starts the draft, so there is nothing to undo.
        ``all_of_it`` takes what was found however much it is.
        """
        article = loaded.article
        if article.id in self.draft.articles:
            return False
        self._sources[article.id] = loaded
        first = not self.draft.articles and not self._undo
        draft = edits.add_article(self.draft, article, annotations, all_of_it=all_of_it)
        self._note((annotations,), draft)
        if first:
            self.draft = self._saved = draft
            self._redo.clear()
            return True
        return self.apply(draft, f"opening “{article.name}”")

    def take_over(self, annotations: Iterable[Annotations], draft: Draft, label: str) -> bool:
        """Make ``draft`` the present one, with what was found in its articles as it has them."""
        self._note(annotations, draft)
        applied = self.apply(draft, label)
        self._forget()
        return applied

    def read_again(
        self, loaded: Loaded, annotations: Annotations, draft: Draft, label: str
    ) -> bool:
        """The same with an article that was read another way and takes the place of one."""
        self._sources[loaded.article.id] = loaded
        return self.take_over((annotations,), draft, label)

    def project(self) -> Project:
        sources = [self._sources[each] for each in self.draft.articles]
        return Project(
            self.draft,
            tuple(each.article for each in sources),
            {each.article.id: each.data for each in sources},
            {each.article.id: each.how for each in sources},
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
        for each in project.articles:
            data, how = project.originals[each.id], project.how.get(each.id, ReadAs())
            session._sources[each.id] = Loaded(each, data, how=how)
        session._note(annotations, project.draft)
        session.path = path
        return session

    # ------------------------------------------------------------ inside

    def _note(self, annotations: Iterable[Annotations], draft: Draft) -> None:
        """Keep what was found in articles as ``draft`` has them."""
        for each in annotations:
            self._annotations[_view(draft, each.article)] = each

    def _forget(self) -> None:
        """Let go of what was found for roles that no draft has, nor one that undo reaches."""
        drafts = (self.draft, *(step.draft for step in (*self._undo, *self._redo)))
        views = {_view(each, id) for each in drafts for id in each.articles}
        for known in (self._articles, self._annotations):
            for gone in known.keys() - views:
                del known[gone]


def _corrections(draft: Draft, article: str) -> tuple[Correction, ...]:
    return tuple(each for each in draft.corrections if each.target.article == article)


def _view(draft: Draft, article: str) -> _View:
    return article, tuple(draft.roles_in(article).items())
