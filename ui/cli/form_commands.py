"""The command about forms: forms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from minqing.errors import UsageError
from minqing.forms.form import Form
from minqing.forms.library import builtin_forms
from minqing.records.catalogue import KINDS
from ui.cli.options import Json, PasswordFile
from ui.cli.showing import Answer, say, table

MaybeBook = Annotated[
    Path | None, typer.Argument(metavar="[BOOK]", help="账本文件（.mqb）；写上它，也列出它学会的表样")
]
Save = Annotated[str, typer.Option("--save", metavar="NAME", help="把学会的这个表样存成文件，和 --to 一起用")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="存成哪个表样文件（.mqform）")]
Forget = Annotated[str, typer.Option("--forget", metavar="NAME", help="不再用学会的这个表样（可以撤销）")]


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
    learned: bool
    columns: tuple[_Column, ...]


@dataclass(frozen=True)
class _Forms:
    forms: tuple[_Form, ...]


@dataclass(frozen=True)
class _Saved:
    name: str
    file: str


@dataclass(frozen=True)
class _Forgotten:
    name: str
    change: int | None


def forms(
    *,
    book: MaybeBook = None,
    save: Save = "",
    to: To = None,
    forget: Forget = "",
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """List the forms that sheets can be written and read with, or save or drop a learned one."""
    if (save or forget or to) and book is None:
        raise UsageError("请写上账本：表样是账本学会的。")
    if bool(save) != bool(to) or (save and forget):
        raise UsageError("--save 和 --to 要一起用，--forget 单独用。")
    if book is None:
        return say(_listed(builtin_forms()), as_json=as_json)
    return say(_of_the_book(book, password_file, save=save, to=to, forget=forget), as_json=as_json)


def _of_the_book(book: Path, password_file: Path | None, *, save: str, to: Path | None, forget: str) -> Answer:
    # Without a book none of this is needed, and the command starts without the ledger.
    from exports.files import write_file
    from minqing.actions.forms import forget_form, known_forms, office_form
    from minqing.forms.learning.office import SUFFIX, pack
    from ui.cli.opening import keep_apart, open_book

    keep_apart(to, SUFFIX, book=book)
    with open_book(book, password_file) as ledger:
        if save and to:
            office = office_form(ledger, save)
            write_file(to, pack(office))
            return Answer(_Saved(office.form.name, str(to)), [f"表样“{office.form.name}”已存成“{to}”。"])
        if forget:
            name = office_form(ledger, forget).form.name
            change = forget_form(ledger, name).id or None
            return Answer(_Forgotten(name, change), [f"不再用表样“{name}”。", f"撤销：minqing undo {book} {change}"])
        return _listed(known_forms(ledger))


def _listed(known: tuple[Form, ...]) -> Answer:
    rows = [
        (
            form.name,
            "每页一户" if form.layout and form.layout.page else f"每行一条{KINDS[form.subject].LABEL}",
            f"{len(form.columns)} 栏",
            "学会的" if form.layout else "、".join(form.aliases),
        )
        for form in known
    ]
    lines = list(table(rows, head=("表样", "内容", "栏目", "也可以写成")))
    return Answer(_Forms(tuple(_described(form) for form in known)), lines)


def _described(form: Form) -> _Form:
    columns = tuple(
        _Column(column.label, f"{column.slot}.{column.attribute}" if column.slot else "", column.masked)
        for column in form.columns
    )
    return _Form(form.name, form.aliases, form.sheet, form.subject, form.period, form.layout is not None, columns)
