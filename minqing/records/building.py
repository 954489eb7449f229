"""楼栋 building: units, floors and doors per floor, so that doors can be proposed before anyone is known."""

from __future__ import annotations

from typing import ClassVar

from minqing.records.base import Record
from minqing.records.fields import field
from minqing.records.values import Kind


class Building(Record):
    """楼栋: ``exceptions`` lists doors that do not exist (``101、102``)."""

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

    def doors(self) -> list[str]:
        """The doors this building should have, e.g. ``3栋2单元501``, top floor first, unit by unit."""
        missing = set(self.exceptions)
        return [
            door
            for unit in range(1, (self.units or 0) + 1)
            for floor in range(self.floors or 0, 0, -1)
            for number in range(1, (self.doors_per_floor or 0) + 1)
            if (door := f"{self.name}栋{unit}单元{floor}{number:02d}") not in missing
            and door.split("单元")[1] not in missing
        ]
