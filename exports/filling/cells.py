"""Cells of a filled form: the text of one column as the cell's own style wants it, as text, number or date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from typing import Final
from xml.sax.saxutils import escape

from exports.filling.formats import Format, Formats
from exports.sheet_text import CELL_LIMIT, legible, stored
from minqing.errors import TooLong
from minqing.forms.files.grid import column_name, column_number
from minqing.forms.form import Column, Form, FormRow
from minqing.forms.naming.columns import is_fill_label, is_running_number
from minqing.forms.tables.clock_columns import clock_beside, moment_of
from minqing.forms.tables.labels import normalise_label
from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone
from minqing.records.values import Kind

_REMEMBERED = 20_000
_FIRST_SAFE_DAY = date(1900, 3, 1)
"""Before this day spreadsheet programs disagree about the number of a date (there was no 29 February 1900)."""
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_WHOLE: Final = re.compile(r"0|-?[1-9][0-9]{0,14}")
_AMOUNT: Final = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{0,3}[1-9])?")
_ID_NUMBER = re.compile(r"(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])|(?<![0-9])[0-9]{15}(?![0-9])")
_PHONE = re.compile(r"(?<![0-9])1[0-9]{10}(?![0-9])|(?<![0-9])0[0-9]{2,3}-?[0-9]{7,8}(?![0-9])")
_DATED = frozenset((Kind.DATE, Kind.PARTIAL, Kind.TIME))
_COUNTED = frozenset((Kind.TEXT, None))
"""Kinds of column whose texts become numbers only where the office's own cell is one for numbers."""


class Writer:
    """Writes the cells of one column; the same text in the same style is worked out once."""

    def __init__(self, column: Column, show: Callable[[FormRow], str], formats: Formats, *, prefix: str) -> None:
        self.letter = column.letter
        self.number = column_number(column.letter)
        self.running = not column.slot and is_running_number(column.label)
        self.show = show
        self._label = column.label
        self._kind = Kind.INTEGER if self.running else column.bound.kind if column.bound else None
        self._formats = formats
        self._prefix = prefix
        self._known: dict[tuple[str, str], str] = {}

    def body(self, text: str, style: str) -> str:
        """What follows ``<c r="B7"`` for a text in a style: its style, type and value. Raises TooLong."""
        found = self._known.get((text, style))
        if found is None:
            found = self._made(legible(text), style)
            if len(self._known) < _REMEMBERED:
                self._known[text, style] = found
        return found

    def number_of(self, text: str, style: str) -> str:
        """The number that stands for a text in a cell of this style, "" when it stays text."""
        shape = self._formats.of(style)
        if shape is Format.TEXT:
            return ""
        if self._kind is Kind.INTEGER:
            return text if _WHOLE.fullmatch(text) else ""
        if shape in {Format.DATE, Format.TIME} and (self._kind in _DATED or self._kind is None):
            return _serial(text, shape, since_1904=self._formats.since_1904)
        counted = self._kind in _COUNTED and (shape is Format.NUMBER or self._kind is None)
        return text if counted and shape is not Format.DATE and _AMOUNT.fullmatch(text) else ""

    def _made(self, text: str, style: str) -> str:
        dressed = f' s="{style}"' if style else ""
        if not text:
            return f"{dressed}/>"
        number, p = self.number_of(text, style), self._prefix
        if number:
            return f"{dressed}><{p}v>{number}</{p}v></{p}c>"
        return f"{dressed}{text_body(text, p, label=self._label)}"


def text_body(text: str, prefix: str, *, label: str) -> str:
    """What follows a cell's attributes when it holds a text itself. Raises TooLong, naming ``label``."""
    kept = stored(legible(text))
    if len(kept) > CELL_LIMIT:
        raise TooLong(label, CELL_LIMIT)
    space = ' xml:space="preserve"' if kept != kept.strip() or "\n" in kept or "  " in kept else ""
    p = prefix
    return f' t="inlineStr"><{p}is><{p}t{space}>{escape(kept)}</{p}t></{p}is></{p}c>'


