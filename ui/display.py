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

_SETTERS: Mapping[type, tuple[str, ...]] = {
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
}
_STATIC: Mapping[type, tuple[str, ...]] = {QToolTip: ("showText",)}


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
    """From now on translate whatever Qt is given to show; gives what undoes it, for tests."""
    kept: list[tuple[type, str, Any]] = []
    for owner, names in (*_SETTERS.items(), *_STATIC.items()):
        for name in names:
            original = getattr(owner, name)
            kept.append((owner, name, original))
            door = _translating(original)
            setattr(owner, name, staticmethod(door) if owner in _STATIC else door)

    def undo() -> None:
        for owner, name, original in kept:
            setattr(owner, name, staticmethod(original) if owner in _STATIC else original)

    return undo
