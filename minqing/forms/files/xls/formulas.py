"""The formulas of an old binary workbook as text: its tokens, in the order in which they are computed, written out."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from minqing.forms.files.grid import column_name
from minqing.forms.files.xls.records import Globals, unicode_text

_ROWS = 0x10000
_COLUMNS = 0x100
_BINARY = ("+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>", " ", ",", ":")
_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
_SKIPPED = {0x27: 7, 0x28: 7, 0x29: 3, 0x2E: 3, 0x2F: 3}
"""Marks around a reference that need no word of their own, and how many bytes they take."""

_BROKEN = {0x2A: 5, 0x2B: 9, 0x3C: 7, 0x3D: 11}
_USER_FUNCTION = 255
_LATER = "_xlfn."
_NATIVE = frozenset({"IFERROR", "COUNTIFS", "SUMIFS", "AVERAGEIF", "AVERAGEIFS"})
"""Functions that .xls knows only by a prefix, and .xlsx without."""


class UnknownToken(ValueError):
    """A formula has a part that cannot be written out: another file, a table of a what-if, a damaged token."""


@dataclass(frozen=True, slots=True)
class Links:
    """What formulas point to by number: the tabs' names in the new workbook ("" for a chart) and the defined names."""

    tabs: tuple[str, ...]
    names: tuple[str, ...]
    book: Globals

    def sheet(self, reference: int) -> str:
        """The sheet part of a reference, such as ``'字典'!``; raises ``UnknownToken`` for another file."""
        book, first, last = self._reference(reference)
        if book not in self.book.own_books:
            raise UnknownToken("another file")
        names = [self.tabs[tab] for tab in (first, last) if tab < len(self.tabs)]
        if len(names) < 2 or not all(names):
            raise UnknownToken("no such sheet")
        quoted = (names[0] if first == last else ":".join(names)).replace("'", "''")
        return f"'{quoted}'!"

    def outer_name(self, reference: int, number: int) -> str:
        """A name that is reached by way of a book: an add-in's function, or one of this workbook."""
        book = self._reference(reference)[0]
        if book in self.book.own_books:
            return self.name(number)
        names = self.book.add_in_names.get(book, ())
        if not 1 <= number <= len(names):
            raise UnknownToken("another file")
        return names[number - 1]

    def name(self, number: int) -> str:
        """A defined name by its 1-based number."""
        if not 1 <= number <= len(self.names) or not self.names[number - 1]:
            raise UnknownToken("no such name")
        return self.names[number - 1]

    def _reference(self, number: int) -> tuple[int, int, int]:
        if number >= len(self.book.references):
            raise UnknownToken("no such reference")
        return self.book.references[number]


def formula_text(
    tokens: bytes, links: Links, *, extra: bytes = b"", row: int = 0, column: int = 0, shifted: bool = False
) -> str:
    """The text of a formula without its equals sign.

    ``extra`` is what follows the tokens (constants in braces). With ``shifted``, relative references are counted from
    ``row`` and ``column`` (0-based), as names, drop-downs and shared formulas keep them. Raises ``UnknownToken``.
    """
    machine = _Machine(tokens, links, extra=extra, base=(row, column), shifted=shifted)
    try:
        return machine.run()
    except (struct.error, IndexError) as error:
        raise UnknownToken("cut off") from error


def area_name(rows: tuple[int, int], columns: tuple[int, int], fixed: tuple[bool, bool, bool, bool]) -> str:
    """An area's address: whole columns as A:C, whole rows as 1:2; ``fixed`` tells where $ stands (r1, r2, c1, c2)."""
    tops = [f"{'$' if pin else ''}{row + 1}" for row, pin in zip(rows, fixed[:2], strict=True)]
    sides = [f"{'$' if pin else ''}{column_name(column + 1)}" for column, pin in zip(columns, fixed[2:], strict=True)]
    if rows == (0, _ROWS - 1):
        return ":".join(sides)
    if columns == (0, _COLUMNS - 1):
        return ":".join(tops)
    return f"{sides[0]}{tops[0]}:{sides[1]}{tops[1]}"


