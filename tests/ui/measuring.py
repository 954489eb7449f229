"""A look at the window by measure: which of its words are cut, shortened, or lie over other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from ui.camera import Camera
from ui.translation import shown
from ui.widgets.charts import Chart
from ui.widgets.elevation_paint import UnitHeader
from ui.widgets.rows import KeyRow
from ui.widgets.sheet_view import SheetView
from ui.widgets.strips import Strip
from ui.widgets.table_paint import Header
from ui.widgets.toast import Toast

WIDE, NARROW = 1366, (911, 512)
_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_SLACK = 1.5
_LETTERS = 0.84
"""How much of a font's size its letters take in height."""
_draw, _elide = QPainter.drawText, QFontMetrics.elidedText


class Fault(NamedTuple):
    """What cannot be read, and why."""

    why: str
    text: str
    of: str

    def __str__(self) -> str:
        return f"{self.why}: {self.text!r} ({self.of})"


class _Drawn(NamedTuple):
    """A text that was painted: where it stands, and the room it was given (None: as much as it takes)."""

    widget: QWidget
    text: str
    place: QRectF
    room: QRectF | None
    size: int

    @property
    def letters(self) -> QRectF:
        """Where its letters are, in its widget."""
        if self.place.height() > 2 * self.size:
            return self.place
        half = self.size * _LETTERS / 2
        return QRectF(self.place.left(), self.place.center().y() - half, self.place.width(), 2 * half)


class Eye:
    """Sees every text that is painted from Python, and what was shortened before it was."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.drawn: list[_Drawn] = []
        self.whole: dict[str, str] = {}
        patch.setattr(QPainter, "drawText", lambda painter, *given: self._note(painter, given))
        patch.setattr(QFontMetrics, "elidedText", lambda metrics, text, *given: self._shorten(metrics, text, given))

    def look_at(self, widget: QWidget) -> None:
        """Have ``widget`` painted."""
        self.drawn.clear()
        self.whole.clear()
        widget.grab()

    def _shorten(self, metrics: QFontMetrics, text: str, given: tuple[Any, ...]) -> str:
        whole = shown(text)
        made = _elide(metrics, whole, *given)
        if made != whole:
            self.whole[made] = whole
        return made

    def _note(self, painter: QPainter, given: tuple[Any, ...]) -> None:
        text = next((one for one in given if isinstance(one, str)), "")
        widget = painter.device()
        if text.strip() and isinstance(widget, QWidget):
            place, room = _placed(painter, text, given)
            moved = painter.worldTransform()
            size = painter.font().pixelSize()
            self.drawn.append(
                _Drawn(widget, text, moved.mapRect(place), moved.mapRect(room) if room is not None else None, size)
            )
        _draw(painter, *given)


def _placed(painter: QPainter, text: str, given: tuple[Any, ...]) -> tuple[QRectF, QRectF | None]:
    """Where a text is painted, and the room beyond which it would be cut."""
    first, metrics = given[0], QFontMetricsF(painter.font())
    if isinstance(first, QRect | QRectF):
        flags = next((int(getattr(one, "value", one)) for one in given[1:] if not isinstance(one, str)), 0)
        room = QRectF(first)
        return painter.boundingRect(room, flags, text), None if flags & Qt.TextFlag.TextDontClip.value else room
    corner = QPointF(first) if isinstance(first, QPoint | QPointF) else QPointF(first, given[1])
    return QRectF(corner.x(), corner.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height()), None


class MeasuringCamera(Camera):
    """Takes no pictures: measures what would be on them, windows also as small as they can be."""

    def __init__(self, eye: Eye) -> None:
        self.eye = eye
        self.faults: dict[Fault, str] = {}
        self._narrowed: set[str] = set()

    def take(self, widget: QWidget, name: str, *, over: QWidget | None = None) -> None:  # noqa: ARG002
        """Measure ``widget`` as it is, and the first view of each page also in the smallest window."""
        self._measure(widget, name)
        page = name.partition("-")[0]
        if isinstance(widget, QMainWindow) and page not in self._narrowed:
            self._narrowed.add(page)
            usual = widget.size()
            widget.resize(*NARROW)
            self._measure(widget, f"{name}, {NARROW[0]} px")
            widget.resize(usual)

    def _measure(self, widget: QWidget, name: str) -> None:
        for _ in range(2):
            QApplication.processEvents()
        self.eye.look_at(widget)
        narrow = isinstance(widget, QMainWindow) and widget.width() < WIDE
        for fault in _faults(widget, self.eye, narrow=narrow):
            self.faults.setdefault(fault, name)

    def __str__(self) -> str:
        return "\n".join(f"{where}: {fault}" for fault, where in self.faults.items())


def _faults(top: QWidget, eye: Eye, *, narrow: bool) -> Iterator[Fault]:
    seen = [one for one in eye.drawn if not _over_others(one.widget)]
    for one in seen:
        yield from _cut(one)
        if one.text in eye.whole and not _told(one, eye.whole[one.text], narrow=narrow):
            yield Fault("shortened", eye.whole[one.text], _path(one.widget))
    yield from _overlapping(seen)
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty() and not _over_others(widget):
            yield from _of_widget(widget, narrow=narrow)
            yield from _crowded(widget)


def _cut(one: _Drawn) -> Iterator[Fault]:
    """A text that is wider than its room, or than its widget where that cannot be scrolled."""
    beyond = one.place.right() > one.widget.width() + _SLACK and not _scrolls(one.widget)
    if beyond or (one.room is not None and one.place.width() > one.room.width() + _SLACK):
        yield Fault("cut", one.text, _path(one.widget))
    elif one.room is not None and one.place.height() > one.room.height() + one.size / 2:
        yield Fault("cut below", one.text, _path(one.widget))


def _told(one: _Drawn, whole: str, *, narrow: bool) -> bool:
    """Whether a shortened text may be short there: it is told in full, and not a control where there is room."""
    widget = one.widget
    if isinstance(widget.parentWidget(), Header):
        header = widget.parentWidget()
        assert isinstance(header, Header)
        columns = header.model().columns  # type: ignore[attr-defined]
        return any(column.stretch and shown(column.title) == whole for column in columns)
    if isinstance(widget, Strip) or (isinstance(widget, QAbstractButton) and not narrow):
        return False
    return isinstance(widget, Chart) or _in_rows(widget) or whole in widget.toolTip()


def _overlapping(seen: list[_Drawn]) -> Iterator[Fault]:
    """Texts of one widget that lie over each other."""
    by_widget = defaultdict(list)
    for one in seen:
        by_widget[id(one.widget)].append(one)
    for some in by_widget.values():
        ordered = sorted(((one.letters, one) for one in some), key=lambda pair: pair[0].left())
        for place, (area, one) in enumerate(ordered):
            for other_area, other in ordered[place + 1 :]:
                if other_area.left() > area.right() - 2:
                    break
                both = area.intersected(other_area)
                if both.width() > 2 and both.height() > 2 and one.text != other.text:
                    yield Fault("overlapping", f"{one.text} | {other.text}", _path(one.widget))


def _of_widget(widget: QWidget, *, narrow: bool) -> Iterator[Fault]:
    """A text that Qt itself paints and cuts without a word; the remark in a page's head may be short."""
    metrics, needed, room, text = QFontMetrics(widget.font()), 0, 0, ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed, room, text = widget.heightForWidth(widget.width()), widget.height(), widget.text()
    elif isinstance(widget, QLabel) and not (widget.toolTip() and (narrow or isinstance(widget.parent(), KeyRow))):
        needed = max(map(metrics.horizontalAdvance, widget.text().split("\n")))
        room, text = widget.contentsRect().width(), widget.text()
    elif isinstance(widget, QCheckBox | QRadioButton):
        needed, room, text = widget.sizeHint().width(), widget.width(), widget.text()
    elif isinstance(widget, QComboBox) and not widget.isEditable():
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, widget)
        needed, room, text = metrics.horizontalAdvance(widget.currentText()), place.width(), widget.currentText()
    elif isinstance(widget, QLineEdit) and not widget.text() and not widget.toolTip():
        text = widget.placeholderText()
        needed, room = metrics.horizontalAdvance(text), widget.contentsRect().width() - 4
    elif isinstance(widget, QScrollArea) and widget.horizontalScrollBarPolicy() is _NO_BAR:
        inner = widget.widget()
        assert inner is not None
        needed, room, text = inner.width(), widget.viewport().width(), _name(_widest(inner))
    if text and needed > room + 1:
        yield Fault("cut", text, _path(widget))


