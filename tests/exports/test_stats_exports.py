"""The figures that leave the book: native charts, one page, and the same numbers everywhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from exports.stats_book import BUILDINGS, CATEGORIES, MONTHS, OVERVIEW, WEEKS, write_stats_book
from exports.stats_head import Heading, file_name, heading_of
from exports.stats_report import MOST_BUILDINGS, report_data, stats_report_pdf, stats_report_svg
from minqing.actions.sample import PROFILE, create_sample
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.work.report import Report, report
from minqing.work.report_words import figures
from minqing.work.spans import Span, window

ON = date(2026, 11, 19)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path = tmp_path_factory.mktemp("stats") / "样本.mqb"
    with create_sample(path, "守口如瓶", households=90, on=ON) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def found(book: Ledger) -> Report:
    return report(book, window(Span.QUARTER, ON, on=ON))


@pytest.fixture(scope="module")
def heading(found: Report) -> Heading:
    return heading_of(PROFILE, found, on=ON)


@pytest.fixture(scope="module")
def workbook(found: Report, heading: Heading) -> bytes:
    return write_stats_book(found, heading)


def test_the_heading_says_where_when_and_who(heading: Heading, found: Report) -> None:
    assert heading.title == "生活桥小区走访与诉求统计"
    assert "2026-10-01 至 2026-11-19" in heading.line
    assert "罗×" in heading.line
    assert file_name(found, "xlsx") == "统计_2026-10-01至2026-11-19.xlsx"


def test_the_charts_are_native(workbook: bytes) -> None:
    sheets = load_workbook(BytesIO(workbook))
    with ZipFile(BytesIO(workbook)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert sheets.sheetnames == [OVERVIEW, BUILDINGS, CATEGORIES, WEEKS, MONTHS]
    assert len(charts) == 4
    assert sum("barChart" in chart for chart in charts) == 2
    assert sum("lineChart" in chart for chart in charts) == 3


def numbers_of(workbook: bytes) -> dict[str, list[list[object]]]:
    sheets = load_workbook(BytesIO(workbook))
    return {sheet.title: [list(row) for row in sheet.iter_rows(min_row=4, values_only=True)] for sheet in sheets}


def test_page_workbook_and_paper_have_the_same_numbers(found: Report, heading: Heading, workbook: bytes) -> None:
    cells, paper = numbers_of(workbook), report_data(found, heading)
    page = figures(found)
    on_paper = paper["figures"]
    assert isinstance(on_paper, list)
    for shown, row, printed in zip(page, cells[OVERVIEW], on_paper, strict=False):
        value = row[1]
        assert isinstance(value, int | float)
        written = f"{int(value * 100 + 0.5)}" if shown.unit else f"{value:,}"
        assert (row[0], written) == (shown.label, shown.number)
        assert (printed["number"], printed["beside"]) == (shown.number, shown.beside)
        if shown.unit:
            assert f"{row[2]} / {row[3]}" in shown.beside
    buildings = paper["buildings"]
    assert isinstance(buildings, list)
    for line, row, printed in zip(found.buildings, cells[BUILDINGS], buildings, strict=False):
        parts = [len(line.seen), len(line.earlier), len(line.knocked), len(line.never)]
        assert row[:6] == [line.name, line.homes, *parts]
        assert (printed["name"], printed["parts"]) == (line.name, parts)
    assert [row[:2] for row in cells[CATEGORIES]] == [[one.name, len(one.appeals)] for one in found.categories]
    for sheet, points in ((WEEKS, found.weeks), (MONTHS, found.months)):
        assert [row[3:5] for row in cells[sheet]] == [[len(one.registered), len(one.settled)] for one in points]


def test_the_report_is_one_page(found: Report, heading: Heading) -> None:
    pdf = stats_report_pdf(found, heading)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert len(stats_report_svg(found, heading)) == 1


def test_the_words_on_paper_are_those_of_the_page(found: Report, heading: Heading, tmp_path: Path) -> None:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("poppler is not installed")
    path = tmp_path / "report.pdf"
    path.write_bytes(stats_report_pdf(found, heading))
    text = subprocess.run([program, "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    plain = re.sub(r"\s", "", text)
    for one in figures(found):
        assert re.sub(r"\s", "", f"{one.number}{one.unit}{one.beside}") in plain


def test_many_buildings_still_fit(heading: Heading, tmp_path: Path) -> None:
    with Ledger.create(tmp_path / "大.mqb", "守口如瓶", PROFILE) as ledger:
        with ledger.change("准备") as tx:
            tx.add_all([Household(estate="大小区", building=str(number), room="101") for number in range(1, 121)])
        found = report(ledger, window(Span.MONTH, ON, on=ON))
        ledger._changed = False
    buildings = report_data(found, heading)["buildings"]
    assert isinstance(buildings, list)
    assert len(buildings) == MOST_BUILDINGS
    assert sum(one["homes"] for one in buildings) == 120
    assert len(stats_report_svg(found, heading)) == 1


def test_another_office_program_opens_it_with_its_charts(workbook: bytes, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    source = tmp_path / "stats.xlsx"
    source.write_bytes(workbook)
    profile = (tmp_path / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=240)
    with ZipFile(tmp_path / "stats.ods") as parts:
        drawn = [name for name in parts.namelist() if re.fullmatch(r"Object \d+/content\.xml", name)]
    assert len(drawn) == 4
    rows = CalamineWorkbook.from_path(tmp_path / "stats.ods").get_sheet_by_name(BUILDINGS).to_python()
    kept = [[str(cell) for cell in row] for row in numbers_of(workbook)[BUILDINGS]]
    assert [row[0] for row in rows[3:]] == [row[0] for row in kept]
