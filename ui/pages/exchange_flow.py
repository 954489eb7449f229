"""The two flows of the exchange page: a sheet in, from reading it to writing it; and a sheet out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from minqing.errors import CannotWrite, EncryptedSheet, UnsureForm, WrongSheetPassword
from minqing.exchange.plan import Choice, Decisions, Plan
from minqing.forms.sheet import SheetReading
from minqing.ledger import Changes, Ledger
from ui.jobs import Job, Progress, State
from ui.notices import Way
from ui.pages.exchange_export import Sending
from ui.pages.exchange_words import Prepared, prepare
from ui.pages.exchange_zones import Ask, Decide, DecideAll
from ui.session import Session

T = TypeVar("T")
SHEETS = "表格 (*.xlsx *.xlsm *.xltx *.xls *.et *.xlsb *.ods *.csv *.tsv *.txt *.xml *.htm *.html)"
WORKBOOK = "Excel 工作簿 (*.xlsx)"
EXCHANGED = "exchange"
"""What the hub is told when a sheet came or went."""
_RETRY = (("retry", "重试"), ("other", "换一个位置"), ("stop", "不存了"))
_IN_USE = "这个文件正在 WPS 里打开。请先关闭它，再点“重试”。"


@dataclass(frozen=True)
class Source:
    """What is known of a file beside its plan: sheets that were not read, and by what names it can be read."""

    skipped: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


def ways_of(error: UnsureForm) -> tuple[Way, ...]:
    """The candidates as ways to choose from."""
    return tuple(
        Way(one.name, one.name, f"{one.each} · {one.columns} 栏认得 {one.fitting} 栏", one.why)
        for one in error.candidates
    )


class ImportFlow(QObject):
    """Holds the plan of the sheet that is being taken in.

    ``planned(Prepared, fresh)`` fires for a new plan, ``decided(Prepared)`` when only decisions on cells were added,
    ``ended`` when there is nothing to preview any more.
    """

    planned = Signal(object, bool)
    decided = Signal(object)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._partner = ""
        self._file: _File | None = None
        self.prepared: Prepared | None = None

    @property
    def busy(self) -> bool:
        """Whether something is running that will bring another plan."""
        return self._job is not None and self._job.state in {State.WAITING, State.RUNNING}

    def _run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        label: str,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if not self.busy:
            self._job = self._session.work(work, done, label=label, failed=failed, owner=self)

    def open(self, path: Path) -> None:
        """Read a file and plan its import; asks for its password if it has one, and how to read it if that is open."""
        self._read(_File(path))

    def read_as(self, name: str) -> None:
        """Read the sheets again by the form or as the kind of record that is called so; a blank: by themselves."""
        if self.prepared is not None and self._file is not None and not self.busy:
            layouts = [reading.layout for reading in self.prepared.plan.readings] if name else []
            self._read(replace(self._file, choices=dict.fromkeys(layouts, name)))

    def _read(self, file: _File) -> None:
        def work(progress: Progress) -> tuple[Prepared, _File]:
            from minqing.actions.reading import read_for, reading_names

            ledger = self._session.ledger
            found = read_for(ledger, file.path, password=file.password, choices=file.choices)
            progress.check()
            plan = _planned(ledger, progress, found.readings, partner="", decisions=Decisions())
            return plan, replace(file, skipped=found.skipped, names=reading_names(ledger))

        def failed(error: Exception) -> None:
            if isinstance(error, EncryptedSheet):
                self._ask_password(file, wrong=isinstance(error, WrongSheetPassword))
            elif isinstance(error, UnsureForm):
                self._ask_form(file, error)
            else:
                self._session.failed(error)
                self._stay()

        self._run(work, self._take_file, label=f"读取 {file.path.name}", failed=failed)

    def _ask_password(self, file: _File, *, wrong: bool) -> None:
        body = "密码不对，请向发表格的人核对。" if wrong else "请输入发表格的人告诉的密码。账本没有改动。"
        password = self._session.notices.ask_password(f"“{file.path.name}”设了打开密码", body)
        if password is None:
            self._stay()
        else:
            self._read(replace(file, password=password))

    def _ask_form(self, file: _File, error: UnsureForm) -> None:
        body = f"工作表“{error.sheet}”的栏目有几种读法。选定的读法在导入后记住，以后同样的表不再问。"
        name = self._session.notices.choose(f"“{file.path.name}”该按什么读？", body, ways_of(error))
        if name is None:
            self._stay()
        else:
            self._read(replace(file, choices={**file.choices, error.layout: name}))

    def _stay(self) -> None:
        """Show the plan that there was again, as when nothing had been asked."""
        if self.prepared is not None:
            self._take(self.prepared)

    @property
    def source(self) -> Source:
        """What is known of the file beside its plan."""
        file = self._file
        return Source(file.skipped, file.names) if file is not None else Source()

    def _take_file(self, found: tuple[Prepared, _File]) -> None:
        prepared, self._file = found
        self._partner = ""
        self._take(prepared, fresh=True)

    def _take(self, prepared: Prepared, *, fresh: bool = False) -> None:
        self.prepared = prepared
        self.planned.emit(prepared, fresh)

    def ask(self, wanted: Ask) -> None:
        """Carry out a decision: on cells at once, else by planning again in the background."""
        if self.prepared is None or self.busy:
            return
        if isinstance(wanted, Decide):
            self._decide(self.prepared, wanted)
        elif isinstance(wanted, DecideAll):
            self._decide_all(self.prepared.plan, wanted.choice)
        else:
            row = self.prepared.plan.rows[wanted.place]
            rows = dict(self.prepared.plan.decisions.rows)
            rows.pop((row.sheet, row.number), None)
            if wanted.answer:
                rows[(row.sheet, row.number)] = wanted.answer
            self._plan_again(replace(self.prepared.plan.decisions, rows=rows))

    def _decide(self, prepared: Prepared, wanted: Decide) -> None:
        row = prepared.plan.rows[wanted.place]
        cells = [(row, edit) for edit in row.edits if (edit.slot, edit.attribute) in wanted.cells]
        plan = prepared.plan.decide_many(cells, wanted.choice)
        self.prepared = prepared.with_plan(plan, [wanted.place])
        self.decided.emit(self.prepared)

    def _decide_all(self, plan: Plan, choice: Choice) -> None:
        self._run(lambda _: prepare(plan.decide_all(choice)), self._take, label="选定")

    def _plan_again(self, decisions: Decisions) -> None:
        if self.prepared is None:
            return
        readings, partner = self.prepared.plan.readings, self._partner

        def work(progress: Progress) -> Prepared:
            return _planned(self._session.ledger, progress, readings, partner=partner, decisions=decisions)

        self._run(work, self._take, label="重新核对")

    def set_partner(self, name: str) -> None:
        """Say who the sheet came from, where the file does not or is wrong."""
        if self.prepared is not None and not self.busy:
            self._partner = name
            self._plan_again(self.prepared.plan.decisions)

    def renew(self) -> None:
        """Plan again if the book has changed since."""
        if self.prepared is not None:
            self._session.load(lambda ledger: ledger.version, self._compare, owner=self)

    def _compare(self, version: int) -> None:
        if self.prepared is not None and version != self.prepared.plan.version:
            self._plan_again(self.prepared.plan.decisions)

    def apply(self) -> None:
        """Write what the plan shows."""
        if self.prepared is None:
            return
        plan = self.prepared.plan

        def work(progress: Progress) -> _Applied:
            from minqing.exchange.applying import apply_plan

            progress.check()
            applied = apply_plan(self._session.ledger, plan, report=progress.report)
            return _Applied(applied.changes, applied.plan.writing)

        self._run(work, self._applied, label="导入")

    def _applied(self, applied: _Applied) -> None:
        self.cancel()
        words = f"已导入 {applied.rows:,} 行" if applied.rows else "已记下选择，账本没有别的改动"
        self._session.report(applied.changes, words)
        self._session.hub.tell({EXCHANGED})

    def cancel(self) -> None:
        """Forget the plan; nothing was written."""
        self.prepared = None
        self.ended.emit()

    def save_rejects(self) -> None:
        """Save the rows that need the sender's hand as a workbook of its own."""
        if self.prepared is None:
            return
        plan = self.prepared.plan
        name = f"退回_{Path(plan.readings[0].file).stem}.xlsx"
        path = self._session.notices.save_file("存退回表", name, [WORKBOOK])
        if path is not None:
            self._write_rejects(plan, _with_suffix(path))

    def _write_rejects(self, plan: Plan, path: Path) -> None:
        def work(_: Progress) -> str:
            from exports.files import write_file
            from exports.rejects import placed, returned_workbooks

            copies = placed(returned_workbooks(plan), path)
            for where, content in copies:
                write_file(where, content)
            return "、".join(where.name for where, _ in copies)

        def again() -> None:
            self._write_rejects(plan, path)

        def failed(error: Exception) -> None:
            cannot_write(self._session, error, again=again, other=self.save_rejects)

        self._run(
            work,
            lambda saved: self._session.notices.toast(f"已存退回表：{saved}"),
            label="存退回表",
            failed=failed,
        )


