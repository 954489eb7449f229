"""A session on the sample book over a bare window, for drawers that need no page behind them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger
from tests.ui.conftest import SpokenNotices
from ui.hub import Hub
from ui.jobs import Jobs
from ui.session import Session


@pytest.fixture
def session(ledger: Ledger, inline_jobs: Jobs, notices: SpokenNotices) -> Session:
    """Work is done at once; what is said goes to ``notices``."""
    return Session(ledger, jobs=inline_jobs, notices=notices, hub=Hub())


@pytest.fixture
def shown_window(qtbot: QtBot, window: QWidget) -> QWidget:
    """The bare window with the keyboard."""
    with qtbot.waitActive(window):
        window.activateWindow()
    return window
