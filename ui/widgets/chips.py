"""Chips, seals, filter pills, segments and tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QCursor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from ui import theme
from ui.icons import paint_icon
from ui.widgets.paint import (
    FOREGROUND,
    Badge,
    Look,
    Tone,
    badge_width,
    elided,
    paint_badge,
    paint_box,
    paint_focus,
    seal_badge,
    shortened,
    state_badge,
)


class Chip(QWidget):
    """One badge as a widget."""

    ROLE: ClassVar = QAccessible.Role.StaticText

    def __init__(self, badge: Badge, *, height: int = 20, padding: int = 6, size: int = 0) -> None:
        super().__init__()
        self._badge = badge
        self._height = height
        self._padding = padding
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(badge)

    @property
    def badge(self) -> Badge:
        """What is shown."""
        return self._badge

    def set_badge(self, badge: Badge) -> None:
        """Show another badge."""
        self._badge = badge
        self.setAccessibleName(badge.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = 18 if self._badge.look in {Look.COUNT, Look.GLYPH} else self._height
        return QSize(badge_width(self._badge, padding=self._padding, size=self._size), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        over = badge_width(self._badge, padding=self._padding, size=self._size) - self.width()
        if over > 0 and not self.toolTip():
            self.setToolTip(self._badge.text)
        painter = QPainter(self)
        paint_badge(
            painter,
            shortened(self._badge, over, size=self._size) if over > 0 else self._badge,
            left=0,
            middle=self.height() / 2,
            height=self._height,
            padding=self._padding,
            size=self._size,
        )
        painter.end()


def chip(text: str, tone: Tone = Tone.NEUTRAL, shape: str = "") -> Chip:
    """A bordered chip; labels are neutral, only states get a colour."""
    return Chip(Badge(text, tone, shape))


def seal(text: str, *, square: bool = False) -> Chip:
    """The solid red seal; ``square`` for a bare number."""
    return Chip(Badge(text, Tone.BAD, "", Look.COUNT) if square else seal_badge(text))


def state_chip(word: str, *, bordered: bool = False) -> Chip:
    """A state word with its shape and colour."""
    return Chip(state_badge(word, look=Look.CHIP if bordered else Look.STATE))


class _Pill(QAbstractButton):
    """What filter pills share: a rounded button of 28 px that takes the keyboard."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setFont(theme.font(13))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _paint_pill(self, painter: QPainter, *, on: bool) -> None:
        idle = theme.PAPER2 if self.underMouse() else theme.PANEL
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=theme.ACCENT if on else idle,
            border=theme.ACCENT if on else theme.LINE2,
            radius=13.5,
        )
        if self.hasFocus():
            paint_focus(painter, self.rect(), radius=13, colour=theme.ACCENTD if on else theme.ACCENT)
            if on:
                paint_focus(painter, self.rect().adjusted(2, 2, -2, -2), radius=11, colour=theme.WHITE)

    def _paint_run(self, painter: QPainter, text: str, left: int, colour: str) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(text)
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        painter.drawText(
            QRect(left, 0, width + 2, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            text,
        )
        return left + width + 5

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class FilterChip(_Pill):
    """A pill that switches one filter on or off and tells how many rows it would leave."""

    def __init__(
        self, text: str, *, count: int | None = None, shape: str = "", tone: Tone = Tone.NEUTRAL, key: str = ""
    ) -> None:
        super().__init__(text)
        self.key = key or text
        self._count = count
        self._shape = shape
        self._tone = tone
        self.setCheckable(True)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Show another number, or none."""
        self._count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = 24 + metrics.horizontalAdvance(self.text()) + (16 if self._shape else 0)
        if self._count is not None:
            width += 5 + metrics.horizontalAdvance(str(self._count))
        return QSize(width, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        painter = QPainter(self)
        self._paint_pill(painter, on=on)
        left = 12
        if self._shape:
            colour = theme.WHITE if on else FOREGROUND[self._tone]
            paint_icon(painter, f"state-{self._shape}", QRectF(left, 8.5, 11, 11), colour)
            left += 16
        left = self._paint_run(painter, self.text(), left, theme.WHITE if on else theme.INK)
        if self._count is not None:
            self._paint_run(painter, str(self._count), left, "#C5D8DD" if on else theme.INK3)
        painter.end()


class ListingChip(FilterChip):
    """Says that a list shows only what another page asked for; pressing it shows everything again."""

    def __init__(self, clear: Callable[[], object]) -> None:
        super().__init__("", shape="x")
        self.setCheckable(False)
        self.setToolTip("点一下，显示全部")
        self.clicked.connect(lambda _: clear())
        self.hide()

    def show_title(self, title: str) -> None:
        """Say what is listed; nothing hides the chip."""
        self.setText(title)
        self.setAccessibleName(f"只列出{title}，按 Enter 显示全部")
        self.setVisible(bool(title))
        self.updateGeometry()


class FilterButton(_Pill):
    """A pill such as ``类别 不限`` that opens a list of choices; the empty key means no limit."""

    changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, unset: str = "不限", value: str = "") -> None:
        super().__init__(name)
        self._unset = unset
        self._choices: tuple[tuple[str, str], ...] = ()
        self._value = value
        self.set_choices(choices)
        self.clicked.connect(self._open)

    @property
    def value(self) -> str:
        """The key of the present choice."""
        return self._value

    @property
    def chosen(self) -> str:
        """The label of the present choice, as it was given; blank where there is no limit."""
        return dict(self._choices).get(self._value, "") if self._value else ""

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other ``(key, label)`` pairs; a value no longer offered falls back to no limit."""
        self._choices = tuple(choices)
        if self._value not in {key for key, _ in self._choices}:
            self._value = ""
        self._renew()

    def set_value(self, value: str) -> None:
        """Choose ``value``; says so through ``changed`` if it is another one."""
        if value != self._value:
            self._value = value
            self._renew()
            self.changed.emit(value)

    def _renew(self) -> None:
        self.setAccessibleName(f"{self.text()}：{self._shown()}")
        self.updateGeometry()
        self.update()

    def _shown(self) -> str:
        return dict(self._choices).get(self._value, self._unset)

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setProperty("checks", True)
        offered = self._choices if any(not key for key, _ in self._choices) else (("", self._unset), *self._choices)
        for key, text in offered:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == self._value)
            action.triggered.connect(self._chooser(key))
        menu.setMinimumWidth(self.width())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.set_value(key)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        words = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(self._shown())
        return QSize(24 + words + 9 + 5 + 14, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_pill(painter, on=False)
        words = elided(self.text(), self.font(), self.width() - 60)
        left = self._paint_run(painter, words, 12, theme.INK) + 4
        chosen = elided(self._shown(), self.font(), self.width() - left - 30)
        left = self._paint_run(painter, chosen, left, theme.ACCENT if self._value else theme.INK3)
        paint_icon(painter, "chev", QRectF(left, 7, 14, 14), theme.INK2)
        painter.end()
