"""The layout of one kind of sheet, as data: which column is which field; the same object reads and writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.fields import Attribute
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

ID_HEADER = "记录编号"

SLOTS: Mapping[str, type[Record]] = {
    "household": Household,
    "head": Resident,
    "resident": Resident,
    "visit": Visit,
    "appeal": Appeal,
    "building": Building,
    "contact": Contact,
}
"""The parts a row may carry. ``head`` is the resident of the row's household whose relation is 户主."""

FormRow = Mapping[str, Record]
"""One row going out: slot to record; a slot without a record is absent."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form. ``slot`` and ``attribute`` are blank for a running number (序号)."""

    label: str
    slot: str = ""
    attribute: str = ""
    aliases: tuple[str, ...] = ()
    width: float = 10
    align: str = "left"
    masked: bool = False
    choices: str = ""
    hint: str = ""
    empty: str = ""
    """What the sheet shows when the slot has no record, such as 无; read back as nothing."""
    words: tuple[tuple[str, str], ...] = ()
    """What the sheet writes and what the book means by it, where they differ: 黄 and 见面."""
    letter: str = ""
    """Where the column stands in the office's own workbook; blank for a form that has none."""

    @property
    def bound(self) -> Attribute | None:
        """The field or composite behind this column, None for a running number."""
        return SLOTS[self.slot].attributes()[self.attribute] if self.slot else None

    def show(self, row: FormRow) -> str:
        """The text of this column for one row, masked when the form says so."""
        record = row.get(self.slot)
        if record is None:
            return self.empty
        bound = self.bound
        return self.said(bound.show(record, masked=self.masked)) if bound else ""

    def said(self, text: str) -> str:
        """The sheet's own word for what the book calls ``text``."""
        return next((word for word, meant in self.words if meant == text), text) if self.words else text

    def meant(self, text: str) -> str:
        """What the book calls what the sheet writes as ``text``."""
        return next((meant for word, meant in self.words if word == text), text) if self.words else text


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a form's table stands in the office's own workbook; rows are 1-based sheet rows.

    ``header`` are the header's rows. ``first`` to ``last`` have room for records (``last`` before ``first`` where
    there is none); what is more pushes the rows below down. ``cells`` are single cells outside the table with what they
    say, as templates: over the profile (``{street}``, ``{owner}``, ``{made_on}``, ``{period}``) and, with one household
    per page, over its records (``{household.family_type}``, ``{head.name}``) and members (``{population}``,
    ``{party}``). ``page`` is ``household`` for such a form (一户一档), else blank.
    """

    header: tuple[int, ...]
    first: int
    last: int
    cells: tuple[tuple[str, str], ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of sheet.

    ``slots`` are the parts a row carries, ``keys`` those whose ids make the row's 记录编号, ``subject`` the one that a
    row cannot do without. ``period`` names the date by which rows are chosen (``visit.visited_on``), blank for all.
    """

    name: str
    subject: str
    slots: tuple[str, ...]
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    sheet: str = ""
    title: str = ""
    period: str = ""
    aliases: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    """The row under the title, as templates over the profile: ``填报单位（盖章）：{community}``."""
    footer: tuple[str, ...] = ()
    totals: tuple[tuple[str, str], ...] = ()
    """Column label to the name of a total shown in the 合计 row."""
    file_name: str = ""
    layout: Layout | None = None
    """Only for a form learned from an office's workbook, which is filled instead of drawn."""

    def text_of(self, column: Column, row: FormRow) -> str:
        """The text of ``column`` for one row; a column of no field shows what the row's subject kept in ``extra``."""
        if column.slot or self.subject not in row:
            return column.show(row)
        return row[self.subject].extra.get(column.label, "")

    def row_key(self, row: FormRow) -> str:
        """By what a row goes: the ids of its key slots, separated by spaces."""
        return " ".join(row[slot].id for slot in self.keys if slot in row)

    def row_ids(self, row: FormRow) -> str:
        """The 记录编号 of a row: its key, then the ids of what it says in passing, one of a kind.

        So that whoever takes in a visit knows the household by the id under which the next form speaks of it.
        """
        kinds = {SLOTS[slot] for slot in self.keys}
        passing = [slot for slot in self.slots if slot in row and SLOTS[slot] not in kinds]
        return " ".join([self.row_key(row), *(row[slot].id for slot in passing)])

    def texts(self, row: FormRow) -> dict[str, str]:
        """Column label to rendered cell, running numbers left out: what an exchange remembers as the base."""
        return {column.label: column.show(row) for column in self.columns if column.slot}


@dataclass(frozen=True, slots=True)
class Header:
    """What a form's title and top row are filled with."""

    street: str
    community: str
    estate: str
    owner: str
    phone: str
    period: str
    made_on: date
