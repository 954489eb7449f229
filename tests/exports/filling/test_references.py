"""References follow rows that are pushed down, and nothing that only looks like one is touched."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from exports.filling.copying import renamed
from exports.filling.formulas import depends
from exports.filling.references import Push, Rename, moved, ranges_in
from exports.filling.relating import dependants
from minqing.forms.files.package import Package
from minqing.forms.files.sheet_xml import Area, SheetXml

PUSH = Push("登记 表", 3, 10, 5)
ONE_ROW = Push("表", 7, 7, 4)


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(C3:C10)", "SUM(C3:C15)"),
        ("SUM($C$3:$C$10)+C11", "SUM($C$3:$C$15)+C16"),
        ("SUM(C3:C9)", "SUM(C3:C9)"),
        ("SUM(D10:F10)+C10", "SUM(D10:F10)+C10"),
        ("SUM(C3:C12)+COUNTA(A:A)+COUNTA(3:10)+ROWS(12:12)", "SUM(C3:C17)+COUNTA(A:A)+COUNTA(3:15)+ROWS(17:17)"),
        ("'登记 表'!B12&登记!B12&'登记''表'!B12&[1]登记!B12", "'登记 表'!B17&登记!B12&'登记''表'!B12&[1]登记!B12"),
        ('IF(A2="B12",LOG10(B2),民情B12)', 'IF(A2="B12",LOG10(B2),民情B12)'),
        ('"a""B12"&B12', '"a""B12"&B17'),
        ("表1[B12]+表1[[#All],[B12]]+Q12_1+B12.x", "表1[B12]+表1[[#All],[B12]]+Q12_1+B12.x"),
        ("B1048576", "B1048576"),
    ],
)
def test_formulas_follow(formula: str, expected: str) -> None:
    assert PUSH.formula(formula, sheet="登记 表") == expected


def test_only_qualified_references_of_other_sheets_follow() -> None:
    assert (
        PUSH.formula("B12+'登记 表'!B12+SUM('登记 表'!B3:B10)", sheet="代码")
        == "B12+'登记 表'!B17+SUM('登记 表'!B3:B15)"
    )


def test_a_room_of_one_row_grows_but_not_within_its_own_formulas() -> None:
    assert ONE_ROW.formula("SUM(C7:C7)", sheet="表") == "SUM(C7:C11)"
    assert ONE_ROW.formula("SUM(C7:E7)", sheet="表", within=True) == "SUM(C7:E7)"
    assert ONE_ROW.formula("C7", sheet="表") == "C7"


def test_areas_to_which_rules_apply_grow_with_the_last_row() -> None:
    assert PUSH.areas("C3:C10 D10 E11 F3:F4") == "C3:C15 D10:D15 E16 F3:F4"
    assert PUSH.cell("D10 E11:E12") == "D10 E16:E17"


def test_copied_formulas_keep_what_is_fixed() -> None:
    assert moved("B7+$C7+D$7+$E$7+F:F+SUM(B1:B7)", 3) == "B10+$C10+D$7+$E$7+F:F+SUM(B4:B10)"
    assert moved("B7+$C7", 0, 2) == "D7+$C7"


def test_sheets_are_renamed_in_quotes() -> None:
    assert Rename("登记 表", "李's").formula("'登记 表'!A1+A1+别!A1") == "'李''s'!A1+A1+别!A1"


def test_ranges_are_told_with_their_sheet() -> None:
    assert list(ranges_in("'a''b'!A1:B2+C3+SUM(A:A)")) == [("a'b", "A1:B2"), ("", "C3"), ("", "A:A")]


@pytest.mark.parametrize(
    ("formula", "looks"),
    [
        ("SUM(C3:C9)", True),
        ("表!C9", True),
        ("C2+D9", False),
        ("代码!C3", False),
        ("SUM(A:A)", False),
        ("SUM(C:C)", True),
        ("SUM(5:5)", True),
        ('IF("C3"="",1,2)', False),
        ("INDIRECT(A1)", True),
        ("名单+1", True),
    ],
)
def test_formulas_that_look_at_what_is_filled(formula: str, looks: bool) -> None:
    cell = f"<c r='A1'><f>{formula.replace(chr(34), '&quot;')}</f></c>"
    sheet = SheetXml(f"<worksheet><sheetData><row r='1'>{cell}</row></sheetData></worksheet>".encode())
    assert depends(sheet, "表", [Area(3, 3, 9, 3)], ["名单"]) is looks


def test_only_formulas_and_links_are_renamed() -> None:
    content = (
        "<worksheet><sheetData><row><c t='inlineStr'><is><t>见 表!A1</t></is></c><c><f>表!A1</f></c></row></sheetData>"
        '<hyperlink location="表!A1"/></worksheet>'
    ).encode()
    after = renamed(content, Rename("表", "甲户")).decode()
    assert "<t>见 表!A1</t>" in after
    assert after.count("甲户") == 2


def test_sheets_that_look_at_the_filled_one_also_by_way_of_others_and_names() -> None:
    book = Workbook()
    book.worksheets[0].title = "登记"
    for title, formula in (("汇总", "SUM(登记!C3:C9)"), ("再汇总", "汇总!A1"), ("按名", "SUM(名单)"), ("无关", "A2+1")):
        book.create_sheet(title)["A1"] = f"={formula}"
    book.defined_names["名单"] = DefinedName("名单", attr_text="登记!$C$3:$C$9")
    book.defined_names["别的"] = DefinedName("别的", attr_text="无关!$A$1")
    out = BytesIO()
    book.save(out)
    found = dependants(Package(out.getvalue()), "登记")
    assert set(found.sheets) == {"汇总", "再汇总", "按名"}
    assert set(found.names) == {"名单"}
