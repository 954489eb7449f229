"""The steps of an appeal: which are allowed, where each leads, what it fills in, and the deadline."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.errors import BadOrder, StepNotAllowed
from minqing.records.appeal import STATES, Appeal
from minqing.records.codes import code_list
from minqing.work.handling import (
    ALLOWED,
    DEADLINE_DAYS,
    HANDING_OVER,
    Progress,
    advanced,
    allowed_for,
    deadline,
    refusals,
)

DAY = date(2026, 11, 19)
DUE = date(2026, 11, 26)
LEADS = {
    "待受理": {"受理": "办理中", "交办": "办理中", "吹哨": "已吹哨", "上报": "办理中", "办结": "待回访"},
    "办理中": {
        "办理": "办理中",
        "交办": "办理中",
        "吹哨": "已吹哨",
        "上报": "办理中",
        "延期": "办理中",
        "办结": "待回访",
    },
    "已吹哨": {"报到": "已吹哨", "办理": "已吹哨", "上报": "已吹哨", "延期": "已吹哨", "办结": "待回访"},
    "待回访": {"回访": "已办结", "评价": "已办结", "退回": "办理中"},
    "已办结": {"退回": "办理中"},
}
MOVES = [(state, action, after) for state, moves in LEADS.items() for action, after in moves.items()]
ACTIONS = code_list("step_action").values


def appeal(state: str, **values: object) -> Appeal:
    base = {"id": "A-7K3QX2-0001C", "title": "楼道灯不亮", "registered_on": date(2026, 11, 16), "due_on": DUE}
    return Appeal.model_validate(base | {"state": state} | values)


def after(state: str, action: str, *, text: str = "", satisfaction: str = "", **values: object) -> Appeal:
    progress = Progress(action, DAY, text=text, satisfaction=satisfaction)
    return advanced(appeal(state, **values), progress)[0]


def test_each_state_allows_its_steps() -> None:
    assert {state: set(actions) for state, actions in ALLOWED.items()} == {
        state: set(moves) for state, moves in LEADS.items()
    }
    assert tuple(ALLOWED) == STATES
    assert {action for actions in ALLOWED.values() for action in actions} | {"登记"} == set(ACTIONS)


@pytest.mark.parametrize(("state", "action", "expected"), MOVES)
def test_each_step_leads_somewhere(state: str, action: str, expected: str) -> None:
    assert after(state, action).state == expected


@pytest.mark.parametrize("state", STATES)
def test_other_steps_are_refused(state: str) -> None:
    for action in set(ACTIONS) - set(LEADS[state]):
        with pytest.raises(StepNotAllowed, match=action):
            after(state, action)


@pytest.mark.parametrize(("action", "expected"), LEADS["待受理"].items())
def test_an_appeal_whose_state_nobody_said_is_at_the_beginning(action: str, expected: str) -> None:
    assert after("", action).state == expected


@pytest.mark.parametrize(("state", "action", "_"), MOVES)
def test_the_step_tells_who_did_what_when(state: str, action: str, _: str) -> None:
    progress = Progress(action, DAY, at=time(9, 30), who="物业 冯×", text="看过了")
    before = appeal(state)
    _after, step = advanced(before, progress)
    assert (step.appeal, step.action, step.happened_on, step.happened_at) == (before.id, action, DAY, time(9, 30))
    assert (step.who, step.text) == ("物业 冯×", "看过了")
    assert not step.breaches()


@pytest.mark.parametrize("action", ["受理", "交办", "吹哨"])
def test_a_plain_step_changes_the_state_alone(action: str) -> None:
    found = after("待受理", action, text="已转", level="社区", handler="物业 冯×")
    assert found == appeal(found.state, level="社区", handler="物业 冯×")


@pytest.mark.parametrize(
    ("action", "handler", "text"),
    [
        ("交办", "城管中队", "交给城管中队；请到场"),
        ("吹哨", "物业", "请城管中队报到；请到场"),
        ("上报", "物业", "报给城管中队；请到场"),
        ("办理", "物业", "请到场"),
    ],
)
def test_handing_over_says_to_whom(action: str, handler: str, text: str) -> None:
    progress = Progress(action, DAY, text="请到场", to="城管中队")
    found, step = advanced(appeal("办理中", handler="物业"), progress)
    assert (found.handler, step.text) == (handler, text)


def test_of_several_those_that_cannot_are_told_apart() -> None:
    several = [appeal("办理中"), appeal("待回访"), appeal("", registered_on=date(2026, 11, 20))]
    refused = refusals(several, Progress("办结", DAY))
    assert [one.appeal for one in refused] == several[1:]
    assert [type(one.why) for one in refused] == [StepNotAllowed, BadOrder]


@pytest.mark.parametrize(
    ("states", "actions"),
    [
        (["办理中"], ALLOWED["办理中"]),
        (["已办结", "待回访"], ("回访", "评价", "退回")),
        (["办理中", ""], ("受理", "交办", "吹哨", "上报", "办结", "办理", "延期")),
        ([], ()),
    ],
)
def test_several_offer_what_any_of_them_can_take(states: list[str], actions: tuple[str, ...]) -> None:
    assert allowed_for([appeal(state) for state in states]) == actions
    assert {"待受理", "办理中", "已吹哨"} == {state for state in STATES if set(ALLOWED[state]) & set(HANDING_OVER)}


@pytest.mark.parametrize("state", ["待受理", "办理中", "已吹哨"])
def test_settling_fills_day_and_outcome(state: str) -> None:
    found = after(state, "办结", text="换了灯管")
    assert (found.closed_on, found.outcome, found.settled) == (DAY, "换了灯管", True)


def test_settling_without_words_keeps_the_outcome() -> None:
    assert after("办理中", "办结", outcome="早先写的").outcome == "早先写的"


def test_settling_before_registration_is_refused() -> None:
    with pytest.raises(BadOrder, match=r"办结日期.*登记日期"):
        after("办理中", "办结", registered_on=date(2026, 11, 20))


@pytest.mark.parametrize("action", ["回访", "评价"])
def test_asking_back_fills_satisfaction_and_closes(action: str) -> None:
    found = after("待回访", action, satisfaction="基本满意", closed_on=date(2026, 11, 18))
    assert (found.state, found.satisfaction, found.closed_on) == ("已办结", "基本满意", date(2026, 11, 18))


@pytest.mark.parametrize("state", ["待回访", "已办结"])
def test_sending_back_opens_it_again(state: str) -> None:
    closed = appeal(state, closed_on=DAY, closed_how="实质性办结", satisfaction="满意", outcome="换了灯管")
    found, _ = advanced(closed, Progress("退回", DAY))
    assert (found.state, found.closed_on, found.closed_how, found.satisfaction) == ("办理中", None, "", "")
    assert found.outcome == "换了灯管"
    assert found.overdue_on(date(2026, 11, 27))


def test_who_sends_it_back_may_say_how_satisfied_they_are() -> None:
    assert after("待回访", "退回", satisfaction="不满意").satisfaction == "不满意"


@pytest.mark.parametrize("action", ["回访", "评价"])
def test_satisfaction_that_nobody_told_stays(action: str) -> None:
    found, _ = advanced(appeal("待回访", satisfaction="满意"), Progress(action, DAY))
    assert found.satisfaction == "满意"


@pytest.mark.parametrize(
    ("level", "up"), [("", "街道"), ("小区", "街道"), ("社区", "街道"), ("街道", "区县"), ("区县", "区县")]
)
def test_reporting_goes_one_level_up(level: str, up: str) -> None:
    assert after("办理中", "上报", level=level).level == up


@pytest.mark.parametrize("action", ["办理", "报到"])
def test_handling_fills_the_solution(action: str) -> None:
    assert after("已吹哨", action, text="约谈店家", solution="旧").solution == "约谈店家"
    assert after("已吹哨", action, solution="旧").solution == "旧"


@pytest.mark.parametrize("state", ["办理中", "已吹哨"])
def test_extension_is_five_working_days_from_the_deadline(state: str) -> None:
    assert after(state, "延期").due_on == date(2026, 12, 3)


def test_late_extension_counts_from_the_day_it_is_given() -> None:
    assert after("办理中", "延期", due_on=date(2026, 11, 2)).due_on == DUE


def test_extension_runs_over_the_holidays() -> None:
    late, _ = advanced(appeal("办理中", due_on=date(2025, 9, 30)), Progress("延期", date(2025, 9, 29)))
    assert late.due_on == date(2025, 10, 14)


def test_without_a_deadline_there_is_nothing_to_extend() -> None:
    assert after("办理中", "延期", due_on=None).due_on is None


@pytest.mark.parametrize(
    ("registered", "urgency", "due"),
    [
        (date(2026, 11, 19), "一般", date(2026, 11, 26)),
        (date(2026, 11, 19), "", date(2026, 11, 26)),
        (date(2026, 11, 19), "紧急", date(2026, 11, 23)),
        (date(2026, 11, 19), "特急", date(2026, 11, 20)),
        (date(2025, 9, 30), "特急", date(2025, 10, 9)),
        (date(2025, 9, 30), "紧急", date(2025, 10, 10)),
        (date(2025, 9, 30), "一般", date(2025, 10, 14)),
        (date(2026, 9, 30), "一般", date(2026, 10, 13)),
        (date(2035, 9, 28), "一般", date(2035, 10, 5)),
        (None, "特急", None),
    ],
)
def test_deadline_in_working_days(registered: date | None, urgency: str, due: date | None) -> None:
    assert deadline(Appeal(title="灯", registered_on=registered, urgency=urgency)) == due


def test_every_urgency_has_a_deadline() -> None:
    assert tuple(DEADLINE_DAYS) == code_list("urgency").values


def test_the_appeal_before_is_left_as_it_was() -> None:
    before = appeal("办理中")
    advanced(before, Progress("办结", DAY))
    assert before == appeal("办理中")
