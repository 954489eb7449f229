"""What is said about a sheet beside its rows."""

from __future__ import annotations

from minqing.forms.files.grid import Cell, Details, build_grid
from minqing.forms.naming.columns import UNKNOWN, NamedColumn
from minqing.forms.remarks import remarks_on
from minqing.forms.tables.rows import SheetRow

COLUMNS = (NamedColumn(0, "姓名", None, UNKNOWN, "A"), NamedColumn(1, "电话", None, UNKNOWN, "B", (2,)))


def _remarks(details: Details, *, rows: int = 20) -> tuple[str, ...]:
    cells: list[list[Cell]] = [["姓名", "电话", "手机", "外"]]
    cells += [["甲", "1", "2", "3"] for _ in range(rows)]
    grid = build_grid("表", cells, details=details)
    return remarks_on(grid, COLUMNS, [SheetRow(number, (), ("甲", "1")) for number in range(2, rows + 2)])


def test_nothing_to_say() -> None:
    assert _remarks(Details()) == ()
    assert (
        _remarks(Details(hidden_rows=frozenset({1, 90}), hidden_columns=frozenset({4}), unsolved=((1, 1), (9, 4))))
        == ()
    )


def test_a_few_hidden_rows_are_all_named() -> None:
    assert _remarks(Details(hidden_rows=frozenset({7, 5}))) == ("第 5、7 行在表里是隐藏的，已一并读入。",)


def test_of_many_hidden_rows_the_first_are_named() -> None:
    (said,) = _remarks(Details(hidden_rows=frozenset(range(4, 16)), filtered=True))
    assert said == "第 4、5、6、7、8 行等 12 行在表里是隐藏的（筛选），已一并读入。"


def test_hidden_columns_that_were_read() -> None:
    assert _remarks(Details(hidden_columns=frozenset({2, 3, 4}))) == ("隐藏的 B、C 栏已一并读入。",)


def test_formulas_without_a_value() -> None:
    (said,) = _remarks(Details(unsolved=((3, 2), (4, 2), (99, 2))))
    assert said.startswith("表里有 2 个公式没有算过的结果（如 B3）")
    assert "先用 WPS 打开这份表、保存一次" in said
