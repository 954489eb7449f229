"""The search box of the window and the list of what it found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from minqing.errors import MinqingError
from ui import theme
from ui.icons import IconLabel
from ui.jobs import Job, Jobs
from ui.widgets.paint import paint_box
from ui.widgets.search_list import Group, HitList, Result, fitting
from ui.widgets.text import KeyCap

__all__ = ["HINT", "Group", "Result", "SearchBox"]

HINT = "搜姓名、拼音首字母、门牌、电话、诉求"
DELAY = 120
_PATIENCE = 400
_MARGIN = 12


class _Edit(QLineEdit):
    """A line that knows whether an input method is composing in it."""

    moved = Signal(int)
    picked = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composing = False
        self.setFrame(False)
        self.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0;")
        self.setPlaceholderText(HINT)
        self.setToolTip(HINT)
        self.setAccessibleName("搜索")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        # Esc closes the list of hits; accepting the override keeps it from leaving the page below.
        key = event.key() if isinstance(event, QKeyEvent) else None
        if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if self.composing:
            super().keyPressEvent(event)
        elif step is not None:
            self.moved.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.picked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class SearchBox(QWidget):
    """470x34 with the key cap Ctrl+K. ``chosen(payload)`` fires on Enter or a click, ``left`` on Esc in an empty line.

    ``query`` gives groups of hits for what was typed; it runs in the background, a moment after the last key, never
    while an input method is composing, and an answer that comes too late is dropped. Enter never goes to a hit of
    what was typed before: if the answer is still out, it goes to the first hit as soon as that is there.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, query: Callable[[str], Sequence[Group]], jobs: Jobs, *, delay: int = DELAY) -> None:
        super().__init__()
        self._query = query
        self._jobs = jobs
        self._round = 0
        self._answered = -1
        self._eager = False
        self._job: Job | None = None
        self._popup: HitList | None = None
        self.setFixedSize(470, 34)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 1, 8, 1)
        row.setSpacing(6)
        self.edit = _Edit()
        row.addWidget(IconLabel("search", colour=theme.INK3, size=17))
        row.addWidget(self.edit, 1)
        row.addWidget(KeyCap("Ctrl+K"))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(delay)
        self._clock.timeout.connect(self._ask)
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._wait.timeout.connect(self._say_waiting)
        self.edit.textChanged.connect(self._typed)
        self.edit.moved.connect(self._move)
        self.edit.picked.connect(self._pick)
        self.edit.escaped.connect(self._escape)
        self.edit.installEventFilter(self)

    @property
    def popup(self) -> HitList:
        """The list of hits, a child of the window so that it may hang over the page."""
        if self._popup is None:
            self._popup = HitList(self.window())
            self._popup.clicked.connect(self._click)
        return self._popup

    def grab_focus(self) -> None:
        """Go to the box and select what is in it."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _typed(self) -> None:
        self._round += 1
        self._eager = False
        if self.edit.text().strip():
            self._clock.start()
        else:
            self._clock.stop()
            self._wait.stop()
            self.popup.hide()

    def _ask(self) -> None:
        self._clock.stop()
        if self._job is not None:
            self._job.cancel()
        words, asked = self.edit.text().strip(), self._round
        self._wait.start()
        self._job = self._jobs.run(
            lambda _: tuple(self._query(words)),
            lambda found: self._show(asked, words, found),
            label="正在查找",
            failed=lambda error: self._fail(asked, words, error),
            cancellable=True,
            owner=self,
        )

    def _show(self, asked: int, words: str, found: tuple[Group, ...]) -> None:
        if asked != self._round or not self.edit.hasFocus():
            return
        self._answered = asked
        self.popup.show_groups(words, fitting(found, self._room))
        if self._eager and self.popup.results:
            self._wait.stop()
            self._click(0)
        else:
            self._open()

    def _fail(self, asked: int, words: str, error: Exception) -> None:
        self._wait.stop()
        if not isinstance(error, MinqingError):
            self._jobs.fallback(error)
        elif asked == self._round and self.edit.hasFocus():
            self.popup.say(words, str(error))
            self._open()

    def _say_waiting(self) -> None:
        """Something else keeps the book busy: say so rather than nothing."""
        if self._answered != self._round and self.edit.hasFocus():
            first = next((job for job in self._jobs.running if job is not self._job), None)
            words = f"“{first.label}”做完后马上查找。" if first is not None else "正在查找……"
            self.popup.say(self.edit.text().strip(), words)
            self._open()

    @property
    def _room(self) -> int:
        """How high the list may be."""
        return self.window().height() - self.mapTo(self.window(), QPoint(0, self.height() + 3)).y() - _MARGIN

    def _open(self) -> None:
        self._wait.stop()
        popup = self.popup
        popup.resize(max(self.width(), 470), popup.sizeHint().height())
        popup.move(self.mapTo(self.window(), QPoint(0, self.height() + 3)))
        popup.show()
        popup.raise_()
        self._renew()

    def _renew(self) -> None:
        self.edit.setAccessibleDescription(self.popup.described())
        self.popup.update()

    def _move(self, step: int) -> None:
        count = len(self.popup.results)
        if not self.popup.isVisible() and self.edit.text().strip():
            self._ask()
        elif count:
            self.popup.current = (self.popup.current + step) % count
            self._renew()

    def _pick(self) -> None:
        if self.popup.isVisible() and self._answered == self._round:
            self._click(self.popup.current)
        elif self.edit.text().strip():
            self._eager = self._answered != self._round
            self._ask()

    def _click(self, row: int) -> None:
        results = self.popup.results
        if 0 <= row < len(results):
            self.popup.hide()
            self.edit.clear()
            self.chosen.emit(results[row].payload)

    def _escape(self) -> None:
        if self.popup.isVisible():
            self.popup.hide()
        elif self.edit.text():
            self.edit.clear()
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # getattr: when Python takes a closed window apart, Qt still sends its last events here.
        popup = getattr(self, "_popup", None)
        if event.type() == QEvent.Type.FocusOut and popup is not None:
            popup.hide()
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        focused = self.edit.hasFocus()
        painter = QPainter(self)
        border = theme.ACCENT if focused else theme.LINE2
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=border)
        if focused:
            paint_box(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), fill="", border=border, radius=3)
        painter.end()
