"""Looking at a number that is hidden on the screen: it is shown only when the look has been written down."""

from __future__ import annotations

from minqing.ledger import Ledger
from minqing.ledger.reveals import Reveal


def reveal_number(ledger: Ledger, *, record_id: str, field: str) -> Reveal:
    """Note that the book's owner sees this number now. Raises RecordMissing, DiskFull, ReadOnlyLedger."""
    return ledger.reveals.note(ledger.get(record_id).id, field, who=ledger.profile.owner)
