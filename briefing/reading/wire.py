"""What the two processes say to each other: a line of JSON, then bytes.

The child's answer is data and nothing else. What it names must be one of our own errors or
notices, and each value is checked against its type; so a parser that was taken over by a file
can at worst send a wrong text. Only the parent checks, and only it loads what it checks with.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

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
    text = json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"


def request(line: bytes) -> Request:
    """In the child, of what its own parent says."""
    said = json.loads(line)
    return Request(**said | {"how": ReadAs(**said["how"])})


def answer(line: bytes) -> Answer:
    """Raises ValueError for what is no answer."""
    import msgspec  # late: the child has no need of it

    try:
        return msgspec.json.decode(line, type=Answer)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(str(error)) from None


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
    import msgspec

    try:
        checked = msgspec.convert(fact.facts, kind, dec_hook=_decoded)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from None
    # msgspec makes an exception without its ``args``, and Python crashes when it prints one.
    made: type[Any] = kind
    return made(*(getattr(checked, each.name) for each in fields(made)))


def _plain(value: object) -> object:
    """One step of a value towards JSON."""
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)


def _decoded(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value))
    raise NotImplementedError(kind)
