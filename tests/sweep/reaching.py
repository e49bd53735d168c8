"""Files that try to reach out: to the network, to other files, to other programs."""

from __future__ import annotations

from collections.abc import Iterator

import making
from hostile import Case, opens
from making import KNOWN

from briefing.errors import Damaged

URL = "http://{server}/"
FILE = "file://{canary}"
_AS_FILE = ("aFChunk", "subDocument", "frame", "settings", "footnotes")


def cases() -> Iterator[Case]:
    yield from pages()
    yield from documents()
    yield from portable()
    yield from letters()
    yield from paths()


def pages() -> Iterator[Case]:
    for kind, head, body in (
        (
            "images",
            "",
            '<img src="{u}a.png" srcset="{u}b.png 2x" alt="A"><picture><source srcset="{u}c">'
            '</picture><video poster="{u}d" src="{u}e"></video>',
        ),
        (
            "styles",
            '<link rel=stylesheet href="{u}a.css"><style>@import "{u}b.css";'
            "body{{background:url({u}c.png)}}</style>",
            "",
        ),
        (
            "scripts",
            '<script src="{u}a.js"></script><script>fetch("{u}b")</script>',
            "<p onclick=\"fetch('{u}c')\">A.</p>",
        ),
        (
            "frames",
            "",
            '<iframe src="{u}a"></iframe><object data="{u}b"></object><embed src="{u}c">'
            '<frameset><frame src="{u}d"></frameset>',
        ),
        (
            "files",
            "",
            '<iframe src="{f}"></iframe><img src="{f}"><object data="{f}"></object>'
            '<script src="{f}"></script>',
        ),
        (
            "links",
            '<link rel="canonical" href="{u}a"><link rel=prefetch href="{u}b"><link rel="amphtml"'
            ' href="{u}c"><link rel="next" href="{u}d"><link rel=manifest href="{u}e">',
            '<a href="{u}f" ping="{u}g">A</a>',
        ),
        (
            "refresh",
            '<meta http-equiv="refresh" content="0;url={u}a"><base href="{u}">',
            '<form action="b"><input type=submit></form>',
        ),
        (
            "linked-data",
            '<script type="application/ld+json">{{"@context":"{u}a","@id":"{u}b",'
            '"@type":"NewsArticle","image":"{u}c","author":{{"@id":"{u}d"}}}}</script>',
            "",
        ),
        (
            "import",
            '<link rel="import" href="{u}a.html"><xml src="{u}b"></xml>',
            '<svg><use href="{u}c"/><image href="{u}d"/></svg><math href="{u}e"></math>',
        ),
        (
            "applet",
            "",
            '<applet code="a" codebase="{u}"></applet><bgsound src="{u}a"><isindex action="{u}b">',
        ),
    ):
        made = [part.format(u=URL, f=FILE) for part in (head, body)]
        yield opens(f"remote-{kind}.html", "a.html", lambda m=made: making.html(m[0], m[1]), KNOWN)
    yield opens(
        "remote.md",
        "a.md",
        lambda: making.markdown(
            f"![a]({URL}a.png) <img src='{URL}b.png'> [c]: {URL}c\n"
            f"<script src='{URL}d'></script>\n\n![a]({FILE})"
        ),
        KNOWN,
    )


