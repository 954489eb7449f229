"""Pictures of every page and dialog of the sample book: ``python -m ui.shots DIR [WORKBOOK …]``.

With workbooks after the folder, 套用表样 is pictured on each of them instead.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from exports.edited_copy import edited_copy
from exports.workbook import write_workbook
from minqing.actions.records import save_records
from minqing.actions.sample import PROFILE, create_sample
from minqing.forms.library import form_named
from minqing.forms.marker import Marker
from minqing.ledger import Exchange, Ledger
from minqing.records.appeal import Appeal
from minqing.work.spans import Span
from minqing.work.visit_list import HouseholdFile, household_files
from ui.app import Desk, make_application
from ui.camera import Camera
from ui.dialogs.appeal_print import AppealPrint
from ui.dialogs.definitions_dialog import DefinitionsDialog
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.join_dialog import JoinDialog
from ui.dialogs.join_finder import JoinFinder
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.range_dialog import RangeDialog
from ui.dialogs.report_preview import ReportPreview
from ui.dialogs.start import StartDialog
from ui.notices import WindowNotices
from ui.pages.appeals import AppealsPage
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_zones import Park
from ui.pages.home import HomePages
from ui.pages.household import HouseholdPage
from ui.pages.stats import StatsPage
from ui.pages.today import TodayPage
from ui.pages.today_words import DOORS, URGENT
from ui.sending import header_of, send_sheet
from ui.shots_building import building_shots
from ui.shots_household import household_shots, street_columns, table_shots
from ui.shots_visit import visit_shots
from ui.shots_window import window_shots, without_toasts
from ui.widgets.drawer import Drawer
from ui.widgets.sheet_view import CellTag, Spot

_PASSWORD = "样本账本的密码"
_WITH_TOAST = frozenset({"一户一档-附件", "交换-还有先放着", "已学会的表样", "往来详情-已撤销"})


class _Quiet(Camera):
    """Without the words about what a moment ago was done for the picture, unless they are of what it shows."""

    def take(self, widget: QWidget, name: str, *, over: QWidget | None = None) -> None:
        if name not in _WITH_TOAST:
            without_toasts(widget)
        super().take(widget, name, over=over)


def _busiest(files: list[HouseholdFile]) -> HouseholdFile:
    def weight(one: HouseholdFile) -> tuple[int, str]:
        both = 6 if one.care_groups and one.appeals else 0
        shown = both + min(len(one.appeals), 3) + len(one.residents) + len(one.visits)
        return shown, one.household.id

    return max(files, key=weight)


def _drawers(page: HouseholdPage) -> Iterator[tuple[str, Callable[[], None]]]:
    assert page.view is not None
    member = page.view.file.residents[0]
    yield "记走访", page.add_visit
    yield "登诉求", page.add_appeal
    yield "改信息", page.edit_household
    yield "改成员", lambda: page.edit_member(member)


def _pages(desk: Desk, camera: Camera) -> None:
    window = desk.window
    _today(desk, camera)
    building_shots(desk, camera.take)
    visit_shots(desk, camera.take)
    window.show_page("home")
    camera.take(window, "家庭")
    table_shots(desk, camera.take)
    file = _busiest(household_files(desk.ledger))
    street_columns(desk, file.household.id)
    desk.go("household", file.household.id)
    camera.take(window, "一户一档")
    household_shots(desk, camera.take)
    home = window.page("home")
    assert isinstance(home, HomePages)
    for name, show in _drawers(home.one):
        show()
        camera.take(window, name)
        _close_drawers(window)
    desk.go("appeals", None)
    camera.take(window, "诉求")
    _several(desk, camera)
    open_one = next(one for one in desk.ledger.records(Appeal) if one.state == "办理中")
    desk.go("appeals", open_one.id)
    window.current_page.front.advance("")  # type: ignore[union-attr]
    camera.take(window, "记进展")
    _close_drawers(window)


def _several(desk: Desk, camera: Camera) -> None:
    page = desk.window.current_page
    assert isinstance(page, AppealsPage)
    page.table.selectAll()
    camera.take(desk.window, "诉求-选中几件")
    page.hand_over()
    camera.take(desk.window, "转交几件")
    _close_drawers(desk.window)
    page.only_one()
    page.print_list()
    for preview in desk.window.findChildren(AppealPrint):
        camera.take(preview, "诉求-打印清单")
        preview.close()


def _today(desk: Desk, camera: Camera) -> None:
    window = desk.window
    with desk.ledger.change("导出 民情台账") as tx:
        tx.note_exchange(_sent_before(days=3))
    page = window.show_page("today")
    window.show()
    assert isinstance(page, TodayPage)
    page.read_words()
    camera.take(window, "今日")
    page.order.set_value(DOORS)
    camera.take(window, "今日-门牌顺序")
    page.order.set_value(URGENT)
    page.change_plan()
    camera.take(window, "今日-间隔与目标")
    _close_drawers(window)
    window.resize(911, 512)
    camera.take(window, "今日-窄")
    window.resize(1366, 768)


def _sent_before(*, days: int) -> Exchange:
    at = datetime.now() - timedelta(days=days)
    return Exchange("out", "街道办", "民情台账_上周.xlsx", "民情台账", "", "", 31, None, at)


def _stats(desk: Desk, camera: Camera) -> None:
    """统计 of this month, of the quarter by month, how the figures are meant, and the one-page report."""
    page = desk.window.show_page("stats")
    assert isinstance(page, StatsPage)
    camera.take(desk.window, "统计")
    page.span.segment.select(Span.QUARTER)
    page.trend.step.select("month")
    camera.take(desk.window, "统计-本季按月")
    assert page.report is not None
    definitions = DefinitionsDialog(desk.window, desk.session, page.report.definitions)
    preview = ReportPreview(desk.window, desk.session, page.report)
    dialogs: list[tuple[str, QDialog]] = [
        ("统计口径", definitions),
        ("统计-自定时间", RangeDialog(desk.window, page.report.window.period)),
        ("统计-一页报告", preview),
    ]
    for name, dialog in dialogs:
        (preview.start if dialog is preview else dialog.show)()
        camera.take(dialog, name)
        dialog.close()
    usual = desk.window.size()
    desk.window.resize(911, 512)
    camera.take(desk.window, "统计-窄窗口")
    desk.window.resize(usual)
    page.span.segment.select(Span.MONTH)
    page.trend.step.select("week")


def _joining(desk: Desk, camera: Camera) -> None:
    """A household that was entered twice: the quiet line, the two side by side, the way to look for another."""
    window, ledger = desk.window, desk.ledger
    file = _busiest(household_files(ledger))
    head = file.head or file.residents[0]
    save_records(
        ledger, [head.with_values({"work": "新光路农贸市场", "notes": "白天在市场，晚上七点后在家"})], label="改信息"
    )
    with ledger.change("再登记一次") as tx:
        home = tx.add(file.household.with_values({"id": "", "revision": 0, "house_type": "出租", "notes": "租户"}))
        twin = {"id": "", "revision": 0, "household": home.id, "work": "", "notes": "周末才在"}
        again = tx.add(head.with_values(twin))
        tx.decline(head_now := ledger.get(head.id), head_now.with_values({"phones": ("16900000999",)}))
    desk.hub.tell({"household", "resident"})
    desk.go("household", file.household.id)
    camera.take(window, "一户一档-可能重复")
    pairs = (("合并居民", head.id, again.id), ("合并两户", file.household.id, home.id))
    dialogs: list[tuple[str, QDialog]] = [
        (name, JoinDialog(window, desk.session, keep=keep, gone=gone)) for name, keep, gone in pairs
    ]
    finder = JoinFinder(window, desk.session, record_id=head.id, name=head.name, kind=head.KIND)
    history = HistoryDialog(window, desk.session, record=file.household.id, name=file.household.door)
    for name, dialog in [*dialogs, ("合并成员", finder), ("改动历史", history)]:
        dialog.show()
        camera.take(dialog, name)
        dialog.close()


def _close_drawers(window: QWidget) -> None:
    for drawer in window.findChildren(Drawer):
        drawer.dismiss()


def _exchange(desk: Desk, camera: Camera, folder: Path) -> None:
    window = desk.window
    page = window.show_page("exchange")
    camera.take(window, "交换")
    sent = send_sheet(desk.ledger, form_named("民情台账"), folder, period=None, partner="街道办")
    back = _answered(desk.ledger, sent.file, folder / "新光路街道_第47周_回传.xlsx")
    assert isinstance(page, ExchangePage)
    page.open_file(back)
    camera.take(window, "导入预览")
    page.preview.how.click()
    camera.take(window, "导入预览-怎么读的")
    page.preview.how.click()
    _deciding(page, camera, back)
    form = form_named("居民信息表")
    blank = folder / "新光路街道_居民登记表.xlsx"
    blank.write_bytes(write_workbook(form, [], header=header_of(desk.ledger, None), marker=Marker()))
    _learning(page, camera, blank)
    camera.take(window, "已学会的表样")


def _deciding(page: ExchangePage, camera: Camera, back: Path) -> None:
    """Found, decided, put aside, left and gone on with, written; and the account of it, also when it was taken back."""
    window, preview = page.window(), page.preview
    preview.tiles.select("doubtful")
    camera.take(window, "导入预览-待定并排")
    preview.tiles.select("all")
    preview.filter.field.set_value("0")
    preview.filter.sides[0].click()
    camera.take(window, "导入预览-按栏目筛选")
    preview.filter.field.set_value("")
    preview.list.setFocus()
    line = preview.list.lines.lines[1]
    page.flow.ask(Park((line.place,), on=True))
    preview.filter.search.setText("诉求")
    preview.filter.search.clear()
    camera.take(window, "导入预览-先放着")
    page.open_file(back)
    camera.take(window, "导入预览-接着上次")
    page.flow.apply()
    camera.take(window, "交换-还有先放着")
    page.looking.open(page.home.table.records_model.records[0].exchange)
    camera.take(window, "往来详情")
    page.history.undo.click()
    camera.take(window, "往来详情-已撤销")
    page.history.left.emit()


def _learning(page: ExchangePage, camera: Camera, workbook: Path) -> None:
    """套用表样 on an office's sheet: as it opens, with either popup, and learned."""
    page.forms.open(workbook)
    dialog = page.forms.dialog
    if dialog is None:
        return
    dialog.setFocus()
    camera.take(dialog, f"套用表样-{workbook.stem}")
    marks = dialog.view.plan.marks
    unsure = [tag for tag in marks.tags if not tag.text] or list(marks.tags)
    dialog.view.go(Spot(0, unsure[0].column))
    dialog.view.column_wanted.emit(unsure[0].column)
    camera.take(dialog, f"套用表样-选栏目-{workbook.stem}")
    dialog.fields.close_up()
    cell = marks.cells[0] if marks.cells else CellTag(1, 1, "")
    dialog.view.go(Spot(cell.row, cell.column))
    dialog.view.cell_wanted.emit(cell.row, cell.column)
    camera.take(dialog, f"套用表样-选单元格-{workbook.stem}")
    dialog.cells.close_up()
    dialog.name.setText(f"{dialog.form.name}（学）")
    dialog.name.textEdited.emit(dialog.name.text())
    dialog.save()