def _widest(widget: QWidget) -> QWidget:
    """The innermost part that makes ``widget`` as wide as it is."""
    parts = [one for one in _parts(widget.layout()) if one.isVisible()]
    widest = max(parts, key=lambda one: one.minimumSizeHint().width(), default=widget)
    return widget if widest is widget or widest.minimumSizeHint().width() < widget.width() - 60 else _widest(widest)


def _crowded(widget: QWidget) -> Iterator[Fault]:
    """Parts of one layout that lie over each other, or beyond its end."""
    parts = list(_parts(widget.layout())) if widget.layout() is not None else []
    visible = [one for one in parts if one.isVisible() and not one.visibleRegion().isEmpty()]
    for one, other in combinations(visible, 2) if len(visible) < 12 else pairwise(visible):
        both = one.geometry().intersected(other.geometry())
        if one.parentWidget() is other.parentWidget() and both.width() > 1 and both.height() > 1:
            yield Fault("overlapping", f"{_name(one)} | {_name(other)}", _path(widget))


def _parts(layout: QLayout | None) -> Iterator[QWidget]:
    for place in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(place) if layout is not None else None
        inner = item.widget() if item is not None else None
        if inner is not None:
            yield inner
        elif item is not None:
            yield from _parts(item.layout())


def _in_rows(widget: QWidget) -> bool:
    """Whether rows or sheets are painted there, which tell in a tooltip what they shorten."""
    return isinstance(widget.parentWidget(), QAbstractItemView | SheetView)


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractItemView | SheetView | Header | UnitHeader)


def _over_others(widget: QWidget) -> bool:
    """Whether it belongs to what lies over the page for a moment."""
    parent: QWidget | None = widget
    while parent is not None and not isinstance(parent, Toast):
        parent = parent.parentWidget()
    return parent is not None


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


def _path(widget: QWidget) -> str:
    names: list[str] = []
    parent: QWidget | None = widget
    while parent is not None and len(names) < 4:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)
