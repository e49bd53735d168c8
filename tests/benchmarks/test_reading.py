"""Opening a file against a bare process that runs the library alone on the same bytes."""

from __future__ import annotations

import io
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import docx
import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefing import reading
from briefing.errors import Cancelled

ROUNDS = 7
TEXT = (
    "the port of Ostvik was opened again on Tuesday after a long winter said its mayor while the "
    "ferries to Lindholm wait for a crew that nobody has found in the villages of the coast"
)
MOST = {"a.html": (1.8, 1.3), "a.docx": (1.7, 1.3), "a.pdf": (3.0, 2.3)}
"""Times the library alone: when the process is started for the file, and when it was ahead, as the
window does. PDFium alone gives lines where the reader makes paragraphs of them."""


def paragraphs(count: int) -> list[str]:
    chosen, words = random.Random(7), TEXT.split()
    return [
        " ".join(chosen.choice(words) for _ in range(chosen.randint(30, 90))).capitalize() + "."
        for _ in range(count)
    ]


def html() -> bytes:
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(200))
    body = "".join(f"<p>{each}</p>" for each in paragraphs(60))
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>Ostvik</title></head><body><nav>"
        f"<ul>{menu}</ul></nav><article><h1>Ostvik</h1>{body}</article></body></html>"
    ).encode()


def word() -> bytes:
    made, out = docx.Document(), io.BytesIO()
    for each in paragraphs(400):
        made.add_paragraph(each)
    made.save(out)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    style = ParagraphStyle("body", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=8)
    SimpleDocTemplate(out, invariant=1).build([Paragraph(each, style) for each in paragraphs(300)])
    return out.getvalue()


CASES = {
    "a.html": (
        html,
        "import trafilatura; d = trafilatura.bare_extraction(data, with_metadata=True);"
        "text = d.text",
    ),
    "a.docx": (
        word,
        "import io, docx; d = docx.Document(io.BytesIO(data));"
        "text = '\\n'.join(p.text for p in d.paragraphs)",
    ),
    "a.pdf": (
        pdf,
        "import pypdfium2; d = pypdfium2.PdfDocument(data);"
        "text = ''.join(p.get_textpage().get_text_range() for p in d)",
    ),
}


def alone(code: str, data: bytes) -> int:
    whole = f"import sys; data = sys.stdin.buffer.read(); {code}; sys.stdout.write(text)"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", whole], input=data, capture_output=True, check=True
    )
    return len(done.stdout)


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


@pytest.mark.parametrize("name", CASES)
def test_opening_is_as_fast_as_the_library(name: str) -> None:
    make, code = CASES[name]
    data = make()
    assert len(reading.read(data, name).article.text) > 0.9 * alone(code, data)
    taken: list[tuple[float, float, float]] = []
    for _ in range(ROUNDS):
        cold = seconds(lambda: reading.read(data, name))
        reading.prepare()
        time.sleep(0.7)  # while the person looks for the file
        warm = seconds(lambda: reading.read(data, name))
        taken.append((cold, warm, seconds(lambda: alone(code, data))))
    cold, warm, library = (statistics.median(each) for each in zip(*taken, strict=True))
    print(
        f"\n{name}: {cold * 1000:.0f} ms, started ahead {warm * 1000:.0f} ms, "
        f"library alone {library * 1000:.0f} ms: {cold / library:.2f} and {warm / library:.2f}"
    )
    assert cold / library <= MOST[name][0]
    assert warm / library <= MOST[name][1]


def test_cancelling_ends_a_long_reading_at_once() -> None:
    data = ("The port of Ostvik was opened again. " * 20 + "\n\n").encode() * 20_000
    waited: list[float] = []
    for _ in range(5):
        when = time.monotonic() + 0.7

        def checkpoint(done: int = 0, total: int = 0, /, when: float = when) -> None:  # noqa: ARG001
            if time.monotonic() > when:
                raise Cancelled

        with pytest.raises(Cancelled):
            reading.read(data, "a.txt", checkpoint=checkpoint)
        waited.append(time.monotonic() - when)
    print(f"\ncancelled after {max(waited) * 1000:.0f} ms at most")
    assert max(waited) < 1
