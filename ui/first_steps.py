"""The line that leads a new user on: from the first homes to the first visit, and from there to the first print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from minqing.ledger import Ledger
from ui import theme
from ui.icons import IconLabel
from ui.session import Session
from ui.widgets.buttons import Button, IconButton, Kind, Size
from ui.widgets.panel import Bar
from ui.widgets.text import ElidedLabel

_KINDS = frozenset({"household", "visit"})


@dataclass(frozen=True)
class Counts:
    """How much there is in the book."""

    homes: int
    visits: int


def count(ledger: Ledger) -> Counts:
    """Count the homes and the visits."""
    from minqing.records.household import Household
    from minqing.records.visit import Visit

    return Counts(ledger.count(Household), ledger.count(Visit))


class GuideStrip(Bar):
    """One sentence with what comes next, and the buttons that do it; ``close`` names the cross at its end."""

    def __init__(self, *, close: str = "不再提示下一步") -> None:
        super().__init__(40, fill=theme.ACCENTT, below=theme.ACCENTL, padding=20)
        self._words = ElidedLabel(weight=theme.MEDIUM)
        self._buttons: list[Button] = []
        self.row.addWidget(IconLabel("info", colour=theme.ACCENT, size=18))
        self.row.addWidget(self._words, 1)
        self.close_button = IconButton("close", close, self.hide)
        self.row.addWidget(self.close_button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The ways on, the first one first."""
        return tuple(self._buttons)

    def say(self, words: str, *ways: tuple[str, str, Callable[[], object]]) -> None:
        """Show a sentence; each way is its name, its key and what it does."""
        self._words.set_text(words)
        self.setAccessibleName(words)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        kinds = [Kind.PRIMARY, *(Kind.NORMAL for _ in ways)]
        self._buttons = [
            Button(name, do, kind=kind, size=Size.SMALL, hint=key)
            for (name, key, do), kind in zip(ways, kinds, strict=False)
        ]
        for place, button in enumerate(self._buttons, 2):
            self.row.insertWidget(place, button)
        self.show()


class FirstSteps(QObject):
    """Watches a book that had no homes or no visits when it was opened, and says what comes next.

    ``visit`` records one at the household in front. Once the first visit is there and the sheets were looked at, it is
    silent for good.
    """

    def __init__(self, session: Session, strip: GuideStrip, *, visit: Callable[[], object]) -> None:
        super().__init__(strip)
        self._visit = visit
        self._session = session
        self._strip = strip
        self._known: Counts | None = None
        session.hub.changed.connect(self._changed)
        session.wanted.connect(self._wanted)
        self._read()

    @property
    def empty(self) -> bool:
        """Whether the book had no homes when it was last counted."""
        return self._known is not None and not self._known.homes

    def _changed(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._read()

    def _read(self) -> None:
        self._session.load(count, self._take, owner=self)

    def _take(self, now: Counts) -> None:
        before, self._known = self._known, now
        if not now.homes:
            self._say_import()
        elif before is None and now.visits:
            self._end()
        elif before is None or not before.homes:
            self._say_visit(now)
        elif now.visits > before.visits:
            self._say_print()

    def _say_import(self) -> None:
        self._strip.say(
            "第一步（共三步）：把旧台账导进来。点“导入台账”，或把 Excel 表拖进窗口。",
            ("导入台账", "", lambda: self._session.wanted.emit("import", None)),
        )

    def _say_visit(self, now: Counts) -> None:
        self._strip.say(
            f"第二步（共三步）：账本里有 {now.homes:,} 户了，选一户，记第一次走访。",
            ("记走访", "Ctrl+N", self._visit),
            ("先打印走访表", "", lambda: self._session.wanted.emit("print", None)),
        )

    def _say_print(self) -> None:
        self._strip.say(
            "第三步（共三步）：第一次走访记好了，打印走访表，带着它上门。",
            ("打印走访表", "", lambda: self._session.wanted.emit("print", None)),
            ("看今日", "Ctrl+1", lambda: self._session.wanted.emit("today", None)),
        )

    def _wanted(self, key: str, _: object) -> None:
        if key == "print" and self._known is not None and self._known.visits:
            self._strip.hide()
            self._end()

    def _end(self) -> None:
        self._session.hub.changed.disconnect(self._changed)
        self._session.wanted.disconnect(self._wanted)
