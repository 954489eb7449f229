"""Rows without record ids: which records of the book they are about, and when a person must say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import NEW_RECORD, Decisions, Plan, RowPlan, Verdict
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import counted, plan_of, sheet

VISITS = "走访日期|小区|门牌|户主|走访人|走访记录|备注"
PEOPLE = "小区|门牌|姓名|与户主关系|性别|身份证号|出生日期|联系电话"
APPEALS = "编号|登记日期|诉求人姓名|居住地址|反映诉求事项|诉求内容|办理状态|街道回复"
OLD_ID, NEW_ID = "990101640101103", "990101196401011033"


def household_at(ledger: Ledger, building: str) -> Household:
    return next(one for one in ledger.records(Household) if one.building == building)


def decided(ledger: Ledger, plan: Plan, row: RowPlan, answer: str) -> Plan:
    """The plan made again after somebody said what a doubtful row is about."""
    decisions = plan.decisions.identify(row.ref, row.asks, answer)
    return make_plan(ledger, plan.readings, partner=plan.said, decisions=decisions)


def doubt_of(plan: Plan) -> RowPlan:
    (row,) = [row for row in plan.rows if row.verdict is Verdict.DOUBTFUL]
    return row


@pytest.mark.parametrize("door", ["1栋2单元501", "1-2-501", "1#2-501", "1 栋 2 单元 5 层 01 号", "一幢二单元501室"])
def test_a_door_in_any_spelling_with_its_head_is_the_household(ledger: Ledger, tmp_path: Path, door: str) -> None:
    path = sheet(tmp_path / "走访.xlsx", VISITS, f"2026-11-18|生活桥小区|{door}|谢玉兰|陈×|电表坏了|")
    plan = plan_of(ledger, path)
    assert counted(plan) == {"new": 1}
    apply_plan(ledger, plan)
    (added,) = [one for one in ledger.records(Visit) if one.said == "电表坏了"]
    assert added.household == household_at(ledger, "1").id
    assert ledger.count(Household) == 3
    assert ledger.count(Resident) == 3


def test_the_same_foreign_sheet_again_is_unchanged_and_one_edit_is_one_update(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["2026-11-18|生活桥小区|1-2-501|谢玉兰|陈×|电表坏了|", "2026-11-18|生活桥小区|8-1-101|武松|陈×|都好|"]
    apply_plan(ledger, plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, *rows)))
    again = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, *rows))
    assert counted(again) == {"unchanged": 2}
    version = ledger.version
    assert not apply_plan(ledger, again).changes
    assert ledger.version == version
    rows[0] += "请回访"
    edited = plan_of(ledger, sheet(tmp_path / "走访改.xlsx", VISITS, *rows))
    assert counted(edited) == {"update": 1, "unchanged": 1}
    apply_plan(ledger, edited)
    assert [one.notes for one in ledger.records(Visit) if one.said == "电表坏了"] == ["请回访"]


def test_another_head_behind_the_door_is_doubtful(ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-18|生活桥小区|1-2-501|武松|陈×|租客|")
    plan = plan_of(ledger, path)
    row = doubt_of(plan)
    home = household_at(ledger, "1")
    assert row.reason == "门牌相同，户主不同"
    assert [(one.record_id, one.label) for one in row.candidates] == [(home.id, "生活桥小区1栋2单元501 谢玉兰")]
    assert not apply_plan(ledger, plan).changes, "a doubtful row waits"

    theirs = decided(ledger, plan, row, home.id)
    assert theirs.row((0, row.number)).ids["household"] == home.id
    assert [(edit.ours, edit.theirs, edit.choice) for edit in theirs.rows[0].edits] == [("谢玉兰", "武松", None)]

    apply_plan(ledger, decided(ledger, plan, row, NEW_RECORD))
    assert ledger.count(Household) == 4
    assert {one.name for one in ledger.records(Resident)} >= {"谢玉兰", "武松"}
    assert counted(plan_of(ledger, path)) == {"unchanged": 1}, "the next time it knows both"


def test_rows_for_a_household_added_by_decision_share_it(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2026-11-{day}|生活桥小区|1-2-501|武松|陈×|第 {day} 天|" for day in (18, 19)]
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, *rows))
    assert counted(plan) == {"doubtful": 2}
    one = decided(ledger, plan, plan.rows[0], NEW_RECORD)
    apply_plan(ledger, one)
    assert ledger.count(Household) == 4
    assert ledger.count(Visit) == 5


def test_saying_new_about_a_visit_adds_no_second_household(ledger: Ledger, tmp_path: Path) -> None:
    row = "2026-11-16|生活桥小区|1-2-501|谢玉兰|罗×|下午又去了一次|"
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, row))
    doubtful = doubt_of(plan)
    assert doubtful.reason == "这一户同一天已有走访，内容不同"
    apply_plan(ledger, decided(ledger, plan, doubtful, NEW_RECORD))
    assert (ledger.count(Household), ledger.count(Resident), ledger.count(Visit)) == (3, 3, 4)


def test_saying_which_visit_it_is_makes_it_an_edit_of_that_one(ledger: Ledger, tmp_path: Path) -> None:
    row = "2026-11-16|生活桥小区|1-2-501|谢玉兰|罗×|都好，想装扶手|"
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, row))
    (candidate,) = doubt_of(plan).candidates
    again = decided(ledger, plan, plan.rows[0], candidate.record_id)
    assert counted(again) == {"conflict": 1}
    assert {edit.record_id for edit in again.rows[0].edits} == {candidate.record_id}


def test_a_text_that_is_the_same_is_the_visit_though_something_else_was_added(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(
        ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-16|生活桥小区|1-2-501|谢玉兰|罗×|都好|已电话核实")
    )
    assert counted(plan) == {"update": 1}


def test_a_row_without_the_door_is_no_new_household(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-18|生活桥小区||谢玉兰|陈×|来访|"))
    assert counted(plan) == {"error": 1}
    assert not apply_plan(ledger, plan).changes


def test_two_households_behind_a_rented_door(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2026-11-18|生活桥小区|5-1-101|{name}|陈×|{name}租住|" for name in ("武松", "鲁达")]
    path = sheet(tmp_path / "走访.xlsx", VISITS, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    homes = [one for one in ledger.records(Household) if one.building == "5"]
    assert len(homes) == 2
    assert counted(plan_of(ledger, path)) == {"unchanged": 2}
    unnamed = plan_of(ledger, sheet(tmp_path / "走访2.xlsx", VISITS, "2026-11-19|生活桥小区|5-1-101||陈×|没人|"))
    assert {one.record_id for one in doubt_of(unnamed).candidates} == {one.id for one in homes}
    people = sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|5-1-101|鲁达||男|||16900000999")
    found = plan_of(ledger, people)
    assert counted(found) == {"update": 1}, "a member's name tells which of the two"


def test_two_rows_for_one_new_household_share_it(ledger: Ledger, tmp_path: Path) -> None:
    rows = [
        f"2026-11-1{day}|生活桥小区|{door}|武松|陈×|第 {day} 次|" for day, door in ((7, "5-1-101"), (8, "5栋1单元101"))
    ]
    path = sheet(tmp_path / "走访.xlsx", VISITS, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    assert (ledger.count(Household), ledger.count(Resident)) == (4, 4)
    home = household_at(ledger, "5")
    assert [one.household for one in ledger.records(Visit)[3:]] == [home.id, home.id]


@pytest.mark.parametrize("heads", [("武松", ""), ("", "武松")])
def test_a_new_household_of_which_one_row_leaves_the_head_out(
    ledger: Ledger, tmp_path: Path, heads: tuple[str, str]
) -> None:
    rows = [f"2026-11-1{day}|生活桥小区|5-1-101|{name}|陈×|第 {day} 次|" for day, name in enumerate(heads, 7)]
    path = sheet(tmp_path / "走访.xlsx", VISITS, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    assert (ledger.count(Household), ledger.count(Resident)) == (4, 4)
    assert counted(plan_of(ledger, path)) == {"unchanged": 2}


def test_a_head_who_is_entered_without_the_relation_is_not_entered_twice(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.change("建档") as tx:
        home = tx.add(Household(estate="生活桥小区", building="6", unit="1", room="101"))
        tx.add(Resident(household=home.id, name="武松"))
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-18|生活桥小区|6-1-101|武松|陈×|都好|"))
    apply_plan(ledger, plan)
    assert ledger.count(Resident, household=home.id) == 1


@pytest.mark.parametrize(("stored", "written"), [(OLD_ID, NEW_ID), (NEW_ID, OLD_ID), (NEW_ID, NEW_ID)])
def test_an_id_number_of_15_or_18_digits_is_the_same_person(
    ledger: Ledger, tmp_path: Path, stored: str, written: str
) -> None:
    home = household_at(ledger, "2")
    with ledger.change("补录") as tx:
        person = tx.add(Resident(household=home.id, name="武松", id_number=stored))
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, f"生活桥小区|2-2-501|武 松|子||{written}||")
    plan = plan_of(ledger, path)
    assert plan.rows[0].ids["resident"] == person.id


def test_an_id_number_that_lives_elsewhere_is_doubtful_and_leaves_nothing(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.change("补录") as tx:
        person = tx.add(Resident(household=household_at(ledger, "2").id, name="武松", id_number=NEW_ID))
    rows = [f"生活桥小区|5-1-101|武松|户主||{NEW_ID}||", "生活桥小区|5-1-101|潘金|妻||||"]
    plan = plan_of(ledger, sheet(tmp_path / "居民.xlsx", PEOPLE, *rows))
    assert counted(plan) == {"doubtful": 1, "new": 1}
    assert [one.record_id for one in doubt_of(plan).candidates] == [person.id]
    apply_plan(ledger, plan)
    (wife,) = [one for one in ledger.records(Resident) if one.name == "潘金"]
    assert wife.household == household_at(ledger, "5").id, "the household is added by the row that goes in"


def test_residents_of_a_new_household_and_one_without_any(ledger: Ledger, tmp_path: Path) -> None:
    rows = [
        "生活桥小区|5-1-101|武松|户主|男||1990-01-01|",
        "生活桥小区|5栋1单元101|潘金|妻|女||1992-05|",
        "||鲁达|||||16900000888",
    ]
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    found = {one.name: one for one in ledger.records(Resident)}
    home = household_at(ledger, "5")
    assert (found["武松"].household, found["潘金"].household, found["鲁达"].household) == (home.id, home.id, "")
    assert found["武松"].is_head
    assert counted(plan_of(ledger, path)) == {"unchanged": 3}


def test_two_of_one_name_in_a_household_are_told_apart(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["生活桥小区|5-1-101|李明|户主|||1960-01-01|", "生活桥小区|5-1-101|李明|孙|||2010-01-01|"]
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    assert ledger.count(Resident, name="李明") == 2
    assert counted(plan_of(ledger, path)) == {"unchanged": 2}
    unknown = plan_of(ledger, sheet(tmp_path / "居民2.xlsx", PEOPLE, "生活桥小区|5-1-101|李明|||||16900000777"))
    assert len(doubt_of(unknown).candidates) == 2


def test_an_appeal_by_its_number(ledger: Ledger, tmp_path: Path) -> None:
    appeal = ledger.records(Appeal)[0]
    with ledger.change("编号") as tx:
        tx.update(appeal.with_values({"number": "11-001"}))
    row = f"11-001|{appeal.registered_on}|谢玉兰|生活桥小区1-2-501|楼道灯不亮 1||办理中|同意"
    plan = plan_of(ledger, sheet(tmp_path / "诉求.xlsx", APPEALS, row))
    assert (plan.rows[0].ids["appeal"], counted(plan)) == (appeal.id, {"update": 1})
    other = plan_of(ledger, sheet(tmp_path / "诉求2.xlsx", APPEALS, row.replace("楼道灯不亮 1", "电梯异响")))
    assert [one.record_id for one in doubt_of(other).candidates] == [appeal.id]
    reused = row.replace("2026", "2025").replace("楼道灯不亮 1", "电梯异响")
    assert counted(plan_of(ledger, sheet(tmp_path / "诉求3.xlsx", APPEALS, reused))) == {"new": 1}, "last year's 11-001"


def test_an_appeal_by_its_title_though_the_sheet_has_no_text(ledger: Ledger, tmp_path: Path) -> None:
    appeal = ledger.records(Appeal)[0]
    with ledger.change("补充内容") as tx:
        tx.update(appeal.with_values({"text": "三楼到四楼之间的灯坏了两周。"}))
    row = f"|{appeal.registered_on}||生活桥小区1-2-501|楼道灯不亮 1||办理中|同意"
    plan = plan_of(ledger, sheet(tmp_path / "诉求.xlsx", APPEALS, row))
    assert (plan.rows[0].ids["appeal"], counted(plan)) == (appeal.id, {"update": 1})


def test_contacts_by_name_and_organisation(ledger: Ledger, tmp_path: Path) -> None:
    headers = "姓名|类型|所在单位|联系电话|职务"
    rows = ["陈×|网格员|生活桥社区|16900000011|组长", "陈×|志愿者||16900000012|", "冯×|物业|桥头物业|16900000013|"]
    path = sheet(tmp_path / "力量.xlsx", headers, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    assert ledger.count(Contact) == 3
    assert counted(plan_of(ledger, path)) == {"unchanged": 3}


def test_ids_of_another_book_are_kept_for_every_record(ledger: Ledger, empty: Ledger, tmp_path: Path) -> None:
    visit = ledger.records(Visit)[0]
    with ledger.change("又一件") as tx:
        second = tx.add(
            Appeal(household=visit.household, visit=visit.id, registered_on=visit.visited_on, title="门禁坏了")
        )
    first = next(one for one in ledger.records(Appeal, visit=visit.id) if one.id != second.id)
    headers = "走访日期|小区|门牌|户主|走访人|反映诉求事项|办理状态|记录编号"
    rows = [
        f"{visit.visited_on}|生活桥小区|1-2-501|谢玉兰|罗×|{one.title}|办理中|{visit.id} {one.id}"
        for one in (first, second)
    ]
    path = sheet(tmp_path / "回传.xlsx", headers, *rows)
    apply_plan(empty, plan_of(empty, path))
    assert [one.id for one in empty.records(Visit)] == [visit.id]
    assert {one.id: one.visit for one in empty.records(Appeal)} == {first.id: visit.id, second.id: visit.id}
    assert counted(plan_of(empty, path)) == {"unchanged": 2}


def test_what_was_deleted_here_is_not_added_again_unasked(ledger: Ledger, empty: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|走访人|走访记录|记录编号"
    visit = ledger.records(Visit)[1]
    path = sheet(tmp_path / "别家.xlsx", headers, f"2026-11-17|生活桥小区|2-2-501|韦国强|罗×|都好|{visit.id}")
    for book in (ledger, empty):
        if book is empty:
            apply_plan(book, plan_of(book, path))
        with book.change("删掉") as tx:
            tx.remove(visit.id)
        plan = plan_of(book, path)
        assert "已经删除" in doubt_of(plan).reason
        assert not apply_plan(book, plan).changes
        apply_plan(book, decided(book, plan, plan.rows[0], NEW_RECORD))
        assert book.get(visit.id).show("said") == "都好"


def test_what_an_undone_import_had_added_is_new_again(ledger: Ledger, empty: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|走访人|走访记录|记录编号"
    visit = ledger.records(Visit)[1]
    path = sheet(tmp_path / "别家.xlsx", headers, f"2026-11-17|生活桥小区|2-2-501|韦国强|罗×|都好|{visit.id}")
    applied = apply_plan(empty, plan_of(empty, path))
    empty.undo(applied.changes.id)
    assert counted(plan_of(empty, path)) == {"new": 1}


def test_an_id_that_was_mistyped_is_doubtful_until_somebody_says_new(ledger: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|走访人|走访记录|记录编号"
    path = sheet(tmp_path / "走访.xlsx", headers, "2026-11-18|生活桥小区|1-2-501|谢玉兰|陈×|电表坏了|V-7K3QX2-0001")
    plan = plan_of(ledger, path)
    assert "认不出来" in doubt_of(plan).reason
    apply_plan(ledger, decided(ledger, plan, plan.rows[0], NEW_RECORD))
    assert (ledger.count(Household), ledger.count(Visit)) == (3, 4)


def test_a_decision_for_a_record_that_is_gone_leaves_the_question(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-18|生活桥小区|1-2-501|武松|陈×|租客|"))
    again = make_plan(ledger, plan.readings, decisions=Decisions(rows={(0, 2): {"household": "H-7K3QX2-0001X"}}))
    assert counted(again) == {"doubtful": 1}
    assert again.rows[0].reason == "选过的对不上了：门牌相同，户主不同"
    assert again.held == 0


def test_the_day_of_a_visit_dates_the_appeal_in_its_row(ledger: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|走访人|反映诉求事项"
    path = sheet(tmp_path / "走访.xlsx", headers, "2026-11-18|生活桥小区|2-2-501|韦国强|陈×|井盖松动")
    apply_plan(ledger, plan_of(ledger, path))
    (added,) = ledger.records(Appeal, title="井盖松动")
    assert (added.registered_on, added.household) == (date(2026, 11, 18), household_at(ledger, "2").id)
