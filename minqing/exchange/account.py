"""What an exchange did, told record by record and field by field: the page that answers for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from minqing.errors import CellError
from minqing.exchange.decided import Decision, decisions_of
from minqing.exchange.plan import RECORD_ID
from minqing.forms.form import SLOTS
from minqing.ledger import Change, Entry, Exchange, Kept, Ledger
from minqing.records.base import Record
from minqing.records.catalogue import kind_of
from minqing.records.fields import Privacy
from minqing.records.values import Kind, render

_MOST = 4000
_CHANGES = 100_000
_NAMING = ("door", "name", "subject", "visited_on")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done to one field of a record, or to a whole one; texts as the screen shows them.

    ``action`` is that of the entry; of a "decline", ``before`` is what was not taken and ``after`` what held.
    """

    action: str
    record_id: str
    kind: str
    name: str
    field: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Account:
    """All that one exchange did. ``counts`` is by kind of record and action; ``more`` tells that deeds were left out.

    ``undoing`` is the change that took it back, None while it stands; ``together`` is how many sheets it took in, which
    are taken back as one. ``decided`` is what people chose in it: deeds of the action "choose".
    """

    exchange: Exchange
    change: Change | None
    deeds: tuple[Deed, ...]
    counts: Mapping[tuple[str, str], int]
    more: bool
    undoing: Change | None
    together: int = 1
    decided: tuple[Deed, ...] = ()


def account_of(ledger: Ledger, exchange: Exchange) -> Account:
    """What ``exchange`` did; the deeds of a very large one are not all listed, but counted."""
    changes = {one.id: one for one in ledger.history(limit=_CHANGES)}
    change = changes.get(exchange.change or 0)
    entries = ledger.entries(change.id, limit=_MOST) if change else []
    decisions = decisions_of(ledger, change.id) if change else ()
    names = _names(ledger, {one.record_id for one in entries} | {one.record_id for one in decisions})
    deeds = tuple(_deeds(entries, names))
    return Account(
        exchange=exchange,
        change=change,
        deeds=deeds,
        counts=_counts(deeds),
        more=len(entries) >= _MOST,
        undoing=changes.get(change.undone_by or 0) if change else None,
        decided=tuple(_chosen(one, names) for one in decisions),
        together=sum(one.change == exchange.change for one in ledger.exchanges(undone=True)),
    )


def _deeds(entries: Iterable[Entry], names: Mapping[str, str]) -> Iterator[Deed]:
    """One deed per edited field, one per added or removed record with all that it said."""
    for (record_id, whole), found in groupby(entries, key=lambda one: (one.record_id, _is_whole(one))):
        some = list(found)
        model = kind_of(record_id)
        if model is None:
            continue
        name = names.get(record_id) or _name_in(model, some) or record_id
        if whole:
            told = (one for one in some if not _is_link(model, one.field))
            text = "，".join(f"{field_label(model, one.field)} {_hidden(model, one.field, _said(one))}" for one in told)
            gone = some[0].action == "remove"
            before, after = (text, "") if gone else ("", text)
            yield Deed(some[0].action, record_id, model.LABEL, name, "", "", before, after)
            continue
        for one in some:
            before, after = shown_pair(model, one)
            label = field_label(model, one.field)
            yield Deed(one.action, record_id, model.LABEL, name, one.field, label, before, after)


def _is_whole(entry: Entry) -> bool:
    return entry.action in {"add", "remove"}


def _is_link(model: type[Record], name: str) -> bool:
    """Whether a field only points to another record, by an id that says nothing to people."""
    field = model.fields().get(name)
    return field is not None and field.kind is Kind.REF


def _said(entry: Entry) -> str:
    return entry.after or entry.before


def _counts(deeds: Iterable[Deed]) -> Mapping[tuple[str, str], int]:
    records = {(deed.kind, deed.action, deed.record_id) for deed in deeds if deed.action != "decline"}
    counts = Counter((kind, action) for kind, action, _ in records)
    counts.update((deed.kind, deed.action) for deed in deeds if deed.action == "decline")
    return counts


def _chosen(one: Decision, names: Mapping[str, str]) -> Deed:
    """A decision: between which texts, or about which row, and how."""
    model = kind_of(one.record_id) if one.record_id else None
    name = names.get(one.record_id) or one.row
    kind = model.LABEL if model else ""
    if one.field and model is not None:
        theirs, ours = (_hidden(model, one.field, text) or "空" for text in (one.theirs, one.ours))
        if theirs == ours:
            theirs, ours = one.theirs, one.ours
        return Deed(
            "choose", one.record_id, kind, name, one.field, one.label, f"来表 {theirs}；本机 {ours}", one.chosen
        )
    if not one.slot:
        return Deed("choose", one.record_id, kind, name, "", "整行", one.row, one.chosen)
    if one.slot == RECORD_ID:
        return Deed("choose", one.record_id, kind, name, "", "记录编号", one.row, "不算，按内容认")
    label = f"是哪条{SLOTS[one.slot].LABEL}" if one.slot in SLOTS else "是哪一条"
    return Deed("choose", one.record_id, kind, name, "", label, one.row, one.chosen or "新增")


def _names(ledger: Ledger, ids: Collection[str]) -> dict[str, str]:
    """What people call the records, with the door of a person's household."""
    records = ledger.get_many({one for one in ids if one})
    homes = ledger.get_many({str(getattr(one, "household", "")) for one in records.values()} - {""} - records.keys())
    found = {}
    for one in records.values():
        home = {**records, **homes}.get(str(getattr(one, "household", "")))
        parts = dict.fromkeys(filter(None, (_called(home) if home else "", _called(one))))
        found[one.id] = " ".join(parts)
    return found


def _called(record: Record) -> str:
    return next((str(text) for name in _NAMING if (text := getattr(record, name, ""))), "")


def _name_in(model: type[Record], entries: Iterable[Entry]) -> str:
    """What people called a record that is no more, from all that it said."""
    return _called(model.model_construct(None, **{one.field: _said(one) for one in entries}))


def field_label(model: type[Record], name: str) -> str:
    """What a field of a record is called; columns that no field knows are 其他栏."""
    field = model.fields().get(name)
    return field.label if field else "其他栏"


def shown_pair(model: type[Record], entry: Entry) -> tuple[str, str]:
    """Before and after, numbers masked unless that would hide the difference."""
    hidden = (_hidden(model, entry.field, entry.before), _hidden(model, entry.field, entry.after))
    return hidden if hidden[0] != hidden[1] else (entry.before, entry.after)


def _hidden(model: type[Record], name: str, text: str) -> str:
    field = model.fields().get(name)
    if field is None or field.privacy is not Privacy.MASKED or not text:
        return text
    try:
        value = field.read(text)[name] if field.kind is Kind.PHONES else text
    except CellError:
        return text  # it has its stars already
    return render(field.kind, value, masked=True)


def kept_words(kept: Iterable[Kept]) -> list[str]:
    """What an undo left alone and why, a line each: ``谢玉兰 联系电话：后来又改过``."""
    lines = []
    for one in kept:
        model = kind_of(one.record_id)
        field = f" {field_label(model, one.field)}" if model and one.field else ""
        lines.append(f"{one.label}{field}：{one.why}")
    return lines
