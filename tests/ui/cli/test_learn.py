"""learn, forms with a book, and export and import by a learned form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from exports.workbook import encrypted
from minqing.forms.files.package import Package
from minqing.forms.files.package_lists import declared_types
from minqing.forms.learning.office import unpack
from minqing.ledger import Ledger
from minqing.records.visit import Visit
from tests.forms.office_kinds import KINDS, as_kind
from tests.forms.office_sheets import page_form, people_form, visits_form
from tests.ui.cli.conftest import PASSWORD, WEEK, Ran, Run
from ui.cli.opening import SHEET_VARIABLE

Make = Callable[[Path], Path]


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    return visits_form(tmp_path / "空表.xlsx")


def is_no_news(ran: Ran) -> bool:
    """Whether an import found every row as the book has it, and asked nothing."""
    sheets = ran.json["sheets"]
    asked = [sheet for sheet in sheets if sheet["conflicts"] or sheet["doubtful"] or sheet["errors"]]
    return ran.status == 0 and not asked and all(sheet["unchanged"] == sheet["rows"] for sheet in sheets)


def test_learn_tells_what_each_column_became(run: Run, book: Path, blank: Path) -> None:
    ran = run("learn", book, blank, "--name", "入户月报", "--json")
    assert ran.status == 1
    done = ran.json
    assert (done["name"], done["subject"], done["sheet"]) == ("入户月报", "visit", "入户走访月报")
    assert (done["header_rows"], done["first"], done["last"]) == ([3], 4, 13)
    assert done["columns"][4] == {
        "letter": "E", "header": "户主姓名", "field": "head.name", "label": "户主.姓名", "masked": False,
        "why": done["columns"][4]["why"],
    }  # fmt: skip
    assert done["cells"]["A15"] == "填报人：{owner}            联系电话：{phone}"
    assert done["change"] is not None


def test_the_table_says_what_is_still_open(run: Run, book: Path, blank: Path) -> None:
    ran = run("learn", book, blank, "--name", "入户月报")
    assert ran.status == 1
    assert "户主.联系电话" in ran.out
    assert "有 1 列没有对应的栏目" in ran.out
    assert "已学会表样“入户月报”" in ran.out


def test_columns_cells_rows_and_masks_are_set(run: Run, book: Path, blank: Path) -> None:
    ran = run(
        "learn", book, blank, "--name", "入户月报", "--set", "I=走访.备注", "--set", "c=",
        "--cell", "A15=填报人：{owner}", "--mask", "F", "--rows", "4-20", "--header", "3",
        "--sheet", "入户走访月报", "--json",
    )  # fmt: skip
    assert ran.status == 0
    done = ran.json
    assert (done["first"], done["last"], done["cells"]["A15"]) == (4, 20, "填报人：{owner}")
    columns = {one["letter"]: one for one in done["columns"]}
    assert (columns["I"]["field"], columns["I"]["why"]) == ("visit.notes", "指定")
    assert (columns["C"]["field"], columns["F"]["masked"]) == ("", True)


def test_a_trial_changes_nothing(run: Run, book: Path, blank: Path, tmp_path: Path) -> None:
    ran = run("learn", book, blank, "--name", "入户月报", "--dry-run", "--to", tmp_path / "x.mqform", "--json")
    assert ran.json["change"] is None
    assert not (tmp_path / "x.mqform").exists()
    assert "入户月报" not in run("forms", book).out


def test_one_teaches_and_others_take_it_over(run: Run, book: Path, blank: Path, tmp_path: Path) -> None:
    file = tmp_path / "入户月报.mqform"
    run("learn", book, blank, "--name", "入户月报", "--to", file)
    assert unpack(file.read_bytes()).form.name == "入户月报"
    assert run("forms", book, "--save", "入户月报", "--to", tmp_path / "再存.mqform").status == 0
    assert (tmp_path / "再存.mqform").read_bytes() == file.read_bytes()
    gone = run("forms", book, "--forget", "入户月报", "--json").json
    assert gone["name"] == "入户月报"
    assert "入户月报" not in run("forms", book).out
    assert run("undo", book, gone["change"]).status == 0
    assert "入户月报" in run("forms", book).out
    assert run("learn", book, file).status == 0
    assert run("learn", book, file, "--name", "别名月报", "--json").json["name"] == "别名月报"
    names = [form["name"] for form in run("forms", book, "--json").json["forms"]]
    assert {"入户月报", "别名月报", "民情台账"} <= set(names)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--name", "民情台账"], "form_name_taken"),
        ([], "usage"),
        (["--name", "月报", "--set", "走访"], "usage"),
        (["--name", "月报", "--set", "I=颜色"], "unknown_field"),
        (["--name", "月报", "--set", "Z=走访.备注"], "cannot_learn"),
        (["--name", "月报", "--rows", "九行"], "usage"),
        (["--name", "月报", "--rows", "2-9"], "cannot_learn"),
        (["--name", "月报", "--header", "三"], "usage"),
        (["--name", "月报", "--cell", "A1={cat}"], "cannot_learn"),
        (["--name", "月报", "--sheet", "没有"], "worksheet_missing"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, book: Path, blank: Path, arguments: list[str], code: str) -> None:
    ran = run("learn", book, blank, *arguments, "--json")
    assert (ran.status, ran.json["error"]["code"]) == (2, code)
    with Ledger.open(book, PASSWORD) as ledger:
        assert ledger.papers("form") == []


def test_a_locked_workbook_is_learned_with_its_password(
    run: Run, book: Path, blank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank.write_bytes(encrypted(blank.read_bytes(), "开门"))
    assert run("learn", book, blank, "--name", "月报", "--json").json["error"]["code"] == "encrypted_sheet"
    monkeypatch.setenv(SHEET_VARIABLE, "开门")
    assert run("learn", book, blank, "--name", "月报", "--json").json["change"] is not None


def test_files_that_are_no_forms(run: Run, book: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "坏.mqform"
    foreign.write_bytes(b"PK")
    assert run("learn", book, foreign, "--json").json["error"]["code"] == "bad_form"
    assert run("learn", book, tmp_path / "没有.mqform", "--json").json["error"]["code"] == "sheet_file_missing"
    assert run("learn", book, foreign, "--set", "A=姓名", "--json").json["error"]["code"] == "usage"


@pytest.mark.parametrize(
    "arguments", [["--save", "月报"], ["--to", "x.mqform"], ["--save", "a", "--to", "b.mqform", "--forget", "c"]]
)
def test_forms_options_go_together(run: Run, book: Path, arguments: list[str]) -> None:
    assert run("forms", book, *arguments, "--json").json["error"]["code"] == "usage"
    assert run("forms", *arguments, "--json").json["error"]["code"] == "usage"


def test_the_office_s_own_workbook_comes_out_filled(run: Run, book: Path, blank: Path, tmp_path: Path) -> None:
    run("learn", book, blank, "--name", "入户月报")
    done = run("export", book, "入户月报", "--to", tmp_path / "报.xlsx", "--week", WEEK, "--json").json
    sheet = openpyxl.load_workbook(tmp_path / "报.xlsx")["入户走访月报"]
    assert sheet["A1"].value == "入户走访月报表（2026年第47周）"
    assert str(sheet["A2"].value).startswith("填报单位（盖章）：生活桥社区")
    assert {sheet.cell(row, 7).value for row in range(4, 4 + done["rows"])} <= {
        "已见面", "家中无人", "拒绝走访", "已搬离", "改约", "其他", None,
    }  # fmt: skip
    footer = 14 + max(done["rows"] - 10, 0)
    assert sheet.cell(footer, 1).value == "合计"


@pytest.mark.parametrize("make", [visits_form, people_form])
@pytest.mark.parametrize("partner", ["", "街道办"])
def test_a_filled_form_that_comes_back_changes_nothing(
    run: Run, book: Path, tmp_path: Path, make: Make, partner: str
) -> None:
    run("learn", book, make(tmp_path / "空表.xlsx"), "--name", "单位的表")
    sent = run("export", book, "单位的表", "--all", "--partner", partner, "--to", tmp_path / "报.xlsx", "--json").json
    ran = run("import", book, tmp_path / "报.xlsx", "--json")
    assert is_no_news(ran)
    assert ran.json["sheets"][0]["rows"] == sent["rows"] > 10


def test_one_sheet_or_one_workbook_per_household(run: Run, book: Path, tmp_path: Path) -> None:
    run("learn", book, page_form(tmp_path / "空页.xlsx"), "--name", "一户一档")
    folder = tmp_path / "各户"
    said = run("export", book, "一户一档", "--to", folder).out
    assert "30 户" in said
    assert len(list(folder.glob("*.xlsx"))) == 30
    run("export", book, "一户一档", "--to", tmp_path / "合订.xlsx")
    assert len(openpyxl.load_workbook(tmp_path / "合订.xlsx").sheetnames) == 30
    assert is_no_news(run("import", book, tmp_path / "合订.xlsx", "--json"))
    assert is_no_news(run("import", book, folder, "--json"))


@pytest.mark.parametrize("form", ["居民信息表", "人口表"])
def test_numbers_are_masked_when_asked(run: Run, book: Path, tmp_path: Path, form: str) -> None:
    run("learn", book, people_form(tmp_path / "空表.xlsx"), "--name", "人口表")
    run("export", book, form, "--masked", "--to", tmp_path / "报.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "报.xlsx")
    texts = [str(cell) for sheet in workbook for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert any(text.startswith("9901****") for text in texts)
    assert not any(len(text) == 18 and text[:17].isdigit() for text in texts)
    ran = run("import", book, tmp_path / "报.xlsx", "--json")
    assert is_no_news(ran)


@pytest.mark.parametrize("kind", ["xltx", "xlsm", "xltm"])
def test_what_comes_out_opens_under_the_name_it_gets(
    run: Run, book: Path, blank: Path, tmp_path: Path, kind: str
) -> None:
    suffix = ".xlsm" if kind.endswith("m") else ".xlsx"
    given = tmp_path / f"空表.{kind}"
    given.write_bytes(as_kind(blank.read_bytes(), kind))
    run("learn", book, given, "--name", "入户月报")
    (folder := tmp_path / "出").mkdir()
    done = run("export", book, "入户月报", "--to", folder, "--all", "--json").json
    package = Package(Path(done["file"]).read_bytes())
    assert Path(done["file"]).suffix == suffix
    assert declared_types(package)["xl/workbook.xml"] == KINDS[suffix.removeprefix(".")]
    assert ("xl/vbaProject.bin" in package) is (suffix == ".xlsm")
    wrong = ".xlsx" if suffix == ".xlsm" else ".xlsm"
    refused = run("export", book, "入户月报", "--to", folder / f"月报{wrong}", "--all")
    assert refused.status != 0
    assert f"文件名要以 {suffix} 结尾" in refused.err
    assert not (folder / f"月报{wrong}").exists()


def test_a_form_with_room_for_one_row(run: Run, book: Path, blank: Path) -> None:
    done = run("learn", book, blank, "--name", "月报", "--rows", "4", "--dry-run", "--json").json
    assert (done["first"], done["last"], done["change"]) == (4, 4, None)


def visits_sent(run: Run, book: Path, blank: Path, path: Path) -> tuple[str, str]:
    """The visits sent to the 街道办 on a learned form: the row and what it said of the first that says something."""
    run("learn", book, blank, "--name", "入户月报")
    run("export", book, "入户月报", "--to", path, "--all", "--partner", "街道办")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    number = next(row for row in range(4, 400) if sheet.cell(row, 8).value)
    return f"H{number}", str(sheet.cell(number, 8).value)


def written(path: Path, cell: str, text: str) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0][cell] = text
    workbook.save(path)


def test_one_text_changed_is_one_update_and_no_question(run: Run, book: Path, blank: Path, tmp_path: Path) -> None:
    path = tmp_path / "月报.xlsx"
    cell, _ = visits_sent(run, book, blank, path)
    written(path, cell, "街道补充：已联系物业")
    (sheet,) = run("import", book, path, "--json").json["sheets"]
    assert (sheet["updated"], sheet["unchanged"]) == ({"visit": 1}, sheet["rows"] - 1)
    assert not any(sheet[name] for name in ("conflicts", "doubtful", "errors", "new"))


def test_a_text_that_both_changed_is_a_conflict(run: Run, book: Path, blank: Path, tmp_path: Path) -> None:
    path = tmp_path / "月报.xlsx"
    cell, said = visits_sent(run, book, blank, path)
    with Ledger.open(book, PASSWORD) as ledger, ledger.change("改") as tx:
        for visit in ledger.records(Visit):
            if visit.said == said:
                tx.update(visit.with_values({"said": "本机改过"}))
    written(path, cell, "街道补充：已联系物业")
    (sheet,) = run("import", book, path, "--json").json["sheets"]
    assert [one["theirs"] for one in sheet["conflicts"]] == ["街道补充：已联系物业"]
    assert not any(sheet[name] for name in ("doubtful", "errors", "new"))


def test_what_may_be_written_is_listed(run: Run, book: Path, blank: Path) -> None:
    said = run("learn", book, blank, "--name", "表", "--cell", "A2={nobody}").err
    assert "可以写的有：{street}、{community}" in said
    said = run(
        "learn", book, make_household_form(blank.with_name("户表.xlsx")), "--name", "户", "--set", "B=没有的"
    ).err
    assert "家庭.住址" in said
    assert "诉求.编号" not in said


def make_household_form(path: Path) -> Path:
    """An office's blank list of households."""
    book = openpyxl.Workbook()
    for row in (("住户登记表",), ("序号", "户主姓名", "家庭住址", "房屋性质", "家庭人口"), *([(None,)] * 3)):
        book.worksheets[0].append(row)
    book.save(path)
    return path
