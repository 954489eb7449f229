"""What a plan says of each row: bad cells, columns nobody knows, blanks, masks, two rows about one record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest

from minqing.actions.sample_people import id_number
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice, Plan, Verdict
from minqing.exchange.planner import make_plan
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import Send, counted, edit, plan_of, sheet

VISITS = "走访日期|小区|门牌|户主|走访人|走访记录|家庭基本情况|反映诉求事项|办结日期"


def foreign(ledger: Ledger, tmp_path: Path, *rows: str, headers: str = VISITS) -> Plan:
    return plan_of(ledger, sheet(tmp_path / "外来.xlsx", headers, *rows))


def problems_of(plan: Plan) -> list[tuple[str, str]]:
    return [(one.cell, one.code) for row in plan.rows for one in row.problems]


def with_column(path: Path, header: str, values: dict[str, str | None], *, name: str = "加栏.xlsx") -> Path:
    """The office puts a column of its own to the right of a sheet."""
    book = openpyxl.load_workbook(path)
    page = book["民情台账"]
    rows = list(page.iter_rows())
    head = next(row for row in rows if any(cell.value == "序号" for cell in row))
    labels = [cell.value for cell in head]
    place = labels.index(header) + 1 if header in labels else len(labels) + 1
    page.cell(rows.index(head) + 1, place, header)
    for number, row in enumerate(rows, 1):
        for needle, value in values.items():
            if any(needle in str(cell.value or "") for cell in row):
                page.cell(number, place).value = value
    book.save(path.with_name(name))
    return path.with_name(name)


def test_a_new_row_whose_needed_cell_is_bad_is_rejected_whole(ledger: Ledger, tmp_path: Path) -> None:
    plan = foreign(ledger, tmp_path, "2026.13.8|生活桥小区|5-1-101|武松|陈×|都好|3 人||")
    assert counted(plan) == {"error": 1}
    assert "bad_date" in {code for _, code in problems_of(plan)}
    assert not apply_plan(ledger, plan).changes
    assert (ledger.count(Household), ledger.count(Resident)) == (3, 3), "no household without the visit it came for"


def test_a_row_after_a_rejected_one_brings_their_household_itself(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"{day}|生活桥小区|5-1-101|武松|陈×|{day}|3 人||" for day in ("2026.13.8", "2026-11-18")]
    plan = foreign(ledger, tmp_path, *rows)
    assert counted(plan) == {"error": 1, "new": 1}
    apply_plan(ledger, plan)
    (home,) = [one for one in ledger.records(Household) if one.building == "5"]
    (visit,) = ledger.records(Visit, said="2026-11-18")
    assert visit.household == home.id
    assert ledger.check() == []


def test_a_bad_cell_that_is_not_needed_costs_only_itself(ledger: Ledger, tmp_path: Path) -> None:
    row = "2026-11-18|生活桥小区|5-1-101|武松|陈×|都好|3 人|井盖松动|2026-11-01"
    plan = foreign(ledger, tmp_path, row, row.replace("5-1-101", "5-1-102").replace("2026-11-01", "十一月"))
    assert [code for _, code in problems_of(plan)] == ["bad_order", "bad_date"]
    assert [sorted(one.slot for one in row.new) for row in plan.rows] == [
        ["head", "household", "visit"],
        ["appeal", "head", "household", "visit"],
    ], "an appeal closed before it was made is no appeal; one whose day is unreadable is"
    apply_plan(ledger, plan)
    assert ledger.count(Visit) == 5
    assert not [key for key in ledger.bases("", "民情台账") if "+" in key]


def test_what_two_rows_say_of_one_new_household_is_put_together(ledger: Ledger, tmp_path: Path) -> None:
    headers = f"{VISITS}|网格"
    rows = [
        "2026-11-17|生活桥小区|5-1-101|武松|陈×|第一次|||||",
        "2026-11-18|生活桥小区|5-1-101|武松|陈×|第二次|3 人|||第1网格",
    ]
    plan = foreign(ledger, tmp_path, *rows, headers=headers)
    assert counted(plan) == {"new": 2}
    apply_plan(ledger, plan)
    (home,) = [one for one in ledger.records(Household) if one.building == "5"]
    assert (home.situation, home.grid) == ("3 人", "第1网格")


def test_two_values_for_one_new_household_are_told_with_both_places(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2026-11-1{day}|生活桥小区|5-1-101|武松|陈×|第 {day} 次|{day} 人||" for day in (7, 8)]
    plan = foreign(ledger, tmp_path, *rows)
    assert problems_of(plan) == [("Sheet!G3", "two_values")]
    assert "Sheet!第2行" in plan.rows[1].problems[0].message
    apply_plan(ledger, plan)
    assert [one.situation for one in ledger.records(Household) if one.building == "5"] == ["7 人"]
    assert ledger.count(Visit) == 5, "the visit itself goes in"


def test_two_values_for_one_known_household_are_told_with_both_places(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.change("建档") as tx:
        home = tx.add(Household(estate="生活桥小区", building="6", unit="2", room="501"))
        tx.add(Resident(household=home.id, name="鲁达", relation="户主"))
    rows = [f"2026-11-1{day}|生活桥小区|6-2-501|鲁达|陈×|第 {day} 次|{day} 人||" for day in (8, 9)]
    plan = foreign(ledger, tmp_path, *rows)
    assert problems_of(plan) == [("Sheet!G3", "two_values")]
    assert "Sheet!G2" in plan.rows[1].problems[0].message
    apply_plan(ledger, plan)
    assert ledger.get(home.id).show("situation") == "8 人"


def test_a_value_that_somebody_emptied_here_is_filled_from_an_unknown_sheet_only_if_a_person_says_so(
    ledger: Ledger, tmp_path: Path
) -> None:
    with ledger.change("清空") as tx:
        home = next(one for one in ledger.records(Household) if one.building == "1")
        tx.update(home.with_values({"situation": ""}))
    plan = foreign(ledger, tmp_path, "2026-11-18|生活桥小区|1-2-501|谢玉兰|陈×|又去|8 人||")
    (edit,) = plan.rows[0].open_conflicts
    assert (edit.base, edit.ours, edit.theirs) == (None, "", "8 人")
    apply_plan(ledger, plan)
    assert ledger.get(home.id).show("situation") == ""


def test_one_edit_of_a_household_in_one_of_its_two_rows_is_enough(ledger: Ledger, send: Send) -> None:
    with ledger.change("又去") as tx:
        first = ledger.records(Visit)[0]
        tx.add(first.with_values({"id": "", "revision": 0, "visited_on": "2026-11-19", "notes": "第二次"}))
    back = edit(send(ledger), {("第二次", "家庭基本情况"): "3 人"})
    plan = plan_of(ledger, back)
    assert counted(plan) == {"unchanged": 3, "update": 1}
    apply_plan(ledger, plan)
    assert ledger.get(first.household).show("situation") == "3 人"
    assert counted(plan_of(ledger, back)) == {"unchanged": 4}


def test_a_blank_neither_erases_nor_takes_the_value_above(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["2026-11-18|生活桥小区|5-1-101|武松|陈×|都好|3 人||", "2026-11-18|生活桥小区|1-2-501|谢玉兰||都好|||"]
    apply_plan(ledger, foreign(ledger, tmp_path, *rows))
    home = next(one for one in ledger.records(Household) if one.building == "1")
    assert home.situation == "1 人，夫妻退休"
    assert [one.visitors for one in ledger.records(Visit, household=home.id)] == [("罗×",), ()]


def test_blank_and_wu_in_a_sheet_that_was_sent_are_questions(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "家庭基本情况"): None, ("谢玉兰", "反映诉求事项"): "无"})
    plan = plan_of(ledger, back)
    (row,) = [row for row in plan.rows if row.edits]
    assert {(one.attribute, one.conflict, one.choice) for one in row.edits} <= {
        ("situation", True, None),
        ("title", True, None),
    }
    assert not apply_plan(ledger, plan).changes


def test_a_blank_that_somebody_decided_for_erases_that_cell_only(ledger: Ledger, send: Send) -> None:
    plan = plan_of(ledger, edit(send(ledger), {("谢玉兰", "家庭基本情况"): None}))
    (row,) = [row for row in plan.rows if row.edits]
    before = {one.id: one for one in ledger.records(Household)}
    apply_plan(ledger, plan.decide(row, row.edits[0], Choice.THEIRS))
    changed = {one.id: one for one in ledger.records(Household) if one != before[one.id]}
    (home,) = changed.values()
    assert home == before[home.id].with_values({"situation": "", "revision": home.revision})
    assert counted(plan_of(ledger, edit(send(ledger, name="再.xlsx"), {}))) == {"unchanged": 3}


def test_a_masked_phone_written_out_in_full_is_an_update(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "联系电话"): "16900009999", ("韦国强", "联系电话"): "16900000113"})
    plan = plan_of(ledger, back)
    assert counted(plan) == {"update": 1, "unchanged": 2}, "a full number that is the one in the book is no edit"
    apply_plan(ledger, plan)
    assert ("16900009999",) in {one.phones for one in ledger.records(Resident)}
    assert counted(plan_of(ledger, back)) == {"unchanged": 3}


@pytest.mark.parametrize("text", ["169****9999", None])
def test_another_mask_or_a_blank_never_touches_the_phone(ledger: Ledger, send: Send, text: str | None) -> None:
    plan = plan_of(ledger, edit(send(ledger), {("谢玉兰", "联系电话"): text}))
    before = {one.phones for one in ledger.records(Resident)}
    apply_plan(ledger, plan.decide_all(Choice.THEIRS))
    assert {one.phones for one in ledger.records(Resident)} == before
    assert bool(problems_of(plan)) is (text is not None)


def test_a_column_of_the_office_is_kept_and_its_edits_merge(ledger: Ledger, send: Send) -> None:
    sent = send(ledger)
    first = with_column(sent, "街道批示", {"谢玉兰": "请尽快", "范立新": "阅"})
    apply_plan(ledger, plan_of(ledger, first))
    visit = next(one for one in ledger.records(Visit) if str(one.visited_on) == "2026-11-16")
    assert dict(visit.extra) == {"街道批示": "请尽快"}
    assert counted(plan_of(ledger, first)) == {"unchanged": 3}

    second = with_column(first, "街道批示", {"谢玉兰": "已阅"}, name="再改.xlsx")
    apply_plan(ledger, plan_of(ledger, second))
    visit = next(one for one in ledger.records(Visit) if one.id == visit.id)
    assert visit.extra["街道批示"] == "已阅"

    with ledger.change("本机改") as tx:
        tx.update(visit.with_values({"extra": {"街道批示": "本机批注"}}))
    third = with_column(second, "街道批示", {"谢玉兰": "办结"}, name="三改.xlsx")
    plan = plan_of(ledger, third)
    (cell,) = [one for row in plan.rows for one in row.edits]
    assert (cell.base, cell.ours, cell.theirs, cell.choice) == ("已阅", "本机批注", "办结", None)
    apply_plan(ledger, plan.decide_all(Choice.THEIRS))
    assert ledger.get(visit.id).extra["街道批示"] == "办结"


def test_a_column_of_a_new_row_is_kept_with_what_the_row_is_about(ledger: Ledger, tmp_path: Path) -> None:
    headers = f"{VISITS}|考核等次"
    plan = foreign(ledger, tmp_path, "2026-11-18|生活桥小区|5-1-101|武松|陈×|都好|3 人|井盖松动||优", headers=headers)
    assert plan.readings[0].unrecognised == ("考核等次",)
    apply_plan(ledger, plan)
    assert [dict(one.extra) for one in ledger.records(Visit, said="都好") if one.extra] == [{"考核等次": "优"}]
    assert not [one for one in ledger.records(Appeal) if one.extra]


def test_an_edit_that_would_break_a_rule_stays_out(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "办结日期"): "2026-11-01", ("谢玉兰", "责任人"): "街道 陈×"})
    plan = plan_of(ledger, back)
    assert [code for _, code in problems_of(plan)] == ["bad_order"]
    apply_plan(ledger, plan)
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    assert (appeal.closed_on, appeal.handler) == (None, "街道 陈×")


def two_copies(ledger: Ledger, send: Send) -> tuple[Path, Path]:
    """One sheet that was sent, edited by two clerks in two copies."""
    sent = send(ledger)
    first = edit(sent, {("谢玉兰", "责任人"): "街道 陈×", ("范立新", "备注"): "甲"})
    first = first.rename(first.with_name("甲改.xlsx"))
    second = edit(sent, {("谢玉兰", "解决办法"): "换灯", ("范立新", "家庭基本情况"): "4 人"})
    return first, second.rename(second.with_name("乙改.xlsx"))


@pytest.mark.parametrize("swapped", [False, True])
def test_two_copies_of_one_sheet_do_not_undo_each_other(ledger: Ledger, send: Send, swapped: bool) -> None:
    copies = two_copies(ledger, send)
    for path in reversed(copies) if swapped else copies:
        plan = plan_of(ledger, path)
        assert counted(plan) == {"update": 2, "unchanged": 1}
        apply_plan(ledger, plan)
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    assert (appeal.handler, appeal.solution) == ("街道 陈×", "换灯")
    version = ledger.version
    for path in copies:
        plan = plan_of(ledger, path)
        assert counted(plan) == {"unchanged": 3}
        assert not apply_plan(ledger, plan).changes
    assert ledger.version == version, "and having both again writes nothing at all"


def test_two_copies_that_say_different_things_are_a_conflict(ledger: Ledger, send: Send) -> None:
    sent = send(ledger)
    first = edit(sent, {("谢玉兰", "责任人"): "街道 陈×"})
    apply_plan(ledger, plan_of(ledger, first))
    plan = plan_of(ledger, edit(sent, {("谢玉兰", "责任人"): "街道 吴×"}))
    (cell,) = [one for row in plan.rows for one in row.edits]
    assert (cell.base, cell.ours, cell.theirs, cell.choice) == ("物业 冯×", "街道 陈×", "街道 吴×", None)


def test_a_sheet_that_was_edited_on_and_comes_again(ledger: Ledger, send: Send) -> None:
    """What nobody had touched is taken; a cell taken before is asked about, for it may be of another copy."""
    first = edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×"})
    apply_plan(ledger, plan_of(ledger, first))
    plan = plan_of(ledger, edit(first, {("谢玉兰", "解决办法"): "换灯"}))
    assert counted(plan) == {"update": 1, "unchanged": 2}
    again = plan_of(ledger, edit(first, {("谢玉兰", "责任人"): "街道 吴×"}))
    assert counted(again) == {"conflict": 1, "unchanged": 2}


def test_a_file_taken_before_is_no_news_though_we_have_gone_on(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×"})
    apply_plan(ledger, plan_of(ledger, back))
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    with ledger.change("转办") as tx:
        tx.update(appeal.with_values({"handler": "社区 罗×"}))
    assert counted(plan_of(ledger, back)) == {"unchanged": 3}


def test_an_earlier_export_that_comes_back_late_does_not_undo_our_correction(ledger: Ledger, send: Send) -> None:
    monday = send(ledger, name="周一.xlsx")
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    with ledger.change("更正") as tx:
        tx.update(appeal.with_values({"handler": "物业 石×"}))
    send(ledger, name="周二.xlsx")
    plan = plan_of(ledger, edit(monday, {("谢玉兰", "解决办法"): "换灯"}))
    assert [(one.attribute, one.conflict) for row in plan.rows for one in row.edits] == [("solution", False)]
    apply_plan(ledger, plan)
    found = ledger.get(appeal.id)
    assert (found.show("handler"), found.show("solution")) == ("物业 石×", "换灯")


def test_going_back_to_an_earlier_word_in_the_newest_sheet_is_an_edit(ledger: Ledger, send: Send) -> None:
    send(ledger, name="周一.xlsx")
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    with ledger.change("进展") as tx:
        tx.update(appeal.with_values({"state": "待回访"}))
    tuesday = send(ledger, name="周二.xlsx")
    plan = plan_of(ledger, edit(tuesday, {("谢玉兰", "办理状态"): "办理中"}))
    assert counted(plan) == {"update": 1, "unchanged": 2}


def test_what_was_received_and_sent_again_unchanged_is_the_new_base(ledger: Ledger, send: Send) -> None:
    apply_plan(ledger, plan_of(ledger, edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×"})))
    plan = plan_of(ledger, edit(send(ledger, name="第二周.xlsx"), {("谢玉兰", "责任人"): "街道 吴×"}))
    assert counted(plan) == {"update": 1, "unchanged": 2}


def test_sheets_of_two_partners_in_one_plan_keep_their_own_bases(ledger: Ledger, send: Send) -> None:
    street = edit(send(ledger, partner="街道办", name="街道.xlsx"), {("谢玉兰", "责任人"): "街道 陈×"})
    owners = edit(send(ledger, partner="物业", name="物业.xlsx"), {("范立新", "责任人"): "物业 石×"})
    readings = [one for path in (street, owners) for one in read_sheets(path)]
    plan = make_plan(ledger, readings)
    assert counted(plan) == {"update": 2, "unchanged": 4}
    with ledger.change("动一下") as tx:
        tx.add(Household(estate="生活桥小区", building="7", room="101"))
    apply_plan(ledger, plan)
    assert {one.partner for one in ledger.exchanges() if one.direction == "in"} == {"街道办", "物业"}
    assert "街道 陈×" in {cell for base in ledger.bases("街道办", "民情台账").values() for cell in base.cells.values()}
    assert "物业 石×" in {cell for base in ledger.bases("物业", "民情台账").values() for cell in base.cells.values()}
    assert counted(make_plan(ledger, readings)) == {"unchanged": 6}


def test_labels_say_whom_a_row_is_about(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["2026-11-18|生活桥小区|5-1-101|武松|陈×|都好|||", "2026.13.8|生活桥小区|1-2-501|谢玉兰|||||"]
    plan = foreign(ledger, tmp_path, *rows)
    found = [(row.label, row.verdict) for row in plan.rows]
    assert found == [("5栋1单元101 武松", Verdict.NEW), ("1栋2单元501 谢玉兰", Verdict.ERROR)]


def test_a_head_who_is_rejected_in_one_row_is_added_by_the_next(ledger: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|户主身份证号|户主性别|走访记录"
    number = id_number(Random(1), date(1990, 1, 1), "男")
    rows = [f"2026-11-1{day}|生活桥小区|5-1-101|武松|{number}|{sex}|{day}" for day, sex in ((7, "女"), (8, "男"))]
    plan = foreign(ledger, tmp_path, *rows, headers=headers)
    assert problems_of(plan) == [("Sheet!E2", "bad_id_number")]
    assert [[one.slot for one in row.new] for row in plan.rows] == [["household", "visit"], ["head", "visit"]]
    apply_plan(ledger, plan)
    assert [one.name for one in ledger.records(Resident, id_number=number)] == ["武松"]
    assert ledger.check() == []
