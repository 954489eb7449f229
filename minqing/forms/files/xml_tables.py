"""The sheets of a workbook saved as an Excel 2003 XML spreadsheet."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from minqing.errors import UnreadableSheet
from minqing.forms.files.colours import colour_name
from minqing.forms.files.details import Findings
from minqing.forms.files.grid import WHOLE_LIMIT, Cell, Grid, Merge, build_grid

_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_HIDDEN = "{urn:schemas-microsoft-com:office:excel}Visible"
_FILTER_COLUMN = "{urn:schemas-microsoft-com:office:excel}AutoFilterColumn"
_HIDDEN_PART = f"{_NAMESPACE}Hidden"
_STYLE = f"{_NAMESPACE}StyleID"
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_MAX_ROWS = 1_048_576
_MAX_COLUMNS = 16_384
_GARBAGE = "里面的 XML 不是表格，也可能已经损坏"


def xml_grids(path: Path, text: str) -> tuple[Grid, ...]:
    """All sheets of an XML spreadsheet; raises ``UnreadableSheet`` for other or unsound XML."""
    root = text.find("Workbook")
    if root < 0 or "urn:schemas-microsoft-com:office:spreadsheet" not in text[: root + 4096]:
        raise UnreadableSheet(path, "这是 XML 文件，不是表格")
    if "<!" in re.sub(r"<!--.*?-->", "", text[:root], flags=re.DOTALL):
        # A document type can define entities that unfold without end; no office program writes one.
        raise UnreadableSheet(path, _GARBAGE)
    source = io.BytesIO(_DECLARATION.sub("", text, count=1).encode("utf-8"))
    sheets: list[_Sheet] = []
    fills: dict[str, str] = {}
    try:
        for event, element in ElementTree.iterparse(source, events=("start", "end")):
            _take(event, element, sheets, fills)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableSheet(path, _GARBAGE) from error
    return tuple(
        build_grid(
            sheet.name,
            sheet.rows,
            merges=sheet.findings.merges,
            hidden=sheet.hidden,
            details=sheet.findings.details(),
        )
        for sheet in sheets
    )


class _Sheet:
    """A sheet while its rows come in."""

    def __init__(self, name: str, fills: Mapping[str, str]) -> None:
        self.name = name
        self.rows: list[list[Cell]] = []
        self.findings = Findings()
        self.hidden = False
        self._fills = fills
        self._columns = self._hidden_to = 0

    def add_column(self, element: ElementTree.Element) -> None:
        """Take one Column element, which may speak for several."""
        first = _number(element, "Index", self._columns + 1, _MAX_COLUMNS)
        self._columns = first + _number(element, "Span", 0, _MAX_COLUMNS)
        if element.get(_HIDDEN_PART) == "1":
            self.findings.hide_columns(first, self._columns)

    def add_row(self, element: ElementTree.Element) -> None:
        """Take one Row element, which may say that rows before it were left out."""
        index = _number(element, "Index", len(self.rows) + 1, _MAX_ROWS)
        while len(self.rows) < index - 1:
            self.rows.append([])
        row: list[Cell] = []
        next_column = 1
        span = _number(element, "Span", 0, _MAX_ROWS)
        if element.get(_HIDDEN_PART) == "1" and index > self._hidden_to:
            self._hidden_to = index + span
            self.findings.hidden_rows.update(range(index, index + 1 + span))
        style = element.get(_STYLE, "")
        for cell in element.iterfind(f"{_NAMESPACE}Cell"):
            column = _number(cell, "Index", next_column, _MAX_COLUMNS)
            across = _number(cell, "MergeAcross", 0, _MAX_COLUMNS)
            down = _number(cell, "MergeDown", 0, _MAX_ROWS)
            value = _value(cell.find(f"{_NAMESPACE}Data"))
            if value is not None:
                row.extend([None] * (column - 1 - len(row)))
                row.append(value)
            if across or down:
                self.findings.merges.append(Merge(index, column, index + down, column + across))
            if self._fills and (colour := self._fills.get(cell.get(_STYLE, style))):
                self.findings.fill(index, column, colour)
            next_column = column + across + 1
        self.rows.append(row)


def _take(event: str, element: ElementTree.Element, sheets: list[_Sheet], fills: dict[str, str]) -> None:
    if event == "start":
        if element.tag == f"{_NAMESPACE}Worksheet":
            sheets.append(_Sheet(element.get(f"{_NAMESPACE}Name") or f"Sheet{len(sheets) + 1}", fills))
    elif element.tag == f"{_NAMESPACE}Style":
        inside = element.find(f"{_NAMESPACE}Interior")
        if inside is not None and inside.get(f"{_NAMESPACE}Pattern") == "Solid":
            fills[element.get(f"{_NAMESPACE}ID", "")] = colour_name(inside.get(f"{_NAMESPACE}Color", ""))
    elif sheets and element.tag == f"{_NAMESPACE}Column":
        sheets[-1].add_column(element)
    elif sheets and element.tag == _FILTER_COLUMN:
        sheets[-1].findings.filtered = True
    elif sheets and element.tag == f"{_NAMESPACE}Row":
        sheets[-1].add_row(element)
        element.clear()
    elif sheets and element.tag == _HIDDEN:
        sheets[-1].hidden = (element.text or "") in {"SheetHidden", "SheetVeryHidden"}


def _number(element: ElementTree.Element, name: str, default: int, limit: int) -> int:
    text = element.get(_NAMESPACE + name)
    number = default if text is None else int(text)
    if not 0 <= number <= limit:
        raise ValueError(f"{name}={number}")
    return number


def _value(data: ElementTree.Element | None) -> Cell:
    text = "" if data is None else "".join(data.itertext())
    if data is None or not text.strip():
        return None
    kind = data.get(f"{_NAMESPACE}Type")
    if kind == "Number":
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < WHOLE_LIMIT else number
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        moment = datetime.fromisoformat(text.strip())
        if moment.year < 1900:
            return moment.time()
        return moment if moment.time() != moment.min.time() else moment.date()
    return text
