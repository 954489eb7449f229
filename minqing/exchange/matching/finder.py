"""What the rows of one import have added so far, and the records that belong to no household."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

from minqing.exchange.matching.doors import Door, Doors
from minqing.exchange.matching.elsewhere import Elsewhere
from minqing.exchange.matching.index import BookIndex, Known
from minqing.exchange.matching.likeness import Doubt, narrowed
from minqing.exchange.matching.match import Match, SlotValues
from minqing.exchange.matching.said import Said
from minqing.exchange.plan import Candidate
from minqing.forms.form import SLOTS, Form
from minqing.records.base import Record
from minqing.records.bulk import hold
from minqing.records.household import Household
from minqing.records.resident import Resident


class Finder:
    """What the rows of one import have added so far, and the records that belong to no household."""

    def __init__(self, index: BookIndex, *, own_codes: frozenset[str], known: Known) -> None:
        self._index = index
        self._own_codes = own_codes
        self._known = known
        self._pending: dict[Hashable, str] = {}
        self._seen: Counter[Hashable] = Counter()
        self._doors = Doors()
        self._sure: set[str] = set()
        self._removed: set[str] = set()
        self._counter = 0
        self._said = Said({})
        self._elsewhere = Elsewhere(index, known)

    def finish(self) -> None:
        """No more rows come: what was remembered of them is given up bit by bit."""
        hold(self._pending.items(), self._seen.items(), self._doors.known, self._sure)

    def _add(self, found: Match, slot: str, key: Hashable) -> None:
        if key is not None and key in self._pending:
            found.added[slot] = self._pending[key]
            return
        self._counter += 1
        name = found.names.get(slot, "")
        if name in self._pending:
            found.added[slot] = self._pending[name]
            return
        ref = name or f"+{slot}{self._counter}"
        if name:
            found.claims[name] = name
        if key is not None:
            found.claims[key] = ref
        found.added[slot] = ref
        found.fresh.add(slot)

    def take(self, found: Match, form: Form, slot: str, record_id: str) -> None:
        """Let a part of the row be about this record, and what hangs together with it.

        Without a ``slot`` it is the part that is of the record's kind. A person stands for the household as well.
        """
        record = self._known.get(record_id) if record_id else None
        if slot == "household" and isinstance(record, Resident):
            record = self._known.get(record.household)
        if record is None:
            return
        slot = slot or slot_for(form, type(record)) or ""
        if SLOTS.get(slot) is type(record):
            self._settle(found, form, slot, record)

    def _settle(self, found: Match, form: Form, slot: str, record: Record) -> None:
        found.known[slot] = record
        for other in ("household", "visit"):
            linked = self._known.get(str(getattr(record, other, "")))
            if linked is not None and other in form.slots:
                found.known.setdefault(other, linked)
        household = found.known.get("household")
        if household is not None and "head" in form.slots and (head := self._index.head_of(household.id)):
            found.known.setdefault("head", head)

    def _leave_home(self, found: Match, values: SlotValues) -> None:
        """A record whose row names a household that the book has not, behind another door: it went over to that one."""
        home = found.known.get("household")
        if "household" not in found.names or not isinstance(home, Household):
            return
        given = Household.trusted(values.get("household", {}))
        if given.door_key and home.door_key and given.door_key != home.door_key:
            found.known.pop("household")
            found.known.pop("head", None)

    def _take_answers(self, found: Match, form: Form, said: Said) -> None:
        """Let the parts of the row be what was said; of a household that was said, a visit of another one is none."""
        for slot in (one for one in SLOTS if one in form.slots and said.record(one)):
            home = getattr(self._known.get(said.record(slot)), "household", "")
            if not (slot == "visit" and said.about("household") and home != found.id_of("household")):
                self.take(found, form, slot, said.record(slot))
        if said.home_is_new:
            found.known.pop("household", None)
            if not said.record("head"):
                found.known.pop("head", None)
        if said.of_whole_row:
            self.take(found, form, "", said.of_whole_row)

    def settle(self, match: Match, refs: Iterable[str]) -> None:
        """Tell later rows what a row adds: ``refs``, which leaves out what had to be rejected."""
        self._sure.update(refs)
        for key, ref in match.claims.items():
            if ref in self._sure:
                self._pending[key] = ref
                if isinstance(key, Door):
                    self._doors.note(key, ref)

    def _settle_home(self, found: Match, head: Resident) -> None:
        """The head whom an ID number names, and the household that this one lives in."""
        found.known["head"] = head
        household = self._known.get(head.household)
        if household is not None:
            found.known["household"] = household

    def contact(self, found: Match, values: SlotValues, new: bool) -> None:
        """Name and organisation decide."""
        given = values["contact"]
        name, place = str(given.get("name") or ""), str(given.get("organisation") or "")
        same = [one for one in self._index.contacts_named(name) if not place or one.organisation == place]
        if len(same) > 1:
            same = narrowed(same, given, ("organisation",))
        if len(same) == 1:
            found.known["contact"] = same[0]
        elif same and not new:
            raise Doubt(
                "有几个同名的人", [Candidate(one.id, f"{one.name} {one.organisation}", "姓名相同") for one in same]
            )
        else:
            self._add(found, "contact", ("contact", name, place))

    def building(self, found: Match, values: SlotValues, _: bool) -> None:
        """Estate and name decide."""
        given = values["building"]
        estate, name = str(given.get("estate") or ""), str(given.get("name") or "")
        same = self._index.buildings_named(estate, name)
        if same:
            found.known["building"] = same[0]
        else:
            self._add(found, "building", ("building", estate, name))


def slot_for(form: Form, model: type[Record]) -> str | None:
    """The part of a form's rows that is of a kind of record, its subject first; None for none."""
    return next((slot for slot in (form.subject, *form.slots) if SLOTS[slot] is model), None)
