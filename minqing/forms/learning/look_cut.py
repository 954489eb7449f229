"""Cutting the rows off a workbook that nobody will look at, so that a sheet of 60,000 styled rows opens at once."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=\"(\d+)\"")
_END = re.compile(rb"</(?:\w+:)?sheetData>")
_SMALL = 200_000


def only_the_top(workbook: bytes, rows: int) -> bytes:
    """The same .xlsx with rows beyond ``rows`` left out of every worksheet; a small one comes back as it is.

    Raises ValueError when ``workbook`` is no zip file.
    """
    try:
        with zipfile.ZipFile(BytesIO(workbook)) as package:
            big = [one for one in package.infolist() if _SHEET.fullmatch(one.filename) and one.file_size > _SMALL]
            return _rewritten(package, {one.filename for one in big}, rows) if big else workbook
    except zipfile.BadZipFile as error:
        raise ValueError(str(error)) from error


def _rewritten(package: zipfile.ZipFile, big: set[str], rows: int) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for one in package.infolist():
            content = package.read(one)
            made.writestr(one.filename, _cut(content, rows) if one.filename in big else content)
    return target.getvalue()


def _cut(sheet: bytes, rows: int) -> bytes:
    beyond = next((found.start() for found in _ROW.finditer(sheet) if int(found[1]) > rows), None)
    end = _END.search(sheet, beyond) if beyond is not None else None
    return sheet[:beyond] + sheet[end.start() :] if end else sheet
