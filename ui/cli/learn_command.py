"""The command that teaches the book an office's own form: learn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from exports.files import written_file
from minqing.actions.forms import learn_form
from minqing.errors import SheetFileMissing, UsageError
from minqing.forms.form import Form, Layout
from minqing.forms.learning.office import SUFFIX, OfficeForm, pack, unpack
from minqing.forms.learning.proposal import Proposal, propose
from minqing.forms.naming.field_names import field_label, field_named
from minqing.records.catalogue import KINDS
from ui.cli.opening import keep_apart, open_book, read_locked
from ui.cli.options import Book, Json, PasswordFile
from ui.cli.showing import DONE, NEEDS_A_PERSON, Answer, say, table

OfficeFile = Annotated[Path, typer.Argument(metavar="FILE", help="单位发的空表，或别人学好的表样文件（.mqform）")]
Name = Annotated[str, typer.Option("--name", metavar="NAME", help="给表样起的名称；表样文件里已经有名称")]
Sheet = Annotated[str, typer.Option("--sheet", metavar="S", help="学哪个工作表，默认自己认")]
HeaderRows = Annotated[str, typer.Option("--header", metavar="5,6", help="表头是哪几行，默认自己认")]
Rows = Annotated[str, typer.Option("--rows", metavar="7-30", help="从哪行到哪行填记录，默认自己认")]
Sets = Annotated[
    list[str], typer.Option("--set", metavar="LETTER=FIELD", help="这一列对应的栏目，如 F=户主.联系电话；F= 表示不对应")
]
Cells = Annotated[
    list[str], typer.Option("--cell", metavar="B3={street}", help="表外的一格填什么，如 B3={community}；B3= 表示不填")
]
Masks = Annotated[list[str], typer.Option("--mask", metavar="LETTER", help="这一列的身份证号、电话导出时遮掩")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="只看会怎样，不改账本")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help="把学好的表样另存成文件（.mqform），发给别人用")]

_ROWS = re.compile(r"(\d{1,7})(?:\s*[-—~至]\s*(\d{1,7}))?")
_NUMBERS = re.compile(r"\d{1,7}(?:[,，、]\d{1,7})*")
_NO_FIELD = "（不对应栏目）"


@dataclass(frozen=True)
class _Column:
    letter: str
    header: str
    field: str
    label: str
    why: str
    masked: bool


@dataclass(frozen=True)
class _Learned:
    name: str
    subject: str
    sheet: str
    header_rows: tuple[int, ...]
    first: int
    last: int
    page: str
    columns: tuple[_Column, ...]
    cells: dict[str, str]
    file: str
    change: int | None


@dataclass(frozen=True)
class _Wishes:
    """What was asked for on the command line, besides the sheet and its header."""

    rows: str
    sets: Sequence[str]
    cells: Sequence[str]
    masks: Sequence[str]

    def applied(self, proposal: Proposal) -> Proposal:
        """The proposal with the rows, fields, cells and masks that were asked for."""
        if self.rows:
            proposal = proposal.with_rows(*_range(self.rows))
        for letter, text in _pairs(self.sets, "--set", "F=户主.联系电话"):
            proposal = proposal.with_field(letter, field_named(text, proposal.form.slots))
        for cell, template in _pairs(self.cells, "--cell", "B3={community}"):
            proposal = proposal.with_cell(cell, template)
        for letter in self.masks:
            proposal = proposal.with_masked(letter, True)
        return proposal


def learn(  # noqa: PLR0913 - the options are the interface
    *,
    book: Book,
    file: OfficeFile,
    name: Name = "",
    sheet: Sheet = "",
    header: HeaderRows = "",
    rows: Rows = "",
    sets: Sets = [],  # noqa: B006 - typer copies it
    cells: Cells = [],  # noqa: B006
    masks: Masks = [],  # noqa: B006
    dry_run: DryRun = False,
    to: To = None,
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Learn an office's form from its workbook, or take over one that a colleague has learned."""
    keep_apart(to, SUFFIX, book=book, sources=[file])
    wishes = _Wishes(rows, sets, cells, masks)
    if file.suffix.lower() == SUFFIX:
        if sheet or header or rows or sets or cells or masks:
            raise UsageError("表样文件已经定好了栏目，只能用 --name 改名称。要改栏目，请用单位的空表重新学。")
        office, reasons = _unpacked(file, name), {}
    else:
        if not name.strip():
            raise UsageError("请用 --name 给表样起个名称，如 --name 入户走访月报。")
        proposed = read_locked(file, partial(propose, file, sheet=sheet or None, header=_numbers(header)))
        proposal = wishes.applied(proposed.named(name))
        office, reasons = proposal.office, {one.letter: one.why for one in proposal.columns}
    with open_book(book, password_file) as ledger:
        change: int | None = None
        if not dry_run:
            with written_file(to, pack(office)) if to else nullcontext():
                change = learn_form(ledger, office).id or None
    learned = _learned(office.form, reasons, to if not dry_run else None, change)
    open_columns = [one for one in learned.columns if not one.field and one.why in _OPEN]
    status = NEEDS_A_PERSON if open_columns else DONE
    return say(Answer(learned, list(_lines(learned, len(open_columns), dry_run=dry_run)), status), as_json=as_json)


