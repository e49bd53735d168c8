"""A receipt as a value, and as a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING
from unicodedata import category

from briefing import __version__, files, pipeline, templating
from briefing.errors import ReceiptProblem, UnsupportedOutput
from briefing.model.article import Article
from briefing.model.draft import Draft
from briefing.receipts import here

if TYPE_CHECKING:
    from briefing.pipeline import Exported
    from briefing.writers import Options

SUFFIX = ".receipt.json"
"""After the whole name of the document."""
_SCHEMA = 1
_LIMIT = 1_000_000
"""Bytes of a receipt; with a thousand sources it has some 200,000."""
_DOCUMENTS = {b"%PDF-": "a PDF document", b"PK\x03\x04": "a Word document"}
"""What a document begins with, and what it is then."""
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Program:
    version: str
    sha256: str
    """Of its code and word lists."""
    libraries: dict[str, str]
    """Versions of those that write documents."""


@dataclass(frozen=True, slots=True)
class Named:
    """A template, or a house style."""

    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceFile:
    name: str
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of the file beside its words."""

    archive: bool
    tagged: bool
    reviewing: bool
    """Whether it is a reviewer's copy."""


@dataclass(frozen=True, slots=True)
class Output:
    name: str
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Receipt:
    schema: int
    program: Program
    template: Named
    house: Named
    sources: tuple[SourceFile, ...]
    """In the order of the draft."""
    draft: str
    """Digest of what the person decided."""
    options: Asked
    output: Output


@dataclass(frozen=True, slots=True)
class _Version:
    schema: int


def receipt(
    made: Exported,
    name: str,
    draft: Draft,
    articles: tuple[Article, ...],
    options: Options,
    *,
    reviewing: bool = False,
) -> Receipt:
    """For a document that was just made; ``name`` is that of its file.

    Raises NoSuchTemplate or TemplateProblem.
    """
    template = templating.load(draft.template)
    sources = tuple(
        SourceFile(_plain(each.name), each.sha256, _plain(draft.card(each.id).title))
        for each in articles
    )
    return Receipt(
        _SCHEMA,
        Program(__version__, here.program(), here.libraries()),
        Named(template.id, here.folder(template.folder)),
        Named(made.house.id, made.house.digest),
        sources,
        here.draft(draft),
        Asked(options.archive, options.tagged, reviewing),
        Output(_plain(name), len(made.data), files.digest(made.data)),
    )


def beside(document: Path) -> Path:
    """Where the receipt of a document is."""
    return document.with_name(document.name + SUFFIX)


def pack(receipt: Receipt) -> bytes:
    """The same receipt gives the same bytes."""
    import msgspec  # late: the window comes first

    return msgspec.json.format(msgspec.json.encode(receipt)) + b"\n"


def unpack(path: Path) -> Receipt:
    """Read a receipt; nothing in it is trusted. Raises FileProblem, NotAFile, ReceiptProblem."""
    import msgspec

    data = files.read(path, _LIMIT)
    for start, what in _DOCUMENTS.items():
        if data.startswith(start):
            wanted = beside(path).name
            raise ReceiptProblem(path, f"it is {what}. Its receipt, if any, is “{wanted}”.")
    if len(data) > _LIMIT:
        raise ReceiptProblem(path, "it is too large for one.")
    try:
        version = msgspec.json.decode(data, type=_Version).schema
        if version != _SCHEMA:
            raise ReceiptProblem(path, "a newer version of the program made it.")
        found = msgspec.json.decode(data, type=Receipt)
    except (msgspec.DecodeError, ValueError, UnicodeError, RecursionError) as error:
        raise ReceiptProblem(path, f"it is damaged ({_plain(str(error))}).") from error
    _check(found, path)
    return found


def _check(found: Receipt, path: Path) -> None:
    program, output = found.program, found.output
    digests = (
        *(program.sha256, found.template.sha256, found.house.sha256, found.draft, output.sha256),
        *(each.sha256 for each in found.sources),
    )
    if not all(map(_DIGEST.fullmatch, digests)):
        raise ReceiptProblem(path, "it has a digest that is none.")
    shown = (
        *(program.version, found.template.id, found.house.id, output.name),
        *(text for each in program.libraries.items() for text in each),
        *(text for each in found.sources for text in (each.name, each.title)),
    )
    if any(_plain(each) != each for each in shown):
        raise ReceiptProblem(path, "it has characters that cannot be shown.")
    if not is_plain_name(output.name) or output.size < 0:
        raise ReceiptProblem(path, "it does not name a document.")
    try:
        pipeline.check_suffix(output.name, Path(output.name).suffix)
    except UnsupportedOutput as problem:
        raise ReceiptProblem(path, "it does not name a document.") from problem


def is_plain_name(name: str) -> bool:
    """Whether it names a file in a folder, and nothing outside it, on any system."""
    return (
        name not in ("", ".", "..")
        and len(name) <= 255
        and PurePosixPath(name).name == name
        and PureWindowsPath(name).name == name
    )


def _plain(text: str) -> str:
    """Without what would act on a terminal, or be seen as something else."""
    return "".join(
        each if each.isprintable() or category(each) == "Zs" else "\N{REPLACEMENT CHARACTER}"
        for each in text
    )
