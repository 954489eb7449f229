"""The style sheet is complete and the fonts are those of the guide."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from ui import theme
from ui.icons import icon, pixmap


def test_every_token_of_the_sheet_is_known() -> None:
    sheet = theme.style_sheet()
    assert "$" not in sheet
    assert theme.ACCENT in sheet


def test_icons_named_in_the_sheet_exist() -> None:
    from resources import resource

    sheet = theme.style_sheet()
    folder = resource("icons", "qss")
    named = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert named
    assert all(path.startswith(folder.as_posix()) and (folder / path.rsplit("/", 1)[1]).exists() for path in named)


def test_font_is_set_in_px_and_exists(qapp: QApplication) -> None:
    assert qapp.font().pixelSize() == 14
    assert QFontInfo(theme.font(14)).family() == theme.families()[0]


def test_palette_has_our_paper(qapp: QApplication) -> None:
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.PAPER
    assert QLabel().palette().color(QPalette.ColorRole.WindowText).name().upper() == theme.INK


def test_icon_is_drawn_in_the_colour_asked_for_and_sharp() -> None:
    drawn = pixmap("state-sq", colour=theme.RED, size=12, scale=2.0).toImage()
    assert drawn.width() == 24
    assert drawn.pixelColor(12, 12).name().upper() == theme.RED
    assert not icon("home").isNull()


def test_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon")
