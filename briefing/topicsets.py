"""Topic sets: which topics to look for. TOML files that staff keep, and the person's own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from briefing import files, paths
from briefing.errors import BriefingError, FileProblem, TopicsProblem
from briefing.model.topic import Topic, TopicSet, slug

DEFAULT = "security-diplomacy"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LARGEST = 1_000_000
"""Bytes."""
_SET_KEYS = ("name", "description", "topic")
_TOPIC_KEYS = ("name", "colour", "terms", "phrases")


def available() -> tuple[TopicSet, ...]:
    """All sets that can be used, the default one first, the others by name.

    The person's own stand in for those of the same id. ``problems`` tells which were left out.
    """
    return tuple(each for each in _loaded() if isinstance(each, TopicSet))


def problems() -> tuple[TopicsProblem, ...]:
    """What is wrong with the sets that ``available`` leaves out."""
    return tuple(each for each in _loaded() if isinstance(each, TopicsProblem))


def get(id: str) -> TopicSet:
    """Raises TopicsProblem when there is no such set, or it is broken."""
    known = _files()
    if id not in known:
        raise TopicsProblem(id, f"there is no such set; there are: {', '.join(sorted(known))}.")
    return load(known[id])


def load(path: Path) -> TopicSet:
    """Raises FileProblem, NotAFile, or TopicsProblem with the line at fault."""
    data = files.read(path, limit=_LARGEST)
    if len(data) > _LARGEST:
        raise TopicsProblem(path.name, "the file is too large for a topic set.")
    return _parsed(path, data)


@lru_cache(maxsize=64)
def _parsed(path: Path, data: bytes) -> TopicSet:
    """The window asks for all sets at each edit; the same bytes are the same set."""
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
        table = tomllib.loads(source)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TopicsProblem(path.name, f"line {line}: the file must be UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise TopicsProblem(path.name, f"{error}.") from error
    except RecursionError as error:
        raise TopicsProblem(path.name, "brackets are nested too deep.") from error
    return _Loader(path, source).topic_set(table)


def save(topic_set: TopicSet) -> Path:
    """Save among the person's own sets, over the one of the same id, and say where.

    Raises TopicsProblem when the set could not be loaded again, FileProblem otherwise.
    """
    if not _ID.fullmatch(topic_set.id):
        raise TopicsProblem(topic_set.id, "its id must be words joined by hyphens.")
    text = dumps(topic_set)
    path = _own_folder() / f"{topic_set.id}.toml"
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise TopicsProblem(topic_set.id, "it has characters that cannot be saved.") from error
    _Loader(path, text).topic_set(tomllib.loads(text))  # what is saved can be loaded
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileProblem(path, "write", error.strerror or str(error)) from error
    files.write(path, data)
    return path


def dumps(topic_set: TopicSet) -> str:
    """The set as TOML."""
    lines = [f"name = {_quoted(topic_set.name)}", f"description = {_quoted(topic_set.description)}"]
    for topic in topic_set.topics:
        lines += [
            "",
            "[[topic]]",
            f"name = {_quoted(topic.name)}",
            f"colour = {_quoted(topic.colour)}",
            f"terms = [{', '.join(map(_quoted, topic.terms))}]",
            f"phrases = [{', '.join(map(_quoted, topic.phrases))}]",
        ]
    return "\n".join(lines) + "\n"


def _own_folder() -> Path:
    return paths.user_data() / "topics"


def _files() -> dict[str, Path]:
    """By id; the person's own stand in for ours."""
    folders = (paths.ASSETS / "topics", _own_folder())
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}


def _loaded() -> list[TopicSet | TopicsProblem]:
    found: list[TopicSet | TopicsProblem] = []
    for id, path in _files().items():
        try:
            found.append(load(path))
        except TopicsProblem as problem:
            found.append(problem)
        except BriefingError:
            found.append(TopicsProblem(id, "its file cannot be read."))
    return sorted(found, key=lambda each: (_id(each) != DEFAULT, each.name.casefold()))


