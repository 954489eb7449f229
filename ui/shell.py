"""The frame around the pages: the nav, the top bar and the status bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QCursor, QKeyEvent, QPainter, QPaintEvent, QStaticText
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.icons import IconLabel, paint_icon
from ui.widgets.chips import Chip
from ui.widgets.key_hints import KeyHints
from ui.widgets.paint import Badge, Look, Tone, badge_width, paint_badge, paint_focus
from ui.widgets.panel import Bar
from ui.widgets.search import SearchBox
from ui.widgets.text import Rule, label

_NAME = "民情账本"
"""On the cover in any language: static text is not translated."""
NAV_WIDTH = 148
NAV_NARROW = 56


class Slip(QWidget):
    """The paper label on the cover with the name of the notebook."""

    ROLE: ClassVar = QAccessible.Role.StaticText

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(112, 46)
        self.setAccessibleName("民情账本")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.SLIP))
        painter.setPen(QColor(theme.COVER))
        painter.drawRect(QRectF(4.5, 4.5, 103, 37))
        font = theme.font(19, theme.BOLD, serif=True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 2)
        painter.setFont(font)
        name = QStaticText(_NAME)
        name.prepare(font=font)
        place = QRectF(self.rect()).adjusted(2, 0, 0, 0).center()
        painter.drawStaticText(place - QPointF(name.size().width() / 2, name.size().height() / 2), name)
        painter.end()


class NavItem(QAbstractButton):
    """A page's entry: icon, word, count or red seal; a pale bar marks the current one."""

    def __init__(self, key: str, text: str, icon: str, shortcut: str) -> None:
        super().__init__()
        self.key = key
        self._icon = icon
        self._count = 0
        self._seal = False
        self.narrow = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setToolTip(f"{text}（{shortcut}）" if shortcut else text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(38)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_count(self, count: int, *, seal: bool) -> None:
        """Show a number at the right, in the red seal if it means overdue; none for 0."""
        self._count, self._seal = count, seal
        self.setAccessibleName(f"{self.text()} {count}" if count else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(132, 38)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the page; up and down are the bar's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.COVER2))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        if on:
            painter.fillRect(0, 8, 3, self.height() - 16, QColor(theme.COVER_MARK))
        ink = theme.WHITE if on else theme.COVER_TEXT
        paint_icon(painter, self._icon, QRectF(12 if not self.narrow else self.width() / 2 - 9, 10, 18, 18), ink)
        if not self.narrow:
            painter.setFont(theme.font(15, theme.BOLD if on else theme.REGULAR))
            painter.setPen(QColor(ink))
            words = QRect(41, 0, self.width() - 41, self.height() - 1)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            self._paint_count(painter)
        if self.hasFocus():
            paint_focus(painter, self.rect(), colour=theme.COVER_MARK)
        painter.end()

    def _paint_count(self, painter: QPainter) -> None:
        if self._count and self._seal:
            badge = Badge(str(self._count), Tone.BAD, "", Look.COUNT)
            paint_badge(painter, badge, left=self.width() - 10 - badge_width(badge), middle=self.height() / 2)
        elif self._count:
            painter.setFont(theme.font(12))
            painter.setPen(QColor(theme.COVER_COUNT))
            room = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))


@dataclass(frozen=True)
class NavEntry:
    """What the nav shows of a page; ``foot`` puts it below the line at the bottom."""

    key: str
    text: str
    icon: str
    shortcut: str = ""
    foot: bool = False


