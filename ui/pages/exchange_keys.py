"""What the keys ask for on a line of the import preview; with Shift, for the whole field or group."""

from __future__ import annotations

from PySide6.QtCore import Qt

from minqing.exchange.plan import NEW_RECORD, Choice, Verdict
from ui.pages.exchange_lines import LinesModel
from ui.pages.exchange_words import Line, LineKind
from ui.pages.exchange_zones import Ask, Decide, DecideAll, DecideField, DecideShown, Identify, Park, decide_row

SIDES = {Qt.Key.Key_Left: Choice.OURS, Qt.Key.Key_Right: Choice.THEIRS}
_BACK = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_ANSWERS: dict[Qt.Key, Choice | None] = {**SIDES, Qt.Key.Key_P: Choice.LATER, **dict.fromkeys(_BACK)}


def asked_by_key(lines: LinesModel, line: Line, key: Qt.Key, *, wide: bool) -> Ask | None:
    """← 用本机, → 用来表, P 先放着, N a new record, Backspace takes back; None where a key asks for nothing here."""
    if key == Qt.Key.Key_N and line.verdict is Verdict.DOUBTFUL and line.kind is not LineKind.GROUP:
        parked = lines.row_of(line).parked
        return None if parked else Identify(line.place, NEW_RECORD)
    if key not in _ANSWERS:
        return None
    choice = _ANSWERS[key]
    if line.kind is LineKind.FIELD:
        return _about_field(lines, line, choice, wide=wide)
    if line.kind is LineKind.GROUP and wide and choice and line.verdict is Verdict.CONFLICT:
        places = tuple(one.place for one in lines.passing(Verdict.CONFLICT))
        return DecideShown(places, choice, lines.filter.field) if lines.filter else DecideAll(choice)
    if line.kind is LineKind.CARDS and choice is None:
        return Identify(line.place, "") if lines.answers(line) else None
    if line.kind is LineKind.ROW:
        return _about_row(lines, line, choice)
    return None


def _about_field(lines: LinesModel, line: Line, choice: Choice | None, *, wide: bool) -> Ask | None:
    edit = lines.edit_of(line)
    if not edit.conflict:
        return None
    field = (edit.slot, edit.attribute)
    if choice is Choice.LATER and edit.choice is Choice.LATER:
        choice = None
    return DecideField(field, choice) if wide else Decide(line.place, (field,), choice)


def _about_row(lines: LinesModel, line: Line, choice: Choice | None) -> Ask | None:
    row = lines.row_of(line)
    if choice is Choice.LATER or (choice is None and row.parked):
        return (
            Park((line.place,), on=not row.parked and choice is Choice.LATER)
            if row.verdict is not Verdict.UNCHANGED
            else None
        )
    if choice is None and lines.answers(line):
        return Identify(line.place, "")
    ask = decide_row(line, row, choice)
    return ask if ask.cells else None
