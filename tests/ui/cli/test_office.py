"""The office on the command line: many sheets at once, the roll, one workbook of all, an answer to each."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ui.cli.conftest import PASSWORD, WEEK, Run, edit

STREET = "新光路街道"
PEOPLE = (("王×", "生活桥社区"), ("李×", "桥头社区"), ("赵×", "和安社区"))


def laptop(folder: Path, number: int, owner: str, community: str, *, street: str = STREET) -> Path:
    """A book with two homes of its own, each visited in week 47, the first with an appeal."""
    path = folder / f"{owner}{number}.mqb"
    profile = Profile(owner=owner, street=street, community=community, estate=f"{community[:2]}小区")
    with Ledger.create(path, PASSWORD, profile) as ledger, ledger.change("建档") as tx:
        for room in (101, 102):
            home = Household(street=street, community=community, estate=profile.estate, building=str(number))
            home = tx.add(home.with_values({"room": str(room), "situation": "2 人"}))
            tx.add(Resident(household=home.id, name=f"范立{room}", relation="户主"))
            visit = tx.add(Visit(household=home.id, visited_on=date(2026, 11, 18), visitors=(owner,), result="见面"))
            if room == 101:
                tx.add(
                    Appeal(
                        household=home.id,
                        visit=visit.id,
                        registered_on=visit.visited_on,
                        title=f"楼道灯不亮 {number}",
                        state="办理中",
                    )
                )
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "街道办.mqb"
    Ledger.create(path, PASSWORD, Profile(owner="陈×", street=STREET, community="")).close()
    return path


@pytest.fixture
def laptops(tmp_path: Path) -> list[Path]:
    return [laptop(tmp_path, number, *who) for number, who in enumerate(PEOPLE, 1)]


@pytest.fixture
def inbox(tmp_path: Path, run: Run, laptops: list[Path]) -> Path:
    """The weekly sheets of three laptops in one folder."""
    folder = tmp_path / "收表"
    folder.mkdir()
    for book in laptops:
        target = folder / f"周报{book.stem}.xlsx"
        assert run("export", book, "民情台账", "--to", target, "--week", WEEK, "--partner", "街道办").status == 0
    return folder


def standing(report: dict[str, Any]) -> dict[str, tuple[str, str]]:
    return {one["file"]: (one["sender"], one["standing"]) for one in report["roll"]}


def appeal_titled(book: Path, title: str) -> Appeal:
    with Ledger.open(book, PASSWORD) as ledger:
        return next(one for one in ledger.records(Appeal) if one.title == title)


def test_a_folder_is_one_import_with_a_roll(run: Run, office: Path, inbox: Path) -> None:
    ran = run("import", office, inbox, "--json")
    assert ran.status == 0, ran.err
    report = ran.json
    assert (report["new"]["visit"], report["new"]["appeal"], report["absent"]) == (6, 3, [])
    assert standing(report) == {
        "周报王×1.xlsx": ("王×", "新交"),
        "周报李×2.xlsx": ("李×", "新交"),
        "周报赵×3.xlsx": ("赵×", "新交"),
    }
    first = report["roll"][0]
    assert (first["rows"], first["counts"]["new"], first["period"], first["taken"]) == (2, 2, "2026年第47周", True)
    assert {sheet["partner"] for sheet in report["sheets"]} == {"王×", "李×", "赵×"}
    again = run("import", office, inbox, "--json")
    assert again.json["change"] is None
    assert {one["standing"] for one in again.json["roll"]} == {"重复"}


def test_what_came_twice_from_elsewhere_or_broken_is_said(run: Run, office: Path, inbox: Path, tmp_path: Path) -> None:
    shutil.copy(inbox / "周报王×1.xlsx", inbox / "周报王×1(1).xlsx")
    (inbox / "和安社区周报.xlsx").write_bytes(b"PK no workbook")
    stranger = laptop(tmp_path, 9, "钱×", "江边社区", street="江边街道")
    run("export", stranger, "民情台账", "--to", inbox / "钱×.xlsx", "--week", WEEK)
    ran = run("import", office, inbox, "--json")
    found = standing(ran.json)
    assert ran.status == 1
    assert sorted(one for _, one in found.values()) == ["别处的", "新交", "新交", "新交", "读不了", "重复"]
    assert found["钱×.xlsx"] == ("钱×", "别处的")
    assert found["和安社区周报.xlsx"] == ("和安社区", "读不了")
    assert ran.json["new"]["visit"] == 6
    alone = run("import", office, inbox / "钱×.xlsx", "--json")
    assert alone.json["new"]["visit"] == 2
    assert [one["standing"] for one in alone.json["roll"]] == ["别处的"]


def test_who_is_missing_is_named(run: Run, office: Path, inbox: Path, laptops: list[Path], tmp_path: Path) -> None:
    assert run("import", office, inbox).status == 0
    later = tmp_path / "下周"
    later.mkdir()
    for book in laptops[:2]:
        run(
            "export", book, "民情台账", "--to", later / f"{book.stem}.xlsx", "--week", "2026-W48", "--partner", "街道办"
        )
    ran = run("import", office, later, "--json")
    assert [(one["sender"], one["last_period"]) for one in ran.json["absent"]] == [("赵×", "2026年第47周")]
    said = run("import", office, later).out
    assert "已交 2 家 · 未交 1 家：赵×（上次 2026年第47周）" in said


def test_an_older_copy_is_said_and_undoes_nothing(run: Run, office: Path, inbox: Path, laptops: list[Path]) -> None:
    old = inbox.parent / "旧.xlsx"
    shutil.move(inbox / "周报王×1.xlsx", old)
    book = laptops[0]
    run("set", book, appeal_titled(book, "楼道灯不亮 1").id, "责任人=物业 冯×")
    new = inbox.parent / "新.xlsx"
    run("export", book, "民情台账", "--to", new, "--week", WEEK, "--partner", "街道办")
    both = run("import", office, old, new, "--dry-run", "--json")
    assert standing(both.json) == {"旧.xlsx": ("王×", "旧表"), "新.xlsx": ("王×", "新交")}
    assert both.json["rows"] == 2
    assert run("import", office, new).status == 0
    late = run("import", office, old, "--json")
    assert standing(late.json) == {"旧.xlsx": ("王×", "旧表")}
    assert late.json["updated"] == {}
    assert appeal_titled(office, "楼道灯不亮 1").handler == "物业 冯×"


def test_all_rows_in_one_workbook_say_whose_they_are(run: Run, office: Path, inbox: Path, tmp_path: Path) -> None:
    run("import", office, inbox)
    path = tmp_path / "汇总.xlsx"
    ran = run("export", office, "民情台账", "--to", path, "--week", WEEK, "--by-sender", "--json")
    assert (ran.status, ran.json["rows"], ran.json["senders"]) == (0, 6, 3)
    rows = [[str(cell or "") for cell in row] for row in openpyxl.load_workbook(path)["民情台账"].values]
    head = next(row for row in rows if "序号" in row)
    assert head[:2] == ["序号", "报送人"]
    assert [row[1] for row in rows if row[0].isdecimal()] == ["李×", "李×", "王×", "王×", "赵×", "赵×"]


def test_replies_show_each_sender_what_the_office_said(
    run: Run, office: Path, inbox: Path, laptops: list[Path], tmp_path: Path
) -> None:
    run("import", office, inbox)
    mine = appeal_titled(laptops[0], "楼道灯不亮 1")
    run("set", office, mine.id, "办理状态=已吹哨", "责任人=市政所", "街道回复=本周内换灯")
    replies = tmp_path / "回复"
    ran = run("export", office, "民情台账", "--to", replies, "--week", WEEK, "--replies", "--json")
    assert (ran.status, [(one["sender"], one["rows"]) for one in ran.json["replies"]]) == (
        0,
        [("李×", 2), ("王×", 2), ("赵×", 2)],
    )
    files = {one["sender"]: Path(one["file"]) for one in ran.json["replies"]}
    run("set", laptops[0], mine.id, "解决办法=先装临时灯")
    got = run("import", laptops[0], files["王×"], "--json")
    assert (got.status, got.json["updated"], got.json["conflicts"]) == (0, {"appeal": 1}, [])
    now = appeal_titled(laptops[0], mine.title)
    assert (now.state, now.handler, now.reply, now.solution) == ("已吹哨", "市政所", "本周内换灯", "先装临时灯")
    assert run("import", laptops[1], files["李×"], "--json").json["updated"] == {}
    untouched = run("import", office, files["李×"], "--json")
    assert untouched.json["updated"] == {}


def test_a_sheet_that_crossed_the_reply_does_not_undo_it(
    run: Run, office: Path, inbox: Path, laptops: list[Path], tmp_path: Path
) -> None:
    run("import", office, inbox)
    mine = appeal_titled(laptops[0], "楼道灯不亮 1")
    run("set", office, mine.id, "责任人=市政所")
    run("export", office, "民情台账", "--to", tmp_path / "回复", "--week", WEEK, "--replies")
    crossing = tmp_path / "补交.xlsx"
    run("set", laptops[0], mine.id, "解决办法=先装临时灯")
    run("export", laptops[0], "民情台账", "--to", crossing, "--week", WEEK, "--partner", "街道办")
    ran = run("import", office, crossing, "--json")
    assert (ran.status, ran.json["conflicts"]) == (0, [])
    now = appeal_titled(office, mine.title)
    assert (now.handler, now.solution) == ("市政所", "先装临时灯")


def test_an_answer_edited_on_paper_s_way_back_comes_in(run: Run, office: Path, inbox: Path, tmp_path: Path) -> None:
    run("import", office, inbox)
    replies = tmp_path / "回复"
    run("export", office, "民情台账", "--to", replies, "--week", WEEK, "--replies")
    (answer,) = replies.glob("*王×*")
    back = edit(answer, {("楼道灯不亮 1", "责任人"): "物业 冯×"})
    ran = run("import", office, back, "--json")
    assert (ran.status, ran.json["updated"]) == (0, {"appeal": 1})


def test_wrong_ways_are_refused(run: Run, office: Path, tmp_path: Path) -> None:
    assert run("export", office, "民情台账", "--to", tmp_path, "--replies", "--by-sender").status == 2
    assert run("export", office, "民情台账", "--to", tmp_path, "--replies", "--partner", "王×").status == 2
    assert run("export", office, "民情台账", "--to", tmp_path / "一.xlsx", "--replies").status == 2
    ran = run("export", office, "民情台账", "--to", tmp_path, "--replies", "--all")
    assert (ran.status, "还没有收到过谁" in ran.err) == (2, True)


def test_what_came_before_is_not_listed_a_second_time(
    run: Run, office: Path, inbox: Path, laptops: list[Path], tmp_path: Path
) -> None:
    late = tmp_path / "迟.xlsx"
    shutil.move(inbox / f"周报{laptops[2].stem}.xlsx", late)
    run("import", office, inbox)
    shutil.move(late, inbox / "周报.xlsx")
    ran = run("import", office, inbox, "--json")
    assert sorted(one["standing"] for one in ran.json["roll"]) == ["新交", "重复", "重复"]
    with Ledger.open(office, PASSWORD) as ledger:
        assert sorted(one.partner for one in ledger.exchanges()) == sorted(owner for owner, _ in PEOPLE)
