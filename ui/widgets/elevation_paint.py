"""How the elevation is drawn: stairways with their figures above them, floors at the side, doors as cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from minqing.work.elevation import Door, Elevation, State, Summary, Unit
from ui import theme
from ui.icons import paint_icon
from ui.widgets.elevation_model import DOOR_ROLE, ElevationModel, floor_word, tags_of
from ui.widgets.paint import Badge, Look, Tone, badge_width, elided, paint_badge, paint_box, widest

CELL_HEIGHT, ROW_HEIGHT, LAST_ROW_HEIGHT = 64, 67, 69
CELL_WIDTH, NARROWEST, WIDEST = 120, 104, 176
FLOOR_WIDTH, HEAD_HEIGHT, UNIT_GAP = 30, 67, 14
_ROOF = 59
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_DIMMED = 0.32


@dataclass(frozen=True)
class StateLook:
    """Shape, ink, fill and border of a state."""

    shape: str
    ink: str
    fill: str
    border: str
    dashed: bool = False


STATE_LOOKS = {
    State.RECENT: StateLook("dot", theme.GREEN, theme.GREENT, theme.GREENL),
    State.WITHIN: StateLook("half", theme.GREEN, theme.PANEL, theme.LINE2),
    State.OVERDUE: StateLook("tri", theme.AMBER, theme.AMBERT, theme.AMBERL),
    State.NEVER: StateLook("ring", theme.INK, theme.PANEL, theme.INK2, dashed=True),
    State.EMPTY: StateLook("dash", theme.INK2, theme.PAPER3, theme.LINE2),
    State.UNKNOWN: StateLook("plus", theme.INK2, theme.PAPER2, theme.RULE, dashed=True),
}
_BAR = ((State.RECENT, theme.GREEN), (State.WITHIN, theme.GREENL), (State.OVERDUE, theme.AMBER))


@dataclass(frozen=True)
class ColumnPlan:
    """Where the cell stands in its column: room at its sides, the walls of its unit, the stairs beside it."""

    left: int
    right: int
    first: bool
    last: bool
    stairs: int
    gap: int


def column_plans(building: Elevation) -> list[ColumnPlan]:
    """The plan of every column; stairs run between the halves of a unit: 1 right of the cell, -1 left of it."""
    plans = []
    for number, unit in enumerate(building.units):
        count = len(unit.columns)
        half = -(-count // 2)
        gap = UNIT_GAP if number < len(building.units) - 1 else 0
        for place in range(count):
            first, last = place == 0, place == count - 1
            stairs = 1 if place == half - 1 and count > 1 else -1 if place == half and count > 1 else 0
            left = 5 if first or stairs == -1 else 2
            right = 5 if last or stairs == 1 else 3
            plans.append(ColumnPlan(left, right, first, last, stairs, gap if last else 0))
    return plans


def cell_width(plans: list[ColumnPlan], room: int) -> int:
    """How wide the cells are so that the building fills ``room`` px, within what can be read."""
    if not plans:
        return CELL_WIDTH
    walls = sum(plan.left + plan.right + plan.gap for plan in plans)
    return max(NARROWEST, min(WIDEST, (room - walls) // len(plans)))


class FloorHeader(QHeaderView):
    """The floors at the left of the elevation."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(FLOOR_WIDTH)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def set_building(self, building: Elevation | None) -> None:
        """Be as wide as the floors of another building need."""
        words = [floor_word(floor) for floor in building.floors] if building else []
        self.setFixedWidth(max(FLOOR_WIDTH, widest(words, 12) + 1))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), super().sizeHint().height())

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.PANEL))
        painter.setFont(theme.font(12))
        painter.setPen(QColor(theme.INK2))
        building = cast("ElevationModel", self.model()).building
        for row, floor in enumerate(building.floors if building else ()):
            area = QRect(0, self.sectionViewportPosition(row), self.width(), CELL_HEIGHT)
            painter.drawText(area, _LEFT, floor_word(floor))
        painter.end()


