"""Large amounts of rows are given up bit by bit, and only once nobody else holds them."""

from __future__ import annotations

import gc
import time
import weakref

from minqing.forms.files.bulk import let_go, paused_collector


class Thing:
    """Something that can be watched."""


def wait_for(gone: list[weakref.ref[Thing]]) -> bool:
    last = time.monotonic() + 5
    while any(one() is not None for one in gone) and time.monotonic() < last:
        time.sleep(0.02)
    return all(one() is None for one in gone)


def test_what_is_let_go_is_gone_soon() -> None:
    things = [Thing() for _ in range(3000)]
    watched = [weakref.ref(one) for one in things]
    let_go(things)
    things.clear()
    assert wait_for(watched)


def test_what_somebody_holds_stays() -> None:
    things = [Thing() for _ in range(3000)]
    watched = weakref.ref(things[0])
    let_go(things)
    time.sleep(0.3)
    assert watched() is things[0]


def test_a_few_are_no_matter() -> None:
    let_go([Thing()], [])


def test_the_collector_is_back_afterwards() -> None:
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
