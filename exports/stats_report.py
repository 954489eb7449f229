"""The figures on one sheet of paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from exports.stats_head import Heading
from exports.typesetting import clean, typeset
from minqing.work.report import BuildingLine, Report, TrendPoint
from minqing.work.report_words import charted, figures, never_words, prompt_notes, vital_few, weekday_rule

TEMPLATE: Final = "stats_report.typ"
MOST_BUILDINGS: Final = 30


def stats_report_pdf(report: Report, heading: Heading) -> bytes:
    """The report as a PDF of one A4 page. Raises FontMissing."""
    return typeset(TEMPLATE, "pdf", data=report_data(report, heading))[0]


def stats_report_svg(report: Report, heading: Heading) -> list[str]:
    """The same page as SVG. Raises FontMissing."""
    return [page.decode() for page in typeset(TEMPLATE, "svg", data=report_data(report, heading))]


def report_data(report: Report, heading: Heading) -> dict[str, object]:
    """What the template prints."""
    word, never, half = report.window.word, len(report.never), never_words(report)
    vital = vital_few(report.categories)
    return {
        "title": clean(heading.title),
        "line": clean(heading.line),
        "word": word,
        "compared": report.window.compared,
        "figures": [
            {
                "label": one.label,
                "number": one.number,
                "unit": one.unit,
                "beside": one.beside,
                "trend": one.trend,
                "change": one.change,
                "definition": one.definition,
            }
            for one in figures(report)
        ],
        "notes": f"{weekday_rule(report.definitions)}。24 小时办结：{prompt_notes(report.definitions)}",
        "buildings": _buildings(report.buildings),
        "most": max((line.homes for line in report.buildings), default=1),
        "never": f"从未走访共 {never:,} 户{'，' + half if half else ''}。" if never else "在册的户都走访过了。",
        "weeks": _points(report.weeks),
        "months": _points(report.months),
        "appeals": report.appeals.now,
        "categories": [
            {"name": clean(line.name), "count": len(line.appeals), "running": line.running.percent or 0}
            for line in charted(report.categories, 10)
        ],
        "vital": f"前 {vital} 类占 {report.categories[vital - 1].running}" if vital else "",
    }


def _buildings(lines: Sequence[BuildingLine]) -> list[dict[str, object]]:
    """As many as the page has room for: those with the fewest left to visit are taken together."""
    if len(lines) <= MOST_BUILDINGS:
        return [_building(line) for line in lines]
    ranked = sorted(lines, key=lambda one: -len(one.never))
    shown = set(map(id, ranked[: MOST_BUILDINGS - 1]))
    rest = [line for line in lines if id(line) not in shown]
    together = BuildingLine(
        f"其余 {len(rest)} 栋",
        *(
            tuple(one for line in rest for one in getattr(line, part))
            for part in ("seen", "earlier", "knocked", "never")
        ),
    )
    return [*(_building(line) for line in lines if id(line) in shown), _building(together) | {"bar": False}]


def _building(line: BuildingLine) -> dict[str, object]:
    parts = [len(line.seen), len(line.earlier), len(line.knocked), len(line.never)]
    return {"name": clean(line.name), "homes": line.homes, "parts": parts, "covered": str(line.covered), "bar": True}


def _points(points: Sequence[TrendPoint]) -> list[dict[str, object]]:
    return [
        {"label": point.label, "registered": len(point.registered), "settled": len(point.settled)} for point in points
    ]
