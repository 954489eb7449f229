"""What the book knows that helps to write a visit down, read in the background while the form is already open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from minqing.actions.visit_drafts import VisitDraft, find_visit_draft
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.work.next_visit import NextPick, next_visit_picks
from minqing.work.plan import plan_of
from minqing.work.proposing import BookWords, book_words
from minqing.work.visit_list import HouseholdFile, household_file
from minqing.work.visit_log import Companion, companions, companions_of, next_home

CRASHED = "上次没有正常关闭，最后一条走访已找回。请核对后保存。"
LEFT = "上次有一条走访没有写完，已找回。请核对后保存。"
_FOR_ALL = ("医保缴费", "反诈", "消防安全", "垃圾分类")
_FOR_GROUPS = {
    "孕产妇": "孕产补贴", "婴幼儿": "孕产补贴", "残疾人": "残疾人补贴", "高龄老人": "高龄津贴", "独居老人": "高龄津贴",
    "低保": "低保救助", "低保边缘": "低保救助", "特困人员": "低保救助", "失业人员": "就业服务",
    "新就业群体": "就业服务", "留守老人": "养老保险", "空巢老人": "养老保险",
}  # fmt: skip


@dataclass(frozen=True)
class VisitAids:
    """What is needed at once: a draft left from before, who may come along and who does today, the care rhythm."""

    draft: VisitDraft | None
    companions: tuple[Companion, ...]
    along: tuple[str, ...]
    rhythm: Mapping[str, int]
    picks: tuple[NextPick, ...]


@dataclass(frozen=True)
class Onward:
    """What may come a moment later: what the book's appeals teach, and whose door is next."""

    words: BookWords
    following: HouseholdFile | None


def visit_aids(ledger: Ledger, file: HouseholdFile, today: date) -> VisitAids:
    """What helps at this door today."""
    rhythm = plan_of(ledger).care
    return VisitAids(
        find_visit_draft(ledger, file.household),
        tuple(companions(ledger, file.household)),
        companions_of(ledger, today),
        rhythm,
        next_visit_picks(today, file.care_groups, rhythm),
    )


def onward(ledger: Ledger, home: Household) -> Onward:
    """What the book teaches, and the household behind the next door."""
    following = next_home(ledger, home.id) if home.id else None
    return Onward(book_words(ledger), household_file(ledger, following.id) if following else None)


def onward_words(found: Onward) -> str:
    """What 保存并下一户 will do."""
    if found.following is None:
        return "保存；后面没有下一户了（Ctrl+Enter）"
    home = found.following.household
    return f"保存，接着记 {home.door} {found.following.name}（Ctrl+Enter）"


def policies_for(care_groups: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """All known policies, first those for everybody and for the groups that live here."""
    mine = dict.fromkeys([_FOR_GROUPS[group] for group in care_groups if group in _FOR_GROUPS])
    first = [*_FOR_ALL[:2], *mine, *_FOR_ALL[2:]]
    return tuple(dict.fromkeys([*(name for name in first if name in known), *known]))
