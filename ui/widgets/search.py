"""The search box of the window and the list of what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui import theme
from ui.icons import IconLabel
from ui.jobs import Jobs
from ui.widgets.paint import elided, paint_box
from ui.widgets.text import KeyCap

HINT = "搜姓名、拼音首字母、门牌、电话、诉求"
DELAY = 120
_HEAD = 28
_ROW = 34
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Result:
    """One hit; ``payload`` comes back when it is chosen."""

    title: str
    detail: str = ""
    payload: object = None


@dataclass(frozen=True)
class Group:
    """Hits of one kind under their title."""

    title: str
    results: tuple[Result, ...]


class _Edit(QLineEdit):
    """A line that knows whether an input method is composing in it."""

    moved = Signal(int)
    picked = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composing = False
        self.setFrame(False)
        self.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0;")
        self.setPlaceholderText(HINT)
        self.setAccessibleName("搜索")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc closes the list of hits; accepting the override keeps it from leaving the page below.
        key = event.key() if isinstance(event, QKeyEvent) else None
        if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if self.composing:
            super().keyPressEvent(event)
        elif step is not None:
            self.moved.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class _Popup(QWidget):
    """The list below the box, drawn in one widget."""

    clicked = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.groups: tuple[Group, ...] = ()
        self.words = ""
        self.current = 0
        self.setMouseTracking(True)
        self.setAccessibleName("搜索结果")
        self.hide()

    @property
    def results(self) -> list[Result]:
        """All hits in the order shown."""
        return [result for group in self.groups for result in group.results]

    def sizeHint(self) -> QSize:
        rows = len(self.results)
        return QSize(470, 2 + (rows * _ROW + len(self.groups) * _HEAD if rows else 52))

    def rows(self) -> list[QRect]:
        """Where each hit is drawn."""
        areas, top = [], 1
        for group in self.groups:
            top += _HEAD
            for _ in group.results:
                areas.append(QRect(1, top, self.width() - 2, _ROW))
                top += _ROW
        return areas

    def _row_at(self, place: QPoint) -> int:
        return next((number for number, area in enumerate(self.rows()) if area.contains(place)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0 and row != self.current:
            self.current = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self.clicked.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2)
        if not self.results:
            painter.setFont(theme.font(13))
            painter.setPen(QColor(theme.INK2))
            line = f"没有找到“{self.words}”。可以换成拼音首字母，如 flx，再试。"
            painter.drawText(
                self.rect().adjusted(14, 0, -14, 0), _LEFT, elided(line, theme.font(13), self.width() - 28)
            )
        areas, number, top = self.rows(), 0, 1
        for group in self.groups:
            head = QRect(1, top, self.width() - 2, _HEAD)
            painter.fillRect(head, QColor(theme.PAPER2))
            painter.fillRect(head.left(), head.bottom(), head.width(), 1, QColor(theme.LINE))
            painter.setFont(theme.font(13))
            painter.setPen(QColor(theme.INK2))
            painter.drawText(head.adjusted(13, 0, -13, 0), _LEFT, group.title)
            for result in group.results:
                self._paint_result(painter, areas[number], result, chosen=number == self.current)
                number += 1
            top += _HEAD + _ROW * len(group.results)
        painter.end()

    def _paint_result(self, painter: QPainter, area: QRect, result: Result, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(area, QColor(theme.ACCENTT))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(theme.ACCENT))
        inner = area.adjusted(13, 0, -13, 0)
        small = theme.font(13)
        title_width = min(
            QFontMetrics(theme.font(14, theme.BOLD)).horizontalAdvance(result.title), inner.width() * 2 // 3
        )
        painter.setPen(QColor(theme.INK))
        self._paint_match(painter, QRect(inner.left(), inner.top(), title_width + 4, inner.height()), result.title)
        painter.setFont(small)
        painter.setPen(QColor(theme.INK2))
        room = inner.adjusted(title_width + 16, 0, 0, 0)
        painter.drawText(room, _RIGHT, elided(result.detail, small, room.width()))

    def _paint_match(self, painter: QPainter, area: QRect, text: str) -> None:
        place = text.lower().find(self.words.lower()) if self.words else -1
        end = place + len(self.words) if place >= 0 else 0
        parts = ((text[:place], theme.REGULAR), (text[place:end], theme.BOLD)) if place >= 0 else ()
        left = area.left()
        for part, weight in (*parts, (text[end:], theme.REGULAR)):
            font = theme.font(14, weight)
            shown = elided(part, font, area.right() + 1 - left)
            painter.setFont(font)
            painter.drawText(QRect(left, area.top(), area.width(), area.height()), _LEFT, shown)
            left += QFontMetrics(font).horizontalAdvance(shown)


class SearchBox(QWidget):
    """470x34 with the key cap Ctrl+K. ``chosen(payload)`` fires on Enter or a click.

    ``query`` gives groups of hits for what was typed; it runs in the background, a moment after the last key, never
    while an input method is composing, and an answer that comes too late is dropped.
    """

    chosen = Signal(object)

    def __init__(self, query: Callable[[str], Sequence[Group]], jobs: Jobs, *, delay: int = DELAY) -> None:
        super().__init__()
        self._query = query
        self._jobs = jobs
        self._round = 0
        self._popup: _Popup | None = None
        self.setFixedSize(470, 34)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 1, 8, 1)
        row.setSpacing(6)
        self.edit = _Edit()
        row.addWidget(IconLabel("search", colour=theme.INK3, size=17))
        row.addWidget(self.edit, 1)
        row.addWidget(KeyCap("Ctrl+K"))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(delay)
        self._clock.timeout.connect(self._ask)
        self.edit.textChanged.connect(self._typed)
        self.edit.moved.connect(self._move)
        self.edit.picked.connect(self._pick)
        self.edit.escaped.connect(self._escape)
        self.edit.installEventFilter(self)

    @property
    def popup(self) -> _Popup:
        """The list of hits, a child of the window so that it may hang over the page."""
        if self._popup is None:
            self._popup = _Popup(self.window())
            self._popup.clicked.connect(self._click)
        return self._popup

    def grab_focus(self) -> None:
        """Go to the box and select what is in it."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _typed(self) -> None:
        self._round += 1
        if self.edit.text().strip():
            self._clock.start()
        else:
            self._clock.stop()
            self.popup.hide()

    def _ask(self) -> None:
        words, asked = self.edit.text().strip(), self._round
        self._jobs.run(
            lambda _: tuple(self._query(words)),
            lambda found: self._show(asked, words, found),
            label="正在查找",
            owner=self,
        )

    def _show(self, asked: int, words: str, found: tuple[Group, ...]) -> None:
        if asked != self._round or not self.edit.hasFocus():
            return
        popup = self.popup
        popup.groups = tuple(group for group in found if group.results)
        popup.words = words
        popup.current = 0
        popup.resize(max(self.width(), 470), popup.sizeHint().height())
        popup.move(self.mapTo(self.window(), QPoint(0, self.height() + 3)))
        popup.show()
        popup.raise_()
        popup.update()

    def _move(self, step: int) -> None:
        count = len(self.popup.results)
        if count:
            self.popup.current = (self.popup.current + step) % count
            self.popup.update()

    def _pick(self) -> None:
        if self.popup.isVisible():
            self._click(self.popup.current)

    def _click(self, row: int) -> None:
        results = self.popup.results
        if 0 <= row < len(results):
            self.popup.hide()
            self.edit.clear()
            self.chosen.emit(results[row].payload)

    def _escape(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
        else:
            self.edit.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # getattr: when Python takes a closed window apart, Qt still sends its last events here.
        popup = getattr(self, "_popup", None)
        if event.type() == QEvent.Type.FocusOut and popup is not None:
            popup.hide()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.edit.hasFocus()
        painter = QPainter(self)
        border = theme.ACCENT if focused else theme.LINE2
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=border)
        if focused:
            paint_box(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), fill="", border=border, radius=3)
        painter.end()
