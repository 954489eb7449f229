"""An office's workbook as the filling tests use it: made with openpyxl, and spliced where openpyxl cannot write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from minqing.forms.form import Column, Form, Header, Layout

X14_RULES = (
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>代码!$A$1:$A$2</xm:f></x14:formula1>'
    "<xm:sqref>D6:D8</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def office_workbook() -> bytes:
    """A register with room for three rows (6 to 8), a total, a signature, rules, a note and hidden code lists."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "登记 表"
    _draw(sheet)
    _add_rules(sheet)
    codes = book.create_sheet("代码")
    for row in (["男"], ["女"], ["='登记 表'!E9+1", "=A1"]):
        codes.append(row)
    codes.sheet_state = "hidden"
    book.defined_names["名单"] = DefinedName("名单", attr_text="'登记 表'!$B$6:$B$8")
    book.defined_names["签字处"] = DefinedName("签字处", attr_text="'登记 表'!$A$10")
    book.properties.creator = "街道办"
    out = io.BytesIO()
    book.save(out)
    return edited(
        out.getvalue(),
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace("</worksheet>", f"{X14_RULES}</worksheet>"),
    )


def _draw(sheet: Worksheet) -> None:
    sheet.append(["居民登记表"])
    sheet.append(["填报单位：", "某某社区"])
    sheet.append([])
    sheet.append(["序号", "姓名", "出生日期", "性别", "人口", "身份证号", "备注", None, "签名"])
    sheet.append(["", "必填", "", "", "", "", "", "", ""])
    thin = Side(style="thin")
    for row in (6, 7, 8):
        for column in range(1, 10):
            sheet.cell(row, column).border = Border(left=thin, right=thin, top=thin, bottom=thin)
        sheet.cell(row, 3).number_format = "yyyy/m/d"
        sheet.cell(row, 6).number_format = "@"
        sheet.cell(row, 9, f"=B{row}")
        sheet.row_dimensions[row].height = 25.5
        sheet.merge_cells(start_row=row, end_row=row, start_column=7, end_column=8)
    for place, text in {"B6": "样例张三", "A9": "合计", "A10": "填表人：张某"}.items():
        sheet[place] = text
    sheet["E9"] = "=SUM(E6:E8)"
    sheet["G10"] = "=E9*2"
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("A10:C10")


def _add_rules(sheet: Worksheet) -> None:
    sheet["A10"].comment = Comment("请签名", "街道", width=300, height=80)
    sheet["B4"].comment = Comment("与身份证一致", "街道")
    sheet.add_data_validation(DataValidation(type="list", formula1='"男,女"', sqref="D6:D8"))
    red = DifferentialStyle(fill=PatternFill(bgColor="FFFF0000"))
    sheet.conditional_formatting.add("E6:E8", Rule(type="cellIs", operator="greaterThan", formula=["$E$9"], dxf=red))
    sheet.print_area = "A1:I10"
    sheet.print_title_rows = "4:5"
    sheet.freeze_panes = "A6"


def edited(workbook: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A workbook with the text of one part changed by hand."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            target.writestr(info, change(content.decode()).encode() if info.filename == part else content)
    return out.getvalue()


def parts_of(workbook: bytes) -> Mapping[str, bytes]:
    """All parts of a workbook by name, in order."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    """The names of the parts that differ, were added or are gone."""
    old, new = parts_of(before), parts_of(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def register() -> Form:
    """The form that the office's workbook is for."""
    return Form(
        name="居民登记表",
        subject="resident",
        slots=("resident", "household"),
        keys=("resident",),
        sheet="登记 表",
        columns=(
            Column("序号", letter="A"),
            Column("姓名", "resident", "name", letter="B"),
            Column("出生日期", "resident", "birth", letter="C"),
            Column("性别", "resident", "sex", letter="D"),
            Column("人口", "household", "population", letter="E"),
            Column("身份证号", "resident", "id_number", letter="F"),
            Column("备注", letter="G"),
        ),
        layout=Layout(header=(4, 5), first=6, last=8, cells=(("A2", "填报单位：{community}"), ("B2", ""))),
    )


@pytest.fixture
def office() -> bytes:
    return office_workbook()


@pytest.fixture
def header() -> Header:
    return Header(
        street="新光路街道",
        community="生活桥社区",
        estate="生活桥小区",
        owner="罗×",
        phone="138****0100",
        period="2026年第47周",
        made_on=date(2026, 11, 20),
    )
