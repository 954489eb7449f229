"""新建楼栋 and 改楼栋: a building's shape, and at once which doors follow from it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from minqing.records.building import Building
from ui import theme
from ui.dialogs.entry_fields import drafted, entry_field
from ui.dialogs.record_drawer import Entry, RecordDrawer
from ui.session import Session
from ui.widgets.form import FormField
from ui.widgets.text import label


def building_fields() -> list[FormField]:
    """The lines of a building; those that give it its shape come first."""
    return [
        entry_field(Building, "estate"),
        entry_field(Building, "name", placeholder="如 3，或 A"),
        entry_field(Building, "units", placeholder="几个单元；没有单元就留空"),
        entry_field(Building, "floors", placeholder="地上几层"),
        entry_field(Building, "doors_per_floor", placeholder="一个单元一层几户"),
        entry_field(
            Building, "exceptions", placeholder="添门牌", hint="没有的门写在这里，如 101、1单元102；18层 是一整层都没有"
        ),
        entry_field(Building, "leader"),
        entry_field(Building, "notes", lines=2),
    ]


class BuildingDrawer(RecordDrawer):
    """The entry of a building with a line that says which doors its shape gives."""

    def __init__(self, window: QWidget, session: Session, entry: Entry) -> None:
        super().__init__(window, session, entry, fields=building_fields())
        self._building = entry.record
        self.doors = label(size=13, colour=theme.INK2, wrap=True)
        self.form.column.insertWidget(5, self.doors)
        self.form.changed.connect(self._count)
        self._count()

    def _count(self) -> None:
        draft, errors = drafted(self._building, self.form.values())
        assert isinstance(draft, Building)
        doors = [] if errors.keys() & {"units", "floors", "doors_per_floor"} else draft.doors()
        if not doors:
            self.doors.setText("填好层数和每层户数，这里会说排出哪些门牌。")
        elif len(doors) == 1:
            self.doors.setText(f"排出 1 个门牌：{doors[0]}。")
        else:
            self.doors.setText(f"自动排出 {len(doors):,} 个门牌：{doors[0]} 至 {doors[-1]}。")
