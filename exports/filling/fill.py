"""Filling an office's own form: its workbook comes out with our rows in it and everything else untouched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from exports.filling.cells import writers_of
from exports.filling.formats import Formats
from exports.filling.formulas import depends
from exports.filling.heights import Heights
from exports.filling.relating import dependants, pushed_parts, recalculated
from exports.filling.sheet_filling import Filling, filled_sheet
from exports.filling.templates import words_of
from exports.filling.workbook_part import formula_cells, name_edits, recalculation_edit
from minqing.errors import BadForm, UnreadableSheet
from minqing.forms.files.package import Package
from minqing.forms.files.sheet_xml import SheetXml
from minqing.forms.files.xml_splice import spliced, undisturbed
from minqing.forms.form import Form, FormRow, Header, Layout


def fill_workbook(
    workbook: bytes, form: Form, rows: Sequence[FormRow], *, header: Header, masked: bool = False
) -> bytes:
    """The office's ``workbook`` (.xlsx) with ``rows`` in the table that ``form.layout`` names.

    Parts that need no change keep their bytes. With ``masked`` ID and phone numbers are shown in part only.
    Raises BadForm (no layout), WorksheetMissing, UnreadableSheet, TooManyRows, TooLong (one cell).
    """
    package = Package(workbook, path=Path(f"{form.name}.xlsx"))
    layout = layout_of(form)
    with undisturbed():
        parts, without = filled_parts(package, form, rows, words_of(layout, header), masked=masked)
    return package.written(parts, without=without)


def layout_of(form: Form) -> Layout:
    """The form's layout; raises BadForm when it has none."""
    if form.layout is None:
        raise BadForm(form.name, "它不是从单位的空表学来的，没有空表可填")
    return form.layout


def filled_parts(
    package: Package, form: Form, rows: Sequence[FormRow], words: Mapping[str, str], *, masked: bool
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The parts that change when the form's sheet is filled, and those that fall away; raises as fill_workbook."""
    entry = package.sheet(form.sheet)
    try:
        sheet = SheetXml(package.text(entry.part))
    except ValueError as error:
        raise UnreadableSheet(Path(f"{form.name}.xlsx"), f"工作表“{entry.name}”已经损坏") from error
    filling = Filling(entry.name, layout_of(form), rows, words)
    push = filling.push
    others = dependants(package, entry.name)
    stale = bool(filling.filled) and depends(sheet, entry.name, filling.filled, {*others.names, *_named(others.sheets)})
    writers = writers_of(form, Formats(package), prefix=sheet.prefix, masked=masked)
    filled = filled_sheet(sheet, filling, writers, heights=Heights(package, sheet), stale=stale)
    parts = {entry.part: filled.content}
    for other in package.sheets:
        if other.name in others.sheets:
            parts[other.part] = recalculated(package, other, push)
    edits = [recalculation_edit(package)] if stale or others.sheets else []
    if push.count:
        parts |= pushed_parts(package, entry, push)
        edits += name_edits(package, push)
    if edits:
        parts[package.workbook] = spliced(package.text(package.workbook), edits)
    listed, without = formula_cells(package, entry, push, replaced=filled.replaced_formulas, added=filled.new_formulas)
    return {**parts, **listed}, without


def _named(sheets: frozenset[str]) -> set[str]:
    return {f"{sheet}!" for sheet in sheets} | {f"{sheet}'!" for sheet in sheets}