def _answered(ledger: Ledger, sent: Path, to: Path) -> Path:
    """What the office sends back: answers, three cells that we changed too, a bad date, a family it knows otherwise."""
    waiting = [one for one in ledger.records(Appeal) if not one.settled and one.visit]
    doors = [one.household for one in household_files(ledger) if one.head]
    cells: dict[tuple[str, str], str | None] = {}
    for one in waiting[:3]:
        cells |= {(one.id, "责任人"): "街道 市政所", (one.id, "解决办法"): "已列入下周计划"}
    for one in waiting[3:9]:
        cells[one.id, "解决办法"] = "街道已协调，三日内上门"
    cells[waiting[-1].id, "办结日期"] = "2024.13.8"
    ours = [one.with_values({"handler": "社区 罗×", "solution": "物业明天上门"}) for one in waiting[:3]]
    save_records(ledger, ours, label="改责任人")
    rows = [
        {
            "走访日期": "2026-11-18",
            "小区": doors[5].estate,
            "门牌": doors[5].door,
            "户主": "周健民",
            "反映诉求事项": "想办居住证",
        },
        {
            "走访日期": "2026-11-18",
            "小区": doors[6].estate,
            "门牌": "8栋9单元1901",
            "户主": "严家雄",
            "反映诉求事项": "门禁刷卡没反应",
        },
    ]
    return edited_copy(sent, to, sheet="民情台账", cells=cells, rows=rows)


