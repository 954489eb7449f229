"""The first window: opening a book, what is said when that fails, a new book, and the books opened last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger, Profile
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, focused, press, typed, words, write
from tests.ui.sample_book import PASSWORD
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
        press("Tab")


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


def test_a_new_book(start: Start, notices: SpokenNotices, tmp_path: Path) -> None:
    dialog = start()
    click(dialog, "新建账本")
    fill(dialog)
    notices.paths, notices.password = [tmp_path / "我的账本.mqb"], PASSWORD
    click(dialog, "选位置并设密码…")
    assert accepted(dialog)
    assert dialog.ledger is not None
    assert dialog.ledger.profile == Profile(owner="罗×", street="新光路街道", community="生活桥社区")
    assert recent_books() == [tmp_path / "我的账本.mqb"]


@pytest.mark.parametrize(
    ("chosen", "made"), [("账本", "账本.mqb"), ("2026.11账本", "2026.11账本.mqb"), ("甲.MQB", "甲.MQB")]
)
def test_a_new_book_gets_its_ending(
    start: Start, notices: SpokenNotices, tmp_path: Path, chosen: str, made: str
) -> None:
    dialog = start()
    click(dialog, "新建账本")
    fill(dialog)
    notices.paths, notices.password = [tmp_path / chosen], PASSWORD
    click(dialog, "选位置并设密码…")
    assert dialog.ledger is not None
    assert dialog.ledger.path == tmp_path / made


def test_what_is_missing_is_told_under_its_line(start: Start, notices: SpokenNotices) -> None:
    dialog = start()
    click(dialog, "新建账本")
    write("罗×")
    click(dialog, "选位置并设密码…")
    assert dialog.form.error("owner") == ""
    assert dialog.form.error("street") == "“街道”没有填。请补上。"
    assert dialog.form.error("community") == "“社区”没有填。请补上。"
    assert typed(dialog.form, "填报人") == "罗×"
    assert notices.said == []


@pytest.mark.parametrize("chosen", [True, False])
def test_thinking_better_of_it_keeps_what_was_typed(
    start: Start, notices: SpokenNotices, tmp_path: Path, *, chosen: bool
) -> None:
    dialog = start()
    click(dialog, "新建账本")
    fill(dialog)
    notices.paths = [tmp_path / "甲.mqb"] if chosen else []
    click(dialog, "选位置并设密码…")
    assert dialog.isVisible()
    assert dialog.ledger is None
    assert typed(dialog.form, "社区") == "生活桥社区"
    assert not (tmp_path / "甲.mqb").exists()


def test_a_book_that_is_there_is_not_replaced(start: Start, notices: SpokenNotices, book: Path) -> None:
    before = book.read_bytes()
    dialog = start()
    click(dialog, "新建账本")
    fill(dialog)
    notices.paths, notices.password = [book], PASSWORD
    click(dialog, "选位置并设密码…")
    assert "已经存在" in notices.said[-1]
    assert dialog.isVisible()
    assert book.read_bytes() == before


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
