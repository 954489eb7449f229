"""Workbooks for the tests of forms: written row by row, as an office would type them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

Rows = Sequence[Sequence[object]]
WriteBook = Callable[..., Path]


@pytest.fixture
def write_book(tmp_path: Path) -> WriteBook:
    """Write sheets (name to rows) into a workbook; ``hidden`` names those that are hidden."""

    def write(sheets: Mapping[str, Rows], *, name: str = "来表.xlsx", hidden: Sequence[str] = ()) -> Path:
        book = openpyxl.Workbook()
        book.remove(book["Sheet"])
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            if title in hidden:
                sheet.sheet_state = "hidden"
        path = tmp_path / name
        book.save(path)
        return path

    return write
