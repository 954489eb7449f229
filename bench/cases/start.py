"""From the start of the process to a usable window, on a book of 6,000 homes, against a bare QMainWindow."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import floors
from bench.measure import Result, Scale, by_turns
from minqing.actions.sample import create_sample

_HOMES = 6_000
_PASSWORD = "测速用的密码"
_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from minqing.ledger import Ledger
from ui.app import Desk, make_application
application = make_application(["bench"])
with Ledger.open(Path(sys.argv[1]), sys.argv[2]) as ledger:
    desk = Desk(ledger)
    desk.window.show_page("home")
    desk.window.show()
    QTimer.singleShot(0, application.quit)
    application.exec()
    desk.jobs.close()
"""


def show_window(book: Path) -> None:
    """Open the book in a window of its own process, wait until it is on the screen, close it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", _WINDOW, str(book), _PASSWORD], check=True, env=environment)


def measure(scale: Scale) -> Iterable[Result]:
    """Whole processes, by turns."""
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "大账本.mqb"
        create_sample(book, _PASSWORD, households=scale.of(_HOMES)).close()
        ours, floor = by_turns(lambda: show_window(book), floors.show_bare_window)
    title = f"打开 {scale.of(_HOMES):,} 户的账本到看见窗口"
    yield Result(title=title, ours=ours, floor=floor, unit="秒", goal=3, floor_name="空窗口的进程")
