"""Colours, fonts and the one style sheet of the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from resources import resource
from ui.preferences import SCALES, Size, at_start
from ui.schemes import scheme_for

SCHEME = scheme_for(at_start().contrast)
PAPER = SCHEME["paper"]
PAPER2 = SCHEME["paper2"]
PAPER3 = SCHEME["paper3"]
PANEL = SCHEME["panel"]
LINE = SCHEME["line"]
LINE2 = SCHEME["line2"]
RULE = SCHEME["rule"]
INK = SCHEME["ink"]
INK2 = SCHEME["ink2"]
INK3 = SCHEME["ink3"]
ACCENT = SCHEME["accent"]
ACCENTD = SCHEME["accentd"]
ACCENTT = SCHEME["accentt"]
ACCENTL = SCHEME["accentl"]
COVER = SCHEME["cover"]
COVER2 = SCHEME["cover2"]
COVER_LINE = SCHEME["cover_line"]
COVER_TEXT = SCHEME["cover_text"]
COVER_COUNT = SCHEME["cover_count"]
COVER_MARK = SCHEME["cover_mark"]
SLIP = SCHEME["slip"]
RED = SCHEME["red"]
REDT = SCHEME["redt"]
REDL = SCHEME["redl"]
GREEN = SCHEME["green"]
GREENT = SCHEME["greent"]
GREENL = SCHEME["greenl"]
AMBER = SCHEME["amber"]
AMBERT = SCHEME["ambert"]
AMBERL = SCHEME["amberl"]
KNOB = SCHEME["knob"]
BAR = SCHEME["bar"]
GRID = SCHEME["grid"]
NEVER = SCHEME["never"]
HATCH = SCHEME["hatch"]
HINT_ON_ACCENT = SCHEME["hint_on_accent"]
WHITE = SCHEME["white"]

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
    dark = QColor(PANEL).lightness() < QColor(INK).lightness()
    icons = resource("icons", "qss-dark" if dark else "qss").as_posix()
    return Template(resource("theme.qss").read_text(encoding="utf-8")).substitute(SCHEME, icons=icons)


def prepare_scaling() -> None:
    """Ask for exact fractional scaling, larger if so set; call before the application object is made."""
    enlarge(at_start().size)
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)


def enlarge(size: Size) -> None:
    """Let Qt draw everything larger, on top of what the system asks for."""
    if SCALES[size] != 1:
        os.environ["QT_SCALE_FACTOR"] = str(SCALES[size] * float(os.environ.get("QT_SCALE_FACTOR") or 1))


def apply_theme(app: QApplication) -> None:
    """Give ``app`` the fonts, the palette and the style sheet."""
    app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(palette())
    app.setStyleSheet(style_sheet())
