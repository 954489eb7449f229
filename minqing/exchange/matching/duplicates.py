"""Records that are likely entered twice: people and households, with the reasons, for a person to look at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from minqing.exchange.matching.index import id_number_key
from minqing.exchange.matching.joined import joined_records, told_records
from minqing.exchange.matching.names import SOUND, births_agree, has_gap, name_keys_of, names_of, told_apart, why_alike
from minqing.ledger import Ledger
from minqing.records.catalogue import kind_of
from minqing.records.household import Household
from minqing.records.id_number import upgrade
from minqing.records.resident import Resident

SAME_NUMBER = "身份证号相同"
_FULL_DATE = 10
_MOST_ALIKE = 12
"""More records than these behind one piece of evidence are a placeholder that somebody typed, no evidence."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records of one kind that may be the same; ``first`` came into the book before ``second``.

    ``sure`` when the ID number says so.
    """

    kind: str
    first: str
    second: str
    reasons: tuple[str, ...]
    sure: bool = False

    def other(self, record_id: str) -> str:
        """The other one of the two."""
        return self.second if record_id == self.first else self.first


def likely_duplicates(ledger: Ledger) -> tuple[Pair, ...]:
    """All pairs of residents, then of households, that may be the same; the sure ones first.

    The ID number decides. Else the name (equal, a former one, rare characters typed otherwise, or alike in sound)
    together with birth date, door or phone; an alike name alone says nothing.
    """
    homes, people = ledger.records(Household), ledger.records(Resident)
    return _with_told(ledger, _pairs(homes, people), {one.id for one in (*homes, *people)})


def duplicates_near(ledger: Ledger, household_id: str) -> tuple[Pair, ...]:
    """Those of :func:`likely_duplicates` that concern one household or its members, without reading the whole book.

    Of people elsewhere in the book, those are looked at who share a name, an ID number, a phone or a birth date.
    """
    home = ledger.find(household_id)
    if not isinstance(home, Household):
        return ()
    members = ledger.records(Resident, household=home.id)
    people = {one.id: one for one in _people_near(ledger, members)}
    homes = {one.id: one for one in _homes_near(ledger, home)}
    for one in ledger.records(Resident, household=list(homes)):
        people[one.id] = one
    for found in ledger.get_many({one.household for one in people.values()} - {""} - homes.keys()).values():
        if isinstance(found, Household):
            homes[found.id] = found
    own = {home.id, *(one.id for one in members)}
    near = _pairs(list(homes.values()), list(people.values()))
    told = {one for pair in told_records(ledger) for one in pair[:2] if own & {*pair[:2]}}
    here = own | ledger.get_many(told).keys()
    return tuple(pair for pair in _with_told(ledger, near, here) if {pair.first, pair.second} & own)


def _with_told(ledger: Ledger, pairs: tuple[Pair, ...], here: Set[str]) -> tuple[Pair, ...]:
    """The pairs that another book has joined, those of them that are ``here`` as two, and then the others."""
    known = joined_records(ledger)
    told: dict[frozenset[str], Pair] = {}
    for one in told_records(ledger):
        kept, gone = (known.get(record_id, record_id) for record_id in (one.kept, one.gone))
        model = kind_of(kept)
        if model and kept != gone and {kept, gone} <= here:
            told[frozenset((kept, gone))] = Pair(model.KIND, kept, gone, (f"{one.by}已合并",), sure=True)
    others = [pair for pair in pairs if frozenset((pair.first, pair.second)) not in told]
    both = [*told.values(), *others]
    return tuple(sorted(both, key=lambda pair: (pair.kind != Resident.KIND, not pair.sure)))


def _people_near(ledger: Ledger, members: Sequence[Resident]) -> Iterator[Resident]:
    yield from members
    numbers = {one.id_number for one in members if one.id_number}
    numbers |= {upgrade(one) for one in numbers} | {f"{one[:6]}{one[8:17]}" for one in numbers if one[6:8] == "19"}
    wanted = {
        "id_number": numbers,
        "name": {name for one in members for name in names_of(one)},
        "former_name": {one.name for one in members if one.name},
        "phones": {phone for one in members for phone in one.phones},
        "birth": {one.birth_known for one in members if len(one.birth_known) == _FULL_DATE},
    }
    for name, values in wanted.items():
        if values:
            yield from ledger.records(Resident, **{name: sorted(values)})


def _homes_near(ledger: Ledger, home: Household) -> Iterator[Household]:
    yield home
    key = home.door_key
    for name in ("room", "detail", "number"):
        if value := getattr(home, name):
            same = ledger.records(Household, **{name: value})
            yield from (one for one in same if one.door_key == key or (home.number and one.number == home.number))


def _pairs(homes: Sequence[Household], people: Sequence[Resident]) -> tuple[Pair, ...]:
    by_id = {one.id: one for one in homes}
    found = list(_people_pairs(people, by_id))
    both = [*found, *_home_pairs(homes, people, found)]
    return tuple(sorted(both, key=lambda pair: (pair.kind != Resident.KIND, not pair.sure)))


def _people_pairs(people: Sequence[Resident], homes: Mapping[str, Household]) -> Iterator[Pair]:
    numbered: dict[Hashable, list[int]] = defaultdict(list)
    told: dict[Hashable, list[int]] = defaultdict(list)
    for place, one in enumerate(people):
        if one.id_number:
            numbered[id_number_key(one.id_number)].append(place)
        for evidence in _evidence(one, homes):
            told[evidence].append(place)
    asked = {both for same in numbered.values() for both in combinations(same[:_MOST_ALIKE], 2)}
    for some in told.values():
        if len(some) > 1:
            asked.update(_named_alike(people, some))
    for first, second in sorted(asked):
        yield from _judged(people[first], people[second], homes)


def _named_alike(people: Sequence[Resident], some: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Of people who share a piece of evidence, the pairs whose names may be alike."""
    endings: dict[str, list[int]] = defaultdict(list)
    gaps: list[int] = []
    for place in some:
        names = names_of(people[place])
        for key in {key for name in names for key in name_keys_of(name)}:
            endings[key].append(place)
        if any(map(has_gap, names)):
            gaps.append(place)
    for alike in endings.values():
        if 1 < len(alike) <= _MOST_ALIKE:
            yield from combinations(alike, 2)
    if len(some) <= _MOST_ALIKE:
        yield from ((min(gap, place), max(gap, place)) for gap in gaps for place in some if place != gap)


