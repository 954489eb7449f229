"""By which day sheets are due: what people say of it, the day that follows, who is late and who is overdue."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from minqing.actions.deadlines import set_deadline
from minqing.errors import BadDueRule
from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.due_days import USUAL, DueRule, default_rule, due_rules
from minqing.exchange.partners.roll import Roll, call_roll, look_through
from minqing.exchange.partners.senders import Senders
from minqing.exchange.planner import make_plan
from minqing.forms.marker import Marker
from minqing.forms.sheet import SheetReading, read_sheets
from minqing.ledger import Ledger
from minqing.records.period import Period
from tests.exchange.conftest import Send

WEEK = Period.week("2026-W47")
MONTH = Period.month("2026-11")


@pytest.mark.parametrize(
    ("said", "rule", "week", "month"),
    [
        ("每周五", "每周五", "2026-11-20", "2026-11-27"),
        ("星期天", "每周日", "2026-11-22", "2026-11-29"),
        ("下周一", "次周一", "2026-11-23", "2026-12-07"),
        ("每月25日", "每月25日", "2026-11-25", "2026-11-25"),
        ("5号", "每月5日", "2026-12-05", "2026-11-05"),
        ("月底", "每月底", "2026-11-30", "2026-11-30"),
        ("次月 5 日", "次月5日", "2026-12-05", "2026-12-05"),
        ("期满后3天", "期满后3天", "2026-11-25", "2026-12-03"),
        ("期满当天", "期满当天", "2026-11-22", "2026-11-30"),
    ],
)
def test_what_people_say_is_a_day_of_each_period(said: str, rule: str, week: str, month: str) -> None:
    parsed = DueRule.parse(said)
    assert (str(parsed), DueRule.parse(rule)) == (rule, parsed)
    assert parsed.day_of(WEEK) == date.fromisoformat(week)
    assert parsed.day_of(MONTH) == date.fromisoformat(month)


def test_a_period_without_the_weekday_is_due_on_the_first_after_it() -> None:
    days = Period(date(2026, 11, 16), date(2026, 11, 18))
    assert DueRule.parse("周五").day_of(days) == date(2026, 11, 20)
    own_week = Period(date(2026, 11, 14), date(2026, 11, 20))
    assert DueRule.parse("周五").day_of(own_week) == date(2026, 11, 20)
    december = Period.month("2026-12")
    assert DueRule.parse("次月31日").day_of(december) == date(2027, 1, 31)


def test_all_that_is_offered_can_be_said_again_and_nonsense_is_refused() -> None:
    assert [DueRule.parse(str(rule)) for rule in USUAL] == list(USUAL)
    assert DueRule.parse("不设").day_of(WEEK) is None
    for text in ("", "周八", "每月32日", "0日", "明天", "期满后99天"):
        with pytest.raises(BadDueRule):
            DueRule.parse(text)


def test_where_nobody_said_anything_a_week_is_due_on_friday(empty: Ledger) -> None:
    rules = due_rules(empty)
    assert rules.day("民情台账", WEEK) == date(2026, 11, 20)
    assert str(default_rule(MONTH)) == "期满后3天"
    assert str(default_rule(Period(WEEK.start, WEEK.start))) == "期满后1天"
    assert rules.day("居民信息表", None) is None


def test_the_book_keeps_it_form_by_form_with_undo(empty: Ledger) -> None:
    every = set_deadline(empty, "", "次周一")
    own = set_deadline(empty, "民情台账", "周四")
    assert own.label == "“民情台账”的交表日：每周四"
    assert not set_deadline(empty, "民情台账", "星期四")
    rules = due_rules(empty)
    assert (rules.day("民情台账", WEEK), rules.day("走访台账", WEEK)) == (date(2026, 11, 19), date(2026, 11, 23))
    assert empty.undo().changes.id
    assert due_rules(empty).day("民情台账", WEEK) == date(2026, 11, 23)
    empty.undo(every.id)
    assert due_rules(empty).day("民情台账", WEEK) == date(2026, 11, 20)
    set_deadline(empty, "民情台账", "不设")
    assert due_rules(empty).day("民情台账", WEEK) is None
    set_deadline(empty, "民情台账", "默认")
    assert due_rules(empty).own("民情台账") is None


@pytest.fixture
def reading(ledger: Ledger, send: Send) -> SheetReading:
    return read_sheets(send(ledger))[0]


def of(ledger: Ledger, reading: SheetReading, owner: str, week: str, *, folder: Path, saved: datetime) -> SheetReading:
    """What somebody's sheet of a week, saved on some day, is read as."""
    code = {"王×": "7K3QX2", "李×": "9M2RT4", "赵×": "2M2RT4"}[owner]
    period = Period.week(week)
    marker = Marker(book=code, form="民情台账", owner=owner, period=period.label, version="5")
    path = folder / f"{owner}-{week}.xlsx"
    path.touch()
    os.utime(path, times=(saved.timestamp(), saved.timestamp()))
    found = replace(reading, marker=marker, book=code, version=5, period=period, path=path, file=path.name)
    cells = (replace(reading.rows[0], ids=(), cells=(*reading.rows[0].cells[:-1], f"{owner}{week}")),)
    return Senders(ledger).named(replace(found, partner="", rows=cells))


