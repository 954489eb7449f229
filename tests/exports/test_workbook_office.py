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
from minqing.forms.form import FormRow, Header
from minqing.forms.library import form_named
from minqing.forms.marker import MARKER_SHEET, Marker, read_markers
from minqing.forms.sheet import read_sheets
from minqing.records.household import Household

Convert = Callable[[bytes, str], Path]
TRICKY = "=1+1 \n第二行 _x0041_ 𠮷 <&>"


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Have LibreOffice save a workbook in another format; the file it wrote."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def run(content: bytes, suffix: str) -> Path:
        folder = tmp_path_factory.mktemp("office")
        source = folder / "sent.xlsx"
        source.write_bytes(content)
        target = folder / "saved"
        profile_option = f"-env:UserInstallation={profile}"
        command = [program, profile_option, "--headless", "--convert-to", suffix, "--outdir", str(target), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        return target / f"sent.{suffix}"

    return run


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_values_survive_another_program(suffix: str, convert: Convert, week: list[FormRow], header: Header) -> None:
    form = form_named("民情台账")
    household = week[1]["household"]
    assert isinstance(household, Household)
    rows = [week[0], {**week[1], "household": household.with_values({"situation": TRICKY})}, week[2]]
    content = write_workbook(form, rows, header=header, marker=Marker(book="7K3QX2", partner="街道办"))
    book = CalamineWorkbook.from_path(convert(content, suffix))
    found = book.get_sheet_by_name(sheet_name(form)).to_python()
    assert found[0][0] == "新光路街道民情台账（2026年第47周）"
    assert found[3][:2] == [1.0, date(2026, 11, 16)]
    assert found[3][5] == "138****0101"
    assert found[3][15] == "V-7K3QX2-0001C A-7K3QX2-0001C H-7K3QX2-0001C R-7K3QX2-0001C"
    assert found[4][6] == TRICKY
    (marker,) = read_markers([[str(cell) for cell in row] for row in book.get_sheet_by_name(MARKER_SHEET).to_python()])
    assert marker.partner == "街道办"


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_nothing_reads_as_edited_after_another_program_saved_it(
    suffix: str, convert: Convert, week: list[FormRow], header: Header
) -> None:
    form = form_named("民情台账")
    content = write_workbook(form, week, header=header, marker=Marker(book="7K3QX2", form=form.name))
    (reading,) = read_sheets(convert(content, suffix))
    assert reading.form.name == form.name
    assert not reading.unrecognised
    found = [
        {named.header: reading.read(index, row.cells[index]).text for index, named in enumerate(reading.columns)}
        for row in reading.rows
    ]
    assert found == [form.texts(row) for row in week]
    assert [list(row.ids) for row in reading.rows] == [form.row_ids(row).split() for row in week]


def test_it_prints_on_one_page_each(convert: Convert, week: list[FormRow], header: Header) -> None:
    pdf = convert(write_workbook(form_named("民情台账"), week, header=header), "pdf")
    info = shutil.which("pdfinfo")
    if info is None:
        pytest.skip("poppler is not installed")
    told = subprocess.run([info, str(pdf)], check=True, capture_output=True, text=True).stdout
    pages = next(line for line in told.splitlines() if line.startswith("Pages:"))
    assert pages.split()[1] == "3"
