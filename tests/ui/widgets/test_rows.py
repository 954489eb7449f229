"""Rows that are too narrow for all of them leave out keys, then icons, then break."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.buttons import Button
from ui.widgets.chips import chip
from ui.widgets.rows import BrokenRow, KeyRow


@pytest.fixture
def place(window: QWidget) -> QWidget:
    """Somewhere to put a row: a window of its own would not let itself be made too narrow."""
    return window


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_keys_go_first_then_icons_and_come_back(place: QWidget) -> None:
    row = KeyRow(34)
    row.setParent(place)
    button = Button("记走访", icon="door", hint="Ctrl+N")
    row.row.addWidget(button)
    whole, keyless, bare = (button.width_trimmed(steps) for steps in range(3))
    row.show()
    for room in (whole, keyless, bare, whole):
        row.resize(room, 34)
        _settle()
        assert button.sizeHint().width() == button.width() == room
    assert "Ctrl+N" in button.toolTip()


def test_what_yields_goes_from_the_end(place: QWidget) -> None:
    row = KeyRow(34)
    row.setParent(place)
    chips = [chip("独居老人"), chip("低保")]
    for one in chips:
        row.row.addWidget(one)
    row.yielding = chips
    row.resize(chips[0].sizeHint().width() + 20, 34)
    row.show()
    _settle()
    assert [one.isVisible() for one in chips] == [True, False]
    row.resize(400, 34)
    _settle()
    assert [one.isVisible() for one in chips] == [True, True]


def test_two_rows_stand_below_each_other_where_one_line_is_too_narrow(place: QWidget) -> None:
    row = BrokenRow(34, least=0)
    row.setParent(place)
    first, second = Button("交换"), Button("换一个文件")
    row.first.addWidget(first)
    row.second.addWidget(second)
    row.resize(600, 34)
    row.show()
    _settle()
    assert row.height() == 34
    assert first.y() == second.y()
    row.resize(second.sizeHint().width() + 10, 34)
    _settle()
    assert row.height() == 76
    assert second.y() > first.y() + first.height()
