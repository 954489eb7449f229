"""Merged blocks of a filled table: repeated in rows that are added, taken apart where they would hide a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from exports.filling.cells import Writer, texts_of
from exports.filling.references import Push
from exports.filling.table import Table
from minqing.forms.files.sheet_xml import Area, SheetXml
from minqing.forms.files.xml_splice import Edit, Element, appended, with_attributes
from minqing.forms.form import FormRow


class Merging:
    """The changes to the merged blocks of one sheet."""

    def __init__(
        self, sheet: SheetXml, rows: Sequence[FormRow], writers: Sequence[Writer], table: Table, push: Push
    ) -> None:
        self._sheet = sheet
        self._rows = rows
        self._writers = writers
        self._table = table
        self._push = push

    @cached_property
    def taken_apart(self) -> tuple[Element, ...]:
        """The merged blocks under which a text of ours would not be seen."""
        return tuple(element for element, area in self._sheet.merges if self._hides(area, *self._in_room(area)))

    def edits(self) -> Iterator[Edit]:
        """Take blocks apart and add those of new rows."""
        content = self._sheet.content
        listed = next((one for one in self._sheet.around if one.local == "mergeCells"), None)
        added = [area.reference for area in self._repeated]
        if listed is None or not (added or self.taken_apart):
            return
        left = len(listed.children) - len(self.taken_apart) + len(added)
        if not left:
            yield Edit(listed.start, listed.end, b"")
            return
        for element in self.taken_apart:
            yield Edit(element.start, element.end, b"")
        if "count" in listed.attributes:
            yield with_attributes(content, listed, {"count": str(left)})
        tag = f"{self._sheet.prefix}mergeCell"
        yield appended(content, listed, "".join(f'<{tag} ref="{one}"/>' for one in added).encode())

    @property
    def _repeated(self) -> Iterator[Area]:
        """The blocks of the row that a new row is made after, in the new row."""
        apart = {id(element) for element in self.taken_apart}
        kept = [area for element, area in self._sheet.merges if id(element) not in apart]
        in_row: dict[int, list[Area]] = {}
        for area in kept:
            if area.top == area.bottom:
                in_row.setdefault(area.top, []).append(area)
        tall = [area for area in kept if area.top < area.bottom]
        for number in range(self._push.first, self._push.first + len(self._rows)):
            model = self._table.model(number)
            if model is None or model.number == number or model.number not in in_row:
                continue
            for area in in_row[model.number]:
                wanted = area._replace(top=number, bottom=number)
                room = number > self._push.last or not (number in in_row or any(_meet(wanted, one) for one in tall))
                if room and not self._hides(wanted, number, number):
                    yield wanted

    def _in_room(self, area: Area) -> tuple[int, int]:
        """The rows of a block of the office's that are written; none when the first comes after the last."""
        last = min(self._push.last, self._push.first + len(self._rows) - 1)
        return max(area.top, self._push.first), min(area.bottom, last)

    def _hides(self, area: Area, first: int, last: int) -> bool:
        """Whether a text written in the rows from ``first`` to ``last`` would not show under the block."""
        inside = [writer for writer in self._writers if area.left <= writer.number <= area.right]
        if area.top == area.bottom and [writer.number for writer in inside] == [area.left]:
            return False
        shown = ""
        for number in range(first, last + 1) if inside else ():
            position = number - self._push.first
            texts = texts_of(inside, self._rows[position], position + 1)
            for writer, text in zip(inside, texts, strict=True):
                if (number, writer.number) == (area.top, area.left):
                    shown = text
                elif text and text != shown:
                    return True
        return False


def _meet(one: Area, other: Area) -> bool:
    rows = one.top <= other.bottom and other.top <= one.bottom
    return rows and one.left <= other.right and other.left <= one.right
