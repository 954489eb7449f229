"""The candidates of a doubtful row beside it: what a sheet would say of each, and all that speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from minqing.exchange.matching.index import BookIndex, id_number_key
from minqing.exchange.matching.likeness import own_head_name
from minqing.exchange.matching.matcher import Match, Matcher, SlotValues
from minqing.exchange.matching.names import SAME, why_alike
from minqing.exchange.plan import Candidate
from minqing.forms.form import Form
from minqing.forms.sheet import SheetReading
from minqing.records.base import Record
from minqing.records.fields import Value
from minqing.records.resident import Resident

_PEOPLE = ("resident", "head")


def candidates_beside(
    candidates: Sequence[Candidate], reading: SheetReading, values: SlotValues, matcher: Matcher, index: BookIndex
) -> tuple[Candidate, ...]:
    """The candidates with their texts in the columns of ``reading``, and with further reasons that a person weighs."""
    found = []
    for one in candidates:
        known = _records_of(one, reading.form, values, matcher, index)
        texts = tuple(
            named.column.show(known) if named.column and named.column.slot in known else None
            for named in reading.columns
        )
        reasons = dict.fromkeys([one.why, *_more(known, values)])
        found.append(replace(one, texts=texts, why="，".join(reasons)))
    return tuple(found)


def _records_of(
    candidate: Candidate, form: Form, values: SlotValues, matcher: Matcher, index: BookIndex
) -> Mapping[str, Record]:
    """The candidate and what hangs together with it; beside a row about a 户主 stands the household's own."""
    match = Match()
    matcher.take(match, form, candidate.record_id)
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
