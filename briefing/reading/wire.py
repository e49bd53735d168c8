"""What the two processes say to each other: a line of JSON, then bytes.

The child's answer is data and nothing else. What it names must be one of our own errors or
notices, and each value is checked against its type; so a parser that was taken over by a file
can at worst send a wrong text.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path, PurePath
from typing import Any

import msgspec

from briefing import errors
from briefing.errors import BriefingError, Notice
from briefing.model.article import Article, ReadAs
from briefing.readers import Found
from briefing.readers.content import Attachment


@dataclass(frozen=True, slots=True)
class Request:
    name: str
    how: ReadAs
    size: int
    """Bytes of the file, which follow."""
    memory: int
    seconds: float
    """The child's limits."""

    @property
    def suffix(self) -> str:
        """What it seems to be, as far as that is told."""
        return self.how.format or PurePath(self.name).suffix.lower()


@dataclass(frozen=True, slots=True)
class Fact:
    """An error or a notice."""

    kind: str
    """Name of its class."""
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of the child's. Exactly one of the first three is set."""

    progress: tuple[int, int] | None = None
    error: Fact | None = None
    article: Article | None = None
    """Without its notices."""
    notices: tuple[Fact, ...] = ()
    attachments: tuple[tuple[str, int], ...] = ()
    """(name, size): their bytes follow, one after the other."""


def pack(value: Request | Answer) -> bytes:
    return msgspec.json.encode(value, enc_hook=_encoded) + b"\n"


def request(line: bytes) -> Request:
    return msgspec.json.decode(line, type=Request)


def answer(line: bytes) -> Answer:
    """Raises msgspec.DecodeError."""
    return msgspec.json.decode(line, type=Answer)


def found(found: Found) -> Answer:
    return Answer(
        article=replace(found.article, notices=()),
        notices=tuple(fact(each) for each in found.article.notices),
        attachments=tuple((each.name, len(each.data)) for each in found.attachments),
    )


def fact(value: BriefingError | Notice) -> Fact:
    names = [each.name for each in fields(value)]  # type: ignore[arg-type]
    return Fact(type(value).__name__, {each: getattr(value, each) for each in names})


def error(fact: Fact) -> BriefingError:
    """Raises ValueError for what is none of ours."""
    made = _made(fact)
    if not isinstance(made, BriefingError):
        raise ValueError(fact.kind)
    return made


def notice(fact: Fact) -> Notice:
    """Raises ValueError for what is none of ours."""
    made = _made(fact)
    if not isinstance(made, Notice):
        raise ValueError(fact.kind)
    return made


def whole(answer: Answer, attachments: tuple[bytes, ...]) -> Found:
    """Raises ValueError for what a reader of ours cannot have made."""
    if answer.article is None:
        raise ValueError("no article")
    _check(answer.article)
    article = replace(answer.article, notices=tuple(notice(each) for each in answer.notices))
    pairs = zip(answer.attachments, attachments, strict=True)
    return Found(article, tuple(Attachment(name, data) for (name, _), data in pairs))


def _check(article: Article) -> None:
    """Whatever it says, it must hold together: the rest of the program relies on it."""
    end = -2
    for number, each in enumerate(article.paragraphs, 1):
        if each.id != f"p{number}" or each.span.start != end + 2 or each.span.end < each.span.start:
            raise ValueError(f"paragraph {number}")
        end = each.span.end
    if end != len(article.text):
        raise ValueError("text beyond its paragraphs")


def _made(fact: Fact) -> object:
    kind: Any = getattr(errors, fact.kind, None)
    if not (isinstance(kind, type) and issubclass(kind, (BriefingError, Notice))):
        raise ValueError(fact.kind)
    checked = msgspec.convert(fact.facts, kind, dec_hook=_decoded)
    # msgspec makes an exception without its ``args``, and Python crashes when it prints one.
    made: type[Any] = kind
    return made(*(getattr(checked, each.name) for each in fields(made)))


def _encoded(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _decoded(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    raise NotImplementedError(kind)
