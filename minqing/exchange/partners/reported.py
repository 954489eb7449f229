"""What others reported, as the book has it now: rows by who brought them, and the form in which they are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from minqing.exchange.sending.outgoing import rows_to_send
from minqing.forms.form import Column, Form, FormRow
from minqing.forms.naming.columns import is_running_number
from minqing.ledger import Ledger
from minqing.records.base import Record
from minqing.records.dates import Period

_ANSWER = Column("街道回复", "appeal", "reply", width=14)
_OWN = "本账本"


@dataclass(frozen=True, slots=True)
class Reported:
    """The rows of a form and, for each, who brought it; blank for what was entered here."""

    rows: tuple[FormRow, ...]
    senders: tuple[str, ...]

    def of(self, sender: str) -> list[FormRow]:
        """The rows that one sender brought last."""
        return [row for row, whose in zip(self.rows, self.senders, strict=True) if whose == sender]


def reported_rows(ledger: Ledger, form: Form, period: Period | None = None) -> Reported:
    """The rows of ``form`` (of ``period``, if given) sender by sender, those entered here last.

    A row is whose sheet brought its record last, on this form or on another.
    """
    brought = ledger.brought()
    rows = [(_sender_of(row, form, brought), row) for row in rows_to_send(ledger, form, period)]
    rows.sort(key=lambda pair: (not pair[0], pair[0]))
    return Reported(tuple(row for _, row in rows), tuple(sender for sender, _ in rows))


def answers_by_sender(ledger: Ledger, form: Form, period: Period | None = None) -> dict[str, list[FormRow]]:
    """By sender the rows that he brought on this very form, as they stand in the book now; also if others did since."""
    brought = ledger.brought(form.name)
    found: dict[str, list[FormRow]] = {}
    for row in rows_to_send(ledger, form, period):
        for sender in brought.get(row[form.subject].id, ()):
            if sender:
                found.setdefault(sender, []).append(row)
    return dict(sorted(found.items()))


def _sender_of(row: FormRow, form: Form, brought: Mapping[str, Sequence[str]]) -> str:
    slots = (form.subject, *(slot for slot in form.keys if slot in row))
    return next((brought[row[slot].id][0] for slot in slots if row[slot].id in brought), "")


@dataclass(frozen=True, slots=True)
class Brought:
    """What the last sheet that changed a record changed: from whom it was (blank: not known), when, which fields."""

    partner: str
    at: datetime
    fields: tuple[str, ...]


def last_brought(ledger: Ledger, record: Record) -> Brought | None:
    """What a partner's sheet changed of ``record`` last, None where none did since it was first entered."""
    came: dict[int, set[str]] = {}
    for one in ledger.exchanges():
        if one.direction == "in" and one.change is not None:
            came.setdefault(one.change, set()).add(one.partner)
    known = type(record).attributes()
    for change, entries in ledger.edits(record.id):
        names = dict.fromkeys(entry.field for entry in entries if entry.action == "update" and entry.field in known)
        if change.id in came and change.undone_by is None and names:
            whose = came[change.id]
            labels = tuple(known[name].label for name in names)
            return Brought(next(iter(whose)) if len(whose) == 1 else "", change.at, labels)
    return None


def drawn(form: Form) -> Form:
    """The form as a plain table: a learned one without its workbook, and without the columns that no field knows."""
    if form.layout is None:
        return form
    columns = tuple(one for one in form.columns if one.slot or is_running_number(one.label))
    return replace(form, layout=None, columns=columns)


def answering(form: Form) -> Form:
    """The form with room for what the office says to each appeal."""
    if "appeal" not in form.slots or any((one.slot, one.attribute) == ("appeal", "reply") for one in form.columns):
        return form
    return replace(form, columns=(*form.columns, _ANSWER))


def shown_sender(sender: str) -> str:
    """How a sender is called on a sheet; what was entered in the book itself is nobody else's."""
    return sender or _OWN
