"""Records that went over to another household: a row's ids name the household, so that a move is told like any edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from minqing.exchange.matching.match import Match
from minqing.exchange.merging.comparing import Compared
from minqing.exchange.merging.merge import Outcome
from minqing.exchange.plan import CellEdit
from minqing.forms.form import SLOTS, Form, FormRow
from minqing.forms.sheet import SheetReading, SheetRow
from minqing.records.catalogue import kind_of
from minqing.records.household import Household

_HOME = "household"
_NEW_HOME = "来表新增的一户"
Find = Callable[[str], Household | None]
_OF_HOME = frozenset({_HOME, "head"})


def home_label(form: Form) -> str:
    """Under which name it is remembered to which household a row's subject belongs; blank where it is to none."""
    found = SLOTS[form.subject].fields().get(_HOME) if _HOME in form.slots else None
    return found.label if found else ""


def home_cells(form: Form, row: FormRow) -> dict[str, str]:
    """What is remembered of a row that is sent, besides its cells: to which household its subject belongs."""
    label = home_label(form)
    return {label: str(getattr(row[form.subject], _HOME))} if label else {}


def without_home(base: Compared, form: Form) -> Compared:
    """What a row is compared with that names another household now: nothing was said of that one before."""
    labels = {column.label for column in form.columns if column.slot in _OF_HOME}

    def kept(cells: Mapping[str, str]) -> Mapping[str, str]:
        return {label: text for label, text in cells.items() if label not in labels}

    return base._replace(cells=kept(base.cells), seen=kept(base.seen), told=kept(base.told))


def has_moved(base: Compared, form: Form, match: Match, find: Find) -> bool:
    """Whether the row names another household than the last time; ``find`` is as for :func:`move`."""
    home = _home(match)
    return _now(base.cells.get(home_label(form), home), find) != home


def move(
    reading: SheetReading, row: SheetRow, match: Match, base: Compared | None, find: Find
) -> tuple[CellEdit, Outcome] | None:
    """What the row says of where its subject belongs, if that is not where it belongs here.

    ``find`` gives a household by its id, or by that of one which was joined into it.
    """
    slot, label, home = reading.form.subject, home_label(reading.form), _home(match)
    record = match.known.get(slot)
    ours = str(getattr(record, _HOME, ""))
    named = any(kind_of(one) is Household for one in row.ids)
    if not (label and home and named) or record is None or ours == home:
        return None
    was = _now(text, find) if base and (text := base.cells.get(label)) is not None else None
    outcome = (base or Compared({})).outcome(label, was=was, ours=ours, theirs=home)
    if outcome is Outcome.KEEP:
        return None
    edit = CellEdit(
        slot=slot,
        record_id=record.id,
        attribute=_HOME,
        label=label,
        place=f"{reading.sheet}!第{row.number}行",
        base=None if was is None else _called(was, find),
        ours=_called(ours, find),
        theirs=_called(home, find),
        values={_HOME: home},
    )
    return edit, outcome


def _now(home: str, find: Find) -> str:
    found = find(home)
    return found.id if found else home


def _called(home: str, find: Find) -> str:
    found = find(home)
    return f"{found.estate}{found.door}" if found else _NEW_HOME if home else ""


def _home(match: Match) -> str:
    return match.added[_HOME] if _HOME in match.fresh else match.id_of(_HOME)
