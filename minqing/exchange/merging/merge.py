"""The three-way rule for one cell; everything else in the exchange only prepares for it."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What one cell of an incoming sheet means for the book."""

    KEEP = "keep"
    TAKE = "take"
    ASK = "ask"
    BLANKED = "blanked"


def three_way(*, base: str | None, ours: str, theirs: str) -> Outcome:
    """Compare rendered cells: ``base`` is what was last sent or received, None when that is not known.

    A cell counts as edited only if it differs from the base, so masking, rounding and date formats never look like
    an edit. A blank cell never erases: where the base had something it is a question, else it says nothing.
    """
    if theirs in (base, ours):
        return Outcome.KEEP
    if not theirs:
        return Outcome.BLANKED if base else Outcome.KEEP
    if ours == (base or ""):
        return Outcome.TAKE
    return Outcome.ASK
