"""The rows of a form's table: our texts in the office's own rows, and more rows like its last one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from exports.filling.cells import Writer, texts_of, word_cell
from exports.filling.formulas import Formulas
from exports.filling.heights import Heights, Written
from exports.filling.references import Push
from minqing.forms.files.grid import column_name
from minqing.forms.files.sheet_xml import FormulaXml, RowXml, SheetXml
from minqing.forms.files.xml_splice import Edit, Element, escaped, retagged, spliced, tag_end
from minqing.forms.form import FormRow


class _Slot(NamedTuple):
    """One cell of a row to come: who writes it, its style, its formula, its bytes if they stay, whether it is there."""

    letter: str
    writer: int | None
    style: str
    formula: FormulaXml | None
    kept: bytes
    there: bool


class _Pattern(NamedTuple):
    """A row of the office's that rows are made after: its number, its tag around the number, its cells, what follows.

    ``height`` is blank for a row that is as high as its text.
    """

    number: int
    before: str
    after: str
    slots: tuple[_Slot, ...]
    tail: str
    height: str = ""


class Table:
    """Makes the rows of one sheet from ``first`` on, each after its own row in the office's sheet or the nearest."""

    def __init__(
        self,
        sheet: SheetXml,
        writers: Sequence[Writer],
        formulas: Formulas,
        *,
        room: Push,
        words: Mapping[tuple[int, int], str],
        heights: Heights,
    ) -> None:
        self._sheet = sheet
        self._heights = heights
        self._higher: dict[tuple[str, str], str] = {}
        self._writers = writers
        self._formulas = formulas
        self._first = room.first
        self._last = room.last
        self._words = words
        self._word_rows = {row for row, _ in words if row <= room.last}
        self._at = {found.cell: found for found in sheet.formulas}
        self._columns = {writer.number: index for index, writer in enumerate(writers)}
        self.replaced_formulas: set[tuple[int, int]] = set()
        self.new_formulas: set[tuple[int, int]] = set()

    def model(self, number: int) -> RowXml | None:
        """The row that the row ``number`` is made after, None when the room has no rows of its own."""
        own = self._sheet.rows.get(number) if number <= self._last else None
        return own or (self._sheet.rows.get(self._last) if number > self._last else None) or self._sample

    def rows(self, rows: Sequence[FormRow]) -> Iterator[tuple[int, bytes]]:
        """Number and bytes of each row that is written."""
        pattern: _Pattern | None = None
        source: RowXml | None = None
        for position, row in enumerate(rows):
            number = self._first + position
            model = self.model(number)
            own = model is not None and model.number == number
            if pattern is None or model is not source or own or number in self._word_rows:
                pattern = self._pattern(model, number)
                source = None if own or number in self._word_rows else model
            yield number, self._row(pattern, number, texts_of(self._writers, row, position + 1))

    @property
    def _sample(self) -> RowXml | None:
        return self._sheet.rows.get(self._first)

    def _row(self, pattern: _Pattern, number: int, texts: Sequence[str]) -> bytes:
        p = self._sheet.prefix
        cells = [pattern.before, str(number), self._after(pattern, texts)]
        for letter, index, style, formula, kept, there in pattern.slots:
            text = texts[index] if index is not None else ""
            if formula is not None and (not text or (index is not None and self._writers[index].running)):
                cells.append(self._calculated(formula, number, kept, letter=letter, style=style, value=text))
            elif index is not None and (text or (there and style)):
                cells.append(f'<{p}c r="{letter}{number}"{self._writers[index].body(text, style)}')
                if formula is not None:
                    self.replaced_formulas.add((number, self._writers[index].number))
            elif kept:
                cells.append(kept.decode())
            elif style:
                cells.append(f'<{p}c r="{letter}{number}" s="{style}"/>')
        cells.append(pattern.tail)
        return "".join(cells).encode()

    def _after(self, pattern: _Pattern, texts: Sequence[str]) -> str:
        """What follows the number in a row's tag: a height that would hide a part of a text is made higher."""
        if not pattern.height:
            return pattern.after
        written = (
            Written(self._writers[one.writer].number, one.style, texts[one.writer])
            for one in pattern.slots
            if one.writer is not None
        )
        height = self._heights.higher(pattern.number, pattern.height, written)
        if not height:
            return pattern.after
        if (pattern.after, height) not in self._higher:
            tag = f"{pattern.before}\x00{pattern.after}".encode()
            self._higher[pattern.after, height] = retagged(tag, "ht", height).decode().partition("\x00")[2]
        return self._higher[pattern.after, height]

    def _calculated(self, found: FormulaXml, number: int, kept: bytes, *, letter: str, style: str, value: str) -> str:
        """A cell whose formula stays; a running number is also its value, as long as nobody computes it anew."""
        kind = found.formula.attributes.get("t", "")
        own = found.row == number
        if own and (not value or kind in {"array", "dataTable"}):
            return kept.decode()
        p = self._sheet.prefix
        if not own and kind in {"array", "dataTable"}:
            return f'<{p}c r="{letter}{number}"{f" s={chr(34)}{style}{chr(34)}" if style else ""}/>'
        if not own:
            self.new_formulas.add((number, found.column))
        formula = escaped(self._formulas.copied(found, number)).decode()
        dressed = f' s="{style}"' if style else ""
        result = f"<{p}v>{value}</{p}v>" if value else ""
        return f'<{p}c r="{letter}{number}"{dressed}><{p}f>{formula}</{p}f>{result}</{p}c>'

    def _pattern(self, model: RowXml | None, number: int) -> _Pattern:
        p = self._sheet.prefix
        if model is None:
            return _Pattern(number, f'<{p}row r="', '">', tuple(self._slots(None, number)), f"</{p}row>")
        element, content = model.element, self._sheet.content
        tag = content[element.start : tag_end(content, element.start)]
        for name in ("spans", "hidden"):
            tag = retagged(tag, name, None)
        # The number is put in where the attribute stands, so that the others keep their order.
        tag = retagged(tag, "r", "\x00").removesuffix(b"/>").removesuffix(b">") + b">"
        before, _, after = tag.decode().partition("\x00")
        last = max((cell.end for cell in model.cells.values()), default=element.close)
        own = model.number == number and element.close != element.end
        tail = content[last : element.close].decode() if own else ""
        height = element.attributes.get("ht", "")
        slots = tuple(self._slots(model, number))
        return _Pattern(model.number, before, after, slots, f"{tail}</{element.name}>", height)

    def _slots(self, model: RowXml | None, row: int) -> Iterator[_Slot]:
        cells: Mapping[int, Element] = model.cells if model else {}
        own = model is not None and model.number == row
        words = {column for at, column in self._words if at == row and row in self._word_rows}
        for number in sorted({*cells, *self._columns, *words}):
            cell = cells.get(number)
            style = cell.attributes.get("s", "") if cell is not None else self._style(model, number)
            if number in words:
                kept = word_cell(self._sheet.prefix, row, number, style, self._words[row, number]).encode()
                yield _Slot(column_name(number), None, style, None, kept, there=True)
                continue
            index = self._columns.get(number)
            formula = self._at.get(cell) if cell is not None else None
            kept = b""
            if own and cell is not None and (index is None or formula is not None):
                edits = tuple(self._formulas.edits(formula)) if formula is not None else ()
                kept = self._bytes_of(cell, f"{column_name(number)}{row}", edits)
            yield _Slot(column_name(number), index, style, formula, kept, there=cell is not None)

    def _style(self, model: RowXml | None, column: int) -> str:
        """The style of a cell that the office did not write: its row's, the sample row's, else its column's."""
        if model is not None and model.style:
            return model.style
        sample = self._sample.cells.get(column) if self._sample else None
        if sample is not None:
            return sample.attributes.get("s", "")
        if self._sample is not None and self._sample.style:
            return self._sample.style
        return next((style for low, high, style in self._sheet.column_styles if low <= column <= high), "")

    def _bytes_of(self, cell: Element, reference: str, edits: Iterable[Edit]) -> bytes:
        moved = [Edit(edit.start - cell.start, edit.end - cell.start, edit.content) for edit in edits]
        kept = spliced(self._sheet.content[cell.start : cell.end], moved)
        if "r" in cell.attributes:
            return kept
        end = tag_end(kept, 0)
        return retagged(kept[:end], "r", reference) + kept[end:]
