"""What the list of visits shows of each, and which of them a filter leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.ledger import Ledger
from minqing.records.dates import screen_date
from minqing.records.household import Household
from minqing.records.period import Period
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.visit_log import VisitLine, visit_lines
from ui.pages.base import Listing
from ui.widgets.paint import Badge, Tone, state_badge
from ui.widgets.strips import Option
from ui.widgets.table import Column

PERIODS = (("week", "本周"), ("last", "上周"), ("month", "本月"), ("quarter", "本季"), ("", "全部"))
RESULTS = ("见面", "无人", "拒访", "改约", "已搬走")
OTHERS = "其他"
CLEAR = "清除筛选"
_LOOKS = {"已搬走": Badge("已搬走", Tone.NEUTRAL, "dash"), "改约": Badge("改约", Tone.WARN, "ring")}
_HITS = 2000


@dataclass(frozen=True)
class Chosen:
    """What the filters ask for; blanks ask for nothing. ``found`` are the households that the words find."""

    visitor: str = ""
    building: str = ""
    words: str = ""
    found: frozenset[str] = frozenset()
    only: frozenset[str] | None = None

    def keeps(self, line: VisitLine) -> bool:
        """Whether this visit is left."""
        return (
            (not self.visitor or self.visitor in line.visit.visitors)
            and (not self.building or line.building == self.building)
            and (self.only is None or line.visit.id in self.only)
            and (not self.words or line.visit.household in self.found or self.words in _said(line))
        )


def period_of(key: str, today: date, first_weekday: int) -> Period | None:
    """The days of a choice of ``PERIODS``; None for all."""
    week = Period.of_week(today, first_weekday)
    if key == "week":
        return week
    if key == "last":
        return Period.of_week(week.start - timedelta(days=1), first_weekday)
    if key == "month":
        return Period.of_month(today)
    return Period.of_quarter(today) if key == "quarter" else None


def lines_of(ledger: Ledger, period: Period | None, only: Listing | None = None) -> list[VisitLine]:
    """The visits of a period, newest first; with ``only`` those of them that another page asked for."""
    return visit_lines(ledger, period, only=only.ids if only is not None else None)


def beside(ledger: Ledger, visit_id: str) -> Listing | None:
    """A visit among all those to its household, so that it is found at once in any book; None when it is gone."""
    visit = ledger.find(visit_id)
    if not isinstance(visit, Visit):
        return None
    home = ledger.find(visit.household)
    door = home.door if isinstance(home, Household) else ""
    return Listing(
        f"{door} 的走访".strip(), frozenset(one.id for one in ledger.records(Visit, household=visit.household))
    )


def empty_words(words: str, period: str, *, filtered: bool) -> tuple[str, str, str]:
    """Title, line and button of the empty list; ``words`` are looked for in it, ``period`` is a key of ``PERIODS``."""
    if words:
        return f"没有找到“{words}”", "换成拼音首字母再试，或清除筛选。", CLEAR
    if filtered:
        return "没有这样的走访", "换一个结果或清除筛选。", CLEAR
    word = dict(PERIODS)[period] if period else ""
    return f"{word}还没有走访记录", "敲开一扇门，回来记一条。", "记走访"


def homes_found(ledger: Ledger, words: str) -> frozenset[str]:
    """The households whose door or people these words find, in any spelling."""
    kinds = {Household.KIND, Resident.KIND}
    return frozenset(hit.household for hit in ledger.search(words, limit=_HITS) if hit.kind in kinds)


def result_of(line: VisitLine) -> str:
    """Under which tab a visit is listed."""
    return line.visit.result if line.visit.result in RESULTS else OTHERS


def result_options(lines: Sequence[VisitLine]) -> list[Option]:
    """The tabs with their counts; 其他 only when there are some."""
    counts = {name: sum(result_of(line) == name for line in lines) for name in (*RESULTS, OTHERS)}
    options = [Option("all", "全部", len(lines))]
    for name in (*RESULTS, *((OTHERS,) if counts[OTHERS] else ())):
        badge = result_badge(name)
        options.append(Option(name, name, counts[name], badge.shape, badge.tone))
    return options


def result_badge(word: str) -> Badge:
    """Shape, colour and word of a result."""
    known = _LOOKS.get(word)
    return state_badge(word) if known is None else Badge(word, known.tone, known.shape, state_badge(word).look)


def remark_of(word: str, lines: Sequence[VisitLine]) -> str:
    """``本周 26 次 · 见面 21 次 · 诉求 9 件``."""
    met = sum(line.visit.met_someone for line in lines)
    asked = sum(len(line.appeals) for line in lines)
    return f"{word} {len(lines):,} 次 · 见面 {met:,} 次 · 诉求 {asked:,} 件"


def moment_words(line: VisitLine, today: date) -> str:
    """``11月19日 15:20``."""
    day, hour = line.visit.visited_on, line.visit.visited_at
    return f"{screen_date(day, today) if day else '—'}{f' {hour:%H:%M}' if hour else ''}"


def words_of(values: Iterable[str]) -> list[tuple[str, str]]:
    """Choices of a filter, each once, in order."""
    return [(word, word) for word in sorted({word for word in values if word})]


def _said(line: VisitLine) -> str:
    visit = line.visit
    parts = (line.door, line.name, visit.said, visit.problems, visit.measures, visit.purpose, *visit.met, *visit.told)
    return "\n".join(parts).casefold()


def columns(today: date) -> tuple[Column[VisitLine], ...]:
    """The columns of the list."""

    def next_words(line: VisitLine) -> str:
        return screen_date(line.visit.next_on, today) if line.visit.next_on else ""

    return (
        Column("时间", lambda line: moment_words(line, today), width=108,
               sort=lambda line: f"{line.visit.visited_on or ''} {line.visit.visited_at or ''}"),
        Column("门牌", lambda line: line.door or "—", width=104,
               sort=lambda line: line.household.walking_order if line.household else None),
        Column("户主", lambda line: line.name, width=62, strong=lambda line: True),
        Column("结果", lambda line: line.visit.result, width=62,
               badge=lambda line: result_badge(line.visit.result) if line.visit.result else None),
        Column("民情记录", lambda line: " ".join(line.visit.said.split()), stretch=1,
               tooltip=lambda line: line.visit.said),
        Column("诉求", lambda line: str(len(line.appeals) or ""), width=44, align="center",
               sort=lambda line: len(line.appeals),
               tooltip=lambda line: "\n".join(one.subject for one in line.appeals)),
        Column("走访人", lambda line: "、".join(line.visit.visitors), width=60, muted=True,
               tooltip=lambda line: "、".join(line.visit.visitors)),
        Column("下次走访", next_words, width=104, sort=lambda line: str(line.visit.next_on or "")),
    )  # fmt: skip
