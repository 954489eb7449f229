"""Buttons with an icon and the key that does the same."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.icons import paint_icon
from ui.widgets.paint import elided, paint_box, paint_focus


class Kind(StrEnum):
    """How much a button calls for attention."""

    NORMAL = "normal"
    PRIMARY = "primary"
    ACCENT = "accent"
    GHOST = "ghost"


class Size(StrEnum):
    """32 px everywhere; 36 in the foot of a page; 26 inside a row or a panel title."""

    NORMAL = "normal"
    LARGE = "large"
    SMALL = "small"


class _Measure(NamedTuple):
    height: int
    padding: int
    text: int
    icon: int


_MEASURES = {
    Size.NORMAL: _Measure(32, 12, 14, 17),
    Size.LARGE: _Measure(36, 16, 14, 17),
    Size.SMALL: _Measure(26, 10, 13, 15),
}
_GAP = 6


class Button(QAbstractButton):
    """A push button: icon, verb, key hint. Return and Enter press it, as the space bar does."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        kind: Kind = Kind.NORMAL,
        size: Size = Size.NORMAL,
        icon: str = "",
        trailing: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._measure = _MEASURES[size]
        self._icon = icon
        self._trailing = trailing
        self._hint = hint
        self._trimmed = 0
        self._ink = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setFont(theme.font(self._measure.text, theme.MEDIUM if kind is Kind.PRIMARY else theme.REGULAR))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if hint:
            self.setToolTip(f"{text}（{hint}）")
        self._on_click = on_click
        self.clicked.connect(self._act)

    def _act(self) -> None:
        if self._on_click is not None:
            self._on_click()

    @property
    def hint(self) -> str:
        """The key that does the same."""
        return self._hint

    def trim(self, steps: int) -> None:
        """Leave out what can be done without where room is scarce: 1 the key, 2 also the icon beside a text."""
        if steps != self._trimmed:
            self._trimmed = steps
            self.updateGeometry()
            self.update()

    def width_trimmed(self, steps: int | None = None) -> int:
        """How wide the button is then; as it is now if nothing is said."""
        steps = self._trimmed if steps is None else steps
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) if self.text() else 0
        parts = [width] if width else []
        parts += [self._measure.icon] if self._icon and not (steps > 1 and width) else []
        parts += [15] if self._trailing else []
        if self._hint and not steps:
            parts.append(QFontMetrics(self._hint_font()).horizontalAdvance(self._hint) + 2)
        return sum(parts) + _GAP * max(0, len(parts) - 1) + 2 * self._padding() + 2

    def set_ink(self, colour: str) -> None:
        """Write in this colour, for a button that stands on a dark ground."""
        self._ink = colour
        self.update()

    def _hint_font(self) -> QFont:
        return theme.font(12)

    def _padding(self) -> int:
        return 6 if self._kind is Kind.GHOST else self._measure.padding

    def sizeHint(self) -> QSize:
        return QSize(self.width_trimmed(), self._measure.height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def _colours(self) -> tuple[str, str, str]:
        """Fill, border and text for the present state."""
        hover, down = self.underMouse(), self.isDown()
        if not self.isEnabled():
            return ("", "", theme.INK3) if self._kind is Kind.GHOST else (theme.PAPER2, theme.LINE, theme.INK3)
        if self._kind is Kind.PRIMARY:
            fill = theme.ACCENTD if hover or down else theme.ACCENT
            return fill, fill, theme.WHITE
        if self._kind is Kind.GHOST:
            tint = theme.COVER2 if self._ink else theme.ACCENTT
            return tint if hover or down else "", "", self._ink or theme.ACCENT
        accent = self._kind is Kind.ACCENT
        fill = theme.ACCENTT if down else theme.PAPER2 if hover else theme.PANEL
        return fill, theme.ACCENTL if accent else theme.LINE2, theme.ACCENT if accent else theme.INK

    def paintEvent(self, event: object) -> None:
        fill, border, ink = self._colours()
        painter = QPainter(self)
        area = QRectF(self.rect())
        if fill or border:
            paint_box(painter, area, fill=fill, border=border or fill)
        self._paint_content(painter, ink)
        if self.hasFocus():
            paint_focus(painter, self.rect())
            if self._kind is Kind.PRIMARY:
                paint_focus(painter, self.rect().adjusted(2, 2, -2, -2), radius=3, colour=theme.WHITE)
        painter.end()

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        spare = self.width() - self.sizeHint().width()
        hint, text = "" if self._trimmed else self._hint, self.text()
        if spare < 0 and hint:
            spare = self.width() - self.width_trimmed(1)
            hint = ""
        if spare < 0 and text:
            text = elided(text, self.font(), QFontMetrics(self.font()).horizontalAdvance(text) + spare)
            self.setToolTip(self.toolTip() or self.text())
        left = self._padding() + 1 + max(0, spare) / 2
        middle = self.height() / 2
        if self._icon and not (self._trimmed > 1 and text):
            size = self._measure.icon
            paint_icon(painter, self._icon, QRectF(left, middle - size / 2, size, size), ink)
            left += size + _GAP
        if text:
            left = self._paint_text(painter, text, self.font(), ink, left) + _GAP
        if self._trailing:
            paint_icon(painter, self._trailing, QRectF(left, middle - 7.5, 15, 15), ink)
            left += 15 + _GAP
        if hint:
            quiet = theme.HINT_ON_ACCENT if self._kind is Kind.PRIMARY else theme.INK3
            self._paint_text(painter, hint, self._hint_font(), quiet, left + 2)

    def _paint_text(self, painter: QPainter, text: str, font: QFont, ink: str, left: float) -> float:
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        area = QRectF(left, 0, width + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return left + width


class LinkButton(Button):
    """Text in the accent colour that acts, 12 to 14 px, without a box; its tooltip tells the key that does the same."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], object] | None = None,
        *,
        size: int = 13,
        icon: str = "",
        key: str = "",
    ) -> None:
        super().__init__(text, on_click, kind=Kind.GHOST, size=Size.SMALL, icon=icon)
        if key:
            self.setToolTip(f"{text}（{key}）")
        self.setFont(theme.font(size))

    def _padding(self) -> int:
        return 2


class IconButton(Button):
    """A square with nothing but an icon: close and arrows only; ``name`` is what assistive technology reads."""

    def __init__(
        self, icon: str, name: str, on_click: Callable[[], object] | None = None, *, size: Size = Size.SMALL
    ) -> None:
        super().__init__("", on_click, kind=Kind.GHOST, size=size, icon=icon)
        self.setAccessibleName(name)
        self.setToolTip(name)
