"""Fonts in the PDF: only the glyphs that are used, and what they say.

A code stands for a glyph together with the letters it is used for, so that a ligature, a
non-breaking space or a joined letter is copied out as the text it was.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFStream, PDFZCompress

from briefing.writers.fonts.characters import copied
from briefing.writers.fonts.subset import subset

if TYPE_CHECKING:
    from briefing.writers.fonts.face import Face, Shaped

_NOTHING = "\u200b"
"""What a glyph says that only goes with the one before."""
_SYMBOLIC, _FIXED, _ITALIC = 4, 1, 64
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BLOCK = 100
"""How many rows a block of a character map may have."""


@dataclass(slots=True)
class _Used:
    """What a document uses of a face."""

    face: Face
    name: str
    codes: dict[tuple[int, str], tuple[str, int]] = field(
        default_factory=dict[tuple[int, str], tuple[str, int]]
    )
    """By glyph and text: the code in hexadecimal, and the glyph's own advance."""
    glyphs: list[int] = field(default_factory=lambda: [0])
    """By code; the first, for what is not there, is never used."""
    texts: list[str] = field(default_factory=lambda: [""])
    """By code."""

    def code(self, glyph: int, text: str) -> tuple[str, int]:
        found = self.codes.get((glyph, text))
        if found is None:
            found = f"{len(self.glyphs):04X}", self.face.own_width(glyph)
            self.codes[glyph, text] = found
            self.glyphs.append(glyph)
            self.texts.append(text)
        return found


class Embedding:
    """The fonts of one ReportLab document; they are written when it is saved."""

    def __init__(self, document: Any) -> None:
        """``document``: ReportLab's PDFDocument (``canvas._doc``)."""
        self._document = document
        self._used: dict[Face, _Used] = {}
        self._operands: dict[Shaped, str] = {}
        self._raised: dict[Shaped, list[tuple[int, str]]] = {}
        self._instead: dict[Shaped, str] = {}
        document.delayedFonts.append(self)

    def name(self, face: Face) -> str:
        """The font's name in the drawing of a page, without its slash."""
        return self._use(face).name

    def operand(self, shaped: Shaped, size: float = 0) -> str:
        """What goes between the brackets of ``TJ``.

        Marks above or below letters need the size of the text in points: they are raised by
        ``Ts``, for which the brackets are closed and opened again.
        """
        found = self._operands.get(shaped)
        if found is None:
            found = self._operands[shaped] = self._encode(shaped)
        if shaped in self._raised and size:
            return self._with_rises(shaped, size)
        return found

    def instead(self, shaped: Shaped) -> str | None:
        """The text to give as ActualText, where the codes do not say it; None is the rule."""
        self.operand(shaped)
        return self._instead.get(shaped)

    def _use(self, face: Face) -> _Used:
        used = self._used.get(face)
        if used is None:
            mapping: dict[str, str] = self._document.fontMapping
            used = self._used[face] = _Used(face, f"F{len(mapping) + 1}")
            mapping[f"{face.key} {used.name}"] = f"/{used.name}"
        return used

    def _encode(self, shaped: Shaped) -> str:
        used = self._use(shaped.face)
        scale = 1000 / shaped.face.units
        if shaped.offsets is not None:
            return self._encode_moved(shaped, used, scale)
        parts: list[str] = []
        texts = said(shaped)
        for glyph, advance, text in zip(shaped.ids, shaped.advances, texts, strict=True):
            code, own = used.codes.get((glyph, text)) or used.code(glyph, text)
            parts.append(code if advance == own else f"{code}>{_round((own - advance) * scale)}<")
        if _NOTHING in texts:
            self._instead[shaped] = copied(shaped.text)
        return _tidy(f"<{''.join(parts)}>")

    def _encode_moved(self, shaped: Shaped, used: _Used, scale: float) -> str:
        assert shaped.offsets is not None
        parts: list[tuple[int, str]] = []
        texts = said(shaped)
        rows = zip(shaped.ids, shaped.advances, shaped.offsets, texts, strict=True)
        for glyph, advance, (right, up), text in rows:
            code, own = used.code(glyph, text)
            before = f">{_round(-right * scale)}<" if right else ""
            after = own - advance + right
            parts.append((up, f"{before}{code}" + (f">{_round(after * scale)}<" if after else "")))
        if any(up for up, _ in parts):
            self._raised[shaped] = parts
        if _NOTHING in texts:
            self._instead[shaped] = copied(shaped.text)
        return _tidy(f"<{''.join(part for _, part in parts)}>")

    def _with_rises(self, shaped: Shaped, size: float) -> str:
        out: list[str] = []
        now = 0
        for up, part in self._raised[shaped]:
            if up != now:
                out.append(f">]TJ {_round(up * size / shaped.face.units)} Ts[<")
                now = up
            out.append(part)
        if now:
            out.append(">]TJ 0 Ts[<")
        return _tidy(f"<{''.join(out)}>")

    def end(self) -> None:
        """Write the fonts into the document, as far as they are used; nothing may follow."""
        fonts: dict[str, Any] = self._document.idToObject["BasicFonts"].dict
        for used in self._used.values():
            if used.codes and used.name not in fonts:
                fonts[used.name] = _write(self._document, used)

    def addObjects(self, document: Any) -> None:
        """What ReportLab calls when it saves the document itself."""
        assert document is self._document
        self.end()


