"""The roll of an import as lines for people: a table of who reported, and who did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minqing.exchange.partners.roll import Absent, Roll, RollEntry
from minqing.exchange.plan import VERDICT_WORDS
from ui.cli.showing import table
from ui.late_words import day_words

_HEAD = ("报送人", "文件", "表样", "时段", "行数", "结果", "情况")


def roll_lines(roll: Roll) -> Iterator[str]:
    """``已交 3 家 · 未交 1 家：王芳（上次 2026年第46周）``, then each sheet, then why some are no news."""
    yield roll_sentence(roll)
    yield from due_lines(roll)
    yield from (f"  {line}" for line in table([_cells(one) for one in roll.entries], head=_HEAD))
    for one in roll.entries:
        if one.why and one.sheet:
            yield f"  {one.file}：{one.why}"


def due_lines(roll: Roll) -> Iterator[str]:
    """``交表日：“民情台账”每周五，11月20日`` for each dated form that came."""
    for form, rule in roll.rules.items():
        days = sorted({one.due for one in roll.entries if one.form == form and one.due})
        named = f"，{'、'.join(map(day_words, days))}" if days else ""
        yield f"  交表日：“{form}”{rule}{named}"


def roll_sentence(roll: Roll) -> str:
    """How many reported, how many did not, and which."""
    missing = "、".join(dict.fromkeys(map(absent_words, roll.absent)))
    missed = len({one.sender for one in roll.absent})
    late = f"（迟交 {len(roll.late)} 家）" if roll.late else ""
    return f"已交 {len(roll.senders)} 家{late} · 未交 {missed} 家{'：' if missing else ''}{missing}"


def absent_words(one: Absent) -> str:
    """Who is missing and what came last: ``王芳（上次 2026年第46周）逾期 2 天``."""
    overdue = f"逾期 {one.overdue} 天" if one.overdue else ""
    return f"{one.sender}（上次 {one.last_period or one.last_on.isoformat()}）{overdue}"


def counts_words(one: RollEntry) -> str:
    """Verdicts that occur: ``新增 3 更新 2``."""
    return " ".join(f"{word} {one.counts[key]}" for key, word in VERDICT_WORDS.items() if one.counts[key])


def _cells(one: RollEntry) -> Sequence[str]:
    return (one.sender, one.file, one.form, one.period, str(one.rows), counts_words(one), _standing(one))


def _standing(one: RollEntry) -> str:
    return f"{one.standing.value}，迟交 {one.late} 天" if one.late else one.standing.value
