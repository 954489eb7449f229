"""Workbooks with a sheet per month."""

from __future__ import annotations

import pytest

from minqing.forms.sheet import read_file
from minqing.forms.tables.months import is_summary, month_of
from tests.forms.conftest import Rows, WriteBook


def month(*days: str, title: str = "") -> Rows:
    over = [[title]] if title else []
    return [
        *over,
        ["走访对象", "居住地址", "走访时间", "走访详情"],
        *(["谢玉×", "1栋101", day, "都好"] for day in days),
    ]


def days(write_book: WriteBook, sheets: dict[str, Rows], name: str) -> list[str]:
    found = read_file(write_book(sheets, name=name))
    return [reading.read(2, row.cells[2]).text for reading in found.readings for row in reading.rows]


def test_days_take_year_and_month_from_file_and_sheet(write_book: WriteBook) -> None:
    sheets = {"1月": month("9日", "1月10日"), "二月份": month("3号"), "12月": month("31日 15:20")}
    assert days(write_book, sheets, "2026年走访记录.xlsx") == [
        "2026-01-09", "2026-01-10", "2026-02-03", "2026-12-31 15:20",
    ]  # fmt: skip


def test_the_year_may_stand_on_another_sheet(write_book: WriteBook) -> None:
    sheets = {"5月": month("6日", title="和安社区2025年走访记录"), "6月": month("9日")}
    assert days(write_book, sheets, "走访.xlsx") == ["2025-05-06", "2025-06-09"]


def test_the_sheet_s_month_goes_before_the_file_s(write_book: WriteBook) -> None:
    sheets = {"5月": month("6日"), "6月": month("9日")}
    assert days(write_book, sheets, "2026年6月走访.xlsx") == ["2026-05-06", "2026-06-09"]


def test_a_day_that_the_month_lacks_is_an_error(write_book: WriteBook) -> None:
    found = read_file(write_book({"2月": month("30日")}, name="2026年.xlsx"))
    error = found.readings[0].read(2, "30日").error
    assert error is not None
    assert "没有 30 日" in str(error)


def test_the_summary_of_the_months_is_left_out_and_said(write_book: WriteBook) -> None:
    sheets = {"1月": month("9日"), "2月": month("3日"), "全年汇总": month("9日")}
    found = read_file(write_book(sheets, name="2026年走访.xlsx"))
    assert [reading.sheet for reading in found.readings] == ["1月", "2月"]
    assert found.skipped == (("全年汇总", "是说明或汇总"),)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("6月", (0, 6)),
        ("三月份", (0, 3)),
        ("2026年6月", (2026, 6)),
        ("（五月份）", (0, 5)),
        ("13月", None),
        ("6月走访", None),
    ],
)
def test_names_of_months(name: str, found: tuple[int, int] | None) -> None:
    assert month_of(name) == found


def test_a_summary_without_months_is_a_sheet_like_others() -> None:
    assert not is_summary("全年汇总", ["全年汇总", "说明"])
