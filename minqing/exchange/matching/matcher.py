"""Which records a row of a sheet is about: by its ids where it has them, else by what it says."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Set
from datetime import date

from minqing.exchange.matching.doors import Door
from minqing.exchange.matching.elsewhere import households_meant
from minqing.exchange.matching.finder import Finder, slot_for
from minqing.exchange.matching.index import id_number_key
from minqing.exchange.matching.likeness import (
    TELLING,
    Doubt,
    agrees,
    alike_members,
    fits,
    household_among,
    household_of_head,
    narrowed,
    numbered_alike,
    own_head_name,
    person_candidate,
    same_person,
    says_one,
    says_same,
    visit_candidate,
)
from minqing.exchange.matching.match import Match, SlotValues
from minqing.exchange.matching.names import told_apart
from minqing.exchange.matching.said import Said
from minqing.exchange.plan import RECORD_ID, Answers, Candidate
from minqing.forms.form import Form
from minqing.forms.sheet import SheetRow
from minqing.records.base import Record
from minqing.records.catalogue import kind_of
from minqing.records.fields import Value
from minqing.records.household import Household
from minqing.records.identity import code_of, is_id
from minqing.records.relation import is_head
from minqing.records.resident import Resident
from minqing.records.visit import Visit


class Matcher(Finder):
    """Matches the rows of one import, remembering the records that earlier rows of it add."""

    def start_sheet(self, ids: Set[str], removed: Iterable[str]) -> None:
        """The rows to come are of another sheet with these record ids; ``removed`` somebody took out of this book."""
        self._seen.clear()
        self._elsewhere.start_sheet(ids)
        self._removed.update(removed)

    def hear(self, ours: str, theirs: str) -> None:
        """Somebody said that their record is this one of ours."""
        self._elsewhere.note(ours, theirs)

    def match(self, form: Form, row: SheetRow, values: SlotValues, answers: Answers) -> Match:
        """Find what ``row`` is about; raises Doubt when a person must say, unless ``answers`` already do."""
        self._said = Said(answers)
        found = self._by_ids(form, row, self._said)
        if answers:
            self._take_answers(found, form, self._said)
        if not self._said.about("household"):
            self._leave_home(found, values)
        self._settle_unknown(found, form, values)
        wanted = [slot for slot in form.slots if slot not in found.known and slot not in found.added]
        for slot in wanted:
            if values.get(slot):
                try:
                    _FINDERS[slot](self, found, values, self._said.is_new(slot))
                except Doubt as doubt:
                    doubt.slot = slot
                    raise
        return found

    def _by_ids(self, form: Form, row: SheetRow, said: Said) -> Match:
        found = Match()
        for record_id in row.ids:
            model = kind_of(record_id)
            slot = slot_for(form, model) if model and is_id(record_id) else None
            if slot is None:
                if said.about(RECORD_ID):
                    continue
                raise Doubt(f"记录编号“{record_id}”认不出来，可能被改动过", slot=RECORD_ID)
            record = self._known.get(record_id)
            if record is not None:
                self._settle(found, form, slot, record)
            elif slot not in form.keys:
                if not (code_of(record_id) in self._own_codes or record_id in self._removed):
                    found.names[slot] = record_id
            elif not said.about(slot) and (code_of(record_id) in self._own_codes or record_id in self._removed):
                raise Doubt(f"记录 {record_id} 在本机已经删除，来表里还有", slot=slot)
            else:
                found.unknown.append((slot, record_id))
        return found

    def _settle_unknown(self, found: Match, form: Form, values: SlotValues) -> None:
        """Ids that the book has not: new records, unless it has them under ids of its own."""
        for slot, record_id in found.unknown:
            record = self._under_own_id(found, slot, record_id, values)
            if record is None:
                found.added[slot] = record_id
                if record_id not in self._pending:
                    found.claims[record_id] = record_id
                    found.fresh.add(slot)
                if slot == "household":
                    found.known.pop(slot, None)
                    found.known.pop("head", None)
                continue
            if slot == "household" and found.known.get(slot) is not record:
                found.known.pop("head", None)
            self._settle(found, form, slot, record)
            found.came_as[record.id] = record_id

    def _under_own_id(self, found: Match, slot: str, record_id: str, values: SlotValues) -> Record | None:
        if self._said.is_new(slot) or record_id in self._pending:
            return None
        if self._said.record(slot) and (said := found.known.get(slot)) is not None:
            self._elsewhere.note(said.id, record_id)
            return said
        try:
            return self._elsewhere.found(slot, record_id, values, found.id_of("household"))
        except Doubt as doubt:
            doubt.slot = slot
            raise

    def household(self, found: Match, values: SlotValues, new: bool) -> None:
        """Address and name decide; another name behind the same door is doubtful."""
        given = Household.trusted(values["household"])
        name = str(values.get("head", {}).get("name") or "")
        key, there = households_meant(self._index, given)
        nowhere = not (given.place.door or given.detail or given.number)
        if nowhere and ("visit" in values or self._lives_somewhere(found, values)):
            return
        if nowhere and name and "appeal" not in values:
            head = values["head"]
            home = household_of_head(self._index, self._known, head, values.get("resident", {}), new=new)
            if home is not None:
                found.known["household"] = home
            else:
                self._add(found, "household", Door(given.estate, "", str(head.get("id_number") or name)))
            return
        if not (key or given.number):
            return
        name = name or own_head_name(values.get("resident", {}))
        door = Door(given.estate, key or given.number, name or given.number)
        if there:
            try:
                said = str(values.get("head", {}).get("name") or "")
                found.known["household"] = household_among(self._index, there, said, values.get("resident", {}))
                return
            except Doubt:
                if not new and door not in self._pending:
                    raise
        self._add(found, "household", self._doors.same(found, door, new=new))
        if given.number and name and "household" in found.fresh:
            found.claims[door._replace(name=given.number)] = found.added["household"]

    def _lives_somewhere(self, found: Match, values: SlotValues) -> bool:
        """Whether a row without a door names a person whom the book knows by ID number, and so the household."""
        number = str(values.get("resident", {}).get("id_number") or "")
        same = self._index.residents_with(number) if number else []
        household = self._known.get(same[0].household) if len(same) == 1 and same[0].household else None
        if household is not None:
            found.known["household"] = household
        return household is not None

    def head(self, found: Match, values: SlotValues, _: bool) -> None:
        """The 户主 of the row's household; a household without one gets one."""
        household = found.known.get("household")
        head = self._index.head_of(household.id) if household else None
        name = values["head"].get("name")
        number = str(values["head"].get("id_number") or "")
        if not found.id_of("household") and number and len(same := self._index.residents_with(number)) == 1:
            self._settle_home(found, same[0])
            return
        if head is None and household is not None:
            named = [one for one in self._index.residents_of(household.id) if one.name == name]
            head = named[0] if len(named) == 1 else None
        if head is not None:
            found.known["head"] = head
        elif name and not is_own_head(values):
            self._add(found, "head", _head_key(found, values))

    def resident(self, found: Match, values: SlotValues, new: bool) -> None:
        """The ID number decides; else the name within the household."""
        given = values["resident"]
        own = is_own_head(values)
        if self._said.record("household") and (own or own_head_name(given)):
            self._ask_about_head(found, given, new=new)
        if own and not new and self._settled_head(found, values):
            return
        number, name = str(given.get("id_number") or ""), str(given.get("name") or "")
        household = found.id_of("household")
        same = self._index.residents_with(number) if number else []
        if len(same) == 1 and (not household or same[0].household == household):
            found.known["resident"] = same[0]
            return
        if same and not new:
            why = "身份证号在本机有几个人" if len(same) > 1 else "身份证号相同的人，在本机登记在另一户"
            raise Doubt(why, [person_candidate(self._known, one, "身份证号相同") for one in same])
        named = [one for one in self._near(found, name) if same_person(one, given)] if not same else []
        if len(named) > 1:
            named = narrowed(named, given, TELLING)
        if len(named) == 1:
            found.known["resident"] = named[0]
        elif named and not new:
            raise Doubt("这一户有几个同名的人", [person_candidate(self._known, one, "同户同名") for one in named])
        elif not (new or self._said.of_whole_row) and (
            alike := alike_members(self._index, self._known, household, given)
        ):
            raise Doubt("这一户有姓名相近的人", alike)
        else:
            key = (id_number_key(number),) if number else (household, name, given.get("birth"))
            self._add(found, "resident", ("resident", *key))
            if own:
                found.claims[_head_key(found, values)] = found.added["resident"]

    def _ask_about_head(self, found: Match, given: Mapping[str, Value], *, new: bool) -> None:
        """A row that names another 户主 was said to be of this household: is it the same person, or another one?"""
        head = found.known.get("head") or self._index.head_of(found.id_of("household"))
        if not isinstance(head, Resident) or head.name == given.get("name"):
            return
        if new:
            found.known.pop("head", None)
        elif not told_apart(Resident.trusted(given), head):
            raise Doubt("这一户的户主是另一个名字", [person_candidate(self._known, head, "户主")])

    def _settled_head(self, found: Match, values: SlotValues) -> bool:
        """Whether the row's person is the head whom the book, or an earlier row, has already."""
        head = found.known.get("head")
        if isinstance(head, Resident) and same_person(head, values["resident"]):
            found.known["resident"] = head
            return True
        pending = self._pending.get(_head_key(found, values))
        if pending is not None and head is None:
            found.added["resident"] = pending
            return True
        return False

    def _near(self, found: Match, name: str) -> list[Resident]:
        household = found.id_of("household")
        if not household:
            return self._index.homeless_named(name)
        return [one for one in self._index.residents_of(household) if one.name == name]

    def visit(self, found: Match, values: SlotValues, new: bool) -> None:
        """Household, date and text decide; another text on the same day is doubtful."""
        given = values["visit"]
        household, day = found.known.get("household"), given.get("visited_on")
        there = self._index.visits_on(household.id, day) if household and isinstance(day, date) else []
        same = [one for one in there if agrees(one, given)] or [one for one in there if says_same(one, given)]
        if len(same) > 1:
            same = narrowed(same, given, Visit.fields().keys() - {"household"})
        if len(same) == 1:
            found.known["visit"] = same[0]
            return
        if there and not new:
            raise Doubt("这一户同一天已有走访，内容不同", [visit_candidate(one) for one in there])
        said = sorted((name, str(value)) for name, value in given.items() if value)
        self._add(found, "visit", ("visit", found.id_of("household"), *said))

    def appeal(self, found: Match, values: SlotValues, new: bool) -> None:
        """Its number decides where it agrees otherwise; else household, date and text."""
        given = values["appeal"]
        title, text, number = (str(given.get(name) or "") for name in ("title", "text", "number"))
        day = given.get("registered_on") or values.get("visit", {}).get("visited_on")
        household = found.id_of("household")
        key = ("appeal", household, str(day), number, title, text)
        order = self._occurrence(key)
        equal = [one for one in self._index.appeals_saying(title, text) if fits(one, household, day, number)]
        if order < len(equal):
            found.known["appeal"] = equal[order]
            return
        alike = [] if equal or not number else numbered_alike(self._index, number, day, title, text)
        if len(alike) == 1 and says_one(alike[0], title, text):
            found.known["appeal"] = alike[0]
        elif alike and not new:
            raise Doubt(
                "编号相同，内容不同",
                [Candidate(one.id, f"{one.number} {one.subject}".strip(), "编号相同") for one in alike],
            )
        else:
            self._add(found, "appeal", (*key, order) if title or text else None)

    def _occurrence(self, key: Hashable) -> int:
        """How many earlier rows of this sheet say the same: two equal rows are two appeals, not one."""
        self._seen[key] += 1
        return self._seen[key] - 1


_FINDERS: Mapping[str, Callable[[Matcher, Match, SlotValues, bool], None]] = {
    "household": Matcher.household,
    "head": Matcher.head,
    "resident": Matcher.resident,
    "visit": Matcher.visit,
    "appeal": Matcher.appeal,
    "contact": Matcher.contact,
    "building": Matcher.building,
}


def is_own_head(values: SlotValues) -> bool:
    """Whether the person of a row is the head that it names: the names are the same, and no other relation is said."""
    resident, head = values.get("resident", {}), values.get("head", {})
    relation = str(resident.get("relation") or "")
    same = bool(head.get("name")) and resident.get("name") == head.get("name")
    return same and (relation in ("", "本人") or is_head(relation))


def _head_key(found: Match, values: SlotValues) -> Hashable:
    return ("head", found.id_of("household") or values["head"].get("name"))
