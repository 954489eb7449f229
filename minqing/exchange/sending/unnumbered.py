"""Rows of a learned form, which has no room for 记录编号: those that say what the book would write get their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from minqing.exchange.sending.outgoing import rows_to_send
from minqing.exchange.sending.sent_rows import SentRows
from minqing.forms.form import Column, Form, FormRow
from minqing.forms.naming.columns import NamedColumn
from minqing.forms.sheet import SheetReading
from minqing.forms.templates import names_in
from minqing.ledger import Ledger
from minqing.records.fields import Privacy
from minqing.records.spelling import is_empty_mark

_Written = dict[tuple[str, ...], list[tuple[str, ...]]]


class Recogniser:
    """Looks at the sheets of one import; what the book would write into a form is worked out once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[tuple[str, tuple[Column, ...]], _Written] = {}
        self._sent: dict[str, SentRows] = {}

    def recognised(self, reading: SheetReading) -> SheetReading:
        """The reading with the ids of rows that say, cell for cell, what the book would write into this form now.

        Rows that were edited get those of the row sent whose door, person and day they have; others are left to be
        matched by what they say. Of records that read the same, each row takes the next. The sheet is the partner's to
        whom alone this form was sent. On a page, what the profile or nobody filled in is left out. A sheet that is no
        learned form, or has ids of its own, comes back as it is.
        """
        if reading.form.layout is None or not reading.form.name or any(row.ids for row in reading.rows):
            return reading
        reading = _masked_as_sent(_without_ours(reading))
        compared = [position for position, one in enumerate(reading.columns) if one.column is not None]
        columns = tuple(one.column for one in reading.columns if one.column is not None)
        written = self._written(reading.form, columns)
        rows = []
        edited: dict[int, tuple[str, ...]] = {}
        taken: Counter[tuple[str, ...]] = Counter()
        for place, row in enumerate(reading.rows):
            read = reading.read_row(row.cells)
            texts = tuple(read[position].text for position in compared)
            ids = written.get(texts, [])[taken[texts] :]
            taken[texts] += 1
            rows.append(replace(row, ids=ids[0]) if ids else row)
            if not ids:
                edited[place] = texts
        if edited:
            found = self._sent_rows(reading.form).keys_of(columns, edited, {" ".join(row.ids) for row in rows})
            for place, key in found.items():
                rows[place] = replace(rows[place], ids=tuple(key.split()))
        return replace(reading, rows=tuple(rows), partner=reading.partner or self._partner(reading.form))

    def _sent_rows(self, form: Form) -> SentRows:
        if form.name not in self._sent:
            self._sent[form.name] = SentRows(self._ledger, form)
        return self._sent[form.name]

    def _partner(self, form: Form) -> str:
        sent = {one.partner for one in self._ledger.exchanges() if one.direction == "out" and one.form == form.name}
        return sent.pop() if len(sent) == 1 else ""

    def _written(self, form: Form, columns: tuple[Column, ...]) -> _Written:
        key = (form.name, columns)
        if key not in self._known:
            found: _Written = defaultdict(list)
            for row in rows_to_send(self._ledger, form):
                found[tuple(column.show(row) for column in columns)].append(_ids(row, form.keys))
            self._known[key] = found
        return self._known[key]


def _ids(row: FormRow, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(row[slot].id for slot in keys if slot in row)


def _masked_as_sent(reading: SheetReading) -> SheetReading:
    """The reading with those columns known to be masked that hold masked numbers: so they were sent."""
    columns = tuple(
        replace(one, column=replace(one.column, masked=True)) if one.column and _is_starred(reading, place) else one
        for place, one in enumerate(reading.columns)
    )
    return replace(reading, columns=columns)


def _is_starred(reading: SheetReading, place: int) -> bool:
    column = reading.columns[place].column
    bound = column.bound if column else None
    if bound is None or bound.privacy is not Privacy.MASKED:
        return False
    return any("*" in text for row in reading.rows if isinstance(text := row.cells[place], str))


def _without_ours(reading: SheetReading) -> SheetReading:
    """A page without the cells that say what the profile says, or nothing: they are not the household's."""
    cells = dict(reading.form.layout.cells) if reading.form.layout is not None else {}
    kept = [place for place, one in enumerate(reading.columns) if not one.at or _is_told(reading, place, one, cells)]
    if len(kept) == len(reading.columns):
        return reading
    columns = tuple(reading.columns[place] for place in kept)
    return replace(
        reading,
        columns=columns,
        rows=tuple(replace(row, cells=tuple(row.cells[place] for place in kept)) for row in reading.rows),
        unrecognised=tuple(one.header for one in columns if one.column is None),
    )


def _is_told(reading: SheetReading, place: int, named: NamedColumn, cells: dict[str, str]) -> bool:
    template = cells.get(f"{named.letter}{named.at}")
    if template is not None:
        return named.key is not None and ".".join(named.key) in names_in(template)
    return named.column is not None or not all(
        is_empty_mark(reading.read(place, row.cells[place]).text) for row in reading.rows
    )
