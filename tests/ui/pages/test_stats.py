"""统计: the figures, the charts by mouse and by key, the stretch of time, the definitions, and the ways out."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from minqing.actions.sample import PROFILE
from minqing.ledger import Ledger
from minqing.work.definitions import Definitions, Hours, definitions_of
from minqing.work.report import report
from minqing.work.report_words import figures
from minqing.work.spans import Span, window
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from ui.app import Desk
from ui.dialogs.definitions_dialog import DefinitionsDialog, definitions_in, values_of
from ui.dialogs.range_dialog import RangeDialog
from ui.dialogs.report_preview import ReportPreview
from ui.pages.appeals import AppealsPage
from ui.pages.home import HomePages
from ui.pages.stats import StatsPage
from ui.widgets.charts import Chart, nice_top

FIRST_PAGE = "stats"
TODAY = date.today()


@pytest.fixture
def page(desk: Desk) -> StatsPage:
    """The page on the sample book, of this year, so that there is something on every day of the month."""
    found = desk.window.show_page("stats")
    assert isinstance(found, StatsPage)
    found.span.segment.select(Span.YEAR)
    QApplication.processEvents()
    return found


def dialog_of(page: StatsPage, kind: type[QDialog]) -> QDialog:
    QApplication.processEvents()
    [found] = [one for one in page.window().findChildren(kind) if one.isVisible()]
    return found


@pytest.mark.parametrize(("value", "top"), [(0, 2), (3, 4), (6, 6), (9, 10), (11, 12), (73, 80), (276, 300)])
def test_axes_end_where_their_middle_is_whole(value: int, top: int) -> None:
    assert nice_top(value) == top


def test_the_strip_shows_the_figures_of_the_report(page: StatsPage) -> None:
    expected = figures(report(page._session.ledger, window(Span.YEAR, TODAY, on=TODAY)))
    assert [card.figure for card in page.strip.cards] == list(expected)
    assert [card.accessibleName() for card in page.strip.cards] == [one.spoken for one in expected]
    assert expected[1].number in page.strip.cards[1].accessibleName()


def test_every_control_has_a_name_and_explains_itself(page: StatsPage) -> None:
    for one in (page.out.book, page.out.paper, page.out.picture, page.span.range, page.rule.button,
                page.span.earlier, page.span.later, page.coverage.list_button, *page.strip.cards):  # fmt: skip
        assert one.accessibleName()
        assert one.toolTip()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
    for chart in (page.coverage.rows, page.trend.chart, page.categories.chart):
        assert chart.accessibleName()
        assert chart.accessibleDescription()


def test_a_building_leads_to_its_households(page: StatsPage, desk: Desk) -> None:
    assert page.report is not None
    line = page.report.buildings[-1]
    rows = page.coverage.rows
    rows.setFocus()
    press("End", rows)
    press("Home", rows)
    assert page.report.buildings[0].name in rows.accessibleName()
    for _ in page.report.buildings:
        press("Down", rows)
    press("Return", rows)
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    shown = {one.file.household.id for one in home.table.table.records_model.records}
    assert shown == {one for part in (line.seen, line.earlier, line.knocked, line.never) for one in part}
    assert home.table.filters.only.text() == line.name
    click(home.table, line.name)
    assert len(home.table.table.records_model.records) > len(shown)
    assert not home.table.filters.only.isVisible()


def test_those_never_visited_are_listed(page: StatsPage, desk: Desk) -> None:
    assert page.report is not None
    click(page, "列出这些户")
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert len(home.table.table.records_model.records) == len(page.report.never)


def test_a_part_of_a_bar_can_be_clicked(page: StatsPage, desk: Desk) -> None:
    assert page.report is not None
    rows = page.coverage.rows
    row = next(number for number, line in enumerate(page.report.buildings) if line.never)
    QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.part_area(row, 3).center().toPoint())
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert len(home.table.table.records_model.records) == len(page.report.buildings[row].never)


@pytest.mark.parametrize("name", ["trend", "categories"])
def test_a_week_or_a_kind_leads_to_its_appeals(page: StatsPage, desk: Desk, name: str) -> None:
    assert page.report is not None
    chart: Chart = page.trend.chart if name == "trend" else page.categories.chart
    chart.setFocus()
    press("End", chart)
    number = chart.current
    press("Left", chart)
    press("Right", chart)
    assert chart.current == number == chart.count - 1
    point, line = page.report.weeks, page.report.categories
    number = next(at for at, one in enumerate(point) if one.registered) if name == "trend" else 0
    chart.move_to(number)
    press("Return", chart)
    appeals = desk.window.current_page
    assert isinstance(appeals, AppealsPage)
    wanted = {*point[number].registered, *point[number].settled} if name == "trend" else set(line[0].appeals)
    assert {one.appeal.id for one in appeals.table.records_model.records} == wanted
    click(appeals, appeals.only.text())
    assert len(appeals.table.records_model.records) > 0


def test_tooltips_tell_the_numbers(page: StatsPage, qtbot: QtBot) -> None:
    for chart in (page.coverage.rows, page.trend.chart, page.categories.chart):
        place = chart.area_of(0).center().toPoint()
        assert QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
        assert chart.part_at(place) >= 0
        assert any(letter.isdigit() for letter in chart.words_of(0))
        assert chart.part_at(QPoint(-5, -5)) == -1


def test_by_month(page: StatsPage) -> None:
    page.trend.step.select("month")
    assert page.report is not None
    assert page.trend.points == page.report.months
    assert page.trend.unit.text() == "件 / 月"


def test_another_stretch_of_time_by_key(page: StatsPage) -> None:
    assert page.report is not None
    press("PgUp", page.span.segment)
    assert page.report.window.period.end == date(TODAY.year - 1, 12, 31)
    assert page.span.later.isEnabled()
    press("PgDown", page.span.segment)
    assert page.report.window.period.end == TODAY
    assert not page.span.later.isEnabled()
    press("PgDown", page.span.segment)
    assert page.report.window.period.end == TODAY, "there is nothing after today"


def test_own_days(page: StatsPage) -> None:
    page.span.segment.select(Span.OWN)
    dialog = dialog_of(page, RangeDialog)
    assert isinstance(dialog, RangeDialog)
    dialog.form.set_values({"start": TODAY, "end": TODAY - timedelta(days=1)})
    click(dialog, "看这段时间")
    assert dialog.form.error("end") == "结束日期早于开始日期。请改一个。"
    dialog.form.set_values({"start": TODAY - timedelta(days=9), "end": TODAY})
    dialog.form.input("end").focus_first()
    press("Return")
    assert page.report is not None
    assert page.report.window.period.days == 10
    assert page.span.segment.key == Span.OWN
    page.span.earlier.click()
    assert page.report.window.period.end == TODAY - timedelta(days=10)


def test_calling_off_own_days_leaves_the_segment_where_it_was(page: StatsPage) -> None:
    page.span.segment.select(Span.OWN)
    dialog_of(page, RangeDialog).reject()
    assert page.span.segment.key == Span.YEAR


def test_definitions_are_changed_shown_and_undone(page: StatsPage, notices: SpokenNotices) -> None:
    ledger = page._session.ledger
    press("Return", page.strip.cards[5])
    dialog = dialog_of(page, DefinitionsDialog)
    assert isinstance(dialog, DefinitionsDialog)
    dialog.form.input("mostly_counts").set_value("no")
    dialog.form.input("first_weekday").set_value("4")
    dialog.form.changed.emit()
    assert "满意率 = 满意 ÷ 已回访" in dialog.formulas.text()
    press("Return", dialog)
    assert definitions_of(ledger) == Definitions(first_weekday=4, mostly_counts=False)
    assert page.strip.cards[5].figure.definition == "满意 ÷ 已回访"
    assert page.rule.words.text().startswith("每周从周五起")
    assert notices.said[-1] == "统计口径已改"
    notices.undos[-1]()
    assert page.rule.words.text().startswith("每周从周一起")
    assert page.strip.cards[5].figure.definition == "满意和基本满意 ÷ 已回访"


def test_the_dialog_holds_every_definition() -> None:
    other = Definitions(
        first_weekday=6,
        knock_counts=True,
        vacant_counts=True,
        waiting_counts=False,
        hours=Hours.WORKING,
        next_day_counts=False,
        prompt_of_all=True,
        mostly_counts=False,
        unrated_counts=True,
    )
    assert definitions_in(values_of(other)) == other


def test_saving_nothing_new_writes_nothing(page: StatsPage, notices: SpokenNotices) -> None:
    before = page._session.ledger.version
    click(page, "口径")
    dialog = dialog_of(page, DefinitionsDialog)
    click(dialog, "改回通常的口径")
    click(dialog, "保存口径")
    assert page._session.ledger.version == before
    assert not notices.said


def test_the_workbook_is_saved(page: StatsPage, notices: SpokenNotices, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    notices.paths = [tmp_path / "统计.xlsx"]
    press("Ctrl+E", page.span.segment)
    assert notices.said[-1] == "已导出 统计.xlsx"
    assert load_workbook(notices.paths[0])["统计"]["B4"].value == int(page.strip.cards[0].figure.number)


def test_a_place_that_cannot_be_written_is_told(page: StatsPage, notices: SpokenNotices, tmp_path: Path) -> None:
    notices.paths = [tmp_path]
    click(page, "导出工作簿")
    assert "存不进" in notices.said[-1]


def test_the_report_is_looked_at_and_saved(page: StatsPage, notices: SpokenNotices, tmp_path: Path) -> None:
    press("Ctrl+P", page.span.segment)
    dialog = dialog_of(page, ReportPreview)
    assert isinstance(dialog, ReportPreview)
    assert len(dialog.pages) == 1
    notices.paths = [tmp_path / "报告.pdf"]
    click(dialog, "存为 PDF…")
    assert notices.paths[0].read_bytes().startswith(b"%PDF")
    assert notices.said[-1] == "已存为 报告.pdf"
    dialog.close()


def test_pictures(page: StatsPage, notices: SpokenNotices) -> None:
    click(page, "复制图片")
    page.out.menu.actions()[0].trigger()
    page.out.menu.hide()
    whole = QGuiApplication.clipboard().image()
    press("Ctrl+C", page.trend.chart)
    one = QGuiApplication.clipboard().image()
    assert whole.width() > one.width() > page.trend.width()
    assert notices.said[-2:] == ["已复制图片：整页", "已复制图片：诉求新增与办结"]


def test_too_little_to_draw(qtbot: QtBot, tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "空.mqb", "守口如瓶的密码", PROFILE) as ledger:
        desk = Desk(ledger, inline=True)
        qtbot.addWidget(desk.window)
        desk.window.show()
        page = desk.window.show_page("stats")
        assert isinstance(page, StatsPage)
        assert page.empty.isVisible()
        assert not page.strip.isVisible()
        assert not page.out.isVisible()
        press("Ctrl+P", page)
        click(page, "记走访")
        assert isinstance(desk.window.current_page, HomePages)


@pytest.mark.parametrize(("width", "height", "columns"), [(1366, 768, 6), (911, 512, 3)])
def test_nothing_is_cut(page: StatsPage, desk: Desk, width: int, height: int, columns: int) -> None:
    desk.window.resize(width, height)
    QApplication.processEvents()
    tops = {card.y() for card in page.strip.cards}
    assert len(tops) == 6 // columns
    inner = page.rect()
    for part in (page.span, page.rule, page.out):
        assert inner.contains(QRect(part.mapTo(page, QPoint()), part.size()))
        assert part.width() >= part.minimumSizeHint().width()
    assert page.content.width() <= page.width()
    for panel in (page.coverage, page.trend, page.categories):
        assert panel.width() >= panel.minimumSizeHint().width()
        assert panel.height() >= panel.minimumSizeHint().height()
