"""诉求, 打印: the list as it is seen or of those that are chosen, by key and button, on screen and in a PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from tests.ui.sample_book import DOOR, MATTER, TODAY, family_of, matter_of
from ui.app import Desk
from ui.dialogs.appeal_print import CHOSEN, SEEN, AppealPrint, row_of
from ui.jobs import Jobs
from ui.pages.appeal_view import AppealLine
from ui.pages.appeals import AppealsPage
from ui.pages.base import Listing

FIRST_PAGE = "appeals"


@pytest.fixture
def page(desk: Desk) -> AppealsPage:
    """The page with the keyboard on the list."""
    found = desk.window.current_page
    assert isinstance(found, AppealsPage)
    found.table.setFocus()
    return found


def preview_of(desk: Desk) -> AppealPrint:
    [found] = [one for one in desk.window.findChildren(AppealPrint) if one.isVisible()]
    return found


def saved(preview: AppealPrint, notices: SpokenNotices, folder: Path) -> str:
    """What stands in the PDF that 存为 PDF makes, without spaces and line ends."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed here")
    path = folder / preview.file_name
    notices.paths = [path]
    click(preview, "存为 PDF…")
    assert notices.said[-1] == f"已存为 {path.name}"
    run = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, encoding="utf-8")
    return re.sub(r"[\s\u200b]+", "", run.stdout)


def pressed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_the_key_prints_what_is_seen(desk: Desk, page: AppealsPage, notices: SpokenNotices, tmp_path: Path) -> None:
    press("Ctrl+P")
    preview = preview_of(desk)
    seen = page.table.records_model.records
    assert preview.focusWidget() is preview.print_button
    assert not preview.scope.isVisible()
    assert preview._count.text() == f"共 {len(preview.pages)} 页"
    found = saved(preview, notices, tmp_path)
    late = sum(line.late for line in seen)
    assert f"全部诉求，共{len(seen)}件，超期{late}件" in found
    assert f"共{len(preview.pages)}页" in found
    for line in seen:
        assert pressed(line.appeal.number) in found
    assert pressed(MATTER) in found
    assert pressed(DOOR) in found
    press("Esc", preview)
    assert not any(one.isVisible() for one in desk.window.findChildren(AppealPrint))


def test_tab_and_filters_limit_it_and_say_so(
    desk: Desk, page: AppealsPage, notices: SpokenNotices, tmp_path: Path
) -> None:
    page.tabs.select("办理中")
    page._category.set_value("公共设施")
    seen = page.table.records_model.records
    assert 0 < len(seen) < len(page._lines)
    click(page, "打印")
    found = saved(preview_of(desk), notices, tmp_path)
    assert f"只列办理中、类别“公共设施”，共{len(seen)}件" in found
    others = [line for line in page._lines if line not in seen and line.appeal.number]
    assert [line for line in others if f"{line.appeal.number}{pressed(line.door)}" in found] == []


def test_a_listing_of_another_page_is_named(desk: Desk, page: AppealsPage) -> None:
    page.show_only(Listing("9栋 未结诉求", frozenset({matter_of(desk.ledger).id})))
    press("Ctrl+P")
    [line] = preview_of(desk).lists[SEEN][0]
    assert line.appeal.title == MATTER
    assert preview_of(desk).lists[SEEN][1] == "只列9栋 未结诉求"


def test_several_that_are_chosen_are_printed_alone(
    desk: Desk, page: AppealsPage, notices: SpokenNotices, tmp_path: Path
) -> None:
    page.table.select_row(0)
    press("Shift+Down")
    press("Ctrl+P")
    preview = preview_of(desk)
    assert preview.scope.value == CHOSEN
    assert [line.appeal.id for line in preview.lists[CHOSEN][0]] == [line.appeal.id for line in page.chosen]
    assert "选中的诉求，共2件" in saved(preview, notices, tmp_path)
    everything = len(page.table.records_model.records)
    preview.scope.set_value(SEEN)
    assert f"全部诉求，共{everything}件" in saved(preview, notices, tmp_path)


def test_nothing_seen_tells_what_to_do(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    page.show_only(Listing("没有的", frozenset()))
    press("Ctrl+P", desk.window)
    assert notices.said == ["这里没有列出诉求，没有可打印的。先换一个状态或清除筛选，再打印"]
    page._take([], "")
    press("Ctrl+P", desk.window)
    assert notices.said[-1] == "账本里还没有诉求，没有可打印的。先按 Ctrl+J 登诉求，再打印"
    assert desk.window.findChildren(AppealPrint) == []


def test_the_deadline_in_words(desk: Desk) -> None:
    appeal = matter_of(desk.ledger)
    row = row_of(AppealLine(appeal, family_of(desk.ledger).door, "秦×", left=-3, today=TODAY))
    assert (row.late, row.left) == (True, "超 3 天")
    assert row.due
    closed = row_of(
        AppealLine(appeal.with_values({"state": "已办结", "closed_on": TODAY, "handler": ""}), "", "", None, TODAY)
    )
    assert (closed.late, closed.due, closed.left) == (False, "", f"{TODAY.month}月{TODAY.day}日办结")
    assert closed.handler == "未分派"


def test_typesetting_can_be_cancelled(qtbot: QtBot, desk: Desk, page: AppealsPage) -> None:
    jobs, usual = Jobs(), desk.session.jobs
    desk.session.jobs = jobs
    page.print_list()
    [job] = jobs.running
    assert job.cancellable
    job.cancel()
    qtbot.waitUntil(lambda: not jobs.running, timeout=5000)
    QCoreApplication.processEvents()
    assert preview_of(desk)._count.text() == "没有排成"
    preview_of(desk).close()
    desk.session.jobs = usual
    jobs.close()
