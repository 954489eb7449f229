"""花名册 of an import of many files: who reported on which form and period, what was left out, who is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from minqing.exchange.leftovers import digest_of
from minqing.exchange.partners.senders import known_senders
from minqing.exchange.plan import Plan, Verdict
from minqing.exchange.planner import form_key
from minqing.forms.sheet import SheetReading
from minqing.ledger import Exchange, Ledger

_IN_NAME = re.compile(r"(?:^|[^一-龥])([一-龥]{2,8}?(?:社区|村))")
_IS_COMMUNITY = re.compile(r"(?:社区|村|居委会|村委会)$")


class Standing(StrEnum):
    """How a sheet that came in stands among the others."""

    NEW = "新交"
    REPEATED = "重复"
    OLD = "旧表"
    ELSEWHERE = "别处的"
    UNREADABLE = "读不了"


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One sheet that came: ``counts`` are its rows by verdict, ``taken`` whether it is in the plan."""

    sender: str
    file: str
    sheet: str
    form: str
    period: str
    rows: int
    counts: Mapping[Verdict, int]
    standing: Standing
    why: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who has sent this form before, but nothing for this period; and what came from there last."""

    sender: str
    form: str
    period: str
    last_period: str
    last_on: date


@dataclass(frozen=True, slots=True)
class Roll:
    """Who has reported and who has not."""

    entries: tuple[RollEntry, ...]
    absent: tuple[Absent, ...]

    @property
    def senders(self) -> tuple[str, ...]:
        """Those who reported something that counts, in the order in which it was read."""
        counted = (one for one in self.entries if one.standing in {Standing.NEW, Standing.OLD, Standing.REPEATED})
        return tuple(dict.fromkeys(one.sender for one in counted))

    @property
    def left_out(self) -> tuple[RollEntry, ...]:
        """Sheets of which nothing goes into the book, and that somebody should look at."""
        return tuple(one for one in self.entries if not one.taken and one.standing is not Standing.REPEATED)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, and the sentence why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class _Line:
    reading: SheetReading
    sender: str
    standing: Standing
    why: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """The sheets of one import, looked at before anything is planned: ``readings`` are those to be planned."""

    lines: tuple[_Line, ...]
    unread: tuple[Unread, ...]
    absent: tuple[Absent, ...]
    known: tuple[str, ...]

    @property
    def readings(self) -> tuple[SheetReading, ...]:
        """The sheets that are taken in."""
        return tuple(line.reading for line in self.lines if line.taken)

    @property
    def left_out(self) -> Iterator[tuple[SheetReading, str]]:
        """The sheets that are not, each with the reason."""
        return ((line.reading, f"{line.standing}：{line.why}") for line in self.lines if not line.taken)


def look_through(
    ledger: Ledger, readings: Sequence[SheetReading], *, unread: Sequence[Unread] = (), partner: str = ""
) -> Batch:
    """Look through the sheets of an import: who sent each, which came twice, are old, or belong somewhere else.

    A sheet that came twice is taken once. Among several files one from elsewhere, and one that its sender has replaced
    by a newer one of the same batch, are left out; alone they are taken and it is only said. ``partner`` is who sent
    all of them, where somebody said so.
    """
    exchanges = ledger.exchanges()
    looking = _Looking(ledger, exchanges, readings, partner)
    lines = tuple(looking.line(reading) for reading in readings)
    known = tuple(dict.fromkeys(one.partner for one in exchanges if one.direction == "in" and one.partner))
    named = {_sender_in(one.path, known) for one in unread}
    return Batch(lines, tuple(unread), tuple(_absent(lines, exchanges, named)), known)


def call_roll(batch: Batch, plan: Plan) -> Roll:
    """The roll of a batch of which ``plan`` was made."""
    counts: list[Counter[Verdict]] = [Counter() for _ in plan.readings]
    for row in plan.rows:
        counts[row.sheet][row.verdict] += 1
    of_taken = iter(counts)
    entries = [_entry(line, next(of_taken) if line.taken else Counter()) for line in batch.lines]
    entries += [_unread_entry(one, batch.known) for one in batch.unread]
    return Roll(tuple(entries), batch.absent)


def _entry(line: _Line, counts: Counter[Verdict]) -> RollEntry:
    reading = line.reading
    return RollEntry(
        sender=line.sender,
        file=reading.file,
        sheet=reading.sheet,
        form=form_key(reading),
        period=_period(reading),
        rows=len(reading.rows),
        counts={verdict: counts[verdict] for verdict in Verdict},
        standing=line.standing,
        why=line.why,
        taken=line.taken,
    )


def _unread_entry(one: Unread, known: Sequence[str]) -> RollEntry:
    return RollEntry(
        sender=_sender_in(one.path, known),
        file=one.path.name,
        sheet="",
        form="",
        period="",
        rows=0,
        counts=dict.fromkeys(Verdict, 0),
        standing=Standing.UNREADABLE,
        why=one.why,
        taken=False,
    )


def _period(reading: SheetReading) -> str:
    return reading.period.label if reading.period else reading.marker.period


class _Looking:
    """What is known before the sheets are looked at one by one."""

    def __init__(
        self, ledger: Ledger, exchanges: Sequence[Exchange], readings: Sequence[SheetReading], partner: str
    ) -> None:
        self._profile = ledger.profile
        self._codes = ledger.codes
        self._senders = known_senders(ledger)
        self._partner = partner
        self._sent = [one for one in exchanges if one.direction == "out"]
        self._before = {one.digest: one for one in exchanges if one.direction == "in"}
        self._known = tuple(dict.fromkeys(one.partner for one in exchanges if one.direction == "in" and one.partner))
        self._alone = len({reading.path for reading in readings}) == 1
        self._first: dict[tuple[str, ...], str] = {}
        self._newest: dict[tuple[str, ...], SheetReading] = {}
        for reading in readings:
            key = self._series(reading)
            if reading.version >= self._newest.get(key, reading).version:
                self._newest[key] = reading

    def line(self, reading: SheetReading) -> _Line:
        sender = self._partner or reading.partner or reading.reporter or _sender_in(reading.path, self._known)
        digest = digest_of(reading)
        seen = (form_key(reading), digest, *(() if reading.rows else (sender, _period(reading))))
        if (first := self._first.setdefault(seen, reading.file)) != reading.file:
            return _Line(reading, sender, Standing.REPEATED, f"与“{first}”内容一样，只算一份", taken=False)
        if place := self._elsewhere(reading):
            why = f"是{place}的" + ("" if self._alone else "，没有并入；确实要并入，请单独导入这一份")
            return _Line(reading, sender, Standing.ELSEWHERE, why, taken=self._alone)
        if reading.rows and (before := self._before.get(digest)):
            why = f"{before.at.month}月{before.at.day}日已交过同样的一份“{before.file}”"
            return _Line(reading, sender, Standing.REPEATED, why, taken=True)
        newer = self._newest.get(self._series(reading))
        if newer is not None and newer.version > reading.version:
            why = f"“{newer.file}”是后来导出的，这一份没有并入；在这一份上改过的，请单独导入"
            return _Line(reading, sender, Standing.OLD, why, taken=False)
        why = self._replaced(reading)
        return _Line(reading, sender, Standing.OLD if why else Standing.NEW, why, taken=True)

    def _replaced(self, reading: SheetReading) -> str:
        """Why a sheet that is taken in is an old one; blank when it is not."""
        if known := self._senders.get(reading.book):
            newer = known.replaced(reading.form.name, reading.marker.period, reading.version)
            return "已经收过后来导出的一份；只看在这一份上改过的" if newer else ""
        if reading.book not in self._codes or not reading.version:
            return ""
        whose = (self._partner or reading.partner, reading.form.name, reading.marker.period)
        later = [one for one in self._sent if (one.partner, one.form, one.period) == whose]
        if sum((one.change or 0) > reading.version for one in later) > 1:
            return "后来又发过一份；按这一份发出时的样子核对"
        return ""

    def _series(self, reading: SheetReading) -> tuple[str, ...]:
        """What the copies of one sheet that another book wrote at different times have in common."""
        marker = reading.marker
        foreign = marker.owner and marker.book not in self._codes
        return (marker.book, marker.form, marker.period, marker.sheet) if foreign else (str(id(reading)),)

    def _elsewhere(self, reading: SheetReading) -> str:
        """The street or community of a sheet that is not the book's; blank where it is, or nothing is said."""
        street = reading.marker.street or str(reading.defaults.get("street", ""))
        community = reading.marker.community or str(reading.defaults.get("community", ""))
        if street and self._profile.street and street != self._profile.street:
            return f"{street}{community}"
        own = self._profile.community
        if community and _IS_COMMUNITY.search(own) and _IS_COMMUNITY.search(community) and community != own:
            return community
        return ""


def _sender_in(path: Path, known: Sequence[str]) -> str:
    """Who sent a file as its name says: somebody known, a community, else the whole name."""
    stem = path.stem
    told = [name for name in known if name in stem]
    if told:
        return max(told, key=len)
    named = _IN_NAME.search(stem)
    return named[1] if named else stem


def _absent(lines: Sequence[_Line], exchanges: Sequence[Exchange], named: set[str]) -> Iterator[Absent]:
    came = [line for line in lines if line.standing is not Standing.ELSEWHERE]
    for form in dict.fromkeys(form_key(line.reading) for line in came):
        mine = [line for line in came if form_key(line.reading) == form]
        period = Counter(_period(line.reading) for line in mine).most_common(1)[0][0]
        present = {line.sender for line in mine} | named
        last: dict[str, Exchange] = {}
        for one in exchanges:
            if one.direction == "in" and one.form == form and one.partner:
                last.setdefault(one.partner, one)
                if period and one.period == period:
                    present.add(one.partner)
        for sender in sorted(last.keys() - present):
            yield Absent(sender, form, period, last[sender].period, last[sender].at.date())
