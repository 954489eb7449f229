"""Locks the window when nobody has touched it for a while: the screen shows nothing until the password is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme
from ui.pocket import Pocket
from ui.shell import Slip
from ui.widgets.buttons import Button, Kind, Size
from ui.widgets.inputs import mark
from ui.widgets.text import label

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class _Cover(QWidget):
    """Lies over a whole window and shows nothing of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        self.setAccessibleName("已锁定")
        window.installEventFilter(self)
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.COVER))
        painter.end()


class LockDialog(QDialog):
    """Asks for the book's password; Esc and the window's cross do not open it. 退出 asks to close the program."""

    def __init__(self, parent: QWidget, *, fits: Callable[[str], bool], owner: str, leave: Callable[[], object]):
        super().__init__(parent)
        self._fits = fits
        self.setWindowTitle("民情账本")
        self.setFixedWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Slip())
        column.addWidget(label("账本已锁上", size=20, weight=theme.BOLD))
        column.addWidget(
            label(f"输入 {owner} 的账本密码，接着刚才的地方做。没保存的内容都还在。", colour=theme.INK2, wrap=True)
        )
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("账本密码")
        self.password.setAccessibleName("账本密码")
        self.password.returnPressed.connect(self._try)
        self.problem = label("", size=12, colour=theme.RED, wrap=True)
        self.problem.hide()
        column.addWidget(self.password)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(Button("退出程序", leave))
        row.addStretch(1)
        row.addWidget(Button("打开", self._try, kind=Kind.PRIMARY, size=Size.LARGE, hint="Enter"))
        column.addLayout(row)
        self.password.setFocus()

    def _try(self) -> None:
        if self._fits(self.password.text()):
            self.accept()
            return
        self.problem.setText("密码不对。请再输一遍，注意大小写和中英文。")
        self.problem.show()
        mark(self.password, bad=True)
        self.password.selectAll()
        self.password.setFocus()

    def reject(self) -> None:
        """Esc opens nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the password, not to a default button."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


class IdleLock(QObject):
    """Locks after ``minutes`` without a key or a move of the mouse (0: only when asked).

    ``shut`` and ``opened`` fire when it locks and when the password was typed. ``later`` and ``wait`` are for who has
    something to say meanwhile: what is said may name people.
    """

    shut = Signal()
    opened = Signal()

    def __init__(
        self,
        window: QWidget,
        *,
        minutes: int,
        fits: Callable[[str], bool],
        owner: Callable[[], str],
        leave: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._fits = fits
        self._owner = owner
        self._leave = leave
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self.lock)
        self._pocket = Pocket()
        self.dialog: LockDialog | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusWindowChanged.connect(self._listen)
        app.focusObjectChanged.connect(self._listen)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """From now on lock after so long."""
        self._clock.stop()
        self._clock.setInterval(minutes * 60_000)
        if minutes:
            self._clock.start()

    @property
    def interval(self) -> int:
        """Milliseconds until it locks, 0 for never."""
        return self._clock.interval() if self._clock.isActive() else 0

    def _listen(self, to: QObject | None) -> None:
        """Hear of every touch of a window, and of what an input method writes into the widget with the focus.

        To hear of all events of the program would cost each of the many thousands of them a call of Python.
        """
        if to is not None:
            to.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self._clock.interval():
            self._clock.start()
        return False

    @property
    def locked(self) -> bool:
        """Whether the password is being asked for."""
        return self.dialog is not None

    def lock(self) -> None:
        """Cover every window and ask for the password; work in the background goes on."""
        if self.dialog is not None:
            return
        # Some of Qt's own, such as lists under a line, are dead to Python though they are there.
        alive = [one for one in QApplication.topLevelWidgets() if isValid(one)]
        shown = [one for one in alive if one.isVisible() and one.isWindow()]
        for popup in (one for one in shown if one.windowType() == Qt.WindowType.Popup):
            popup.close()
        covers = [_Cover(one) for one in shown if one.windowType() != Qt.WindowType.Popup]
        front = QApplication.activeModalWidget() or self._window
        self.dialog = LockDialog(front, fits=self._fits, owner=self._owner(), leave=self._leave)
        self.dialog.finished.connect(lambda _: self._open(covers))
        self._pocket.take_in()
        self.shut.emit()
        self.dialog.open()

    def later(self, act: Callable[[], object]) -> None:
        """Do it now, or as soon as the window is open again."""
        if self.dialog is None:
            act()
        else:
            self.opened.connect(act, Qt.ConnectionType.SingleShotConnection)

    def wait(self) -> None:
        """Come back when the window is open; at once if it is."""
        if self.dialog is not None:
            loop = QEventLoop()
            self.opened.connect(loop.quit)
            loop.exec()

    def _open(self, covers: list[_Cover]) -> None:
        for cover in covers:
            cover.hide()
            cover.deleteLater()
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
        if self._clock.interval():
            self._clock.start()
        self._pocket.give_back()
        self.opened.emit()
