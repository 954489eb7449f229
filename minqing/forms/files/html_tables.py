"""The tables of a web page, the kind that many systems hand out under the name .xls."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

from minqing.errors import UnreadableSheet
from minqing.forms.files.colours import colour_name
from minqing.forms.files.details import Findings
from minqing.forms.files.grid import Cell, Grid, Merge, build_grid

_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_LINE_EDGES = re.compile(r" *\n *")
_SHEET_NAME = re.compile(r"<x:Name>\s*([^<]{1,80}?)\s*</x:Name>", re.IGNORECASE)
_STYLE_SHEET = re.compile(r"<style\b[^>]*>(.{0,500000}?)</style>", re.IGNORECASE | re.DOTALL)
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*(#\w{3,6}|rgba?\([^)]*\)|\w+)", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE)
_SILENT = frozenset({"style", "script", "title"})
_MAX_COLUMNS = 16_384
_MAX_COLSPAN = 1_000
_MAX_ROWSPAN = 65_534
Attributes: TypeAlias = dict[str, str | None]


def html_grids(path: Path, text: str) -> tuple[Grid, ...]:
    """One grid for each table that holds something; rowspan and colspan become merges, all values stay text.

    Raises ``UnreadableSheet`` if the page holds no table.
    """
    page = _Page(_coloured_classes(text))
    page.feed(text)
    page.close()
    page.finish()
    tables = [table for table in page.tables if any(table.rows)]
    if not tables:
        raise UnreadableSheet(path, "这是网页，里面没有表格")
    names = _SHEET_NAME.findall(text[:65_536])
    if len(names) != len(tables):
        names = [f"表{number}" for number in range(1, len(tables) + 1)] if len(tables) > 1 else [path.stem]
    return tuple(
        build_grid(name, table.rows, merges=table.merges(), details=table.findings.details())
        for name, table in zip(names, tables, strict=True)
    )


def _coloured_classes(text: str) -> dict[str, str]:
    """The classes that a page's style sheets give a background, with the colour's name."""
    found = {}
    for sheet in _STYLE_SHEET.findall(text):
        for name, rules in _CLASS.findall(sheet):
            if colour := _background(rules):
                found[name.lower()] = colour
    return found


def _background(rules: str) -> str:
    match = _BACKGROUND.search(rules)
    return colour_name(match[1]) if match else ""


class _Looks:
    """How elements look, by their attributes."""

    def __init__(self, classes: dict[str, str]) -> None:
        self._classes = classes

    def colour(self, given: Attributes) -> str:
        """The name of an element's background, blank for none."""
        style = given.get("style") or ""
        own = _background(style) if "background" in style.lower() else ""
        if own or "bgcolor" in given:
            return own or colour_name(given["bgcolor"] or "")
        classes = (given.get("class") or "").lower().split() if self._classes else ()
        return next((self._classes[name] for name in classes if name in self._classes), "")

    @staticmethod
    def hidden(given: Attributes) -> bool:
        """Whether a browser leaves an element out."""
        return "hidden" in given or _INVISIBLE.search(given.get("style") or "") is not None


class _Table:
    """A table while its tags come in."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.findings = Findings()
        self._columns = 0
        self._row_colour = self._colour = ""
        self._merges: list[Merge] = []
        self._taken: dict[int, int] = {}
        self._next = 0
        self._text: list[str] | None = None
        self._spans = (1, 1)

    def add_columns(self, count: int, *, hidden: bool) -> None:
        """Take one col element."""
        if hidden:
            self.findings.hide_columns(self._columns + 1, self._columns + count)
        self._columns += count

    def start_row(self, *, colour: str = "", hidden: bool = False) -> None:
        self.end_cell()
        self.rows.append([])
        self._next = 0
        self._row_colour = colour
        if hidden:
            self.findings.hidden_rows.add(len(self.rows))

    def start_cell(self, rowspan: int, colspan: int, *, colour: str = "") -> None:
        self.end_cell()
        if not self.rows:
            self.start_row()
        self._text = []
        self._spans = (rowspan, colspan)
        self._colour = colour or self._row_colour

    def end_cell(self) -> None:
        if self._text is None:
            return
        row_index = len(self.rows) - 1
        while self._taken.get(self._next, -1) >= row_index:
            self._next += 1
        column, (rowspan, colspan) = self._next, self._spans
        self._next += colspan
        if self._colour:
            for filled in range(column + 1, min(column + colspan, _MAX_COLUMNS) + 1):
                self.findings.fill(row_index + 1, filled, self._colour)
        value = _LINE_EDGES.sub("\n", "".join(self._text)).strip(" \n")
        self._text = None
        if column >= _MAX_COLUMNS:
            return
        if value.strip():
            row = self.rows[-1]
            row.extend([None] * (column - len(row)))
            row.append(value)
        if rowspan > 1:
            self._taken.update(dict.fromkeys(range(column, column + colspan), row_index + rowspan - 1))
        if rowspan > 1 or colspan > 1:
            self._merges.append(Merge(row_index + 1, column + 1, row_index + rowspan, column + colspan))

    def add_text(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def merges(self) -> list[Merge]:
        """The merged blocks, none reaching beyond the last row."""
        end = len(self.rows)
        return [
            Merge(merge.first_row, merge.first_column, min(merge.last_row, end), merge.last_column)
            for merge in self._merges
        ]


class _Page(HTMLParser):
    """Hands the tags of a page to the innermost open table."""

    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self._looks = _Looks(classes)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self.tables.append(_Table())
            self._open.append(self.tables[-1])
        elif not self._open:
            return
        elif tag in {"tr", "td", "th", "col"}:
            self._start_part(tag, dict(attrs))
        elif tag in {"br", "p", "div"}:
            self._open[-1].add_text("\n" if tag == "br" else " ")

    def _start_part(self, tag: str, given: Attributes) -> None:
        table, looks = self._open[-1], self._looks
        if tag == "tr":
            table.start_row(colour=looks.colour(given), hidden=looks.hidden(given))
        elif tag == "col":
            table.add_columns(_span(given.get("span"), _MAX_COLSPAN), hidden=looks.hidden(given))
        else:
            rowspan, colspan = _span(given.get("rowspan"), _MAX_ROWSPAN), _span(given.get("colspan"), _MAX_COLSPAN)
            table.start_cell(rowspan, colspan, colour=looks.colour(given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT and tag != "table":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
        elif not self._open:
            return
        elif tag == "table":
            self._open.pop().end_cell()
        elif tag in {"td", "th", "tr"}:
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent:
            self._open[-1].add_text(_SPACES.sub(" ", data))

    def finish(self) -> None:
        """Close the tables that the page left open."""
        while self._open:
            self._open.pop().end_cell()


def _span(text: str | None, limit: int) -> int:
    digits = re.match(r"\s*(\d{1,9})", text or "")
    return min(max(int(digits[1]), 1), limit) if digits else 1
