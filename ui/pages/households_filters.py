"""The row above the table of households: chips, the building, the grid, the care group, and the search line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.pages.base import Listing
from ui.pages.households_lines import FILTERS, Line, Overview
from ui.widgets.chips import FilterButton, FilterChip, ListingChip
from ui.widgets.find_line import FindLine
from ui.widgets.flow import FlowLayout


class HouseholdFilters(QWidget):
    """``changed`` when other lines are wanted, ``search_wanted(text)`` when typing has paused, ``left`` after Enter."""

    changed = Signal()
    search_wanted = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listing: Listing | None = None
        self._found: frozenset[str] | None = None
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.chips: dict[str, FilterChip] = {}
        self.only = ListingChip(self.clear)
        self._chips = QWidget()
        chips = FlowLayout(self._chips, gap=8)
        chips.addWidget(self.only)
        for one in FILTERS:
            chip = FilterChip(one.text, shape=one.shape, tone=one.tone, key=one.key)
            chip.clicked.connect(self._chooser(one.key))
            self.chips[one.key] = chip
            chips.addWidget(chip)
        self.chips["all"].setChecked(True)
        self._lines.addWidget(self._chips)
        self._narrowing = QWidget()
        across = self._across = QHBoxLayout(self._narrowing)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addStretch(1)
        self.building, self.grid, self.group = (FilterButton(name, []) for name in ("楼栋", "网格", "人群"))
        tips = ("只看一栋", "只看一个网格", "只看有这一类重点人群的家庭")
        for button, tip in zip((self.building, self.grid, self.group), tips, strict=True):
            button.setToolTip(tip)
            button.changed.connect(self.changed)
            across.addWidget(button)
        across.addWidget(self._search_line(), 20)
        across.addStretch(1)
        self._lines.addWidget(self._narrowing, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._chips.sizeHint().width() + self._lines.spacing() + self._narrowing.minimumSizeHint().width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        fits = needed <= self.width()
        self._lines.setDirection(beside if fits else below)
        self._across.setStretch(0, int(fits))
        self._across.setStretch(self._across.count() - 1, int(not fits))

    def _search_line(self) -> FindLine:
        self.search = FindLine("在表里找", placeholder="在表里找：姓名、门牌、电话", width=(120, 230))
        self.search.setToolTip("在表里找：姓名、拼音、门牌、电话（Ctrl+F）")
        self.search.settled.connect(self.look_up)
        self.search.left.connect(self.left)
        return self.search

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.choose(key)

    def choose(self, key: str) -> None:
        """Choose one of the chips."""
        for name, chip in self.chips.items():
            chip.setChecked(name == key)
        self.changed.emit()

    def offer(self, found: Overview) -> None:
        """Show how many each chip would leave, and what can be narrowed to."""
        for key, number in found.counts.items():
            self.chips[key].set_count(number)
        self.building.set_choices([(name, f"{name}栋") for name in found.buildings])
        self.grid.set_choices([(name, name) for name in found.grids])
        self.group.set_choices([(name, name) for name in found.groups])

    def look_up(self) -> None:
        """Ask for what is typed in the search line; a blank line finds everything."""
        text = self.search.text().strip()
        if text:
            self.search_wanted.emit(text)
        else:
            self.set_found(None)

    def set_found(self, found: frozenset[str] | None) -> None:
        """Leave only these households, unless the line was emptied meanwhile."""
        self._found = found if self.search.text().strip() else None
        self.changed.emit()

    def set_listing(self, listing: Listing) -> None:
        """Show only what another page asks for, whatever was filtered before."""
        self.clear()
        self._listing = listing
        self.only.show_title(listing.title)
        self.changed.emit()

    def clear(self) -> None:
        """Want everything again."""
        self._listing = None
        self.only.show_title("")
        self.search.clear()
        self._found = None
        for button in (self.building, self.grid, self.group):
            button.set_value("")
        self.choose("all")

    def wanted(self, lines: Sequence[Line]) -> Sequence[Line]:
        """The lines that no filter takes out; each filter that is set goes over them once."""
        shown = lines
        chip = next(one for one in FILTERS if self.chips[one.key].isChecked())
        building, grid, group = self.building.value, self.grid.value, self.group.value
        if chip.key != "all":
            shown = [line for line in shown if chip.keeps(line)]
        if building:
            shown = [line for line in shown if line.file.household.building == building]
        if grid:
            shown = [line for line in shown if line.file.household.grid == grid]
        if group:
            shown = [line for line in shown if group in line.file.care_groups]
        for ids in (self._found, self._listing.ids if self._listing is not None else None):
            if ids is not None:
                shown = [line for line in shown if line.file.household.id in ids]
        return shown

    @property
    def limits(self) -> tuple[str, ...]:
        """What the table is limited to now, in words."""
        chip = next(one.text for one in FILTERS if self.chips[one.key].isChecked())
        search = self.search.text().strip() if self._found is not None else ""
        words = (
            self._listing.title if self._listing else "",
            chip if chip != "全部" else "",
            f"{self.building.value}栋" if self.building.value else "",
            self.grid.value,
            self.group.value,
            f"找“{search}”" if search else "",
        )
        return tuple(word for word in words if word)
