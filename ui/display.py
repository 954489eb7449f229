"""Where texts enter Qt: in English every one of Qt's doors translates what comes through.

There are some dozen such doors and a thousand calls of them. So each is wrapped here, once and only when the window
speaks English: no widget can forget it, and none of them knows of languages. What people write (line edits, the
clipboard, lists whose entries are read back) goes through other doors and stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from PySide6.QtGui import QAction, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QToolTip,
    QWidget,
)

from ui.translation import shown

_DOORS: Mapping[type, tuple[str, ...]] = {
    QWidget: ("setToolTip", "setAccessibleName", "setAccessibleDescription", "setWindowTitle"),
    QLabel: ("__init__", "setText"),
    QAbstractButton: ("setText",),
    QCheckBox: ("__init__",),
    QRadioButton: ("__init__",),
    QLineEdit: ("setPlaceholderText",),
    QPlainTextEdit: ("setPlaceholderText",),
    QSpinBox: ("setSpecialValueText", "setSuffix", "setPrefix"),
    QAction: ("setText", "setToolTip"),
    QMenu: ("addAction", "addMenu", "addSection"),
    QListWidgetItem: ("__init__", "setText", "setToolTip"),
    QFileDialog: ("__init__", "setLabelText", "setNameFilters"),
    QPainter: ("drawText",),
    QFontMetrics: ("horizontalAdvance", "boundingRect", "elidedText"),
    QToolTip: ("showText",),
}
_STATIC = frozenset({QToolTip})
"""Whose doors are functions of the class: they are not given an object first."""
_before: dict[tuple[type, str], Any] = {}
"""What each door was before it was wrapped, None where it was inherited; empty while none is."""


def _seen(value: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    return [_seen(one) for one in value] if isinstance(value, list) else value


def _translating(original: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(original)
    def door(*arguments: Any, **named: Any) -> Any:
        return original(*map(_seen, arguments), **named)

    return door


def translate_display() -> Callable[[], None]:
    """From now on translate whatever Qt is given to show; once is enough, more does nothing.

    Gives what undoes it, for tests.
    """
    for owner, names in _DOORS.items() if not _before else ():
        for name in names:
            _before[owner, name] = vars(owner).get(name)
            door = _translating(getattr(owner, name))
            setattr(owner, name, staticmethod(door) if owner in _STATIC else door)
    return _undo


def _undo() -> None:
    for (owner, name), original in _before.items():
        if original is None:
            delattr(owner, name)
        else:
            setattr(owner, name, original)
    _before.clear()
