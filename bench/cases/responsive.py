"""The longest silence of the window's event loop in each of the acts that people wait for.

``python -m bench.cases.responsive prepare FOLDER [SHARE]`` makes the data, ``act FOLDER`` goes through the acts once
and prints the stacks of every silence over the limit; ``act FOLDER pages`` (``exchange``, ``print``) a part of them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bench.measure import Result, Scale

if TYPE_CHECKING:
    from bench.watchdog import Silence
    from ui.app import Desk

HOMES, ROWS, SHEETS = 6_000, 100_000, 500
PARTS = ("pages", "exchange", "print")
ROUNDS = 2
GOAL = 100.0
_PASSWORD = "测速用的密码"
_KEY_PAUSE = 0.08
_TYPED = ("王", "wang", "3-2-501", "3栋2单元")
_BOOK, _FEW, _SHEET = "大账本.mqb", "五百户.mqb", "台账.xlsx"


def prepare(folder: Path, share: float) -> None:
    """Make the two books and the sheet; ``share`` is how much of the full size."""
    from bench.cases.take_in import rows
    from exports.workbook import write_workbook
    from minqing.actions.sample import create_sample
    from minqing.forms.form import Header
    from minqing.forms.library import form_named

    create_sample(folder / _BOOK, _PASSWORD, households=round(HOMES * share)).close()
    create_sample(folder / _FEW, _PASSWORD, households=round(SHEETS * share)).close()
    header = Header(street="新光路街道", community="生活桥社区", estate="测试小区", owner="罗×", phone="",
                    period="2026年", made_on=date(2026, 11, 20))  # fmt: skip
    content = write_workbook(form_named("民情台账"), list(rows(round(ROWS * share))), header=header)
    (folder / _SHEET).write_bytes(content)


class Walk:
    """Goes through the acts with real widgets and yields the silence of each."""

    def __init__(self, folder: Path, *, loud: bool) -> None:
        from bench.watchdog import Watchdog
        from ui.app import make_application

        self.application = make_application(["bench"])
        self.folder = folder
        self.dog = Watchdog(loud=loud)

    def act(self, name: str, do: Callable[[], object], desk: Desk) -> Silence:
        """Do it, let everything that it set off come to an end, and give the silence."""
        from bench.watchdog import settle

        self.dog.begin(name)
        do()
        settle(desk.jobs)
        return self.dog.end()

    def open(self, book: str, name: str) -> tuple[Desk, Silence]:
        """A window on a copy of the book."""
        from bench.watchdog import settle
        from minqing.ledger import Ledger
        from ui.app import open_desk

        copy = Path(shutil.copy(self.folder / book, self.folder / f"用-{book}"))
        ledger = Ledger.open(copy, _PASSWORD)
        self.dog.begin(name)
        desk = open_desk(ledger)
        settle(desk.jobs)
        return desk, self.dog.end()

    def close(self, desk: Desk) -> None:
        """Shut the window and the book, without the backup."""
        desk.window.close()
        desk.jobs.close()
        desk.ledger._changed = False  # noqa: SLF001 - a backup is not what is measured
        desk.ledger.close()

    def typing(self, desk: Desk) -> None:
        """Type searches key by key, as a person does."""
        from PySide6.QtTest import QTest

        from bench.watchdog import pause, settle

        assert desk.window.top.search is not None
        edit = desk.window.top.search.edit
        for text in _TYPED:
            edit.setFocus()
            edit.clear()
            for letter in text:
                if letter.isascii():
                    QTest.keyClicks(edit, letter)
                else:
                    edit.insert(letter)
                pause(_KEY_PAUSE)
            pause(2 * _KEY_PAUSE)
            settle(desk.jobs)
        edit.clear()

    def acts(self, parts: Collection[str] = PARTS) -> Iterator[Silence]:
        """All acts, one after the other, or those of some parts."""
        desk, opened = self.open(_BOOK, "打开窗口")
        yield opened
        yield self.act("闲时预先装载", lambda: self._ahead(desk), desk)
        if "pages" in parts:
            yield from self._pages(desk)
        if "exchange" in parts:
            yield from self._exchange(desk)
        self.close(desk)
        if "print" in parts:
            few, _ = self.open(_FEW, "")
            yield from self._print(few)
            self.close(few)
        self.dog.close()

    def _ahead(self, desk: Desk) -> None:
        from bench.watchdog import pause

        while desk.ahead is None or not desk.ahead.done:
            pause(0.05)

    def _pages(self, desk: Desk) -> Iterator[Silence]:
        from minqing.records.household import Household

        yield self.act("边打边查", lambda: self.typing(desk), desk)
        for time in ("第一次", "再"):
            for key in desk.window.nav.items:
                title = desk.window.nav.items[key].text()
                yield self.act(f"{time}切换到{title}", lambda key=key: desk.window.show_page(key), desk)  # type: ignore[misc]
        first = desk.ledger.records(Household)[0].id
        yield self.act("打开一户一档", lambda: desk.go("household", first), desk)

    def _exchange(self, desk: Desk) -> Iterator[Silence]:
        from minqing.forms.library import form_named
        from ui.pages.exchange import ExchangePage
        from ui.pages.exchange_export import Sending

        page = desk.window.show_page("exchange")
        assert isinstance(page, ExchangePage)
        yield self.act("读表并核对", lambda: page.open_file(self.folder / _SHEET), desk)
        yield self.act("翻看预览", lambda: self._leaf(page), desk)
        yield self.act("应用导入", page.flow.apply, desk)
        sending = Sending(form_named("民情台账"), None, "街道办", locked=False, masked=False)
        to = self.folder / "导出.xlsx"
        yield self.act("导出", lambda: page.sending._send(sending, to, ""), desk)  # noqa: SLF001 - without a chooser
        yield self.act("导入后回到家庭", lambda: desk.window.show_page("home"), desk)

    def _leaf(self, page: object) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from bench.watchdog import pause

        target = page.preview.list  # type: ignore[attr-defined]
        for _ in range(10):
            QTest.keyClick(target, Qt.Key.Key_PageDown)
            pause(_KEY_PAUSE / 2)
        QTest.keyClick(target, Qt.Key.Key_End)

    def _print(self, desk: Desk) -> Iterator[Silence]:
        from PySide6.QtPrintSupport import QPrinter

        from bench.watchdog import pause
        from ui.dialogs.print_preview import PrintPreview
        from ui.printing import PrintRun

        preview = PrintPreview(desk.window, desk.session, scope="")
        yield self.act("排 500 张走访表", preview.start, desk)
        to = self.folder / "走访表.pdf"
        write = preview.writer(to)
        yield self.act("存为 PDF", lambda: desk.session.work(write, lambda _: None, label="存为 PDF"), desk)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.folder / "打印.pdf"))
        run = PrintRun(printer, preview.pages, desk.window)

        def to_the_last() -> None:
            run.start()
            while run.busy:
                pause(0.05)

        yield self.act("送去打印", to_the_last, desk)
        preview.close()


def walk_apart(folder: Path) -> list[dict[str, object]]:
    """One walk in a process of its own, so that everything happens for the first time."""
    answer = folder / "静默.json"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "bench.cases.responsive", "quiet", str(folder), str(answer)]
    subprocess.run(command, check=True, env=environment)
    found = json.loads(answer.read_text("utf-8"))
    return list(found)


def measure(scale: Scale) -> Iterable[Result]:
    """The better of two walks for each act: what the program does it does every time, others on the machine do not."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        share = str(scale.of(HOMES) / HOMES)
        command = [sys.executable, "-m", "bench.cases.responsive", "prepare", home, share]
        subprocess.run(command, check=True, env=environment)
        walks = [walk_apart(folder) for _ in range(1 if scale.quick else ROUNDS)]
    for times in zip(*walks, strict=True):
        best = min(times, key=lambda one: float(str(one["longest"])))
        yield result_of(best)


def result_of(found: dict[str, object]) -> Result:
    """One act's longest silence in milliseconds, with what the window's thread was at when it is too long."""
    silence, wall = float(str(found["longest"])) * 1000, float(str(found["wall"])) * 1000
    title = f"{found['act']}：最长多久没有响应（钟上 {wall:.0f} 毫秒）"
    if silence > GOAL:
        title += f"，卡在 {found['culprit'] or 'Qt 或别的线程里'}"
    return Result(title=title, ours=silence, floor=None, unit="毫秒", goal=GOAL)


def main(arguments: list[str]) -> int:
    """One step of the measurement in this process; gives the exit status."""
    what, folder = arguments[0], Path(arguments[1])
    if what == "prepare":
        prepare(folder, float(arguments[2]) if len(arguments) > 2 else 1.0)
        return 0
    found = []
    parts = arguments[2:] if what == "act" else ()
    for silence in Walk(folder, loud=what == "act").acts(parts or PARTS):
        found.append({**asdict(silence), "culprit": silence.culprit})
        if what == "act":
            print(result_of(found[-1]).line(), [round(gap * 1000) for gap in silence.gaps], flush=True)
    if what == "quiet":
        Path(arguments[2]).write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
