"""The parts beside a filled sheet: pictures, comments, tables and other sheets follow rows that are pushed down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from exports.filling.formulas import Formulas
from exports.filling.pushing import pushed
from exports.filling.references import Push
from minqing.forms.files.package import Package, SheetEntry
from minqing.forms.files.sheet_xml import SheetXml
from minqing.forms.files.xml_splice import Edit, spliced, with_attributes, with_text

_OWN = ("drawing", "comments", "threadedComment", "table", "ctrlProp")
_MENTIONED = ("xl/charts/", "xl/pivotCache/pivotCacheDefinition", "xl/drawings/drawing", "xl/ctrlProps/")
_NOTE = re.compile(rb"<(?:\w+:)?ClientData\b.*?</(?:\w+:)?ClientData>", re.DOTALL)
_NOTE_ROW = re.compile(rb"(<(?:\w+:)?Row>\s*)([0-9]+)")
_NOTE_ANCHOR = re.compile(rb"(<(?:\w+:)?Anchor>)([^<]*)")
_NOTE_FORMULA = re.compile(rb"(<(?:\w+:)?Fmla(?:Link|Range|Group|Txbx)>)([^<]*)")


@dataclass(frozen=True)
class Dependants:
    """Which other sheets and names of a workbook hang on a sheet: their last values no longer hold."""

    sheets: frozenset[str]
    names: frozenset[str]


def dependants(package: Package, sheet: str) -> Dependants:
    """The sheets with formulas that look at ``sheet``, directly or through other sheets and defined names."""
    names = _defined_names(package)
    texts = {
        entry.name: package.text(entry.part).decode(errors="replace")
        for entry in package.sheets
        if entry.name != sheet and entry.part in package
    }
    formulas = {name: text for name, text in texts.items() if "<f" in text or ":f" in text}
    touched, words = {sheet}, set[str]()
    while True:
        words |= {name for name, text in names.items() if _mentions(text, touched) or any(one in text for one in words)}
        more = {
            name
            for name, text in formulas.items()
            if name not in touched and (_mentions(text, touched) or any(word in text for word in words))
        }
        if not more:
            return Dependants(frozenset(touched - {sheet}), frozenset(words))
        touched |= more


def recalculated(package: Package, entry: SheetEntry, push: Push) -> bytes:
    """Another sheet whose formulas look at the filled one: ranges follow, the values last computed are dropped."""
    sheet = SheetXml(package.text(entry.part))
    formulas = Formulas(sheet, entry.name, push, stale=True)
    return spliced(sheet.content, formulas.all_edits())


def pushed_parts(package: Package, entry: SheetEntry, push: Push) -> Iterator[tuple[str, bytes]]:
    """Every part beside the sheet's own and the workbook's that changes when its rows are pushed down."""
    own = {part for kind in _OWN for part in package.related(entry.part, kind)}
    for part in package.names:
        if part in own or (
            part.startswith(_MENTIONED) and _mentions(package.text(part).decode(errors="replace"), {push.sheet})
        ):
            yield part, _followed(package, part, push, own=part in own)
    for part in package.related(entry.part, "vmlDrawing"):
        yield part, _noted(package.part(part), push)
    for other in package.sheets:
        if other.part in package and other.part != entry.part:
            yield from _other_sheet(package, other, push)


def _followed(package: Package, part: str, push: Push, *, own: bool) -> bytes:
    content = package.text(part)
    elements = tuple(package.scanned(part).walk())
    if own:
        return spliced(content, pushed(content, elements, push, sheet=push.sheet))
    edits: list[Edit] = []
    for element in elements:
        if element.local == "f" and not element.children:
            text = push.formula(element.text, sheet="")
            edits += [with_text(content, element, text)] if text != element.text else []
        if element.local == "sp" and (link := element.attributes.get("textlink")):
            edits.append(with_attributes(content, element, {"textlink": push.formula(link, sheet="")}))
        if element.local == "worksheetSource" and element.attributes.get("sheet") == push.sheet:
            area = push.area(element.attributes.get("ref", ""))
            edits += [with_attributes(content, element, {"ref": area})] if area else []
    return spliced(content, edits)


def _other_sheet(package: Package, other: SheetEntry, push: Push) -> Iterator[tuple[str, bytes]]:
    """Rules, links and drop-downs of another sheet that name the filled one; its cells are done elsewhere."""
    content = package.text(other.part)
    if not _mentions(content.decode(errors="replace"), {push.sheet}):
        return
    sheet = SheetXml(content)
    edits: list[Edit] = []
    for element in sheet.around:
        if element.local in {"f", "formula", "formula1", "formula2"} and not element.children:
            text = push.formula(element.text, sheet=other.name)
            edits += [with_text(content, element, text)] if text != element.text else []
        if element.local == "hyperlink" and (place := element.attributes.get("location")):
            edits.append(with_attributes(content, element, {"location": push.formula(place, sheet=other.name)}))
    edits += Formulas(sheet, other.name, push, stale=True).all_edits()
    yield other.part, spliced(content, edits)


def _noted(content: bytes, push: Push) -> bytes:
    """Comment boxes and controls as old programs keep them, in a part that is not always well-formed XML."""

    def moved(note: re.Match[bytes]) -> bytes:
        text = _NOTE_FORMULA.sub(lambda one: one[1] + push.formula(one[2].decode(), sheet=push.sheet).encode(), note[0])
        row, anchor = _NOTE_ROW.search(text), _NOTE_ANCHOR.search(text)
        places = [part.strip() for part in anchor[2].split(b",")] if anchor else []
        whole = len(places) == 8
        top = int(row[2]) if row else int(places[2]) if whole else 0
        if top < push.last:
            return text
        if anchor is not None and whole:
            for index in (2, 6):
                places[index] = b"%d" % (int(places[index]) + push.count)
            text = text[: anchor.start()] + anchor[1] + b", ".join(places) + text[anchor.end() :]
        return _NOTE_ROW.sub(lambda one: one[1] + b"%d" % (int(one[2]) + push.count), text)

    return _NOTE.sub(moved, content)


def _defined_names(package: Package) -> dict[str, str]:
    listed = package.scanned(package.workbook).child("definedNames")
    return {element.attributes.get("name", ""): element.text for element in (listed.children if listed else ())}


def _mentions(text: str, sheets: set[str]) -> bool:
    """Whether a part or a formula names one of the sheets; now and then it says yes for nothing, which does no harm."""
    return any(f"{spelt}!" in text or f"{spelt}'!" in text for sheet in sheets for spelt in _spellings(sheet))


def _spellings(sheet: str) -> set[str]:
    doubled = sheet.replace("'", "''")
    return {sheet, doubled, escape(doubled), escape(doubled, {"'": "&apos;"})}
