"""花名册 of an import of many files: who reported on which form and period, what was left out, who is missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from minqing.exchange.leftovers import digest_of
from minqing.exchange.partners.due_days import DueRules, due_rules
from minqing.exchange.partners.senders import known_senders
from minqing.exchange.plan import Plan, Verdict
from minqing.exchange.planner import form_key
from minqing.forms.sheet import SheetReading
from minqing.ledger import Exchange, Ledger
from minqing.records.period import Period

_IN_NAME = re.compile(r"(?:^|[^一-龥])([一-龥]{2,8}?(?:社区|村))")
_NUMBER_BEFORE = re.compile(r"^\d{1,4}[-_.、 ]+")
_Task = tuple[str, str, str]
"""Who is to hand in what: sender, form and period."""
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
    """One sheet that came: ``counts`` are its rows by verdict, ``taken`` whether it is in the plan.

    ``handed_in`` is the day on which its sender had saved it (or an earlier one of his for the period), ``due`` the day
    by which it was to be handed in, ``late`` how many days later it was. ``code`` is that of the error which kept it
    from being read, ``place`` where one belongs that is from elsewhere.
    """

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
    handed_in: date
    due: date | None = None
    late: int = 0
    code: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who has sent this form before, but nothing for this period; and what came from there last.

    ``due`` is the day by which it was to be handed in, ``overdue`` how many days ago that was.
    """

    sender: str
    form: str
    period: str
    last_period: str
    last_on: date
    due: date | None = None
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Roll:
    """Who has reported and who has not; ``rules`` says for each dated form by which rule it is due."""

    entries: tuple[RollEntry, ...]
    absent: tuple[Absent, ...]
    rules: Mapping[str, str] = field(default_factory=dict)

    @property
    def senders(self) -> tuple[str, ...]:
        """Those who reported something that counts, in the order in which it was read."""
        counted = (one for one in self.entries if one.standing in {Standing.NEW, Standing.OLD, Standing.REPEATED})
        return tuple(dict.fromkeys(one.sender for one in counted))

    @property
    def late(self) -> tuple[str, ...]:
        """Those of them who did so after the day on which it was due."""
        return tuple(dict.fromkeys(one.sender for one in self.entries if one.late))

    @property
    def due(self) -> date | None:
        """The day on which most of these sheets were due; None where nothing is."""
        days = Counter(one.due for one in self.entries if one.due)
        return days.most_common(1)[0][0] if days else None

    @property
    def left_out(self) -> tuple[RollEntry, ...]:
        """Sheets of which nothing goes into the book, and that somebody should look at."""
        return tuple(one for one in self.entries if not one.taken and one.standing is not Standing.REPEATED)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, the sentence why, and the code of that error."""

    path: Path
    why: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    reading: SheetReading
    sender: str
    standing: Standing
    why: str
    taken: bool
    place: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """The sheets of one import, looked at before anything is planned: ``readings`` are those to be planned.

    ``came`` is since when the book has a sheet of a sender, form and period; ``today`` the day of the roll.
    """

    lines: tuple[_Line, ...]
    unread: tuple[Unread, ...]
    missing: tuple[tuple[Absent, Period | None], ...]
    known: tuple[str, ...]
    came: Mapping[_Task, date]
    rules: DueRules
    today: date

    @property
    def readings(self) -> tuple[SheetReading, ...]:
        """The sheets that are taken in."""
        return tuple(line.reading for line in self.lines if line.taken)

    @property
    def files(self) -> frozenset[Path]:
        """The files of the import, those that are none among them."""
        return frozenset((*(line.reading.path for line in self.lines), *(one.path for one in self.unread)))

    @property
    def absent(self) -> tuple[Absent, ...]:
        """Who is missing, and since when it is overdue."""
        return tuple(_overdue(self, one, period) for one, period in self.missing)

    @property
    def left_out(self) -> Iterator[tuple[SheetReading, str]]:
        """The sheets that are not, each with the reason."""
        return ((line.reading, f"{line.standing}：{line.why}") for line in self.lines if not line.taken)


def look_through(
    ledger: Ledger,
    readings: Sequence[SheetReading],
    *,
    unread: Sequence[Unread] = (),
    partner: str = "",
    today: date | None = None,
) -> Batch:
    """Look through the sheets of an import: who sent each, which came twice, are old, or belong somewhere else.

    A sheet that came twice is taken once. Among several files one from elsewhere, and one that its sender has replaced
    by a newer one of the same batch, are left out; alone they are taken and it is only said. ``partner`` is who sent
    all of them, where somebody said so. ``today`` is the day on which the roll is called, if it is another.
    """
    exchanges = ledger.exchanges()
    looking = _Looking(ledger, exchanges, readings, partner)
    lines = tuple(looking.line(reading) for reading in readings)
    known = tuple(dict.fromkeys(one.partner for one in exchanges if one.direction == "in" and one.partner))
    named = {_sender_in(one.path, known) for one in unread}
    missing = tuple(_absent(lines, exchanges, named))
    came = {(one.partner, one.form, one.period): one.at.date() for one in exchanges if one.direction == "in"}
    return Batch(lines, tuple(unread), missing, known, came, due_rules(ledger), today or date.today())


def call_roll(batch: Batch, plan: Plan) -> Roll:
    """The roll of a batch of which ``plan`` was made."""
    of_taken = iter(plan.counts_by_sheet)
    days = _handed_in(batch)
    entries = [_entry(batch, line, next(of_taken) if line.taken else Counter(), days) for line in batch.lines]
    entries += [_unread_entry(batch, one) for one in batch.unread]
    dated = ((form_key(one.reading), one.reading.period) for one in batch.lines if _counts(one))
    rules = {form: str(batch.rules.rule(form, period)) for form, period in dated if period is not None}
    return Roll(tuple(entries), batch.absent, rules)


def _counts(line: _Line) -> bool:
    return line.standing is not Standing.ELSEWHERE


def _task(line: _Line) -> _Task:
    return line.sender, form_key(line.reading), _period(line.reading)


def _handed_in(batch: Batch) -> Mapping[_Task, date]:
    """Since when each sheet is there: who corrects one that came in time is not late."""
    days: dict[_Task, date] = {}
    for line in batch.lines:
        task, day = _task(line), _saved_on(line.reading.path, batch.today)
        days[task] = min(day, days.get(task, day), batch.came.get(task, day))
    return days


def _saved_on(path: Path, today: date) -> date:
    """The day of the file: an office often takes sheets in days after they were handed in."""
    try:
        return min(date.fromtimestamp(path.stat().st_mtime), today)
    except (OSError, OverflowError, ValueError):
        return today


def _entry(batch: Batch, line: _Line, counts: Counter[Verdict], days: Mapping[_Task, date]) -> RollEntry:
    reading, handed_in = line.reading, days[_task(line)]
    due = batch.rules.day(form_key(reading), reading.period) if _counts(line) else None
    late = due is not None and line.standing in {Standing.NEW, Standing.OLD}
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
        handed_in=handed_in,
        due=due,
        late=_days_after(due, handed_in) if late else 0,
        place=line.place,
    )


def _unread_entry(batch: Batch, one: Unread) -> RollEntry:
    return RollEntry(
        sender=_sender_in(one.path, batch.known),
        file=one.path.name,
        sheet="",
        form="",
        period="",
        rows=0,
        counts=dict.fromkeys(Verdict, 0),
        standing=Standing.UNREADABLE,
        why=one.why,
        taken=False,
        handed_in=_saved_on(one.path, batch.today),
        code=one.code,
    )


def _overdue(batch: Batch, one: Absent, period: Period | None) -> Absent:
    due = batch.rules.day(one.form, period)
    return replace(one, due=due, overdue=_days_after(due, batch.today))


def _days_after(due: date | None, day: date) -> int:
    return max(0, (day - due).days) if due else 0


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
            return _Line(reading, sender, Standing.ELSEWHERE, why, taken=self._alone, place=place)
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
    """Who sent a file as its name says: somebody known, a community, else the whole name but for a number before."""
    stem = path.stem
    told = [name for name in known if name in stem]
    if told:
        return max(told, key=len)
    named = _IN_NAME.search(stem)
    return named[1] if named else _NUMBER_BEFORE.sub("", stem) or stem


def _absent(
    lines: Sequence[_Line], exchanges: Sequence[Exchange], named: set[str]
) -> Iterator[tuple[Absent, Period | None]]:
    came = [line for line in lines if line.standing is not Standing.ELSEWHERE]
    for form in dict.fromkeys(form_key(line.reading) for line in came):
        mine = [line for line in came if form_key(line.reading) == form]
        period = Counter(_period(line.reading) for line in mine).most_common(1)[0][0]
        days = next((line.reading.period for line in mine if _period(line.reading) == period), None)
        present = {line.sender for line in mine} | named
        last: dict[str, Exchange] = {}
        for one in exchanges:
            if one.direction == "in" and one.form == form and one.partner:
                last.setdefault(one.partner, one)
                if period and one.period == period:
                    present.add(one.partner)
        for sender in sorted(last.keys() - present):
            yield Absent(sender, form, period, last[sender].period, last[sender].at.date()), days
