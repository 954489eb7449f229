"""A learned form back as a proposal, to be looked at and corrected: from the book, or from a file that came."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from minqing.errors import BadForm, SheetError
from minqing.forms.form import Column, Form
from minqing.forms.learning.office import OfficeForm
from minqing.forms.learning.proposal import Proposal, Proposed, propose
from minqing.forms.learning.proposed import BY_HAND, JOINED, RUNNING
from minqing.forms.naming.columns import is_id_header, is_running_number

LEARNED = "表样文件"
"""Why a column of a reopened form is what it is: somebody taught it so."""


def reopen(office: OfficeForm) -> Proposal:
    """The proposal that ``office`` would be learned from as it stands.

    Raises BadForm when its workbook does not hold the table that the form tells of.
    """
    form = office.form
    if form.layout is None:
        raise BadForm(form.name, "它不是从单位的空表学来的")
    with tempfile.TemporaryDirectory(prefix="minqing-") as folder:
        blank = Path(folder) / "blank.xlsx"
        blank.write_bytes(office.workbook)
        try:
            made = propose(blank, sheet=form.sheet or None, header=form.layout.header)
        except SheetError as error:
            raise BadForm(form.name, "空表里没有它说的表头") from error
    return replace(made, form=form, columns=tuple(_columns(form, made)))


def _columns(form: Form, made: Proposal) -> Iterator[Proposed]:
    known = {one.letter: one for one in made.columns}
    for column in form.columns:
        found = known.get(column.letter) or Proposed(column.letter, column.label, "", LEARNED, 0.0)
        yield _taught(found, column)


def _taught(found: Proposed, column: Column) -> Proposed:
    field = f"{column.slot}.{column.attribute}" if column.slot else ""
    running = is_running_number(column.label) or is_id_header(column.label)
    return replace(
        found,
        label=column.label,
        field=field,
        why=LEARNED if field else RUNNING if running else JOINED if found.why == JOINED else BY_HAND,
        likeness=1.0 if field else 0.0,
        words=column.words,
        masked=column.masked,
    )
