"""What goes into the documents that the tests of this part make: a week in a made-up community."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.forms.form import FormRow, Header
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit


def weekly_row(number: int, *, appeal: Appeal | None = None, situation: str = "") -> FormRow:
    """A row of the weekly sheet: household, head and visit ``number``, with or without an appeal."""
    row: dict[str, Record] = {
        "household": Household(
            id=f"H-7K3QX2-{number:04}C",
            estate="生活桥小区",
            building="3",
            unit="2",
            room=f"{number}01",
            situation=situation,
        ),
        "head": Resident(
            id=f"R-7K3QX2-{number:04}C", name=f"范立新{number}", phones=(f"138000001{number:02}",), relation="户主"
        ),
        "visit": Visit(
            id=f"V-7K3QX2-{number:04}C",
            household=f"H-7K3QX2-{number:04}C",
            visited_on=date(2026, 11, 15 + number),
            visitors=("罗×",),
            result="见面",
        ),
    }
    return row | {"appeal": appeal} if appeal else row


@pytest.fixture
def header() -> Header:
    return Header(
        street="新光路街道",
        community="生活桥社区",
        estate="生活桥小区",
        owner="罗×",
        phone="138****0100",
        period="2026年第47周",
        made_on=date(2026, 11, 20),
    )


@pytest.fixture
def week() -> list[FormRow]:
    """Three visits: an appeal under way, none, and one that is settled."""
    charging = Appeal(
        id="A-7K3QX2-0001C", title="楼道口飞线充电，担心起火", category="飞线充电", state="办理中", handler="物业 冯×"
    )
    lamp = Appeal(
        id="A-7K3QX2-0003C",
        title="电梯轿厢灯不亮",
        category="物业",
        solution="当日更换灯管",
        state="已办结",
        closed_on=date(2026, 11, 20),
    )
    return [weekly_row(1, appeal=charging, situation="3 人，出租户"), weekly_row(2), weekly_row(3, appeal=lamp)]
