"""汇总表: the rows of a form of all who reported, in one workbook, with a column in front that says whose each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from exports.workbook import write_workbook
from minqing.exchange.partners.reported import Reported, shown_sender
from minqing.forms.form import Column, Form, FormRow, Header

SENDER_LABEL = "报送人"


@dataclass(frozen=True, slots=True)
class _SenderColumn(Column):
    """Says who brought a row, by the id of its subject."""

    senders: Mapping[str, str] = field(default_factory=dict)

    @property
    def bound(self) -> None:
        """No field of a record is behind it."""
        return None

    def show(self, row: FormRow) -> str:
        """The sender's name."""
        return self.senders[row[self.slot].id]


def consolidated_form(form: Form, reported: Reported) -> Form:
    """The form with the senders' column in front, behind 序号."""
    senders = {
        row[form.subject].id: shown_sender(sender) for row, sender in zip(reported.rows, reported.senders, strict=True)
    }
    column = _SenderColumn(SENDER_LABEL, form.subject, width=9, align="center", senders=senders)
    place = 1 if form.columns and not form.columns[0].slot else 0
    columns = (*form.columns[:place], column, *form.columns[place:])
    return replace(form, columns=columns, title=f"{form.title or form.name}（汇总）")


def write_consolidated(form: Form, reported: Reported, *, header: Header, password: str = "") -> bytes:
    """The .xlsx file of all rows; nothing of it is remembered as sent to anybody. Raises what write_workbook does."""
    return write_workbook(consolidated_form(form, reported), reported.rows, header=header, password=password)
