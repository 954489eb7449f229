"""交表日: by which day the sheets of a period are due, as the office said it for each form."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from minqing.errors import BadDueRule
from minqing.ledger import Ledger, Paper
from minqing.records.period import Period

KIND = "due"
EVERY_FORM = ""
"""Under this name stands what holds for forms without a rule of their own."""
_WEEKDAYS = "一二三四五六日"
_DAYS_OF_WEEK = 7
_SHORT, _LONGEST_WEEK = 1, 10
_LAST_MONTH, _MONTH_END, _LONGEST_DELAY = 12, 31, 60
_WEEKLY = re.compile(r"(?P<later>次|下)?(?:每|本)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])")
_MONTHLY = re.compile(r"(?P<later>次|下)?(?:每|本|当)?月?(?:(?P<day>\d{1,2})[日号]|(?P<end>底|末))")
_AFTER = re.compile(r"(?:期满|期末|结束)(?:后(?P<days>\d{1,2})[天日]|当[天日])")
_NONE = frozenset({"不设", "不限", "无"})


class _Kind(StrEnum):
    WEEKDAY = "weekday"
    DAY = "day"
    AFTER = "after"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DueRule:
    """How the due day follows from a period: a weekday or a day of the month in it or (``later``) after it, or so many
    days after its end, or never.
    """

    kind: _Kind
    number: int = 0
    later: bool = False

    @classmethod
    def parse(cls, text: str) -> DueRule:
        """What ``每周五``, ``次周一``, ``每月25日``, ``次月5日``, ``期满后3天`` or ``不设`` say; raises BadDueRule."""
        plain = re.sub(r"\s", "", text)
        if plain in _NONE:
            return cls(_Kind.NONE)
        if found := _WEEKLY.fullmatch(plain):
            return cls(_Kind.WEEKDAY, _WEEKDAYS.index(found["day"].replace("天", "日")), bool(found["later"]))
        if found := _AFTER.fullmatch(plain):
            days = int(found["days"] or 0)
            if days <= _LONGEST_DELAY:
                return cls(_Kind.AFTER, days)
        if (found := _MONTHLY.fullmatch(plain)) and 0 < (day := int(found["day"] or _MONTH_END)) <= _MONTH_END:
            return cls(_Kind.DAY, day, bool(found["later"]))
        raise BadDueRule(text)

    def __str__(self) -> str:
        """As :meth:`parse` takes it."""
        match self.kind:
            case _Kind.WEEKDAY:
                return f"{'次' if self.later else '每'}周{_WEEKDAYS[self.number]}"
            case _Kind.DAY:
                day = "底" if self.number == _MONTH_END else f"{self.number}日"
                return f"{'次' if self.later else '每'}月{day}"
            case _Kind.AFTER:
                return f"期满后{self.number}天" if self.number else "期满当天"
            case _Kind.NONE:
                return "不设"

    def day_of(self, period: Period) -> date | None:
        """The due day of a period's sheets; None where there is none.

        A weekday is the last such day of the period, or the first one after a period without it.
        """
        match self.kind:
            case _Kind.WEEKDAY:
                within = period.end - timedelta(days=(period.end.weekday() - self.number) % _DAYS_OF_WEEK)
                after = period.end + timedelta(days=(self.number - period.end.weekday() - 1) % _DAYS_OF_WEEK + 1)
                return after if self.later or within < period.start else within
            case _Kind.DAY:
                within = _in_month(period.end, self.number)
                return (
                    _in_month(_next_month(period.end), self.number) if self.later or within < period.start else within
                )
            case _Kind.AFTER:
                return period.end + timedelta(days=self.number)
            case _Kind.NONE:
                return None


_OFFERED = ("次周一", "次周二", "期满当天", "期满后3天", "每月25日", "每月底", "次月5日", "不设")
USUAL = tuple(DueRule.parse(text) for text in (*(f"每周{day}" for day in _WEEKDAYS), *_OFFERED))
"""What is offered to choose from."""


def default_rule(period: Period) -> DueRule:
    """What holds where nobody said anything: the Friday of a week, the day after a day, three days after a month."""
    if period.days == _SHORT:
        return DueRule(_Kind.AFTER, 1)
    return DueRule(_Kind.WEEKDAY, 4) if period.days <= _LONGEST_WEEK else DueRule(_Kind.AFTER, 3)


@dataclass(frozen=True, slots=True)
class DueRules:
    """The rules of a book, by the name of the form."""

    said: Mapping[str, DueRule] = field(default_factory=dict)

    def own(self, form: str) -> DueRule | None:
        """What somebody said of a form, or of all; None where the default holds."""
        return self.said.get(form) or self.said.get(EVERY_FORM)

    def rule(self, form: str, period: Period) -> DueRule:
        """What holds for the sheets of a form and period."""
        return self.own(form) or default_rule(period)

    def day(self, form: str, period: Period | None) -> date | None:
        """By which day they are due; None for sheets of no period, and where no day is set."""
        return self.rule(form, period).day_of(period) if period is not None else None


def due_rules(ledger: Ledger) -> DueRules:
    """The rules that the book keeps."""
    return DueRules({paper.name: DueRule.parse(paper.text) for paper in ledger.papers(KIND)})


def rule_paper(form: str, rule: DueRule) -> Paper:
    """How a rule is kept in the book."""
    return Paper(KIND, form, str(rule))


def _in_month(day: date, number: int) -> date:
    return day.replace(day=min(number, monthrange(day.year, day.month)[1]))


def _next_month(day: date) -> date:
    first = day.replace(day=1)
    return first.replace(year=day.year + 1, month=1) if day.month == _LAST_MONTH else first.replace(month=day.month + 1)
