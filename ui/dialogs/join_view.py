"""What the dialog about two records shows, gathered in the background, and what it does when all is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from minqing.actions.field_join import Choices, Line, differing
from minqing.actions.joining import following, heads_among, join_households, join_residents, members_in_both
from minqing.exchange.matching.duplicates import Pair, duplicates_near
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from minqing.records.fields import Privacy
from minqing.records.household import Household
from minqing.records.resident import Resident

_LIMIT = 40


@dataclass(frozen=True)
class Side:
    """One of the two: the record and what people call it."""

    record: Record
    name: str


@dataclass(frozen=True)
class JoinView:
    """Two records side by side; ``heads`` are those between whom a person must choose, ``people`` those in both."""

    keep: Side
    gone: Side
    lines: tuple[Line, ...]
    moves: str
    heads: tuple[Resident, ...] = ()
    people: tuple[tuple[Resident, Resident], ...] = ()


@dataclass(frozen=True)
class Chosen:
    """What was chosen in the dialog."""

    choices: Choices
    head: str = ""
    people: tuple[tuple[Resident, Resident], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A record that may be joined with another."""

    id: str
    name: str
    why: str = ""


def join_view(ledger: Ledger, keep_id: str, gone_id: str) -> JoinView:
    """Gather all about two records of one kind. Raises RecordMissing."""
    keep, gone = ledger.get(keep_id), ledger.get(gone_id)
    view = JoinView(
        keep=Side(keep, named(ledger, keep)),
        gone=Side(gone, named(ledger, gone)),
        lines=tuple(_shown(ledger, line, keep, gone) for line in differing(keep, gone)),
        moves=following(ledger, gone).text,
    )
    if not (isinstance(keep, Household) and isinstance(gone, Household)):
        return view
    people = tuple(members_in_both(ledger, keep, gone))
    same = {lost.id for _, lost in people}
    heads = tuple(one for one in heads_among(ledger, keep, gone) if one.id not in same)
    stays = [one for one, lost in people if lost.is_head and not one.is_head]
    both = tuple({one.id: one for one in (*heads, *stays)}.values())
    return replace(view, people=people, heads=both if len(both) > 1 else ())


def carry_out(ledger: Ledger, view: JoinView, chosen: Chosen) -> Changes:
    """Carry out what was chosen. Raises what joining raises."""
    match view.keep.record, view.gone.record:
        case Household() as keep, Household() as gone:
            return join_households(
                ledger, keep=keep, gone=gone, choices=chosen.choices, head=chosen.head, people=chosen.people
            )
        case Resident() as keep, Resident() as gone:
            return join_residents(ledger, keep=keep, gone=gone, choices=chosen.choices)
        case _:
            raise TypeError("only two residents or two households can be joined")


def named(ledger: Ledger, record: Record) -> str:
    """What people call a record: ``3栋2单元501 王桂芳``."""
    if isinstance(record, Household):
        heads = heads_among(ledger, record)
        return f"{record.estate}{record.door} {heads[0].name if heads else '户主未填'}"
    return f"{getattr(record, 'name', '')} {_door(ledger, str(getattr(record, 'household', '')))}".strip()


def found(ledger: Ledger, kind: str, text: str, *, without: str) -> list[Candidate]:
    """Records of a kind that a search finds, the best first, ``without`` one."""
    hits = ledger.search(text, limit=_LIMIT) if text.strip() else []
    ids = dict.fromkeys(hit.household if kind == Household.KIND else hit.id for hit in hits)
    records = ledger.get_many(one for one in ids if one and one != without)
    return [Candidate(one, named(ledger, records[one])) for one in ids if one in records and kind == records[one].KIND]


def suggested(ledger: Ledger, record_id: str) -> list[Candidate]:
    """The records that are likely the same as this one, with the reasons."""
    record = ledger.get(record_id)
    household = record.id if isinstance(record, Household) else str(getattr(record, "household", ""))
    pairs = [pair for pair in duplicates_near(ledger, household) if record_id in (pair.first, pair.second)]
    return [_candidate(ledger, pair, record_id) for pair in pairs]


def near(ledger: Ledger, household_id: str) -> list[tuple[Pair, str, str]]:
    """The likely duplicates of a household and its members: the pair, which of it is here, what the other is called."""
    own = {household_id, *(one.id for one in ledger.records(Resident, household=household_id))}
    told = []
    for pair in duplicates_near(ledger, household_id):
        mine = pair.first if pair.first in own else pair.second
        told.append((pair, mine, named(ledger, ledger.get(pair.other(mine)))))
    return told


def _candidate(ledger: Ledger, pair: Pair, record_id: str) -> Candidate:
    other = ledger.get(pair.other(record_id))
    return Candidate(other.id, named(ledger, other), "，".join(pair.reasons))


def _door(ledger: Ledger, household_id: str) -> str:
    home = ledger.find(household_id)
    return home.door if isinstance(home, Household) else ""


def _shown(ledger: Ledger, line: Line, keep: Record, gone: Record) -> Line:
    """The line as screens show it: doors instead of ids, numbers masked where that does not make them look alike."""
    attribute = keep.attributes().get(line.attribute)
    if line.attribute == "household":
        homes = [ledger.find(one) for one in (line.keep, line.gone)]
        names = [named(ledger, one) if one is not None else "" for one in homes]
        return replace(line, keep=names[0], gone=names[1])
    if attribute is None or attribute.privacy is not Privacy.MASKED:
        return line
    texts: Sequence[str] = [attribute.show(one, masked=True) for one in (keep, gone)]
    return replace(line, keep=texts[0], gone=texts[1]) if texts[0] != texts[1] else line
