"""The lines of the import preview as a list model: groups, rows, and below a row what it holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from minqing.exchange.plan import VERDICT_WORDS, Answers, Candidate, CellEdit, Plan, RowPlan, Verdict
from minqing.records.bulk import let_go
from ui.pages.exchange_filter import EVERYTHING, PreviewFilter
from ui.pages.exchange_words import (
    ORDER,
    Line,
    LineKind,
    Prepared,
    answered_words,
    change_words,
    masked_pair,
    new_words,
    place_words,
    sides,
    since_words,
)
from ui.translation import shown

CARDS_ACROSS = 2
_OPEN_AT_FIRST = (Verdict.CONFLICT, Verdict.DOUBTFUL)
_QUIET = frozenset({Verdict.UNCHANGED})
_LESS_URGENT = frozenset({Verdict.UNCHANGED, Verdict.UPDATE, Verdict.NEW})
_PASSED_OVER = frozenset({LineKind.HEAD, LineKind.NOTE, LineKind.PAIR_HEAD, LineKind.PAIR})
_DETAILS = frozenset(LineKind) - {LineKind.GROUP, LineKind.ROW}
_ASKING = (Verdict.CONFLICT, Verdict.DOUBTFUL, Verdict.ERROR)


def details(row: RowPlan, place: int) -> list[Line]:
    """What is shown below ``row`` when it is open."""
    found: list[Line] = []
    if row.verdict is Verdict.DOUBTFUL:
        for start in range(0, len(row.candidates), CARDS_ACROSS):
            found.append(Line(LineKind.CARDS, row.verdict, place, start))
            found += _pairs(row, place, start)
    found += [Line(LineKind.NOTE, row.verdict, place, number) for number in range(len(notes(row)))]
    if row.edits:
        found.append(Line(LineKind.HEAD, row.verdict, place))
        found += [Line(LineKind.FIELD, row.verdict, place, number) for number in range(len(row.edits))]
    if found:
        found[-1] = found[-1]._replace(last=True)
    return found


def beside(row: RowPlan, start: int) -> tuple[Candidate, ...]:
    """The candidates that stand side by side from ``start`` on."""
    return row.candidates[start : start + CARDS_ACROSS]


def _pairs(row: RowPlan, place: int, start: int) -> list[Line]:
    """The lines in which the row and some candidates are compared: columns of which any candidate knows something."""
    found = [
        Line(LineKind.PAIR, row.verdict, place, column, start=start)
        for column, said in enumerate(row.texts)
        if any(text is not None and (text or said) for text in texts_beside(row, start, column))
    ]
    return [Line(LineKind.PAIR_HEAD, row.verdict, place, start, start=start), *found] if found else []


def texts_beside(row: RowPlan, start: int, column: int) -> list[str | None]:
    """What the candidates from ``start`` on say in a column; None where it is not about them."""
    return [one.texts[column] if column < len(one.texts) else None for one in beside(row, start)]


def pair_words(plan: Plan, row: RowPlan, line: Line) -> list[str]:
    """Column, the row's text and the candidates' of a PAIR line, numbers masked as the preview masks them."""
    named = plan.readings[row.sheet].columns[line.part]
    texts = [row.texts[line.part], *(text or "" for text in texts_beside(row, line.start, line.part))]
    return [named.header, *masked_pair(named.key, texts)]


def notes(row: RowPlan) -> list[str]:
    """The remarks below a row: each problem of several, what was answered about it, and the records that it adds."""
    problems = [f"{one.cell}　{one.message}" for one in row.problems] if len(row.problems) > 1 else []
    return problems + answered_words(row) + new_words(row)


class LinesModel(QAbstractListModel):
    """Shows one prepared plan; ``shaped`` fires when lines came or went, for their heights."""

    shaped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.prepared: Prepared | None = None
        self.only: Verdict | None = None
        self.filter: PreviewFilter = EVERYTHING
        self._passing: dict[Verdict, Sequence[Line]] = {}
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
            self.only, self.filter = None, EVERYTHING
        else:
            self._open |= {
                line.place for line in prepared.groups[Verdict.DOUBTFUL] if prepared.plan.rows[line.place].answered
            }
        self._rebuild()

    def sender_of(self, row: RowPlan) -> str:
        """Who sent the sheet that ``row`` stands in, a blank when that is not known."""
        plan = self.prepared.plan if self.prepared is not None else None
        return plan.partner_of(plan.readings[row.sheet]) if plan else ""

    def clear(self) -> None:
        """Show nothing."""
        before = self.lines
        self.beginResetModel()
        self.prepared, self.lines, self._passing = None, [], {}
        self.endResetModel()
        let_go(before)

    def show_only(self, verdict: Verdict | None) -> None:
        """Show one group, or all of them."""
        self.only = verdict
        self._rebuild()

    def show_passing(self, wanted: PreviewFilter) -> None:
        """Show only the rows that pass a filter."""
        self.filter = wanted
        self._rebuild()

    def passing(self, verdict: Verdict) -> Sequence[Line]:
        """The rows of a group that pass the filter; those that passed stay while decisions on cells change them."""
        if self.prepared is None:
            return ()
        if not self.filter:
            return self.prepared.groups[verdict]
        if verdict not in self._passing:
            self._passing[verdict] = self.filter.of(self.prepared, self.prepared.groups[verdict])
        return self._passing[verdict]

    def shown(self) -> list[Line]:
        """The rows that are shown, or would be if all groups were open."""
        return [line for verdict in self._groups() for line in self.passing(verdict)]

    def _groups(self) -> Sequence[Verdict]:
        return ORDER if self.only is None else (self.only,)

    def renew(self, prepared: Prepared) -> None:
        """Take a plan with the same rows in the same groups, after decisions on cells."""
        self.prepared = prepared
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._passing.clear()
        self.lines = self._all_lines()
        self.endResetModel()
        self.shaped.emit()

    def _all_lines(self) -> list[Line]:
        found: list[Line] = []
        if self.prepared is None:
            return found
        for verdict in self._groups():
            rows = self.passing(verdict)
            if rows or self.only is not None:
                found.append(Line(LineKind.GROUP, verdict))
            found += self._with_details(rows if self.group_open(verdict) else self._answered(rows))
        return found

    def _answered(self, rows: Sequence[Line]) -> Sequence[Line]:
        """Those of ``rows`` that were doubtful: they stay in sight where the answer put them, to be taken back."""
        said = self.prepared.plan.decisions.rows if self.prepared is not None else {}
        return [line for line in rows if self.row_of(line).ref in said] if said else []

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
        return verdict not in self._folded or self.only is verdict or bool(self.filter)

    def row_open(self, line: Line) -> bool:
        """Whether what the line's row holds is shown below it."""
        return line.place in self._open

    def row_of(self, line: Line) -> RowPlan:
        """The row that a line belongs to; raises IndexError for a group."""
        if self.prepared is None or line.place < 0:
            raise IndexError(line)
        return self.prepared.plan.rows[line.place]

    def answers(self, line: Line) -> Answers:
        """What was said of the line's row when it was doubtful."""
        return self.prepared.plan.decisions.rows.get(self.row_of(line).ref, {}) if self.prepared is not None else {}

    def edit_of(self, line: Line) -> CellEdit:
        """The cell of a FIELD line."""
        return self.row_of(line).edits[line.part]

    def openable(self, line: Line) -> bool:
        """Whether the line has anything to show below it."""
        if line.kind is LineKind.GROUP:
            return True
        row = self.row_of(line)
        more = row.edits or row.candidates or row.new or row.answered or len(row.problems) > 1
        return line.kind is LineKind.ROW and bool(more)

    def toggle(self, number: int) -> None:
        """Open or close the group or the row on the line ``number``."""
        line = self.lines[number]
        if line.kind is LineKind.GROUP:
            if self.only is None and not self.filter:
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

    def find(self, wanted: Line) -> int:
        """Where a line of an earlier plan is now; else its row, else -1."""
        row = -1
        for number, line in enumerate(self.lines):
            if line._replace(verdict=wanted.verdict, last=wanted.last) == wanted:
                return number
            if line.kind is LineKind.ROW and line.place == wanted.place:
                row = number
        return row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Heads and remarks are passed over by the keyboard."""
        if not index.isValid() or self.lines[index.row()].kind in _PASSED_OVER:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a line says, for assistive technology and for the tooltip; drawing asks for the line itself."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return shown(self.words(self.lines[index.row()]))
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.lines[index.row()]
            return shown(self.words(line)) if line.kind in {LineKind.ROW, LineKind.FIELD, LineKind.NOTE} else None
        return None

    def words(self, line: Line) -> str:
        """Everything that a line says."""
        if self.prepared is None:
            return ""
        if line.kind is LineKind.GROUP:
            return f"{VERDICT_WORDS[line.verdict]} {len(self.passing(line.verdict))} 行"
        row = self.row_of(line)
        if line.kind in _DETAILS:
            return _detail_words(self.prepared.plan, row, line, sender=self.sender_of(row))
        where = row.problems[0].cell if row.problems else place_words(self.prepared.plan, row)
        return f"{where}　{row.label}\n{change_words(row)}"


def _detail_words(plan: Plan, row: RowPlan, line: Line, *, sender: str) -> str:
    """What a line below a row says."""
    match line.kind:
        case LineKind.FIELD:
            edit = row.edits[line.part]
            base, ours, theirs = sides(edit)
            who = f"（{words}）" if (words := since_words(edit.since)) else ""
            whose = f"（{sender}）" if sender else ""
            return f"{edit.label}\n原值：{base}\n本机{who}：{ours}\n来表{whose}：{theirs}"
        case LineKind.NOTE:
            return notes(row)[line.part]
        case LineKind.CARDS:
            shown = row.candidates[line.part : line.part + CARDS_ACROSS]
            return "；".join(f"{one.label}，{one.why}" for one in shown)
        case LineKind.HEAD:
            return "栏目 原值 本机 来表"
        case LineKind.PAIR_HEAD:
            return f"栏目 来表 {' '.join(one.label for one in beside(row, line.start))}"
        case LineKind.PAIR:
            return " ".join(pair_words(plan, row, line))
    return ""
