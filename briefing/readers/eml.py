"""E-mail: the best of a message's bodies, its head for the source card, its files as attachments.

The message is parsed by the standard library under its forgiving policy, which knows no malformed
header; what the parts mean is decided here. Nothing is unpacked, followed or fetched.
"""

from __future__ import annotations

import codecs
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message
from pathlib import PurePath

from briefing.errors import (
    AttachmentsFound,
    BadValue,
    CharactersRemoved,
    Damaged,
    EmptySource,
    Encrypted,
    Notice,
    NotText,
    PartsUnread,
    TooDeep,
)
from briefing.model.article import ReadAs, Role, SourceCard
from briefing.model.cleaning import clean
from briefing.progress import Checkpoint
from briefing.readers import decoding, formats
from briefing.readers.content import Attachment, Block, Content
from briefing.readers.mail import head as mail_head
from briefing.readers.mail import parts as mail_parts
from briefing.readers.mail import text as mail_text
from briefing.readers.mail.head import Head

_FORMAT = formats.NAMES[".eml"]
_DEEPEST = 30
"""Messages and multiparts in each other. The parser needs more stack with each."""
_MOST_PARTS = 1000
_MOST_ATTACHMENTS = 200
_HEADS_WITHIN = 2_000_000
"""Bytes at the beginning in which a header that long is looked for."""
_BOUNDARY = re.compile(rb"boundary\s*=", re.I)
# The parser splits a header at each semicolon.
_LONG_HEADER = re.compile(
    rb"^[!-9;-~]{1,80}:[^\r\n]{%d}|^[!-9;-~]{1,80}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*){2000}"
    % mail_parts.LONGEST_HEADER,
    re.M,
)
_TAG = re.compile(r"<[^>]{0,2000}>")
_HIDDEN = re.compile(r"(?is)<(style|script|head)\b.*?</\1\s*>")
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"https?://\S+")
_REAL_SHARE = 0.6
"""Of the words of the version with form, that a plain version has if somebody meant it."""
_WORDS_AN_ADDRESS = 25
"""A plain version with an address more often than this was made by a machine."""
_PGP = "-----BEGIN PGP MESSAGE-----"
_SIGNATURES = (
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
    "application/pgp-signature",
)
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime")
_SILENT = ("message/delivery-status", "message/disposition-notification", "text/rfc822-headers")
"""What machines tell each other."""


