"""What a visit sheet says about a household."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from exports.visit_records import sheets_of, visit_sheet_of
from exports.visit_sheet import VisitSheet
from minqing.ledger import Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.visit_list import HouseholdFile

PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="生活桥小区")
ON = date(2026, 11, 20)
HOME = Household(
    id="H-7K3QX2-00018", building="3", unit="2", room="501", grid="第3网格", house_type="出租", rent_until="2027-02"
)
HEAD = Resident(name="范立新", relation="户主", sex="男", birth="1968-07-12", phones=("16900000162", "16900000163"))
TENANT = Resident(name="杜春生", relation="承租人", id_number="99010119890203261X", care_groups=("新就业群体",))
FILE = HouseholdFile(HOME, (HEAD, TENANT))


def sheet(file: HouseholdFile = FILE) -> VisitSheet:
    return visit_sheet_of(file, profile=PROFILE, number="ZF-2026-47-018", on=ON)


def test_the_household() -> None:
    made = sheet()
    assert (made.number, made.street, made.community) == ("ZF-2026-47-018", "新光路街道", "生活桥社区")
    assert made.address == made.place_label == "生活桥小区 3栋2单元501"
    assert (made.head, made.grid, made.visitors, made.year) == ("范立新", "第3网格", "罗×", 2026)
    assert (made.house_type, made.rent_until, made.population) == ("出租", "2027年2月", "常住 2 人")


def test_numbers_are_masked_on_paper() -> None:
    made = sheet()
    head, tenant = made.members
    assert made.phone == head.phone == "169****0162"
    assert (head.birth, tenant.birth) == ("1968.07", "1989.02")
    assert tenant.id_number == "9901**********261X"
    assert (tenant.sex, tenant.care_groups) == ("男", "新就业群体")


def test_who_left_is_not_listed() -> None:
    gone = TENANT.with_values({"status": "已搬离"})
    made = sheet(replace(FILE, residents=(HEAD, gone)))
    assert [one.name for one in made.members] == ["范立新"]
    assert made.population == "常住 1 人"


def test_what_is_not_known_stays_blank() -> None:
    made = sheet(HouseholdFile(Household(id="H-7K3QX2-00018", detail="2村9组")))
    assert made.address == "生活桥小区 2村9组"
    assert (made.head, made.phone, made.population, made.last_visit, made.open_appeals) == ("", "", "", "", ())


@pytest.mark.parametrize(
    ("visit", "line"),
    [
        (
            Visit(visited_on=date(2026, 10, 16), visited_at=time(15), result="见面", said="老人独自在家，\n问烟感。"),
            "2026年10月16日，见面。老人独自在家， 问烟感。",
        ),
        (Visit(visited_on=date(2026, 10, 16), result="无人"), "2026年10月16日，无人。"),
        (Visit(visited_on=date(2026, 10, 16), said="都好"), "2026年10月16日。都好"),
    ],
)
def test_the_last_visit(visit: Visit, line: str) -> None:
    older = Visit(visited_on=date(2026, 9, 1), said="早先的")
    assert sheet(replace(FILE, visits=(visit, older))).last_visit == line


def test_open_appeals() -> None:
    waiting = Appeal(
        number="10-036", registered_on=date(2026, 10, 16), title="楼道口飞线充电", handler="物业", state="办理中"
    )
    bare = Appeal(text="灯不亮\n一个月了")
    closed = Appeal(title="已经好了", state="已办结")
    made = sheet(replace(FILE, appeals=(waiting, bare, closed)))
    assert made.open_appeals == ("第 10-036 号 楼道口飞线充电 · 10月16日登记 · 物业办理中", "灯不亮")


def test_numbers_follow_the_order() -> None:
    made = sheets_of([FILE, FILE], profile=PROFILE, on=ON)
    assert [one.number for one in made] == ["ZF-2026-47-001", "ZF-2026-47-002"]


def test_the_one_person_of_an_old_register_is_whom_to_ask_for() -> None:
    alone = HEAD.with_values({"relation": ""})
    home = HOME.with_values({"population": 3})
    made = sheet(HouseholdFile(home, (alone,)))
    assert (made.head, made.phone, made.population) == ("范立新", "169****0162", "常住 3 人")
    two = sheet(HouseholdFile(home, (alone, TENANT)))
    assert (two.head, two.phone) == ("", "")
