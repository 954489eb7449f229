"""What the list of appeals shows of each: whose it is, its state and how far its deadline is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.work.workdays import workdays_between
from ui.widgets.paint import Badge, Tone, seal_badge

_SOON = 1


@dataclass(frozen=True)
class AppealLine:
    """One appeal in the list. ``left`` is the number of working days to its deadline, None when there is none."""

    appeal: Appeal
    door: str
    name: str
    left: int | None
    today: date

    @property
    def state(self) -> str:
        """Its state word."""
        return self.appeal.state or "待受理"

    @property
    def late(self) -> bool:
        """Whether it is 超期."""
        return self.appeal.overdue_on(self.today)


def appeal_lines(ledger: Ledger, today: date) -> list[AppealLine]:
    """All appeals, the overdue first, then by deadline, then the newest."""
    appeals = ledger.records(Appeal)
    found_homes = ledger.get_many({one.household for one in appeals if one.household})
    homes = {key: home for key, home in found_homes.items() if isinstance(home, Household)}
    heads = {one.household: one.name for one in ledger.records(Resident, household=list(homes)) if one.is_head}
    found = [
        AppealLine(
            appeal=one,
            door=homes[one.household].door if one.household in homes else one.place,
            name=heads.get(one.household, one.reporter),
            left=None if one.due_on is None or one.settled else workdays_between(today, one.due_on),
            today=today,
        )
        for one in appeals
    ]
    newest = sorted(found, key=lambda line: (str(line.appeal.registered_on), line.appeal.number), reverse=True)
    return sorted(newest, key=deadline_order)


def deadline_order(line: AppealLine) -> tuple[bool, str]:
    """Sorts open appeals by deadline before those that have none or are settled."""
    waiting = not line.appeal.settled and line.appeal.due_on is not None
    return (not waiting, str(line.appeal.due_on) if waiting else "")


def deadline_words(line: AppealLine) -> str:
    """``还剩 2 个工作日``, ``11月18日办结``, ``待回访``."""
    closed = line.appeal.closed_on
    if line.appeal.settled:
        return f"{closed.month}月{closed.day}日办结" if closed else "已办结"
    if line.left is None:
        return "未定期限"
    return f"还剩 {line.left} 个工作日"


def deadline_badge(line: AppealLine) -> Badge | None:
    """The seal of an overdue appeal, the triangle of one that is due today or tomorrow."""
    if line.appeal.settled or line.left is None:
        return None
    if line.late:
        return seal_badge(f"超 {max(1, -line.left)} 天")
    if line.appeal.due_on == line.today:
        return Badge("今天到期", Tone.WARN, "tri")
    if line.left <= _SOON:
        return Badge("明天到期", Tone.NEUTRAL, "ring")
    return None
