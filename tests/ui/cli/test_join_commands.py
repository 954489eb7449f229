"""Finding and joining what was entered twice, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.ui.cli.conftest import PASSWORD, Run


@pytest.fixture
def twice(book: Path) -> tuple[Resident, Resident]:
    """Two entries of one person, each in a household of its own behind one door."""
    with Ledger.open(book, PASSWORD) as ledger, ledger.change("建档") as tx:
        one, other = (tx.add(Household(building="77", room="501")) for _ in range(2))
        same = {"name": "谢玉兰", "relation": "户主", "phones": ("16900000107",)}
        keep = tx.add(Resident.model_validate({**same, "household": one.id, "work": "甲厂"}))
        gone = tx.add(Resident.model_validate({**same, "household": other.id, "work": "乙厂", "education": "初中"}))
    return keep, gone


def test_duplicates_are_listed_with_reasons(run: Run, book: Path, twice: tuple[Resident, Resident]) -> None:
    ran = run("duplicates", book)
    assert ran.status == 0
    assert "姓名相同，门牌相同，电话相同" in ran.out
    pairs = run("duplicates", book, "--json").json["pairs"]
    (person,) = [one for one in pairs if one["first"] == twice[0].id]
    assert person == {
        "kind": "resident",
        "first": twice[0].id,
        "second": twice[1].id,
        "labels": ["谢玉兰 77栋501", "谢玉兰 77栋501"],
        "reasons": ["姓名相同", "门牌相同", "电话相同"],
        "sure": False,
    }
    assert {one["kind"] for one in pairs} == {"resident", "household"}


def test_no_duplicates(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "空.mqb", "--owner", "罗×", "--street", "新光路街道", "--community", "生活桥社区")
    assert run("duplicates", tmp_path / "空.mqb").out == "没有像是重复登记的人和户。\n"


def test_two_residents(run: Run, book: Path, twice: tuple[Resident, Resident]) -> None:
    keep, gone = twice
    joined = run("join", book, keep.id.lower(), gone.id, "--take", "工作单位=gone", "--json").json
    assert (joined["id"], joined["gone"], joined["fields"]["work"]) == (keep.id, gone.id, "乙厂")
    assert joined["fields"]["education"] == "初中"
    assert {one["field"]: one["taken"] for one in joined["differences"]} == {
        "household": "keep",
        "work": "gone",
        "education": "gone",
    }
    shown = run("show", book, gone.id, "--json")
    assert shown.json["id"] == keep.id
    assert f"{gone.id} 已并入 {keep.id}" in shown.err
    assert run("undo", book, joined["change"]).status == 0
    assert run("show", book, gone.id, "--json").json["fields"]["work"] == "乙厂"


def test_two_households_and_those_who_are_in_both(run: Run, book: Path, twice: tuple[Resident, Resident]) -> None:
    keep, gone = (one.household for one in twice)
    ran = run("join", book, keep, gone, "--people")
    assert ran.status == 0
    assert f"已并入：家庭 77栋501 谢玉兰（{gone}）。1 口人一起过来了。" in ran.out
    people = [
        one for one in run("list", book, "resident", "--json").json["items"] if one["fields"]["household"] == keep
    ]
    assert [one["id"] for one in people] == [twice[0].id]


def test_who_stays_head(run: Run, book: Path, twice: tuple[Resident, Resident]) -> None:
    keep, gone = (one.household for one in twice)
    run("join", book, keep, gone, "--head", twice[1].id)
    assert run("show", book, twice[0].id, "--json").json["fields"]["relation"] == ""
    assert run("show", book, twice[1].id, "--json").json["fields"]["relation"] == "户主"


def test_what_cannot_be_joined(run: Run, book: Path, twice: tuple[Resident, Resident]) -> None:
    keep, gone = twice
    assert run("join", book, keep.id, keep.household, "--json").json["error"]["code"] == "cannot_join"
    assert run("join", book, keep.id, keep.id).status == 2
    assert run("join", book, keep.id, gone.id, "--take", "工作单位", "--json").json["error"]["code"] == "usage"
    assert run("join", book, keep.id, gone.id, "--take", "星座=gone", "--json").json["error"]["code"] == "unknown_field"
    assert run("join", book, keep.id, "R-7K3QX2-00185", "--json").json["error"]["code"] == "record_missing"
    visit = run("list", book, "visit", "--json").json["items"][0]["id"]
    assert "只有居民和家庭" in run("join", book, visit, visit).err
