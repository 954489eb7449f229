"""The elevation of a building: one door after the other by keyboard, several marked at once."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from minqing.work.elevation import Door, Elevation
from ui.widgets.elevation_model import ElevationModel, Moves, Spot
from ui.widgets.elevation_paint import (
    HEAD_HEIGHT,
    LAST_ROW_HEIGHT,
    ROW_HEIGHT,
    DoorDelegate,
    FloorHeader,
    UnitHeader,
    cell_width,
)
from ui.widgets.scroll import WIDTH, OverlayBar

_Flag = QItemSelectionModel.SelectionFlag
_KEY = Qt.Key
_ARROWS = {_KEY.Key_Up: (-1, 0), _KEY.Key_Down: (1, 0), _KEY.Key_Left: (0, -1), _KEY.Key_Right: (0, 1)}
_UNITS = {_KEY.Key_PageUp: -1, _KEY.Key_PageDown: 1}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class ElevationView(QTableView):
    """Doors in their places.

    The door in hand is the current index; marked doors are the selection. ``current_changed(door or None)``,
    ``marks_changed(doors)``, ``opened(door)`` on Enter or double click, ``next_wanted`` on Ctrl+Enter.
    """

    current_changed = Signal(object)
    marks_changed = Signal(object)
    opened = Signal(object)
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.doors_model = ElevationModel(self)
        self._moves: Moves | None = None
        self._anchor: Spot | None = None
        self._units = UnitHeader(self)
        self._floors = FloorHeader(self)
        self.setHorizontalHeader(self._units)
        self.setVerticalHeader(self._floors)
        self.setModel(self.doors_model)
        self._painter = DoorDelegate(self, self._units)
        self.setItemDelegate(self._painter)
        self._shape()
        self._bar = OverlayBar(self)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._current_moved)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marks_changed.emit(self.marked))

    def _shape(self) -> None:
        self.setAccessibleName("楼栋立面")
        self.setToolTip("方向键换户，Shift+方向键选一片，空格选一户，Enter 打开档案，Ctrl+Enter 下一户")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def current_door(self) -> Door | None:
        """The door in hand."""
        return self.doors_model.door(self.currentIndex())

    @property
    def marked(self) -> list[Door]:
        """The marked doors, from the top and from the left."""
        spots = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        found = [self.doors_model.door(self.doors_model.index(*spot)) for spot in spots]
        return [door for door in found if door is not None]

    def set_building(self, building: Elevation | None) -> None:
        """Show a building; the door in hand and the marks stay where they were, if they are in it."""
        here = self.current_door
        marked = [door.key for door in self.marked]
        place = self.verticalScrollBar().value()
        self._moves = Moves(building) if building else None
        self._anchor = None
        self._units.set_building(building)
        self._floors.set_building(building)
        self.doors_model.set_building(building)
        self._fit()
        for key in marked:
            self.selectionModel().select(self.doors_model.find(key), _Flag.Select)
        if here is not None and self.go(here.key):
            self.verticalScrollBar().setValue(place)

    def set_kept(self, keys: Collection[str] | None) -> None:
        """Dim all doors but these (None: dim none)."""
        self._painter.kept = None if keys is None else frozenset(keys)
        self.viewport().update()

    def set_following(self, key: str) -> None:
        """Mark the door that comes next."""
        before, self._painter.following = self._painter.following, key
        for changed in {before, key}:
            self.update(self.doors_model.find(changed))

    def go(self, key: str) -> bool:
        """Take the door with that key in hand; tells whether there is one."""
        index = self.doors_model.find(key)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
            self.scrollTo(index)
        return index.isValid()

    def mark_all(self, keys: Collection[str] | None) -> None:
        """Mark these doors, all for None."""
        wanted = QItemSelection()
        for row in range(self.doors_model.rowCount()):
            for column in range(self.doors_model.columnCount()):
                index = self.doors_model.index(row, column)
                door = self.doors_model.door(index)
                if door is not None and (keys is None or door.key in keys):
                    wanted.select(index, index)
        self.selectionModel().select(wanted, _Flag.ClearAndSelect)

    def _fit(self) -> None:
        """Widths and heights that fill the room; a low building stands on the ground."""
        plans = self._units.plans
        width = cell_width(plans, self.viewport().width() - WIDTH)
        for column, plan in enumerate(plans):
            self._units.resizeSection(column, plan.left + width + plan.right + plan.gap)
        rows = self.doors_model.rowCount()
        for row in range(rows):
            self._floors.resizeSection(row, LAST_ROW_HEIGHT if row == rows - 1 else ROW_HEIGHT)
        bar = self.horizontalScrollBar()
        across = bar.sizeHint().height() if bar.isVisible() else 0
        self.setMaximumHeight(HEAD_HEIGHT + max(0, rows - 1) * ROW_HEIGHT + LAST_ROW_HEIGHT + across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _current_moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self.update(before)
        self.update(now)
        self.current_changed.emit(self.doors_model.door(now))

    def _open(self, index: QModelIndex) -> None:
        door = self.doors_model.door(index)
        if door is not None:
            self.opened.emit(door)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in {_KEY.Key_Return, _KEY.Key_Enter}:
            if held & _CTRL:
                self.next_wanted.emit()
            else:
                self._open(self.currentIndex())
        elif key == _KEY.Key_Space:
            self.selectionModel().select(self.currentIndex(), _Flag.Toggle)
            self._anchor = None
        elif key == _KEY.Key_A and held & _CTRL:
            self.mark_all(self._painter.kept)
        elif (target := self._target(key, held)) is not None:
            self._go(target, extend=bool(held & _SHIFT))
        elif key not in {*_ARROWS, *_UNITS, _KEY.Key_Home, _KEY.Key_End}:
            event.ignore()

    def _target(self, key: Qt.Key, held: Qt.KeyboardModifier) -> Spot | None:
        """Where a key leads; None when it leads nowhere."""
        moves, index = self._moves, self.currentIndex()
        if moves is None:
            return None
        here = (index.row(), index.column())
        if not index.isValid():
            return moves.first() if key in {*_ARROWS, *_UNITS, _KEY.Key_Home, _KEY.Key_End} else None
        far: Callable[[Spot, int, int], Spot] = moves.jump if held & _CTRL else moves.step
        if key in _ARROWS:
            return far(here, *_ARROWS[key])
        if key in _UNITS:
            return moves.unit(here, _UNITS[key])
        if key == _KEY.Key_Home:
            return moves.first() if held & _CTRL else moves.jump(here, 0, -1)
        if key == _KEY.Key_End:
            return moves.last() if held & _CTRL else moves.jump(here, 0, 1)
        return None

    def _go(self, spot: Spot, *, extend: bool) -> None:
        """Take the door at ``spot`` in hand; ``extend`` marks everything from where the range began."""
        index = self.doors_model.index(*spot)
        now = self.currentIndex()
        if not extend:
            self._anchor = None
        elif self._anchor is None:
            self._anchor = (now.row(), now.column()) if now.isValid() else spot
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        if self._anchor is not None:
            self._mark_range(self._anchor, spot)
        self.scrollTo(index)

    def _mark_range(self, begin: Spot, end: Spot) -> None:
        rows, columns = sorted((begin[0], end[0])), sorted((begin[1], end[1]))
        corners = (self.doors_model.index(rows[n], columns[n]) for n in (0, 1))
        self.selectionModel().select(QItemSelection(*corners), _Flag.ClearAndSelect)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """A click takes a door in hand, Ctrl+click marks it, Shift+click and dragging mark a range."""
        if not isinstance(event, QMouseEvent):
            return _Flag.NoUpdate
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._anchor = None
            if event.modifiers() & _SHIFT:
                return _Flag.SelectCurrent
            return _Flag.Toggle if event.modifiers() & _CTRL else _Flag.Clear
        dragging = event.type() == QEvent.Type.MouseMove and event.buttons() & Qt.MouseButton.LeftButton
        return _Flag.SelectCurrent if dragging and index != self.currentIndex() else _Flag.NoUpdate
