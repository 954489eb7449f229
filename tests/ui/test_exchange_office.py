"""Many sheets dropped at once: one preview with the roll, one import, then one workbook of all and the answers."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.exchange.partners.roll import Absent, Roll
from minqing.forms.library import form_named
from minqing.ledger import Ledger, Profile
from minqing.records.household import Household
from minqing.records.period import Period
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import PASSWORD, empty
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import focused, press
from ui import theme
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_roll import RollView, roll_lines
from ui.sending import send_sheet
from ui.session import Session
from ui.widgets.table_paint import EDGE, in_two

__all__ = ["empty"]


@pytest.fixture
def page(qtbot: QtBot, empty: Ledger, notices: SpokenNotices, inline_jobs: Jobs) -> ExchangePage:
    hub = Hub()
    made = ExchangePage(Session(empty, jobs=inline_jobs, notices=notices, hub=hub))
    hub.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1218, 690)
    made.show()
    made.refresh()
    return made


def laptop(folder: Path, number: int, owner: str) -> Path:
    """The sheet that a laptop with one home sends."""
    profile = Profile(owner=owner, street="新光路街道", community="生活桥社区", estate="生活桥小区")
    inbox = folder / "收表"
    inbox.mkdir(exist_ok=True)
    with Ledger.create(folder / f"{number}.mqb", PASSWORD, profile) as ledger:
        with ledger.change("建档") as tx:
            home = tx.add(Household(estate="生活桥小区", building=str(number), room="101", situation="2 人"))
            tx.add(Resident(household=home.id, name=f"范立{number}", relation="户主"))
            tx.add(Visit(household=home.id, visited_on=f"2026-11-1{number}", visitors=(owner,), result="见面"))  # type: ignore[arg-type]
        form = form_named("民情台账")
        return send_sheet(ledger, form, inbox / f"{owner}.xlsx", period=None, partner="街道办").file


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with the sheets of two laptops, one of them twice, and a file that is none."""
    first = laptop(tmp_path, 1, "王×")
    laptop(tmp_path, 2, "李×")
    (first.parent / "王×(1).xlsx").write_bytes(first.read_bytes())
    (first.parent / "坏.xlsx").write_bytes(b"PK")
    return first.parent


def drop(page: ExchangePage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(900, 200), Qt.DropAction.CopyAction, data, buttons, keys))


def roll(page: ExchangePage) -> list[tuple[str, str]]:
    return [(one.sender, one.standing) for one in page.preview.roll.table.records_model.records]


def test_a_folder_dropped_is_one_preview_with_the_roll(page: ExchangePage, inbox: Path) -> None:
    drop(page, inbox)
    assert page.previewing
    assert sorted(roll(page)) == [("坏", "读不了"), ("李×", "新交"), ("王×", "新交"), ("王×", "重复")]
    assert (page.preview.called.isVisible(), page.preview.called.isChecked()) == (True, True)
    assert page.preview.roll.words.text() == "已交 2 家 · 未交 0 家 · 没有并入 1 份"
    page.preview.called.setChecked(False)
    assert page.preview.faces.currentIndex() == 0
    page.preview.how.setChecked(True)
    page.preview.called.setChecked(True)
    assert (page.preview.how.isChecked(), page.preview.faces.currentIndex()) == (False, 2)


def test_applied_it_is_gathered_and_answered(
    page: ExchangePage, inbox: Path, empty: Ledger, notices: SpokenNotices, tmp_path: Path
) -> None:
    notices.paths = sorted(inbox.glob("?×.xlsx"))
    page.choose_file()
    page.preview.apply.click()
    assert len(empty.records(Visit)) == 2
    assert not page.preview.called.isChecked()
    assert page.home.gather.isVisibleTo(page.home)
    page.home.export.choose_form("居民信息表")
    page.home.export.choose_form("民情台账")
    sending = page.home.export.sending()
    assert sending is not None
    notices.paths = [tmp_path / "汇总.xlsx"]
    page.office.gather(sending.__class__(sending.form, None, ""))
    rows = [
        [str(cell or "") for cell in row] for row in openpyxl.load_workbook(tmp_path / "汇总.xlsx")["民情台账"].values
    ]
    assert [row[1] for row in rows if row[0].isdecimal()] == ["李×", "王×"]
    answers = tmp_path / "回复"
    answers.mkdir()
    notices.paths = [answers]
    page.office.reply(sending.__class__(sending.form, None, ""))
    assert len(list(answers.glob("回复_*.xlsx"))) == 2
    assert "已存 2 份回复，在“回复”里" in notices.said


