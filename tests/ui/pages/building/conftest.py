"""The page of a building: the sample's first, the one that the tests know, one that is only a shape, and none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from minqing.actions.doors import save_building
from minqing.actions.sample import PROFILE
from minqing.ledger import Ledger
from minqing.records.building import Building
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import words
from tests.ui.sample_book import PASSWORD, family_of
from ui.app import Desk
from ui.pages.building import BuildingPage
from ui.widgets.chips import Chip


def page_of(desk: Desk) -> BuildingPage:
    page = desk.window.show_page("building")
    assert isinstance(page, BuildingPage)
    QApplication.processEvents()
    return page


@pytest.fixture
def page(desk: Desk) -> BuildingPage:
    """The first building of the sample."""
    return page_of(desk)


@pytest.fixture
def family(desk: Desk) -> BuildingPage:
    """The building with the family that the tests know, its door in hand."""
    page = page_of(desk)
    page.open(family_of(desk.ledger).id)
    return page


@pytest.fixture
def new(desk: Desk) -> BuildingPage:
    """A building of which only the shape is known."""
    shape = Building(estate=PROFILE.estate, name="12", units=2, floors=6, doors_per_floor=2)
    desk.hub.tell(save_building(desk.ledger, shape).kinds)
    page = page_of(desk)
    page.open("12")
    return page


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path, notices: SpokenNotices) -> Iterator[BuildingPage]:
    """The page of a book in which nothing is written yet."""
    with Ledger.create(tmp_path / "空.mqb", PASSWORD, PROFILE) as ledger:
        desk = Desk(ledger, inline=True)
        desk.session.notices = notices
        qtbot.addWidget(desk.window)
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        yield page_of(desk)
        desk.window.close()


def here(page: BuildingPage) -> str:
    return page.board.door.door if page.board.door else ""


def side(page: BuildingPage) -> str:
    chips = [one.accessibleName() for one in page.board.side.findChildren(Chip) if one.isVisible()]
    names = [one.accessibleName() for one in page.board.side.findChildren(QWidget) if one.isVisible()]
    return "\n".join([words(page.board.side), *chips, *names])


def key(page: BuildingPage, name: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.board.elevation, name, held)
    QApplication.processEvents()
