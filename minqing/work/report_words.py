"""A report's figures in words and digits, the same on the page, in the workbook and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from minqing.work.definitions import WEEKDAYS, Definitions, Hours
from minqing.work.hours import CLOSES, OPENS
from minqing.work.report import CategoryLine, Count, Rate, Report

UP, DOWN, LEVEL = 1, -1, 0
MOST_CATEGORIES: Final = 7
_HOURS: Mapping[Hours, str] = {
    Hours.CLOCK: "24 小时内",
    Hours.WORKDAY: "24 小时内（节假日不计时）",
    Hours.WORKING: "24 个工作小时内",
}


@dataclass(frozen=True)
class Figure:
    """One figure: ``number`` and ``unit`` large, ``beside`` the fraction, ``change`` against the days before.

    ``trend`` is UP, DOWN, LEVEL, or None when there is nothing to compare with.
    """

    key: str
    label: str
    number: str
    unit: str
    beside: str
    definition: str
    trend: int | None
    change: str

    @property
    def spoken(self) -> str:
        """The whole figure as one sentence."""
        said = {UP: f"，增加 {self.change}", DOWN: f"，减少 {self.change}", LEVEL: "，持平", None: ""}[self.trend]
        return f"{self.label} {self.number}{self.unit}，{self.beside}{said}。{self.definition}"


def figures(found: Report) -> tuple[Figure, ...]:
    """The six figures of the strip."""
    rules, word = found.definitions, found.window.word
    return (
        _count("visits", "走访户次", found.visits, "户次", f"敲一次门算一次，其中未见面 {found.not_met:,} 次"),
        _rate("covered", "覆盖率", found.covered, "户", coverage_rule(rules, word)),
        _count("appeals", "新增诉求", found.appeals, "件", f"按登记日期算，{word}登记的"),
        _rate("settled", "办结率", found.settled, "件", settled_rule(rules, word)),
        _rate("prompt", "24 小时办结", found.prompt, "件", prompt_rule(rules)),
        _rate("satisfied", "满意率", found.satisfied, "件", satisfied_rule(rules)),
    )


def _count(key: str, label: str, count: Count, unit: str, definition: str) -> Figure:
    trend, change = _change(count.now - count.before)
    return Figure(key, label, f"{count.now:,}", "", unit, definition, trend, change)


def _rate(key: str, label: str, rate: Rate, unit: str, definition: str) -> Figure:
    now, before = rate.now.percent, rate.before.percent
    beside = f"{rate.now.part:,} / {rate.now.whole:,} {unit}"
    if now is None:
        return Figure(key, label, "—", "", beside, definition, None, "")
    trend, change = (None, "") if before is None else _change(now - before, " 点")
    return Figure(key, label, f"{now}", "%", beside, definition, trend, change)


def _change(difference: int, unit: str = "") -> tuple[int, str]:
    if not difference:
        return LEVEL, "持平"
    return (UP if difference > 0 else DOWN), f"{abs(difference):,}{unit}"


def coverage_rule(rules: Definitions, word: str = "本月") -> str:
    """What 覆盖率 is a part of what."""
    done = "走访过" if rules.knock_counts else "见过面"
    return f"{word}{done}的户 ÷ 在册户{'' if rules.vacant_counts else '（不含空置）'}"


def settled_rule(rules: Definitions, word: str = "本月") -> str:
    """The same for 办结率."""
    return f"{word}登记、已经办结的{'' if rules.waiting_counts else '（待回访不算）'} ÷ {word}登记"


def prompt_rule(rules: Definitions) -> str:
    """The same for 24 小时办结."""
    return f"登记起 {_HOURS[rules.hours]}办结 ÷ {'全部登记' if rules.prompt_of_all else '已办结'}"


def prompt_notes(rules: Definitions) -> str:
    """What else is to be said of the 24 hours: when people work, and what stands without a time of day."""
    work = f"工作时间是工作日 {OPENS:%H:%M}–{CLOSES:%H:%M}。" if rules.hours is Hours.WORKING else ""
    days = "第三个工作日" if rules.hours is Hours.WORKING else "第二天"
    near = f"{days}办结也算" if rules.next_day_counts else f"{days}办结不算"
    return f"{work}没有记钟点的按日期算，{near}。"


def satisfied_rule(rules: Definitions) -> str:
    """The same for 满意率."""
    good = "满意和基本满意" if rules.mostly_counts else "满意"
    return f"{good} ÷ 已回访{'（含未评价）' if rules.unrated_counts else ''}"


def weekday_rule(rules: Definitions) -> str:
    """``每周从周五起``."""
    return f"每周从{WEEKDAYS[rules.first_weekday]}起"


def never_words(found: Report) -> str:
    """Where most of those never visited live: ``7栋、8栋占了一半``; blank where there is nothing to say."""
    half = found.never_half()
    if not half or len(half) > 3 or len(half) == len(found.buildings):
        return ""
    share = "全部" if len(half) == sum(bool(line.never) for line in found.buildings) else "一半"
    return f"都在{'、'.join(half)}" if share == "全部" else f"{'、'.join(half)}占了一半"


def vital_few(categories: tuple[CategoryLine, ...]) -> int:
    """How many of the largest categories make up 80 % of all appeals."""
    whole = categories[-1].running.whole if categories else 0
    return next(
        (number for number, line in enumerate(categories, 1) if 100 * line.running.part >= 80 * whole), len(categories)
    )


def charted(categories: tuple[CategoryLine, ...], most: int = MOST_CATEGORIES) -> tuple[CategoryLine, ...]:
    """As many categories as a chart has room for; the smallest are taken together as ``其余 4 类``."""
    if len(categories) <= most:
        return categories
    rest = categories[most - 1 :]
    together = tuple(one for line in rest for one in line.appeals)
    return (*categories[: most - 1], CategoryLine(f"其余 {len(rest)} 类", together, rest[-1].running))
