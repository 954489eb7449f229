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
        return bound.show(record, masked=self.masked) if bound else ""


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

    def row_key(self, row: FormRow) -> str:
        """The 记录编号 of a row: the ids of its key slots, separated by spaces."""
        return " ".join(row[slot].id for slot in self.keys if slot in row)

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
