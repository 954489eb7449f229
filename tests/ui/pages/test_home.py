"""家庭 in the nav holds the table and the opened household, and never shows the wrong one."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from minqing.actions.records import remove_records, save_records
from minqing.ledger import Ledger
from minqing.records.household import Household
from tests.ui.hands import press
from tests.ui.sample_book import DOOR, family_of
from ui.app import Desk
from ui.pages.base import Page
from ui.pages.home import HomePages


def in_front(home: HomePages) -> Page:
    return home.front


@pytest.fixture
def home(desk: Desk) -> HomePages:
    page = desk.window.page("home")
    assert isinstance(page, HomePages)
    return page


def new_home(ledger: Ledger) -> str:
    """A household without anything, at a door of its own; gives its id."""
    changes = save_records(ledger, [Household(estate="生活桥小区", building="9", room="901")], label="登记住户")
    return changes.added[0]


def test_opens_one_and_comes_back(desk: Desk, home: HomePages) -> None:
    desk.go("household", family_of(desk.ledger).id)
    assert in_front(home) is home.one
    press("Esc", desk.window)
    assert in_front(home) is home.table


def test_a_household_that_is_gone_leads_back_to_the_table(desk: Desk, home: HomePages) -> None:
    gone = new_home(desk.ledger)
    desk.go("household", gone)
    desk.hub.tell(remove_records(desk.ledger, [gone], label="删除").kinds)
    assert in_front(home) is home.table
    desk.hub.tell({"household"})
    desk.go("household", family_of(desk.ledger).id)
    assert in_front(home) is home.one
    assert home.one._name.text() == DOOR


def test_undoing_the_household_in_front_leads_back_to_the_table(desk: Desk, home: HomePages) -> None:
    desk.go("household", new_home(desk.ledger))
    press("Ctrl+Z", desk.window)
    assert in_front(home) is home.table


def test_the_hidden_one_is_read_again_when_it_is_opened(desk: Desk, home: HomePages) -> None:
    family = family_of(desk.ledger)
    desk.go("household", family.id)
    press("Esc", desk.window)
    desk.hub.tell(save_records(desk.ledger, [family.with_values({"area": "77"})], label="改面积").kinds)
    assert home.one.stale
    desk.go("household", family.id)
    assert home.one.view is not None
    assert home.one.view.file.household.area == "77"


def test_each_opening_reads_once(desk: Desk, home: HomePages) -> None:
    family = family_of(desk.ledger)
    reads: list[str] = []
    desk.jobs.started.connect(lambda job: reads.append(job.label))
    desk.go("household", family.id)
    press("Esc", desk.window)
    once = ["读取", "读取"]  # the household, then who of it may be entered twice
    assert reads == once
    home.one.on_changed(frozenset({"visit"}))
    desk.go("household", family.id)
    assert reads == [*once, *once]


def test_tables_keep_qts_rules(desk: Desk, home: HomePages) -> None:
    for table in (home.table.table, home.one._members, home.one._appeals):
        model = table.model()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    desk.go("household", family_of(desk.ledger).id)
    press("PgUp", desk.window)
    home.table.table.sort_by(0, descending=True)
    home.table.filters.building.set_value("9")
    desk.hub.tell({"household"})
    press("Esc", desk.window)
