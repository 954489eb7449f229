"""The lines of the import preview as a list model: groups, rows, and below a row what it holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from minqing.exchange.plan import VERDICT_WORDS, CellEdit, RowPlan, Verdict
from ui.pages.exchange_words import ORDER, Line, LineKind, Prepared, change_words, new_words, place_words, sides

CARDS_ACROSS = 2
_OPEN_AT_FIRST = (Verdict.CONFLICT, Verdict.DOUBTFUL)
_QUIET = frozenset({Verdict.UNCHANGED})
_LESS_URGENT = frozenset({Verdict.UNCHANGED, Verdict.UPDATE, Verdict.NEW})
_ASKING = (Verdict.CONFLICT, Verdict.DOUBTFUL, Verdict.ERROR)


def details(row: RowPlan, place: int) -> list[Line]:
    """What is shown below ``row`` when it is open."""
    found: list[Line] = []
    if row.verdict is Verdict.DOUBTFUL:
        starts = range(0, len(row.candidates), CARDS_ACROSS)
        found += [Line(LineKind.CARDS, row.verdict, place, start) for start in starts]
    found += [Line(LineKind.NOTE, row.verdict, place, number) for number in range(len(notes(row)))]
    if row.edits:
        found.append(Line(LineKind.HEAD, row.verdict, place))
        found += [Line(LineKind.FIELD, row.verdict, place, number) for number in range(len(row.edits))]
    if found:
        found[-1] = found[-1]._replace(last=True)
    return found


def notes(row: RowPlan) -> list[str]:
    """The remarks below a row: each problem when there are several, and the records that it adds."""
    problems = [f"{one.cell}　{one.message}" for one in row.problems] if len(row.problems) > 1 else []
    return problems + new_words(row)


class LinesModel(QAbstractListModel):
    """Shows one prepared plan; ``shaped`` fires when lines came or went, for their heights."""

    shaped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.prepared: Prepared | None = None
        self.only: Verdict | None = None
        self._folded: set[Verdict] = set()
        self._open: set[int] = set()

    def show_plan(self, prepared: Prepared, *, fresh: bool) -> None:
        """Show another plan; a ``fresh`` one opens what asks most, with the same rows again what was open stays so."""
        self.prepared = prepared
        if fresh:
            asking = any(prepared.groups[verdict] for verdict in _ASKING)
            self._folded = set(_LESS_URGENT if asking else _QUIET)
            firsts = [prepared.groups[verdict][0] for verdict in _OPEN_AT_FIRST if prepared.groups[verdict]]
            self._open = {line.place for line in firsts}
            self.only = None
        self._rebuild()

    def sender_of(self, row: RowPlan) -> str:
        """Who sent the sheet that ``row`` stands in, a blank when that is not known."""
        plan = self.prepared.plan if self.prepared is not None else None
        return plan.partner_of(plan.readings[row.sheet]) if plan else ""

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.prepared, self.lines = None, []
        self.endResetModel()

    def show_only(self, verdict: Verdict | None) -> None:
        """Show one group, or all of them."""
        self.only = verdict
        self._rebuild()

    def renew(self, prepared: Prepared) -> None:
        """Take a plan with the same rows in the same groups, after decisions on cells."""
        self.prepared = prepared
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def _rebuild(self) -> None:
        self.beginResetModel()
        self.lines = self._all_lines()
        self.endResetModel()
        self.shaped.emit()

    def _all_lines(self) -> list[Line]:
        found: list[Line] = []
        if self.prepared is None:
            return found
        for verdict in ORDER if self.only is None else (self.only,):
            rows = self.prepared.groups[verdict]
            if rows or self.only is not None:
                found.append(Line(LineKind.GROUP, verdict))
            if self.group_open(verdict):
                found += self._with_details(rows)
        return found

    def _with_details(self, rows: Sequence[Line]) -> list[Line]:
        """The lines of ``rows`` (in the order of the plan) with what is open below them."""
        assert self.prepared is not None
        found = list(rows)
        for place in sorted(self._open, reverse=True):
            number = bisect_left(rows, place, key=lambda line: line.place)
            if number < len(rows) and rows[number].place == place:
                found[number + 1 : number + 1] = details(self.prepared.plan.rows[place], place)
        return found

    def group_open(self, verdict: Verdict) -> bool:
        """Whether the rows of a group are shown."""
        return verdict not in self._folded or self.only is verdict

    def row_open(self, line: Line) -> bool:
        """Whether what the line's row holds is shown below it."""
        return line.place in self._open

    def row_of(self, line: Line) -> RowPlan:
        """The row that a line belongs to; raises IndexError for a group."""
        if self.prepared is None or line.place < 0:
            raise IndexError(line)
        return self.prepared.plan.rows[line.place]

    def edit_of(self, line: Line) -> CellEdit:
        """The cell of a FIELD line."""
        return self.row_of(line).edits[line.part]

    def openable(self, line: Line) -> bool:
        """Whether the line has anything to show below it."""
        if line.kind is LineKind.GROUP:
            return True
        row = self.row_of(line)
        return line.kind is LineKind.ROW and bool(row.edits or row.candidates or row.new or len(row.problems) > 1)

    def toggle(self, number: int) -> None:
        """Open or close the group or the row on the line ``number``."""
        line = self.lines[number]
        if line.kind is LineKind.GROUP:
            if self.only is None:
                self._folded ^= {line.verdict}
                self._rebuild()
            return
        if not self.openable(line):
            return
        row = self.row_of(line)
        below = details(row, line.place)
        first, last = number + 1, number + len(below)
        if line.place in self._open:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._open.discard(line.place)
            del self.lines[first : last + 1]
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            self._open.add(line.place)
            self.lines[first:first] = below
            self.endInsertRows()
        self.shaped.emit()
        self.dataChanged.emit(self.index(number), self.index(number))

    def owner(self, number: int) -> int:
        """The line of the row or group that the line ``number`` belongs to."""
        while self.lines[number].kind not in {LineKind.ROW, LineKind.GROUP}:
            number -= 1
        return number

    def find(self, place: int) -> int:
        """The line of the row at ``place`` in the plan, or -1."""
        for number, line in enumerate(self.lines):
            if line.place == place and line.kind is LineKind.ROW:
                return number
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Heads and remarks are passed over by the keyboard."""
        if not index.isValid() or self.lines[index.row()].kind in {LineKind.HEAD, LineKind.NOTE}:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line says, for assistive technology and for the tooltip; drawing asks for the line itself."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self.words(self.lines[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.lines[index.row()]
            return self.words(line) if line.kind in {LineKind.ROW, LineKind.FIELD, LineKind.NOTE} else None
        return None

    def words(self, line: Line) -> str:
        """Everything that a line says."""
        if self.prepared is None:
            return ""
        if line.kind is LineKind.GROUP:
            return f"{VERDICT_WORDS[line.verdict]} {len(self.prepared.groups[line.verdict])} 行"
        row = self.row_of(line)
        match line.kind:
            case LineKind.FIELD:
                base, ours, theirs = sides(row.edits[line.part])
                return f"{row.edits[line.part].label}\n原值：{base}\n本机：{ours}\n来表：{theirs}"
            case LineKind.NOTE:
                return notes(row)[line.part]
            case LineKind.CARDS:
                shown = row.candidates[line.part : line.part + CARDS_ACROSS]
                return "；".join(f"{one.label}，{one.why}" for one in shown)
            case LineKind.HEAD:
                return "栏目 原值 本机 来表"
        where = row.problems[0].cell if row.problems else place_words(self.prepared.plan, row)
        return f"{where}　{row.label}\n{change_words(row)}"
