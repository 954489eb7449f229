"""The formulas of a sheet when rows are filled in and pushed down, and which of their last values no longer hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from exports.filling.references import Push, area_of, moved, ranges_in
from minqing.forms.files.sheet_xml import Area, FormulaXml, SheetXml
from minqing.forms.files.xml_splice import Edit, escaped, with_attributes, with_text

_ANYWHERE = re.compile(r"\b(?:INDIRECT|OFFSET)\(", re.IGNORECASE)


class Formulas:
    """The formulas of one sheet as they read afterwards; ``stale`` ones lose the value last computed."""

    def __init__(self, sheet: SheetXml, name: str, push: Push, *, written: int = 0, stale: bool = False) -> None:
        self._sheet = sheet
        self._name = name
        self._push = push
        self._written = range(push.first, push.first + written)
        self.stale = stale

    def text(self, found: FormulaXml) -> str:
        """The formula of a cell, at its own place."""
        plain = self._plain(found)
        if not self._push.count:
            return plain
        within = self._push.first <= found.row <= self._push.last and self._name == self._push.sheet
        return self._push.formula(plain, sheet=self._name, within=within)

    def copied(self, found: FormulaXml, row: int) -> str:
        """The formula of a cell as it reads in another row."""
        return moved(self.text(found), row - found.row)

    def edits(self, found: FormulaXml) -> Iterator[Edit]:
        """What is to be changed in a cell with a formula that stays in the sheet."""
        content, cell, formula = self._sheet.content, found.cell, found.formula
        value = cell.child("v")
        if self.stale and value is not None:
            if "t" in cell.attributes:
                yield with_attributes(content, cell, {"t": None})
            yield Edit(value.start, value.end, b"")
        if formula.attributes.get("t") == "shared":
            if self._unshared:
                name = formula.name.encode()
                yield Edit(formula.start, formula.end, b"<%s>%s</%s>" % (name, escaped(self.text(found)), name))
            return
        places = {name: at for name in ("ref", "r1", "r2") if (at := formula.attributes.get(name))}
        if self._push.count and self._name == self._push.sheet and places:
            yield with_attributes(content, formula, {name: self._push.area(at) for name, at in places.items()})
        text = self.text(found)
        if text != formula.text:
            yield with_text(content, formula, text)

    def all_edits(self, cells: Iterable[FormulaXml] | None = None) -> Iterator[Edit]:
        """The changes in all cells with formulas, or in those named."""
        for found in self._sheet.formulas if cells is None else cells:
            yield from self.edits(found)

    @cached_property
    def _shared(self) -> dict[str, FormulaXml]:
        return {
            found.formula.attributes.get("si", ""): found
            for found in self._sheet.formulas
            if found.formula.attributes.get("t") == "shared" and found.formula.text
        }

    @cached_property
    def _unshared(self) -> bool:
        """Whether shared formulas are written out: rows move, or one of those that share is replaced or copied."""
        if not self._shared:
            return False
        return bool(self._push.count) or any(
            found.row in self._written
            for found in self._sheet.formulas
            if found.formula.attributes.get("t") == "shared"
        )

    def _plain(self, found: FormulaXml) -> str:
        master = self._shared.get(found.formula.attributes.get("si", ""))
        if found.formula.attributes.get("t") != "shared" or found.formula.text or master is None:
            return found.formula.text
        return moved(master.formula.text, found.row - master.row, found.column - master.column)


def depends(sheet: SheetXml, name: str, filled: Sequence[Area], names: Iterable[str] = ()) -> bool:
    """Whether a formula of the sheet looks at one of the filled areas, or may do so through one of ``names``."""
    words = tuple(names)
    return any(_looks_at(found.formula.text, name, filled, words) for found in sheet.formulas)


def _looks_at(formula: str, sheet: str, filled: Sequence[Area], names: Sequence[str]) -> bool:
    if _ANYWHERE.search(formula) or any(name in formula for name in names):
        return True
    for named, text in ranges_in(formula):
        if named and named.casefold() != sheet.casefold():
            continue
        area = area_of(text)
        if any(_meet(area, other) for other in filled):
            return True
    return False


def _meet(one: Area, other: Area) -> bool:
    rows = one.top <= other.bottom and other.top <= one.bottom
    return rows and one.left <= other.right and other.left <= one.right
