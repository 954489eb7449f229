"""The command that writes a sheet for an office: export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from minqing.actions.forms import form_for
from minqing.errors import UsageError
from minqing.forms.form import Form
from minqing.ledger import Ledger
from minqing.records.dates import Period
from ui.cli.answering import office_way
from ui.cli.opening import keep_apart, open_book
from ui.cli.options import Book, From, Json, PasswordFile, Until, Week
from ui.cli.periods import period_named
from ui.cli.showing import Answer, say
from ui.sending import ALL_TIME, Sent, send_sheet

FormName = Annotated[str, typer.Argument(metavar="FORM", help="表样的名称，如 民情台账（见 minqing forms）")]
To = Annotated[Path, typer.Option("--to", metavar="FILE", help="存成哪个文件（.xlsx）；写文件夹则按表样起名")]
All = Annotated[bool, typer.Option("--all", help="不限时段，全部导出")]
Masked = Annotated[bool, typer.Option("--masked", help="身份证号和电话只露出一部分")]
Partner = Annotated[str, typer.Option("--partner", metavar="P", help="给谁，如 街道办；交回来时按这个名字核对")]
BySender = Annotated[bool, typer.Option("--by-sender", help="汇总：各家交来的行排在一起，前面一栏写报送人")]
Replies = Annotated[bool, typer.Option("--replies", help="给每家存一份回复，--to 写文件夹；交回后能看出改了什么")]


@dataclass(frozen=True)
class _Exported:
    file: str
    form: str
    rows: int
    period: str
    from_: date | None
    until: date | None
    partner: str
    change: int | None


def export(  # noqa: PLR0913 - the options are the interface
    *,
    book: Book,
    form: FormName,
    to: To,
    week: Week = "",
    from_: From = "",
    until: Until = "",
    everything: All = False,
    partner: Partner = "",
    masked: Masked = False,
    by_sender: BySender = False,
    replies: Replies = False,
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Write the rows of a form into a workbook and remember what was sent."""
    asked = period_named(week=week, start=from_, end=until)
    if asked and everything:
        raise UsageError("--all 和 --week、--from、--until 只能用一种。")
    way = office_way(by_sender=by_sender, replies=replies, partner=partner)
    keep_apart(to, ".xlsx", ".xlsm", "", book=book)
    with open_book(book, password_file) as ledger:
        layout = form_for(ledger, form)
        if asked and not layout.period:
            raise UsageError(f"“{layout.name}”不分时段，导出时不要写 --week、--from、--until。")
        period = None if everything or not layout.period else asked or _this_week(ledger)
        if way:
            return say(way(ledger, layout, to, book=book, period=period, masked=masked), as_json=as_json)
        if not (layout.layout and layout.layout.page):
            keep_apart(to, ".xlsx", ".xlsm", book=book)
        sent = send_sheet(ledger, layout, to, period=period, partner=partner, masked=masked)
    return say(_told(sent, layout, period, partner), as_json=as_json)


def _told(sent: Sent, layout: Form, period: Period | None, partner: str) -> Answer:
    done = _Exported(
        file=str(sent.file),
        form=layout.name,
        rows=sent.rows,
        period=period.label if period else ALL_TIME,
        from_=period.start if period else None,
        until=period.end if period else None,
        partner=partner,
        change=sent.changes.id or None,
    )
    lines = [
        f"已导出“{done.form}”{f'（{done.period}）' if layout.period else ''}共 {_extent(sent)}：{done.file}",
        *([f"给 {partner} 的这一份已记下，交回来后用 minqing import 导入。"] if partner else []),
    ]
    if not done.rows:
        lines.insert(
            0, "这个时段没有记录，导出的是一张空表。" if layout.period else "账本里还没有记录，导出的是一张空表。"
        )
    return Answer(done, lines)


def _extent(sent: Sent) -> str:
    return f"{sent.pages:,} 户 {sent.rows:,} 人" if sent.pages else f"{sent.rows:,} 行"


def _this_week(ledger: Ledger) -> Period:
    return Period.of_week(date.today(), ledger.profile.first_weekday)
