"""The worst that can happen on each page, by its real cause: what was typed stays, and a sentence tells the way out.

The table at the end says for every page which test walks its happy path and which one its worst error.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.actions.records import remove_records, save_records
from minqing.actions.visit_drafts import visit_drafts
from minqing.actions.visits import remove_visit
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import edit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import Keyboard, drawer_of, drawers, line, press, typed, words, write
from tests.ui.sample_book import DOOR, HEAD, PASSWORD, TODAY, family_of, matter_of, member_of
from ui.app import Desk
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.start import StartDialog
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.building import BuildingPage
from ui.pages.exchange import ExchangePage
from ui.pages.household_attachments import AttachmentsPanel
from ui.pages.settings import SettingsPage
from ui.pages.stats import StatsPage
from ui.pages.today import TodayPage
from ui.pages.visits import VisitsPage
from ui.preferences import Size, load_preferences

LONG = "老两口身体都好，问了医保缴费。" * 130
FULL = "磁盘空间不够"
LOCKED = "是只读的，改动存不进去"
GONE = "已经不在账本里"
_CHINESE = re.compile(r"[一-鿿]")


@contextmanager
def full_disk(ledger: Ledger) -> Iterator[None]:
    """The file may not grow, and what was free in it is used up: SQLite says what it says when the disk is full."""
    number = ledger._connection.number
    while number("PRAGMA freelist_count"):
        save_records(ledger, [Household(estate="占位", building="99", unit="9", room="999", notes=LONG)], label="占满")
    ledger._connection.run(f"PRAGMA max_page_count = {number('PRAGMA page_count')}")
    yield
    ledger._connection.run("PRAGMA max_page_count = 1073741823")


@contextmanager
def read_only(ledger: Ledger) -> Iterator[None]:
    """SQLite takes nothing more, as from a disk that was locked meanwhile."""
    ledger._connection.run("PRAGMA query_only = ON")
    yield
    ledger._connection.run("PRAGMA query_only = OFF")


def told(notices: SpokenNotices) -> str:
    """The last that was said, which must be for people."""
    said = notices.said[-1]
    assert _CHINESE.search(said)
    assert "Traceback" not in said
    assert "Error" not in said
    return said


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


def lose(ledger: Ledger, household: str) -> None:
    """Somebody takes a household out of the book with all that belongs to it, and no page hears of it."""
    appeals = [one.id for one in ledger.records(Appeal, household=household)]
    parts = [one.id for model in (Visit, Resident) for one in ledger.records(model, household=household)]
    remove_records(ledger, [one.id for one in ledger.records(Step, appeal=appeals)], label="删除")
    remove_records(ledger, appeals, label="删除")
    remove_records(ledger, [*parts, household], label="删除")


def test_today_the_household_of_a_task_is_gone(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    keys.press("Ctrl+1")
    page = desk.window.current_page
    assert isinstance(page, TodayPage)
    lose(desk.ledger, family_of(desk.ledger).id)
    keys.press("Enter")
    assert GONE in told(notices)
    assert drawers(desk.window) == []
    assert page.today is not None
    assert DOOR not in {one.door for one in page.today.tasks}


def test_building_nobody_at_several_doors_on_a_locked_disk(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    keys.press("Ctrl+2", "Ctrl+A")
    page = desk.window.current_page
    assert isinstance(page, BuildingPage)
    marked, before = page.board.marked, desk.ledger.count(Visit)
    keys.tab_to("都记“无人”")
    with read_only(desk.ledger):
        keys.press("Enter")
    assert LOCKED in told(notices)
    assert page.board.marked == marked
    assert desk.ledger.count(Visit) == before


def test_households_a_new_one_on_a_full_disk(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    keys.press("Ctrl+3")
    keys.tab_to("登记住户")
    keys.press("Enter")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("9-1-302", line(drawer, "门牌"))
    write(LONG, line(drawer, "备注"))
    with full_disk(desk.ledger):
        keys.press("Ctrl+S")
        assert FULL in told(notices)
        assert typed(drawer, "备注") == LONG
    keys.press("Ctrl+S")
    assert drawers(desk.window) == []
    assert desk.ledger.count(Household, building="9", room="302") == 1


def test_household_a_member_is_gone_under_the_open_drawer(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    desk.go("household", family_of(desk.ledger).id)
    QApplication.processEvents()
    keys.press("Enter")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("在乙厂上班", line(drawer, "备注"))
    remove_records(desk.ledger, [member_of(desk.ledger, HEAD).id], label="删除")
    keys.press("Ctrl+S")
    assert GONE in told(notices)
    assert "编号" not in notices.said[-1]
    assert typed(drawer, "备注") == "在乙厂上班"
    assert drawer.save_button.isEnabled()


def test_household_a_photo_that_is_gone_when_it_is_read(desk: Desk, notices: SpokenNotices, tmp_path: Path) -> None:
    desk.go("household", family_of(desk.ledger).id)
    [panel] = desk.window.findChildren(AttachmentsPanel)
    (tmp_path / "门口.jpg").mkdir()
    for path in (tmp_path / "门口.jpg", tmp_path / "没有.png"):
        panel.add_paths([path])
        assert f"“{path.name}”" in told(notices)
    assert panel.attachments == ()


def test_recording_a_visit_on_a_full_disk_keeps_the_text(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    desk.go("record_visit", family_of(desk.ledger).id)
    drawer = drawer_of(desk.window, VisitDrawer)
    keys.press("1")
    keys.say(LONG)
    with full_disk(desk.ledger):
        drawer.keep_draft()
        assert "草稿没有存上" in words(drawer)
        assert FULL in words(drawer)
        keys.press("Ctrl+S")
        assert FULL in told(notices)
        assert typed(drawer, "民情记录") == LONG
        assert drawer.save_button.isEnabled()
    keys.press("Ctrl+S")
    assert desk.ledger.count(Visit, said=LONG) == 1
    assert visit_drafts(desk.ledger) == []


def test_visits_the_one_being_corrected_is_gone(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    [visit] = desk.ledger.records(Visit, household=family_of(desk.ledger).id)
    desk.go("visits", visit.id)
    page = desk.window.current_page
    assert isinstance(page, VisitsPage)
    keys.press("Enter")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("又补了一句", line(drawer, "民情记录"))
    remove_visit(desk.ledger, visit.id)
    keys.press("Ctrl+S")
    assert GONE in told(notices)
    assert typed(drawer, "民情记录") == "又补了一句"
    notices.answers = ["remove"]
    drawer.remove()
    assert GONE in told(notices)
    assert drawer.isVisible()


@pytest.fixture
def preview(desk: Desk, notices: SpokenNotices, tmp_path: Path) -> ExchangePage:
    """The week's sheet came back; a long reply of the office is to be taken in."""
    page = desk.window.show_page("exchange")
    assert isinstance(page, ExchangePage)
    page.home.export.period.select("all")
    notices.paths = [tmp_path / "周报.xlsx"]
    page.export()
    page.open_file(edit(tmp_path / "周报.xlsx", {("信报箱", "责任人"): "街道" * 60}))
    assert page.previewing
    return page


