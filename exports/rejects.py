"""The rows that an import left out, as copies of the senders' own workbooks in which they can be put right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.returned.listing import Listed, add_listing
from exports.returned.marking import ASKED, BAD, Marks, mark_sheet
from exports.returned.notes import Place
from exports.returned.styles import StyleSheet
from exports.supplement import Supplement
from exports.workbook import encrypted
from minqing.exchange.plan import Plan, RowPlan, Verdict
from minqing.forms.files.as_xlsx import as_xlsx, sheet_title
from minqing.forms.files.grid import column_name, column_number
from minqing.forms.files.package import Package
from minqing.forms.files.package_lists import workbook_suffix
from minqing.forms.sheet import SheetReading

_STYLES = "styles"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Returned:
    """The copy for one sender: which file it is a copy of, its content, and how its name has to end (.xlsx, .xlsm)."""

    source: Path
    content: bytes
    suffix: str = ".xlsx"


@dataclass(frozen=True, slots=True)
class _Fault:
    sheet: str
    place: Place
    row: str
    sentence: str
    colour: str


def rejected_rows(plan: Plan) -> list[RowPlan]:
    """The rows with a cell that could not be taken in, and those that may belong to several records."""
    return [row for row in plan.rows if row.problems or row.verdict is Verdict.DOUBTFUL]


def returned_workbooks(plan: Plan) -> tuple[Returned, ...]:
    """A copy of each file with rejected rows, as its sender knows it, ready to be put right and handed in again.

    Cells that are wrong are filled and carry a comment that says why, rows that are done are grey, and a last sheet
    lists everything. The copy of a protected file asks for the same password; templates and other kinds of file come
    as workbooks. Raises what reading the file again raises.
    """
    rejected: dict[Path, list[RowPlan]] = defaultdict(list)
    for row in rejected_rows(plan):
        rejected[plan.readings[row.sheet].path].append(row)
    return tuple(_returned(plan, path, rows) for path, rows in rejected.items())


def placed(copies: Sequence[Returned], to: Path) -> list[tuple[Path, bytes]]:
    """Where each copy goes: the only one to ``to``, several beside each other with their senders' file names.

    A copy with macros gets a name that ends in .xlsm, and never that of a file that is there.
    """
    if len(copies) == 1:
        return [(_ending(to, copies[0]), copies[0].content)]
    return [(_ending(to.with_name(f"{to.stem}_{one.source.stem}{to.suffix}"), one), one.content) for one in copies]


def _ending(wanted: Path, copy: Returned) -> Path:
    if wanted.suffix.lower() == copy.suffix or copy.suffix == ".xlsx":
        return wanted
    name, number = wanted.with_suffix(copy.suffix), 1
    while name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.stem} ({number}){copy.suffix}")
    return name


def _returned(plan: Plan, path: Path, rejected: Sequence[RowPlan]) -> Returned:
    password = plan.readings[rejected[0].sheet].password
    package = Package(as_xlsx(path, password=password or None), path=path)
    supplement = Supplement(package)
    style_part = package.related(package.workbook, _STYLES)[0]
    styles = StyleSheet(package.text(style_part))
    titles = _titles(package, [one.sheet for one in plan.readings if one.path == path])
    faults = [fault for row in rejected for fault in _faults(titles, plan.readings[row.sheet], row)]
    rows: dict[str, set[int]] = defaultdict(set)
    for row in plan.rows:
        if plan.readings[row.sheet].path == path:
            rows[titles[plan.readings[row.sheet].sheet]].add(row.number)
    for row in rejected:
        # A line may hold a row of each of two tables side by side, of which one is wrong.
        rows[titles[plan.readings[row.sheet].sheet]].discard(row.number)
    for name in dict.fromkeys(fault.sheet for fault in faults):
        marks = _marks([one for one in faults if one.sheet == name], frozenset(rows[name]))
        mark_sheet(package, supplement, styles, name, marks)
    listed = [Listed(one.sheet, _name(one.place), one.row, one.sentence) for one in faults]
    add_listing(package, supplement, styles, listed)
    supplement.put(style_part, styles.content())
    content = package.written(supplement.parts)
    return Returned(path, encrypted(content, password) if password else content, workbook_suffix(package))


def _titles(package: Package, sheets: Sequence[str]) -> dict[str, str]:
    """What the sheets that were read are called in the workbook; a text file's may have been shortened."""
    there = {one.name for one in package.sheets}
    return {name: name if name in there else sheet_title(name) for name in sheets}


def _marks(faults: Sequence[_Fault], done: frozenset[int]) -> Marks:
    notes: dict[Place, list[str]] = defaultdict(list)
    colours: dict[Place, str] = {}
    for fault in faults:
        if fault.sentence not in notes[fault.place]:
            notes[fault.place].append(fault.sentence)
        if colours.get(fault.place) != BAD:
            colours[fault.place] = fault.colour
    return Marks({place: "\n".join(texts) for place, texts in notes.items()}, colours, done)


def _faults(titles: Mapping[str, str], reading: SheetReading, row: RowPlan) -> Iterator[_Fault]:
    sheet = titles[reading.sheet]
    first = min((column_number(one.letter) for one in reading.columns), default=1)
    for problem in row.problems:
        named = _CELL.fullmatch(problem.cell.rpartition("!")[2])
        place = (int(named[2]), column_number(named[1])) if named else (row.number, first)
        yield _Fault(sheet, place, row.label, problem.message, BAD)
    if row.verdict is Verdict.DOUBTFUL:
        among = "、".join(candidate.label for candidate in row.candidates)
        sentence = f"{row.reason}{f'：{among}' if among else ''}"
        yield _Fault(sheet, (row.number, first), row.label, sentence, ASKED)


def _name(place: Place) -> str:
    return f"{column_name(place[1])}{place[0]}"
