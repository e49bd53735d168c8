"""What one part of a message is and holds, as far as it can be told of a broken one."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from email.message import Message
from typing import Any

from briefing.model.cleaning import clean_line
from briefing.readers.mail import head

LONGEST_HEADER = 100_000
"""Characters of a header that are looked at."""
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def children(part: Message) -> Sequence[Message]:
    payload: Any = part.get_payload() if part.is_multipart() else []
    return list(payload)


def content(part: Message) -> bytes:
    """What a part holds. Broken base64 gives what can be read of it."""
    if part.is_multipart():
        try:
            return part.as_bytes()
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return b""
    if shown(part.get("Content-Transfer-Encoding", "")).strip().casefold() == "base64":
        raw = part.get_payload()
        return _from_base64(raw.encode("ascii", "replace")) if isinstance(raw, str) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _from_base64(raw: bytes) -> bytes:
    data = _NOT_BASE64.sub(b"", raw)
    return base64.b64decode(data[: len(data) // 4 * 4] + _padded(data[len(data) // 4 * 4 :]))


def _padded(rest: bytes) -> bytes:
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""


def parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name, "")
    except (ValueError, IndexError, TypeError):
        return ""
    return value[2] if isinstance(value, tuple) else str(value or "")


def is_attached(part: Message) -> bool:
    return shown(part.get("Content-Disposition", "")).strip().casefold().startswith("attachment")


def is_looks(part: Message) -> bool:
    """A picture that the text shows, by its Content-ID."""
    is_picture = part.get_content_maintype() == "image"
    return is_picture and part.get("Content-ID") is not None


def is_file(part: Message) -> bool:
    return is_attached(part) or bool(file_name(part))


def file_name(part: Message) -> str:
    """As it can be shown; never a path."""
    try:
        raw = part.get_filename("")
    except (ValueError, IndexError, TypeError, UnicodeError, LookupError):
        return ""
    name = head.plain(shown(raw))
    return clean_line(re.split(r"[\\/]", name)[-1])[:200]


def is_sealed(part: Message) -> bool:
    """An enveloped S/MIME part, not one that is only signed."""
    return parameter(part, "smime-type").casefold() in ("", "enveloped-data", "authenveloped-data")


def shown(value: object) -> str:
    return str(value)[:LONGEST_HEADER]
