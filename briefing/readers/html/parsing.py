"""Bytes to a tree: what they say of their encoding, where it fits; nothing followed or fetched."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from briefing.errors import Damaged, EmptySource, EntitiesRefused, Notice, TooDeep
from briefing.readers import decoding

FORMAT = "web page"
_SAID = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]+)"
    rb"|<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w:.-]+)",
    re.I,
)
_LOOKED_AT = 8192
"""Bytes at the start in which a page says its encoding."""
_ENTITIES = re.compile(r"<!DOCTYPE[^<>\[]{0,400}\[\s*(?:<!--.*?-->\s*)*<!ENTITY", re.I | re.S)
# What browsers read under these names.
_MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "big5": "cp950",
}
_WESTERN = frozenset({"iso8859-1", "cp1252", "ascii", "utf-8", "utf-16", "utf-16-le", "utf-16-be"})
"""Said by default so often that a look at the bytes tells more."""
_LONG = 2_000_000
"""Characters beyond which what is no text is cut out before anything is built of it."""
_BULK = re.compile(r"<(style|svg|script)\b[^<>]{0,2000}>", re.I)
_PICTURE = re.compile(r"\bdata:[\w/+.-]{1,60};base64,[\w+/=%]*")


_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1000


@dataclass(frozen=True, slots=True)
class Parsed:
    tree: Any
    """The root, an ``lxml.html.HtmlElement``."""
    start: str
    """Of the page's source."""
    encoding: str
    notices: tuple[Notice, ...]


def parse(data: bytes, name: str, encoding: str | None) -> Parsed:
    """Raises BadValue, NotText, EmptySource, TooDeep, EntitiesRefused and Damaged."""
    decoded = _decoded(data, name, encoding)
    if _ENTITIES.search(decoded.text[:_LOOKED_AT]):
        raise EntitiesRefused(name, FORMAT)
    start = decoded.text[:_LOOKED_AT]
    return Parsed(tree(decoded.text, name), start, decoded.encoding, decoded.notices)


def tree(text: str, name: str) -> Any:
    """Raises EmptySource, TooDeep and Damaged."""
    etree, html = _lxml()
    if len(text) > _LONG:
        text = _PICTURE.sub("", _without_bulk(text))
    if _has_monster(text):
        raise Damaged(name, FORMAT, "it has a tag with thousands of attributes")
    # A page of any encoding is UTF-8 from here on; half a pair cannot be.
    raw = text.replace("\0", "").encode("utf-8", "replace")
    if not raw.strip():
        raise EmptySource(name)
    # "huge" means a depth of 2,048 and any length, which our limits bound; entities of a
    # document's own do not exist in HTML.
    parser = html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        huge_tree=True,
        no_network=True,
    )
    try:
        root = html.document_fromstring(raw, parser=parser)
    except etree.ParserError:  # nothing but comments
        raise EmptySource(name) from None
    except etree.LxmlError as error:
        # The parser mends whatever is wrong; where it finds no memory it has none to say so.
        if "unknown error" in str(error) or _lacks_memory(parser):
            raise MemoryError from None
        raise Damaged(name, FORMAT, f"it cannot be parsed ({error})") from None
    if any("Excessive depth" in each.message for each in parser.error_log):
        raise TooDeep(name, FORMAT)
    return root


def fragment(text: str) -> Any:
    """A tree of HTML that lies in something else, such as a library's answer; None for nothing."""
    etree, html = _lxml()
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, huge_tree=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None


def walk(root: Any) -> Any:
    """Each element as it begins and as it ends; ``skip_subtree()`` leaves out what is in one."""
    etree, _ = _lxml()
    return etree.iterwalk(root, events=("start", "end"))


def prune(root: Any) -> None:
    """Takes away what no library should weigh."""
    etree, _ = _lxml()
    etree.strip_elements(root, "script", "style", "template", "svg", "noscript", with_tail=False)


def _lacks_memory(parser: Any) -> bool:
    return any(str(each.type_name) == "ERR_NO_MEMORY" for each in parser.error_log)


def _lxml() -> tuple[Any, Any]:
    """``lxml.etree`` and ``lxml.html``: late, for they are heavy, and without their types."""
    return import_module("lxml.etree"), import_module("lxml.html")


def _has_monster(text: str) -> bool:
    """Whether a tag has attributes by the thousand, for which no parser is made."""
    for found in _LONG_TAG.finditer(text):
        if len(_QUOTED.sub("", found[0]).split()) > _MOST_ATTRIBUTES:
            return True
    return False


def _without_bulk(text: str) -> str:
    """Without styles, drawings and programs. Linear, whatever is left open."""
    lowered = text.lower()
    kept: list[str] = []
    done = 0
    open_ended: set[str] = set()
    for found in _BULK.finditer(text):
        kind = found[1].lower()
        if found.start() < done or kind in open_ended or "json" in found[0].lower():
            continue
        end = lowered.find(f"</{kind}", found.end())
        if end < 0 or len(lowered) != len(text):
            open_ended.add(kind)
            continue
        kept.append(text[done : found.start()])
        done = text.find(">", end) + 1 or len(text)
    return "".join((*kept, text[done:]))


def _decoded(data: bytes, name: str, encoding: str | None) -> decoding.Decoded:
    """By the person's word, a byte order mark, strict UTF-8, the page's word, a guess."""
    if encoding is None and (codec := _said(data)) is not None and _tells(codec, data):
        try:
            return decoding.Decoded(data.decode(codec), codec)
        except UnicodeDecodeError as error:
            # A few broken characters do not make the page's word wrong.
            text = data.decode(codec, "replace")
            if error.start and text.count("\N{REPLACEMENT CHARACTER}") <= 1e-4 * len(text):
                return decoding.Decoded(text, codec)
    return decoding.decode(data, name, encoding)


def _said(data: bytes) -> str | None:
    """The codec a page names, where its name tells more than a guess."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    for found in _SAID.finditer(data[:_LOOKED_AT]):
        label = (found[1] or found[2]).decode("ascii", "ignore").lower()
        try:
            codec = codecs.lookup(_MEANT.get(label, label)).name
            b"".decode(codec)  # some codecs are none for text
        except (LookupError, ValueError):
            continue
        return None if codec in _WESTERN else codec
    return None


def _tells(codec: str, data: bytes) -> bool:
    """Whether the page's word decides: not where the bytes prove UTF-8."""
    if codec.startswith("iso2022"):
        return b"\x1b" in data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False
