"""Marks in a sheet of somebody else's workbook: cells filled and commented, rows that are done in grey."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from exports.returned.notes import Place, comments_with, drawing_with
from exports.returned.styles import StyleSheet
from exports.supplement import OFFICE, Supplement
from minqing.forms.files.grid import column_name
from minqing.forms.files.package import Package
from minqing.forms.files.sheet_xml import RowXml, SheetXml
from minqing.forms.files.xml_splice import Edit, appended, spliced, with_attributes

BAD: Final = "FFFFC7CE"
ASKED: Final = "FFFFEB9C"
_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING: Final = frozenset(
    ("legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
)


@dataclass(frozen=True)
class Marks:
    """What is to be marked in one sheet: sentences by cell, the colour of those cells, and the rows that are done."""

    notes: Mapping[Place, str]
    colours: Mapping[Place, str] = field(default_factory=dict)
    done: frozenset[int] = frozenset()


def mark_sheet(package: Package, supplement: Supplement, styles: StyleSheet, name: str, marks: Marks) -> None:
    """Mark one sheet: its cells, its comments and their boxes; ``styles`` gathers the styles that this takes."""
    part = package.sheet(name).part
    sheet = SheetXml(supplement.text(part))
    notes = {sheet.top_left(*place): text for place, text in marks.notes.items()}
    colours = {sheet.top_left(*place): colour for place, colour in marks.colours.items()}
    edits = [*_cells(sheet, styles, colours), *_done_rows(sheet, styles, marks.done, colours.keys())]
    if link := _noted(package, supplement, part, notes):
        edits.append(_legacy_drawing(sheet, link))
    supplement.put(part, spliced(sheet.content, edits))


def _cells(sheet: SheetXml, styles: StyleSheet, colours: Mapping[Place, str]) -> Iterator[Edit]:
    for (number, column), colour in sorted(colours.items()):
        row = sheet.rows.get(number)
        cell = row.cells.get(column) if row else None
        if cell is not None:
            style = styles.filled(cell.attributes.get("s", "0"), colour)
            yield with_attributes(sheet.content, cell, {"s": style})
        elif row is not None:
            name = f"{column_name(column)}{number}"
            made = f'<{sheet.prefix}c r="{name}" s="{styles.filled(row.style or "0", colour)}"/>'.encode()
            yield _inserted(sheet, row, column, made)


def _inserted(sheet: SheetXml, row: RowXml, column: int, cell: bytes) -> Edit:
    later = next((element for place, element in row.cells.items() if place > column), None)
    if later is not None:
        return Edit(later.start, later.start, cell)
    if row.cells:
        last = max(element.end for element in row.cells.values())
        return Edit(last, last, cell)
    return appended(sheet.content, row.element, cell)


def _done_rows(sheet: SheetXml, styles: StyleSheet, done: frozenset[int], marked: Collection[Place]) -> Iterator[Edit]:
    for number in sorted(done):
        row = sheet.rows.get(number)
        for column, cell in row.cells.items() if row else ():
            # A merged cell over several rows stands in the first of them, which may be done where another is not.
            if (number, column) not in marked:
                yield with_attributes(sheet.content, cell, {"s": styles.greyed(cell.attributes.get("s", "0"))})


def _noted(package: Package, supplement: Supplement, part: str, notes: Mapping[Place, str]) -> str:
    """Put the comments into the package; gives the link to their new drawing, "" where there was one already."""
    if not notes:
        return ""
    comments, drawings = package.related(part, "comments"), package.related(part, "vmlDrawing")
    if comments:
        supplement.put(comments[0], comments_with(supplement.text(comments[0]), notes))
    else:
        name = supplement.free_name("xl/comments{}.xml")
        supplement.add(name, comments_with(b"", notes), kind="comments", to=part, content_type=_COMMENTS)
    if drawings:
        supplement.put(drawings[0], drawing_with(supplement.text(drawings[0]), notes))
        return ""
    name = supplement.free_name("xl/drawings/vmlDrawing{}.vml")
    made = drawing_with(b"", notes)
    return supplement.add_by_extension(name, made, kind="vmlDrawing", to=part, content_type=_DRAWING)


def _legacy_drawing(sheet: SheetXml, link: str) -> Edit:
    element = f'<{sheet.prefix}legacyDrawing xmlns:r="{OFFICE}" r:id="{link}"/>'.encode()
    present = sheet.root.child("legacyDrawing")
    if present is not None:
        return with_attributes(sheet.content, present, {present.attribute_name("id"): link})
    later = next((one for one in sheet.root.children if one.local in _AFTER_DRAWING), None)
    place = later.start if later else sheet.root.close
    return Edit(place, place, element)
