"""A sheet that we sent, as an office would send it back: some cells changed, some rows added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from minqing.forms.form import ID_HEADER


def edited_copy(
    sent: Path,
    to: Path,
    *,
    sheet: str,
    cells: Mapping[tuple[str, str], str | None],
    rows: Sequence[Mapping[str, str]] = (),
) -> Path:
    """Copy ``sent`` to ``to`` with the cells changed that ``(record id, header)`` names, and rows added at the end.

    Raises KeyError for an id or a header that the sheet does not have.
    """
    from openpyxl import load_workbook

    book = load_workbook(sent)
    page = book[sheet]
    texts = [[str(value or "") for value in row] for row in page.values]
    top = next(number for number, row in enumerate(texts, 1) if ID_HEADER in row)
    columns = {text: number for number, text in enumerate(texts[top - 1], 1) if text}
    places = {
        record_id: number
        for number, row in enumerate(texts, 1)
        if number > top
        for record_id in row[columns[ID_HEADER] - 1].split()
    }
    for (record_id, header), value in cells.items():
        page.cell(places[record_id], columns[header]).value = value
    last = max(places.values(), default=top)
    if rows:
        page.insert_rows(last + 1, len(rows))
    for offset, row in enumerate(rows, 1):
        for header, value in row.items():
            page.cell(last + offset, columns[header], value)
    book.save(to)
    return to
