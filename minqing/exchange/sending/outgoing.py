"""Which rows a form sends out: the records of a period, joined into rows in door order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from minqing.forms.form import SLOTS, Form, FormRow
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.bulk import hold, sorted_in_turns
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.relation import relation_rank
from minqing.records.resident import Resident
from minqing.records.visit import Visit


def rows_to_send(ledger: Ledger, form: Form, period: Period | None = None) -> list[FormRow]:
    """The rows of ``form``, those whose date lies in ``period`` when one is given; households in door order.

    A household's 人数 is counted where nobody entered it; a list of 户主 without doors leaves out homes without one.
    """
    subject = SLOTS[form.subject]
    found = ledger.records(subject)
    if period is not None and form.period:
        _, field = form.period.split(".")
        found = [record for record in found if (day := getattr(record, field)) is not None and day in period]
    households = _households(ledger, found)
    if _POPULATION in _fields(form):
        households = _counted(ledger, households)
        found = [households.get(record.id, record) for record in found]
    heads = heads_of(ledger, households) if "head" in form.slots else {}
    if form.subject == "household" and heads and not _fields(form) & _DOORS:
        found = [record for record in found if record.id in heads]
    appeals = _appeals_of(ledger, found) if form.subject == "visit" and "appeal" in form.slots else {}
    rows: list[FormRow] = []
    for record in sorted_in_turns(found, key=_order(households)):
        row: dict[str, Record] = {form.subject: record}
        household = households.get(_household_id(record))
        if household is not None and "household" in form.slots:
            row["household"] = household
        if household is not None and household.id in heads:
            row["head"] = heads[household.id]
        if "visit" in form.slots and isinstance(record, Appeal) and (visit := ledger.find(record.visit)):
            row["visit"] = visit
        rows += [{**row, "appeal": appeal} for appeal in appeals.get(record.id, ())] or [row]
    hold(rows, households.values())
    return rows


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """What a page about one household shows: its ``records`` by slot, and a row for each member, the head first."""

    records: FormRow
    rows: tuple[FormRow, ...]


def pages_to_send(ledger: Ledger, form: Form) -> list[HouseholdPage]:
    """A page for every household, in door order; members who have moved away or died are left out."""
    households = sorted(ledger.records(Household), key=lambda one: (not one.walking_order, one.walking_order, one.id))
    members: dict[str, list[Resident]] = defaultdict(list)
    for one in ledger.records(Resident):
        if one.lives_here:
            members[one.household].append(one)
    pages = []
    for household in households:
        records: dict[str, Record] = {"household": household}
        family = sorted(members[household.id], key=lambda one: (relation_rank(one.relation), one.id))
        if head := next((one for one in family if one.is_head), None):
            records["head"] = head
        carried = {slot: record for slot, record in records.items() if slot in form.slots}
        pages.append(HouseholdPage(records, tuple({**carried, "resident": one} for one in family)))
    return pages


def heads_of(ledger: Ledger, household_ids: Iterable[str]) -> dict[str, Resident]:
    """The 户主 of each household that has one, by household id; the first where two are entered."""
    found: dict[str, Resident] = {}
    for one in ledger.records(Resident, household=list(household_ids)):
        if one.is_head:
            found.setdefault(one.household, one)
    return found


_POPULATION = ("household", "population")
_DOORS = frozenset(("household", name) for name in ("door", "address", "building", "room", "detail", "number"))


def _fields(form: Form) -> frozenset[tuple[str, str]]:
    return frozenset((column.slot, column.attribute) for column in form.columns if column.slot)


def _counted(ledger: Ledger, households: Mapping[str, Household]) -> dict[str, Household]:
    """The households with their 人数, counted from those who live there where it is not entered."""
    living = Counter(one.household for one in ledger.records(Resident) if one.lives_here)
    return {
        key: one if one.population is not None or not living[key] else one.with_values({"population": living[key]})
        for key, one in households.items()
    }


def _household_id(record: Record) -> str:
    return record.id if isinstance(record, Household) else str(getattr(record, "household", ""))


def _households(ledger: Ledger, records: Iterable[Record]) -> dict[str, Household]:
    ids = {_household_id(record) for record in records} - {""}
    return {key: record for key, record in ledger.get_many(ids).items() if isinstance(record, Household)}


def _appeals_of(ledger: Ledger, visits: Iterable[Record]) -> dict[str, list[Appeal]]:
    found: dict[str, list[Appeal]] = defaultdict(list)
    for appeal in ledger.records(Appeal, visit=[visit.id for visit in visits]):
        found[appeal.visit].append(appeal)
    return found


def _order(households: Mapping[str, Household]) -> Callable[[Record], tuple[object, ...]]:
    def key(record: Record) -> tuple[object, ...]:
        household = households.get(_household_id(record))
        door = (household.walking_order,) if household else ()
        if isinstance(record, Visit):
            return (str(record.visited_on), not door, door, record.id)
        if isinstance(record, Appeal):
            return (str(record.registered_on), record.id)
        return (not door, door, record.id)

    return key
