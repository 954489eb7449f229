"""楼栋 building: units, floors and doors per floor, so that doors can be proposed before anyone is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from minqing.errors import TooMany
from minqing.records.address import Address, parse_door
from minqing.records.base import Breach, Record
from minqing.records.fields import field
from minqing.records.values import Kind

MOST = {"units": 40, "floors": 120, "doors_per_floor": 60}
"""More than any building has; a slip of the finger must not propose a million doors."""

SUFFIX = "栋幢座号楼#"


class Building(Record):
    """楼栋: ``exceptions`` lists doors that do not exist (``101``, ``1单元101``, or a floor: ``18层``)."""

    KIND: ClassVar[str] = "building"
    LETTER: ClassVar[str] = "B"
    LABEL: ClassVar[str] = "楼栋"

    estate: str = field("小区", required=True)
    name: str = field("楼栋", aliases=("栋", "幢", "楼号", "楼栋号"), required=True)
    units: int | None = field("单元数", Kind.INTEGER)
    floors: int | None = field("层数", Kind.INTEGER, aliases=("总层数",))
    doors_per_floor: int | None = field("每层户数", Kind.INTEGER)
    exceptions: tuple[str, ...] = field("没有的门牌", Kind.MANY)
    leader: str = field("楼栋长", aliases=("楼长姓名", "楼长"))
    notes: str = field("备注", Kind.LONG)

    @property
    def number(self) -> str:
        """The name as addresses have it: ``3`` for 3, 3栋 and 3号楼."""
        return bare_name(self.name)

    def places(self) -> list[Address]:
        """The doors this building should have, top floor first, unit by unit; without 单元数 it is one stairway."""
        missing = [parse_door(text) for text in self.exceptions]
        return [place for place in self._all_places() if not any(_is_at(place, gone) for gone in missing)]

    def doors(self) -> list[str]:
        """The same doors as people say them: ``3栋2单元501``."""
        return [place.door for place in self.places()]

    def _all_places(self) -> Iterator[Address]:
        units, floors, doors = (min(getattr(self, name) or 0, most) for name, most in MOST.items())
        for unit in [str(number) for number in range(1, units + 1)] or [""]:
            for floor in range(floors, 0, -1):
                for number in range(1, doors + 1):
                    yield Address(
                        estate=self.estate,
                        building=self.number,
                        unit=unit,
                        floor=str(floor),
                        room=f"{floor}{number:02d}",
                    )

    def breaches(self) -> list[Breach]:
        found = super().breaches()
        for name, most in MOST.items():
            if (getattr(self, name) or 0) > most:
                found.append(Breach(name, TooMany(type(self).fields()[name].label, most)))
        return found


def bare_name(name: str) -> str:
    """``3`` for 3, 3栋, 三幢 and 3号楼."""
    plain = name.strip().rstrip(SUFFIX) or name.strip()
    return parse_door(f"{plain}栋").building or plain


def _is_at(place: Address, gone: Address) -> bool:
    """Whether ``place`` is the door, or lies on the floor, that ``gone`` names."""
    if (gone.unit and gone.unit != place.unit) or not (gone.room or gone.floor):
        return False
    return gone.room == place.room if gone.room else gone.floor == place.floor
