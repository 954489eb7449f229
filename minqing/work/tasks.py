"""What is to be done now, from the records alone: a task is there until a record proves it done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from minqing.ledger import Exchange
from minqing.records.appeal import STATES, Appeal
from minqing.records.bulk import sorted_in_turns
from minqing.records.dates import screen_date
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import MOVED_AWAY, NOT_MET, PUT_OFF, Visit
from minqing.work.calling import another_time, knocks
from minqing.work.plan import Plan
from minqing.work.workdays import workdays_between

AHEAD = timedelta(days=1)
"""Tasks show a day before they are due."""
_BEFORE_NOTED = timedelta(days=7)
"""So long after a visit those who were met may still be entered."""
_KNOCKS_SAID = 2


class Sort(StrEnum):
    """The sorts of task, the most pressing first."""

    BACK = "到期回访"
    LATE = "超期诉求"
    KNOCK = "敲门行动"
    RETRY = "未见面待补访"
    NEW = "新入住未访"
    REPORT = "待上报"


@dataclass(frozen=True)
class Task:
    """One thing to do by ``due_on``.

    ``late`` is by how many days it is late (of an appeal, working days). ``label`` is the appeal's category or, if
    ``care``, a care group; ``hint`` is advice that matters more than the day. ``household`` and ``appeal`` are ids.
    """

    sort: Sort
    due_on: date
    text: str
    late: int = 0
    household: str = ""
    door: str = ""
    name: str = ""
    order: tuple[object, ...] = ()
    building: str = ""
    label: str = ""
    care: bool = False
    hint: str = ""
    appeal: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells one task from another."""
        return self.sort, self.household, self.appeal


@dataclass(frozen=True)
class Records:
    """The records that tasks follow from; ``arrived`` are households and residents lately added, with the day."""

    homes: Sequence[Household]
    residents: Sequence[Resident]
    visits: Sequence[Visit]
    appeals: Sequence[Appeal]
    exchanges: Sequence[Exchange]
    arrived: Mapping[str, date]


def tasks_of(records: Records, plan: Plan, on: date) -> list[Task]:
    """All tasks that are due on ``on`` or the day after, by sort, in each the most pressing first.

    A household stands in one group only, for one visit does for all its reasons; its appeals stand apart.
    """
    people: dict[str, list[Resident]] = defaultdict(list)
    for one in records.residents:
        people[one.household].append(one)
    visits: dict[str, list[Visit]] = defaultdict(list)
    for visit in records.visits:
        visits[visit.household].append(visit)
    appeals: dict[str, list[Appeal]] = defaultdict(list)
    for appeal in records.appeals:
        if appeal.state != "已办结":
            appeals[appeal.household].append(appeal)
    found: list[Task] = []
    for home in records.homes:
        door = Door(home, people.get(home.id, ()), _newest_first(visits.get(home.id, ())), plan, on)
        found += door.appeals_to_see(appeals.pop(home.id, ()))
        visit_task = door.visit_to_make(records.arrived)
        found += [visit_task] if visit_task else []
    for left in appeals.values():
        found += Door(None, (), (), plan, on).appeals_to_see(left)
    found += _report(records, plan, on)
    ranks = {sort: number for number, sort in enumerate(Sort)}
    return sorted_in_turns(found, key=lambda task: (ranks[task.sort], -task.late, task.due_on, task.order))


