"""Writes laid-out sheets as .ods, merges by spans and covered cells as LibreOffice writes them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from tests.forms.made.model import Book, Cell, Page, Span, lay_out

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = {"office": "office", "table": "table", "text": "text", "style": "style", "fo": "xsl-fo-compatible"}
_SPACES = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" ' + " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{value}:1.0"' for name, value in _NAMES.items()
)


def write_ods(book: Book, path: Path) -> Path:
    """Write a made book as an OpenDocument spreadsheet."""
    pages = [lay_out(sheet) for sheet in book.sheets]
    fills = sorted({cell.fill for page in pages for cell in page.cells.values() if cell.fill})
    looks = "".join(
        f'<style:style style:name="f{fill}" style:family="table-cell">'
        f'<style:table-cell-properties fo:background-color="#{fill.lower()}"/></style:style>'
        for fill in fills
    )
    hidden = (
        '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    tables = "".join(_table(page, date1904=book.date1904) for page in pages)
    calendar = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{hidden}{looks}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{calendar if book.date1904 else ''}{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        stamp = (2026, 11, 22, 8, 0, 0)
        archive.writestr(zipfile.ZipInfo("mimetype", stamp), _MIME, zipfile.ZIP_STORED)
        archive.writestr(zipfile.ZipInfo("META-INF/manifest.xml", stamp), manifest, zipfile.ZIP_DEFLATED)
        archive.writestr(zipfile.ZipInfo("content.xml", stamp), content, zipfile.ZIP_DEFLATED)
    return path


def _table(page: Page, *, date1904: bool) -> str:
    spans = {(one.top, one.left): one for one in page.spans}
    covered = {
        (row, column)
        for one in page.spans
        for row in range(one.top, one.bottom + 1)
        for column in range(one.left, one.right + 1)
    } - spans.keys()
    right = max((column for _, column in page.cells), default=1)
    right = max(right, max((one.right for one in page.spans), default=1))
    rows = []
    for row in range(1, page.height + 1):
        state = ""
        if row in page.sheet.hidden_rows:
            state = f' table:visibility="{"filter" if page.sheet.filtered else "collapse"}"'
        rows.append(f"<table:table-row{state}>{''.join(_row(page, row, right, spans, covered))}</table:table-row>")
    if page.sheet.empty_rows:
        rows.append(
            f'<table:table-row table:number-rows-repeated="{page.sheet.empty_rows}">'
            f'<table:table-cell table:number-columns-repeated="{right}"/></table:table-row>'
        )
    style = ' table:style-name="gone"' if page.sheet.hidden else ""
    columns = f'<table:table-column table:number-columns-repeated="{right}"/>'
    return f"<table:table table:name={quoteattr(page.sheet.name)}{style}>{columns}{''.join(rows)}</table:table>"


def _row(
    page: Page, row: int, right: int, spans: dict[tuple[int, int], Span], covered: set[tuple[int, int]]
) -> Iterator[str]:
    for column in range(1, right + 1):
        if (row, column) in covered:
            yield "<table:covered-table-cell/>"
            continue
        span = spans.get((row, column))
        size = ""
        if span:
            down, across = span.bottom - span.top + 1, span.right - span.left + 1
            size = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
        yield _cell(page.cells.get((row, column)), size)


def _cell(cell: Cell | None, size: str) -> str:
    if cell is None or (cell.raw is None and not cell.error):
        style = f' table:style-name="f{cell.fill}"' if cell and cell.fill else ""
        return f"<table:table-cell{size}{style}/>"
    more = size + (f' table:style-name="f{cell.fill}"' if cell.fill else "")
    if cell.formula or cell.error:
        more += f" table:formula={quoteattr('of:=' + (cell.formula or 'NA()'))}"
    if cell.error:
        kind = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
        return f"<table:table-cell{more} {kind}><text:p>{cell.error}</text:p></table:table-cell>"
    return f"<table:table-cell{more} {_value(cell)}</table:table-cell>"


def _value(cell: Cell) -> str:
    raw = cell.raw
    if isinstance(raw, bool):
        return f'office:value-type="boolean" office:boolean-value="{str(raw).lower()}"><text:p>{raw}</text:p>'
    if isinstance(raw, int | float):
        return f'office:value-type="float" office:value="{raw!r}"><text:p>{raw:g}</text:p>'
    if isinstance(raw, datetime):
        return f'office:value-type="date" office:date-value="{raw:%Y-%m-%dT%H:%M:%S}"><text:p>{raw}</text:p>'
    if isinstance(raw, date):
        return f'office:value-type="date" office:date-value="{raw:%Y-%m-%d}"><text:p>{raw}</text:p>'
    if isinstance(raw, time):
        return f'office:value-type="time" office:time-value="PT{raw:%HH%MM%SS}"><text:p>{raw:%H:%M}</text:p>'
    text = str(raw)
    if cell.rich and len(text) > 1:
        inner = f"<text:p>{escape(text[:1])}<text:span>{escape(text[1:])}</text:span></text:p>"
    else:
        inner = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))
    return f'office:value-type="string">{inner}'


def _spaced(line: str) -> str:
    """A line with its spaces at the ends and in runs as OpenDocument writes them."""
    plain = escape(line)
    return plain.replace("  ", " <text:s/>") if plain.strip(" ") else "<text:s/>" * len(plain)
