"""The hidden sheet, written and read back."""

from __future__ import annotations

from minqing.forms.marker import Marker, marker_rows, read_markers

WEEKLY = Marker(
    book="7K3QX2", partner="街道办", form="民情台账", period="2026年第47周", columns=("序号", "户主"), sheet="民情台账"
)


def test_markers_come_back_as_they_were_written() -> None:
    appeals = Marker(book="7K3QX2", form="居民诉求登记表", columns=("编号",), sheet="诉求台账")
    assert read_markers(marker_rows([WEEKLY, appeals])) == (WEEKLY, appeals)


def test_a_number_for_a_code_is_still_its_text() -> None:
    rows: list[list[object]] = [[int(cell) if cell == "1" else cell for cell in row] for row in marker_rows([WEEKLY])]
    assert read_markers([[cell if isinstance(cell, int) else str(cell) for cell in row] for row in rows]) == (WEEKLY,)


def test_columns_in_another_order_are_the_same_ones() -> None:
    assert WEEKLY.describes(["户主", "序 号"])
    assert not WEEKLY.describes(["户主"])
    assert not WEEKLY.describes(["户主", "序号", "年龄"])


def test_somebody_else_s_hidden_sheet_says_nothing() -> None:
    assert read_markers([["bean", "1"]]) == ()
    assert read_markers([["民情账本", "9"], ["账本", "X"]]) == ()
    assert read_markers([]) == ()
