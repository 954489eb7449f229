"""Drawing a sheet as it looks, and over it what was recognised: soft grounds, brackets, chips, filled cells."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from minqing.forms.files.grid import column_name
from minqing.forms.learning.look import CellLook, Edge
from ui import theme
from ui.icons import paint_icon
from ui.translation import as_written
from ui.widgets.paint import elided, paint_box, paint_focus
from ui.widgets.sheet_plan import BRACKETS, LETTERS, NUMBERS, CellTag, Certainty, Plan, Span, Spot, Tag

HEADER_GROUND = QColor(31, 82, 99, 26)
DATA_GROUND = QColor(55, 114, 76, 18)
_GRID = QColor("#E4E4E4")
_STACKED = 255
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "top": Qt.AlignmentFlag.AlignTop,
    "bottom": Qt.AlignmentFlag.AlignBottom,
}
_CHIPS = {
    Certainty.SURE: (theme.GREENT, theme.GREENL, theme.GREEN, "state-check"),
    Certainty.LIKELY: (theme.AMBERT, theme.AMBERL, theme.AMBER, "state-tri"),
    Certainty.CHOSEN: (theme.ACCENTT, theme.ACCENTL, theme.ACCENT, "state-check"),
    Certainty.NONE: (theme.PANEL, theme.RULE, theme.INK2, "state-dash"),
}
_FLAGS_CENTER = Qt.AlignmentFlag.AlignCenter
_FLAGS_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_sheet(painter: QPainter, plan: Plan, seen: QRect) -> None:
    """Draw the part of the sheet inside ``seen``, in the sheet's own px: grid, fills, borders, texts, grounds."""
    painter.fillRect(QRect(0, 0, plan.width, plan.height).intersected(seen), QColor(theme.WHITE))
    _paint_grid(painter, plan, seen)
    shown = [(cell, area) for cell in plan.look.cells if (area := plan.area(cell)).intersects(seen)]
    for cell, area in shown:
        if cell.fill:
            painter.fillRect(area, QColor(cell.fill))
        elif cell.last_row > cell.row or cell.last_column > cell.column:
            painter.fillRect(area.adjusted(1, 1, -1, -1), QColor(theme.WHITE))
    _paint_grounds(painter, plan)
    for cell, area in shown:
        _paint_edges(painter, cell, area)
    for cell, area in shown:
        if cell.text:
            with as_written():
                _paint_text(painter, plan, cell, area)


def _paint_grid(painter: QPainter, plan: Plan, seen: QRect) -> None:
    painter.setPen(QPen(_GRID, 1))
    for span in plan.rows.values():
        if seen.top() <= span.end <= seen.bottom() + 1:
            painter.drawLine(seen.left(), span.end - 1, min(seen.right(), plan.width - 1), span.end - 1)
    for span in plan.columns.values():
        if seen.left() <= span.end <= seen.right() + 1:
            painter.drawLine(span.end - 1, seen.top(), span.end - 1, min(seen.bottom(), plan.height - 1))


def _paint_grounds(painter: QPainter, plan: Plan) -> None:
    marks = plan.marks
    if marks.header:
        painter.fillRect(plan.rows_area(marks.header[0], marks.header[-1]), HEADER_GROUND)
    if marks.last:
        painter.fillRect(plan.rows_area(marks.first, marks.last), DATA_GROUND)


def _paint_edges(painter: QPainter, cell: CellLook, area: QRect) -> None:
    left, top, right, bottom = cell.edges
    lines: tuple[tuple[Edge, QRect], ...] = (
        (left, QRect(area.left() - 1, area.top() - 1, left.weight, area.height() + 1)),
        (top, QRect(area.left() - 1, area.top() - 1, area.width() + 1, top.weight)),
        (right, QRect(area.right(), area.top() - 1, right.weight, area.height() + 1)),
        (bottom, QRect(area.left() - 1, area.bottom(), area.width() + 1, bottom.weight)),
    )
    for edge, line in lines:
        if edge.weight:
            painter.fillRect(line, QColor(edge.colour))


def cell_font(plan: Plan, cell: CellLook) -> QFont:
    """The font of a cell as it is shown: the window's own family, in the cell's size and weight."""
    made = theme.font(max(round(cell.size * plan.zoom), 9), theme.BOLD if cell.bold else theme.REGULAR)
    made.setItalic(cell.italic)
    return made


