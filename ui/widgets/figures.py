"""Strips of figures: facts about one household, the week's numbers, counts to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.icons import paint_icon
from ui.translation import roomy, translated
from ui.widgets.paint import FOREGROUND, Tone, elided, paint_box, paint_focus, widest
from ui.widgets.strips import Option, Strip
from ui.widgets.text import label, recolour

_LEAST_CELL, _NOTE_GAP = 120, 4


class _Box(QWidget):
    """A white box with a border, and lines between its cells."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(0)

    def clear(self) -> None:
        """Take all cells away."""
        while self.row.count():
            item = self.row.takeAt(0)
            cell = item.widget() if item is not None else None
            if cell is not None:
                cell.hide()
                cell.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2, radius=6)
        for number in range(1, self.row.count()):
            item = self.row.itemAt(number)
            if item is not None:
                painter.fillRect(item.geometry().left(), 1, 1, self.height() - 2, QColor(theme.LINE))
        painter.end()


@dataclass(frozen=True)
class Fact:
    """A label and its value; ``width`` 0 takes what is left over. ``tone`` colours the note."""

    label: str
    value: str
    note: str = ""
    width: int = 0
    tone: Tone | None = None


class _FactCell(QWidget):
    def __init__(self, fact: Fact, extras: Sequence[QWidget]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 10, 8, 8)
        column.setSpacing(1)
        key = label(fact.label, size=12, colour=theme.INK2)
        key.setFixedHeight(18)
        column.addWidget(key)
        line = QWidget()
        line.setFixedHeight(26)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.value = label(fact.value, size=15, weight=theme.MEDIUM)
        row.addWidget(self.value)
        self.value.setVisible(bool(fact.value))
        if fact.note:
            row.addWidget(label(fact.note, size=13, colour=FOREGROUND[fact.tone] if fact.tone else theme.INK2))
        for extra in extras:
            row.addWidget(extra)
        row.addStretch(1)
        column.addWidget(line)
        column.addStretch(1)
        self.setAccessibleName(f"{fact.label}：{fact.value} {fact.note}".strip())


class FactStrip(_Box):
    """Facts side by side, 68 px high: 户主, 电话, 房屋, …"""

    def __init__(self) -> None:
        super().__init__(68)
        self._cells: dict[str, _FactCell] = {}
        self._widths: dict[str, int] = {}

    def set_facts(self, facts: Sequence[Fact], *, extras: Mapping[str, Sequence[QWidget]] | None = None) -> None:
        """Show these facts; ``extras`` are widgets after a fact's value, by its label."""
        self.clear()
        self._cells, self._widths = {}, {}
        for fact in facts:
            cell = _FactCell(fact, (extras or {}).get(fact.label, ()))
            if fact.width:
                self._widths[fact.label] = _cell_width(fact.width, cell.sizeHint().width())
            self.row.addWidget(cell, 0 if fact.width else 1)
            self._cells[fact.label] = cell
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Widths as they should be, all a little less where the strip has no room for them."""
        room = self.width() - _LEAST_CELL * (len(self._cells) - len(self._widths))
        part = min(1.0, max(0.1, room / max(1, sum(self._widths.values()))))
        for name, width in self._widths.items():
            self._cells[name].setFixedWidth(int(width * part))

    def set_value(self, name: str, value: str) -> None:
        """Change the value of the fact labelled ``name``; raises ``KeyError``."""
        self._cells[name].value.setText(value)


def _cell_width(designed: int, needed: int) -> int:
    """As designed; in another language as wide as its words, within limits, so that the rest is left to others."""
    return max(round(designed * 0.7), min(needed, roomy(designed))) if translated() else designed


@dataclass(frozen=True)
class Figure:
    """A number of the week: label, number, unit, a note at the right; ``bad`` makes the number red.

    ``suffix`` (``%``) is smaller and close to the number; ``tip`` explains what is counted.
    """

    label: str
    value: str
    unit: str = ""
    note: str = ""
    corner: str = ""
    bad: bool = False
    stretch: int = 100
    suffix: str = ""
    tip: str = ""


class FigureStrip(_Box):
    """Big figures side by side, 72 px high."""

    def __init__(self) -> None:
        super().__init__(72)

    def set_figures(self, figures: Sequence[Figure], *, extras: Mapping[str, QWidget] | None = None) -> None:
        """Show these figures; ``extras`` stand at the right of a figure's number in place of its note, by label."""
        self.clear()
        for figure in figures:
            self.row.addWidget(self._cell(figure, (extras or {}).get(figure.label)), figure.stretch)

    def _cell(self, figure: Figure, extra: QWidget | None) -> QWidget:
        cell = QWidget()
        cell.setAccessibleName(f"{figure.label} {figure.value}{figure.suffix} {figure.unit} {figure.note}".strip())
        cell.setToolTip(figure.tip)
        column = QVBoxLayout(cell)
        column.setContentsMargins(19, 10, 18, 8)
        column.setSpacing(2)
        top = QHBoxLayout()
        key = label(figure.label, size=13, colour=theme.INK2)
        key.setFixedHeight(18)
        top.addWidget(key)
        top.addStretch(1)
        top.addWidget(label(figure.corner, size=13, colour=theme.INK3))
        column.addLayout(top)
        line = QWidget()
        line.setFixedHeight(32)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        number = label(figure.value, size=26, weight=theme.BOLD)
        if figure.bad:
            recolour(number, theme.RED)
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignBaseline)
        if figure.suffix:
            row.setSpacing(1)
            row.addWidget(label(figure.suffix, size=16, weight=theme.BOLD), 0, Qt.AlignmentFlag.AlignBaseline)
            row.addSpacing(4)
        row.addWidget(label(figure.unit, size=13, colour=theme.INK2), 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        if extra is not None:
            row.addWidget(extra, 0, Qt.AlignmentFlag.AlignVCenter)
        elif figure.note:
            row.addWidget(label(figure.note, size=13, colour=theme.INK2), 0, Qt.AlignmentFlag.AlignBaseline)
        column.addWidget(line)
        return cell


class Bars(QWidget):
    """A thin bar that fills from the left."""

    def __init__(self, share: float = 0, *, colour: str = theme.ACCENT, width: int = 120) -> None:
        super().__init__()
        self._share = share
        self._colour = colour
        self.setFixedSize(width, 6)

    def set_share(self, share: float) -> None:
        """Fill this share, 0 to 1."""
        self._share = max(0.0, min(1.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.PAPER3))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, 6), 3, 3)
        painter.end()


