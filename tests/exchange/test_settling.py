"""What was decided once is not asked again, also where the cells are as they had been some time before."""

from __future__ import annotations

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from tests.exchange.conftest import Send, counted, edit, plan_of


def test_a_blank_that_was_declined_is_no_question_any_more_though_it_was_blank_before(
    ledger: Ledger, send: Send
) -> None:
    send(ledger, name="第一份.xlsx")
    appeal = next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")
    with ledger.change("记下办法") as tx:
        tx.update(appeal.with_values({"solution": "换灯"}))
    back = edit(send(ledger, name="第二份.xlsx"), {("谢玉兰", "解决办法"): None})
    plan = plan_of(ledger, back)
    row = next(row for row in plan.rows if row.open_conflicts)
    apply_plan(ledger, plan.decide(row, row.edits[0], Choice.OURS))
    assert counted(plan_of(ledger, back)) == {"unchanged": 3}
    assert ledger.get(appeal.id).show("solution") == "换灯"
