"""An office's workbook made with openpyxl, filled: what is in it afterwards."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import time

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from exports.filling import Page, fill_page_sheets, fill_workbook
from minqing.errors import BadForm, TooManyRows, WorksheetMissing
from minqing.forms.form import Column, Form, FormRow, Header, Layout
from tests.exports.filling.conftest import changed_parts, edited, parts_of, register
from tests.exports.filling.people import resident_row, resident_rows

PART, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


def sheet_of(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content))["登记 表"]


def merges(sheet: Worksheet) -> set[str]:
    return {area.coord for area in sheet.merged_cells.ranges}


def values(sheet: Worksheet, row: int) -> list[object]:
    return [cell.value for cell in sheet[row]]


def without_formulas(office: bytes) -> bytes:
    """The workbook with every formula taken out, so that nothing has to be computed anew."""
    content = office
    for part in (PART, "xl/worksheets/sheet2.xml"):
        content = edited(content, part, lambda text: re.sub(r"<f>.*?</f>", "", text))
    return content


def test_rows_stand_in_the_room_and_the_rest_stays(office: bytes, header: Header) -> None:
    rows = [resident_row(1, remark="=HYPERLINK(1)\n第二行"), resident_row(2)]
    sheet = sheet_of(fill_workbook(office, register(), rows, header=header))
    assert values(sheet, 6)[3:8] == ["男", 1, "99010119800512001X", "=HYPERLINK(1)\n第二行", None]
    assert sheet["G6"].data_type == "s"
    assert (sheet["A6"].value, sheet["A7"].value, sheet["B6"].value) == (1, 2, "范立1")
    assert sheet["C6"].is_date
    assert values(sheet, 8) == [None] * 8 + ["=B8"]
    assert (sheet["A9"].value, sheet["E9"].value) == ("合计", "=SUM(E6:E8)")
    assert sheet["A2"].value == "填报单位：生活桥社区"
    assert sheet["B2"].value is None
    assert merges(sheet) == {"A1:I1", "A10:C10", "G6:H6", "G7:H7", "G8:H8"}


def test_only_the_sheet_changes_where_nothing_depends_on_it(office: bytes, header: Header) -> None:
    blank = without_formulas(office)
    assert changed_parts(blank, fill_workbook(blank, register(), resident_rows(3), header=header)) == {PART}
    calculating = fill_workbook(office, register(), resident_rows(3), header=header)
    assert changed_parts(office, calculating) <= {PART, "xl/worksheets/sheet2.xml", BOOK}


def test_entries_keep_their_order_and_dates(office: bytes, header: Header) -> None:
    after = fill_workbook(office, register(), resident_rows(9), header=header)
    assert list(parts_of(after)) == list(parts_of(office))


def test_more_rows_push_the_footer_down(office: bytes, header: Header) -> None:
    content = fill_workbook(office, register(), resident_rows(6), header=header)
    sheet = sheet_of(content)
    assert [sheet.cell(row, 1).value for row in range(6, 14)] == [1, 2, 3, 4, 5, 6, "合计", "填表人：张某"]
    assert (sheet["E12"].value, sheet["G13"].value) == ("=SUM(E6:E11)", "=E12*2")
    assert [sheet.cell(row, 9).value for row in range(6, 12)] == [f"=B{row}" for row in range(6, 12)]
    assert merges(sheet) == {"A1:I1", "A13:C13", *(f"G{row}:H{row}" for row in range(6, 12))}
    assert {sheet.row_dimensions[row].height for row in range(6, 12)} == {25.5}
    assert all(sheet.cell(row, column).border.left.style == "thin" for row in range(6, 12) for column in range(1, 8))
    assert all(sheet.cell(row, 6).number_format == "@" for row in range(6, 12))
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["D6:D11"]
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["E6:E11"]
    assert [rule.formula for area in sheet.conditional_formatting for rule in area.rules] == [["$E$12"]]
    assert (sheet.print_area, sheet.print_title_rows, sheet.freeze_panes) == ("'登记 表'!$A$1:$I$13", "$4:$5", "A6")
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"B4", "A13"}
    assert b"<xm:sqref>D6:D11</xm:sqref>" in parts_of(content)[PART]


def test_names_and_other_sheets_follow(office: bytes, header: Header) -> None:
    book = openpyxl.load_workbook(io.BytesIO(fill_workbook(office, register(), resident_rows(5), header=header)))
    names = {name: found.attr_text for name, found in book.defined_names.items()}
    assert names == {"名单": "'登记 表'!$B$6:$B$10", "签字处": "'登记 表'!$A$12"}
    assert (book["代码"]["A3"].value, book["代码"]["B3"].value) == ("='登记 表'!E11+1", "=A1")
    assert book["代码"].sheet_state == "hidden"


def test_last_values_of_formulas_do_not_lie(office: bytes, header: Header) -> None:
    known = edited(office, PART, lambda text: re.sub(r"(</f>)<v ?/?>(?:</v>)?", r"\1<v>77</v>", text))
    known = edited(known, BOOK, lambda text: text.replace(' fullCalcOnLoad="1"', ""))
    assert b"<v>77</v>" in parts_of(known)[PART]
    after = parts_of(fill_workbook(known, register(), resident_rows(2), header=header))
    assert b"<v>77</v>" not in after[PART]
    assert b'fullCalcOnLoad="1"' in after[BOOK]
    apart = without_formulas(known)
    assert b"fullCalcOnLoad" not in parts_of(fill_workbook(apart, register(), resident_rows(9), header=header))[BOOK]


def test_a_running_number_keeps_its_formula_and_shows_its_value(office: bytes, header: Header) -> None:
    numbered = edited(
        office, PART, lambda text: re.sub(r'<c r="A([678])" s="1"[^>]*/>', r'<c r="A\1" s="1"><f>ROW()-5</f></c>', text)
    )
    content = fill_workbook(numbered, register(), resident_rows(4), header=header)
    assert [sheet_of(content).cell(row, 1).value for row in range(6, 10)] == ["=ROW()-5"] * 4
    cached = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["登记 表"]
    assert [cached.cell(row, 1).value for row in range(6, 10)] == [1, 2, 3, 4]


def test_masks_hide_id_numbers_and_phones_anywhere(office: bytes, header: Header) -> None:
    rows = [resident_row(1, remark="母亲 13800000177")]
    content = fill_workbook(office, register(), rows, header=header, masked=True)
    sheet = sheet_of(content)
    assert (sheet["F6"].value, sheet["G6"].value) == ("9901**********001X", "母亲 138****0177")
    assert b"99010119800512001X" not in parts_of(content)[PART]


def test_vertical_merges_that_would_hide_a_person_are_taken_apart(office: bytes, header: Header) -> None:
    def merged(text: str) -> str:
        return text.replace('<mergeCell ref="A1:I1" />', '<mergeCell ref="A1:I1" /><mergeCell ref="B6:B8" />').replace(
            '<mergeCell ref="A10:C10" />', '<mergeCell ref="A10:C10" /><mergeCell ref="D6:D8" />'
        )

    tall = edited(office, PART, merged)
    assert {"B6:B8", "D6:D8"} <= merges(sheet_of(tall))
    sheet = sheet_of(fill_workbook(tall, register(), resident_rows(5), header=header))
    assert "B6:B8" not in merges(sheet)
    assert "D6:D10" in merges(sheet)
    assert [sheet.cell(row, 2).value for row in range(6, 11)] == [f"范立{n}" for n in range(1, 6)]


def test_hidden_rows_of_the_room_show_what_is_written(office: bytes, header: Header) -> None:
    hidden = edited(office, PART, lambda text: text.replace('<row r="7"', '<row hidden="1" r="7"'))
    assert not sheet_of(fill_workbook(hidden, register(), resident_rows(2), header=header)).row_dimensions[7].hidden


def test_rows_that_the_office_never_drew_look_like_the_sample_row(office: bytes, header: Header) -> None:
    form = register()
    assert form.layout is not None
    bare = edited(
        office, PART, lambda text: re.sub(r'<row r="([78])".*?</row>|<mergeCell ref="G[78]:H[78]" />', "", text)
    )
    sheet = sheet_of(fill_workbook(bare, form, resident_rows(3), header=header))
    assert values(sheet, 8)[0:2] == [3, "范立3"]
    assert (sheet["F8"].number_format, sheet.row_dimensions[8].height) == ("@", 25.5)
    assert {"G7:H7", "G8:H8"} <= merges(sheet)


def test_hours_and_minutes_in_columns_of_their_own(office: bytes, header: Header, week: list[FormRow]) -> None:
    form = Form(
        name="走访",
        subject="visit",
        slots=("visit",),
        keys=("visit",),
        sheet="登记 表",
        columns=(
            Column("时间/日期", "visit", "moment", letter="B"),
            Column("时间/时", letter="D"),
            Column("时间/分", letter="E"),
        ),
        layout=Layout(header=(4, 5), first=6, last=8),
    )
    visit = week[0]["visit"].with_values({"visited_at": time(9, 5)})
    sheet = sheet_of(fill_workbook(office, form, [{"visit": visit}], header=header))
    assert values(sheet, 6)[1:5] == ["2026-11-16", None, 9, 5]


def test_what_cannot_be_filled_is_told(office: bytes, header: Header) -> None:
    form = register()
    with pytest.raises(BadForm):
        fill_workbook(office, replace(form, layout=None), [], header=header)
    with pytest.raises(WorksheetMissing):
        fill_workbook(office, replace(form, sheet="没有"), [], header=header)
    low = replace(form, layout=Layout(header=(4,), first=1_048_575, last=1_048_576))
    with pytest.raises(TooManyRows):
        fill_workbook(office, low, resident_rows(3), header=header)


def test_single_cells_below_and_beside_the_table(office: bytes, header: Header) -> None:
    form = register()
    cells = (
        ("A10", "填表人：{owner}"),
        ("B1", "{street}居民登记表"),
        ("H9", "{made_on}"),
        ("J7", "{period}"),
        ("C20", "{phone}"),
    )
    assert form.layout is not None
    form = replace(form, layout=replace(form.layout, cells=cells))
    for count, moved in ((2, 0), (5, 2)):
        sheet = sheet_of(fill_workbook(office, form, resident_rows(count), header=header))
        found = [sheet[place].value for place in ("A1", f"A{10 + moved}", f"H{9 + moved}", "J7", f"C{20 + moved}")]
        assert found == ["新光路街道居民登记表", "填表人：罗×", "2026年11月20日", "2026年第47周", "138****0100"]
        assert sheet["B7"].value == "范立2"


def with_table(office: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(office))
    book["登记 表"].add_table(Table(displayName="名册", ref="A4:F8"))
    book["登记 表"]["K2"] = "=SUM(名册[姓名])"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_table_grows_with_its_rows(office: bytes, header: Header) -> None:
    book = with_table(office)
    table = sheet_of(fill_workbook(book, register(), resident_rows(5), header=header)).tables["名册"]
    assert (table.ref, table.autoFilter.ref if table.autoFilter else "") in {("A4:F10", "A4:F10"), ("A4:F10", "")}
    pages = [Page({}, tuple(resident_rows(count))) for count in (2, 5)]
    parts = parts_of(fill_page_sheets(book, register(), pages, header=header))
    tables = [content.decode() for name, content in parts.items() if name.startswith("xl/tables/")]
    assert [re.findall(r' displayName="(\w+)".*? ref="([A-Z0-9:]+)"', text)[0] for text in tables] == [
        ("名册", "A4:F8"),
        ("名册_1", "A4:F10"),
    ]
    assert len({re.findall(r' id="(\d+)"', text)[0] for text in tables}) == 2
    assert "SUM(名册_1[姓名])".encode() in parts["xl/worksheets/sheet3.xml"]


def test_empty_rows_at_the_end_of_a_sheet_give_way(office: bytes, header: Header) -> None:
    def lengthened(text: str, cell: str) -> str:
        return text.replace("</sheetData>", f'<row r="1048576" ht="20">{cell}</row></sheetData>')

    far = edited(office, PART, lambda text: lengthened(text, '<c r="A1048576" s="1"/>'))
    assert "1048576" not in parts_of(fill_workbook(far, register(), resident_rows(5), header=header))[PART].decode()
    full = edited(office, PART, lambda text: lengthened(text, '<c r="A1048576"><v>1</v></c>'))
    with pytest.raises(TooManyRows):
        fill_workbook(full, register(), resident_rows(5), header=header)


def test_a_sheet_without_any_rows_of_its_own(header: Header) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].title = "登记 表"
    book.worksheets[0]["A30"] = "签名"
    book.save(out)
    for content in (out.getvalue(), edited(out.getvalue(), PART, lambda text: re.sub("<row.*</row>", "", text))):
        sheet = sheet_of(fill_workbook(content, register(), resident_rows(5), header=header))
        assert sheet["A2"].value == "填报单位：生活桥社区"
        assert [sheet.cell(row, 2).value for row in range(6, 11)] == [f"范立{number}" for number in range(1, 6)]
        assert sheet["A32"].value in {"签名", None}


def test_a_room_of_one_row_grows_with_its_rules_and_sums(header: Header) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "登记 表"
    for place, text in {"I6": "=SUM(E6:F6)", "A7": "合计", "E7": "=SUM(E6:E6)", "F7": "=E6"}.items():
        sheet[place] = text
    sheet.conditional_formatting.add("A6:H6", Rule(type="expression", formula=["COUNTA($A6:$H6)=0"]))
    sheet.add_data_validation(DataValidation(type="list", formula1='"男,女"', sqref="D6 D7:D1048576"))
    sheet.merge_cells("G6:H6")
    book.save(out)
    form = register()
    assert form.layout is not None
    form = replace(form, layout=replace(form.layout, last=6))
    filled = sheet_of(fill_workbook(out.getvalue(), form, resident_rows(3), header=header))
    assert [filled[f"I{row}"].value for row in (6, 7, 8)] == ["=SUM(E6:F6)", "=SUM(E7:F7)", "=SUM(E8:F8)"]
    assert (filled["A9"].value, filled["E9"].value, filled["F9"].value) == ("合计", "=SUM(E6:E8)", "=E6")
    assert [(str(one.sqref), one.rules[0].formula) for one in filled.conditional_formatting] == [
        ("A6:H8", ["COUNTA($A6:$H6)=0"])
    ]
    assert str(filled.data_validations.dataValidation[0].sqref) == "D6:D8 D9:D1048576"
    assert merges(filled) == {"G6:H6", "G7:H7", "G8:H8"}
