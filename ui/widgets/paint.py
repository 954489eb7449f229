"""Drawing shared by widgets and table rows: badges, the double rule, focus rings, hair lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import floor

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui import theme
from ui.icons import paint_icon

CHIP_HEIGHT = 20
SHAPE = 11


class Tone(StrEnum):
    """What a badge says about the thing it marks."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


class Look(StrEnum):
    """How a badge is drawn: a bordered chip, a solid seal, a counting seal, a shape with a word, plain text."""

    CHIP = "chip"
    SEAL = "seal"
    COUNT = "count"
    STATE = "state"
    TEXT = "text"
    GLYPH = "glyph"


FOREGROUND = {
    Tone.NEUTRAL: theme.INK2,
    Tone.GOOD: theme.GREEN,
    Tone.WARN: theme.AMBER,
    Tone.BAD: theme.RED,
    Tone.INFO: theme.ACCENT,
}
_TINT = {
    Tone.NEUTRAL: theme.PANEL,
    Tone.GOOD: theme.GREENT,
    Tone.WARN: theme.AMBERT,
    Tone.BAD: theme.REDT,
    Tone.INFO: theme.ACCENTT,
}
_BORDER = {
    Tone.NEUTRAL: theme.LINE2,
    Tone.GOOD: theme.GREENL,
    Tone.WARN: theme.AMBERL,
    Tone.BAD: theme.REDL,
    Tone.INFO: theme.ACCENTL,
}


@dataclass(frozen=True)
class Badge:
    """A word with a colour and, where it is a state, a shape (``shape`` names ``state-<shape>.svg``)."""

    text: str
    tone: Tone = Tone.NEUTRAL
    shape: str = ""
    look: Look = Look.CHIP


STATES: dict[str, tuple[str, Tone]] = {
    "待受理": ("ring", Tone.NEUTRAL),
    "办理中": ("half", Tone.INFO),
    "已吹哨": ("flag", Tone.WARN),
    "待回访": ("back", Tone.INFO),
    "已办结": ("check", Tone.GOOD),
    "见面": ("check", Tone.GOOD),
    "无人": ("dia", Tone.NEUTRAL),
    "拒访": ("x", Tone.BAD),
    "未走访": ("dash", Tone.NEUTRAL),
    "不适用": ("dash", Tone.NEUTRAL),
    "今天到期": ("tri", Tone.WARN),
    "新增": ("plus", Tone.GOOD),
    "更新": ("ud", Tone.INFO),
    "冲突": ("conf", Tone.BAD),
    "待定": ("tri", Tone.WARN),
    "有误": ("x", Tone.BAD),
    "相同": ("eq", Tone.NEUTRAL),
    "未变": ("eq", Tone.NEUTRAL),
}


def state_badge(word: str, *, look: Look = Look.STATE) -> Badge:
    """The badge of a state word with the shape and the colour it has everywhere; a ring for an unknown word."""
    shape, tone = STATES.get(word, ("ring", Tone.NEUTRAL))
    return Badge(word, tone, shape, look)


def seal_badge(text: str) -> Badge:
    """The red seal: overdue only, one per row."""
    return Badge(text, Tone.BAD, "", Look.SEAL)


def _font(badge: Badge) -> QFont:
    if badge.look is Look.STATE:
        return theme.font(13)
    if badge.look is Look.GLYPH:
        return theme.font(11)
    return theme.font(12, theme.MEDIUM if badge.look in {Look.SEAL, Look.COUNT} else theme.REGULAR)


def badge_width(badge: Badge, *, padding: int = 6, size: int = 0) -> int:
    """How many px wide ``badge`` is drawn."""
    made = _font(badge)
    if size:
        made.setPixelSize(size)
    text = QFontMetrics(made).horizontalAdvance(badge.text)
    if badge.look in {Look.COUNT, Look.GLYPH}:
        return max(18, text + 8)
    if badge.look is Look.TEXT:
        return text
    if badge.look is Look.STATE:
        return text + (18 if badge.shape else 0)
    return text + 2 * padding + 2 + (SHAPE + 4 if badge.shape else 0)


def shortened(badge: Badge, over: int, *, size: int = 0) -> Badge:
    """``badge`` with a text that is at least ``over`` px shorter; an ellipsis where nothing of it is left."""
    made = _font(badge)
    if size:
        made.setPixelSize(size)
    text = elided(badge.text, made, QFontMetrics(made).horizontalAdvance(badge.text) - over)
    return replace(badge, text=text) if text.strip("…") else Badge("…", badge.tone, "", Look.TEXT)


