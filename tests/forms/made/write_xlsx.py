"""Writes laid-out sheets as .xlsx or .xlsm, part by part, so that every oddity of a real file can be in it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from minqing.forms.files.grid import column_name
from tests.forms.made.model import Book, Cell, Page, Raw, lay_out

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
}
_FORMATS = ("General", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm", "hh:mm", "@")
_DAYS_1904 = 1462


def serial(value: date | datetime | time, *, date1904: bool = False) -> float:
    """A date or time as a spreadsheet counts it."""
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    found = moment - datetime(1899, 12, 30)
    return found.days + found.seconds / 86_400 - (_DAYS_1904 if date1904 else 0)


def format_of(raw: Raw) -> int:
    """The number format of a value: 1 date, 2 date and time, 3 time, 0 none."""
    if isinstance(raw, datetime):
        return 2
    if isinstance(raw, date):
        return 1
    return 3 if isinstance(raw, time) else 0


class _Styles:
    def __init__(self) -> None:
        self.known: dict[tuple[int, str], int] = {(0, ""): 0}

    def of(self, number_format: int, fill: str) -> int:
        return self.known.setdefault((number_format, fill), len(self.known))

    def xml(self) -> str:
        fills = list(dict.fromkeys(fill for _, fill in self.known if fill))
        solid = "".join(
            f'<fill><patternFill patternType="solid"><fgColor rgb="FF{one}"/><bgColor indexed="64"/></patternFill>'
            "</fill>"
            for one in fills
        )
        formats = "".join(
            f"<numFmt numFmtId={quoteattr(str(170 + number))} formatCode={quoteattr(code)}/>"
            for number, code in enumerate(_FORMATS)
        )
        xfs = "".join(
            f'<xf numFmtId="{170 + number if number else 0}" fontId="0" '
            f'fillId="{fills.index(fill) + 2 if fill else 0}" '
            'borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>'
            for number, fill in self.known
        )
        return (
            f'{_DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_FORMATS)}">{formats}</numFmts>'
            '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
            f'<fills count="{len(fills) + 2}"><fill><patternFill patternType="none"/></fill>'
            f'<fill><patternFill patternType="gray125"/></fill>{solid}</fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            f'<cellXfs count="{len(self.known)}">{xfs}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        )


def write_xlsx(book: Book, path: Path, *, kind: str = "xlsx") -> Path:
    """Write a made book; ``kind`` is ``xlsx`` or ``xlsm``."""
    styles = _Styles()
    pages = [lay_out(sheet) for sheet in book.sheets]
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet(page, styles, date1904=book.date1904)
        for number, page in enumerate(pages, 1)
    }
    parts |= {
        "[Content_Types].xml": _content_types(len(pages), kind),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(book),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(pages) + 1)]
            + [("styles", "styles.xml")]
        ),
        "xl/styles.xml": styles.xml(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 8, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return path


def _content_types(count: int, kind: str) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES[kind]}"/>{sheets}'
        '<Override PartName="/xl/styles.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _workbook(book: Book) -> str:
    states = [' state="hidden"' if sheet.hidden else "" for sheet in book.sheets]
    sheets = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}"{state} r:id="rId{number}"/>'
        for number, (sheet, state) in enumerate(zip(book.sheets, states, strict=True), 1)
    )
    calendar = '<workbookPr date1904="1"/>' if book.date1904 else "<workbookPr/>"
    return f'{_DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{calendar}<sheets>{sheets}</sheets></workbook>'


def _sheet(page: Page, styles: _Styles, *, date1904: bool) -> str:
    by_row: dict[int, list[tuple[int, Cell]]] = {}
    for (row, column), cell in sorted(page.cells.items()):
        by_row.setdefault(row, []).append((column, cell))
    rows = []
    for number in range(1, page.height + 1):
        inner = "".join(
            _cell(f"{column_name(column)}{number}", cell, styles, date1904=date1904)
            for column, cell in by_row.get(number, ())
        )
        hidden = ' hidden="1"' if number in page.sheet.hidden_rows else ""
        rows.append(f'<row r="{number}"{hidden}>{inner}</row>')
    if page.sheet.empty_rows:
        style = styles.of(4, "")
        rows += [
            f'<row r="{number}" s="{style}" customFormat="1"><c r="A{number}" s="{style}"/></row>'
            for number in range(page.height + 1, page.height + 1 + page.sheet.empty_rows)
        ]
    right = max((column for _, column in page.cells), default=1)
    dimension = page.sheet.dimension or f"A1:{column_name(right)}{page.height}"
    merges = "".join(
        f'<mergeCell ref="{column_name(one.left)}{one.top}:{column_name(one.right)}{one.bottom}"/>'
        for one in page.spans
    )
    header = min((row[0] for row in page.places if row), default=2) - 1
    filtered = f'<autoFilter ref="A{header}:{column_name(right)}{page.height}"/>' if page.sheet.filtered else ""
    return (
        f'{_DECLARATION}<worksheet xmlns="{_MAIN}"><dimension ref="{dimension}"/><sheetData>{"".join(rows)}</sheetData>'
        + filtered
        + (f'<mergeCells count="{len(page.spans)}">{merges}</mergeCells>' if merges else "")
        + "</worksheet>"
    )


def _cell(place: str, cell: Cell, styles: _Styles, *, date1904: bool) -> str:
    raw = cell.raw
    start = f'<c r="{place}" s="{styles.of(format_of(raw), cell.fill)}"'
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    if cell.error:
        return f'{start} t="e">{formula}<v>{cell.error}</v></c>'
    if raw is None:
        return f"{start}/>"
    if isinstance(raw, bool):
        return f'{start} t="b">{formula}<v>{int(raw)}</v></c>'
    if isinstance(raw, str):
        return start + _text(raw, formula, rich=cell.rich)
    number = raw if isinstance(raw, int | float) else serial(raw, date1904=date1904)
    return f"{start}>{formula}<v>{number!r}</v></c>"


def _text(raw: str, formula: str, *, rich: bool) -> str:
    if formula:
        return f' t="str">{formula}<v>{escape(raw)}</v></c>'
    if not rich:
        return f' t="inlineStr"><is><t xml:space="preserve">{escape(raw)}</t></is></c>'
    half = max(len(raw) // 2, 1)
    first, second = escape(raw[:half]), escape(raw[half:])
    return (
        f' t="inlineStr"><is><r><t xml:space="preserve">{first}</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr>'
        f'<t xml:space="preserve">{second}</t></r></is></c>'
    )
