"""What rows add up to."""

from __future__ import annotations

import pytest

from exports.summary import summarise, total
from minqing.forms.form import FormRow
from minqing.records.appeal import Appeal
from minqing.records.visit import Visit


def test_a_record_in_several_rows_counts_once(week: list[FormRow]) -> None:
    summary = summarise([*week, *week])
    assert (summary.visits, summary.visited_households, len(summary.appeals)) == (3, 3, 2)
    assert summary.rows == 6


def test_two_visits_to_one_household_are_one_household_that_was_met_once() -> None:
    rows: list[FormRow] = [
        {"visit": Visit(id=f"V-{number}", household="H-1", result=result)}
        for number, result in enumerate(("无人", "见面"))
    ]
    summary = summarise(rows)
    assert (summary.visits, summary.visited_households, summary.met_households) == (2, 1, 1)


def test_settled_counts_what_is_done_whether_asked_about_or_not() -> None:
    states = ["待回访", "已办结", "办理中", ""]
    rows: list[FormRow] = [{"appeal": Appeal(id=f"A-{number}", state=state)} for number, state in enumerate(states)]
    summary = summarise(rows)
    assert total("settled_appeals", summary) == "办结 2 件 · 办结率 50%"
    assert summary.states() == ("待受理", "办理中", "已吹哨", "待回访", "已办结", "未填")
    assert summary.by_category()[0][0] == "未填"


def test_no_appeal_has_no_rate() -> None:
    summary = summarise([])
    assert total("settled_appeals", summary) == "办结 0 件"
    assert total("rows", summary) == "共 0 条"


def test_an_unknown_total_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="visited_households"):
        total("nonsense", summarise([]))
