"""Writes laid-out sheets as .xlsb: binary records (BIFF12) in a zip file."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.forms.made.model import Book, Cell, Page, lay_out
from tests.forms.made.write_xlsx import format_of, serial

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CODES = {170: "yyyy\\-mm\\-dd", 171: "yyyy\\-mm\\-dd\\ hh:mm", 172: "hh:mm"}
_FORMATS = {0: 0, 1: 170, 2: 171, 3: 172, 4: 49}
_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_HIDDEN_ROW = 0x10


def write_xlsb(book: Book, path: Path) -> Path:
    """Write a made book as a binary workbook of the newer kind."""
    looks: dict[tuple[int, str], int] = {(0, ""): 0}
    count = len(book.sheets)
    parts: dict[str, bytes] = {
        f"xl/worksheets/sheet{number}.bin": b"".join(_sheet(lay_out(sheet), looks, date1904=book.date1904))
        for number, sheet in enumerate(book.sheets, 1)
    }
    sheet_relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, count + 1)
    )
    styles = f'<Relationship Id="rId{count + 1}" Type="{_OFFICE}/styles" Target="styles.bin"/>'
    main = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.bin"/>'
    parts |= {
        "[Content_Types].xml": _content_types(count).encode(),
        "_rels/.rels": _relations(main).encode(),
        "xl/workbook.bin": b"".join(_workbook(book)),
        "xl/_rels/workbook.bin.rels": _relations(sheet_relations + styles).encode(),
        "xl/styles.bin": b"".join(_styles(looks)),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 8, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return path


def _content_types(count: int) -> str:
    kind = "application/vnd.ms-excel"
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.bin" ContentType="{kind}.worksheet"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="bin" ContentType="{kind}.sheet.binary.macroEnabled.main"/>'
        f'{sheets}<Override PartName="/xl/styles.bin" ContentType="{kind}.styles"/></Types>'
    )


def _relations(inner: str) -> str:
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(data)
    while length > 127:
        size += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + size + bytes([length]) + data


def _wide(text: str) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def _workbook(book: Book) -> Iterator[bytes]:
    yield _record(131)
    yield _record(153, struct.pack("<II", int(book.date1904), 0) + _wide(""))
    yield _record(143)
    for number, sheet in enumerate(book.sheets, 1):
        yield _record(156, struct.pack("<II", int(sheet.hidden), number) + _wide(f"rId{number}") + _wide(sheet.name))
    yield _record(144)
    yield _record(132)


def _styles(looks: dict[tuple[int, str], int]) -> Iterator[bytes]:
    fills = ["", "", *dict.fromkeys(fill for _, fill in looks if fill)]
    yield _record(278)
    yield _record(615, struct.pack("<I", len(_CODES)))
    for number, code in _CODES.items():
        yield _record(44, struct.pack("<H", number) + _wide(code))
    yield _record(616)
    yield _record(603, struct.pack("<I", len(fills)))
    for number, fill in enumerate(fills):
        red, green, blue = bytes.fromhex(fill or "000000")
        colour = struct.pack("<BBHBBBB", 5 if fill else 1, 64, 0, red, green, blue, 255)
        pattern = 1 if fill else 17 * number
        yield _record(45, struct.pack("<I", pattern) + colour + colour + struct.pack("<I5dI", 0, 0, 0, 0, 0, 0, 0))
    yield _record(604)
    yield _record(617, struct.pack("<I", len(looks)))
    for number, fill in looks:
        place = fills.index(fill) if fill else 0
        yield _record(47, struct.pack("<HHHHHBBI", 0, _FORMATS[number], 0, place, 0, 0, 0, 0x00100000))
    yield _record(618)
    yield _record(279)


def _sheet(page: Page, looks: dict[tuple[int, str], int], *, date1904: bool) -> Iterator[bytes]:
    right = max((column for _, column in page.cells), default=1)
    yield _record(129)
    yield _record(148, struct.pack("<IIII", 0, max(page.height - 1, 0), 0, right - 1))
    yield _record(145)
    row_now = 0
    for (row, column), cell in sorted(page.cells.items()):
        if row != row_now:
            row_now = row
            state = _HIDDEN_ROW if row in page.sheet.hidden_rows else 0
            yield _record(
                0, struct.pack("<IIHBBBI", row - 1, 0, 300, 0, state, 0, 1) + struct.pack("<II", 0, right - 1)
            )
        look = looks.setdefault((format_of(cell.raw), cell.fill), len(looks))
        yield _cell(struct.pack("<II", column - 1, look), cell, date1904=date1904)
    yield _record(146)
    if page.spans:
        yield _record(177, struct.pack("<I", len(page.spans)))
        for one in page.spans:
            yield _record(176, struct.pack("<IIII", one.top - 1, one.bottom - 1, one.left - 1, one.right - 1))
        yield _record(178)
    yield _record(130)


def _cell(place: bytes, cell: Cell, *, date1904: bool) -> bytes:
    raw = cell.raw
    formula = struct.pack("<HI", 0, 3) + bytes([0x1E, 0, 0]) + struct.pack("<I", 0)
    if cell.error:
        return _record(3, place + bytes([_ERRORS[cell.error]]))
    if raw is None:
        return _record(1, place)
    if isinstance(raw, bool):
        return _record(4, place + bytes([int(raw)]))
    if isinstance(raw, str):
        return _record(8, place + _wide(raw) + formula) if cell.formula else _record(6, place + _wide(raw))
    number = raw if isinstance(raw, int | float) else serial(raw, date1904=date1904)
    value = struct.pack("<d", number)
    return _record(9, place + value + formula) if cell.formula else _record(5, place + value)
