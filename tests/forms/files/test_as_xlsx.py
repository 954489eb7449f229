"""Any spreadsheet file as an .xlsx workbook: what is in it afterwards, and what is said to be lost."""

from __future__ import annotations

import io
import struct
import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.formula import ArrayFormula

from minqing.errors import EncryptedSheet, SheetError, SheetFileMissing, UnreadableSheet, WrongSheetPassword
from minqing.forms.files.as_xlsx import as_xlsx, lost_in_conversion
from minqing.forms.files.reader import read_book
from tests.forms.binary_workbook import (
    FONT,
    PLAIN,
    array,
    font,
    formula,
    label,
    look,
    name,
    number,
    record,
    rule,
    shared,
    text,
    workbook,
)
from tests.forms.conftest import WriteBook

_C1 = b"\x44" + struct.pack("<HH", 0, 0xC002)
_SUM_C1_C3 = b"\x25" + struct.pack("<4H", 0, 2, 0xC002, 0xC002) + b"\x19\x10\0\0"
_NEIGHBOUR_TWICE = b"\x4c" + struct.pack("<HH", 0, 0xC0FF) + b"\x1e\x02\0" + b"\x05"
_LIST = 3 | 0x100 | 0x40000 | 0x80000


def _opened(path: Path, data: bytes, *, values: bool = False) -> openpyxl.Workbook:
    path.write_bytes(data)
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(path)), rich_text=True, data_only=values)


def test_an_xlsx_stays_byte_for_byte_what_it_is(write_book: WriteBook, tmp_path: Path) -> None:
    path = write_book({"台账": [["姓名"], ["张甲"]]})
    plain = path.read_bytes()
    assert as_xlsx(path) == plain
    assert as_xlsx(path.rename(tmp_path / "台账.xls")) == plain
    assert lost_in_conversion(tmp_path / "台账.xls") == ()


def test_a_password_is_taken_off_an_xlsx(write_book: WriteBook, tmp_path: Path) -> None:
    plain = write_book({"台账": [["姓名"], ["张甲"]]}).read_bytes()
    locked = tmp_path / "加密.xlsx"
    with locked.open("wb") as target:
        OOXMLFile(io.BytesIO(plain)).encrypt("秘密", target)
    assert as_xlsx(locked, password="秘密") == plain
    with pytest.raises(EncryptedSheet):
        as_xlsx(locked)
    with pytest.raises(WrongSheetPassword):
        as_xlsx(locked, password="不对")


def test_text_tables_become_plain_cells(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes("姓名,身份证号,备注\n张甲,990101199003071234,=1+1\n".encode("gb18030"))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(path))).worksheets[0]
    assert [cell.value for cell in sheet[2]] == ["张甲", "990101199003071234", "=1+1"]
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width
    assert lost_in_conversion(path) == ()


def test_a_web_page_keeps_its_merges_and_says_what_it_loses(tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    rows = "<tr><td colspan=2>登记表</td></tr><tr><td>甲</td><td>13800000001</td></tr>"
    path.write_text(f"<html><table>{rows}</table></html>", "utf-8")
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(path))).worksheets[0]
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A1:B1"]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("13800000001", "s")
    assert "下拉选项" in lost_in_conversion(path)


def test_cells_of_an_old_workbook(tmp_path: Path) -> None:
    cells = [
        label(0, 0, "姓名"),
        label(0, 1, "=不是公式"),
        label(0, 2, "#N/A"),
        number(1, 0, 3.0),
        number(1, 1, 2.5),
        number(1, 2, 43890.0, PLAIN + 1),
        record(0x205, struct.pack("<HHHBB", 2, 0, PLAIN, 1, 0)),
        record(0x205, struct.pack("<HHHBB", 2, 1, PLAIN, 0x2A, 1)),
        label(2, 2, "有\x01坏字符\r\n两行"),
    ]
    sheet = _opened(tmp_path / "旧.xls", workbook({"台账": b"".join(cells)}, looks=look(code=14))).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["姓名", "=不是公式", "#N/A"],
        [3, 2.5, sheet["C2"].value],
        [True, "#N/A", "有坏字符\n两行"],
    ]
    assert [cell.data_type for cell in sheet[1]] == ["s", "s", "s"]
    assert (sheet["C2"].value.date(), sheet["B3"].data_type) == (date(2020, 2, 29), "e")
    assert sheet.title == "台账"


