"""Colours, fonts and the one style sheet of the window."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cache
from string import Template
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import resource

PAPER = "#F5F2EA"
PAPER2 = "#FBF9F4"
PAPER3 = "#ECE7DB"
PANEL = "#FFFFFF"
LINE = "#E8E3D7"
LINE2 = "#D2CAB8"
RULE = "#C4BBA6"
INK = "#22292C"
INK2 = "#555D60"
INK3 = "#787C78"
ACCENT = "#1F5263"
ACCENTD = "#173F4D"
ACCENTT = "#E6EEEF"
ACCENTL = "#B4CBD1"
COVER = "#1B3843"
COVER2 = "#2C4D59"
COVER_LINE = "#32525E"
COVER_TEXT = "#C6D3D7"
COVER_COUNT = "#A9BDC4"
COVER_MARK = "#F0E6CF"
SLIP = "#F7F4EC"
RED = "#B5351F"
REDT = "#F9EBE6"
REDL = "#E2B3A6"
GREEN = "#37724C"
GREENT = "#E8F1E7"
GREENL = "#B5D0B8"
AMBER = "#936010"
AMBERT = "#FBF1DC"
AMBERL = "#E3C88E"
KNOB = "#D6CFBF"
HINT_ON_ACCENT = "#BFD3D9"
WHITE = "#FFFFFF"

TOKENS: Mapping[str, str] = MappingProxyType(
    {
        "paper": PAPER,
        "paper2": PAPER2,
        "paper3": PAPER3,
        "panel": PANEL,
        "line": LINE,
        "line2": LINE2,
        "rule": RULE,
        "ink": INK,
        "ink2": INK2,
        "ink3": INK3,
        "accent": ACCENT,
        "accentd": ACCENTD,
        "accentt": ACCENTT,
        "accentl": ACCENTL,
        "cover": COVER,
        "cover2": COVER2,
        "red": RED,
        "redt": REDT,
        "redl": REDL,
        "green": GREEN,
        "amber": AMBER,
        "knob": KNOB,
    }
)

REGULAR = 400
MEDIUM = 500
BOLD = 700

_UI_WINDOWS = ("Microsoft YaHei UI", "Microsoft YaHei")
_UI_LINUX = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "Microsoft YaHei UI")
_SERIF_WINDOWS = ("SimSun",)
_SERIF_LINUX = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun")


@cache
def families(*, serif: bool = False) -> tuple[str, ...]:
    """The preferred font families that exist on this computer, or all preferred ones if none does."""
    windows, other = (_SERIF_WINDOWS, _SERIF_LINUX) if serif else (_UI_WINDOWS, _UI_LINUX)
    wanted = (*windows, *other) if sys.platform == "win32" else (*other, *windows)
    return tuple(name for name in wanted if QFontInfo(QFont(name)).family() == name) or wanted


@cache
def has_medium() -> bool:
    """Whether the interface font has a face of weight 500; YaHei has none and takes 700 for names."""
    return any(QFontDatabase.weight(families()[0], style) == MEDIUM for style in QFontDatabase.styles(families()[0]))


def font(size: int = 14, weight: int = REGULAR, *, serif: bool = False) -> QFont:
    """A font of ``size`` px; weight 500 becomes 700 where only Windows' two-weight fonts are at hand."""
    if weight == MEDIUM and sys.platform == "win32" and not has_medium():
        weight = BOLD
    made = QFont()
    made.setFamilies(list(families(serif=serif)))
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    return made


def palette() -> QPalette:
    """The palette that goes with the style sheet, for what the sheet cannot reach."""
    roles = QPalette.ColorRole
    made = QPalette()
    table: Sequence[tuple[QPalette.ColorRole, str]] = (
        (roles.Window, PAPER),
        (roles.WindowText, INK),
        (roles.Base, PANEL),
        (roles.AlternateBase, PAPER2),
        (roles.Text, INK),
        (roles.Button, PANEL),
        (roles.ButtonText, INK),
        (roles.BrightText, RED),
        (roles.Highlight, ACCENT),
        (roles.HighlightedText, WHITE),
        (roles.ToolTipBase, COVER),
        (roles.ToolTipText, WHITE),
        (roles.PlaceholderText, INK3),
        (roles.Link, ACCENT),
        (roles.LinkVisited, ACCENTD),
        (roles.Light, PANEL),
        (roles.Midlight, LINE),
        (roles.Mid, LINE2),
        (roles.Dark, RULE),
        (roles.Shadow, INK2),
        (roles.Accent, ACCENT),
    )
    for role, colour in table:
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(INK3))
    made.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(PAPER3))
    made.setColor(QPalette.ColorGroup.Disabled, roles.HighlightedText, QColor(INK2))
    return made


def style_sheet() -> str:
    """The style sheet with every ``$token`` filled in; raises ``KeyError`` for an unknown token."""
    icons = resource("icons", "qss").as_posix()
    return Template(resource("theme.qss").read_text(encoding="utf-8")).substitute(TOKENS, icons=icons)


def prepare_scaling() -> None:
    """Ask for exact fractional scaling; call before the application object is made."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)


def apply_theme(app: QApplication) -> None:
    """Give ``app`` the fonts, the palette and the style sheet."""
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet())
