"""A whole address beside columns for its parts: each part is said once in a row, by whoever says it."""

from __future__ import annotations

from minqing.forms.library import form_named
from minqing.forms.naming.columns import name_columns
from minqing.forms.sharing import sharing_columns
from minqing.forms.sheet import SheetReading, read_file
from tests.forms.conftest import WriteBook

HEADER = ["房屋地址", "楼栋", "单元", "房号", "房屋类型"]
WHOLE = "生活桥小区3栋2单元501"


def read(write_book: WriteBook, *rows: list[object]) -> tuple[SheetReading, list[dict[str, str]]]:
    """The values of each row, each field once or the test fails."""
    (reading,) = read_file(write_book({"房屋": [HEADER, *rows]})).readings
    found: list[dict[str, str]] = []
    for row in reading.rows:
        values: dict[str, str] = {}
        for said in reading.read_row(row.cells):
            assert not values.keys() & {name for name, value in said.values.items() if value}
            values |= {name: str(value) for name, value in said.values.items() if value}
        found.append(values)
    return reading, found


def test_an_address_tells_what_the_row_s_own_columns_leave_blank(write_book: WriteBook) -> None:
    _, found = read(
        write_book,
        [WHOLE, None, None, None, "自住"],
        [WHOLE, "4", None, None, "自住"],
        [WHOLE, "4", "1", "302", "自住"],
        [None, "4", "1", "302", "自住"],
    )
    doors = [[values.get(name) for name in ("estate", "building", "unit", "room")] for values in found]
    assert doors == [
        ["生活桥小区", "3", "2", "501"],
        ["生活桥小区", "4", "2", "501"],
        ["生活桥小区", "4", "1", "302"],
        [None, "4", "1", "302"],
    ]


def test_a_cell_without_its_row_speaks_for_no_field_of_another_column(write_book: WriteBook) -> None:
    reading, _ = read(write_book, [WHOLE, None, None, None, "自住"])
    assert dict(reading.read(0, WHOLE).values).keys().isdisjoint({"building", "unit", "room"})
    assert reading.read_row(reading.rows[0].cells)[0].text == reading.read(0, WHOLE).text == WHOLE


def test_only_columns_that_share_a_field_are_looked_at_by_row() -> None:
    form = form_named("居民信息表")
    assert sharing_columns(name_columns(["姓名", "房号", "备注"], form), None) == {}
    assert list(sharing_columns(name_columns(["姓名", "地址", "楼栋", "备注"], form), None)) == [1]
