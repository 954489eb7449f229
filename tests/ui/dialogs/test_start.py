"""The first window: opening a book, what is said when that fails, a new book, and the books opened last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger, Profile
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drop, focused, press, typed, words, write
from tests.ui.sample_book import PASSWORD
from ui.dialogs import new_book
from ui.dialogs.start import StartDialog
from ui.recent import note_book, recent_books


class Start:
    """Opens the dialog and closes what it opened."""

    def __init__(self, qtbot: QtBot, notices: SpokenNotices) -> None:
        self._qtbot = qtbot
        self._notices = notices
        self.made: list[StartDialog] = []

    def __call__(self, book: Path | None = None) -> StartDialog:
        dialog = StartDialog(lambda _: self._notices, book=book)
        self._qtbot.addWidget(dialog)
        with self._qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        self.made.append(dialog)
        return dialog


@pytest.fixture
def start(qtbot: QtBot, notices: SpokenNotices) -> Iterator[Start]:
    made = Start(qtbot, notices)
    yield made
    for dialog in made.made:
        if dialog.ledger is not None:
            dialog.ledger.close()


def accepted(dialog: StartDialog) -> bool:
    return dialog.result() == QDialog.DialogCode.Accepted and dialog.ledger is not None


def fill(dialog: StartDialog) -> None:
    """Enter whose book it is."""
    for text in ("罗×", "新光路街道", "生活桥社区"):
        write(text)
        press("Return")
    press("Return")


def protect(password: str = PASSWORD, again: str = PASSWORD) -> None:
    """Enter the password twice and go on."""
    for text in (password, again):
        write(text)
        press("Return")


def test_a_named_book_asks_only_for_its_password(start: Start, book: Path) -> None:
    dialog = start(book)
    assert book.stem in words(dialog)
    assert focused() is dialog.password
    write(PASSWORD)
    press("Return")
    assert accepted(dialog)
    assert dialog.ledger is not None
    assert dialog.ledger.path == book
    assert recent_books() == [book]


def test_a_wrong_password_is_told_and_can_be_typed_again(start: Start, book: Path) -> None:
    dialog = start(book)
    write("不是这个")
    press("Return")
    assert "密码不对" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert dialog.isVisible()
    assert dialog.ledger is None
    assert dialog.password.selectedText()
    assert recent_books() == []
    write(PASSWORD)
    press("Return")
    assert accepted(dialog)


def test_an_empty_password_is_told(start: Start, book: Path) -> None:
    dialog = start(book)
    press("Return")
    assert dialog.problem.isVisible()
    assert dialog.ledger is None


@pytest.mark.parametrize(
    ("content", "said"), [(None, "找不到账本"), (b"", "账本"), (b"x" * 9000, "账本"), (b"SQLite format 3\0", "账本")]
)
def test_files_that_are_no_book_are_told(start: Start, tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "别的.mqb"
    if content is not None:
        path.write_bytes(content)
    dialog = start(path)
    write(PASSWORD)
    press("Return")
    assert dialog.ledger is None
    assert dialog.problem.text()
    assert said in dialog.problem.text() or path.name in dialog.problem.text()


def test_a_book_that_is_open_already_is_told(start: Start, book: Path) -> None:
    with Ledger.open(book, PASSWORD):
        dialog = start(book)
        write(PASSWORD)
        press("Return")
        assert "正被另一个窗口使用" in dialog.problem.text()


def test_the_first_time_offers_a_new_book(start: Start) -> None:
    dialog = start()
    assert "从这里开始" in words(dialog)
    click(dialog, "新建账本")
    assert "新建账本" in words(dialog)
    click(dialog, "返回")
    assert "从这里开始" in words(dialog)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's documents are."""
    folder = tmp_path / "文档"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


def test_a_new_book_with_nothing_but_the_keyboard(start: Start, documents: Path) -> None:
    dialog = start()
    press("Return")
    fill(dialog)
    assert "也没有人能找回" in words(dialog)
    protect()
    assert accepted(dialog)
    assert dialog.ledger is not None
    assert dialog.ledger.profile == Profile(owner="罗×", street="新光路街道", community="生活桥社区")
    assert dialog.ledger.path == documents / "民情账本" / "生活桥社区民情账本.mqb"
    assert recent_books() == [dialog.ledger.path]


