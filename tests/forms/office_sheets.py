"""Blank forms as offices hand them out, made for tests: everything in them is invented."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Border, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

VISITS = ("序号", "走访日期", "小区", "门牌", "户主姓名", "联系电话", "走访结果", "走访情况", "包联单位")
_LINE = Side("thin")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def box(sheet: Worksheet, area: str) -> None:
    """Draw lines around every cell of an area."""
    for row in sheet[area]:
        for cell in row:
            cell.border = _BOX


def visits_form(path: Path) -> Path:
    """A monthly list of visits: title, unit row, header in row 3, ten rows with lines, a total and a signature."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "入户走访月报"
    sheet["A1"] = "入户走访月报表（     年   月）"
    sheet.merge_cells("A1:I1")
    sheet["A2"] = "填报单位（盖章）：                    填报日期：    年   月   日"
    sheet.merge_cells("A2:I2")
    for number, label in enumerate(VISITS, 1):
        sheet.cell(3, number, label)
    for number in range(4, 14):
        sheet.cell(number, 1, number - 3)
    box(sheet, "A3:I13")
    sheet["A14"] = "合计"
    sheet["A15"] = "填报人：            联系电话："
    results = DataValidation("list", formula1='"已见面,家中无人,拒绝走访,已搬离"', sqref="G4:G13")
    sheet.add_data_validation(results)
    return _saved(book, path)


def people_form(path: Path) -> Path:
    """A register of people: two header rows, the unit split over cells, drop-downs on a hidden sheet and by name."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "人口登记表"
    cells = {
        "A1": "人口信息登记表", "A2": "填报单位：", "B2": "某某省", "C2": "省*", "D2": "某某镇", "E2": "乡镇/街道*",
        "F2": "某某社区", "G2": "社区/村*", "A4": "姓名*", "B4": "性别*", "C4": "身份证号码*", "D4": "与户主关系*",
        "E4": "户籍地", "E5": "省", "F5": "市", "G4": "去向", "G5": "省", "H4": "政治面貌", "I4": "成员称谓",
        "J4": "联系电话", "K4": "联系手机", "L4": "暂住处所",
    }  # fmt: skip
    for name, text in cells.items():
        sheet[name] = text
    for area in ("A1:L1", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "H4:H5", "I4:I5", "J4:J5", "K4:K5", "L4:L5"):
        sheet.merge_cells(area)
    lists = book.create_sheet("字典")
    lists.sheet_state = "hidden"
    for number, word in enumerate(("中国共产党党员", "共青团员", "群众"), 1):
        lists.cell(number, 1, word)
    for number, word in enumerate(("配偶", "长子", "儿媳", "母亲"), 1):
        lists.cell(number, 2, word)
    book.defined_names["称谓"] = DefinedName("称谓", attr_text="字典!$B$1:$B$4")
    sheet.add_data_validation(DataValidation("list", formula1="字典!$A$1:$A$3", sqref="H6:H505"))
    sheet.add_data_validation(DataValidation("list", formula1="称谓", sqref="I6:I505"))
    sheet.add_data_validation(DataValidation("list", formula1='"租赁房屋,自建房屋,单位内部"', sqref="L6:L505"))
    return _saved(book, path)


def page_form(path: Path) -> Path:
    """One household on a page: its place in one cell, six members, a block of labels over blanks."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "户情档案"
    cells = {
        "A1": "户情档案（一户一档）", "A2": "乡镇：  xx  ；  村（社区）：xx  ；  建档日期：   xxxx",
        "A3": "与户主关系", "B3": "姓名", "C3": "性别", "D3": "身份证号码", "E3": "联系电话",
        "A10": "家庭类型", "B10": "门牌", "C10": "房屋性质", "E10": "家庭情况",
        "A12": "说明：用黑色签字笔填写。",
    }  # fmt: skip
    for name, text in cells.items():
        sheet[name] = text
    sheet.merge_cells("A1:E1")
    sheet.merge_cells("A2:E2")
    box(sheet, "A3:E11")
    return _saved(book, path)


def _saved(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path
