"""One key for each password that tests use: to derive it takes longer than what most of them do with a book."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from minqing.ledger import keys

_SALT = b"salt of the test"
_derived = cache(keys.derived)


@contextmanager
def keys_derived_once() -> Iterator[None]:
    """All books that are made meanwhile have one salt, and a key that was derived before is not derived again.

    The files are as always: the program itself derives the same key from the password and the file.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "derived", _derived)
        patch.setattr(keys, "new_salt", lambda: _SALT)
        yield