def test_a_place_that_is_taken_is_not_proposed(documents: Path) -> None:
    first = new_book.free_place("生活桥/社区")
    first.parent.mkdir(parents=True)
    first.write_bytes(b"")
    assert first == documents / "民情账本" / "生活桥_社区民情账本.mqb"
    assert new_book.free_place("生活桥/社区").name == "生活桥_社区民情账本 2.mqb"


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("chosen", "made"), [("账本", "账本.mqb"), ("2026.11账本", "2026.11账本.mqb"), ("甲.MQB", "甲.MQB")]
)
def test_a_new_book_goes_where_it_is_wanted(
    start: Start, notices: SpokenNotices, tmp_path: Path, chosen: str, made: str
) -> None:
    dialog = start()
    click(dialog, "新建账本")
    fill(dialog)
    notices.paths = [tmp_path / chosen]
    click(dialog, "换个位置…")
    protect()
    assert dialog.ledger is not None
    assert dialog.ledger.path == tmp_path / made


def test_what_is_missing_is_told_under_its_line(start: Start) -> None:
    dialog = start()
    click(dialog, "新建账本")
    write("罗×")
    click(dialog, "下一步：设密码")
    assert dialog.new.form.error("owner") == ""
    assert dialog.new.form.error("street") == "“街道”没有填。请补上。"
    assert dialog.new.form.error("community") == "“社区”没有填。请补上。"
    assert typed(dialog.new.form, "填报人") == "罗×"


@pytest.mark.usefixtures("documents")
@pytest.mark.parametrize(
    ("password", "again", "field", "said"),
    [("短", "短", "password", "密码至少 6 个字。"), (PASSWORD, "别的", "again", "两次输入的密码不一样。请再输一遍。")],
)
def test_a_password_that_will_not_do_is_told(start: Start, password: str, again: str, field: str, said: str) -> None:
    dialog = start()
    press("Return")
    fill(dialog)
    protect(password, again)
    assert dialog.new.secret.error(field) == said
    assert dialog.ledger is None
    assert dialog.isVisible()


@pytest.mark.usefixtures("documents")
def test_esc_goes_back_step_by_step_and_keeps_what_was_typed(start: Start) -> None:
    dialog = start()
    press("Return")
    fill(dialog)
    press("Esc")
    assert "这是谁的账本" in words(dialog)
    assert typed(dialog.new.form, "社区") == "生活桥社区"
    press("Esc")
    assert "从这里开始" in words(dialog)
    press("Esc")
    assert not dialog.isVisible()


@pytest.mark.usefixtures("documents")
def test_a_book_that_is_there_is_not_replaced(start: Start, notices: SpokenNotices, book: Path) -> None:
    before = book.read_bytes()
    dialog = start()
    click(dialog, "新建账本")
    fill(dialog)
    notices.paths = [book]
    click(dialog, "换个位置…")
    protect()
    assert "已经存在" in notices.said[-1]
    assert dialog.isVisible()
    assert book.read_bytes() == before


@pytest.mark.usefixtures("documents")
def test_a_sheet_dropped_first_makes_a_book_and_waits(start: Start, tmp_path: Path) -> None:
    sheet = tmp_path / "旧台账.xlsx"
    sheet.write_bytes(b"")
    dialog = start()
    drop(dialog, sheet)
    assert "这是谁的账本" in words(dialog)
    assert "接着导入“旧台账.xlsx”" in words(dialog)
    fill(dialog)
    protect()
    assert accepted(dialog)
    assert dialog.sheets == (sheet,)


def test_a_sheet_dropped_on_the_list_waits_for_a_book(start: Start, book: Path, tmp_path: Path) -> None:
    note_book(book)
    dialog = start()
    drop(dialog, tmp_path / "甲.xlsx", tmp_path / "乙.xlsx")
    assert "接着导入这 2 个文件" in words(dialog)
    press("Return")
    write(PASSWORD)
    press("Return")
    assert accepted(dialog)
    assert len(dialog.sheets) == 2


def test_a_dropped_book_is_opened(start: Start, book: Path) -> None:
    dialog = start()
    drop(dialog, book)
    write(PASSWORD)
    press("Return")
    assert accepted(dialog)
    assert dialog.sheets == ()


def test_books_opened_before_are_one_click_away(start: Start, book: Path) -> None:
    note_book(book)
    dialog = start()
    assert "最近用过" in words(dialog)
    click(dialog, book.stem)
    write(PASSWORD)
    click(dialog, "打开")
    assert accepted(dialog)


def test_another_book_through_the_chooser(start: Start, notices: SpokenNotices, book: Path) -> None:
    dialog = start()
    notices.paths = [book]
    click(dialog, "打开账本…")
    write(PASSWORD)
    press("Return")
    assert accepted(dialog)


def test_one_can_go_back_from_the_password(start: Start, book: Path) -> None:
    note_book(book)
    dialog = start(book)
    click(dialog, "别的账本")
    assert "最近用过" in words(dialog)


def test_enter_does_not_close_the_window(start: Start) -> None:
    dialog = start()
    press("Return", dialog)
    assert dialog.isVisible()
    press("Esc", dialog)
    assert not dialog.isVisible()
    assert dialog.ledger is None