def _id(each: TopicSet | TopicsProblem) -> str:
    return each.id if isinstance(each, TopicSet) else each.name


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub("[\x00-\x1f\x7f]", lambda each: f"\\u{ord(each[0]):04x}", escaped) + '"'


class _Loader:
    """Checks a table; keeps the source, to tell the line at fault."""

    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._lines = source.split("\n")

    def topic_set(self, table: Mapping[str, Any]) -> TopicSet:
        self._no_others(table, _SET_KEYS, None)
        topics = table.get("topic")
        if not isinstance(topics, list) or not topics:
            raise self._problem("there must be at least one [[topic]].", "topic", None)
        found: list[Topic] = []
        for position, each in enumerate(cast("list[object]", topics)):
            if not isinstance(each, dict):
                raise self._problem("a topic is written under [[topic]].", "topic", None)
            found.append(self._topic(cast("dict[str, Any]", each), position, found))
        return TopicSet(
            id=self._path.stem,
            name=self._text(table, "name", None),
            description=self._text(table, "description", None, required=False),
            topics=tuple(found),
        )

    def _topic(self, table: Mapping[str, Any], position: int, before: list[Topic]) -> Topic:
        self._no_others(table, _TOPIC_KEYS, position)
        name = self._text(table, "name", position)
        id = slug(name)
        for other in before:
            if other.id == id:
                raise self._problem(f"there are two topics “{name}”.", "name", position)
        colour = self._text(table, "colour", position)
        if not _COLOUR.fullmatch(colour):
            reason = f"“{colour}” is no colour; write it as #rrggbb, such as #0072B2."
            raise self._problem(reason, "colour", position)
        terms = self._texts(table, "terms", position)
        phrases = self._texts(table, "phrases", position)
        return Topic(id, name, colour, terms, phrases)

    def _text(
        self, table: Mapping[str, Any], key: str, position: int | None, *, required: bool = True
    ) -> str:
        value = table.get(key, None if required else "")
        if value is None:
            raise self._problem(f"“{key}” is missing.", "", position)
        if not isinstance(value, str):
            raise self._problem(f"“{key}” must be text in quotation marks.", key, position)
        if required and not value.strip():
            raise self._problem(f"“{key}” is empty.", key, position)
        return value

    def _texts(self, table: Mapping[str, Any], key: str, position: int) -> tuple[str, ...]:
        values = table.get(key, [])
        reason = f'“{key}” must be a list of texts, such as ["one", "two"].'
        if not isinstance(values, list):
            raise self._problem(reason, key, position)
        texts: list[str] = []
        for each in cast("list[object]", values):
            if not isinstance(each, str):
                raise self._problem(reason, key, position)
            if not re.search(r"[^\W_]", each):
                raise self._problem(f"“{key}” has an entry without a word in it.", key, position)
            texts.append(each)
        return tuple(texts)

    def _no_others(
        self, table: Mapping[str, Any], known: tuple[str, ...], position: int | None
    ) -> None:
        """A misspelt key would otherwise be lost without a word."""
        for key in table:
            if key not in known:
                reason = f"“{key}” is not known; known are: {', '.join(known)}."
                raise self._problem(reason, key, position)

    def _problem(self, reason: str, key: str, position: int | None) -> TopicsProblem:
        line = self._line(key, position)
        return TopicsProblem(self._path.name, f"line {line}: {reason}" if line else reason)

    def _line(self, key: str, position: int | None) -> int | None:
        """Line of a key in the topic at a position, or of the topic; None when not found."""
        headers = [
            number
            for number, line in enumerate(self._lines)
            if re.match(r"\s*\[\[\s*\"?topic\"?\s*\]\]", line)
        ]
        if position is None:
            start, end = 0, headers[0] if headers else len(self._lines)
        elif position < len(headers):
            start, end = headers[position], (*headers, len(self._lines))[position + 1]
        else:
            return None
        for number in range(start, end):
            if key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", self._lines[number]):
                return number + 1
        return start + 1 if position is not None else None
