"""Which doors are meant, and in which order one walks from door to door."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from minqing.work.elevation import Door, Elevation, State


class Order(StrEnum):
    """How a building is walked, stairway by stairway; the value is the word on screen."""

    DOWN = "从上到下"
    UP = "从下到上"
    ODD_FIRST = "先单号后双号"
    EVEN_FIRST = "先双号后单号"

    @property
    def explained(self) -> str:
        """One sentence for a tooltip."""
        return {
            Order.DOWN: "一个单元一个单元走，从顶层走到一层",
            Order.UP: "一个单元一个单元走，从一层走到顶层",
            Order.ODD_FIRST: "每个单元先走单号门下楼，再走双号门上楼",
            Order.EVEN_FIRST: "每个单元先走双号门下楼，再走单号门上楼",
        }[self]


@dataclass(frozen=True)
class Filter:
    """A filter over doors: its key and its word, and which doors it keeps."""

    key: str
    text: str
    keeps: Callable[[Door], bool]


FILTERS = (
    Filter("all", "全部", lambda door: True),
    Filter("overdue", "超期未访", lambda door: door.state is State.OVERDUE),
    Filter("never", "从未走访", lambda door: door.state is State.NEVER),
    Filter("appeals", "有诉求", lambda door: bool(door.open_appeals)),
    Filter("rent", "出租", lambda door: door.rented),
)
_CARE = "care:"
_DIGIT = re.compile(r"[0-9]")


def filter_of(key: str) -> Filter:
    """The filter of that key; ``care:独居老人`` keeps the doors of a care group. Raises KeyError for an unknown key."""
    if key.startswith(_CARE):
        group = key.removeprefix(_CARE)
        return Filter(key, group, lambda door: group in door.care_groups)
    return {one.key: one for one in FILTERS}[key]


def care_filters(doors: Iterable[Door]) -> list[tuple[Filter, int]]:
    """The care groups that live behind ``doors``, the most frequent first, with the number of their doors."""
    counts = Counter(group for door in doors for group in door.care_groups)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(filter_of(f"{_CARE}{group}"), count) for group, count in ordered]


def walking_order(building: Elevation, order: Order = Order.DOWN) -> list[Door]:
    """Every door of the building once, in the order in which one comes to it."""
    return [door for unit in building.units for door in _through(building, unit.name, unit.columns, order)]


def next_door(route: Sequence[Door], here: str, *, among: Collection[str] | None = None) -> Door | None:
    """The door to knock at after the one with key ``here``; empty dwellings are passed by, None at the end.

    ``among`` holds the keys of the doors that the filter leaves. From a door that is not on the route (or from a
    blank) the way begins at its first door.
    """
    keys = [door.key for door in route]
    begin = keys.index(here) + 1 if here in keys else 0
    wanted = (door for door in route[begin:] if door.state is not State.EMPTY)
    return next((door for door in wanted if among is None or door.key in among), None)


def _through(building: Elevation, unit: str, columns: Sequence[str], order: Order) -> list[Door]:
    down = list(building.floors)
    up = [*reversed([floor for floor in down if floor is not None]), *(floor for floor in down if floor is None)]

    def along(floors: Iterable[int | None], chosen: Sequence[str]) -> list[Door]:
        spots = ((floor, unit, column) for floor in floors for column in chosen)
        return [building.doors[spot] for spot in spots if spot in building.doors]

    if order is Order.DOWN:
        return along(down, columns)
    if order is Order.UP:
        return along(up, columns)
    odd, even = [one for one in columns if _is_odd(one)], [one for one in columns if not _is_odd(one)]
    first, second = (odd, even) if order is Order.ODD_FIRST else (even, odd)
    return [*along(down, first), *along(up, second)]


def _is_odd(column: str) -> bool:
    digits = _DIGIT.findall(column)
    return not digits or int(digits[-1]) % 2 == 1
