"""Toggle chips: one of a few, many of a few, and large tiles with number keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QCursor,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.icons import paint_icon
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import elided, paint_box, paint_focus

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


_FEW_TILES = 5
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


@dataclass(frozen=True)
class Choice:
    """A value and the word shown for it; ``icon`` is for tiles."""

    value: str
    label: str
    icon: str = ""


def as_choice(given: Choice | str) -> Choice:
    """A bare string is its own label."""
    return given if isinstance(given, Choice) else Choice(given, given)


class _Chosen(QAbstractButton):
    """A button that leaves the arrow keys and Enter to the row it stands in, and what is typed to a text."""

    _numbered = False
    _text: QWidget | None = None

    def type_into(self, text: QWidget) -> None:
        """From now on what is typed here goes to ``text``, also what an input method makes of the keys."""
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().isprintable() and event.text() and not (self._numbered and event.text().isdigit())
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        elif self._text is not None and typed and not event.modifiers() & _COMMANDS:
            self._text.setFocus()
            QApplication.sendEvent(self._text, event)
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # The keyboard stays here while letters are being composed: to move it then would throw them away.
        if self._text is None:
            super().inputMethodEvent(event)
            return
        done = bool(event.commitString())
        QApplication.sendEvent(self._text, event)
        if done:
            self._text.setFocus()


class Pick(_Chosen):
    """A chip of 30 px that is on (tinted, with a tick) or off; ``dashed`` is the one that adds."""

    def __init__(self, choice: Choice, *, dashed: bool = False) -> None:
        super().__init__()
        self.choice = choice
        self._dashed = dashed
        self.setText(choice.label)
        self.setAccessibleName(choice.label)
        self.setCheckable(not dashed)
        self.setFont(theme.font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self.updateGeometry)

    @property
    def _mark(self) -> str:
        if self._dashed:
            return "plus"
        return "state-check" if self.isChecked() else ""

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font(14, theme.MEDIUM)).horizontalAdvance(self.text())
        return QSize(width + 22 + (16 if self._mark else 0), 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        painter = QPainter(self)
        idle = theme.PAPER2 if self.underMouse() else theme.PANEL
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=theme.ACCENTT if on else idle,
            border=theme.ACCENT if on else theme.LINE2,
            dashed=self._dashed,
        )
        ink = theme.ACCENTD if on else theme.ACCENT if self._dashed else theme.INK
        left = 11
        if self._mark:
            size = 14 if self._dashed else 11
            paint_icon(painter, self._mark, QRectF(left - (2 if self._dashed else 0), 15 - size / 2, size, size), ink)
            left += 16
        painter.setFont(theme.font(14, theme.MEDIUM if on else theme.REGULAR))
        painter.setPen(QColor(ink))
        words = elided(self.text(), painter.font(), self.width() - left - 8)
        painter.drawText(QRect(left, 0, self.width() - left, self.height()), _LEFT, words)
        if self.hasFocus():
            paint_focus(painter, self.rect())
        painter.end()


class Tile(_Chosen):
    """A choice of 60 px with its number key at the left and an icon at the right."""

    _numbered = True

    def __init__(self, choice: Choice, number: int) -> None:
        super().__init__()
        self.choice = choice
        self._number = number
        self.setText(choice.label)
        self.setAccessibleName(choice.label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(self._words() + 57, 60)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words() + 10, 60)

    def _words(self) -> int:
        """How wide its longest word is: words go below each other where room is scarce."""
        metrics = QFontMetrics(theme.font(15, theme.BOLD))
        return max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        ink = theme.WHITE if on else theme.INK
        painter = QPainter(self)
        idle = theme.PAPER2 if self.underMouse() else theme.PANEL
        border = theme.ACCENT if on else theme.LINE2
        paint_box(painter, QRectF(self.rect()), fill=theme.ACCENT if on else idle, border=border)
        self._paint_words(painter, ink, on=on)
        if self.hasFocus():
            paint_focus(painter, self.rect())
            if on:
                paint_focus(painter, self.rect().adjusted(2, 2, -2, -2), radius=3, colour=theme.WHITE)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str, *, on: bool) -> None:
        """Key cap, word and icon; the icon goes first where room is scarce, then the cap shrinks into the corner."""
        spare = self.width() - self._words()
        tight = spare < 40
        left = 10 if spare >= 70 else 8
        size = 12 if tight else 20 if spare >= 70 else 18
        cap = QRectF(3, 3, 12, 12) if tight else QRectF(left, 30 - size / 2, size, size)
        if not tight:
            paint_box(painter, cap, fill=theme.PANEL if on else theme.PAPER2, border=theme.PANEL if on else theme.LINE2)
        painter.setFont(theme.font(11 if tight else 13, theme.BOLD if on else theme.REGULAR))
        painter.setPen(QColor(ink if tight else theme.ACCENT if on else theme.INK2))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.setFont(theme.font(15, theme.BOLD if on else theme.REGULAR))
        painter.setPen(QColor(ink))
        start = 0 if tight else left + size + (6 if spare >= 70 else 5)
        top = 8 if tight and " " in self.text() else 0
        words = QRect(start, top, self.width() - start, 60 - top)
        below = Qt.TextFlag.TextWordWrap if " " in self.text() else Qt.TextFlag.TextSingleLine
        painter.drawText(words, (Qt.AlignmentFlag.AlignCenter if tight else _LEFT) | below, self.text())
        if self.choice.icon and spare >= 57:
            paint_icon(painter, self.choice.icon, QRectF(self.width() - left - 17, 21.5, 17, 17), ink)


def type_through(forms: Iterable[QWidget], text: QWidget) -> None:
    """Let what is typed on any chip or tile inside ``forms`` go to ``text``."""
    for row in (row for form in forms for row in form.findChildren(PickRow)):
        row.type_into(text)


class PickRow(QWidget):
    """Chips or tiles of which one (``many=False``) or several are on.

    One Tab stop: arrow keys move inside, the space bar switches, number keys choose a tile. ``changed`` fires for
    what the user does, not for ``set_values``; ``numbered`` fires after a number key has chosen.
    """

    ROLE: ClassVar = QAccessible.Role.Grouping
    changed = Signal()
    numbered = Signal()

    def __init__(
        self, choices: Sequence[Choice], *, many: bool, name: str, tiles: bool = False, clearable: bool = True
    ) -> None:
        super().__init__()
        self._many = many
        self._tiles = tiles
        self._clearable = clearable
        self._text: QWidget | None = None
        self._line = QHBoxLayout(self) if tiles else FlowLayout(self)
        if tiles:
            self._line.setContentsMargins(0, 0, 0, 0)
            self._line.setSpacing(8 if len(choices) <= _FEW_TILES else 6)
        self.picks: list[Pick | Tile] = []
        self.setAccessibleName(name)
        for choice in choices:
            self.add(choice)

    def add(self, choice: Choice) -> None:
        """Offer one more choice."""
        pick = Tile(choice, len(self.picks) + 1) if self._tiles else Pick(choice)
        pick.clicked.connect(self._clicked)
        if self._text is not None:
            pick.type_into(self._text)
        if isinstance(self._line, FlowLayout):
            self._line.insert(len(self.picks), pick)
        else:
            self._line.addWidget(pick)
        self._follow(pick)
        self.picks.append(pick)
        self._rove()

    def _follow(self, pick: QWidget) -> None:
        """Let Tab reach ``pick`` where the row stands, also if it comes late; Qt orders only what takes the focus."""
        if self.picks:
            QWidget.setTabOrder(self.picks[-1], pick)
            return
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(self, pick)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these and no others, none of them on; the keyboard stays on the choice of the same value."""
        here = next((pick.choice.value for pick in self.picks if pick.hasFocus()), None)
        old, self.picks = self.picks, []
        for choice in choices:
            self.add(choice)
        for pick in old:
            self._line.removeWidget(pick)
            pick.hide()
            pick.deleteLater()
        for pick in self.picks:
            if pick.choice.value == here:
                pick.setFocus()

    def type_into(self, text: QWidget) -> None:
        """Let what is typed on a chip go to ``text``, and the keyboard with it; number keys and the space bar stay."""
        self._text = text
        for pick in self.picks:
            pick.type_into(text)

    def append(self, widget: QWidget) -> None:
        """Put another widget after the chips."""
        self._line.addWidget(widget)

    @property
    def values(self) -> tuple[str, ...]:
        """The values that are on, in the order shown."""
        return tuple(pick.choice.value for pick in self.picks if pick.isChecked())

    def set_values(self, values: Sequence[str]) -> None:
        """Switch on exactly these; a value not offered yet is added."""
        known = {pick.choice.value for pick in self.picks}
        for value in values:
            if value and value not in known:
                self.add(Choice(value, value))
        for pick in self.picks:
            pick.setChecked(pick.choice.value in values)
        self._rove()

    def focus_first(self) -> None:
        """Put the keyboard on the chip that Tab would reach."""
        stop = self._stop()
        if stop is not None:
            stop.setFocus()

    def _stop(self) -> Pick | Tile | None:
        return next((pick for pick in self.picks if pick.isChecked()), self.picks[0] if self.picks else None)

    def _rove(self) -> None:
        stop = self._stop()
        focused = [pick for pick in self.picks if pick.hasFocus()]
        for pick in self.picks:
            reachable = pick is (focused[0] if focused else stop)
            pick.setFocusPolicy(Qt.FocusPolicy.StrongFocus if reachable else Qt.FocusPolicy.ClickFocus)

    def _clicked(self) -> None:
        sender = self.sender()
        if not self._many:
            for pick in self.picks:
                if pick is not sender:
                    pick.setChecked(False)
            if not self._clearable and isinstance(sender, Pick | Tile):
                sender.setChecked(True)
        self._rove()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, digits choose among tiles."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = [number for number, pick in enumerate(self.picks) if pick.hasFocus()]
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = int(event.text()) if self._tiles and plain and event.text() in set("123456789") else 0
        if step is not None and here:
            target = self.picks[max(0, min(len(self.picks) - 1, here[0] + step))]
            target.setFocus()
            self._rove()
            if not self._many and not target.isChecked():
                target.click()
        elif 0 < digit <= len(self.picks):
            self.picks[digit - 1].setFocus()
            self.picks[digit - 1].click()
            self.numbered.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and here and not event.modifiers():
            self.picks[here[0]].click()
        else:
            super().keyPressEvent(event)
