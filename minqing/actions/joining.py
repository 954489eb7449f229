"""Two records that turn out to be one person or one household become one, with everything that belongs to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from minqing.actions.field_join import Choices, Side, declined, united
from minqing.actions.labels import household_label
from minqing.errors import CannotJoin, StaleRecord
from minqing.exchange.matching.joined import note_joined
from minqing.exchange.matching.names import surely_one_person
from minqing.ledger import Changes, Ledger, Transaction
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.catalogue import KINDS
from minqing.records.household import Household
from minqing.records.relation import relation_rank
from minqing.records.resident import Resident
from minqing.records.values import Kind
from minqing.records.visit import Visit


@dataclass(frozen=True)
class Following:
    """What moves with a record that goes into another: how many records of each kind, how many attachments."""

    counts: Mapping[type[Record], int] = field(default_factory=dict)
    attachments: int = 0

    @property
    def text(self) -> str:
        """``2 口人、3 次走访、1 件诉求、4 个附件``; blank for nothing."""
        words = ((Resident, "口人"), (Visit, "次走访"), (Appeal, "件诉求"))
        parts = [f"{self.counts[kind]} {word}" for kind, word in words if self.counts.get(kind)]
        return "、".join(parts + ([f"{self.attachments} 个附件"] if self.attachments else []))


def following(ledger: Ledger, gone: Record) -> Following:
    """What a join would move from ``gone`` to the record that stays."""
    counts = {model: ledger.count(model, **{name: gone.id}) for model, name in _pointers(gone.KIND)}
    return Following(counts, len(ledger.attachments.of(gone.id)))


def heads_among(ledger: Ledger, *households: Household) -> list[Resident]:
    """The 户主 of these households, those who live there first, in the order given."""
    members = {one.id: ledger.records(Resident, household=one.id) for one in households}
    heads = [one for home in households for one in members[home.id] if one.is_head]
    return sorted(heads, key=lambda one: not one.lives_here)


def join_residents(ledger: Ledger, *, keep: Resident, gone: Resident, choices: Choices | None = None) -> Changes:
    """Make two entries of one person one; what refers to ``gone`` refers to ``keep`` from then on.

    ``choices`` says per field whose value holds; without one, what is blank is filled, lists are united and else
    ``keep`` holds. What is not taken stays in the history. Sheets with the id of ``gone`` still find the person.
    Raises CannotJoin, BrokenRules, StaleRecord, RecordMissing.
    """
    _refuse(ledger, keep, gone)
    with ledger.change(f"合并居民 {keep.name}") as tx:
        _join(tx, ledger, keep=keep, gone=gone, choices=choices or {})
    return tx.changes


def join_households(
    ledger: Ledger,
    *,
    keep: Household,
    gone: Household,
    choices: Choices | None = None,
    head: str = "",
    people: Sequence[tuple[Resident, Resident]] = (),
) -> Changes:
    """Make two entries of one household one, like :func:`join_residents`; the members come together.

    ``head`` is the id of the one who stays 户主 where both have one (without it, that of ``keep``); the other one's
    relation is left open. ``people`` are members that are entered in both: (the one that stays, the one that goes).
    """
    _refuse(ledger, keep, gone)
    for pair in people:
        _refuse(ledger, *pair)
    with ledger.change(f"合并两户 {household_label(ledger, keep)}") as tx:
        heads = [one.id for one in heads_among(ledger, keep, gone)]
        same = {lost.id: stays.id for stays, lost in people}
        for stays, lost in people:
            _join(tx, ledger, keep=stays, gone=lost, choices=_at_home(stays, lost))
        _join(tx, ledger, keep=keep, gone=gone, choices=choices or {})
        _one_head(tx, ledger, keep, [same.get(one, one) for one in ([head] if head else []) + heads])
    return tx.changes


def members_in_both(ledger: Ledger, keep: Household, gone: Household) -> list[tuple[Resident, Resident]]:
    """Members of the two households who are surely entered twice: by ID number, or a name that nothing tells apart."""
    ours, theirs = (
        sorted(ledger.records(Resident, household=one.id), key=lambda one: (relation_rank(one.relation), one.id))
        for one in (keep, gone)
    )
    pairs: list[tuple[Resident, Resident]] = []
    for one in ours:
        taken = {lost.id for _, lost in pairs}
        same = [other for other in theirs if other.id not in taken and surely_one_person(one, other)]
        pairs += [(one, same[0])] if len(same) == 1 else []
    return pairs


def _refuse(ledger: Ledger, keep: Record, gone: Record) -> None:
    """Raise what stands against joining these two before anything is written."""
    if keep.id == gone.id:
        raise CannotJoin("这是同一条记录")
    if type(keep) is not type(gone):
        raise CannotJoin(f"一条是{keep.LABEL}，一条是{gone.LABEL}")
    for record in (keep, gone):
        if ledger.get(record.id).revision != record.revision:
            raise StaleRecord(record.id)


def _at_home(stays: Resident, lost: Resident) -> Choices:
    """Members of two households that become one: being 户主 of either is what counts."""
    return {"relation": Side.GONE} if lost.is_head and not stays.is_head else {}


def _join(tx: Transaction, ledger: Ledger, *, keep: Record, gone: Record, choices: Choices) -> None:
    kept = tx.update(united(keep, gone, choices))
    tx.decline(kept, declined(kept, gone))
    for model, name in _pointers(gone.KIND):
        moved = ledger.records(model, **{name: gone.id})
        tx.update_all([one.with_values({name: kept.id}) for one in moved])
    if isinstance(gone, Household):
        tx.attachments.move(gone.id, kept.id)
    tx.remove(gone.id)
    note_joined(tx, gone=gone.id, kept=kept.id)


def _one_head(tx: Transaction, ledger: Ledger, home: Household, wanted: Sequence[str]) -> None:
    """Leave the first of ``wanted`` who is a member as the only 户主."""
    members = ledger.records(Resident, household=home.id)
    heads = [one for one in members if one.is_head]
    if len(heads) < 2:
        return
    staying = next(record_id for record_id in (*wanted, heads[0].id) if record_id in {one.id for one in heads})
    tx.update_all([one.with_values({"relation": ""}) for one in heads if one.id != staying])


def _pointers(kind: str) -> list[tuple[type[Record], str]]:
    """Every field that points to records of a kind."""
    return [
        (model, one.name)
        for model in KINDS.values()
        for one in model.fields().values()
        if one.kind is Kind.REF and one.to == kind
    ]