def test_looks_of_an_old_workbook(tmp_path: Path) -> None:
    borders = struct.pack("<IIH", 1 | 6 << 4 | 2 << 8 | 8 << 16, 1 << 26, 13 | 0x41 << 7)
    looks = look(font_index=FONT, align=0x02 | 0x08 | 0x10, turn=90, rest=borders) + look(align=0x21, indent=2)
    bold = font("黑体", height=320, flags=2 | 8, weight=700, colour=10)
    cells = label(0, 0, "标题", PLAIN + 1) + label(0, 1, "缩进", PLAIN + 2)
    sheet = _opened(tmp_path / "旧.xls", workbook({"表": cells}, fonts=bold, looks=looks)).worksheets[0]
    title, indented = sheet["A1"], sheet["B1"]
    assert (title.font.name, title.font.sz, title.font.b, title.font.i, title.font.strike) == ("黑体", 16, 1, 1, 1)
    assert title.font.color.rgb == "FFFF0000"
    assert (title.alignment.horizontal, title.alignment.vertical) == ("center", "center")
    assert (title.alignment.wrap_text, title.alignment.textRotation) == (True, 90)
    assert (title.border.left.style, title.border.right.style, title.border.top.style) == ("thin", "double", "medium")
    assert (title.fill.patternType, title.fill.fgColor.rgb) == ("solid", "FFFFFF00")
    assert (indented.font.name, indented.alignment.horizontal, indented.alignment.indent) == ("宋体", "left", 2)


def test_rows_columns_merges_and_hidden_sheets(tmp_path: Path) -> None:
    rows = struct.pack("<HHHHHHI", 0, 0, 3, 480, 0, 0, 0x140), struct.pack("<HHHHHHI", 1, 0, 3, 300, 0, 0, 0x100)
    parts = [
        record(0x7D, struct.pack("<HHHHHH", 0, 1, 20 * 256, PLAIN, 0, 0)),
        record(0x7D, struct.pack("<HHHHHH", 2, 2, 8 * 256, PLAIN, 1, 0)),
        record(0x208, rows[0]),
        record(0x208, rows[1]),
        record(0x208, struct.pack("<HHHHHHI", 2, 0, 3, 300, 0, 0, 0x120)),
        label(0, 0, "登记表"),
        label(0, 1, "下面盖住的"),
        record(0xE5, struct.pack("<H", 3) + struct.pack("<12H", 0, 0, 0, 2, 0, 1, 1, 1, 5, 5, 5, 5)),
    ]
    data = workbook({"表": b"".join(parts), "字典": label(0, 0, "男")}, hidden=["字典"])
    book = _opened(tmp_path / "旧.xls", data)
    sheet = book.worksheets[0]
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A1:C1"]
    columns = sheet.column_dimensions
    assert (columns["A"].width, columns["A"].max, columns["C"].hidden) == (20, 2, True)
    assert (sheet.row_dimensions[1].height, sheet.row_dimensions[3].hidden) == (24, True)
    assert [one.sheet_state for one in book.worksheets] == ["visible", "hidden"]
    content = _part(as_xlsx(tmp_path / "旧.xls"), "xl/worksheets/sheet1.xml")
    assert b'<row r="1" ht="24" customHeight="1"' in content
    assert b'<row r="2" ht="15"' in content
    assert b'<row r="2" ht="15" customHeight' not in content


def _part(workbook_bytes: bytes, name_of_part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook_bytes)) as archive:
        return archive.read(name_of_part)


def test_formulas_stay_formulas_and_keep_their_last_value(tmp_path: Path) -> None:
    points_to_first = b"\x01" + struct.pack("<HH", 0, 3)
    other_sheet = b"\x3a" + struct.pack("<HHH", 1, 0, 0) + b"\x17" + text("年龄", short=True) + b"\x08"
    cells = [
        *(number(row, 2, row + 1.0) for row in range(3)),
        formula(0, 3, 2.0, points_to_first),
        shared((0, 2, 3, 3), _NEIGHBOUR_TWICE),
        formula(1, 3, 4.0, points_to_first),
        formula(2, 3, 6.0, points_to_first),
        formula(3, 2, 6.0, _SUM_C1_C3),
        formula(4, 2, "男年龄<", other_sheet),
        formula(5, 2, 7.0, b"\x01" + struct.pack("<HH", 5, 2)),
        array((5, 5, 2, 2), _SUM_C1_C3),
        formula(6, 2, 8.0, b"\x3a" + struct.pack("<HHH", 9, 0, 0)),
    ]
    data = workbook({"表 一": b"".join(cells), "字'典": label(0, 0, "男")})
    sheet = _opened(tmp_path / "旧.xls", data).worksheets[0]
    assert [sheet.cell(row, 4).value for row in (1, 2, 3)] == ["=C1*2", "=C2*2", "=C3*2"]
    assert [sheet.cell(row, 3).value for row in (4, 5, 7)] == ["=SUM(C1:C3)", "='字''典'!$A$1&\"年龄\"", 8]
    block = sheet["C6"].value
    assert isinstance(block, ArrayFormula)
    assert (block.ref, block.text) == ("C6:C6", "=SUM(C1:C3)")
    rows = read_book(_saved(tmp_path / "新.xlsx", as_xlsx(tmp_path / "旧.xls"))).grids[0].rows
    assert [row[2] for row in rows] == [1, 2, 3, 6, "男年龄<", 7, 8]
    assert [row[3] for row in rows[:3]] == [2, 4, 6]
    assert lost_in_conversion(tmp_path / "旧.xls") == ("部分公式（只留下算出的结果）",)


