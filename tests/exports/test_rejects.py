"""The workbook of rejected rows."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from exports.rejects import rejected_rows, rejects_workbook
from minqing.exchange.plan import Candidate, Decisions, Plan, Problem, RowPlan, Verdict
from minqing.forms.grid import Cell
from minqing.forms.library import form_named
from minqing.forms.naming import NamedColumn
from minqing.forms.sheet import SheetReading, SheetRow

HEADERS = ("姓名", "登记日期", "备注")


def reading(*rows: tuple[Cell, ...], sheet: str = "居民", ids: tuple[str, ...] = ()) -> SheetReading:
    columns = tuple(
        NamedColumn(index, header, None, "未识别", letter)
        for index, (header, letter) in enumerate(zip(HEADERS, "BCD", strict=True))
    )
    return SheetReading(
        file="表.xlsx",
        sheet=sheet,
        form=form_named("居民信息表"),
        columns=columns,
        rows=tuple(SheetRow(number, ids, cells) for number, cells in enumerate(rows, 5)),
        header_rows=(4,),
        skipped=(),
        unrecognised=HEADERS,
        period=None,
        partner="",
        why="",
        defaults={},
    )


def row(number: int, verdict: Verdict, *problems: Problem, sheet: int = 0, reason: str = "") -> RowPlan:
    candidates = (Candidate("R-1", "甲× 3栋", "同名"),) if reason else ()
    return RowPlan(sheet, number, "", verdict, {}, problems=problems, reason=reason, candidates=candidates)


def plan(readings: tuple[SheetReading, ...], *rows: RowPlan) -> Plan:
    return Plan(readings, rows, "", 1, Decisions())


def test_only_rejected_rows_with_their_own_cells() -> None:
    sheets = (
        reading(("甲×", date(2026, 11, 19), 3), ("=1+1", datetime(2026, 11, 19, 8, 30), None), ("丙×", None, 1.5)),
    )
    made = plan(
        sheets,
        row(5, Verdict.NEW),
        row(6, Verdict.ERROR, Problem("居民!C6", "bad_date", "日期太晚"), Problem("居民!第6行", "x", "整行有误")),
        row(7, Verdict.DOUBTFUL, reason="同名"),
    )
    assert [one.number for one in rejected_rows(made)] == [6, 7]
    sheet = load_workbook(BytesIO(rejects_workbook(made)))["居民"]
    values = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert values == [list(HEADERS), ["=1+1", datetime(2026, 11, 19, 8, 30), None], ["丙×", None, 1.5]]
    assert sheet["A2"].data_type == "s", "a text never becomes a formula"
    comments = {cell.coordinate: cell.comment.text for line in sheet.iter_rows() for cell in line if cell.comment}
    assert comments == {"A2": "整行有误", "B2": "日期太晚", "A3": "同名：甲× 3栋"}


def test_sheets_of_the_same_name_and_their_ids() -> None:
    sheets = (reading(("甲×", None, None), ids=("R-7K3QX2-00017",)), reading(("乙×", None, None)))
    wrong = Problem("居民!B5", "x", "不对")
    made = plan(sheets, row(5, Verdict.ERROR, wrong), row(5, Verdict.ERROR, wrong, sheet=1))
    book = load_workbook(BytesIO(rejects_workbook(made)))
    assert book.sheetnames == ["居民", "居民 (2)"]
    assert [cell.value for cell in book["居民"][1]] == [*HEADERS, "记录编号"]
    assert book["居民"]["D2"].value == "R-7K3QX2-00017"
    assert book["居民 (2)"].max_column == len(HEADERS)