def test_exchange_taking_in_on_a_locked_disk_keeps_the_preview(
    desk: Desk, preview: ExchangePage, keys: Keyboard, notices: SpokenNotices
) -> None:
    before = matter_of(desk.ledger)
    with read_only(desk.ledger):
        keys.press("Ctrl+Enter")
    assert LOCKED in told(notices)
    assert keys.here is preview.preview.list
    assert matter_of(desk.ledger) == before
    keys.press("Ctrl+Enter")
    assert not preview.previewing
    assert matter_of(desk.ledger).handler == "街道" * 60


def test_exchange_a_place_that_takes_no_file(desk: Desk, notices: SpokenNotices) -> None:
    """The kernel's own folder takes no file of ours."""
    page = desk.window.show_page("exchange")
    assert isinstance(page, ExchangePage)
    notices.paths = [Path("/proc/周报.xlsx")]
    before = len(desk.ledger.exchanges())
    page.export()
    assert told(notices) == "文件没有存成"
    assert len(desk.ledger.exchanges()) == before


def test_stats_a_period_in_which_nothing_happened(desk: Desk, keys: Keyboard, notices: SpokenNotices) -> None:
    keys.press("Ctrl+7")
    page = desk.window.current_page
    assert isinstance(page, StatsPage)
    for _ in range(14):
        keys.press("PgUp")
    assert page.report is not None
    assert page.report.window.period.end < TODAY - timedelta(days=365)
    assert page.report.visits.now == 0
    assert page.span.isVisible()
    assert "None" not in words(page)
    assert "nan" not in words(page)
    keys.press("PgDown")
    assert notices.said == []


@pytest.fixture
def settings(desk: Desk) -> SettingsPage:
    page = desk.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    QApplication.processEvents()
    return page


def test_settings_a_place_for_backups_that_takes_none(
    settings: SettingsPage, notices: SpokenNotices, tmp_path: Path
) -> None:
    place = tmp_path / "U盘"
    place.write_text("这里不是文件夹")
    notices.paths = [place]
    settings.back_up_elsewhere()
    assert "账本没有改动" in told(notices)


def test_settings_the_profile_on_a_full_disk(settings: SettingsPage, desk: Desk, notices: SpokenNotices) -> None:
    before = desk.ledger.profile
    write("冯" * 9000, line(settings.book, "填报人"))
    with full_disk(desk.ledger):
        settings.save_profile()
        assert FULL in told(notices)
        assert desk.ledger.profile == before
        assert typed(settings.book, "填报人") == "冯" * 9000


