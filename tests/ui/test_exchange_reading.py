"""怎么读的: what the preview tells of columns, rows and sheets, and how one says as what a sheet is to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minqing.errors import Offered, UnsureForm
from minqing.exchange.drafts import files_name, keep_choices
from minqing.exchange.partners.answers import answers
from minqing.exchange.plan import Verdict
from minqing.forms.naming.subjects import layout_key
from minqing.ledger import Ledger
from tests.exchange.conftest import PASSWORD, empty, ledger, template
from tests.forms.conftest import WriteBook, write_book
from tests.ui.conftest import SpokenNotices
from ui.hub import Hub
from ui.jobs import Jobs
from ui.notices import WaysBox
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_flow import ways_of
from ui.pages.exchange_words import change_words
from ui.session import Session

__all__ = ["empty", "ledger", "template", "write_book"]

HEADERS = ["姓名", "电话", "地址", "日期", "内容"]
ROW = ["测试甲", "13800000107", "3栋2单元501", "2026-11-16", "楼道灯不亮"]
KEY = layout_key(HEADERS)


def shown_page(qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, jobs: Jobs) -> ExchangePage:
    made = ExchangePage(Session(ledger, jobs=jobs, notices=notices, hub=Hub()))
    qtbot.addWidget(made)
    made.resize(1218, 690)
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs) -> ExchangePage:
    return shown_page(qtbot, ledger, notices, inline_jobs)


def cells(page: ExchangePage) -> list[tuple[str, ...]]:
    table = page.preview.reading.table.records_model
    return [tuple(column.words(one) for column in table.columns) for one in table.records]


def is_previewing(page: ExchangePage) -> bool:
    return page.previewing


def test_every_column_row_and_sheet_is_told(page: ExchangePage, write_book: WriteBook) -> None:
    rows = [["序号", "姓名", "性别", "联系电话", "饲养宠物"], [1, "测试甲", "女", "13800000107", "猫"], ["合计", 1]]
    page.open_file(write_book({"名单": rows, "说明": [["怎样填写"]]}))
    assert not page.preview.reading.isVisible()
    page.preview.how.click()
    assert page.preview.reading.isVisible()
    assert page.preview.reading.table.hasFocus() or not page.isActiveWindow()
    assert cells(page) == [
        ("名单", "A", "序号", "序号", "序号，不用读"),
        ("名单", "B", "姓名", "居民·姓名", "名称"),
        ("名单", "C", "性别", "居民·性别", "名称"),
        ("名单", "D", "联系电话", "居民·联系电话", "名称"),
        ("名单", "E", "饲养宠物", "原样留着", "未识别"),
    ]
    words = page.preview.reading.words.text()
    assert "没有读的行：合计行：第 3 行。" in words
    assert "工作表“说明”没有读：是说明或汇总。" in words
    page.preview.how.click()
    assert page.preview.list.isVisible()


def test_an_unclear_sheet_is_asked_about_and_remembered(
    page: ExchangePage, ledger: Ledger, notices: SpokenNotices, write_book: WriteBook
) -> None:
    path = write_book({"名单": [HEADERS, ROW]})
    page.open_file(path)
    assert notices.said == ["“来表.xlsx”该按什么读？"]
    assert not is_previewing(page)
    assert [(way.name, way.line) for way in notices.ways][:2] == [
        ("走访", "每行是一次走访 · 5 栏认得 5 栏"),
        ("诉求", "每行是一件诉求 · 5 栏认得 4 栏"),
    ]
    notices.answers = ["居民"]
    page.open_file(path)
    assert is_previewing(page)
    assert page.preview.form.value == "居民"
    assert "按选定的“居民”读" in page.preview.remark.text()
    assert answers(ledger) == {}
    page.preview.apply.click()
    assert answers(ledger) == {KEY: "居民"}
    notices.said.clear()
    page.open_file(path)
    assert notices.said == []
    assert "上次您说过按“居民”读" in page.preview.remark.text()
    assert not page.preview.apply.isEnabled()


def test_the_sheet_can_be_read_as_something_else(
    page: ExchangePage, ledger: Ledger, notices: SpokenNotices, write_book: WriteBook
) -> None:
    notices.answers = ["居民"]
    page.open_file(write_book({"名单": [HEADERS, ROW]}))
    page.preview.form.set_value("诉求")
    assert page.flow.prepared is not None
    (row,) = page.flow.prepared.plan.rows
    assert [new.slot for new in row.new] == ["appeal"]
    assert page.preview.form.value == "诉求"
    page.preview.form.set_value("力量")
    assert "必须有的栏目" in notices.said[-1]
    assert page.preview.form.value == "诉求", "what cannot be read so stays as it was"
    page.preview.apply.click()
    assert answers(ledger) == {KEY: "诉求"}
    page.open_file(write_book({"名单": [HEADERS, ROW]}))
    page.preview.form.set_value("走访")
    page.preview.form.set_value("")
    assert page.preview.form.value == "诉求", "by itself it is read as was said last"


def test_how_to_read_it_goes_on_after_a_restart(
    qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs, write_book: WriteBook
) -> None:
    page = shown_page(qtbot, ledger, notices, inline_jobs)
    path = write_book({"名单": [HEADERS, ROW]})
    notices.answers = ["居民", "keep"]
    page.open_file(path)
    page.preview.form.set_value("诉求")
    page.preview.cancelled.emit()
    assert notices.said[-1] == "已经选了 1 处，要留着吗？"
    notices.said.clear()
    moved = path.rename(path.with_name("改了名字.xlsx"))
    page.open_file(moved)
    assert (notices.said, page.preview.form.value) == ([], "诉求")
    assert page.preview.resumed.words.text() == "接着上次的读作“诉求”"
    ledger.close()
    with Ledger.open(path.with_name("账本.mqb"), PASSWORD) as book:
        fresh = shown_page(qtbot, book, notices, inline_jobs)
        fresh.open_file(moved)
        assert fresh.preview.form.value == "诉求"
        assert fresh.preview.resumed.isVisible()
        notices.answers = ["居民"]
        fresh.preview.resumed.again.emit()
        assert (notices.said, fresh.preview.form.value) == (["“改了名字.xlsx”该按什么读？"], "居民")
        notices.answers = ["drop"]
        fresh.preview.cancelled.emit()
        fresh.open_file(moved)
        assert notices.said.count("“改了名字.xlsx”该按什么读？") == 2, "what was thrown away is asked again"


def test_what_was_decided_under_a_reading_comes_back_with_it(
    page: ExchangePage, notices: SpokenNotices, write_book: WriteBook
) -> None:
    notices.answers = ["居民", "keep"]
    path = write_book({"名单": [HEADERS, ROW]})
    page.open_file(path)
    page.preview.form.set_value("诉求")
    QTest.keyClick(page.preview.list, Qt.Key.Key_P)
    page.preview.cancelled.emit()
    assert notices.said[-1] == "已经选了 2 处，要留着吗？"
    page.open_file(path)
    assert page.preview.resumed.words.text() == "接着上次的读作“诉求”和 1 处选择"
    assert page.flow.prepared is not None
    assert [row.parked for row in page.flow.prepared.plan.rows] == [True]
    notices.answers = ["居民"]
    page.preview.form.set_value("")
    assert page.preview.form.value == "居民", "by itself it is unclear, and asked"


def test_a_reading_that_does_not_go_any_more_is_forgotten(
    page: ExchangePage, ledger: Ledger, write_book: WriteBook
) -> None:
    path = write_book({"名单": [["姓名", "性别", "联系电话"], ["测试甲", "女", "13800000107"]]})
    key = layout_key(["姓名", "性别", "联系电话"])
    keep_choices(ledger, files_name([path]), {key: "力量"})
    page.open_file(path)
    assert page.preview.form.value in {"力量", "居民"}
    keep_choices(ledger, files_name([path]), {key: "诉求"})
    page.open_file(path)
    assert page.preview.form.value == "居民"
    assert not page.preview.resumed.isVisible()


def test_an_answer_alone_can_be_kept(
    page: ExchangePage, ledger: Ledger, notices: SpokenNotices, write_book: WriteBook
) -> None:
    notices.answers = ["走访"]
    page.open_file(write_book({"名单": [HEADERS, ["测试甲", None, None, None, "楼道灯不亮"]]}))
    assert page.preview.apply.text() == "记下选择"
    page.preview.apply.click()
    assert answers(ledger) == {KEY: "走访"}
    assert not is_previewing(page)


def test_a_damaged_number_is_shown_with_the_person(page: ExchangePage, write_book: WriteBook) -> None:
    rows = [["姓名", "性别", "门牌", "身份证号"], ["测试甲", "女", "3栋2单元501", 1.1e17]]
    page.open_file(write_book({"名单": rows}))
    assert page.flow.prepared is not None
    (row,) = page.flow.prepared.plan.rows
    assert row.verdict is Verdict.ERROR
    assert row.label == "3栋2单元501 测试甲"
    assert "末几位已经丢失" in change_words(row)


def test_the_box_lists_the_ways_and_gives_the_chosen_one(qtbot: QtBot) -> None:
    offers = (Offered("走访", "每行是一次走访", 5, 5, "日期"), Offered("居民", "每行是一位居民", 3, 5, "姓名"))
    box = WaysBox("该按什么读？", "选一种", ways_of(UnsureForm(Path("来表.xlsx"), "名单", KEY, offers)))
    qtbot.addWidget(box)
    box.show()
    assert box.chosen is None
    QTest.keyClick(box.table, Qt.Key.Key_Down)
    QTest.keyClick(box.table, Qt.Key.Key_Return)
    assert box.chosen == "居民"
