"""Search: what people type, and what they expect to find."""

from __future__ import annotations

import pytest

from minqing.ledger import Hit, Ledger
from minqing.ledger.pinyin import name_keys
from minqing.records.appeal import Appeal
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ledger.conftest import Family, household

FOUND = [
    ("曾小单", "head"),
    ("曾", "head"),
    ("小单", "head"),
    ("zengxiaodan", "head"),
    ("zeng", "head"),
    ("zxd", "head"),
    ("z", "head"),
    ("ZXD", "head"),
    ("13800000123", "head"),
    ("138 0000 0123", "head"),
    ("1380000", "head"),
    ("0123", "head"),
    ("3栋2单元501", "household"),
    ("3-2-501", "household"),
    ("3#2-501", "household"),
    ("3 栋 2 单元 5 层 01 号", "household"),
    ("三栋二单元501室", "household"),
    ("３栋２单元５０１", "household"),
    ("样本苑3栋2单元501", "household"),
    ("501", "household"),
    ("3栋", "household"),
    ("3-2", "household"),
    ("2单元50", "household"),
    ("第三网格", "household"),
    ("网", "household"),
    ("独居", "household"),
    ("楼道灯不亮", "visit"),
    ("盼", "visit"),
    ("换楼", "appeal"),
    ("三楼 一周", "appeal"),
]


@pytest.mark.parametrize(("text", "what"), FOUND)
def test_found(book: Ledger, family: Family, text: str, what: str) -> None:
    wanted = getattr(family, what)
    assert book.search(text)[:1] == [Hit(wanted.id, what.replace("head", "resident"), family.household.id)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "ceng",
        "曾单",
        "灯楼道",
        "1234567",
        "0124",
        "3-2-502",
        '"',
        "'",
        "*",
        "AND",
        "OR NOT",
        "(",
        "%",
        "_",
        "😀",
    ],
)
def test_not_found_and_not_an_error(book: Ledger, family: Family, text: str) -> None:
    assert book.search(text) == []


def test_an_id_however_typed_is_found_first(book: Ledger, family: Family) -> None:
    for typed in (family.visit.id, family.visit.id.lower(), family.visit.id.replace("-", " ")):
        assert book.search(typed)[0].id == family.visit.id


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("曾样甲", "zengyangjia", "zyj"),
        ("单样甲", "shanyangjia", "syj"),
        ("仇样甲", "qiuyangjia", "qyj"),
        ("解样甲", "xieyangjia", "xyj"),
        ("区样甲", "ouyangjia", "oyj"),
        ("翟样甲", "zhaiyangjia", "zyj"),
        ("查样甲", "zhayangjia", "zyj"),
        ("员样甲", "yunyangjia", "yyj"),
        ("种样甲", "chongyangjia", "cyj"),
        ("缪样甲", "miaoyangjia", "myj"),
        ("么样甲", "yaoyangjia", "yyj"),
        ("朴样甲", "piaoyangjia", "pyj"),
        ("尉迟样", "yuchiyang", "ycy"),
        ("万俟样", "moqiyang", "mqy"),
        ("欧阳样", "ouyangyang", "oyy"),
        ("司马样", "simayang", "smy"),
        ("单于样", "chanyuyang", "cyy"),
        ("长孙样", "zhangsunyang", "zsy"),
        ("万样", "wanyang", "wy"),
        ("尉样", "weiyang", "wy"),
        ("单于", "shanyu", "sy"),
        ("吕样", "lvyang", "ly"),
        ("吕样", "luyang", "ly"),
        ("王乐", "wangle", "wl"),
        ("王乐", "wangyue", "wy"),
        ("买买提·样", "maimaitiyang", "mmty"),
        ("Anna样", "annayang", "annay"),
    ],
)
def test_names_are_read_as_people_read_them(name: str, full: str, initials: str) -> None:
    keys = name_keys(name)
    assert full in keys
    assert initials[0] in {key[0] for key in keys}
    assert initials in keys or name.startswith("Anna")


def test_a_name_without_any_reading_is_no_error() -> None:
    assert name_keys("") == ()
    assert name_keys("·") == ()


def test_exact_names_come_first_then_beginnings_then_texts(book: Ledger, family: Family) -> None:
    with book.change("录入") as tx:
        longer = tx.add(Resident(household=family.household.id, name="王小明明"))
        inside = tx.add(Resident(household=family.household.id, name="李样", notes="王小明的表弟"))
        exact = tx.add(Resident(household=family.household.id, name="王小明"))
        visit = tx.add(Visit(household=family.household.id, said="王小明不在家"))
        appeal = tx.add(Appeal(household=family.household.id, title="王小明的诉求"))
    wanted = [exact.id, longer.id, inside.id, appeal.id, visit.id]
    assert [hit.id for hit in book.search("王小明")] == wanted
    assert [hit.id for hit in book.search("王小明", limit=2)] == wanted[:2]
    assert book.search("王小明", limit=0) == []


def test_the_exact_door_comes_before_its_neighbours(book: Ledger, family: Family) -> None:
    with book.change("录入") as tx:
        tx.add_all([household(room=f"501{letter}") for letter in "ABC"])
    assert book.search("3-2-501")[0].id == family.household.id


def test_an_id_number_is_found_whole_and_by_its_end(book: Ledger, family: Family) -> None:
    number = "99010119900101123X"
    with book.change("录入") as tx:
        person = tx.add(Resident.model_construct(**{**dict(family.head), "id": "", "id_number": number}))
    for typed in (number, number.lower(), "123X", "123x"):
        assert book.search(typed)[0].id == person.id


def test_other_kinds_are_found_too(book: Ledger) -> None:
    with book.change("录入") as tx:
        contact = tx.add(Contact(name="翟样", organisation="某物业公司", phones=("13800000456",)))
        building = tx.add(Building(estate="样本苑", name="9", leader="员样"))
        rural = tx.add(Household(detail="样本村9组"))
    for typed in ("zhai", "zy", "物业", "0456", "翟样"):
        assert book.search(typed)[0] == Hit(contact.id, "contact", "")
    for typed in ("yuny", "9栋", "样本苑"):
        assert book.search(typed)[0] == Hit(building.id, "building", "")
    for typed in ("样本村9组", "样本村"):
        assert book.search(typed)[0] == Hit(rural.id, "household", rural.id)


def test_the_index_follows_edits_and_removals(book: Ledger, family: Family) -> None:
    with book.change("改名") as tx:
        tx.update(family.head.with_values({"name": "仇样", "phones": ("13800000789",)}))
    for typed in ("曾小单", "zeng", "zxd", "0123"):
        assert book.search(typed) == []
    for typed in ("仇样", "qiu", "0789"):
        assert [hit.id for hit in book.search(typed)] == [family.head.id]
    with book.change("删") as tx:
        tx.remove(family.head.id)
    assert book.search("仇样") == []
    assert book.check() == []


def test_rare_characters_are_found(book: Ledger, family: Family) -> None:
    with book.change("录入") as tx:
        person = tx.add(Resident(household=family.household.id, name="样𠮷䨼"))
    for typed in ("样𠮷䨼", "𠮷", "䨼"):
        assert [hit.id for hit in book.search(typed)] == [person.id]
