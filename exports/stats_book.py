"""The figures as a workbook: an overview with native charts, and the tables behind them on sheets of their own."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from exports import sheet_style as style
from exports.stats_charts import add_charts
from exports.stats_head import Heading
from minqing.work.report import Report, TrendPoint
from minqing.work.report_words import Figure, figures, prompt_notes, weekday_rule
from minqing.work.statistics import Share

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

OVERVIEW: Final = "统计"
BUILDINGS: Final = "各栋覆盖"
CATEGORIES: Final = "诉求类别"
WEEKS: Final = "按周"
MONTHS: Final = "按月"
PERCENT: Final = "0%"
NUMBER: Final = "#,##0"
FIRST_LINE: Final = 4
_FIGURE_HEAD = ("指标", "数值", "分子", "分母", "之前", "口径")
_BUILDING_HEAD = ("楼栋", "在册（户）", "见过面", "以前见过", "未见到面", "从未走访", "覆盖率")
_CATEGORY_HEAD = ("类别", "件数", "占比", "累计占比")
_TREND_HEAD = ("时间", "从", "到", "新增（件）", "办结（件）")
Cell = str | int | float | None


def write_stats_book(report: Report, heading: Heading) -> bytes:
    """The .xlsx file of ``report``; every number in it is the report's."""
    from openpyxl import Workbook

    book = Workbook()
    overview = book.worksheets[0]
    overview.title = OVERVIEW
    _draw_overview(overview, report, heading)
    _draw_table(book, BUILDINGS, heading, _BUILDING_HEAD, _building_rows(report))
    _draw_table(book, CATEGORIES, heading, _CATEGORY_HEAD, _category_rows(report))
    _draw_table(book, WEEKS, heading, _TREND_HEAD, _trend_rows(report.weeks))
    _draw_table(book, MONTHS, heading, _TREND_HEAD, _trend_rows(report.months))
    add_charts(book, report)
    book.properties.title = heading.title
    book.properties.creator = book.properties.lastModifiedBy = heading.owner
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _draw_overview(sheet: Worksheet, report: Report, heading: Heading) -> None:
    _title(sheet, heading, len(_FIGURE_HEAD))
    _header(sheet, _FIGURE_HEAD)
    for row, (figure, before) in enumerate(zip(figures(report), _before(report), strict=True), FIRST_LINE):
        _line(sheet, row, _figure_cells(figure, report, before))
        sheet.row_dimensions[row].height = 20
    row = FIRST_LINE + len(figures(report))
    rules = report.definitions
    note = f"{weekday_rule(rules)}；“之前”是{report.window.compared}（{_days(report)}）；24 小时：{prompt_notes(rules)}"
    style.put(style.cell_at(sheet, row, 1), note).font = style.font(8, color="FF666666")
    for letter, width in zip("ABCDEF", (14, 10, 10, 10, 10, 56), strict=True):
        sheet.column_dimensions[letter].width = width
    _one_page(sheet)


def _days(report: Report) -> str:
    return f"{report.window.before.start} 至 {report.window.before.end}"


def _before(report: Report) -> tuple[Cell, ...]:
    return (
        report.visits.before,
        _share(report.covered.before),
        report.appeals.before,
        _share(report.settled.before),
        _share(report.prompt.before),
        _share(report.satisfied.before),
    )


def _share(share: Share) -> float | None:
    return share.part / share.whole if share.whole else None


def _figure_cells(figure: Figure, report: Report, before: Cell) -> tuple[Cell, ...]:
    counts = {"visits": report.visits.now, "appeals": report.appeals.now}
    if figure.key in counts:
        return figure.label, counts[figure.key], None, None, before, figure.definition
    shares = {
        "covered": report.covered.now,
        "settled": report.settled.now,
        "prompt": report.prompt.now,
        "satisfied": report.satisfied.now,
    }
    share = shares[figure.key]
    return figure.label, _share(share), share.part, share.whole, before, figure.definition


def _building_rows(report: Report) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        (
            line.name,
            line.homes,
            len(line.seen),
            len(line.earlier),
            len(line.knocked),
            len(line.never),
            _share(line.covered),
        )
        for line in report.buildings
    ]
    totals = [sum(int(row[column] or 0) for row in rows) for column in range(1, 6)]
    return [*rows, ("合计", *totals, _share(report.covered.now))]


def _category_rows(report: Report) -> list[tuple[Cell, ...]]:
    whole = report.appeals.now
    return [
        (line.name, len(line.appeals), len(line.appeals) / whole, _share(line.running)) for line in report.categories
    ]


def _trend_rows(points: Sequence[TrendPoint]) -> list[tuple[Cell, ...]]:
    return [
        (point.label, str(point.period.start), str(point.period.end), len(point.registered), len(point.settled))
        for point in points
    ]


def _draw_table(
    book: Workbook, name: str, heading: Heading, head: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    sheet = book.create_sheet(name)
    _title(sheet, heading, len(head), name)
    _header(sheet, head)
    for number, row in enumerate(rows, FIRST_LINE):
        _line(sheet, number, row)
    for number in range(len(head)):
        sheet.column_dimensions["ABCDEFG"[number]].width = 18 if not number else 12
    sheet.freeze_panes = f"A{FIRST_LINE}"
    _one_page(sheet)


def _title(sheet: Worksheet, heading: Heading, width: int, name: str = "") -> None:
    for row, text, height in ((1, f"{heading.title}{' · ' + name if name else ''}", 30), (2, heading.line, 18)):
        cell = style.put(style.cell_at(sheet, row, 1), text)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
        sheet.row_dimensions[row].height = height
        cell.alignment = style.placed("center")
        cell.font = style.font(16, bold=True) if row == 1 else style.font(9, color="FF666666")


def _header(sheet: Worksheet, head: Sequence[str]) -> None:
    for column, text in enumerate(head, 1):
        style.dress_header(style.put(style.cell_at(sheet, FIRST_LINE - 1, column), text))


def _line(sheet: Worksheet, row: int, values: Sequence[Cell]) -> None:
    for column, value in enumerate(values, 1):
        cell = style.cell_at(sheet, row, column)
        if isinstance(value, str):
            style.put(cell, value)
        else:
            cell.value = value
            cell.number_format = PERCENT if isinstance(value, float) else NUMBER
        cell.font = style.font(9)
        cell.border = style.boxed()
        cell.alignment = style.placed("left" if isinstance(value, str) and column != 1 else "center")


def _one_page(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
