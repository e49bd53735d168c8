"""One article in each format that can be read, made by script: the same words everywhere."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from html import escape

HEADLINE = "Envoys meet on Tern Island"
CAPTION = "The envoys on the quay. Photo: L. Marsh / Harbour Pictures"
BODY = (
    "The envoys of both countries held talks on Tern Island on Monday, and the meeting lasted "
    "for most of the afternoon, according to two people who were in the room.",
    "Ukraine said that the negotiations would go on next week, whatever came of the first round, "
    "and that nobody had asked for the border to be closed in the meantime.",
    "A second meeting is planned for October, when the foreign ministers of both countries are "
    "expected to join the envoys for the signing of an agreement on fishing.",
)
LETTER = "Dear desk, here is the piece we spoke about, as it went out this morning."


def text() -> bytes:
    return "\n\n".join((HEADLINE, *BODY)).encode()


def markdown() -> bytes:
    return "\n\n".join((f"# {HEADLINE}", *BODY)).encode()


def html(charset: str = "utf-8", *, extra: str = "") -> bytes:
    """A page with a menu and a foot around its article."""
    links = "".join(f'<li><a href="/{each}">Section {each}</a></li>' for each in range(12))
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in (*BODY, *filter(None, (extra,))))
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>{HEADLINE} - The Tern Courier</title>
<meta property="og:site_name" content="The Tern Courier">
<meta property="article:published_time" content="2021-09-22T08:00:00Z"></head>
<body><nav><ul>{links}</ul></nav><main><article><h1>{HEADLINE}</h1>
<figure><img src="quay.jpg" alt=""><figcaption>{CAPTION}</figcaption></figure>
{paragraphs}</article></main>
<aside><h2>Most read</h2><ul>{links}</ul></aside><footer>Contact us. Cookies. Terms.</footer>
</body></html>""".encode(charset, "replace")


def copied() -> str:
    """What a browser puts on the clipboard for a selection."""
    paragraphs = "".join(f"<p>{escape(each)}</p>" for each in BODY)
    return f"<h1>{HEADLINE}</h1><figure><figcaption>{CAPTION}</figcaption></figure>{paragraphs}"


def mhtml() -> bytes:
    page = html()
    head = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://courier.example/tern\r\n"
        f"Subject: {HEADLINE}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----part"\r\n\r\n'
        "------part\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
        "Content-Location: https://courier.example/tern\r\n\r\n"
    )
    return head.encode() + page + b"\r\n------part--\r\n"


def docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading(HEADLINE, 0)
    for each in BODY:
        document.add_paragraph(each)
    return _saved(document.save)


def odt() -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    paragraphs = "".join(f"<text:p>{escape(each)}</text:p>" for each in BODY)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{office}" '
        f'xmlns:text="{words}" office:version="1.2"><office:body><office:text>'
        f'<text:h text:outline-level="1">{HEADLINE}</text:h>{paragraphs}'
        "</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr("content.xml", content)
    return buffer.getvalue()


def rtf() -> bytes:
    paragraphs = "\\par\n".join((HEADLINE, *BODY))
    return rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Arial;}}}}\f0 {paragraphs}\par}}".encode()


def pdf(pages: int = 1) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    styles = getSampleStyleSheet()
    flow = []
    for page in range(pages):
        flow.append(Paragraph(HEADLINE, styles["Title"]))
        for each in BODY:
            flow += [Paragraph(each, styles["BodyText"]), Spacer(1, 8)]
        if page < pages - 1:
            flow.append(PageBreak())
    return _saved(lambda file: SimpleDocTemplate(file).build(flow))


def eml(attachments: dict[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["From"] = "Ada Quill <ada@courier.example>"
    message["To"] = "desk@ministry.example"
    message["Subject"] = HEADLINE
    message["Date"] = "Wed, 22 Sep 2021 09:00:00 +0000"
    message.set_content("\n\n".join((LETTER, *BODY)))
    for name, data in (attachments or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


FILES = {
    ".txt": text,
    ".text": text,
    ".md": markdown,
    ".html": html,
    ".htm": html,
    ".mhtml": mhtml,
    ".mht": mhtml,
    ".docx": docx,
    ".docm": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".pdf": pdf,
    ".eml": eml,
}
"""What makes a file, by its suffix; the keys are those of ``readers.READERS``."""


def _saved(save) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()
