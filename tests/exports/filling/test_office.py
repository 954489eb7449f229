"""Filled forms opened by another office program: rows, sums, drop-downs and pages are what they should be."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from exports.filling import fill_page_sheets, fill_workbook
from minqing.forms.form import Header
from tests.exports.filling.conftest import register
from tests.exports.filling.people import resident_rows
from tests.exports.filling.test_pages import PAGES, archive_form
from tests.exports.filling.whole_book import whole_book

Saved = Callable[[bytes], openpyxl.Workbook]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Have LibreOffice open a workbook, compute it and save it as .xlsx; what it saved, with the values."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def run(content: bytes) -> openpyxl.Workbook:
        folder: Path = tmp_path_factory.mktemp("office")
        source = folder / "filled.xlsx"
        source.write_bytes(content)
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
        subprocess.run([*command, "--outdir", str(folder / "to"), str(source)], check=True, timeout=240)
        return openpyxl.load_workbook(io.BytesIO((folder / "to" / "filled.xlsx").read_bytes()), data_only=True)

    return run


def test_sums_and_rules_hold_after_rows_were_pushed(saved: Saved, header: Header) -> None:
    sheet = saved(fill_workbook(whole_book(), register(), resident_rows(5), header=header))["登记 表"]
    assert [sheet.cell(row, 2).value for row in range(6, 11)] == [f"范立{number}" for number in range(1, 6)]
    assert [sheet.cell(row, 8).value for row in range(6, 11)] == [2, 4, 6, 8, 10]
    assert (sheet["E11"].value, sheet["F11"].value, sheet["A13"].value) == (15, 15, "E9")
    rules = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert {"D6:D10", "B6:B10"} <= set(rules)
    assert sheet.print_area == "'登记 表'!$A$1:$H$13"


def test_pages_are_sheets_that_open(saved: Saved, header: Header) -> None:
    book = saved(fill_page_sheets(whole_book(), archive_form(), PAGES, header=header))
    assert book.sheetnames == ["3栋2单元501 范立新", "4栋2单元501 范立新", "3栋2单元501 范立新 (2)", "代码"]
    assert [book.worksheets[number][cell].value for number, cell in enumerate(("E9", "E11", "E9"))] == [3, 15, 1]
