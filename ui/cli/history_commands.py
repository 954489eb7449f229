"""The commands about what was done: history, undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer

from minqing.ledger import Change, Kept, Ledger
from minqing.records.catalogue import kind_of
from minqing.records.fields import Privacy
from minqing.records.identity import normalise_id
from minqing.records.values import Kind, render
from ui.cli.items import kind_label
from ui.cli.opening import open_book
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import DONE, NEEDS_A_PERSON, Answer, say, table

OfRecord = Annotated[str, typer.Option("--id", metavar="ID", help="只看这条记录的历史")]
ChangeId = Annotated[int | None, typer.Argument(metavar="CHANGE", help="改动的号码（整数，见 history），默认最近一次")]

_MOST = 10_000


@dataclass(frozen=True)
class _Entry:
    """``before`` was replaced by ``after``; if ``declined``, it was what somebody else wrote and was not taken."""

    field: str
    before: str
    after: str
    declined: bool = False


@dataclass(frozen=True)
class _Change:
    id: int
    label: str
    who: str
    at: datetime
    source: str
    added: int
    updated: int
    removed: int
    undone_by: int | None
    undoes: int | None


@dataclass(frozen=True)
class _RecordChange(_Change):
    entries: tuple[_Entry, ...]


@dataclass(frozen=True)
class _History:
    changes: tuple[_Change, ...]


@dataclass(frozen=True)
class _Undone:
    change: int
    undone: int | None
    label: str
    kept: tuple[Kept, ...]


def history(*, book: Book, record: OfRecord = "", as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Show the changes of the book, or of one record with what they did to it; the newest first."""
    with open_book(book, password_file) as ledger:
        record_id = _known(ledger, record) if record else ""
        found = ledger.history(record_id or None, limit=_MOST)
        changes: tuple[_Change, ...] = tuple(_plain(one) for one in found)
        if record_id:
            changes = tuple(_with_entries(ledger, one, record_id) for one in found)
    lines = _record_lines(changes, record_id) if record_id else _book_lines(changes)
    return say(Answer(_History(changes), lines or ["还没有改动。"]), as_json=as_json)


def undo(*, book: Book, change: ChangeId = None, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Take back one change; what was edited since stays and is named."""
    with open_book(book, password_file) as ledger:
        done = ledger.undo(change)
        (written,) = ledger.history(limit=1)
    answer = _Undone(done.changes.id, written.undoes, written.label, done.kept)
    counts = f"加回 {written.added:,} 条，改回 {written.updated:,} 条，拿掉 {written.removed:,} 条"
    lines = [
        f"已撤销第 {written.undoes} 号改动“{written.label.removeprefix('撤销：')}”：{counts}。",
        f"恢复：minqing undo {book} {written.id}",
    ]
    if done.kept:
        lines.append(f"有 {len(done.kept)} 处没有动：")
        lines += table([(f"  {one.label}", _field_label(one.record_id, one.field), one.why) for one in done.kept])
    return say(Answer(answer, lines, NEEDS_A_PERSON if done.kept else DONE), as_json=as_json)


def _known(ledger: Ledger, text: str) -> str:
    """The id as the book writes it; a removed record still has a history. Raises RecordMissing."""
    record_id = normalise_id(text) or text
    if not ledger.history(record_id, limit=1):
        ledger.get(record_id)
    return record_id


def _plain(change: Change) -> _Change:
    return _Change(
        id=change.id,
        label=change.label,
        who=change.who,
        at=change.at,
        source=change.source,
        added=change.added,
        updated=change.updated,
        removed=change.removed,
        undone_by=change.undone_by,
        undoes=change.undoes,
    )


def _with_entries(ledger: Ledger, change: Change, record_id: str) -> _RecordChange:
    entries = tuple(
        _Entry(entry.field, entry.before, entry.after, entry.action == "decline")
        for entry in ledger.entries(change.id)
        if entry.record_id == record_id
    )
    return _RecordChange(**vars(_plain(change)), entries=entries)


def _book_lines(changes: Sequence[_Change]) -> list[str]:
    rows = [
        (
            str(one.id),
            one.at.strftime("%Y-%m-%d %H:%M"),
            one.who,
            one.label,
            f"新增 {one.added:,}、改 {one.updated:,}、删 {one.removed:,}",
            f"已被 {one.undone_by} 号撤销" if one.undone_by else "",
        )
        for one in changes
    ]
    return list(table(rows, head=("号码", "时间", "谁", "做了什么", "记录", ""))) if rows else []


def _record_lines(changes: Sequence[_Change], record_id: str) -> list[str]:
    lines = [f"{kind_label(record_id)} {record_id}"]
    for one in changes:
        lines.append(f"{one.id}  {one.at:%Y-%m-%d %H:%M}  {one.who}  {one.label}")
        if isinstance(one, _RecordChange):
            rows = [(f"    {_field_label(record_id, entry.field)}", _told(record_id, entry)) for entry in one.entries]
            lines += table(rows)
    return lines


def _told(record_id: str, entry: _Entry) -> str:
    before, after = (_masked(record_id, entry.field, text) or "（空）" for text in (entry.before, entry.after))
    return f"没有采用 {before}，留着 {after}" if entry.declined else f"{before} → {after}"


def _field_label(record_id: str, name: str) -> str:
    model = kind_of(record_id)
    field = model.fields().get(name) if model else None
    return field.label if field else name


def _masked(record_id: str, name: str, text: str) -> str:
    model = kind_of(record_id)
    field = model.fields().get(name) if model else None
    if field is None or field.privacy is not Privacy.MASKED or not text:
        return text
    value = field.read(text)[name] if field.kind is Kind.PHONES else text
    return render(field.kind, value, masked=True)
