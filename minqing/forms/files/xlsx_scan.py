"""Going through the XML of an .xlsx sheet once, chunk by chunk, for what calamine does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minqing.forms.files.details import MAX_COLUMN, Findings
from minqing.forms.files.grid import column_number

_GLANCE = 8192
_LARGEST_PIECE = 1 << 20
_FEW_STYLES = 5
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,7})"')
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_FIRST_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^>]*)?>")
_WIDE = re.compile(b'r="[A-Z]{2}')
_VERY_WIDE = re.compile(b'r="[A-Z]{3}')
_PREFIXED = re.compile(rb"<\w+:worksheet\b")
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]+)<")
_UNSOLVED = re.compile(
    rb"<(?:\w+:)?f\b[^>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ATTRIBUTE = re.compile(rb'\b(r|min|max|hidden)="([^"]*)"')
_TRUE = (b"1", b"true")


def has_addresses(chunk: bytes) -> bool:
    """Whether the first cell in a sheet's XML says where it is, the way in which nearly all programs write it."""
    cell = _FIRST_CELL.search(chunk)
    return cell is None or _CELL.search(cell[0]) is not None


class SheetScan:
    """Takes the chunks of a sheet part; afterwards :attr:`findings`, and how far its cells may reach.

    Most sheets hold nothing of what is looked for: a chunk is searched for each mark, and only gone into if it has it.
    ``fills`` are the filled cell styles by number.
    """

    def __init__(self, fills: Mapping[int, str]) -> None:
        self.findings = Findings()
        self._fills = {str(number).encode(): colour for number, colour in fills.items()}
        # Looking for a few styles one by one is faster than looking at the style of every cell.
        few = len(self._fills) <= _FEW_STYLES
        self._marks = [(b' s="%b"' % number, colour) for number, colour in self._fills.items()] if few else []
        among = b"|".join(self._fills)
        self._filled = None if few else re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})" s="(' + among + rb')"')
        self._formula = b"<f"
        self._columns = 26
        self._last_row = 0
        self._tail = b""
        self._end = b""

    @property
    def extent(self) -> int:
        """How many cells the sheet's rectangle has, at most."""
        return self._last_row * self._columns

    def look(self, chunk: bytes) -> None:
        """Take the next chunk of the sheet's XML."""
        text = self._tail + chunk
        if not self._end and _PREFIXED.search(text, 0, _GLANCE):
            self._formula = b":f"
        # Cells are looked at whole: what comes after the last one waits for the next chunk.
        cut = text.rfind(b"c>") + 2
        if cut < 2:
            cut = max(text.rfind(b"<"), 0)
        self._tail = text[cut:] if len(text) - cut < _LARGEST_PIECE else b""
        self._take(text[:cut])

    def finish(self) -> None:
        """Take what is left after the last chunk."""
        self._take(self._tail)
        if self.findings.hidden_rows:
            self.findings.filtered = b"filterColumn" in self._end or b"filterColumn" in self._tail
        self._tail = self._end = b""

    def _take(self, text: bytes) -> None:
        self._reach(text)
        if b't="e"' in text:
            self._take_errors(text)
        if b'hidden="' in text:
            self._take_hidden(text)
        if self._formula in text:
            self._take_unsolved(text)
        if self._fills:
            self._take_fills(text)
        self._end = text

    def _reach(self, text: bytes) -> None:
        """Note how far the cells go; calamine makes a rectangle that ends at the last cell there is."""
        sample = text[-_GLANCE:]
        for row in _ROW.finditer(sample):
            self._last_row = max(self._last_row, int(row[1]))
        for cell in _CELL.finditer(sample):
            self._last_row = max(self._last_row, int(cell[2]))
        if self._columns < MAX_COLUMN and _WIDE.search(text):
            self._columns = MAX_COLUMN if _VERY_WIDE.search(text) else max(self._columns, 702)

    def _take_errors(self, text: bytes) -> None:
        at = text.find(b't="e"')
        while at >= 0:
            cell = _CELL.search(text, text.rfind(b"<", 0, at))
            value = _VALUE.search(text, at)
            if cell:
                name = value[1].decode("utf-8", "replace").strip() if value else "#N/A"
                self.findings.errors[int(cell[2]), column_number(cell[1].decode())] = name
            at = text.find(b't="e"', at + 1)

    def _take_hidden(self, text: bytes) -> None:
        at = text.find(b'hidden="')
        while at >= 0:
            tag = text[text.rfind(b"<", 0, at) : text.find(b">", at)]
            given = dict(_ATTRIBUTE.findall(tag))
            if given.get(b"hidden") in _TRUE:
                if given.get(b"r", b"").isdigit():
                    self.findings.hidden_rows.add(int(given[b"r"]))
                elif given.get(b"min", b"").isdigit() and given.get(b"max", b"").isdigit():
                    self.findings.hide_columns(int(given[b"min"]), int(given[b"max"]))
            at = text.find(b'hidden="', at + 1)

    def _take_unsolved(self, text: bytes) -> None:
        for formula in _UNSOLVED.finditer(text):
            tag = text[max(text.rfind(b"<c ", 0, formula.start()), text.rfind(b":c ", 0, formula.start()), 0) :][:200]
            tag = tag[: tag.find(b">")]
            cell = _CELL.search(tag)
            # A formula whose result is an empty text has one: t="str" with nothing in it.
            if cell and b't="str"' not in tag:
                self.findings.unsolved.append((int(cell[2]), column_number(cell[1].decode())))

    def _take_fills(self, text: bytes) -> None:
        if self._filled is not None:
            for letters, row, style in self._filled.findall(text):
                self.findings.fill(int(row), column_number(letters.decode()), self._fills[style])
            return
        for mark, colour in self._marks:
            at = text.find(mark)
            while at >= 0:
                cell = _CELL.search(text, text.rfind(b"<", 0, at), at)
                if cell:
                    self.findings.fill(int(cell[2]), column_number(cell[1].decode()), colour)
                at = text.find(mark, at + 1)
