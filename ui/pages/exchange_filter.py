"""Finding rows in the import preview: by words, by the field that differs and by what was decided, all together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal

from minqing.exchange.plan import Choice, RowPlan, Verdict
from minqing.records.address import parse_address
from minqing.records.spelling import squeeze
from ui import theme
from ui.pages.exchange_words import FieldKey, Line, Prepared
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import FilterButton
from ui.widgets.find_line import FindLine
from ui.widgets.panel import Bar
from ui.widgets.text import ElidedLabel

_DELAY = 120
_STATES = (("open", "还没处理的"), ("decided", "选过的"), ("parked", "先放着的"))
_SIDES = (("都用本机", Choice.OURS), ("都用来表", Choice.THEIRS), ("都先放着", Choice.LATER), ("都改回没选", None))


@dataclass(frozen=True)
class PreviewFilter:
    """Which rows are shown: those that hold ``text``, differ in ``field`` and are in ``state``; blanks let all pass."""

    text: str = ""
    field: FieldKey | None = None
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.text or self.field or self.state)

    def of(self, prepared: Prepared, lines: Sequence[Line]) -> list[Line]:
        """Those of ``lines`` (of rows) that pass."""
        words = _spellings(self.text)
        rows = prepared.plan.rows
        return [
            line
            for line in lines
            if self._passes(prepared, rows[line.place])
            and (not words or any(word in prepared.texts.of(line.place, rows[line.place]) for word in words))
        ]

    def _passes(self, prepared: Prepared, row: RowPlan) -> bool:
        if self.field and not any((edit.slot, edit.attribute) == self.field for edit in row.edits):
            return False
        match self.state:
            case "open":
                waits = row.verdict is Verdict.DOUBTFUL or bool(row.open_conflicts) or bool(row.problems)
                return waits and not row.parked
            case "decided":
                said = any(edit.conflict and edit.choice is not None for edit in row.edits)
                return said or row.parked or row.ref in prepared.plan.decisions.rows
            case "parked":
                return row.parked or any(edit.choice is Choice.LATER for edit in row.edits)
        return True


EVERYTHING = PreviewFilter()


def _spellings(text: str) -> set[str]:
    """A search text as it may stand in a row: folded, and as a door in the book's own spelling."""
    plain = squeeze(text).lower()
    door = parse_address(text).door if any(one.isdigit() for one in plain) and not plain.isdecimal() else ""
    return {plain, squeeze(door).lower()} - {""}


class FilterBar(Bar):
    """The bar over the rows.

    ``changed(PreviewFilter)`` fires when another filter is set, ``side_wanted(choice)`` for a decision on all that is
    shown, ``left`` when the keyboard is done here.
    """

    changed = Signal(object)
    side_wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(40, below=theme.LINE)
        self._filter = EVERYTHING
        self._fields: tuple[FieldKey, ...] = ()
        self._names: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._take)
        self.search = FindLine("在预览里找", placeholder="找姓名、门牌、内容", width=(180, 230))
        self.search.textChanged.connect(self._typed)
        self.search.left.connect(self._leave)
        self.row.addWidget(self.search)
        self.field = FilterButton("栏目", [])
        self.state = FilterButton("处理", list(_STATES))
        for button in (self.field, self.state):
            button.changed.connect(self._take)
            self.row.addWidget(button)
        self.words = ElidedLabel(size=13, colour=theme.INK2)
        self.row.addWidget(self.words, 1)
        self.sides = [LinkButton(text, self._sayer(choice)) for text, choice in _SIDES]
        for link in self.sides:
            self.row.addWidget(link)

    def _sayer(self, choice: Choice | None) -> Callable[[], None]:
        return lambda: self.side_wanted.emit(choice)

    @property
    def field_key(self) -> FieldKey | None:
        """The field that is filtered by."""
        return self._fields[int(self.field.value)] if self.field.value else None

    def _typed(self, text: str) -> None:
        if text:
            self._timer.start()
        else:
            self._take()

    def _leave(self) -> None:
        self._take()
        self.left.emit()

    def _take(self) -> None:
        self._timer.stop()
        wanted = PreviewFilter(self.search.text().strip(), self.field_key, self.state.value)
        if wanted != self._filter:
            self._filter = wanted
            self.changed.emit(wanted)

    def show_fields(self, prepared: Prepared, *, fresh: bool) -> None:
        """Offer the fields of a plan; a ``fresh`` one has no filter set."""
        for widget in (self.search, self.field, self.state):
            widget.blockSignals(True)
        kept = None if fresh else self.field_key
        self._fields = tuple(key for key, _, _ in prepared.fields)
        self._names = tuple(name for _, name, _ in prepared.fields)
        self.field.set_choices(
            [(str(number), f"{name}（{count:,} 行）") for number, (_, name, count) in enumerate(prepared.fields)]
        )
        self.field.set_value(str(self._fields.index(kept)) if kept in self._fields else "")
        if fresh:
            self.search.clear()
            self.state.set_value("")
            self._filter = EVERYTHING
        for widget in (self.search, self.field, self.state):
            widget.blockSignals(False)
        self._filter = replace(self._filter, field=self.field_key)

    def say(self, *, rows: int, conflicts: int) -> None:
        """Say how much is shown, and what the buttons would decide."""
        whose = f"“{self._names[int(self.field.value)]}”这一栏 " if self.field.value else ""
        found = f"筛出 {rows:,} 行；" if self._filter else ""
        self.words.set_text(f"{found}{whose}{conflicts:,} 处两边不同" if conflicts else found.rstrip("；"))
        for link in self.sides:
            link.setVisible(conflicts > 0)
