"""Copies of a worksheet within its package: its drawings, notes, tables and printer settings are copied with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from exports.filling.references import Rename
from minqing.forms.files.package import CONTENT_TYPES, Package, relations_name, target_from
from minqing.forms.files.package_lists import declared, declared_types
from minqing.forms.files.xml_splice import (
    Edit,
    Element,
    scan,
    spliced,
    with_attributes,
    with_text,
)

_COPIED: Final = frozenset(
    {"drawing", "vmlDrawing", "comments", "threadedComment", "table", "ctrlProp", "printerSettings", "chart"}
)
"""What belongs to one sheet alone; pictures and the like are shared by all copies."""
_LEFT_OUT: Final = frozenset({"pivotTable", "slicer", "timeline", "queryTable"})
"""What can be in a workbook but once."""
_FORMULAS: Final = frozenset({"f", "formula", "formula1", "formula2", "definedName"})
_NUMBER = re.compile(r"[0-9]*$")


class Copies:
    """The parts that copies of sheets add to a package."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._taken = {name.lower() for name in package.names}
        self._types = declared_types(package)
        self._tables = 0
        self.parts: dict[str, bytes] = {}

    def add(self, part: str, changed: Mapping[str, bytes], *, rename: Rename) -> str:
        """Copy a sheet's part, with the bytes in ``changed`` where it has them; gives the new part's name."""
        known: dict[str, str] = {}
        tables: dict[str, str] = {}
        name = self._copied(part, changed, known, tables)
        for copy in known.values():
            self.parts[copy] = renamed(self.parts[copy], rename) if copy.endswith(".xml") else self.parts[copy]
        content = self.parts[name]
        for old, new in tables.items():
            content = content.replace(f"{old}[".encode(), f"{new}[".encode())
        self.parts[name] = spliced(content, _unselected(content))
        return name

    def types(self, package: Package) -> bytes:
        """The list of content types of ``package`` with the new parts in it."""
        added = {name: kind for name in self.parts if (kind := self._types.get(name.lower()))}
        return declared(package.text(CONTENT_TYPES), added)

    def _copied(self, part: str, changed: Mapping[str, bytes], known: dict[str, str], tables: dict[str, str]) -> str:
        if part in known:
            return known[part]
        name = known[part] = self._free(part)
        content = changed.get(part) or self._package.text(part)
        self.parts[name] = self._own_table(content, tables) if "/tables/" in part else content
        kind = self._types.get(part.lower())
        if kind:
            self._types[name.lower()] = kind
        links = relations_name(part)
        if links in self._package:
            self.parts[relations_name(name)] = self._linked(part, name, changed, known, tables)
        return name

    def _linked(
        self, part: str, name: str, changed: Mapping[str, bytes], known: dict[str, str], tables: dict[str, str]
    ) -> bytes:
        content, root = self._package.text(relations_name(part)), self._package.scanned(relations_name(part))
        edits = []
        for element, relation in zip(root.children, self._package.relations(part), strict=True):
            if relation.kind in _LEFT_OUT:
                edits.append(Edit(element.start, element.end, b""))
            elif relation.kind in _COPIED and not relation.external and relation.target in self._package:
                target = self._copied(self._package.named(relation.target), changed, known, tables)
                edits.append(with_attributes(content, element, {"Target": target_from(name, target)}))
        return spliced(content, edits)

    def _own_table(self, content: bytes, tables: dict[str, str]) -> bytes:
        """A table's copy has its own number and name, as no two of a workbook may have the same."""
        self._tables += 1
        root = scan(content)
        name = root.attributes.get("displayName", "")
        tables[name] = f"{name}_{self._tables}"
        values = {"id": str(10_000 + self._tables), "name": tables[name], "displayName": tables[name]}
        return spliced(content, [with_attributes(content, root, values)])

    def _free(self, part: str) -> str:
        stem, dot, suffix = part.rpartition(".")
        stem = _NUMBER.sub("", stem)
        number = 1
        while f"{stem}{number}{dot}{suffix}".lower() in self._taken:
            number += 1
        self._taken.add(f"{stem}{number}{dot}{suffix}".lower())
        return f"{stem}{number}{dot}{suffix}"


def renamed(content: bytes, rename: Rename) -> bytes:
    """An XML part whose formulas call the sheet by its new name."""
    if b"!" not in content:
        return content
    return spliced(content, rename_edits(content, scan(content).walk(), rename))


def rename_edits(content: bytes, elements: Iterable[Element], rename: Rename) -> Iterator[Edit]:
    """The edits by which formulas and links call the sheet by its new name."""
    for element in elements:
        if element.local in _FORMULAS and not element.children:
            text = rename.formula(element.text)
            if text != element.text:
                yield with_text(content, element, text)
        for name in ("location", "textlink"):
            value = element.attributes.get(name, "")
            if value and rename.formula(value) != value:
                yield with_attributes(content, element, {name: rename.formula(value)})


def _unselected(content: bytes) -> Iterator[Edit]:
    """Only one sheet is selected when a workbook opens: what is typed would go into all that are."""
    for element in scan(content).walk():
        if element.local == "sheetView" and "tabSelected" in element.attributes:
            yield with_attributes(content, element, {"tabSelected": None})
        if element.local == "sheetPr" and "codeName" in element.attributes:
            yield with_attributes(content, element, {"codeName": None})
