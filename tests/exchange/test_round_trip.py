"""A sheet goes out and comes back: untouched, edited, twice, undone."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from stdnum.cn.ric import calc_check_digit

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice, Verdict
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import PASSWORD, Send, edit, plan_of

ALL = (Household, Resident, Visit, Appeal)


def contents(ledger: Ledger) -> dict[str, dict[str, object]]:
    return {one.id: {**one.values(), "extra": dict(one.extra)} for model in ALL for one in ledger.records(model)}


def test_untouched_comes_back_without_change_or_question(ledger: Ledger, send: Send) -> None:
    plan = plan_of(ledger, send(ledger))
    assert {verdict: count for verdict, count in plan.counts.items() if count} == {Verdict.UNCHANGED: 3}
    before = ledger.version
    assert not apply_plan(ledger, plan).changes
    assert ledger.version == before


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_untouched_after_libreoffice_saved_it(ledger: Ledger, send: Send, tmp_path: Path, kind: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    sent = send(ledger)
    target = tmp_path / "saved"
    filters = {"csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"}
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}",
            "--headless",
            "--convert-to",
            filters.get(kind, kind),
            "--outdir",
            str(target),
            str(sent),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    saved = next(target.iterdir())
    plan = plan_of(ledger, saved, partner="街道办")
    assert plan.counts[Verdict.UNCHANGED] == 3, [row for row in plan.rows if row.verdict is not Verdict.UNCHANGED]


def test_edits_are_taken_and_the_masked_phone_stays(ledger: Ledger, send: Send) -> None:
    back = edit(
        send(ledger),
        {("谢玉兰", "办理状态"): "已办结", ("谢玉兰", "办结日期"): "2026-11-18", ("范立新", "备注"): "请复核"},
    )
    plan = plan_of(ledger, back)
    assert plan.counts[Verdict.UPDATE] == 2
    apply_plan(ledger, plan)
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    assert (appeal.state, str(appeal.closed_on)) == ("已办结", "2026-11-18")
    assert {one.phones for one in ledger.records(Resident)} == {("16900000107",), ("16900000113",), ("16900000162",)}
    assert {str(one.visited_at) for one in ledger.records(Visit)} == {"15:20:00"}


def test_the_same_file_again_does_nothing(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "解决办法"): "换灯"})
    apply_plan(ledger, plan_of(ledger, back))
    again = plan_of(ledger, back)
    assert again.counts[Verdict.UNCHANGED] == 3
    assert not apply_plan(ledger, again).changes


def test_both_changed_is_a_conflict_that_waits(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×"})
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    with ledger.change("本机改") as tx:
        tx.update(appeal.with_values({"handler": "社区 罗×"}))
    plan = plan_of(ledger, back)
    row = next(row for row in plan.rows if row.verdict is Verdict.CONFLICT)
    cell = row.edits[0]
    assert (cell.base, cell.ours, cell.theirs, cell.choice) == ("物业 冯×", "社区 罗×", "街道 陈×", None)
    assert not apply_plan(ledger, plan).changes, "nobody wins silently"
    decided = plan.decide(row, cell, Choice.THEIRS)
    apply_plan(ledger, decided)
    assert ledger.get(appeal.id).show("handler") == "街道 陈×"
    assert "社区 罗×" in {entry.before for change in ledger.history(appeal.id) for entry in ledger.entries(change.id)}


def test_keeping_ours_settles_the_conflict(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×"})
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    with ledger.change("本机改") as tx:
        tx.update(appeal.with_values({"handler": "社区 罗×"}))
    apply_plan(ledger, plan_of(ledger, back).decide_all(Choice.OURS))
    assert ledger.get(appeal.id).show("handler") == "社区 罗×"
    assert plan_of(ledger, back).counts[Verdict.UNCHANGED] == 3


def test_a_blanked_cell_is_a_question(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "责任人"): None})
    plan = plan_of(ledger, back)
    assert plan.counts[Verdict.CONFLICT] == 1
    assert not apply_plan(ledger, plan.decide_all(Choice.THEIRS)).changes, "a blank never erases wholesale"


def test_undo_takes_the_whole_sheet_back_after_reopening(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "解决办法"): "换灯", ("范立新", "家庭基本情况"): "3 人，出租户"})
    before = contents(ledger)
    applied = apply_plan(ledger, plan_of(ledger, back))
    path = ledger.path
    ledger.close()
    with Ledger.open(path, PASSWORD) as reopened:
        reopened.undo(applied.changes.id)
        assert contents(reopened) == before
        assert plan_of(reopened, back).counts[Verdict.UPDATE] == 2, "the bases went back too"


def test_two_rows_with_one_id_are_an_error_naming_both(ledger: Ledger, send: Send) -> None:
    path = send(ledger)
    ids = " ".join(row for row in next(iter(ledger.bases("街道办", "民情台账"))).split())
    back = edit(path, {("谢玉兰", "记录编号"): ids, ("韦国强", "记录编号"): ids})
    plan = plan_of(ledger, back)
    wrong = [row for row in plan.rows if row.verdict is Verdict.ERROR]
    assert len(wrong) == 2
    assert all("第 4 行" in row.problems[0].message and "第 5 行" in row.problems[0].message for row in wrong)


def test_a_bad_cell_is_named_and_the_rest_of_the_row_goes_in(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("谢玉兰", "办结日期"): "2024.13.8", ("谢玉兰", "解决办法"): "换灯"})
    plan = plan_of(ledger, back)
    row = next(row for row in plan.rows if row.verdict is Verdict.ERROR)
    assert row.problems[0].cell.startswith("民情台账!M")
    assert "2024.13.8" in row.problems[0].message
    apply_plan(ledger, plan)
    assert "换灯" in {one.solution for one in ledger.records(Appeal)}


def test_an_appeal_written_into_a_row_without_one_is_added_to_that_visit(ledger: Ledger, send: Send) -> None:
    back = edit(send(ledger), {("韦国强", "反映诉求事项"): "电梯异响", ("韦国强", "诉求类别"): "电梯"})
    plan = plan_of(ledger, back)
    apply_plan(ledger, plan)
    appeal = next(one for one in ledger.records(Appeal) if one.title == "电梯异响")
    visit = ledger.get(appeal.visit)
    assert isinstance(visit, Visit)
    assert appeal.household == visit.household
    assert plan_of(ledger, back).counts[Verdict.UNCHANGED] == 3, "not added a second time"


def test_the_office_book_gets_everything_under_the_same_ids(ledger: Ledger, empty: Ledger, send: Send) -> None:
    path = send(ledger)
    plan = plan_of(empty, path, partner="罗×")
    assert plan.counts[Verdict.NEW] == 3
    assert not [row.problems for row in plan.rows if row.problems and "遮掩" not in row.problems[0].message]
    apply_plan(empty, plan)
    assert {one.id for one in empty.records(Visit)} == {one.id for one in ledger.records(Visit)}
    assert plan_of(empty, path, partner="罗×").writing == 0


def test_the_totals_are_no_row_when_the_first_column_is_gone(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(send(ledger))
    book["民情台账"].delete_cols(1)
    path = tmp_path / "少一栏.xlsx"
    book.save(path)
    plan = plan_of(ledger, path)
    assert {verdict: count for verdict, count in plan.counts.items() if count} == {Verdict.UNCHANGED: 3}


def test_a_remark_in_the_header_of_the_ids_does_not_lose_them(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(send(ledger))
    for row in book["民情台账"].iter_rows():
        for cell in row:
            if cell.value in {"记录编号", "序号"}:
                cell.value = f"* {cell.value}\n（勿改）"
    path = tmp_path / "加注.xlsx"
    book.save(path)
    plan = plan_of(ledger, path)
    assert plan.counts[Verdict.UNCHANGED] == 3
    assert not plan.readings[0].unrecognised


def test_a_row_without_its_day_leaves_nothing_behind(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(send(ledger))
    sheet = book["民情台账"]
    sheet.insert_rows(4)
    for column, text in ((2, "2026.13.1"), (4, "9栋2单元501"), (5, "王某")):
        sheet.cell(4, column, text)
    path = tmp_path / "缺日期.xlsx"
    book.save(path)
    plan = plan_of(ledger, path)
    assert plan.counts[Verdict.UNCHANGED] == 3
    assert [record.slot for row in plan.rows for record in row.new] == []


def test_a_sex_that_the_id_number_contradicts_is_refused(ledger: Ledger, send: Send) -> None:
    head = next(one for one in ledger.records(Resident) if one.name == "谢玉兰")
    number = "99010119680712001"
    with ledger.change("补证件") as tx:
        tx.update(head.with_values({"sex": "男", "id_number": number + calc_check_digit(f"{number}0")}))
    back = edit(send(ledger, "居民信息表", name="居民.xlsx"), {("谢玉兰", "性别"): "女"}, sheet="居民信息表")
    plan = plan_of(ledger, back)
    assert [row.verdict for row in plan.rows if row.edits or row.problems] == [Verdict.ERROR]
    assert plan.writing == 0
