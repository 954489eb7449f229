"""One exchange looked at: what it did to every record, what lost; taken back with what stays named; gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from tests.exchange.conftest import Send, edit, empty, ledger, send, template
from tests.ui.conftest import SpokenNotices
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import LineKind
from ui.session import Session

__all__ = ["empty", "ledger", "send", "template"]

KEY = Qt.Key


@pytest.fixture
def session(ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs) -> Session:
    return Session(ledger, jobs=inline_jobs, notices=notices, hub=Hub())


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> ExchangePage:
    made = ExchangePage(session)
    session.hub.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1218, 690)
    made.show()
    return made


def appeal(ledger: Ledger, number: int) -> Appeal:
    return next(one for one in ledger.records(Appeal) if one.title == f"楼道灯不亮 {number}")


@pytest.fixture
def quarrel(ledger: Ledger, send: Send) -> Path:
    """Ours and theirs differ about one handler; theirs also settled the other appeal and changed its handler."""
    back = edit(
        send(ledger),
        {
            ("谢玉兰", "责任人"): "街道 陈×",
            ("范立新", "办理状态"): "已办结",
            ("范立新", "办结日期"): "2026-11-18",
            ("范立新", "责任人"): "街道 王×",
        },
    )
    with ledger.change("改责任人") as tx:
        tx.update(appeal(ledger, 1).with_values({"handler": "社区 罗×"}))
    return back


@pytest.fixture
def taken(page: ExchangePage, quarrel: Path) -> ExchangePage:
    """The sheet was taken in, ours holding in the conflict, and its exchange is looked at."""
    page.open_file(quarrel)
    QTest.keyClick(page.preview.list, KEY.Key_Left)
    page.preview.apply.click()
    look(page)
    return page


def look(page: ExchangePage, number: int = 0) -> None:
    """Enter on a line of 往来记录."""
    page.home.table.select_row(number)
    QTest.keyClick(page.home.table, KEY.Key_Return)


def deeds(page: ExchangePage) -> list[tuple[str, str, str, str, str]]:
    rows = page.history.table.records_model.records
    return [(one.action, one.name, one.label, one.before, one.after) for one in rows]


def in_front(page: ExchangePage) -> QWidget | None:
    return next((face for face in (page.home, page.preview, page.history) if face.isVisible()), None)


def test_enter_shows_what_an_import_did(taken: ExchangePage) -> None:
    assert in_front(taken) is taken.history
    assert set(deeds(taken)) == {
        ("update", "3栋2单元501 楼道灯不亮 3", "办理状态", "办理中", "已办结"),
        ("update", "3栋2单元501 楼道灯不亮 3", "办结日期", "", "2026-11-18"),
        ("update", "3栋2单元501 楼道灯不亮 3", "责任人", "物业 冯×", "街道 王×"),
        ("decline", "1栋2单元501 楼道灯不亮 1", "责任人", "街道 陈×", "社区 罗×"),
    }
    assert taken.history.words.text() == "更新 诉求 1；没采用来表的值 1 处"
    taken.history.tiles.select("decline")
    assert [one[0] for one in deeds(taken)] == ["decline"]
    taken.grab()
    QTest.keyClick(taken.history, KEY.Key_Escape)
    assert in_front(taken) is taken.home
    look(taken, 1)
    assert deeds(taken) == []
    assert not taken.history.undo.isVisible()


def test_the_value_that_lost_can_be_taken_after_all(taken: ExchangePage, ledger: Ledger) -> None:
    taken.history.tiles.select("decline")
    taken.history.table.select_row(0)
    assert taken.history.value.isVisible()
    taken.history.value.click()
    assert appeal(ledger, 1).handler == "街道 陈×"


def test_a_record_is_opened_from_the_account(qtbot: QtBot, taken: ExchangePage, session: Session) -> None:
    taken.history.tiles.select("decline")
    taken.history.table.select_row(0)
    with qtbot.waitSignal(session.wanted) as asked:
        QTest.keyClick(taken.history.table, KEY.Key_Return)
    assert asked.args == ["appeals", appeal(session.ledger, 1).id]


def test_undo_says_what_stays_and_brings_back(taken: ExchangePage, ledger: Ledger, notices: SpokenNotices) -> None:
    with ledger.change("后来改") as tx:
        tx.update(appeal(ledger, 3).with_values({"handler": "社区 罗×"}))
    notices.answers = ["stay", "undo"]
    taken.history.undo.click()
    assert appeal(ledger, 3).state == "已办结"
    taken.history.undo.click()
    assert notices.said.count("撤销后有 1 处会留着") == 2
    assert notices.said[-1] == "已撤销，但有 1 处没有动：\n\n楼道灯不亮 3 责任人：后来又改过"
    assert (appeal(ledger, 3).state, appeal(ledger, 3).handler) == ("办理中", "社区 罗×")
    assert taken.history.undo.text() == "恢复这次导入"
    assert taken.home.table.records_model.records[0].direction.text == "已撤销"
    taken.history.undo.click()
    assert appeal(ledger, 3).state == "已办结"
    assert taken.history.undo.text() == "撤销这次导入"


def test_what_waits_is_gone_on_with(page: ExchangePage, quarrel: Path) -> None:
    page.open_file(quarrel)
    page.preview.apply.click()
    (line, *_) = page.home.table.records_model.records
    assert (line.left, line.period) == (1, "还有 1 行先放着")
    look(page)
    assert page.history.again.text() == "接着处理先放着的 1 行"
    page.history.again.click()
    assert in_front(page) is page.preview
    lines = page.preview.list.lines
    assert sum(line.kind is LineKind.FIELD for line in lines.lines) == 1
    quarrel.unlink()
    page.flow.cancel()
    look(page)
    assert not page.history.again.isEnabled()
    assert "原来的文件不在了" in page.history.again.toolTip()
