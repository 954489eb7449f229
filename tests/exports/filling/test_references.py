"""References follow rows that are pushed down, and nothing that only looks like one is touched."""

from __future__ import annotations

import pytest

from exports.filling.references import Push, Rename, moved, ranges_in

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
