"""Texts on their way into cells."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.sheet_frame import spread
from exports.sheet_text import filled, legible, lines_in, looks_like_formula, stored
from minqing.forms.form import Header

HEADER = Header("新光路街道", "生活桥社区", "生活桥小区", "罗×", "138****0100", "2026年第47周", date(2026, 1, 2))


def test_a_template_is_filled_from_the_header() -> None:
    assert filled("{street}民情台账（{period}）{made_on}", HEADER) == "新光路街道民情台账（2026年第47周）2026年1月2日"


def test_a_template_that_asks_for_something_unknown_is_refused() -> None:
    with pytest.raises(KeyError):
        filled("{password}", HEADER)


@given(st.text())
def test_what_is_legible_stays_so(text: str) -> None:
    once = legible(text)
    assert legible(once) == once
    assert not set(once) & set("\x00\x0b\x1f\ufffe\uffff\r")


def test_an_escape_that_a_person_typed_is_kept_from_being_read_as_one() -> None:
    assert stored("_x0041_ _x_ _x004_") == "_x005F_x0041_ _x_ _x004_"


@pytest.mark.parametrize(("text", "expected"), [("=1", True), ("－1楼", True), ("1-2", False), ("", False)])
def test_formula_looks(text: str, expected: bool) -> None:
    assert looks_like_formula(text) is expected


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("走访", 1), ("走" * 10, 1), ("走" * 11, 2), ("a\nb", 2), ("x" * 18, 1), ("x" * 40, 3)]
)
def test_lines_that_a_text_takes(text: str, lines: int) -> None:
    assert lines_in(text, 120) == lines


@given(
    st.lists(st.floats(1, 60), min_size=1, max_size=30).flatmap(
        lambda widths: st.tuples(st.just(widths), st.lists(st.floats(50, 900), min_size=1, max_size=len(widths)))
    )
)
def test_columns_are_dealt_out_whole_and_in_order(sizes: tuple[list[float], list[float]]) -> None:
    widths, weights = sizes
    parts = spread(widths, weights)
    assert [index for first, last in parts for index in range(first, last + 1)] == list(range(len(widths)))
    assert all(first <= last for first, last in parts)
    assert len(parts) == len(weights)
