"""The command that takes sheets in: import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from exports.files import written_file
from exports.rejects import rejected_rows, rejects_workbook
from minqing.errors import SheetError, SheetFileMissing, UsageError
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice, Plan
from minqing.exchange.planner import make_plan
from minqing.forms.form import Form
from minqing.forms.library import form_named
from minqing.forms.sheet import SheetReading, read_sheets
from minqing.ledger import Ledger
from ui.cli.import_report import Fault, fault_of, lines_of, report_of
from ui.cli.opening import open_book
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import DONE, NEEDS_A_PERSON, Answer, say


class OnConflict(StrEnum):
    """What to do where both sides changed a cell."""

    PARK = "park"
    OURS = "ours"
    THEIRS = "theirs"


Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="要导入的表格；写文件夹则导入里面所有的表格")]
FormName = Annotated[str, typer.Option("--form", metavar="F", help="按哪个表样读，默认自己认")]
SheetName = Annotated[str, typer.Option("--sheet", metavar="S", help="只读这个工作表")]
Partner = Annotated[str, typer.Option("--partner", metavar="P", help="谁交来的，默认看表里怎么写")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不改账本")]
Conflicts = Annotated[
    OnConflict,
    typer.Option(metavar="park|ours|theirs", help="两边都改过的：park 先放着（默认）、ours 留本机、theirs 用来表"),
]
Rejects = Annotated[
    Path | None, typer.Option("--rejects", metavar="FILE", help="没导入的行存成哪个表格（.xlsx），错处有批注")
]

_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".xlsb", ".ods", ".csv", ".tsv"})


@dataclass(frozen=True)
class _Read:
    readings: tuple[SheetReading, ...]
    paths: tuple[Path, ...]
    unread: tuple[Fault, ...]


def import_sheets(  # noqa: PLR0913 - the options are the interface
    *,
    book: Book,
    files: Files,
    form: FormName = "",
    sheet: SheetName = "",
    partner: Partner = "",
    dry_run: DryRun = False,
    on_conflict: Conflicts = OnConflict.PARK,
    rejects: Rejects = None,
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Take in the rows of sheets, all in one change."""
    layout = form_named(form) if form else None
    with open_book(book, password_file) as ledger:
        found = _read(list(_sheet_files(files)), layout, sheet)
        plan = make_plan(ledger, found.readings, partner=partner)
        if on_conflict is not OnConflict.PARK:
            plan = plan.decide_all(Choice(on_conflict.value))
        plan, change = _carried_out(ledger, plan, rejects, dry_run=dry_run)
    report = report_of(plan, found.paths, found.unread, change=change, dry_run=dry_run)
    status = NEEDS_A_PERSON if found.unread or plan.needs_a_person else DONE
    lines = list(lines_of(report, plan, book))
    if rejects is not None:
        count = len(rejected_rows(plan))
        lines.append(f"没导入的 {count} 行存到“{rejects}”。" if count else "没有要退回的行，没有存退回表。")
    return say(Answer(report, lines, status), as_json=as_json)


def _carried_out(ledger: Ledger, plan: Plan, rejects: Path | None, *, dry_run: bool) -> tuple[Plan, int | None]:
    wanted = rejects is not None and rejected_rows(plan)
    with written_file(rejects, rejects_workbook(plan)) if rejects and wanted else nullcontext():
        if dry_run:
            return plan, None
        applied = apply_plan(ledger, plan)
    return applied.plan, applied.changes.id or None


def _sheet_files(given: Sequence[Path]) -> Iterator[Path]:
    """The files meant: a folder stands for the sheets in it, and cmd.exe leaves ``*.xlsx`` to us."""
    for path in given:
        if path.is_dir():
            found = _sheets_among(path.iterdir())
        elif "*" in path.name and not path.exists():
            found = _sheets_among(path.parent.glob(path.name))
        else:
            yield path
            continue
        if not found:
            raise UsageError(f"“{path}”里没有表格文件（.xlsx、.xls、.et、.ods、.csv 等）。账本没有改动。")
        yield from found


def _sheets_among(paths: Iterator[Path]) -> list[Path]:
    hidden = ("~$", ".~", ".")
    return sorted(
        path
        for path in paths
        if path.is_file() and path.suffix.lower() in _SUFFIXES and not path.name.startswith(hidden)
    )


def _read(files: Sequence[Path], form: Form | None, sheet: str) -> _Read:
    """Read all files. One that cannot be read stops everything when it is the only one, or when none can be read."""
    readings: list[SheetReading] = []
    paths: list[Path] = []
    errors: list[SheetError] = []
    unread: list[Fault] = []
    for path in dict.fromkeys(files):
        try:
            found = read_sheets(path, form=form, sheet=sheet or None)
        except SheetFileMissing:
            raise
        except SheetError as error:
            errors.append(error)
            unread.append(fault_of(path, error))
            continue
        readings += found
        paths += [path] * len(found)
    if not readings:
        raise errors[0]
    return _Read(tuple(readings), tuple(paths), tuple(unread))
