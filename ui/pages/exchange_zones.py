"""What can be clicked on a line of the import preview, and where it is: one answer for drawing and for the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from minqing.exchange.plan import NEW_RECORD, Choice, RowPlan, Verdict
from ui import theme
from ui.pages.exchange_lines import CARDS_ACROSS, LinesModel, beside
from ui.pages.exchange_words import FieldKey, Line, LineKind, new_word, same_word
from ui.translation import roomy
from ui.widgets.paint import widest

EDGE = 14
INDENT = 36
PLACE_WIDTH = 146
LABEL_WIDTH = 196
RIGHT_WIDTH = 176
FIELD_NAME = 104
FIELD_BASE = 180
PICK_WIDTH = 72
_PICKS = ("用本机", "用来表")
ASIDE = ("先放着", "不放了")
CARD_HEIGHT = 36
CARD_GAP = 10
HEIGHTS = {
    LineKind.GROUP: 26,
    LineKind.ROW: 32,
    LineKind.HEAD: 28,
    LineKind.FIELD: 30,
    LineKind.NOTE: 26,
    LineKind.CARDS: 44,
    LineKind.PAIR_HEAD: 26,
    LineKind.PAIR: 26,
}
LAST_GAP = 8


def line_height(line: Line) -> int:
    """How high a line is; the last one below a row has some air under it."""
    return HEIGHTS[line.kind] + (LAST_GAP if line.last and line.kind is not LineKind.CARDS else 0)


@dataclass(frozen=True)
class Decide:
    """Use one side for these cells, by (slot, attribute), of the row at ``place``; None: undecided again."""

    place: int
    cells: tuple[tuple[str, str], ...]
    choice: Choice | None


@dataclass(frozen=True)
class DecideAll:
    """Use one side for every conflict that nobody has decided."""

    choice: Choice


@dataclass(frozen=True)
class DecideField:
    """Use one side for all conflicts of one field, whatever was decided before; None: undecided again."""

    field: FieldKey
    choice: Choice | None


@dataclass(frozen=True)
class DecideShown:
    """Use one side for the conflicts of the rows at ``places``, of one ``field`` if that is given."""

    places: tuple[int, ...]
    choice: Choice | None
    field: FieldKey | None = None


@dataclass(frozen=True)
class Park:
    """Put the rows at ``places`` aside, or take them up again."""

    places: tuple[int, ...]
    on: bool


@dataclass(frozen=True)
class Identify:
    """Say which record the part in doubt of a row is: an id, ``NEW_RECORD``; a blank takes the last answer back."""

    place: int
    answer: str


Ask = Decide | DecideAll | DecideField | DecideShown | Park | Identify


class ZoneLook(Enum):
    """How a zone is drawn."""

    PICK = auto()
    BUTTON = auto()
    LINK = auto()


@dataclass(frozen=True)
class Zone:
    """A clickable part of a line."""

    area: QRect
    text: str
    look: ZoneLook
    ask: Ask
    on: bool = False


def decide_row(line: Line, row: RowPlan, choice: Choice | None) -> Decide:
    """The decision of all conflicting cells of a row."""
    return Decide(line.place, tuple((edit.slot, edit.attribute) for edit in row.edits if edit.conflict), choice)


def place_width() -> int:
    """How wide the column is that says where a row stands."""
    return roomy(PLACE_WIDTH, 1.15)


def columns(area: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Place, label, change and the right end of a ROW line."""
    left, place = area.left() + INDENT, place_width()
    right = area.right() + 1 - EDGE
    wide = max(60, right - RIGHT_WIDTH - left - place - LABEL_WIDTH)
    middle = left + place + LABEL_WIDTH
    return (
        QRect(left, area.top(), place - 8, area.height()),
        QRect(left + place, area.top(), LABEL_WIDTH - 10, area.height()),
        QRect(middle, area.top(), wide - 10, area.height()),
        QRect(middle + wide, area.top(), right - middle - wide, area.height()),
    )