def documents() -> Iterator[Case]:
    picture = (
        '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        'main" r:link="rId9"/></w:drawing></w:r></w:p>'
    )
    chunk, sub = '<w:altChunk r:id="rId9"/>', '<w:subDoc r:id="rId9"/>'
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>INCLUDETEXT "{f}" '
        "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r><w:r><w:fldChar "
        'w:fldCharType="end"/></w:r></w:p>'
    ).replace("{f}", FILE)
    for kind, body in (
        ("image", picture),
        ("aFChunk", chunk),
        ("subDocument", sub),
        ("attachedTemplate", ""),
        ("oleObject", ""),
        ("frame", ""),
        ("settings", ""),
        ("styles", ""),
        ("footnotes", ""),
        ("header", ""),
        ("hyperlink", ""),
    ):
        for target, way in ((URL + "a", "address"), (FILE, "file")):
            make = lambda k=kind, b=body, t=target: making.docx(  # noqa: E731
                making.word_body(b), relations=making.relation(k, t)
            )
            if (way == "file") == (kind in _AS_FILE):
                yield opens(f"remote-{kind}-{way}.docx", "a.docx", make, KNOWN)
    settings = (
        f'<w:settings xmlns:w="{making.W}" xmlns:r="{making.R}"><w:attachedTemplate r:id="rId1"/>'
        "</w:settings>"
    )
    yield opens(
        "template.docx",
        "a.docx",
        lambda: making.docx(
            relations=making.relation("settings", "settings.xml", mode="Internal"),
            extra={
                "word/settings.xml": settings,
                "word/_rels/settings.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + making.relation("attachedTemplate", URL + "a.dotm")
                + "</Relationships>",
            },
        ),
        KNOWN,
    )
    yield opens("field.docx", "a.docx", lambda: making.docx(making.word_body(field)), KNOWN)
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    yield opens(
        "macros.docm",
        "a.docm",
        lambda: making.docx(
            main=macro, extra={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0Attribute VB_Name"}
        ),
        KNOWN,
    )
    yield opens(
        "remote-picture.odt",
        "a.odt",
        lambda: making.odt(
            making.odt_body(
                f'<text:p><draw:frame><draw:image xlink:href="{URL}a.png"/>'
                f'<draw:object xlink:href="{FILE}"/></draw:frame>'
                f'<text:a xlink:href="{URL}b">A</text:a></text:p>'
            )
        ),
        KNOWN,
    )
    yield opens(
        "remote-section.odt",
        "a.odt",
        lambda: making.odt(
            making.odt_body(
                f'<text:section><text:section-source xlink:href="{FILE}"/></text:section>'
            )
        ),
        KNOWN,
    )
    for kind, part in (
        ("picture", '{\\field{\\*\\fldinst INCLUDEPICTURE "' + URL + 'u" \\\\d}{\\fldrslt }}'),
        ("text", '{\\field{\\*\\fldinst INCLUDETEXT "' + FILE + '"}{\\fldrslt }}'),
        ("command", "{\\field{\\*\\fldinst DDEAUTO c:\\\\a.exe}{\\fldrslt }}"),
        ("template", "{\\*\\template " + URL + "a.dotm}"),
        ("object", "{\\object\\objautlink{\\*\\objdata 0105000002000000}}"),
        ("link", '{\\field{\\*\\fldinst HYPERLINK "' + URL + 'a"}{\\fldrslt link}}'),
        ("file-table", "{\\*\\filetbl{\\file\\fid0 " + FILE + "}}"),
    ):
        yield opens(f"remote-{kind}.rtf", "a.rtf", lambda p=part: making.rtf(p), KNOWN)


def portable() -> Iterator[Case]:
    for kind, action in (
        ("uri", b"<< /S /URI /URI (http://{server}/a) >>"),
        ("launch", b"<< /S /Launch /F ({canary}) >>"),
        ("script", b'<< /S /JavaScript /JS (app.launchURL\\("http://{server}/b"\\)) >>'),
        ("remote", b"<< /S /GoToR /F ({canary}) /D [0 /Fit] >>"),
        ("form", b"<< /S /SubmitForm /F (http://{server}/c) >>"),
        ("data", b"<< /S /ImportData /F ({canary}) >>"),
    ):
        yield opens(
            f"action-{kind}.pdf",
            "a.pdf",
            lambda a=action: making.pdf(
                catalog=b"/OpenAction " + a,
                page=b"/AA << /O " + a + b" >> /Annots [<< /Type /Annot "
                b"/Subtype /Link /Rect [0 0 9 9] /A " + a + b" >>]",
            ),
            KNOWN,
        )
    yield opens(
        "external-stream.pdf",
        "a.pdf",
        lambda: making.pdf(
            page=b"/X 6 0 R", objects={6: b"<< /Length 0 /F ({canary}) >>\nstream\n\nendstream"}
        ),
        KNOWN,
    )
    yield opens(
        "external-content.pdf",
        "a.pdf",
        lambda: making.pdf(
            page=b"/Contents [4 0 R 6 0 R]",
            objects={6: b"<< /Length 0 /F ({canary}) >>\nstream\n\nendstream"},
        ),
        (),
    )
    attached = b"<< /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>] >>"
    yield opens(
        "embedded.pdf",
        "a.pdf",
        lambda: making.pdf(
            catalog=b"/Names << /EmbeddedFiles " + attached + b" >>",
            objects={6: b"<< /Type /EmbeddedFile /Length 4 >>\nstream\nMZ\x90\x00\nendstream"},
        ),
        KNOWN,
    )
    xfa = (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file://{canary}">]>'
        b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&b;</xdp:xdp>'
    )
    yield opens(
        "form-xfa.pdf",
        "a.pdf",
        lambda: making.pdf(
            catalog=b"/AcroForm << /Fields [] /XFA 6 0 R >> /Metadata 6 0 R",
            objects={6: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(xfa), xfa)},
        ),
        KNOWN,
    )
    yield opens(
        "reference-form.pdf",
        "a.pdf",
        lambda: making.pdf(
            making.pdf_text() + b" /X Do",
            objects={
                3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>",
                6: b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 "
                b"/Ref << /F ({canary}) /Page 0 >> >>\nstream\n\nendstream",
            },
        ),
        KNOWN,
    )


