"""The rows of the import preview with what finds them: filters above, titles, and the list."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from minqing.exchange.plan import Choice, Verdict
from ui import theme
from ui.pages.exchange_filter import FilterBar, PreviewFilter
from ui.pages.exchange_list import PreviewList
from ui.pages.exchange_words import Line
from ui.pages.exchange_zones import EDGE, INDENT, LABEL_WIDTH, RIGHT_WIDTH, DecideShown, place_width
from ui.widgets.panel import Bar


class _Columns(Bar):
    """The titles over the list."""

    def __init__(self) -> None:
        super().__init__(28, below=theme.LINE2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.INK2))
        middle = Qt.AlignmentFlag.AlignVCenter
        left = INDENT
        for text, width in (("来表位置", place_width()), ("门牌 / 户主", LABEL_WIDTH), ("变动", 200)):
            painter.drawText(QRect(left, 0, width, self.height()), middle | Qt.AlignmentFlag.AlignLeft, text)
            left += width
        end = QRect(self.width() - EDGE - RIGHT_WIDTH, 0, RIGHT_WIDTH, self.height())
        painter.drawText(end, middle | Qt.AlignmentFlag.AlignRight, "处理")
        painter.end()


class RowsView(QWidget):
    """Filter bar, titles and list; ``asked(Ask)`` fires for what the user decides."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.list = PreviewList()
        self.list.asked.connect(self.asked)
        self.filter = FilterBar()
        self.filter.changed.connect(self._show_passing)
        self.filter.side_wanted.connect(self._decide_shown)
        self.filter.left.connect(self.list.setFocus)
        column.addWidget(self.filter)
        column.addWidget(_Columns())
        column.addWidget(self.list, 1)

    def show_only(self, verdict: Verdict | None) -> None:
        """Show one group, or all of them."""
        self.list.show_only(verdict)
        self.say_shown()

    def _show_passing(self, wanted: PreviewFilter) -> None:
        self.list.show_passing(wanted)
        self.say_shown()

    def say_shown(self) -> None:
        """What the filters leave, and how many conflicts could be decided in one go."""
        lines = self.list.lines
        rows = len(lines.shown()) if lines.filter else 0
        cells = sum(
            edit.conflict and lines.filter.field in (None, (edit.slot, edit.attribute))
            for line in self._conflicting()
            for edit in lines.row_of(line).edits
        )
        self.filter.say(rows=rows, conflicts=cells)

    def _conflicting(self) -> list[Line]:
        """The shown rows in which something is asked."""
        lines = self.list.lines
        asking = (Verdict.CONFLICT, Verdict.ERROR) if lines.only is None else (lines.only,)
        return [line for verdict in asking for line in lines.passing(verdict)]

    def _decide_shown(self, choice: Choice | None) -> None:
        places = tuple(line.place for line in self._conflicting())
        self.asked.emit(DecideShown(places, choice, self.list.lines.filter.field))
