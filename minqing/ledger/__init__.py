"""The account book's encrypted file: records, changes, undo, history, search, backups."""

from __future__ import annotations

from minqing.ledger.backup import restore
from minqing.ledger.book import Ledger
from minqing.ledger.models import (
    Base,
    Change,
    Changes,
    Entry,
    Exchange,
    Foreign,
    Hit,
    Kept,
    Paper,
    Profile,
    Undone,
)
from minqing.ledger.transaction import Transaction

__all__ = [
    "Base",
    "Change",
    "Changes",
    "Entry",
    "Exchange",
    "Foreign",
    "Hit",
    "Kept",
    "Ledger",
    "Paper",
    "Profile",
    "Transaction",
    "Undone",
    "restore",
]
