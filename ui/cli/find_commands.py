"""The commands that look records up: find, show, list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.records.identity import normalise_id
from minqing.records.visit import Visit
from ui.cli.items import Item, item_of, kind_label, labels_of, lines_of, list_lines, model_named, record_named
from ui.cli.opening import open_book
from ui.cli.options import Book, Json, Kind, PasswordFile
from ui.cli.showing import Answer, say, table

Text = Annotated[str, typer.Argument(metavar="TEXT", help="要找的内容：姓名、拼音、电话、门牌、编号或任何一段话")]
RecordId = Annotated[str, typer.Argument(metavar="ID", help="记录编号，如 H-7K3QX2-00185")]

_MOST = 50


@dataclass(frozen=True)
class _Result:
    id: str
    kind: str
    label: str
    household: str


@dataclass(frozen=True)
class _Results:
    results: tuple[_Result, ...]


@dataclass(frozen=True)
class _Items:
    items: tuple[Item, ...]


def find(*, book: Book, text: Text, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Find records by what somebody remembers of them."""
    with open_book(book, password_file) as ledger:
        hits = ledger.search(text, limit=_MOST)
        labels = labels_of(ledger, ledger.get_many(hit.id for hit in hits).values())
    results = tuple(_Result(hit.id, hit.kind, labels.get(hit.id, ""), hit.household) for hit in hits)
    lines = list(table([(one.id, kind_label(one.id), one.label) for one in results]))
    if len(hits) == _MOST:
        lines.append(f"只列出前 {_MOST} 条，请写得更细一些。")
    return say(Answer(_Results(results), lines or [f"没有找到“{text}”。"]), as_json=as_json)


def show(*, book: Book, record_id: RecordId, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Show one record."""
    with open_book(book, password_file) as ledger:
        record = record_named(ledger, record_id)
        label = labels_of(ledger, [record])[record.id]
    asked = normalise_id(record_id) or record_id.strip()
    notes = [f"{asked} 已并入 {record.id}（{label}），下面是合并后的记录。"] if asked != record.id else []
    return say(Answer(item_of(record), list(lines_of(record, label)), notes=notes), as_json=as_json)


def list_records(*, book: Book, kind: Kind, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """List all records of one kind: households in door order, visits and appeals by date."""
    model = model_named(kind)
    with open_book(book, password_file) as ledger:
        records = sorted(ledger.records(model), key=_order)
    lines = list(list_lines(model, records)) if not as_json else []
    return say(Answer(_Items(tuple(item_of(one) for one in records)), lines), as_json=as_json)


def _order(record: Record) -> tuple[object, ...]:
    match record:
        case Household():
            return record.walking_order
        case Visit():
            return (record.show("visited_on"), record.show("visited_at"))
        case Appeal():
            return (record.show("registered_on"), record.number)
        case Building():
            return (record.estate, len(record.name), record.name)
        case _:
            return ()
