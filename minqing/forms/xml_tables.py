"""The sheets of a workbook saved as an Excel 2003 XML spreadsheet."""

from __future__ import annotations

import io
import re
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

from minqing.errors import UnreadableSheet
from minqing.forms.grid import WHOLE_LIMIT, Cell, Grid, Merge, build_grid

_NAMESPACE = "{urn:schemas-microsoft-com:office:spreadsheet}"
_HIDDEN = "{urn:schemas-microsoft-com:office:excel}Visible"
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
    try:
        for event, element in ElementTree.iterparse(source, events=("start", "end")):
            _take(event, element, sheets)
    except (ElementTree.ParseError, ValueError) as error:
        raise UnreadableSheet(path, _GARBAGE) from error
    return tuple(build_grid(sheet.name, sheet.rows, merges=sheet.merges, hidden=sheet.hidden) for sheet in sheets)


class _Sheet:
    """A sheet while its rows come in."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.hidden = False

    def add_row(self, element: ElementTree.Element) -> None:
        """Take one Row element, which may say that rows before it were left out."""
        index = _number(element, "Index", len(self.rows) + 1, _MAX_ROWS)
        while len(self.rows) < index - 1:
            self.rows.append([])
        row: list[Cell] = []
        next_column = 1
        for cell in element.iterfind(f"{_NAMESPACE}Cell"):
            column = _number(cell, "Index", next_column, _MAX_COLUMNS)
            across = _number(cell, "MergeAcross", 0, _MAX_COLUMNS)
            down = _number(cell, "MergeDown", 0, _MAX_ROWS)
            value = _value(cell.find(f"{_NAMESPACE}Data"))
            if value is not None:
                row.extend([None] * (column - 1 - len(row)))
                row.append(value)
            if across or down:
                self.merges.append(Merge(index, column, index + down, column + across))
            next_column = column + across + 1
        self.rows.append(row)


def _take(event: str, element: ElementTree.Element, sheets: list[_Sheet]) -> None:
    if event == "start":
        if element.tag == f"{_NAMESPACE}Worksheet":
            sheets.append(_Sheet(element.get(f"{_NAMESPACE}Name") or f"Sheet{len(sheets) + 1}"))
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
    return None if kind == "Error" else text
