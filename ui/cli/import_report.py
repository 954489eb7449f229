"""What an import did or would do, as the JSON object of the interface and as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from minqing.errors import SheetError
from minqing.exchange.partners.roll import Absent, Batch, Roll, RollEntry, Unread
from minqing.exchange.plan import VERDICT_WORDS, Candidate, CellEdit, Choice, Plan, RowPlan, Verdict
from minqing.forms.form import SLOTS
from minqing.forms.report import ColumnNote, column_notes, skipped_words
from minqing.forms.sheet import SheetReading
from minqing.records.catalogue import KINDS, kind_of
from ui.cli.roll_lines import roll_lines
from ui.cli.showing import one_line, table
from ui.returning import GivenBack

_SHOWN = 20
_TABLES = 3
"""Of more sheets than this the columns are not listed: --json has them."""


@dataclass(frozen=True)
class Conflict:
    """One cell that both sides changed; ``field`` is the attribute's name, ``choice`` is set once it is decided."""

    file: str
    sheet: str
    row: int
    cell: str
    id: str
    field: str
    label: str
    base: str | None
    ours: str
    theirs: str
    choice: str | None


@dataclass(frozen=True)
class Doubtful:
    """One row that may belong to several records."""

    file: str
    sheet: str
    row: int
    label: str
    reason: str
    candidates: tuple[_Candidate, ...]


@dataclass(frozen=True)
class _Candidate:
    id: str
    label: str
    why: str


@dataclass(frozen=True)
class Fault:
    """One cell, row or file that cannot be taken in; ``label`` says whose it is."""

    file: str
    sheet: str
    cell: str
    code: str
    message: str
    label: str = ""


@dataclass(frozen=True)
class SkippedRow:
    """One row that is no data."""

    row: int
    why: str


@dataclass(frozen=True)
class SkippedSheet:
    """One sheet that was not read."""

    file: str
    sheet: str
    why: str


@dataclass(frozen=True)
class Tally:
    """What a sheet, or all of them, did; ``new`` and ``updated`` count records by kind."""

    file: str
    sheet: str
    form: str
    why: str
    partner: str
    rows: int
    new: Mapping[str, int]
    updated: Mapping[str, int]
    unchanged: int
    conflicts: tuple[Conflict, ...]
    decided: tuple[Conflict, ...]
    doubtful: tuple[Doubtful, ...]
    errors: tuple[Fault, ...]
    unrecognised_columns: tuple[str, ...]
    change: int | None


