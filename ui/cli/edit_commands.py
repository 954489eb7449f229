"""The commands that write single records: add, set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from minqing.actions.appeals import register_appeal
from minqing.actions.records import filled_in, save_records
from minqing.actions.visits import record_visit
from minqing.errors import BrokenRules, CellError, UsageError
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.catalogue import attribute_named
from minqing.records.fields import Value
from minqing.records.household import Household
from minqing.records.visit import Visit
from ui.cli.items import Item, is_reference, item_of, known_record, labels_of, lines_of, model_named, record_named
from ui.cli.opening import open_book
from ui.cli.options import Book, Json, Kind, Pairs, PasswordFile
from ui.cli.showing import Answer, say

RecordId = Annotated[str, typer.Argument(metavar="ID", help="要改的记录的编号")]


@dataclass(frozen=True)
class _Saved(Item):
    change: int | None


def add(*, book: Book, kind: Kind, pairs: Pairs, as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Add one record."""
    model = model_named(kind)
    given = _split(pairs)
    with open_book(book, password_file) as ledger:
        draft = model().with_values(_with_defaults(ledger, model, _values(ledger, model, given)))
        _refuse(draft, draft.breaches())
        changes = _added(ledger, draft)
        record = ledger.get(next(one for one in changes.added if one.startswith(f"{model.LETTER}-")))
        lines = _lines(ledger, record, f"已录入。撤销：minqing undo {book} {changes.id}")
    return say(Answer(_saved(record, changes.id), lines), as_json=as_json)


def set_fields(
    *, book: Book, record_id: RecordId, pairs: Pairs, as_json: Json = False, password_file: PasswordFile = None
) -> int:
    """Change fields of one record; an empty value clears the field."""
    given = _split(pairs)
    with open_book(book, password_file) as ledger:
        record = record_named(ledger, record_id)
        changed = record.with_values(_values(ledger, type(record), given))
        standing = {breach.field for breach in record.breaches()}
        touched = {name for name in record.fields() if getattr(record, name) != getattr(changed, name)}
        _refuse(changed, [one for one in changed.breaches() if one.field not in standing - touched])
        if not touched:
            lines = _lines(ledger, record, "和原来一样，没有改动。")
            return say(Answer(_saved(record, None), lines), as_json=as_json)
        label = f"修改{record.LABEL} {labels_of(ledger, [record])[record.id]}"
        changes = save_records(ledger, [changed], label=label)
        record = ledger.get(record.id)
        lines = _lines(ledger, record, f"已保存。撤销：minqing undo {book} {changes.id}")
    return say(Answer(_saved(record, changes.id), lines), as_json=as_json)


def _split(pairs: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        name, sign, text = pair.partition("=")
        if not sign or not name.strip():
            raise UsageError(f"“{pair}”应写成 栏名=内容，如 姓名=王桂芳。")
        if name.strip() in found:
            raise UsageError(f"“{name.strip()}”写了两次，不知道该用哪个。")
        found[name.strip()] = text
    return found


def _values(ledger: Ledger, model: type[Record], given: Mapping[str, str]) -> dict[str, Value]:
    """Field values from typed text. Raises UnknownField, RecordMissing, BrokenRules with all that is wrong."""
    found: dict[str, Value] = {}
    broken: list[tuple[str, str, CellError]] = []
    for name, text in given.items():
        try:
            read = filled_in(model, {name: text})
        except CellError as error:
            attribute = attribute_named(model, name)
            broken.append((attribute.name if attribute else name, attribute.label if attribute else name, error))
            continue
        for field, value in read.items():
            kind = is_reference(model, field)
            found[field] = known_record(ledger, str(value), kind).id if kind and value else value
    if broken:
        raise BrokenRules(broken)
    return found


def _refuse(record: Record, breaches: Sequence[tuple[str, CellError]]) -> None:
    if breaches:
        attributes = record.attributes()
        raise BrokenRules([(name, attributes[name].label, error) for name, error in breaches])


def _with_defaults(ledger: Ledger, model: type[Record], values: dict[str, Value]) -> dict[str, Value]:
    """What the book knows itself when nobody says otherwise: where it is, and today."""
    profile = ledger.profile
    defaults: dict[str, Value] = {}
    if model is Household:
        defaults = {"street": profile.street, "community": profile.community, "estate": profile.estate}
    elif model is Building:
        defaults = {"estate": profile.estate}
    elif model is Appeal:
        defaults = {"registered_on": date.today()}
    return {**defaults, **values}


def _added(ledger: Ledger, draft: Record) -> Changes:
    match draft:
        case Appeal():
            return register_appeal(ledger, draft=draft, who=ledger.profile.owner)
        case Visit():
            household = ledger.get(draft.household)
            assert isinstance(household, Household)
            return record_visit(ledger, household=household, draft=draft)
        case _:
            named = getattr(draft, "door", "") or getattr(draft, "name", "")
            return save_records(ledger, [draft], label=f"新增{draft.LABEL} {named}".strip())


def _saved(record: Record, change: int | None) -> _Saved:
    item = item_of(record)
    return _Saved(item.id, item.kind, item.revision, item.fields, item.extra, change)


def _lines(ledger: Ledger, record: Record, last: str) -> list[str]:
    return [*lines_of(record, labels_of(ledger, [record])[record.id]), last]
