"""The one table of the program: give it columns, then records."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.widgets.column_fit import column_widths
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import OverlayBar
from ui.widgets.table_copy import table_on_clipboard
from ui.widgets.table_model import RECORD_ROLE, SORT_ROLE, Column, RecordTableModel
from ui.widgets.table_paint import EDGE, Header, RowDelegate

__all__ = ["RECORD_ROLE", "SORT_ROLE", "Column", "RecordTable", "RecordTableModel"]

T = TypeVar("T")


class RecordTable(QTableView, Generic[T]):
    """A table of records, one selected at a time unless ``many``.

    Signals: ``activated_record(record)`` on Enter or double click, ``current_changed(record or None)``,
    ``selection_changed`` when other rows were selected, ``menu_requested(record, global position)``,
    ``copied(number of rows)``. ``key`` tells which record is which, so that the selection survives a refresh. A table
    of thousands of rows has a ``copier`` that works in the background.
    """

    activated_record = Signal(object)
    current_changed = Signal(object)
    selection_changed = Signal()
    menu_requested = Signal(object, QPoint)
    copied = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        name: str,
        two_lines: bool = False,
        many: bool = False,
        key: Callable[[T], Hashable] | None = None,
        header_height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.copier: Callable[[Sequence[T]], object] | None = None
        self._two_lines = two_lines
        self._header = Header(self, height=header_height)
        self.records_model: RecordTableModel[T] = RecordTableModel(columns, self)
        self._rows = RowDelegate(self)
        self._empty = EmptyState()
        self._empty.setParent(self.viewport())
        self._bar = OverlayBar(self)
        self._shape(name, many=many)
        self._connect()

    def _shape(self, name: str, *, many: bool) -> None:
        self.setAccessibleName(name)
        self.setHorizontalHeader(self._header)
        self.setModel(self.records_model)
        self.setItemDelegate(self._rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        side = self.verticalHeader()
        side.hide()
        side.setMinimumSectionSize(20)
        side.setDefaultSectionSize(self.row_height)
        side.setSectionResizeMode(side.ResizeMode.Fixed)
        self._header.setMinimumSectionSize(20)
        self._header.setSectionResizeMode(self._header.ResizeMode.Fixed)
        self._empty.setVisible(True)

    def _connect(self) -> None:
        self._header.sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(self._activate)
        self.selectionModel().currentRowChanged.connect(self._current_moved)
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())
        self.customContextMenuRequested.connect(self._ask_menu)
        self.records_model.modelReset.connect(self._show_empty)

    @property
    def row_height(self) -> int:
        """34 px, or 42 where rows have two lines."""
        return 42 if self._two_lines else 34

    @property
    def current_record(self) -> T | None:
        """The record the keyboard is on, if any."""
        index = self.currentIndex()
        return self.records_model.record(index.row()) if index.isValid() else None

    @property
    def selected_records(self) -> list[T]:
        """The selected records in the order shown."""
        ranges = self.selectionModel().selection()
        blocks = (ranges.at(number) for number in range(ranges.count()))
        rows = {row for one in blocks for row in range(one.top(), one.bottom() + 1)}
        return [self.records_model.record(row) for row in sorted(rows)]

    def set_records(self, records: Iterable[T]) -> None:
        """Show ``records``; keeps the current one and those selected by their key, and the scroll position."""
        before, selected = self.current_record, self._selected_keys()
        place = self.verticalScrollBar().value()
        self.records_model.set_records(records)
        self._fit_columns()
        if before is not None and self._key is not None and self.select(self._key(before)):
            self.verticalScrollBar().setValue(place)
        if len(selected) > 1:
            self._select_all_of(selected)

    def _selected_keys(self) -> set[Hashable]:
        if self._key is None or self.selectionMode() is QAbstractItemView.SelectionMode.SingleSelection:
            return set()
        return {self._key(record) for record in self.selected_records}

    def _select_all_of(self, keys: set[Hashable]) -> None:
        """Select the rows with these keys, neighbours as one range; the current row stays."""
        assert self._key is not None
        model, chosen = self.records_model, QItemSelection()
        rows = [row for row, record in enumerate(model.records) if self._key(record) in keys]
        last = model.columnCount() - 1
        for place, row in enumerate(rows):
            if place == 0 or row != rows[place - 1] + 1:
                top = row
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                chosen.select(model.index(top, 0), model.index(row, last))
        if rows:
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns; the current record and the scroll position stay."""
        before, place = self.current_record, self.verticalScrollBar().value()
        self.records_model.set_columns(columns)
        self._fit_columns()
        if before is not None and self._key is not None and self.select(self._key(before)):
            self.verticalScrollBar().setValue(place)

    def select(self, key: Hashable) -> bool:
        """Make the record with that key current; tells whether there is one."""
        if self._key is None:
            return False
        for row, record in enumerate(self.records_model.records):
            if self._key(record) == key:
                self.select_row(row)
                return True
        return False

    def select_row(self, row: int) -> None:
        """Make ``row`` current and bring it into view."""
        index = self.records_model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column from now on."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.records_model.sort(column, order)
        self._fit_columns()
        self._header.viewport().update()

    def set_empty(
        self,
        title: str,
        line: str = "",
        *,
        button: str = "",
        on_click: Callable[[], object] | None = None,
        other: str = "",
        on_other: Callable[[], object] | None = None,
    ) -> None:
        """What to say when there is no row; the keyboard goes from the empty table to the button."""
        self._empty.set_words(title, line, button=button, on_click=on_click, other=other, on_other=on_other)
        self._show_empty()

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table, with their header where there are several."""
        rows = self.selected_records
        if rows and self.copier is not None:
            self.copier(rows)
        elif rows:
            columns = self.records_model.columns
            QGuiApplication.clipboard().setMimeData(table_on_clipboard(columns, rows, header=len(rows) > 1))
            self.copied.emit(len(rows))

    def _sort_by(self, column: int) -> None:
        now = self.records_model.sorting
        up = Qt.SortOrder.AscendingOrder
        self.sort_by(column, descending=now == (column, up))

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activated_record.emit(self.records_model.record(index.row()))

    def _current_moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self.current_changed.emit(self.records_model.record(now.row()) if now.isValid() else None)

    def _ask_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.menu_requested.emit(self.records_model.record(index.row()), self.viewport().mapToGlobal(place))

    def _show_empty(self) -> None:
        self._rows.hovered = -1
        self._empty.setVisible(self.records_model.rowCount() == 0)
        self._empty.setGeometry(self.viewport().rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter activates (in an empty table its button), Ctrl+C copies."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.records_model.rowCount() == 0 and self._empty.button is not None:
                self._empty.button.click()
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last row, with Shift selecting up to it; Qt's stay in the row."""
        ends = {action.MoveHome: 0, action.MoveEnd: self.records_model.rowCount() - 1}
        if action in ends:
            return self.records_model.index(ends[action], max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._rows.hovered:
            self._rows.hovered = row
            self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QWidget.setTabOrder(self._header, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.viewport().rect())
        self._fit_columns()

    def _fit_columns(self) -> None:
        model, count = self.records_model, len(self.records_model.columns)
        edges = {0: EDGE, count - 1: EDGE} if count > 1 else {0: 2 * EDGE}
        room = self.viewport().width() - sum(edges.values())
        sorted_at = model.sorting[0] if model.sorting is not None else -1
        for section, width in enumerate(column_widths(model.columns, model.records, room=room, sorted_at=sorted_at)):
            self._header.resizeSection(section, width + edges.get(section, 0))