def called(ledger: Ledger, *readings: SheetReading, today: date) -> Roll:
    batch = look_through(ledger, readings, today=today)
    return call_roll(batch, make_plan(ledger, batch.readings))


def test_who_came_later_is_late_by_the_day_of_his_file(empty: Ledger, reading: SheetReading, tmp_path: Path) -> None:
    friday, monday = datetime(2026, 11, 20, 17), datetime(2026, 11, 23, 9)
    wang = of(empty, reading, "王×", "2026-W47", folder=tmp_path, saved=friday)
    li = of(empty, reading, "李×", "2026-W47", folder=tmp_path, saved=monday)
    roll = called(empty, wang, li, today=date(2026, 11, 24))
    assert [(one.sender, one.due, one.late) for one in roll.entries] == [
        ("王×", date(2026, 11, 20), 0),
        ("李×", date(2026, 11, 20), 3),
    ]
    assert (roll.late, roll.due, roll.rules) == (("李×",), date(2026, 11, 20), {"民情台账": "每周五"})
    set_deadline(empty, "民情台账", "次周一")
    assert called(empty, wang, li, today=date(2026, 11, 24)).late == ()


def test_who_corrects_a_sheet_that_came_in_time_is_not_late(
    empty: Ledger, reading: SheetReading, tmp_path: Path
) -> None:
    monday = datetime(2026, 11, 23, 9)
    first = of(empty, reading, "王×", "2026-W47", folder=tmp_path, saved=datetime(2026, 11, 19, 9))
    again = replace(first, path=tmp_path / "改.xlsx", version=6, rows=(reading.rows[1],))
    again.path.touch()
    os.utime(again.path, times=(monday.timestamp(), monday.timestamp()))
    assert called(empty, again, today=monday.date()).late == ("王×",)
    assert called(empty, first, again, today=monday.date()).late == ()


def test_who_has_not_by_now_is_overdue(empty: Ledger, reading: SheetReading, tmp_path: Path) -> None:
    before = datetime(2026, 11, 13, 9)
    for owner in ("王×", "李×"):
        sheet = of(empty, reading, owner, "2026-W46", folder=tmp_path, saved=before)
        apply_plan(empty, make_plan(empty, [sheet]))
    came = of(empty, reading, "李×", "2026-W47", folder=tmp_path, saved=datetime(2026, 11, 20, 9))
    in_time = called(empty, came, today=date(2026, 11, 20)).absent
    assert [(one.sender, one.due, one.overdue) for one in in_time] == [("王×", date(2026, 11, 20), 0)]
    assert [one.overdue for one in called(empty, came, today=date(2026, 11, 25)).absent] == [5]
    set_deadline(empty, "民情台账", "不设")
    assert [(one.due, one.overdue) for one in called(empty, came, today=date(2026, 11, 25)).absent] == [(None, 0)]
