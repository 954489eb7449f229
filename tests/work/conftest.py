"""A book without records, opened once and emptied after each test, and short ways to put records into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

import pytest

from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.catalogue import KINDS
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

PASSWORD = "守口如瓶"
T = TypeVar("T", bound=Record)


@pytest.fixture(scope="session")
def open_book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Opening takes a tenth of a second, ten times as long as most of these tests."""
    path = tmp_path_factory.mktemp("work") / "账本.mqb"
    opened = Ledger.create(path, PASSWORD, Profile(owner="罗×", street="新光路街道", community="生活桥社区"))
    yield opened
    opened._changed = False  # nobody needs a backup of it
    opened.close()


@pytest.fixture
def ledger(open_book: Ledger) -> Iterator[Ledger]:
    before = open_book.version
    yield open_book
    for change in range(open_book.version, before, -1):
        open_book.undo(change)
    assert not any(open_book.count(model) for model in KINDS.values())


def added(ledger: Ledger, record: T) -> T:
    with ledger.change("准备") as tx:
        return tx.add(record)


class Family:
    """A household of the book and what happens to it."""

    def __init__(self, ledger: Ledger, door: str = "3-2-501", **values: object) -> None:
        self.ledger = ledger
        building, unit, room = door.split("-")
        base = {"estate": "生活桥小区", "building": building, "unit": unit, "room": room, "house_type": "自住"}
        self.home = added(ledger, Household.model_validate(base | values))

    @property
    def id(self) -> str:
        return self.home.id

    def member(self, name: str = "谢玉兰", relation: str = "户主", **values: object) -> Resident:
        base = {"household": self.id, "name": name, "relation": relation, "status": "在住"}
        return added(self.ledger, Resident.model_validate(base | values))

    def visit(self, day: date | None, result: str = "见面", **values: object) -> Visit:
        base = {"household": self.id, "visited_on": day, "result": result}
        return added(self.ledger, Visit.model_validate(base | values))

    def appeal(self, day: date | None = None, **values: object) -> Appeal:
        base = {"household": self.id, "registered_on": day, "title": "楼道灯不亮", "state": "待受理"}
        return added(self.ledger, Appeal.model_validate(base | values))
