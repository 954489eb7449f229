"""The camera that takes the pictures: numbered and as they are, or named and small."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.camera import Camera, small
from ui.widgets.text import label


def test_pictures_are_numbered_in_the_order_taken(qtbot: QtBot, tmp_path: Path) -> None:
    widget = label("民情账本")
    qtbot.addWidget(widget)
    widget.resize(200, 40)
    widget.show()
    camera = Camera(tmp_path)
    camera.take(widget, "家庭")
    camera.take(widget, "诉求")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["01-家庭.png", "02-诉求.png"]
    assert QImage(str(tmp_path / "01-家庭.png")).width() == 200


def test_a_dialog_is_shown_in_the_middle_of_its_window(qtbot: QtBot, tmp_path: Path) -> None:
    window, dialog = label(""), label("")
    for widget, colour, width in ((window, "#ffffff", 200), (dialog, "#ff0000", 100)):
        qtbot.addWidget(widget)
        widget.setStyleSheet(f"background: {colour};")
        widget.resize(width, width)
        widget.show()
    Camera(tmp_path, numbered=False).take(window, "both", over=dialog)
    shown = QImage(str(tmp_path / "both.png"))
    assert shown.pixelColor(100, 100) == QColor("#ff0000")
    assert 0 < shown.pixelColor(10, 10).red() < 255
    assert shown.format() is QImage.Format.Format_Indexed8


def test_few_colours_are_kept_as_they_are() -> None:
    image = QImage(4, 1, QImage.Format.Format_RGB32)
    colours = [QColor(name) for name in ("#a02020", "#fcfbf8", "#1f2a30", "#2f6f5e")]
    for place, colour in enumerate(colours):
        image.setPixelColor(place, 0, colour)
    assert [small(image).pixelColor(place, 0) for place in range(4)] == colours


def test_a_picture_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    widget = label("民情账本")
    qtbot.addWidget(widget)
    with pytest.raises(OSError, match="cannot be written"):
        Camera(tmp_path / "不在").take(widget, "家庭")
