"""The elevation as a table: a row for each floor, a column for each door of a stairway; and moving about in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from minqing.work.elevation import Door, Elevation
from ui.translation import shown
from ui.widgets.paint import Tone

DOOR_ROLE = Qt.ItemDataRole.UserRole + 1
_LETTERS = {
    "低保边缘": "边",
    "失能老人": "护",
    "留守儿童": "童",
    "退役军人": "军",
    "大病患者": "病",
    "失业人员": "业",
    "社区矫正": "矫",
    "刑满释放": "释",
    "留守妇女": "妇",
}
"""One letter for each care group; all others take their first."""
RENT_LETTER = "租"
Spot = tuple[int, int]
_Index = QModelIndex | QPersistentModelIndex


def letter_of(group: str) -> str:
    """The letter on the tag of a care group; in another language the first letters of its words."""
    words = shown(group)
    if words == group:
        return _LETTERS.get(group, group[:1])
    parts = words.replace("-", " ").split()
    return "".join(part[0].upper() for part in parts[:3]) if len(parts) > 1 else words[:2]


def tags_of(door: Door) -> list[tuple[str, str, Tone]]:
    """The tags at a door: letter, what it means, and whether it is a care group (information) or a plain mark."""
    tags = [(letter_of(group), group, Tone.INFO) for group in door.care_groups]
    return [*tags, (RENT_LETTER, "出租", Tone.NEUTRAL)] if door.rented else tags


def spoken_door(door: Door) -> str:
    """All that the cell shows, in words."""
    parts = [f"{door.door or door.number} {door.name}", door.state_word]
    if door.days is not None:
        parts.append("今天走访过" if door.days == 0 else f"{door.days} 天前走访")
    if door.not_met:
        parts.append(f"上次{door.not_met}")
    if door.open_appeals:
        parts.append(f"未结诉求 {len(door.open_appeals)} 件")
    parts += [meaning for _, meaning, _ in tags_of(door)]
    parts += [reason for home in door.homes if home.due for reason in home.due.reasons]
    return "，".join(dict.fromkeys(parts))


class ElevationModel(QAbstractTableModel):
    """Doors in their places; a place without a door cannot be reached."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.building: Elevation | None = None

    def set_building(self, building: Elevation | None) -> None:
        """Show another building, or the same as it is now."""
        self.beginResetModel()
        self.building = building
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return len(self.building.floors) if self.building and not parent.isValid() else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return len(self.building.columns) if self.building and not parent.isValid() else 0

    def door(self, index: _Index) -> Door | None:
        """The door at ``index``, None where there is none."""
        if self.building is None or not index.isValid():
            return None
        return self.building.at(index.row(), index.column())

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        door = self.door(index)
        if door is None:
            return None
        if role == DOOR_ROLE:
            return door
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{door.number} {door.name}"
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return shown(spoken_door(door))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.building is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Horizontal and section < len(self.building.columns):
            unit, column = self.building.columns[section]
            return shown(f"{unit.label} {column}")
        if orientation == Qt.Orientation.Vertical and section < len(self.building.floors):
            return shown(floor_word(self.building.floors[section]))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.door(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def find(self, key: str) -> QModelIndex:
        """Where the door with that key is; an invalid index when it is not in this building."""
        if self.building is not None and key:
            for row in range(self.rowCount()):
                for column in range(self.columnCount()):
                    door = self.building.at(row, column)
                    if door is not None and door.key == key:
                        return self.index(row, column)
        return QModelIndex()


def floor_word(floor: int | None) -> str:
    """``7 层``, ``负1 层``; 其他 for doors whose floor is not known. The space holds both together."""
    return "其他" if floor is None else f"{floor}\u00a0层".replace("-", "负")


class Moves:
    """Where a key leads from a door; every answer is a place with a door, the same place when there is no way."""

    def __init__(self, building: Elevation) -> None:
        self._rows, self._columns = len(building.floors), len(building.columns)
        self._there = {
            (row, column)
            for row in range(self._rows)
            for column in range(self._columns)
            if building.at(row, column) is not None
        }
        self._units: list[list[int]] = []
        for number, (unit, _) in enumerate(building.columns):
            if number == 0 or building.columns[number - 1][0].name != unit.name:
                self._units.append([])
            self._units[-1].append(number)

    def first(self) -> Spot | None:
        """The first door of the top floor."""
        return min(self._there, default=None)

    def last(self) -> Spot | None:
        """The last door of the lowest floor."""
        return max(self._there, default=None)

    def step(self, spot: Spot, down: int, right: int) -> Spot:
        """The nearest door in a direction."""
        return next(iter(self._along(spot, down, right)), spot)

    def jump(self, spot: Spot, down: int, right: int) -> Spot:
        """The farthest door in a direction."""
        return next(reversed(self._along(spot, down, right)), spot)

    def unit(self, spot: Spot, right: int) -> Spot:
        """The door in the same place of the next unit, or the one nearest to it on another floor."""
        here = next(number for number, columns in enumerate(self._units) if spot[1] in columns)
        beyond = here + right
        if not 0 <= beyond < len(self._units):
            return spot
        place = self._units[here].index(spot[1])
        near = [one for one in self._there if one[1] in self._units[beyond]]
        wanted = self._units[beyond][min(place, len(self._units[beyond]) - 1)]
        return min(near, key=lambda one: (abs(one[0] - spot[0]), abs(one[1] - wanted), one), default=spot)

    def _along(self, spot: Spot, down: int, right: int) -> list[Spot]:
        row, column = spot
        found = []
        while 0 <= row < self._rows and 0 <= column < self._columns:
            if (row, column) != spot and (row, column) in self._there:
                found.append((row, column))
            row, column = row + down, column + right
        return found
