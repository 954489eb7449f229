"""The office says by which day sheets are due, and hears who was late."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

from tests.ui.cli.conftest import WEEK, Run


def test_the_due_day_of_each_dated_form_is_told_and_set(run: Run, book: Path) -> None:
    told = run("deadline", book, "--json").json
    weekly = next(one for one in told["deadlines"] if one["form"] == "民情台账")
    assert (weekly["rule"], weekly["said"], told["change"]) == ("每周五", False, None)
    assert date.fromisoformat(weekly["due"]).weekday() == 4
    ran = run("deadline", book, "民情台账", "下周一", "--json")
    (said,) = ran.json["deadlines"]
    assert (ran.status, said["rule"], said["said"]) == (0, "次周一", True)
    assert "交表日：次周一" in run("history", book).out
    again = run("deadline", book, "民情台账", "次周一")
    assert "账本没有改动" in again.out
    assert run("undo", book, ran.json["change"]).status == 0
    assert "每周五" in run("deadline", book, "民情台账").out
    every = run("deadline", book, "全部", "每月25日", "--json").json
    assert {one["rule"] for one in every["deadlines"]} == {"每月25日"}


def test_what_is_no_due_day_or_form_is_refused(run: Run, book: Path) -> None:
    assert run("deadline", book, "民情台账", "有空再说").status == 2
    assert "每周五、次周一" in run("deadline", book, "民情台账", "有空再说").err
    assert run("deadline", book, "没有的表").status == 2


def test_an_import_says_who_was_late(run: Run, book: Path, tmp_path: Path) -> None:
    folder = tmp_path / "收表"
    folder.mkdir()
    for name, day in (("甲社区", 20), ("乙社区", 21)):
        sheet = folder / f"{name}.xlsx"
        form = "民情台账" if day == 20 else "走访台账"
        run("export", book, form, "--to", sheet, "--week", WEEK, "--partner", name)
        saved = datetime(2026, 11, day, 12).timestamp()
        os.utime(sheet, times=(saved, saved))
    roll = run("import", book, folder, "--dry-run", "--json").json["roll"]
    assert [(one["sender"], one["due"], one["late"]) for one in roll] == [
        ("乙社区", "2026-11-20", 1),
        ("甲社区", "2026-11-20", 0),
    ]
    said = run("import", book, folder, "--dry-run").out
    assert "已交 2 家（迟交 1 家）" in said
    assert "交表日：“民情台账”每周五，11月20日" in said
    assert "新交，迟交 1 天" in said
