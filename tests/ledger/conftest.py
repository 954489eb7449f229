"""A small book on disk, really encrypted, and people invented for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

PASSWORD = "口令 'with\" quotes 1"
PROFILE = Profile(owner="甲助理", street="示范街道", community="样本社区", estate="样本苑")


@dataclass(frozen=True)
class Family:
    """One household with its head, a visit and an appeal, added in change 1."""

    household: Household
    head: Resident
    visit: Visit
    appeal: Appeal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "样本账本.mqb"


@pytest.fixture
def book(path: Path) -> Iterator[Ledger]:
    ledger = Ledger.create(path, PASSWORD, PROFILE)
    yield ledger
    ledger._changed = False  # the test is over: no backup, it would take as long as the test
    ledger.close()


def household(**values: object) -> Household:
    """3栋2单元501 of an invented estate, or another door."""
    defaults = {"estate": "样本苑", "building": "3", "unit": "2", "floor": "5", "room": "501"}
    return Household.model_validate(defaults | values)


@pytest.fixture
def family(book: Ledger) -> Family:
    with book.change("登记一户") as tx:
        home = tx.add(household(grid="第三网格", tags=("独居",)))
        head = tx.add(Resident(household=home.id, name="曾小单", relation="户主", phones=("13800000123",)))
        visit = tx.add(Visit(household=home.id, visited_on=date(2026, 11, 19), said="楼道灯不亮，盼着早点修"))
        appeal = tx.add(Appeal(household=home.id, visit=visit.id, title="更换楼道灯", text="三楼楼道灯坏了一周"))
    return Family(home, head, visit, appeal)