class _Machine:
    def __init__(self, tokens: bytes, links: Links, *, extra: bytes, base: tuple[int, int], shifted: bool) -> None:
        self._tokens = tokens
        self._links = links
        self._extra = extra
        self._base = base
        self._shifted = shifted
        self._at = 0
        self._stack: list[str] = []

    def run(self) -> str:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            # Tokens from 0x20 on come in three classes that differ only in how their value is used.
            kind = token if token < 0x20 else (token & 0x1F) | 0x20
            if 0x03 <= kind <= 0x11:
                self.binary(_BINARY[kind - 3])
            elif kind in _SKIPPED:
                self._at += _SKIPPED[kind]
            elif kind in _BROKEN:
                self.push("#REF!", _BROKEN[kind])
            elif kind in _STEPS:
                _STEPS[kind](self)
            else:
                raise UnknownToken(f"token {token:02x}")
        if len(self._stack) != 1:
            raise UnknownToken("not one value")
        return self._stack[0]

    def push(self, text: str, size: int) -> None:
        self._stack.append(text)
        self._at += size

    def pop(self, count: int) -> list[str]:
        if count > len(self._stack):
            raise UnknownToken("too few values")
        taken = self._stack[len(self._stack) - count :]
        del self._stack[len(self._stack) - count :]
        return taken

    def short(self, place: int) -> int:
        return int(struct.unpack_from("<H", self._tokens, self._at + place)[0])

    def binary(self, sign: str) -> None:
        left, right = self.pop(2)
        self.push(f"{left}{sign}{right}", 1)

    def around(self, before: str, after: str) -> None:
        self.push(f"{before}{self.pop(1)[0]}{after}", 1)

    def text(self) -> None:
        text, end = unicode_text(self._tokens, self._at + 1, wide_count=False)
        doubled = text.replace('"', '""')
        self.push(f'"{doubled}"', end - self._at)

    def attribute(self) -> None:
        kind = self._tokens[self._at + 1]
        if kind & 0x04:
            self._at += 4 + 2 * (self.short(2) + 1)
        elif kind & 0x10:
            self.push(f"SUM({self.pop(1)[0]})", 4)
        else:
            self._at += 4

    def error(self) -> None:
        self.push(_ERRORS.get(self._tokens[self._at + 1], "#N/A"), 2)

    def truth(self) -> None:
        self.push("TRUE" if self._tokens[self._at + 1] else "FALSE", 2)

    def whole(self) -> None:
        self.push(str(self.short(1)), 3)

    def fraction(self) -> None:
        self.push(number_text(struct.unpack_from("<d", self._tokens, self._at + 1)[0]), 9)

    def array(self) -> None:
        text, used = _constants(self._extra)
        self._extra = self._extra[used:]
        self.push(text, 8)

    def mem_area(self) -> None:
        count = struct.unpack_from("<H", self._extra)[0] if self._extra else 0
        self._extra = self._extra[2 + 8 * count :]
        self._at += 7

    def function(self) -> None:
        from xlrd.formula import func_defs

        known = func_defs.get(self.short(1))
        if known is None:
            raise UnknownToken("unknown function")
        self.push(f"{known[0]}({','.join(self.pop(known[1]))})", 3)

    def function_of_many(self) -> None:
        from xlrd.formula import func_defs

        arguments = self.pop(self._tokens[self._at + 1] & 0x7F)
        number = self.short(2) & 0x7FFF
        if number == _USER_FUNCTION and arguments:
            name, *arguments = arguments
            if name.removeprefix(_LATER) in _NATIVE:
                name = name.removeprefix(_LATER)
        elif number in func_defs:
            name = func_defs[number][0]
        else:
            raise UnknownToken("unknown function")
        self.push(f"{name}({','.join(arguments)})", 4)

    def name(self) -> None:
        self.push(self._links.name(self.short(1)), 5)

    def outer_name(self) -> None:
        self.push(self._links.outer_name(self.short(1), self.short(3)), 7)

    def cell(self, *, at: int = 1, shifted: bool = False, sheet: str = "") -> None:
        row, column, fixed_row, fixed_column = self.place(self.short(at), self.short(at + 2), shifted=shifted)
        letters = f"{'$' if fixed_column else ''}{column_name(column + 1)}"
        self.push(f"{sheet}{letters}{'$' if fixed_row else ''}{row + 1}", at + 4)

    def area(self, *, at: int = 1, shifted: bool = False, sheet: str = "") -> None:
        first = self.place(self.short(at), self.short(at + 4), shifted=shifted)
        last = self.place(self.short(at + 2), self.short(at + 6), shifted=shifted)
        fixed = (first[2], last[2], first[3], last[3])
        self.push(sheet + area_name((first[0], last[0]), (first[1], last[1]), fixed), at + 8)

    def place(self, row: int, column: int, *, shifted: bool) -> tuple[int, int, bool, bool]:
        """Row, column and which of them carry a $; the two upper bits of the column say what is relative."""
        fixed_row, fixed_column = not column & 0x8000, not column & 0x4000
        column &= 0xFF
        if shifted and not fixed_row:
            row = (row + self._base[0]) % _ROWS
        if shifted and not fixed_column:
            column = (column + self._base[1]) % _COLUMNS
        return row, column, fixed_row, fixed_column

    def outer_cell(self) -> None:
        self.cell(at=3, shifted=self._shifted, sheet=self._links.sheet(self.short(1)))

    def outer_area(self) -> None:
        self.area(at=3, shifted=self._shifted, sheet=self._links.sheet(self.short(1)))