def test_a_single_sheet_needs_no_roll(page: ExchangePage, inbox: Path) -> None:
    drop(page, inbox / "李×.xlsx")
    assert page.previewing
    assert not page.preview.called.isVisible()


def test_the_keyboard_is_on_what_is_in_front(page: ExchangePage, inbox: Path) -> None:
    drop(page, inbox)
    page.take_keyboard()
    assert focused() is page.preview.roll.table
    press("Ctrl+F")
    assert page.preview.faces.currentIndex() == 0
    assert focused() is page.preview.filter.search
    page.take_keyboard()
    assert focused() is page.preview.list
    page.hide()
    page.flow.renew()
    page.preview.how.setChecked(True)
    assert QApplication.focusWidget() is not page.preview.reading.table


def test_a_folder_without_sheets_is_said(page: ExchangePage, notices: SpokenNotices, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    drop(page, tmp_path / "空")
    assert not page.previewing
    assert any("没有表格文件" in one for one in notices.said)


@pytest.fixture
def dated(tmp_path: Path, inbox: Path) -> Path:
    """Two sheets of week 47: one was saved on Friday, one on the Sunday after it."""
    week, folder = Period.week("2026-W47"), tmp_path / "本周"
    folder.mkdir()
    for number, owner, day in ((1, "王×", 20), (2, "李×", 22)):
        with Ledger.open(tmp_path / f"{number}.mqb", PASSWORD) as ledger:
            with ledger.change("走访") as tx:
                home = ledger.records(Household)[0]
                tx.add(Visit(household=home.id, visited_on=week.start, visitors=(owner,), result="见面"))
            target = folder / f"{owner}.xlsx"
            send_sheet(ledger, form_named("民情台账"), target, period=week, partner="街道办")
        saved = datetime(2026, 11, day, 9).timestamp()
        os.utime(target, times=(saved, saved))
    return folder


def test_what_a_line_of_the_roll_explains_can_be_read_whole(qtbot: QtBot) -> None:
    last = "2026-11-09 至 2026-11-15"
    missing = Absent("王×", "民情台账", last, last, date(2026, 11, 16), date(2026, 11, 20), overdue=3)
    roll = RollView()
    qtbot.addWidget(roll)
    roll.resize(1190, 400)
    roll.show()
    roll.show_roll(Roll((), (missing,)))
    [line], model = roll_lines(Roll((), (missing,))), roll.table.records_model
    [place] = [number for number, one in enumerate(model.columns) if one.title == "说明"]
    room = roll.table.columnWidth(place) - EDGE
    rest = in_two(line.why, theme.font(13), room)[1]
    assert rest
    assert QFontMetrics(theme.font(13)).horizontalAdvance(rest) <= room
    index = model.index(0, place)
    assert roll.table._rows.tip(index, roll.table.visualRect(index)) == line.why


def test_the_due_day_is_set_beside_the_roll_and_taken_back(
    page: ExchangePage, dated: Path, empty: Ledger, notices: SpokenNotices
) -> None:
    drop(page, dated)
    assert roll(page) == [("李×", "迟交 2 天"), ("王×", "新交")]
    assert page.preview.roll.words.text().startswith("已交 2 家（迟交 1 家）")
    button = page.preview.roll.days.buttons["民情台账"]
    assert (button.value, button.isVisibleTo(page.preview.roll)) == ("每周五", True)
    button.set_value("次周一")
    assert notices.said[-1] == "“民情台账”的交表日：次周一"
    assert sorted(roll(page)) == [("李×", "新交"), ("王×", "新交")]
    assert page.previewing
    notices.undos[-1]()
    assert button.value == "每周五"
    assert ("李×", "迟交 2 天") in roll(page)
    page.preview.apply.click()
    assert len(empty.records(Visit)) == 2


def test_what_was_left_out_goes_back_to_each_sender(
    page: ExchangePage, inbox: Path, notices: SpokenNotices, tmp_path: Path
) -> None:
    drop(page, inbox)
    assert page.preview.rejects.isVisible()
    notices.paths = [tmp_path / "退回"]
    notices.paths[0].mkdir()
    page.preview.rejects.click()
    assert sorted(path.name for path in notices.paths[0].iterdir()) == ["退回说明_坏.xlsx", "退回说明_王×.xlsx"]
    assert notices.said[-1] == "已给 2 家存退回的表，在“退回”里"
