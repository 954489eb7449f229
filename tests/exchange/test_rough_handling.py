"""Sheets that were treated roughly before they came back: matched where it is certain, doubtful where it is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import NEW_RECORD, Verdict
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.visit import Visit
from tests.exchange.conftest import Send, counted, plan_of

Rows = list[list[Any]]
SHEET = "民情台账"
IDS = "记录编号"


def table(path: Path) -> tuple[Rows, list[Any], Rows]:
    """What stands over the header, the header, and the rows below it."""
    rows = [list(row) for row in openpyxl.load_workbook(path)[SHEET].values]
    head = next(number for number, row in enumerate(rows) if "序号" in row)
    return rows[:head], rows[head], [row for row in rows[head + 1 :] if any(row)]


def saved(path: Path, rows: Rows, *, title: str = SHEET) -> Path:
    """Cells in a workbook of somebody's own: no hidden sheet, no formats."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def set_cell(head: list[Any], rows: Rows, who: str, label: str, text: str) -> None:
    row = next(row for row in rows if who in row)
    row[head.index(label)] = text


def handler(ledger: Ledger, number: int) -> str:
    return next(one.handler for one in ledger.records(Appeal) if one.title == f"楼道灯不亮 {number}")


def sorted_otherwise(over: Rows, head: list[Any], rows: Rows) -> Rows:
    return [*over, head, *reversed(rows)]


def columns_moved(over: Rows, head: list[Any], rows: Rows) -> Rows:
    order = list(range(len(head)))
    random.Random(4).shuffle(order)
    return [*over, *([row[place] for place in order] for row in (head, *rows))]


def columns_deleted(over: Rows, head: list[Any], rows: Rows) -> Rows:
    kept = [place for place, name in enumerate(head) if name not in {"走访人", "走访记录", "家庭情况", "序号"}]
    return [*over, *([row[place] for place in kept] for row in (head, *rows))]


def headers_respelled(over: Rows, head: list[Any], rows: Rows) -> Rows:
    wide = str.maketrans("()ABCDID", "（）ＡＢＣＤＩＤ")
    spelled = [f" ＊{str(name).translate(wide)}\n" if name else name for name in head]
    return [*over, spelled, *rows]


def rows_inserted(over: Rows, head: list[Any], rows: Rows) -> Rows:
    blank = [None] * len(head)
    spaced = [" " if place == 2 else None for place in range(len(head))]
    return [*over, [None], head, blank, rows[0], spaced, *rows[1:], ["合计", len(rows)]]


def title_gone(_: Rows, head: list[Any], rows: Rows) -> Rows:
    return [head, *rows]


TREATMENTS = [sorted_otherwise, columns_moved, columns_deleted, headers_respelled, rows_inserted, title_gone]


@pytest.mark.parametrize("treat", TREATMENTS)
def test_with_its_ids_every_row_is_known(
    ledger: Ledger, send: Send, tmp_path: Path, treat: Callable[[Rows, list[Any], Rows], Rows]
) -> None:
    over, head, rows = table(send(ledger))
    plan = plan_of(ledger, saved(tmp_path / "原样.xlsx", treat(over, head, rows)), partner="街道办")
    assert counted(plan) == {"unchanged": 3}
    set_cell(head, rows, "谢玉兰", "责任人", "街道 陈×")
    plan = plan_of(ledger, saved(tmp_path / "改过.xlsx", treat(over, head, rows)), partner="街道办")
    assert counted(plan) == {"update": 1, "unchanged": 2}
    apply_plan(ledger, plan)
    assert handler(ledger, 1) == "街道 陈×"
    assert (ledger.count(Household), ledger.count(Visit), ledger.count(Appeal)) == (3, 3, 2)


@pytest.mark.parametrize("treat", [*TREATMENTS[:2], *TREATMENTS[3:]])
def test_without_its_ids_what_it_says_tells_the_rows(
    ledger: Ledger, send: Send, tmp_path: Path, treat: Callable[[Rows, list[Any], Rows], Rows]
) -> None:
    over, head, rows = table(send(ledger))
    place = head.index(IDS)
    bare, cut = head[:place] + head[place + 1 :], [row[:place] + row[place + 1 :] for row in rows]
    set_cell(bare, cut, "谢玉兰", "责任人", "街道 陈×")
    plan = plan_of(ledger, saved(tmp_path / "没有编号.xlsx", treat(over, bare, cut)), partner="街道办")
    assert counted(plan) == {"update": 1, "unchanged": 2}
    apply_plan(ledger, plan)
    assert handler(ledger, 1) == "街道 陈×"
    assert (ledger.count(Household), ledger.count(Visit), ledger.count(Appeal)) == (3, 3, 2)


