"""The drawer at the right edge in which things are entered; the list stays visible beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme
from ui.icons import IconLabel
from ui.translation import roomy, shown
from ui.widgets.buttons import Button, IconButton
from ui.widgets.panel import Bar, TitleBar
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import KeyCap, label
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from ui.notices import Notices

SHADE = QColor(34, 41, 44, 36)
NARROW = 420
WIDE = 620
_ROOMY = 1100


@runtime_checkable
class HasPages(Protocol):
    """A window that knows where the page in front is worked in."""

    def take_keyboard(self) -> None:
        """Take the keyboard there."""


class _Sheet(QWidget):
    """The white part with its dark left edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 0, 0, 0)
        self.column.setSpacing(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        painter.fillRect(0, 0, 2, self.height(), QColor(theme.COVER))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class _Note(QWidget):
    """A remark with a green tick; where there is little room, its first word only."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._words = label(size=13, colour=theme.INK2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("state-check", colour=theme.GREEN, size=12))
        row.addWidget(self._words)
        self.hide()

    def say(self, text: str) -> None:
        self._said = text
        self.setToolTip(text)
        self.setVisible(bool(text))

    def fit(self, width: int) -> None:
        self._words.setText(self._said if width >= WIDE else shown(self._said).partition(" ")[0])


class Drawer(QWidget):
    """Lies over ``window`` and keeps the mouse and the Tab key to itself until it is closed.

    ``narrow`` is the width in a window of less than 1100 px. ``shade`` is the widget that is dimmed (the page), all of
    the window if ``None``. ``dirty`` tells whether there are edits: then Esc asks first; ``save_requested`` fires if
    the answer is to save, and it is for the owner to call ``dismiss`` when that has worked. ``closed`` fires once, when
    the drawer is gone.
    """

    closed = Signal()
    save_requested = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        title: str,
        icon: str,
        notices: Notices,
        width: int = WIDE,
        narrow: int = 0,
        shade: QWidget | None = None,
        dirty: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._wide = max(width, min(WIDE, roomy(width)))
        self._narrow = max(narrow, min(WIDE, roomy(narrow))) if narrow else self._wide
        self._shade = shade
        self._dirty = dirty
        self._before: QWidget | None = None
        self._keys: list[QKeySequence] = []
        self._told: list[tuple[str, str]] = []
        self._silenced: list[QShortcut] = []
        self.setAccessibleName(title)
        self._sheet = _Sheet(self)
        self._build_head(title, icon)
        self._context: Bar | None = None
        self._body: QWidget | None = None
        self._build_foot()
        window.installEventFilter(self)
        self.hide()
        _Hold(self, window)

    def _build_head(self, title: str, icon: str) -> None:
        head = TitleBar(54, padding=20)
        head.row.setSpacing(10)
        head.row.addWidget(IconLabel(icon, colour=theme.ACCENT, size=20))
        self._title = label(title, size=18, weight=theme.BOLD)
        head.row.addWidget(self._title)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        head.row.addLayout(self.head)
        head.row.addStretch(1)
        head.row.addWidget(KeyCap("Esc"))
        self.close_button = IconButton("close", "关闭（Esc）", self.request_close)
        self.close_button.set_ink(theme.INK2)
        head.row.addWidget(self.close_button)
        self._sheet.column.addWidget(head)

    def _build_foot(self) -> None:
        self._foot = Bar(56, above=theme.LINE2, padding=20)
        self._note = _Note()
        self._foot.row.addWidget(self._note)
        self._foot.row.addStretch(1)
        self._sheet.column.addStretch(0)
        self._sheet.column.addWidget(self._foot)

    @property
    def context(self) -> QHBoxLayout:
        """The strip of 32 px below the title, made when first asked for."""
        if self._context is None:
            self._context = Bar(32, below=theme.LINE, padding=20)
            self._sheet.column.insertWidget(1, self._context)
        return self._context.row

    @property
    def sheet_width(self) -> int:
        """How wide the white part is now."""
        return self._sheet.width()

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_body(self, body: QWidget) -> None:
        """Show ``body`` between head and foot; it scrolls where it is too high."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(body)
        column.addStretch(1)
        if self._body is not None:
            self._sheet.column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = ScrollArea(holder)
        self._sheet.column.insertWidget(self._sheet.column.count() - 2, self._body, 1)

    def set_note(self, text: str) -> None:
        """A remark at the left of the foot, with a green tick; a narrow drawer has room for its first word only."""
        self._note.say(text)
        self._note.fit(self.sheet_width)

    def add_button(self, button: Button, *, key: str = "") -> None:
        """Put ``button`` at the right of the foot; ``key`` (``Ctrl+Return``) presses it from anywhere inside."""
        self._foot.row.addWidget(button)
        if button.hint:
            self._told.append((button.hint, button.text()))
        if key:
            self.add_key(key, button.click)

    def add_aside(self, button: Button) -> None:
        """Put ``button`` at the left of the foot, apart from those that save and close."""
        self._foot.row.insertWidget(0, button)

    def add_key(self, key: str, action: Callable[[], object], what: str = "") -> None:
        """Let ``key`` do ``action`` anywhere inside; F1 tells ``what`` that is."""
        if what:
            self._told.append((key, what))
        self._keys.append(QKeySequence(key))
        shortcut = QShortcut(key, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)

    def open(self) -> None:
        """Come up over the window."""
        self._before = _if_visible(self._window.focusWidget())
        self._silence()
        self._place()
        self.show()
        self.raise_()
        for toast in self._window.findChildren(Toast):
            toast.raise_()
        if self._window.focusWidget() not in self._stops():
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Take the keyboard to the first place to write."""
        self._stops()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _silence(self) -> None:
        """Switch off the window's shortcuts for the drawer's own keys: two for one key would both do nothing."""
        window = Qt.ShortcutContext.WindowShortcut
        found = [one for one in self._window.findChildren(QShortcut) if one.context() is window and one.isEnabled()]
        self._silenced = [one for one in found if one.key() in self._keys]
        for shortcut in self._silenced:
            shortcut.setEnabled(False)

    def _unsilence(self) -> None:
        for shortcut in self._silenced:
            if isValid(shortcut):
                shortcut.setEnabled(True)
        self._silenced = []

    def request_close(self) -> None:
        """Close, after asking if there are edits."""
        from ui.notices import SAVE_ACTIONS, SAVE_QUESTION

        answer = "drop"
        if self._dirty():
            answer = self._notices.ask(SAVE_QUESTION, "", SAVE_ACTIONS, "stay")
        if answer == "save":
            self.save_requested.emit()
        elif answer == "drop":
            self.dismiss()

    def dismiss(self) -> None:
        """Close without a question."""
        if not self.isHidden():
            self._unsilence()
            self.hide()
            _give_back(self._before, self._window)
            self.closed.emit()
        self.deleteLater()

    def _place(self) -> None:
        area = self._window.rect()
        width = min(self._wide if area.width() >= _ROOMY else self._narrow, area.width())
        self._sheet.setGeometry(QRect(area.width() - width, 0, width, area.height()))
        self._note.fit(self.sheet_width)
        self.setGeometry(area)

    def _stops(self) -> list[QWidget]:
        """Where Tab stops: the body, then the foot, then the head."""
        # Qt's focus chain is not walked: PySide makes each widget on it belong to the one before, and what Qt made
        # itself, the scroll bars of the page below, would be dead to Python when the drawer goes.
        tab = Qt.FocusPolicy.TabFocus
        groups = [part for part in (self._body, self._foot, self._sheet) if part is not None]
        parts = [part for group in groups for part in group.findChildren(QWidget)]
        ordered = [part for part in parts if part.focusPolicy() & tab and part.isVisibleTo(self) and part.isEnabled()]
        return [part for part in dict.fromkeys(ordered) if part.focusProxy() is None]

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = self._stops()
        now = self._window.focusWidget()
        here = stops.index(now) if now in stops else -1
        reasons = Qt.FocusReason
        target = stops[(here + (1 if forward else -1)) % len(stops)]
        target.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        # Accepting the override keeps the window's and the page's keys (Esc, Ctrl+N, Ctrl+1 ...) from acting below.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(QKeySequence(event.keyCombination()) not in self._keys)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.request_close()
        elif event.key() == Qt.Key.Key_F1:
            self.show_keys()
        event.accept()

    def show_keys(self) -> None:
        """F1: the keys that work in here."""
        from ui.dialogs.keys_dialog import KeysDialog

        own = (("Tab", "到下一处"), *self._told)
        KeysDialog(self._window, page=self._title.text(), own=own, general=()).open()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.request_close()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second half of a double click on the button that opened the drawer; many people click everything twice.
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # getattr: when Python takes a closed window apart, Qt still sends its last events here.
        if watched is getattr(self, "_window", None) and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.rect()
        if self._shade is not None:
            area = QRect(self._shade.mapTo(self._window, QPoint(0, 0)), self._shade.size())
        painter.fillRect(area, SHADE)
        painter.end()


class _Hold(QObject):
    """Brings the keyboard back into an open drawer when the page below takes it: work that ends there, a toast."""

    def __init__(self, drawer: Drawer, window: QWidget) -> None:
        super().__init__(drawer)
        self._drawer = drawer
        self._window = window
        self._last: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._look)

    def _look(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or not isValid(self._drawer) or not self._drawer.isVisible():
            return
        if self._drawer.isAncestorOf(now):
            self._last = now
        elif self._window.isAncestorOf(now) and self._is_uppermost():
            last = self._last
            if last is not None and isValid(last) and last.isVisible() and last.isEnabled():
                last.setFocus()
            else:
                self._drawer.take_keyboard()

    def _is_uppermost(self) -> bool:
        drawers = [one for one in self._window.children() if isinstance(one, Drawer) and one.isVisible()]
        return drawers[-1:] == [self._drawer]


def _if_visible(widget: QWidget | None) -> QWidget | None:
    return widget if widget is not None and widget.isVisible() else None


def _give_back(before: QWidget | None, window: QWidget) -> None:
    """The keyboard goes back to where it was; to the page in front where that is no more."""
    if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
        before.setFocus()
    elif isinstance(window, HasPages):
        window.take_keyboard()
