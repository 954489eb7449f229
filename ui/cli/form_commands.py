"""The command about forms: forms."""

from __future__ import annotations

from dataclasses import dataclass

from minqing.forms.form import Form
from minqing.forms.library import builtin_forms
from minqing.records.catalogue import KINDS
from ui.cli.options import Json
from ui.cli.showing import Answer, say, table


@dataclass(frozen=True)
class _Column:
    label: str
    field: str
    masked: bool


@dataclass(frozen=True)
class _Form:
    name: str
    aliases: tuple[str, ...]
    sheet: str
    subject: str
    period: str
    columns: tuple[_Column, ...]


@dataclass(frozen=True)
class _Forms:
    forms: tuple[_Form, ...]


def forms(*, as_json: Json = False) -> int:
    """List the forms that sheets can be written and read with."""
    known = builtin_forms()
    rows = [
        (form.name, f"每行一条{KINDS[form.subject].LABEL}", f"{len(form.columns)} 栏", "、".join(form.aliases))
        for form in known
    ]
    answer = _Forms(tuple(_described(form) for form in known))
    return say(Answer(answer, list(table(rows, head=("表样", "内容", "栏目", "也可以写成")))), as_json=as_json)


def _described(form: Form) -> _Form:
    columns = tuple(
        _Column(column.label, f"{column.slot}.{column.attribute}" if column.slot else "", column.masked)
        for column in form.columns
    )
    return _Form(form.name, form.aliases, form.sheet, form.subject, form.period, columns)