class Door:
    """One household, with what makes it due; ``visits`` are newest first. Without a household: appeals of none."""

    def __init__(
        self, home: Household | None, people: Sequence[Resident], visits: Sequence[Visit], plan: Plan, on: date
    ) -> None:
        self._home = home
        self._people = [one for one in people if one.lives_here]
        self._others_left = len(self._people) < len(people)
        self._visits = visits
        self._plan = plan
        self._on = on
        self._last = visits[0] if visits else None
        self._met = next((one for one in visits if one.met_someone), None)

    def _task(self, sort: Sort, due_on: date, text: str, **more: object) -> Task:
        home = self._home
        known: dict[str, object] = {"late": max(0, (self._on - due_on).days), "name": self._name()}
        if home is not None:
            known |= {"household": home.id, "door": home.door, "order": home.walking_order, "building": home.building}
        return Task(sort, due_on, text, **known | more)  # type: ignore[arg-type]

    def _name(self) -> str:
        head = next((one for one in self._people if one.is_head), None) or next(iter(self._people), None)
        return head.name if head else ""

    def appeals_to_see(self, appeals: Iterable[Appeal]) -> Iterator[Task]:
        """Appeals whose people are to be asked whether they are content, and appeals past their deadline."""
        for appeal in appeals:
            who = {"appeal": appeal.id, "label": appeal.category or appeal.category1}
            who |= {"name": self._name() or appeal.reporter, "door": self._home.door if self._home else appeal.place}
            if appeal.state == "待回访":
                closed = appeal.closed_on or self._on
                done = appeal.outcome or appeal.solution or appeal.subject
                by = closed + timedelta(days=self._plan.back)
                if by <= self._on + AHEAD:
                    yield self._task(Sort.BACK, by, f"{_sentence(done)}，问是否满意", **who)
            elif appeal.due_on is not None and appeal.overdue_on(self._on):
                text = f"{appeal.subject} · {_standing(appeal)}"
                late = max(1, workdays_between(appeal.due_on, self._on))
                yield self._task(Sort.LATE, appeal.due_on, text, late=late, **who)

    def visit_to_make(self, arrived: Mapping[str, date]) -> Task | None:
        """The most pressing reason to go there, if there is one."""
        if self._home is None or self._home.vacant:
            return None
        for task in (self._agreed(), self._knock(), self._retry(), self._new(arrived)):
            if task is not None and (task.due_on <= self._on + AHEAD or task.sort is Sort.NEW):
                return task
        return None

    def _agreed(self) -> Task | None:
        """A visit that was agreed upon for a day."""
        last = self._last
        if last is None or last.next_on is None or (last.result in NOT_MET and last.result != PUT_OFF):
            return None
        said = f"上次：{_sentence(last.said)}" if last.said else "上次约好再来"
        label = next((group for one in self._people for group in one.care_groups), "")
        return self._task(Sort.BACK, last.next_on, last.next_reason or said, label=label, care=True)

    def _knock(self) -> Task | None:
        """Somebody of a care group who has not been met for longer than the group's interval."""
        if self._last is not None and self._last.result == MOVED_AWAY:
            return None
        care = [(self._plan.care[group], group, one) for one in self._people for group in one.care_groups
                if group in self._plan.care]  # fmt: skip
        if not care:
            return None
        days, group, person = min(care, key=lambda found: found[0])
        met = self._met.visited_on if self._met else None
        due_on = met + timedelta(days=days) if met else self._on
        age = _age(person, self._on)
        seen = f"上次见面 {screen_date(met, self._on)}" if met else "还没见过面"
        tried = knocks(self._visits)
        shut = f"，{another_time(self._visits)}" if tried else ""
        text = f"{f'{age} 岁，' if age is not None else ''}{seen}{f'，敲门 {len(tried)} 次未见' if tried else ''}{shut}"
        return self._task(Sort.KNOCK, due_on, text, name=person.name, label=group, care=True,
                          hint="" if met else "未见过面")  # fmt: skip

    def _retry(self) -> Task | None:
        """A door where nobody was met the last time."""
        last = self._last
        if last is None or last.result not in NOT_MET or last.visited_on is None:
            return None
        if last.result == PUT_OFF and last.next_on is not None:
            return None
        times = len(knocks(self._visits))
        said = _sentence(last.said) if last.said else f"{screen_date(last.visited_on, self._on)} {last.result}"
        text = f"已敲门 {times} 次，{said}" if times >= _KNOCKS_SAID else said
        home = self._home
        label = "租户" if home is not None and home.let else ""
        again = last.next_on or last.visited_on + timedelta(days=self._plan.retry)
        return self._task(Sort.RETRY, again, text, label=label, hint=another_time(self._visits))

    def _new(self, arrived: Mapping[str, date]) -> Task | None:
        """A family that came into the book lately and was never met; or those who live where others moved out."""
        home = self._home
        came = arrived.get(home.id) if home is not None and self._met is None else None
        if self._others_left and self._people:
            days = [arrived.get(one.id) for one in self._people]
            since = min((day for day in days if day is not None), default=None)
            if None not in days and since is not None and not self._met_since(since - _BEFORE_NOTED):
                came = since
        if home is None or came is None:
            return None
        people = f"{len(self._people)} 人，" if self._people else ""
        text = f"{people}{screen_date(came, self._on)}登记，还没上过门"
        by = came + timedelta(days=self._plan.newcomers)
        return self._task(Sort.NEW, by, text, label="租户" if home.let else "")

    def _met_since(self, day: date) -> bool:
        return self._met is not None and self._met.visited_on is not None and self._met.visited_on >= day


def _report(records: Records, plan: Plan, on: date) -> Iterator[Task]:
    """The sheet for the street office, when the last went out too long ago."""
    sent = last_sent(records.exchanges)
    days = [day for one in records.visits if (day := one.visited_on)]
    days += [day for one in records.appeals if (day := one.registered_on)]
    news = [day for day in days if day <= on and (sent is None or day >= sent)]
    if not news:
        return
    since = sent or min(news)
    due_on = since + timedelta(days=plan.report)
    if due_on <= on:
        said = f"距上次上报 {(on - since).days} 天" if sent else "还没有上报过"
        late = (on - due_on).days
        yield Task(Sort.REPORT, due_on, f"{said}，其间有 {len(news):,} 条新记录", late=late, name="本周台账")


def last_sent(exchanges: Iterable[Exchange]) -> date | None:
    """The day on which a sheet last went out; ``exchanges`` are newest first."""
    return next((one.at.date() for one in exchanges if one.direction == "out"), None)


def _newest_first(visits: Iterable[Visit]) -> list[Visit]:
    return sorted(
        visits, key=lambda one: (one.visited_on or date.min, one.visited_at or time.min, one.id), reverse=True
    )


def _sentence(text: str) -> str:
    """The first sentence of a text, without its stop."""
    return text.strip().splitlines()[0].split("。")[0].rstrip("，；、 ") if text.strip() else ""


def _standing(appeal: Appeal) -> str:
    """Who has it and how far it is: ``物业办理中``."""
    state = appeal.state or STATES[0]
    who = appeal.handler or "未分派"
    return f"{state} {who}" if state == "已吹哨" else f"{who} {state}"


def _age(person: Resident, on: date) -> int | None:
    birth = person.birth_known
    if not birth:
        return None
    month, day = (birth[5:7] or "01"), (birth[8:10] or "01")
    return on.year - int(birth[:4]) - (f"{on:%m%d}" < month + day)
