"""When to knock again."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.records.visit import Visit
from minqing.work.calling import another_time, knocks, time_of_day

TUESDAY, SATURDAY = date(2026, 11, 17), date(2026, 11, 21)


def visit(result: str = "无人", hour: int | None = 10, day: date = TUESDAY, said: str = "") -> Visit:
    at = None if hour is None else time(hour)
    return Visit(household="H-1", visited_on=day, visited_at=at, result=result, said=said)


@pytest.mark.parametrize(
    ("hour", "day", "part"),
    [(9, TUESDAY, "上午"), (12, TUESDAY, "下午"), (17, TUESDAY, "晚上"), (9, SATURDAY, "周末"), (None, TUESDAY, "")],
)
def test_parts_of_the_day(hour: int | None, day: date, part: str) -> None:
    assert time_of_day(visit(hour=hour, day=day)) == part


def test_only_knocks_since_somebody_was_met_count() -> None:
    assert len(knocks([visit(), visit("拒访"), visit("见面"), visit()])) == 2
    assert another_time([visit("见面"), visit()]) == ""
    assert another_time([]) == ""


@pytest.mark.parametrize(
    ("said", "hint"),
    [("邻居说白天上班，晚上再来", "建议晚上"), ("电话约到周末上门", "建议周末"), ("说早上都在", "建议上午")],
)
def test_what_somebody_said_comes_first(said: str, hint: str) -> None:
    assert another_time([visit(said=said)]) == hint


def test_then_a_time_that_once_worked_then_one_not_tried() -> None:
    assert another_time([visit(hour=19), visit("见面", hour=15)]) == "建议下午"
    assert another_time([visit(hour=15), visit("见面", hour=15)]) == "建议晚上"
    assert another_time([visit(hour=19), visit(hour=10)]) == "建议周末"
    tried = [visit(hour=10), visit(hour=15), visit(hour=19), visit(day=SATURDAY)]
    assert another_time(tried) == "建议晚上"


def test_who_refused_is_asked_first() -> None:
    assert another_time([visit("拒访")]) == "建议先约"
    assert another_time([visit("改约")]) == "按约再去"
