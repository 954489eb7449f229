"""A building seen from outside: floors × doors, what is known behind each, and which of them call for a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from minqing.ledger import Ledger
from minqing.records.address import Address, door_sort_key
from minqing.records.appeal import Appeal
from minqing.records.building import Building, bare_name
from minqing.records.household import Household
from minqing.work.due import Due, due_among, latest_visits
from minqing.work.plan import Plan, plan_of
from minqing.work.statistics import Share
from minqing.work.visit_list import HouseholdFile, files_of

RECENT_DAYS, OVERDUE_DAYS = 30, 90


class State(StrEnum):
    """How long ago somebody was met behind a door; the value is the word on screen and on paper."""

    RECENT = "30天内"
    WITHIN = "31-90天"
    OVERDUE = "超90天"
    NEVER = "从未"
    EMPTY = "空置"
    UNKNOWN = "未登记"


_CONCERN = (State.UNKNOWN, State.EMPTY, State.RECENT, State.WITHIN, State.NEVER, State.OVERDUE)
"""Of several households behind one door, the one that needs a visit most gives the door its state."""


@dataclass(frozen=True)
class Home:
    """One household of the building: its file, its state, days since somebody was met, and why it is due."""

    file: HouseholdFile
    state: State
    days: int | None
    due: Due | None

    @property
    def late(self) -> bool:
        """Whether its day has passed although it was met within 90 days: a visit promised, or its group's rhythm."""
        return self.state is State.OVERDUE and (self.days or 0) <= OVERDUE_DAYS


@dataclass(frozen=True)
class Door:
    """One door and the households behind it; none of them when nobody has been entered yet."""

    place: Address
    homes: tuple[Home, ...] = ()

    @property
    def key(self) -> str:
        """What tells this door from all others of the building."""
        return self.place.key

    @property
    def door(self) -> str:
        """``3栋2单元601``."""
        return self.place.door

    @property
    def number(self) -> str:
        """``601``, or what else is known of the place."""
        return self.place.room or (f"{self.place.floor}层" if self.place.floor else "门牌不全")

    @cached_property
    def home(self) -> Home | None:
        """The household that speaks for the door."""
        return max(self.homes, key=lambda one: _CONCERN.index(one.state), default=None)

    @property
    def state(self) -> State:
        """The state of that household."""
        return self.home.state if self.home else State.UNKNOWN

    @property
    def days(self) -> int | None:
        """Days since somebody was met there."""
        return self.home.days if self.home else None

    @property
    def state_word(self) -> str:
        """The word for the state; 超期 where the day has passed although the last visit is not that old."""
        return "超期" if self.home and self.home.late else str(self.state)

    @property
    def name(self) -> str:
        """What is written at the door."""
        if self.home is None:
            return "还没有登记"
        if self.state is State.EMPTY:
            return "无人居住"
        first = self.home.file.name or "姓名未填"
        return f"{first}等{len(self.homes)}户" if len(self.homes) > 1 else first

    @property
    def open_appeals(self) -> tuple[Appeal, ...]:
        """What its households asked for and is not 已办结."""
        return tuple(appeal for one in self.homes for appeal in one.file.open_appeals)

    @property
    def care_groups(self) -> tuple[str, ...]:
        """The care groups of those who live there, each once."""
        return tuple(dict.fromkeys(group for one in self.homes for group in one.file.care_groups))

    @property
    def rented(self) -> bool:
        """Whether a dwelling behind it is let."""
        return any(one.file.household.let for one in self.homes)

    @property
    def not_met(self) -> str:
        """无人 or 拒访 when the last knock met nobody, blank otherwise."""
        last = self.home.file.last_visit if self.home else None
        return last.result if last and not last.met_someone else ""


@dataclass(frozen=True)
class Unit:
    """A stairway: its name, and what tells the doors of one floor apart (``01``, ``02``), in order."""

    name: str
    label: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """How a stairway, or the whole building, stands. ``visited``: met within 90 days, of those who live there."""

    counts: Mapping[State, int]
    visited: Share
    appeals: int


@dataclass(frozen=True)
class Site:
    """Which building: its estate and its number (``3``)."""

    estate: str
    number: str

    @property
    def label(self) -> str:
        """``3栋``."""
        return f"{self.number}栋"

    def name_among(self, sites: Iterable[Site]) -> str:
        """``3``, or ``槐树苑3`` where one of ``sites`` is another estate's 3."""
        alone = all(one.estate == self.estate for one in sites if one.number == self.number)
        return self.number if alone else f"{self.estate}{self.number}"


