"""Records as JSON items, what people call them, and the words for their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minqing.errors import RecordMissing, UnknownKind
from minqing.exchange.matching.joined import joined_records
from minqing.exchange.sending.outgoing import heads_of
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.catalogue import KINDS, kind_of
from minqing.records.contact import Contact
from minqing.records.fields import Value
from minqing.records.household import Household
from minqing.records.identity import normalise_id
from minqing.records.resident import Resident
from minqing.records.values import Kind
from minqing.records.visit import Visit
from ui.cli.showing import table

LISTED: Mapping[str, type[Record]] = {kind: model for kind, model in KINDS.items() if model is not Step}
_WORDS: Mapping[str, type[Record]] = {"户": Household, "住户": Household, "联系人": Contact, "人员": Resident}


@dataclass(frozen=True)
class Item:
    """One record as ``show`` and ``list`` print it."""

    id: str
    kind: str
    revision: int
    fields: Mapping[str, Value]
    extra: Mapping[str, str]


def item_of(record: Record) -> Item:
    """The item of a record: every field by its name, with its whole value."""
    return Item(record.id, record.KIND, record.revision, record.values(), record.extra)


def model_named(word: str) -> type[Record]:
    """The kind of record that ``word`` means, in English or Chinese. Raises UnknownKind."""
    wanted = word.strip().casefold()
    for model in LISTED.values():
        if wanted in {model.KIND, f"{model.KIND}s", model.LABEL}:
            return model
    if wanted in _WORDS:
        return _WORDS[wanted]
    raise UnknownKind(word, [f"{model.KIND}（{model.LABEL}）" for model in LISTED.values()])


def record_named(ledger: Ledger, text: str) -> Record:
    """The record with the id that somebody typed, in any case; for one that was joined into another, that other.

    Raises RecordMissing.
    """
    record_id = normalise_id(text) or text.strip()
    return ledger.find(record_id) or ledger.get(joined_records(ledger).get(record_id, record_id))


def known_record(ledger: Ledger, text: str, kind: str) -> Record:
    """The record of ``kind`` with a typed id. Raises RecordMissing, also when it is of another kind."""
    record = record_named(ledger, text)
    if type(record) is not KINDS[kind]:
        raise RecordMissing(text)
    return record


def kind_label(record_id: str) -> str:
    """The Chinese word for the kind of record that an id belongs to."""
    model = kind_of(record_id)
    return model.LABEL if model else ""


def labels_of(ledger: Ledger, records: Iterable[Record]) -> dict[str, str]:
    """What people call each record, by id: door and head of the household, name, subject."""
    wanted = list(records)
    homes = {_home_of(record) for record in wanted} - {""}
    households = ledger.get_many(homes)
    heads = heads_of(ledger, homes)
    doors = {
        key: f"{home.door} {heads[key].name if key in heads else ''}".strip()
        for key, home in households.items()
        if isinstance(home, Household)
    }
    return {record.id: _label(record, doors.get(_home_of(record), "")) for record in wanted}


def _home_of(record: Record) -> str:
    return record.id if isinstance(record, Household) else str(getattr(record, "household", ""))


def _label(record: Record, door: str) -> str:
    match record:
        case Household():
            return door
        case Resident():
            return f"{record.name} {door.partition(' ')[0]}".strip()
        case Visit():
            return f"{record.show('visited_on')} {door} {record.result}".strip()
        case Appeal():
            return f"{record.number} {record.subject}".strip()
        case Building():
            return f"{record.estate}{record.name}栋"
        case Contact():
            return f"{record.name} {record.role}".strip()
        case Step():
            return f"{record.show('happened_on')} {record.action}".strip()
        case _:
            return record.id


def lines_of(record: Record, label: str) -> Iterator[str]:
    """A record for people: what is filled in, numbers masked."""
    yield f"{record.LABEL} {label}（{record.id}，第 {record.revision} 版）"
    filled = [
        (f"  {field.label}", record.show(name, masked=True))
        for name, field in type(record).fields().items()
        if record.show(name)
    ]
    yield from table([*filled, *((f"  {header}", text) for header, text in record.extra.items())])


_BRIEF: Mapping[type[Record], Sequence[str]] = {
    Household: ("estate", "door", "grid", "house_type", "attention"),
    Building: ("estate", "name", "units", "floors", "doors_per_floor", "leader"),
    Resident: ("name", "relation", "sex", "birth", "phones", "care_groups"),
    Visit: ("moment", "way", "result", "visitors", "said"),
    Appeal: ("number", "registered_on", "title", "category", "state", "due_on", "handler"),
    Contact: ("name", "role", "organisation", "phones", "area"),
}
_LONGEST = 24


def list_lines(model: type[Record], records: Sequence[Record]) -> Iterator[str]:
    """The records of a kind for people: a few columns each, numbers masked."""
    names = _BRIEF[model]
    head = ["编号", *(model.attributes()[name].label for name in names)]
    yield from table([[one.id, *(_short(one.show(name, masked=True)) for name in names)] for one in records], head=head)
    yield f"共 {len(records):,} 条{model.LABEL}。"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def is_reference(model: type[Record], name: str) -> str:
    """The kind that the field ``name`` points to, blank when it is no reference."""
    field = model.fields().get(name)
    return field.to or "" if field is not None and field.kind is Kind.REF else ""
