"""Who a sheet comes from: the other books by their codes, what they call us, and how far each has been taken in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from minqing.exchange.matching.joined import joined_records
from minqing.exchange.partners.unmarked import Unmarked
from minqing.forms.marker import Marker
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger, Paper, Transaction
from minqing.records.base import Record

_KIND = "sender"


@dataclass(frozen=True, slots=True)
class Sender:
    """Another book: its code, by what name it goes here, what it calls us, and where its people work.

    ``newest`` is the newest state of that book which was taken in, by form and period; ``states`` are all, by form.
    """

    book: str
    name: str
    called: str = ""
    street: str = ""
    community: str = ""
    newest: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, Sequence[int]] = field(default_factory=dict)

    def taken(self, form: str) -> tuple[int, ...]:
        """The states of that book of which sheets of a form were taken in."""
        newest = [version for key, version in self.newest.items() if key.startswith(_place(form, ""))]
        return tuple(sorted({*self.states.get(form, ()), *newest}))

    def replaced(self, form: str, period: str, version: int) -> bool:
        """Whether a later state of that book than ``version`` was taken in on this form and period."""
        return self.newest.get(_place(form, period), 0) > version > 0


def known_senders(ledger: Ledger) -> dict[str, Sender]:
    """The books from which sheets came, by code."""
    return {paper.name: Sender(**json.loads(paper.text)) for paper in ledger.papers(_KIND)}


class Senders:
    """Names the senders of the sheets of one import; two people of one name are told apart by where they work."""

    def __init__(self, ledger: Ledger) -> None:
        self._codes = ledger.codes
        self._profile = ledger.profile
        self._known = known_senders(ledger)
        self._unmarked = Unmarked(ledger)

    def named(self, reading: SheetReading) -> SheetReading:
        """The reading with its partner: for a sheet of another book whose it is, not for whom it was written.

        An answer to a sheet of ours is from whom that was for, by the name that was used then. A sheet of ours that
        comes back says itself whom it was for; one that nobody's program wrote is from whoever was said to send such
        sheets, else from whoever its visible part names, if it has no record ids (with them it is ours, and a person
        says who had it).
        """
        marker = reading.marker
        if marker.book and marker.book not in self._codes:
            answer = marker.theirs in self._codes
            return replace(reading, partner=marker.called if answer else self._name(marker) or reading.partner)
        reading = self._unmarked.named(reading)
        if marker.book or reading.partner or any(row.ids for row in reading.rows):
            return reading
        own = (self._profile.owner, self._profile.community)
        return replace(reading, partner="" if reading.reporter in own else reading.reporter)

    def _name(self, marker: Marker) -> str:
        known = self._known.get(marker.book)
        if known is not None:
            return known.name
        name = marker.owner
        if any(one.name == name and not _works_with(one, marker) for one in self._known.values()):
            name = f"{name}（{marker.community or marker.street}）"
        if name:
            self._known[marker.book] = _sender(marker, name)
        return name


def _works_with(sender: Sender, marker: Marker) -> bool:
    return (sender.street, sender.community) == (marker.street, marker.community)


def _sender(marker: Marker, name: str) -> Sender:
    return Sender(marker.book, name, called=marker.partner, street=marker.street, community=marker.community)


def keep_senders(tx: Transaction, ledger: Ledger, sheets: Iterable[tuple[SheetReading, str, bool]]) -> None:
    """Remember, in the change of an import, whose sheets (each with its partner) were taken in, and in which state.

    A sheet of which something waits was not taken in as a ``whole``: its sender is not told that it was seen.
    """
    known = known_senders(ledger)
    codes = ledger.codes
    for reading, partner, whole in sheets:
        marker = reading.marker
        if not marker.book or marker.book in codes:
            continue
        before = known.get(marker.book, _sender(marker, partner))
        place = _place(reading.form.name, marker.period)
        newest, states = dict(before.newest), dict(before.states)
        if whole and reading.version:
            newest[place] = max(reading.version, newest.get(place, 0))
            states[reading.form.name] = sorted({*states.get(reading.form.name, ()), reading.version})
        now = replace(_sender(marker, partner), newest=newest, states=states)
        known[marker.book] = now
        tx.keep(Paper(_KIND, marker.book, json.dumps(asdict(now), ensure_ascii=False, sort_keys=True)))


def marker_for(
    ledger: Ledger,
    *,
    form: str,
    partner: str,
    period: str,
    rows: Iterable[Mapping[str, Record]] = (),
    written: str = "",
) -> Marker:
    """What the hidden sheet of a sheet for ``partner`` says: whose it is, and how far the partner's was taken in.

    Also which records are on its ``rows`` that others may know under another id, and how those were ``written``.
    """
    on_it = {record.id for row in rows for record in row.values()}
    profile = ledger.profile
    senders = [one for one in known_senders(ledger).values() if one.name == partner]
    other = max(senders, key=lambda one: max(one.taken(form), default=0), default=None)
    taken = other.taken(form) if other else ()
    return Marker(
        book=ledger.code,
        partner=partner,
        form=form,
        period=period,
        version=str(ledger.version),
        owner=profile.owner,
        street=profile.street,
        community=profile.community,
        called=other.called if other else "",
        theirs=other.book if other else "",
        taken=" ".join(map(str, taken)),
        joined=tuple(pair for pair in sorted(joined_records(ledger).items()) if pair[1] in on_it),
        written=written,
    )


def _place(form: str, period: str) -> str:
    return f"{form}|{period}"
