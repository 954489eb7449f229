"""Noting what was sent, so that the sheet can come back without a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from minqing.forms.form import Form, FormRow
from minqing.ledger import Changes, Exchange, Ledger


def note_sent(
    ledger: Ledger, *, form: Form, rows: Sequence[FormRow], partner: str, file: str, period: str, digest: str
) -> Changes:
    """Remember per row the cells as they were rendered for ``partner``."""
    with ledger.change(f"导出 {file}", source=file) as tx:
        tx.remember(partner, form.name, {form.row_key(row): form.texts(row) for row in rows}, sent=True)
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
