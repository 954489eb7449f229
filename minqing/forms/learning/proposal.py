"""Learning an office's form: what its columns mean, where its rows go and which cells say who reports."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from minqing.errors import CannotLearn, NoTable, WorksheetMissing
from minqing.forms.files.grid import Grid
from minqing.forms.files.reader import read_book
from minqing.forms.form import SLOTS, Column, Form, Layout
from minqing.forms.learning.constants import constants_of
from minqing.forms.learning.office import OfficeForm
from minqing.forms.learning.page_fields import grid_text, page_fields
from minqing.forms.learning.proposed import Other, Proposed, propose_columns
from minqing.forms.learning.room import room_of
from minqing.forms.learning.sheet_facts import sheet_facts
from minqing.forms.library import CELL_NAME, builtin_forms
from minqing.forms.marker import MARKER_SHEET
from minqing.forms.naming.columns import name_columns, vocabulary
from minqing.forms.naming.field_names import known_fields, slot_label
from minqing.forms.naming.subjects import Reading, choose_form
from minqing.forms.naming.topics import TOPICS, Topic, topic_of
from minqing.forms.tables.header import Header, find_header, header_at
from minqing.forms.templates import literal, names_in, template_trouble

__all__ = ["Other", "Proposal", "Proposed", "propose"]

_OF_PAGE = ("household", "head")
_PAGE_NAME = "{household.detail}-{household.family_type}-{head.name}-{population}-{household.estate}-{party}.xlsx"
"""What offices call a household's file: 组-家庭类型-户主-人数-湾组[-党员]; what is blank is left out with its dash."""

_PERIODS = {"visit": "visit.visited_on", "appeal": "appeal.registered_on"}


@dataclass(frozen=True)
class _Source:
    """The workbook that is learned from, as read: its bytes as .xlsx, its sheets, and what the file is called."""

    path: Path
    workbook: bytes
    grids: tuple[Grid, ...]

    def grid(self, name: str) -> Grid:
        return next(grid for grid in self.grids if grid.name == name)

    @property
    def visible(self) -> tuple[Grid, ...]:
        """The sheets that may be a form."""
        return tuple(grid for grid in self.grids if not grid.hidden and grid.name != MARKER_SHEET)