def field_cells(area: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Field, base, ours and theirs of a HEAD or FIELD line."""
    left, right = area.left() + INDENT, area.right() + 1 - EDGE
    name = roomy(FIELD_NAME, 1.4)
    half = max(80, (right - left - name - FIELD_BASE) // 2)
    edges = (left, left + name, left + name + FIELD_BASE, left + name + FIELD_BASE + half, right)
    one, two, three, four = (
        QRect(edges[number], area.top(), edges[number + 1] - edges[number], area.height()) for number in range(4)
    )
    return one, two, three, four


def card_areas(area: QRect, count: int) -> list[QRect]:
    """Where the candidates of a CARDS line stand."""
    room = area.width() - INDENT - EDGE - CARD_GAP * (CARDS_ACROSS - 1)
    width = room // CARDS_ACROSS
    return [
        QRect(area.left() + INDENT + number * (width + CARD_GAP), area.top(), width, CARD_HEIGHT)
        for number in range(count)
    ]


def pick_width() -> int:
    """How wide the switches of both sides are, with their tick."""
    return max(PICK_WIDTH, widest(_PICKS, 12) + 30)


def link_width(*texts: str) -> int:
    """How wide the widest of these links is."""
    return widest(texts, 12) + 7


def all_words(asked: int) -> tuple[str, str]:
    """What the links say that use one side for all the fields of a row."""
    return f"{asked} 栏都用本机", f"{asked} 栏都用来表"


def free_of(found: Sequence[Zone], area: QRect) -> int:
    """Where the first thing begins that can be pressed: the words of a line must end before it."""
    return min((zone.area.left() for zone in found), default=area.right() + 1 - EDGE)


def text_width(text: str, size: int, weight: int = theme.REGULAR) -> int:
    """How many px ``text`` takes."""
    return QFontMetrics(theme.font(size, weight)).horizontalAdvance(text)


def zones(model: LinesModel, line: Line, area: QRect) -> list[Zone]:
    """The clickable parts of ``line`` drawn in ``area``."""
    match line.kind:
        case LineKind.GROUP:
            return _group_zones(model, line, area)
        case LineKind.ROW:
            return _row_zones(model, line, area)
        case LineKind.HEAD:
            return _head_zones(model, line, area)
        case LineKind.FIELD:
            return _field_zones(model, line, area)
        case LineKind.CARDS:
            return _card_zones(model, line, area)
    return []


def _link(text: str, right: int, area: QRect, ask: Ask) -> Zone:
    width = link_width(text)
    return Zone(QRect(right - width, area.center().y() - 10, width, 22), text, ZoneLook.LINK, ask)


def _button(text: str, right: int, area: QRect, ask: Ask) -> Zone:
    width = text_width(text, 13) + 22
    return Zone(QRect(right - width, area.center().y() - 12, width, 26), text, ZoneLook.BUTTON, ask)


def _group_zones(model: LinesModel, line: Line, area: QRect) -> list[Zone]:
    prepared = model.prepared
    if line.verdict is not Verdict.CONFLICT or prepared is None or model.filter:
        return []  # among found rows the filter bar decides, and only them
    if prepared.sums.settled == len(prepared.groups[Verdict.CONFLICT]):
        return []
    theirs = _link("没选的都用来表", area.right() + 1 - EDGE, area, DecideAll(Choice.THEIRS))
    ours = _link("没选的都用本机", theirs.area.left() - 12, area, DecideAll(Choice.OURS))
    return [ours, theirs]


def _row_zones(model: LinesModel, line: Line, area: QRect) -> list[Zone]:
    row = model.row_of(line)
    right = area.right() + 1 - EDGE
    if row.parked:
        return [_link("接着处理", right, area, Park((line.place,), on=False))]
    found: list[Zone] = []
    back = _back_zone(model, line, right, area)
    if row.verdict is Verdict.DOUBTFUL:
        found = [_button(new_word(row), right, area, Identify(line.place, NEW_RECORD))]
        if back is not None:
            return [*found, _back_zone(model, line, found[0].area.left() - 8, area) or back]
    elif back is not None:
        found = [back]
    elif row.verdict is Verdict.UNCHANGED or not (row.edits or row.new):
        return []
    edge = found[0].area.left() - 8 if found else right
    return [*found, _link("先放着", edge, area, Park((line.place,), on=True))]


def _back_zone(model: LinesModel, line: Line, right: int, area: QRect) -> Zone | None:
    """Takes the last answer about a row back, if there is one."""
    answers = model.answers(line)
    word = "改回" if model.row_of(line).verdict is Verdict.DOUBTFUL else "改回待定"
    return _link(word, right, area, Identify(line.place, "")) if answers else None


def _head_zones(model: LinesModel, line: Line, area: QRect) -> list[Zone]:
    row = model.row_of(line)
    asked = sum(edit.conflict for edit in row.edits)
    if asked < 2:
        return []
    _, _, *cells = field_cells(area)
    return [
        _link(text, cell.right() - 4, cell, decide_row(line, row, choice))
        for text, cell, choice in zip(all_words(asked), cells, (Choice.OURS, Choice.THEIRS), strict=True)
    ]


def _field_zones(model: LinesModel, line: Line, area: QRect) -> list[Zone]:
    edit = model.edit_of(line)
    if not edit.conflict:
        return []
    _, base, ours, theirs = field_cells(area)
    later = edit.choice is Choice.LATER
    cells = ((edit.slot, edit.attribute),)
    put = Decide(line.place, cells, None if later else Choice.LATER)
    upper = base.adjusted(0, 0, 0, 30 - base.height())
    found = [_link(ASIDE[later], base.right() - 4, upper, put)]
    width = pick_width()
    for cell, text, choice in zip((ours, theirs), _PICKS, (Choice.OURS, Choice.THEIRS), strict=True):
        on = edit.choice is choice
        place = QRect(cell.right() - 6 - width, cell.top() + 4, width, 22)
        ask = Decide(line.place, cells, None if on else choice)
        found.append(Zone(place, text, ZoneLook.PICK, ask, on))
    return found


def _card_zones(model: LinesModel, line: Line, area: QRect) -> list[Zone]:
    shown = beside(model.row_of(line), line.part)
    return [
        _button(same_word(one.record_id), card.right() - 5, card, Identify(line.place, one.record_id))
        for one, card in zip(shown, card_areas(area, len(shown)), strict=True)
    ]
