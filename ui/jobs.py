"""The one background runner: work off the window's thread, one piece after another, answers on it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from minqing.records.bulk import held

T = TypeVar("T")
_REPORT_EVERY = 0.05


class Cancelled(Exception):
    """The user asked for the work to stop; raised inside the work by ``Progress.check``."""


class State(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Progress:
    """The work's side of a job: it reports how far it is and asks whether to go on."""

    def __init__(self, tell: Callable[[int, int], None], stop: Event) -> None:
        self._tell = tell
        self._stop = stop
        self._last = 0.0

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise ``Cancelled`` if the user asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; told on at most twenty times a second, and always at the end."""
        now = time.monotonic()
        if done >= total or now - self._last >= _REPORT_EVERY:
            self._last = now
            self._tell(done, total)


class Job(QObject):
    """One piece of work: ``progressed(done, total)``, then ``ended(state)`` once, both on the window's thread."""

    progressed = Signal(int, int)
    ended = Signal(object)
    returned = Signal(object, object)
    reported = Signal(int, int)

    def __init__(self, label: str, *, cancellable: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self.cancellable = cancellable
        self.state = State.WAITING
        self._stop = Event()
        self.reported.connect(self._tell)

    def _tell(self, done: int, total: int) -> None:
        """Pass progress on; runs on the window's thread, whatever is connected to ``progressed``."""
        self.progressed.emit(done, total)

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next check, or never starts."""
        if self.cancellable:
            self._stop.set()

    def stop(self) -> None:
        """Ask even work that users cannot stop to end; for closing the program."""
        self._stop.set()

    def perform(self, work: Callable[[Progress], Any]) -> None:
        """Run ``work`` and send what came of it home; called on the worker thread."""
        progress = Progress(self.reported.emit, self._stop)
        with held():
            try:
                progress.check()
                self.state = State.RUNNING
                result = work(progress)
            except Exception as error:
                self.returned.emit(None, error)
            else:
                self.returned.emit(result, None)


def _as_bug(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


class Jobs(QObject):
    """Runs work one piece at a time on a single thread.

    ``inline=True`` runs it at once on the caller's thread, for tests. ``fallback`` takes the errors of jobs that have
    no ``failed`` of their own. ``started(job)`` and ``finished(job)`` frame each job.
    """

    started = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        inline: bool = False,
        fallback: Callable[[Exception], None] = _as_bug,
    ) -> None:
        super().__init__(parent)
        self.fallback = fallback
        self.closed = False
        self._pool = None if inline else ThreadPoolExecutor(1, "minqing-job")
        self._jobs: dict[Job, Future[None] | None] = {}
        self._retired: list[tuple[Job, Future[None] | None]] = []

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that have not ended, oldest first."""
        return tuple(self._jobs)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        label: str,
        failed: Callable[[Exception], None] | None = None,
        cancellable: bool = False,
        owner: QObject | None = None,
    ) -> Job:
        """Start ``work`` and give ``done`` its result, or ``failed`` its error, on the window's thread.

        Neither is called for cancelled work, nor once ``owner`` has been destroyed.
        """
        self._sweep()
        job = Job(label, cancellable=cancellable, parent=self)
        answer = _Answer(self, job, done, failed, owner)
        job.returned.connect(answer.take)
        self._jobs[job] = None
        self.started.emit(job)
        if self._pool is None:
            job.perform(work)
        else:
            self._jobs[job] = self._pool.submit(job.perform, work)
        return job

    def retire(self, job: Job) -> None:
        """Forget a job that has ended."""
        future = self._jobs.pop(job, None)
        self.finished.emit(job)
        job.ended.emit(job.state)
        self._retired.append((job, future))

    def _sweep(self) -> None:
        """Delete old jobs, but none whose thread may still be inside one of its signals."""
        gone = [pair for pair in self._retired if pair[1] is None or pair[1].done()]
        self._retired = [pair for pair in self._retired if pair not in gone]
        for job, _ in gone:
            job.deleteLater()

    def close(self) -> None:
        """Ask everything to stop and wait until the thread is gone; answers not yet given are dropped."""
        self.closed = True
        for job in tuple(self._jobs):
            job.stop()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()


class _Answer(QObject):
    """Lives on the window's thread and hands a job's outcome to those who wait for it."""

    def __init__(
        self,
        jobs: Jobs,
        job: Job,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
        owner: QObject | None,
    ) -> None:
        super().__init__(job)
        self._jobs = jobs
        self._job = job
        self._done = done
        self._failed = failed
        self._owner = owner

    def take(self, result: object, error: Exception | None) -> None:
        """Settle the job's state and call back; after the runner was closed nobody waits any more."""
        if self._job not in self._jobs.running:
            return
        if isinstance(error, Cancelled):
            self._job.state = State.CANCELLED
        else:
            self._job.state = State.DONE if error is None else State.FAILED
        self._jobs.retire(self._job)
        if self._job.state is State.CANCELLED or (self._owner is not None and not isValid(self._owner)):
            return
        if error is None:
            self._done(result)
        else:
            (self._failed or self._jobs.fallback)(error)
