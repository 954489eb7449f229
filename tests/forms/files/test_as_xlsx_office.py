"""An .xls file of an office program's own making, turned into an .xlsx workbook."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation

from minqing.forms.files.as_xlsx import as_xlsx, lost_in_conversion
from minqing.forms.files.reader import read_book


def _source() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "民情 台账"
    codes = book.create_sheet("字典")
    codes.sheet_state = "hidden"
    for row, word in enumerate(("男", "女"), 1):
        codes.cell(row, 1, word)
    sheet["A1"] = "登记表"
    sheet.merge_cells("A1:D1")
    sheet["A1"].alignment = Alignment(horizontal="center", wrap_text=True)
    for row in range(2, 6):
        for column in range(1, 5):
            sheet.cell(row, column).border = Border(left=Side("thin"), bottom=Side("thin"))
    sheet["A3"], sheet["B3"], sheet["C3"] = "990101199003071234", date(2020, 2, 29), 2.5
    sheet["B3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["C6"] = '=IF(SUM(C3:C5)>1,"多","少")'
    sheet["D3"].comment = Comment("请核对", "社区")
    sheet["D4"] = "网址"
    sheet["D4"].hyperlink = "https://example.org/"
    check = DataValidation(type="list", formula1="字典!$A$1:$A$2", allow_blank=True, showErrorMessage=True)
    check.add("D3:D50")
    sheet.add_data_validation(check)
    red = PatternFill("solid", bgColor="FFFF0000")
    sheet.conditional_formatting.add(
        "A3:A5", Rule("expression", formula=["AND(B3>1,$B$2=2)"], dxf=DifferentialStyle(fill=red))
    )
    sheet.column_dimensions["A"].width = 20
    sheet.row_dimensions[1].height = 30
    sheet.page_setup.orientation = "landscape"
    sheet.print_area = "A1:D6"
    return book


def _old(tmp_path: Path) -> Path:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not here")
    _source().save(tmp_path / "a.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "xls",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return tmp_path / "a.xls"


def test_a_workbook_that_went_through_an_office_program(tmp_path: Path) -> None:
    path = _old(tmp_path)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(path)))
    sheet, source = book.worksheets[0], _source().worksheets[0]
    for row in source.iter_rows():
        for cell in row:
            other = sheet[cell.coordinate]
            shown = other.value.date() if cell.coordinate == "B3" else other.value
            assert (shown, other.border.left.style) == (cell.value, cell.border.left.style)
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A1:D1"]
    assert (sheet["A1"].alignment.horizontal, sheet["A1"].alignment.wrap_text) == ("center", True)
    assert sheet["D3"].comment is not None
    assert sheet["D3"].comment.text == "请核对"
    assert sheet["D4"].hyperlink is not None
    assert sheet["D4"].hyperlink.target == "https://example.org/"
    (check,) = sheet.data_validations.dataValidation
    assert (str(check.sqref), check.formula1, check.type) == ("D3:D50", "'字典'!$A$1:$A$2", "list")
    (found,) = sheet.conditional_formatting
    (marked,) = found.rules
    assert (str(found.sqref), marked.formula) == ("A3:A5", ["AND(B3>1,$B$2=2)"])
    assert marked.dxf.fill.bgColor.rgb == "FFFF0000"
    assert sheet.column_dimensions["A"].width == pytest.approx(20, abs=0.2)
    assert sheet.row_dimensions[1].height == pytest.approx(30, abs=0.5)
    assert (sheet.page_setup.orientation, sheet.print_area) == ("landscape", "'民情 台账'!$A$1:$D$6")
    assert (book.sheetnames, book.worksheets[1].sheet_state) == (["民情 台账", "字典"], "hidden")
    new_path = tmp_path / "b.xlsx"
    new_path.write_bytes(as_xlsx(path))
    new, old = read_book(new_path).grids, read_book(path).grids
    assert [(one.name, one.rows, one.merges, one.hidden) for one in new] == [
        (one.name, one.rows, one.merges, one.hidden) for one in old
    ]
    assert lost_in_conversion(path) == ()
