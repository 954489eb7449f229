"""Sending a form's sheet: rows out of the book into a workbook on disk, and what was sent noted in the book."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from exports.files import written_file
from exports.filling import Page, fill_page_sheets, fill_pages, fill_workbook
from exports.sheet_text import filled
from exports.workbook import encrypted, write_workbook
from minqing.actions.exchange import note_sent
from minqing.actions.forms import office_form
from minqing.errors import CannotWrite
from minqing.exchange.merging.written import fingerprints
from minqing.exchange.partners.senders import marker_for
from minqing.exchange.sending.outgoing import pages_to_send, rows_to_send
from minqing.forms.files.package import Package
from minqing.forms.files.package_lists import workbook_suffix
from minqing.forms.form import Form, FormRow, Header
from minqing.ledger import Changes, Ledger
from minqing.records.bulk import hold
from minqing.records.dates import Period
from ui.sheet_files import plain_name

ALL_TIME = "全部"
_USUAL, _MACROS = ".xlsx", ".xlsm"
_WORKBOOKS = frozenset({_USUAL, _MACROS})


@dataclass(frozen=True)
class Sent:
    """A sheet that went out: where it is, how many rows it has, and the change that noted it.

    With one household per page ``pages`` says how many, and a folder holds a workbook for each.
    """

    file: Path
    rows: int
    changes: Changes
    pages: int = 0


def send_sheet(
    ledger: Ledger,
    form: Form,
    to: Path,
    *,
    period: Period | None,
    partner: str = "",
    password: str = "",
    masked: bool = False,
) -> Sent:
    """Write the rows of ``form`` (of ``period``, if given) to ``to`` and note them for ``partner``.

    A folder gets a file named as the form says; with a ``password`` the file asks for it; ``masked`` shows ID and phone
    numbers in part only. A learned form fills the office's own workbook; one with a household per page gives a workbook
    each into a folder, or a sheet each in one file. Either both the file and the note are made or
    none. Raises CannotWrite (also for a name under which the file would not open: macros want .xlsm), TooManyRows,
    UnknownForm (a learned form that the book has not).
    """
    header = header_of(ledger, period)
    named = period.label if period else ""
    note = _Note(ledger, masked_form(form) if masked else form, partner, named)
    if form.layout is not None and form.layout.page:
        return _send_pages(note, to, header, password=password, masked=masked)
    suffix = suffix_of(ledger, form)
    file = to / file_name(form, header, suffix=suffix) if to.is_dir() else _openable(to, suffix)
    rows = rows_to_send(ledger, form, period)
    texts = [note.form.texts(row) for row in rows]
    hold(texts)
    if form.layout is not None:
        blank = office_form(ledger, form.name).workbook
        content = fill_workbook(blank, note.form, rows, header=header, masked=masked)
        content = encrypted(content, password) if password else content
    else:
        written = fingerprints(note.form, rows, texts)
        marker = marker_for(ledger, form=form.name, partner=partner, period=named, rows=rows, written=written)
        content = write_workbook(note.form, rows, header=header, marker=marker, password=password)
    with written_file(file, content):
        changes = note.sent(rows, file.name, hashlib.sha256(content).hexdigest(), texts)
    return Sent(file, len(rows), changes)


@dataclass(frozen=True)
class _Note:
    """For whom something goes out, to be noted in the book."""

    ledger: Ledger
    form: Form
    partner: str
    period: str

    def sent(
        self, rows: Sequence[FormRow], file: str, digest: str, texts: Sequence[Mapping[str, str]] | None = None
    ) -> Changes:
        return note_sent(
            self.ledger,
            form=self.form,
            rows=rows,
            partner=self.partner,
            file=file,
            period=self.period,
            digest=digest,
            texts=texts,
        )


def _send_pages(note: _Note, to: Path, header: Header, *, password: str, masked: bool) -> Sent:
    """A workbook per household into a folder, or all households as sheets of one workbook."""
    blank = office_form(note.ledger, note.form.name).workbook
    pages = [Page(page.records, page.rows) for page in pages_to_send(note.ledger, note.form)]
    rows = [row for page in pages for row in page.rows]
    digest = hashlib.sha256()
    if not to.is_dir() and to.suffix:
        _openable(to, suffix_of(note.ledger, note.form))
    with ExitStack() as stack:
        for name, content in _page_files(blank, note.form, pages, to, header, masked=masked):
            digest.update(content)
            stack.enter_context(written_file(name, encrypted(content, password) if password else content))
        changes = note.sent(rows, to.name, digest.hexdigest())
    return Sent(to, len(rows), changes, len(pages))


def _page_files(
    blank: bytes, form: Form, pages: Sequence[Page], to: Path, header: Header, *, masked: bool
) -> Iterator[tuple[Path, bytes]]:
    if not to.is_dir() and to.suffix:
        yield to, fill_page_sheets(blank, form, pages, header=header, masked=masked)
        return
    for file in fill_pages(blank, form, pages, header=header, masked=masked):
        yield to / file.name, file.content


def masked_form(form: Form) -> Form:
    """The form with all its numbers masked."""
    return replace(form, columns=tuple(replace(column, masked=True) for column in form.columns))


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


def suffix_of(ledger: Ledger, form: Form) -> str:
    """How the names of a form's files end: ``.xlsm`` where the office's workbook has macros, else ``.xlsx``.

    Raises UnknownForm.
    """
    if form.layout is None:
        return _USUAL
    return workbook_suffix(Package(office_form(ledger, form.name).workbook))


def file_name(form: Form, header: Header, *, suffix: str = _USUAL) -> str:
    """The name that the form wants for its files, without what a file name must not hold."""
    name = filled(form.file_name, header) if form.file_name else f"{form.name}{_USUAL}"
    name = plain_name(name)
    return name if suffix == _USUAL else f"{name.removesuffix(_USUAL)}{suffix}"


def _openable(to: Path, suffix: str) -> Path:
    """``to``, unless it says another kind of workbook than it will be. Raises CannotWrite."""
    if to.suffix.lower() in _WORKBOOKS - {suffix}:
        has = "带" if suffix == _MACROS else "不带"
        raise CannotWrite(to, f"这张表{has}宏，文件名要以 {suffix} 结尾，不然打不开")
    return to
