"""Whether a row and a record may be the same thing, and the answers to offer where that is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from minqing.exchange.matching.index import BookIndex, Known
from minqing.exchange.matching.names import SAME, told_apart, why_alike
from minqing.exchange.plan import Candidate
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.fields import Value
from minqing.records.household import Household
from minqing.records.relation import is_head
from minqing.records.resident import Resident
from minqing.records.visit import Visit

R = TypeVar("R", bound=Record)
TELLING = ("id_number", "birth", "sex")
"""What tells two people of one name in one household apart."""


class Doubt(Exception):
    """The row may belong to several records, or to one that looks different: a person must say.

    ``slot`` is the part of the row that is in doubt.
    """

    def __init__(self, reason: str, candidates: Sequence[Candidate] = (), *, slot: str = "") -> None:
        super().__init__(reason)
        self.slot = slot
        self.reason = reason
        self.candidates = tuple(candidates)


def household_among(index: BookIndex, there: list[Household], name: str, person: Mapping[str, Value]) -> Household:
    """The one of the households behind a door that a row with this head, or this member, means; raises Doubt."""
    if not name:
        same = [one for one in there if any(_is_said(who, person) for who in index.residents_of(one.id))]
        name = own_head_name(person)
        if len(same) == 1 or (len(there) == 1 and not name):
            return (same or there)[0]
        if not name:
            raise Doubt("这个门牌有几户", [_home(index, one) for one in there])
    heads = {one.id: index.head_of(one.id) for one in there}
    same = [one for one in there if (head := heads[one.id]) and head.name == name]
    if len(same) == 1:
        return same[0]
    empty = [one for one in there if heads[one.id] is None]
    if not same and len(empty) == 1 and len(there) == 1:
        return empty[0]
    raise Doubt(
        "门牌相同，户主不同" if not same else "这个门牌有几户同名",
        [_home(index, one) for one in there],
    )


def household_of_member(index: BookIndex, there: list[Household], person: Mapping[str, Value]) -> Household:
    """The one of the households behind a door that is another book's, going by one who lives there; raises Doubt.

    That is one in which nobody is entered yet, or this person is.
    """
    people = {one.id: index.residents_of(one.id) for one in there}
    same = [one for one in there if any(_is_said(who, person) for who in people[one.id])]
    same = same or [one for one in there if not people[one.id]]
    if len(same) == 1:
        return same[0]
    raise Doubt("门牌相同，成员不同" if not same else "这个门牌有几户", [_home(index, one) for one in there])


def _is_said(resident: Resident, person: Mapping[str, Value]) -> bool:
    number = person.get("id_number")
    return resident.name == person.get("name") or bool(number and resident.id_number == number)


def own_head_name(person: Mapping[str, Value]) -> str:
    """The name of a row's person where the row calls that one 户主, "" otherwise."""
    return str(person.get("name") or "") if is_head(str(person.get("relation") or "")) else ""


def household_of_head(
    index: BookIndex, known: Known, head: Mapping[str, Value], person: Mapping[str, Value], *, new: bool
) -> Household | None:
    """The household that a row without a door means, by its head's ID number, else by the name; None for a new one.

    A name alone is enough where the household has no door either, or this person lives there already; else it is
    doubtful, unless ``new`` says that it is none of them.
    """
    number = str(head.get("id_number") or "")
    same = index.residents_with(number) if number else index.heads_named(str(head["name"]))
    homes = {one.household: one for one in same if one.household}
    sure = [home for home in homes if number or _is_home(index, known, home, person)]
    found = known.get(sure[0]) if len(sure) == 1 else None
    if isinstance(found, Household):
        return found
    if homes and not new:
        raise Doubt("只有户主姓名，没有门牌", [person_candidate(known, one, "户主同名") for one in homes.values()])
    return None


def _is_home(index: BookIndex, known: Known, household_id: str, person: Mapping[str, Value]) -> bool:
    household = known.get(household_id)
    doorless = isinstance(household, Household) and not (household.place.door or household.detail or household.number)
    name = person.get("name")
    return doorless or any(one.name == name for one in index.residents_of(household_id))


def _home(index: BookIndex, household: Household) -> Candidate:
    head = index.head_of(household.id)
    name = head.name if head else "户主未填"
    return Candidate(household.id, f"{household.estate}{household.door} {name}", "门牌相同")


def person_candidate(known: Known, resident: Resident, why: str) -> Candidate:
    """A resident as an answer to a doubt: name and door."""
    household = known.get(resident.household)
    door = household.door if isinstance(household, Household) else ""
    return Candidate(resident.id, f"{resident.name} {door}".strip(), why)


def alike_members(index: BookIndex, known: Known, household: str, given: Mapping[str, Value]) -> list[Candidate]:
    """Members of a household under another spelling of the row's name, whom nothing tells apart from its person."""
    members = index.residents_of(household) if household and given.get("name") else []
    person = Resident.trusted(given) if members else None
    return [
        person_candidate(known, one, why)
        for one in members
        if person is not None and (why := why_alike(person, one)) and why != SAME and not told_apart(person, one)
    ]


def same_person(resident: Resident, given: Mapping[str, Value]) -> bool:
    """Nothing that both sides know tells them apart."""
    return all(not given.get(name) or not (ours := getattr(resident, name)) or ours == given[name] for name in TELLING)


def narrowed(records: list[R], given: Mapping[str, Value], names: Iterable[str]) -> list[R]:
    """Of records that a row may mean, the one that says no more than the row does, if there is one such."""
    equal = [one for one in records if all((getattr(one, name) or None) == (given.get(name) or None) for name in names)]
    return equal if len(equal) == 1 else records


def agrees(visit: Visit, given: Mapping[str, Value]) -> bool:
    """The visit is all that the row says of it."""
    return all(not value or getattr(visit, name) == value for name, value in given.items())


def says_same(visit: Visit, given: Mapping[str, Value]) -> bool:
    """The text and the hour are the same; a sheet without the text must at least name the same people."""
    if given.get("visited_at") and visit.visited_at and visit.visited_at != given["visited_at"]:
        return False
    if given.get("said"):
        return visit.said == given["said"]
    return not given.get("visitors") or visit.visitors == given["visitors"]


def says_one(appeal: Appeal, title: str, text: str) -> bool:
    """The title or the text is the same, or the row has neither and goes by its number alone."""
    return not (title or text) or bool(title and appeal.title == title) or bool(text and appeal.text == text)


def visit_candidate(visit: Visit) -> Candidate:
    """A visit as an answer to a doubt: day and words."""
    return Candidate(visit.id, f"{visit.show('visited_on')} {visit.said[:20]}".strip(), "同一户同一天")


def fits(appeal: Appeal, household: str, day: Value, number: str) -> bool:
    """Nothing of household, day and number tells the row and the appeal apart."""
    return (
        (not household or appeal.household == household)
        and (day is None or appeal.registered_on in (day, None))
        and (not number or appeal.number in (number, ""))
    )


def numbered_alike(index: BookIndex, number: str, day: Value, title: str, text: str) -> list[Appeal]:
    """The appeals of this number that a row of this day and these words may mean."""
    return [one for one in index.appeals_numbered(number) if one.registered_on == day or says_one(one, title, text)]
