"""The candidates of a doubtful row beside it: what a sheet would say of each, and all that speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from minqing.exchange.matching.index import BookIndex, Known, id_number_key
from minqing.exchange.matching.likeness import Doubt, own_head_name
from minqing.exchange.matching.match import Match, SlotValues
from minqing.exchange.matching.matcher import Matcher
from minqing.exchange.matching.names import SAME, why_alike
from minqing.exchange.plan import NEW_RECORD, Answered, Answers, Candidate
from minqing.forms.sheet import SheetReading
from minqing.records.base import Record
from minqing.records.fields import Value
from minqing.records.household import Household
from minqing.records.resident import Resident

_PEOPLE = ("resident", "head")
_NAMING = ("name", "subject", "visited_on")


def candidates_beside(
    doubt: Doubt, reading: SheetReading, values: SlotValues, matcher: Matcher, index: BookIndex
) -> tuple[Candidate, ...]:
    """The candidates with their texts in the columns of ``reading``, and with further reasons that a person weighs."""
    found = []
    for one in doubt.candidates:
        match = Match()
        matcher.take(match, reading.form, doubt.slot, one.record_id)
        known = _records_of(match, values, index)
        texts = tuple(
            named.column.show(known) if named.column and named.column.slot in known else None
            for named in reading.columns
        )
        reasons = dict.fromkeys([one.why, *_more(known, values)])
        found.append(replace(one, texts=texts, why="，".join(reasons)))
    return tuple(found)


def answered_words(answers: Answers, known: Known, index: BookIndex) -> tuple[Answered, ...]:
    """What was answered, with the records as people call them; those that are gone are left out."""
    found = []
    for slot, answer in answers.items():
        if answer == NEW_RECORD:
            found.append(Answered(slot, ""))
        elif (record := known.get(answer)) is not None:
            home = record if isinstance(record, Household) else known.get(str(getattr(record, "household", "")))
            door = home.door if isinstance(home, Household) else ""
            found.append(Answered(slot, f"{door} {_called(record, index)}".strip()))
    return tuple(found)


def _called(record: Record, index: BookIndex) -> str:
    if isinstance(record, Household):
        head = index.head_of(record.id)
        return head.name if head else ""
    return next((str(text) for name in _NAMING if (text := getattr(record, name, ""))), "")


def _records_of(match: Match, values: SlotValues, index: BookIndex) -> Mapping[str, Record]:
    """What hangs together with a candidate; beside a row about a 户主 stands the household's own."""
    home = match.known.get("household")
    if home is not None and "resident" not in match.known and own_head_name(values.get("resident", {})):
        head = index.head_of(home.id)
        return {**match.known, "resident": head} if head else match.known
    return match.known


def _more(known: Mapping[str, Record], values: SlotValues) -> Iterable[str]:
    """What else of a person on the row is as the book has it."""
    for slot in _PEOPLE:
        person, given = known.get(slot), values.get(slot, {})
        if not isinstance(person, Resident) or not given:
            continue
        number = str(given.get("id_number") or "")
        if number and person.id_number and id_number_key(number) == id_number_key(person.id_number):
            yield "身份证号相同"
        if set(_several(given.get("phones"))) & set(person.phones):
            yield "电话相同"
        if given.get("birth") and given["birth"] == person.birth:
            yield "出生日期相同"
        if (why := why_alike(person, Resident.trusted(given))) not in ("", SAME):
            yield why


def _several(value: Value) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()
