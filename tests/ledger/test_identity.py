"""Ids: unique without coordination, checked when typed, and back from what a person makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from minqing.ledger.search_index import INDEXED, id_of, row_of
from minqing.records.identity import (
    ALPHABET,
    LARGEST_NUMBER,
    code_of,
    code_text,
    code_value,
    is_id,
    make_id,
    new_code,
    normalise_id,
    number_of,
)

CODES = st.text(ALPHABET, min_size=6, max_size=6)
NUMBERS = st.integers(0, LARGEST_NUMBER) | st.integers(0, 5000)


@given(code=CODES, number=NUMBERS, letter=st.sampled_from("HRBVASC"))
def test_an_id_is_short_has_a_luhn_check_character_and_can_be_taken_apart(code: str, number: int, letter: str) -> None:
    made = make_id(letter, code, number)
    assert len(made) <= 16
    assert is_id(made)
    assert luhn.is_valid(made.replace("-", ""), ALPHABET)
    assert (made[0], code_of(made), number_of(made)) == (letter, code, number)
    assert code_text(code_value(code)) == code
    assert normalise_id(made) == made


@given(code=CODES, number=NUMBERS, place=st.integers(2, 12), other=st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, number: int, place: int, other: str) -> None:
    made = make_id("H", code, number)
    wrong = made[:place] + other + made[place + 1 :]
    assert wrong == made or not is_id(wrong)


@given(code=CODES, number=NUMBERS, model=st.sampled_from(INDEXED))
def test_the_row_number_of_the_search_index_stands_for_the_id(code: str, number: int, model: type) -> None:
    made = make_id(INDEXED[INDEXED.index(model)].LETTER, code, number)
    assert 0 <= row_of(made) < 2**63
    assert id_of(row_of(made)) == made


def test_what_people_type_is_understood() -> None:
    made = make_id("H", "7K0QX1", 40)
    loose = made.replace("-", "").lower()
    for typed in (
        loose,
        f" {made.lower()} ",
        made.replace("-", "—"),
        made.replace("0", "O").replace("1", "l"),
        "Ｈ" + made[1:],
    ):
        assert normalise_id(typed) == made


@pytest.mark.parametrize("text", ["", "曾小单", "3-2-501", "13800000000", "H-7K3QX2-00180", "H-7K3QX2"])
def test_other_texts_are_no_ids(text: str) -> None:
    assert normalise_id(text) == ""
    assert not is_id(text)


def test_a_number_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="out of range"):
        make_id("H", "7K3QX2", LARGEST_NUMBER + 1)


def test_book_codes_are_drawn_at_random() -> None:
    assert len({new_code() for _ in range(1000)}) == 1000
