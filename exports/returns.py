"""What each sender of a faulty sheet gets back: the copy with marked cells, and a page that says what to do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exports.rejects import Returned, rejected_rows, returned_workbooks
from exports.returned.advice import advice_on
from exports.returned.listing import LISTING
from exports.returned.slip import SlipLine, slip_workbook, until_words
from minqing.exchange.partners.roll import Roll, RollEntry
from minqing.exchange.plan import Plan, Problem, RowPlan

_CELL = re.compile(r"[A-Z]{1,3}\d+")
_TOLD = 3
"""So many of the cells that are wrong are named on the page; the copy has all of them."""
_MARKED = "在退回的“{copy}”里改好涂了颜色的格子，原样再交一次；别的行已经收了，不用动"


@dataclass(frozen=True, slots=True)
class Return:
    """One file for a sender: how it should be called, its content, and in a few words what it is."""

    sender: str
    name: str
    content: bytes
    what: str


def something_to_return(plan: Plan, roll: Roll) -> bool:
    """Whether anybody gets something back."""
    return bool(rejected_rows(plan)) or any(advice_on(one) for one in roll.entries)


def returns(plan: Plan, roll: Roll, *, office: str, today: date) -> tuple[Return, ...]:
    """For each sender of whom something was not taken in, a 退回说明 and the copies in which rows are to be put right.

    Raises what reading the files again raises.
    """
    copies = {copy.source.name: copy for copy in returned_workbooks(plan)}
    names = _names(copies.values())
    told: dict[str, list[SlipLine]] = {}
    made: list[Return] = []
    rejected = _rejected(plan)
    for one in roll.entries:
        if lines := list(_lines(one, roll, rejected.get((one.file, one.sheet), ()), names, today)):
            told.setdefault(one.sender, []).extend(lines)
        if one.file in copies and one.taken:
            copy = copies.pop(one.file)
            made.append(Return(one.sender, names[one.file], copy.content, "标出错处的表"))
    for sender, lines in told.items():
        content = slip_workbook(sender, lines, office=office, today=today)
        made.append(Return(sender, f"{LISTING}_{sender}.xlsx", content, LISTING))
    return tuple(sorted(made, key=lambda one: one.sender))


def _names(copies: Iterable[Returned]) -> dict[str, str]:
    """How the copy of each file is called; of a.xls and a.xlsx with the whole name of each."""
    made = {copy.source.name: (copy.source.stem, copy.suffix) for copy in copies}
    often = Counter(made.values())
    return {
        file: f"退回_{stem if often[(stem, suffix)] == 1 else file}{suffix}" for file, (stem, suffix) in made.items()
    }


def _rejected(plan: Plan) -> dict[tuple[str, str], list[RowPlan]]:
    found: dict[tuple[str, str], list[RowPlan]] = {}
    for row in rejected_rows(plan):
        reading = plan.readings[row.sheet]
        found.setdefault((reading.file, reading.sheet), []).append(row)
    return found


def _lines(
    one: RollEntry, roll: Roll, rows: Sequence[RowPlan], names: Mapping[str, str], today: date
) -> Iterator[SlipLine]:
    until = until_words(one.due or roll.due, today)
    if advice := advice_on(one):
        yield SlipLine(one.file, one.sheet, advice.wrong, advice.way, until if advice.again else "")
    if rows and one.taken:
        yield SlipLine(one.file, one.sheet, _wrong(rows), _MARKED.format(copy=names[one.file]), until)


def _wrong(rows: Sequence[RowPlan]) -> str:
    """``2 处有误，1 行拿不准是谁：F10 …；G11 …``."""
    problems = [_told(one) for row in rows for one in row.problems]
    doubts = [f"第 {row.number} 行 {row.label} {row.reason}" for row in rows if not row.problems]
    counted = Counter({"处有误": len(problems), "行拿不准": len(doubts)})
    sums = "，".join(f"{count} {word}" for word, count in counted.items() if count)
    said = list(dict.fromkeys([*problems, *doubts]))
    more = "……" if len(said) > _TOLD else ""
    return f"{sums}：{'；'.join(one.rstrip('。') for one in said[:_TOLD])}{more}"


def _told(problem: Problem) -> str:
    """Cell and sentence; where a whole row is meant, the sentence names it."""
    cell = problem.cell.rpartition("!")[2]
    return f"{cell} {problem.message}" if _CELL.fullmatch(cell) else problem.message
