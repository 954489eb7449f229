"""Last touches on a workbook's file: values that formulas gave last, and row heights that follow their text."""

from __future__ import annotations

import re
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from minqing.forms.files.xls.cells import Drawn

_FORMULA = re.compile(rb'<c r="([A-Z]+\d+)"([^>]*)>(<f\b[^>]*>[^<]*</f>)<v ?(?:/>|></v>)</c>')
_ROW = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')


def finished(content: bytes, drawn: dict[str, Drawn]) -> bytes:
    """The file with what ``drawn`` keeps for each sheet (by its part's name) put in.

    The library that writes the file has no place for either: without them nothing but a spreadsheet program would see
    what a formula gives, and no row would grow with its text.
    """
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            sheet = drawn.get(item.filename)
            target.writestr(item, data if sheet is None else _put_in(data, sheet))
    return out.getvalue()


def _put_in(data: bytes, sheet: Drawn) -> bytes:
    def with_value(found: re.Match[bytes]) -> bytes:
        kept = sheet.values.get(found[1].decode())
        if kept is None:
            return found[0]
        kind, text = kept
        mark = f' t="{kind}"' if kind else ""
        value = f"<v>{escape(text)}</v>"
        return b'<c r="%s"%s%s>%s%s</c>' % (found[1], found[2], mark.encode(), found[3], value.encode())

    def as_it_grows(found: re.Match[bytes]) -> bytes:
        return found[1] if int(found[2]) in sheet.automatic else found[0]

    if sheet.values:
        data = _FORMULA.sub(with_value, data)
    return _ROW.sub(as_it_grows, data) if sheet.automatic else data