def _dialogs(desk: Desk, camera: Camera, empty: Ledger) -> None:
    preview = PrintPreview(desk.window, desk.session)
    preview.start()
    camera.take(preview, "打印走访表")
    preview.close()
    start = StartDialog(WindowNotices)
    start.show()
    camera.take(start, "从这里开始")
    start.show_new()
    camera.take(start, "新建账本")
    start.ask_password(desk.ledger.path)
    camera.take(start, "打开账本")
    start.close()
    bare = Desk(empty, inline=True)
    bare.window.show()
    for key, name in (
        ("today", "今日"),
        ("home", "家庭"),
        ("visits", "走访"),
        ("appeals", "诉求"),
        ("building", "楼栋"),
        ("exchange", "交换"),
        ("stats", "统计"),
        ("settings", "设置"),
    ):
        bare.window.show_page(key)
        camera.take(bare.window, f"空账本-{name}")
    bare.window.close()


def _workbooks(desk: Desk, camera: Camera, workbooks: Sequence[Path]) -> None:
    page = desk.window.show_page("exchange")
    assert isinstance(page, ExchangePage)
    desk.window.show()
    for workbook in workbooks:
        _learning(page, camera, workbook)
    camera.take(desk.window, "已学会的表样")


def tour(desk: Desk, camera: Camera, *, folder: Path, empty: Ledger) -> None:
    """Bring up every page, drawer and dialog of the book, then the pages of the empty one; files go to ``folder``."""
    _pages(desk, camera)
    _stats(desk, camera)
    _joining(desk, camera)
    _exchange(desk, camera, folder)
    window_shots(desk, camera.take)
    _dialogs(desk, camera, empty)


def main(arguments: list[str]) -> int:
    """Take all pictures into the folder named by the first argument; gives the exit status."""
    folder = Path(arguments[0] if arguments else "shots")
    workbooks = [Path(one) for one in arguments[1:]]
    folder.mkdir(parents=True, exist_ok=True)
    make_application(["shots"])
    with tempfile.TemporaryDirectory() as home:
        books = Path(home)
        with (
            create_sample(books / "样本账本.mqb", _PASSWORD) as ledger,
            Ledger.create(books / "空账本.mqb", _PASSWORD, PROFILE) as empty,
        ):
            desk = Desk(ledger, inline=True)
            camera = _Quiet(folder)
            if workbooks:
                _workbooks(desk, camera, workbooks)
            else:
                tour(desk, camera, folder=books, empty=empty)
            desk.window.close()
    print(f"图片在 {folder.resolve()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
