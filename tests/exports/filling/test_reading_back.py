"""What was filled in is what the forms reader reads, whatever the texts are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from exports.filling import fill_workbook
from exports.sheet_text import legible
from minqing.forms.form import Form, FormRow, Header
from minqing.forms.sheet import read_sheets
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exports.filling.conftest import office_workbook, register
from tests.exports.filling.whole_book import whole_book

HEADER = Header("新光路街道", "生活桥社区", "", "罗×", "", "", date(2026, 11, 20))
BOOKS = {"openpyxl": office_workbook(), "by hand": whole_book()}
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = st.text(st.sampled_from("范罗冯立新春秋𠮷䨼·"), min_size=2, max_size=4)
"""Any other two characters may be a label: a person called 合计 ends the table, as it should."""
births = st.dates(date(1900, 3, 1), date(2026, 1, 1)).map(lambda day: day.isoformat())


@st.composite
def rows(draw: st.DrawFn) -> FormRow:
    resident = Resident(
        name=draw(names),
        birth=draw(births | st.just("")),
        sex=draw(st.sampled_from(["男", "女", ""])),
        extra={"备注": draw(words)},
    )
    return {"resident": resident, "household": Household(population=draw(st.none() | st.integers(0, 99)), building="1")}


def without_number_words(form: Form) -> Form:
    """The form with its one free column bound to a field, so that the texts in it stay texts."""
    columns = [replace(one, slot="resident", attribute="notes") if one.label == "备注" else one for one in form.columns]
    return replace(form, columns=tuple(columns))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled=st.lists(rows(), min_size=1, max_size=7), kind=st.sampled_from(sorted(BOOKS)))
def test_every_text_comes_back(tmp_path: Path, filled: list[FormRow], kind: str) -> None:
    form = without_number_words(register())
    noted = [
        {**row, "resident": row["resident"].with_values({"notes": row["resident"].extra["备注"]})} for row in filled
    ]
    path = tmp_path / "填好.xlsx"
    path.write_bytes(fill_workbook(BOOKS[kind], form, noted, header=HEADER))
    cells = CalamineWorkbook.from_path(path).get_sheet_by_name("登记 表").to_python()
    top = next(number for number, row in enumerate(cells) if row[0] == 1.0)
    for number, row in enumerate(noted):
        found = [*cells[top + number], *[""] * 9]
        resident, household = row["resident"], row["household"]
        birth = found[2].isoformat() if isinstance(found[2], date) else found[2]
        population = "" if found[4] == "" else str(int(str(found[4]).removesuffix(".0")))
        assert (found[0], found[1], birth, found[3]) == (
            number + 1.0,
            resident.show("name"),
            resident.show("birth"),
            resident.show("sex"),
        )
        assert population == household.show("population")
        assert found[6] == legible(resident.show("notes"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filled=st.lists(rows(), min_size=1, max_size=7))
def test_the_forms_reader_reads_the_same_texts(tmp_path: Path, filled: list[FormRow]) -> None:
    form = register()
    path = tmp_path / "填好.xlsx"
    path.write_bytes(fill_workbook(BOOKS["openpyxl"], form, filled, header=HEADER))
    (reading,) = read_sheets(path, form=form, sheet="登记 表")
    columns = {named.header: place for place, named in enumerate(reading.columns)}
    assert len(reading.rows) == len(filled)
    for read, row in zip(reading.rows, filled, strict=True):
        for label in ("姓名", "出生日期", "性别", "人口"):
            column = next(one for one in form.columns if one.label == label)
            assert reading.read(columns[label], read.cells[columns[label]]).text == column.show(row)
