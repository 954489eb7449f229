"""Changing intervals and targets, and taking it back."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from minqing.actions.plan import change_plan
from minqing.ledger import Ledger, Paper
from minqing.work.plan import PAPER_KIND, PAPER_NAME, Plan, plan_of, usual_care


def test_the_usual_plan(ledger: Ledger) -> None:
    plan = plan_of(ledger)
    assert (plan.care["独居老人"], plan.care["低保"], plan.homes, plan.report) == (30, 90, 40, 7)
    assert plan.care == usual_care()


def test_a_change_is_kept_named_and_undone(ledger: Ledger) -> None:
    plan = Plan(care={**usual_care(), "独居老人": 14}, homes=25)
    changes = change_plan(ledger, plan)
    assert plan_of(ledger) == plan
    assert changes.label == "改间隔与目标：独居老人 30 天改为 14 天，每周走访目标 40 改为 25"
    ledger.undo(changes.id)
    assert plan_of(ledger) == Plan()


def test_many_differences_are_counted_and_none_is_no_change(ledger: Ledger) -> None:
    changes = change_plan(ledger, Plan(care={}))
    assert changes.label == f"改间隔与目标：{len(usual_care())} 处"
    assert not change_plan(ledger, Plan(care={}))


@pytest.mark.parametrize("values", [{"homes": 0}, {"settled": 101}, {"care": {"低保": 0}}, {"retry": 900}])
def test_a_plan_must_be_possible(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate(values)


def test_a_plan_of_another_version_gives_the_usual_one(ledger: Ledger) -> None:
    with ledger.change("改") as tx:
        tx.keep(Paper(PAPER_KIND, PAPER_NAME, '{"homes": "许多"}'))
    assert plan_of(ledger) == Plan()
