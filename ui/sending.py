"""Sending a form's sheet: rows out of the book into a workbook on disk, and what was sent noted in the book."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exports.files import written_file
from exports.sheet_text import filled
from exports.workbook import write_workbook
from minqing.actions.exchange import note_sent
from minqing.exchange.outgoing import rows_to_send
from minqing.forms.form import Form, Header
from minqing.forms.marker import Marker
from minqing.ledger import Changes, Ledger
from minqing.records.dates import Period

ALL_TIME = "全部"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class Sent:
    """A sheet that went out: where it is, how many rows it has, and the change that noted it."""

    file: Path
    rows: int
    changes: Changes


def send_sheet(
    ledger: Ledger, form: Form, to: Path, *, period: Period | None, partner: str = "", password: str = ""
) -> Sent:
    """Write the rows of ``form`` (of ``period``, if given) to ``to`` and note them for ``partner``.

    A folder gets a file named as the form says; with a ``password`` the file asks for it. Either both the file and the
    note are made or none. Raises CannotWrite, TooManyRows.
    """
    header = header_of(ledger, period)
    file = to / file_name(form, header) if to.is_dir() else to
    named = period.label if period else ""
    rows = rows_to_send(ledger, form, period)
    marker = Marker(book=ledger.code, partner=partner, form=form.name, period=named, version=str(ledger.version))
    content = write_workbook(form, rows, header=header, marker=marker, password=password)
    with written_file(file, content):
        changes = note_sent(
            ledger,
            form=form,
            rows=rows,
            partner=partner,
            file=file.name,
            period=named,
            digest=hashlib.sha256(content).hexdigest(),
        )
    return Sent(file, len(rows), changes)


def header_of(ledger: Ledger, period: Period | None) -> Header:
    """What a sheet of this book says over its table."""
    profile = ledger.profile
    return Header(
        street=profile.street,
        community=profile.community,
        estate=profile.estate,
        owner=profile.owner,
        phone=profile.phone,
        period=period.label if period else ALL_TIME,
        made_on=date.today(),
    )


def file_name(form: Form, header: Header) -> str:
    """The name that the form wants for its files, without what a file name must not hold."""
    name = filled(form.file_name, header) if form.file_name else f"{form.name}.xlsx"
    return _NOT_IN_NAMES.sub("_", name)
