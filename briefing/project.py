"""A project on disk: what was read, byte for byte, and what the person decided.

A ``.briefing`` file is a zip that holds ``project.json`` (the Draft and the Articles) and
``sources/`` with the bytes each article was read from.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing import files
from briefing.errors import ProjectProblem
from briefing.model.article import Article, ReadAs
from briefing.model.cleaning import clean_line
from briefing.model.draft import Draft
from briefing.model.span import Source

SUFFIX = ".briefing"
_SCHEMA = 3
_READS = (1, 2, 3)
"""Schemas; the first had no corrections and no rows, the second no house style."""
_LIMIT = 1_000_000_000
"""Bytes that may come out of a project file: a small zip can hold a bomb."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Project:
    draft: Draft
    articles: tuple[Article, ...]
    """In the order of the draft."""
    originals: Mapping[str, bytes]
    """What each article was read from, by article id."""
    how: Mapping[str, ReadAs] = field(default_factory=dict[str, ReadAs])
    """How somebody said it should be read, by article id, as far as somebody did."""


@dataclass(frozen=True, slots=True)
class _Content:
    schema: int
    draft: Draft
    articles: tuple[Article, ...]
    how: dict[str, ReadAs] = field(default_factory=dict[str, ReadAs])


@dataclass(frozen=True, slots=True)
class _Version:
    schema: int


def pack(project: Project) -> bytes:
    """The project as bytes; the same project gives the same bytes."""
    import msgspec  # late: the window comes first

    articles = tuple(replace(each, notices=()) for each in project.articles)
    told = {id: how for id, how in sorted(project.how.items()) if how != ReadAs()}
    content = msgspec.json.encode(_Content(_SCHEMA, project.draft, articles, told))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("project.json", _EPOCH), msgspec.json.format(content))
        for each in articles:
            file.writestr(zipfile.ZipInfo(f"sources/{each.id}", _EPOCH), project.originals[each.id])
    return buffer.getvalue()


def unpack(data: bytes, path: Path) -> Project:
    """Raises ProjectProblem; ``path`` is only what the error names."""
    import msgspec

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if sum(each.file_size for each in file.infolist()) > _LIMIT:
                raise ProjectProblem(path, "it holds more than a project can.")
            raw = file.read("project.json")
            version = msgspec.json.decode(raw, type=_Version).schema
            if version not in _READS:
                raise ProjectProblem(path, "a newer version of the program made it.")
            content = msgspec.json.decode(raw, type=_Content)
            originals = {each.id: file.read(f"sources/{each.id}") for each in content.articles}
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ProjectProblem(path, "it is damaged or not a project.") from error
    except (msgspec.DecodeError, ValueError, UnicodeError) as error:
        raise ProjectProblem(path, f"it is damaged ({error}).") from error
    project = Project(content.draft, content.articles, originals, content.how)
    _check(project, path)
    return project


def save(project: Project, path: Path) -> None:
    """Raises FileProblem or NotAFile."""
    files.write(path, pack(project))


def load(path: Path) -> Project:
    """Raises FileProblem, NotAFile or ProjectProblem."""
    return unpack(files.read(path), path)


def _check(project: Project, path: Path) -> None:
    """Every source must be words of an article that is there, unchanged since it was read."""
    draft, articles = project.draft, {each.id: each for each in project.articles}
    sections = {each.id for each in draft.sections}

    def good(source: Source) -> bool:
        article = articles.get(source.article)
        return article is not None and source.span.end <= len(article.text)

    if tuple(articles) != draft.articles or len(draft.cards) != len(draft.articles):
        raise ProjectProblem(path, "its articles are not those of its draft.")
    if not all(good(each.source) and each.section in sections for each in draft.points):
        raise ProjectProblem(path, "a point in it has no source.")
    told = [source for each in draft.corrections for source in (each.target, each.other) if source]
    if not all(map(good, (*told, *(each.source for each in draft.rows)))):
        raise ProjectProblem(path, "a fact in it has no source.")
    if any(each.value != clean_line(each.value) for each in draft.corrections):
        raise ProjectProblem(path, "a correction in it has characters that cannot be shown.")
    ids = [each.id for each in draft.points]
    if len(set(ids)) != len(ids) or not all(re.fullmatch(r"k[0-9]{1,9}", each) for each in ids):
        raise ProjectProblem(path, "the names of its points are mixed up.")
    parts = {(each.id, part.id) for each in articles.values() for part in each.paragraphs}
    roles = [(article, paragraph) for article, paragraph, _ in draft.roles]
    if not parts.issuperset(roles) or roles != sorted(set(roles)):
        raise ProjectProblem(path, "the roles of its paragraphs are mixed up.")
    for each in articles.values():
        if any(part.span.end > len(each.text) for part in each.paragraphs):
            raise ProjectProblem(path, f"the paragraphs of “{each.name}” in it are mixed up.")
        if files.digest(project.originals[each.id]) != each.sha256:
            raise ProjectProblem(path, f"the source “{each.name}” in it was changed.")
