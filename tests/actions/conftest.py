"""A book with one household and its head, and one behind the next door without; open for one test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from minqing.ledger import Ledger, Profile
from minqing.records.household import Household
from minqing.records.resident import Resident

PASSWORD = "守口如瓶"
PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="生活桥小区")


@pytest.fixture(scope="session")
def two_homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book, copied for each test."""
    path = tmp_path_factory.mktemp("book") / "样本.mqb"
    with Ledger.create(path, PASSWORD, PROFILE) as ledger, ledger.change("建档") as tx:
        home = tx.add(Household(estate="生活桥小区", building="3", unit="2", room="501"))
        tx.add(Household(estate="生活桥小区", building="3", unit="2", room="502"))
        tx.add(Resident(household=home.id, name="谢玉兰", relation="户主", phones=("16900000107",)))
    return path


@pytest.fixture
def ledger(two_homes: Path, tmp_path: Path) -> Iterator[Ledger]:
    path = tmp_path / "账本.mqb"
    shutil.copy(two_homes, path)
    opened = Ledger.open(path, PASSWORD)
    yield opened
    opened._changed = False  # the test is over: no backup, it would take as long as the test
    opened.close()


@pytest.fixture
def home(ledger: Ledger) -> Household:
    """The household that has a head."""
    return ledger.records(Household)[0]
