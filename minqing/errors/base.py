"""What every error of ours is."""

from __future__ import annotations

from typing import ClassVar


class MinqingError(Exception):
    """A situation that a person can act on.

    ``code`` is stable and meant for programs; ``str(error)`` is the sentence for people. Everything that is
    not a ``MinqingError`` is a bug of ours.
    """

    code: ClassVar[str] = "error"
