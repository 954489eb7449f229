"""花名册: who sent which sheet of those that are taken in together, what was left out and why, and who is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing.actions.deadlines import DEFAULT
from minqing.exchange.partners.due_days import USUAL
from minqing.exchange.plan import VERDICT_WORDS
from ui import theme
from ui.late_words import day_words, missing_words, standing_words
from ui.widgets.chips import FilterButton
from ui.widgets.paint import Badge, Tone
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label

if TYPE_CHECKING:
    from minqing.exchange.partners.roll import Absent, Roll, RollEntry

_NEW = "新交"
_MISSING = "未交"
_RULED = 3
"""Of more dated forms than this the days are set on the command line: the line below the table has no more room."""
_BADGES = {
    _NEW: Badge(_NEW, Tone.GOOD, "check"),
    "重复": Badge("重复", Tone.NEUTRAL, "ring"),
    "旧表": Badge("旧表", Tone.WARN, "tri"),
    "别处的": Badge("别处的", Tone.WARN, "tri"),
    "读不了": Badge("读不了", Tone.WARN, "tri"),
    _MISSING: Badge(_MISSING, Tone.WARN, "tri"),
}


@dataclass(frozen=True)
class RollLine:
    """One sheet that came, or one that did not."""

    sender: str
    standing: str
    file: str
    form: str
    period: str
    rows: str
    result: str
    why: str
    badge: Badge


def roll_lines(roll: Roll) -> list[RollLine]:
    """First who is missing and what needs a look, then the rest in the order in which it was read."""
    lines = [_missing(one) for one in roll.absent]
    entries = sorted(roll.entries, key=lambda one: one.standing.value == _NEW and not one.late)
    return lines + [_entry(one) for one in entries]


def roll_words(roll: Roll) -> str:
    """``已交 3 家 · 未交 1 家 · 没有并入 2 份``."""
    late = f"（迟交 {len(roll.late):,} 家）" if roll.late else ""
    overdue = {one.sender for one in roll.absent if one.overdue}
    words = [
        f"已交 {len(roll.senders):,} 家{late}",
        f"未交 {len({one.sender for one in roll.absent}):,} 家" + (f"（逾期 {len(overdue):,} 家）" if overdue else ""),
    ]
    if roll.left_out:
        words.append(f"没有并入 {len(roll.left_out):,} 份")
    return " · ".join(words)


def _missing(one: Absent) -> RollLine:
    last = f"上次交的是 {one.last_period or '全部时段'}，{day_words(one.last_on)}"
    why = f"{last}；应在 {day_words(one.due)} 交" if one.due else last
    standing = missing_words(one)
    badge = Badge(standing, Tone.BAD, "tri") if one.overdue else _BADGES[_MISSING]
    return RollLine(one.sender, standing, "", one.form, one.period, "", "", why, badge)


def _entry(one: RollEntry) -> RollLine:
    counts = " ".join(f"{word} {one.counts[key]:,}" for key, word in VERDICT_WORDS.items() if one.counts[key])
    rows = f"{one.rows:,}" if one.sheet else ""
    standing = standing_words(one)
    badge = Badge(standing, Tone.WARN, "tri") if one.late else _BADGES[standing]
    late = f"文件是 {day_words(one.handed_in)} 的，应在 {day_words(one.due)} 交" if one.late and one.due else ""
    why = "；".join(part for part in (late, one.why) if part)
    return RollLine(one.sender, standing, one.file, one.form, one.period, rows, counts, why, badge)


class _DueDays(QWidget):
    """By which day the sheets of each form are due; ``chosen(form, rule)`` fires when another is chosen."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 14, 0)
        self._row.setSpacing(8)
        self.buttons: dict[str, FilterButton] = {}

    def show_rules(self, rules: Mapping[str, str]) -> None:
        """Offer one button for each form that is due by a day."""
        shown = dict(list(rules.items())[:_RULED])
        for form in self.buttons.keys() - shown.keys():
            gone = self.buttons.pop(form)
            gone.hide()
            gone.deleteLater()
        for form, rule in shown.items():
            button = self.buttons.get(form) or self._button(form)
            button.setText("交表日" if len(shown) == 1 else f"{form} 交表日")
            button.blockSignals(True)
            button.set_choices([(text, text) for text in dict.fromkeys((*map(str, USUAL), rule))])
            button.set_value(rule)
            button.blockSignals(False)

    def _button(self, form: str) -> FilterButton:
        button = FilterButton("交表日", [], unset="默认")
        button.setToolTip(f"“{form}”每一期最迟哪一天交；改了就记住，可以撤销。晚于这一天算迟交，还没交的算逾期")
        button.changed.connect(partial(self._choose, form))
        self.buttons[form] = button
        self._row.addWidget(button)
        return button

    def _choose(self, form: str, rule: str) -> None:
        self.chosen.emit(form, rule or DEFAULT)


class RollView(QWidget):
    """The roll as a table, with one line below: the sums, and by which day sheets are due.

    ``due_chosen(form, rule)`` fires when somebody sets that day.
    """

    due_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: RecordTable[RollLine] = RecordTable(
            _COLUMNS, name="花名册", two_lines=True, key=lambda one: (one.sender, one.file, one.form)
        )
        column.addWidget(self.table, 1)
        self.words = label(size=13, colour=theme.INK2)
        self.words.setContentsMargins(14, 8, 14, 8)
        foot = QHBoxLayout()
        foot.addWidget(self.words, 1)
        self.days = _DueDays()
        self.days.chosen.connect(self.due_chosen)
        foot.addWidget(self.days)
        column.addLayout(foot)

    def show_roll(self, roll: Roll) -> None:
        """Show who reported and who did not."""
        self.table.set_records(roll_lines(roll))
        self.words.setText(roll_words(roll))
        self.days.show_rules(roll.rules)


_COLUMNS: tuple[Column[RollLine], ...] = (
    Column("报送人", lambda one: one.sender, width=132, strong=lambda one: True, tooltip=lambda one: one.sender),
    Column("情况", lambda one: one.standing, width=128, badge=lambda one: one.badge),
    Column("文件", lambda one: one.file, stretch=1, tooltip=lambda one: one.file),
    Column("表样", lambda one: one.form, width=104, tooltip=lambda one: one.form),
    Column("时段", lambda one: one.period, width=112, muted=True, size=13),
    Column("行数", lambda one: one.rows, width=52, align="right"),
    Column("结果", lambda one: one.result, width=132, size=13, tooltip=lambda one: one.result),
    Column("说明", lambda one: one.why, stretch=2, muted=True, size=13, tooltip=lambda one: one.why, wrap=True),
)
