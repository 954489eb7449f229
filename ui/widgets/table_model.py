"""The one table model: frozen records in rows, columns as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.translation import shown
from ui.widgets.paint import Badge, spoken

T = TypeVar("T")

RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2

Align = Literal["left", "right", "center"]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: what it says of a record and how that is shown.

    ``width`` is in px; a column with ``stretch`` shares what is left over. ``badge`` gives what is painted in place
    of the text (``None``: the text); with ``badge_then_text`` the text follows in small type. ``sub`` is the second
    line of a two-line row. ``strong`` and ``tone`` look at the record; ``tone`` gives a colour or an empty string.
    ``copied`` is what leaves with the clipboard where that is not what the cell says now. In a table of two-line rows
    a long text of a column with ``wrap`` goes on in the second line.
    """

    title: str
    text: Callable[[T], str]
    width: int = 0
    stretch: int = 0
    align: Align = "left"
    sort: Callable[[T], Any] | None = None
    badge: Callable[[T], Badge | Sequence[Badge] | None] | None = None
    badge_then_text: bool = False
    sub: Callable[[T], str] | None = None
    tooltip: Callable[[T], str] | None = None
    strong: Callable[[T], bool] | None = None
    tone: Callable[[T], str] | None = None
    muted: bool = False
    size: int = 14
    copied: Callable[[T], str] | None = None
    wrap: bool = False

    def badges(self, record: T) -> list[Badge]:
        """The badges for ``record``, perhaps none."""
        found = self.badge(record) if self.badge is not None else None
        if found is None:
            return []
        return [found] if isinstance(found, Badge) else list(found)

    def words(self, record: T) -> str:
        """Everything the cell says, on one line."""
        text = self.text(record)
        badges = self.badges(record)
        parts = [spoken(badges) if badges else "", text if self.badge_then_text or not badges else ""]
        if self.sub is not None:
            parts.append(self.sub(record))
        return " ".join(part for part in parts if part)

    def leaving(self, record: T) -> str:
        """What the cell says outside of this window, on one line."""
        return " ".join((self.copied or self.words)(record).split())


class RecordTableModel(QAbstractTableModel, Generic[T]):
    """Records in rows; sorting keeps the order of equal rows and puts empty values last."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column[T], ...] = tuple(columns)
        self._records: list[T] = []
        self._sorting: tuple[int, Qt.SortOrder] | None = None

    @property
    def records(self) -> tuple[T, ...]:
        """The records in the order they are shown."""
        return tuple(self._records)

    @property
    def sorting(self) -> tuple[int, Qt.SortOrder] | None:
        """The column and the direction of the last sort."""
        return self._sorting

    def set_records(self, records: Iterable[T]) -> None:
        """Show these records, sorted as before."""
        self.beginResetModel()
        self._records = list(records)
        if self._sorting is not None:
            self._records = [self._records[row] for row in self._order(*self._sorting)]
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns; the order of the rows stays, and its column is marked while it is among them."""
        self.beginResetModel()
        before = self.columns[self._sorting[0]].title if self._sorting else ""
        self.columns = tuple(columns)
        place = next((n for n, column in enumerate(self.columns) if column.title == before), None)
        self._sorting = (place, self._sorting[1]) if self._sorting and place is not None else None
        self.endResetModel()

    def record(self, row: int) -> T:
        """The record in ``row``; raises ``IndexError``."""
        return self._records[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What ``role`` asks of the cell, ``None`` if the cell has no such thing."""
        if not index.isValid() or index.row() >= len(self._records):
            return None
        record = self._records[index.row()]
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == RECORD_ROLE:
            return record
        if role == SORT_ROLE:
            return (column.sort or column.text)(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return shown(column.tooltip(record)) if column.tooltip is not None else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown(column.words(record))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(alignment(column.align))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The column's title."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return shown(self.columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(alignment(self.columns[section].align))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by ``column``; a negative number leaves them as they are from now on."""
        if not 0 <= column < len(self.columns):
            self._sorting = None
            return
        self._sorting = (column, order)
        self.layoutAboutToBeChanged.emit()
        ordered = self._order(column, order)
        moved = {old: new for new, old in enumerate(ordered)}
        before = self.persistentIndexList()
        self._records = [self._records[row] for row in ordered]
        self.changePersistentIndexList(before, [self.index(moved[i.row()], i.column()) for i in before])
        self.layoutChanged.emit()

    def _order(self, column: int, order: Qt.SortOrder) -> list[int]:
        shown = self.columns[column]
        key = shown.sort or shown.text
        keys = [key(record) for record in self._records]
        filled = [row for row, value in enumerate(keys) if value not in {None, ""}]
        blank = [row for row, value in enumerate(keys) if value in {None, ""}]
        filled.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
        return filled + blank

    def tsv(self, rows: Iterable[int]) -> str:
        """The rows as text with tabs between cells, as other programs paste it."""
        lines = []
        for row in rows:
            record = self._records[row]
            lines.append("\t".join(column.leaving(record) for column in self.columns))
        return "\n".join(lines)


def alignment(align: Align) -> Qt.AlignmentFlag:
    """Qt's flag for ``align``, centred vertically."""
    across = {
        "left": Qt.AlignmentFlag.AlignLeft,
        "right": Qt.AlignmentFlag.AlignRight,
        "center": Qt.AlignmentFlag.AlignHCenter,
    }[align]
    return across | Qt.AlignmentFlag.AlignVCenter