def _evidence(one: Resident, homes: Mapping[str, Household]) -> Iterator[Hashable]:
    if len(one.birth_known) == _FULL_DATE:
        yield "birth", one.birth_known
    if one.household:
        home = homes.get(one.household)
        yield "home", (home.door_key if home else "") or one.household
    for phone in one.phones:
        yield "phone", phone


def _judged(one: Resident, other: Resident, homes: Mapping[str, Household]) -> Iterator[Pair]:
    if one.id_number and id_number_key(one.id_number) == id_number_key(other.id_number):
        yield Pair(Resident.KIND, one.id, other.id, (SAME_NUMBER,), sure=True)
        return
    why = why_alike(one, other)
    if not why or (one.id_number and other.id_number) or len({one.sex_known, other.sex_known} - {""}) > 1:
        return
    if why == SOUND and told_apart(one, other):
        return
    reasons = tuple(_shared(one, other, homes))
    if reasons and not (reasons == ("电话相同",) and not births_agree(one.birth_known, other.birth_known)):
        yield Pair(Resident.KIND, one.id, other.id, (why, *reasons))


def _shared(one: Resident, other: Resident, homes: Mapping[str, Household]) -> Iterator[str]:
    if len(one.birth_known) == _FULL_DATE and one.birth_known == other.birth_known:
        yield "出生日期相同"
    if one.household and one.household == other.household:
        yield "在同一户"
    elif _same_door(homes.get(one.household), homes.get(other.household)):
        yield "门牌相同"
    if set(one.phones) & set(other.phones):
        yield "电话相同"


def _same_door(one: Household | None, other: Household | None) -> bool:
    if one is None or other is None or not one.door_key or one.door_key != other.door_key:
        return False
    return not one.estate or not other.estate or one.estate == other.estate


def _home_pairs(homes: Sequence[Household], people: Sequence[Resident], found: Sequence[Pair]) -> Iterator[Pair]:
    members = Counter(one.household for one in people)
    twice = _entered_in_both(people, found)
    buckets: dict[Hashable, list[str]] = defaultdict(list)
    for home in homes:
        for evidence in (("door", home.door_key), ("number", home.number)):
            if evidence[1]:
                buckets[evidence].append(home.id)
    asked = {frozenset(both) for ids in buckets.values() if len(ids) <= _MOST_ALIKE for both in combinations(ids, 2)}
    order = {one.id: place for place, one in enumerate(homes)}
    sorted_pairs = sorted(sorted(order[one] for one in both) for both in asked | twice.keys() if both <= order.keys())
    for first, second in sorted_pairs:
        one, other = homes[first], homes[second]
        empty = not members[one.id] or not members[other.id]
        if reasons := tuple(_home_reasons(one, other, twice[frozenset((one.id, other.id))], empty=empty)):
            yield Pair(Household.KIND, one.id, other.id, reasons)


def _entered_in_both(people: Iterable[Resident], found: Iterable[Pair]) -> Counter[frozenset[str]]:
    """How many people two households share; names that only sound alike do not count."""
    home_of = {one.id: one.household for one in people}
    both = (frozenset((home_of[pair.first], home_of[pair.second])) for pair in found if pair.reasons[0] != SOUND)
    return Counter(homes for homes in both if len(homes) > 1 and "" not in homes)


def _home_reasons(one: Household, other: Household, twice: int, *, empty: bool) -> Iterator[str]:
    """Behind one door several families may live: something besides the door must say that they are one."""
    same_door, same_number = _same_door(one, other), bool(one.number) and one.number == other.number
    if one.number and other.number and not same_number:
        return
    one_door = same_door or not (one.door_key and other.door_key)
    if not (same_number or (twice and one_door) or (empty and same_door)):
        return
    if same_number:
        yield "户号相同"
    if same_door:
        yield "门牌相同"
    if twice:
        yield f"有 {twice} 人两户都登记了"
    elif same_door and empty:
        yield "其中一户还没有成员"
