"""The words that stand most often, without names of people and places."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from minqing.ledger import Ledger
from minqing.work.matters import Hider, frequent_words, stop_words
from minqing.work.segment import counted
from tests.work.conftest import Family

ON = date(2026, 11, 19)


def words(ledger: Ledger, *, apart: bool = False) -> dict[str, int]:
    return dict(frequent_words(ledger, ON, apart=apart))


@pytest.fixture
def family(ledger: Ledger) -> Family:
    found = Family(ledger, street="新光路街道")
    found.member("欧阳立新")
    return found


def test_words_of_the_trade_stay_whole_and_are_counted_once_a_text(family: Family, ledger: Ledger) -> None:
    family.visit(ON, said="楼道口飞线充电，飞线充电怕起火，想装充电桩。")
    family.appeal(ON, title="盼装充电桩", text="飞线充电太多，请在车棚装充电桩。")
    found = words(ledger)
    assert found["充电桩"] == 2
    assert found["飞线充电"] == 2 or found["飞线"] == 2


def test_words_that_stand_in_one_text_only_are_left_out(family: Family, ledger: Ledger) -> None:
    family.visit(ON, said="问加装电梯的进展。")
    assert words(ledger) == {}


def test_names_do_not_show(family: Family, ledger: Ledger) -> None:
    said = "欧阳立新说新光路积水，立新还说生活桥小区的罗×和万福生来看过积水。"
    for _ in range(3):
        family.visit(ON, said=said, met=("万福生",), visitors=("罗×",))
    assert set(words(ledger)) == {"积水"}


def test_names_that_the_book_does_not_know_do_not_show_either() -> None:
    found = dict(counted(["王翠蓉家里漏水", "王翠蓉又说漏水", "上海和王建国"]))
    assert found["漏水"] == 2
    assert not {"王翠蓉", "翠蓉", "王建国", "上海"} & set(found)


def test_words_of_talk_are_left_out(family: Family, ledger: Ledger) -> None:
    for _ in range(2):
        family.visit(ON, said="住户反映希望尽快处理噪音。")
    assert set(words(ledger)) == {"噪音"}
    assert "反映" in stop_words()


def test_old_texts_do_not_count(family: Family, ledger: Ledger) -> None:
    for _ in range(2):
        family.visit(ON - timedelta(days=31), said="噪音很大。")
        family.visit(ON + timedelta(days=1), said="噪音很大。")
    assert words(ledger) == {}


def test_a_process_of_its_own_gives_the_same(family: Family, ledger: Ledger) -> None:
    for _ in range(2):
        family.visit(ON, said="噪音很大，电梯坏了。")
    assert words(ledger, apart=True) == words(ledger) != {}


def test_the_longest_name_is_hidden_first() -> None:
    assert Hider({"立新", "欧阳立新", "新光"}).hide("欧阳立新在新光路，立新好") == "，在，路，，好"
    assert Hider(()).hide("没有名字") == "没有名字"
