"""What a workbook says of a sheet besides its cells: what its drop-downs offer, and how far its lines are drawn."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element, ParseError, iterparse

from minqing.forms.files.grid import Grid, cell_text, column_name, column_number

_MAX_ROWS = 20_000
"""Lines drawn further down than this were drawn over the whole sheet."""

_MAX_CHOICES = 400
_YES = frozenset({"1", "true"})
_EDGES = frozenset({"left", "right", "top", "bottom"})
_REFERENCE = re.compile(r"(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_SPLIT = re.compile("[,，]")


@dataclass(frozen=True, slots=True)
class DropDown:
    """What the cells of a column may be chosen from, and the last row that has the list."""

    choices: tuple[str, ...]
    last_row: int


@dataclass(frozen=True)
class SheetFacts:
    """The drop-downs of a sheet by column letter, and the rows with lines: row to the columns (1-based) that have any.

    ``formatted`` are the rows with a height or a style that somebody gave them. Rows below the 20,000th are left out.
    """

    drop_downs: Mapping[str, DropDown] = field(default_factory=dict)
    lines: Mapping[int, frozenset[int]] = field(default_factory=dict)
    formatted: frozenset[int] = frozenset()


def sheet_facts(workbook: bytes, sheet: str, grids: Sequence[Grid]) -> SheetFacts:
    """The facts of ``sheet`` in an .xlsx workbook, whose ``grids`` (hidden ones too) hold the lists of drop-downs.

    What cannot be made out is left out: a form can be learned without it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            package = _Package(archive)
            part = package.part_of(sheet)
            return _Reader(package, sheet, grids).facts(part) if part else SheetFacts()
    except (zipfile.BadZipFile, ParseError, KeyError, ValueError, OSError):
        return SheetFacts()


class _Package:
    """The parts of a workbook that say where its sheets are, and what names and styles it has."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names: dict[str, str] = {}
        self._sheets: dict[str, str] = {}
        for _, element in self._elements("xl/workbook.xml"):
            if _tag(element) == "sheet":
                key = next((value for name, value in element.attrib.items() if name.endswith("}id")), "")
                self._sheets[element.get("name", "")] = key
            elif _tag(element) == "definedName":
                self.names[element.get("name", "").casefold()] = element.text or ""

    def part_of(self, sheet: str) -> str:
        """The part that holds a sheet's cells, "" if there is none."""
        wanted = self._sheets.get(sheet)
        for _, element in self._elements("xl/_rels/workbook.xml.rels"):
            if wanted and element.get("Id") == wanted:
                target = element.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        return ""

    def elements(self, part: str) -> Iterator[Element]:
        """The elements of a part, each once it is whole."""
        return (element for _, element in self._elements(part))

    def _elements(self, part: str) -> Iterator[tuple[str, Element]]:
        with self._archive.open(part) as stream:
            yield from iterparse(stream, events=("end",))

    @cached_property
    def ruled_styles(self) -> frozenset[str]:
        """The numbers of the cell styles that draw a line."""
        ruled: list[bool] = []
        styles: list[bool] = []
        for element in self.elements("xl/styles.xml"):
            if _tag(element) == "border":
                ruled.append(any(_tag(edge) in _EDGES and edge.get("style", "none") != "none" for edge in element))
            elif _tag(element) == "cellXfs":
                for style in element:
                    border = int(style.get("borderId", "0"))
                    styles.append(border < len(ruled) and ruled[border])
        return frozenset(str(number) for number, has in enumerate(styles) if has)


class _Reader:
    def __init__(self, package: _Package, sheet: str, grids: Sequence[Grid]) -> None:
        self._package = package
        self._sheet = sheet
        self._grids = {grid.name: grid for grid in grids}

    def facts(self, part: str) -> SheetFacts:
        lines: dict[int, frozenset[int]] = {}
        formatted: set[int] = set()
        drop_downs: dict[str, DropDown] = {}
        for element in self._package.elements(part):
            match _tag(element):
                case "row":
                    number = int(element.get("r", "0"))
                    if number <= _MAX_ROWS and (ruled := self._ruled(element)):
                        lines[number] = ruled
                    if number <= _MAX_ROWS and _is_formatted(element):
                        formatted.add(number)
                    element.clear()
                case "dataValidation" if element.get("type") == "list":
                    self._take(element, drop_downs)
        return SheetFacts(drop_downs, lines, frozenset(formatted))

    def _ruled(self, row: Element) -> frozenset[int]:
        ruled = self._package.ruled_styles
        cells = (_CELL.fullmatch(cell.get("r", "")) for cell in row if cell.get("s") in ruled)
        return frozenset(column_number(found[1]) for found in cells if found)

    def _take(self, element: Element, found: dict[str, DropDown]) -> None:
        areas = element.get("sqref") or next((one.text or "" for one in element.iter() if _tag(one) == "sqref"), "")
        formula = next((one for one in element if _tag(one) == "formula1"), None)
        choices = self._choices("".join(formula.itertext()).strip()) if formula is not None else ()
        for area in areas.split():
            ends = [match for text in area.split(":") if (match := _CELL.fullmatch(text))]
            if not choices or not ends:
                continue
            last = min(int(ends[-1][2]), _MAX_ROWS)
            for number in range(column_number(ends[0][1]), min(column_number(ends[-1][1]), 1000) + 1):
                letter = column_name(number)
                if letter not in found or found[letter].last_row < last:
                    found[letter] = DropDown(choices, last)

    def _choices(self, formula: str, *, named: bool = False) -> tuple[str, ...]:
        """What a list's formula offers: its own words, or those in the cells that it or a name points to."""
        if formula.startswith('"'):
            words = _SPLIT.split(formula.strip('"').replace('""', '"'))
            return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))[:_MAX_CHOICES]
        formula = formula.removeprefix("=")
        if match := _REFERENCE.fullmatch(formula):
            name = (match[1] or "").replace("''", "'") or match[2] or self._sheet
            grid = self._grids.get(name)
            return self._words(grid, match) if grid is not None else ()
        target = self._package.names.get(formula.casefold(), "")
        return self._choices(target, named=True) if target and not named else ()

    @staticmethod
    def _words(grid: Grid, area: re.Match[str]) -> tuple[str, ...]:
        left, top = column_number(area[3]) - grid.first_column, int(area[4]) - grid.first_row
        right = column_number(area[5] or area[3]) - grid.first_column
        bottom = int(area[6] or area[4]) - grid.first_row
        cells = (cell for row in grid.rows[max(top, 0) : bottom + 1] for cell in row[max(left, 0) : right + 1])
        words = dict.fromkeys(text for cell in cells if (text := cell_text(cell).strip()))
        return tuple(words)[:_MAX_CHOICES]


def _is_formatted(row: Element) -> bool:
    own = row.get("customHeight") in _YES or row.get("customFormat") in _YES
    return own or any(cell.get("s", "0") != "0" for cell in row)


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
