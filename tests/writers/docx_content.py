"""Rules for the parts: order and places of elements, and that what is referred to is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docx_order import FIRST, ORDER, SEVERAL, rank
from docx_package import (
    BLOCKS,
    BODY,
    STORIES,
    XML_SPACE,
    Package,
    W,
    name_of,
    repeated,
    value_of,
    words_of,
)


def order(package: Package) -> Iterator[str]:
    for name, root in package.xml.items():
        for each in root.iter():
            tag = str(each.tag)
            if not tag.startswith(W):
                continue
            parent = tag[len(W) :]
            children = [
                child.tag[len(W) :]
                for child in each
                if isinstance(child.tag, str) and child.tag.startswith(W)
            ]
            if parent in FIRST and FIRST[parent] in children[1:]:
                yield f"{name}: {FIRST[parent]} is not the first in {parent}"
            if parent in ORDER:
                yield from _order(name, parent, children)


def _order(name: str, parent: str, children: list[str]) -> Iterator[str]:
    before, last = -1, ""
    for child in children:
        place = rank(parent, child)
        if place is None:
            yield f"{name}: {child} has no place in {parent}"
            continue
        if place < before:
            yield f"{name}: {child} stands after {last} in {parent}"
        elif place == before and child not in SEVERAL:
            yield f"{name}: {child} is there twice in {parent}"
        before, last = place, child


def ends_in_paragraph(package: Package) -> Iterator[str]:
    for name, root in package.word.items():
        for each in root.iter(*(f"{W}{e}" for e in STORIES)):
            blocks = [child for child in each if child.tag in BLOCKS or child.tag == f"{W}sdt"]
            if not blocks or blocks[-1].tag == f"{W}tbl":
                yield f"{name}: {name_of(each)} does not end in a paragraph"
            for above, below in pairwise(blocks):
                if above.tag == below.tag == f"{W}tbl":
                    yield f"{name}: two tables touch, and Word makes one of them"
    body = package.xml[BODY].find(f"{W}body")
    if body is None or len(body) == 0 or body[-1].tag != f"{W}sectPr":
        yield f"{BODY}: the body does not end with its section"


def fields(package: Package) -> Iterator[str]:
    for name, root in package.word.items():
        for story in root.iter(f"{W}p"):
            states: list[str] = []
            for each in story.iter(f"{W}fldChar", f"{W}instrText"):
                kind = each.get(f"{W}fldCharType") or "code"
                if kind == "begin":
                    states.append("begin")
                elif not states:
                    yield f"{name}: a field has its {kind} before it begins"
                elif kind == "end":
                    states.pop()
                elif states[-1] != "begin":
                    yield f"{name}: a field has its {kind} after it was parted"
                elif kind == "separate":
                    states[-1] = "parted"
            if states:
                yield f"{name}: a field does not end in its paragraph"


def text(package: Package) -> Iterator[str]:
    for name, root in package.word.items():
        for each in root.iter(f"{W}t", f"{W}instrText"):
            said = each.text or ""
            if said != said.strip() and each.get(XML_SPACE) != "preserve":
                yield f"{name}: {said!r} does not keep its spaces"
            if set(said) & set("\t\n\r"):
                yield f"{name}: {said!r} has a line break or tab that Word shows as a space"


def style_references(package: Package) -> Iterator[str]:
    styles = package.styles
    kinds = {id: each.get(f"{W}type") for id, each in styles.items()}
    wanted = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    for name, root in package.xml.items():
        for each in root.iter(*(f"{W}{e}" for e in wanted)):
            id, kind = each.get(f"{W}val", ""), wanted[name_of(each)]
            if kinds.get(id) != kind:
                yield f"{name}: there is no {kind} style {id!r}"
    root = package.root("styles")
    if root is None:
        yield "there are no styles"
        return
    for id in repeated(each.get(f"{W}styleId", "") for each in root.iter(f"{W}style")):
        yield f"the style {id} is there twice"
    for id in repeated(package.style_names.values()):
        yield f"two styles are named {id}"
    for id, style in styles.items():
        for link in ("basedOn", "next", "link"):
            other = value_of(style, link)
            if other and other not in styles:
                yield f"style {id}: {link} names {other}, which is not there"
            elif link == "basedOn" and other and kinds[other] != kinds[id]:
                yield f"style {id} is based on {other}, which is of another kind"
        last = list(package.chain(id))[-1]
        if value_of(last, "basedOn") in styles:
            yield f"style {id} is based on itself"
    defaults = [e for e in styles.values() if e.get(f"{W}default") in ("1", "true")]
    if [e.get(f"{W}type") for e in defaults].count("paragraph") != 1:
        yield "there is not one default paragraph style"


def numbering(package: Package) -> Iterator[str]:
    root = package.root("numbering")
    levels: dict[str, set[str]] = {}
    nums: dict[str, str] = {}
    if root is not None:
        for each in root.iter(f"{W}abstractNum"):
            found = {level.get(f"{W}ilvl", "") for level in each.iter(f"{W}lvl")}
            levels[each.get(f"{W}abstractNumId", "")] = found
        for tag, id in (("abstractNum", "abstractNumId"), ("num", "numId")):
            for twice in repeated(each.get(f"{W}{id}", "") for each in root.iter(f"{W}{tag}")):
                yield f"the {tag} {twice} is there twice"
        for each in root.iter(f"{W}num"):
            nums[each.get(f"{W}numId", "")] = abstract = value_of(each, "abstractNumId")
            if abstract not in levels:
                yield f"list {each.get(f'{W}numId')} uses {abstract}, which is not there"
    for name, part in package.xml.items():
        for each in part.iter(f"{W}numPr"):
            id = value_of(each, "numId")
            if id in ("", "0"):
                continue
            if id not in nums:
                yield f"{name}: there is no list {id}"
            elif (value_of(each, "ilvl") or "0") not in levels.get(nums[id], {"0"}):
                yield f"{name}: list {id} has no level {value_of(each, 'ilvl')}"


def bookmarks(package: Package) -> Iterator[str]:
    names: list[str] = []
    ids: list[str] = []
    for part, root in package.word.items():
        open_: set[str] = set()
        for each in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            id = each.get(f"{W}id", "")
            if each.tag == f"{W}bookmarkStart":
                open_.add(id)
                ids.append(id)
                names.append(each.get(f"{W}name", ""))
                if not re.fullmatch(r"[^\W\d]\w{0,39}", names[-1]):
                    yield f"{part}: {names[-1]!r} is no name for a bookmark"
            elif id not in open_:
                yield f"{part}: bookmark {id} ends before it begins"
            else:
                open_.remove(id)
        for id in open_:
            yield f"{part}: bookmark {id} does not end"
    for id in repeated(ids):
        yield f"two bookmarks have the id {id}"
    for twice in repeated(names):
        yield f"two bookmarks are named {twice}"


def comments(package: Package) -> Iterator[str]:
    root = package.root("comments")
    known = [] if root is None else [e.get(f"{W}id", "") for e in root.iter(f"{W}comment")]
    for id in repeated(known):
        yield f"two comments have the id {id}"
    for name, part in package.word.items():
        seen: dict[str, list[str]] = {}
        marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
        for each in part.iter(*(f"{W}{e}" for e in marks)):
            seen.setdefault(each.get(f"{W}id", ""), []).append(name_of(each))
        for id, found in seen.items():
            if id not in known:
                yield f"{name}: there is no comment {id}"
            if tuple(found) != marks:
                yield f"{name}: comment {id} has {', '.join(found)}"
        if name == BODY:
            for id in known:
                if id not in seen:
                    yield f"nothing refers to comment {id}"
    if known:
        yield from _note_styles(package, "annotation")


def notes(package: Package) -> Iterator[str]:
    settings = package.root("settings")
    used = {
        kind: [e.get(f"{W}id", "") for e in package.xml[BODY].iter(f"{W}{kind}Reference")]
        for kind in ("footnote", "endnote")
    }
    for kind, references in used.items():
        root = package.root(f"{kind}s")
        every = [] if root is None else list(root.iter(f"{W}{kind}"))
        for id in repeated(each.get(f"{W}id", "") for each in every):
            yield f"two {kind}s have the id {id}"
        known = {e.get(f"{W}id", ""): e for e in every if e.get(f"{W}type", "normal") == "normal"}
        for id in references:
            if id not in known:
                yield f"there is no {kind} {id}"
        for id in repeated(references):
            yield f"{kind} {id} is referred to twice"
        for id, note in known.items():
            if id not in references:
                yield f"nothing refers to {kind} {id}"
            if note.find(f".//{W}{kind}Ref") is None:
                yield f"{kind} {id} does not show its number"
            if not words_of(note):
                yield f"{kind} {id} says nothing"
        if root is None:
            continue
        ids = {e.get(f"{W}type"): e.get(f"{W}id") for e in every if e.get(f"{W}type")}
        if not {"separator", "continuationSeparator"} <= set(ids):
            yield f"the {kind}s have no separators"
        named = [] if settings is None else settings.findall(f"{W}{kind}Pr/{W}{kind}")
        if {e.get(f"{W}id") for e in named} != set(ids.values()):
            yield f"the settings do not name the separators of the {kind}s"
        if known:
            yield from _note_styles(package, kind)
    if any(used.values()) and package.root("comments") is not None:
        yield "notes and comments are in one file"


def _note_styles(package: Package, kind: str) -> Iterator[str]:
    """Notes and comments are set in the styles that Word has for them."""
    root = package.root("comments" if kind == "annotation" else f"{kind}s")
    assert root is not None
    names = package.style_names
    for note in root:
        if note.get(f"{W}type", "normal") != "normal":
            continue
        for paragraph in note.iter(f"{W}p"):
            name = names.get(value_of(paragraph, "pPr/pStyle"))
            if name != f"{kind} text":
                yield f"a {kind} is set in the style {name!r}"
    tag = "commentReference" if kind == "annotation" else f"{kind}Reference"
    for each in package.xml[BODY].iter(f"{W}{tag}"):
        run = each.getparent()
        name = names.get(value_of(run, "rPr/rStyle")) if run is not None else None
        if name != f"{kind} reference":
            yield f"a {tag} is set in the style {name!r}"


def sections(package: Package) -> Iterator[str]:
    for section in package.xml[BODY].iter(f"{W}sectPr"):
        for kind in ("headerReference", "footerReference"):
            for twice in repeated(each.get(f"{W}type", "") for each in section.iter(f"{W}{kind}")):
                yield f"a section has two of {kind} {twice}"
        for needed in ("pgSz", "pgMar"):
            if section.find(f"{W}{needed}") is None:
                yield f"a section has no {needed}"
