"""Photos and papers of a household: added together, taken away one by one; every step with undo."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.actions.labels import household_label
from minqing.errors import RecordMissing
from minqing.ledger import Changes, Ledger
from minqing.ledger.attachments import NewFile
from minqing.records.household import Household


def add_attachments(ledger: Ledger, *, household: str, files: Sequence[NewFile]) -> Changes:
    """Keep these files with a household as one change; what it has already is left out.

    Raises RecordMissing, AttachmentTooBig, AttachmentKindUnknown, EmptyAttachment, AttachmentsFull; then none is kept.
    """
    with ledger.change(f"添附件 {_label(ledger, household)}") as tx:
        for file in files:
            tx.attachments.add(household, file)
    return tx.changes


def remove_attachment(ledger: Ledger, attachment: int) -> Changes:
    """Take an attachment away. Raises AttachmentMissing."""
    found = ledger.attachments.get(attachment)
    with ledger.change(f"删除附件 {found.name}") as tx:
        tx.attachments.remove(attachment)
    return tx.changes


def _label(ledger: Ledger, household: str) -> str:
    home = ledger.get(household)
    if not isinstance(home, Household):
        raise RecordMissing(household)
    return household_label(ledger, home)
