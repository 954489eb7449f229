"""The laws of the exchange over whole worlds: a few histories here, thousands in ``python -m bench laws``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.exchange.hands import NOTHING
from tests.exchange.histories import Add, Edit, Hand, History, Send, Step, Take, histories, live
from tests.exchange.killing import kill_many
from tests.exchange.worlds import WEEKLY

_OFFICE = 2
_HANDLER = 2
_BOTH_CHANGED: tuple[Step, ...] = (
    Edit(0, 0, _HANDLER, 1),
    Edit(_OFFICE, 0, _HANDLER, 2),
    Send(0, True, 0, True, (0,)),
    Send(1, False, 0, True, (1,)),
)
_LATE_AND_BLANKED: tuple[Step, ...] = (
    Edit(0, 0, _HANDLER, 1),
    Send(0, True, 0, False, (2,)),
    Edit(0, 0, _HANDLER, 2),
    Send(0, True, 0, True, (2,)),
    Take(0, (2,)),
    Hand(1, True, replace(NOTHING, cells=((0, 0, True),), order="text", renamed="break", added=True)),
    Take(2, (2,)),
    Add(1, 1, 0),
)


@pytest.mark.parametrize(("met", "steps"), [(True, _BOTH_CHANGED), (False, _LATE_AND_BLANKED)])
def test_the_laws_hold_where_sheets_cross_come_late_and_are_blanked(met: bool, steps: tuple[Step, ...]) -> None:
    live(History(laptops=2, met=met, forms=(WEEKLY,), steps=steps, ending=(0, 1)))


@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(histories)
def test_whatever_happens_the_laws_hold(history: History) -> None:
    live(history)


def test_a_process_that_is_killed_leaves_all_or_nothing() -> None:
    found = kill_many(4, 20261122, rows=20)
    assert sum(found.values()) == 4
