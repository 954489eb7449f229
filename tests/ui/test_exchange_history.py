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
from tests.exchange.conftest import Send, edit, empty, ledger, send, sheet, template
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
    assert taken.history.words.text() == "更新 诉求 1；没采用来表的值 1 处；罗×选定 1 处"
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


def chosen(page: ExchangePage) -> list[tuple[str, str, str, str, str]]:
    page.history.tiles.select("choose")
    return deeds(page)


def test_what_was_decided_is_told_also_after_it_was_taken_back(taken: ExchangePage, ledger: Ledger) -> None:
    said = ("choose", "1栋2单元501 楼道灯不亮 1", "责任人", "来表 街道 陈×；本机 社区 罗×", "用本机")
    assert chosen(taken) == [said]
    taken.grab()
    taken.history.undo.click()
    assert chosen(taken) == [said]
    assert not taken.history.value.isVisible()


def test_who_a_row_was_said_to_be_and_what_was_put_aside_is_told(
    qtbot: QtBot, page: ExchangePage, session: Session, tmp_path: Path
) -> None:
    rows = [
        "生活桥小区|1-2-501|武松|户主|16900000999",
        "生活桥小区|2-2-501|鲁达|户主|",
        "生活桥小区|7-1-101|林冲|户主|",
    ]
    page.open_file(sheet(tmp_path / "居民.xlsx", "小区|门牌|姓名|与户主关系|联系电话", *rows))
    keys = page.preview.list
    QTest.keyClick(keys, KEY.Key_Down)
    for key in (KEY.Key_Return, KEY.Key_N):
        QTest.keyClick(keys, key)
    assert keys.current_line is not None
    assert keys.lines.row_of(keys.current_line).label == "2栋2单元501 鲁达", "on to the next that is asked"
    assert keys.lines.row_open(keys.current_line)
    QTest.keyClick(keys, KEY.Key_P)
    page.preview.apply.click()
    look(page)
    assert chosen(page) == [
        ("choose", "1栋2单元501", "是哪条家庭", "1栋2单元501 武松", "1栋2单元501 谢玉兰"),
        ("choose", "1栋2单元501 武松", "是哪条居民", "1栋2单元501 武松", "新增"),
        ("choose", "2栋2单元501 鲁达", "整行", "2栋2单元501 鲁达", "先放着"),
    ]
    page.history.table.select_row(2)
    assert not page.history.record.isEnabled()
    page.history.table.select_row(1)
    with qtbot.waitSignal(session.wanted) as asked:
        QTest.keyClick(page.history.table, KEY.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == "household"


def test_the_value_that_was_replaced_comes_back_in_one_action(taken: ExchangePage, ledger: Ledger) -> None:
    taken.history.tiles.select("update")
    fields = [one.field for one in taken.history.table.records_model.records]
    taken.history.table.select_row(fields.index("handler"))
    assert taken.history.value.text() == "改回原来的值"
    taken.history.value.click()
    assert (appeal(ledger, 3).handler, appeal(ledger, 3).state) == ("物业 冯×", "已办结")


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


@pytest.mark.parametrize(
    ("tile", "wanted"),
    [
        ("decline", (1, "街道 陈×", "已改用来表的“责任人”")),
        ("update", (3, "物业 冯×", "已改回原来的“责任人”")),
    ],
)
def test_a_key_brings_a_value_back_in_place(
    taken: ExchangePage, ledger: Ledger, notices: SpokenNotices, tile: str, wanted: tuple[int, str, str]
) -> None:
    number, handler, said = wanted
    before = appeal(ledger, number).handler
    taken.history.tiles.select(tile)
    table = taken.history.table
    table.select_row([one.field for one in table.records_model.records].index("handler"))
    table.setFocus()
    QTest.keyClick(table, KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert appeal(ledger, number).handler == handler
    assert in_front(taken) is taken.history
    assert notices.said[-1] == said
    QTest.keyClick(table, KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert notices.said[-1] == "已经是这样，没有改动"
    notices.undos[-1]()
    assert appeal(ledger, number).handler == before
