"""The data rows of a workbook as XML: openpyxl makes everything around them, which here takes a third of the time.

openpyxl's own row writer needs a cell object and an XML tree per cell, 1.7 times as long with styles as without, and
puts every row into an unencrypted file in the temporary folder on its way. What follows writes only ``<row>`` and
``<c>`` elements, in memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

from exports.sheet_style import LONG_TEXT, Look
from exports.sheet_text import CELL_LIMIT, legible, lines_in, looks_like_formula, stored
from minqing.errors import TooLong
from minqing.forms.form import Form, FormRow
from minqing.records.values import Kind

ROW_HEIGHT = 21.0
LINE_HEIGHT = 13.5
TALLEST = 409.0
_REMEMBERED = 20_000
_EPOCH = date(1899, 12, 30)
_FIRST_SAFE_DAY = date(1900, 3, 1)
"""Before this day spreadsheet programs disagree about the number of a date (there was no 29 February 1900)."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_WHOLE = re.compile(r"0|-?[1-9]\d{0,14}")


def height_of(lines: int, line_height: float = LINE_HEIGHT) -> float:
    """The points that a row with so many lines is high, so far as a spreadsheet row can be."""
    return min(max(ROW_HEIGHT, lines * line_height + 1), TALLEST)


class CellWriter:
    """Writes the cells of one column; the same text is worked out once."""

    def __init__(
        self,
        letter: str,
        label: str,
        look: Look,
        *,
        room: float,
        kind: Kind | None = None,
        empty: str = "",
        fit: Callable[[int], float] = height_of,
    ) -> None:
        self.letter = letter
        self._label = label
        self._look = look
        self._kind = kind
        self._room = room
        self._empty = legible(empty)
        self._fit = fit
        self._known: dict[str, tuple[str, float]] = {}

    def cell(self, text: str) -> tuple[str, float]:
        """The element after its ``<c r="F17"``, and how many points high it is. Raises TooLong."""
        found = self._known.get(text)
        if found is None:
            found = self._made(text)
            if len(self._known) < _REMEMBERED:
                self._known[text] = found
        return found

    def _made(self, text: str) -> tuple[str, float]:
        shown = legible(text)
        if not shown:
            return f' s="{self._look.plain}"/>', ROW_HEIGHT
        numeric = self._numeric(shown)
        if numeric:
            return numeric, ROW_HEIGHT
        kept = stored(shown)
        if len(kept) > CELL_LIMIT:
            raise TooLong(self._label, CELL_LIMIT)
        space = ' xml:space="preserve"' if shown != shown.strip() else ""
        body = f' s="{self._style(shown)}" t="inlineStr"><is><t{space}>{escape(kept)}</t></is></c>'
        return body, self._fit(lines_in(shown, self._room))

    def _style(self, shown: str) -> int:
        if len(shown) > LONG_TEXT:
            return self._look.long
        if looks_like_formula(shown):
            return self._look.quoted
        return self._look.muted if shown == self._empty else self._look.plain

    def _numeric(self, shown: str) -> str:
        """The cell as a real date or number, blank when it has to stay text."""
        if self._kind is Kind.INTEGER and _WHOLE.fullmatch(shown):
            return f' s="{self._look.whole}"><v>{shown}</v></c>'
        if self._kind is not Kind.DATE:
            return ""
        try:
            if _DATE.fullmatch(shown):
                return f' s="{self._look.date}"><v>{_serial(date.fromisoformat(shown))}</v></c>'
            if _MOMENT.fullmatch(shown):
                moment = datetime.fromisoformat(shown)
                part = (moment.hour * 60 + moment.minute) / 1440
                return f' s="{self._look.moment}"><v>{_serial(moment.date()) + part!r}</v></c>'
        except ValueError:
            return ""
        return ""


def row_elements(form: Form, rows: Iterable[FormRow], writers: Sequence[CellWriter], *, first: int) -> Iterator[str]:
    """The ``<row>`` elements of ``rows`` from sheet row ``first`` on, one at a time.

    ``writers`` has one for each column and a last one for the record number. Raises TooLong.
    """
    *of_columns, of_id = writers
    columns = list(zip(of_columns, form.columns, strict=True))
    for number, row in enumerate(rows, first):
        # No customHeight beside ht: a row whose text somebody makes longer then grows by itself.
        height = ROW_HEIGHT
        cells: list[str] = []
        for writer, column in columns:
            body, needed = writer.cell(column.show(row) if column.slot else str(number - first + 1))
            cells.append(f'<c r="{writer.letter}{number}"{body}')
            height = max(height, needed)
        body, needed = of_id.cell(form.row_ids(row))
        cells.append(f'<c r="{of_id.letter}{number}"{body}')
        yield f'<row r="{number}" ht="{max(height, needed):g}">{"".join(cells)}</row>'


def blank_elements(writers: Sequence[CellWriter], *, first: int, count: int) -> Iterator[str]:
    """The ``<row>`` elements of ``count`` empty ruled rows, for people to write in."""
    for number in range(first, first + count):
        cells = "".join(f'<c r="{writer.letter}{number}"{writer.cell("")[0]}' for writer in writers)
        yield f'<row r="{number}" ht="{ROW_HEIGHT:g}">{cells}</row>'


def _serial(day: date) -> int:
    if day < _FIRST_SAFE_DAY:
        raise ValueError(day)
    return (day - _EPOCH).days
