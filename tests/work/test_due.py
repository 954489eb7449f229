"""Who is due for a visit: when each reason begins, and what ends it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from minqing.ledger import Ledger
from minqing.records.codes import code_list
from minqing.work.due import Due, due_households, latest_visits
from minqing.work.plan import Plan, usual_care
from tests.work.conftest import Family

TODAY = date(2026, 11, 20)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def due(ledger: Ledger, on: date = TODAY) -> dict[str, tuple[str, ...]]:
    return {one.household.door: one.reasons for one in due_households(ledger, on)}


def only(ledger: Ledger, on: date = TODAY) -> Due:
    [found] = due_households(ledger, on)
    return found


def test_nobody_is_due_without_a_reason(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member()
    family.visit(ago(400))
    assert due(ledger) == {}


def test_a_return_that_was_promised_begins_on_its_day(ledger: Ledger) -> None:
    visit = Family(ledger).visit(ago(10), next_on=TODAY)
    assert due(ledger, ago(1)) == {}
    found = only(ledger)
    assert (found.reasons, found.due_on, found.last_visit) == (("到期回访",), TODAY, visit)
    assert only(ledger, TODAY + timedelta(days=9)).due_on == TODAY


@pytest.mark.parametrize("result", ["见面", "已搬走", "其他"])
def test_a_later_visit_ends_the_promise(ledger: Ledger, result: str) -> None:
    family = Family(ledger)
    family.visit(ago(10), next_on=ago(2))
    family.visit(ago(1), result)
    assert due(ledger) == {}


def test_an_earlier_visit_entered_late_does_not_end_it(ledger: Ledger) -> None:
    family = Family(ledger)
    family.visit(ago(10), next_on=ago(2))
    family.visit(ago(12))
    assert due(ledger) == {"3栋2单元501": ("到期回访",)}


def test_a_visit_without_a_day_is_not_the_latest(ledger: Ledger) -> None:
    family = Family(ledger)
    family.visit(None)
    family.visit(ago(10), next_on=ago(2))
    assert due(ledger) == {"3栋2单元501": ("到期回访",)}


@pytest.mark.parametrize("result", ["无人", "拒访", "改约"])
def test_a_door_that_stayed_shut_is_tried_again_after_three_days(ledger: Ledger, result: str) -> None:
    Family(ledger).visit(ago(Plan().retry), result)
    assert due(ledger, ago(1)) == {}
    assert only(ledger).reasons == ("未见面待补访",)
    assert only(ledger, TODAY + timedelta(days=5)).due_on == TODAY


@pytest.mark.parametrize("result", ["见面", "", "已搬走", "其他"])
def test_meeting_somebody_or_knowing_they_left_asks_for_no_retry(ledger: Ledger, result: str) -> None:
    Family(ledger).visit(ago(30), result)
    assert due(ledger) == {}


def test_a_door_that_stayed_shut_is_tried_again_though_a_day_is_noted(ledger: Ledger) -> None:
    Family(ledger).visit(ago(9), "无人", next_on=TODAY + timedelta(days=30))
    assert only(ledger).reasons == ("未见面待补访",)


def test_who_put_it_off_to_a_day_is_left_alone_until_then(ledger: Ledger) -> None:
    Family(ledger).visit(ago(9), "改约", next_on=TODAY)
    assert due(ledger, ago(1)) == {}
    assert only(ledger).reasons == ("到期回访",)


def test_meeting_them_ends_the_retry_and_failing_again_begins_it_anew(ledger: Ledger) -> None:
    family = Family(ledger)
    family.visit(ago(20), "无人")
    family.visit(ago(10), "无人")
    assert only(ledger).due_on == ago(10 - Plan().retry)
    family.visit(ago(5), "见面")
    assert due(ledger) == {}


@pytest.mark.parametrize(("group", "days"), [("独居老人", 30), ("低保", 90)])
def test_care_rhythm(ledger: Ledger, group: str, days: int) -> None:
    family = Family(ledger)
    family.member(care_groups=(group,))
    family.visit(ago(days))
    assert due(ledger, ago(1)) == {}
    found = only(ledger)
    assert (found.reasons, found.due_on) == ((f"{group}：{days} 天一访",), TODAY)
    family.visit(TODAY)
    assert due(ledger) == {}
    assert only(ledger, TODAY + timedelta(days=days)).reasons == (f"{group}：{days} 天一访",)


def test_rhythm_counts_from_the_last_time_somebody_was_met(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("独居老人",))
    family.visit(ago(31))
    family.visit(ago(1), "无人")
    found = only(ledger)
    assert (found.reasons, found.due_on) == (("独居老人：30 天一访",), ago(1))
    assert found.last_visit
    assert found.last_visit.result == "无人"


def test_who_was_never_met_is_due_at_once(ledger: Ledger) -> None:
    Family(ledger).member(care_groups=("低保",))
    assert (only(ledger).reasons, only(ledger).due_on) == (("低保：还没见过面",), TODAY)


def test_groups_without_a_rhythm_make_nobody_due(ledger: Ledger) -> None:
    Family(ledger).member(care_groups=("流动人口", "自己起的名"))
    assert due(ledger) == {}


@pytest.mark.parametrize(
    "gone", [{"status": "已搬离"}, {"status": "去世"}, {"status": "", "died_on": "2026-10"}], ids=str
)
def test_residents_who_left_or_died_do_not_count(ledger: Ledger, gone: dict[str, str]) -> None:
    Family(ledger).member(care_groups=("独居老人",), **gone)
    assert due(ledger) == {}


def test_care_ends_with_a_household_that_moved_away_and_begins_when_somebody_is_met_again(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("独居老人",))
    family.visit(ago(90))
    family.visit(ago(60), "已搬走")
    assert due(ledger) == {}
    family.visit(ago(40))
    assert only(ledger).due_on == ago(10)


@pytest.mark.parametrize("status", ["在住", "外出", "其他", ""])
def test_other_residents_count(ledger: Ledger, status: str) -> None:
    Family(ledger).member(care_groups=("独居老人",), status=status)
    assert due(ledger)


def test_groups_of_all_members_count_each_once(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("低保", "独居老人"))
    family.member("韦国强", "夫", care_groups=("低保",))
    family.visit(ago(100))
    assert due(ledger) == {"3栋2单元501": ("独居老人：30 天一访", "低保：90 天一访")}


def test_empty_homes_are_never_due(ledger: Ledger) -> None:
    family = Family(ledger, house_type="空置")
    family.member(care_groups=("独居老人",))
    family.visit(ago(10), "无人", next_on=ago(5))
    family.appeal(ago(10), state="待回访")
    assert due(ledger) == {}


def test_appeals_that_wait_for_an_answer_are_counted(ledger: Ledger) -> None:
    family = Family(ledger)
    waiting = [family.appeal(ago(9), state="待回访") for _ in range(2)]
    for state in ("待受理", "办理中", "已吹哨", "已办结"):
        family.appeal(ago(9), state=state)
    assert only(ledger).reasons == ("诉求待回访 2 件",)
    with ledger.change("回访") as tx:
        tx.update_all([one.with_values({"state": "已办结"}) for one in waiting])
    assert due(ledger) == {}


def test_an_appeal_of_no_household_makes_nobody_due(ledger: Ledger) -> None:
    family = Family(ledger)
    family.appeal(ago(9), state="待回访", household="")
    assert due(ledger) == {}


def test_reasons_come_by_day_and_the_earliest_is_the_deadline(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("独居老人",))
    family.visit(ago(45))
    family.visit(ago(20), "无人", next_on=ago(3))
    family.appeal(ago(9), state="待回访")
    found = only(ledger)
    assert found.reasons == ("未见面待补访", "独居老人：30 天一访", "到期回访", "诉求待回访 1 件")
    assert found.due_on == ago(17)


def test_they_come_in_door_order(ledger: Ledger) -> None:
    for door in ("10-1-101", "2-1-1001", "2-1-201", "2-2-101"):
        Family(ledger, door).visit(ago(9), next_on=ago(1))
    assert list(due(ledger)) == ["2栋1单元201", "2栋1单元1001", "2栋2单元101", "10栋1单元101"]


def test_latest_visit_and_latest_meeting_are_told_apart(ledger: Ledger) -> None:
    family, other = Family(ledger), Family(ledger, "4-1-101")
    met = family.visit(ago(9))
    shut = family.visit(ago(2), "无人")
    never = other.visit(ago(5), "拒访")
    found = latest_visits([shut, never, met])
    assert found == {family.id: (shut, met), other.id: (never, None)}


def test_rhythms_are_of_groups_that_can_be_chosen() -> None:
    assert set(usual_care()) <= set(code_list("care_group").values)
