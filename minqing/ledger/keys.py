"""The key of a book's file, derived once from the password, where the driver would derive it for every connection."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from hmac import compare_digest
from pathlib import Path

KEY_ROUNDS = 160_000  # part of the file format: about 0.1 s on an ordinary laptop
SALT = 16
_LENGTH = 32


@dataclass(frozen=True, repr=False)
class Key:
    """What the pages of a file are encrypted with; the file begins with the salt."""

    secret: bytes
    salt: bytes

    @property
    def pragma(self) -> str:
        """The statement that hands it to the driver."""
        return f"PRAGMA key = \"x'{self.secret.hex()}{self.salt.hex()}'\""

    def is_of(self, password: str) -> bool:
        """Whether the password gives this key."""
        return compare_digest(derived(password, self.salt), self.secret)


def new_key(password: str) -> Key:
    """The key of a file that is to be made."""
    salt = new_salt()
    return Key(derived(password, salt), salt)


def key_of(path: Path, password: str) -> Key:
    """The key of a file, if this is its password. Raises OSError."""
    with path.open("rb") as file:
        salt = file.read(SALT)
    return Key(derived(password, salt), salt)


def new_salt() -> bytes:
    """What sets the keys of two files of one password apart."""
    return os.urandom(SALT)


def derived(password: str, salt: bytes) -> bytes:
    """What the driver itself would make of a password, ``kdf_iter`` being KEY_ROUNDS."""
    return hashlib.pbkdf2_hmac("sha512", password.encode(), salt, KEY_ROUNDS, _LENGTH)