def _saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_drop_downs_of_every_kind(tmp_path: Path) -> None:
    words = b"\x17" + text("男\0女", short=True)
    area = b"\x3b" + struct.pack("<5H", 1, 0, 2, 0, 0)
    named = b"\x43" + struct.pack("<HH", 1, 0)
    texts = ("性别", "不对", "请选择", "只能选其中一个")
    parts = [
        label(0, 0, "性别"),
        rule(_LIST | 0x80, words, (1, 99, 0, 0), texts=texts),
        rule(_LIST | 1 << 4, area, (1, 99, 1, 1)),
        rule(_LIST, named, (1, 99, 2, 2)),
        rule(6 | 2 << 20 | 0x80000, b"\x1e\x12\0", (1, 99, 3, 3)),
        rule(1 | 0x80000, b"\x1e\0\0", (1, 99, 4, 4), second=b"\x1e\x78\0"),
        rule(7, b"\x4c" + struct.pack("<HH", 0, 0xC000) + b"\x1e\x01\0\x0d", (1, 99, 5, 5)),
        rule(_LIST, b"\x3b" + struct.pack("<5H", 7, 0, 2, 0, 0), (1, 99, 6, 6)),
    ]
    names = name("性别表", area) + name("TAX2010", area)
    data = workbook({"表": b"".join(parts), "字典": label(0, 0, "男")}, names=names)
    book = _opened(tmp_path / "旧.xls", data)
    rules = {str(one.sqref): one for one in book.worksheets[0].data_validations.dataValidation}
    lists = [rules[f"{letter}2:{letter}100"] for letter in "ABC"]
    assert [one.formula1 for one in lists] == ['"男,女"', "'字典'!$A$1:$A$3", "性别表"]
    first = lists[0]
    assert (first.promptTitle, first.errorTitle, first.prompt, first.error) == texts
    assert (first.showInputMessage, first.showErrorMessage, first.allow_blank) == (True, True, True)
    assert [one.errorStyle or "stop" for one in lists] == ["stop", "warning", "stop"]
    length, ages, own = rules["D2:D100"], rules["E2:E100"], rules["F2:F100"]
    assert (length.type, length.operator, length.formula1) == ("textLength", "equal", "18")
    assert (ages.type, ages.operator or "between", ages.formula1, ages.formula2) == ("whole", "between", "0", "120")
    assert (own.type, own.formula1) == ("custom", "F2>1")
    assert "G2:G100" not in rules
    assert {one.attr_text for one in book.defined_names.values()} == {"'字典'!$A$1:$A$3"}
    assert set(book.defined_names) == {"性别表", "_TAX2010"}
    assert lost_in_conversion(tmp_path / "旧.xls") == ("部分下拉选项",)


def test_print_set_up_view_and_protection(tmp_path: Path) -> None:
    paper = struct.pack("<6H", 8, 85, 1, 1, 0, 0) + struct.pack("<HHddH", 300, 300, 0.2, 0.3, 1)
    parts = [
        *(record(code, struct.pack("<d", inches)) for code, inches in ((0x26, 0.5), (0x27, 0.6), (0x28, 1.0))),
        record(0x14, text("&L内部&C登记表")),
        record(0x15, text("第 &P 页")),
        record(0x83, b"\1\0"),
        record(0x81, struct.pack("<H", 0x05C1)),
        record(0xA1, paper),
        record(0x1B, struct.pack("<HHHH", 1, 20, 0, 255)),
        record(0x12, b"\1\0"),
        record(0x13, struct.pack("<H", 0xCC1A)),
        label(0, 0, "登记表"),
        record(0x9D, struct.pack("<H", 2)),
        record(0x23E, struct.pack("<HHHIHHI", 0x06BC, 0, 0, 0x40, 0, 0, 0)),
        record(0xA0, struct.pack("<HH", 85, 100)),
        record(0x41, struct.pack("<HHHHH", 1, 2, 2, 1, 0)),
    ]
    whole_rows = b"\x3b" + struct.pack("<5H", 0, 0, 1, 0, 255)
    area = b"\x3b" + struct.pack("<5H", 0, 0, 29, 0, 5)
    names = name("", area, sheet=1, builtin=6) + name("", whole_rows, sheet=1, builtin=7)
    names += name("", b"\x3b" + struct.pack("<5H", 0, 1, 9, 0, 5), sheet=1, builtin=13)
    sheet = _opened(tmp_path / "旧.xls", workbook({"表": b"".join(parts)}, names=names)).worksheets[0]
    setup, margins = sheet.page_setup, sheet.page_margins
    assert (setup.orientation, setup.paperSize, setup.scale, setup.fitToHeight) == ("landscape", 8, 85, 0)
    assert (margins.left, margins.right, margins.top, margins.header, margins.footer) == (0.5, 0.6, 1, 0.2, 0.3)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (
        "<oddHeader>&amp;L内部&amp;C登记表</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter>"
        in _part(as_xlsx(tmp_path / "旧.xls"), "xl/worksheets/sheet1.xml").decode()
    )
    assert (sheet.print_area, sheet.print_title_rows) == ("'表'!$A$1:$F$30", "$1:$2")
    assert sheet.auto_filter.ref == "A2:F10"
    assert [one.id for one in sheet.row_breaks.brk] == [20]
    assert (sheet.freeze_panes, sheet.sheet_view.zoomScale, sheet.sheet_view.showGridLines) == ("B3", 85, False)
    assert sheet.print_options.horizontalCentered
    assert (sheet.protection.sheet, sheet.protection.password) == (True, "CC1A")


