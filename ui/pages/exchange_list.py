"""The list of the import preview: one line below the other, driven by keyboard or mouse, asking for decisions."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from minqing.exchange.plan import NEW_RECORD, Verdict
from ui.pages.exchange_filter import PreviewFilter
from ui.pages.exchange_keys import SIDES, asked_by_key
from ui.pages.exchange_lines import LinesModel, beside
from ui.pages.exchange_paint import LineDelegate
from ui.pages.exchange_words import Line, LineKind, Prepared
from ui.pages.exchange_zones import HEIGHTS, INDENT, Ask, Identify, Zone, line_height, zones
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import OverlayBar

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PreviewList(QTableView):
    """Shows a prepared plan. ``asked(Ask)`` fires for what the user decides."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self._drawing = LineDelegate(self, self.lines)
        self._empty = EmptyState()
        self._empty.setParent(self.viewport())
        self._bar = OverlayBar(self)
        self._shape()
        self.lines.modelAboutToBeReset.connect(self._even_heights)
        self.lines.shaped.connect(self._set_heights)
        self.selectionModel().currentRowChanged.connect(lambda *_: self._to_card(0))

    def _shape(self) -> None:
        self.setAccessibleName("导入预览")
        self.setModel(self.lines)
        self.setItemDelegate(self._drawing)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(20)
        side.setDefaultSectionSize(HEIGHTS[LineKind.ROW])
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Qt keeps the heights of sections over a reset, by number: they are made even before it and set after it.
    def _even_heights(self) -> None:
        side = self.verticalHeader()
        for number, line in enumerate(self.lines.lines):
            if line.kind is not LineKind.ROW:
                side.resizeSection(number, HEIGHTS[LineKind.ROW])

    def _set_heights(self) -> None:
        side = self.verticalHeader()
        for number, line in enumerate(self.lines.lines):
            if line.kind is not LineKind.ROW:
                side.resizeSection(number, line_height(line))
        prepared = self.lines.prepared
        self._empty.setVisible(prepared is not None and not self.lines.lines)
        if prepared is not None and prepared.plan.rows:
            self._empty.set_words("没有这样的行", "换几个字，或清除上面的筛选。")
        else:
            self._empty.set_words("这张表里没有行", "表头下面是空的，没有可以导入的内容。")

    def show_plan(self, prepared: Prepared, *, fresh: bool) -> None:
        """Show another plan; one that is not ``fresh`` keeps what is open, the current line and the place."""
        before, owner = self.current_line, self.currentIndex().row()
        owner = self.lines.owner(owner) if before is not None else 0
        place = self.verticalScrollBar().value()
        self.lines.show_plan(prepared, fresh=fresh)
        if fresh:
            self._go_to(self._first_row(0))
            return
        found = self.lines.find(before) if before is not None else -1
        if before is not None and before.verdict is Verdict.DOUBTFUL and found >= 0:
            found = self._next_doubt(found, before.place)
        self.verticalScrollBar().setValue(place)
        self._go_to(found if found >= 0 else self._first_row(owner))

    def _next_doubt(self, found: int, place: int) -> int:
        """Where to go on after an answer: the line ``found`` while its row is in doubt, else the next that is, open."""
        lines = self.lines.lines
        if lines[found].verdict is Verdict.DOUBTFUL:
            return found
        waits = [n for n, one in enumerate(lines) if one.kind is LineKind.ROW and one.verdict is Verdict.DOUBTFUL]
        number = next((one for one in waits if lines[one].place > place), waits[0] if waits else found)
        if waits and not self.lines.row_open(lines[number]):
            self.lines.toggle(number)
        return number

    def show_only(self, verdict: Verdict | None) -> None:
        """Show one group, or all of them."""
        self.lines.show_only(verdict)
        self._go_to(self._first_row(0))
        self.scrollToTop()

    def show_passing(self, wanted: PreviewFilter) -> None:
        """Show only the rows that pass a filter."""
        self.lines.show_passing(wanted)
        self._go_to(self._first_row(0))
        self.scrollToTop()

    def _first_row(self, start: int) -> int:
        """The first row at or after the line ``start``, else the first of all, else the first line if there is one."""
        lines = self.lines.lines
        for number in chain(range(start, len(lines)), range(min(start, len(lines)))):
            if lines[number].kind is LineKind.ROW:
                return number
        return 0 if lines else -1

    def _go_to(self, number: int) -> None:
        if number < 0:
            return
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self.lines.index(number), flags.ClearAndSelect | flags.Rows)
        self.scrollTo(self.lines.index(number))

    @property
    def current_line(self) -> Line | None:
        """The line that the keyboard is on."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def toggle(self) -> None:
        """Open or close the row or group that the keyboard is on."""
        index = self.currentIndex()
        if index.isValid():
            owner = self.lines.owner(index.row())
            verdict = self.lines.lines[owner].verdict
            group = self.lines.lines[owner].kind is LineKind.GROUP
            self._go_to(owner)
            self.lines.toggle(owner)
            if group:
                self._go_to(self._group_line(verdict))

    def _group_line(self, verdict: Verdict) -> int:
        for number, line in enumerate(self.lines.lines):
            if line.kind is LineKind.GROUP and line.verdict is verdict:
                return number
        return -1

    def _move(self, line: Line, step: int) -> None:
        """← and → where there are no sides: another candidate, or a group opened or closed."""
        if line.kind is LineKind.CARDS:
            count = len(beside(self.lines.row_of(line), line.part))
            self._to_card(max(0, min(count - 1, self._drawing.card + step)))
        elif line.kind is LineKind.GROUP and self.lines.group_open(line.verdict) != (step > 0):
            self.toggle()

    def _to_card(self, number: int) -> None:
        self._drawing.card = number
        self.viewport().update()

    def _enter(self, line: Line) -> None:
        """The main thing of the line: take the candidate, go to the next open field, open or close."""
        if line.kind is LineKind.CARDS:
            candidate = self.lines.row_of(line).candidates[line.part + self._drawing.card]
            self.asked.emit(Identify(line.place, candidate.record_id))
        elif line.kind is LineKind.FIELD:
            self._go_to(self._next_open())
        elif line.kind is LineKind.ROW and line.verdict is Verdict.DOUBTFUL and not self.lines.openable(line):
            self.asked.emit(Identify(line.place, NEW_RECORD))
        else:
            self.toggle()

    def _next_open(self) -> int:
        here = self.currentIndex().row()
        count = len(self.lines.lines)
        for number in chain(range(here + 1, count), range(here)):
            line = self.lines.lines[number]
            if line.kind is LineKind.FIELD and (edit := self.lines.edit_of(line)).conflict and edit.choice is None:
                return number
        return -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """← 用本机, → 用来表, P 先放着, Backspace back again (Shift: the whole field); Space opens, Enter goes on."""
        line, key = self.current_line, Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wide = modifiers == Qt.KeyboardModifier.ShiftModifier
        if line is None or (modifiers and not wide):
            super().keyPressEvent(event)
        elif (ask := asked_by_key(self.lines, line, key, wide=wide)) is not None:
            self.asked.emit(ask)
        elif key in SIDES:
            self._move(line, 1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space:
            self.toggle()
        elif key in _ENTER:
            self._enter(line)
        else:
            super().keyPressEvent(event)

    def _zone_at(self, place: QPoint) -> tuple[int, Zone | None]:
        index = self.indexAt(place)
        if not index.isValid():
            return -1, None
        line = self.lines.lines[index.row()]
        found = (zone for zone in zones(self.lines, line, self.visualRect(index)) if zone.area.contains(place))
        return index.row(), next(found, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a zone asks; on a group or a chevron it opens and closes; else it makes the line current."""
        place = event.position().toPoint()
        number, zone = self._zone_at(place)
        if number < 0 or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.lines.index(number).flags():
            self._go_to(number)
        line = self.lines.lines[number]
        if zone is not None:
            ask: Ask = zone.ask
            self.asked.emit(ask)
        elif line.kind is LineKind.GROUP or (line.kind is LineKind.ROW and place.x() < INDENT):
            self.toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number, zone = self._zone_at(event.position().toPoint())
        if zone is None and number >= 0 and self.lines.lines[number].kind is LineKind.ROW:
            self.toggle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number, zone = self._zone_at(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor if zone is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        self._hover(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number != self._drawing.hovered:
            self._drawing.hovered = number
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
