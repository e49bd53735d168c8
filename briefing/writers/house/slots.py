"""Runs, fields and slots in headers and footers: each in a run of its own."""

from __future__ import annotations

import copy

from briefing.writers.house.edges import FIELDS, SLOT, field_name
from briefing.writers.house.findings import Findings
from briefing.writers.house.xml import Element, child, drop, elements, made, q

_TITLES = ("TITLE",)


def own(paragraph: Element, name: str) -> list[Element]:
    """Those of the paragraph itself, not of a text box that is anchored in it."""
    return [
        each for each in paragraph.iter(q(name)) if next(each.iterancestors(q("w:p"))) is paragraph
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


def simplify_fields(paragraph: Element, where: str, findings: Findings) -> None:
    """Page numbers stay, a title becomes a slot; of others, what they show now."""
    for field in own(paragraph, "w:fldSimple"):
        name = _renamed(field_name(field.get(q("w:instr"))))
        field.set(q("w:instr"), f" {name} ")
        if name in FIELDS:
            continue
        runs = list(field)
        if name in _TITLES:
            runs = [_with_text(runs, "{title}")]
        else:
            findings.not_followed("field", where)
        for each in runs:
            field.addprevious(each)
        drop(field)
    open: list[tuple[list[Element], list[Element], list[Element]]] = []  # marks, codes, shown
    for run in own(paragraph, "w:r"):
        mark, code = child(run, "w:fldChar"), child(run, "w:instrText")
        kind = None if mark is None else mark.get(q("w:fldCharType"))
        if kind == "begin":
            open.append(([run], [], []))
        elif not open:
            if kind is not None or code is not None:
                drop(run)  # half a field: its other end is in another paragraph
        elif kind is not None:
            open[-1][0].append(run)
            if kind == "end":
                marks, codes, shown = open.pop()
                _complex_field(marks, codes, shown, where, findings)
        elif code is not None:
            open[-1][1].append(run)
        elif len(open[-1][0]) > 1:
            open[-1][2].append(run)
    for marks, codes, _ in open:
        for each in (*marks, *codes):
            drop(each)


def _complex_field(
    marks: list[Element],
    codes: list[Element],
    shown: list[Element],
    where: str,
    findings: Findings,
) -> None:
    texts = [each.find(q("w:instrText")) for each in codes]
    name = _renamed(field_name("".join(each.text or "" for each in texts)))
    if name in FIELDS:
        for n, each in enumerate(texts):
            each.text = f" {name} " if n == 0 else ""
        return
    if name in _TITLES:
        marks[-1].addnext(_with_text(shown or marks, "{title}"))
        marks = [*marks, *shown]
    elif name:
        findings.not_followed("field", where)
    for each in (*marks, *codes):
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


def part_slots(paragraph: Element) -> None:
    """Put each slot into a run of its own, though Word has spread its letters over several."""
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


def _part(runs: list[Element]) -> None:
    texts = [each.findtext(q("w:t")) or "" for each in runs]
    words = "".join(texts)
    slots = list(SLOT.finditer(words))
    if not slots:
        return
    cuts = [(each.start(), each.end()) for each in slots]
    made_anew: list[Element] = []
    start = 0
    for run, text in zip(runs, texts, strict=True):
        at = start
        end = start + len(text)
        for left, right in cuts:
            if left >= end or right <= start:
                continue
            if at < left:
                made_anew.append(_with_text([run], words[at:left]))
            if left >= start:
                made_anew.append(_with_text([run], words[left:right].lower()))
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


def numbers_pages(root: Element) -> bool:
    codes = [each.text for each in root.iter(q("w:instrText")) if not _boxed(each)]
    codes += [each.get(q("w:instr")) for each in root.iter(q("w:fldSimple")) if not _boxed(each)]
    return any(field_name(each) == "PAGE" for each in codes)


def _boxed(element: Element) -> bool:
    """In a text box, which the PDF leaves out."""
    return next(element.iterancestors(q("w:txbxContent")), None) is not None
