"""import: what a sheet that comes back does to the book, and how that is said."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.ui.cli.conftest import WEEK, Ran, Run, edit

KEYS = {
    "file", "sheet", "form", "rows", "new", "updated", "unchanged", "conflicts", "doubtful", "errors",
    "unrecognised_columns", "change",
}  # fmt: skip


@pytest.fixture
def appeal(run: Run, book: Path) -> dict[str, Any]:
    """What a household asked for during a visit of that week."""
    home = run("list", book, "household", "--json").json["items"][0]["id"]
    visit = run("add", book, "visit", f"走访家庭={home}", "走访日期=2026-11-19", "走访记录=都好", "--json").json["id"]
    filled = (f"所在家庭={home}", f"走访={visit}", "登记日期=2026-11-19", "主题=楼道灯不亮", "责任人=物业 冯×")
    return dict(run("add", book, "appeal", *filled, "--json").json)


@pytest.fixture
def sent(run: Run, book: Path, tmp_path: Path, appeal: dict[str, Any]) -> Path:
    """The weekly sheet as it went to the street office."""
    path = tmp_path / "周报.xlsx"
    assert run("export", book, "民情台账", "--to", path, "--week", WEEK, "--partner", "街道办").status == 0
    return path


def field(run: Run, book: Path, record: dict[str, Any], name: str) -> Any:
    return run("show", book, record["id"], "--json").json["fields"][name]


def write(path: Path, *rows: tuple[str | int, ...]) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in rows:
        sheet.append(row)
    workbook.save(path)
    return path


RESIDENTS = ("姓名", "与户主关系", "性别", "身份证号", "联系电话", "居住地址", "饲养宠物")


def family(path: Path, *people: tuple[str, ...]) -> Path:
    return write(path, RESIDENTS, *people)


def test_untouched_sheet_is_nothing(run: Run, book: Path, sent: Path) -> None:
    ran = run("import", book, sent, "--json")
    report = ran.json
    assert ran.status == 0
    assert report.keys() >= KEYS
    assert (report["new"], report["updated"], report["change"]) == ({}, {}, None)
    assert report["unchanged"] == report["rows"] > 0
    (sheet,) = report["sheets"]
    assert sheet.keys() >= KEYS
    assert {key: sheet[key] for key in KEYS} == {key: report[key] for key in KEYS}
    assert (sheet["form"], sheet["partner"]) == ("民情台账", "街道办")


def test_an_edit_comes_in_and_can_be_undone(run: Run, book: Path, sent: Path, appeal: dict[str, Any]) -> None:
    returned = edit(sent, {(appeal["id"], "责任人"): "街道 市政所"})
    ran = run("import", book, returned)
    assert ran.status == 0
    assert "已导入：更新 诉求 1 条。" in ran.out
    assert field(run, book, appeal, "handler") == "街道 市政所"
    change = ran.out.strip().rsplit(" ", 1)[1]
    assert f"撤销：minqing undo {book} {change}" in ran.out
    assert run("undo", book, change).status == 0
    assert field(run, book, appeal, "handler") == "物业 冯×"


def test_dry_run_says_the_same_and_does_nothing(run: Run, book: Path, sent: Path, appeal: dict[str, Any]) -> None:
    returned = edit(sent, {(appeal["id"], "责任人"): "街道 市政所"})
    before = run("history", book, "--json").json
    planned = run("import", book, returned, "--dry-run", "--json").json
    assert run("history", book, "--json").json == before
    done = run("import", book, returned, "--json").json
    assert planned["change"] is None
    assert (
        (planned["updated"], planned["unchanged"])
        == (done["updated"], done["unchanged"])
        == ({"appeal": 1}, done["rows"] - 1)
    )
    assert "试导" in run("import", book, returned, "--dry-run").out


@pytest.fixture
def clash(run: Run, book: Path, sent: Path, appeal: dict[str, Any]) -> Path:
    """A returned sheet with a cell that was changed in the book, too."""
    run("set", book, appeal["id"], "责任人=本机")
    return edit(sent, {(appeal["id"], "责任人"): "来表"})


def test_a_conflict_is_parked(run: Run, book: Path, clash: Path, appeal: dict[str, Any]) -> None:
    ran = run("import", book, clash, "--json")
    assert ran.status == 1
    (found,) = ran.json["conflicts"]
    assert (found["id"], found["field"]) == (appeal["id"], "handler")
    assert (found["base"], found["ours"], found["theirs"]) == ("物业 冯×", "本机", "来表")
    assert isinstance(found["row"], int)
    assert field(run, book, appeal, "handler") == "本机"
    assert run("import", book, clash, "--json").status == 1, "it waits until somebody decides"


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_conflicts_decided_alike(run: Run, book: Path, clash: Path, appeal: dict[str, Any], choice: str) -> None:
    ran = run("import", book, clash, "--on-conflict", choice, "--json")
    assert ran.status == 0
    assert (ran.json["conflicts"], ran.json["decided"][0]["choice"]) == ([], choice)
    assert field(run, book, appeal, "handler") == {"ours": "本机", "theirs": "来表"}[choice]
    assert run("import", book, clash, "--json").json["change"] is None


def test_a_conflict_is_shown_with_all_three_values(run: Run, book: Path, clash: Path) -> None:
    out = run("import", book, clash, "--dry-run").out
    assert "冲突“责任人”：原值" in out
    assert re.search(r"／本机 本机（.+，\d{4}-\d\d-\d\d \d\d:\d\d）／来表 来表", out)


def test_new_people_errors_and_columns_nobody_knows(run: Run, book: Path, tmp_path: Path) -> None:
    sheet = family(
        tmp_path / "居民.xlsx",
        ("甲×", "户主", "男", "", "16900000001", "生活桥小区8栋1单元101", "一只猫"),
        ("乙×", "妻", "女", "99010119800101002", "16900000002", "生活桥小区8栋1单元101", ""),
    )
    ran = run("import", book, sheet, "--json")
    report = ran.json
    assert ran.status == 1
    assert report["new"]["household"] == 1
    assert report["unrecognised_columns"] == ["饲养宠物"]
    (error,) = report["errors"]
    assert (error["sheet"], error["cell"]) == ("Sheet", "D3")
    person = run("find", book, "甲×", "--json").json["results"][0]
    assert run("show", book, person["id"], "--json").json["extra"] == {"饲养宠物": "一只猫"}
    assert "Sheet!D3 " in run("import", book, sheet).out


def test_rejects_carry_the_bad_rows_with_comments(run: Run, book: Path, tmp_path: Path) -> None:
    sheet = family(
        tmp_path / "居民.xlsx",
        ("甲×", "户主", "男", "", "16900000001", "生活桥小区8栋1单元101", ""),
        ("乙×", "户主", "女", "99010119800101002", "1690000", "生活桥小区8栋1单元102", "=1+1"),
    )
    rejects = tmp_path / "退回.xlsx"
    ran = run("import", book, sheet, "--rejects", rejects)
    assert f"要人来定的 1 行标在“{rejects}”里" in ran.out
    written = openpyxl.load_workbook(rejects)["Sheet"]
    header, good, row = written.iter_rows()
    assert [cell.value for cell in header] == list(RESIDENTS)
    assert {cell.font.color.rgb for cell in good if cell.font.color} == {"FF9AA0A6"}
    assert [cell.value for cell in row][:4] == ["乙×", "户主", "女", "99010119800101002"]
    assert [cell.coordinate for cell in row if cell.comment] == ["D3", "E3"]
    assert row[3].comment is not None
    assert "身份证号" in row[3].comment.text


def test_rejects_when_all_is_well(run: Run, book: Path, sent: Path, tmp_path: Path) -> None:
    ran = run("import", book, sent, "--rejects", tmp_path / "退回.xlsx")
    assert ran.status == 0
    assert not (tmp_path / "退回.xlsx").exists()


def test_rejects_that_cannot_be_written_leave_the_book_alone(run: Run, book: Path, tmp_path: Path) -> None:
    sheet = family(tmp_path / "居民.xlsx", ("甲×", "户主", "男", "1", "16900000001", "生活桥小区8栋1单元101", ""))
    before = run("history", book, "--json").json
    ran = run("import", book, sheet, "--rejects", sheet / "退回.xlsx", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "cannot_write")
    assert run("history", book, "--json").json == before


def test_same_door_another_head_is_doubtful(run: Run, book: Path, tmp_path: Path) -> None:
    homes = run("list", book, "household", "--json").json["items"]
    home = next(one for one in homes if one["fields"]["house_type"] == "自住")["fields"]
    door = f"{home['building']}栋{home['unit']}单元{home['room']}"
    visits = write(
        tmp_path / "走访.xlsx",
        ("序号", "走访日期", "小区", "门牌", "户主", "走访记录"),
        (1, "2026-11-19", home["estate"], door, "另一家", "都好"),
    )
    ran = run("import", book, visits, "--json")
    assert ran.status == 1
    (doubt,) = ran.json["doubtful"]
    assert (doubt["row"], doubt["reason"]) == (2, "门牌相同，户主不同")
    assert doubt["candidates"][0]["id"].startswith("H-")
    assert "待定：门牌相同，户主不同" in run("import", book, visits).out


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "收到的表"
    folder.mkdir()
    for number, name in enumerate(("甲×", "乙×"), 1):
        family(
            folder / f"{number}.xlsx",
            (name, "户主", "男", "", f"1690000000{number}", f"生活桥小区8栋1单元10{number}", ""),
        )
    (folder / "~$1.xlsx").touch()
    (folder / "说明.docx").touch()
    return folder


def test_a_folder_is_one_change(run: Run, book: Path, tmp_path: Path) -> None:
    report = run("import", book, folder_of(tmp_path), "--json").json
    assert [Path(one["file"]).name for one in report["sheets"]] == ["1.xlsx", "2.xlsx"]
    assert (report["rows"], report["new"]["household"]) == (2, 2)
    assert {one["change"] for one in report["sheets"]} == {report["change"]}
    run("undo", book, report["change"])
    assert run("find", book, "甲×", "--json").json["results"] == []


def test_a_pattern_that_the_shell_left_alone(run: Run, book: Path, tmp_path: Path) -> None:
    assert run("import", book, folder_of(tmp_path) / "*.xlsx", "--json").json["rows"] == 2


def test_one_unreadable_file_among_several(run: Run, book: Path, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (folder / "0坏.xlsx").write_bytes(b"%PDF-1.7")
    ran = run("import", book, folder, "--json")
    assert ran.status == 1
    (error,) = ran.json["errors"]
    assert (error["sheet"], error["cell"], error["code"]) == ("0坏.xlsx", "", "unreadable_sheet")
    assert ran.json["new"]["household"] == 2
    assert "读不了“0坏.xlsx”" in run("import", book, folder).out


def not_done(ran: Ran, code: str) -> bool:
    return (ran.status, ran.json["error"]["code"]) == (2, code)


def test_what_cannot_be_imported_at_all(run: Run, book: Path, sent: Path, tmp_path: Path) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"%PDF-1.7")
    (tmp_path / "空文件夹").mkdir()
    before = run("history", book, "--json").json
    assert not_done(run("import", book, bad, "--json"), "unreadable_sheet")
    assert not_done(run("import", book, tmp_path / "没有.xlsx", "--json"), "sheet_file_missing")
    assert not_done(run("import", book, tmp_path / "空文件夹", "--json"), "usage")
    assert not_done(run("import", book, sent, "--form", "没有的表", "--json"), "unknown_form")
    assert not_done(run("import", book, sent, "--sheet", "没有的页", "--json"), "worksheet_missing")
    assert run("history", book, "--json").json == before


def test_form_and_sheet_can_be_named(run: Run, book: Path, sent: Path) -> None:
    report = run("import", book, sent, "--form", "weekly", "--sheet", "民情台账", "--json").json
    assert [one["form"] for one in report["sheets"]] == ["民情台账"]


def test_the_partner_that_is_named_counts(run: Run, book: Path, sent: Path, appeal: dict[str, Any]) -> None:
    run("set", book, appeal["id"], "责任人=本机")
    copy = shutil.copy(sent, sent.with_name("另一份.xlsx"))
    kept = run("import", book, copy, "--json").json
    assert (kept["partner"], kept["conflicts"]) == ("街道办", [])
    other = run("import", book, copy, "--partner", "区民政局", "--dry-run", "--json").json
    assert (other["partner"], other["conflicts"][0]["base"]) == ("区民政局", None)


def test_neither_the_book_nor_the_sheet_is_written_over(run: Run, book: Path, tmp_path: Path) -> None:
    sheet = family(tmp_path / "居民.xlsx", ("甲×", "户主", "男", "1", "16900000001", "生活桥小区8栋1单元101", ""))
    before = book.read_bytes(), sheet.read_bytes()
    for target in (book, sheet, tmp_path / "退回.csv", tmp_path / "另一本.mqb"):
        ran = run("import", book, sheet, "--rejects", target)
        assert (ran.status, ran.out) == (2, "")
        assert "账本没有改动" in ran.err
    assert (book.read_bytes(), sheet.read_bytes()) == before


def test_a_row_that_lacks_only_its_bad_cell_is_said_to_be_in(run: Run, book: Path, tmp_path: Path) -> None:
    sheet = family(tmp_path / "居民.xlsx", ("甲×", "户主", "男", "1", "16900000001", "生活桥小区8栋1单元101", ""))
    out = run("import", book, sheet).out
    assert "有误的行里有 1 行只空着上面指出的格子，其余内容已导入。" in out


def test_a_sheet_in_the_place_of_the_book_is_told_from_a_damaged_book(run: Run, book: Path, sent: Path) -> None:
    ran = run("import", sent, book)
    assert ran.status == 2
    assert "是表格，不是账本" in ran.err
