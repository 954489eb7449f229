"""The camera that takes the pictures of every page; the whole round is too long for a test and runs from dev.py."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.shots import _Camera
from ui.widgets.text import label


def test_pictures_are_numbered_in_the_order_taken(qtbot: QtBot, tmp_path: Path) -> None:
    widget = label("民情账本")
    qtbot.addWidget(widget)
    widget.resize(200, 40)
    widget.show()
    camera = _Camera(tmp_path)
    camera.take(widget, "家庭")
    camera.take(widget, "诉求")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["01-家庭.png", "02-诉求.png"]
    assert QImage(str(tmp_path / "01-家庭.png")).width() == 200
