"""The command that takes sheets in: import."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from exports.files import written_file
from exports.rejects import placed, rejected_rows, returned_workbooks
from minqing.actions.reading import form_called, read_for
from minqing.errors import SheetError, SheetFileMissing
from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.roll import call_roll, look_through
from minqing.exchange.partners.senders import Senders
from minqing.exchange.plan import Choice, Plan
from minqing.exchange.planner import make_plan
from minqing.exchange.sending.unnumbered import Recogniser
from minqing.forms.form import Form
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger
from ui.cli.import_report import Fault, FilesRead, SkippedSheet, fault_of, lines_of, report_of
from ui.cli.opening import keep_apart, open_book, read_locked
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import DONE, NEEDS_A_PERSON, Answer, say
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
    typer.Option("--rejects", metavar="FILE", help="要人来定的行存成哪个表格（.xlsx），错处有批注，改好可以再导入"),
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
    keep_apart(rejects, ".xlsx", book=book, sources=sources)
    with open_book(book, password_file) as ledger:
        layout = form_called(ledger, form) if form else None
        found = _read(ledger, sources, layout, sheet)
        batch = look_through(ledger, found.readings, unread=found.faults, partner=partner)
        found = found.only(batch)
        plan = make_plan(ledger, found.readings, partner=partner)
        if on_conflict is not OnConflict.PARK:
            plan = plan.decide_all(Choice(on_conflict.value))
        copies = placed(returned_workbooks(plan), rejects) if rejects else []
        plan, change = _carried_out(ledger, plan, copies, dry_run=dry_run)
    roll = call_roll(batch, plan)
    report = report_of(plan, found, roll=roll, change=change, dry_run=dry_run)
    status = NEEDS_A_PERSON if found.unread or plan.needs_a_person or roll.left_out else DONE
    lines = list(lines_of(report, plan, book))
    if rejects is not None:
        where = "、".join(f"“{path}”" for path, _ in copies)
        count = len(rejected_rows(plan))
        lines.append(
            f"要人来定的 {count} 行标在{where}里，改好后可以直接再导入。"
            if copies
            else "没有要退回的行，没有存退回表。"
        )
        if any(path.suffix != rejects.suffix for path, _ in copies):
            lines.append("来表带宏，退回表存成 .xlsm 才打得开。")
    return say(Answer(report, lines, status), as_json=as_json)


def _carried_out(
    ledger: Ledger, plan: Plan, copies: Sequence[tuple[Path, bytes]], *, dry_run: bool
) -> tuple[Plan, int | None]:
    with ExitStack() as files:
        for path, content in copies:
            files.enter_context(written_file(path, content))
        if dry_run:
            return plan, None
        applied = apply_plan(ledger, plan)
    return applied.plan, applied.changes.id or None


def _read(ledger: Ledger, files: Sequence[Path], form: Form | None, sheet: str) -> FilesRead:
    """Read all files. One that cannot be read stops everything when it is the only one, or when none can be read."""
    readings: list[SheetReading] = []
    paths: list[Path] = []
    skipped: list[SkippedSheet] = []
    errors: list[SheetError] = []
    unread: list[Fault] = []
    recogniser, senders = Recogniser(ledger), Senders(ledger)
    for path in dict.fromkeys(files):
        reading = partial(
            read_for, ledger, path, form=form, sheet=sheet or None, recogniser=recogniser, senders=senders
        )
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
