"""Dates, times and partial dates in every spelling that was seen on real sheets."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.errors import BadDate, BadTime
from minqing.records.dates import (
    Period,
    parse_date,
    parse_moment,
    parse_partial_date,
    parse_time,
    render_partial,
    screen_date,
)

WEEK = Period.week("2026-W47")


@pytest.mark.parametrize(
    ("value", "day", "clock"),
    [
        ("2018.7.30", date(2018, 7, 30), None),
        ("2008-08-08", date(2008, 8, 8), None),
        ("2012-2-3", date(2012, 2, 3), None),
        ("2020/1/6 12:09:38", date(2020, 1, 6), time(12, 9, 38)),
        ("2020-01-06 12:09:38.0", date(2020, 1, 6), time(12, 9, 38)),
        ("2020-01-06T12:09", date(2020, 1, 6), time(12, 9)),
        ("2020-01-06 00:00:00", date(2020, 1, 6), None),
        ("2018年7月30日", date(2018, 7, 30), None),
        ("2018年7月30日 星期一", date(2018, 7, 30), None),
        ("2018年7月30日（周一）下午3:20", date(2018, 7, 30), time(15, 20)),
        ("2018年7月30日上午9点半", date(2018, 7, 30), time(9, 30)),
        ("2018 年 7 月 30 日", date(2018, 7, 30), None),
        ("二〇一八年七月三十日", date(2018, 7, 30), None),
        ("２０１８．７．３０", date(2018, 7, 30), None),
        (" 2018.7.30\n", date(2018, 7, 30), None),
        ("20260408", date(2026, 4, 8), None),
        (20260408, date(2026, 4, 8), None),
        (20260408.0, date(2026, 4, 8), None),
        ("202604081530", date(2026, 4, 8), time(15, 30)),
        (46000, date(2025, 12, 9), None),
        ("46000", date(2025, 12, 9), None),
        (46000.5, date(2025, 12, 9), time(12)),
        (46000.999999999, date(2025, 12, 10), None),
        (datetime(2020, 1, 6, 12, 9, 38, 5), date(2020, 1, 6), time(12, 9, 38)),
        (datetime(2020, 1, 6), date(2020, 1, 6), None),
        (date(2020, 1, 6), date(2020, 1, 6), None),
    ],
)
def test_dates_are_read_in_every_spelling(value: object, day: date, clock: time | None) -> None:
    assert parse_moment(value) == (day, clock)
    assert parse_date(value) == day


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        " ",
        "--",
        "-",
        "无",
        "/",
        "1899-12-30",
        "1899-12-30 00:00:00.0",
        datetime(1899, 12, 30),
        date(1899, 12, 31),
        0,
        1,
        1.0,
        "1.0",
        "1900-01-00",
    ],
)
def test_blanks_and_what_stands_for_them(value: object) -> None:
    assert parse_moment(value) is None
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("2024.13.8", "没有 13 月"),
        ("2024-13-01", "没有 13 月"),
        ("2024.2.30", "2 月没有 30 日"),
        ("2019-02-29", "2 月没有 29 日"),
        ("2020-06-10#2020-07-10", "两个日期"),
        ("2020.6.10-2020.7.10", "两个日期"),
        ("2020-06-10至2020-07-10", "两个日期"),
        ("6月9日", "没有年份"),
        ("18.7.30", "年份要写四位"),
        ("2018.7", "没有日"),
        ("2018", "没有月和日"),
        ("1800-01-01", "年份 1800"),
        (datetime(2300, 1, 1), "年份 2300"),
        ("2020/1/6 25:00", "25:00"),
        (19000, "普通数字"),
        (90000, "普通数字"),
        (73416, "年份 2101"),
        (1968, "普通数字"),
        (float("nan"), "日期无法识别"),
        (float("inf"), "日期无法识别"),
        (True, "日期无法识别"),
        (time(3, 4), "日期无法识别"),
        ("下周", "日期无法识别"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(value: object, why: str) -> None:
    with pytest.raises(BadDate, match=why):
        parse_date(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月9日", date(2026, 6, 9)),
        ("11月17日", date(2026, 11, 17)),
        ("11月17日 周二", date(2026, 11, 17)),
        ("12月5日", date(2026, 12, 5)),
        ("1月3日", date(2027, 1, 3)),
        ("11.18", date(2026, 11, 18)),
        ("十一月十八日", date(2026, 11, 18)),
    ],
)
def test_a_date_without_a_year_is_the_nearest_to_the_period(text: str, expected: date) -> None:
    assert parse_date(text, period=WEEK) == expected


def test_a_period_over_new_year_has_two_years() -> None:
    period = Period.week("2026-W01")
    assert parse_date("12月30日", period=period) == date(2025, 12, 30)
    assert parse_date("1月2日", period=period) == date(2026, 1, 2)
    assert parse_moment("11-18 15:20", period=WEEK) == (date(2026, 11, 18), time(15, 20))
    with pytest.raises(BadDate, match="2 月没有 29 日"):
        parse_date("2月29日", period=WEEK)


def test_serials_of_the_1904_system() -> None:
    assert parse_date(44538, epoch1904=True) == parse_date(46000) == date(2025, 12, 9)


@pytest.mark.parametrize(
    ("value", "expected", "shown"),
    [
        ("1968", "1968", "1968"),
        (1968, "1968", "1968"),
        (1968.0, "1968", "1968"),
        ("1968年", "1968", "1968"),
        ("1968.07", "1968-07", "1968.07"),
        (1968.07, "1968-07", "1968.07"),
        (1968.12, "1968-12", "1968.12"),
        ("1968-7", "1968-07", "1968.07"),
        ("1968年7月", "1968-07", "1968.07"),
        ("196807", "1968-07", "1968.07"),
        (196807, "1968-07", "1968.07"),
        ("1968.7.12", "1968-07-12", "1968-07-12"),
        (19680712, "1968-07-12", "1968-07-12"),
        (datetime(1968, 7, 12), "1968-07-12", "1968-07-12"),
        (25000, "1968-06-11", "1968-06-11"),
        (16132, "1944-03-01", "1944-03-01"),
        ("无", "", ""),
        (None, "", ""),
    ],
)
def test_partial_dates(value: object, expected: str, shown: str) -> None:
    assert parse_partial_date(value) == expected
    assert render_partial(expected) == shown
    assert parse_partial_date(shown) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (1968.1, "1 月还是 10 月"),
        ("1968.13", "13 月"),
        ("1799", "1799"),
        ("六几年", "日期无法识别"),
        (12, "日期无法识别"),
    ],
)
def test_partial_dates_that_cannot_be_read(value: object, why: str) -> None:
    with pytest.raises(BadDate, match=why):
        parse_partial_date(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("15:20", time(15, 20)),
        ("15：20", time(15, 20)),
        ("15:20:05", time(15, 20, 5)),
        ("下午3:20", time(15, 20)),
        ("下午15:20", time(15, 20)),
        ("PM 3:20", time(15, 20)),
        ("3:20 pm", time(15, 20)),
        ("15时20分", time(15, 20)),
        ("15点", time(15)),
        ("3点半", time(3, 30)),
        ("晚上8点", time(20)),
        ("中午12:30", time(12, 30)),
        ("中午1点", time(13)),
        ("上午12:30", time(0, 30)),
        ("1520", time(15, 20)),
        (0.5, time(12)),
        (time(1, 2, 3, 4), time(1, 2, 3)),
        (datetime(2020, 1, 1, 3, 4), time(3, 4)),
        ("", None),
        ("--", None),
        (None, None),
    ],
)
def test_times_are_read_in_every_spelling(value: object, expected: time | None) -> None:
    assert parse_time(value) == expected


@pytest.mark.parametrize("value", ["25:00", "15:60", "下午", "abc", 15, 1.5, True])
def test_what_is_no_time_is_refused(value: object) -> None:
    with pytest.raises(BadTime):
        parse_time(value)


def test_screens_leave_out_this_year() -> None:
    assert screen_date(date(2026, 11, 19), date(2026, 12, 31)) == "11月19日"
    assert screen_date(date(2025, 11, 19), date(2026, 1, 1)) == "2025年11月19日"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_spelling_of_a_day_reads_as_that_day(day: date) -> None:
    spellings = [
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month}月{day.day}日 星期{'一二三四五六日'[day.weekday()]}",
    ]
    assert {parse_date(text) for text in spellings} == {day}
    assert parse_partial_date(day) == day.isoformat()


@given(st.datetimes(datetime(1955, 1, 1), datetime(2100, 12, 31)).map(lambda moment: moment.replace(microsecond=0)))
def test_a_spreadsheet_serial_reads_as_its_moment(moment: datetime) -> None:
    since = moment - datetime(1899, 12, 30)
    found = parse_moment(since.days + since.seconds / 86_400)
    assert found == (moment.date(), moment.time() if moment.time() != time.min else None)


@given(st.one_of(st.text(), st.text(alphabet="0123456789年月日.-/: 上下午#"), st.integers(), st.floats()))
def test_any_cell_gives_a_date_or_a_named_error(value: object) -> None:
    for period in (None, WEEK):
        try:
            found = parse_moment(value, period=period)
        except BadDate:
            continue
        assert found is None or 1900 <= found[0].year <= 2100
    with suppress(BadDate):
        parse_partial_date(value)
    with suppress(BadTime):
        parse_time(value)


def test_a_day_alone_is_that_of_the_period() -> None:
    assert parse_moment("9日", period=Period.month("2026-06")) == (date(2026, 6, 9), None)
    assert parse_moment("16号 15:20", period=WEEK) == (date(2026, 11, 16), time(15, 20))


@pytest.mark.parametrize(
    ("period", "why"),
    [
        (None, "没有年份和月份"),
        (Period(date(2026, 1, 1), date(2026, 12, 31)), "没有月份"),
        (Period.month("2026-02"), "里没有 30 日"),
    ],
)
def test_a_day_alone_without_its_month_is_no_date(period: Period | None, why: str) -> None:
    with pytest.raises(BadDate, match=why):
        parse_moment("30日", period=period)
