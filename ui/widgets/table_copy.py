"""Rows of a table as other programs paste them: text with tabs, and an HTML table whose numbers stay text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TypeVar

from PySide6.QtCore import QMimeData

from ui.widgets.table_model import Column

T = TypeVar("T")
_AS_TEXT = "mso-number-format:'\\@'"
"""Without this a spreadsheet turns a door such as 3-2 into a date and a long number into 5.1E+17."""


def table_on_clipboard(columns: Sequence[Column[T]], records: Sequence[T], *, header: bool) -> QMimeData:
    """What goes on the clipboard for these records."""
    return on_clipboard(*texts_of(columns, records, header=header))


def on_clipboard(text: str, html: str) -> QMimeData:
    """The two texts of :func:`texts_of` as the clipboard takes them."""
    made = QMimeData()
    made.setText(text)
    made.setHtml(html)
    return made


def texts_of(columns: Sequence[Column[T]], records: Sequence[T], *, header: bool) -> tuple[str, str]:
    """The records as text with tabs and as an HTML table; may be called off the window's thread."""
    lines = [[column.title for column in columns]] if header else []
    lines += [[column.leaving(record) for column in columns] for record in records]
    return "\n".join("\t".join(cells) for cells in lines), _table(lines, header=header)


def _table(lines: Sequence[Sequence[str]], *, header: bool) -> str:
    rows = []
    for number, cells in enumerate(lines):
        tag = "th" if header and number == 0 else "td"
        rows.append("<tr>" + "".join(f'<{tag} style="{_AS_TEXT}">{escape(cell)}</{tag}>' for cell in cells) + "</tr>")
    return f'<meta charset="utf-8"><table>{"".join(rows)}</table>'