def _paint_text(painter: QPainter, plan: Plan, cell: CellLook, area: QRect) -> None:
    font = cell_font(plan, cell)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(cell.colour))
    room = area.adjusted(3, 1, -4, -2)
    flags = _ALIGN[cell.across] | _ALIGN.get(cell.down, Qt.AlignmentFlag.AlignVCenter)
    if cell.turn == _STACKED:
        painter.setClipRect(area)
        painter.drawText(room, _FLAGS_CENTER, "\n".join(cell.text.replace("\n", "")))
    elif cell.turn:
        painter.setClipRect(area)
        _paint_turned(painter, cell, room)
    elif cell.wrap:
        painter.setClipRect(area)
        painter.drawText(room, flags | Qt.TextFlag.TextWrapAnywhere, cell.text)
    else:
        line = " ".join(cell.text.split("\n"))
        wide = _spilled(plan, cell, area, QFontMetrics(font).horizontalAdvance(line))
        painter.setClipRect(wide)
        painter.drawText(wide.adjusted(3, 1, -4, -2), flags | Qt.TextFlag.TextSingleLine, line)
    painter.restore()


def _paint_turned(painter: QPainter, cell: CellLook, room: QRect) -> None:
    painter.translate(room.center())
    painter.rotate(-cell.turn)
    turned = QRect(-room.height() // 2, -room.width() // 2, room.height(), room.width())
    painter.drawText(turned, _FLAGS_CENTER | Qt.TextFlag.TextWrapAnywhere, cell.text)


def _spilled(plan: Plan, cell: CellLook, area: QRect, width: int) -> QRect:
    """Text without a wrap runs on over blank cells at its right, as spreadsheet programs show it."""
    end = area.right() + 1
    if cell.across != "left" or cell.last_column > cell.column:
        return area
    for column, span in plan.columns.items():
        if column > cell.last_column and end < area.left() + width + 7:
            if plan.look.text(cell.row, column):
                break
            end = span.end
    return QRect(area.left(), area.top(), end - area.left(), area.height())


def paint_letters(painter: QPainter, plan: Plan, across: int, width: int, current: Spot | None) -> None:
    """The row of column letters at the top; ``across`` is how far the sheet is scrolled."""
    painter.fillRect(0, 0, width, LETTERS, QColor(theme.PAPER2))
    painter.setFont(theme.font(12))
    for column, span in plan.columns.items():
        area = QRect(plan.gutter + span.start - across, 0, span.size, LETTERS)
        if area.right() < plan.gutter or area.left() > width:
            continue
        here = current is not None and current.column == column
        if here:
            painter.fillRect(area, QColor(theme.ACCENTT))
        painter.setPen(QColor(theme.ACCENT if here else theme.INK2))
        painter.drawText(area, _FLAGS_CENTER, column_name(column))
        painter.fillRect(area.right(), area.top() + 4, 1, LETTERS - 8, QColor(theme.LINE2))
    painter.fillRect(0, LETTERS - 1, width, 1, QColor(theme.LINE2))


def paint_numbers(painter: QPainter, plan: Plan, down: int, height: int, hovered: int) -> None:
    """The column of row numbers at the left, with brackets around the header and the rows for records."""
    painter.fillRect(0, LETTERS, plan.gutter, height - LETTERS, QColor(theme.PAPER2))
    painter.setFont(theme.font(12))
    for row, span in plan.rows.items():
        area = QRect(0, LETTERS + span.start - down, NUMBERS, span.size)
        if area.bottom() < LETTERS or area.top() > height:
            continue
        if row == hovered:
            painter.fillRect(area, QColor(theme.ACCENTT))
        painter.setPen(QColor(theme.ACCENT if row == hovered else theme.INK2))
        painter.drawText(area, _FLAGS_CENTER, str(row))
        painter.fillRect(4, area.bottom(), NUMBERS - 8, 1, QColor(theme.LINE))
    marks = plan.marks
    if marks.header:
        _paint_bracket(painter, plan, down, _Bracket(marks.header[0], marks.header[-1], BRACKETS[0], theme.ACCENT))
    if marks.last:
        _paint_bracket(painter, plan, down, _Bracket(marks.first, marks.last, BRACKETS[1], theme.GREEN))
    painter.fillRect(plan.gutter - 1, LETTERS, 1, height - LETTERS, QColor(theme.LINE2))
    painter.fillRect(0, 0, plan.gutter, LETTERS, QColor(theme.PAPER2))
    painter.fillRect(0, LETTERS - 1, plan.gutter, 1, QColor(theme.LINE2))


class _Bracket(NamedTuple):
    first: int
    last: int
    word: str
    colour: str


def _paint_bracket(painter: QPainter, plan: Plan, down: int, bracket: _Bracket) -> None:
    spans = [span for row, span in plan.rows.items() if bracket.first <= row <= bracket.last]
    if not spans:
        return
    colour = bracket.colour
    whole = Span(spans[0].start, spans[-1].end - spans[0].start)
    area = QRect(NUMBERS, LETTERS + whole.start - down, plan.gutter - NUMBERS - 1, whole.size)
    painter.save()
    painter.setClipRect(QRect(0, LETTERS, plan.gutter, area.bottom() + 1))
    painter.fillRect(area.right() - 3, area.top() + 1, 2, area.height() - 2, QColor(colour))
    painter.fillRect(area.right() - 3, area.top() + 1, 4, 2, QColor(colour))
    if bracket.last in plan.rows:
        painter.fillRect(area.right() - 3, area.bottom() - 2, 4, 2, QColor(colour))
    painter.setFont(theme.font(12))
    painter.setPen(QColor(colour))
    top = max(area.top(), LETTERS)
    painter.drawText(QRect(area.left(), top, area.width() - 5, min(area.height(), 22)), _FLAGS_CENTER, bracket.word)
    painter.restore()


class Pointed(NamedTuple):
    """What the keyboard is on (it gets a ring), and what the mouse is over."""

    current: Spot | None
    hovered: Spot | None


def paint_band(painter: QPainter, plan: Plan, area: QRect, across: int, pointed: Pointed) -> None:
    """The band of chips inside ``area``; ``across`` is how far the sheet is scrolled."""
    painter.save()
    painter.setClipRect(area)
    painter.fillRect(area, QColor(theme.PAPER))
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.RULE))
    for tag in plan.marks.tags:
        span = plan.columns.get(tag.column)
        if span is None:
            continue
        place = QRect(plan.gutter + span.start - across + 1, area.top() + 3, span.size - 3, area.height() - 7)
        if place.right() >= area.left() and place.left() <= area.right():
            spot = Spot(0, tag.column)
            paint_chip(painter, tag, place, hovered=pointed.hovered == spot)
            if pointed.current == spot:
                paint_focus(painter, place.adjusted(-1, -1, 1, 1))
    painter.restore()


