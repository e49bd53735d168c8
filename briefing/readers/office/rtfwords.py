"""RTF's control words and character sets."""

from __future__ import annotations

import codecs
from enum import Enum, auto


class Into(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    NOWHERE = auto()
    FONTS = auto()
    STYLES = auto()
    INFO = auto()
    """Properties of the file: nowhere, but for the title in it."""
    TITLE = auto()
    LABEL = auto()
    """The number or bullet of a list item."""
    SHAPE_KEY = auto()
    SHAPE_VALUE = auto()


CODECS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 80: "gb2312", 81: "big5", 83: "mac_greek",
    85: "mac_turkish", 88: "mac_latin2", 89: "mac_cyrillic", 128: "cp932", 129: "cp949",
    130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
"""By a font's ``\\fcharset``."""
SIGNS = 2
"""The ``\\fcharset`` of fonts of signs, such as Symbol."""
PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}

CHARACTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "page": " ", "column": " ",
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060",
    "ltrmark": "\u200e", "rtlmark": "\u200f",
    "mden": "/", "msup": "^", "msub": "_", "mrad": "√",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}

GROUPS: dict[str, Into] = {
    "fonttbl": Into.FONTS,
    "stylesheet": Into.STYLES,
    "info": Into.INFO,
    "listtext": Into.LABEL,
    "pntext": Into.LABEL,
    "sn": Into.SHAPE_KEY,
    "sv": Into.SHAPE_VALUE,
    **dict.fromkeys(
        (
            "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnicn",
            "atnid", "atnparent", "atnref", "atntime", "atrfend", "atrfstart", "background",
            "bkmkend", "bkmkstart", "colorschememapping", "colortbl", "datafield", "datastore",
            "docvar", "falt", "filetbl", "fldinst", "fldtype", "fontemb", "fontfile", "formfield",
            "ftncn", "ftnsep", "ftnsepc", "generator", "latentstyles", "listoverridetable",
            "listpicture", "listtable", "mmathPict", "nextfile", "nonesttables", "nonshppict",
            "objdata", "panose", "pgptbl", "pict", "pn", "private", "revtbl", "rsidtbl", "rxe",
            "shprslt", "tc", "tcn", "template", "themedata", "txe", "userprops", "wgrffmtfilter",
            "xe", "xmlnstbl",
        ),
        Into.NOWHERE,
    ),
}  # fmt: skip
"""Words that begin a group of their own kind."""

STORIES = {
    "footnote": "footnote",
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "shptxt": "box", "dptxbxtext": "box",
}  # fmt: skip
"""Words that begin a group with paragraphs of its own."""

TRANSPARENT = frozenset(
    {"shpinst", "do", "ud", "moMath", "moMathPara", "mmath", "title", "nesttableprops", "result"}
)
"""Groups that a program may skip if it does not know them, and that hold text all the same."""


def codec(page: int) -> str | None:
    """Of ``\\ansicpg``; None for a code page that there is not."""
    name = {10000: "mac_roman", 10007: "mac_cyrillic", 65001: "utf-8", 936: "gbk"}.get(
        page, f"cp{page}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
