"""What is said of an import, line by line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ui.cli.import_report import Conflict, Fault, _conflict_line, _fault_line

_CONFLICT = Conflict(
    file="周报.xlsx", sheet="台账", row=7, cell="K7", id="A-1", field="handler", label="责任人", base="甲", ours="乙",
    theirs="丙", choice=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("base", "ours", "said"),
    [
        ("甲", "乙", "原值 甲／本机 乙／来表 丙"),
        ("", "", "原值 空／本机 空／来表 丙"),
        (None, "乙", "原值 不知道／本机 乙／来表 丙"),
    ],
)
def test_a_conflict_names_all_three_values(base: str | None, ours: str, said: str) -> None:
    line = _conflict_line(replace(_CONFLICT, base=base, ours=ours))
    assert line == f"台账!K7 冲突“责任人”：{said}"


def test_a_fault_names_its_cell_and_whose_it_is() -> None:
    fault = Fault("周报.xlsx", "台账", "D4", "bad_date", "日期不对", "韦国强")
    assert _fault_line(fault) == "台账!D4 韦国强：日期不对"
    assert _fault_line(replace(fault, label="")) == "台账!D4 日期不对"
    assert _fault_line(replace(fault, cell="")) == "日期不对"
