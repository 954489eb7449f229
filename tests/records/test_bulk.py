"""A hundred thousand things are sorted, freed and given up bit by bit, with the same outcome as in one step."""

from __future__ import annotations

import gc
import random
import time
import weakref

from minqing.records.bulk import drained, held, hold, let_go, paused_collector, sorted_in_turns


class Thing:
    """Something that can be watched."""


def _first(one: tuple[int, int]) -> tuple[int, ...]:
    return one[:1]


def _back(one: tuple[int, int]) -> tuple[int, ...]:
    return one[0], -one[1]


def _same(one: tuple[int, int]) -> tuple[int, ...]:
    return ()


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


def test_what_is_held_is_gone_at_the_end_of_the_work_and_not_before() -> None:
    with held():
        things = [Thing() for _ in range(3000)]
        watched = [weakref.ref(one) for one in things]
        hold(things)
        del things
        assert all(one() is not None for one in watched)
    assert all(one() is None for one in watched)


def test_outside_of_any_work_nothing_is_held() -> None:
    things = [Thing() for _ in range(3000)]
    watched = weakref.ref(things[0])
    hold(things)
    del things
    assert watched() is None


def test_sorting_in_turns_is_sorting() -> None:
    chance = random.Random(7)
    things = [(chance.randrange(50), number) for number in range(10_000)]
    for key in (_first, _back, _same):
        assert sorted_in_turns(things, key=key) == sorted(things, key=key)
        assert sorted_in_turns(sorted(things), key=key) == sorted(sorted(things), key=key)
    assert sorted_in_turns(iter([3, 1, 2]), key=abs) == [1, 2, 3]
    assert sorted_in_turns([], key=abs) == []


def test_what_is_drained_is_there_no_more() -> None:
    parts = [[1], [2], [3]]
    assert [(part, len(parts)) for part in drained(parts)] == [([1], 2), ([2], 1), ([3], 0)]


def test_the_collector_is_back_afterwards() -> None:
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
