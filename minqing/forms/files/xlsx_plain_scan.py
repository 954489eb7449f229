"""Going through the XML of an .xlsx sheet whose cells do not say where they are, element by element."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from minqing.forms.files.details import Findings
from minqing.forms.files.grid import column_number


class PlainScan:
    """Does what ``SheetScan`` does, several times slower, for any XML: few programs leave out the addresses."""

    extent = 0
    """Cells without an address lie one beside another: the rectangle is no bigger than the file."""

    def __init__(self, fills: Mapping[int, str]) -> None:
        self.findings = Findings()
        self._fills = {str(number): colour for number, colour in fills.items()}
        self._row = self._column = 0
        self._cell: dict[str, str] | None = None
        self._value: list[str] | None = None
        self._has_formula = False
        self._parser = ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._sound = True

    def look(self, chunk: bytes) -> None:
        """Take the next chunk of the sheet's XML; after damage, which calamine reports, nothing more."""
        try:
            if self._sound:
                self._parser.Parse(chunk, False)
        except (ExpatError, ValueError):
            self._sound = False

    def finish(self) -> None:
        """Take what is left after the last chunk."""

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name == "c":
            self._start_cell(given)
        elif name == "row":
            self._row = int(given.get("r", self._row + 1))
            self._column = 0
            if given.get("hidden") in {"1", "true"}:
                self.findings.hidden_rows.add(self._row)
        elif name == "v":
            self._value = []
        elif name == "f":
            self._has_formula = self._cell is not None
        elif name == "col" and given.get("hidden") in {"1", "true"}:
            self.findings.hide_columns(int(given["min"]), int(given["max"]))
        elif name == "filterColumn":
            self.findings.filtered = True

    def _start_cell(self, given: dict[str, str]) -> None:
        letters = given.get("r", "").rstrip("0123456789")
        self._column = column_number(letters) if letters else self._column + 1
        self._cell, self._value, self._has_formula = given, None, False
        if colour := self._fills.get(given.get("s", "")):
            self.findings.fill(self._row, self._column, colour)

    def _text(self, data: str) -> None:
        if self._value is not None:
            self._value.append(data)

    def _end(self, tag: str) -> None:
        if self._cell is None or tag.rpartition("}")[2] != "c":
            return
        kind, value = self._cell.get("t", "n"), "".join(self._value or ()).strip()
        if kind == "e":
            self.findings.errors[self._row, self._column] = value or "#N/A"
        elif self._has_formula and not value and kind != "str":
            self.findings.unsolved.append((self._row, self._column))
        self._cell = self._value = None