@pytest.mark.parametrize("hidden", ["记录编号", "责任人", "门牌"])
def test_hidden_columns_and_rows_count_all_the_same(ledger: Ledger, send: Send, hidden: str) -> None:
    path = send(ledger)
    book = openpyxl.load_workbook(path)
    page = book[SHEET]
    head = next(row for row in page.iter_rows() if any(cell.value == "序号" for cell in row))
    letter = next(cell.column_letter for cell in head if cell.value == hidden)
    page.column_dimensions[letter].hidden = True
    page.row_dimensions[int(head[0].row or 0) + 2].hidden = True
    book.save(path)
    assert counted(plan_of(ledger, path)) == {"unchanged": 3}


def test_in_the_offices_master_our_rows_are_ours_and_the_others_are_new(
    ledger: Ledger, send: Send, tmp_path: Path
) -> None:
    over, head, rows = table(send(ledger))
    set_cell(head, rows, "范立新", "责任人", "街道 王×")
    place = {name: number for number, name in enumerate(head)}

    def foreign(day: str, community: str, door: str, name: str, matter: str) -> list[Any]:
        row: list[Any] = [None] * len(head)
        said = {"走访日期": day, "小区": community, "门牌": door, "户主": name, "反映诉求事项": matter}
        for label, text in said.items():
            row[place[label]] = text
        return row

    others = [
        foreign("2026-11-17", "桂花苑", "1栋2单元501", "潘金", "下水道堵"),
        foreign("2026-11-18", "桂花苑", "4栋1单元102", "鲁达", "电梯停运"),
    ]
    master = [*over, head, others[0], rows[2], rows[0], others[1], rows[1]]
    plan = plan_of(ledger, saved(tmp_path / "街道汇总.xlsx", master, title="全街道"), partner="街道办")
    assert counted(plan) == {"new": 2, "update": 1, "unchanged": 2}
    assert not any(row.ids.get("household", "").startswith("H") for row in plan.rows if row.verdict is Verdict.NEW)
    apply_plan(ledger, plan)
    assert handler(ledger, 3) == "街道 王×"
    assert ledger.count(Household) == 5
    again = plan_of(ledger, tmp_path / "街道汇总.xlsx", partner="街道办")
    assert counted(again) == {"unchanged": 5}


def test_pasted_without_ids_and_changed_at_both_ends_is_asked(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    """Neither id, nor head, nor matter are as they were: nothing of it is taken for granted."""
    over, head, rows = table(send(ledger))
    place = head.index(IDS)
    bare, cut = head[:place] + head[place + 1 :], [row[:place] + row[place + 1 :] for row in rows]
    set_cell(bare, cut, "谢玉兰", "反映诉求事项", "楼道的灯还是不亮")
    cut[0][bare.index("户主")] = "解玉兰"
    plan = plan_of(ledger, saved(tmp_path / "改名.xlsx", [*over, bare, *cut]), partner="街道办")
    assert counted(plan) == {"doubtful": 1, "unchanged": 2}
    (candidate,) = next(row for row in plan.rows if row.verdict is Verdict.DOUBTFUL).candidates
    assert "姓名读音相同" in candidate.why


def test_ids_that_a_spreadsheet_spoiled_are_asked_about(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    over, head, rows = table(send(ledger))
    place = head.index(IDS)
    for row in rows:
        row[place] = row[place] and " ".join(one[:-1] for one in str(row[place]).split())
    plan = plan_of(ledger, saved(tmp_path / "截断.xlsx", [*over, head, *rows]), partner="街道办")
    assert counted(plan) == {"doubtful": 3}
    assert not apply_plan(ledger, plan).changes
    decisions = plan.decisions
    for doubtful in plan.rows:
        decisions = decisions.identify(doubtful.ref, doubtful.asks, NEW_RECORD)
    by_content = make_plan(ledger, plan.readings, partner=plan.said, decisions=decisions)
    assert counted(by_content) == {"unchanged": 3}, "without its id, what the row says tells which it is"
