"""Draws the lines of the import preview: no widget per row, whatever the number of rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from minqing.exchange.plan import NEW_RECORD, VERDICT_WORDS, Choice, RowPlan, Verdict
from ui import theme
from ui.icons import paint_icon
from ui.pages.exchange_lines import CARDS_ACROSS, LinesModel, notes
from ui.pages.exchange_words import Line, LineKind, change_words, chosen_words, place_words, sides, who_changed
from ui.pages.exchange_zones import (
    EDGE,
    INDENT,
    LAST_GAP,
    Identify,
    Zone,
    ZoneLook,
    card_areas,
    columns,
    field_cells,
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
    elided,
    paint_badge,
    paint_box,
    paint_focus,
)

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def _say(
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
                self._paint_head(painter, area, line)
            case LineKind.FIELD:
                self._paint_field(painter, area, line)
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
        count = len(prepared.groups[line.verdict]) if prepared else 0
        note = prepared.notes[line.verdict] if prepared else ""
        room = QRect(left + 42, area.top(), area.width() - 60, area.height())
        end = _say(painter, room, VERDICT_WORDS[line.verdict], weight=theme.BOLD)
        end = _say(painter, room.adjusted(end + 8 - room.left(), 0, 0, 0), f"{count:,}", colour=theme.INK2)
        _say(painter, room.adjusted(end + 8 - room.left(), 0, 0, 0), note, size=12, colour=theme.INK3)

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
        _say(painter, where, words, colour=theme.RED if bad else theme.INK2)
        _say(painter, name, row.label or "—", size=14, weight=theme.MEDIUM)
        _say(painter, change, change_words(row))
        self._paint_state(painter, right, row)

    def _paint_state(self, painter: QPainter, area: QRect, row: RowPlan) -> None:
        """The words at the right end where there is nothing to press."""
        plan = self._model.prepared.plan if self._model.prepared else None
        decided = plan is not None and (row.sheet, row.number) in plan.decisions.rows
        if decided:
            if row.verdict is Verdict.DOUBTFUL:
                room = area.adjusted(0, 0, -64, 0)
                _say(painter, room, "还是认不出", colour=theme.AMBER)
            return
        if any(edit.conflict for edit in row.edits):
            text, settled = chosen_words(row)
            self._right(painter, area, text, theme.GREEN if settled else theme.AMBER, check=settled)
        elif row.verdict is Verdict.ERROR and row.writes:
            self._right(painter, area, "其余栏照收", theme.INK2)

    def _right(self, painter: QPainter, area: QRect, text: str, colour: str, *, check: bool = False) -> None:
        left = area.right() + 1 - text_width(text, 13)
        _say(painter, QRect(left, area.top(), area.right() - left + 2, area.height()), text, colour=colour)
        if check:
            paint_icon(painter, "state-check", QRectF(left - 16, area.center().y() - 5.5, 12, 12), colour)

    def _paint_frame(self, painter: QPainter, area: QRect, line: Line) -> QRect:
        """The white ground and the borders of a line of the table of fields; gives the part that is the table."""
        painter.fillRect(area, QColor(theme.PANEL))
        inner = area.adjusted(0, 0, 0, -LAST_GAP if line.last else 0)
        if line.last:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        return inner

    def _paint_borders(self, painter: QPainter, inner: QRect, *, top: str, bottom: str) -> None:
        cells = field_cells(inner)
        left, right = cells[0].left(), cells[3].right()
        for cell in cells[1:]:
            painter.fillRect(cell.left(), inner.top(), 1, inner.height(), QColor(theme.LINE))
        painter.fillRect(left, inner.top(), right - left + 1, 1, QColor(top))
        if bottom:
            painter.fillRect(left, inner.bottom(), right - left + 1, 1, QColor(bottom))
        for edge in (left, right):
            painter.fillRect(edge, inner.top(), 1, inner.height(), QColor(theme.LINE2))

    def _paint_head(self, painter: QPainter, area: QRect, line: Line) -> None:
        inner = self._paint_frame(painter, area, line)
        name, base, ours, theirs = field_cells(inner)
        painter.fillRect(
            QRect(name.left(), inner.top(), theirs.right() - name.left(), inner.height()), QColor(theme.PAPER2)
        )
        for cell, text in ((name, "栏目"), (base, "原值（上次一致）")):
            _say(painter, cell.adjusted(10, 0, -6, 0), text, colour=theme.INK2)
        row = self._model.row_of(line)
        for cell, text, rest in ((ours, "本机", who_changed(row)), (theirs, "来表", self._model.sender_of(row))):
            end = _say(painter, cell.adjusted(10, 0, -6, 0), text, weight=theme.BOLD, colour=theme.INK)
            room = QRect(end + 8, cell.top(), cell.right() - end - 110, cell.height())
            _say(painter, room, rest, size=12, colour=theme.INK2)
        self._paint_borders(painter, inner, top=theme.LINE2, bottom="")

    def _paint_field(self, painter: QPainter, area: QRect, line: Line) -> None:
        inner = self._paint_frame(painter, area, line)
        edit = self._model.edit_of(line)
        texts = sides(edit)
        name, base, ours, theirs = field_cells(inner)
        _say(painter, name.adjusted(10, 0, -6, 0), edit.label, colour=theme.INK2)
        _say(painter, base.adjusted(10, 0, -6, 0), texts[0], colour=theme.INK2)
        for cell, text, choice in ((ours, texts[1], Choice.OURS), (theirs, texts[2], Choice.THEIRS)):
            chosen = edit.choice is choice
            if chosen:
                painter.fillRect(cell, QColor(theme.ACCENTT))
                painter.fillRect(cell.left(), cell.top(), 3, cell.height(), QColor(theme.ACCENT))
            weight, colour = (theme.MEDIUM, theme.INK) if chosen else (theme.REGULAR, theme.INK2)
            room = cell.adjusted(10, 0, -88 if edit.conflict else -8, 0)
            _say(painter, room, text, size=14, weight=weight, colour=colour)
        self._paint_borders(painter, inner, top=theme.LINE, bottom=theme.LINE2 if line.last else "")

    def _paint_note(self, painter: QPainter, area: QRect, line: Line) -> None:
        inner = self._paint_frame(painter, area, line)
        row = self._model.row_of(line)
        problem = len(row.problems) > 1 and line.part < len(row.problems)
        room = inner.adjusted(INDENT, 0, -EDGE, 0)
        if problem:
            end = _say(painter, room, row.problems[line.part].cell, colour=theme.RED)
            _say(painter, room.adjusted(end + 10 - room.left(), 0, 0, 0), row.problems[line.part].message)
        else:
            _say(painter, room, notes(row)[line.part], colour=theme.INK2)

    def _paint_cards(self, painter: QPainter, area: QRect, line: Line, *, current: bool) -> None:
        painter.fillRect(area, QColor(theme.PANEL))
        if line.last:
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        shown = self._model.row_of(line).candidates[line.part : line.part + CARDS_ACROSS]
        buttons = zones(self._model, line, area)
        for number, (one, card) in enumerate(zip(shown, card_areas(area, len(shown)), strict=True)):
            paint_box(painter, QRectF(card), fill=theme.PAPER2, border=theme.LINE2)
            stem = Badge(_STEMS[(line.part + number) % len(_STEMS)], Tone.INFO, "", Look.GLYPH)
            left = card.left() + 10
            left += paint_badge(painter, stem, left=left, middle=card.center().y() + 0.5) + 8
            same = "相同" in one.why
            chip = Badge(one.why, Tone.GOOD if same else Tone.NEUTRAL, "check" if same else "")
            chip_left = buttons[number].area.left() - 8 - badge_width(chip)
            _say(
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
