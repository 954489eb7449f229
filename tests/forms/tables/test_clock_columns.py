"""A moment in three columns: day, hour, minute."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from minqing.forms.files.grid import Cell
from minqing.forms.library import form_named
from minqing.forms.naming.columns import name_columns
from minqing.forms.sheet import read_sheets
from minqing.forms.tables.clock_columns import with_clock
from tests.forms.conftest import WriteBook


def test_three_columns_make_the_moment_of_an_appeal(write_book: WriteBook) -> None:
    rows = [
        ["事件名称", "事件简述", "*发生时间", "时", "分", "发生地点"],
        ["灯不亮", "三楼", "2026-11-16", 15, 5, "1栋"],
        ["漏水", "四楼", datetime(2026, 11, 17), "9时", None, "1栋"],
        ["噪声", "五楼", "2026-11-18", None, None, "2栋"],
        ["堵塞", "六楼", "2026-11-18", 25, 0, "2栋"],
    ]
    (reading,) = read_sheets(write_book({"表": rows}))
    named = reading.columns[2]
    assert (named.header, named.key, named.joined) == ("发生时间", ("appeal", "moment"), (3, 4))
    assert named.why == "别名，连同后面的“时”、“分”"
    assert reading.unrecognised == ()
    read = [reading.read(2, row.cells[2]) for row in reading.rows]
    assert dict(read[0].values) == {"registered_on": date(2026, 11, 16), "registered_at": time(15, 5)}
    assert dict(read[1].values) == {"registered_on": date(2026, 11, 17), "registered_at": time(9, 0)}
    assert read[2].text == "2026-11-18"
    assert read[3].error is not None


@pytest.mark.parametrize(
    ("headers", "key", "joined"),
    [
        ("走访日期|时|户主|走访内容", ("visit", "moment"), (1,)),
        ("走访时间/日期|走访时间/时|走访时间/分|户主", ("visit", "moment"), (1, 2)),
        ("下次走访日期|时|分|走访日期|户主", ("visit", "next_on"), ()),
    ],
)
def test_only_dates_with_a_time_beside_them_take_it(
    headers: str, key: tuple[str, str], joined: tuple[int, ...]
) -> None:
    column = name_columns(headers.split("|"), form_named("走访台账"))[0]
    assert (column.key, column.joined) == (key, joined)


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        ("6月9日", ["8", "30"], "6月9日 08:30"),
        ("2026-06-09 10:20", [8, 30], "2026-06-09 10:20"),
        (datetime(2026, 6, 9, 10, 20), [8, 30], datetime(2026, 6, 9, 10, 20)),
        (date(2026, 6, 9), [8, 30], datetime(2026, 6, 9, 8, 30)),
        (46000, [12, None], 46000.5),
        (None, [8, 30], None),
        ("2026-06-09", ["上午", None], "2026-06-09 上午"),
    ],
)
def test_a_day_with_its_hour(day: Cell, clock: list[Cell], moment: Cell) -> None:
    assert with_clock(day, clock) == moment
