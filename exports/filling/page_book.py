"""One workbook with a sheet for each household: copies of the office's page, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.filling.copying import Copies, renamed
from exports.filling.fill import filled_parts
from exports.filling.pages import Page, page_words, sheet_names, sheet_title
from exports.filling.references import Rename
from exports.filling.workbook_part import recalculation_edit, without_formula_list
from minqing.forms.files.package import CONTENT_TYPES, Package, SheetEntry, relations_name
from minqing.forms.files.package_lists import linked, without_sheet_titles
from minqing.forms.files.xml_splice import (
    Edit,
    Element,
    appended,
    escaped,
    retagged,
    scan,
    spliced,
    tag_end,
    with_attributes,
    with_text,
)
from minqing.forms.form import Form, Header


@dataclass(frozen=True, slots=True)
class _Copy:
    """The sheet of one page: its name, its part, and the names (print areas …) that hold on it alone."""

    title: str
    part: str
    names: tuple[tuple[bytes, str], ...]
    stale: bool


def fill_page_sheets(
    workbook: bytes, form: Form, pages: Sequence[Page], *, header: Header, masked: bool = False
) -> bytes:
    """The office's workbook with its page once for each of ``pages``; its other sheets stay.

    The sheets are named after their households. Without pages the workbook comes out as it is. Raises as
    ``fill_workbook``.
    """
    original = Package(workbook, path=Path(f"{form.name}.xlsx"))
    entry = original.sheet(form.sheet)
    if not pages:
        return workbook
    taken = sheet_names(one.name for one in original.sheets if one != entry)
    titles = [taken.take(sheet_title(page, header) or f"第{number}户") for number, page in enumerate(pages, 1)]
    filled = [
        filled_parts(original, form, page.rows, page_words(form, page, header, masked=masked), masked=masked)
        for page in pages
    ]
    parts, without = filled[0]
    first = Package(original.written(parts, without=without))
    unlisted, without = without_formula_list(first)
    first = Package(first.written(unlisted, without=without))
    copies = Copies(original)
    rest = zip(titles[1:], filled[1:], strict=True)
    added = [_copy(original, entry, changed, title, copies) for title, (changed, _) in rest]
    return _assembled(first, entry, titles[0], added, copies)


def _copy(original: Package, entry: SheetEntry, changed: dict[str, bytes], title: str, copies: Copies) -> _Copy:
    rename = Rename(entry.name, title)
    own = {part: content for part, content in changed.items() if part != original.workbook}
    book = changed.get(original.workbook) or original.text(original.workbook)
    root = scan(book)
    calculation = root.child("calcPr")
    return _Copy(
        title=title,
        part=copies.add(entry.part, own, rename=rename),
        names=tuple(
            (book[element.start : element.end], rename.formula(element.text))
            for element in _names(root)
            if element.attributes.get("localSheetId") == str(entry.position)
        ),
        stale=calculation is not None and calculation.attributes.get("fullCalcOnLoad") == "1",
    )


def _assembled(first: Package, entry: SheetEntry, title: str, added: Sequence[_Copy], copies: Copies) -> bytes:
    rename = Rename(entry.name, title)
    properties = without_sheet_titles(first)
    parts = copies.parts | properties
    for name in first.names:
        if name.endswith(".xml") and name != first.workbook and name not in properties:
            content = first.text(name)
            new = renamed(content, rename)
            if new != content:
                parts[name] = new
    links, ids = _linked(first, added)
    parts[first.named(relations_name(first.workbook))] = links
    parts[first.workbook] = spliced(first.text(first.workbook), _book_edits(first, entry, rename, added, ids))
    return first.written({**parts, first.named(CONTENT_TYPES): copies.types(first)})


def _linked(first: Package, added: Sequence[_Copy]) -> tuple[bytes, list[str]]:
    """The workbook's links with those to the new sheets, and their ids."""
    name = relations_name(first.workbook)
    kind = next(
        one.attributes["Type"]
        for one in first.scanned(name).children
        if one.attributes.get("Type", "").endswith("/worksheet")
    )
    return linked(first.text(name), first.workbook, [copy.part for copy in added], kind)


def _book_edits(
    first: Package, entry: SheetEntry, rename: Rename, added: Sequence[_Copy], ids: Sequence[str]
) -> Iterator[Edit]:
    content, root = first.text(first.workbook), first.scanned(first.workbook)
    sheets = root.child("sheets")
    if sheets is None:
        return
    own = sheets.children[entry.position]
    yield with_attributes(content, own, {"name": rename.new})
    tag = content[own.start : tag_end(content, own.start)]
    number = max(int(one.attributes.get("sheetId", "0")) for one in sheets.children)
    link = own.attribute_name("id")
    copied = []
    for at, (copy, one) in enumerate(zip(added, ids, strict=True), 1):
        values = {"name": copy.title, "sheetId": str(number + at), link: one}
        copied.append(_with(tag, values))
    yield Edit(own.end, own.end, b"".join(copied))
    yield from _name_edits(content, root, entry, rename, added)
    for view in root.walk():
        if view.local == "workbookView":
            moved = {
                name: str(int(view.attributes[name]) + len(added))
                for name in ("activeTab", "firstSheet")
                if int(view.attributes.get(name, "0")) > entry.position
            }
            yield with_attributes(content, view, moved)
    calculation = root.child("calcPr")
    if any(copy.stale for copy in added) and not (calculation and calculation.attributes.get("fullCalcOnLoad") == "1"):
        yield recalculation_edit(first)


def _name_edits(
    content: bytes, root: Element, entry: SheetEntry, rename: Rename, added: Sequence[_Copy]
) -> Iterator[Edit]:
    """Names that hold on one sheet count the sheets: those behind the page move, the page's own are copied."""
    for element in _names(root):
        place = element.attributes.get("localSheetId", "")
        if place.isdecimal() and int(place) > entry.position:
            yield with_attributes(content, element, {"localSheetId": str(int(place) + len(added))})
        text = rename.formula(element.text)
        if text != element.text:
            yield with_text(content, element, text)
    listed = root.child("definedNames")
    copied = b""
    for at, copy in enumerate(added, 1):
        for source, text in copy.names:
            end = tag_end(source, 0)
            tag = retagged(source[:end], "localSheetId", str(entry.position + at))
            copied += tag + escaped(text) + source[source.rindex(b"</") :]
    if listed is not None and copied:
        yield appended(content, listed, copied)


def _names(root: Element) -> Sequence[Element]:
    listed = root.child("definedNames")
    return listed.children if listed else ()


def _with(tag: bytes, values: dict[str, str]) -> bytes:
    for name, value in values.items():
        tag = retagged(tag, name, value)
    return tag if tag.endswith(b"/>") else tag[:-1] + b"/>"
