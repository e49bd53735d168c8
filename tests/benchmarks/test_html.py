"""Web pages: how well the article is found, and how long it takes, against the libraries alone.

Run by hand: ``pytest tests/benchmarks/test_html.py``.
"""

from __future__ import annotations

import logging
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import trafilatura
from lxml import html as lxml_html
from side_by_side import ratio
from trafilatura.readability_lxml import Document

from briefing import paths, readers
from briefing.model.article import ReadAs, Role
from briefing.progress import unchecked
from briefing.readers import html

sys.path.insert(0, str(Path(__file__).parents[1] / "readers" / "html"))

from layouts import LAYOUTS, Page
from pages import nameless, untagged
from scoring import f1
from stories import story

LANGUAGES = ("en", "en", "en", "ru", "de", "zh", "ar", "fr")
STARTS = 9


@pytest.fixture(autouse=True)
def _quiet() -> Iterable[None]:
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def made(change: Callable[[str], str] = str) -> list[Page]:
    """Every layout, in one language after the other."""
    return [
        Page(change(page.html), page.gold)
        for number, make in enumerate(LAYOUTS.values())
        for page in (make(story(500 + number, 9, LANGUAGES[number % len(LANGUAGES)])),)
    ]


def ours(page: str) -> list[str]:
    article = readers.read(page.encode(), "page.html").article
    return [
        article.text_of(each)
        for each in article.paragraphs
        if each.role is Role.BODY
        or (each.role is Role.HEADING and not each.cue.startswith(("headline", "standfirst")))
    ]


def by_trafilatura(page: str) -> list[str]:
    return (trafilatura.extract(page, include_comments=False) or "").split("\n")


def by_readability(page: str) -> list[str]:
    return [lxml_html.fromstring(Document(lxml_html.fromstring(page)).summary()).text_content()]


CHANGES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "without names": nameless,
    "without names and sections": lambda page: untagged(nameless(page)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_how_well_the_article_is_found(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    pages = made(CHANGES[name])
    scores = {
        find.__name__: [f1(find(each.html), each.gold) for each in pages]
        for find in (ours, by_trafilatura, by_readability)
    }
    told = "; ".join(
        f"{find} {statistics.mean(each):.3f}, worst {min(each):.2f}, "
        f"{sum(score < 0.5 for score in each)} failed"
        for find, each in scores.items()
    )
    _say(capsys, f"F1 on {len(pages)} pages {name}: {told}")
    mean = statistics.mean(scores["ours"])
    assert mean >= max(0.965, *map(statistics.mean, list(scores.values())[1:]))
    assert sum(score < 0.5 for score in scores["ours"]) <= 1


def test_time_in_a_program_that_has_it_all_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    pages = [_as_large_as_real_ones(each.html) for each in made()]

    def ours() -> None:
        for each in pages:
            html.read(each, "page.html", ReadAs(), unchecked)

    def theirs() -> None:
        for each in pages:
            trafilatura.extract(each)

    own, their, times = ratio(ours, theirs, 7)
    per_page = 1000 / len(pages)
    _say(
        capsys,
        f"A page, all loaded, against trafilatura: {own * per_page:.1f} ms, "
        f"{their * per_page:.1f} ms, {times:.2f} times",
    )
    assert times <= 4.5


ALONE = "import sys, trafilatura; trafilatura.extract(open(sys.argv[1], 'rb').read())"
OURS = """
import sys
from briefing import readers
readers.read(open(sys.argv[1], 'rb').read(), 'page.html')
"""


def test_time_of_a_fresh_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each page is read in one. Seconds of the processor, which other work disturbs less."""
    page = tmp_path / "page.html"
    page.write_bytes(_as_large_as_real_ones(LAYOUTS["wordpress"](story(5, 40)).html))
    environment = {
        **os.environ,
        "PYTHONPATH": str(paths.ROOT),
        "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(program: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-c", program, str(page)]
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=60)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    for program in (OURS, ALONE):
        seconds(program)  # compiles the modules
    times = [(seconds(OURS), seconds(ALONE)) for _ in range(STARTS)]
    own, alone = (statistics.median(each) for each in zip(*times, strict=True))
    _say(
        capsys,
        f"A page in a fresh process, against trafilatura (aim 1.3): "
        f"{own * 1000:.0f} ms, {alone * 1000:.0f} ms, {own / alone:.2f} times",
    )
    assert own / alone <= 2.0


def _as_large_as_real_ones(page: str) -> bytes:
    """With the programs and styles that real pages bring."""
    bulk = "<script>" + "var x = 1;" * 8000 + "</script><style>" + ".a { b: c }" * 4000 + "</style>"
    return page.replace("</head>", f"{bulk}</head>").encode()


def _say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}")
