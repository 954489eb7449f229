"""Draws the lines of the import preview: no widget per row, whatever the number of rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from minqing.exchange.plan import NEW_RECORD, VERDICT_WORDS, RowPlan, Verdict
from ui import theme
from ui.icons import paint_icon
from ui.pages.exchange_fields import STEMS, paint_field, paint_frame, paint_head, paint_pair, paint_pair_head, say
from ui.pages.exchange_lines import LinesModel, beside, notes, pair_words
from ui.pages.exchange_words import Line, LineKind, change_words, chosen_words, place_words
from ui.pages.exchange_zones import (
    EDGE,
    INDENT,
    LAST_GAP,
    Identify,
    Zone,
    ZoneLook,
    card_areas,
    columns,
    free_of,
    line_height,
    text_width,
    zones,
)
from ui.widgets.paint import (
    FOREGROUND,
    STATES,
    Badge,
    Look,
    Tone,
    badge_width,
    paint_badge,
    paint_box,
    paint_focus,
)

_CENTRE = Qt.AlignmentFlag.AlignCenter


class LineDelegate(QStyledItemDelegate):
    """Draws each kind of line; ``card`` is the candidate of the current line that the keyboard is on."""

    def __init__(self, view: QAbstractItemView, model: LinesModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered = -1
        self.card = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, line_height(self._model.lines[index.row()]))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = self._model.lines[index.row()]
        area: QRect = option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(area)
        match line.kind:
            case LineKind.GROUP:
                self._paint_group(painter, area, line)
            case LineKind.ROW:
                self._paint_row(painter, area, line, current=current, hovered=index.row() == self.hovered)
            case LineKind.HEAD:
                row = self._model.row_of(line)
                paint_head(painter, area, line, row=row, sender=self._model.sender_of(row))
            case LineKind.FIELD:
                paint_field(painter, area, line, self._model.edit_of(line), row=self._model.row_of(line))
            case LineKind.PAIR_HEAD:
                paint_pair_head(painter, area, line, self._model.row_of(line))
            case LineKind.PAIR:
                row = self._model.row_of(line)
                words = pair_words(self._model.prepared.plan, row, line) if self._model.prepared else []
                paint_pair(painter, area, line, words)
            case LineKind.NOTE:
                self._paint_note(painter, area, line)
            case LineKind.CARDS:
                self._paint_cards(painter, area, line, current=current)
        for zone in zones(self._model, line, area):
            self._paint_zone(painter, zone)
        if current and self._view.hasFocus() and line.kind is not LineKind.CARDS:
            self._paint_focus(painter, area, line)
        painter.restore()

    def _paint_focus(self, painter: QPainter, area: QRect, line: Line) -> None:
        if line.kind is LineKind.FIELD:
            bottom = LAST_GAP if line.last else 0
            area = area.adjusted(INDENT, 0, -EDGE, -bottom)
        paint_focus(painter, area, radius=2)

    def _paint_group(self, painter: QPainter, area: QRect, line: Line) -> None:
        painter.fillRect(area, QColor(theme.PAPER2))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        shape, tone = STATES[VERDICT_WORDS[line.verdict]]
        left, middle = area.left() + EDGE, area.center().y() + 0.5
        self._paint_chevron(painter, left, middle, opened=self._model.group_open(line.verdict))
        paint_icon(painter, f"state-{shape}", QRectF(left + 22, middle - 6, 12, 12), FOREGROUND[tone])
        prepared = self._model.prepared
        count, all_ = len(self._model.passing(line.verdict)), len(prepared.groups[line.verdict]) if prepared else 0
        told = f"{count:,}" if count == all_ else f"{count:,} / {all_:,}"
        note = prepared.notes[line.verdict] if prepared else ""
        room = QRect(left + 42, area.top(), area.width() - 60, area.height())
        end = say(painter, room, VERDICT_WORDS[line.verdict], weight=theme.BOLD)
        end = say(painter, room.adjusted(end + 8 - room.left(), 0, 0, 0), told, colour=theme.INK2)
        room.setRight(min(room.right(), free_of(zones(self._model, line, area), area) - 8))
        say(painter, room.adjusted(end + 8 - room.left(), 0, 0, 0), note, size=12, colour=theme.INK3)

    def _paint_chevron(self, painter: QPainter, left: float, middle: float, *, opened: bool) -> None:
        paint_icon(painter, "chev" if opened else "chevr", QRectF(left, middle - 7, 14, 14), theme.INK3, stroke=1.4)

    def _paint_row(self, painter: QPainter, area: QRect, line: Line, *, current: bool, hovered: bool) -> None:
        row = self._model.row_of(line)
        opened = self._model.row_open(line)
        painter.fillRect(area, QColor(theme.ACCENTT if current else theme.PAPER2 if hovered else theme.PANEL))
        if current:
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(theme.ACCENT))
        if not opened:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        if self._model.openable(line):
            self._paint_chevron(painter, area.left() + EDGE, area.center().y(), opened=opened)
        elif row.verdict is Verdict.ERROR:
            paint_icon(
                painter, "state-x", QRectF(area.left() + EDGE + 1, area.center().y() - 6, 12, 12), theme.RED
            )  # fmt: skip
        plan = self._model.prepared.plan if self._model.prepared else None
        where, name, change, right = columns(area)
        bad = row.verdict is Verdict.ERROR
        words = row.problems[0].cell if bad else place_words(plan, row) if plan else ""
        say(painter, where, words, colour=theme.RED if bad else theme.INK2)
        ink = theme.INK2 if row.parked else theme.INK
        say(painter, name, row.label or "—", size=14, weight=theme.MEDIUM, colour=ink)
        free = free_of(zones(self._model, line, area), area)
        change.setRight(min(change.right(), self._paint_state(painter, right, row, free) - 8))
        say(painter, change, change_words(row), colour=ink)

    def _paint_state(self, painter: QPainter, area: QRect, row: RowPlan, free: int) -> int:
        """The words at the right end, left of ``free`` where something can be pressed; gives where they begin."""
        plan = self._model.prepared.plan if self._model.prepared else None
        room = area.adjusted(0, 0, -58, 0)
        room.setRight(min(room.right(), free - 1))
        if row.parked:
            return self._right(painter, room, "先放着", theme.AMBER)
        if plan is not None and row.ref in plan.decisions.rows:
            if any(edit.conflict for edit in row.edits):
                text, settled = chosen_words(row)
                further = QRect(area.left(), area.top(), min(area.width() - 118, room.width()), area.height())
                return self._right(painter, further, text, theme.GREEN if settled else theme.AMBER)
        elif any(edit.conflict for edit in row.edits):
            text, settled = chosen_words(row)
            return self._right(painter, room, text, theme.GREEN if settled else theme.AMBER, check=settled)
        elif row.verdict is Verdict.ERROR and row.writes:
            return self._right(painter, room, "其余栏照收", theme.INK2)
        return free

    def _right(self, painter: QPainter, area: QRect, text: str, colour: str, *, check: bool = False) -> int:
        left = area.right() + 1 - text_width(text, 13)
        say(painter, QRect(left, area.top(), area.right() - left + 2, area.height()), text, colour=colour)
        if check:
            paint_icon(painter, "state-check", QRectF(left - 16, area.center().y() - 5.5, 12, 12), colour)
        return left - 16 if check else left

    def _paint_note(self, painter: QPainter, area: QRect, line: Line) -> None:
        inner = paint_frame(painter, area, line)
        row = self._model.row_of(line)
        problem = len(row.problems) > 1 and line.part < len(row.problems)
        room = inner.adjusted(INDENT, 0, -EDGE, 0)
        if problem:
            end = say(painter, room, row.problems[line.part].cell, colour=theme.RED)
            say(painter, room.adjusted(end + 10 - room.left(), 0, 0, 0), row.problems[line.part].message)
        else:
            say(painter, room, notes(row)[line.part], colour=theme.INK2)

    def _paint_cards(self, painter: QPainter, area: QRect, line: Line, *, current: bool) -> None:
        painter.fillRect(area, QColor(theme.PANEL))
        if line.last:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        shown = beside(self._model.row_of(line), line.part)
        buttons = zones(self._model, line, area)
        for number, (one, card) in enumerate(zip(shown, card_areas(area, len(shown)), strict=True)):
            paint_box(painter, QRectF(card), fill=theme.PAPER2, border=theme.LINE2)
            stem = Badge(STEMS[(line.part + number) % len(STEMS)], Tone.INFO, "", Look.GLYPH)
            left = card.left() + 10
            left += paint_badge(painter, stem, left=left, middle=card.center().y() + 0.5) + 8
            same = "相同" in one.why
            chip = Badge(one.why, Tone.GOOD if same else Tone.NEUTRAL, "check" if same else "")
            chip_left = buttons[number].area.left() - 8 - badge_width(chip)
            say(
                painter,
                QRect(left, card.top(), chip_left - left - 8, card.height()),
                one.label,
                size=14,
                weight=theme.MEDIUM,
            )
            paint_badge(painter, chip, left=chip_left, middle=card.center().y() + 0.5)
            if current and self._view.hasFocus() and number == min(self.card, len(shown) - 1):
                paint_focus(painter, card)

    def _paint_zone(self, painter: QPainter, zone: Zone) -> None:
        size = 13 if zone.look is ZoneLook.BUTTON else 12
        accent = isinstance(zone.ask, Identify) and zone.ask.answer not in {"", NEW_RECORD}
        ink = theme.ACCENT if zone.look is ZoneLook.LINK or accent else theme.INK
        if zone.look is ZoneLook.PICK:
            ink = theme.WHITE if zone.on else theme.INK2
        if zone.look is not ZoneLook.LINK:
            border = theme.ACCENT if zone.on else theme.ACCENTL if accent else theme.LINE2
            radius = 3 if zone.look is ZoneLook.PICK else 4
            paint_box(
                painter, QRectF(zone.area), fill=theme.ACCENT if zone.on else theme.PANEL, border=border, radius=radius
            )
        words = zone.area
        if zone.on:
            wide = text_width(zone.text, size)
            left = zone.area.left() + (zone.area.width() - wide - 15) / 2
            paint_icon(painter, "state-check", QRectF(left, zone.area.center().y() - 5, 11, 11), ink)
            words = zone.area.adjusted(15, 0, 0, 0)
        painter.setFont(theme.font(size))
        painter.setPen(QColor(ink))
        painter.drawText(words, _CENTRE, zone.text)
