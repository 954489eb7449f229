"""The words of single cells beside the table: templates over the profile and a household's records."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter
from typing import Final

from exports.sheet_text import long_date
from minqing.forms.form import SLOTS, FormRow, Header, Layout

_PARTY: Final = frozenset({"中共党员", "中共预备党员"})


def words_of(
    layout: Layout,
    header: Header,
    records: FormRow | None = None,
    *,
    rows: Sequence[FormRow] = (),
    masked: bool = False,
) -> dict[str, str]:
    """Cell to text for the layout's single cells; see :func:`said`."""
    values = Words(header, records or {}, rows=rows, masked=masked)
    return {cell: said(template, values) for cell, template in layout.cells}


class Words:
    """What the names in a template stand for: ``street``, ``made_on``, ``head.name``, ``population``, …

    ``rows`` are the members that a page lists. A name of a record that is not there, or of nothing at all, stands for
    no text.
    """

    def __init__(self, header: Header, records: FormRow, *, rows: Sequence[FormRow] = (), masked: bool = False) -> None:
        self._records = records
        self._masked = masked
        self._profile = {
            "street": header.street,
            "community": header.community,
            "estate": header.estate,
            "owner": header.owner,
            "phone": header.phone,
            "period": header.period,
            "made_on": long_date(header.made_on),
            "population": str(len(rows)) if rows else _shown(records, "household", "population"),
            "party": "党员" if any(_shown(row, "resident", "political") in _PARTY for row in rows) else "",
        }

    def __getitem__(self, name: str) -> str:
        slot, _, attribute = name.partition(".")
        if not attribute:
            return self._profile.get(name, "")
        return _shown(self._records, slot, attribute, masked=self._masked)


def _shown(records: FormRow, slot: str, attribute: str, *, masked: bool = False) -> str:
    record = records.get(slot)
    known = slot in SLOTS and attribute in SLOTS[slot].attributes()
    return record.show(attribute, masked=masked) if record is not None and known else ""


def said(template: str, words: Words) -> str:
    """A template with its names in braces put in; a template whose braces do not match is a plain text."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return template
    return "".join(text + ("" if name is None else words[name]) for text, name, _, _ in parts)