def word_cell(prefix: str, row: int, column: int, style: str, text: str) -> str:
    """A single cell beside the table, with its text. Raises TooLong, naming the cell."""
    name = f"{column_name(column)}{row}"
    dressed = f'<{prefix}c r="{name}"' + (f' s="{style}"' if style else "")
    return f"{dressed}/>" if not text else f"{dressed}{text_body(text, prefix, label=name)}"


def writers_of(form: Form, formats: Formats, *, prefix: str, masked: bool) -> tuple[Writer, ...]:
    """What writes the form's columns that have a place in the workbook, from left to right; colours are no texts."""
    shown = [_shown(form, column, masked=masked) for column in form.columns]
    for day, moment, clock in _clocks(form.columns):
        whole = _shown(form, moment, masked=masked)
        # The parts of 2026-11-16 15:20 that the sheet has in columns of their own.
        for place, part in zip((day, *clock), (slice(10), slice(11, 13), slice(14, 16)), strict=False):
            shown[place] = partial(_part_of, whole, part)
    writers = [
        Writer(column, show, formats, prefix=prefix)
        for column, show in zip(form.columns, shown, strict=True)
        if column.letter and not is_fill_label(column.label)
    ]
    return tuple(sorted(writers, key=lambda writer: writer.number))


def _clocks(columns: Sequence[Column]) -> Iterator[tuple[int, Column, tuple[int, ...]]]:
    """The place of a day, its column with the hour, and the places of 时 and 分 beside it that are no fields."""
    labels = [normalise_label(column.label) for column in columns]
    for place, column in enumerate(columns):
        moment = moment_of(column.slot, column.attribute) if column.slot else None
        clock = clock_beside(labels, place)
        if moment is not None and clock and not any(columns[other].slot for other in clock):
            yield place, replace(column, attribute=moment.name), clock


def _part_of(show: Callable[[FormRow], str], part: slice, row: FormRow) -> str:
    text = show(row)
    return text[part] if part.start is None else text[part].removeprefix("0") or text[part][1:]


def hidden_digits(text: str) -> str:
    """A text of which nobody knows what it is, with the ID and phone numbers in it masked."""
    return _PHONE.sub(lambda found: mask_phone(found[0]), _ID_NUMBER.sub(lambda one: mask_id_number(one[0]), text))


def texts_of(writers: Sequence[Writer], row: FormRow, position: int) -> list[str]:
    """The texts of one row, the running number being ``position``."""
    return [str(position) if writer.running else writer.show(row) for writer in writers]


def _shown(form: Form, column: Column, *, masked: bool) -> Callable[[FormRow], str]:
    wanted = replace(column, masked=column.masked or masked)
    if column.slot:
        return wanted.show
    if wanted.masked:
        return lambda row: hidden_digits(form.text_of(wanted, row))
    return lambda row: form.text_of(wanted, row)


def _serial(text: str, shape: Format, *, since_1904: bool) -> str:
    """A day (with a time or without) or a time of day as a spreadsheet counts it, "" where the cell cannot say it."""
    try:
        if shape is Format.TIME:
            moment = time.fromisoformat(text) if len(text) == 5 else None
            return repr((moment.hour * 60 + moment.minute) / 1440) if moment else ""
        day = date.fromisoformat(text[:10]) if len(text) in {10, 16} else None
        part = datetime.fromisoformat(text).time() if day and len(text) == 16 else time.min
    except ValueError:
        return ""
    if day is None or day < (_EPOCH_1904 if since_1904 else _FIRST_SAFE_DAY):
        return ""
    whole = (day - (_EPOCH_1904 if since_1904 else _EPOCH)).days
    minutes = part.hour * 60 + part.minute
    return repr(whole + minutes / 1440) if minutes else str(whole)
