"""What a reader finds in a file, before rules look at it."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.errors import Notice
from briefing.model.article import Role, SourceCard


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, in the order of reading."""

    text: str
    """As the file has it; white space is made even later."""
    role: Role | None = None
    """What the format itself says it is; None to leave it to the rules."""
    cue: str = ""
    """Where it says so, such as ``figcaption``."""
    is_entry: bool = False
    """Whether it is one of a list, which heads nothing."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a file, that may be an article of its own."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Content:
    blocks: tuple[Block, ...]
    card: SourceCard = field(default_factory=SourceCard)
    """Only what the format itself says; the rules read the rest from the text."""
    cues: tuple[tuple[str, str], ...] = ()
    """(field of ``template.SOURCE_FIELDS``, where the format says it), such as
    ``("published", "JSON-LD datePublished")``."""
    weak: tuple[str, ...] = ()
    """Fields of ``card`` that stand only where the text says nothing of them."""
    encoding: str = ""
    """How the bytes were decoded; empty where the format leaves no choice."""
    notices: tuple[Notice, ...] = ()
    attachments: tuple[Attachment, ...] = ()
