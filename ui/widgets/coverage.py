"""Buildings one below the other: how many households were seen, seen before, only knocked at, never visited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from ui import theme
from ui.widgets.charts import LEFT, RIGHT, Chart, text_width, write
from ui.widgets.paint import badge_width, elided, paint_badge, paint_box, seal_badge, widest

SEEN, EARLIER, KNOCKED, UNSEEN = range(4)
_FILL: Final = (theme.ACCENT, theme.ACCENTL, theme.PAPER3, theme.NEVER)
_INK: Final = (theme.WHITE, theme.INK, theme.INK2, "")
_ALARM = 0.2
"""From this part of a building on, those never visited are in a seal."""
PAD: Final = 14
_COUNT, _SHARE, _NEVER = 46, 60, 66
_BESIDE, _GAP = 8, 12
COUNT_TITLE, SHARE_TITLE, NEVER_TITLE = "在册", "覆盖", "从未走访"


@dataclass(frozen=True)
class Numbers:
    """How wide the three columns of numbers at the right are."""

    count: int
    share: int
    never: int

    @property
    def all(self) -> int:
        """Together."""
        return self.count + self.share + self.never


@dataclass(frozen=True)
class BuildingBar:
    """A building: its numbers in the order seen, earlier, knocked, never; ``share`` is written beside."""

    name: str
    parts: tuple[int, int, int, int]
    share: str
    tooltips: tuple[str, str, str, str]

    @property
    def homes(self) -> int:
        """All of its households."""
        return sum(self.parts)


def _homes(count: int) -> str:
    """A number of households under a title that says so: the unit is only written where it is short."""
    return f"{count}\u00a0户"


class CoverageRows(Chart):
    """A row for each building, its bar as long as it has households; ``chosen(row, part)`` fires, part -1 for all."""

    ROW, TALLEST = 30, 50
    chosen = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.bars: tuple[BuildingBar, ...] = ()
        self._parts: tuple[tuple[int, int], ...] = ()
        self._most = 1
        self.name_width = 40
        self.share_title = SHARE_TITLE
        self.numbers = Numbers(_COUNT, _SHARE, _NEVER)
        self.picked.connect(lambda number: self.chosen.emit(*self._parts[number]))

    def set_bars(self, bars: Sequence[BuildingBar], *, share: str = SHARE_TITLE) -> None:
        """Show these buildings; ``share`` is what stands above their shares."""
        self.bars, self.share_title = tuple(bars), share
        self.numbers = self._measured()
        self._parts = tuple(
            (row, part)
            for row, bar in enumerate(self.bars)
            for part in (-1, *(part for part, count in enumerate(bar.parts) if count))
        )
        self._most = max((bar.homes for bar in self.bars), default=1) or 1
        widest = max((text_width(bar.name, 14, theme.MEDIUM) for bar in self.bars), default=0)
        self.name_width = max(40, min(112, widest + 8))
        self.setMinimumHeight(8 + self.ROW * len(self.bars))
        self.renew()

    @property
    def count(self) -> int:
        return len(self._parts)

    def sizeHint(self) -> QSize:
        return QSize(540, 8 + self.ROW * max(1, len(self.bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(330, self.minimumHeight())

    @property
    def _pitch(self) -> float:
        return max(self.ROW, min(self.TALLEST, (self.height() - 8) / max(1, len(self.bars))))

    def _row(self, row: int) -> QRectF:
        return QRectF(0, 4 + row * self._pitch, self.width(), self._pitch)

    def _bar_room(self) -> float:
        return self.width() - 2 * PAD - self.name_width - self.numbers.all - _GAP

    def _measured(self) -> Numbers:
        """The columns of numbers: as wide as their titles and what stands in them."""
        never = max((badge_width(seal_badge(_homes(bar.parts[UNSEEN]))) for bar in self.bars), default=0)
        return Numbers(
            count=max(_COUNT, widest((COUNT_TITLE,), 12), widest((_homes(bar.homes) for bar in self.bars), 13) + 4),
            share=max(_SHARE, widest((self.share_title,), 12) + _BESIDE),
            never=max(_NEVER, widest((NEVER_TITLE,), 12) + _BESIDE, never + _BESIDE),
        )

    def part_area(self, row: int, part: int) -> QRectF:
        """The rectangle of one part of a building's bar."""
        bar, line = self.bars[row], self._row(row)
        scale = self._bar_room() / self._most
        left = PAD + self.name_width + scale * sum(bar.parts[:part])
        return QRectF(left, line.center().y() - 11, scale * bar.parts[part], 22)

    def area_of(self, number: int) -> QRectF:
        row, part = self._parts[number]
        return self._row(row).adjusted(4, 1, -4, -1) if part < 0 else self.part_area(row, part)

    def words_of(self, number: int) -> str:
        row, part = self._parts[number]
        bar = self.bars[row]
        return bar.tooltips[part] if part >= 0 else f"{bar.name} 在册 {bar.homes:,} 户，覆盖 {bar.share}"

    def part_at(self, place: QPoint) -> int:
        """Parts of bars lie over their rows; the column of those never visited belongs to that part."""
        never = self.numbers.never
        for number in range(self.count - 1, -1, -1):
            part, area = self._parts[number][1], self.area_of(number)
            beside = QRectF(self.width() - PAD - never, area.top(), never, area.height())
            if area.contains(QPointF(place)) or (part == UNSEEN and beside.contains(QPointF(place))):
                return number
        return -1

    def next_part(self, key: int) -> int | None:
        if key not in {Qt.Key.Key_Up, Qt.Key.Key_Down} or not self.count:
            return super().next_part(key)
        row, part = self._parts[self.current]
        row = max(0, min(len(self.bars) - 1, row + (1 if key == Qt.Key.Key_Down else -1)))
        return self._parts.index((row, part)) if (row, part) in self._parts else self._parts.index((row, -1))

    def paint(self, painter: QPainter) -> None:
        for row, bar in enumerate(self.bars):
            line = self._row(row)
            made = theme.font(14, theme.MEDIUM)
            name = QRectF(PAD, line.top(), self.name_width, line.height())
            write(painter, name, elided(bar.name, made, self.name_width - 6), LEFT, colour=theme.INK, size=14,
                  weight=theme.MEDIUM)  # fmt: skip
            for part in range(len(bar.parts)):
                if bar.parts[part]:
                    self._paint_part(painter, row, part)
            self._paint_numbers(painter, bar, line)

    def _paint_part(self, painter: QPainter, row: int, part: int) -> None:
        count, area = self.bars[row].parts[part], self.part_area(row, part)
        outlined = part == EARLIER and theme.ACCENTL == theme.ACCENT
        painter.fillRect(area, QColor(theme.PANEL if outlined else _FILL[part]))
        if outlined:
            paint_box(painter, area, fill="", border=theme.ACCENT, radius=0)
        if part == UNSEEN:
            paint_never(painter, area)
        elif text_width(str(count)) + 10 <= area.width():
            place = area.adjusted(min(8.0, (area.width() - text_width(str(count))) / 2), 0, 0, 0)
            weight = theme.MEDIUM if part == SEEN else theme.REGULAR
            write(painter, place, str(count), LEFT, colour=_INK[part], weight=weight)

    def _paint_numbers(self, painter: QPainter, bar: BuildingBar, line: QRectF) -> None:
        right, numbers = self.width() - PAD, self.numbers
        never = bar.parts[UNSEEN]
        if never and never >= _ALARM * bar.homes:
            badge = seal_badge(_homes(never))
            paint_badge(painter, badge, left=right - badge_width(badge), middle=line.center().y())
        else:
            place = QRectF(right - numbers.never, line.top(), numbers.never, line.height())
            write(painter, place, _homes(never), RIGHT, colour=theme.RED if never else theme.INK2, size=13)
        place = QRectF(right - numbers.never - numbers.share, line.top(), numbers.share, line.height())
        write(painter, place, bar.share, RIGHT, colour=theme.INK, size=14, weight=theme.BOLD)
        place = QRectF(place.left() - numbers.count, line.top(), numbers.count, line.height())
        write(painter, place, _homes(bar.homes), RIGHT, colour=theme.INK2, size=13)


def paint_never(painter: QPainter, area: QRectF) -> None:
    """The hatched look of what was never visited."""
    painter.save()
    painter.fillRect(area, QColor(theme.NEVER))
    painter.setClipRect(area)
    painter.setPen(QPen(QColor(theme.HATCH), 1.2))
    left = area.left() - area.height()
    while left < area.right():
        painter.drawLine(QLineF(left, area.bottom(), left + area.height(), area.top()))
        left += 6
    painter.setClipping(False)
    painter.setPen(QPen(QColor(theme.RED), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()
