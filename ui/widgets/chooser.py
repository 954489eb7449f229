"""A popup list that is filtered by typing: words, pinyin or initials; with groups, remarks and a line for more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.icons import paint_icon
from ui.translation import shown
from ui.widgets.paint import elided, paint_box
from ui.widgets.scroll import OverlayBar
from ui.widgets.text import label

WIDTH = 340
_ROW, _HEAD = 30, 26
_MOST_HEIGHT = 430
_ITEM = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Item:
    """Something to choose: ``note`` stands at its right; ``keys`` are what may be typed for it beside its words."""

    value: str
    text: str
    group: str = ""
    note: str = ""
    keys: tuple[str, ...] = ()

    def answers(self, typed: str) -> bool:
        """Whether what was typed (small letters, no spaces) means this."""
        whole = f"{self.group}{self.text}\n{shown(self.text)}".replace(" ", "").casefold()
        return typed in whole or any(key.startswith(typed) for key in self.keys)


class _Line(QLineEdit):
    """The line to type in; it passes on what is meant for the list, but not while an input method composes."""

    moved = Signal(int)
    picked = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._composing = False
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if self._composing:
            super().keyPressEvent(event)
        elif step is not None:
            self.moved.emit(step)
        elif event.key() in _ENTER:
            self.picked.emit()
        else:
            super().keyPressEvent(event)


class _Rows(QStyledItemDelegate):
    """Draws group heads and choices; the present one has a check."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.value: str | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(WIDTH - 20, _ROW if isinstance(index.data(_ITEM), Item) else _HEAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area, item = option.rect, index.data(_ITEM)
        painter.save()
        if not isinstance(item, Item):
            painter.fillRect(area, QColor(theme.PAPER2))
            painter.setFont(theme.font(12))
            painter.setPen(QColor(theme.INK2))
            painter.drawText(area.adjusted(10, 0, -10, 0), _LEFT, str(index.data()))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.ACCENTT))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(theme.ACCENT))
        inner = area.adjusted(28, 0, -14, 0)
        if item.value == self.value:
            paint_icon(painter, "state-check", QRectF(area.left() + 11, area.center().y() - 5, 11, 11), theme.GREEN)
        font, small = theme.font(), theme.font(12)
        painter.setFont(font)
        painter.setPen(QColor(theme.INK))
        width = min(QFontMetrics(font).horizontalAdvance(item.text), inner.width())
        painter.drawText(inner, _LEFT, elided(item.text, font, inner.width()))
        painter.setFont(small)
        painter.setPen(QColor(theme.INK2))
        room = inner.adjusted(width + 12, 0, 0, 0)
        painter.drawText(room, _RIGHT, elided(item.note, small, room.width()))
        painter.restore()


class Chooser(QWidget):
    """A child of the window that hangs beside what it is for.

    ``chosen(value)`` fires for Enter or a click, and the popup closes; ``closed`` fires whenever it does. It closes
    by itself for Esc and when the keyboard goes elsewhere. ``foot`` takes more widgets below the list.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, *, title: str, hint: str) -> None:
        super().__init__(window)
        self._window = window
        self._items: tuple[Item, ...] = ()
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        self.title = label(title, size=13, weight=theme.BOLD, wrap=True)
        column.addWidget(self.title)
        self.line = _Line(hint)
        column.addWidget(self.line)
        self.list = QListWidget()
        self._rows = _Rows(self.list)
        self._dress_list()
        column.addWidget(self.list, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        column.addLayout(self.foot)
        self.line.textChanged.connect(self._filter)
        self.line.moved.connect(self._move)
        self.line.picked.connect(self._pick)
        self.list.itemClicked.connect(self._clicked)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self.hide()

    def _dress_list(self) -> None:
        self.list.setItemDelegate(self._rows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("可选的内容")
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._bar = OverlayBar(self.list)

    @property
    def items(self) -> list[Item]:
        """What is offered now, in the order shown."""
        every = (self.list.item(number).data(_ITEM) for number in range(self.list.count()))
        return [one for one in every if isinstance(one, Item)]

    def open(self, items: Sequence[Item], beside: QRect, *, value: str | None = None, title: str = "") -> None:
        """Show ``items`` beside a place of the window; the one with ``value`` has the check."""
        self._items, self._rows.value = tuple(items), value
        if title:
            self.title.setText(title)
            self.setAccessibleName(title)
        self.line.clear()
        self._filter("")
        self._place(beside)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _place(self, beside: QRect) -> None:
        window = self._window
        rows = sum(self.list.sizeHintForRow(number) for number in range(self.list.count()))
        room = window.height() - 24
        height = min(rows + 118 + self.foot.sizeHint().height(), _MOST_HEIGHT, room)
        left = max(8, min(beside.left(), window.width() - WIDTH - 8))
        below = beside.bottom() + 4
        top = below if below + height <= window.height() - 8 else max(8, window.height() - height - 8)
        if top < beside.bottom() and beside.right() + 8 + WIDTH <= window.width():
            left = beside.right() + 8
        self.setGeometry(left, top, WIDTH, height)

    def _filter(self, typed: str) -> None:
        wanted = "".join(typed.split()).casefold()
        self.list.clear()
        group = ""
        for item in self._items:
            if wanted and not item.answers(wanted):
                continue
            if item.group != group:
                group = item.group
                self._add_head(group)
            row = QListWidgetItem(item.text)
            row.setData(_ITEM, item)
            self.list.addItem(row)
        if not self.list.count():
            self._add_head(f"没有“{typed.strip()}”这一项，换个说法或拼音首字母试试")
        self._start()

    def _add_head(self, text: str) -> None:
        head = QListWidgetItem(text)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(head)

    def _start(self) -> None:
        """Begin at the present value, else at the first choice."""
        rows = self._choices()
        marked = [row for row in rows if self._item(row).value == self._rows.value] if not self.line.text() else []
        if rows:
            self.list.setCurrentRow((marked or rows)[0])

    def _item(self, row: int) -> Item:
        return cast(Item, self.list.item(row).data(_ITEM))

    def _choices(self) -> list[int]:
        return [row for row in range(self.list.count()) if isinstance(self.list.item(row).data(_ITEM), Item)]

    def _move(self, step: int) -> None:
        rows = self._choices()
        if rows:
            here = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else 0
            self.list.setCurrentRow(rows[(here + step) % len(rows)])

    def _pick(self) -> None:
        if self.list.currentRow() in self._choices():
            self._choose(self._item(self.list.currentRow()))

    def _clicked(self, row: QListWidgetItem) -> None:
        item = row.data(_ITEM)
        if isinstance(item, Item):
            self._choose(item)

    def _choose(self, item: Item) -> None:
        self.close_up()
        self.chosen.emit(item.value)

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and now is not self and not self.isAncestorOf(now):
            self.close_up()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.close_up()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.RULE)
        painter.end()
