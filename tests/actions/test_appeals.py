"""Registering appeals, their numbers, and moving them on."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.actions.appeals import advance_appeals, answer_appeal, correct_appeal, prepared, register_appeal
from minqing.errors import StaleRecord
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.work.handling import Progress

DAY = date(2026, 11, 19)


def registered(ledger: Ledger, **values: object) -> Appeal:
    draft = Appeal.model_validate({"title": "楼道灯不亮", "registered_on": DAY} | values)
    changes = register_appeal(ledger, draft=draft, who="罗×")
    [appeal_id] = [one for one in changes.added if one.startswith("A-")]
    found = ledger.get(appeal_id)
    assert isinstance(found, Appeal)
    return found


def numbers(ledger: Ledger) -> list[str]:
    return [one.number for one in ledger.records(Appeal)]


def test_registering_is_one_change_with_a_first_step(ledger: Ledger, home: Household) -> None:
    before = ledger.version
    appeal = registered(ledger, household=home.id)
    [step] = ledger.records(Step)
    assert (step.appeal, step.action, step.happened_on, step.who) == (appeal.id, "登记", DAY, "罗×")
    assert ledger.version == before + 1
    ledger.undo()
    assert not ledger.records(Appeal)
    assert not ledger.records(Step)


def test_the_book_fills_in_what_nobody_did(ledger: Ledger) -> None:
    appeal = registered(ledger, category="停车")
    assert (appeal.number, appeal.state, appeal.due_on) == ("11-001", "待受理", date(2026, 11, 26))
    assert (appeal.category1, appeal.category2) == ("交通运输", "停车管理")


def test_what_somebody_filled_in_is_kept(ledger: Ledger) -> None:
    own = {"number": "工单 9", "state": "办理中", "due_on": DAY, "category": "停车", "category1": "自定"}
    appeal = registered(ledger, **own)
    assert {name: getattr(appeal, name) for name in own} == own
    assert appeal.category2 == ""


@pytest.mark.parametrize("state", ["待回访", "已办结"])
def test_what_is_settled_gets_no_deadline(ledger: Ledger, state: str) -> None:
    assert registered(ledger, state=state).due_on is None


def test_unknown_category_has_no_path(ledger: Ledger) -> None:
    appeal = registered(ledger, category="说不清的事")
    assert (appeal.category, appeal.category1, appeal.category2) == ("说不清的事", "", "")


def test_numbers_run_within_each_month(ledger: Ledger) -> None:
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1), date(2026, 11, 5)):
        registered(ledger, registered_on=day)
    assert numbers(ledger) == ["10-001", "11-001", "11-002", "12-001", "11-003"]


def test_numbers_begin_anew_in_the_next_year(ledger: Ledger) -> None:
    registered(ledger, registered_on=date(2025, 11, 3))
    registered(ledger, registered_on=date(2025, 11, 4))
    assert registered(ledger, registered_on=date(2026, 11, 3)).number == "11-001"


def test_number_follows_the_largest_not_the_count(ledger: Ledger) -> None:
    for number in ("11-007", "11-1000", "11-002"):
        registered(ledger, number=number)
    assert registered(ledger).number == "11-1001"


@pytest.mark.parametrize("number", ["12345-20261119001", "SQ-77", "11-A3", "11-", "20261119", "11-²"])
def test_numbers_of_others_do_not_count(ledger: Ledger, number: str) -> None:
    registered(ledger, number=number)
    assert registered(ledger).number == "11-001"


def test_without_a_day_there_is_no_number_but_a_dated_step(ledger: Ledger) -> None:
    appeal = registered(ledger, registered_on=None)
    [step] = ledger.records(Step)
    assert (appeal.number, appeal.due_on) == ("", None)
    assert not step.breaches()


def test_preparing_writes_nothing(ledger: Ledger) -> None:
    before = ledger.version
    assert prepared(ledger, Appeal(title="灯", registered_on=DAY)).number == "11-001"
    assert ledger.version == before
    assert ledger.count(Appeal) == 0


def test_a_step_moves_the_appeal_as_one_change(ledger: Ledger) -> None:
    appeal = registered(ledger)
    before = ledger.version
    progress = Progress("办结", date(2026, 11, 21), at=time(9, 30), who="物业 冯×", text="换了灯管")
    changes = advance_appeals(ledger, appeals=[appeal], progress=progress)
    after, step = ledger.get(appeal.id), ledger.records(Step)[-1]
    assert isinstance(after, Appeal)
    assert (after.state, after.closed_on, after.outcome) == ("待回访", progress.on, "换了灯管")
    assert (step.appeal, step.action, step.happened_on) == (appeal.id, "办结", progress.on)
    assert (step.happened_at, step.who, step.text) == (progress.at, progress.who, progress.text)
    assert ledger.version == before + 1
    assert changes.label == "办结 11-001 楼道灯不亮"


def test_undoing_a_step_takes_back_state_and_step(ledger: Ledger) -> None:
    appeal = registered(ledger)
    advance_appeals(ledger, appeals=[appeal], progress=Progress("办结", date(2026, 11, 21), text="换了灯管"))
    ledger.undo()
    back = ledger.get(appeal.id)
    assert isinstance(back, Appeal)
    assert back.values() == appeal.values()
    assert [one.action for one in ledger.records(Step)] == ["登记"]


def test_step_on_an_appeal_seen_before_a_change_is_refused(ledger: Ledger) -> None:
    appeal = registered(ledger)
    advance_appeals(ledger, appeals=[appeal], progress=Progress("受理", DAY))
    with pytest.raises(StaleRecord):
        advance_appeals(ledger, appeals=[appeal], progress=Progress("办结", DAY))
    assert [one.action for one in ledger.records(Step)] == ["登记", "受理"]


def appeal_now(ledger: Ledger, appeal: Appeal) -> Appeal:
    found = ledger.get(appeal.id)
    assert isinstance(found, Appeal)
    return found


def test_a_corrected_class_takes_its_path_along(ledger: Ledger) -> None:
    appeal = registered(ledger, category="停车")
    correct_appeal(ledger, draft=appeal.with_values({"category": "公共设施"}))
    after = appeal_now(ledger, appeal)
    assert (after.category1, after.category2) == ("城乡建设", "市政设施")
    ledger.undo()
    assert appeal_now(ledger, appeal).category1 == "交通运输"


def test_a_path_that_was_given_stays(ledger: Ledger) -> None:
    appeal = registered(ledger, category="停车", category1="自定")
    correct_appeal(ledger, draft=appeal.with_values({"category": "公共设施"}))
    after = appeal_now(ledger, appeal)
    assert (after.category, after.category1) == ("公共设施", "自定")


def test_an_answer_is_one_change_and_never_over_a_newer_one(ledger: Ledger) -> None:
    appeal = registered(ledger)
    answer_appeal(ledger, draft=appeal.with_values({"reply": "本周内更换"}))
    assert appeal_now(ledger, appeal).reply == "本周内更换"
    assert ledger.history()[0].label == "街道回复 11-001 楼道灯不亮"
    with pytest.raises(StaleRecord):
        answer_appeal(ledger, draft=appeal.with_values({"reply": "别的"}))
