"""What is done at doors: entering who lives there, a visit, an appeal, another day, one thing at several doors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from minqing.actions.appeals import register_appeal
from minqing.actions.doors import record_at_doors, save_building, tell_policy
from minqing.actions.records import save_records
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.records.visit import Visit
from minqing.work.elevation import Door, Home, State
from minqing.work.visit_list import HouseholdFile
from ui.dialogs.appeal_drawer import new_appeal_drawer
from ui.dialogs.building_drawer import BuildingDrawer
from ui.dialogs.entry_fields import entry_field, entry_fields
from ui.dialogs.record_drawer import Entry, RecordDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.building_view import file_at, household_at
from ui.pages.households import NEW_HOUSEHOLD
from ui.session import Session

_RESULTS = ("见面", "无人")
_NEXT = (("+7天", 7), ("+30天", 30), ("+90天", 90))


@dataclass(frozen=True)
class Way:
    """The walk through the building: which door is next, and how it is taken in hand."""

    following: Callable[[], Door | None]
    hold: Callable[[str], object]


@dataclass(frozen=True)
class AtDoors:
    """Opens drawers over ``page``'s window and carries out what needs none."""

    page: QWidget
    session: Session

    def _household(self, door: Door, home: Home | None) -> Household:
        profile = self.session.ledger.profile
        return household_at(door, home, street=profile.street, community=profile.community)

    def _file(self, door: Door, home: Home | None) -> HouseholdFile:
        profile = self.session.ledger.profile
        return file_at(door, home, street=profile.street, community=profile.community)

    def add_household(self, door: Door) -> None:
        """登记住户 at a door where nobody is known."""
        draft = self._household(door, None)
        entry = Entry("登记住户", "home", draft, _save_household, f"已登记 {draft.door}")
        self._record(entry, NEW_HOUSEHOLD)

    def add_visit(self, door: Door, home: Home | None, way: Way) -> None:
        """记走访; a door where nobody is known is entered with its first visit. 保存并下一户 goes the page's way."""

        def following(_: HouseholdFile) -> HouseholdFile | None:
            door = way.following()
            return self._file(door, door.home) if door else None

        VisitDrawer(
            self.page.window(),
            self.session,
            self._file(door, home),
            following=following,
            went_on=lambda file: way.hold(file.household.door_key),
        ).open()

    def add_appeal(self, home: Home) -> None:
        """登诉求."""
        new_appeal_drawer(self.page.window(), self.session, file=home.file, save=_register).open()

    def put_off(self, home: Home) -> None:
        """改期: another day for the next visit, kept with the last one."""
        last = home.file.last_visit
        if last is None:
            return
        door = home.file.household.door
        fields = [entry_field(Visit, "next_on", label="下次走访", quick=_NEXT), entry_field(Visit, "next_reason")]
        entry = Entry(
            f"改期　{door}",
            "cal",
            last,
            lambda ledger, draft: save_records(ledger, [draft], label=f"改期 {door}"),
            f"已改 {door} 的下次走访",
        )
        RecordDrawer(self.page.window(), self.session, entry, fields=fields).open()

    def nobody_in(self, doors: Sequence[Door], done: Callable[[], None]) -> None:
        """无人 at each of these doors, now; ``done`` follows when it is saved."""
        homes = self._households(doors)
        now = datetime.now().replace(second=0, microsecond=0)
        draft = Visit(
            household="", visited_on=now.date(), visited_at=now.time(), way="入户", result="无人", visitors=self._me
        )
        self.session.act(
            lambda ledger: record_at_doors(ledger, households=homes, draft=draft),
            said=f"已给 {len(homes)} 户记“无人”{_entered(homes)}",
            then=lambda _: done(),
            owner=self.page,
        )

    def told_policy(self, doors: Sequence[Door], done: Callable[[], None]) -> None:
        """政策宣传 at each of these doors: which, when, and whether somebody was met; ``done`` follows."""
        homes = self._households(doors)
        draft = Visit(
            household=homes[0].id or "H", visited_on=date.today(), way="入户", result="见面", visitors=self._me
        )

        def save(ledger: Ledger, record: Record) -> Changes:
            assert isinstance(record, Visit)
            return tell_policy(ledger, households=homes, draft=record)

        said = f"已给 {len(homes)} 户记政策宣传{_entered(homes)}"
        fields = [
            entry_field(Visit, "told", required=True, placeholder="其他"),
            entry_field(Visit, "visited_on", label="日期", required=True),
            entry_field(Visit, "result", label="结果", choices=_RESULTS),
            entry_field(Visit, "said", label="说明", lines=3, placeholder="讲了什么、发了什么"),
        ]
        entry = Entry(f"政策宣传　{len(homes)} 户", "talk", draft, save, said, lambda _: done())
        RecordDrawer(self.page.window(), self.session, entry, fields=fields).open()

    def new_building(self, show: Callable[[str], object], estate: str = "") -> BuildingDrawer:
        """新建楼栋 with its shape; ``show`` gets the id of the new building."""
        draft = Building(estate=estate or self.session.ledger.profile.estate, name="")

        def done(changes: Changes) -> None:
            for record_id in changes.added[:1]:
                show(record_id)

        return self._building(Entry("新建楼栋", "building", draft, _save_building, "已新建楼栋", done))

    def edit_building(self, building: Building) -> BuildingDrawer:
        """改楼栋: its name, its shape, doors that it lacks. A building known from doors alone gets its shape."""
        return self._building(Entry("改楼栋", "building", building, _save_building, "已保存楼栋"))

    def _building(self, entry: Entry) -> BuildingDrawer:
        drawer = BuildingDrawer(self.page.window(), self.session, entry)
        drawer.open()
        return drawer

    def _households(self, doors: Sequence[Door]) -> list[Household]:
        """One household for each home behind the doors, a draft for a door without; empty dwellings are left out."""
        found = []
        for door in doors:
            lived = [home for home in door.homes if home.state is not State.EMPTY]
            homes: list[Home | None] = [*lived] if door.homes else [None]
            found += [self._household(door, home) for home in homes]
        return found

    def reachable(self, doors: Sequence[Door]) -> int:
        """At how many households one can knock behind these doors."""
        return len(self._households(doors))

    @property
    def _me(self) -> tuple[str, ...]:
        return (self.session.ledger.profile.owner,)

    def _record(self, entry: Entry, names: Sequence[str]) -> None:
        fields = entry_fields(type(entry.record), names)
        RecordDrawer(self.page.window(), self.session, entry, fields=fields).open()


def _entered(homes: Sequence[Household]) -> str:
    new = sum(not home.id for home in homes)
    return f"，其中 {new} 户是新登记的" if new else ""


def _save_household(ledger: Ledger, record: Record) -> Changes:
    door = record.door if isinstance(record, Household) else ""
    return save_records(ledger, [record], label=f"登记住户 {door}")


def _save_building(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Building)
    return save_building(ledger, record)


def _register(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Appeal)
    return register_appeal(ledger, draft=record, who=ledger.profile.owner)
