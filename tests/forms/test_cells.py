"""Cells as values: texts, errors, and equal-looking cells that are not equal."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from minqing.errors import BadDate, CutOff, FailedFormula, MaskedValue, TooLong
from minqing.forms.cells import ColumnReader
from minqing.forms.files.grid import Cell
from minqing.forms.form import Column, Form, FormRow
from minqing.forms.library import builtin_forms
from minqing.records.appeal import Appeal
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit


def reader(
    field: str, *, owned: frozenset[str] = frozenset(), empty: str = "", period: Period | None = None
) -> ColumnReader:
    slot, _, attribute = field.partition(".")
    return ColumnReader(Column("栏", slot, attribute, empty=empty), period=period, owned=owned)


@pytest.mark.parametrize(
    ("field", "cell", "text", "value"),
    [
        ("visit.visited_on", "2026.11.9", "2026-11-09", date(2026, 11, 9)),
        ("visit.visited_on", datetime(2026, 11, 9, 15, 20), "2026-11-09", date(2026, 11, 9)),
        ("head.phones", 16900000107, "16900000107", ("16900000107",)),
        ("appeal.number", 24, "24", "24"),
        ("household.population", "3人", "3", 3),
        ("appeal.title", "\n\t\u3000灯不亮\n三天了 ", "灯不亮\n三天了", "灯不亮\n三天了"),
        ("visit.visitors", "罗×，冯×", "罗×、冯×", ("罗×", "冯×")),
        ("household.area", True, "是", "是"),
        ("household.notes", time(15, 20), "15:20", "15:20"),
    ],
)
def test_a_cell_gives_canonical_text_and_value(field: str, cell: Cell, text: str, value: object) -> None:
    found = reader(field)(cell)
    assert (found.text, dict(found.values), found.error) == (text, {field.split(".")[1]: value}, None)


@pytest.mark.parametrize("cell", [None, " ", "\u3000"])
def test_blank_cell_has_no_values(cell: Cell) -> None:
    found = reader("visit.visited_on")(cell)
    assert (found.text, dict(found.values), found.error) == ("", {}, None)


def test_mark_for_nothing_is_blank_where_no_text_is_meant() -> None:
    assert reader("visit.visited_on")("--").text == ""


def test_error_comes_with_the_raw_text() -> None:
    found = reader("visit.visited_on")("2024.13.8")
    assert found.text == "2024.13.8"
    assert not found.values
    assert isinstance(found.error, BadDate)


def test_too_long_a_text_is_an_error() -> None:
    assert isinstance(reader("head.name")("长" * 51).error, TooLong)


@pytest.mark.parametrize("field", ["head.phones", "resident.id_number"])
def test_masked_number_is_no_new_number(field: str) -> None:
    found = reader(field)("169****0107")
    assert found.text == "169****0107"
    assert isinstance(found.error, MaskedValue)


def test_word_for_nothing_stays_in_the_text_only() -> None:
    found = reader("appeal.title", empty="无")("无")
    assert (found.text, dict(found.values)) == ("无", {})


def test_one_true_and_one_point_nought_are_three_cells() -> None:
    read = reader("appeal.text")
    assert [read(cell).text for cell in (1, True, 1.5, 1.0, "1")] == ["1", "是", "1.5", "1", "1"]


def test_year_comes_from_the_period() -> None:
    week = Period.week("2026-W47")
    assert reader("visit.visited_on", period=week)("11月17日").text == "2026-11-17"


def test_composite_leaves_fields_with_a_column_of_their_own_alone() -> None:
    found = reader("household.address", owned=frozenset({"estate"}))("生活桥小区3栋2单元501")
    assert "estate" not in found.values
    assert found.values["building"] == "3"


def test_time_beside_a_date_column_is_read_as_time() -> None:
    found = reader("visit.moment", owned=frozenset({"visited_on"}))("15:20")
    assert (found.text, dict(found.values)) == ("15:20", {"visited_at": time(15, 20)})


def test_unknown_column_keeps_its_text() -> None:
    found = ColumnReader(None, period=None)(12.0)
    assert (found.text, dict(found.values), found.error) == ("12", {}, None)


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#NUM!", "Err:502"])
@pytest.mark.parametrize("field", ["head.name", "visit.visited_on", "household.population", "household.address"])
def test_a_failed_formula_is_an_error_of_its_cell(field: str, text: str) -> None:
    found = reader(field)(text)
    assert (found.text, dict(found.values)) == (text, {})
    assert isinstance(found.error, FailedFormula)


def test_what_a_narrow_column_shows_is_no_content() -> None:
    found = reader("visit.visited_on")("########")
    assert isinstance(found.error, CutOff)


def test_a_number_sign_in_a_text_is_fine() -> None:
    assert reader("appeal.title")("#3 楼灯不亮").error is None


def test_a_failed_formula_in_an_unknown_column_keeps_its_text() -> None:
    found = ColumnReader(None, period=None)("#REF!")
    assert (found.text, found.error) == ("#REF!", None)


WORDED = Column("姓名（底色）", "visit", "result", words=(("黄", "见面"), ("红", "无人")))


@pytest.mark.parametrize(("cell", "value"), [("黄", "见面"), ("红", "无人"), ("见面", "见面"), ("拒访", "拒访")])
def test_the_sheets_own_words_are_understood_and_shown_again(cell: str, value: str) -> None:
    found = ColumnReader(WORDED, period=None)(cell)
    assert (dict(found.values), found.error) == ({"result": value}, None)
    row: FormRow = {"visit": Visit(household="x", visited_on=date(2026, 11, 16)).with_values(found.values)}
    assert found.text == WORDED.show(row)


def test_words_of_a_plain_text_column_and_of_numbers() -> None:
    column = Column("本月", "household", "population", words=(("两口", "2"),))
    found = [ColumnReader(column, period=None)(cell) for cell in ("两口", 2, 3, "x")]
    assert [dict(one.values) for one in found] == [{"population": 2}, {"population": 2}, {"population": 3}, {}]
    assert [one.text for one in found] == ["两口", "两口", "3", "x"]
    assert found[3].error is not None


def test_memory_is_bounded_and_right() -> None:
    read = reader("appeal.title")
    assert all(read(f"第{number}盏灯").text == f"第{number}盏灯" for number in range(20_000))


ROW: FormRow = {
    "household": Household(
        street="新光路街道", community="生活桥社区", estate="生活桥小区", building="3", unit="2", floor="5", room="501",
        grid="第2网格", house_type="自住", residence_status="户在人在", situation="2 人，\n夫妻退休",
    ),
    "head": Resident(name="谢玉×", relation="户主", phones=("16900000107", "028-85550107")),
    "resident": Resident(
        name="韦国×", relation="长子", sex="男", birth="1968-07", phones=("16900000113",), ethnic="汉族",
        education="初中", political="群众", marital="已婚", care_groups=("独居老人", "低保"), notes="党员、\n外嫁",
    ),
    "visit": Visit(
        visited_on=date(2026, 11, 16), visited_at=time(15, 20), way="入户", result="见面", visitors=("罗×", "冯×"),
        said="都好", told=("反诈",), next_on=date(2026, 12, 1), notes="满意",
    ),
    "appeal": Appeal(
        number="0024", registered_on=date(2026, 11, 16), source="走访", title="灯不亮", text="三楼\n三天了", people=12,
        state="办理中", due_on=date(2026, 11, 23), reporter="谢玉×", reporter_phone=("16900000107",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_what_a_form_shows_is_read_back_as_the_same_text(form: Form) -> None:
    for column in form.columns:
        bound = column.bound
        if bound is None:
            continue
        found = ColumnReader(column, period=None)(column.show(ROW))
        assert found.text == column.show(ROW), column.label
        if column.masked:
            assert isinstance(found.error, MaskedValue)
        else:
            record = ROW[column.slot]
            assert record.with_values(found.values) == record, column.label
