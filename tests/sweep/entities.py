"""XML that defines things of its own: to blow up, or to take in other files."""

from __future__ import annotations

from collections.abc import Iterator

import making
from hostile import Case, opens
from making import KNOWN
from reaching import FILE, URL

from briefing.errors import EntitiesRefused


def _laughs(root: str) -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    return f"<!DOCTYPE {root} [{entities}]>"


def _doctypes(root: str) -> dict[str, tuple[str, str]]:
    """Kind → (document type, what to write into the text)."""
    return {
        "laughs": (_laughs(root), "&a11;"),
        "quadratic": (f'<!DOCTYPE {root} [<!ENTITY a "{"ha" * 50_000}">]>', "&a;" * 20_000),
        "ring": (f'<!DOCTYPE {root} [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;"),
        "file": (f'<!DOCTYPE {root} [<!ENTITY a SYSTEM "{FILE}">]>', "&a;"),
        "address": (f'<!DOCTYPE {root} [<!ENTITY a SYSTEM "{URL}a">]>', "&a;"),
        "parameter": (f'<!DOCTYPE {root} [<!ENTITY % a SYSTEM "{URL}b"> %a;]>', ""),
        "definition": (f'<!DOCTYPE {root} SYSTEM "{URL}c.dtd">', ""),
        "public": (f'<!DOCTYPE {root} PUBLIC "-//A//B" "{URL}d.dtd">', ""),
    }


def cases() -> Iterator[Case]:
    wrong = (EntitiesRefused,)
    for kind, (doctype, said) in _doctypes("w:document").items():
        run = f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"
        make = lambda d=doctype, r=run: making.docx(  # noqa: E731
            document=making.word_xml(making.word_body(r), before=d)
        )
        may = kind in ("definition", "public")  # nothing is defined that could be followed
        yield Case(f"entities-{kind}.docx", "a.docx", make, wrong, KNOWN if may else None)
    for kind, (doctype, said) in _doctypes("office:document-content").items():
        if kind in ("ring", "public"):
            continue
        part = f"<text:p>{said}</text:p>"
        make = lambda d=doctype, p=part: making.odt(  # noqa: E731
            content=making.odt_xml(making.odt_body(p), before=d)
        )
        may = kind in ("definition", "public")
        yield Case(f"entities-{kind}.odt", "a.odt", make, wrong, KNOWN if may else None)
    doctype, said = _doctypes("Types")["laughs"]
    for name in (
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "docProps/core.xml",
        "word/footnotes.xml",
    ):
        bad = f"<?xml version='1.0'?>{doctype}<Types>{said}</Types>"
        make = lambda n=name, b=bad: making.docx(  # noqa: E731
            extra={n: b},
            relations=making.relation("styles", "styles.xml", "rId1", "Internal")
            + making.relation("footnotes", "footnotes.xml", "rId2", "Internal"),
        )
        if name == "word/_rels/document.xml.rels":
            make = lambda n=name, b=bad: making.docx(extra={n: b})  # noqa: E731
        yield opens(f"entities-in-{name.replace('/', '-')}", "a.docx", make, KNOWN, wrong)
    for name in ("styles.xml", "meta.xml", "META-INF/manifest.xml"):
        bad = f"<?xml version='1.0'?>{doctype}<Types>{said}</Types>"
        yield opens(
            f"entities-in-odt-{name.replace('/', '-')}",
            "a.odt",
            lambda n=name, b=bad: making.odt(extra={n: b}),
            KNOWN,
            wrong,
        )
    for kind, (doctype, said) in _doctypes("html").items():
        if kind in ("ring", "public"):
            continue
        page = making.html(after=f"<p>{said}</p>").decode().replace("<!DOCTYPE html>", "")
        xml = '<?xml version="1.0"?>'
        yield opens(
            f"entities-{kind}.xhtml",
            "a.html",
            lambda d=doctype, p=page, x=xml: (x + d + p).encode(),
            KNOWN,
            wrong,
        )
    doctype, said = _doctypes("svg")["file"]
    yield opens(
        "entities-in-svg",
        "a.html",
        lambda: making.html(before=f"{doctype}<svg><text>{said}</text></svg>"),
        KNOWN,
        wrong,
    )
    xinclude = (
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{FILE}" parse="text"/>'
    )
    yield opens(
        "xinclude.docx",
        "a.docx",
        lambda: making.docx(making.word_body(f"<w:p><w:r><w:t>{xinclude}</w:t></w:r></w:p>")),
        KNOWN,
    )
    yield opens(
        "xinclude.odt",
        "a.odt",
        lambda: making.odt(making.odt_body(f"<text:p>{xinclude}</text:p>")),
        KNOWN,
    )
    sheet = f'<?xml-stylesheet type="text/xsl" href="{URL}a.xsl"?>'
    yield opens(
        "stylesheet.docx",
        "a.docx",
        lambda: making.docx(document=making.word_xml(making.word_body(), before=sheet)),
        KNOWN,
    )
    schema = (
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="urn:a {URL}a.xsd"'
    )
    yield opens(
        "schema.docx",
        "a.docx",
        lambda: making.docx(document=making.word_xml(making.word_body(), attributes=schema)),
        KNOWN,
    )