@dataclass(frozen=True)
class _File:
    """The file that is being read, with what was said about it, and then what else is known of it."""

    path: Path
    password: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Applied:
    changes: Changes
    rows: int


def _planned(
    ledger: Ledger, progress: Progress, readings: tuple[SheetReading, ...], *, partner: str, decisions: Decisions
) -> Prepared:
    from minqing.exchange.planner import make_plan

    def report(done: int, total: int) -> None:
        progress.check()
        progress.report(done, total)

    plan = make_plan(ledger, readings, partner=partner, decisions=decisions, report=report)
    progress.check()
    return prepare(plan)


def cannot_write(
    session: Session, error: Exception, *, again: Callable[[], object], other: Callable[[], object]
) -> None:
    """Say that a file could not be put there, and offer to try again or elsewhere."""
    if not isinstance(error, CannotWrite):
        session.failed(error)
        return
    sentence = _IN_USE if isinstance(error.__cause__, PermissionError) else str(error)
    answer = session.notices.ask("文件没有存成", sentence, _RETRY, "stop")
    if answer == "retry":
        again()
    elif answer == "other":
        other()


class ExportFlow(QObject):
    """Sends a sheet; the hub is told when one went out."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def start(self, sending: Sending) -> None:
        """Ask where to, and for a password if it is to have one; then write it."""
        from ui.sending import file_name, header_of

        notices = self._session.notices
        name = file_name(sending.form, header_of(self._session.ledger, sending.period))
        path = notices.save_file(f"导出{sending.form.name}", name, [WORKBOOK])
        if path is None:
            return
        password: str | None = ""
        if sending.locked:
            body = "收表的人打开时要输入它。请另外告诉对方，忘了就打不开。"
            password = notices.ask_password("给文件设打开密码", body, confirm=True)
        if password is not None:
            self._send(sending, _with_suffix(path), password)

    def _send(self, sending: Sending, path: Path, password: str) -> None:
        def work(_: Progress) -> int:
            from ui.sending import send_sheet

            return send_sheet(
                self._session.ledger,
                sending.form,
                path,
                period=sending.period,
                partner=sending.partner,
                password=password,
                masked=sending.masked,
            ).rows

        def done(rows: int) -> None:
            self._session.notices.toast(f"已导出 {rows:,} 行：{path.name}")
            self._session.hub.tell({EXCHANGED})

        def failed(error: Exception) -> None:
            cannot_write(
                self._session,
                error,
                again=lambda: self._send(sending, path, password),
                other=lambda: self.start(sending),
            )

        self._session.work(work, done, label=f"导出 {path.name}", failed=failed, owner=self)


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
