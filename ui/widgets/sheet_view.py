"""A sheet as it looks, with what was recognised over it: chips over the columns, brackets, filled cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from minqing.forms.files.grid import column_name
from minqing.forms.learning.look import Look
from ui import theme
from ui.widgets.paint import paint_focus
from ui.widgets.sheet_paint import (
    Pointed,
    cell_font,
    moved,
    paint_band,
    paint_cell_tag,
    paint_letters,
    paint_numbers,
    paint_sheet,
)
from ui.widgets.sheet_plan import (
    LETTERS,
    NUMBERS,
    CellTag,
    Certainty,
    Marks,
    Plan,
    Span,
    Spot,
    Tag,
    lay_out,
)

__all__ = ["CellTag", "Certainty", "Marks", "SheetView", "Spot", "Tag"]

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CLEAR = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_STEPS: Mapping[Qt.Key, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NOTHING = Look("", (), (), ())


class SheetView(QAbstractScrollArea):
    """Shows a look and marks over it.

    ``column_wanted(column)`` and ``column_cleared(column)`` fire for Enter or a click, and for Delete, on a chip;
    ``cell_wanted(row, column)`` and ``cell_cleared(row, column)`` the same on a cell outside the table;
    ``row_wanted(row, global position)`` for a click on a row's number; ``spot_changed(Spot)`` when the keyboard moves.
    Columns and rows are 1-based sheet numbers.
    """

    ROLE: ClassVar = QAccessible.Role.Graphic
    column_wanted = Signal(int)
    column_cleared = Signal(int)
    cell_wanted = Signal(int, int)
    cell_cleared = Signal(int, int)
    row_wanted = Signal(int, QPoint)
    spot_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan = lay_out(_NOTHING, Marks())
        self.spot: Spot | None = None
        self._hovered: Spot | None = None
        self._hovered_row = 0
        self.setAccessibleName("表样")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    def show_sheet(self, look: Look, marks: Marks) -> None:
        """Show a sheet; the keyboard goes to its first chip."""
        self.plan = lay_out(look, marks)
        tags = self.plan.marks.tags
        self.spot = Spot(0, tags[0].column) if tags else None
        self._fit()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(self._best_start())
        self._tell()

    def set_marks(self, marks: Marks) -> None:
        """Draw other marks over the same sheet; the keyboard stays where it is."""
        self.plan = lay_out(self.plan.look, marks)
        tags = self.plan.marks.tags
        if self.spot is None or (not self.spot.row and self.plan.marks.tag(self.spot.column) is None):
            self.spot = Spot(0, tags[0].column) if tags else None
        self._fit()
        self._tell()

    def go(self, spot: Spot) -> None:
        """Put the keyboard on a chip or a cell and scroll it into view."""
        self.spot = spot
        self._show_area(self.plan.area_of(spot), sticky=not spot.row)
        self._tell()

    def place_of(self, spot: Spot) -> QRect:
        """Where a chip or a cell is in the viewport, for a popup beside it."""
        area = moved(self.plan, self.plan.area_of(spot), *self._offset)
        if not spot.row:
            area.moveTop(self._band_top())
        return area

    def _tell(self) -> None:
        tag = self.plan.marks.tag(self.spot.column) if self.spot and not self.spot.row else None
        words = f"{column_name(self.spot.column)} 列：{tag.words}" if self.spot and tag else ""
        self.setAccessibleName(f"表样，{words}" if words else "表样")
        self.viewport().update()
        self.spot_changed.emit(self.spot)

    @property
    def _offset(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _band_top(self) -> int:
        """The band stands over the header, and stays at the top when that is scrolled away."""
        return LETTERS + max(self.plan.band.start - self._offset[1], 0)

    def _best_start(self) -> int:
        """Scrolled so far that, below a long instruction, the header and some rows can be seen."""
        band, room = self.plan.band, self.viewport().height() - LETTERS
        needed = band.end + min(180, self.plan.height - band.end) - room
        return max(0, min(needed, band.start))

    def _fit(self) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide, high = self.viewport().width() - self.plan.gutter, self.viewport().height() - LETTERS
        for bar, whole, room in ((across, self.plan.width, wide), (down, self.plan.height, high)):
            bar.setPageStep(max(room, 1))
            bar.setSingleStep(24)
            bar.setRange(0, max(0, whole - room))

    def _show_area(self, area: QRect, *, sticky: bool) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        wide, high = self.viewport().width() - self.plan.gutter, self.viewport().height() - LETTERS
        across.setValue(_seen(Span(area.left(), min(area.width(), wide)), across.value(), wide))
        if not sticky:
            down.setValue(_seen(Span(area.top(), min(area.height(), high)), down.value(), high))
        elif area.top() - down.value() > high - self.plan.band.size:
            down.setValue(area.top() - high + self.plan.band.size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        across, down = self._offset
        whole = self.viewport().rect()
        painter.fillRect(whole, QColor(theme.PAPER3))
        painter.save()
        painter.setClipRect(whole.adjusted(self.plan.gutter, LETTERS, 0, 0))
        painter.translate(self.plan.gutter - across, LETTERS - down)
        paint_sheet(painter, self.plan, QRect(across, down, whole.width() - self.plan.gutter, whole.height() - LETTERS))
        self._paint_cells(painter)
        painter.restore()
        if self.plan.band.size:
            band = QRect(self.plan.gutter, self._band_top(), whole.width() - self.plan.gutter, self.plan.band.size)
            pointed = Pointed(self.spot if self.hasFocus() else None, self._hovered)
            paint_band(painter, self.plan, band, across, pointed)
        paint_numbers(painter, self.plan, down, whole.height(), self._hovered_row)
        paint_letters(painter, self.plan, across, whole.width(), self.spot)
        painter.fillRect(0, 0, self.plan.gutter, LETTERS - 1, QColor(theme.PAPER2))
        painter.end()

    def _paint_cells(self, painter: QPainter) -> None:
        for tag in self.plan.marks.cells:
            paint_cell_tag(painter, self.plan.block(tag.row, tag.column), tag)
        for spot, strong in ((self._hovered, False), (self.spot, self.hasFocus())):
            if spot is None or not spot.row:
                continue
            if strong:
                paint_focus(painter, self.plan.area_of(spot), radius=2)
            elif spot is self._hovered:
                painter.setPen(QColor(theme.ACCENTL))
                painter.drawRect(self.plan.area_of(spot).adjusted(0, 0, -2, -2))

    def _spot_at(self, place: QPoint) -> Spot | None:
        across, down = self._offset
        if place.x() < self.plan.gutter or place.y() < LETTERS:
            return None
        top = self._band_top()
        column = self.plan.column_at(place.x() - self.plan.gutter + across)
        if self.plan.band.size and top <= place.y() < top + self.plan.band.size:
            return Spot(0, column) if self.plan.marks.tag(column) else None
        return self.plan.spot_at(QPoint(place.x() - self.plan.gutter + across, place.y() - LETTERS + down))

    def _row_at(self, place: QPoint) -> int:
        inside = place.x() < NUMBERS and place.y() >= LETTERS
        return self.plan.row_at(place.y() - LETTERS + self._offset[1]) if inside else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row, spot = self._row_at(place), self._spot_at(place)
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif row:
            self.row_wanted.emit(row, self.viewport().mapToGlobal(place))
        elif spot is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.spot = spot
            self._tell()
            self._ask(spot)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _ask(self, spot: Spot) -> None:
        if spot.row:
            self.cell_wanted.emit(spot.row, spot.column)
        else:
            self.column_wanted.emit(spot.column)

    def _clear(self, spot: Spot) -> None:
        if spot.row:
            self.cell_cleared.emit(spot.row, spot.column)
        else:
            self.column_cleared.emit(spot.column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._hovered, self._hovered_row = self._spot_at(place), self._row_at(place)
        hand = self._hovered is not None or self._hovered_row
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered, self._hovered_row = None, 0
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move between chips and cells, Enter asks for another field, Delete takes it away."""
        key = Qt.Key(event.key())
        act: Callable[[Spot], None] | None = self._ask if key in _ENTER else self._clear if key in _CLEAR else None
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.spot is None or not plain:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.go(self.plan.moved(self.spot, *_STEPS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and not self.spot.row:
            tags = self.plan.marks.tags
            self.go(Spot(0, tags[0 if key == Qt.Key.Key_Home else -1].column))
        elif act is not None:
            act(self.spot)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip(self, place: QPoint) -> str:
        """Why a chip says what it says; a cell's whole text where it does not fit; what a click on a row does."""
        if self._row_at(place):
            return "点行号可以改表头和数据的起止行"
        spot = self._spot_at(place)
        if spot is None:
            return ""
        if not spot.row:
            tag = self.plan.marks.tag(spot.column)
            return f"{tag.words}\n{tag.tip}".strip() if tag else ""
        cell = self.plan.look.at(*spot)
        if cell is None or not cell.text:
            return "点一下，选这一格填什么"
        return (
            cell.text if len(cell.text) * cell_font(self.plan, cell).pixelSize() > self.plan.area(cell).width() else ""
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _seen(span: Span, offset: int, room: int) -> int:
    """How far to scroll so that ``span`` is inside ``room`` px, moving as little as need be."""
    if span.start < offset:
        return span.start
    return span.end - room if span.end > offset + room else offset
