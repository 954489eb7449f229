"""Who is likely entered twice, by the rules: the ID number decides, else an alike name with something besides."""

from __future__ import annotations

from time import process_time

import pytest

from minqing.exchange.matching.duplicates import Pair, duplicates_near, likely_duplicates
from minqing.exchange.matching.names import FORMER, RARE, SAME, SOUND, why_alike
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.id_number import upgrade
from minqing.records.resident import Resident

OLD = "990101500302101"
BIRTH = "1962-05-17"


@pytest.fixture
def ledger(empty: Ledger) -> Ledger:
    return empty


def home(ledger: Ledger, room: str = "501", **values: object) -> Household:
    with ledger.change("建档") as tx:
        return tx.add(Household.model_validate({"estate": "生活桥小区", "building": "3", "room": room, **values}))


def people(ledger: Ledger, *given: dict[str, object]) -> list[Resident]:
    with ledger.change("建档") as tx:
        return tx.add_all([Resident.model_validate({"name": "谢玉兰", **values}) for values in given])


def found(ledger: Ledger) -> list[tuple[str, ...]]:
    return [pair.reasons for pair in likely_duplicates(ledger)]


def test_one_number_in_either_length_is_one_person(ledger: Ledger) -> None:
    one, other = people(ledger, {"id_number": OLD}, {"name": "韦国强", "id_number": upgrade(OLD)})
    assert likely_duplicates(ledger) == (Pair("resident", one.id, other.id, ("身份证号相同",), sure=True),)


def test_two_numbers_are_two_people_whatever_else_is_the_same(ledger: Ledger) -> None:
    same = {"birth": "1950-03-02", "phones": ("16900000107",), "household": home(ledger).id}
    people(ledger, {**same, "id_number": OLD}, {**same, "id_number": "990101500302103"})
    assert found(ledger) == []


def test_a_name_alone_says_nothing(ledger: Ledger) -> None:
    people(ledger, {}, {}, {"birth": BIRTH}, {"birth": "1971-01-01"})
    assert found(ledger) == []


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({}, {}, SAME),
        ({}, {"name": "谢玉蓝"}, SOUND),
        ({"name": "曾国强"}, {"name": "增国强"}, SOUND),
        ({"name": "谢玉华", "former_name": "谢玉兰"}, {}, FORMER),
        ({"name": "王𠮷"}, {"name": "王吉"}, RARE),
        ({"name": "李䶮"}, {"name": "李龑"}, RARE),
        ({"name": "李䶮"}, {"name": "李yan"}, SOUND),
        ({"name": "李䶮"}, {"name": "李□"}, RARE),
        ({"name": "肖建军"}, {"name": "萧建军"}, RARE),
        ({"name": "买买提·吐尔逊"}, {"name": "买买提吐尔逊"}, RARE),
        ({"name": "王芳"}, {"name": "王英"}, ""),
        ({"name": "王伟"}, {"name": "王伟强"}, ""),
        ({"name": "王芳"}, {"name": "刘芳"}, ""),
        ({"name": "李□"}, {"name": "王芳"}, ""),
    ],
)
def test_names(ledger: Ledger, one: dict[str, object], other: dict[str, object], why: str) -> None:
    first, second = people(ledger, {**one, "birth": BIRTH}, {**other, "birth": BIRTH})
    assert why_alike(first, second) == why_alike(second, first) == why
    assert found(ledger) == ([(why, "出生日期相同")] if why else [])


def test_a_door_or_a_phone_will_do(ledger: Ledger) -> None:
    first, second = home(ledger), home(ledger, estate="")
    people(ledger, {"household": first.id}, {"household": second.id})
    people(ledger, {"name": "韦国强", "phones": ("16900000113",)}, {"name": "韦国墙", "phones": ("16900000113",)})
    assert found(ledger)[:2] == [(SAME, "门牌相同"), (SOUND, "电话相同")]


def test_what_tells_two_people_apart(ledger: Ledger) -> None:
    here = home(ledger).id
    people(ledger, {"household": here, "sex": "女"}, {"household": here, "sex": "男"})
    people(ledger, {"name": "韦军", "household": here, "birth": BIRTH})
    people(ledger, {"name": "韦君", "household": here, "birth": "1971-01-01"})
    assert found(ledger) == []


def test_another_estate_is_another_door(ledger: Ledger) -> None:
    first, second = home(ledger), home(ledger, estate="双河院")
    people(ledger, {"household": first.id}, {"household": second.id})
    assert found(ledger) == []


def test_a_phone_that_everybody_has_is_no_evidence(ledger: Ledger) -> None:
    everybody: dict[str, object] = {"phones": ("16900000000",)}
    people(ledger, *[everybody] * 40)
    assert found(ledger) == []


def test_households(ledger: Ledger) -> None:
    first, second, third = home(ledger), home(ledger), home(ledger)
    people(ledger, {"household": first.id}, {"household": second.id}, {"name": "韦国强", "household": third.id})
    pairs = [pair for pair in likely_duplicates(ledger) if pair.kind == "household"]
    assert pairs == [Pair("household", first.id, second.id, ("门牌相同", "有 1 人两户都登记了"))]


def test_an_empty_entry_of_a_door_and_a_number_used_twice(ledger: Ledger) -> None:
    first, _ = home(ledger), home(ledger)
    people(ledger, {"household": first.id})
    home(ledger, "601", number="甲7")
    home(ledger, "602", number="甲7")
    assert found(ledger) == [("门牌相同", "其中一户还没有成员"), ("户号相同",)]


def test_one_household_is_looked_at_without_the_others(ledger: Ledger) -> None:
    first, second, third = home(ledger), home(ledger), home(ledger, "601")
    one, other, far = people(
        ledger,
        {"household": first.id, "id_number": OLD},
        {"household": second.id},
        {"name": "韦国强", "household": third.id, "id_number": upgrade(OLD)},
    )
    people(ledger, {"name": "范立新", "birth": BIRTH}, {"name": "范立新", "birth": BIRTH})
    whole = likely_duplicates(ledger)
    near = duplicates_near(ledger, first.id)
    assert near == tuple(pair for pair in whole if {pair.first, pair.second} & {first.id, one.id})
    assert {pair.other(one.id) for pair in near if one.id in (pair.first, pair.second)} == {other.id, far.id}
    assert duplicates_near(ledger, "H-7K3QX2-00185") == ()


def test_twenty_thousand_residents(ledger: Ledger) -> None:
    given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"
    names = [f"{surname}{one}{two}" for surname in "王李张刘陈杨黄赵吴周" for one in given for two in given]
    with ledger.change("建档") as tx:
        doors = tx.add_all([Household(building=str(number % 90), room=str(number)) for number in range(7000)])
        tx.add_all(
            [
                Resident(
                    household=doors[number // 3].id,
                    name=names[number * 7 % len(names)],
                    birth=f"{1930 + number % 90}-{1 + number % 12:02d}-{1 + number % 28:02d}",
                    phones=(f"169{number // 2:08d}",),
                )
                for number in range(20_000)
            ]
        )
    start = process_time()
    likely_duplicates(ledger)
    assert process_time() - start < 4, "two seconds on a quiet machine"