@dataclass(slots=True)
class _Found:
    """What one message holds, before anything is decided."""

    texts: list[_Text] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A body, or one of several versions of it."""

    plain: Message | None = None
    formatted: Message | None = None


@dataclass(slots=True)
class _Reading:
    """What reading one file gathers."""

    name: str
    how: ReadAs
    checkpoint: Checkpoint
    notices: list[Notice] = field(default_factory=list)
    encoding: str = ""
    parts: int = 0


def read(data: bytes, name: str, how: ReadAs, checkpoint: Checkpoint) -> Content:
    """Raises EmptySource, Encrypted, TooDeep, Damaged, BadValue, NotText and what HTML raises."""
    reading = _Reading(name, how, checkpoint)
    message = _parsed(data, name)
    checkpoint()
    blocks, head, found = _message(message, reading, depth=0)
    said = mail_head.card(head)
    if not any(each.text.strip() for each in blocks):
        blocks = _instead(found, said.card, name)
    notices = list(dict.fromkeys(reading.notices))
    if found.attachments:
        notices.append(AttachmentsFound(name, tuple(each.name for each in found.attachments)))
    if found.unread:
        notices.append(PartsUnread(name, tuple(found.unread)))
    return Content(
        tuple(blocks),
        said.card,
        said.cues,
        said.weak,
        encoding=reading.encoding,
        notices=tuple(notices),
        attachments=tuple(found.attachments),
    )


def _instead(found: _Found, card: SourceCard, name: str) -> list[Block]:
    """What stands for a text that is not there."""
    if found.sealed:
        raise Encrypted(name, _FORMAT)
    if found.attachments and card.title:  # so that they can be opened
        return [Block(card.title, Role.HEADING, "the header Subject")]
    raise EmptySource(name)


def _parsed(data: bytes, name: str) -> Message:
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            data = data.decode(codec, "replace").encode("utf-8")
    data = data.removeprefix(codecs.BOM_UTF8)
    if len(_BOUNDARY.findall(data)) > _MOST_PARTS:
        raise TooDeep(name, _FORMAT)
    if _LONG_HEADER.search(data, 0, _HEADS_WITHIN) is not None:
        raise Damaged(name, _FORMAT, "its head is longer than any letter's")
    try:
        return email.message_from_bytes(data, policy=email.policy.compat32)
    except RecursionError:
        raise TooDeep(name, _FORMAT) from None
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise Damaged(name, _FORMAT, f"its parts cannot be told apart ({error})") from error


# ---------------------------------------------------------------- one message


def _message(message: Message, reading: _Reading, depth: int) -> tuple[list[Block], Head, _Found]:
    """Its blocks, its head or that of the message it passes on, and what else it holds."""
    found = _Found()
    _sort(message, found, reading, depth)
    raw = reversed(list(message.raw_items()))  # of several of a kind the first counts
    head = mail_head.head({key.casefold(): mail_parts.shown(value) for key, value in raw})
    blocks: list[Block] = []
    for each in found.texts:
        told = _text(each, reading)
        blocks += told.blocks
        if told.head is not None:
            head = _passed_on(told.head, head)
    words = sum(len(each.text.split()) for each in blocks if each.role is None)
    if len(found.messages) == 1 and words < mail_text.SHORT_NOTE:
        inner, inner_head, inside = _message(found.messages[0], reading, depth + 1)
        if any(each.text.strip() for each in inner):
            blocks = [*mail_text.notes(blocks), *_headed(inner_head), *inner]
            head = _passed_on(inner_head, head) if inner_head.is_known else head
            found.messages = []
        found.attachments += inside.attachments
        found.unread += inside.unread
        found.sealed = found.sealed or inside.sealed
    for number, each in enumerate(found.messages, start=1):
        subject = mail_head.plain(mail_parts.shown(each.get("Subject", "")))
        title = re.sub(r"[\\/:*?\"<>|\x00-\x1f]", " ", subject).strip(" .")[:80]
        name = f"{title or f'message {number}'}.eml"
        if data := mail_parts.content(each):
            found.attachments.append(Attachment(name, data))
        else:
            found.unread.append(f"the attachment {name}")
    return blocks, head, found


def _passed_on(inner: Head, outer: Head) -> Head:
    """A head inside the text tells more than that of the message it came with."""
    subject = inner.subject or mail_head.title(outer.subject)[0]
    return replace(inner, subject=subject, forwarded=True, passed_on=outer.date)


def _headed(head: Head) -> Iterator[Block]:
    for label, value in (("From", head.sender), ("Date", head.date), ("Subject", head.subject)):
        if value:
            yield Block(f"{label}: {value}", Role.BYLINE, mail_text.HEAD)


def _sort(part: Message, found: _Found, reading: _Reading, depth: int) -> None:
    """Put a part, and those in it, where they belong."""
    reading.checkpoint()
    reading.parts += 1
    if depth > _DEEPEST or reading.parts > _MOST_PARTS:
        raise TooDeep(reading.name, _FORMAT)
    kind = part.get_content_type()
    if kind == "multipart/encrypted" or (kind in _SEALED and mail_parts.is_sealed(part)):
        found.sealed = True
        found.unread.append("an encrypted part")
    elif kind == "multipart/alternative" and part.is_multipart():
        _sort_versions(part, found, reading, depth)
    elif kind == "message/rfc822" and part.is_multipart():
        found.messages += mail_parts.children(part)
    elif part.is_multipart():
        for each in mail_parts.children(part):
            if not (kind == "multipart/related" and mail_parts.is_looks(each)):
                _sort(each, found, reading, depth + 1)
    elif kind in ("text/plain", "text/html") and not mail_parts.is_file(part):
        is_html = kind == "text/html"
        found.texts.append(_Text(formatted=part) if is_html else _Text(plain=part))
    else:
        _sort_file(part, kind, found)


def _sort_versions(part: Message, found: _Found, reading: _Reading, depth: int) -> None:
    """Of versions of the same, the last plain one and the last with form make one text."""
    inside = _Found()
    for each in mail_parts.children(part):
        _sort(each, inside, reading, depth + 1)
    plain = [each.plain for each in inside.texts if each.plain is not None]
    formatted = [each.formatted for each in inside.texts if each.formatted is not None]
    if plain or formatted:
        found.texts.append(
            _Text(plain[-1] if plain else None, formatted[-1] if formatted else None)
        )
    found.messages += inside.messages
    found.attachments += inside.attachments
    found.unread += [each for each in inside.unread if "calendar" not in each]
    found.sealed = found.sealed or inside.sealed


def _sort_file(part: Message, kind: str, found: _Found) -> None:
    """Offer what can be an article; name the rest. Pictures in the text are part of its looks."""
    inline = mail_parts.is_looks(part) and not mail_parts.is_attached(part)
    if kind in _SIGNATURES or kind in _SILENT or inline:
        return
    data = mail_parts.content(part)
    name = mail_parts.file_name(part)
    suffix = PurePath(name).suffix.casefold()
    proved = formats.sniff(data)
    if (suffix in formats.NAMES or proved is not None) and len(
        found.attachments
    ) < _MOST_ATTACHMENTS:
        if suffix not in formats.NAMES and proved is not None:
            name += proved
        found.attachments.append(Attachment(name, data))
    elif data.strip() or name:
        found.unread.append(f"the attachment {name}" if name else f"an attachment ({kind})")


# ---------------------------------------------------------------- a body's text


def _text(text: _Text, reading: _Reading) -> mail_text.Told:
    """The version that says most, and says it best."""
    if text.plain is None:
        return _formatted(_decoded(text.formatted, reading), reading) if text.formatted else _NONE
    plain = _decoded(text.plain, reading)
    if text.formatted is not None:
        encoding = reading.encoding
        formatted = _decoded(text.formatted, reading)
        if not _is_real(plain, formatted):
            return _formatted(formatted, reading)
        reading.encoding = encoding
    if _PGP in plain[:2000]:
        raise Encrypted(reading.name, _FORMAT)
    told = mail_parts.parameter(text.plain, "format").casefold() == "flowed"
    joined = mail_parts.parameter(text.plain, "delsp").casefold() == "yes"
    cleaned = clean(plain)
    if cleaned.removed:
        reading.notices.append(CharactersRemoved(reading.name, cleaned.removed))
    return mail_text.read(cleaned.text, flowed=told, joined=joined)


_NONE = mail_text.Told(())


def _is_real(plain: str, formatted: str) -> bool:
    """Whether somebody meant the plain version to be read."""
    words = len(_WORD.findall(plain))
    shown = len(_WORD.findall(_TAG.sub(" ", _HIDDEN.sub(" ", formatted))))
    addresses = len(_ADDRESS.findall(plain))
    return words >= _REAL_SHARE * shown and words >= _WORDS_AN_ADDRESS * addresses


def _formatted(text: str, reading: _Reading) -> mail_text.Told:
    from briefing.readers import html  # late: it loads much

    how = ReadAs(".html", "utf-8", whole=True)
    try:
        read = html.read(text.encode("utf-8", "replace"), reading.name, how, reading.checkpoint)
    except EmptySource:
        return _NONE
    reading.notices += read.notices
    return mail_text.mark(read.blocks)


def _decoded(part: Message, reading: _Reading) -> str:
    """A part's text: as it says it is encoded if that fits, else as the bytes tell."""
    data = mail_parts.content(part)
    charset = _charset(part) if reading.how.encoding is None else None
    wide = charset is not None and charset.startswith(("utf-16", "utf-32"))
    if charset is not None and not (wide and b"\0" not in data):  # two bytes each, and none is 0?
        try:
            text = data.decode(charset)
        except (LookupError, ValueError):
            pass
        else:
            reading.encoding = reading.encoding or charset
            return text
    try:
        decoded = decoding.decode(data, reading.name, reading.how.encoding)
    except (BadValue, NotText):
        if not data.strip():
            return ""
        raise
    reading.encoding = reading.encoding or decoded.encoding
    reading.notices += decoded.notices
    return decoded.text


def _charset(part: Message) -> str | None:
    """The codec a part names; plain ASCII is what programs say that do not know."""
    try:
        codec = codecs.lookup(mail_parts.parameter(part, "charset").strip(" '\"")).name
    except (LookupError, ValueError):
        return None
    return {"iso8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030"}.get(codec, codec)
