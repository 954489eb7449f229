"""The laws of the exchange over thousands of generated histories, and processes killed at random moments.

Takes long: it runs only when it is asked for by name. ``MINQING_SEED`` repeats a run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor

from bench.measure import Result, Scale
from tests.exchange.killing import kill_many
from tests.exchange.long_run import Tally, live_many

_HISTORIES = 2_000
_KILLS = 200
_AT_ONCE = 50


def measure(scale: Scale) -> Iterable[Result]:
    """How many histories broke a law, and how many kills left a book with half of something; none may."""
    number = int(os.environ.get("MINQING_SEED", "20261122"))
    started = time.perf_counter()
    times = scale.of(_HISTORIES)
    tallies = _tallies(times, number)
    lived, broken = sum(one.lived for one in tallies), sum(sum(one.broken.values()) for one in tallies)
    for tally in tallies:
        for law, (history, seen) in tally.smallest.items():
            print(f"✗ {law}（{tally.broken[law]} 段）\n  {history}\n  {seen}", flush=True)
    print(f"种子 {number}，{lived} 段往来，{time.perf_counter() - started:.0f} 秒", flush=True)
    yield Result(title=f"{lived:,} 段往来里违反定律的", ours=broken, floor=None, unit="段", goal=0)
    kills = scale.of(_KILLS)
    found = kill_many(kills, number, rows=60)
    print(f"种子 {number}，强行结束 {kills} 次：{found}", flush=True)
    half = kills - sum(found.values())
    yield Result(title=f"强行结束 {kills} 次里留下一半的", ours=half, floor=None, unit="次", goal=0)


def _tallies(times: int, number: int) -> list[Tally]:
    """Parts of the run on all processors, each with a seed of its own that follows from ``number``."""
    sizes = [_AT_ONCE] * (times // _AT_ONCE) or [times]
    tallies = []
    with ProcessPoolExecutor() as pool:
        for tally in pool.map(live_many, sizes, range(number, number + len(sizes))):
            tallies.append(tally)
            bad = sum(sum(one.broken.values()) for one in tallies)
            print(f"… {sum(one.lived for one in tallies)} 段，违反 {bad}", flush=True)
    return tallies