def paint_chip(painter: QPainter, tag: Tag, area: QRect, *, hovered: bool = False) -> None:
    """One chip: shape and whose field over the field, or 不填."""
    fill, border, ink, shape = _CHIPS[tag.certainty]
    edge = theme.ACCENT if hovered else border
    paint_box(painter, QRectF(area), fill=fill, border=edge, dashed=tag.certainty is Certainty.NONE)
    small, strong = theme.font(12), theme.font(12, theme.MEDIUM)
    inner = area.adjusted(6, 2, -4, -2)
    half = inner.height() // 2
    upper = QRect(inner.left(), inner.top(), inner.width(), half)
    paint_icon(painter, shape, QRectF(upper.left(), upper.center().y() - 5, 11, 11), ink)
    painter.setFont(small)
    painter.setPen(QColor(ink))
    owner = tag.owner or ("" if tag.text else "不填")
    painter.drawText(upper.adjusted(15, 0, 0, 0), _FLAGS_LEFT, elided(owner, small, upper.width() - 15))
    if tag.masked:
        paint_icon(painter, "lock", QRectF(upper.right() - 11, upper.center().y() - 5, 11, 11), ink)
    painter.setFont(strong)
    painter.setPen(QColor(theme.INK if tag.text else theme.INK2))
    lower = QRect(inner.left(), inner.top() + half, inner.width(), half)
    painter.drawText(lower, _FLAGS_LEFT, elided(tag.text, strong, lower.width()))


def paint_cell_tag(painter: QPainter, area: QRect, tag: CellTag) -> None:
    """The outline of a cell that is filled, and what with."""
    painter.save()
    painter.setPen(QPen(QColor(theme.ACCENT), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(1, 1, -2, -2))
    font = theme.font(12)
    width = min(QFontMetrics(font).horizontalAdvance(tag.text) + 10, area.width() - 4)
    height = min(18, area.height() - 4)
    place = QRect(area.right() - width - 2, area.center().y() - height // 2, width, height)
    painter.fillRect(place, QColor(theme.ACCENT))
    painter.setFont(font)
    painter.setPen(QColor(theme.WHITE))
    painter.drawText(place.adjusted(5, 0, -3, 0), _FLAGS_LEFT, elided(tag.text, font, width - 8))
    painter.restore()


def moved(plan: Plan, area: QRect, across: int, down: int) -> QRect:
    """A place of the sheet as the viewport has it."""
    return area.translated(QPoint(plan.gutter - across, LETTERS - down))
