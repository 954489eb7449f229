"""Cells and their addresses."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from minqing.forms.files.grid import Cell, Merge, TooManyCells, build_grid, cell_text, column_name, column_number


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_are_named_as_in_a_sheet(number: int, letters: str) -> None:
    assert column_name(number) == letters
    assert column_number(letters) == number


def test_blank_ends_are_cut_off_and_short_rows_filled_up() -> None:
    grid = build_grid("表", [["a", None, None], [], ["b", 1], [None, None, None, None]])
    assert grid.rows == [["a", None], [None, None], ["b", 1]]
    assert grid.width == 2
    assert grid.cell_name(2, 1) == "B3"


def test_a_sheet_of_blanks_has_no_rows() -> None:
    grid = build_grid("表", [[None], [None, None]], merges=[Merge(1, 1, 2, 2)])
    assert (grid.rows, grid.width, grid.merges) == ([], 0, ())


def test_a_rectangle_nobody_filled_in_is_refused() -> None:
    far: list[Cell] = [None] * 16_383
    rows: list[list[Cell]] = [[*far, "x"]]
    rows.extend([] for _ in range(5_000))
    rows.append(["x"])
    with pytest.raises(TooManyCells):
        build_grid("表", rows)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("甲", "甲"),
        (24, "24"),
        (24.0, "24"),
        (5.5, "5.5"),
        (True, "是"),
        (date(2026, 11, 19), "2026-11-19"),
        (datetime(2026, 11, 19, 15, 20), "2026-11-19 15:20"),
        (time(15, 20), "15:20"),
    ],
)
def test_a_cell_reads_as_a_person_would_have_typed_it(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text
