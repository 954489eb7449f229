"""怎么读的: what the import made of every column and of the rows and sheets that are no data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from minqing.forms.report import ColumnNote, column_notes, skipped_words
from minqing.forms.sheet import SheetReading
from ui import theme
from ui.widgets.paint import Badge, Tone
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label

_KEPT = Badge("原样留着", Tone.WARN, "tri")
_REMARKS_HIGH = 104


@dataclass(frozen=True)
class ReadColumn:
    """One column of one of the sheets."""

    sheet: str
    note: ColumnNote


class ReadingView(QWidget):
    """The columns of all sheets as a table; below it what was left out, and what the reader should know."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table: RecordTable[ReadColumn] = RecordTable(
            _COLUMNS, name="每一栏怎么读的", key=lambda one: (one.sheet, one.note.letter)
        )
        self.table.set_empty("没有可以说明的栏目")
        column.addWidget(self.table, 1)
        self.words = label(size=13, colour=theme.INK2, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setContentsMargins(14, 8, 14, 8)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._remarks = QScrollArea()
        self._remarks.setWidget(self.words)
        self._remarks.setWidgetResizable(True)
        self._remarks.setFrameShape(QScrollArea.Shape.NoFrame)
        self._remarks.setMaximumHeight(_REMARKS_HIGH)
        self._remarks.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._remarks)

    def show_readings(self, readings: Sequence[SheetReading], skipped: Sequence[tuple[str, str]]) -> None:
        """Show how these sheets were read; ``skipped`` are the sheets that were not, with the reason."""
        self.table.set_records([ReadColumn(one.sheet, note) for one in readings for note in column_notes(one)])
        text = "\n".join(reading_words(readings, skipped))
        self.words.setText(text)
        self._remarks.setVisible(bool(text))


def reading_words(readings: Sequence[SheetReading], skipped: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What there is to say beside the columns: why read so, rows left out by reason, remarks, sheets left out."""
    for one in readings:
        left_out = "；".join(skipped_words(one.skipped))
        yield f"工作表“{one.sheet}”：{one.why}{f'没有读的行：{left_out}。' if left_out else ''}"
        yield from one.remarks
    for sheet, why in skipped:
        yield f"工作表“{sheet}”没有读：{why}。"


def _meaning(one: ReadColumn) -> Badge | None:
    return None if one.note.known else _KEPT


_COLUMNS: tuple[Column[ReadColumn], ...] = (
    Column("工作表", lambda one: one.sheet, width=150, muted=True, size=13, tooltip=lambda one: one.sheet),
    Column("列", lambda one: one.note.letter, width=52),
    Column("栏名", lambda one: one.note.header, stretch=1, tooltip=lambda one: one.note.header),
    Column("读作", lambda one: one.note.meaning, stretch=1, badge=_meaning, strong=lambda one: one.note.known),
    Column("凭什么", lambda one: one.note.why, stretch=1, muted=True, size=13, tooltip=lambda one: one.note.why),
)
