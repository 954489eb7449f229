"""Periods: the week, month or other stretch of days that a sheet is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.errors import BadDate, BadOrder

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{1,2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_ONE_DAY = timedelta(days=1)
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``start`` to ``end``, both included; raises BadOrder when they are the wrong way round."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise BadOrder("结束日期", "开始日期")

    @classmethod
    def week(cls, text: str) -> Period:
        """The ISO week ``2026-W47``, Monday to Sunday; raises BadDate."""
        found = _WEEK.fullmatch(text.strip().upper())
        if not found:
            raise BadDate(text, "周要写成 2026-W47 的样子")
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            raise BadDate(text, f"没有第 {int(found[2])} 周") from None
        return cls.of_week(monday)

    @classmethod
    def of_week(cls, day: date, first_weekday: int = 0) -> Period:
        """The week of ``day``; ``first_weekday`` is 0 for Monday to 6 for Sunday."""
        start = day - timedelta(days=(day.weekday() - first_weekday) % _DAYS_OF_WEEK)
        return cls(start, start + timedelta(days=_DAYS_OF_WEEK - 1))

    @classmethod
    def month(cls, text: str) -> Period:
        """The calendar month ``2026-11``; raises BadDate."""
        found = _MONTH.fullmatch(text.strip())
        if not found:
            raise BadDate(text, "月份要写成 2026-11 的样子")
        try:
            return cls.of_month(date(int(found[1]), int(found[2]), 1))
        except ValueError:
            raise BadDate(text, f"没有 {int(found[2])} 月") from None

    @classmethod
    def of_month(cls, day: date) -> Period:
        """The calendar month of ``day``."""
        start = day.replace(day=1)
        after = (start + timedelta(days=31)).replace(day=1)
        return cls(start, after - _ONE_DAY)

    @classmethod
    def of_quarter(cls, day: date) -> Period:
        """The calendar quarter of ``day``."""
        start = date(day.year, day.month - (day.month - 1) % 3, 1)
        return cls(start, cls.of_month(start + timedelta(days=2 * 31)).end)

    @classmethod
    def of_year(cls, day: date) -> Period:
        """The calendar year of ``day``."""
        return cls(date(day.year, 1, 1), date(day.year, 12, 31))

    @property
    def label(self) -> str:
        """``2026年第47周`` for an ISO week, else ``2026-11-16 至 2026-11-22``."""
        if self.start.weekday() == 0 and self.days == _DAYS_OF_WEEK:
            year, week, _ = self.start.isocalendar()
            return f"{year}年第{week}周"
        return f"{self.start.isoformat()} 至 {self.end.isoformat()}"

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end
