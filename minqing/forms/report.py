"""What was made of a sheet, column by column and row by row: which field and why, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minqing.forms.form import SLOTS
from minqing.forms.naming.columns import NamedColumn, is_id_header, is_running_number
from minqing.forms.sheet import SheetReading

_HEAD = "户主"
_FEW_ROWS = 6
_NAMED_NEVER = frozenset({"空行"})


@dataclass(frozen=True, slots=True)
class ColumnNote:
    """One labelled column of a sheet: the field it became (``resident.name``; blank: none), its label, and why."""

    letter: str
    header: str
    field: str
    label: str
    why: str

    @property
    def known(self) -> bool:
        """Whether the column became a field or is one that says nothing of its own."""
        return bool(self.field or self.label)

    @property
    def meaning(self) -> str:
        """The field for people, with whose it is: ``户主·电话``."""
        slot = self.field.partition(".")[0]
        if not slot:
            return self.label
        return f"{_HEAD if slot == 'head' else SLOTS[slot].LABEL}·{self.label}"


def column_notes(reading: SheetReading) -> tuple[ColumnNote, ...]:
    """What every labelled column of a sheet became, in its order, also 序号, 记录编号 and those joined to another."""
    named = {one.index: one for one in reading.columns}
    joined = {index: one for one in reading.columns for index in one.joined}
    labelled = {index for index, _, _ in reading.headers}
    more = [(one.index, one.letter, one.header) for one in reading.columns if one.index not in labelled]
    return tuple(
        _note(letter, header, named.get(index), joined.get(index))
        for index, letter, header in (*reading.headers, *more)
    )


def _note(letter: str, header: str, own: NamedColumn | None, into: NamedColumn | None) -> ColumnNote:
    if own is not None and own.column is None:
        return ColumnNote(own.letter, own.header, "", "", own.why)
    if own is not None:
        return ColumnNote(own.letter, own.header, *_field(own), own.why)
    if into is not None:
        return ColumnNote(letter, header, *_field(into), f"并入 {into.letter} 列“{into.header}”")
    if is_running_number(header):
        return ColumnNote(letter, header, "", "序号", "序号，不用读")
    if is_id_header(header):
        return ColumnNote(letter, header, "", "记录编号", "认回原来的记录")
    return ColumnNote(letter, header, "", "", "没有读")


def _field(named: NamedColumn) -> tuple[str, str]:
    column = named.column
    if column is None or column.bound is None:
        return "", ""
    return f"{column.slot}.{column.attribute}", column.bound.label


def skipped_words(skipped: Iterable[tuple[int, str]]) -> Iterator[str]:
    """The rows left out by reason: ``合计行：第 31 行``, ``空行 3 行``; many rows are counted, not named."""
    rows: dict[str, list[int]] = {}
    for number, why in skipped:
        rows.setdefault(why, []).append(number)
    for why, numbers in rows.items():
        if why in _NAMED_NEVER or len(numbers) > _FEW_ROWS:
            yield f"{why} {len(numbers):,} 行"
        else:
            yield f"{why}：第 {'、'.join(map(str, numbers))} 行"