def test_settings_looks_that_cannot_be_kept(
    settings: SettingsPage, keys: Keyboard, notices: SpokenNotices, own_home: Path
) -> None:
    """Where the settings lie there is a folder of the same name."""
    store = own_home / ".config" / "minqing" / "window.json"
    store.mkdir(parents=True)
    keys.tab_to("标准")
    keys.press("Right")
    assert "没有存下来" in told(notices)
    assert load_preferences().size is Size.STANDARD
    assert settings.look.values()["size"] == Size.STANDARD


_HOLDS = """
import sys
from pathlib import Path
from minqing.ledger import Ledger
with Ledger.open(Path(sys.argv[1]), sys.argv[2]):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(book: Path) -> Iterator[Path]:
    """The book, open in another process."""
    command = [sys.executable, "-c", _HOLDS, str(book), PASSWORD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield book
        other.communicate("")


def test_start_the_book_is_open_in_another_process(held: Path, qtbot: QtBot, notices: SpokenNotices) -> None:
    dialog = StartDialog(lambda _: notices, book=held)
    qtbot.addWidget(dialog)
    dialog.show()
    write(PASSWORD, dialog.password)
    press("Return", dialog.password)
    assert dialog.ledger is None
    assert "正被另一个窗口使用" in dialog.problem.text()


def test_start_a_new_book_where_nothing_can_be_stored(
    qtbot: QtBot, notices: SpokenNotices, own_home: Path, tmp_path: Path
) -> None:
    from ui.dialogs.new_book import NewBook

    place = tmp_path / "文件"
    place.write_text("这里不是文件夹")
    made = NewBook(notices)
    qtbot.addWidget(made)
    made.show()
    made.form.set_values({"owner": "罗×", "street": "新光路街道", "community": "生活桥社区"})
    made.go_on()
    made._chosen = place / "账本.mqb"
    made.secret.set_values({"password": PASSWORD, "again": PASSWORD})
    made.go_on()
    assert "里存不进文件" in told(notices)
    assert made.secret.values()["password"] == PASSWORD


PATHS = {
    "今日": ("pages/test_today.py::test_enter_records_the_visit_and_the_task_is_gone",
             "test_worst.py::test_today_the_household_of_a_task_is_gone"),
    "楼栋": ("pages/building/test_building.py::test_next_door_follows_the_order_and_is_remembered",
             "test_worst.py::test_building_nobody_at_several_doors_on_a_locked_disk"),
    "家庭": ("pages/test_households.py::test_a_new_household_goes_into_the_table",
             "test_worst.py::test_households_a_new_one_on_a_full_disk"),
    "一户一档": ("pages/test_household.py::test_adding_a_member",
                 "test_worst.py::test_household_a_member_is_gone_under_the_open_drawer"),
    "附件": ("pages/test_household_attachments.py::test_files_are_chosen_and_shown",
             "pages/test_household_attachments.py::test_a_photo_that_cannot_be_read_is_kept_without_a_small_picture"),
    "记走访": ("dialogs/test_visit_drawer.py::test_saves_all_of_it",
               "test_worst.py::test_recording_a_visit_on_a_full_disk_keeps_the_text"),
    "走访": ("pages/test_visits.py::test_enter_opens_it_to_be_corrected",
             "test_worst.py::test_visits_the_one_being_corrected_is_gone"),
    "诉求": ("pages/test_appeals.py::test_from_registered_to_closed",
             "dialogs/test_progress_drawer.py::test_an_appeal_that_is_gone_is_told"),
    "交换": ("test_exchange_page.py::test_a_conflict_is_decided_by_keyboard_written_and_taken_back",
             "test_worst.py::test_exchange_taking_in_on_a_locked_disk_keeps_the_preview"),
    "统计": ("pages/test_stats.py::test_the_workbook_is_saved",
             "test_worst.py::test_stats_a_period_in_which_nothing_happened"),
    "设置": ("pages/test_settings.py::test_the_books_owner_is_changed_and_back_again",
             "test_worst.py::test_settings_the_profile_on_a_full_disk"),
    "开始页": ("dialogs/test_start.py::test_a_named_book_asks_only_for_its_password",
               "test_worst.py::test_start_the_book_is_open_in_another_process"),
}  # fmt: skip
"""By page: the test of its happy path, and that of the worst that can happen there."""


@pytest.mark.parametrize(("page", "which"), [(page, which) for page in PATHS for which in (0, 1)])
def test_every_page_has_both(page: str, which: int) -> None:
    file, _, name = PATHS[page][which].partition("::")
    tree = ast.parse((Path(__file__).parent / file).read_text("utf-8"))
    assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}
