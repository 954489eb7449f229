"""A learned form opened again: as it was taught, with the reasons, and the same when learned once more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from minqing.errors import BadForm
from minqing.forms.learning.office import OfficeForm, pack, unpack
from minqing.forms.learning.proposal import Proposal, propose
from minqing.forms.learning.reopening import LEARNED, reopen


@pytest.fixture
def taught(tmp_path: Path) -> Proposal:
    """A form of two columns that were known, one that was taught, one said to be nothing, and a number."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page["A1"] = "填报单位："
    for column, label in enumerate(("序号", "姓名", "联系电话", "走失风险", "备注"), 1):
        page.cell(3, column, label)
    path = tmp_path / "重点居民.xlsx"
    book.save(path)
    made = propose(path).with_field("D", "resident.health").with_field("E", "").with_masked("C", True)
    return made.with_rows(4, 20).with_cell("A1", "填报单位：{street}").named("重点居民")


def test_a_form_comes_back_as_it_was_taught(taught: Proposal) -> None:
    again = reopen(unpack(pack(OfficeForm(taught.form, taught.workbook))))
    assert again.form == taught.form
    assert again.workbook == taught.workbook
    assert {one.letter: (one.field, one.masked) for one in again.columns} == {
        "A": ("", False),
        "B": ("resident.name", False),
        "C": ("resident.phones", True),
        "D": ("resident.health", False),
        "E": ("", False),
    }
    assert again.column("D").why == LEARNED
    assert again.column("A").needs_no_field
    assert again.column("E").needs_no_field


def test_a_column_read_with_another_still_is(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["事件名称", "事件简述", "发生时间", "时", "分"])
    path = tmp_path / "事件.xlsx"
    book.save(path)
    again = reopen(propose(path).office)
    assert [one.why for one in again.columns] == [LEARNED, LEARNED, LEARNED, "合并", "合并"]


def test_corrections_go_on_from_there(taught: Proposal) -> None:
    again = reopen(OfficeForm(taught.form, taught.workbook)).with_field("E", "resident.notes")
    assert [column.attribute for column in again.form.columns] == ["", "name", "phones", "health", "notes"]
    assert again.layout == taught.layout
    assert again.form.name == "重点居民"


def test_a_workbook_without_the_table(taught: Proposal) -> None:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page["A1"] = "别的"
    path = taught.source.path.with_name("空.xlsx")
    book.save(path)
    with pytest.raises(BadForm, match="没有它说的表头"):
        reopen(OfficeForm(taught.form, path.read_bytes()))
    with pytest.raises(BadForm, match="不是从单位的空表学来的"):
        reopen(OfficeForm(replace(taught.form, layout=None), taught.workbook))