class NavBar(QWidget):
    """148 px of notebook cover; 56 with icons only where the window is too narrow. ``picked(key)`` on a click."""

    picked = Signal(str)

    def __init__(self, entries: Sequence[NavEntry]) -> None:
        super().__init__()
        self.setAccessibleName("页面")
        self.setFixedWidth(NAV_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 14, 8, 10)
        column.setSpacing(2)
        self.slip = Slip()
        column.addWidget(self.slip, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(15)
        self.items: dict[str, NavItem] = {}
        for entry in (entry for entry in entries if not entry.foot):
            column.addWidget(self._make(entry))
        column.addStretch(1)
        foot = [entry for entry in entries if entry.foot]
        if foot:
            line = Rule(colour=theme.COVER_LINE)
            column.addWidget(line)
            column.addSpacing(6)
        for entry in foot:
            column.addWidget(self._make(entry))

    def _make(self, entry: NavEntry) -> NavItem:
        item = NavItem(entry.key, entry.text, entry.icon, entry.shortcut)
        item.clicked.connect(self._clicked)
        self.items[entry.key] = item
        return item

    def _clicked(self) -> None:
        item = self.sender()
        if isinstance(item, NavItem):
            self.picked.emit(item.key)

    def select(self, key: str) -> None:
        """Mark ``key`` as the current page; Tab stops there, arrow keys go to the others."""
        self.items[key].setChecked(True)
        for item in self.items.values():
            item.setFocusPolicy(Qt.FocusPolicy.TabFocus if item.key == key else Qt.FocusPolicy.NoFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down show another page, and the keyboard stays here."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        keys = list(self.items)
        here = next((key for key in keys if self.items[key].hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        wanted = self.items[keys[max(0, min(len(keys) - 1, keys.index(here) + step))]]
        self.picked.emit(wanted.key)
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or everything."""
        self.setFixedWidth(NAV_NARROW if narrow else NAV_WIDTH)
        self.slip.setVisible(not narrow)
        for item in self.items.values():
            item.narrow = narrow
            item.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.COVER))
        painter.end()


class PersonButton(QAbstractButton):
    """Who keeps the book, after a round of 28 px with the first character of the name; opens the menu."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self._menu: QMenu | None = None
        self.setFont(theme.font())
        self.setToolTip("撤销、锁定、备份、设置（Alt+M）")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def set_menu(self, menu: QMenu) -> None:
        """Open this when pressed."""
        self._menu = menu

    def set_person(self, text: str, letter: str) -> None:
        """Show another person."""
        self._letter = letter
        self.setText(text)
        self.setAccessibleName(f"{text}，菜单")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(28 + 8 + self.fontMetrics().horizontalAdvance(self.text()) + 8 + 14 + 4, 36)

    def open_menu(self) -> None:
        """Show the menu under the button."""
        if self._menu is not None:
            wide = self._menu.sizeHint().width()
            self._menu.popup(self.mapToGlobal(QPoint(self.width() - wide, self.height() + 4)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ACCENT))
        round_ = QRectF(2, (self.height() - 28) / 2, 28, 28)
        painter.drawEllipse(round_)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.WHITE))
        painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.INK))
        words = self.rect().adjusted(38, 0, -20, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        paint_icon(painter, "chev", QRectF(self.width() - 17, self.height() / 2 - 6, 13, 13), theme.INK2)
        if self.hasFocus():
            paint_focus(painter, self.rect())
        painter.end()


_LEAST_SEARCH = 160


class TopBar(Bar):
    """Search at the left; hint, place and person at the right."""

    def __init__(self, search: SearchBox | None) -> None:
        super().__init__(52, below=theme.LINE2, fill=theme.PAPER, padding=20)
        self.row.setSpacing(0)
        self._wished = 470
        self.search = search
        if search is not None:
            search.setFixedWidth(self._wished)
            self.row.addWidget(search)
        self.row.addStretch(1)
        self._hint = Chip(Badge("", Tone.WARN, "tri"), height=26, padding=9, size=13)
        self._hint_rule = self._separator()
        self._place = label()
        self.person = PersonButton()
        self._where = QWidget()
        row = QHBoxLayout(self._where)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("pin", colour=theme.INK2, size=17))
        row.addWidget(self._place)
        self._place_rule = self._separator()
        self.row.addWidget(self._hint)
        self.row.addWidget(self._hint_rule)
        self.row.addWidget(self._where)
        self.row.addWidget(self._place_rule)
        self.row.addWidget(self.person)
        self.set_hint("")

    def _separator(self) -> QWidget:
        holder = QWidget()
        holder.setFixedSize(29, 20)
        row = QHBoxLayout(holder)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(Rule(down=True, colour=theme.LINE2, length=20))
        return holder

    def fit_search(self, wished: int) -> None:
        """Give the search this width, or less where what stands beside it needs the room."""
        self._wished = wished
        if self.search is not None:
            beside = self.row.minimumSize().width() - self.search.minimumWidth()
            self.search.setFixedWidth(max(_LEAST_SEARCH, min(wished, self.width() - beside)))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self.fit_search(self._wished)
        return done

    def set_hint(self, text: str) -> None:
        """Show an amber remark, such as how long ago the last report was, or none."""
        self._hint.set_badge(Badge(text, Tone.WARN, "tri"))
        self._hint.setVisible(bool(text))
        self._hint_rule.setVisible(bool(text))

    def set_place(self, text: str) -> None:
        """Show the community, or nothing at all for a book that has none."""
        self._place.setText(text)
        self._where.setVisible(bool(text))
        self._place_rule.setVisible(bool(text))

    def set_person(self, name: str, *, role: str = "") -> None:
        """Show who keeps the book."""
        self.person.set_person(f"{role} {name}".strip(), name[:1])


class StatusBar(Bar):
    """What is saved at the left, running work beside it, the keys that work now at the right."""

    def __init__(self, progress: QWidget | None = None) -> None:
        super().__init__(26, above=theme.LINE2, fill=theme.PAPER, padding=20)
        self.row.setSpacing(6)
        self._mark = IconLabel("state-check", colour=theme.GREEN, size=12)
        self._saved = label(size=12, colour=theme.INK2)
        self._mark.hide()
        self.row.addWidget(self._mark)
        self.row.addWidget(self._saved)
        if progress is not None:
            self.row.addSpacing(12)
            self.row.addWidget(progress)
        self.row.addSpacing(12)
        self.keys = KeyHints()
        self.row.addWidget(self.keys, 1)

    def set_saved(self, text: str, *, bad: bool = False) -> None:
        """Say when things were last saved, or what stands in the way."""
        self._mark.set_icon("state-x" if bad else "state-check", theme.RED if bad else theme.GREEN)
        self._mark.setVisible(bool(text))
        self._saved.setText(text)

    def set_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these ``(key, what it does)``."""
        self.keys.set_keys(keys)
