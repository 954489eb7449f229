"""Which rows of a sheet stand as they were written: known by fingerprints that the sheet carries along.

Two copies of one writing, one edited by hand and one not, say that they are of the same age; this tells them apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2s

from minqing.exchange.merging.comparing import Compared, compared
from minqing.exchange.plan import Plan, RowPlan
from minqing.forms.form import Form, FormRow
from minqing.forms.sheet import SheetReading
from minqing.ledger import Base

_BYTES = 4
_LETTERS = 2 * _BYTES


def fingerprint(ids: str, cells: Mapping[str, str]) -> str:
    """Eight letters for a row: its 记录编号, and label to text of its columns in any order."""
    said = "\x1f".join([ids, *(f"{label}\x1e{cells[label]}" for label in sorted(cells))])
    return blake2s(said.encode(), digest_size=_BYTES).hexdigest()


def fingerprints(form: Form, rows: Sequence[FormRow], texts: Iterable[Mapping[str, str]]) -> str:
    """Those of all rows of a sheet, ``texts`` being what :meth:`Form.texts` gives for each, one behind the other."""
    return "".join(fingerprint(form.row_ids(row), cells) for row, cells in zip(rows, texts, strict=True))


def known_fingerprints(text: str) -> frozenset[str]:
    """The fingerprints in what :func:`fingerprints` gave."""
    return frozenset(text[at : at + _LETTERS] for at in range(0, len(text), _LETTERS))


def compared_by_hand(base: Base, ids: str, said: Mapping[str, str], written: Collection[str]) -> Compared | None:
    """What a row of another book's sheet is compared with; ``said`` are its cells, ``written`` those of its writing.

    A row as it was written is the book's own word: it has nothing newer to say than any other copy of the same sheet,
    and what people edited on earlier sheets was not the book's. A row that was edited is news to another copy which had
    it as it was written; where both were edited nobody knows which edit came last.
    """
    found = compared(base, returned=False)
    if found is None:
        return None
    told = base.told or {}
    if fingerprint(ids, said) in written:
        if base.sibling:
            return found._replace(seen={label: text for label, text in said.items() if label in told})
        return compared(base.of_book or base, returned=False)
    if base.sibling and fingerprint(ids, {label: told.get(label, "") for label in said}) not in written:
        return found._replace(told=said)
    return found


def edited_by_hand(plan: Plan, sheet: int) -> Iterator[RowPlan]:
    """The rows of one sheet of another book that somebody edited after they had been written, as far as it tells."""
    reading = plan.readings[sheet]
    written = known_fingerprints(reading.marker.written)
    if not written:
        return
    ids = {row.number: " ".join(row.ids) for row in reading.rows}
    for row in plan.rows:
        if row.sheet == sheet and fingerprint(ids[row.number], said_by(reading, row.texts)) not in written:
            yield row


def said_by(reading: SheetReading, texts: Iterable[str]) -> dict[str, str]:
    """Label to text of a row's cells, without columns that no field knows."""
    return {one.column.label: text for one, text in zip(reading.columns, texts, strict=False) if one.column}
