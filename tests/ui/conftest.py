"""The themed application, a voice that remembers, and a bare window for widgets that lie over one."""

# ruff: noqa: ARG002 - the stand-in has the parameters of what it stands in for
from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from minqing.errors import MinqingError
from minqing.ledger import Ledger
from tests.ui.sample_book import PASSWORD, make_book
from ui import theme
from ui.jobs import Jobs
from ui.notices import Way

if TYPE_CHECKING:
    from ui.app import Desk


class SpokenNotices:
    """Stands in for the window's voice: keeps what was said and answers from ``answers``."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.answers: list[str] = []
        self.paths: list[Path] = []
        self.password: str | None = None
        self.ways: tuple[Way, ...] = ()
        self.undos: list[Callable[[], object]] = []

    def tell(self, sentence: str) -> None:
        self.said.append(sentence)

    def warn(self, error: MinqingError) -> None:
        self.said.append(str(error))

    def ask(self, title: str, body: str, actions: Sequence[tuple[str, str]], default: str) -> str:
        self.said.append(title)
        return self.answers.pop(0) if self.answers else default

    def ask_password(
        self, title: str, body: str, *, confirm: bool = False, check: Callable[[str], str] | None = None
    ) -> str | None:
        self.said.append(title)
        return self.password

    def choose(self, title: str, body: str, options: Sequence[Way]) -> str | None:
        self.said.append(title)
        self.ways = tuple(options)
        return self.answers.pop(0) if self.answers else None

    def open_file(self, title: str, filters: Sequence[str]) -> Path | None:
        return self.paths[0] if self.paths else None

    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]:
        return self.paths

    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None:
        return self.paths[0] if self.paths else None

    def open_folder(self, title: str) -> Path | None:
        return self.paths[0] if self.paths else None

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self.said.append(text)
        if undo is not None:
            self.undos.append(undo)


def compose(widget: QWidget, text: str) -> None:
    """Enter ``text`` as an input method does: first the letters being composed, then the characters."""
    QApplication.sendEvent(widget, QInputMethodEvent("pinyin", []))
    done = QInputMethodEvent("", [])
    done.setCommitString(text)
    QApplication.sendEvent(widget, done)


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> Iterator[None]:
    """The application as users see it, with nothing of ours left on the clipboard."""
    if not qapp.styleSheet():
        theme.apply_theme(qapp)
    yield
    # Qt's offscreen platform ends in a segmentation fault when the program leaves a table on its clipboard.
    qapp.clipboard().clear()
    # Else its windows would live on, with their clocks, until a later test waits for one of its own.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def notices() -> SpokenNotices:
    """A voice that remembers."""
    return SpokenNotices()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An empty window of the usual size."""
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """A runner with its thread."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def inline_jobs() -> Jobs:
    """A runner that does the work at once."""
    return Jobs(inline=True)


@pytest.fixture(scope="session")
def sample_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book, made once; never opened, only copied."""
    path = tmp_path_factory.mktemp("book") / "样本账本.mqb"
    make_book(path)
    return path


@pytest.fixture
def book(sample_book: Path, tmp_path: Path) -> Path:
    """This test's own copy of the sample book."""
    return Path(shutil.copy(sample_book, tmp_path / sample_book.name))


@pytest.fixture
def ledger(book: Path) -> Iterator[Ledger]:
    """This test's own copy, open."""
    with Ledger.open(book, PASSWORD) as opened:
        yield opened
        opened._changed = False  # a backup on closing would take a third of the time of these tests


@pytest.fixture
def desk(request: pytest.FixtureRequest, qtbot: QtBot, ledger: Ledger, notices: SpokenNotices) -> Desk:
    """The whole window on the sample book; work is done at once, questions go to ``notices``.

    It opens on ``FIRST_PAGE`` of the test's module, so that what is about another page need not wait for 家庭 first.
    """
    from ui.app import Desk

    made = Desk(ledger, inline=True)
    made.session.notices = notices
    qtbot.addWidget(made.window)
    made.window.show_page(getattr(request.module, "FIRST_PAGE", "home"))
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    return made
