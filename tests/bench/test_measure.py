"""The frame of the measurements: goals, turns, and floors that really do their work."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bench import data, floors
from bench.measure import Result, Scale, by_turns, machine, percentile


def test_ratio_goal_compares_with_the_floor() -> None:
    result = Result(title="写表", ours=3.0, floor=2.0, floor_name="openpyxl", unit="秒", goal=1.5)
    assert result.met
    assert result.line() == "✓ 写表：3 秒，openpyxl 2 秒，1.50 倍（目标 ≤ 1.5 倍）"


def test_absolute_goal_compares_the_number_itself() -> None:
    result = Result(title="检索", ours=6.25, floor=None, unit="毫秒", goal=5)
    assert not result.met
    assert result.line() == "✗ 检索：6.25 毫秒（目标 ≤ 5 毫秒）"


def test_works_take_turns() -> None:
    order: list[str] = []
    times = by_turns(lambda: order.append("a"), lambda: order.append("b"), rounds=2)
    assert order == ["a", "b", "a", "b"]
    assert len(times) == 2


@pytest.mark.parametrize(("share", "expected"), [(0.0, 1), (0.5, 3), (0.95, 4), (1.0, 4)])
def test_percentile(share: float, expected: float) -> None:
    assert percentile([4, 1, 3, 2], share) == expected


def test_percentile_of_nothing() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)


def test_quick_scale_is_a_tenth() -> None:
    assert (Scale().of(500), Scale(quick=True).of(500), Scale(quick=True).of(3)) == (500, 50, 1)


def test_machine_is_named() -> None:
    assert "Python 3." in machine()


def test_rows_are_the_same_every_time_and_fit_the_headers() -> None:
    found = list(data.rows(50))
    assert found == list(data.rows(50))
    assert {len(row) for row in found} == {len(data.HEADERS)}


def test_floor_takes_a_sheet_into_a_database(tmp_path: Path) -> None:
    sheet, database = tmp_path / "表.xlsx", tmp_path / "book.db"
    floors.write_sheet(sheet, data.HEADERS, data.rows(20))
    floors.take_in(sheet, database)
    floors.take_in(sheet, database)
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*), max(c4) IS NOT NULL FROM sheet").fetchone() == (21, 1)


def test_floor_typesets_what_it_is_given() -> None:
    assert floors.typeset([['3栋 "甲" \\ #'], ["二"]]).startswith(b"%PDF")
