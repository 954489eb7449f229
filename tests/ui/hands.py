"""What a user's hands do: keys, typing, and finding on screen what the eye would find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import compose
from ui.shell import PersonButton
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm
from ui.widgets.key_hints import KeyHints

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=Drawer)


def focused() -> QWidget:
    """What has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


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
