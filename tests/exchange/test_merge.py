"""The rule for one cell, as a table of cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.exchange.merging.merge import Outcome, three_way

CASES = [
    # base, ours, theirs -> outcome
    ("甲", "甲", "甲", Outcome.KEEP),
    ("甲", "乙", "甲", Outcome.KEEP),
    ("甲", "甲", "乙", Outcome.TAKE),
    ("甲", "乙", "乙", Outcome.KEEP),
    ("甲", "乙", "丙", Outcome.ASK),
    ("", "", "丙", Outcome.TAKE),
    ("", "乙", "丙", Outcome.ASK),
    ("甲", "甲", "", Outcome.BLANKED),
    ("甲", "乙", "", Outcome.BLANKED),
    ("甲", "", "", Outcome.KEEP),
    (None, "乙", "", Outcome.KEEP),
    (None, "", "丙", Outcome.TAKE),
    (None, "乙", "丙", Outcome.ASK),
    (None, "乙", "乙", Outcome.KEEP),
]


@pytest.mark.parametrize(("base", "ours", "theirs", "outcome"), CASES)
def test_each_case(base: str | None, ours: str, theirs: str, outcome: Outcome) -> None:
    assert three_way(base=base, ours=ours, theirs=theirs) is outcome


words = st.sampled_from(["", "甲", "乙", "丙"])


@given(base=words, ours=words)
def test_an_untouched_cell_is_never_an_edit(base: str, ours: str) -> None:
    assert three_way(base=base, ours=ours, theirs=base) is Outcome.KEEP


@given(base=st.none() | words, ours=words, theirs=words)
def test_nothing_that_both_sides_hold_is_taken_without_asking(base: str | None, ours: str, theirs: str) -> None:
    outcome = three_way(base=base, ours=ours, theirs=theirs)
    if outcome is Outcome.TAKE:
        assert ours == (base or ""), "a value entered here since the last exchange would be lost"
        assert theirs, "a blank never erases"
