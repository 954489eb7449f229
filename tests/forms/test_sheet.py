"""Whole sheets, from file to rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.errors import NoTable, WorksheetMissing
from minqing.forms.library import form_named
from minqing.forms.marker import MARKER_SHEET, Marker, marker_rows
from minqing.forms.sheet import SheetReading, read_file, read_sheets
from minqing.records.dates import Period
from minqing.records.identity import make_id
from tests.forms.conftest import Rows, WriteBook

VISIT, APPEAL = make_id("V", "7K3QX2", 1), make_id("A", "7K3QX2", 1)
HEADERS = [*(column.label for column in form_named("民情台账").columns), "记录编号"]
ROW = [1, "11月16日", "生活桥小区", "1栋2单元202", "谢玉×", "169****0107", "2 人", "垃圾桶离窗太近", "垃圾分类", "移位",
       "已办结", "物业", "2026-11-18", "罗×", "", f"{VISIT} {APPEAL}"]  # fmt: skip


def weekly(*rows: list[object]) -> Rows:
    return [
        ["新光路街道民情台账（2026年第47周）"],
        ["填报单位（盖章）：生活桥社区", "", "", "", "", "填报人：罗×"],
        HEADERS,
        *rows,
        ["合计", "", "走访 1 户"],
        ["填报人：罗×", "", "", "", "", "", "", "审核人："],
    ]


def only(path: Path) -> SheetReading:
    (reading,) = read_sheets(path)
    return reading


def test_weekly_sheet_is_read_by_its_form(write_book: WriteBook) -> None:
    reading = only(write_book({"民情台账": weekly(ROW)}))
    assert reading.form is form_named("民情台账")
    assert reading.why == "按“民情台账”读：有它 14 栏中的 14 栏。"
    assert [one.header for one in reading.columns] == HEADERS[1:-1]
    assert reading.header_rows == (3,)
    assert reading.period == Period.week("2026-W47")
    assert reading.defaults == {"street": "新光路街道", "community": "生活桥社区"}
    assert [(row.number, row.ids) for row in reading.rows] == [(4, (VISIT, APPEAL))]


def test_cells_are_read_by_position_and_have_a_place(write_book: WriteBook) -> None:
    reading = only(write_book({"民情台账": weekly(ROW)}))
    row = reading.rows[0]
    texts = [reading.read(position, cell).text for position, cell in enumerate(row.cells)]
    assert texts[:5] == ["2026-11-16", "生活桥小区", "1栋2单元202", "谢玉×", "169****0107"]
    assert reading.place(row, 4) == "民情台账!F4"


def test_rows_without_content_are_skipped_with_a_reason(write_book: WriteBook) -> None:
    blank: list[object] = [2, *[" "] * 14]
    unknown: list[object] = [3, *[""] * 14]
    sheet = weekly(ROW, blank, unknown)
    reading = only(write_book({"民情台账": sheet}))
    assert [row.number for row in reading.rows] == [4]
    assert {number for number, _ in reading.skipped} >= {5, 6, 7, 8}


def test_row_with_an_id_stays_even_when_all_of_it_was_cleared(write_book: WriteBook) -> None:
    cleared: list[object] = [2, *[""] * 14, VISIT]
    assert only(write_book({"民情台账": weekly(ROW, cleared)})).rows[1].ids == (VISIT,)


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        (f"{VISIT}\n{APPEAL}", (VISIT, APPEAL)),
        (f" {VISIT.lower()}，{APPEAL.replace('-', '')}", (VISIT, APPEAL)),
        ("V-7K3QX2-ZZZZZ", ("V-7K3QX2-ZZZZZ",)),
        ("V-7K3QX2-ZZ", ("V-7K3QX2-ZZ",)),
        ("", ()),
    ],
)
def test_ids_are_found_however_they_are_typed(write_book: WriteBook, cell: str, ids: tuple[str, ...]) -> None:
    assert only(write_book({"民情台账": weekly(ROW, [*ROW[:-1], cell])})).rows[1].ids == ids


def test_somebody_else_s_id_column_is_kept(write_book: WriteBook) -> None:
    reading = only(write_book({"民情台账": weekly([*ROW[:-1], "第7号"])}))
    assert reading.unrecognised == ("记录编号",)
    assert reading.rows[0].cells[-1] == "第7号"
    assert reading.rows[0].ids == ()


def test_unknown_columns_are_kept_under_their_header(write_book: WriteBook) -> None:
    rows = [["标题", "主要内容", "销号情况"], ["灯不亮", "三楼", "未销"]]
    reading = only(write_book({"表": rows}))
    assert reading.unrecognised == ("销号情况",)
    assert reading.read(2, reading.rows[0].cells[2]).text == "未销"


def test_two_phone_columns_make_one_cell(write_book: WriteBook) -> None:
    rows = [
        ["姓名", "性别", "联系电话", "联系手机"],
        ["谢玉×", "女", None, 16900000107],
        ["韦国×", "男", "028-85550107", "16900000113"],
    ]
    reading = only(write_book({"表": rows}))
    assert [reading.read(2, row.cells[2]).text for row in reading.rows] == ["16900000107", "028-85550107；16900000113"]


def test_next_table_on_the_sheet_is_not_read_as_rows(write_book: WriteBook) -> None:
    rows = [
        ["姓名", "性别", "身份证号码", "文化程度"],
        ["谢玉×", "女", "", "小学"],
        ["家庭类型", "门牌", "家庭基本情况", "主要收入来源"],
        ["普通户", "1栋202", "两人", "退休金"],
    ]
    reading = only(write_book({"档案": rows}))
    assert [row.number for row in reading.rows] == [2]
    assert (3, "下面是另一张表") in reading.skipped


def test_hidden_and_side_sheets_are_left_out_with_a_reason(write_book: WriteBook) -> None:
    path = write_book(
        {
            "说明": [["怎样填写"]],
            "民情台账": weekly(ROW),
            "字典": [["姓名", "性别", "身份证号"]],
            "附图": [["一段文字"]],
        },
        hidden=["字典"],
    )
    found = read_file(path)
    assert [reading.sheet for reading in found.readings] == ["民情台账"]
    assert found.skipped == (("说明", "是说明或汇总"), ("字典", "是隐藏的"), ("附图", "没有找到表头"))


def test_lone_summary_sheet_is_read_after_all(write_book: WriteBook) -> None:
    assert only(write_book({"说明": [["怎样填写"]], "汇总表": weekly(ROW)})).sheet == "汇总表"


def test_one_sheet_can_be_asked_for(write_book: WriteBook) -> None:
    path = write_book({"民情台账": weekly(ROW), "下周": weekly(ROW, ROW)})
    assert [reading.sheet for reading in read_sheets(path, sheet="下周")] == ["下周"]
    with pytest.raises(WorksheetMissing, match="民情台账、下周"):
        read_sheets(path, sheet="去年")


def test_nothing_to_read_says_so_for_each_sheet(write_book: WriteBook) -> None:
    with pytest.raises(NoTable, match="工作表“统计数”里没有认得出的住户、居民、走访或诉求"):
        read_sheets(write_book({"统计数": [["序号", "社区", "网格", "备注"], [1, "一社区", 2, "好"]]}))


def test_blank_form_has_no_rows(write_book: WriteBook) -> None:
    assert only(write_book({"民情台账": weekly()})).rows == ()


def test_asked_period_goes_before_the_title(write_book: WriteBook) -> None:
    week = Period.week("2025-W47")
    (reading,) = read_sheets(write_book({"民情台账": weekly(ROW)}), period=week)
    assert reading.period == week
    assert reading.read(0, "11月17日").text == "2025-11-17"


def test_day_of_filling_in_gives_the_year_but_is_no_period(write_book: WriteBook) -> None:
    rows = [["走访台账"], ["填报日期：2026年11月20日"], ["走访日期", "户主", "走访记录"], ["11月17日", "谢玉×", "都好"]]
    reading = only(write_book({"表": rows}))
    assert reading.period is None
    assert reading.read(0, reading.rows[0].cells[0]).text == "2026-11-17"


def _marked(rows: Rows, form: str = "走访台账") -> dict[str, Rows]:
    marker = Marker(
        book="7K3QX2", partner="街道办", form=form, columns=tuple(str(cell) for cell in rows[0]), sheet="表"
    )
    return {"表": rows, MARKER_SHEET: marker_rows([marker])}


def test_hidden_sheet_decides_the_form(write_book: WriteBook) -> None:
    rows = [["走访日期", "门牌", "备注"], ["2026-11-16", "1栋202", "都好"]]
    reading = only(write_book(_marked(rows), hidden=[MARKER_SHEET]))
    assert (reading.form.name, reading.book, reading.partner) == ("走访台账", "7K3QX2", "街道办")
    assert reading.why == "按“走访台账”读：是本程序导出的表。"


def test_changed_columns_are_named_afresh(write_book: WriteBook) -> None:
    sheets = _marked([["走访日期", "门牌", "备注"], ["2026-11-16", "1栋202", "都好"]])
    sheets["表"] = [["走访日期", "走访对象"], ["2026-11-16", "谢玉×"]]
    reading = only(write_book(sheets, hidden=[MARKER_SHEET]))
    assert (reading.form.name, reading.partner) == ("", "街道办")


def test_asked_form_leaves_sheets_of_another_form_out(write_book: WriteBook) -> None:
    path = write_book(
        {**_marked([["走访日期", "门牌"], ["2026-11-16", "1栋202"]]), "民情台账": weekly(ROW)}, hidden=[MARKER_SHEET]
    )
    found = read_file(path, form=form_named("民情台账"))
    assert [reading.sheet for reading in found.readings] == ["民情台账"]
    assert found.skipped == (("表", "是“走访台账”，不是要读的“民情台账”"),)
    assert found.readings[0].why == "按选定的“民情台账”读。"


def test_appeal_in_a_visit_sheet_read_by_names_may_say_none(write_book: WriteBook) -> None:
    reading = only(write_book({"表": [["走访时间", "户主", "诉求"], ["2026-11-16 15:20", "谢玉×", "无"]]}))
    assert dict(reading.read(2, "无").values) == {}
