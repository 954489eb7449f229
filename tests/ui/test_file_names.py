"""What a sheet is called when nobody says otherwise: those of two assistants of one community never meet."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.forms.form import Form, Header
from minqing.forms.library import builtin_forms
from ui.sending import file_name


def header(owner: str) -> Header:
    return Header(
        street="新光路街道",
        community="生活桥社区",
        estate="生活桥小区",
        owner=owner,
        phone="",
        period="2026年第47周",
        made_on=date(2026, 11, 20),
    )


def test_a_weekly_sheet_says_whose_it_is() -> None:
    [form] = [one for one in builtin_forms() if one.name == "民情台账"]
    assert file_name(form, header("罗×")) == "民情台账_罗×_2026年第47周.xlsx"


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_no_two_assistants_have_the_same_name(form: Form) -> None:
    names = {file_name(form, header(owner)) for owner in ("罗×", "陈×")}
    assert len(names) == 2
