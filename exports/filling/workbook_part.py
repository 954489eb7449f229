"""The workbook's own part and its list of formula cells after a sheet was filled."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from exports.filling.references import Push
from minqing.forms.files.grid import column_name
from minqing.forms.files.package import CONTENT_TYPES, Package, SheetEntry, relations_name
from minqing.forms.files.package_lists import without
from minqing.forms.files.sheet_xml import place_of
from minqing.forms.files.xml_splice import Edit, Element, spliced, tag_end, with_attributes, with_text

_BEFORE_CALCULATION = ("definedNames", "externalReferences", "functionGroups", "sheets")


def name_edits(package: Package, push: Push) -> Iterator[Edit]:
    """The edits by which defined names (print areas among them) follow rows that are pushed down."""
    content = package.text(package.workbook)
    listed = package.scanned(package.workbook).child("definedNames")
    for element in listed.children if listed else ():
        local = element.attributes.get("localSheetId", "")
        entry = next((one for one in package.sheets if str(one.position) == local), None)
        text = push.formula(element.text, sheet=entry.name if entry else "")
        if text != element.text:
            yield with_text(content, element, text)


def recalculation_edit(package: Package) -> Edit:
    """The edit that has spreadsheet programs compute all formulas when they open the workbook."""
    content, root = package.text(package.workbook), package.scanned(package.workbook)
    found = root.child("calcPr")
    if found is not None:
        return with_attributes(content, found, {"fullCalcOnLoad": "1"})
    before = next(child for name in _BEFORE_CALCULATION if (child := root.child(name)) is not None)
    return Edit(before.end, before.end, f'<{before.prefix}calcPr fullCalcOnLoad="1"/>'.encode())


def formula_cells(
    package: Package,
    entry: SheetEntry,
    push: Push,
    *,
    replaced: Collection[tuple[int, int]],
    added: Collection[tuple[int, int]],
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The list of cells with formulas as it has to be now: changed parts, and parts that fall away.

    A list that names a cell without a formula makes spreadsheet programs call the file damaged.
    """
    for part in package.related(package.workbook, "calcChain"):
        root = package.scanned(part)
        own = _sheet_id(package, entry)
        before = list(_listed(root))
        after = []
        for sheet, place, element in before:
            row, column = place
            moved = (push.row(row), column) if sheet == own else place
            if sheet != own or moved not in replaced:
                after.append((sheet, moved, element))
        fresh = [(own, place, None) for place in sorted(added)]
        if not fresh and [one[:2] for one in after] == [one[:2] for one in before]:
            return {}, ()
        if not after and not fresh:
            return _unlinked(package, part), (part,)
        cells = "".join(
            f'<{root.prefix}c r="{column_name(column)}{row}" i="{sheet}"{_rest(element)}/>'
            for sheet, (row, column), element in [*after, *fresh]
        )
        content = package.text(part)
        inner = tag_end(content, root.start)
        return {part: spliced(content, [Edit(inner, root.close, cells.encode())])}, ()
    return {}, ()


def without_formula_list(package: Package) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Changed parts and parts that fall away when the list of cells with formulas is left to be made anew."""
    for part in package.related(package.workbook, "calcChain"):
        return _unlinked(package, part), (part,)
    return {}, ()


def _listed(root: Element) -> Iterator[tuple[str, tuple[int, int], Element]]:
    sheet = ""
    for element in root.children:
        sheet = element.attributes.get("i", sheet)
        column, row = place_of(element.attributes["r"])
        yield sheet, (row, column), element


def _rest(element: Element | None) -> str:
    values = element.attributes if element is not None else {}
    return "".join(f' {name}="{value}"' for name, value in values.items() if name not in {"r", "i"})


def _sheet_id(package: Package, entry: SheetEntry) -> str:
    listed = package.scanned(package.workbook).child("sheets")
    return listed.children[entry.position].attributes.get("sheetId", "") if listed else ""


def _unlinked(package: Package, part: str) -> dict[str, bytes]:
    """The parts that name ``part``, without it."""
    ids = {one.id for one in package.relations(package.workbook) if package.named(one.target) == part}
    links = package.named(relations_name(package.workbook))
    return {
        links: without(package.text(links), "Id", ids),
        package.named(CONTENT_TYPES): without(package.text(CONTENT_TYPES), "PartName", {f"/{part}"}),
    }
