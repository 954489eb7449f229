"""A table as it stands on the screen, as a workbook: text stays text, numbers and days can be reckoned with."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports import listing as module
from exports.listing import Listing, ListingColumn, write_listing
from minqing.errors import TooManyRows

COLUMNS = (ListingColumn("门牌", 128), ListingColumn("人口", 56, centred=True), ListingColumn("上次走访", 86))
ROWS = (("3栋2单元501", 2, date(2026, 11, 19)), ("=1+1", 0, None), ("", 3, None))


def read(listing: Listing) -> Worksheet:
    sheet = load_workbook(BytesIO(write_listing(listing))).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_columns_and_rows_come_in_their_order() -> None:
    sheet = read(Listing("家庭", "该走访；3 户", COLUMNS, ROWS, owner="甲助理"))
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "家庭"
    assert rows[1][0] == "该走访；3 户"
    assert rows[2] == ["门牌", "人口", "上次走访"]
    assert rows[3] == ["3栋2单元501", 2, datetime(2026, 11, 19)]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:C6"


def test_what_looks_like_a_formula_stays_text() -> None:
    cell = read(Listing("家庭", "", COLUMNS, ROWS))["A5"]
    assert (cell.value, cell.data_type, cell.quotePrefix, cell.number_format) == ("=1+1", "s", True, "@")


def test_more_rows_than_a_sheet_takes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ROWS", 2)
    with pytest.raises(TooManyRows):
        write_listing(Listing("家庭", "", COLUMNS, ROWS))
