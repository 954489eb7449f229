"""The workbook after another office program has opened and saved it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from exports.workbook import sheet_name, write_workbook
from minqing.forms.form import Form, FormRow, Header
from minqing.forms.library import form_named
from minqing.forms.marker import MARKER_SHEET, Marker, read_markers
from minqing.forms.sheet import read_sheets
from minqing.records.household import Household

Convert = Callable[..., list[Path]]
TRICKY = "=1+1 \n第二行 _x0041_ 𠮷 <&>"


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Have LibreOffice save workbooks in another format, all in one go; the files it wrote."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def run(suffix: str, *contents: bytes) -> list[Path]:
        folder = tmp_path_factory.mktemp("office")
        sources = [folder / f"{number}.xlsx" for number in range(len(contents))]
        for source, content in zip(sources, contents, strict=True):
            source.write_bytes(content)
        target = folder / "saved"
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
        command += ["--outdir", str(target), *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return [target / f"{source.stem}.{suffix}" for source in sources]

    return run


def with_tricky_text(week: list[FormRow]) -> list[FormRow]:
    household = week[1]["household"]
    assert isinstance(household, Household)
    return [week[0], {**week[1], "household": household.with_values({"situation": TRICKY})}, week[2]]


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_what_another_program_saved(suffix: str, convert: Convert, week: list[FormRow], header: Header) -> None:
    form = form_named("民情台账")
    tricky = write_workbook(form, with_tricky_text(week), header=header, marker=Marker(book="7K3QX2", partner="街道办"))
    untouched = write_workbook(form, week, header=header, marker=Marker(book="7K3QX2", form=form.name))
    one, other = convert(suffix, tricky, untouched)
    values_survive(form, one)
    nothing_reads_as_edited(form, other, week)


def values_survive(form: Form, saved: Path) -> None:
    book = CalamineWorkbook.from_path(saved)
    found = book.get_sheet_by_name(sheet_name(form)).to_python()
    assert found[0][0] == "新光路街道民情台账（2026年第47周）"
    assert found[3][:2] == [1.0, date(2026, 11, 16)]
    assert found[3][5] == "138****0101"
    assert found[3][15] == "V-7K3QX2-0001C A-7K3QX2-0001C H-7K3QX2-0001C R-7K3QX2-0001C"
    assert found[4][6] == TRICKY
    (marker,) = read_markers([[str(cell) for cell in row] for row in book.get_sheet_by_name(MARKER_SHEET).to_python()])
    assert marker.partner == "街道办"


def nothing_reads_as_edited(form: Form, saved: Path, week: list[FormRow]) -> None:
    (reading,) = read_sheets(saved)
    assert reading.form.name == form.name
    assert not reading.unrecognised
    found = [
        {named.header: reading.read(index, row.cells[index]).text for index, named in enumerate(reading.columns)}
        for row in reading.rows
    ]
    assert found == [form.texts(row) for row in week]
    assert [list(row.ids) for row in reading.rows] == [form.row_ids(row).split() for row in week]


def test_it_prints_on_one_page_each(convert: Convert, week: list[FormRow], header: Header) -> None:
    (pdf,) = convert("pdf", write_workbook(form_named("民情台账"), week, header=header))
    info = shutil.which("pdfinfo")
    if info is None:
        pytest.skip("poppler is not installed")
    told = subprocess.run([info, str(pdf)], check=True, capture_output=True, text=True).stdout
    pages = next(line for line in told.splitlines() if line.startswith("Pages:"))
    assert pages.split()[1] == "3"
