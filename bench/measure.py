"""Timing by turns, results that know their goal, and the name of the machine."""

from __future__ import annotations

import gc
import os
import platform
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How much data a case should use: everything, or a tenth to try whether it runs."""

    quick: bool = False

    def of(self, full: int) -> int:
        """``full``, or a tenth of it (at least 1) in a quick run."""
        return max(1, full // 10) if self.quick else full


@dataclass(frozen=True, kw_only=True)
class Result:
    """One number beside its floor and its goal.

    With a ``floor`` the goal is a ratio (ours / floor at most ``goal``); without one it is ``ours`` itself.
    """

    title: str
    ours: float
    floor: float | None
    unit: str
    goal: float
    floor_name: str = ""

    @property
    def value(self) -> float:
        """What is compared with the goal."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return self.value <= self.goal

    def line(self) -> str:
        """The result as one line for people."""
        mark = "✓" if self.met else "✗"
        if self.floor is None:
            return f"{mark} {self.title}：{self.ours:.3g} {self.unit}（目标 ≤ {self.goal:g} {self.unit}）"
        against = f"{self.floor_name} {self.floor:.3g} {self.unit}"
        ratio = f"{self.value:.2f} 倍（目标 ≤ {self.goal:g} 倍）"
        return f"{mark} {self.title}：{self.ours:.3g} {self.unit}，{against}，{ratio}"


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes, with no garbage of earlier work collected inside it."""
    gc.collect()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def by_turns(*works: Callable[[], object], rounds: int = 3) -> list[float]:
    """The best time of each work; they take turns, so that a busy moment of the machine hits them alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            found.append(seconds(work))
    return [min(found) for found in times]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` (0 to 1) of all ``values`` do not exceed.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def peak_megabytes() -> float | None:
    """The process's largest resident size so far; Windows has no such figure at hand."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20) if sys.platform == "darwin" else peak / 1024


def machine() -> str:
    """The machine in one line: processor, cores, memory, system, Python."""
    memory = ""
    if hasattr(os, "sysconf"):
        memory = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB，"
    return f"{processor()}，{os.cpu_count()} 核，{memory}{platform.platform()}，Python {platform.python_version()}"


def processor() -> str:
    """The processor's name as the system tells it."""
    table = Path("/proc/cpuinfo")
    if table.is_file():
        for line in table.read_text("utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
