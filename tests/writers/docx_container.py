"""Rules for the package: its archive, its parts and how they are related."""

from __future__ import annotations

import getpass
import platform
import re
from collections.abc import Iterator
from posixpath import dirname, join

from docx_package import FIELDS, TYPES, Package, R, Relation, W, name_of, repeated


def archive(package: Package) -> Iterator[str]:
    names = [each.filename for each in package.entries]
    if names[0] != "[Content_Types].xml":
        yield f"[Content_Types].xml is not the first entry but {names[0]}"
    for name in repeated(name.lower() for name in names):
        yield f"{name} is there twice"
    for entry in package.entries:
        if entry.date_time != (1980, 1, 1, 0, 0, 0):
            yield f"{entry.filename} is dated {entry.date_time}"
        if entry.filename.startswith("/") or {"..", ""} & set(entry.filename.split("/")):
            yield f"{entry.filename} is no name for a part"
        if entry.extra or entry.comment:
            yield f"{entry.filename} carries more than its content"


def content_types(package: Package) -> Iterator[str]:
    types = package.xml.get("[Content_Types].xml")
    if types is None:
        return
    defaults = {e.get("Extension", "").lower() for e in types.iter(f"{TYPES}Default")}
    overrides = [e.get("PartName", "").lstrip("/") for e in types.iter(f"{TYPES}Override")]
    for name in repeated(overrides):
        yield f"{name} has two content types"
    for name in overrides:
        if name not in package.parts:
            yield f"there is a content type for {name}, which is not there"
    for name in package.parts:
        if name == "[Content_Types].xml" or name in overrides:
            continue
        if name.rsplit(".", 1)[-1].lower() not in defaults:
            yield f"{name} has no content type"
        elif name in package.xml and not name.endswith(".rels") and "customXml/item" not in name:
            yield f"{name} has no content type of its own"
    for each in types:
        if "macro" in each.get("ContentType", "").lower():
            yield "a content type has macros"


def relationships(package: Package) -> Iterator[str]:
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for each in package.relations(waiting.pop()):
            if not each.external and each.target not in reached:
                reached.add(each.target)
                waiting.append(each.target)
    for name in package.parts:
        if name.endswith(".rels"):
            source = join(dirname(dirname(name)), name.rsplit("/", 1)[-1][: -len(".rels")])
            if source not in ("", *package.parts):
                yield f"{name} is of a part that is not there"
            relations = package.relations(source)
            for id in repeated(each.id for each in relations):
                yield f"{name}: {id} is there twice"
            for each in relations:
                yield from _target(package, name, each)
        elif name not in reached and name != "[Content_Types].xml":
            yield f"nothing leads to {name}"


def _target(package: Package, name: str, relation: Relation) -> Iterator[str]:
    if not relation.external:
        if relation.target not in package.parts:
            yield f"{name}: {relation.id} leads to {relation.target}, which is not there"
    elif relation.type != "hyperlink":
        yield f"{name}: {relation.id} takes its {relation.type} from outside: {relation.target}"
    elif not re.match(r"(https?|mailto):", relation.target):
        yield f"{name}: {relation.id} links to {relation.target}"


_REFERS = {
    f"{W}hyperlink": "hyperlink",
    f"{W}headerReference": "header",
    f"{W}footerReference": "footer",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip": "image",
}


def references(package: Package) -> Iterator[str]:
    for name, root in package.xml.items():
        known = {each.id: each for each in package.relations(name)}
        used: set[str] = set()
        for each in root.iter():
            for attribute, id in each.attrib.items():
                if isinstance(attribute, str) and attribute.startswith(R):
                    used.add(id)
                    wanted = _REFERS.get(str(each.tag))
                    if id not in known:
                        yield f"{name}: {name_of(each)} refers to {id}, which is not there"
                    elif wanted and known[id].type != wanted:
                        yield f"{name}: {name_of(each)} refers to {id}, which is a {known[id].type}"
        for id, relation in known.items():
            if relation.type in ("hyperlink", "image", "header", "footer") and id not in used:
                yield f"{name}: nothing refers to {id}, a {relation.type}"


_FOREIGN = ("vbaProject", "oleObject", "activeX", "attachedTemplate", "aFChunk", "subDocument")


def nothing_foreign(package: Package) -> Iterator[str]:
    for name in package.parts:
        if re.search(r"vba|activeX|embeddings/|\.bin$", name, re.IGNORECASE):
            yield f"{name} may hold a program"
        for each in package.relations(name):
            if each.type in _FOREIGN:
                yield f"{name} is related to a {each.type}"
    for name, root in package.word.items():
        for each in root.iter(*(f"{W}{e}" for e in ("object", "control", "altChunk", "subDoc"))):
            yield f"{name} has a {name_of(each)}"
        for each in root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"):
            yield f"{name} has a tracked change ({name_of(each)})"
        codes = [each.text or "" for each in root.iter(f"{W}instrText")]
        codes += [each.get(f"{W}instr", "") for each in root.iter(f"{W}fldSimple")]
        for code in codes:
            if (code.split() or [""])[0].upper() not in FIELDS:
                yield f"{name} has the field {code.strip()!r}"


def nothing_of_clock_or_machine(package: Package) -> Iterator[str]:
    people = {getpass.getuser().lower(), platform.node().lower()} - {""}
    for name, root in package.xml.items():
        for each in root.iter():
            tag = name_of(each) if isinstance(each.tag, str) else ""
            if tag in ("rsids", "rsidRoot", "docId", "lastModifiedBy", "Company", "Manager"):
                yield f"{name} has {tag}"
            elif tag in ("created", "modified", "lastPrinted", "TotalTime", "revision"):
                yield f"{name} tells when or how long it was worked on ({tag})"
            for attribute, value in each.attrib.items():
                local = str(attribute).rsplit("}", 1)[-1]
                if local.startswith("rsid") or local in ("date", "dateUtc"):
                    yield f"{name}: {tag} has {local}"
                elif local in ("author", "initials") and value.lower() in people:
                    yield f"{name}: {tag} names {value!r}"
