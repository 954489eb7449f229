"""What a blank form says by its lines and drop-downs."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.worksheet.datavalidation import DataValidation

from minqing.forms.learning.sheet_facts import SheetFacts, sheet_facts


def _facts(book: Workbook) -> SheetFacts:
    out = io.BytesIO()
    book.save(out)
    return sheet_facts(out.getvalue(), book.sheetnames[0], [])


def test_rows_with_lines_are_told_from_rows_with_looks() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page["A1"].font = Font(bold=True)
    for name in ("A3", "C3", "B4"):
        page[name].border = Border(bottom=Side("thin"))
    page["A5"].border = Border(diagonal=Side("thin"))
    page["A6"] = "无"
    facts = _facts(book)
    assert facts.lines == {3: frozenset({1, 3}), 4: frozenset({2})}


def test_a_drop_down_counts_to_its_last_row_in_each_of_its_columns() -> None:
    book = Workbook()
    for area in ("B4:C30", "B4:B9", "E2"):
        check = DataValidation(type="list", formula1='"男, 女,男"')
        check.add(area)
        book.worksheets[0].add_data_validation(check)
    other = DataValidation(type="whole", formula1="1")
    other.add("H1:H9")
    book.worksheets[0].add_data_validation(other)
    found = {letter: (one.choices, one.last_row) for letter, one in _facts(book).drop_downs.items()}
    words = ("男", "女")
    assert found == {"B": (words, 30), "C": (words, 30), "E": (words, 2)}


def test_what_is_no_workbook_has_no_facts() -> None:
    assert sheet_facts(b"PK", "表", []) == SheetFacts()