_STEPS: dict[int, Callable[[_Machine], None]] = {
    0x12: lambda machine: machine.around("+", ""),
    0x13: lambda machine: machine.around("-", ""),
    0x14: lambda machine: machine.around("", "%"),
    0x15: lambda machine: machine.around("(", ")"),
    0x16: lambda machine: machine.push("", 1),
    0x17: _Machine.text,
    0x19: _Machine.attribute,
    0x1C: _Machine.error,
    0x1D: _Machine.truth,
    0x1E: _Machine.whole,
    0x1F: _Machine.fraction,
    0x20: _Machine.array,
    0x21: _Machine.function,
    0x22: _Machine.function_of_many,
    0x23: _Machine.name,
    0x24: _Machine.cell,
    0x25: _Machine.area,
    0x26: _Machine.mem_area,
    0x2C: lambda machine: machine.cell(shifted=True),
    0x2D: lambda machine: machine.area(shifted=True),
    0x39: _Machine.outer_name,
    0x3A: _Machine.outer_cell,
    0x3B: _Machine.outer_area,
}


def number_text(number: float) -> str:
    """A number as formulas write it: a whole one without a point."""
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number).upper()


def _constants(extra: bytes) -> tuple[str, int]:
    """The constants in braces at the beginning of ``extra``, and how many bytes they take."""
    columns = extra[0] + 1
    rows = struct.unpack_from("<H", extra, 1)[0] + 1
    at = 3
    lines = []
    for _ in range(rows):
        line = []
        for _ in range(columns):
            text, at = _constant(extra, at)
            line.append(text)
        lines.append(",".join(line))
    return "{" + ";".join(lines) + "}", at


def _constant(extra: bytes, at: int) -> tuple[str, int]:
    kind = extra[at]
    if kind == 2:
        text, end = unicode_text(extra, at + 1)
        doubled = text.replace('"', '""')
        return f'"{doubled}"', end
    if kind == 1:
        return number_text(struct.unpack_from("<d", extra, at + 1)[0]), at + 9
    if kind == 4:
        return ("TRUE" if extra[at + 1] else "FALSE"), at + 9
    return (_ERRORS.get(extra[at + 1], "#N/A") if kind == 16 else '""'), at + 9
