"""Handling a hundred thousand things at once without keeping every other thread of the program waiting.

Python lets another thread have its turn only between two of its own steps. What C does in one step (sorting a long
list, freeing what a list holds) stops the window for as long as it takes; so it is done here in many small steps.
"""

from __future__ import annotations

import gc
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from operator import itemgetter
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")

_FEW = 2_000
_SLICE = 200
_BUCKETS = 64
_LOOK = 0.2
_PATIENCE = 60.0
_MINE = 3
"""References to a thing that nobody else holds: the list's, the loop's and the one made by asking."""
_HELD: ContextVar[list[list[object]] | None] = ContextVar("held", default=None)


@contextmanager
def paused_collector() -> Iterator[None]:
    """Hold the garbage collector back while rows are made, none of which can be part of a cycle.

    It would take a fifth of the reading time of a large sheet. Its first look at a million new rows would stop every
    thread for a second, so they are put aside from it, as all else that is there then; ``gc.unfreeze`` brings it back.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()


@contextmanager
def held() -> Iterator[None]:
    """Keep what this thread gives to :func:`hold` until the end of the block, and give it up then bit by bit."""
    mine: list[list[object]] = []
    before = _HELD.set(mine)
    try:
        yield
    finally:
        _HELD.reset(before)
        give_up(*mine)


def hold(*parts: Collection[object]) -> None:
    """Keep what is in ``parts`` until the end of the work, inside :func:`held`; elsewhere this is nothing.

    Otherwise the function that made them would free them all in one step when it returns.
    """
    mine = _HELD.get()
    if mine is not None:
        mine += [_taken(part) for part in parts if len(part) >= _FEW]


def _taken(part: Collection[object]) -> list[object]:
    """What is in ``part``; the pairs of a dictionary's items, say, are made a few at a time."""
    things, found = iter(part), list[object]()
    while some := list(islice(things, _FEW)):
        found += some
    return found


def give_up(*parts: list[Any]) -> None:
    """Empty these lists bit by bit."""
    for part in parts:
        while part:
            del part[-_SLICE:]
            time.sleep(0)


def let_go(*parts: Iterable[object]) -> None:
    """Give up what is in ``parts`` a little at a time, in a thread of its own, once nobody else holds it.

    To give up a hundred thousand rows at once takes a third of a second, in which no other thread gets its turn.
    """
    mine = [list(part) for part in parts]
    if sum(map(len, mine)) >= _FEW:
        Thread(target=_drop, args=(mine,), name="minqing-let-go", daemon=True).start()


def drained(parts: list[T]) -> Iterator[T]:
    """What is in ``parts``, in order; each is gone from there when it is given."""
    parts.reverse()
    while parts:
        yield parts.pop()


def sorted_in_turns(things: Iterable[T], *, key: Callable[[T], Any]) -> list[T]:
    """As ``sorted`` does it, but many in a hundred steps instead of one."""
    pairs = [(key(one), one) for one in things]
    by_key = itemgetter(0)
    if len(pairs) < _FEW:
        return [one for _, one in sorted(pairs, key=by_key)]
    bounds = sorted([one for one, _ in pairs[:: len(pairs) // _BUCKETS]])
    buckets: list[list[tuple[Any, T]]] = [[] for _ in range(len(bounds) + 1)]
    for pair in drained(pairs):
        buckets[bisect_right(bounds, pair[0])].append(pair)
    found: list[T] = []
    for bucket in drained(buckets):
        bucket.sort(key=by_key)
        found += [one for _, one in bucket]
    return found


def _drop(mine: list[list[object]]) -> None:
    last = time.monotonic() + _PATIENCE
    for part in mine:
        while part and _in_use(part[0]) and time.monotonic() < last:
            time.sleep(_LOOK)
    give_up(*mine)


def _in_use(thing: object) -> bool:
    return sys.getrefcount(thing) > _MINE + 1
