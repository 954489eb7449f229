"""add, set, history and undo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.cli.conftest import Run


def added(run: Run, book: Path, *arguments: object) -> Any:
    ran = run("add", book, *arguments, "--json")
    assert ran.status == 0, ran.err
    return ran.json


@pytest.fixture
def home(run: Run, book: Path) -> str:
    return str(added(run, book, "household", "门牌=9栋2单元501", "网格=第5网格")["id"])


def test_a_household_by_its_door(run: Run, book: Path, home: str) -> None:
    item = run("show", book, home, "--json").json
    fields = item["fields"]
    assert (fields["building"], fields["unit"], fields["room"]) == ("9", "2", "501")
    assert fields["estate"] == "生活桥小区", "the book knows where it is"
    assert item["revision"] == 1
    assert run("find", book, "9-2-501", "--json").json["results"][0]["id"] == home


def test_a_resident_by_label_alias_and_field_name(run: Run, book: Path, home: str) -> None:
    item = added(
        run, book, "居民", "姓名=贺兰×", "关系=户主", f"household={home.lower()}", "手机=16912345678",
        "重点人群=独居老人、低保",
    )  # fmt: skip
    fields = item["fields"]
    assert (fields["name"], fields["relation"], fields["household"]) == ("贺兰×", "户主", home)
    assert fields["phones"] == ["16912345678"]
    assert fields["care_groups"] == ["独居老人", "低保"]
    assert item["change"] > 0
    assert run("show", book, home).out.startswith("家庭 9栋2单元501 贺兰×（")


def test_a_visit(run: Run, book: Path, home: str) -> None:
    item = added(run, book, "visit", f"走访家庭={home}", "走访时间=2026-11-19 15:20", "走访结果=见面", "民情记录=都好")
    assert (item["fields"]["visited_on"], item["fields"]["visited_at"]) == ("2026-11-19", "15:20")
    assert run("history", book, "--json").json["changes"][0]["label"] == "记录走访 9栋2单元501"


def test_an_appeal_gets_its_number_and_deadline(run: Run, book: Path, home: str) -> None:
    item = added(run, book, "诉求", f"所在家庭={home}", "登记日期=2026-11-19", "主题=楼道灯不亮", "紧急程度=紧急")
    fields = item["fields"]
    assert item["kind"] == "appeal"
    assert fields["number"].startswith("11-")
    assert (fields["state"], fields["due_on"]) == ("待受理", "2026-11-23")


def test_building_and_contact(run: Run, book: Path) -> None:
    assert added(run, book, "building", "楼栋=9", "单元数=3")["fields"]["units"] == 3
    assert added(run, book, "力量", "姓名=冯×", "身份=物业")["fields"]["role"] == "物业"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["resident", "关系=户主"], "broken_rules", "“姓名”没有填"),
        (["resident", "姓名=王×", "手机=1234567"], "broken_rules", "“联系电话”"),
        (["resident", "姓名=王×", "星座=天蝎"], "unknown_field", "“居民”没有“星座”这一栏"),
        (["visit", "走访日期=2026-13-45"], "broken_rules", "“走访日期”"),
        (["visit", "走访日期=2026-11-19"], "broken_rules", "“走访家庭”没有填"),
        (["visit", "走访日期=2026-11-19", "走访家庭=H-000000-00000"], "record_missing", "H-000000-00000"),
        (["resident", "姓名"], "usage", "“姓名”应写成"),
        (["resident", "姓名=甲", "姓名=乙"], "usage", "写了两次"),
        (["宠物", "姓名=甲"], "unknown_kind", "宠物"),
        (["appeal", "登记日期=2026-11-19"], "broken_rules", "“反映诉求事项”没有填"),
    ],
)
def test_what_cannot_be_added(run: Run, book: Path, arguments: list[str], code: str, sentence: str) -> None:
    before = run("history", book, "--json").json
    ran = run("add", book, *arguments, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, code)
    assert sentence in ran.err
    assert run("history", book, "--json").json == before


def test_all_broken_rules_are_named_at_once(run: Run, book: Path) -> None:
    error = run("add", book, "resident", "姓名=王×", "手机=12", "身份证号=123", "--json").json["error"]
    assert [one["field"] for one in error["fields"]] == ["phones", "id_number"]


def test_a_reference_must_be_of_the_right_kind(run: Run, book: Path) -> None:
    person = run("list", book, "resident", "--json").json["items"][0]["id"]
    ran = run("add", book, "visit", "走访日期=2026-11-19", f"走访家庭={person}", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "record_missing")


def test_set_and_clear(run: Run, book: Path, home: str) -> None:
    item = run("set", book, home, "备注=养狗", "房屋性质=自住", "--json").json
    assert (item["fields"]["notes"], item["revision"]) == ("养狗", 2)
    cleared = run("set", book, home, "备注=", "--json").json
    assert (cleared["fields"]["notes"], cleared["fields"]["house_type"]) == ("", "自住")


def test_set_to_what_it_is_writes_nothing(run: Run, book: Path, home: str) -> None:
    item = run("set", book, home, "网格=第5网格", "--json").json
    assert (item["change"], item["revision"]) == (None, 1)


def test_set_refuses_what_breaks_a_rule(run: Run, book: Path, home: str) -> None:
    person = added(run, book, "resident", "姓名=甲", f"household={home}")["id"]
    ran = run("set", book, person, "姓名=", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "broken_rules")
    assert run("show", book, person, "--json").json["fields"]["name"] == "甲"


def test_history_of_a_record_says_what_changed(run: Run, book: Path, home: str) -> None:
    run("set", book, home, "备注=养狗")
    newest, oldest = run("history", book, "--id", home, "--json").json["changes"]
    assert newest["entries"] == [{"field": "notes", "before": "", "after": "养狗", "declined": False}]
    assert {"id", "label", "who", "at", "source", "added", "updated", "removed", "undone_by", "undoes"} <= oldest.keys()
    assert "备注" in run("history", book, "--id", home).out


def test_history_of_the_book_and_of_nothing(run: Run, book: Path) -> None:
    changes = run("history", book, "--json").json["changes"]
    assert changes[-1]["label"] == "建立样本账本"
    assert "entries" not in changes[0]
    assert run("history", book, "--id", "H-000000-00000", "--json").json["error"]["code"] == "record_missing"


def test_history_masks_numbers_for_people(run: Run, book: Path) -> None:
    person = run("list", book, "resident", "--json").json["items"][0]["id"]
    run("set", book, person, "手机=16912345678；16987654321")
    shown = run("history", book, "--id", person).out
    assert "16912345678" not in shown
    assert "169****5678" in shown


def test_undo_the_last_change_and_undo_that(run: Run, book: Path, home: str) -> None:
    change = run("set", book, home, "备注=养狗", "--json").json["change"]
    undone = run("undo", book, "--json")
    assert undone.status == 0
    assert (undone.json["undone"], undone.json["kept"]) == (change, [])
    assert run("show", book, home, "--json").json["fields"]["notes"] == ""
    run("undo", book, undone.json["change"])
    assert run("show", book, home, "--json").json["fields"]["notes"] == "养狗"


def test_undo_keeps_what_was_edited_since(run: Run, book: Path, home: str) -> None:
    first = run("set", book, home, "备注=养狗", "--json").json["change"]
    run("set", book, home, "备注=养两只狗")
    ran = run("undo", book, first, "--json")
    assert ran.status == 1
    (kept,) = ran.json["kept"]
    assert (kept["record_id"], kept["field"]) == (home, "notes")
    assert run("show", book, home, "--json").json["fields"]["notes"] == "养两只狗"


def test_undo_of_an_unknown_change(run: Run, book: Path) -> None:
    ran = run("undo", book, 9999, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "nothing_to_undo")
