"""Loads in quiet moments what the window will need later, so that the first visit to a page is as quick as the next.

Code that knows nothing of Qt is loaded by a thread of its own; the faces follow on the window's thread, one at a turn,
and then the pages themselves.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, Qt, QTimer

BUSY = "busy"
"""The name of what does long work on the window's thread, a little at each turn, as long as it does."""
_QUIET = 700
_LATER = 30
_WORK = (
    "openpyxl",
    "typst",
    "minqing.forms.sheet",
    "minqing.actions.forms",
    "minqing.actions.reading",
    "minqing.exchange.planner",
    "minqing.exchange.applying",
    "minqing.exchange.leftovers",
    "minqing.work.report",
    "minqing.work.matters",
    "exports.visit_records",
    "exports.visit_sheet",
    "exports.workbook",
)
_FACES = (
    "ui.dialogs.visit_drawer",
    "ui.dialogs.door_finder",
    "ui.pages.building",
    "ui.pages.visits",
    "ui.pages.appeals",
    "ui.sending",
    "ui.dialogs.form_opening",
    "ui.pages.exchange_preview",
    "ui.pages.exchange_flow",
    "ui.pages.exchange",
    "ui.pages.stats",
    "ui.pages.settings",
    "ui.dialogs.print_preview",
)


class Ahead(QObject):
    """Begins a moment after it was made, and goes on only while ``idle`` says that nothing runs.

    ``makers`` come last, one at a turn: each makes a page that is there already when it is first asked for.
    """

    def __init__(self, parent: QObject, makers: Sequence[Callable[[], object]], *, idle: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._idle = idle
        faces = [partial(import_module, name) for name in _FACES if name not in sys.modules]
        self._waiting: list[Callable[[], object]] = [*faces, *makers]
        self._thread = Thread(target=_load_work, name="minqing-ahead", daemon=True)
        self._clock = QTimer(self, singleShot=True, interval=_QUIET)
        self._clock.timeout.connect(self._go_on)
        self._clock.start()

    @property
    def done(self) -> bool:
        """Whether everything is there."""
        return not self._waiting

    def _go_on(self) -> None:
        if self._thread.ident is None:
            self._thread.start()
        elif not self._thread.is_alive() and self._idle():
            self._waiting.pop(0)()
        if self._waiting:
            self._clock.start(_LATER)


def at_work(window: QObject) -> bool:
    """Whether something that belongs to the window is busy on its thread."""
    return window.findChild(QObject, BUSY, Qt.FindChildOption.FindDirectChildrenOnly) is not None


def _load_work() -> None:
    for name in _WORK:
        import_module(name)
