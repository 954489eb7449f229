"""What stands around a sheet's cells when rows are pushed down: areas, formulas, breaks and anchors move along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from exports.filling.references import Push
from minqing.forms.files.sheet_xml import Area
from minqing.forms.files.xml_splice import Edit, Element, with_attributes, with_text

_APPLIES: Final = frozenset({"conditionalFormatting", "dataValidation", "protectedRange", "ignoredError"})
_GROWS: Final = frozenset({"autoFilter", "sortState", "sortCondition", "table", "worksheetSource", "dataRefs"})
_MOVES: Final = {
    "selection": ("activeCell", "sqref"),
    "pane": ("topLeftCell",),
    "sheetView": ("topLeftCell",),
    "hyperlink": ("ref",),
    "cellWatch": ("r",),
    "inputCells": ("r",),
    "cellSmartTags": ("r",),
    "comment": ("ref",),
    "threadedComment": ("ref",),
}
_FORMULAS: Final = frozenset({"f", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula"})
_FORMULA_ATTRIBUTES: Final = {
    "hyperlink": ("location",),
    "formControlPr": ("fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx"),
    "controlPr": ("linkedCell", "listFillRange"),
    "sp": ("textlink",),
}
_ANCHORS: Final = frozenset({"twoCellAnchor", "oneCellAnchor", "anchor"})
_STAYS = "absolute"


def pushed(content: bytes, elements: Iterable[Element], push: Push, *, sheet: str) -> Iterator[Edit]:
    """The edits of elements of the sheet itself (its cells left out), or of a part that belongs to it.

    ``sheet`` is the sheet that formulas there mean when they name none.
    """
    elements = tuple(elements)
    single = {id(child) for one in elements if one.local == "sparkline" for child in one.children}
    inside = {id(child) for one in elements if one.local == "rowBreaks" for child in one.children}
    for element in elements:
        if element.local in _ANCHORS:
            yield from _anchored(content, element, push)
        elif element.local == "sqref":
            text = push.cell(element.text) if id(element) in single else push.areas(element.text)
            yield from _said(content, element, text)
        elif element.local in _FORMULAS and not element.children:
            # A rule over the room looks along each row of its own: that range is not to grow downwards.
            yield from _said(content, element, push.formula(element.text, sheet=sheet, within=True))
        elif id(element) in inside:
            at = int(element.attributes.get("id", "0"))
            # A break just under the room stays above what followed the room.
            yield from _set(content, element, {"id": str(at + push.count if at >= push.last else at)})
        else:
            yield from _set(content, element, _attributes(element, push, sheet))


def _attributes(element: Element, push: Push, sheet: str) -> dict[str, str]:
    values = element.attributes
    found: dict[str, str] = {}
    if element.local in _APPLIES and "sqref" in values:
        found["sqref"] = push.areas(values["sqref"])
    if element.local in _GROWS and "ref" in values:
        found["ref"] = push.area(values["ref"], single=push.first == push.last)
    if element.local == "mergeCell":
        found["ref"] = merged(values.get("ref", ""), push)
    for name in _MOVES.get(element.local, ()):
        if name in values:
            found[name] = push.cell(values[name])
    for name in _FORMULA_ATTRIBUTES.get(element.local, ()):
        if name in values:
            found[name] = push.formula(values[name], sheet=sheet)
    if element.local == "cfvo" and values.get("type") == "formula" and "val" in values:
        found["val"] = push.formula(values.get("val", ""), sheet=sheet)
    return found


def merged(reference: str, push: Push) -> str:
    """A merged block afterwards; one over the whole height of the room grows with it."""
    area = Area.of(reference)
    over_room = area is not None and area.top == push.first < area.bottom == push.last
    return push.area(reference) if over_room else push.cell(reference)


def _anchored(content: bytes, anchor: Element, push: Push) -> Iterator[Edit]:
    """A picture or control stays at its cell: it moves with its first row and stretches when tied to both ends."""
    if anchor.attributes.get("editAs") == _STAYS or anchor.attributes.get("moveWithCells") == "0":
        return
    ends = [_row(anchor, name) for name in ("from", "to")]
    tied = anchor.local == "twoCellAnchor" and anchor.attributes.get("editAs", "twoCell") == "twoCell"
    tied = tied or anchor.attributes.get("sizeWithCells") == "1"
    moves = ends[0] is not None and int(ends[0].text) >= push.last
    for row, goes in zip(ends, (moves, moves or tied), strict=True):
        if row is not None and goes and int(row.text) >= push.last:
            yield with_text(content, row, str(int(row.text) + push.count))


def _row(anchor: Element, end: str) -> Element | None:
    found = anchor.child(end)
    row = found.child("row") if found else None
    return row if row is not None and row.text.strip().isdecimal() else None


def _said(content: bytes, element: Element, text: str) -> Iterator[Edit]:
    if text != element.text:
        yield with_text(content, element, text)


def _set(content: bytes, element: Element, values: dict[str, str]) -> Iterator[Edit]:
    changed = {name: value for name, value in values.items() if value != element.attributes.get(name)}
    if changed:
        yield with_attributes(content, element, changed)
