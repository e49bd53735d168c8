from __future__ import annotations

import threading

import pytest

from briefing.errors import EmptySource
from briefing.ui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    assert qapp
    made = Tasks()
    yield made
    made.stop()


def test_an_answer_arrives_on_the_thread_that_asked(tasks, qtbot) -> None:
    seen = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(
            "k",
            "",
            lambda _: threading.current_thread(),
            lambda worker: seen.append((worker, threading.current_thread())),
            seen.append,
        )
    worker, here = seen[0]
    assert here is threading.current_thread()
    assert worker is not here


def test_an_error_with_facts_goes_to_who_asked(tasks, qtbot) -> None:
    def fail(_):
        raise EmptySource("a.txt")

    seen = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run("k", "", fail, seen.append, seen.append)
    assert seen == [EmptySource("a.txt")]


def test_a_mistake_of_ours_is_announced(tasks, qtbot) -> None:
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.run("k", "", lambda _: 1 / 0, print, print)
    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_a_newer_task_silences_the_older_of_its_kind(tasks, qtbot) -> None:
    go = threading.Event()
    seen = []
    tasks.run("k", "", lambda _: go.wait(5) and "old", seen.append, seen.append)
    with qtbot.waitSignal(tasks.idle):
        tasks.run("k", "", lambda _: "new", seen.append, seen.append)
        go.set()
    tasks.stop()
    assert seen == ["new"]


def test_a_cancelled_task_sees_it_at_its_next_checkpoint(tasks) -> None:
    started, ended = threading.Event(), threading.Event()

    def work(checkpoint):
        started.set()
        try:
            while True:
                checkpoint()
        finally:
            ended.set()

    tasks.run("k", "", work, print, print)
    assert started.wait(5)
    tasks.cancel("k")
    assert ended.wait(5)
    assert tasks.running == ()


def test_long_work_shows_and_its_end_too(tasks, qtbot) -> None:
    go = threading.Event()
    with qtbot.waitSignal(tasks.busy_changed) as busy:
        tasks.run("k", "Reading", lambda _: go.wait(5), print, print)
    assert busy.args == ["Reading"]
    with qtbot.waitSignal(tasks.busy_changed) as busy:
        go.set()
    assert busy.args == [""]


def test_work_in_turn_waits_for_what_is_under_way(tasks, qtbot) -> None:
    go = threading.Event()
    seen = []
    for name in ("first", "second", "third"):
        tasks.run(
            "k",
            "",
            lambda _, name=name: go.wait(5) and name,
            seen.append,
            seen.append,
            in_turn=True,
        )
    with qtbot.waitSignal(tasks.idle, check_params_cb=lambda: len(seen) == 3):
        go.set()
    assert seen == ["first", "second", "third"]


def test_an_answer_that_fails_leaves_no_trace_of_being_busy(tasks, qtbot) -> None:
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(tasks.idle):
        tasks.run("k", "Reading", lambda _: 1, lambda _: 1 / 0, print)
    assert len(raised) == 1
    assert tasks.running == ()
