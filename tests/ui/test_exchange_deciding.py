"""The preview's decisions: whole fields, parking, finding, side by side, all by keyboard; and gone on with later."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minqing.exchange.plan import Choice, Verdict
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exchange.conftest import Send, edit, empty, ledger, plan_of, send, sheet, template
from tests.ui.conftest import SpokenNotices, compose
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import LineKind
from ui.pages.exchange_zones import Zone, zones
from ui.session import Session

__all__ = ["empty", "ledger", "send", "template"]

PEOPLE = "小区|门牌|姓名|与户主关系|性别|身份证号|出生日期|联系电话"
KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown_page(qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, jobs: Jobs) -> ExchangePage:
    hub = Hub()
    made = ExchangePage(Session(ledger, jobs=jobs, notices=notices, hub=hub))
    hub.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1218, 690)
    made.show()
    return made


@pytest.fixture
def page(qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs) -> ExchangePage:
    return shown_page(qtbot, ledger, notices, inline_jobs)


@pytest.fixture
def quarrel(ledger: Ledger, send: Send) -> Path:
    """Two appeals of which both sides changed the handler, one of them the solution too."""
    back = edit(
        send(ledger),
        {
            ("谢玉兰", "责任人"): "街道 陈×",
            ("谢玉兰", "解决办法"): "换灯",
            ("范立新", "责任人"): "街道 王×",
        },
    )
    with ledger.change("两边都改") as tx:
        for one in ledger.records(Appeal):
            tx.update(one.with_values({"handler": "社区 罗×", "solution": "已报修"}))
    return back


def handlers(ledger: Ledger) -> list[str]:
    return [one.handler for one in ledger.records(Appeal)]


def choices(page: ExchangePage) -> list[Choice | None]:
    assert page.flow.prepared is not None
    return [edit.choice for row in page.flow.prepared.plan.rows for edit in row.edits if edit.conflict]


def in_front(page: ExchangePage) -> QWidget | None:
    return next((face for face in (page.home, page.preview, page.history) if face.isVisible()), None)


def press(page: ExchangePage, *keys: Qt.Key, shift: bool = False) -> None:
    for key in keys:
        QTest.keyClick(page.preview.list, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def go(page: ExchangePage, kind: LineKind, number: int = 0) -> None:
    """Make the ``number``-th line of a kind current."""
    lines = page.preview.list.lines
    found = [place for place, line in enumerate(lines.lines) if line.kind is kind]
    page.preview.list.setCurrentIndex(lines.index(found[number]))


def zone(page: ExchangePage, text: str) -> Zone:
    found = page.preview.list
    every = (
        one
        for number, line in enumerate(found.lines.lines)
        for one in zones(found.lines, line, found.visualRect(found.lines.index(number)))
    )
    return next(one for one in every if one.text == text)


def labels(page: ExchangePage) -> list[str]:
    lines = page.preview.list.lines
    return [lines.row_of(line).label.split()[-1] for line in lines.lines if line.kind is LineKind.ROW]


def test_shift_decides_the_whole_field_and_backspace_takes_it_back(page: ExchangePage, quarrel: Path) -> None:
    page.open_file(quarrel)
    go(page, LineKind.FIELD, 1)
    press(page, KEY.Key_Right, shift=True)
    assert sorted(map(str, choices(page))) == ["None", "theirs", "theirs"]
    press(page, KEY.Key_Backspace)
    assert sorted(map(str, choices(page))) == ["None", "None", "theirs"]
    press(page, KEY.Key_P, shift=True)
    assert sorted(map(str, choices(page))) == ["None", "later", "later"]
    go(page, LineKind.GROUP)
    press(page, KEY.Key_Left, shift=True)
    assert sorted(map(str, choices(page))) == ["later", "later", "ours"], "the rest, not what was put aside"


def test_a_parked_row_stays_out_and_comes_back(page: ExchangePage, ledger: Ledger, quarrel: Path) -> None:
    page.open_file(quarrel)
    page.flow.ask(zone(page, "没选的都用来表").ask)
    go(page, LineKind.ROW)
    press(page, KEY.Key_P)
    assert page.preview.sums.text() == "写入 1 行 = 新增 0 + 更新 0 + 已选定的冲突 1；1 行先放着"
    page.grab()
    page.preview.apply.click()
    assert sorted(handlers(ledger)) == ["社区 罗×", "街道 王×"]
    (line, *_) = page.home.table.records_model.records
    assert line.left == 1
    page.open_file(quarrel)
    assert choices(page) == [None, None]
    press(page, KEY.Key_P)
    assert zone(page, "接着处理").text
    press(page, KEY.Key_Backspace)
    assert zone(page, "先放着").text


def test_rows_are_found_by_words_field_and_state_together(page: ExchangePage, quarrel: Path) -> None:
    page.open_file(quarrel)
    bar = page.preview.filter
    QTest.keyClick(page.preview, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    compose(bar.search, "范立")
    QTest.keyClick(bar.search, KEY.Key_Return)
    assert labels(page) == ["范立新"]
    assert bar.words.text() == "筛出 1 行；1 处两边不同"
    compose(bar.search, "吉")
    QTest.keyClick(bar.search, KEY.Key_Return)
    assert labels(page) == []
    bar.search.clear()
    bar.field.set_value("1")
    assert labels(page) == ["谢玉兰"]
    bar.state.set_value("decided")
    assert labels(page) == []
    bar.state.set_value("open")
    page.preview.tiles.select("unchanged")
    assert labels(page) == []
    page.preview.tiles.select("conflict")
    assert labels(page) == ["谢玉兰"]
    bar.sides[1].click()
    assert sorted(map(str, choices(page))) == ["None", "None", "theirs"], "the field that is shown"
    page.grab()


def test_among_found_rows_nothing_is_decided_beside_them(page: ExchangePage, quarrel: Path) -> None:
    page.open_file(quarrel)
    compose(page.preview.filter.search, "范立")
    QTest.keyClick(page.preview.filter.search, KEY.Key_Return)
    lines = page.preview.list.lines
    assert zones(lines, lines.lines[0], page.preview.list.visualRect(lines.index(0))) == []
    go(page, LineKind.GROUP)
    press(page, KEY.Key_Left, shift=True)
    assert sorted(map(str, choices(page))) == ["None", "None", "ours"]
    page.preview.filter.search.clear()
    assert [one.text for one in zones(lines, lines.lines[0], page.preview.list.visualRect(lines.index(0)))]


@pytest.mark.parametrize("door", ["3栋2单元501", "3-2-501", "３#2-501"])
def test_a_door_is_found_in_any_spelling(page: ExchangePage, quarrel: Path, door: str) -> None:
    page.open_file(quarrel)
    page.preview.filter.search.setText(door)
    page.preview.filter.search.left.emit()
    assert labels(page) == ["范立新"]


def test_a_doubtful_row_stands_beside_its_candidates(page: ExchangePage, ledger: Ledger, tmp_path: Path) -> None:
    rows = ["生活桥小区|1-2-501|解玉兰|户主|女|||16900000107"]
    page.open_file(sheet(tmp_path / "居民.xlsx", PEOPLE, *rows))
    lines = page.preview.list.lines
    said = [lines.words(line) for line in lines.lines if line.kind in {LineKind.CARDS, LineKind.PAIR}]
    assert said[0] == "生活桥小区1栋2单元501 谢玉兰，门牌相同，电话相同，姓名读音相同"
    assert "姓名 解玉兰 谢玉兰" in said
    assert any(text.startswith("联系电话 169****0107 169****0107") for text in said)
    assert [one.text for one in (zone(page, "新增为另一户"), zone(page, "就是这一户"))]
    page.grab()
    before = ledger.count(Household), ledger.count(Resident)
    press(page, KEY.Key_Down, KEY.Key_Return)
    assert page.flow.prepared is not None
    assert page.flow.prepared.plan.counts[Verdict.DOUBTFUL] == 1, "now it is the person who is asked about"
    assert zone(page, "就是这一位").text
    press(page, KEY.Key_Return)
    assert page.flow.prepared.plan.counts[Verdict.DOUBTFUL] == 0
    page.preview.apply.click()
    assert (ledger.count(Household), ledger.count(Resident)) == before


def test_a_row_is_asked_part_by_part_and_both_answers_are_taken_back(
    page: ExchangePage, ledger: Ledger, tmp_path: Path
) -> None:
    page.open_file(sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|1-2-501|武松|户主|男|||"))

    def asked() -> list[str]:
        assert page.flow.prepared is not None
        return [row.reason for row in page.flow.prepared.plan.rows]

    go(page, LineKind.CARDS)
    press(page, KEY.Key_Return)
    assert asked() == ["这一户的户主是另一个名字"]
    lines = page.preview.list.lines
    assert "已认定　家庭：1栋2单元501 谢玉兰" in [lines.words(line) for line in lines.lines]
    page.grab()
    assert zone(page, "改回").text
    press(page, KEY.Key_N)
    assert asked() == [""]
    go(page, LineKind.ROW)
    assert zone(page, "改回待定").text
    press(page, KEY.Key_Backspace)
    assert asked() == ["这一户的户主是另一个名字"]
    page.flow.ask(zone(page, "改回").ask)
    assert asked() == ["门牌相同，户主不同"]
    go(page, LineKind.CARDS)
    press(page, KEY.Key_Return, KEY.Key_N)
    page.grab()
    page.preview.apply.click()
    home = next(one for one in ledger.records(Household) if one.building == "1")
    assert {one.name for one in ledger.records(Resident) if one.household == home.id} == {"谢玉兰", "武松"}


def test_the_answers_about_one_row_go_on_where_they_were_left(
    qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs, tmp_path: Path
) -> None:
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|1-2-501|武松|户主|男|||")
    page = shown_page(qtbot, ledger, notices, inline_jobs)
    page.open_file(path)
    go(page, LineKind.CARDS)
    press(page, KEY.Key_Return)
    again = shown_page(qtbot, ledger, notices, inline_jobs)
    again.open_file(path)
    assert again.preview.resumed.words.text() == "接着上次的 1 处选择"
    assert again.flow.prepared is not None
    assert [row.asks for row in again.flow.prepared.plan.rows] == ["resident"]


def test_decisions_go_on_where_they_were_left(
    qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs, quarrel: Path
) -> None:
    page = shown_page(qtbot, ledger, notices, inline_jobs)
    page.open_file(quarrel)
    go(page, LineKind.FIELD)
    press(page, KEY.Key_Right)
    again = shown_page(qtbot, ledger, notices, inline_jobs)
    again.open_file(quarrel.rename(quarrel.with_name("改了名字.xlsx")))
    assert again.preview.resumed.words.text() == "接着上次的 1 处选择"
    assert again.preview.resumed.isVisible()
    assert sorted(map(str, choices(again))) == ["None", "None", "theirs"]
    with ledger.change("又改") as tx:
        tx.update_all([one.with_values({"handler": "社区 张×", "solution": ""}) for one in ledger.records(Appeal)])
    third = shown_page(qtbot, ledger, notices, inline_jobs)
    third.open_file(quarrel.with_name("改了名字.xlsx"))
    assert third.preview.resumed.words.text() == "上次选的 1 处，内容后来都变了，请重新选"
    third.preview.resumed.again.emit()
    assert not third.preview.resumed.isVisible()
    third.flow.call_off()
    assert notices.said == []


def test_calling_off_asks_whether_to_keep(page: ExchangePage, notices: SpokenNotices, quarrel: Path) -> None:
    page.open_file(quarrel)
    page.flow.ask(zone(page, "没选的都用来表").ask)
    notices.answers = ["stay", "keep", "drop"]
    page.preview.cancelled.emit()
    assert in_front(page) is page.preview
    page.preview.cancelled.emit()
    assert in_front(page) is page.home
    page.open_file(quarrel)
    assert page.preview.resumed.words.text() == "接着上次的 3 处选择"
    page.preview.cancelled.emit()
    page.open_file(quarrel)
    assert not page.preview.resumed.isVisible()
    assert notices.said == ["已经选了 3 处，要留着吗？"] * 3


def test_what_was_applied_leaves_no_draft(page: ExchangePage, ledger: Ledger, quarrel: Path) -> None:
    page.open_file(quarrel)
    page.flow.ask(zone(page, "没选的都用来表").ask)
    page.preview.apply.click()
    page.open_file(quarrel)
    assert not page.preview.resumed.isVisible()
    assert plan_of(ledger, quarrel).counts[Verdict.CONFLICT] == 0


def test_who_sent_it_is_filled_in_the_next_time(page: ExchangePage, tmp_path: Path) -> None:
    visits = "走访日期|小区|门牌|户主|走访人|走访记录|备注"
    for day in ("20", "21"):
        row = f"2026-11-{day}|生活桥小区|1-2-501|谢玉兰|陈×|第 {day} 天|"
        page.open_file(sheet(tmp_path / f"{day}.xlsx", visits, row, title="填报单位：新光路街道桂花社区"))
        assert page.preview.partner.value == ("新光路街道桂花社区" if day == "20" else "桂花 陈×")
        page.flow.set_partner("桂花 陈×")
        page.preview.apply.click()
