"""How long the window's thread is silent: a timer that beats in it, and a watcher that names what holds it up."""

from __future__ import annotations

import faulthandler
import re
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from ui.jobs import Jobs

BEAT = 5
"""Milliseconds between two beats."""
LIMIT = 0.1
_QUIET = 0.15
_NAMED = 3
_LOOK = 0.02
_SCHEDULE = Path("/proc/thread-self/schedstat")
_ROOT = Path(__file__).resolve().parent.parent.as_posix()
_THREAD = re.compile(r"[Tt]hread (0x[0-9a-f]+)")
_STEP = re.compile(r'  File "(.*)", line (\d+) in (.*)')


@dataclass
class Silence:
    """The longest time without a beat during one act, in seconds.

    Other programs on the machine are left out of it as far as can be told: it is no more than the processor time that
    our process took meanwhile, nor than what is left when the waiting of the window's thread for a processor is taken
    off. ``wall`` is the same silence by the clock. ``culprits`` are the places seen while it lasted, ``gaps`` all the
    silences over the limit.
    """

    act: str
    longest: float = 0.0
    wall: float = 0.0
    culprits: list[str] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)

    @property
    def culprit(self) -> str:
        """The place in our own code that was seen most often, innermost first."""
        return max(set(self.culprits), key=self.culprits.count) if self.culprits else ""


class Watchdog(QObject):
    """Beats in the thread of its making. ``begin`` and ``end`` frame an act; ``loud`` prints stacks of silences.

    The stacks are taken by a watcher in a thread of its own. Where one call keeps the interpreter to itself the watcher
    has its turn only after that, and finds the place where the call was made.
    """

    def __init__(self, *, loud: bool = False) -> None:
        super().__init__()
        self._loud = loud
        self._window = threading.get_ident()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._now: Silence | None = None
        self._last = self._waited = self._worked = 0.0
        self._seen: list[str] = []
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="watcher", daemon=True)
        self._watcher.start()

    def _start(self) -> None:
        self._seen.clear()
        self._last, self._waited, self._worked = time.perf_counter(), _waited(), time.process_time()

    def begin(self, act: str) -> None:
        """From now on measure ``act``."""
        self._start()
        self._now = Silence(act)
        self._timer.start()

    def end(self) -> Silence:
        """What was measured since ``begin``."""
        assert self._now is not None, "end without begin"
        self._beat()
        self._timer.stop()
        found, self._now = self._now, None
        return found

    def close(self) -> None:
        """Stop for good."""
        self._timer.stop()
        self._over.set()
        self._watcher.join()

    def _beat(self) -> None:
        now, waited, worked = time.perf_counter(), _waited(), time.process_time()
        wall = now - self._last
        silence = min(wall - (waited - self._waited), worked - self._worked)
        if self._now is not None:
            if silence > LIMIT / 2:
                self._look(self._last)
            if silence > LIMIT:
                self._now.gaps.append(silence)
                if self._loud:
                    said = f"── {self._now.act}：{silence * 1000:.0f} 毫秒没有响应"
                    print(said, *self._seen, sep="\n", file=sys.stderr)
            if silence > self._now.longest:
                self._now.longest, self._now.wall = silence, wall
                self._now.culprits = list(self._seen)
        self._start()

    def _watch(self) -> None:
        while not self._over.wait(_LOOK):
            beat = self._last
            if self._now is not None and time.perf_counter() - beat >= LIMIT / 2:
                self._look(beat)

    def _look(self, beat: float) -> None:
        for thread, where in _places().items():
            if where and thread != self._watcher.ident and beat == self._last:
                self._seen.append(f"{'' if thread == self._window else '后台 '}{where}")


def _places() -> dict[int, str]:
    """Where each thread is: the innermost lines of our own code, as ``file:line function``.

    Written down in one step of the interpreter. To hold frames of other threads would let what is in them die here,
    and Qt's things must die in their own thread.
    """
    found: dict[int, list[str]] = defaultdict(list)
    thread = 0
    with TemporaryFile("w+", encoding="utf-8") as paper:
        faulthandler.dump_traceback(paper, all_threads=True)
        paper.seek(0)
        for line in paper:
            if head := _THREAD.search(line):
                thread = int(head[1], 16)
            elif (step := _STEP.match(line)) and (name := _ours(step[1])) and len(found[thread]) < _NAMED:
                found[thread].append(f"{name}:{step[2]} {step[3]}")
    return {thread: " < ".join(steps) for thread, steps in found.items()}


def _ours(file: str) -> str:
    """A file of the program by its name under the root; a blank for others and for a benchmark's own."""
    name = file.removeprefix(f"{_ROOT}/")
    return "" if name == file or name.startswith(("bench/", ".venv/")) else name


def _waited() -> float:
    """Seconds for which this thread was ready to run and had no processor."""
    try:
        return int(_SCHEDULE.read_text("ascii").split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def pause(seconds: float) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def settle(busy: Jobs, *, quiet: float = _QUIET, limit: float = 1800.0) -> None:
    """Let the event loop run until ``busy.running`` has been empty for ``quiet`` seconds.

    Raises:
        TimeoutError: it went on for longer than ``limit``.
    """
    since = started = time.perf_counter()
    while time.perf_counter() - since < quiet:
        pause(0.02)
        if busy.running:
            since = time.perf_counter()
        if time.perf_counter() - started > limit:
            raise TimeoutError