def test_text_in_several_fonts(tmp_path: Path) -> None:
    words = struct.pack("<HHH", 0, 0, PLAIN) + text("填写说明\n红字") + struct.pack("<HHHHH", 2, 4, FONT, 5, FONT)
    data = workbook({"表": record(0xD6, words)}, fonts=font("黑体", colour=10, weight=700))
    value = _opened(tmp_path / "旧.xls", data).worksheets[0]["A1"].value
    assert isinstance(value, CellRichText)
    assert str(value) == "填写说明\n红字"
    assert read_book(_saved(tmp_path / "新.xlsx", as_xlsx(tmp_path / "旧.xls"))).grids[0].rows == [["填写说明\n红字"]]


def test_what_is_lost_is_said(tmp_path: Path) -> None:
    picture = record(0x5D, struct.pack("<HHHHH", 0x15, 18, 8, 1, 0) + bytes(12))
    chart = record(0x809, struct.pack("<HHHHII", 0x0600, 0x0020, 0, 0, 0, 6)) + record(0x0A)
    path = _saved(tmp_path / "旧.xls", workbook({"表": label(0, 0, "姓名") + picture + chart}))
    assert lost_in_conversion(path) == ("图片", "图表")


def test_a_hidden_sheet_on_top_and_odd_names_do_not_spoil_the_file(tmp_path: Path) -> None:
    data = workbook({"字/典": label(0, 0, "男"), "一" * 31: label(0, 0, "姓名")}, hidden=["字/典"], active=0)
    book = _opened(tmp_path / "旧.xls", data)
    assert book.active is book.worksheets[1]
    assert book.sheetnames == ["字 典", "一" * 31]


def test_damaged_workbooks_end_in_one_error(tmp_path: Path) -> None:
    data = workbook({"表": label(0, 0, "姓名") + formula(1, 0, 6.0, _SUM_C1_C3), "字典": label(0, 0, "男")})
    path = tmp_path / "坏.xls"
    start = 512 + 4096
    for at in range(start, start + 1200, 7):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with suppress(SheetError):
            openpyxl.load_workbook(io.BytesIO(as_xlsx(path)))
    path.write_bytes(data[:3000])
    with pytest.raises(UnreadableSheet):
        as_xlsx(path)
    with pytest.raises(SheetFileMissing):
        as_xlsx(tmp_path / "没有.xls")


def test_sectors_that_lead_back_to_themselves_end_in_an_error(tmp_path: Path) -> None:
    data = bytearray(workbook({"表": label(0, 0, "姓名")}))
    table = len(data) - 512
    struct.pack_into("<I", data, table + 4 * 5, 3)
    path = _saved(tmp_path / "环.xls", bytes(data))
    with suppress(UnreadableSheet):
        as_xlsx(path)
    # Said to be short, the stream lies in small sectors, which this file does not have.
    struct.pack_into("<I", data, 56, 1 << 20)
    path.write_bytes(data)
    with pytest.raises(UnreadableSheet):
        as_xlsx(path)


def test_names_of_macros_and_of_functions_are_left_out(tmp_path: Path) -> None:
    area = b"\x3b" + struct.pack("<5H", 0, 0, 2, 0, 0)
    macro = bytearray(name("旧宏", area))
    macro[4] |= 0x06
    names = bytes(macro) + name("_xlfn.XLOOKUP", area) + name("名单", area)
    book = _opened(tmp_path / "旧.xls", workbook({"表": label(0, 0, "姓名")}, names=names))
    assert {title: one.attr_text for title, one in book.defined_names.items()} == {"名单": "'表'!$A$1:$A$3"}