_OPEN = frozenset({"未识别", "下拉不合"})


def _unpacked(file: Path, name: str) -> OfficeForm:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SheetFileMissing(file) from error
    office = unpack(data)
    return replace(office, form=replace(office.form, name=name.strip())) if name.strip() else office


def _learned(form: Form, reasons: dict[str, str], to: Path | None, change: int | None) -> _Learned:
    layout = form.layout or Layout((1,), 2, 2)
    columns = tuple(
        _Column(
            letter=one.letter,
            header=one.label,
            field=f"{one.slot}.{one.attribute}" if one.slot else "",
            label=field_label(f"{one.slot}.{one.attribute}") if one.slot else "",
            why=reasons.get(one.letter, ""),
            masked=one.masked,
        )
        for one in form.columns
    )
    return _Learned(
        name=form.name,
        subject=form.subject,
        sheet=form.sheet,
        header_rows=layout.header,
        first=layout.first,
        last=layout.last,
        page=layout.page,
        columns=columns,
        cells=dict(layout.cells),
        file=str(to or ""),
        change=change,
    )


def _lines(learned: _Learned, open_columns: int, *, dry_run: bool) -> Iterable[str]:
    head = "、".join(str(row) for row in learned.header_rows)
    each = "每页一户" if learned.page else f"每行一条{KINDS[learned.subject].LABEL}"
    room = f"第 {learned.first} 到 {learned.last} 行填记录"
    yield f"“{learned.name}”：工作表“{learned.sheet}”，表头第 {head} 行，{room}，{each}。"
    rows = [
        (one.letter, one.header, one.label or _NO_FIELD, f"{one.why}{'，遮掩' if one.masked else ''}")
        for one in learned.columns
    ]
    yield from table(rows, head=("列", "表头", "栏目", "依据"))
    if learned.cells:
        yield "表外的格："
        yield from table([(f"  {cell}", template) for cell, template in learned.cells.items()])
    if open_columns:
        yield f"有 {open_columns} 列没有对应的栏目，导出时留空；用 --set 列=栏目 指定，--set 列= 表示就是不对应。"
    if learned.file:
        yield f"表样已存成“{learned.file}”。别人收到后，用 minqing learn 自己的账本 {Path(learned.file).name} 学会。"
    yield "试看，账本没有改动。" if dry_run else f"已学会表样“{learned.name}”，用 minqing export 按它导出。"


def _pairs(given: Iterable[str], option: str, example: str) -> Iterable[tuple[str, str]]:
    for text in given:
        key, sign, value = text.partition("=")
        if not sign or not key.strip():
            raise UsageError(f"{option} 后面应写成 {example} 的样子，现在是“{text}”。")
        yield key.strip(), value.strip() if option == "--set" else value


def _range(text: str) -> tuple[int, int]:
    found = _ROWS.fullmatch(text.strip())
    if found is None:
        raise UsageError(f"--rows 后面应写成 7-30 的样子，现在是“{text}”。")
    return int(found[1]), int(found[2] or found[1])


def _numbers(text: str) -> tuple[int, ...] | None:
    if not text.strip():
        return None
    if not _NUMBERS.fullmatch(text.strip()):
        raise UsageError(f"--header 后面应写成 5,6 的样子，现在是“{text}”。")
    return tuple(sorted({int(number) for number in re.split("[,，、]", text.strip())}))
