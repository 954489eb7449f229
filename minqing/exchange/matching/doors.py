"""Households that the rows of one import add, by what later rows know them by."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from minqing.exchange.matching.likeness import Doubt

if TYPE_CHECKING:
    from minqing.exchange.matching.match import Match


class Door(NamedTuple):
    """By what rows know a household that an earlier row adds."""

    estate: str
    door: str
    name: str


class Doors:
    """Which households earlier rows add behind a door, by the name of their head or their number."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], dict[str, str]] = {}

    @property
    def known(self) -> Collection[object]:
        """All that is remembered."""
        return self._names.items()

    def note(self, door: Door, ref: str) -> None:
        self._names.setdefault((door.estate, door.door), {})[door.name] = ref

    def same(self, found: Match, door: Door, *, new: bool) -> Door:
        """The household behind this door that an earlier row adds, where only one of the two rows names a head."""
        names = self._names.get((door.estate, door.door), {})
        if not names or door.name in names:
            return door
        if not door.name:
            several = len(set(names.values())) > 1
            if several and not new:
                raise Doubt("这个门牌有几户")
            return door if several else door._replace(name=next(iter(names)))
        if list(names) != [""]:
            return door
        found.claims[door] = names[""]
        return door._replace(name="")
