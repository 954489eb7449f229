"""How rows and headers of the table are drawn."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui import theme
from ui.icons import paint_icon
from ui.translation import shown
from ui.widgets.paint import badge_width, elided, fitted, paint_badge, paint_focus, spoken
from ui.widgets.table_model import RECORD_ROLE, Column, RecordTableModel, alignment

EDGE = 14
_MARKS = frozenset("；，。、 ")
GAP = 8


def in_two(text: str, font: QFont, width: int) -> tuple[str, str]:
    """``text`` in two lines of ``width`` px, cut after a mark or a space if there is one; the second may be blank."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return text, ""
    fits = bisect_right(range(len(text) + 1), width, key=lambda count: metrics.horizontalAdvance(text[:count])) - 1
    marks = [place for place in range(fits, fits // 2, -1) if text[place - 1] in _MARKS]
    place = next(iter(marks), max(1, fits))
    return text[:place].rstrip(), text[place:].lstrip()


class Header(QHeaderView):
    """A header of 32 px in 13 px type; the sorted column is ink with a small chevron.

    By keyboard: Shift+Tab from the rows, ←→ to a column, Enter or the space bar sorts, ↓ goes back to the rows.
    """

    def __init__(self, parent: QWidget | None = None, *, height: int = 32) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height = height
        self._here = 0
        self.setFixedHeight(height)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFont(theme.font(13))
        self.setAccessibleName("表头")
        self.setToolTip("按一列排序：点列名，或按 Shift+Tab 到表头，用 ←→ 选列，按 Enter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -self.count(), Qt.Key.Key_End: self.count()}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self._here = max(0, min(self.count() - 1, self._here + step))
            self.setAccessibleDescription(cast("RecordTableModel[Any]", self.model()).columns[self._here].title)
            self.viewport().update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._here < self.count():
            self.sectionClicked.emit(self._here)
        elif event.key() == Qt.Key.Key_Down:
            cast(QWidget, self.parent()).setFocus()
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.PAPER2))
        painter.fillRect(0, self.height() - 1, self.viewport().width(), 1, QColor(theme.LINE2))
        for section in range(self.count()):
            area = QRect(self.sectionViewportPosition(section), 0, self.sectionSize(section), self.height() - 1)
            self._paint_title(painter, area, section)
            if section == self._here and self.hasFocus():
                paint_focus(painter, area.adjusted(2, 2, -2, -1))
        painter.end()

    def _paint_title(self, painter: QPainter, area: QRect, section: int) -> None:
        model = cast("RecordTableModel[Any]", self.model())
        column = model.columns[section]
        left = area.left() + (EDGE if section == 0 else 0)
        right = area.right() + 1 - (EDGE if section == self.count() - 1 else GAP)
        sorted_here = model.sorting is not None and model.sorting[0] == section
        room = right - left - (15 if sorted_here else 0)
        shown = elided(column.title, self.font(), room)
        width = QFontMetrics(self.font()).horizontalAdvance(shown)
        if column.align == "right":
            left = right - width - (15 if sorted_here else 0)
        elif column.align == "center":
            left += (right - left - width) // 2
        painter.setFont(self.font())
        painter.setPen(QColor(theme.INK if sorted_here else theme.INK2))
        text = QRect(left, 0, width + 2, area.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if sorted_here and model.sorting is not None:
            name = "chevu" if model.sorting[1] == Qt.SortOrder.AscendingOrder else "chev"
            paint_icon(painter, name, QRectF(left + width + 2, area.height() / 2 - 6.5, 13, 13), theme.INK)


class RowDelegate(QStyledItemDelegate):
    """Draws one cell straight from its record and column: no widget per row, whatever the number of rows."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1

    def _column(self, index: QModelIndex | QPersistentModelIndex) -> Column[Any]:
        return cast("RecordTableModel[Any]", index.model()).columns[index.column()]

    def _inner(self, area: QRect, index: QModelIndex | QPersistentModelIndex) -> QRect:
        first, last = index.column() == 0, index.column() == index.model().columnCount() - 1
        return area.adjusted(EDGE if first else 0, 0, -EDGE if last else -GAP, -1)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        fill = theme.ACCENTT if selected else theme.PAPER2 if index.row() == self.hovered else theme.PANEL
        painter.fillRect(area, QColor(fill))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        if selected and index.column() == 0:
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(theme.ACCENT))
        painter.setClipRect(area)
        self._paint_cell(painter, self._inner(area, index), index)
        painter.restore()
        if selected and self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            self._paint_row_focus(painter, area)

    def _paint_row_focus(self, painter: QPainter, area: QRect) -> None:
        row = QRect(0, area.top(), self._view.viewport().width(), area.height())
        painter.save()
        painter.setClipping(False)
        paint_focus(painter, row, radius=1)
        painter.restore()

    def _paint_cell(self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        column = self._column(index)
        record = index.data(RECORD_ROLE)
        badges = column.badges(record)
        left = area.left()
        if badges:
            total = sum(badge_width(badge) for badge in badges) + 5 * (len(badges) - 1)
            if column.align == "right":
                left = max(left, area.right() + 1 - total)
            middle = area.top() + area.height() / 2
            for badge in fitted(badges, area.right() + 1 - left):
                left += paint_badge(painter, badge, left=left, middle=middle) + 5
            if not column.badge_then_text:
                return
            area = QRect(left + 1, area.top(), area.right() - left, area.height())
        font, colour = self._type(column, record, after_badge=bool(badges))
        text = column.text(record)
        sub = column.sub(record) if column.sub is not None else ""
        if sub:
            self._paint_two_lines(painter, area, (text, sub), font, colour)
        elif column.wrap and (lines := in_two(shown(text), font, area.width()))[1]:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            for line, top in zip(lines, (area.center().y() - 18, area.center().y()), strict=True):
                room = QRect(area.left(), top, area.width(), 19)
                painter.drawText(room, alignment(column.align), elided(line, font, area.width()))
        else:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(area, alignment(column.align), elided(text, font, area.width()))

    def _type(self, column: Column[Any], record: Any, *, after_badge: bool) -> tuple[QFont, str]:
        weight = theme.MEDIUM if column.strong is not None and column.strong(record) else theme.REGULAR
        size = 12 if after_badge else column.size
        colour = column.tone(record) if column.tone is not None else ""
        return theme.font(size, weight), colour or (theme.INK2 if column.muted or after_badge else theme.INK)

    def _paint_two_lines(
        self, painter: QPainter, area: QRect, lines: tuple[str, str], font: QFont, colour: str
    ) -> None:
        small = theme.font(12)
        top = area.top() + (area.height() - 36) // 2
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRect(area.left(), top, area.width(), 19), left, elided(lines[0], font, area.width()))
        painter.setFont(small)
        painter.setPen(QColor(theme.INK2))
        painter.drawText(QRect(area.left(), top + 19, area.width(), 17), left, elided(lines[1], small, area.width()))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), self.tip(index, option.rect), view)
        return True

    def tip(self, index: QModelIndex | QPersistentModelIndex, area: QRect) -> str:
        """The column's own tooltip, or the whole text if ``area`` cuts it, or nothing."""
        column = self._column(index)
        record = index.data(RECORD_ROLE)
        if column.tooltip is not None:
            return column.tooltip(record)
        room, badges = self._inner(area, index).width(), column.badges(record)
        font, _ = self._type(column, record, after_badge=bool(badges))
        text = column.text(record) if column.badge_then_text or not badges else ""
        if badges:
            beside = room - sum(badge_width(badge) + 5 for badge in badges) - 1
            cut = fitted(badges, room) != badges or QFontMetrics(font).horizontalAdvance(text) > beside
            return f"{spoken(badges)} {text}".strip() if cut else ""
        cut = QFontMetrics(font).horizontalAdvance(text) > room
        sub = column.sub(record) if column.sub is not None else ""
        cut_sub = QFontMetrics(theme.font(12)).horizontalAdvance(sub) > room
        return "\n".join(part for part in (text, sub) if part) if cut or cut_sub else ""