@dataclass(frozen=True)
class SheetReport(Tally):
    """What one sheet did, and how it was read."""

    score: float
    columns: tuple[ColumnNote, ...]
    skipped_rows: tuple[SkippedRow, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class ImportReport(Tally):
    """The totals of all files and sheets under the same keys, each sheet, and those that were not read."""

    dry_run: bool
    files: tuple[str, ...]
    sheets: tuple[SheetReport, ...]
    skipped_sheets: tuple[SkippedSheet, ...]
    roll: tuple[RollEntry, ...]
    absent: tuple[Absent, ...]
    deadlines: Mapping[str, str]
    """By which rule the sheets of each dated form are due."""
    returned: tuple[GivenBack, ...] = ()
    """What goes back to the senders, where a folder for it was named."""


@dataclass(frozen=True)
class FilesRead:
    """The sheets that were read with the file of each, the sheets that were not, and files that were none."""

    readings: tuple[SheetReading, ...]
    paths: tuple[Path, ...]
    skipped: tuple[SkippedSheet, ...]
    unread: tuple[Fault, ...]

    @property
    def faults(self) -> tuple[Unread, ...]:
        """The files that were none, as the roll wants them."""
        return tuple(Unread(Path(one.file), one.message, one.code) for one in self.unread)

    def only(self, batch: Batch) -> FilesRead:
        """The sheets that are taken in; the others are among the skipped."""
        left = tuple(SkippedSheet(str(one.path), one.sheet, why) for one, why in batch.left_out)
        paths = tuple(one.path for one in batch.readings)
        return replace(self, readings=batch.readings, paths=paths, skipped=(*self.skipped, *left))


def fault_of(path: Path, error: SheetError) -> Fault:
    """A file that could not be read."""
    return Fault(str(path), path.name, "", error.code, str(error))


def report_of(
    plan: Plan, read: FilesRead, *, change: int | None, dry_run: bool, roll: Roll | None = None
) -> ImportReport:
    """The report of a plan for what was read, with the roll if one was called."""
    paths, unread = read.paths, read.unread
    rows: list[list[RowPlan]] = [[] for _ in plan.readings]
    for row in plan.rows:
        rows[row.sheet].append(row)
    sheets = tuple(
        replace(_sheet(reading, path, found), partner=plan.partner_of(reading), change=change)
        for reading, path, found in zip(plan.readings, paths, rows, strict=True)
    )
    left = (skipped.file for skipped in read.skipped)
    files = tuple(dict.fromkeys([*map(str, paths), *left, *(fault.file for fault in unread)]))
    return ImportReport(
        file="、".join(files),
        sheet=_joined(one.sheet for one in sheets),
        form=_joined(one.form for one in sheets),
        why=_joined(one.why for one in sheets),
        partner=_joined(one.partner for one in sheets),
        rows=sum(one.rows for one in sheets),
        new=_new(plan.rows),
        updated=_updated(plan.rows),
        unchanged=sum(one.unchanged for one in sheets),
        conflicts=tuple(one for sheet in sheets for one in sheet.conflicts),
        decided=tuple(one for sheet in sheets for one in sheet.decided),
        doubtful=tuple(one for sheet in sheets for one in sheet.doubtful),
        errors=(*unread, *(one for sheet in sheets for one in sheet.errors)),
        unrecognised_columns=tuple(dict.fromkeys(one for sheet in sheets for one in sheet.unrecognised_columns)),
        change=change,
        dry_run=dry_run,
        files=files,
        sheets=sheets,
        skipped_sheets=read.skipped,
        roll=roll.entries if roll else (),
        absent=roll.absent if roll else (),
        deadlines=roll.rules if roll else {},
    )


def _joined(texts: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(text for text in texts if text))


def _new(rows: Iterable[RowPlan]) -> Mapping[str, int]:
    return dict(Counter(SLOTS[new.slot].KIND for row in rows for new in row.new))


def _updated(rows: Iterable[RowPlan]) -> Mapping[str, int]:
    touched = {edit.record_id for row in rows for edit in row.taken}
    models = (kind_of(record_id) for record_id in sorted(touched))
    return dict(Counter(model.KIND for model in models if model is not None))


def _sheet(reading: SheetReading, path: Path, rows: Sequence[RowPlan]) -> SheetReport:
    file = str(path)
    clashes = [_conflict(file, reading, row, edit) for row in rows for edit in row.edits if edit.conflict]
    return SheetReport(
        file=file,
        sheet=reading.sheet,
        form=reading.form.name,
        why=reading.why,
        partner=reading.partner,
        rows=len(rows),
        new=_new(rows),
        updated=_updated(rows),
        unchanged=sum(row.verdict is Verdict.UNCHANGED for row in rows),
        conflicts=tuple(one for one in clashes if one.choice in (None, Choice.LATER)),
        decided=tuple(one for one in clashes if one.choice not in (None, Choice.LATER)),
        doubtful=tuple(_doubtful(file, reading, row) for row in rows if row.verdict is Verdict.DOUBTFUL),
        errors=tuple(
            Fault(file, reading.sheet, problem.cell.rpartition("!")[2], problem.code, problem.message, row.label)
            for row in rows
            for problem in row.problems
        ),
        unrecognised_columns=reading.unrecognised,
        change=None,
        score=reading.score,
        columns=column_notes(reading),
        skipped_rows=tuple(SkippedRow(number, why) for number, why in reading.skipped),
        remarks=reading.remarks,
    )


def _conflict(file: str, reading: SheetReading, row: RowPlan, edit: CellEdit) -> Conflict:
    return Conflict(
        file=file,
        sheet=reading.sheet,
        row=row.number,
        cell=edit.place.rpartition("!")[2],
        id=edit.record_id,
        field=edit.attribute,
        label=edit.label,
        base=edit.base,
        ours=edit.ours,
        theirs=edit.theirs,
        choice=edit.choice.value if edit.choice else None,
    )


def _doubtful(file: str, reading: SheetReading, row: RowPlan) -> Doubtful:
    candidates = tuple(_shown(one) for one in row.candidates)
    return Doubtful(file, reading.sheet, row.number, row.label, row.reason, candidates)


def _shown(candidate: Candidate) -> _Candidate:
    return _Candidate(candidate.record_id, candidate.label, candidate.why)


def lines_of(report: ImportReport, plan: Plan, book: Path) -> Iterator[str]:
    """The report for people: each sheet and its counts, the first problems with their places, the way back."""
    few = len(report.sheets) <= _TABLES or not report.roll
    for number, sheet in enumerate(report.sheets):
        said = list(_reading_lines(sheet, whole=len(report.sheets) <= _TABLES))
        if few or said:
            yield f"{Path(sheet.file).name} · {sheet.sheet}：{sheet.why}"
        if few:
            counts = Counter(row.verdict for row in plan.rows if row.sheet == number)
            words = (f"{word} {counts[key]:,}" for key, word in VERDICT_WORDS.items())
            yield f"  {sheet.rows:,} 行：" + " · ".join(words)
        yield from said
    yield from _skipped_lines(report, each=few)
    if len(report.files) > 1:
        yield from roll_lines(Roll(report.roll, report.absent, report.deadlines))
    yield from _problem_lines(report, _who_changed(plan))
    done = "；".join(part for part in (_counted("新增", report.new), _counted("更新", report.updated)) if part)
    if partly := sum(1 for row in plan.rows if row.problems and (row.new or any(row.taken))):
        yield f"有误的行里有 {partly:,} 行只空着上面指出的格子，其余内容{'会' if report.dry_run else '已'}导入。"
    if report.dry_run:
        yield f"只是试导，账本没有改动。导入的话：{done or '没有要改的'}。"
    elif report.change is None:
        yield f"{'要人来定的没有导入，其余' if plan.needs_a_person else ''}没有要改的，账本没有改动。"
    else:
        yield f"已导入：{done or '只记下了往来，记录没有改动'}。"
        yield f"撤销：minqing undo {book} {report.change}"


def _skipped_lines(report: ImportReport, *, each: bool) -> Iterator[str]:
    """The sheets that were not read: each, or of many files by reason; what the roll names is left to it."""
    named = {(one.file, one.sheet) for one in report.roll if not one.taken} if len(report.files) > 1 else set()
    skipped = [one for one in report.skipped_sheets if (Path(one.file).name, one.sheet) not in named]
    if each:
        for one in skipped:
            yield f"没有读 {Path(one.file).name} · {one.sheet}：{one.why}"
        return
    for why, count in Counter(one.why for one in skipped).items():
        yield f"没有读的工作表 {count:,} 张：{why}"


def _reading_lines(sheet: SheetReport, *, whole: bool) -> Iterator[str]:
    """What became of the columns and of the rows that are no data; ``whole`` shows every column."""
    if whole:
        rows = [(note.letter, note.header, note.meaning or "原样留着", note.why) for note in sheet.columns]
        yield from (f"    {line}" for line in table(rows, head=("列", "栏名", "读作", "凭什么")))
    if sheet.unrecognised_columns:
        yield f"  没认出的栏目，内容照原样留着：{'、'.join(sheet.unrecognised_columns)}"
    if sheet.skipped_rows:
        yield f"  没有读的行：{'；'.join(skipped_words((one.row, one.why) for one in sheet.skipped_rows))}"
    yield from (f"  {remark}" for remark in sheet.remarks)


def _counted(word: str, counts: Mapping[str, int]) -> str:
    if not counts:
        return ""
    return f"{word} " + "、".join(f"{KINDS[kind].LABEL} {number:,} 条" for kind, number in counts.items())


def _who_changed(plan: Plan) -> Mapping[tuple[str, str], str]:
    """Who put our side of each conflict there and when, by the record and the field."""
    sides = (edit for row in plan.rows for edit in row.edits if edit.conflict)
    return {edit.key: f"（{one.who}，{one.at:%Y-%m-%d %H:%M}）" for edit in sides if (one := edit.since)}


def _problem_lines(report: ImportReport, who: Mapping[tuple[str, str], str]) -> Iterator[str]:
    problems = [
        *(_fault_line(one) for one in report.errors),
        *(_conflict_line(one, who.get((one.id, one.field), "")) for one in report.conflicts),
        *(_doubt_line(one) for one in report.doubtful),
    ]
    if problems:
        yield f"要人来定的有 {len(problems):,} 处："
    for problem in problems[:_SHOWN]:
        yield f"  {one_line(problem)}"
    if len(problems) > _SHOWN:
        yield f"  还有 {len(problems) - _SHOWN:,} 处，用 --json 看全部，或用 --rejects 存成表格。"
    if report.decided:
        ours = sum(one.choice == Choice.OURS for one in report.decided)
        theirs = len(report.decided) - ours
        yield f"冲突按要求定了 {ours + theirs:,} 处：留本机 {ours:,} 处，用来表 {theirs:,} 处。"


def _fault_line(one: Fault) -> str:
    if not one.cell:
        return one.message
    return f"{one.sheet}!{one.cell} {f'{one.label}：' if one.label else ''}{one.message}"


def _conflict_line(one: Conflict, who: str = "") -> str:
    base = "不知道" if one.base is None else one.base or "空"
    sides = f"原值 {base}／本机 {one.ours or '空'}{who}／来表 {one.theirs or '空'}"
    return f"{one.sheet}!{one.cell} 冲突“{one.label}”：{sides}"


def _doubt_line(one: Doubtful) -> str:
    among = f"（{'、'.join(candidate.label for candidate in one.candidates)}）" if one.candidates else ""
    return f"{one.sheet} 第 {one.row} 行 {one.label} 待定：{one.reason}{among}"
