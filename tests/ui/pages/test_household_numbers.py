"""Hidden numbers: masked everywhere until asked for, shown for a minute, every look written down."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.actions.records import save_records
from minqing.errors import ReadOnlyLedger
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, press, words
from tests.ui.sample_book import HEAD, PHONE, family_of, member_of
from ui import revealing
from ui.app import Desk
from ui.dialogs.hidden_input import HiddenInput
from ui.dialogs.record_drawer import RecordDrawer
from ui.pages.building import BuildingPage
from ui.pages.home import HomePages
from ui.pages.household import HouseholdPage
from ui.widgets.hidden_number import HiddenNumber

MASKED = f"{PHONE[:3]}****{PHONE[-4:]}"


@pytest.fixture
def page(desk: Desk) -> HouseholdPage:
    desk.go("household", family_of(desk.ledger).id)
    home = desk.window.page("home")
    assert isinstance(home, HomePages)
    return home.one


def members(page: HouseholdPage) -> str:
    table = page.members.table.records_model
    return "\n".join(column.words(one) for one in table.records for column in table.columns)


def phone(page: HouseholdPage) -> str:
    [shown] = [one for one in page.findChildren(HiddenNumber) if one.isVisible()]
    return shown.number.text()


def test_masked_until_the_button_is_pressed(desk: Desk, page: HouseholdPage) -> None:
    assert phone(page) == MASKED
    assert PHONE not in members(page)
    version, undoable = desk.ledger.version, desk.ledger.past.undoable
    click(page, "显示")
    assert phone(page) == PHONE
    assert PHONE in members(page)
    [look] = desk.ledger.reveals.of(member_of(desk.ledger, HEAD).id)
    assert (look.field, look.who) == ("phones", desk.ledger.profile.owner)
    assert (desk.ledger.version, desk.ledger.past.undoable) == (version, undoable)
    click(page, "遮住")
    assert phone(page) == MASKED


def test_a_key_shows_what_the_member_has_and_the_rail_says_who_looked(desk: Desk, page: HouseholdPage) -> None:
    press("Ctrl+D", desk.window)
    assert phone(page) == PHONE
    page.rail.segment.select("changes")
    [line] = [one for one in page.rail.timeline.items if one.title == "查看号码"]
    assert line.text.startswith(f"{HEAD} 联系电话（")
    assert line.who == desk.ledger.profile.owner
    assert PHONE not in line.text
    press("Ctrl+D", desk.window)
    assert phone(page) == MASKED


def test_hidden_again_after_a_while(qtbot: QtBot, page: HouseholdPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revealing, "SHOWN_FOR", 60)
    click(page, "显示")
    assert phone(page) == PHONE
    qtbot.waitUntil(lambda: phone(page) == MASKED, timeout=3000)
    assert PHONE not in members(page)


def test_not_shown_when_the_look_cannot_be_noted(
    desk: Desk, page: HouseholdPage, notices: SpokenNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ReadOnlyLedger(desk.ledger.path)

    monkeypatch.setattr(desk.ledger.reveals, "note", fails)
    click(page, "显示")
    assert phone(page) == MASKED
    assert notices.said


def test_what_is_copied_is_masked_even_while_shown(page: HouseholdPage) -> None:
    page.members.toggle()
    page.members.table.select_row(0)
    page.members.table.copy()
    assert PHONE in members(page)
    assert PHONE not in QGuiApplication.clipboard().text()
    assert PHONE[-4:] in QGuiApplication.clipboard().text()


def test_in_the_table_of_households(desk: Desk) -> None:
    home = desk.window.page("home")
    assert isinstance(home, HomePages)
    table = home.table.table
    assert table.select(family_of(desk.ledger).id)
    model = table.records_model
    column = next(one for one in model.columns if one.title == "电话")
    line = table.current_record
    assert line is not None
    assert column.text(line) == MASKED
    press("Ctrl+D", desk.window)
    assert column.text(line) == PHONE
    assert column.leaving(line) == MASKED


def test_on_a_buildings_page(desk: Desk) -> None:
    page = desk.window.show_page("building")
    assert isinstance(page, BuildingPage)
    page.open(family_of(desk.ledger).id)
    QApplication.processEvents()
    [shown] = [one for one in page.findChildren(HiddenNumber) if one.isVisible()]
    assert shown.number.text() == MASKED
    shown.button.click()
    assert shown.number.text() == PHONE
    assert desk.ledger.reveals.of(member_of(desk.ledger, HEAD).id)


def test_in_the_drawer_where_a_member_is_corrected(desk: Desk, page: HouseholdPage) -> None:
    page.edit_member(member_of(desk.ledger, HEAD))
    drawer = drawer_of(desk.window, RecordDrawer)
    covered = drawer.form.input("phones")
    assert isinstance(covered, HiddenInput)
    assert not covered.inner.isVisible()
    assert MASKED in words(drawer)
    assert drawer.form.values()["phones"] == (PHONE,)
    press("Ctrl+S")
    assert member_of(desk.ledger, HEAD).phones == (PHONE,)
    page.edit_member(member_of(desk.ledger, HEAD))
    drawer = drawer_of(desk.window, RecordDrawer)
    click(drawer, "显示并修改")
    opened = drawer.form.input("phones")
    assert isinstance(opened, HiddenInput)
    assert opened.inner.isVisible()
    assert [look.field for look in desk.ledger.reveals.of(member_of(desk.ledger, HEAD).id)] == ["phones"]


def test_a_household_without_numbers_has_nothing_to_show(desk: Desk, page: HouseholdPage) -> None:
    without = [one.with_values({"phones": (), "id_number": ""}) for one in page.members.table.records_model.records]
    desk.hub.tell(save_records(desk.ledger, without, label="没有号码").kinds)
    assert not page.members.reveal_button.isEnabled()
    press("Ctrl+D", desk.window)
    assert desk.ledger.reveals.of(*(one.id for one in without)) == []
