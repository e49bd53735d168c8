"""Files with lines, words, attributes or heads that are longer than any reader expects."""

from __future__ import annotations

from collections.abc import Iterator

import making
from hostile import Case, opens
from making import KNOWN

from briefing.errors import (
    Damaged,
    EmptySource,
)


def cases() -> Iterator[Case]:
    word, size = "word ", 300_000
    line = word * size
    yield opens("long-line.txt", "a.txt", lambda: making.text() + b"\n\n" + line.encode(), KNOWN)
    yield opens("long-word.txt", "a.txt", lambda: making.text() + b"\n\n" + b"a" * 3_000_000, KNOWN)
    yield opens("long-line.md", "a.md", lambda: making.markdown(after=line), KNOWN)
    yield opens("long-line.html", "a.html", lambda: making.html(before=f"<p>{line}</p>"), KNOWN)
    yield opens("long-line.rtf", "a.rtf", lambda: making.rtf(after=line), KNOWN)
    yield opens(
        "long-line.eml", "a.eml", lambda: making.eml(body="\n\n".join((*KNOWN, line))), KNOWN
    )
    yield opens(
        "long-line.docx",
        "a.docx",
        lambda: making.docx(making.word_body(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")),
        KNOWN,
    )
    yield opens(
        "long-attribute.html",
        "a.html",
        lambda: making.html(before=f'<p title="{line}">A.</p>'),
        KNOWN,
    )
    yield opens(
        "long-meta.html",
        "a.html",
        lambda: making.html(
            f'<meta property="og:title" content="{line}"><meta name="author" content="{line}">'
        ),
        KNOWN,
    )
    yield opens(
        "long-title.html", "a.html", lambda: making.html(f"<title>{line}"), (), (EmptySource,)
    )
    yield opens("long-comment.html", "a.html", lambda: making.html(after=f"<!-- {line}"), KNOWN)
    yield opens("long-tag-name.html", "a.html", lambda: making.html(after=f"<{'a' * size}>"), KNOWN)
    yield opens("open-tags.html", "a.html", lambda: making.html(after="<a " * 500_000), KNOWN)
    yield opens(
        "many-attributes.html",
        "a.html",
        lambda: making.html(before="<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">A.</p>"),
        KNOWN,
        (Damaged,),
    )
    yield opens(
        "many-classes.html",
        "a.html",
        lambda: making.html(before=f'<p class="{line}">A.</p>'),
        KNOWN,
    )
    yield opens(
        "picture-in-the-page.html",
        "a.html",
        lambda: making.html(before=f'<img src="data:image/png;base64,{"A" * 10_000_000}">'),
        KNOWN,
    )
    yield opens(
        "many-at-signs.html",
        "a.html",
        lambda: making.html(before=f"<p>{'a@' * 200_000}</p>"),
        KNOWN,
    )
    yield opens(
        "many-at-signs.txt", "a.txt", lambda: making.text() + b"\n\n" + b"a@" * 200_000, KNOWN
    )
    yield opens("many-dots.txt", "a.txt", lambda: making.text() + b"\n\n" + b"A. " * 200_000, KNOWN)
    yield opens("many-lines.txt", "a.txt", lambda: making.text() + b"\n" * 3_000_000, KNOWN)
    yield opens(
        "many-short-paragraphs.txt",
        "a.txt",
        lambda: making.text() + b"\n\na" * 20_000,
        KNOWN,
        large=True,
    )
    yield opens(
        "many-brackets.txt", "a.txt", lambda: making.text() + b"\n\n" + b"(" * 300_000, KNOWN
    )
    yield opens(
        "many-dashes.txt", "a.txt", lambda: making.text() + b"\n\n" + b"- " * 300_000, KNOWN
    )
    yield opens(
        "long-header.eml", "a.eml", lambda: making.eml(f"X-Long: {line}\n"), KNOWN, (Damaged,)
    )
    yield opens(
        "long-subject.eml",
        "a.eml",
        lambda: making.eml("Subject: " + "=?utf-8?q?a?= " * 50_000 + "\n"),
        KNOWN,
        (Damaged,),
    )
    yield opens(
        "many-headers.eml", "a.eml", lambda: making.eml("X-A: b\n" * 50_000), KNOWN, (Damaged,)
    )
    yield opens(
        "many-addresses.eml",
        "a.eml",
        lambda: making.eml("Cc: " + "a@b.example, " * 50_000 + "\n"),
        KNOWN,
        (Damaged,),
    )
    yield opens(
        "many-parameters.eml",
        "a.eml",
        lambda: making.eml(type="text/plain; " + "; ".join(f"a{n}=b" for n in range(50_000))),
        KNOWN,
        (Damaged,),
    )
    yield opens("long-word.rtf", "a.rtf", lambda: making.rtf("{\\" + "a" * size + " b}"), KNOWN)
    yield opens(
        "long-name.pdf",
        "a.pdf",
        lambda: making.pdf(catalog=b"/" + b"a" * size + b" 1"),
        KNOWN,
        (Damaged,),
    )
    yield opens(
        "long-title.pdf",
        "a.pdf",
        lambda: making.pdf(trailer=b"/Info << /Title (" + b"a" * size + b") >>"),
        KNOWN,
        (Damaged,),
    )
    table = "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + ("|b" * 1000 + "|\n") * 20
    yield opens("wide-table.md", "a.md", lambda: making.markdown(after=table), KNOWN)
    rows = "a|b\n-|-\n" + "x\n" * 5_000
    yield opens("long-table.md", "a.md", lambda: making.markdown(after=rows), KNOWN)
    references = "".join(f"[a{n}]: http://a.example\n" for n in range(5_000))
    yield opens("many-references.md", "a.md", lambda: making.markdown(after=references), KNOWN)
