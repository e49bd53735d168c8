"""What can go wrong (errors) and what is worth telling (notices): facts, not sentences.

``messages.describe`` turns each into the sentence a person reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class BriefingError(Exception):
    """Something the person can do something about. Each kind is a dataclass of facts.

    They are not frozen: ``contextlib`` and others set ``__traceback__`` on what passes through.
    """


@dataclass(unsafe_hash=True)
class FileProblem(BriefingError):
    """A file could not be read or written, as the system said."""

    path: Path
    action: str
    """``read`` or ``write``."""
    reason: str
    """The system's own words, such as "No such file or directory"."""


@dataclass(unsafe_hash=True)
class NotAFile(BriefingError):
    path: Path


@dataclass(unsafe_hash=True)
class UnsupportedFormat(BriefingError):
    name: str
    suffix: str
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class UnsupportedOutput(BriefingError):
    """No document can be written under this name."""

    name: str
    known: tuple[str, ...]
    """Suffixes."""


@dataclass(unsafe_hash=True)
class EmptySource(BriefingError):
    """There is no text in it."""

    name: str


@dataclass(unsafe_hash=True)
class NotText(BriefingError):
    """The bytes are not text, whatever the name says."""

    name: str
    looks_like: str
    """What they seem to be, such as "a PNG picture"; empty when unknown."""


@dataclass(unsafe_hash=True)
class TooLarge(BriefingError):
    name: str
    size: int
    """Bytes."""
    limit: int
    """Bytes."""


@dataclass(unsafe_hash=True)
class Refused(BriefingError):
    """A kind of file that is known, and not read."""

    name: str
    kind: str
    """A key of ``messages``: what it is and what to do instead, such as ``old-word``."""


@dataclass(unsafe_hash=True)
class Encrypted(BriefingError):
    """It cannot be read without a password."""

    name: str
    format: str
    """What it is, such as "PDF document"."""


@dataclass(unsafe_hash=True)
class Damaged(BriefingError):
    """It is cut off, or not what it should be inside."""

    name: str
    format: str
    reason: str
    """What is wrong with it, such as "it ends too early"."""


@dataclass(unsafe_hash=True)
class PictureOfText(BriefingError):
    """A scan: there are pages, and no text in them."""

    name: str
    pages: int


@dataclass(unsafe_hash=True)
class Unfolds(BriefingError):
    """A small file that becomes a huge one when it is unpacked."""

    name: str
    size: int
    """Bytes it would become, at least."""
    limit: int
    """Bytes."""


@dataclass(unsafe_hash=True)
class TooDeep(BriefingError):
    """Its parts lie in each other so deep that no article would be written so."""

    name: str
    format: str


@dataclass(unsafe_hash=True)
class EntitiesRefused(BriefingError):
    """It defines entities of its own, by which a file can blow up or fetch other files."""

    name: str
    format: str


@dataclass(unsafe_hash=True)
class TextTooLong(BriefingError):
    name: str
    length: int
    """Characters."""
    limit: int
    """Characters."""


@dataclass(unsafe_hash=True)
class TookTooLong(BriefingError):
    """Reading was stopped."""

    name: str
    seconds: float


@dataclass(unsafe_hash=True)
class TookTooMuchMemory(BriefingError):
    """Reading was stopped."""

    name: str
    limit: int
    """Bytes."""


@dataclass(unsafe_hash=True)
class ReaderFailed(BriefingError):
    """A library broke down over it; the program did not."""

    name: str
    reason: str
    """For whoever keeps the program."""


@dataclass(unsafe_hash=True)
class NotFetched(BriefingError):
    """A page could not be had from its address."""

    address: str
    reason: str
    """A clause that says why, such as "the server says 404 (Not Found)"."""


@dataclass(unsafe_hash=True)
class NoSuchTemplate(BriefingError):
    name: str
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class TemplateProblem(BriefingError):
    """A template is broken; ``line`` is in ``file``, None when no line is to blame."""

    template: str
    file: str
    line: int | None
    reason: str


@dataclass(unsafe_hash=True)
class MarkupProblem(BriefingError):
    """What a template wrote is not a document; ``line`` is in the markup, from 1."""

    line: int
    reason: str


@dataclass(unsafe_hash=True)
class HouseStyleProblem(BriefingError):
    """A house style is missing or broken."""

    name: str
    reason: str


@dataclass(unsafe_hash=True)
class NoReviewersCopy(BriefingError):
    """Only a Word document can have comments in its margin."""

    name: str


@dataclass(unsafe_hash=True)
class ReceiptProblem(BriefingError):
    """A receipt is broken or of a newer program."""

    path: Path
    reason: str


@dataclass(unsafe_hash=True)
class ReceiptDiffers(BriefingError):
    """Something that a receipt names is not what it was."""

    name: str
    """Of the document."""
    what: tuple[str, ...]
    """What differs, such as "program"."""


@dataclass(unsafe_hash=True)
class NothingToVerify(BriefingError):
    """The document of a receipt is not there, nor can it be made anew."""

    name: str


@dataclass(unsafe_hash=True)
class UnknownField(BriefingError):
    field: str
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class BadValue(BriefingError):
    """A value that does not fit its field or option."""

    field: str
    value: str
    expected: str


@dataclass(unsafe_hash=True)
class UnknownSection(BriefingError):
    section: str
    known: tuple[str, ...]


@dataclass(unsafe_hash=True)
class TopicsProblem(BriefingError):
    """A topic set is broken."""

    name: str
    reason: str


