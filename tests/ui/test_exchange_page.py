"""交换: a sheet goes out, comes back edited, is looked at, decided upon, written and taken back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice, Verdict
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from tests.exchange.conftest import Send, edit, empty, ledger, plan_of, send, template
from tests.ui.conftest import SpokenNotices
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import Line, LineKind
from ui.pages.exchange_zones import zones
from ui.session import Session

__all__ = ["empty", "ledger", "send", "template"]

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs) -> ExchangePage:
    hub = Hub()
    made = ExchangePage(Session(ledger, jobs=inline_jobs, notices=notices, hub=hub))
    hub.changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1218, 690)
    made.show()
    return made


def appeal_of(ledger: Ledger, title: str) -> Appeal:
    return next(one for one in ledger.records(Appeal) if one.title == title)


@pytest.fixture
def conflict(ledger: Ledger, send: Send) -> Path:
    """A returned sheet: one handler changed on both sides, one appeal settled by the office."""
    path = send(ledger)
    back = edit(
        path,
        {
            ("谢玉兰", "责任人"): "街道 陈×",
            ("范立新", "办理状态"): "已办结",
            ("范立新", "办结日期"): "2026-11-18",
        },
    )
    with ledger.change("改责任人") as tx:
        tx.update(appeal_of(ledger, "楼道灯不亮 1").with_values({"handler": "社区 罗×"}))
    return back


def counts(page: ExchangePage) -> dict[str, int]:
    assert page.flow.prepared is not None
    groups = page.flow.prepared.groups
    return {verdict.value: len(groups[verdict]) for verdict in Verdict if groups[verdict]}


def settled(page: ExchangePage) -> int:
    return page.flow.prepared.sums.settled if page.flow.prepared is not None else -1


def in_preview(page: ExchangePage) -> bool:
    return page.previewing


def kind_of_line(page: ExchangePage) -> LineKind | None:
    line = page.preview.list.current_line
    return line.kind if line is not None else None


def press(page: ExchangePage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.preview.list, key)


def test_an_export_reads_back_unchanged(
    page: ExchangePage, ledger: Ledger, notices: SpokenNotices, tmp_path: Path
) -> None:
    notices.paths = [tmp_path / "周报"]
    page.home.export.period.select("all")
    assert page.home.export.tally.count.text() == "全部 3 行：走访 3 户，诉求 2 件"
    page.shortcuts["Ctrl+E"]()
    assert notices.said == ["已导出 3 行：周报.xlsx"]
    plan = plan_of(ledger, tmp_path / "周报.xlsx")
    assert plan.counts[Verdict.UNCHANGED] == 3
    assert plan.partner == "街道办"
    (line,) = page.home.table.records_model.records
    assert (line.direction.text, line.exchange.file, line.exchange.rows) == ("导出", "周报.xlsx", 3)
    assert not line.undoable


def test_the_panel_says_how_numbers_leave_and_which_days(page: ExchangePage) -> None:
    export = page.home.export
    assert export.tally.privacy.text() == "电话中间四位遮掩"
    assert export.partner.currentText() == "街道办"
    export.period.select("own")
    assert export.start_day.isVisible()
    export.start_day.set_value("哪天")
    page.home.export.changed.emit()
    assert not export.button.isEnabled()
    assert "起止日期" in export.tally.count.text()
    export.partner.setCurrentText("派出所")
    residents = export.form.findText("居民信息表")
    export.form.setCurrentIndex(residents)
    assert export.button.isEnabled()
    assert not export.period.isEnabled()
    assert export.partner.currentText() == "街道办", "each form has its own usual partner"
    assert "完整" in export.tally.privacy.text()


def test_a_file_that_cannot_be_written_offers_another_try(
    page: ExchangePage, notices: SpokenNotices, tmp_path: Path
) -> None:
    (tmp_path / "占位").write_text("这里不是文件夹")
    notices.paths = [tmp_path / "占位" / "周报.xlsx"]
    page.export()
    assert notices.said == ["文件没有存成"]
    notices.answers = ["retry", "stop"]
    page.export()
    assert notices.said == ["文件没有存成"] * 3
    assert not page.home.table.records_model.records


def test_a_conflict_is_decided_by_keyboard_written_and_taken_back(
    page: ExchangePage, ledger: Ledger, notices: SpokenNotices, conflict: Path
) -> None:
    notices.paths = [conflict]
    page.shortcuts["Ctrl+O"]()
    assert in_preview(page)
    assert counts(page) == {"update": 1, "unchanged": 1, "conflict": 1}
    assert page.preview.apply.text() == "全部应用（1 行）"
    line = page.preview.list.current_line
    assert line is not None
    assert (line.kind, line.verdict) == (LineKind.ROW, Verdict.CONFLICT)
    press(page, KEY.Key_Down)
    assert kind_of_line(page) is LineKind.FIELD
    press(page, KEY.Key_Right)
    assert page.preview.tiles.notes["conflict"] == "已选定 1"
    assert page.preview.apply.text() == "全部应用（2 行）"
    assert page.preview.sums.text() == "写入 2 行 = 新增 0 + 更新 1 + 已选定的冲突 1"
    page.preview.apply.click()
    assert not in_preview(page)
    assert notices.said[-1] == "已导入 2 行"
    assert appeal_of(ledger, "楼道灯不亮 1").handler == "街道 陈×"
    assert page.home.table.records_model.records[0].undoable
    notices.undos[-1]()
    assert appeal_of(ledger, "楼道灯不亮 1").handler == "社区 罗×"
    assert [line.direction.text for line in page.home.table.records_model.records] == ["已撤销", "导出"]


def test_the_list_takes_the_newest_import_back(page: ExchangePage, ledger: Ledger, conflict: Path) -> None:
    page.open_file(conflict)
    page.preview.apply.click()
    assert appeal_of(ledger, "楼道灯不亮 3").state == "已办结"
    assert page.home.undo.isVisible()
    page.home.undo.click()
    assert appeal_of(ledger, "楼道灯不亮 3").state == "办理中"
    assert not page.home.undo.isVisible()


def test_sides_are_chosen_and_unchosen_with_the_mouse(page: ExchangePage, conflict: Path) -> None:
    page.open_file(conflict)
    found = page.preview.list
    number = next(n for n, line in enumerate(found.lines.lines) if line.kind is LineKind.FIELD)
    area = found.visualRect(found.lines.index(number))
    _, ours, _ = zones(found.lines, found.lines.lines[number], area)
    for choice in (Choice.OURS, None):
        QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=ours.area.center())
        assert found.lines.edit_of(found.lines.lines[number]).choice is choice


def test_keeping_ours_alone_can_be_noted(
    page: ExchangePage, ledger: Ledger, send: Send, notices: SpokenNotices
) -> None:
    back = edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×"})
    with ledger.change("改责任人") as tx:
        tx.update(appeal_of(ledger, "楼道灯不亮 1").with_values({"handler": "社区 罗×"}))
    page.open_file(back)
    assert not page.preview.apply.isEnabled()
    press(page, KEY.Key_Left)
    assert page.preview.apply.text() == "记下选择"
    page.preview.apply.click()
    assert notices.said[-1].startswith("已记下选择")
    assert plan_of(ledger, back).counts[Verdict.UNCHANGED] == 3


def test_bulk_decisions_leave_blanked_cells_open(page: ExchangePage, ledger: Ledger, send: Send) -> None:
    page.open_file(edit(send(ledger), {("谢玉兰", "责任人"): None}))
    assert counts(page) == {"conflict": 1, "unchanged": 2}
    found = page.preview.list
    group = found.visualRect(found.lines.index(0))
    ours, theirs = zones(found.lines, found.lines.lines[0], group)
    page.flow.ask(theirs.ask)
    assert settled(page) == 0
    (words,) = [found.lines.words(line) for line in found.lines.lines if line.kind is LineKind.FIELD]
    assert words.endswith("录）：物业 冯×\n来表（街道办）：（清空）")
    assert ours.text == "没选的都用本机"


def test_a_file_without_a_table_is_named_with_the_way_out(
    page: ExchangePage, notices: SpokenNotices, tmp_path: Path
) -> None:
    path = tmp_path / "照片.xlsx"
    path.write_bytes(b"\x89PNG\r\n\x1a\n not a sheet")
    page.open_file(path)
    assert not in_preview(page)
    assert "照片.xlsx" in notices.said[0]
    assert "账本没有改动" in notices.said[0]


def test_a_locked_file_asks_for_its_password(page: ExchangePage, notices: SpokenNotices, tmp_path: Path) -> None:
    notices.paths = [tmp_path / "周报.xlsx"]
    notices.password = "只给街道"
    page.home.export.period.select("all")
    page.home.export.locked.setChecked(True)
    page.export()
    notices.said.clear()
    page.open_file(tmp_path / "周报.xlsx")
    assert notices.said == ["“周报.xlsx”设了打开密码"]
    assert in_preview(page)
    assert counts(page) == {"unchanged": 3}


def test_a_wrong_password_is_asked_for_again(
    page: ExchangePage, notices: SpokenNotices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices.paths = [tmp_path / "周报.xlsx"]
    notices.password = "只给街道"
    page.home.export.period.select("all")
    page.home.export.locked.setChecked(True)
    page.export()
    answers, bodies = ["不对", "只给街道"], []

    def typed(title: str, body: str, **_: object) -> str:
        bodies.append(body)
        return answers.pop(0)

    monkeypatch.setattr(notices, "ask_password", typed)
    page.open_file(tmp_path / "周报.xlsx")
    assert in_preview(page)
    assert [body.split("，")[0] for body in bodies] == ["请输入发表格的人告诉的密码。账本没有改动。", "密码不对"]


def without_ids(path: Path, name: str) -> Path:
    """The sheet as somebody typed it anew: no ids, another head behind the first door."""
    book = openpyxl.load_workbook(path)
    sheet = book["民情台账"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "序号" for cell in row))
    where = {str(cell.value): number for number, cell in enumerate(head, 1) if cell.value}
    for row in sheet.iter_rows(min_row=int(head[0].row or 0) + 1):
        if str(row[where["户主"] - 1].value) in {"谢玉兰", "韦国强", "范立新"}:
            sheet.cell(int(row[0].row or 0), where["记录编号"]).value = None
            if row[where["户主"] - 1].value == "谢玉兰":
                row[where["户主"] - 1].value = name
    target = path.with_name("手写.xlsx")
    book.save(target)
    return target


def test_a_doubtful_row_is_new_when_a_person_says_so(page: ExchangePage, ledger: Ledger, send: Send) -> None:
    page.open_file(without_ids(send(ledger), "谢玉芳"))
    assert counts(page)["doubtful"] == 1
    found = page.preview.list
    assert found.current_line is not None
    assert found.current_line.verdict is Verdict.DOUBTFUL
    before = ledger.count(Household)
    ask, park = zones(found.lines, found.current_line, found.visualRect(found.currentIndex()))
    assert (ask.text, park.text) == ("新增为另一户", "先放着")
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=ask.area.center())
    assert "doubtful" not in counts(page)
    page.preview.apply.click()
    assert ledger.count(Household) == before + 1


def test_a_candidate_is_taken_with_enter_and_given_back(page: ExchangePage, ledger: Ledger, send: Send) -> None:
    page.open_file(without_ids(send(ledger), "谢玉芳"))
    press(page, KEY.Key_Down)
    found = page.preview.list
    assert found.current_line is not None
    assert found.current_line.kind is LineKind.CARDS
    press(page, KEY.Key_Right, KEY.Key_Return)
    assert "doubtful" not in counts(page)
    assert page.flow.prepared is not None
    (ref,) = page.flow.prepared.plan.decisions.rows
    row = page.flow.prepared.plan.row(ref)
    page.preview.tiles.select(row.verdict.value)
    number = found.lines.find(Line(LineKind.ROW, row.verdict, page.flow.prepared.plan.rows.index(row)))
    back, _ = zones(found.lines, found.lines.lines[number], found.visualRect(found.lines.index(number)))
    page.flow.ask(back.ask)
    assert counts(page)["doubtful"] == 1


def test_errors_name_the_cell_and_can_be_sent_back(
    page: ExchangePage, ledger: Ledger, send: Send, notices: SpokenNotices, tmp_path: Path
) -> None:
    page.open_file(edit(send(ledger), {("谢玉兰", "办结日期"): "2024.13.8", ("谢玉兰", "解决办法"): "换灯"}))
    assert counts(page) == {"error": 1, "unchanged": 2}
    found = page.preview.list
    line = next(line for line in found.lines.lines if line.kind is LineKind.ROW)
    assert "民情台账!M4" in found.lines.words(line)
    assert "2024.13.8" in found.lines.words(line)
    notices.paths = [tmp_path / "退回.xlsx"]
    page.preview.rejects.click()
    assert notices.said[-1] == "已存退回表：退回.xlsx"
    assert (tmp_path / "退回.xlsx").exists()
    page.preview.later.click()
    assert appeal_of(ledger, "楼道灯不亮 1").solution == "换灯"


def test_unknown_columns_are_said(page: ExchangePage, ledger: Ledger, send: Send) -> None:
    path = send(ledger)
    book = openpyxl.load_workbook(path)
    sheet = book["民情台账"]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "序号" for cell in row))
    head[len(head) - 2].value = "楼道颜色"
    book.save(path)
    page.open_file(path)
    assert page.preview.header.badge.text == "1 栏未识别，原样保留"
    assert "楼道颜色" in page.preview.header.toolTip()


def test_leaving_keeps_the_choices_until_cancelled(page: ExchangePage, conflict: Path) -> None:
    page.open_file(conflict)
    press(page, KEY.Key_Right)
    page.preview.left.emit()
    assert not in_preview(page)
    assert page.home.pending.isVisible()
    page.home.resumed.emit()
    assert in_preview(page)
    assert settled(page) == 1
    page.preview.cancelled.emit()
    assert not page.preview.list.lines.lines
    assert not page.home.pending.isVisible()


def test_a_book_that_moves_is_planned_again_with_the_choices(
    page: ExchangePage, ledger: Ledger, conflict: Path
) -> None:
    page.open_file(conflict)
    press(page, KEY.Key_Right)
    apply_plan(ledger, plan_of(ledger, conflict))
    page.on_changed(frozenset({"appeal"}))
    assert counts(page) == {"unchanged": 2, "conflict": 1}
    assert settled(page) == 1


def test_tiles_show_one_group_and_space_folds(page: ExchangePage, conflict: Path) -> None:
    page.open_file(conflict)
    found = page.preview.list
    rows = [line.verdict for line in found.lines.lines if line.kind is LineKind.ROW]
    assert rows == [Verdict.CONFLICT], "what needs nobody is folded while something does"
    page.preview.tiles.select("unchanged")
    assert [line.verdict for line in found.lines.lines] == [Verdict.UNCHANGED] * 2
    page.preview.tiles.select("all")
    press(page, KEY.Key_Space)
    assert LineKind.FIELD not in {line.kind for line in found.lines.lines}
    heights = [found.rowHeight(number) for number in range(len(found.lines.lines))]
    assert heights == [26, 32, 26, 26]
    press(page, KEY.Key_Space)
    assert [found.rowHeight(number) for number in range(4)] == [26, 32, 28, 38]
    page.grab()


def test_a_file_is_read_while_the_window_lives(
    qtbot: QtBot, ledger: Ledger, notices: SpokenNotices, jobs: Jobs, conflict: Path
) -> None:
    page = ExchangePage(Session(ledger, jobs=jobs, notices=notices, hub=Hub()))
    qtbot.addWidget(page)
    page.open_file(conflict)
    qtbot.waitUntil(lambda: page.previewing, timeout=10_000)
    page.flow.apply()
    qtbot.waitUntil(lambda: not page.previewing, timeout=10_000)
    assert notices.said == ["已导入 1 行"]


def test_a_dropped_file_opens_its_preview(page: ExchangePage, conflict: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(conflict))])
    none = Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, none))
    assert in_preview(page)