@dataclass(frozen=True)
class Elevation:
    """A building's doors in their places; ``floors`` from the top, None for doors whose floor is not known."""

    site: Site
    record: Building | None
    units: tuple[Unit, ...]
    floors: tuple[int | None, ...]
    doors: Mapping[tuple[int | None, str, str], Door]

    @cached_property
    def columns(self) -> tuple[tuple[Unit, str], ...]:
        """Every column of every unit, from left to right."""
        return tuple((unit, column) for unit in self.units for column in unit.columns)

    def at(self, floor: int, column: int) -> Door | None:
        """The door in that row and column; None where there is none."""
        unit, name = self.columns[column]
        return self.doors.get((self.floors[floor], unit.name, name))

    @property
    def households(self) -> int:
        """How many households are known."""
        return sum(len(door.homes) for door in self.doors.values())

    @property
    def remark(self) -> str:
        """``7 层 · 3 单元 · 42 户``."""
        stories = sum(floor is not None for floor in self.floors)
        unknown = sum(not door.homes for door in self.doors.values())
        parts = [f"{stories} 层"] if stories else []
        parts += [f"{len(self.units)} 单元"] if any(unit.name for unit in self.units) else []
        parts += [f"{len(self.doors)} 户"]
        parts += [f"{unknown} 户未登记"] if unknown else []
        return " · ".join(parts)

    def summary(self, unit: Unit | None = None) -> Summary:
        """The figures of one unit, of the whole building for None."""
        doors = [door for (_, name, _), door in self.doors.items() if unit is None or name == unit.name]
        lived = [door for door in doors if door.state not in {State.EMPTY, State.UNKNOWN}]
        met = sum(door.days is not None and door.days <= OVERDUE_DAYS for door in lived)
        counts = {state: sum(door.state is state for door in doors) for state in State}
        return Summary(counts, Share(met, len(lived)), sum(len(door.open_appeals) for door in doors))


def sites(ledger: Ledger) -> list[Site]:
    """All buildings of the book in door order: those entered, and those that households name."""
    found = {Site(one.estate, one.number) for one in ledger.records(Building) if one.number}
    known = {one.number: one for one in found}
    for home in ledger.records(Household):
        if home.building and (home.estate or home.building not in known):
            found.add(Site(home.estate, home.building))
    return sorted(found, key=lambda one: door_sort_key(Address(estate=one.estate, building=one.number)))


def read_elevation(ledger: Ledger, site: Site, today: date) -> Elevation:
    """The elevation of one building as the book knows it; reads nothing of the others' families."""
    records = [one for one in ledger.records(Building) if _same(site, one.estate, one.number)]
    homes = [one for one in ledger.records(Household, building=site.number) if _same(site, one.estate, one.building)]
    record = records[0] if records else None
    return elevation(site, record, files_of(ledger, homes), today, plan=plan_of(ledger))


def elevation(
    site: Site, record: Building | None, files: Sequence[HouseholdFile], today: date, *, plan: Plan | None = None
) -> Elevation:
    """Put ``files`` behind their doors; doors that ``record`` proposes stay empty where nobody is known."""
    behind: dict[str, list[Home]] = defaultdict(list)
    places: dict[str, Address] = {}
    for place in record.places() if record else ():
        places[place.key] = place
    for home in _homes(files, today, plan):
        place = home.file.household.place
        places.setdefault(place.key, place)
        behind[place.key].append(home)
    spots: dict[tuple[int | None, str, str], Door] = {}
    for key, place in places.items():
        floor, unit, column = _spot(place)
        while (floor, unit, column) in spots:
            column += "′"
        spots[floor, unit, column] = Door(place, tuple(behind[key]))
    columns: dict[str, set[str]] = defaultdict(set)
    for _, unit, column in spots:
        columns[unit].add(column)
    units = tuple(_unit(name, columns) for name in sorted(columns, key=_natural))
    floors = {floor for floor, _, _ in spots}
    numbered = sorted((floor for floor in floors if floor is not None), reverse=True)
    return Elevation(site, record, units, (*numbered, *([None] if None in floors else [])), spots)


def _unit(name: str, columns: Mapping[str, Iterable[str]]) -> Unit:
    label = f"{name}单元" if name else "本栋" if len(columns) == 1 else "未分单元"
    return Unit(name, label, tuple(sorted(columns[name], key=_natural)))


def _homes(files: Sequence[HouseholdFile], today: date, plan: Plan | None) -> list[Home]:
    visits = [visit for file in files for visit in file.visits]
    met = latest_visits(visits)
    dues = due_among(
        [file.household for file in files],
        visits,
        [one for file in files for one in file.residents],
        [one for file in files for one in file.appeals],
        plan=plan,
        on=today,
    )
    due = {one.household.id: one for one in dues}
    found = []
    for file in files:
        mine = due.get(file.household.id)
        last = met.get(file.household.id, (None, None))[1]
        days = (today - last.visited_on).days if last and last.visited_on else None
        late = mine is not None and mine.due_on < today
        found.append(Home(file, _state(file.household, days, late=late), days, mine))
    return found


def _state(household: Household, days: int | None, *, late: bool) -> State:
    if household.vacant:
        return State.EMPTY
    if days is None:
        return State.NEVER
    if days > OVERDUE_DAYS or late:
        return State.OVERDUE
    return State.RECENT if days <= RECENT_DAYS else State.WITHIN


def _spot(place: Address) -> tuple[int | None, str, str]:
    """Floor, unit and column: ``01`` for 501 on the fifth floor; the whole room where it does not begin with it."""
    floor = place.storey
    room = place.room
    stem = str(abs(floor)) if floor is not None else ""
    tail = room.removeprefix("负")
    column = tail[len(stem) :] if stem and tail.startswith(stem) and len(tail) >= len(stem) + 2 else room
    return floor, place.unit, f"{column}{place.rest}"


def _natural(text: str) -> tuple[str, ...]:
    return door_sort_key(Address(room=text))[5:]


def _same(site: Site, estate: str, name: str) -> bool:
    return bare_name(name) == site.number and (estate == site.estate or not estate)
