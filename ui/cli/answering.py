"""export for an office: one workbook of all who reported (--by-sender), and an answer to each (--replies)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from minqing.errors import UsageError
from minqing.forms.form import Form
from minqing.ledger import Ledger
from minqing.records.dates import Period
from ui.answering import send_consolidated, send_replies
from ui.cli.opening import keep_apart
from ui.cli.showing import Answer
from ui.sending import ALL_TIME

Way = Callable[..., Answer]


@dataclass(frozen=True)
class _Consolidated:
    file: str
    form: str
    rows: int
    senders: int
    period: str
    change: int | None


@dataclass(frozen=True)
class _Reply:
    sender: str
    file: str
    rows: int


@dataclass(frozen=True)
class _Replied:
    folder: str
    form: str
    rows: int
    period: str
    replies: tuple[_Reply, ...]
    change: int | None


def office_way(*, by_sender: bool, replies: bool, partner: str) -> Way | None:
    """What writes an office's sheets, None for a sheet as everybody sends. Raises UsageError where both are asked."""
    if by_sender and replies:
        raise UsageError("--by-sender 和 --replies 只能用一种。")
    if partner and (by_sender or replies):
        raise UsageError("--by-sender 和 --replies 是给所有报送人的，不要写 --partner。")
    return answer_all if replies else consolidate if by_sender else None


def consolidate(ledger: Ledger, form: Form, to: Path, *, book: Path, period: Period | None, masked: bool) -> Answer:
    """Write all rows with who brought each."""
    keep_apart(to, ".xlsx", ".xlsm", book=book)
    made = send_consolidated(ledger, form, to, period=period, masked=masked)
    named = period.label if period else ALL_TIME
    done = _Consolidated(str(made.file), form.name, made.rows, made.senders, named, None)
    line = f"已汇总“{form.name}”（{named}）{made.senders:,} 家共 {made.rows:,} 行：{made.file}"
    return Answer(done, [line])


def answer_all(ledger: Ledger, form: Form, to: Path, *, book: Path, period: Period | None, masked: bool) -> Answer:
    """Write a sheet for each who reported, into a folder."""
    if to.is_file() or to.suffix.lower() in {".xlsx", ".xlsm"}:
        raise UsageError("--replies 给每家存一个文件，--to 请写文件夹。账本没有改动。")
    made = send_replies(ledger, form, to, period=period, masked=masked)
    named = period.label if period else ALL_TIME
    replies = tuple(_Reply(sender, str(path), rows) for sender, path, rows in made.files)
    rows = sum(one.rows for one in replies)
    done = _Replied(str(to), form.name, rows, named, replies, made.changes.id or None)
    lines = [f"已给 {len(replies):,} 家各存一份“{form.name}”（{named}），共 {rows:,} 行："]
    lines += [f"  {one.sender} {one.rows:,} 行：{one.file}" for one in replies]
    lines.append(f"发出的内容已记下。撤销这次记录：minqing undo {book} {done.change}")
    return Answer(done, lines)
