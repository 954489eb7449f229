"""Tells assistive technology what our own painted widgets are: Qt itself takes each of them for a bare area."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def speak_of_widgets() -> None:
    """From now on a widget whose class has a ``ROLE`` is announced as that; once is enough, more does no harm."""
    QAccessible.installFactory(_interface)


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "ROLE", None)
    return QAccessibleWidget(thing, role) if isinstance(thing, QWidget) and role is not None else None
