"""Taking the records out of a half-filled workbook that becomes a form, so that nobody is passed on with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minqing.forms.files.grid import column_number
from minqing.forms.files.package import Package
from minqing.forms.files.sheet_xml import SheetXml, place_of
from minqing.forms.files.xml_splice import Edit, Element, retagged, spliced, tag_end
from minqing.forms.form import Form, Layout
from minqing.forms.naming.columns import is_running_number

_SHARED = re.compile(rb'<(?:\w+:)?c\b[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>\s*(\d+)')
_FIELD = re.compile(r"\{(?:[a-z]+\.[a-z_0-9]+|population|party)\}")


def emptied(workbook: bytes, form: Form) -> bytes:
    """The workbook without what stands in the rows and household cells that ``form`` fills; formulas stay.

    A blank form comes back byte for byte. Texts that no cell shows any more are taken out of the package as well.
    """
    layout = form.layout
    if layout is None:
        return workbook
    package = Package(workbook)
    entry = package.sheet(form.sheet)
    sheet = SheetXml(package.text(entry.part))
    cells = [cell for cell in _cells(sheet, form, layout) if cell.children and cell.child("f") is None]
    if not cells:
        return workbook
    content = spliced(sheet.content, (_bare(sheet.content, cell) for cell in cells))
    parts = {entry.part: content}
    gone = {int(number) for number in _shared(sheet.content[cell.start : cell.end] for cell in cells)}
    others = [package.text(one.part) for one in package.sheets if one.part in package and one.part != entry.part]
    gone -= {int(number) for number in _shared([content, *others])}
    for part in package.related(package.workbook, "sharedStrings") if gone else ():
        parts[part] = _without_texts(package, part, gone)
    return package.written(parts)


def _cells(sheet: SheetXml, form: Form, layout: Layout) -> Iterator[Element]:
    columns = {column_number(one.letter) for one in form.columns if one.letter and not is_running_number(one.label)}
    for number, row in sheet.rows.items():
        if layout.first <= number <= layout.last:
            yield from (cell for column, cell in row.cells.items() if column in columns)
    for name, template in layout.cells:
        if _FIELD.fullmatch(template):
            column, number = place_of(name)
            cell = sheet.cell(number, column)
            if cell is not None:
                yield cell


def _bare(content: bytes, cell: Element) -> Edit:
    tag = retagged(content[cell.start : tag_end(content, cell.start)], "t", None)
    return Edit(cell.start, cell.end, tag.rstrip(b"/>").rstrip() + b"/>")


def _shared(contents: Iterable[bytes]) -> Iterator[bytes]:
    for content in contents:
        yield from _SHARED.findall(content)


def _without_texts(package: Package, part: str, gone: set[int]) -> bytes:
    content, root = package.text(part), package.scanned(part)
    items = [one for one in root.children if one.local == "si"]
    blank = f"<{root.prefix}si><{root.prefix}t/></{root.prefix}si>".encode()
    return spliced(content, (Edit(one.start, one.end, blank) for place, one in enumerate(items) if place in gone))
