"""Writes laid-out sheets as text: csv, tsv, txt in several encodings, HTML and SpreadsheetML under the name .xls."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.forms.made.model import Book, Cell, Page, Raw, Span, lay_out, shown

_ENCODINGS = {
    "utf8": ("utf-8", b""),
    "bom": ("utf-8", b"\xef\xbb\xbf"),
    "gb": ("gb18030", b""),
    "utf16": ("utf-16-le", b"\xff\xfe"),
    "utf16bare": ("utf-16-le", b""),
}


def write_delimited(book: Book, path: Path, *, delimiter: str, encoding: str) -> Path:
    """Write the first sheet as separated values; ``encoding`` is utf8, bom, gb, utf16 or utf16bare."""
    page = lay_out(book.sheets[0])
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    right = max(column for _, column in page.cells)
    for row in range(1, page.height + 1):
        writer.writerow([_typed(page.cells.get((row, column))) for column in range(1, right + 1)])
    name, mark = _ENCODINGS[encoding]
    path.write_bytes(mark + text.getvalue().encode(name))
    return path


def _typed(cell: Cell | None) -> str:
    """A cell as a spreadsheet program saves it into a text file."""
    if cell is None or cell.raw is None:
        return cell.error if cell else ""
    raw = cell.raw
    if isinstance(raw, str):
        return raw
    if isinstance(raw, float):
        return f"{raw:.5E}" if raw >= 1e12 else repr(raw)
    return shown(raw)


def write_html(book: Book, path: Path) -> Path:
    """Write the sheets as tables of a web page, as many systems hand them out under the name .xls."""
    tables = "".join(f"<table border=1>{''.join(_html_rows(lay_out(sheet)))}</table>" for sheet in book.sheets)
    text = f'<html><head><meta charset="utf-8"><title>{escape(book.name)}</title></head><body>{tables}</body></html>'
    path.write_text(text, encoding="utf-8")
    return path


def _html_rows(page: Page) -> Iterator[str]:
    spans, covered = _covered(page)
    right = max(column for _, column in page.cells)
    for row in range(1, page.height + 1):
        cells = []
        for column in range(1, right + 1):
            if (row, column) in covered:
                continue
            span = spans.get((row, column))
            size = f' rowspan="{span.bottom - row + 1}" colspan="{span.right - column + 1}"' if span else ""
            cell = page.cells.get((row, column))
            style = f' style="background:#{cell.fill}"' if cell and cell.fill else ""
            cells.append(f"<td{size}{style}>{escape(_typed(cell)).replace(chr(10), '<br>')}</td>")
        yield f"<tr>{''.join(cells)}</tr>"


def _covered(page: Page) -> tuple[dict[tuple[int, int], Span], set[tuple[int, int]]]:
    spans = {(one.top, one.left): one for one in page.spans}
    covered = {
        (row, column)
        for one in page.spans
        for row in range(one.top, one.bottom + 1)
        for column in range(one.left, one.right + 1)
    }
    return spans, covered - spans.keys()


def write_spreadsheetml(book: Book, path: Path) -> Path:
    """Write the sheets as an Excel 2003 XML spreadsheet under the name .xls."""
    sheets = "".join(_xml_sheet(lay_out(sheet)) for sheet in book.sheets)
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:x="urn:schemas-microsoft-com:office:excel" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style></Styles>'
        f"{sheets}</Workbook>",
        encoding="utf-8",
    )
    return path


def _xml_sheet(page: Page) -> str:
    spans, covered = _covered(page)
    rows = []
    for row in range(1, page.height + 1):
        cells = []
        for column in sorted(column for place, column in page.cells if place == row):
            if (row, column) in covered:
                continue
            span = spans.get((row, column))
            size = ""
            if span:
                size = f' ss:MergeAcross="{span.right - column}" ss:MergeDown="{span.bottom - row}"'
            cells.append(f'<Cell ss:Index="{column}"{size}>{_xml_data(page.cells[row, column])}</Cell>')
        hidden = ' ss:Hidden="1"' if row in page.sheet.hidden_rows else ""
        rows.append(f'<Row ss:Index="{row}"{hidden}>{"".join(cells)}</Row>')
    visible = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>" if page.sheet.hidden else ""
    return f"<Worksheet ss:Name={quoteattr(page.sheet.name)}><Table>{''.join(rows)}</Table>{visible}</Worksheet>"


def _xml_data(cell: Cell) -> str:
    raw: Raw = cell.raw
    if cell.error:
        return f'<Data ss:Type="Error">{cell.error}</Data>'
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return f'<Data ss:Type="Boolean">{int(raw)}</Data>'
    if isinstance(raw, int | float):
        return f'<Data ss:Type="Number">{raw!r}</Data>'
    if isinstance(raw, datetime):
        return f'<Data ss:Type="DateTime">{raw:%Y-%m-%dT%H:%M:%S}.000</Data>'
    if isinstance(raw, date):
        return f'<Data ss:Type="DateTime">{raw:%Y-%m-%d}T00:00:00.000</Data>'
    if isinstance(raw, time):
        return f'<Data ss:Type="DateTime">1899-12-31T{raw:%H:%M:%S}.000</Data>'
    return f'<Data ss:Type="String">{escape(raw).replace(chr(10), "&#10;")}</Data>'
