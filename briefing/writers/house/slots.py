"""Runs, fields and slots in headers and footers: each in a run of its own."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from briefing.errors import SlotUnknown
from briefing.writers.house.edges import FIELDS, SLOT, field_name
from briefing.writers.house.findings import Findings
from briefing.writers.house.xml import Element, child, drop, elements, made, q

_TITLES = ("TITLE",)
_IN_BRACES = re.compile(r"\{{1,2}[^{}]{1,40}\}{1,2}")
"""What looks like a slot."""


def own(paragraph: Element, *names: str) -> list[Element]:
    """Those of the paragraph itself, not of a text box that is anchored in it."""
    return [
        each
        for each in paragraph.iter(*map(q, names))
        if next(each.iterancestors(q("w:p"))) is paragraph
    ]


def split_runs(paragraph: Element) -> None:
    """One thing in a run, so that runs can be taken out and put together."""
    for run in own(paragraph, "w:r"):
        letters = child(run, "w:rPr")
        inside = [each for each in elements(run) if each is not letters]
        if not inside:
            drop(run)
        for each in inside[1:][::-1]:
            other = made("<w:r/>")
            if letters is not None:
                other.append(copy.deepcopy(letters))
            other.append(each)
            run.addnext(other)


@dataclass(slots=True)
class _Field:
    """A field over several runs: its marks, what it asks for, what it shows."""

    marks: list[Element]
    asks: list[Element] = dataclass_field(default_factory=list[Element])
    """Runs of its instruction, other fields in it among them."""
    words: list[Element] = dataclass_field(default_factory=list[Element])
    """Of these runs, those that are words: of half a field nobody knows what they belong to."""
    shown: list[Element] = dataclass_field(default_factory=list[Element])
    code: str = ""
    inner: set[str] = dataclass_field(default_factory=set[str])
    """Names of the fields in its instruction."""

    @property
    def is_asking(self) -> bool:
        return len(self.marks) == 1


def simplify_fields(paragraph: Element, where: str, findings: Findings) -> None:
    """Page numbers stay, a title becomes a slot; of others, what they show now."""
    open: list[_Field] = []
    for each in own(paragraph, "w:r", "w:fldSimple"):
        mark, code = child(each, "w:fldChar"), child(each, "w:instrText")
        kind = None if mark is None else mark.get(q("w:fldCharType"))
        if kind == "begin":
            open.append(_Field([each]))
        elif not open:
            if kind is not None or code is not None:
                drop(each)  # half a field: its other end is in another paragraph
        elif kind is not None:
            open[-1].marks.append(each)
            if kind == "end":
                _close(open, where, findings)
        elif not open[-1].is_asking:
            open[-1].shown.append(each)
        else:
            open[-1].asks.append(each)
            open[-1].code += "" if code is None else code.text or ""
            if mark is None and code is None and each.tag == q("w:r"):
                open[-1].words.append(each)
            if each.tag == q("w:fldSimple"):
                open[-1].inner.add(_renamed(field_name(each.get(q("w:instr")))))
    for field in open:
        for each in (*field.marks, *field.asks):
            if each not in field.words:
                drop(each)
    for field in own(paragraph, "w:fldSimple"):
        _simple_field(field, where, findings)


def _close(open: list[_Field], where: str, findings: Findings) -> None:
    """The last field that is open; one inside an instruction goes with that."""
    field = open.pop()
    if open:
        around = open[-1]
        runs = (*field.marks, *field.asks, *field.shown)
        if around.is_asking:
            around.asks += runs
            around.inner |= {_renamed(field_name(field.code)), *field.inner}
        else:
            around.shown += runs
    if not any(each.is_asking for each in open):
        _complex_field(field, where, findings)


def _simple_field(field: Element, where: str, findings: Findings) -> None:
    name = _renamed(field_name(field.get(q("w:instr"))))
    field.set(q("w:instr"), f" {name} ")
    if name in FIELDS:
        return
    runs = list(field)
    if name in _TITLES:
        runs = [_with_text(runs, "{title}")]
    else:
        findings.not_followed("field", where)
    for each in runs:
        field.addprevious(each)
    drop(field)


def _complex_field(field: _Field, where: str, findings: Findings) -> None:
    name = _renamed(field_name(field.code))
    if name in FIELDS:
        texts = [text for each in field.asks if (text := child(each, "w:instrText")) is not None]
        for n, each in enumerate(texts):
            each.text = f" {name} " if n == 0 else ""
        for each in field.asks:
            if child(each, "w:instrText") not in texts[:1]:
                drop(each)
        return
    gone = [*field.marks, *field.asks]
    if name in _TITLES:
        field.marks[-1].addnext(_with_text(field.shown or field.marks, "{title}"))
        gone += field.shown
    elif field.inner & FIELDS.keys():
        findings.not_followed("field-of-page", where)
        gone += field.shown
    elif name:
        findings.not_followed("field", where)
    for each in gone:
        drop(each)


def _renamed(name: str) -> str:
    return "NUMPAGES" if name == "SECTIONPAGES" else name


def _with_text(runs: list[Element], text: str) -> Element:
    """A run with the looks of the first of these."""
    run = made("<w:r/>")
    letters = next((child(each, "w:rPr") for each in runs if each.tag == q("w:r")), None)
    if letters is not None:
        run.append(copy.deepcopy(letters))
    run.append(_text(text))
    return run


def _text(text: str) -> Element:
    element = made('<w:t xml:space="preserve"/>')
    element.text = text
    return element


def part_slots(paragraph: Element, where: str, findings: Findings) -> None:
    """Put each slot into a run of its own, though Word has spread its letters over several."""
    _tell_unknown(paragraph, where, findings)
    row: list[Element] = []
    for run in [*own(paragraph, "w:r"), None]:
        follows = row and run is not None and row[-1].getnext() is run
        if row and not follows:
            _part(row)
            row = []
        if run is not None and child(run, "w:t") is not None:
            row.append(run)
        elif row:
            _part(row)
            row = []


def _tell_unknown(paragraph: Element, where: str, findings: Findings) -> None:
    words = "".join(each.text or "" for each in own(paragraph, "w:t"))
    for each in _IN_BRACES.findall(SLOT.sub("", words)):
        findings.add(SlotUnknown(findings.name, each, where))


def _part(runs: list[Element]) -> None:
    texts = [each.findtext(q("w:t")) or "" for each in runs]
    words = "".join(texts)
    slots = list(SLOT.finditer(words))
    if not slots:
        return
    cuts = [(each.start(), each.end(), f"{{{each[1].lower()}}}") for each in slots]
    made_anew: list[Element] = []
    start = 0
    for run, text in zip(runs, texts, strict=True):
        at = start
        end = start + len(text)
        for left, right, slot in cuts:
            if left >= end or right <= start:
                continue
            if at < left:
                made_anew.append(_with_text([run], words[at:left]))
            if left >= start:
                made_anew.append(_with_text([run], slot))
            at = min(right, end)
        if at < end:
            made_anew.append(_with_text([run], words[at:end]))
        start = end
    for each in made_anew:
        runs[0].addprevious(each)
    for each in runs:
        drop(each)


def says(root: Element, slot: str) -> bool:
    return any(each.text == f"{{{slot}}}" and not _boxed(each) for each in root.iter(q("w:t")))


def _boxed(element: Element) -> bool:
    """In a text box, which the PDF leaves out."""
    return next(element.iterancestors(q("w:txbxContent")), None) is not None
