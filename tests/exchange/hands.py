"""Sheets edited by hand in another program: cells, blanks, order of rows and columns, headers, rows put in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import openpyxl
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell

from minqing.forms.form import ID_HEADER, Form
from minqing.forms.library import form_named
from tests.exchange.worlds import FREE, Cell, Known, Letter, World

Table = list[list[Any]]


@dataclass(frozen=True)
class Handling:
    """What is done to a sheet: cells (row, field, blank) edited, and what else happens to the table."""

    cells: tuple[tuple[int, int, bool], ...]
    order: str
    column: int
    dropped: bool
    renamed: str
    added: bool

    def every_row(self) -> Handling:
        """The same, and each of the first thousand rows edited."""
        return replace(self, cells=tuple((row, row % 4, False) for row in range(1000)))


NOTHING = Handling(cells=(), order="", column=0, dropped=False, renamed="", added=False)
handlings = st.builds(
    Handling,
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from((False, False, True))), max_size=2).map(
        tuple
    ),
    st.sampled_from(("", "", "", "back", "text")),
    st.integers(0, 12),
    st.sampled_from((False, False, False, True)),
    st.sampled_from(("", "", "wide", "star", "break")),
    st.sampled_from((False, False, True)),
)


def handled(world: World, letter: Letter, handling: Handling, *, back: bool) -> Letter:
    """A copy of a sheet as it is after somebody's work on it, on its way."""
    form = form_named(letter.form)
    book = openpyxl.load_workbook(letter.path)
    sheet = book[form.sheet or form.name]
    top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "序号")
    width = next(place for place in range(1, 60) if _text(sheet.cell(top, place).value) == ID_HEADER)
    head = [sheet.cell(top, place).value for place in range(1, width + 1)]
    count = 0
    while sheet.cell(top + count + 1, width).value:
        count += 1
    rows = [[sheet.cell(top + row, place).value for place in range(1, width + 1)] for row in range(1, count + 1)]
    known, texts = dict(letter.known), dict(letter.texts)
    hand = _Hand(world, form, head, rows, known, texts)
    hand.edit(handling)
    room = all(not isinstance(cell, MergedCell) and cell.value is None for cell in sheet[top + count + 1][:width])
    table = hand.table(handling if room else replace(handling, added=False))
    for row, cells in enumerate(table):
        for place, value in enumerate(cells, 1):
            sheet.cell(top + row, place).value = value
    path = letter.path.with_name(f"{world.fresh()}-改-{letter.path.name}")
    book.save(path)
    receiver = letter.sender if back else letter.receiver
    return replace(letter, path=path, receiver=receiver, known=known, texts=texts)


@dataclass
class _Hand:
    world: World
    form: Form
    head: list[Any]
    rows: Table
    known: dict[Cell, Known]
    texts: dict[Cell, str]

    def edit(self, handling: Handling) -> None:
        """Change cells; a household's value stands in several rows, and all of them are changed."""
        columns = {(one.slot, one.attribute): one.label for one in self.form.columns}
        for row, place, blank in handling.cells:
            model, name = FREE[self.form.name][place % len(FREE[self.form.name])]
            label = next(label for (slot, field), label in columns.items() if field == name and _is(slot, model.KIND))
            if label not in self.head:
                continue
            if not self.rows:
                return
            position = self.head.index(label)
            ids = str(self.rows[row % len(self.rows)][-1])
            record = self._record(ids, model.LETTER)
            if not record:
                continue
            event = self.world.fresh()
            text = "" if blank else f"手改{event}"
            for cells in self.rows:
                if self._record(str(cells[-1]), model.LETTER) == record:
                    cells[position] = text or None
            cell = (record, name)
            self.known[cell] = self.known.get(cell, Known()).after(event)
            self.texts[cell] = text

    def _record(self, ids: str, letter: str) -> str:
        found = [one for one in ids.split() if one.startswith(letter)]
        if found or letter != "H":
            return found[0] if found else ""
        desk = self.world.desks
        for one in desk:
            for record_id in ids.split():
                record = one.ledger.find(record_id)
                if record is not None:
                    return str(getattr(record, "household", ""))
        return ""

    def table(self, handling: Handling) -> Table:
        """Header and rows as they are written back."""
        rows = [list(cells) for cells in self.rows]
        if handling.added and self.form.name in ("民情台账", "走访台账") and rows:
            rows.append(self._new_row())
        if handling.order == "back":
            rows.reverse()
        elif handling.order == "text":
            rows.sort(key=lambda cells: str(cells[handling.column % len(cells)] or ""))
        table = [list(self.head), *rows]
        column = 1 + handling.column % (len(self.head) - 2)
        if handling.renamed:
            table[0][column] = _RENAMED[handling.renamed](str(table[0][column]))
        if handling.dropped:
            table = self._without(table, column)
        elif handling.order:
            table = [[cells[0], *cells[2 : column + 1], cells[1], *cells[column + 1 :]] for cells in table]
        return table

    def _new_row(self) -> list[Any]:
        """A visit that somebody wrote under the others, at a home of one of them, without an id."""
        number = self.world.fresh()
        cells: list[Any] = [None] * len(self.head)
        for label in ("小区", "门牌", "户主"):
            cells[self.head.index(label)] = self.rows[0][self.head.index(label)]
        cells[self.head.index("走访日期")] = f"2026-10-{number % 28 + 1:02d}"
        cells[self.head.index("备注")] = f"手写{number}"
        return cells

    def _without(self, table: Table, column: int) -> Table:
        """The table without a column: what stood in it is not said any more."""
        label = str(self.head[column])
        bound = next((one for one in self.form.columns if one.label == label), None)
        for cell in [one for one in self.known if bound and one[1] == bound.attribute]:
            del self.known[cell]
            del self.texts[cell]
        return [[*cells[:column], *cells[column + 1 :], None] for cells in table]


def _text(value: object) -> str:
    return "".join(str(value or "").split())


def _is(slot: str, kind: str) -> bool:
    return slot == kind


_RENAMED: dict[str, Callable[[str], str]] = {
    "wide": lambda text: f" {text}　",
    "star": lambda text: f"*{text}",
    "break": lambda text: f"{text[:2]}\n{text[2:]}",
}
