"""Why a file does not open: damage or a wrong password look the same to the driver, so this looks closer."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from minqing.ledger.connection import PAGE_SIZE
from minqing.ledger.keys import Key

_PLAIN = b"SQLite format 3\x00"
_IV, _MAC = 16, 64
_RESERVED = 80
_FLIP = 0x3A
_LOOKED_AT = 16


def looks_damaged(path: Path) -> bool:
    """Whether a file cannot be a book whatever the password: empty, cut off, or a plain database."""
    size = path.stat().st_size
    if size == 0 or size % PAGE_SIZE:
        return True
    with path.open("rb") as file:
        head = file.read(PAGE_SIZE)
    return head.startswith(_PLAIN) or not any(head)


def key_fits_elsewhere(path: Path, key: Key) -> bool:
    """Whether the key opens some page other than the first: then it is right, and the first page is damaged."""
    mac_key = hashlib.pbkdf2_hmac("sha512", key.secret, bytes(byte ^ _FLIP for byte in key.salt), 2, 32)
    with path.open("rb") as file:
        for number in range(2, 2 + _LOOKED_AT):
            file.seek((number - 1) * PAGE_SIZE)
            page = file.read(PAGE_SIZE)
            if len(page) < PAGE_SIZE:
                return False
            sealed, rest = page[: PAGE_SIZE - _RESERVED + _IV], page[PAGE_SIZE - _RESERVED + _IV :]
            found = hmac.new(mac_key, sealed + number.to_bytes(4, "little"), "sha512").digest()
            if hmac.compare_digest(found, rest[:_MAC]):
                return True
    return False
