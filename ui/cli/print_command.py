"""The command that typesets visit sheets: print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from exports.files import write_file
from exports.visit_records import sheets_of
from exports.visit_sheet import visit_sheets_pdf
from minqing.errors import NothingToPrint
from minqing.work.visit_list import households_to_visit
from ui.cli.items import known_record
from ui.cli.opening import keep_apart, open_book
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import Answer, say

To = Annotated[Path, typer.Option("--to", metavar="FILE.pdf", help="存成哪个文件（.pdf）")]
Building = Annotated[
    str, typer.Option("--building", metavar="B", help="只印这一栋，如 3栋；几个小区都有就写 某某小区3栋")
]
Due = Annotated[bool, typer.Option("--due", help="只印今天该走访的户")]
HouseholdId = Annotated[str, typer.Option("--household", metavar="ID", help="只印这一户，写它的编号")]


@dataclass(frozen=True)
class _Printed:
    file: str
    sheets: int


def print_sheets(
    *,
    book: Book,
    to: To,
    building: Building = "",
    due: Due = False,
    household: HouseholdId = "",
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Typeset the visit sheets of some households, in door order."""
    keep_apart(to, ".pdf", book=book)
    today = date.today()
    with open_book(book, password_file) as ledger:
        found = households_to_visit(
            ledger,
            building=building,
            due_on=today if due else None,
            household=known_record(ledger, household, "household").id if household else "",
        )
        sheets = sheets_of(found, profile=ledger.profile, on=today)
    if not sheets:
        raise NothingToPrint(_why(building, due=due))
    write_file(to, visit_sheets_pdf(sheets))
    return say(
        Answer(_Printed(str(to), len(sheets)), [f"已排好 {len(sheets):,} 户的走访登记表：{to}"]), as_json=as_json
    )


def _why(building: str, *, due: bool) -> str:
    where = f"“{building}”" if building else "账本里"
    return f"{where}没有今天该走访的户" if due else f"{where}没有住户"