@dataclass(unsafe_hash=True)
class ProjectProblem(BriefingError):
    """A project file is broken or of a newer program."""

    path: Path
    reason: str


@dataclass(unsafe_hash=True)
class Usage(BriefingError):
    """The command line was not understood."""

    argument: str
    """What it is about, such as an option."""
    reason: str
    """A whole sentence."""


class Cancelled(Exception):
    """The person asked for the work to stop. Not an error: nothing is shown."""


class Notice:
    """Something went well but not wholly. Each kind is a dataclass of facts."""


@dataclass(frozen=True, slots=True)
class EncodingGuessed(Notice):
    name: str
    encoding: str


@dataclass(frozen=True, slots=True)
class CharactersRemoved(Notice):
    """Characters that cannot be shown or that change what is shown were left out."""

    name: str
    kinds: tuple[tuple[str, int], ...]
    """(what they are, how many), such as ("control characters", 3)."""


@dataclass(frozen=True, slots=True)
class Mislabelled(Notice):
    """The suffix says one format and the bytes another; it was read as what it is."""

    name: str
    format: str
    """What it is, such as "PDF document"."""


@dataclass(frozen=True, slots=True)
class PagePartsLeftOut(Notice):
    """What stands around the article on its page: menus, other articles, comments."""

    name: str
    words: int


@dataclass(frozen=True, slots=True)
class MacrosIgnored(Notice):
    name: str


@dataclass(frozen=True, slots=True)
class ChangesAccepted(Notice):
    """Tracked changes were read as if accepted."""

    name: str
    insertions: int
    deletions: int


@dataclass(frozen=True, slots=True)
class PartsUnread(Notice):
    """Some of it could not be read, or was not meant to be; the rest is there."""

    name: str
    parts: tuple[str, ...]
    """Such as "page 3 (a picture of text)", "2 pictures"."""


@dataclass(frozen=True, slots=True)
class AttachmentsFound(Notice):
    """An e-mail has attachments that can be opened as articles of their own."""

    name: str
    attachments: tuple[str, ...]
    """Their names."""


@dataclass(frozen=True, slots=True)
class ManyFound(Notice):
    """So much of an article belongs to the sections that none is taken without the person."""

    name: str
    found: int
    """Sentences."""
    offered: int
    """Of those, how many became points."""


@dataclass(frozen=True, slots=True)
class OneSubject(Notice):
    """The subject of an article does not change, so that there are no sections to suggest."""

    name: str


@dataclass(frozen=True, slots=True)
class StylesMissing(Notice):
    """A reference file lacks styles that briefings use; stand-ins are made for them."""

    name: str
    """Of the house style."""
    styles: tuple[str, ...]
    """By the names Word has for them."""
    instead: str
    """What the stand-ins are made from: a style of the file; empty for nothing in it."""


@dataclass(frozen=True, slots=True)
class SlotMissing(Notice):
    """A header or footer has no place for what a briefing puts there."""

    name: str
    """Of the house style."""
    slot: str
    """Such as ``marking``; in Word, ``{marking}`` stands there."""
    where: str
    """Such as "first footer"."""


@dataclass(frozen=True, slots=True)
class SlotUnknown(Notice):
    """A header or footer has words in braces that nothing is put in place of."""

    name: str
    """Of the house style."""
    slot: str
    """With its braces, such as ``{date}``."""
    where: str
    """Such as "first footer"."""


@dataclass(frozen=True, slots=True)
class NotFollowed(Notice):
    """Something in a reference file that briefings leave out, or show otherwise."""

    name: str
    """Of the house style."""
    what: str
    """A key of ``messages``, such as ``columns``."""
    where: str = ""
    """Such as "first footer", or the name of a style; empty for the file as a whole."""
    details: tuple[str, ...] = ()
    """Which ones, such as "wave"; keys or words of the file."""


@dataclass(frozen=True, slots=True)
class GlyphsMissing(Notice):
    """No font on this machine has these characters; the PDF shows a stand-in."""

    characters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndnotesApart(Notice):
    """A Word file has endnotes, which not every program puts on pages with the marking."""

    marking: str


@dataclass(frozen=True, slots=True)
class FontSubstituted(Notice):
    """A font of the house style is not here, or may not be used; another is in the PDF."""

    wanted: str
    """Family."""
    used: str
    """Family."""
    same_widths: bool
    """Whether its letters are as wide, so that lines break where they would."""
    restricted: bool = False
    """Whether the font is there, and its licence forbids to embed it."""


@dataclass(frozen=True, slots=True)
class HouseStyleMissing(Notice):
    """A briefing has a house style that cannot be used here; it is set in another."""

    name: str
    reason: str
    used: str
    """Name of the house style in its place."""


@dataclass(frozen=True, slots=True)
class FieldMissing(Notice):
    """A required field is empty; the document shows the gap."""

    field: str
    """Its id."""
    label: str
    article: str = ""
    """Id of the article it is about; empty for the document itself."""


@dataclass(frozen=True, slots=True)
class NotADay(Notice):
    """A date that is not a day the program knows; it is printed as it stands."""

    field: str
    """Its id."""
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class NothingTaken(Notice):
    """No point is taken, so the briefing says nothing."""


@dataclass(frozen=True, slots=True)
class RowsLost(Notice):
    """Facts that were put into the briefing and are found no more, as the article is read now."""

    words: tuple[str, ...]
    """What they stood at, letter for letter."""
