"""The window on one book: where wishes lead, which keys work where, what the bars say; nothing stays behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minqing.actions.records import save_records
from minqing.errors import NoScreen
from minqing.ledger import Exchange, Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import drawer_of, drawers, focused, press, words, write
from tests.ui.sample_book import DOOR, HEAD, MATTER, PASSWORD, PHONE, TODAY, family_of, matter_of
from ui.app import Desk, run_window
from ui.dialogs.keys_dialog import KeysDialog
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.appeals import AppealsPage
from ui.pages.home import HomePages
from ui.widgets.empty import EmptyState
from ui.widgets.search import SearchBox

PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区")


def home_of(desk: Desk) -> HomePages:
    page = desk.window.page("home")
    assert isinstance(page, HomePages)
    return page


def appeals_of(desk: Desk) -> AppealsPage:
    page = desk.window.page("appeals")
    assert isinstance(page, AppealsPage)
    return page


def search_box(desk: Desk) -> SearchBox:
    assert desk.window.top.search is not None
    return desk.window.top.search


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path, notices: SpokenNotices) -> Iterator[Desk]:
    """The window on a book in which nothing is written yet."""
    with Ledger.create(tmp_path / "空.mqb", PASSWORD, PROFILE) as ledger:
        made = Desk(ledger, inline=True)
        made.session.notices = notices
        qtbot.addWidget(made.window)
        made.window.show_page("home")
        with qtbot.waitActive(made.window):
            made.window.show()
            made.window.activateWindow()
        yield made
        made.window.close()


def empty_state(page: QWidget) -> EmptyState:
    [found] = [one for one in page.findChildren(EmptyState) if one.isVisible() and one.button is not None]
    return found


def press_button(state: EmptyState) -> None:
    assert state.button is not None
    state.button.click()


def test_bars_say_whose_book_it_is(desk: Desk) -> None:
    assert "生活桥小区" in words(desk.window.top)
    assert "民情助理 罗×" in words(desk.window.top)
    assert "已保存到本机" in words(desk.window.status)


def test_nav_counts_what_is_late(desk: Desk) -> None:
    late = sum(one.overdue_on(TODAY) for one in desk.ledger.records(Appeal))
    assert late >= 1
    assert desk.window.nav.items["appeals"].accessibleName() == f"诉求 {late}"
    save_records(desk.ledger, [matter_of(desk.ledger).with_values({"state": "已办结"})], label="办结")
    desk.hub.tell({"appeal"})
    assert desk.window.nav.items["appeals"].accessibleName() == (f"诉求 {late - 1}" if late > 1 else "诉求")


@pytest.mark.parametrize(("days", "hint"), [(2, ""), (5, "距上次上报 5 天")])
def test_top_bar_reminds_of_the_report(desk: Desk, days: int, hint: str) -> None:
    sent = Exchange(
        direction="out",
        partner="街道办",
        file="台账.xlsx",
        form="民情台账",
        period="",
        digest="",
        rows=1,
        change=None,
        at=datetime.now() - timedelta(days=days),
    )
    with desk.ledger.change("导出") as tx:
        tx.note_exchange(sent)
    desk.hub.tell({"visit"})
    assert desk.window.top._hint.isVisible() is bool(hint)
    assert desk.window.top._hint.accessibleName() == hint or not hint


@pytest.mark.parametrize("text", ["oylx", PHONE[-4:], "9幢1单元301室"])
def test_search_finds_the_family(qtbot: QtBot, desk: Desk, text: str) -> None:
    press("Ctrl+K", desk.window)
    box = search_box(desk)
    assert focused() is box.edit
    write(text)
    qtbot.waitUntil(box.popup.isVisible, timeout=2000)
    assert [result.title for result in box.popup.results][:1] in ([HEAD], [DOOR])
    press("Return")
    assert home_of(desk).one._name.text() == DOOR
    assert home_of(desk).front is home_of(desk).one


def test_search_brings_up_an_appeal(qtbot: QtBot, desk: Desk) -> None:
    press("Ctrl+K", desk.window)
    box = search_box(desk)
    write("挂号信取不出")
    qtbot.waitUntil(box.popup.isVisible, timeout=2000)
    assert [group.title for group in box.popup.groups] == ["诉求"]
    press("Return")
    current = appeals_of(desk).table.current_record
    assert desk.window.current_page is appeals_of(desk)
    assert current is not None
    assert current.appeal == matter_of(desk.ledger)


def test_escape_in_the_search_box_leaves_the_page_alone(qtbot: QtBot, desk: Desk) -> None:
    desk.go("household", family_of(desk.ledger).id)
    press("Ctrl+K", desk.window)
    box = search_box(desk)
    write("oylx")
    qtbot.waitUntil(box.popup.isVisible, timeout=2000)
    press("Esc")
    assert not box.popup.isVisible()
    assert box.edit.text() == "oylx"
    press("Esc")
    assert box.edit.text() == ""
    assert home_of(desk).front is home_of(desk).one


def test_a_drawer_keeps_the_pages_keys_to_itself(desk: Desk) -> None:
    desk.go("household", family_of(desk.ledger).id)
    press("Ctrl+N", desk.window)
    for keys in ("Ctrl+N", "Ctrl+J", "Ctrl+2", "PgDown", "F1", "Ctrl+K"):
        press(keys)
    drawer_of(desk.window, VisitDrawer)
    assert home_of(desk).one._name.text() == DOOR
    press("Esc")
    assert drawers(desk.window) == []
    assert home_of(desk).front is home_of(desk).one


def test_keys_follow_the_page(desk: Desk) -> None:
    assert "Ctrl+F" in words(desk.window.status)
    desk.go("household", family_of(desk.ledger).id)
    assert "PgUp PgDn" in words(desk.window.status)
    press("Esc", desk.window)
    assert home_of(desk).front is home_of(desk).table
    assert "Ctrl+F" in words(desk.window.status)
    press("Ctrl+N", desk.window)
    drawer_of(desk.window, VisitDrawer)


def test_keys_that_a_page_does_not_use_are_left_to_its_table(desk: Desk) -> None:
    table = home_of(desk).table.table
    table.setFocus()
    table.select_row(0)
    press("PgDown")
    assert table.currentIndex().row() > 0


def test_f1_lists_the_keys(desk: Desk) -> None:
    desk.go("household", family_of(desk.ledger).id)
    press("F1", desk.window)
    (dialog,) = desk.window.findChildren(KeysDialog)
    seen = words(dialog).splitlines()
    assert seen[:2] == ["按键一览", "一户一档"]
    assert seen[seen.index("Ctrl+N") + 1] == "记走访"
    assert seen[seen.index("Ctrl+Z") + 1] == "撤销上一步"
    press("Esc", dialog)
    assert not dialog.isVisible()


def test_undo_with_nothing_to_undo_says_so(bare: Desk, notices: SpokenNotices) -> None:
    press("Ctrl+Z", bare.window)
    assert notices.said == ["没有可以撤销的改动。"]


def test_undo_names_what_it_kept(desk: Desk, notices: SpokenNotices) -> None:
    home = family_of(desk.ledger)
    first = save_records(desk.ledger, [home.with_values({"grid": "第1网格", "area": "89"})], label="改网格")
    later = desk.ledger.get(home.id).with_values({"grid": "第2网格"})
    save_records(desk.ledger, [later], label="再改网格")
    desk.session.undo(first.id)
    assert "处没有动：" in notices.said[-1]
    assert DOOR in notices.said[-1]
    assert family_of(desk.ledger).area == ""


def test_print_from_the_window(desk: Desk) -> None:
    desk.go("print", family_of(desk.ledger).id)
    [preview] = desk.window.findChildren(PrintPreview)
    assert len(preview.pages) == 1


def test_an_empty_book_says_where_to_begin(bare: Desk) -> None:
    state = empty_state(home_of(bare))
    assert state.accessibleName() == "还没有家庭 可以从旧台账导入，也可以一户一户登记。"
    press_button(state)
    assert bare.window.current_page is bare.window.page("home"), "nothing was chosen"


def test_an_empty_book_has_no_appeals_yet(bare: Desk) -> None:
    press("Ctrl+5", bare.window)
    state = empty_state(appeals_of(bare))
    assert state.accessibleName().startswith("没有未办结的诉求")
    press_button(state)
    drawer = drawer_of(bare.window, RecordDrawer)
    assert drawer.accessibleName() == "登诉求"


def test_every_page_of_an_empty_book_draws(bare: Desk) -> None:
    for key in ("home", "appeals", "exchange"):
        bare.window.show_page(key)
        bare.window.resize(911, 512)
        bare.window.grab()
        bare.window.resize(1366, 768)
        bare.window.grab()


def test_nothing_stays_behind(qtbot: QtBot, ledger: Ledger) -> None:
    before = set(threading.enumerate())
    desk = Desk(ledger)
    qtbot.addWidget(desk.window)
    desk.window.show_page("home")
    desk.window.show()
    table = home_of(desk).table.table
    qtbot.waitUntil(lambda: table.records_model.rowCount() > 0, timeout=5000)
    assert set(threading.enumerate()) > before
    desk.go("household", family_of(ledger).id)
    desk.window.show_page("appeals")
    assert desk.window.close()
    assert set(threading.enumerate()) == before


def test_nobody_is_recorded_at_the_wrong_door(qtbot: QtBot, ledger: Ledger) -> None:
    desk = Desk(ledger)
    qtbot.addWidget(desk.window)
    desk.window.show_page("home")
    desk.window.show()
    page = home_of(desk).one
    first, second = ledger.records(Household)[:2]
    desk.go("household", first.id)
    qtbot.waitUntil(lambda: page.view is not None, timeout=5000)
    desk.go("household", second.id)
    page.add_visit()
    assert drawers(desk.window) == []
    qtbot.waitUntil(lambda: page.view is not None, timeout=5000)
    page.add_visit()
    assert second.door in words(drawer_of(desk.window, VisitDrawer))
    desk.window.close()


def test_bugs_reach_the_crash_window(desk: Desk, monkeypatch: pytest.MonkeyPatch, notices: SpokenNotices) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: seen.append(kind))

    def broken(ledger: Ledger) -> str:
        raise ZeroDivisionError

    desk.session.load(broken, print, owner=desk.window)
    assert seen == [ZeroDivisionError]
    assert notices.said == []


def test_appeal_of_the_household_page_opens_on_the_appeals_page(desk: Desk) -> None:
    desk.go("household", family_of(desk.ledger).id)
    table = home_of(desk).one._appeals
    table.setFocus()
    table.select_row(0)
    press("Return")
    current = appeals_of(desk).table.current_record
    assert current is not None
    assert current.appeal.title == MATTER


def test_without_a_screen_there_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(NoScreen, match="没有可用的屏幕"):
        run_window(None)
