"""The sample book: one 小区 of invented households and a quarter of work; the same seed gives the same book."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from minqing.actions.appeals import prepared
from minqing.actions.sample_people import family, phone, vocabulary
from minqing.ledger import Ledger, Profile, Transaction
from minqing.records.appeal import Appeal, Step
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.identity import CODE_LENGTH, code_text
from minqing.records.resident import Resident
from minqing.records.visit import NOT_MET, Visit
from minqing.work.handling import Progress, advanced
from minqing.work.plan import usual_care

PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="生活桥小区", phone="16900000100")
UNITS, FLOORS, DOORS = 3, 10, 2
_PER_BUILDING = UNITS * FLOORS * DOORS
_WEEKS = 13
_SORTS = (("family", 52), ("elder_couple", 12), ("elder_alone", 7), ("rental", 18), ("empty", 11))
_APPEALS_PER_VISIT = 0.45
_SETTLED_AFTER = 9
_ROUND_PER_CENT = 8
_WORKING_WEEK = 5
_FIRST_ROUND = 60


def create_sample(
    path: Path, password: str, *, households: int = 480, seed: int = 47, on: date | None = None
) -> Ledger:
    """Make a sample book and open it; its records have the same ids for the same seed, what is added later has not.

    Raises what ``Ledger.create`` raises.
    """
    code = code_text(Random(seed).randrange(32**CODE_LENGTH))
    with Ledger.create(path, password, PROFILE, code=code) as ledger:
        try:
            fill_sample(ledger, households=households, seed=seed, on=on)
        except BaseException:
            ledger.close()
            path.unlink(missing_ok=True)
            raise
    return Ledger.open(path, password)


def fill_sample(ledger: Ledger, *, households: int = 480, seed: int = 47, on: date | None = None) -> None:
    """Fill an empty book with ``households`` homes and a quarter of visits and appeals that ends on ``on`` (today)."""
    today = on or date.today()
    dice = Random(seed)
    with ledger.change("建立样本账本") as tx:
        homes = _homes(tx, dice, households)
        families = {home.id: family(dice, sort, home.id, today) for home, sort in homes if sort != "empty"}
        people = {home: tx.add_all(members) for home, members in families.items()}
        _contacts(tx, dice)
    rounds = _Rounds(ledger, dice, today)
    lived_in = [home for home, _ in homes if home.id in people]
    rounds.expect(people, today - timedelta(weeks=_WEEKS))
    for week in range(_WEEKS, 0, -1):
        monday = today - timedelta(days=today.weekday(), weeks=week - 1)
        days = [day for day in (monday + timedelta(days=n) for n in range(5)) if day <= today]
        most = max(1, len(lived_in) * _ROUND_PER_CENT * len(days) // (100 * _WORKING_WEEK))
        chosen = rounds.chosen(lived_in, min(len(lived_in), most), by=days[-1])
        with ledger.change(f"样本：{monday.month}月{monday.day}日起一周走访") as tx:
            for home in sorted(chosen, key=lambda one: one.walking_order):
                rounds.visit(tx, home, people[home.id], dice.choice(days))


def _homes(tx: Transaction, dice: Random, count: int) -> list[tuple[Household, str]]:
    found: list[tuple[Household, str]] = []
    for number in range(1, -(-count // _PER_BUILDING) + 1):
        doors = min(_PER_BUILDING, count - (number - 1) * _PER_BUILDING)
        tx.add(_building(number, doors))
        for place in list(_doors())[:doors]:
            sort = dice.choices([name for name, _ in _SORTS], [weight for _, weight in _SORTS])[0]
            found.append((_home(number, place, sort, dice), sort))
    saved = tx.add_all([home for home, _ in found])
    return [(home, sort) for home, (_, sort) in zip(saved, found, strict=True)]


def _building(number: int, doors: int) -> Building:
    missing = tuple(f"{unit}单元{floor}{door:02d}" for unit, floor, door in list(_doors())[doors:])
    return Building(
        estate=PROFILE.estate, name=str(number), units=UNITS, floors=FLOORS, doors_per_floor=DOORS, exceptions=missing
    )


def _doors() -> Iterator[tuple[int, int, int]]:
    for unit in range(1, UNITS + 1):
        for floor in range(FLOORS, 0, -1):
            for door in range(1, DOORS + 1):
                yield unit, floor, door


def _home(building: int, place: tuple[int, int, int], sort: str, dice: Random) -> Household:
    unit, floor, door = place
    rented = sort == "rental"
    situations = vocabulary()["situations"].get(sort)
    return Household(
        street=PROFILE.street,
        community=PROFILE.community,
        estate=PROFILE.estate,
        building=str(building),
        unit=str(unit),
        floor=str(floor),
        room=f"{floor}{door:02d}",
        grid=f"第{(building - 1) // 2 + 1}网格",
        house_type="空置" if sort == "empty" else "出租" if rented else "自住",
        rent_until=f"2027-{dice.randrange(1, 13):02d}" if rented else "",
        residence_status="" if sort == "empty" else "人在户不在" if rented else "人户同在",
        area=str(dice.choice([68, 76, 89, 89, 96, 112])),
        situation=dice.choice(situations) if situations else "",
        tags=("子女外出",) if sort == "elder_alone" and dice.random() < 0.5 else (),
    )


def _contacts(tx: Transaction, dice: Random) -> None:
    for name, role, place in (
        ("陈×", "网格员", "生活桥社区"),
        ("石永福", "楼栋长", "3栋"),
        ("冯×", "物业", "生活桥物业服务中心"),
        ("吴×", "社区民警", "新光路派出所"),
        ("何×", "兼职委员", "新光路街道市政所"),
    ):
        tx.add(Contact(name=name, role=role, organisation=place, phones=(phone(dice),)))


class _Rounds:
    """Visits and what came out of them; counts the appeals of each month."""

    def __init__(self, ledger: Ledger, dice: Random, today: date) -> None:
        self._ledger = ledger
        self._dice = dice
        self._today = today
        self._appeals: Counter[tuple[int, int]] = Counter()
        self._wanted: dict[str, date] = {}

    def expect(self, people: Mapping[str, Sequence[Resident]], start: date) -> None:
        """Those of care groups are wanted some time after ``start``, each within the interval of the group."""
        for home, members in people.items():
            days = _interval(members)
            if days:
                self._wanted[home] = start + timedelta(days=self._dice.randrange(min(days, _FIRST_ROUND)))

    def chosen(self, homes: Sequence[Household], count: int, *, by: date) -> list[Household]:
        """The homes of a week: those wanted ``by`` its last day, then others as chance has it."""
        due = [home for home in homes if home.id in self._wanted and self._wanted[home.id] <= by]
        due = sorted(due, key=lambda home: self._wanted[home.id])[:count]
        others = [home for home in homes if home not in due]
        return due + self._dice.sample(others, k=min(len(others), count - len(due)))

    def _note(self, visit: Visit, members: Sequence[Resident]) -> None:
        """When this home is wanted again."""
        day, days = visit.visited_on or self._today, _interval(members)
        again = [visit.next_on] if visit.next_on else []
        if visit.result in NOT_MET:
            again.append(day + timedelta(days=3))
        elif days:
            again.append(day + timedelta(days=days))
        self._wanted.pop(visit.household, None)
        if again:
            self._wanted[visit.household] = min(again)

    def visit(self, tx: Transaction, home: Household, members: Sequence[Resident], day: date) -> None:
        """One knock at a door; when somebody opens, now and then an appeal."""
        dice, words = self._dice, vocabulary()["met"]
        result = dice.choices(["见面", "无人", "拒访"], [80, 16, 4])[0]
        met = result == "见面"
        grown = [one.name for one in members if one.phones]
        visit = tx.add(
            Visit(
                household=home.id,
                visited_on=day,
                visited_at=time(dice.choice([9, 10, 15, 16, 19]), dice.choice([0, 10, 20, 30, 45])),
                way="入户",
                result=result,
                visitors=(PROFILE.owner,),
                met=tuple(dice.sample(grown, k=min(len(grown), dice.choice([1, 1, 2])))) if met else (),
                said=dice.choice({"见面": words["texts"], "无人": words["not_met"], "拒访": words["refused"]}[result]),
                told=(dice.choice(["医保缴费", "反诈", "消防安全", "垃圾分类"]),) if met else (),
                next_on=day + timedelta(days=dice.choice([14, 30, 60, 90])) if dice.random() < 0.4 else None,
            )
        )
        self._note(visit, members)
        if met and dice.random() < _APPEALS_PER_VISIT:
            self._appeal(tx, home, visit, members[0])

    def _appeal(self, tx: Transaction, home: Household, visit: Visit, head: Resident) -> None:
        dice = self._dice
        matter = dice.choice(vocabulary()["matters"])
        title = dice.choice(matter["titles"])
        day = visit.visited_on or self._today
        self._appeals[day.year, day.month] += 1
        draft = Appeal(
            household=home.id,
            visit=visit.id,
            number=f"{day.month:02d}-{self._appeals[day.year, day.month]:03d}",
            registered_on=day,
            registered_at=visit.visited_at,
            kind="诉求",
            source="走访",
            title=title,
            text=f"{title}。住户希望尽快有人来看。",
            category=matter["category"],
            reporter=head.name,
            reporter_phone=head.phones[:1],
            urgency=dice.choices(["一般", "紧急"], [9, 1])[0],
            level="社区",
            handler=matter["handler"] if dice.random() < 0.9 else "",
        )
        appeal = tx.add(prepared(self._ledger, draft))
        tx.add(Step(appeal=appeal.id, happened_on=day, happened_at=visit.visited_at, action="登记", who=PROFILE.owner))
        for action in _course(dice, (self._today - day).days):
            day = min(day + timedelta(days=dice.choice([0, 0, 1, 1, 5])), self._today)
            said = matter["solution"] if action in {"办理", "办结"} else ""
            mood = dice.choice(["满意", "满意", "基本满意"]) if action == "回访" else ""
            after, step = advanced(appeal, Progress(action, day, who=matter["handler"], text=said, satisfaction=mood))
            appeal = tx.update(after)
            tx.add(step)


def _interval(members: Sequence[Resident]) -> int:
    """After how many days this family is to be seen again; 0 where it belongs to no care group."""
    return min((usual_care().get(group, 0) or 0 for one in members for group in one.care_groups), default=0)


def _course(dice: Random, age: int) -> Sequence[str]:
    """The steps that an appeal of ``age`` days has seen; a few old ones are stuck."""
    plain, whistle = ["受理", "办理", "办结", "回访"], ["受理", "吹哨", "报到", "办理", "办结", "回访"]
    full = plain if dice.random() < 0.75 else whistle
    if age > _SETTLED_AFTER and dice.random() < 0.97:
        return full
    return full[: dice.randrange(len(full) + 1)]
