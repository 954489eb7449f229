"""A moment that a sheet writes in three columns: the day, the hour (时) and the minute (分)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from minqing.forms.files.grid import Cell, cell_text
from minqing.forms.form import SLOTS
from minqing.records.fields import Composite
from minqing.records.values import Kind

_HOURS = frozenset({"时", "小时", "点", "几时", "时(24小时制)", "时间发生的小时"})
_MINUTES = frozenset({"分", "分钟", "几分", "时间发生的分钟"})
_DAYS = frozenset({"日期", "年月日", "日", "年/月/日"})
_FIGURES = re.compile(r"(\d{1,2})(?:\.0+)?\s*(?:时|点|分|小时|分钟)?")
_AGAIN = re.compile(r"[(（]\d+[)）]$")
"""What tells a second 时 apart from the first: 时（2）."""
_HAS_CLOCK = re.compile(r"\d\s*[:：时点]\s*\d|\d\s*[时点]$")


def clock_beside(labels: Sequence[str], position: int) -> tuple[int, ...]:
    """The positions of 时, and of 分 if there is one, right after ``position``; empty where there is no 时."""
    if position + 1 >= len(labels) or _last(labels[position + 1]) not in _HOURS:
        return ()
    if position + 2 < len(labels) and _last(labels[position + 2]) in _MINUTES:
        return position + 1, position + 2
    return (position + 1,)


def is_clock_label(label: str) -> bool:
    """Whether a label (normalised) is that of an hour or a minute beside a day."""
    return _last(label) in _HOURS | _MINUTES


def moment_of(slot: str, attribute: str) -> Composite | None:
    """The field that keeps the day ``attribute`` together with its hour, or that is it; None where no hour is kept."""
    return next(
        (one for one in SLOTS[slot].COMPOSITES if one.kind is Kind.DATE and attribute in (one.name, one.parts[0])),
        None,
    )


def without_day(labels: Sequence[str]) -> list[str]:
    """Labels of which ``发生时间/日期`` before ``发生时间/时`` is told by its parent alone."""
    found = list(labels)
    for position, label in enumerate(labels):
        parent, _, last = label.rpartition("/")
        if parent and last in _DAYS and clock_beside(labels, position):
            found[position] = parent
    return found


def _last(label: str) -> str:
    return _AGAIN.sub("", label.rsplit("/", 1)[-1])


def with_clock(day: Cell, clock: Sequence[Cell]) -> Cell:
    """The day's cell with its hour and minute; as it is when there is no hour, or when it tells the time itself.

    What is no hour or minute is put behind the day as it was typed, so that reading it tells what is wrong.
    """
    if day is None or not clock or clock[0] is None:
        return day
    if isinstance(day, datetime) and day.time() != time.min:
        return day
    if isinstance(day, str) and _HAS_CLOCK.search(day):
        return day
    hour, minute = _number(clock[0]), _number(clock[1]) if len(clock) > 1 and clock[1] is not None else 0
    if hour is None or minute is None or hour > 23 or minute > 59:
        return f"{cell_text(day)} {':'.join(cell_text(cell) for cell in clock if cell is not None)}"
    if isinstance(day, date):
        return datetime(day.year, day.month, day.day, hour, minute)
    if isinstance(day, int | float) and not isinstance(day, bool) and day < 1_000_000:
        return int(day) + (hour * 60 + minute) / 1440
    return f"{cell_text(day).strip()} {hour:02}:{minute:02}"


def _number(cell: Cell) -> int | None:
    found = _FIGURES.fullmatch(cell_text(cell).strip())
    return int(found[1]) if found else None
