"""Rules for tables, and those of Word's accessibility checker that a program can check."""

from __future__ import annotations

from collections.abc import Iterator

from docx_package import (
    BODY,
    DC,
    WP,
    Element,
    Package,
    W,
    is_on,
    name_of,
    repeated,
    value_of,
    words_of,
)


def tables(package: Package) -> Iterator[str]:
    for name, root in package.word.items():
        for table in root.iter(f"{W}tbl"):
            columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
            rows = table.findall(f"{W}tr")
            if not rows:
                yield f"{name}: a table has no rows"
            for row in rows:
                cells = row.findall(f"{W}tc")
                wide = sum(int(value_of(each, "tcPr/gridSpan") or 1) for each in cells)
                wide += int(value_of(row, "trPr/gridBefore") or 0)
                wide += int(value_of(row, "trPr/gridAfter") or 0)
                if wide != columns:
                    yield f"{name}: a row has {wide} cells in a table of {columns} columns"
            heads = [is_on(each.find(f"{W}trPr/{W}tblHeader")) for each in rows]
            if heads != sorted(heads, reverse=True):
                yield f"{name}: a row is repeated at the top that is not at the top"
            if rows and all(heads):
                yield f"{name}: every row of a table is repeated at the top"


def accessible_tables(package: Package) -> Iterator[str]:
    for table in package.xml[BODY].iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        look = table.find(f"{W}tblPr/{W}tblLook")
        column = look is not None and _look(look, "firstColumn", 0x80)
        heads = [each for each in rows if is_on(each.find(f"{W}trPr/{W}tblHeader"))]
        style = package.style_names.get(value_of(table, "tblPr/tblStyle"))
        if style == "table grid" and not heads:
            yield "a grid has no header row"
        elif not heads and not column:
            yield "a table has neither header row nor header column"
        if heads and look is not None and not _look(look, "firstRow", 0x20):
            yield "a table's look does not tell of its header row"
        for row in heads:
            for cell in row.findall(f"{W}tc"):
                if not words_of(cell):
                    yield "a header cell is empty"
        for each in table.iter(f"{W}vMerge", f"{W}hMerge"):
            yield f"cells are merged ({name_of(each)})"
        if table.find(f".//{W}tbl") is not None:
            yield "a table stands in a table"


def _look(look: Element, name: str, bit: int) -> bool:
    said = look.get(f"{W}{name}")
    if said is not None:
        return said in ("1", "true", "on")
    return bool(int(look.get(f"{W}val", "0"), 16) & bit)


def language(package: Package) -> Iterator[str]:
    root = package.root("styles")
    path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
    found = [] if root is None else [root.find(path)]
    default = [e for e in package.styles.values() if e.get(f"{W}default") in ("1", "true")]
    found += [each.find(f"{W}rPr/{W}lang") for each in default]
    if not any(each is not None and each.get(f"{W}val") for each in found):
        yield "the document has no language"


def title(package: Package) -> Iterator[str]:
    core = next((e for e in package.xml.values() if name_of(e) == "coreProperties"), None)
    found = None if core is None else core.find(f"{DC}title")
    if found is None or not (found.text or "").strip():
        yield "the document has no title"


def headings(package: Package) -> Iterator[str]:
    last = 0
    for paragraph in package.xml[BODY].iter(f"{W}p"):
        level = _level(package, paragraph)
        if not level:
            continue
        if not words_of(paragraph):
            yield f"a heading of level {level} says nothing"
        if level > last + 1:
            yield f"a heading of level {level} follows level {last}"
        last = level


def _level(package: Package, paragraph: Element) -> int:
    """Of a heading, from 1; 0 for other paragraphs."""
    own = value_of(paragraph, "pPr/outlineLvl")
    chain = package.chain(value_of(paragraph, "pPr/pStyle"))
    found = own or next(filter(None, (value_of(each, "pPr/outlineLvl") for each in chain)), "9")
    return int(found) + 1 if int(found) < 9 else 0


def pictures(package: Package) -> Iterator[str]:
    ids: list[str] = []
    for name, root in package.word.items():
        for each in root.iter(f"{WP}docPr"):
            ids.append(each.get("id", ""))
            decoration = any(
                name_of(e) == "decorative" and e.get("val") in ("1", "true")
                for e in each.iter()
                if isinstance(e.tag, str)
            )
            if not (each.get("descr") or "").strip() and not decoration:
                yield f"{name}: a picture has no alternative text"
        for each in root.iter("{urn:schemas-microsoft-com:vml}shape"):
            if not each.get("alt"):
                yield f"{name}: a drawing has no alternative text"
    for id in repeated(ids):
        yield f"two pictures have the id {id}"


def links(package: Package) -> Iterator[str]:
    for name, root in package.word.items():
        for each in root.iter(f"{W}hyperlink"):
            if not words_of(each):
                yield f"{name}: a link has no words"
