"""The row above the elevation: which doors are meant, and what the shapes mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from minqing.work.elevation import Door, State
from minqing.work.walking import FILTERS, Filter, care_filters, filter_of
from ui import theme
from ui.icons import IconLabel
from ui.widgets.chips import FilterButton, FilterChip, seal
from ui.widgets.elevation_paint import STATE_LOOKS
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import Tone
from ui.widgets.text import label

_LOOKS = {
    "all": ("", Tone.NEUTRAL, "本栋所有的门"),
    "overdue": ("tri", Tone.WARN, "超过 90 天没有见到人，或约好的日子、重点人群该走访的日子已过"),
    "never": ("ring", Tone.NEUTRAL, "登记了，还没有见过面"),
    "appeals": ("sq", Tone.BAD, "有没有办结的诉求"),
    "rent": ("", Tone.NEUTRAL, "房屋性质是出租"),
}
_LEGEND = (State.RECENT, State.WITHIN, State.OVERDUE, State.NEVER, State.EMPTY)


def legend(icon: str, words: str, colour: str) -> QWidget:
    """A shape with its meaning in small type."""
    return _pair(IconLabel(icon, colour=colour, size=12), words)


def _pair(mark: QWidget, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(words, size=12, colour=theme.INK2))
    return holder


class FilterRow(QWidget):
    """``changed(filter)`` when other doors are meant."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        holder = QWidget()
        flow = FlowLayout(holder, gap=8)
        self.chips: dict[str, FilterChip] = {}
        for one in FILTERS:
            shape, tone, hint = _LOOKS[one.key]
            self._add(FilterChip(one.text, shape=shape, tone=tone, key=one.key), hint, flow)
        self.care = FilterChip("重点人群", key="")
        self.care.clicked.connect(lambda: self.choose(self.care.key))
        flow.addWidget(self.care)
        self.others = FilterButton("人群", [], unset="更多")
        self.others.setToolTip("只看住着这类人群的门")
        self.others.changed.connect(self._other_chosen)
        flow.addWidget(self.others)
        across.addWidget(holder, 1)
        self._legend = self._make_legend()
        across.addWidget(self._legend)
        self._key = "all"
        self._show()

    def _add(self, chip: FilterChip, hint: str, flow: FlowLayout) -> None:
        chip.setToolTip(hint)
        chip.clicked.connect(self._chooser(chip.key))
        self.chips[chip.key] = chip
        flow.addWidget(chip)

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.choose(key)

    def _make_legend(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for state in _LEGEND:
            look = STATE_LOOKS[state]
            row.addWidget(legend(f"state-{look.shape}", str(state), look.ink))
        row.addWidget(_pair(seal("2", square=True), "未结诉求"))
        return holder

    def set_legend(self, *, visible: bool) -> None:
        """Show what the shapes mean, or leave the room to the filters."""
        self._legend.setVisible(visible)

    @property
    def filter(self) -> Filter:
        """Which doors are meant."""
        return filter_of(self._key)

    def choose(self, key: str) -> None:
        """Mean other doors."""
        changed = key != self._key
        self._key = key or "all"
        self._show()
        if changed:
            self.changed.emit(self.filter)

    def _other_chosen(self, key: str) -> None:
        if key and key != self._key:
            self.choose(key)
        elif not key and self._key not in {*self.chips, self.care.key}:
            self.choose("all")

    def set_doors(self, doors: Sequence[Door]) -> None:
        """Count the doors of a building."""
        for one in FILTERS:
            self.chips[one.key].set_count(sum(map(one.keeps, doors)))
        groups = care_filters(doors)
        self.care.setVisible(bool(groups))
        if groups:
            first, count = groups[0]
            self.care.key = first.key
            self.care.setText(first.text)
            self.care.setToolTip(f"住着{first.text}的门")
            self.care.set_count(count)
        self.others.set_choices([(one.key, f"{one.text} {count}") for one, count in groups[1:]])
        self.others.setVisible(len(groups) > 1)
        if self._key not in {*self.chips, *(one.key for one, _ in groups)}:
            self._key = "all"
        self._show()

    def _show(self) -> None:
        for key, chip in self.chips.items():
            chip.setChecked(key == self._key)
        self.care.setCheckable(True)
        self.care.setChecked(self._key == self.care.key)
        other = self._key not in {*self.chips, self.care.key}
        self.others.set_value(self._key if other else "")
