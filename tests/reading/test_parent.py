"""Whatever a reader does, reading ends in time, with an article or an error that tells."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import paths, reading
from briefing.errors import (
    BriefingError,
    Cancelled,
    EmptySource,
    NotText,
    ReaderFailed,
    TooDeep,
    TookTooLong,
    TookTooMuchMemory,
    TooLarge,
)
from briefing.messages import describe
from briefing.model.article import ReadAs
from briefing.readers import Found
from briefing.readers import read as read_here
from briefing.reading import Limits, process

Told = Callable[..., Found]
ROOT = Path(__file__).parents[2]
LONG = ("The port of Ostvik was opened again. " * 10 + "\n\n") * 1000
"""Too long to be light."""


class StopAfter:
    """A checkpoint that cancels, and when it first did."""

    def __init__(self, seconds: float) -> None:
        self.when = time.monotonic() + seconds
        self.calls = 0

    def __call__(self, *_: int) -> None:
        self.calls += 1
        if time.monotonic() >= self.when:
            raise Cancelled


# ------------------------------------------------------------ when all is well


def test_the_child_reads_as_this_process_would() -> None:
    assert reading.read(LONG.encode(), "a.txt") == read_here(LONG.encode(), "a.txt")


def test_light_text_needs_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_start", None)
    assert reading.read(b"A short text.", "a.txt").article.text == "A short text."


def test_a_name_that_is_no_text_comes_through() -> None:
    name = os.fsdecode(b"a\xff.txt")
    assert reading.read(LONG.encode(), name) == read_here(LONG.encode(), name)


def test_how_to_read_comes_through() -> None:
    data = LONG.replace("port", "pört").encode("cp437")
    article = reading.read(data, "a.txt", ReadAs(encoding="cp437")).article
    assert "pört" in article.text


@pytest.mark.parametrize(
    ("data", "kind"), [(b" " * 300_000, EmptySource), (bytes(range(32)) * 10_000, NotText)]
)
def test_an_error_of_the_reader_is_raised_here(data: bytes, kind: type[BriefingError]) -> None:
    with pytest.raises(kind) as caught:
        reading.read(data, "a.txt")
    assert "a.txt" in describe(caught.value)
    assert str(caught.value)  # as a traceback prints it


def test_attachments_come_whole(tell: Told) -> None:
    found = tell("attach 3")
    assert [each.data for each in found.attachments] == [bytes([n]) * 70_000 for n in range(3)]


def test_progress_reaches_the_checkpoint(tell: Told) -> None:
    seen: list[tuple[int, int]] = []
    tell("progress 6", checkpoint=lambda *told: seen.append((*told, 0, 0)[:2]))
    known = [each for each in seen if each[1]]
    assert known == sorted(known)
    assert len(set(known)) >= 3
    assert {total for _, total in known} == {6}


def test_what_a_library_prints_is_no_answer(tell: Told) -> None:
    assert tell('print {"progress": 3}').article.text == "printed"


def test_however_much_a_library_complains_the_answer_comes(tell: Told) -> None:
    assert tell("print_without_end").article.text == "printed"


def test_a_long_answer_comes_whole(tell: Told) -> None:
    assert len(tell("dilute").article.paragraphs) == 2000


def test_the_environment_is_always_the_same(
    tell: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = tell("tell_environment").article.text
    for name in ("HTTPS_PROXY", "PYTHONPATH", "PYTHONSTARTUP", "PYTHONINSPECT", "SECRET"):
        monkeypatch.setenv(name, "/nonsense")
    for name, value in (("PYTHONHASHSEED", "7"), ("LC_ALL", "de_DE.UTF-8"), ("TZ", "Asia/Tokyo")):
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    assert tell("tell_environment").article.text == first
    assert "nonsense" not in first


def test_it_works_from_a_bare_command_line_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LONG)
    (tmp_path / "msgspec.py").write_text("raise SystemExit('taken from the current folder')")
    code = (
        f"import sys; sys.path[0] = {str(ROOT)!r}; from briefing import reading;"
        "from pathlib import Path;"
        "print(len(reading.read(Path('a.txt').read_bytes(), 'a.txt').article.paragraphs))"
    )
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("1000", "")


# ------------------------------------------------------------ started ahead


def test_a_process_started_ahead_reads_the_next_file(monkeypatch: pytest.MonkeyPatch) -> None:
    reading.prepare()
    reading.prepare()  # one is enough
    start = process._start
    monkeypatch.setattr(process, "_start", None)
    assert reading.read(LONG.encode(), "a.txt") == read_here(LONG.encode(), "a.txt")
    monkeypatch.setattr(process, "_start", start)
    assert reading.read(LONG.encode(), "a.txt") == read_here(LONG.encode(), "a.txt")


def test_a_process_that_died_waiting_is_replaced() -> None:
    reading.prepare()
    waiting = process._waiting._process
    assert waiting is not None
    waiting.kill()
    waiting.wait()
    assert reading.read(LONG.encode(), "a.txt").article.text


def test_a_process_nobody_needs_is_dismissed() -> None:
    reading.prepare()
    reading.dismiss()
    reading.dismiss()


def test_a_process_that_waits_ends_with_the_program() -> None:
    code = (
        f"import os, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from briefing import reading; from briefing.reading import process; reading.prepare()\n"
        "print(process._waiting._process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    pid, deadline = int(done.stdout), time.monotonic() + 10
    while _lives(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _lives(pid)


def _lives(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
    except OSError:
        return False


# ------------------------------------------------------------ stopping it


@pytest.mark.parametrize("hang", ["hang_in_python", "hang_in_c", "sleep 60"])
def test_cancel_ends_it_within_a_second(tell: Told, hang: str) -> None:
    stop = StopAfter(0.8)
    with pytest.raises(Cancelled):
        tell(hang, checkpoint=stop)
    assert time.monotonic() - stop.when < 1
    assert stop.calls > 8  # asked often, not only once


def test_cancel_before_the_start_starts_nothing(
    monkeypatch: pytest.MonkeyPatch, tell: Told
) -> None:
    monkeypatch.setattr(process, "_start", None)
    with pytest.raises(Cancelled):
        tell("sleep 60", checkpoint=StopAfter(0))


def test_cancel_while_a_large_file_is_fed() -> None:
    stop = StopAfter(0.05)
    with pytest.raises(Cancelled):
        reading.read(b"word " * 20_000_000, "a.txt", checkpoint=stop)
    assert time.monotonic() - stop.when < 1


@pytest.mark.parametrize("hang", ["hang_in_python", "hang_in_c", "sleep 60"])
def test_the_time_limit_ends_it(tell: Told, hang: str) -> None:
    start = time.monotonic()
    with pytest.raises(TookTooLong) as caught:
        tell(hang, Limits(seconds=1))
    assert 1 <= time.monotonic() - start < 2
    assert "1 seconds" in describe(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
@pytest.mark.parametrize("name", ["SIGXCPU", "SIGALRM"])
def test_its_own_time_limit_counts_as_one(tell: Told, name: str) -> None:
    with pytest.raises(TookTooLong):
        tell(f"signal {name}")


def test_a_file_beyond_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_start", None)
    with pytest.raises(TooLarge):
        reading.read(LONG.encode(), "a.txt", limits=Limits(size=1000))


# ------------------------------------------------------------ breaking down


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("segfault", "SIGSEGV"),
        ("abort", "SIGABRT"),
        ("exit 3", "status 3"),
        ("exit 0", "status 0"),
        ("complain the roof is on fire", "the roof is on fire"),
        ("raise the wheel came off", "ValueError: the wheel came off"),
        ("close_answers", "no answer"),
    ],
)
def test_a_crash_is_told_and_harms_nothing(tell: Told, words: str, reason: str) -> None:
    with pytest.raises(ReaderFailed) as caught:
        tell(words)
    assert reason in caught.value.reason
    assert caught.value.name == "words.txt"


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="nothing tells the memory there")
def test_what_the_program_itself_has_in_memory_is_not_put_down_to_the_reader() -> None:
    program = (
        "import subprocess, sys; from briefing.reading.process import _reap;"
        "held = b'x' * 300_000_000;"
        "ended = subprocess.Popen([sys.executable, '-c', '']);"
        "print(_reap(ended, 20))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=paths.ROOT, capture_output=True, check=True
    )
    assert int(done.stdout) == 0


def test_endless_recursion_is_too_deep(tell: Told) -> None:
    with pytest.raises(TooDeep):
        tell("recurse")


@pytest.mark.parametrize(
    "words",
    [
        "take_memory",
        "take_memory_and_blame_the_file",
        "take_memory_and_crash",
        "take_memory_in_c",
        "throw_bad_alloc",
        "raise lxml: out of memory",
        "signal SIGKILL",  # by a system that has no more
    ],
)
def test_too_much_memory_is_told_as_that(tell: Told, words: str) -> None:
    limits = Limits(seconds=20, memory=300_000_000)
    with pytest.raises(TookTooMuchMemory) as caught:
        tell(words, limits)
    assert "300.0 MB" in describe(caught.value)


def test_memory_that_is_too_small_to_start_is_told_as_that(tell: Told) -> None:
    with pytest.raises(TookTooMuchMemory):
        tell("take_memory_in_c", Limits(memory=1))


_SPAN = '"paragraphs":[{"id":"p1","role":"body","span":{"start":0,"end":%d},"cue":""}]'
_ARTICLE = '{"article":{"id":"%s","name":"words.txt","sha256":"%s","text":"abc",' + _SPAN + "}}"


@pytest.mark.parametrize(
    "line",
    [
        "rubbish",
        "{}",
        "[]",
        '{"article": 3}',
        '{"progress": "much"}',
        '{"error": {"kind": "SystemExit", "facts": {}}}',
        '{"error": {"kind": "Cancelled", "facts": {}}}',
        '{"error": {"kind": "NoSuchError", "facts": {}}}',
        '{"error": {"kind": "EmptySource", "facts": {"name": 3}}}',
        '{"error": {"kind": "EmptySource", "facts": {}}}',
        '{"error": {"kind": "EncodingGuessed", "facts": {"name": "a", "encoding": "b"}}}',
        _ARTICLE % ("0" * 12, "0" * 64, 3),
        _ARTICLE % ("0" * 12, "0" * 64, 4),
    ],
)
def test_an_answer_that_makes_no_sense_is_refused(tell: Told, line: str) -> None:
    with pytest.raises(ReaderFailed) as caught:
        tell(f"answer {line}")
    assert caught.value.name == "words.txt"


def test_an_answer_without_end_is_refused(tell: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_LONGEST", 1_000_000)
    with pytest.raises(ReaderFailed):
        tell("answer_without_end")