@dataclass(frozen=True)
class Proposal:
    """A form as it would be learned from one sheet; the ``with_…`` methods give it as corrected.

    ``form`` has its layout; ``columns`` are its columns with the reasons, ``sheets`` the sheets that may be chosen,
    ``grid`` the cells of the chosen one.
    """

    form: Form
    workbook: bytes
    columns: tuple[Proposed, ...]
    sheets: tuple[str, ...]
    grid: Grid
    source: _Source = field(repr=False, compare=False)

    @property
    def why(self) -> str:
        """What the rows are about and how much was made out, in Chinese."""
        topic = topic_of(self.form.subject)
        each = "一页是一户，每行" if self.layout.page else "每行"
        named = sum(1 for one in self.columns if one.field)
        return f"{each}是{topic.noun if topic else '一条记录'}；{len(self.columns)} 栏里认出 {named} 栏。"

    @property
    def layout(self) -> Layout:
        """Where the table stands."""
        assert self.form.layout is not None
        return self.form.layout

    @property
    def unnamed(self) -> tuple[Proposed, ...]:
        """The columns without a field that somebody should look at."""
        return tuple(one for one in self.columns if not one.field and not one.needs_no_field)

    @property
    def office(self) -> OfficeForm:
        """What is kept in the book when somebody agrees."""
        return OfficeForm(self.form, self.workbook)

    def column(self, letter: str) -> Proposed:
        """The column at a letter of the sheet; raises CannotLearn when the table has none there."""
        wanted = letter.strip().upper()
        found = next((one for one in self.columns if one.letter == wanted), None)
        if found is None:
            raise CannotLearn(f"表里没有 {wanted} 列，有的是 {'、'.join(one.letter for one in self.columns)}")
        return found

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Every field that a column of this form may hold, with its label: ``("head.name", "户主.姓名")``."""
        slots = {slot for topic in TOPICS for slot in topic.skeleton.slots if self.form.subject in topic.skeleton.slots}
        return tuple(known_fields([slot for slot in SLOTS if slot in slots]))

    def with_field(self, letter: str, field: str) -> Proposal:
        """With ``field`` (``slot.attribute``, blank for none) in a column; a column that had it gives it up.

        Raises CannotLearn for an unknown field or column, or a field that cannot stand on one sheet with the others.
        """
        if field and field not in dict(known_fields()):
            raise CannotLearn(f"没有“{field}”这一栏")
        chosen = self.column(letter)
        columns = tuple(
            one.with_field(field) if one is chosen else one.with_field("") if field and one.field == field else one
            for one in self.columns
        )
        return replace(self, columns=columns, form=_form(self.form, columns, self.layout))

    def with_cell(self, cell: str, template: str) -> Proposal:
        """With a single cell that says ``template``; a blank one leaves the cell as it is. Raises CannotLearn."""
        name = cell.strip().upper()
        if not CELL_NAME.fullmatch(name):
            raise CannotLearn(f"“{cell}”不是 B3 这样的单元格")
        slots = self._page_slots
        if trouble := template_trouble(template, slots):
            raise CannotLearn(trouble)
        cells = {**dict(self.layout.cells), name: template}
        kept = tuple((one, text) for one, text in cells.items() if text)
        return self._laid_out(replace(self.layout, cells=kept))

    def with_rows(self, first: int, last: int) -> Proposal:
        """With room for records in rows ``first`` to ``last``; raises CannotLearn if they are not under the header."""
        if first <= max(self.layout.header) or last < first - 1:
            raise CannotLearn(f"数据行应在表头（第 {max(self.layout.header)} 行）下面，从上到下写")
        return self._laid_out(replace(self.layout, first=first, last=last))

    def with_header(self, rows: Sequence[int]) -> Proposal:
        """Proposed anew with the header in these rows; the name stays. Raises NoTable when nothing is in them."""
        return _proposed(self.source, self.grid, tuple(rows)).named(self.form.name)

    def with_sheet(self, sheet: str) -> Proposal:
        """Proposed anew for another sheet of the file; the name stays. Raises NoTable, WorksheetMissing."""
        return _best(self.source, sheet, None).named(self.form.name)

    def with_masked(self, letter: str, masked: bool) -> Proposal:
        """With the numbers of a column masked when it is filled, or not."""
        chosen = self.column(letter)
        columns = tuple(replace(one, masked=masked) if one is chosen else one for one in self.columns)
        return replace(self, columns=columns, form=_form(self.form, columns, self.layout))

    def with_words(self, letter: str, words: Sequence[tuple[str, str]]) -> Proposal:
        """With what a column says and what the book means by it."""
        chosen = self.column(letter)
        columns = tuple(replace(one, words=tuple(words)) if one is chosen else one for one in self.columns)
        return replace(self, columns=columns, form=_form(self.form, columns, self.layout))

    def named(self, name: str) -> Proposal:
        """Under another name."""
        return replace(self, form=replace(self.form, name=name.strip(), file_name=_file_name(self.form, name.strip())))

    @property
    def _page_slots(self) -> tuple[str, ...]:
        return self.form.slots if self.layout.page else ()

    def _laid_out(self, layout: Layout) -> Proposal:
        return replace(self, form=_form(self.form, self.columns, layout))


def propose(
    path: Path, *, sheet: str | None = None, password: str | None = None, header: tuple[int, ...] | None = None
) -> Proposal:
    """What can be learned from an office's blank or half-filled workbook, for a person to correct.

    ``sheet`` and ``header`` (1-based rows) say where the table is; otherwise the best sheet that is not hidden is
    taken. The form is named after the file. Raises NoTable, WorksheetMissing and what ``read_book`` raises.
    """
    from minqing.forms.files.as_xlsx import as_xlsx

    book = read_book(path, password=password)
    source = _Source(path, as_xlsx(path, password=password), book.grids)
    return _best(source, sheet, header).named(path.stem)


def _best(source: _Source, sheet: str | None, header: tuple[int, ...] | None) -> Proposal:
    """The proposal for ``sheet``, or that of the visible sheet in which most columns were made out."""
    names = [grid.name for grid in source.grids]
    if sheet is not None and sheet not in names:
        raise WorksheetMissing(source.path, sheet, [grid.name for grid in source.visible])
    wanted = [source.grid(sheet)] if sheet is not None else [grid for grid in source.visible if grid.rows]
    found: list[Proposal] = []
    why: list[str] = []
    for grid in wanted:
        try:
            found.append(_proposed(source, grid, header))
        except NoTable as error:
            why.append(error.why)
    if not found:
        raise NoTable(source.path, "；".join(why) or "没有看得见的工作表")
    return max(found, key=lambda one: sum(1 for column in one.columns if column.field))


def _proposed(source: _Source, grid: Grid, rows: tuple[int, ...] | None) -> Proposal:
    words = vocabulary(builtin_forms())
    header = header_at(grid, rows, words) if rows else find_header(grid, words)
    if header is None or not any(header.labels):
        raise NoTable(source.path, f"工作表“{grid.name}”里没有找到表头")
    reading = choose_form(header.labels, builtin_forms(), first_column=grid.first_column) or _nearest(header, grid)
    facts = sheet_facts(source.workbook, grid.name, source.grids)
    columns = propose_columns(
        header.labels,
        reading.columns,
        facts.drop_downs,
        slots=reading.form.slots,
        first_column=grid.first_column,
    )
    first, last = room_of(grid, header, facts)
    base = Form(name=source.path.stem, subject=reading.form.subject, slots=(), keys=(), columns=(), sheet=grid.name)
    of_page = page_fields(grid, header, words)
    layout = Layout(header=header.rows, first=first, last=last, page="household" if of_page else "")
    form = _form(base, columns, layout)
    more = {label: field for label, field, _ in of_page}
    constants = constants_of(grid, top=header.rows[0], bottom=last, dated=bool(form.period), more=more)
    cells = {cell: f"{{{field}}}" for _, field, cell in of_page if not grid_text(grid, cell)}
    layout = replace(layout, cells=tuple((dict(constants) | cells).items()))
    return Proposal(
        form=_form(form, columns, layout),
        workbook=source.workbook,
        columns=columns,
        sheets=tuple(one.name for one in source.visible),
        grid=grid,
        source=source,
    )


def _nearest(header: Header, grid: Grid) -> Reading:
    """Where no topic has all that it needs: the one whose words name the most columns."""
    readings = [
        Reading(topic.skeleton, name_columns(header.labels, topic.skeleton, first_column=grid.first_column), "")
        for topic in TOPICS
    ]
    return max(readings, key=lambda one: sum(1 for column in one.columns if column.column))


def _form(base: Form, columns: Sequence[Proposed], layout: Layout) -> Form:
    """The form of these columns: its subject as before where that still fits, else what most columns speak for."""
    fields = {one.field for one in columns if one.field}
    if layout.page:
        fields |= {name for _, template in layout.cells for name in names_in(template) if "." in name}
    topic = _topic(base, fields)
    subject = topic.skeleton.subject
    used = {field.partition(".")[0] for field in fields} | {subject, *(_OF_PAGE if layout.page else ())}
    return replace(
        base,
        subject=subject,
        slots=tuple(slot for slot in topic.skeleton.slots if slot in used),
        keys=tuple(slot for slot in topic.skeleton.keys if slot in used),
        columns=tuple(_column(one, subject) for one in columns),
        period="" if layout.page else _PERIODS.get(subject, ""),
        layout=layout,
    )


def _topic(base: Form, fields: Set[str]) -> Topic:
    used = {field.partition(".")[0] for field in fields}
    able = [topic for topic in TOPICS if used <= set(topic.skeleton.slots)]
    if not able:
        raise CannotLearn(f"{'、'.join(slot_label(slot) for slot in sorted(used))}的栏目不能放在同一张表里")

    def rank(topic: Topic) -> tuple[bool, bool, float]:
        met = all(group & fields for group in topic.needs)
        return met, topic.skeleton.subject == base.subject, sum(topic.telling.get(field, 0.3) for field in fields)

    return max(able, key=rank)


def _column(one: Proposed, subject: str) -> Column:
    asked = one.field in {"appeal.title", "appeal.text"} and subject != "appeal"
    return replace(one.column, empty="无") if asked else one.column


def _file_name(form: Form, name: str) -> str:
    if form.layout is not None and form.layout.page:
        return _PAGE_NAME
    return f"{literal(name)}_{{owner}}_{{{'period' if form.period else 'made_on'}}}.xlsx"