class TileStrip(Strip):
    """Counts to choose from, 44 px high, as above an import preview; the chosen one is tinted and underlined.

    An option with ``alarm`` has its number in the colour of its tone. ``notes`` are remarks at the right, by key.
    """

    def __init__(self, options: Sequence[Option], *, name: str) -> None:
        super().__init__(options, name=name)
        self.notes: dict[str, str] = {}
        self.setFixedHeight(44)

    def set_note(self, key: str, text: str) -> None:
        """Show a remark at the right of one tile."""
        self.notes[key] = text
        self.update()

    def areas(self) -> list[QRect]:
        count = max(1, len(self.options))
        edges = [round(number * self.width() / count) for number in range(count + 1)]
        needs = [self._need(option) for option in self.options]
        if any(need > right - left for need, (left, right) in zip(needs, pairwise(edges), strict=True)):
            spare = (self.width() - sum(needs)) / count
            edges = [round(sum(needs[:number]) + number * spare) for number in range(count + 1)]
        return [QRect(left, 0, right - left, 44) for left, right in pairwise(edges)]

    def _need(self, option: Option) -> int:
        """What a tile takes without its note."""
        words = widest((option.text,)) + widest((str(option.count or 0),), 20, theme.BOLD)
        return 14 + (19 if option.shape else 0) + words + 7 + 8

    def sizeHint(self) -> QSize:
        return QSize(150 * len(self.options), 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2, radius=6)
        for number, (option, area) in enumerate(zip(self.options, self.areas(), strict=True)):
            if option.key == self.key:
                painter.fillRect(area.adjusted(1, 1, -1, -1), QColor(theme.ACCENTT))
                painter.fillRect(area.left() + 1, 40, area.width() - 2, 3, QColor(theme.ACCENT))
            if number:
                painter.fillRect(area.left(), 1, 1, 42, QColor(theme.LINE))
            self._paint_tile(painter, option, area)
        paint_box(painter, QRectF(self.rect()), fill="", border=theme.LINE2, radius=6)
        if self.hasFocus():
            chosen = [area for option, area in zip(self.options, self.areas(), strict=True) if option.key == self.key]
            for area in chosen:
                paint_focus(painter, area)
        painter.end()

    def _paint_tile(self, painter: QPainter, option: Option, area: QRect) -> None:
        left = area.left() + 14
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if option.shape:
            paint_icon(painter, f"state-{option.shape}", QRectF(left, 16, 12, 12), FOREGROUND[option.tone])
            left += 19
        big = theme.font(20, theme.BOLD)
        count = QFontMetrics(big).horizontalAdvance(str(option.count or 0))
        words = elided(option.text, theme.font(), area.right() - left - count - 13)
        painter.setFont(theme.font())
        painter.setPen(QColor(theme.INK))
        painter.drawText(QRect(left, 0, area.width(), 44), middle, words)
        left += QFontMetrics(theme.font()).horizontalAdvance(words) + 7
        painter.setFont(big)
        painter.setPen(QColor(FOREGROUND[option.tone] if option.alarm else theme.INK))
        painter.drawText(QRect(left, 0, area.width(), 44), middle, str(option.count or 0))
        note, edge = self.notes.get(option.key, ""), 14
        spare = area.right() + 1 - left - count - widest((note,), 12)
        if spare < _NOTE_GAP + edge:
            edge = 6
        if spare < _NOTE_GAP + edge:
            return
        painter.setFont(theme.font(12))
        painter.setPen(QColor(theme.INK3))
        room = QRect(area.left(), 0, area.width() - edge, 44)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)