class UnitHeader(QHeaderView):
    """Above each stairway: its name, how many of its households were met within 90 days, and the roof."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEAD_HEIGHT)
        self.setMinimumSectionSize(20)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.plans: list[ColumnPlan] = []
        self._figures: list[tuple[Unit, Summary]] = []

    def set_building(self, building: Elevation | None) -> None:
        """Take the plan and the figures of another building."""
        self.plans = column_plans(building) if building else []
        self._figures = [(unit, building.summary(unit)) for unit in building.units] if building else []
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.PANEL))
        section = 0
        for unit, figures in self._figures:
            last = section + len(unit.columns) - 1
            left = self.sectionViewportPosition(section)
            right = self.sectionViewportPosition(last) + self.sectionSize(last) - self.plans[last].gap
            self._paint_figures(painter, unit, figures, QRect(left, 0, right - left, _ROOF))
            self._paint_roof(painter, left, right, section, last)
            section = last + 1
        painter.end()

    def _paint_roof(self, painter: QPainter, left: int, right: int, first: int, last: int) -> None:
        painter.fillRect(left, _ROOF, right - left, 3, QColor(theme.COVER))
        painter.fillRect(left, _ROOF + 3, right - left, HEAD_HEIGHT - _ROOF - 3, QColor(theme.PAPER3))
        for edge in (left, right - 1):
            painter.fillRect(edge, _ROOF + 3, 1, HEAD_HEIGHT - _ROOF - 3, QColor(theme.LINE2))
        for section in range(first, last + 1):
            if self.plans[section].stairs == -1:
                middle = self.sectionViewportPosition(section)
                painter.fillRect(middle - 5, _ROOF + 3, 10, HEAD_HEIGHT - _ROOF - 3, QColor(theme.LINE2))

    def _paint_figures(self, painter: QPainter, unit: Unit, figures: Summary, area: QRect) -> None:
        left, right = area.left(), area.right() + 1
        top = QRect(left, 0, area.width(), 20)
        title = theme.font(15, theme.BOLD)
        end = _text(painter, top, unit.label, title, ink=theme.INK)
        known = figures.visited.whole > 0
        percent = theme.font(14, theme.BOLD)
        _text(painter, top, str(figures.visited), percent, ink=theme.INK, how=_RIGHT)
        room = QRect(left, 0, area.width() - 44, 20)
        words = f" / {figures.visited.whole}\u00a0户"
        tail = QFontMetrics(theme.font()).horizontalAdvance(words)
        _text(painter, room, words, theme.font(), ink=theme.INK2, how=_RIGHT)
        number = room.adjusted(0, 0, -tail, 0)
        _text(painter, number, str(figures.visited.part), percent, ink=theme.INK, how=_RIGHT)
        begin = left + end + 8
        used = QFontMetrics(percent).horizontalAdvance(str(figures.visited.part)) + tail + 44 + 8
        note = "90 天内已访" if known else "还没有登记住户"
        if widest((note,), 12) <= right - used - begin:
            _text(painter, QRect(begin, 0, right - begin, 20), note, theme.font(12), ink=theme.INK2)
        self._paint_bar(painter, figures, QRectF(left, 25, area.width(), 6))
        low = QRect(left, 35, area.width(), 18)
        words = "   ".join(f"{word} {figures.counts[state]}" for state, word in _LOW_WORDS if figures.counts[state])
        end = _text(painter, low, words or " ", theme.font(12), ink=theme.INK2)
        if figures.appeals and end + 90 < area.width():
            _text(painter, low, f"未结诉求 {figures.appeals} 件", theme.font(12), ink=theme.RED, how=_RIGHT)

    def _paint_bar(self, painter: QPainter, figures: Summary, area: QRectF) -> None:
        paint_box(painter, area, fill=theme.PANEL, border=theme.LINE2, radius=3)
        whole = max(1, figures.visited.whole)
        left = area.left() + 1
        for state, colour in _BAR:
            width = (area.width() - 2) * figures.counts[state] / whole
            painter.fillRect(QRectF(left, area.top() + 1, width, area.height() - 2), QColor(colour))
            left += width


_LOW_WORDS = ((State.OVERDUE, "超期"), (State.NEVER, "从未"), (State.EMPTY, "空置"), (State.UNKNOWN, "未登记"))


def _text(painter: QPainter, area: QRect, words: str, font: QFont, *, ink: str, how: Qt.AlignmentFlag = _LEFT) -> int:
    """Write on one line; gives the width."""
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(area, how, words)
    return QFontMetrics(font).horizontalAdvance(words)


class DoorDelegate(QStyledItemDelegate):
    """Draws one door with the wall around it; ``kept`` holds the keys that the filter leaves (None: all)."""

    def __init__(self, view: QTableView, header: UnitHeader) -> None:
        super().__init__(view)
        self._view = view
        self._header = header
        self.kept: frozenset[str] | None = None
        self.following = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area = option.rect
        plan = self._header.plans[index.column()]
        last_row = index.row() == index.model().rowCount() - 1
        painter.save()
        self._paint_wall(painter, area, plan, last_row=last_row)
        door = index.data(DOOR_ROLE)
        if isinstance(door, Door):
            width = area.width() - plan.left - plan.right - plan.gap
            cell = QRect(area.left() + plan.left, area.top() + 1, width, CELL_HEIGHT)
            here = self._view.selectionModel()
            self._paint_door(
                painter, door, cell, current=here.currentIndex() == index, marked=here.isSelected(_plain(index))
            )
        painter.restore()

    def _paint_wall(self, painter: QPainter, area: QRect, plan: ColumnPlan, *, last_row: bool) -> None:
        wall = area.adjusted(0, 0, -plan.gap, 0)
        painter.fillRect(wall, QColor(theme.PAPER3))
        if plan.first:
            painter.fillRect(wall.left(), wall.top(), 1, wall.height(), QColor(theme.LINE2))
        if plan.last:
            painter.fillRect(wall.right(), wall.top(), 1, wall.height(), QColor(theme.LINE2))
        if plan.stairs:
            left = wall.right() - 4 if plan.stairs > 0 else wall.left()
            painter.fillRect(left, wall.top(), 5, wall.height(), QColor(theme.LINE2))
            if last_row:
                painter.fillRect(left, wall.bottom() - 19, 5, 20, QColor(theme.COVER))

    def _paint_door(self, painter: QPainter, door: Door, cell: QRect, *, current: bool, marked: bool) -> None:
        look = STATE_LOOKS[door.state]
        following = door.key == self.following
        if self.kept is not None and door.key not in self.kept and not marked:
            painter.setOpacity(_DIMMED)
        fill = theme.ACCENTT if marked else look.fill
        paint_box(painter, QRectF(cell), fill=fill, border=look.border, radius=2, dashed=look.dashed)
        inner = cell.adjusted(8, 4, -8, -4)
        self._first_line(painter, door, inner, following=following, marked=marked)
        self._second_line(painter, door, QRect(inner.left(), inner.top() + 18, inner.width(), 20))
        self._third_line(painter, door, look, QRect(inner.left(), inner.top() + 38, inner.width(), 18))
        painter.setOpacity(1)
        if following:
            _outline(painter, cell.adjusted(3, 3, -3, -3), 1, dashed=True)
        if marked:
            _outline(painter, cell, 2)
        if current:
            _outline(painter, cell.adjusted(-1, -1, 1, 1), 3)

    def _first_line(self, painter: QPainter, door: Door, area: QRect, *, following: bool, marked: bool) -> None:
        line = QRect(area.left(), area.top(), area.width(), 18)
        right = line.right() + 1
        if door.open_appeals:
            badge = Badge(str(len(door.open_appeals)), Tone.BAD, "", Look.COUNT)
            right -= badge_width(badge)
            paint_badge(painter, badge, left=right, middle=line.top() + 9)
            right -= 5
        if marked:
            right -= 13
            paint_icon(painter, "state-check", QRectF(right, line.top() + 3, 13, 13), theme.ACCENT)
            right -= 4
        bold = theme.font(13, theme.BOLD)
        number = elided(door.number, bold, right - line.left())
        left = line.left() + _text(painter, line, number, bold, ink=theme.INK) + 6
        small = theme.font(12)
        words, ink = ("下一户", theme.ACCENT) if following else (door.not_met, theme.INK2)
        if words and left + QFontMetrics(small).horizontalAdvance(words) <= right:
            _text(painter, QRect(left, line.top(), right - left, 18), words, small, ink=ink)

    def _second_line(self, painter: QPainter, door: Door, line: QRect) -> None:
        quiet = door.state in {State.EMPTY, State.UNKNOWN}
        font = theme.font(14, theme.REGULAR if quiet else theme.MEDIUM)
        tags = [Badge(letter, tone, "", Look.GLYPH) for letter, _, tone in tags_of(door)]
        room = max(0, line.width() - min(QFontMetrics(font).horizontalAdvance(door.name), 44) - 4)
        most = room // 20
        if len(tags) > most:
            tags = [*tags[: max(0, most - 1)], Badge("…", Tone.NEUTRAL, "", Look.GLYPH)] if most else []
        right = line.right() + 1
        for badge in reversed(tags):
            right -= 18
            paint_badge(painter, badge, left=right, middle=line.top() + 10)
            right -= 2
        name = elided(door.name, font, right - line.left() - 2)
        _text(painter, line, name, font, ink=theme.INK2 if quiet else theme.INK)

    def _third_line(self, painter: QPainter, door: Door, look: StateLook, line: QRect) -> None:
        paint_icon(painter, f"state-{look.shape}", QRectF(line.left(), line.top() + 3, 12, 12), look.ink)
        words = line.adjusted(17, 0, 0, 0)
        small = theme.font(12)
        gone = "" if door.days is None else "今天" if door.days == 0 else f"{door.days}天"
        needed = QFontMetrics(small).horizontalAdvance
        if not gone or needed(door.state_word) + 6 + needed(gone) <= words.width():
            # The shape before it says the state too; how long ago stands nowhere else.
            _text(painter, words, elided(door.state_word, small, words.width()), small, ink=look.ink)
        if gone:
            _text(painter, words, gone, small, ink=theme.INK2, how=_RIGHT)


def _plain(index: QModelIndex | QPersistentModelIndex) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), index.column())


def _outline(painter: QPainter, area: QRect, width: int, *, dashed: bool = False) -> None:
    pen = QPen(QColor(theme.ACCENT), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashed:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRect(QRectF(area).adjusted(half, half, -half, -half))