def fitted(badges: Sequence[Badge], room: int) -> list[Badge]:
    """The badges that begin within ``room`` px beside each other; the first that would not fit is shortened."""
    made: list[Badge] = []
    for badge in badges:
        spare = room - badge_width(badge)
        if spare < 0:
            return [*made, shortened(badge, -spare)]
        made.append(badge)
        room = spare - 5
    return made


def _fill(painter: QPainter, area: QRectF, *, fill: str, border: str, radius: float) -> None:
    painter.setPen(QPen(QColor(border), 1))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _paint_chip(painter: QPainter, badge: Badge, area: QRectF, padding: int) -> None:
    _fill(painter, area, fill=_TINT[badge.tone], border=_BORDER[badge.tone], radius=3)
    inner = area.adjusted(padding + 1, 0, -padding, 0)
    if badge.shape:
        top = area.center().y() - SHAPE / 2
        paint_icon(painter, f"state-{badge.shape}", QRectF(inner.left(), top, SHAPE, SHAPE), FOREGROUND[badge.tone])
        inner.setLeft(inner.left() + SHAPE + 4)
    painter.setPen(QColor(FOREGROUND[badge.tone]))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, badge.text)


def _paint_state(painter: QPainter, badge: Badge, area: QRectF, ink: str) -> None:
    left = area.left()
    if badge.shape:
        top = area.center().y() - 6
        paint_icon(painter, f"state-{badge.shape}", QRectF(left, top, 12, 12), FOREGROUND[badge.tone])
        left += 18
    painter.setPen(QColor(ink))
    text = QRectF(left, area.top(), area.right() - left + 2, area.height())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, badge.text)


def paint_badge(
    painter: QPainter,
    badge: Badge,
    *,
    left: float,
    middle: float,
    height: int = CHIP_HEIGHT,
    padding: int = 6,
    size: int = 0,
) -> int:
    """Draw ``badge`` with its left edge and vertical middle there; gives the width it took."""
    width = badge_width(badge, padding=padding, size=size)
    if badge.look in {Look.COUNT, Look.GLYPH}:
        height = 18
    area = QRectF(left, floor(middle - height / 2 + 0.5), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    made = _font(badge)
    if size:
        made.setPixelSize(size)
    painter.setFont(made)
    if badge.look is Look.CHIP:
        _paint_chip(painter, badge, area, padding)
    elif badge.look is Look.STATE:
        _paint_state(painter, badge, area, theme.INK)
    elif badge.look is Look.TEXT:
        _paint_state(painter, badge, area, FOREGROUND[badge.tone])
    elif badge.look is Look.GLYPH:
        neutral = badge.tone is Tone.NEUTRAL
        _fill(painter, area, fill=theme.PANEL, border=theme.LINE2 if neutral else theme.ACCENTL, radius=3)
        painter.setPen(QColor(theme.INK2 if neutral else theme.ACCENT))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, badge.text)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.RED))
        painter.drawRoundedRect(area, 2, 2)
        painter.setPen(QColor(theme.WHITE))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, badge.text)
    painter.restore()
    return width


def spoken(badges: Sequence[Badge]) -> str:
    """The words of ``badges`` for assistive technology and for copying."""
    return " ".join(badge.text for badge in badges)


def paint_double_rule(painter: QPainter, *, left: int, right: int, bottom: int) -> None:
    """The ledger's double line: two hair lines one px apart, the lower one ending at ``bottom`` (exclusive)."""
    width = right - left
    painter.fillRect(QRect(left, bottom - 3, width, 1), QColor(theme.RULE))
    painter.fillRect(QRect(left, bottom - 1, width, 1), QColor(theme.RULE))


def paint_focus(painter: QPainter, area: QRect, *, radius: float = 4, colour: str = theme.ACCENT) -> None:
    """The 2 px ring of the control that has the keyboard."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()


def paint_box(
    painter: QPainter, area: QRectF, *, fill: str, border: str, radius: float = 4, dashed: bool = False
) -> None:
    """A rounded box with a 1 px border inside ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(border), 1)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def elided(text: str, made: QFont, width: int) -> str:
    """``text`` shortened with an ellipsis to fit ``width`` px."""
    return QFontMetrics(made).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))


def widest(texts: Iterable[str], size: int = 14, weight: int = theme.REGULAR) -> int:
    """How many px must be left for the longest of ``texts`` in the language of the window."""
    metrics = QFontMetrics(theme.font(size, weight))
    return max(map(metrics.horizontalAdvance, texts), default=-1) + 1
