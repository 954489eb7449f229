"""The list of what the search box found: hits of a kind under their title, or a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.paint import elided, paint_box

_HEAD = 26
_ROW = 44
_SENTENCE = 68
_WAY_OUT = "换成拼音首字母（如 flx）、门牌（3-2-501）或电话后四位再试；诉求和走访里的字也能搜。"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Result:
    """One hit: what it is called and, on a second line, where and when; ``payload`` comes back when it is chosen."""

    title: str
    detail: str = ""
    payload: object = None


@dataclass(frozen=True)
class Group:
    """Hits of one kind under their title; ``more`` if there are others that are not among them."""

    title: str
    results: tuple[Result, ...]
    more: bool = False


def fitting(groups: Sequence[Group], height: int) -> tuple[Group, ...]:
    """As many hits as fit into ``height``, the first of each group before the second of any."""
    filled = [group for group in groups if group.results]
    room = max(len(filled), (height - 2 - _HEAD * len(filled)) // _ROW)
    kept = [0] * len(filled)
    for place in range(max((len(group.results) for group in filled), default=0)):
        for number, group in enumerate(filled):
            if place < len(group.results) and sum(kept) < room:
                kept[number] += 1
    return tuple(
        Group(group.title, group.results[:number], more=group.more or number < len(group.results))
        for group, number in zip(filled, kept, strict=True)
    )


class HitList(QWidget):
    """The list below the box, drawn in one widget; a sentence where there is no list."""

    ROLE: ClassVar = QAccessible.Role.List
    clicked = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.groups: tuple[Group, ...] = ()
        self.words = ""
        self.sentence = ""
        self.current = 0
        self.setMouseTracking(True)
        self.setAccessibleName("搜索结果")
        self.hide()

    @property
    def results(self) -> list[Result]:
        """All hits in the order shown."""
        return [result for group in self.groups for result in group.results]

    def show_groups(self, words: str, groups: tuple[Group, ...]) -> None:
        """Show what was found for ``words``; a sentence with the way out if that is nothing."""
        self.words, self.groups, self.current = words, groups, 0
        self.sentence = "" if self.results else f"没有找到“{words}”。{_WAY_OUT}"

    def say(self, words: str, sentence: str) -> None:
        """Show a sentence in place of hits."""
        self.words, self.groups, self.sentence, self.current = words, (), sentence, 0

    def described(self) -> str:
        """What assistive technology reads of the list: the hit in front, or the sentence."""
        results = self.results
        if not results:
            return self.sentence
        chosen = results[self.current]
        return f"{self.current + 1}/{len(results)}　{chosen.title}　{chosen.detail}"

    def sizeHint(self) -> QSize:
        rows = len(self.results)
        return QSize(470, 2 + (rows * _ROW + len(self.groups) * _HEAD if rows else _SENTENCE))

    def rows(self) -> list[QRect]:
        """Where each hit is drawn."""
        areas, top = [], 1
        for group in self.groups:
            top += _HEAD
            for _ in group.results:
                areas.append(QRect(1, top, self.width() - 2, _ROW))
                top += _ROW
        return areas

    def _row_at(self, place: QPoint) -> int:
        return next((number for number, area in enumerate(self.rows()) if area.contains(place)), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0 and row != self.current:
            self.current = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self.clicked.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2)
        if self.sentence:
            painter.setFont(theme.font(13))
            painter.setPen(QColor(theme.INK2))
            wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(14, 4, -14, -4), wrapped, self.sentence)
        areas, number, top = self.rows(), 0, 1
        for group in self.groups:
            self._paint_head(painter, QRect(1, top, self.width() - 2, _HEAD), group)
            for result in group.results:
                self._paint_result(painter, areas[number], result, chosen=number == self.current)
                number += 1
            top += _HEAD + _ROW * len(group.results)
        painter.end()

    def _paint_head(self, painter: QPainter, head: QRect, group: Group) -> None:
        painter.fillRect(head, QColor(theme.PAPER2))
        painter.fillRect(head.left(), head.bottom(), head.width(), 1, QColor(theme.LINE))
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.INK2))
        painter.drawText(head.adjusted(13, 0, -13, 0), _LEFT, group.title)
        if group.more:
            painter.setFont(theme.font(12))
            painter.drawText(head.adjusted(13, 0, -13, 0), _RIGHT, "还有更多，再多打几个字")

    def _paint_result(self, painter: QPainter, area: QRect, result: Result, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(area, QColor(theme.ACCENTT))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(theme.ACCENT))
        inner = area.adjusted(13, 4, -13, -4)
        first = QRect(inner.left(), inner.top(), inner.width(), 20 if result.detail else inner.height())
        painter.setPen(QColor(theme.INK))
        self._paint_match(painter, first, result.title)
        small = theme.font(12)
        painter.setFont(small)
        painter.setPen(QColor(theme.INK2))
        second = QRect(inner.left(), inner.top() + 20, inner.width(), inner.height() - 20)
        painter.drawText(second, _LEFT, elided(result.detail, small, second.width()))

    def _paint_match(self, painter: QPainter, area: QRect, text: str) -> None:
        place = text.lower().find(self.words.lower()) if self.words else -1
        end = place + len(self.words) if place >= 0 else 0
        parts = ((text[:place], theme.REGULAR), (text[place:end], theme.BOLD)) if place >= 0 else ()
        left = area.left()
        for part, weight in (*parts, (text[end:], theme.REGULAR)):
            font = theme.font(14, weight)
            shown = elided(part, font, area.right() + 1 - left)
            painter.setFont(font)
            painter.drawText(QRect(left, area.top(), area.width(), area.height()), _LEFT, shown)
            left += QFontMetrics(font).horizontalAdvance(shown)
