"""A folder with faulty sheets of every sort: each of their senders gets back something that he can act on."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest

from exports.workbook import encrypted
from minqing.ledger import Ledger, Profile
from tests.ui.cli.conftest import PASSWORD, WEEK, Run
from tests.ui.cli.test_office import STREET, laptop

PEOPLE = ("王×", "李×", "赵×", "钱×", "孙×", "周×")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "街道办.mqb"
    Ledger.create(path, PASSWORD, Profile(owner="陈×", street=STREET, community="")).close()
    return path


def hurt(path: Path, cells: dict[tuple[int, str], str]) -> None:
    """Put texts into cells, by row and header, as somebody does in another program."""
    book = openpyxl.load_workbook(path)
    sheet = book["民情台账"]
    head = {str(cell.value): cell.column or 0 for cell in sheet[3] if cell.value}
    for (row, header), text in cells.items():
        sheet.cell(row, head[header]).value = text
    book.save(path)


@pytest.fixture
def inbox(tmp_path: Path, run: Run) -> Path:
    """One good sheet, and one each that is broken, locked, from elsewhere, with wrong rows, and come twice."""
    folder = tmp_path / "收表"
    folder.mkdir()
    sheets = {}
    for number, owner in enumerate(PEOPLE, 1):
        street = "江边街道" if owner == "钱×" else STREET
        book = laptop(tmp_path, number, owner, f"第{number}社区", street=street)
        sheets[owner] = folder / f"{number:02}-{owner}.xlsx"
        ran = run("export", book, "民情台账", "--to", sheets[owner], "--week", WEEK, "--partner", "街道办")
        assert ran.status == 0
    sheets["李×"].write_bytes(sheets["李×"].read_bytes()[:3000])
    sheets["赵×"].write_bytes(encrypted(sheets["赵×"].read_bytes(), "别人不知道"))
    hurt(sheets["孙×"], {(4, "走访日期"): "2026.13.8", (5, "联系电话"): "1380000"})
    shutil.copy(sheets["周×"], folder / "周×又一份.xlsx")
    return folder


def slip(path: Path) -> list[tuple[str, ...]]:
    """The lines of a 退回说明, below its head."""
    rows = openpyxl.load_workbook(path)["退回说明"].iter_rows(min_row=5, values_only=True)
    return [tuple(str(cell or "") for cell in row[1:]) for row in rows]


def test_each_of_five_faulty_senders_gets_something_to_act_on(
    run: Run, office: Path, inbox: Path, tmp_path: Path
) -> None:
    back = tmp_path / "回复"
    back.mkdir()
    ran = run("import", office, inbox, "--rejects", back, "--json")
    assert ran.status == 1, ran.err
    assert {(one["sender"], Path(one["file"]).name) for one in ran.json["returned"]} == {
        ("李×", "退回说明_李×.xlsx"),
        ("赵×", "退回说明_赵×.xlsx"),
        ("钱×", "退回说明_钱×.xlsx"),
        ("孙×", "退回说明_孙×.xlsx"),
        ("孙×", "退回_05-孙×.xlsx"),
        ("周×", "退回说明_周×.xlsx"),
    }
    assert run("export", office, "民情台账", "--to", back, "--week", WEEK, "--replies").status == 0
    names = {path.name for path in back.iterdir()}
    assert {"回复_孙×_民情台账_2026年第47周.xlsx", "退回_05-孙×.xlsx", "退回说明_孙×.xlsx"} <= names
    ((file, _, wrong, way, until),) = slip(back / "退回说明_李×.xlsx")
    assert (file, wrong[:5]) == ("02-李×.xlsx", "文件打不开")
    assert "另存为 .xlsx 再交一次" in way
    assert "11月20日" in until
    assert "取消打开密码" in slip(back / "退回说明_赵×.xlsx")[0][3]
    ((_, sheet, wrong, way, _),) = slip(back / "退回说明_钱×.xlsx")
    assert (sheet, wrong) == ("民情台账", "表头写的是江边街道第4社区，不归我们收，没有收")
    assert way.startswith("请交给江边街道第4社区")
    ((file, _, wrong, way, until),) = slip(back / "退回说明_周×.xlsx")
    assert (file, way[:4], until) == ("周×又一份.xlsx", "不用再交", "")


def test_the_one_with_wrong_rows_mends_his_copy_and_is_done(
    run: Run, office: Path, inbox: Path, tmp_path: Path
) -> None:
    back = tmp_path / "退回"
    back.mkdir()
    first = run("import", office, inbox, "--rejects", back, "--json").json
    assert first["new"]["visit"] == 5
    ((_, _, wrong, way, _),) = slip(back / "退回说明_孙×.xlsx")
    assert wrong.startswith("2 处有误：B4 日期无法识别：2026.13.8")
    assert "退回_05-孙×.xlsx" in way
    copy = back / "退回_05-孙×.xlsx"
    assert any(cell.comment for row in openpyxl.load_workbook(copy)["民情台账"].iter_rows() for cell in row)
    hurt(copy, {(4, "走访日期"): "2026-11-18", (5, "联系电话"): "16900000107"})
    again = run("import", office, copy, "--json")
    assert (again.status, again.json["new"]) == (0, {"household": 1, "resident": 1, "visit": 1, "appeal": 1})


def test_a_file_takes_the_marked_copies_alone_and_says_so(run: Run, office: Path, inbox: Path, tmp_path: Path) -> None:
    ran = run("import", office, inbox, "--dry-run", "--rejects", tmp_path / "退回.xlsx")
    assert "--rejects 写文件夹，就给每家各存一份退回说明" in ran.out
    assert not list(tmp_path.glob("退回说明*"))


def test_where_nothing_is_wrong_nothing_goes_back(run: Run, office: Path, inbox: Path, tmp_path: Path) -> None:
    back = tmp_path / "空"
    ran = run("import", office, inbox / "01-王×.xlsx", "--rejects", back)
    assert ran.status == 0
    assert "没有要退回的" in ran.out


def test_no_sheet_that_is_read_is_written_over(run: Run, office: Path, inbox: Path) -> None:
    shutil.copy(inbox / "05-孙×.xlsx", inbox / "退回_05-孙×.xlsx")
    hurt(inbox / "退回_05-孙×.xlsx", {(4, "走访日期"): "2026.14.8"})
    before = (inbox / "退回_05-孙×.xlsx").read_bytes()
    ran = run("import", office, inbox, "--rejects", inbox, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "cannot_write")
    assert (inbox / "退回_05-孙×.xlsx").read_bytes() == before
