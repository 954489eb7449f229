"""export and print."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger
from tests.ui.cli.conftest import PASSWORD, WEEK, Run


def test_a_week_for_a_partner(run: Run, book: Path, tmp_path: Path) -> None:
    ran = run(
        "export", book, "民情台账", "--to", tmp_path / "周报.xlsx", "--week", WEEK, "--partner", "街道办", "--json"
    )
    assert ran.status == 0
    done = ran.json
    assert (done["form"], done["period"], done["partner"]) == ("民情台账", "2026年第47周", "街道办")
    assert (done["from"], done["until"]) == ("2026-11-16", "2026-11-22")
    (reading,) = read_sheets(tmp_path / "周报.xlsx")
    assert (len(reading.rows), reading.partner) == (done["rows"], "街道办")
    with Ledger.open(book, PASSWORD) as ledger:
        (sent,) = ledger.exchanges()
        assert (sent.direction, sent.partner, sent.rows, sent.change) == ("out", "街道办", done["rows"], done["change"])
        assert len(ledger.bases("街道办", "民情台账")) == done["rows"]


def test_everything_and_forms_without_a_period(run: Run, book: Path, tmp_path: Path) -> None:
    visits = len(run("list", book, "visit", "--json").json["items"])
    done = run("export", book, "visits", "--to", tmp_path / "走访.xlsx", "--all", "--json").json
    assert (done["rows"], done["period"], done["from"]) == (visits, "全部", None)
    residents = run("export", book, "居民信息表", "--to", tmp_path / "居民.xlsx", "--json").json
    assert residents["rows"] == len(run("list", book, "resident", "--json").json["items"])


def test_a_folder_gets_the_name_that_the_form_wants(run: Run, book: Path, tmp_path: Path) -> None:
    done = run("export", book, "民情台账", "--to", tmp_path, "--week", WEEK, "--json").json
    assert Path(done["file"]) == tmp_path / "民情台账_罗×_2026年第47周.xlsx"
    assert Path(done["file"]).is_file()


def test_no_rows_still_gives_a_sheet(run: Run, book: Path, tmp_path: Path) -> None:
    ran = run("export", book, "民情台账", "--to", tmp_path / "空.xlsx", "--week", "2020-W10")
    assert ran.status == 0
    assert "空表" in ran.out
    assert "民情台账" in openpyxl.load_workbook(tmp_path / "空.xlsx").sheetnames


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (["没有的表"], "unknown_form"),
        (["民情台账", "--all", "--week", WEEK], "usage"),
        (["居民信息表", "--week", WEEK], "usage"),
        (["民情台账", "--week", "47"], "bad_date"),
    ],
)
def test_what_cannot_be_exported(run: Run, book: Path, tmp_path: Path, asked: list[str], code: str) -> None:
    ran = run("export", book, *asked, "--to", tmp_path / "表.xlsx", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, code)
    assert not (tmp_path / "表.xlsx").exists()


def test_a_place_that_cannot_be_written_changes_nothing(run: Run, book: Path, tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    before = run("history", book, "--json").json
    ran = run("export", book, "民情台账", "--to", tmp_path / "文件" / "表.xlsx", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "cannot_write")
    assert run("history", book, "--json").json == before


def test_print_a_building(run: Run, book: Path, tmp_path: Path) -> None:
    ran = run("print", book, "--to", tmp_path / "一栋.pdf", "--building", "1栋", "--json")
    assert ran.status == 0
    homes = [one["fields"]["house_type"] for one in run("list", book, "household", "--json").json["items"]]
    assert ran.json["sheets"] == len(homes) - homes.count("空置")
    assert (tmp_path / "一栋.pdf").read_bytes().startswith(b"%PDF")


def test_print_one_household_and_who_is_due(run: Run, book: Path, tmp_path: Path) -> None:
    home = run("list", book, "household", "--json").json["items"][0]["id"]
    assert run("print", book, "--to", tmp_path / "户.pdf", "--household", home, "--json").json["sheets"] == 1
    due = run("due", book, "--json").json["households"]
    assert run("print", book, "--to", tmp_path / "应访.pdf", "--due", "--json").json["sheets"] == len(due)


def test_nothing_to_print(run: Run, book: Path, tmp_path: Path) -> None:
    ran = run("print", book, "--to", tmp_path / "无.pdf", "--building", "99", "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, "nothing_to_print")
    unknown = run("print", book, "--to", tmp_path / "无.pdf", "--household", "H-000000-00000", "--json")
    assert unknown.json["error"]["code"] == "record_missing"
    assert not (tmp_path / "无.pdf").exists()


def test_the_book_is_never_written_over(run: Run, book: Path, tmp_path: Path) -> None:
    before = book.read_bytes()
    for command in (("export", book, "居民信息表"), ("print", book), ("export", book, "民情台账", "--all")):
        assert run(*command, "--to", book).status == 2
    assert run("export", book, "居民信息表", "--to", tmp_path / "表.xls").status == 2
    assert book.read_bytes() == before
    assert "末尾应是 .xlsx" in run("export", book, "居民信息表", "--to", tmp_path / "表").err
