"""Draws the tables below a row of the import preview: its fields from both sides, and its candidates beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from minqing.exchange.plan import CellEdit, Choice, RowPlan
from ui import theme
from ui.pages.exchange_lines import beside
from ui.pages.exchange_words import Line, sides, since_words, who_changed
from ui.pages.exchange_zones import ASIDE, LAST_GAP, all_words, field_cells, link_width, pick_width, text_width
from ui.widgets.paint import elided

STEMS = ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸")
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def say(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    size: int = 13,
    weight: int = theme.REGULAR,
    colour: str = theme.INK,
) -> int:
    """Draw one line of text, shortened to fit; gives where it ends."""
    font = theme.font(size, weight)
    shown = elided(" ".join(text.split()), font, area.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, _LEFT, shown)
    return area.left() + text_width(shown, size, weight)


def paint_frame(painter: QPainter, area: QRect, line: Line) -> QRect:
    """The white ground and the borders of a line of the table of fields; gives the part that is the table."""
    painter.fillRect(area, QColor(theme.PANEL))
    inner = area.adjusted(0, 0, 0, -LAST_GAP if line.last else 0)
    if line.last:
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
    return inner


def _paint_borders(painter: QPainter, inner: QRect, *, top: str, bottom: str) -> None:
    cells = field_cells(inner)
    left, right = cells[0].left(), cells[3].right()
    for cell in cells[1:]:
        painter.fillRect(cell.left(), inner.top(), 1, inner.height(), QColor(theme.LINE))
    painter.fillRect(left, inner.top(), right - left + 1, 1, QColor(top))
    if bottom:
        painter.fillRect(left, inner.bottom(), right - left + 1, 1, QColor(bottom))
    for edge in (left, right):
        painter.fillRect(edge, inner.top(), 1, inner.height(), QColor(theme.LINE2))


def paint_head(painter: QPainter, area: QRect, line: Line, *, row: RowPlan, sender: str) -> None:
    """The titles over the fields of a row: who changed our side and when, and who sent the other."""
    inner = paint_frame(painter, area, line)
    name, base, ours, theirs = field_cells(inner)
    painter.fillRect(
        QRect(name.left(), inner.top(), theirs.right() - name.left(), inner.height()), QColor(theme.PAPER2)
    )
    for cell, text in ((name, "栏目"), (base, "原值（上次一致）")):
        say(painter, cell.adjusted(10, 0, -6, 0), text, colour=theme.INK2)
    all_width = link_width(*all_words(sum(edit.conflict for edit in row.edits)))
    for cell, text, rest in ((ours, "本机", who_changed(row)), (theirs, "来表", sender)):
        end = say(painter, cell.adjusted(10, 0, -6, 0), text, weight=theme.BOLD, colour=theme.INK)
        room = QRect(end + 8, cell.top(), cell.right() - end - max(110, all_width + 16), cell.height())
        say(painter, room, rest, size=12, colour=theme.INK2)
    _paint_borders(painter, inner, top=theme.LINE2, bottom="")


def paint_field(painter: QPainter, area: QRect, line: Line, edit: CellEdit, *, row: RowPlan) -> None:
    """One field: base, ours and theirs, the chosen side marked; who changed ours where the head does not say it."""
    inner = paint_frame(painter, area, line)
    texts = sides(edit)
    name, base, ours, theirs = field_cells(inner)
    say(painter, name.adjusted(10, 0, -6, 0), edit.label, colour=theme.INK2)
    later = edit.choice is Choice.LATER
    room = base.adjusted(10, 0, -max(56, link_width(*ASIDE) + 12) if edit.conflict else -6, 0)
    say(painter, room, texts[0], colour=theme.AMBER if later else theme.INK2)
    for cell, text, choice in ((ours, texts[1], Choice.OURS), (theirs, texts[2], Choice.THEIRS)):
        chosen = edit.choice is choice
        if chosen:
            painter.fillRect(cell, QColor(theme.ACCENTT))
            painter.fillRect(cell.left(), cell.top(), 3, cell.height(), QColor(theme.ACCENT))
        weight, colour = (theme.MEDIUM, theme.INK) if chosen else (theme.REGULAR, theme.INK2)
        room = cell.adjusted(10, 0, -pick_width() - 16 if edit.conflict else -8, 0)
        end = say(painter, room, text, size=14, weight=weight, colour=colour)
        if choice is Choice.OURS and edit.conflict and not who_changed(row):
            rest = QRect(end + 8, room.top(), room.right() - end - 8, room.height())
            say(painter, rest, since_words(edit.since), size=12, colour=theme.INK3)
    _paint_borders(painter, inner, top=theme.LINE, bottom=theme.LINE2 if line.last else "")


def paint_pair_head(painter: QPainter, area: QRect, line: Line, row: RowPlan) -> None:
    """The titles over a row and its candidates: 来表, 甲, 乙."""
    inner = paint_frame(painter, area, line)
    name, theirs, *candidates = field_cells(inner)
    painter.fillRect(name.united(candidates[-1]).intersected(inner), QColor(theme.PAPER2))
    say(painter, name.adjusted(10, 0, -6, 0), "栏目", colour=theme.INK2)
    say(painter, theirs.adjusted(10, 0, -6, 0), "来表", weight=theme.BOLD)
    for number, (cell, one) in enumerate(zip(candidates, beside(row, line.start), strict=False), line.start):
        stem = STEMS[number % len(STEMS)]
        say(painter, cell.adjusted(10, 0, -6, 0), f"本机 {stem}　{one.label}", weight=theme.BOLD)
    _paint_borders(painter, inner, top=theme.LINE2, bottom="")


def paint_pair(painter: QPainter, area: QRect, line: Line, words: Sequence[str]) -> None:
    """One column of the row beside its candidates: what is the same is green, what differs is dark."""
    inner = paint_frame(painter, area, line)
    if words:
        name, theirs, *candidates = field_cells(inner)
        say(painter, name.adjusted(10, 0, -6, 0), words[0], colour=theme.INK2)
        said = words[1]
        say(painter, theirs.adjusted(10, 0, -6, 0), said or "—")
        for cell, text in zip(candidates, words[2:], strict=False):
            differs = bool(text) and text != said
            weight = theme.MEDIUM if differs else theme.REGULAR
            colour = theme.INK if differs else theme.GREEN if text else theme.INK3
            say(painter, cell.adjusted(10, 0, -6, 0), text or "—", colour=colour, weight=weight)
    _paint_borders(painter, inner, top=theme.LINE, bottom=theme.LINE2 if line.last else "")
