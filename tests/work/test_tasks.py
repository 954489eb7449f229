"""What is to be done now: each sort of task, and the record that ends it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from minqing.actions.plan import change_plan
from minqing.ledger import Exchange, Ledger
from minqing.work.plan import Plan
from minqing.work.tasks import Sort, Task
from minqing.work.today import today
from tests.work.conftest import Family

ON = date.today()
TOMORROW = ON + timedelta(days=1)


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def tasks(ledger: Ledger, *sorts: Sort) -> list[Task]:
    wanted = sorts or (Sort.BACK, Sort.LATE, Sort.KNOCK, Sort.RETRY, Sort.NEW)
    return [task for task in today(ledger, ON).tasks if task.sort in wanted]


def only(ledger: Ledger, *sorts: Sort) -> Task:
    [found] = tasks(ledger, *sorts)
    return found


@pytest.fixture
def family(ledger: Ledger) -> Family:
    """A household that has long been known."""
    found = Family(ledger)
    found.visit(ago(20))
    return found


def test_nothing_to_do(ledger: Ledger, family: Family) -> None:
    family.member()
    assert tasks(ledger) == []


def test_an_agreed_visit_shows_a_day_before_and_ends_with_the_next_visit(ledger: Ledger, family: Family) -> None:
    family.member()
    family.visit(ago(5), next_on=TOMORROW, next_reason="看药有没有按时吃")
    found = only(ledger)
    assert (found.sort, found.due_on, found.text, found.late) == (Sort.BACK, TOMORROW, "看药有没有按时吃", 0)
    assert (found.door, found.name, found.building) == ("3栋2单元501", "谢玉兰", "3")
    family.visit(ON)
    assert tasks(ledger) == []


def test_people_are_asked_after_their_appeal_is_done(ledger: Ledger, family: Family) -> None:
    done = family.appeal(ago(12), state="待回访", closed_on=ago(9), outcome="垃圾桶已移位。", category="垃圾分类")
    found = only(ledger)
    assert (found.sort, found.text, found.label) == (Sort.BACK, "垃圾桶已移位，问是否满意", "垃圾分类")
    assert (found.late, found.appeal, found.care) == (2, done.id, False)
    with ledger.change("回访") as tx:
        tx.update(done.with_values({"state": "已办结"}))
    assert tasks(ledger) == []


def test_they_are_not_asked_at_once(ledger: Ledger, family: Family) -> None:
    family.appeal(ago(4), state="待回访", closed_on=ago(2))
    assert tasks(ledger) == []


def test_a_late_appeal(ledger: Ledger, family: Family) -> None:
    late = family.appeal(ago(30), due_on=ago(14), state="已吹哨", handler="城管中队", title="油烟直排")
    found = only(ledger)
    assert (found.sort, found.text, found.appeal) == (Sort.LATE, "油烟直排 · 已吹哨 城管中队", late.id)
    assert found.late >= 5
    with ledger.change("办结") as tx:
        tx.update(late.with_values({"state": "待回访", "closed_on": ON}))
    assert tasks(ledger) == []


def test_an_appeal_of_no_household_is_seen_too(ledger: Ledger) -> None:
    family = Family(ledger)
    family.appeal(ago(30), household="", due_on=ago(14), place="小区东门", reporter="万福生")
    found = only(ledger, Sort.LATE)
    assert (found.household, found.door, found.name) == ("", "小区东门", "万福生")


def test_care_groups_have_their_own_rhythm(ledger: Ledger, family: Family) -> None:
    family.member()
    family.member("刘桂芳", "母亲", birth="1944-03-02", care_groups=("独居老人",))
    family.visit(ago(34))
    assert tasks(ledger) == []
    change_plan(ledger, Plan(care={"独居老人": 14}))
    found = only(ledger)
    assert (found.sort, found.name, found.label, found.care, found.late) == (Sort.KNOCK, "刘桂芳", "独居老人", True, 6)
    assert "岁，上次见面 " in found.text
    change_plan(ledger, Plan(care={}))
    assert tasks(ledger) == []
    change_plan(ledger, Plan(care={"独居老人": 14}))
    family.visit(ON)
    assert tasks(ledger) == []


def test_who_was_never_met_is_said(ledger: Ledger) -> None:
    Family(ledger).member(care_groups=("低保",))
    found = only(ledger, Sort.KNOCK)
    assert (found.text, found.hint, found.due_on) == ("还没见过面", "未见过面", ON)


def test_a_shut_door_is_tried_again_at_another_time(ledger: Ledger) -> None:
    family = Family(ledger, house_type="出租")
    family.member()
    friday = ago((ON.weekday() + 3) % 7 + 7)
    family.visit(friday - timedelta(days=7), "无人", visited_at=time(10))
    family.visit(friday, "无人", visited_at=time(19, 30))
    found = only(ledger, Sort.RETRY)
    assert (found.hint, found.label) == ("建议周末", "租户")
    assert found.text.startswith("已敲门 2 次，")
    family.visit(ON, "见面")
    assert tasks(ledger) == []


def test_one_visit_for_all_reasons(ledger: Ledger, family: Family) -> None:
    family.member(care_groups=("独居老人",))
    family.visit(ago(19), next_on=ago(1))
    family.appeal(ago(30), due_on=ago(14))
    assert [task.sort for task in tasks(ledger)] == [Sort.BACK, Sort.LATE]


def test_newcomers_are_seen_until_they_are_met(ledger: Ledger) -> None:
    family = Family(ledger, house_type="出租")
    family.member()
    found = only(ledger)
    assert (found.sort, found.due_on, found.label) == (Sort.NEW, ON + timedelta(days=14), "租户")
    assert found.text.endswith("登记，还没上过门")
    family.visit(ON, "见面")
    assert tasks(ledger) == []


def test_those_who_live_where_others_moved_out(ledger: Ledger, family: Family) -> None:
    family.member(status="已搬离")
    family.member("程亚男")
    found = only(ledger)
    assert (found.sort, found.name) == (Sort.NEW, "程亚男")
    family.visit(ago(3))
    assert tasks(ledger) == [], "they were entered some days after the visit"


def test_a_list_that_was_taken_in_brings_no_newcomers(ledger: Ledger) -> None:
    family = Family(ledger)
    someone = family.member().with_values({"id": "", "revision": 0})
    with ledger.change("导入") as tx:
        tx.add_all([someone.with_values({"name": f"甲{number}"}) for number in range(50)])
    assert len(ledger.arrivals.since(ON, most=40)) == 2
    assert len(ledger.arrivals.since(ON, most=60)) == 52
    assert ledger.arrivals.since(TOMORROW, most=60) == {}


def test_empty_dwellings_ask_for_nothing(ledger: Ledger) -> None:
    family = Family(ledger, house_type="空置")
    family.visit(ago(9), next_on=ago(2))
    assert tasks(ledger) == []


def sent(days: int) -> Exchange:
    at = datetime.combine(ago(days), time(17))
    return Exchange("out", "街道办", "台账.xlsx", "民情台账", "", "", 3, None, at)


def test_the_sheet_is_due_a_week_after_the_last(ledger: Ledger, family: Family) -> None:
    found = only(ledger, Sort.REPORT)
    assert (found.late, found.text) == (13, "还没有上报过，其间有 1 条新记录")
    with ledger.change("导出") as tx:
        tx.note_exchange(sent(8))
    assert tasks(ledger, Sort.REPORT) == [], "nothing new since"
    family.visit(ago(1))
    assert only(ledger, Sort.REPORT).text == "距上次上报 8 天，其间有 1 条新记录"
    with ledger.change("导出") as tx:
        tx.note_exchange(sent(0))
    assert tasks(ledger, Sort.REPORT) == []
