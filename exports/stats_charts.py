"""The workbook's three charts, drawn by the office program itself from the cells of the other sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from minqing.work.report import Report

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.chart import BarChart, LineChart
    from openpyxl.worksheet.worksheet import Worksheet

_ACCENT, _LIGHT, _GREY, _RED, _GREEN, _AMBER = "1F5263", "B4CBD1", "D2CAB8", "E2B3A6", "37724C", "936010"
_PARTS: Final = (_ACCENT, _LIGHT, _GREY, _RED)
_HEAD_ROW, _FIRST = 3, 4
_WIDTH_CM, _HEIGHT_CM = 20, 8
_ROWS_APART = 16
_MOST = 12
"""Categories that a chart shows; all of them are in the table."""


def add_charts(book: Workbook, report: Report) -> None:
    """Put the charts on the first sheet, below its table."""
    overview = book.worksheets[0]
    by_name = {sheet.title: sheet for sheet in book.worksheets}
    row = _FIRST + 8
    if report.buildings:
        overview.add_chart(_coverage(by_name["各栋覆盖"], len(report.buildings)), f"A{row}")
        row += _ROWS_APART + max(0, len(report.buildings) - 10)
    overview.add_chart(_trend(by_name["按周"], len(report.weeks), "诉求新增与办结（按周）"), f"A{row}")
    row += _ROWS_APART
    if report.categories:
        overview.add_chart(_pareto(by_name["诉求类别"], min(_MOST, len(report.categories))), f"A{row}")
    by_name["按月"].add_chart(_trend(by_name["按月"], len(report.months), "诉求新增与办结（按月）"), f"A{_FIRST + 14}")


def _coverage(sheet: Worksheet, buildings: int) -> BarChart:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 40
    last = _FIRST + buildings - 1
    chart.add_data(Reference(sheet, min_col=3, max_col=6, min_row=_HEAD_ROW, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=_FIRST, max_row=last))
    for series, colour in zip(chart.series, _PARTS, strict=True):
        series.graphicalProperties.solidFill = colour
    chart.x_axis.scaling.orientation = "maxMin"
    _dress(chart, "各栋覆盖（户）", height=_HEIGHT_CM + max(0, buildings - 10) // 2)
    return chart


def _trend(sheet: Worksheet, points: int, title: str) -> LineChart:
    from openpyxl.chart import LineChart, Reference

    chart = LineChart()
    last = _FIRST + points - 1
    chart.add_data(Reference(sheet, min_col=4, max_col=5, min_row=_HEAD_ROW, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=_FIRST, max_row=last))
    for series, colour in zip(chart.series, (_ACCENT, _GREEN), strict=True):
        series.graphicalProperties.line.solidFill = colour
        series.marker.symbol = "circle" if colour == _ACCENT else "square"
        series.marker.graphicalProperties.solidFill = colour
        series.smooth = False
    _dress(chart, title)
    return chart


def _pareto(sheet: Worksheet, categories: int) -> BarChart:
    from openpyxl.chart import BarChart, LineChart, Reference

    last = _FIRST + categories - 1
    names = Reference(sheet, min_col=1, min_row=_FIRST, max_row=last)
    bars = BarChart()
    bars.gapWidth = 60
    bars.add_data(Reference(sheet, min_col=2, min_row=_HEAD_ROW, max_row=last), titles_from_data=True)
    bars.set_categories(names)
    bars.series[0].graphicalProperties.solidFill = _ACCENT
    line = LineChart()
    line.add_data(Reference(sheet, min_col=4, min_row=_HEAD_ROW, max_row=last), titles_from_data=True)
    line.set_categories(names)
    line.series[0].graphicalProperties.line.solidFill = _AMBER
    line.series[0].marker.symbol = "circle"
    line.series[0].marker.graphicalProperties.solidFill = _AMBER
    line.y_axis.axId = 200
    line.y_axis.crosses = "max"
    line.y_axis.number_format = "0%"
    line.y_axis.scaling.min = 0.0
    line.y_axis.scaling.max = 1.0
    line.y_axis.majorGridlines = None
    line.y_axis.delete = False
    _dress(bars, "诉求类别排序（件，线为累计占比）")
    bars += line
    return bars


def _dress(chart: BarChart | LineChart, title: str, *, height: int = _HEIGHT_CM) -> None:
    """Title, size, axes that newer programs would else leave out."""
    chart.title = title
    chart.width = _WIDTH_CM
    chart.height = height
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "0"
    chart.y_axis.scaling.min = 0
    if chart.legend is not None:
        chart.legend.position = "b"
