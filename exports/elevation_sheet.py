"""A building on paper: its elevation, and the list to walk by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from exports.sheet_text import long_date
from exports.typesetting import Format, clean, typeset
from minqing.errors import NothingToPrint
from minqing.ledger import Profile
from minqing.records.dates import screen_date
from minqing.records.phone import mask_phone
from minqing.work.elevation import Door, Elevation, State, Unit
from minqing.work.walking import Order

ELEVATION, WALK_LIST = "elevation.typ", "walk_list.typ"
_SHAPES = {
    State.RECENT: "dot",
    State.WITHIN: "half",
    State.OVERDUE: "tri",
    State.NEVER: "ring",
    State.EMPTY: "dash",
    State.UNKNOWN: "plus",
}
_UPRIGHT_COLUMNS, _MOST_COLUMNS = 7, 10
_UPRIGHT_FLOORS, _WIDE_FLOORS = 18, 11
_SHOWN_REASONS = 3


@dataclass(frozen=True, kw_only=True)
class DoorCell:
    """What is printed at one door."""

    number: str
    name: str
    shape: str
    state: str
    days: str
    tags: tuple[str, ...]
    appeals: int


@dataclass(frozen=True, kw_only=True)
class WalkLine:
    """One line of the list to walk by; phone masked."""

    door: str
    name: str
    phone: str
    people: str
    state: str
    shape: str
    last: str
    hints: str


@dataclass(frozen=True)
class WalkList:
    """Who is on the list: a title, what it was filtered by, the order, and its lines."""

    title: str
    note: str
    lines: tuple[WalkLine, ...]


def elevation_pages(building: Elevation, *, profile: Profile, on: date, to: Format) -> list[bytes]:
    """Set the elevation; one file for a PDF, otherwise one item per page.

    Raises:
        NothingToPrint: the building has no doors.
        FontMissing: no font of this computer can write Chinese.
    """
    if not building.doors:
        raise NothingToPrint("这一栋还没有门牌")
    total = building.summary()
    head = {
        "title": clean(f"{building.site.label}走访立面图"),
        "place": clean(" ".join(filter(None, (profile.street, profile.community, building.site.estate)))),
        "made": f"{long_date(on)}　{profile.owner}",
        "remark": building.remark,
        "visited": f"90 天内已访 {total.visited.part} / {total.visited.whole} 户，{total.visited}",
        "legend": [
            {"shape": _SHAPES[state], "word": str(state), "count": count}
            for state, count in total.counts.items()
            if count
        ],
        "appeals": total.appeals,
    }
    return typeset(ELEVATION, to, data={"head": head, "pages": _pages(building)})


def walk_list(title: str, doors: Sequence[Door], *, order: Order, filtered: str = "", on: date) -> WalkList:
    """The list of these doors in their order; a door with several households gets a line for each."""
    note = "，".join(filter(None, (str(order), f"只列{filtered}" if filtered else "", f"{len(doors)} 个门")))
    return WalkList(title, note, tuple(line for door in doors for line in _lines(door, on)))


def walk_list_pages(listed: WalkList, *, profile: Profile, on: date, to: Format) -> list[bytes]:
    """Set the list to walk by; one file for a PDF, otherwise one item per page.

    Raises:
        NothingToPrint: nobody is on it.
        FontMissing: no font of this computer can write Chinese.
    """
    if not listed.lines:
        raise NothingToPrint("一户也没有选")
    head = {
        "title": clean(listed.title),
        "place": clean(" ".join(filter(None, (profile.street, profile.community)))),
        "made": f"{long_date(on)}　{profile.owner}",
        "note": clean(listed.note),
    }
    lines = [{name: clean(text) for name, text in asdict(line).items()} for line in listed.lines]
    return typeset(WALK_LIST, to, data={"head": head, "lines": lines})


def _pages(building: Elevation) -> list[dict[str, object]]:
    wide = len(building.columns) > _UPRIGHT_COLUMNS
    most = _WIDE_FLOORS if wide else _UPRIGHT_FLOORS
    floors = [building.floors[begin : begin + most] for begin in range(0, len(building.floors), most)]
    return [
        {
            "wide": wide,
            "units": [{"label": unit.label, "columns": len(unit.columns)} for unit in units],
            "rows": [{"floor": _floor(floor), "cells": _row(building, units, floor)} for floor in some],
        }
        for units in _groups(building.units)
        for some in floors
    ]


def _groups(units: Iterable[Unit]) -> list[list[Unit]]:
    """Units that fit side by side; one that is too wide for a page is cut."""
    groups: list[list[Unit]] = []
    for unit in units:
        for begin in range(0, len(unit.columns), _MOST_COLUMNS):
            part = Unit(unit.name, unit.label, unit.columns[begin : begin + _MOST_COLUMNS])
            taken = sum(len(one.columns) for one in groups[-1]) if groups else _MOST_COLUMNS
            if taken + len(part.columns) > _MOST_COLUMNS:
                groups.append([])
            groups[-1].append(part)
    return groups


def _row(building: Elevation, units: Iterable[Unit], floor: int | None) -> list[dict[str, object] | None]:
    doors = (building.doors.get((floor, unit.name, column)) for unit in units for column in unit.columns)
    return [asdict(_cell(door)) if door else None for door in doors]


def _cell(door: Door) -> DoorCell:
    return DoorCell(
        number=clean(door.number),
        name=clean(door.name),
        shape=_SHAPES[door.state],
        state=door.state_word,
        days=_days(door.days),
        tags=tuple(clean(group) for group in (*door.care_groups, *(("出租",) if door.rented else ()))),
        appeals=len(door.open_appeals),
    )


def _lines(door: Door, on: date) -> list[WalkLine]:
    if not door.homes:
        blank = {"name": "", "phone": "", "people": "", "last": "", "hints": "还没有登记"}
        return [WalkLine(door=door.door, state=str(State.UNKNOWN), shape=_SHAPES[State.UNKNOWN], **blank)]
    found = []
    for home in door.homes:
        file = home.file
        head, last = file.head, file.last_visit
        when = screen_date(last.visited_on, on) if last and last.visited_on else ""
        reasons = home.due.reasons[:_SHOWN_REASONS] if home.due else ()
        asked = [f"未结诉求 {len(file.open_appeals)} 件"] if file.open_appeals else []
        found.append(
            WalkLine(
                door=file.household.door,
                name=file.name or ("无人居住" if home.state is State.EMPTY else ""),
                phone=mask_phone(head.phones[0]) if head and head.phones else "",
                people=str(len(file.living) or ""),
                state="超期" if home.late else str(home.state),
                shape=_SHAPES[home.state],
                last=f"{when} {last.result}".strip() if last else "",
                hints="、".join(dict.fromkeys((*file.care_groups, *reasons, *asked))),
            )
        )
    return found


def _days(days: int | None) -> str:
    return "" if days is None else "今天" if days == 0 else f"{days}天"


def _floor(floor: int | None) -> str:
    return "其他" if floor is None else f"{floor}层".replace("-", "负")
