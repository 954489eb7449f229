"""Invented residents for the rows of the filling tests."""

from __future__ import annotations

from minqing.forms.form import FormRow
from minqing.records.household import Household
from minqing.records.resident import Resident


def resident_row(number: int, *, remark: str = "") -> FormRow:
    """A row of the register: resident and household ``number``."""
    return {
        "resident": Resident(
            name=f"范立{number}",
            birth="1980-05-12",
            sex="男",
            id_number="99010119800512001X",
            extra={"备注": remark} if remark else {},
        ),
        "household": Household(building="3", unit="2", room=f"{number}01", population=number),
    }


def resident_rows(count: int) -> list[FormRow]:
    """Rows 1, 2, 3, …"""
    return [resident_row(number) for number in range(1, count + 1)]
