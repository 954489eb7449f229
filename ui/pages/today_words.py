"""What 今日 says of a task and of the week: headings, remarks, badges, the verb of its button, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.work.plan import Plan
from minqing.work.spans import week_number
from minqing.work.tasks import Sort, Task
from minqing.work.today import RECENT, Today, Unsent
from ui.widgets.bars import Bar
from ui.widgets.figures import Figure
from ui.widgets.paint import Badge, Tone, seal_badge

WEEKDAYS = "一二三四五六日"
URGENT, DOORS = "urgent", "doors"
ORDERS = ((URGENT, "紧急程度"), (DOORS, "门牌顺序"))
FEW = 14
"""So few tasks are all shown; of more, each group shows its first three."""
FIRST = 3
_ELSEWHERE = "其他"
_LOOKS = {
    Sort.BACK: ("back", Tone.INFO),
    Sort.LATE: ("sq", Tone.BAD),
    Sort.KNOCK: ("tri", Tone.WARN),
    Sort.RETRY: ("dia", Tone.NEUTRAL),
    Sort.NEW: ("plus", Tone.GOOD),
    Sort.REPORT: ("up", Tone.INFO),
}
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Head:
    """A line above some tasks; ``folded`` of them are not shown. ``foldable`` ones can be opened and closed."""

    key: str
    title: str
    count: int
    note: str = ""
    shape: str = ""
    tone: Tone = Tone.NEUTRAL
    folded: int = 0
    foldable: bool = False

    @property
    def more(self) -> str:
        """The words of its link."""
        return (f"其余 {self.folded:,} 项" if self.folded else "收起") if self.foldable else ""


Entry = Head | Task


def entries(tasks: Sequence[Task], plan: Plan, *, order: str, opened: Iterable[str]) -> list[Entry]:
    """The lines of the list: tasks under the heads of their sorts, or of their buildings in walking order."""
    groups: dict[str, list[Task]] = {}
    if order == DOORS:
        walked = sorted(tasks, key=lambda task: (not task.household, task.order))
        for task in walked:
            groups.setdefault(f"{task.building}栋" if task.building else _ELSEWHERE, []).append(task)
    else:
        for task in tasks:
            groups.setdefault(task.sort, []).append(task)
    found: list[Entry] = []
    for key, some in groups.items():
        most = len(some) if order == DOORS or len(tasks) <= FEW else FIRST
        shown = some if key in set(opened) else some[:most]
        foldable = len(some) > most
        shape, tone = _LOOKS[some[0].sort] if order == URGENT else ("", Tone.NEUTRAL)
        note = _note(some[0].sort, plan) if order == URGENT else ""
        found.append(Head(key, key, len(some), note, shape, tone, len(some) - len(shown), foldable))
        found += shown
    return found


def _note(sort: Sort, plan: Plan) -> str:
    return {
        Sort.BACK: f"办结后 {plan.back} 日内回访",
        Sort.LATE: "请先向住户说明进展",
        Sort.KNOCK: "重点人群各按间隔见一面",
        Sort.RETRY: "换个时段再敲一次",
        Sort.NEW: f"登记后 {plan.newcomers} 日内上门",
        Sort.REPORT: f"每 {plan.report} 天报一次",
    }[sort]


VERBS = _EXPORT, _LOOK, _CALL, _VISIT = ("去导出", "看诉求", "记回访", "记走访")


def verb(task: Task) -> str:
    """What Enter does, one of ``VERBS``."""
    if task.sort is Sort.REPORT:
        return _EXPORT
    if task.sort is Sort.LATE:
        return _LOOK
    return _CALL if task.sort is Sort.BACK and task.appeal else _VISIT


def status_badge(task: Task, on: date) -> Badge:
    """How pressing it is: advice where there is some, else the days."""
    if task.hint:
        return Badge(task.hint, Tone.WARN if task.sort is Sort.KNOCK else Tone.NEUTRAL)
    if task.late > 0:
        return seal_badge(f"超 {task.late:,} 天")
    if task.due_on <= on:
        return Badge("今天到期", Tone.WARN, "tri")
    if task.due_on == on + _ONE_DAY:
        return Badge("明天到期", Tone.NEUTRAL, "ring")
    return Badge(f"{task.due_on.month}月{task.due_on.day}日前")


def label_badge(task: Task) -> Badge | None:
    """The category of its appeal or the care group."""
    return Badge(task.label, Tone.INFO if task.care else Tone.NEUTRAL) if task.label else None


def spoken(task: Task, on: date) -> str:
    """Everything that a row says."""
    parts = (task.sort, task.door, task.name, task.text, task.label, status_badge(task, on).text, verb(task))
    return "，".join(part for part in parts if part)


def day_words(today: Today) -> str:
    """``2026年11月19日 星期四 · 第 47 周``."""
    on = today.on
    day = f"{on.year}年{on.month}月{on.day}日 星期{WEEKDAYS[on.weekday()]}"
    return f"{day} · 第 {week_number(today.week.period)} 周"


def figures(today: Today) -> list[Figure]:
    """The strip of the week."""
    week, plan = today.week, today.plan
    left = plan.homes - week.homes
    percent = week.settled.percent
    worst = f"，最长超 {longest(today)} 天" if week.overdue else ""
    return [
        Figure("本周走访", f"{week.homes:,}", f"/ 目标 {plan.homes:,} 户", stretch=135,
               corner=f"还差 {left:,} 户" if left > 0 else "已达目标",
               tip=f"本周去过的户数，没见到人的也算；其中见到人 {week.met:,} 户"),
        Figure("新增诉求", f"{week.appeals:,}", "件", note=f"上周 {week.appeals_before:,} 件",
               tip="本周登记的诉求"),
        Figure("办结率", "—" if percent is None else str(percent), f"{week.settled.part:,} / {week.settled.whole:,} 件",
               suffix="" if percent is None else "%", note=trend(today)[0],
               tip=f"近 {RECENT} 天登记的诉求里已经办结的；目标 {plan.settled}%，箭头是和一周前比"),
        Figure("超期诉求", f"{week.overdue:,}", "件", bad=week.overdue > 0, tip=f"过了办理期限还没办结的{worst}"),
    ]  # fmt: skip


def longest(today: Today) -> int:
    """By how many working days the worst appeal is late."""
    return max((task.late for task in today.tasks if task.sort is Sort.LATE), default=0)


def trend(today: Today) -> tuple[str, int]:
    """How the rate of appeals done has moved in a week: ``6 个点`` and 1, -1 or 0."""
    now, before = today.week.settled.percent, today.week.settled_before.percent
    if now is None or before is None:
        return "", 0
    moved = now - before
    return (f"{abs(moved)} 个点" if moved else "持平"), (moved > 0) - (moved < 0)


def day_bars(today: Today) -> list[Bar]:
    """The week's days; those to come are dashed."""
    found = []
    for day, homes in today.week.by_day.items():
        name = f"周{WEEKDAYS[day.weekday()]}"
        here = day == today.on
        tip = f"{day.month}月{day.day}日 {name}：走访 {homes:,} 户"
        found.append(
            Bar("今天" if here else name, homes, highlighted=here, future=day > today.on,
                tooltip="" if day > today.on else tip)
        )  # fmt: skip
    return found


def matter_bars(today: Today) -> list[Bar]:
    """The most frequent classes of appeals."""
    return [Bar(name, count, tooltip=f"{name}：近 {RECENT} 天 {count:,} 件") for name, count in today.matters]


def sent_words(unsent: Unsent, on: date) -> tuple[str, str]:
    """How long ago the last sheet went out, and what has come since."""
    since = "还没有上报过" if unsent.sent is None else "今天已上报" if unsent.sent == on else (
        f"距上次上报 {(on - unsent.sent).days} 天")  # fmt: skip
    if not unsent.visits and not unsent.appeals:
        return since, "没有新的走访和诉求要报"
    if unsent.sent is None:
        return since, f"已记走访 {unsent.visits:,} 次、诉求 {unsent.appeals:,} 件"
    return since, f"其间走访 {unsent.visits:,} 次、诉求 {unsent.appeals:,} 件"
