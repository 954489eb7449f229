"""One step on several appeals: one change, those that cannot take it left alone, and all or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.actions.appeals import advance_appeals, register_appeal
from minqing.errors import BadOrder, RecordMissing, StaleRecord, StepNotAllowed
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.work.handling import Progress

DAY = date(2026, 11, 19)
TITLES = ("楼道灯不亮", "井盖松动", "油烟直排")


@pytest.fixture
def three(ledger: Ledger) -> list[Appeal]:
    """Three appeals, the last of which is closed."""
    for title in TITLES:
        register_appeal(ledger, draft=Appeal(title=title, registered_on=DAY, level="社区"))
    with ledger.change("办结") as tx:
        tx.update(ledger.records(Appeal)[2].with_values({"state": "已办结", "closed_on": DAY}))
    return ledger.records(Appeal)


def steps(ledger: Ledger) -> list[tuple[str, str]]:
    return [(one.action, one.text) for one in ledger.records(Step) if one.action != "登记"]


def test_those_that_can_go_together_and_the_others_stay(ledger: Ledger, three: list[Appeal]) -> None:
    before = ledger.version
    changes = advance_appeals(ledger, appeals=three, progress=Progress("交办", DAY, text="请本周办", to="物业 冯×"))
    now = ledger.records(Appeal)
    assert [(one.state, one.handler) for one in now] == [("办理中", "物业 冯×"), ("办理中", "物业 冯×"), ("已办结", "")]
    assert steps(ledger) == [("交办", "交给物业 冯×；请本周办")] * 2
    assert now[2] == three[2]
    assert changes.label == "交办 11-001 楼道灯不亮 等 2 件"
    assert ledger.version == before + 1


def test_one_undo_takes_all_back(ledger: Ledger, three: list[Appeal]) -> None:
    advance_appeals(ledger, appeals=three, progress=Progress("上报", DAY))
    assert [one.level for one in ledger.records(Appeal)] == ["街道", "街道", "社区"]
    ledger.undo()
    assert [one.values() for one in ledger.records(Appeal)] == [one.values() for one in three]
    assert steps(ledger) == []


@pytest.mark.parametrize(
    ("progress", "error"),
    [(Progress("评价", DAY), StepNotAllowed), (Progress("办结", date(2026, 11, 1)), BadOrder)],
)
def test_when_none_can_nothing_changes(
    ledger: Ledger, three: list[Appeal], progress: Progress, error: type[Exception]
) -> None:
    before = ledger.version
    with pytest.raises(error):
        advance_appeals(ledger, appeals=three, progress=progress)
    assert ledger.version == before


def test_one_that_was_changed_meanwhile_holds_all_back(ledger: Ledger, three: list[Appeal]) -> None:
    with ledger.change("别处改了") as tx:
        tx.update(three[1].with_values({"handler": "街道"}))
    before = ledger.version
    with pytest.raises(StaleRecord):
        advance_appeals(ledger, appeals=three, progress=Progress("受理", DAY))
    assert (ledger.version, steps(ledger)) == (before, [])


def test_one_that_is_gone_holds_all_back(ledger: Ledger, three: list[Appeal]) -> None:
    with ledger.change("删除") as tx:
        for step in ledger.records(Step, appeal=three[1].id):
            tx.remove(step.id)
        tx.remove(three[1].id)
    before = ledger.version
    with pytest.raises(RecordMissing):
        advance_appeals(ledger, appeals=three, progress=Progress("受理", DAY))
    assert (ledger.version, steps(ledger)) == (before, [])
