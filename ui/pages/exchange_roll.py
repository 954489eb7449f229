"""花名册: who sent which sheet of those that are taken in together, what was left out and why, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from minqing.exchange.plan import VERDICT_WORDS
from ui import theme
from ui.widgets.paint import Badge, Tone
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label

if TYPE_CHECKING:
    from minqing.exchange.partners.roll import Absent, Roll, RollEntry

_NEW = "新交"
_MISSING = "未交"
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


def roll_lines(roll: Roll) -> list[RollLine]:
    """First who is missing and what needs a look, then the rest in the order in which it was read."""
    lines = [_missing(one) for one in roll.absent]
    entries = sorted(roll.entries, key=lambda one: one.standing.value == _NEW)
    return lines + [_entry(one) for one in entries]


def roll_words(roll: Roll) -> str:
    """``已交 3 家 · 未交 1 家 · 没有并入 2 份``."""
    words = [f"已交 {len(roll.senders):,} 家", f"未交 {len({one.sender for one in roll.absent}):,} 家"]
    if roll.left_out:
        words.append(f"没有并入 {len(roll.left_out):,} 份")
    return " · ".join(words)


def _missing(one: Absent) -> RollLine:
    last = f"上次交的是 {one.last_period or '全部时段'}，{one.last_on.month}月{one.last_on.day}日"
    return RollLine(one.sender, _MISSING, "", one.form, one.period, "", "", last)


def _entry(one: RollEntry) -> RollLine:
    counts = " ".join(f"{word} {one.counts[key]:,}" for key, word in VERDICT_WORDS.items() if one.counts[key])
    rows = f"{one.rows:,}" if one.sheet else ""
    return RollLine(one.sender, one.standing.value, one.file, one.form, one.period, rows, counts, one.why)


class RollView(QWidget):
    """The roll as a table, with one line of sums below."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: RecordTable[RollLine] = RecordTable(
            _COLUMNS, name="花名册", key=lambda one: (one.sender, one.file, one.form)
        )
        column.addWidget(self.table, 1)
        self.words = label(size=13, colour=theme.INK2)
        self.words.setContentsMargins(14, 8, 14, 8)
        column.addWidget(self.words)

    def show_roll(self, roll: Roll) -> None:
        """Show who reported and who did not."""
        self.table.set_records(roll_lines(roll))
        self.words.setText(roll_words(roll))


_COLUMNS: tuple[Column[RollLine], ...] = (
    Column("报送人", lambda one: one.sender, width=132, strong=lambda one: True, tooltip=lambda one: one.sender),
    Column("情况", lambda one: one.standing, width=84, badge=lambda one: _BADGES[one.standing]),
    Column("文件", lambda one: one.file, stretch=1, tooltip=lambda one: one.file),
    Column("表样", lambda one: one.form, width=104, tooltip=lambda one: one.form),
    Column("时段", lambda one: one.period, width=112, muted=True, size=13),
    Column("行数", lambda one: one.rows, width=52, align="right"),
    Column("结果", lambda one: one.result, width=132, size=13, tooltip=lambda one: one.result),
    Column("说明", lambda one: one.why, stretch=1, muted=True, size=13, tooltip=lambda one: one.why),
)
