"""选列: which columns a table shows and in which order; every change shows in the table at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.panel import Bar
from ui.widgets.text import label, title

_KEY = int(Qt.ItemDataRole.UserRole)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True)
class Offered:
    """A column that may be chosen; one that stands ``always`` can be neither hidden nor moved."""

    key: str
    title: str
    always: bool = False


class _List(QListWidget):
    """The columns; Alt with an arrow moves the one that the keyboard is on."""

    def __init__(self, moved: Callable[[int], None]) -> None:
        super().__init__()
        self._moved = moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._moved(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ColumnsDialog(QDialog):
    """The list of columns with a tick each; ``show`` is told the keys whenever they change, ``sort`` one to sort by."""

    def __init__(
        self,
        parent: QWidget,
        *,
        offered: Sequence[Offered],
        chosen: Sequence[str],
        usual: Sequence[str],
        show: Callable[[Sequence[str]], object],
        sort: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._offered = {one.key: one for one in offered}
        self._usual = list(usual)
        self._show = show
        self._sort = sort
        self.setWindowTitle("选列")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(420, min(560, parent.window().height() - 40))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title("选列"))
        head.row.addStretch(1)
        head.row.addWidget(label("只记在这台电脑上", size=13, colour=theme.INK2))
        column.addWidget(head)
        self.list = _List(self.move_current)
        self._shape_list()
        column.addWidget(self.list, 1)
        column.addWidget(self._tools())
        column.addWidget(self._foot())
        self._fill(chosen)
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.model().rowsMoved.connect(lambda *_: self._dropped())
        self.list.currentRowChanged.connect(lambda _: self._renew())
        self.list.setFocus()

    def _shape_list(self) -> None:
        self.list.setObjectName("columns")
        self.list.setAccessibleName("表里的列，空格选上或去掉，Alt 加上下键移动")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _tools(self) -> QWidget:
        bar = Bar(46, above=theme.LINE2, padding=14)
        self.up = Button("上移", lambda: self.move_current(-1), icon="up")
        self.down = Button("下移", lambda: self.move_current(1), icon="down")
        self.by_this = Button("按这一列排序", self._sort_by_current)
        self.up.setToolTip("往左挪一列（Alt+↑）")
        self.down.setToolTip("往右挪一列（Alt+↓）")
        self.by_this.setToolTip("表格按这一列排序；再按一次倒过来排")
        for button in (self.up, self.down):
            bar.row.addWidget(button)
        bar.row.addStretch(1)
        bar.row.addWidget(self.by_this)
        return bar

    def _foot(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(14, 10, 14, 12)
        restore = Button("恢复原样", self.restore)
        restore.setToolTip("回到程序原来的列和顺序")
        row.addWidget(restore)
        row.addStretch(1)
        row.addWidget(Button("完成", self.accept, kind=Kind.PRIMARY, hint="Esc"))
        return holder

    @property
    def chosen(self) -> list[str]:
        """The keys of the ticked columns, in order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [str(item.data(_KEY)) for item in items if item.checkState() == _CHECKED]

    def _fill(self, chosen: Sequence[str]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        rest = [key for key in self._offered if key not in chosen]
        for key in (*chosen, *rest):
            one = self._offered[key]
            item = QListWidgetItem(one.title)
            item.setData(_KEY, key)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
            free = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(flags if one.always else flags | free)
            item.setCheckState(_CHECKED if key in chosen else _UNCHECKED)
            item.setToolTip("这一列总在表里" if one.always else "空格：选上或去掉")
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self._renew()

    def move_current(self, step: int) -> None:
        """Move the column that the keyboard is on up or down."""
        row = self.list.currentRow()
        if row < 0 or not self._may_move(row, step):
            return
        item = self.list.takeItem(row)
        self.list.insertItem(row + step, item)
        self.list.setCurrentRow(row + step)
        self._tell()

    def _may_move(self, row: int, step: int) -> bool:
        ends = (row, row + step)
        return all(0 <= end < self.list.count() and not self._at(end).always for end in ends)

    def _at(self, row: int) -> Offered:
        return self._offered[str(self.list.item(row).data(_KEY))]

    def _dropped(self) -> None:
        """Columns that stand always stay first, wherever one was dropped."""
        always = [key for key, one in self._offered.items() if one.always]
        if [self._at(row).key for row in range(len(always))] != always:
            self._fill([*always, *(key for key in self.chosen if key not in always)])
        self._tell()

    def _renew(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row >= 0 and self._may_move(row, -1))
        self.down.setEnabled(row >= 0 and self._may_move(row, 1))
        self.by_this.setEnabled(row >= 0 and self.list.item(row).checkState() == _CHECKED)

    def _tell(self) -> None:
        self._renew()
        self._show(self.chosen)

    def restore(self) -> None:
        """Back to the columns that the program comes with."""
        self._fill(self._usual)
        self._show([])

    def _sort_by_current(self) -> None:
        self._sort(self._at(self.list.currentRow()).key)
