"""Holds what was read from a made file against what is true: columns, rows, and values that were wrongly accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from minqing.errors import SheetError, UnsureForm
from minqing.forms.files.grid import column_name, column_number
from minqing.forms.naming.columns import is_fill_label
from minqing.forms.sheet import NamedColumn, SheetReading, SheetRow, read_file
from minqing.records.fields import Value
from tests.forms.made.model import (
    ANY,
    KEPT,
    RUNNING,
    Book,
    Cell,
    Column,
    Fields,
    Page,
    Refused,
    Row,
    Somewhere,
    cell_of,
    lay_out,
    plain_label,
    shown,
)
from tests.forms.made.truth import truth_of

_PLACE = ("street", "community", "estate", "building", "unit", "floor", "room", "detail")


@dataclass
class Score:
    """What came of one file; ``findings`` say in words what was not as it should be."""

    columns_right: int = 0
    columns: int = 0
    rows_right: int = 0
    rows: int = 0
    wrong: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def perfect(self) -> bool:
        """Whether nothing is missing and nothing is wrong."""
        return not self.wrong and self.columns_right == self.columns and self.rows_right == self.rows

    def false_value(self, what: str) -> None:
        """Note a value that is not true and was taken."""
        self.wrong += 1
        self.findings.append(f"WRONG {what}")


@dataclass(frozen=True)
class _Seen:
    """One row as it was read: its values by field, by the column that gave them, and its errors."""

    fields: Mapping[str, Mapping[str, str]]
    errors: Mapping[str, str]
    kept: Mapping[str, str]

    @property
    def values(self) -> dict[str, str]:
        return {name: text for found in self.fields.values() for name, text in found.items()}


def text_of(value: Value, name: str = "") -> str:
    """A value as truths write it: ISO dates, several values in one order."""
    if isinstance(value, tuple):
        return "、".join(sorted(value) if name.endswith("phones") or name.endswith("_phone") else value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def judge(path: Path, book: Book, *, password: str | None = None) -> Score:
    """Read a made file with nothing said about it, and compare."""
    score = Score()
    pages = [lay_out(sheet) for sheet in book.sheets]
    try:
        readings: Sequence[SheetReading] = read_file(path, password=password).readings
    except UnsureForm as error:
        return Score() if book.asks else _nothing(pages, f"NOT READ {error}")
    except SheetError as error:
        readings = ()
        if not book.declined:
            return _nothing(pages, f"NOT READ {error}")
    if book.asks:
        score.false_value("it must ask and did not")
    named = {page.sheet.name for page in pages}
    for number, page in enumerate(pages):
        names = {
            page.sheet.name,
            *([path.stem, f"表{number + 1}"] if not {one.sheet for one in readings} & named else []),
        }
        own = [one for one in readings if one.sheet in names]
        if page.sheet.declined or page.sheet.hidden:
            _must_be_silent(page, own, score)
        else:
            _judge_page(page, own, score)
    return score


def _nothing(pages: Sequence[Page], why: str) -> Score:
    columns = sum(len(one) for page in pages for one in page.columns)
    return Score(columns=columns, rows=sum(len(one) for page in pages for one in page.places), findings=[why])


def _must_be_silent(page: Page, readings: Sequence[SheetReading], score: Score) -> None:
    for reading in readings:
        for row in reading.rows:
            for name, text in _seen(reading, row).values.items():
                score.false_value(f"{page.sheet.name}!{row.number} 不该读：{name}={text}")


def _judge_page(page: Page, readings: Sequence[SheetReading], score: Score) -> None:
    judged: set[tuple[int, int]] = set()
    for table, places, columns in zip(page.sheet.tables, page.places, page.columns, strict=True):
        letters = dict(columns)
        for letter, column in columns:
            _judge_column(letter, column, readings, score)
        _judge_marks(
            page, dict(zip(places, (table.marks.get(n, "") for n in range(len(places))), strict=True)), readings, score
        )
        for number, row in zip(places, table.rows, strict=True):
            found = [
                (reading, one)
                for reading in readings
                for one in reading.rows
                if one.number == number and any(named.letter in letters for named in reading.columns)
            ]
            judged |= {(id(reading), one.number) for reading, one in found}
            _Judged(page, letters, {**table.same, **row.also}, score, number).judge(row, found)
    for reading in readings:
        for one in reading.rows:
            if (id(reading), one.number) not in judged:
                for name, text in _seen(reading, one).values.items():
                    score.false_value(f"{page.sheet.name}!{one.number} 没有这一行：{name}={text}")


def _judge_column(letter: str, column: Column, readings: Sequence[SheetReading], score: Score) -> None:
    score.columns += 1
    every = [one for reading in readings for one in reading.columns if one.letter == letter]
    named = [one for one in every if not one.at and not is_fill_label(one.header)]
    wanted = column.field.split("|")
    joined = any(letter in _joined_letters(one) for reading in readings for one in reading.columns)
    got = sorted({".".join(one.key) if one.key else KEPT for one in named})
    right = column.field == ANY or (bool(got) and set(got) <= set(wanted)) or (joined and "joined" in wanted)
    if column.field == RUNNING:
        right = set(got) <= {KEPT}
    score.columns_right += right
    if not right:
        score.findings.append(f"COLUMN {letter} {column.label!r}: {column.field} != {got or 'nothing'}")


def _judge_marks(page: Page, marks: Mapping[int, str], readings: Sequence[SheetReading], score: Score) -> None:
    """Colours that mark rows are one more column; hidden rows are read and that is said."""
    if page.sheet.hidden_rows and not any("隐藏" in remark for one in readings for remark in one.remarks):
        score.findings.append(f"NOT SAID {page.sheet.name}: hidden rows")
    if not any(marks.values()):
        return
    score.columns += 1
    offered = {
        row.number: text
        for one in readings
        for row in one.rows
        for named, cell in zip(one.columns, row.cells, strict=True)
        if is_fill_label(named.header) and (text := str(cell or ""))
    }
    if offered == {number: colour for number, colour in marks.items() if colour}:
        score.columns_right += 1
    else:
        score.findings.append(f"COLUMN of colours {page.sheet.name}: {marks} != {offered}")


def _joined_letters(named: NamedColumn) -> list[str]:
    base = column_number(named.letter) - named.index
    return [column_name(base + index) for index in named.joined]


def _seen(reading: SheetReading, row: SheetRow, letters: Mapping[str, Column] | None = None) -> _Seen:
    fields: dict[str, dict[str, str]] = {"": {}}
    errors, kept = {}, {}
    for named, said in zip(reading.columns, reading.read_row(row.cells), strict=True):
        if (letters is not None and named.letter not in letters) or is_fill_label(named.header):
            continue
        place = f"{named.letter}{named.at}" if named.at else named.letter
        if said.error is not None:
            errors[place] = said.error.code
        elif named.column is None:
            kept[place] = said.text.strip()
        else:
            slot = named.column.slot
            found = {f"{slot}.{name}": text_of(value, name) for name, value in said.values.items()}
            fields[place] = {name: text for name, text in found.items() if text}
    fields[""] = {f"household.{name}": text for name, text in reading.defaults.items() if text}
    return _Seen(fields, errors, kept)


@dataclass(frozen=True)
class _Judged:
    """The judgement of one row."""

    page: Page
    letters: Mapping[str, Column]
    also: Fields
    score: Score
    number: int

    def judge(self, row: Row, found: Sequence[tuple[SheetReading, SheetRow]]) -> None:
        self.score.rows += 1
        before = len(self.score.findings)
        alone = len(self.page.columns) == 1
        seen = [_seen(reading, one, None if alone else self.letters) for reading, one in found]
        if row.shifted:
            seen = [one for one in seen if not one.errors]
        if row.shifted or not row.data:
            for one in seen:
                for name, text in one.values.items():
                    self.score.false_value(f"{self._place} 不是数据或错了列：{name}={text}")
        elif not seen:
            self.score.findings.append(f"ROW {self._place} was not read")
        else:
            merged = _Seen(
                {letter: values for one in seen for letter, values in one.fields.items()},
                {letter: code for one in seen for letter, code in one.errors.items()},
                {letter: text for one in seen for letter, text in one.kept.items()},
            )
            self._compare(row, merged)
        self.score.rows_right += len(self.score.findings) == before

    @property
    def _place(self) -> str:
        return f"{self.page.sheet.name}!{self.number}"

    def _compare(self, row: Row, seen: _Seen) -> None:
        wanted: dict[str, str] = dict(self.also)
        got: dict[str, str] = {name: text for name, text in seen.fields[""].items() if name in wanted}
        for given, (letter, column) in zip(row.cells, self.letters.items(), strict=False):
            cell = cell_of(given)
            values = self._own_names(column, seen.fields.get(letter, {}))
            if column.field in (RUNNING, ANY):
                continue
            if isinstance(cell.truth, Refused):
                self._refused(letter, cell.truth, seen, values)
                continue
            if letter in seen.errors and not cell.error:
                self.score.findings.append(
                    f"ROW {self._place}{letter} {shown(cell.raw)!r}: error {seen.errors[letter]}"
                )
            if isinstance(cell.truth, Somewhere):
                self._somewhere(letter, cell.truth.text, values)
                continue
            truth = truth_of(cell, column)
            if column.field == KEPT:
                self._kept(letter, cell, seen)
            wanted |= {name: text for name, text in truth.items() if text}
            got |= {name: text for name, text in values.items() if not got.get(name)}
        for letter, elsewhere in seen.fields.items():
            got |= {name: text for name, text in elsewhere.items() if letter not in self.letters and letter}
        if self.also.get("head.name") and not got.get("head.name"):
            # Whose household it is need not be said of every member: their relation to the head says it.
            del wanted["head.name"]
        for name in sorted(wanted.keys() | got.keys()):
            self._field(name, wanted.get(name, ""), got.get(name, ""))

    def _field(self, name: str, wanted: str, got: str) -> None:
        if name.endswith("phones") or name.endswith("_phone"):
            wanted = "、".join(sorted(wanted.split("、")))
            got = "、".join(sorted(set(got.split("、"))))
        if got and got != wanted:
            self.score.false_value(f"{self._place} {name}: {wanted!r} != {got!r}")
        elif got != wanted:
            self.score.findings.append(f"ROW {self._place} {name}: {wanted!r} is missing")

    def _own_names(self, column: Column, values: Mapping[str, str]) -> dict[str, str]:
        """The values under the first of the fields that are equally right; a moment's parts have one name anyway."""
        names = column.field.split("|")
        if column.field.startswith(("visit.", "appeal.", "joined")):
            return dict(values)
        return {names[0] if name in names else name: text for name, text in values.items()}

    def _refused(self, letter: str, truth: Refused, seen: _Seen, values: Fields) -> None:
        code = seen.errors.get(letter, "")
        for name, text in values.items():
            self.score.false_value(f"{self._place}{letter} must be refused: {name}={text}")
        if not code or (truth.codes and code not in truth.codes.split()):
            self.score.findings.append(
                f"ROW {self._place}{letter} must be refused as {truth.codes}: {code or 'was not'}"
            )

    def _somewhere(self, letter: str, text: str, values: Fields) -> None:
        held = Counter("".join(values.get(f"household.{part}", "") for part in _PLACE))
        lost = Counter(one for one in text if one.isalnum()) - held
        for mark in "栋幢座单元室层号楼":
            del lost[mark]
        if lost:
            self.score.false_value(f"{self._place}{letter} {text}: lost {''.join(lost)} in {dict(values)}")

    def _kept(self, letter: str, cell: Cell, seen: _Seen) -> None:
        wanted = shown(cell.raw)
        got = seen.kept.get(letter, "")
        if wanted and plain_label(got) != plain_label(wanted):
            self.score.findings.append(f"ROW {self._place}{letter} kept {wanted!r} != {got!r}")
