"""The command about due days: deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from minqing.actions.deadlines import DEFAULT, set_deadline
from minqing.actions.forms import form_for, known_forms
from minqing.exchange.partners.due_days import EVERY_FORM, DueRules, due_rules
from minqing.ledger import Ledger
from minqing.records.period import Period
from ui.cli.opening import open_book
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import Answer, say, table

ALL_FORMS = "全部"
FormName = Annotated[str, typer.Argument(metavar="FORM", help="表样的名称；写 全部 则指没有另外定过的各种表")]
Rule = Annotated[
    str,
    typer.Argument(metavar="RULE", help="每周五、次周一、每月25日、次月5日、期满后3天、不设 之一；写 默认 则不再另定"),
]


@dataclass(frozen=True)
class _Deadline:
    form: str
    rule: str
    said: bool
    period: str
    due: date | None


@dataclass(frozen=True)
class _Deadlines:
    deadlines: tuple[_Deadline, ...]
    change: int | None


def deadline(
    *,
    book: Book,
    form: FormName = "",
    rule: Rule = "",
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Tell by which day the sheets of each dated form are due, or say it for one."""
    with open_book(book, password_file) as ledger:
        name = form_for(ledger, form).name if form and form != ALL_FORMS else EVERY_FORM
        change = set_deadline(ledger, name, rule).id or None if rule else None
        found = _deadlines(ledger, name)
    rows = [(one.form, one.rule, "" if one.said else DEFAULT, one.period, _day(one.due)) for one in found]
    lines = list(table(rows, head=("表样", "交表日", "", "本期", "这一期")))
    if rule:
        lines.append(f"已记下。撤销：minqing undo {book} {change}" if change else "本来就是这样，账本没有改动。")
    return say(Answer(_Deadlines(found, change), lines), as_json=as_json)


def _deadlines(ledger: Ledger, only: str) -> tuple[_Deadline, ...]:
    """What holds for each dated form in the week or month of today; for one that is asked for, dated or not."""
    rules = due_rules(ledger)
    week = Period.of_week(date.today(), ledger.profile.first_weekday)
    named = [form.name for form in known_forms(ledger) if (form.name == only if only else form.period)]
    return tuple(_of(rules, name, week) for name in named)


def _of(rules: DueRules, form: str, week: Period) -> _Deadline:
    own = rules.own(form)
    return _Deadline(form, str(rules.rule(form, week)), own is not None, week.label, rules.day(form, week))


def _day(day: date | None) -> str:
    return f"{day.month}月{day.day}日" if day else "不设"
