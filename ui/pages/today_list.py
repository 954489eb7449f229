"""The list of tasks: groups and rows, driven by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from minqing.work.plan import Plan
from minqing.work.tasks import Task
from ui.pages.today_paint import TaskDelegate, button_area
from ui.pages.today_words import URGENT, Entry, Head, entries, spoken
from ui.translation import shown
from ui.widgets.empty import EmptyState
from ui.widgets.scroll import OverlayBar
from ui.widgets.table_model import RECORD_ROLE

Index = QModelIndex | QPersistentModelIndex
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TaskModel(QAbstractListModel):
    """Tasks under their heads; a head whose tasks are folded can be opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.on = date.today()
        self.order = URGENT
        self._tasks: Sequence[Task] = ()
        self._plan = Plan()
        self._opened: set[str] = set()

    def set_tasks(self, tasks: Sequence[Task], plan: Plan, on: date) -> None:
        """Show these tasks; groups that were opened stay so."""
        self._tasks, self._plan, self.on = tasks, plan, on
        self._rebuild()

    def set_order(self, order: str) -> None:
        """Group by what presses most, or by building."""
        self.order = order
        self._rebuild()

    def toggle(self, key: str) -> None:
        """Open or close a group."""
        self._opened ^= {key}
        self._rebuild()

    def _rebuild(self) -> None:
        self.beginResetModel()
        self.entries = entries(self._tasks, self._plan, order=self.order, opened=self._opened)
        self.endResetModel()

    def place_of(self, entry: Entry) -> int:
        """Where the line with the same key is now, -1 for none."""
        same = (number for number, one in enumerate(self.entries) if type(one) is type(entry) and one.key == entry.key)
        return next(same, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads that cannot be opened are passed over by the keyboard."""
        entry = self.entries[index.row()] if index.isValid() else None
        if entry is None or (isinstance(entry, Head) and not entry.foldable):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == RECORD_ROLE:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(entry, Head):
                said = (f"{entry.title} {entry.count}", entry.note, entry.more)
                return "，".join(shown(part) for part in said if part)
            return shown(spoken(entry, self.on))
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, Task):
            return shown(f"{entry.door} {entry.name}\n{entry.text}".strip())
        return None


class TaskList(QListView):
    """Shows tasks. ``acted(task)`` on Enter, a double click or the row's button; ``current_changed(task or None)``."""

    acted = Signal(object)
    current_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tasks = TaskModel(self)
        self._drawing = TaskDelegate(self)
        self.empty = EmptyState()
        self.empty.setParent(self.viewport())
        self.empty.hide()
        self.setAccessibleName("待办清单")
        self.setModel(self.tasks)
        self.setItemDelegate(self._drawing)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(self)
        self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit(self.current_task))

    @property
    def current_task(self) -> Task | None:
        """The task that the keyboard is on."""
        entry = self._current()
        return entry if isinstance(entry, Task) else None

    def _current(self) -> Entry | None:
        index = self.currentIndex()
        return self.tasks.entries[index.row()] if index.isValid() else None

    def set_tasks(self, tasks: Sequence[Task], plan: Plan, on: date) -> None:
        """Show these tasks; the keyboard stays on the same one, or on the next where it is done."""
        self._drawing.on = on
        self._keep_place(lambda: self.tasks.set_tasks(tasks, plan, on))
        self.empty.setVisible(not tasks)

    def set_order(self, order: str) -> None:
        """Group by what presses most, or by building."""
        self._keep_place(lambda: self.tasks.set_order(order))

    def toggle(self, head: Head) -> None:
        """Open or close a group."""
        self._keep_place(lambda: self.tasks.toggle(head.key))

    def _keep_place(self, change: Any) -> None:
        before, row = self._current(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        change()
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        found = self.tasks.place_of(before) if before is not None else -1
        self._go_to(found if found >= 0 else self._task_from(max(0, row)))

    def _task_from(self, row: int) -> int:
        """The first task at or after a line, else the last before it."""
        lines = [number for number, one in enumerate(self.tasks.entries) if isinstance(one, Task)]
        return next((number for number in lines if number >= row), lines[-1] if lines else -1)

    def _go_to(self, row: int) -> None:
        if row >= 0:
            self.setCurrentIndex(self.tasks.index(row))
        self.current_changed.emit(self.current_task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the line says, in an empty list its button; Space opens and closes a group."""
        entry = self._current()
        if entry is not None and event.key() in _ENTER and not event.modifiers():
            self._do(entry)
        elif entry is None and event.key() in _ENTER and self.empty.isVisible() and self.empty.button is not None:
            self.empty.button.click()
        elif isinstance(entry, Head) and event.key() == Qt.Key.Key_Space:
            self.toggle(entry)
        else:
            super().keyPressEvent(event)

    def _do(self, entry: Entry) -> None:
        if isinstance(entry, Task):
            self.acted.emit(entry)
        elif entry.foldable:
            self.toggle(entry)

    def _at(self, place: QPoint) -> tuple[Entry | None, bool]:
        """The line at ``place``, and whether a press there does something."""
        index = self.indexAt(place)
        if not index.isValid():
            return None, False
        entry = self.tasks.entries[index.row()]
        if isinstance(entry, Head):
            return entry, entry.foldable
        return entry, button_area(self.visualRect(index)).contains(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        entry, doing = self._at(event.position().toPoint())
        super().mousePressEvent(event)
        if entry is not None and doing and event.button() is Qt.MouseButton.LeftButton:
            self._do(entry)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        entry, doing = self._at(event.position().toPoint())
        if isinstance(entry, Task) and not doing:
            self.acted.emit(entry)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        _, doing = self._at(place)
        shape = Qt.CursorShape.PointingHandCursor if doing else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._hover(self.indexAt(place).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._drawing.hovered:
            self._drawing.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.empty.setGeometry(self.viewport().rect())