def letters() -> Iterator[Case]:
    said = "\n\n".join(KNOWN)
    plain = f"--x\nContent-Type: text/plain\n\n{said}\n"
    for kind, part in (
        (
            "file",
            f'--x\nContent-Type: message/external-body; access-type=local-file; name="{FILE}"\n\n'
            "Content-Type: text/plain\n\n",
        ),
        (
            "address",
            f'--x\nContent-Type: message/external-body; access-type=URL; URL="{URL}a"\n\n'
            "Content-Type: text/plain\n\n",
        ),
        ("location", f"--x\nContent-Type: text/html\nContent-Location: {URL}b\n\n"),
        ("picture", f'--x\nContent-Type: text/html\n\n<img src="{URL}c"><iframe src="{FILE}">\n'),
        (
            "name-outside",
            '--x\nContent-Type: text/plain; name="../../../x"\nContent-Disposition: '
            'attachment; filename="../../../../tmp/x.txt"\n\nattached\n',
        ),
        (
            "program",
            "--x\nContent-Type: application/octet-stream\nContent-Disposition: attachment; "
            'filename="a.exe"\nContent-Transfer-Encoding: base64\n\nTVqQAA==\n',
        ),
        ("without-end", "--x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"),
    ):
        yield opens(
            f"remote-{kind}.eml",
            "a.eml",
            lambda p=part: making.eml(type="multipart/mixed; boundary=x", body=f"{plain}{p}--x--"),
            KNOWN,
        )
    page = making.html(
        '<link rel=stylesheet href="http://{server}/a.css">',
        '<img src="http://{server}/b.png"><img src="cid:c"><iframe src="file://{canary}"></iframe>',
    )
    yield opens("remote.mhtml", "a.mhtml", lambda: making.mhtml(page), KNOWN)


def paths() -> Iterator[Case]:
    outside = (
        "../../../x.txt",
        "/tmp/x.txt",
        "..\\..\\x.txt",
        "C:\\x.txt",
        "a/../../x",
        "\x00x",
        "x" * 5000,
        "con",
        "word/../../../x",
        "nul\x00.xml",
        "\N{RIGHT-TO-LEFT OVERRIDE}txt.x",
    )
    for number, name in enumerate(outside[::3]):
        yield opens(
            f"path-{number}.docx",
            "a.docx",
            lambda n=name: making.docx(extra={n: "outside"}),
            KNOWN,
            (Damaged,),
        )
        yield opens(
            f"path-{number}.odt",
            "a.odt",
            lambda n=name: making.odt(extra={n: "outside"}),
            KNOWN,
            (Damaged,),
        )
    for number, target in enumerate(
        (
            "../../../../{canary}",
            "{canary}",
            "/{canary}",
            "file://{canary}",
            "http://{server}/a.xml",
            "\\\\server\\a",
        )
    ):
        make = lambda t=target: making.docx(  # noqa: E731
            relations="".join(
                making.relation(kind, t, f"rId{n}", "Internal")
                for n, kind in enumerate(("styles", "footnotes", "header", "numbering"))
            )
        )
        yield opens(f"target-{number}.docx", "a.docx", make, KNOWN, (Damaged,))
        rels = (
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + making.relation("officeDocument", target, "rId1", "Internal")
            + "</Relationships>"
        )
        yield opens(
            f"target-document-{number}.docx",
            "a.docx",
            lambda r=rels: making.docx(extra={"_rels/.rels": r}),
            KNOWN,
            (Damaged,),
        )
