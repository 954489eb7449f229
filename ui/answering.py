"""The office's sheets out: one workbook of all who reported, and an answer to each of them."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from exports.consolidated import write_consolidated
from exports.files import write_file, written_file
from exports.workbook import write_workbook
from minqing.actions.exchange import Outgoing, note_answers_sent
from minqing.errors import NobodyReported
from minqing.exchange.merging.written import fingerprints
from minqing.exchange.partners.reported import answering, answers_by_sender, drawn, reported_rows
from minqing.exchange.partners.senders import marker_for
from minqing.forms.form import Form
from minqing.ledger import Changes, Ledger
from minqing.records.dates import Period
from ui.sending import file_name, header_of, masked_form
from ui.sheet_files import plain_name


@dataclass(frozen=True)
class Consolidated:
    """A workbook of all who reported: where it is, its rows, and how many senders they come from."""

    file: Path
    rows: int
    senders: int


@dataclass(frozen=True)
class Replied:
    """The answers: each file with its sender and rows, and the change that noted them."""

    files: tuple[tuple[str, Path, int], ...]
    changes: Changes


def send_consolidated(
    ledger: Ledger, form: Form, to: Path, *, period: Period | None, password: str = "", masked: bool = False
) -> Consolidated:
    """Write all rows of a form (of ``period``, if given) with who brought each; nothing is noted as sent.

    A folder gets a file named after the form. Raises CannotWrite, TooManyRows.
    """
    header = header_of(ledger, period)
    file = to / f"汇总_{file_name(form, header)}" if to.is_dir() else to
    reported = reported_rows(ledger, form, period)
    shown = masked_form(drawn(form)) if masked else drawn(form)
    write_file(file, write_consolidated(shown, reported, header=header, password=password))
    return Consolidated(file, len(reported.rows), len(set(reported.senders) - {""}))


def send_replies(ledger: Ledger, form: Form, to: Path, *, period: Period | None, masked: bool = False) -> Replied:
    """Write a sheet for each who reported, into the folder ``to``: the rows as they stand here now, with 街道回复.

    All files and the note of them are made, or none. Raises NobodyReported, CannotWrite.
    """
    found = answers_by_sender(ledger, form, period)
    if not found:
        raise NobodyReported(form.name)
    shown = answering(masked_form(drawn(form)) if masked else drawn(form))
    header = header_of(ledger, period)
    named = period.label if period else ""
    answers, files = [], []
    with ExitStack() as stack:
        for sender, rows in found.items():
            texts = [shown.texts(row) for row in rows]
            written = fingerprints(shown, rows, texts)
            marker = marker_for(ledger, form=form.name, partner=sender, period=named, rows=rows, written=written)
            content = write_workbook(shown, rows, header=header, marker=marker)
            path = to / plain_name(f"回复_{sender}_{form.name}_{header.period}.xlsx")
            stack.enter_context(written_file(path, content))
            answers.append(Outgoing(sender, rows, texts, path.name, hashlib.sha256(content).hexdigest()))
            files.append((sender, path, len(rows)))
        changes = note_answers_sent(ledger, form=shown, answers=answers, period=named)
    return Replied(tuple(files), changes)