def said(shaped: Shaped) -> list[str]:
    """The text that each glyph stands for, together what is to be copied out."""
    text, clusters = shaped.text, shaped.clusters
    count = len(clusters)
    if count == len(text) and clusters == tuple(range(count)):
        return list(text) if text.isprintable() else [copied(each) or _NOTHING for each in text]
    if not clusters:
        return []  # only hints on breaking and order
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    found: list[str] = []
    at = 0
    while at < count:
        start = clusters[at]
        end = at
        while end < count and clusters[end] == start:
            end += 1
        # ignorable letters at the beginning belong to the first cluster there is
        letters = copied(text[0 if start == starts[0] else start : ends[start]])
        if len(letters) == end - at:
            found += reversed(letters) if shaped.rtl else letters
        else:
            found += [letters or _NOTHING, *[_NOTHING] * (end - at - 1)]
        at = end
    return found


def _stream(content: bytes, entries: dict[str, Any] | None = None) -> Any:
    made: Any = PDFStream(PDFDictionary(entries or {}), content, [PDFZCompress])
    return made


def _thousandths(value: int, face: Face) -> int:
    return round(value * 1000 / face.units)


def _widths(advances: list[int], face: Face) -> str:
    """The array ``W``, in thousandths of the size, of the codes from 1."""
    return f"[1 [{' '.join([_round(each * 1000 / face.units) for each in advances])}]]"


def _character_map(texts: list[str]) -> str:
    """What each code says, for whoever copies text or reads it aloud."""
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
        for code, text in enumerate(texts)
        if code
    ]
    blocks = "\n".join(
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (rows[at : at + _BLOCK] for at in range(0, len(rows), _BLOCK))
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{blocks}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _tag(content: bytes) -> str:
    """Six letters that say which part of a font it is."""
    number = int.from_bytes(hashlib.sha256(content).digest()[:8], "big")
    return "".join(_LETTERS[number // 26**place % 26] for place in range(6))


def _safe(name: str) -> str:
    """As a name of PDF's."""
    return re.sub(r"[^!-~]|[()<>\[\]{}/%#]", "", name) or "Font"


def _round(value: float) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _tidy(operand: str) -> str:
    return operand.replace("<>", " ").strip()


def _write(document: Any, used: _Used) -> Any:
    """The objects of a font; gives a reference to it."""
    face = used.face
    part = subset(face, used.glyphs)
    is_cff = part.places is None
    tag = _tag(part.data + repr(used.texts).encode())
    base = f"/{tag}+{_safe(face.key)}"
    kept = f"{used.name}-"

    descriptor: dict[str, Any] = {
        "Type": "/FontDescriptor",
        "FontName": base,
        "Flags": _SYMBOLIC | _FIXED * face.file.fixed | _ITALIC * face.italic,
        "FontBBox": "[" + " ".join(str(_thousandths(each, face)) for each in face.box) + "]",
        "ItalicAngle": _round(face.italic_angle),
        "Ascent": round(face.ascent * 1000),
        "Descent": -round(face.descent * 1000),
        "CapHeight": round(face.cap_height * 1000),
        "StemV": round(10 + 220 * (face.file.weight - 50) / 900),
    }
    if is_cff:
        file = _stream(part.data, {"Subtype": "/CIDFontType0C"})
        descriptor["FontFile3"] = document.Reference(file, f"{kept}file")
    else:
        file = _stream(part.data, {"Length1": len(part.data)})
        descriptor["FontFile2"] = document.Reference(file, f"{kept}file")
    system = PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0})
    descendant: dict[str, Any] = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if is_cff else "/CIDFontType2",
        "BaseFont": base,
        "CIDSystemInfo": system,
        "FontDescriptor": document.Reference(PDFDictionary(descriptor), f"{kept}descriptor"),
        "DW": _thousandths(face.own_width(0), face),
        "W": _widths([face.own_width(each) for each in used.glyphs[1:]], face),
    }
    if part.places is not None:
        places = b"".join(each.to_bytes(2, "big") for each in part.places)
        descendant["CIDToGIDMap"] = document.Reference(_stream(places), f"{kept}places")
    below = document.Reference(PDFDictionary(descendant), f"{kept}glyphs")
    text = _stream(_character_map(used.texts).encode("ascii"))
    font = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base + "-Identity-H" * is_cff,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([below]),
            "ToUnicode": document.Reference(text, f"{kept}text"),
        }
    )
    return document.Reference(font, f"{kept}font")
