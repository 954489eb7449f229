"""import: as what a sheet is read, how that is asked and remembered, and what is said of every column and row."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from minqing.exchange.partners.answers import answers
from minqing.forms.naming.subjects import layout_key
from minqing.ledger import Ledger
from tests.ui.cli.conftest import PASSWORD, Run

HEADERS = ("姓名", "电话", "地址", "日期", "内容")
ROW = ("测试甲", "13800000107", "3栋2单元501", "2026-11-16", "楼道灯不亮")


def write(path: Path, *rows: tuple[object, ...], sheet: str = "名单") -> Path:
    workbook = openpyxl.load_workbook(path) if path.exists() else openpyxl.Workbook()
    page = workbook.create_sheet(sheet) if path.exists() else workbook.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(list(row))
    workbook.save(path)
    return path


@pytest.fixture
def unclear(tmp_path: Path) -> Path:
    return write(tmp_path / "来表.xlsx", HEADERS, ROW)


def remembered(book: Path) -> dict[str, str]:
    with Ledger.open(book, PASSWORD) as ledger:
        return dict(answers(ledger))


def test_an_unclear_sheet_is_asked_about(run: Run, book: Path, unclear: Path) -> None:
    ran = run("import", book, unclear)
    assert ran.status == 2
    assert "走访（每行是一次走访，5 栏认得 5 栏：日期、内容）" in ran.err
    assert "--form 走访" in ran.err
    error = run("import", book, unclear, "--json").json["error"]
    assert error["code"] == "unsure_form"
    assert [one["name"] for one in error["candidates"]] == ["走访", "居民", "诉求", "家庭"]
    assert error["candidates"][1].keys() == {"name", "each", "fitting", "columns", "why"}


@pytest.mark.parametrize("name", ["居民", "resident"])
def test_the_answer_is_remembered_with_the_import_and_undone_with_it(
    run: Run, book: Path, unclear: Path, tmp_path: Path, name: str
) -> None:
    assert run("import", book, unclear, "--form", name, "--dry-run").status == 0
    assert remembered(book) == {}
    report = run("import", book, unclear, "--form", name, "--json").json
    assert report["new"]["resident"] == 1
    assert report["why"] == "按选定的“居民”读。"
    assert remembered(book) == {layout_key(HEADERS): "居民"}
    other = write(tmp_path / "下月.xlsx", ("序号", *reversed(HEADERS)), (1, *reversed(ROW)))
    ran = run("import", book, other)
    assert ran.status == 0
    assert "上次您说过按“居民”读。" in ran.out
    assert run("undo", book, report["change"]).status == 0
    assert remembered(book) == {}
    assert run("import", book, other).status == 2


def test_an_answer_is_remembered_even_if_nothing_can_be_imported(run: Run, book: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "来表.xlsx", HEADERS, ("测试甲", None, None, None, "楼道灯不亮"))
    report = run("import", book, path, "--form", "走访", "--json").json
    assert (report["new"], report["updated"]) == ({}, {})
    assert {one["code"] for one in report["errors"]} == {"missing_value"}
    assert remembered(book) == {layout_key(HEADERS): "走访"}
    assert "记下“名单”按“走访”读" in run("history", book).out
    assert run("import", book, path, "--form", "走访", "--json").json["change"] is None


def test_what_would_have_been_chosen_anyway_is_no_answer(run: Run, book: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "表.xlsx", ("姓名", "性别", "身份证号", "门牌"), ("测试甲", "女", None, "3栋2单元501"))
    assert run("import", book, path, "--form", "居民").status == 0
    assert remembered(book) == {}


def test_one_unclear_file_among_several_does_not_stop_the_others(
    run: Run, book: Path, unclear: Path, tmp_path: Path
) -> None:
    path = write(tmp_path / "清楚.xlsx", ("姓名", "性别", "身份证号", "门牌"), ("测试乙", "女", None, "3栋2单元502"))
    report = run("import", book, unclear, path, "--json").json
    assert report["new"]["resident"] == 1
    assert [one["code"] for one in report["errors"]] == ["unsure_form"]


def test_unknown_names_are_answered_with_forms_and_kinds(run: Run, book: Path, unclear: Path) -> None:
    ran = run("import", book, unclear, "--form", "没有这种")
    assert ran.status == 2
    assert "民情台账" in ran.err
    assert "居民" in ran.err


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    path = write(
        tmp_path / "几张表.xlsx",
        ("序号", "姓名", "性别", "联系电话", "联系手机", "门牌", "饲养宠物"),
        (1, "测试甲", "女", "13800000107", None, "3栋2单元501", "猫"),
        ("合计", 1),
    )
    return write(path, ("怎样填写",), sheet="说明")


def test_json_tells_of_every_column_row_and_sheet(run: Run, book: Path, mixed: Path) -> None:
    report = run("import", book, mixed, "--dry-run", "--json").json
    (sheet,) = report["sheets"]
    assert [(one["letter"], one["header"], one["field"], one["label"]) for one in sheet["columns"]] == [
        ("A", "序号", "", "序号"),
        ("B", "姓名", "resident.name", "姓名"),
        ("C", "性别", "resident.sex", "性别"),
        ("D", "联系电话", "resident.phones", "联系电话"),
        ("E", "联系手机", "resident.phones", "联系电话"),
        ("F", "门牌", "household.door", "门牌"),
        ("G", "饲养宠物", "", ""),
    ]
    assert [one["why"] for one in sheet["columns"]][3:5] == ["名称", "并入 D 列“联系电话”"]
    assert sheet["skipped_rows"] == [{"row": 3, "why": "合计行"}]
    assert 0 < sheet["score"] < 1
    assert sheet["remarks"] == []
    assert report["skipped_sheets"] == [{"file": str(mixed), "sheet": "说明", "why": "是说明或汇总"}]


def test_people_are_told_the_same(run: Run, book: Path, mixed: Path) -> None:
    lines = run("import", book, mixed, "--dry-run").out.splitlines()
    assert "    列  栏名      读作           凭什么" in lines
    assert "    F   门牌      家庭·门牌      名称" in lines
    assert "    G   饲养宠物  原样留着       未识别" in lines
    assert "  没有读的行：合计行：第 3 行" in lines
    assert "没有读 几张表.xlsx · 说明：是说明或汇总" in lines


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (("身份证号", "1.1E+17"), ("末几位已经丢失", "对照证件重填")),
        (("身份证号", 1.1e17), ("末几位已经丢失", "对照证件重填")),
        (("身份证号", 990101199003070000), ("末几位已经丢失", "对照证件重填")),
        (("身份证号", "99010119900307001"), ("是 17 位，少 1 位", "请对照证件改正")),
        (("联系电话", "1.38E+10"), ("末几位已经丢失", "向本人问清重填")),
        (("联系电话", 1.38e10), ("末几位已经丢失", "向本人问清重填")),
    ],
)
def test_lost_digits_name_sheet_cell_person_cause_and_cure(
    run: Run, book: Path, tmp_path: Path, cell: tuple[str, object], said: tuple[str, str]
) -> None:
    rows = (("姓名", "性别", "门牌", cell[0]), ("测试甲", "女", "3栋2单元501", cell[1]))
    ran = run("import", book, write(tmp_path / "表.xlsx", *rows), "--dry-run")
    (line,) = [line for line in ran.out.splitlines() if "名单!D2" in line]
    assert "名单!D2 3栋2单元501 测试甲：" in line
    assert all(words in line for words in said)
    report = run("import", book, tmp_path / "表.xlsx", "--dry-run", "--json").json
    assert report["errors"][0]["label"] == "3栋2单元501 测试甲"
