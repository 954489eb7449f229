"""Noting what was sent, so that the sheet can come back without a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from minqing.exchange.merging.moving import home_cells
from minqing.forms.form import Form, FormRow
from minqing.ledger import Changes, Exchange, Ledger, Transaction


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
    sent = Outgoing(partner, rows, texts, file, digest)
    with ledger.change(f"导出 {file}", source=file) as tx:
        _note(tx, form, sent, period)
    return tx.changes


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A sheet that goes to one partner: its rows, their ``texts`` as the partner gets them, and the file."""

    partner: str
    rows: Sequence[FormRow]
    texts: Sequence[Mapping[str, str]]
    file: str
    digest: str


def note_answers_sent(ledger: Ledger, *, form: Form, answers: Sequence[Outgoing], period: str) -> Changes:
    """Remember, in one change, what each sender is answered."""
    with ledger.change(f"回复 {len(answers)} 家：{form.name}") as tx:
        for one in answers:
            _note(tx, form, one, period)
    return tx.changes


def _note(tx: Transaction, form: Form, sent: Outgoing, period: str) -> None:
    rows = zip(sent.rows, sent.texts, strict=True)
    tx.remember(
        sent.partner,
        form.name,
        {form.row_key(row): {**cells, **home_cells(form, row)} for row, cells in rows},
        sent=True,
    )
    tx.note_exchange(
        Exchange(
            direction="out",
            partner=sent.partner,
            file=sent.file,
            form=form.name,
            period=period,
            digest=sent.digest,
            rows=len(sent.rows),
            change=None,
            at=datetime.now(),
        )
    )
