"""Stretches of time and what they are compared with."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.records.period import Period
from minqing.work.spans import Span, own_window, shifted, week_number, window

ON = date(2026, 11, 19)
FRIDAY = 4


def days(start: str, end: str) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("span", "period", "before", "word", "compared"),
    [
        (Span.WEEK, days("2026-11-16", "2026-11-19"), days("2026-11-09", "2026-11-12"), "本周", "上周同期"),
        (Span.MONTH, days("2026-11-01", "2026-11-19"), days("2026-10-01", "2026-10-19"), "本月", "上月同期"),
        (Span.QUARTER, days("2026-10-01", "2026-11-19"), days("2026-07-01", "2026-08-19"), "本季", "上季同期"),
        (Span.YEAR, days("2026-01-01", "2026-11-19"), days("2025-01-01", "2025-11-19"), "本年", "上年同期"),
    ],
)
def test_a_stretch_that_is_not_over_ends_today_and_is_compared_with_as_many_days(
    span: Span, period: Period, before: Period, word: str, compared: str
) -> None:
    found = window(span, ON, on=ON)
    assert (found.period, found.before, found.word, found.compared) == (period, before, word, compared)


def test_a_stretch_that_is_over_is_compared_with_the_whole_one_before() -> None:
    found = window(Span.MONTH, date(2026, 3, 5), on=ON)
    assert found.period == days("2026-03-01", "2026-03-31")
    assert found.before == days("2026-02-01", "2026-02-28")
    assert (found.word, found.compared) == ("那个月", "前一个月")


def test_as_many_days_as_a_shorter_month_has() -> None:
    on = date(2026, 3, 30)
    assert window(Span.MONTH, on, on=on).before == days("2026-02-01", "2026-02-28")


@pytest.mark.parametrize("first", range(7))
def test_a_week_may_begin_on_any_day(first: int) -> None:
    week = window(Span.WEEK, date(2026, 3, 5), on=ON, first_weekday=first).period
    assert (week.start.weekday(), week.days) == (first, 7)


def test_weeks_that_begin_on_friday_have_the_number_of_their_thursday() -> None:
    assert week_number(Period.of_week(ON, FRIDAY)) == 47
    assert [week_number(Period.of_week(ON, first)) for first in (0, 6)] == [47, 47]


def test_going_back_and_forth_leads_to_the_same_days() -> None:
    for span in (Span.WEEK, Span.MONTH, Span.QUARTER, Span.YEAR):
        here = window(span, ON, on=ON, first_weekday=FRIDAY)
        back = shifted(here, -1, first_weekday=FRIDAY)
        assert back.period.start < here.period.start
        assert shifted(back, 1, first_weekday=FRIDAY) == here


def test_an_own_range_moves_by_its_own_length() -> None:
    here = own_window(days("2026-11-10", "2026-11-19"), on=ON)
    assert here.before == days("2026-10-31", "2026-11-09")
    assert shifted(here, -1).period == here.before
    assert (here.word, here.compared) == ("这段时间", "之前 10 天")


def test_the_label_has_years_only_where_needed() -> None:
    assert window(Span.MONTH, ON, on=ON).label == "11月1日 – 11月19日"
    assert window(Span.MONTH, date(2025, 12, 1), on=ON).label == "2025年12月1日 – 2025年12月31日"
