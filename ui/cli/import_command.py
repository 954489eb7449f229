"""The command that takes sheets in: import."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from exports.files import written_file
from exports.rejects import placed, rejected_rows, returned_workbooks
from exports.returned.advice import advice_on
from minqing.actions.reading import Reader, form_called
from minqing.errors import SheetError, SheetFileMissing
from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.roll import Roll, call_roll, look_through
from minqing.exchange.plan import Choice, Plan
from minqing.exchange.planner import make_plan
from minqing.forms.form import Form
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger
from ui.cli.import_report import Fault, FilesRead, SkippedSheet, fault_of, lines_of, report_of
from ui.cli.opening import keep_apart, open_book, read_locked
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import DONE, NEEDS_A_PERSON, Answer, say
from ui.returning import GivenBack, given_lines, placed_in
from ui.sheet_files import sheet_files


class OnConflict(StrEnum):
    """What to do where both sides changed a cell."""

    PARK = "park"
    OURS = "ours"
    THEIRS = "theirs"


Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="要导入的表格；写文件夹则导入里面所有的表格")]
FormName = Annotated[
    str,
    typer.Option("--form", metavar="F", help="按哪个表样（或居民、家庭、走访、诉求）读，默认自己认；说过一次就记住"),
]
SheetName = Annotated[str, typer.Option("--sheet", metavar="S", help="只读这个工作表")]
Partner = Annotated[str, typer.Option("--partner", metavar="P", help="谁交来的，默认看表里怎么写")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不改账本")]
Conflicts = Annotated[
    OnConflict,
    typer.Option(metavar="park|ours|theirs", help="两边都改过的：park 先放着（默认）、ours 留本机、theirs 用来表"),
]
Rejects = Annotated[
    Path | None,
    typer.Option(
        "--rejects",
        metavar="FILE",
        help="要人来定的行存成哪个表格（.xlsx），错处有批注，改好可以再导入；写文件夹则给每家各存一份，读不了、重复、别处的也写明怎么办",
    ),
]


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
    sources = list(sheet_files(files))
    keep_apart(rejects, ".xlsx", "", book=book, sources=sources)
    with open_book(book, password_file) as ledger:
        layout = form_called(ledger, form) if form else None
        found = _read(ledger, sources, layout, sheet)
        batch = look_through(ledger, found.readings, unread=found.faults, partner=partner)
        found = found.only(batch)
        plan = make_plan(ledger, found.readings, partner=partner)
        if on_conflict is not OnConflict.PARK:
            plan = plan.decide_all(Choice(on_conflict.value))
        roll = call_roll(batch, plan)
        with ExitStack() as stack:
            returned = _returned(stack, ledger, plan, roll, rejects)
            plan, change = (plan, None) if dry_run else _applied(ledger, plan)
    report = report_of(plan, found, roll=call_roll(batch, plan), change=change, dry_run=dry_run)
    report = replace(report, returned=returned.given)
    status = NEEDS_A_PERSON if found.unread or plan.needs_a_person or roll.left_out else DONE
    return say(Answer(report, [*lines_of(report, plan, book), *returned.lines], status), as_json=as_json)


@dataclass(frozen=True)
class _Returned:
    """What goes back to the senders, and what is said of it."""

    given: tuple[GivenBack, ...] = ()
    lines: tuple[str, ...] = ()


def _returned(files: ExitStack, ledger: Ledger, plan: Plan, roll: Roll, to: Path | None) -> _Returned:
    """Write what is to be put right: into a folder something for each sender, else the marked copies alone."""
    if to is None:
        return _Returned()
    if to.is_dir() or not to.suffix:
        given = placed_in(files, ledger.profile, plan, roll, to)
        return _Returned(given, tuple(given_lines(given, to)))
    copies = placed(returned_workbooks(plan), to)
    for path, content in copies:
        files.enter_context(written_file(path, content))
    where = "、".join(f"“{path}”" for path, _ in copies)
    lines = [
        f"要人来定的 {len(rejected_rows(plan))} 行标在{where}里，改好后可以直接再导入。"
        if copies
        else "没有要退回的行，没有存退回表。"
    ]
    if any(path.suffix != to.suffix for path, _ in copies):
        lines.append("来表带宏，退回表存成 .xlsm 才打得开。")
    if any(advice_on(one) for one in roll.entries) and len(roll.entries) > 1:
        lines.append("有的表读不了、重复或不归这里收；--rejects 写文件夹，就给每家各存一份退回说明。")
    return _Returned(lines=tuple(lines))


def _applied(ledger: Ledger, plan: Plan) -> tuple[Plan, int | None]:
    applied = apply_plan(ledger, plan)
    return applied.plan, applied.changes.id or None


def _read(ledger: Ledger, files: Sequence[Path], form: Form | None, sheet: str) -> FilesRead:
    """Read all files. One that cannot be read stops everything when it is the only one, or when none can be read."""
    readings: list[SheetReading] = []
    paths: list[Path] = []
    skipped: list[SkippedSheet] = []
    errors: list[SheetError] = []
    unread: list[Fault] = []
    reader = Reader(ledger)
    for path in dict.fromkeys(files):
        reading = partial(reader.read, path, form=form, sheet=sheet or None)
        try:
            found = read_locked(path, reading)
        except SheetFileMissing:
            raise
        except SheetError as error:
            errors.append(error)
            unread.append(fault_of(path, error))
            continue
        readings += found.readings
        paths += [path] * len(found.readings)
        skipped += [SkippedSheet(str(path), name, why) for name, why in found.skipped]
    if not readings:
        raise errors[0]
    return FilesRead(tuple(readings), tuple(paths), tuple(skipped), tuple(unread))
