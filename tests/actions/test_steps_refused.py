"""A step that does not follow from where an appeal stands changes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.actions.appeals import advance_appeals, register_appeal
from minqing.errors import BadOrder, MinqingError, StepNotAllowed
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.work.handling import Progress

DAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("progress", "error"),
    [
        (Progress("回访", DAY), StepNotAllowed),
        (Progress("登记", DAY), StepNotAllowed),
        (Progress("办结", date(2026, 11, 15)), BadOrder),
    ],
)
def test_a_step_that_does_not_follow_changes_nothing(
    ledger: Ledger, progress: Progress, error: type[MinqingError]
) -> None:
    register_appeal(ledger, draft=Appeal(registered_on=DAY, title="楼道灯不亮"))
    version, (appeal,) = ledger.version, ledger.records(Appeal)
    with pytest.raises(error):
        advance_appeals(ledger, appeals=[appeal], progress=progress)
    assert (ledger.version, ledger.count(Step)) == (version, 1)
