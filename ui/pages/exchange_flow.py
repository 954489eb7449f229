"""A sheet in: from reading it, over what is decided about it, to writing it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from minqing.errors import EncryptedSheet, UnsureForm, WrongSheetPassword
from minqing.exchange.partners.due_days import DueRules, due_rules
from minqing.exchange.plan import Decisions, Plan, RowPlan, Verdict
from minqing.forms.sheet import SheetReading
from minqing.ledger import Changes, Ledger
from minqing.records.bulk import let_go
from ui.jobs import Job, Progress, State
from ui.notices import Way
from ui.pages.exchange_drafts import DraftKeeper
from ui.pages.exchange_recall import read_recalled
from ui.pages.exchange_sending import EXCHANGED, save_back
from ui.pages.exchange_words import Prepared, prepare
from ui.pages.exchange_zones import Ask, Decide, DecideAll, DecideField, DecideShown, Identify, Park
from ui.session import Session, touched

if TYPE_CHECKING:
    from minqing.exchange.partners.roll import Batch

T = TypeVar("T")
_KEEP = "留着的话，下次打开同一份表时接着用。账本没有改动。"
_READ_AS = "拿不准就用第一个：它认得的栏最多，读完先看预览。选定的读法在导入后记住，同样的表不再问。"
_KEEP_WAYS = (("keep", "留着"), ("drop", "不要了"), ("stay", "接着看"))
SHEETS = "表格 (*.xlsx *.xlsm *.xltx *.xltm *.xls *.et *.xlsb *.ods *.csv *.tsv *.txt *.xml *.htm *.html)"


@dataclass(frozen=True)
class Source:
    """What is known of a file beside its plan: sheets that were not read, and by what names it can be read.

    ``resumed`` of the ``kept`` decisions that were made about it another time hold still.
    """

    skipped: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    kept: int = 0
    resumed: int = 0
    batch: Batch | None = None
    """What the roll is called from."""
    read_as: tuple[str, ...] = ()
    """As what somebody said another time that it is to be read."""


def ways_of(error: UnsureForm) -> tuple[Way, ...]:
    """The candidates as ways to choose from; the one that knows most of the columns comes first."""
    return tuple(
        Way(one.name, one.name, f"{one.each} · {one.columns} 栏认得 {one.fitting} 栏", one.why)
        for one in sorted(error.candidates, key=lambda one: -one.fitting)
    )


class ImportFlow(QObject):
    """Holds the plan of the sheet that is being taken in.

    ``planned(Prepared, fresh)`` fires for a new plan, ``decided(Prepared)`` when only decisions on cells were added,
    ``ended`` when there is nothing to preview any more, ``applied(Changes)`` when something was written.
    """

    planned = Signal(object, bool)
    decided = Signal(object)
    ended = Signal()
    applied = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._partner = ""
        self._file: _File | None = None
        self._drafts = DraftKeeper(session, self)
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
        self._read(_File((path,)))

    def open_many(self, paths: Sequence[Path]) -> None:
        """Read many files and plan their import as one."""
        self._read(_File(tuple(paths)))

    def read_as(self, name: str) -> None:
        """Read the sheets again by the form or as the kind of record that is called so; a blank: by themselves."""
        if self.prepared is not None and self._file is not None and not self.busy:
            layouts = [reading.layout for reading in self.prepared.plan.readings] if name else []
            self._read(replace(self._file, choices=dict.fromkeys(layouts, name), afresh=True))

    def _read(self, file: _File) -> None:
        def work(progress: Progress) -> tuple[Prepared, _File]:
            from minqing.actions.reading import reading_names
            from minqing.exchange.drafts import draft_name, find_draft

            ledger = self._session.ledger
            known = read_recalled(
                ledger,
                file.paths,
                password=file.password,
                choices=file.choices,
                afresh=file.afresh,
                report=_checked(progress),
            )
            progress.check()
            found = known.stack
            name = draft_name(found.readings)
            draft = find_draft(ledger, name)
            plan = _planned(ledger, progress, found.readings, partner=draft.said, decisions=draft.decisions)
            kept, held = len(draft.decisions), plan.plan.held
            source = Source(found.skipped, reading_names(ledger), kept, held, found.batch, known.read_as)
            return plan, replace(file, source=source, draft=name, files=known.name, choices=known.choices)

        def failed(error: Exception) -> None:
            if isinstance(error, EncryptedSheet):
                self._ask_password(file, wrong=isinstance(error, WrongSheetPassword))
            elif isinstance(error, UnsureForm):
                self._ask_form(file, error)
            else:
                self._session.failed(error)
                self._stay()

        self._run(work, self._take_file, label=f"读取 {file.name}", failed=failed)

    def _ask_password(self, file: _File, *, wrong: bool) -> None:
        body = "密码不对，请向发表格的人核对。" if wrong else "请输入发表格的人告诉的密码。账本没有改动。"
        password = self._session.notices.ask_password(f"“{file.name}”设了打开密码", body)
        if password is None:
            self._stay()
        else:
            self._read(replace(file, password=password))

    def _ask_form(self, file: _File, error: UnsureForm) -> None:
        body = f"工作表“{error.sheet}”的栏目有几种读法。{_READ_AS}"
        name = self._session.notices.choose(f"“{file.name}”该按什么读？", body, ways_of(error))
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
        return self._file.source if self._file is not None else Source()

    def _take_file(self, found: tuple[Prepared, _File]) -> None:
        prepared, self._file = found
        self._partner = prepared.plan.said
        self._take(prepared, fresh=True)

    def _take(self, prepared: Prepared, *, fresh: bool = False) -> None:
        before, self.prepared = self.prepared, prepared
        self.planned.emit(prepared, fresh)
        if before is not prepared:
            _give_up(before)
        if not fresh:
            self._keep()

    def _keep(self) -> None:
        if self.prepared is not None and self._file is not None:
            self._drafts.keep(self._file.draft, self.prepared.plan)

    def ask(self, wanted: Ask) -> None:
        """Carry out a decision: on cells at once, else by planning again in the background."""
        if self.prepared is None or self.busy:
            return
        plan = self.prepared.plan
        match wanted:
            case Decide():
                self._decide(self.prepared, wanted)
            case DecideAll():
                self._decide_many(lambda: plan.decide_all(wanted.choice))
            case DecideField():
                self._decide_many(lambda: plan.decide_field(*wanted.field, wanted.choice))
            case DecideShown():
                rows = [plan.rows[place] for place in wanted.places]
                self._decide_many(lambda: plan.decide_shown(rows, wanted.choice, field=wanted.field))
            case Park():
                self._plan_again(plan.decisions.park([plan.rows[one].ref for one in wanted.places], on=wanted.on))
            case Identify():
                self._plan_again(_identified(plan, plan.rows[wanted.place], wanted.answer))

    def _decide(self, prepared: Prepared, wanted: Decide) -> None:
        row = prepared.plan.rows[wanted.place]
        cells = [(row, edit) for edit in row.edits if (edit.slot, edit.attribute) in wanted.cells]
        plan = prepared.plan.decide_many(cells, wanted.choice)
        self.prepared = prepared.with_plan(plan, [wanted.place])
        self.decided.emit(self.prepared)
        self._keep()

    def _decide_many(self, decided: Callable[[], Plan]) -> None:
        self._run(lambda _: prepare(decided()), self._take, label="选定")

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
            self._session.load(lambda ledger: (ledger.version, due_rules(ledger)), self._compare, owner=self)

    def _compare(self, found: tuple[int, DueRules]) -> None:
        version, rules = found
        self._file = self._file.with_rules(rules) if self._file is not None else None
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
            return _Applied(applied.changes, applied.plan.writing, touched(applied.changes))

        self._run(work, self._applied, label="导入")

    def _applied(self, applied: _Applied) -> None:
        self.cancel()
        self.applied.emit(applied.changes)
        words = f"已导入 {applied.rows:,} 行" if applied.rows else "已记下选择，账本没有别的改动"
        self._session.report(applied.changes, words, kinds=applied.kinds)
        self._session.hub.tell({EXCHANGED})

    def cancel(self) -> None:
        """Forget the plan and what was decided; nothing was written."""
        if self._file is not None:
            self._drafts.drop(self._file.draft, self._file.files)
        self._leave()

    def _leave(self) -> None:
        before, self.prepared = self.prepared, None
        self.ended.emit()
        _give_up(before)

    def call_off(self) -> None:
        """Leave the preview for good; what was decided is kept for the next time, if that is wanted."""
        held = self.prepared.plan.held if self.prepared is not None else 0
        held += len(set(self._file.choices.values())) if self._file is not None else 0
        answer = "drop"
        if held:
            answer = self._session.notices.ask(f"已经选了 {held:,} 处，要留着吗？", _KEEP, _KEEP_WAYS, "keep")
        if answer == "drop":
            self.cancel()
        elif answer == "keep":
            self._leave()

    def start_over(self) -> None:
        """Forget everything that was decided about this file."""
        if self.prepared is None or self._file is None or self.busy:
            return
        self._partner = ""
        if self._file.choices:
            self._drafts.drop(self._file.draft)
            self._read(replace(self._file, choices={}, afresh=True))
        else:
            self._plan_again(Decisions())

    def save_rejects(self) -> None:
        """Save what the senders have to put right: of one file the copy, of many in a folder something for each."""
        if self.prepared is not None and not self.busy:
            save_back(self._session, self.prepared.plan, self.source.batch, owner=self)


@dataclass(frozen=True)
class _File:
    """The file that is being read, with what was said about it, and then what else is known of it.

    Read ``afresh``, what was said another time about how to read it is forgotten.
    """

    paths: tuple[Path, ...]
    password: str | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    source: Source = Source()
    draft: str = ""
    files: str = ""
    afresh: bool = False

    def with_rules(self, rules: DueRules) -> _File:
        """The same, its roll called by these due days."""
        batch = replace(self.source.batch, rules=rules) if self.source.batch is not None else None
        return replace(self, source=replace(self.source, batch=batch))

    @property
    def name(self) -> str:
        """What it is called: its name, or how many there are."""
        return self.paths[0].name if len(self.paths) == 1 else f"{len(self.paths):,} 个文件"


@dataclass(frozen=True)
class _Applied:
    changes: Changes
    rows: int
    kinds: frozenset[str]


def _identified(plan: Plan, row: RowPlan, answer: str) -> Decisions:
    """The decisions with an answer to what the row asks; a blank takes the last one back."""
    if not answer:
        return plan.decisions.take_back(row.ref)
    return plan.decisions.identify(row.ref, row.asks, answer) if row.verdict is Verdict.DOUBTFUL else plan.decisions


def _checked(progress: Progress) -> Callable[[int, int], None]:
    """Tells how far the work is, and ends it where that is wanted."""

    def report(done: int, total: int) -> None:
        progress.check()
        progress.report(done, total)

    return report


def _give_up(prepared: Prepared | None) -> None:
    """Let go of a plan that is shown no more."""
    if prepared is not None:
        plan = prepared.plan
        let_go(plan.rows, *prepared.groups.values(), *(reading.rows for reading in plan.readings))


def _planned(
    ledger: Ledger, progress: Progress, readings: tuple[SheetReading, ...], *, partner: str, decisions: Decisions
) -> Prepared:
    from minqing.exchange.planner import make_plan

    plan = make_plan(ledger, readings, partner=partner, decisions=decisions, report=_checked(progress))
    progress.check()
    return prepare(plan)
