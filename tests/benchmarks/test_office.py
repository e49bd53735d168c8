"""Word processors' files and Markdown: reading an article against the library that parses it."""

from __future__ import annotations

import gc
import io
import random
import time
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from markdown_it import MarkdownIt
from office_files import content, odt, rtf
from striprtf.striprtf import rtf_to_text

MOST = {".docx": 1.9, ".odt": 2.7, ".rtf": 0.8, ".md": 1.3}
"""Times the library alone. In Word's and OpenDocument's long files the library only joins letters,
while roles, notes and tables are told apart here: some 4 µs a paragraph."""
WORDS = (
    "the", "port", "of", "Kotka", "was", "opened", "again", "on", "Tuesday", "after", "a", "long",
    "winter", "said", "its", "mayor",
)  # fmt: skip


def sentences(paragraphs: int) -> list[list[str]]:
    """Runs of text, as many as an editor leaves in a paragraph."""
    chance = random.Random(7)
    return [
        [" ".join(chance.choices(WORDS, k=chance.randint(3, 14))) + " " for _ in range(5)]
        for _ in range(paragraphs)
    ]


def word(paragraphs: int) -> bytes:
    made = docx.Document()
    for number, runs in enumerate(sentences(paragraphs)):
        if number % 12 == 0:
            made.add_heading(f"Part {number}", 1)
        paragraph = made.add_paragraph()
        for at, run in enumerate(runs):
            paragraph.add_run(run).italic = at == 2 or None
    table = made.add_table(20, 4)
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            cell.text = str(number)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def python_docx(data: bytes) -> list[str]:
    body: Any = docx.Document(io.BytesIO(data)).element.body
    text, paragraph = qn("w:t"), qn("w:p")
    return ["".join(t.text or "" for t in p.iter(text)) for p in body.iter(paragraph)]


def open_document(paragraphs: int) -> bytes:
    def span(at: int, run: str) -> str:
        return f'<text:span text:style-name="T1">{run}</text:span>' if at == 2 else run

    body = "".join(
        '<text:p text:style-name="P1">'
        + "".join(span(at, run) for at, run in enumerate(runs))
        + "</text:p>"
        for runs in sentences(paragraphs)
    )
    return odt(body)


def zip_and_lxml(data: bytes) -> list[str]:
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = [etree.fromstring(archive.read(each)) for each in archive.namelist() if "." in each]
    return [
        "".join(each.itertext()) for root in roots for each in root.iter(f"{text}p", f"{text}h")
    ]


def rich_text(paragraphs: int) -> bytes:
    return rtf(
        "".join(
            r"\pard\plain\f0 " + "".join(rf"{{\lang1033 {run}\u8212?}}" for run in runs) + "\\par\n"
            for runs in sentences(paragraphs)
        )
    )


def striprtf(data: bytes) -> str:
    return rtf_to_text(data.decode("latin-1"))


def markdown(paragraphs: int) -> bytes:
    text = "\n\n".join(
        "".join(f"*{run.strip()}* " if at == 2 else run for at, run in enumerate(runs))
        for runs in sentences(paragraphs)
    )
    return f"# Title\n\n{text}\n".encode()


def markdown_it(data: bytes) -> list[Any]:
    return MarkdownIt("commonmark").enable("table").parse(data.decode())


def best(*ways: Callable[[], object], rounds: int) -> list[float]:
    """Seconds that each takes at best, in turns; none sweeps up what another left behind."""
    taken: list[list[float]] = [[] for _ in ways]
    for _ in range(rounds):
        for way, seconds in zip(ways, taken, strict=True):
            gc.collect()
            start = time.perf_counter()
            way()
            seconds.append(time.perf_counter() - start)
    return [min(each) for each in taken]


@pytest.mark.parametrize("paragraphs", [40, 2000])
@pytest.mark.parametrize(
    ("suffix", "make", "theirs"),
    [
        (".docx", word, python_docx),
        (".odt", open_document, zip_and_lxml),
        (".rtf", rich_text, striprtf),
        (".md", markdown, markdown_it),
    ],
)
def test_office(
    suffix: str,
    make: Callable[[int], bytes],
    theirs: Callable[[bytes], object],
    paragraphs: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = make(paragraphs)
    ours, library = best(lambda: content(data, suffix), lambda: theirs(data), rounds=15)
    times = ours / library
    with capsys.disabled():
        print(
            f"\n{suffix}, {paragraphs} paragraphs, {len(data) / 1000:.0f} kB: "
            f"{ours * 1000:.1f} ms, library alone {library * 1000:.1f} ms, {times:.2f} times"
        )
    assert times <= MOST[suffix]
