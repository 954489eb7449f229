"""What a user's hands do: keys, typing, and finding on screen what the eye would find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from tests.ui.conftest import compose
from ui.notices import WindowNotices
from ui.shell import PersonButton
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm
from ui.widgets.key_hints import KeyHints

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=Drawer)
_SHORT = {"空格": "Space", "Enter": "Return"}
_PATIENCE = 100


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


class Keyboard:
    """Hands that leave the mouse alone: every key goes to what has the keyboard, and is counted.

    A key that is held with Ctrl, Alt or Shift counts as one; what is said through an input method does not count.
    """

    def __init__(self) -> None:
        self.count = 0

    @property
    def here(self) -> QWidget:
        """What has the keyboard: in an open menu or list that, else the focused widget."""
        for _ in range(_PATIENCE):
            popup = QApplication.activePopupWidget()
            inside = popup.focusWidget() if popup is not None else None
            found = QApplication.focusWidget() if popup is None else inside if inside is not None else popup
            if found is not None:
                return found
            _activate()
            QTest.qWait(20)
        raise AssertionError("nothing has the keyboard")

    @property
    def name(self) -> str:
        """What assistive technology reads of what has the keyboard."""
        text = getattr(self.here, "text", None)
        return self.here.accessibleName() or (text() if callable(text) else "")

    def press(self, *keys: str) -> None:
        """Press keys such as ``Ctrl+Enter``, one after the other."""
        for key in keys:
            self.count += 1
            held, _, name = key.rpartition("+")
            QTest.keySequence(self.here, QKeySequence("+".join(filter(None, (held, _SHORT.get(name, name))))))
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letters and digits, each of which counts."""
        for letter in text:
            self.count += 1
            QTest.keyClicks(self.here, letter)
            QApplication.processEvents()

    def say(self, text: str) -> None:
        """Enter Chinese as an input method does."""
        compose(self.here, text)
        QApplication.processEvents()

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Press Tab until what is called ``name`` has the keyboard."""
        passed: list[str] = []
        while self.name != name:
            assert len(passed) < _PATIENCE, f"Tab does not reach {name}: {passed}"
            passed.append(self.name)
            self.press("Shift+Tab" if back else "Tab")

    def in_question(self, *keys: str) -> None:
        """Press these in the dialog that the next key will open, which returns only when it is answered."""
        QTimer.singleShot(0, lambda: self._answer(keys))

    def _answer(self, keys: Sequence[str]) -> None:
        if QApplication.activeModalWidget() is None:
            QTimer.singleShot(10, lambda: self._answer(keys))
        else:
            self.press(*keys)


def _activate() -> None:
    """Bring the window in front to the fore again after a dialog, as a desktop does and the offscreen one does not."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
    front = QApplication.activeModalWidget() or next((one for one in shown if isinstance(one, QMainWindow)), None)
    if front is not None and QApplication.activeWindow() is None:
        front.activateWindow()


class FileNotices(WindowNotices):
    """The window's own voice; only the system's file chooser, which no key of a test reaches, takes from ``paths``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.paths: list[Path] = []

    def _choose(self, *_: object) -> list[Path]:
        chosen, self.paths = self.paths, []
        return chosen


def press(keys: str, target: QWidget | None = None) -> None:
    """Press a key such as ``Ctrl+Return`` where the keyboard is."""
    QTest.keySequence(target or focused(), QKeySequence(keys))


def write(text: str, target: QWidget | None = None) -> None:
    """Replace what is in a line: letters and digits by key, Chinese as an input method commits it."""
    edit = target or focused()
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    edit.setFocus()
    edit.selectAll()
    if not text:
        QTest.keyClick(edit, Qt.Key.Key_Delete)
    elif text.isascii():
        QTest.keyClicks(edit, text)
    else:
        compose(edit, text)


def click(widget: QWidget, text: str) -> None:
    """Click the visible button that says ``text``, and let what it made appear."""
    QApplication.processEvents()
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == text and one.isVisibleTo(widget)]
    assert found, f"no button {text}"
    assert found[0].isEnabled(), f"{text} cannot be clicked"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QApplication.processEvents()


def drop(target: QWidget, *files: Path) -> bool:
    """Drag files over the middle of ``target`` and let go; tells whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    place, copy, left = target.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(place), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, let_go)
    QApplication.processEvents()
    return let_go.isAccepted()


def drawers(window: QWidget) -> list[Drawer]:
    """The drawers that are open."""
    return [one for one in window.findChildren(Drawer) if one.isVisible()]


def drawer_of(window: QWidget, kind: type[D]) -> D:
    """The one open drawer."""
    [found] = drawers(window)
    assert isinstance(found, kind)
    return found


def line(form: EntryForm | Drawer, name: str) -> QLineEdit | QPlainTextEdit:
    """The text line of a field, by the name that assistive technology reads."""
    lines: Iterator[QWidget] = (one for kind in (QLineEdit, QPlainTextEdit) for one in form.findChildren(kind))
    found = next(one for one in lines if one.accessibleName() == name)
    assert isinstance(found, QLineEdit | QPlainTextEdit)
    return found


def typed(form: EntryForm | Drawer, name: str) -> str:
    """What stands in the text line of a field."""
    found = line(form, name)
    return found.text() if isinstance(found, QLineEdit) else found.toPlainText()


def words(widget: QWidget) -> str:
    """All labels that can be seen inside ``widget``, one after the other; then the keys and the name in its bars."""
    QApplication.processEvents()
    seen = [one.text() for one in widget.findChildren(QLabel) if one.text() and one.isVisibleTo(widget)]
    seen += [" ".join(pair) for hints in widget.findChildren(KeyHints) for pair in hints.shown]
    seen += [person.text() for person in widget.findChildren(PersonButton)]
    return "\n".join(seen)
