"""Making and giving up millions of cells without keeping every other thread of the program waiting."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Thread

_FEW = 2_000
_SLICE = 200
_LOOK = 0.2
_PATIENCE = 60.0
_MINE = 3
"""References to a thing that nobody else holds: the list's, the loop's and the one made by asking."""


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


def let_go(*parts: Iterable[object]) -> None:
    """Give up what is in ``parts`` a little at a time, in a thread of its own, once nobody else holds it.

    To give up a hundred thousand rows at once takes a third of a second, in which no other thread gets its turn.
    """
    held = [list(part) for part in parts]
    if sum(map(len, held)) >= _FEW:
        Thread(target=_drop, args=(held,), name="minqing-let-go", daemon=True).start()


def _drop(held: list[list[object]]) -> None:
    last = time.monotonic() + _PATIENCE
    for part in held:
        while part and _in_use(part[0]) and time.monotonic() < last:
            time.sleep(_LOOK)
        while part:
            del part[-_SLICE:]
            time.sleep(0)


def _in_use(thing: object) -> bool:
    return sys.getrefcount(thing) > _MINE + 1
