"""Background work: results and errors come home to the window's thread, cancelled work stays silent."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.jobs import Jobs, Progress, State
from ui.widgets.progress import ProgressStrip


def test_result_arrives_on_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    seen: list[tuple[int, threading.Thread, threading.Thread]] = []
    worker: list[threading.Thread] = []

    def work(_: Progress) -> int:
        worker.append(threading.current_thread())
        return 42

    job = jobs.run(work, lambda value: seen.append((value, threading.current_thread(), worker[0])), label="数一数")
    with qtbot.waitSignal(job.ended, timeout=3000):
        pass
    assert seen == [(42, threading.main_thread(), worker[0])]
    assert worker[0] is not threading.main_thread()
    assert job.state is State.DONE


def test_work_runs_one_after_another(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []

    def first(_: Progress) -> None:
        time.sleep(0.02)
        order.append("one")

    jobs.run(first, lambda _: None, label="一")
    last = jobs.run(lambda _: order.append("two"), lambda _: None, label="二")
    with qtbot.waitSignal(last.ended, timeout=3000):
        pass
    assert order == ["one", "two"]


def test_error_goes_to_failed_or_to_the_fallback(qtbot: QtBot) -> None:
    caught: list[str] = []
    jobs = Jobs(fallback=lambda error: caught.append(f"fallback {error}"))

    def work(_: Progress) -> None:
        raise ValueError("x")

    job = jobs.run(work, lambda _: None, label="错", failed=lambda error: caught.append(f"own {error}"))
    with qtbot.waitSignal(job.ended, timeout=3000):
        pass
    job = jobs.run(work, lambda _: None, label="错")
    with qtbot.waitSignal(job.ended, timeout=3000):
        pass
    qtbot.waitUntil(lambda: len(caught) == 2, timeout=1000)
    jobs.close()
    assert caught == ["own x", "fallback x"]
    assert job.state is State.FAILED


def test_cancelled_work_calls_nobody_back(qtbot: QtBot, jobs: Jobs) -> None:
    called: list[object] = []
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while True:
            progress.check()
            time.sleep(0.001)

    job = jobs.run(work, called.append, label="慢", failed=called.append, cancellable=True)
    assert started.wait(3)
    with qtbot.waitSignal(job.ended, timeout=3000):
        job.cancel()
    assert job.state is State.CANCELLED
    assert called == []


def test_what_must_not_be_cancelled_goes_on(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[bool] = []
    job = jobs.run(lambda progress: progress.cancelled, done.append, label="保存")
    job.cancel()
    with qtbot.waitSignal(job.ended, timeout=3000):
        pass
    assert done == [False]


def test_nothing_is_called_once_the_owner_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    import shiboken6

    called: list[object] = []
    owner = QObject()
    job = jobs.run(lambda _: 1, called.append, label="查", owner=owner)
    shiboken6.delete(owner)
    with qtbot.waitSignal(job.ended, timeout=3000):
        pass
    assert called == []


def test_progress_is_told_at_most_twenty_times_a_second(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[tuple[int, int]] = []
    threads: set[threading.Thread] = set()
    listening = threading.Event()

    def work(progress: Progress) -> None:
        listening.wait(3)
        for done in range(1, 10_001):
            progress.report(done, 10_000)

    job = jobs.run(work, lambda _: None, label="数")
    job.progressed.connect(lambda done, total: told.append((done, total)))
    job.progressed.connect(lambda: threads.add(threading.current_thread()))
    listening.set()
    with qtbot.waitSignal(job.ended, timeout=5000):
        pass
    assert told[-1] == (10_000, 10_000)
    assert len(told) < 60
    assert threads == {threading.main_thread()}


def test_closing_leaves_no_thread_and_drops_late_answers(qtbot: QtBot) -> None:
    jobs = Jobs()
    called: list[object] = []
    jobs.run(lambda _: 1, called.append, label="一")
    jobs.close()
    qtbot.wait(10)
    assert called == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("minqing-job")]


def test_inline_work_is_done_at_once(inline_jobs: Jobs) -> None:
    done: list[int] = []
    job = inline_jobs.run(lambda _: 7, done.append, label="马上")
    assert done == [7]
    assert job.state is State.DONE


@pytest.mark.parametrize("cancellable", [True, False])
def test_strip_shows_after_a_moment_and_goes_with_the_job(qtbot: QtBot, jobs: Jobs, cancellable: bool) -> None:
    strip = ProgressStrip(jobs)
    qtbot.addWidget(strip)
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1, 2)
        go_on.wait(3)

    job = jobs.run(work, lambda _: None, label="正在读表", cancellable=cancellable)
    assert strip.isHidden()
    qtbot.waitUntil(lambda: not strip.isHidden(), timeout=2000)
    assert strip.label.text() == "正在读表"
    assert strip.cancel.isHidden() is not cancellable
    with qtbot.waitSignal(job.ended, timeout=3000):
        go_on.set()
    assert strip.isHidden()
