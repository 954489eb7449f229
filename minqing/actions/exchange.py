"""Noting what was sent, so that the sheet can come back without a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from minqing.exchange.merging.moving import home_cells
from minqing.forms.form import Form, FormRow
from minqing.ledger import Changes, Exchange, Ledger


def note_sent(
    ledger: Ledger,
    *,
    form: Form,
    rows: Sequence[FormRow],
    partner: str,
    file: str,
    period: str,
    digest: str,
    texts: Sequence[Mapping[str, str]] | None = None,
) -> Changes:
    """Remember per row the cells as they were rendered for ``partner``: ``texts``, if they are at hand already."""
    texts = [form.texts(row) for row in rows] if texts is None else texts
    with ledger.change(f"导出 {file}", source=file) as tx:
        tx.remember(
            partner,
            form.name,
            {form.row_key(row): {**cells, **home_cells(form, row)} for row, cells in zip(rows, texts, strict=True)},
            sent=True,
        )
        tx.note_exchange(
            Exchange(
                direction="out",
                partner=partner,
                file=file,
                form=form.name,
                period=period,
                digest=digest,
                rows=len(rows),
                change=None,
                at=datetime.now(),
            )
        )
    return tx.changes


@dataclass(frozen=True, slots=True)
class Answer:
    """A sheet that answers one sender: its rows as the sender gets them, and the file."""

    partner: str
    rows: Sequence[FormRow]
    file: str
    digest: str


def note_answers_sent(ledger: Ledger, *, form: Form, answers: Sequence[Answer], period: str) -> Changes:
    """Remember, in one change, what each sender is answered."""
    with ledger.change(f"回复 {len(answers)} 家：{form.name}") as tx:
        for one in answers:
            cells = {form.row_key(row): {**form.texts(row), **home_cells(form, row)} for row in one.rows}
            tx.remember(one.partner, form.name, cells, sent=True)
            tx.note_exchange(
                Exchange(
                    direction="out",
                    partner=one.partner,
                    file=one.file,
                    form=form.name,
                    period=period,
                    digest=one.digest,
                    rows=len(one.rows),
                    change=None,
                    at=datetime.now(),
                )
            )
    return tx.changes
