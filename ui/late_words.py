"""What is said of sheets that came late, and of those that are overdue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from minqing.exchange.partners.roll import Absent, RollEntry


def day_words(day: date) -> str:
    """``11月20日``."""
    return f"{day.month}月{day.day}日"


def standing_words(one: RollEntry) -> str:
    """``新交``, or ``迟交 3 天`` for one that came after its day."""
    return f"迟交 {one.late} 天" if one.late else one.standing.value


def missing_words(one: Absent) -> str:
    """``未交``, or ``逾期未交 3 天``."""
    return f"逾期未交 {one.overdue} 天" if one.overdue else "未交"
