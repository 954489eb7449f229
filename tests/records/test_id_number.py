"""ID numbers, all invented: region 990101 does not exist."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn.ric import calc_check_digit

from minqing.errors import BadIdNumber, LostDigits
from minqing.records.id_number import birth_of, mask_id_number, parse_id_number, same_person, sex_of, upgrade


def number_for(body: str) -> str:
    return body + calc_check_digit(f"{body}0")


NUMBER = number_for("99010119680712041")
OLD = "990101680712041"


def number_ending_in_x() -> str:
    numbers = (number_for(f"99010119800101{sequence:03d}") for sequence in range(1000))
    return next(number for number in numbers if number.endswith("X"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (NUMBER, NUMBER),
        (f" {NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}\n", NUMBER),
        (f"'{NUMBER}", NUMBER),
        ("".join(chr(ord(char) + 0xFEE0) for char in NUMBER), NUMBER),
        (number_ending_in_x().lower(), number_ending_in_x()),
        (int(NUMBER), NUMBER),
        (OLD, OLD),
        (int(OLD), OLD),
        (float(OLD), OLD),
        (None, ""),
        ("", ""),
        ("  ", ""),
        ("无", ""),
        ("--", ""),
        ("/", ""),
        (0, ""),
    ],
)
def test_numbers_are_read_from_text_and_from_number_cells(value: object, expected: str) -> None:
    assert parse_id_number(value) == expected


@pytest.mark.parametrize(
    "value", [1.1e17, float(NUMBER), "1.1E+17", "5.10322E+17", "5.10322e17", 990101196807120000, "990101196807121000"]
)
def test_a_number_that_a_spreadsheet_has_shortened_is_never_guessed(value: object) -> None:
    with pytest.raises(LostDigits, match="身份证号被表格软件当成了数字"):
        parse_id_number(value)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (NUMBER[:-1], "少 1 位"),
        (NUMBER[:10], "少 8 位"),
        (f"{NUMBER}1", "多 1 位"),
        (NUMBER[:-1] + str((int(NUMBER[-1]) + 1) % 10), "校验码"),
        (number_for("99010119681312041"), "出生日期不存在"),
        (number_for("99010119680230041"), "出生日期不存在"),
        ("990101681312041", "出生日期不存在"),
        ("户主", "不是身份证号"),
        ("1968.07.12", "不是身份证号"),
        (True, "不是身份证号"),
        (mask_id_number(NUMBER), "遮掩"),
        (f"{NUMBER[:5]}X{NUMBER[6:]}", "不是身份证号"),
    ],
)
def test_a_wrong_number_is_refused_with_its_reason_and_masked(value: object, why: str) -> None:
    with pytest.raises(BadIdNumber, match=why) as caught:
        parse_id_number(value)
    assert NUMBER[4:14] not in str(caught.value)


def test_what_a_number_says() -> None:
    assert birth_of(NUMBER) == birth_of(OLD) == date(1968, 7, 12)
    assert sex_of(NUMBER) == sex_of(OLD) == "男"
    assert sex_of(number_for("99010119911104064")) == "女"


def test_old_and_new_numbers_of_one_person() -> None:
    assert upgrade(OLD) == upgrade(NUMBER) == NUMBER
    assert same_person(OLD, NUMBER)
    assert same_person(NUMBER, OLD)
    assert same_person(number_ending_in_x().lower(), number_ending_in_x())
    assert not same_person(OLD, number_for("99010119680712043"))
    assert not same_person("", "")
    assert not same_person(NUMBER, "")


def test_masked_numbers_keep_four_characters_at_each_end() -> None:
    assert mask_id_number("510101196807120417") == "5101**********0417"
    assert mask_id_number(OLD) == "9901*******2041"
    assert mask_id_number("") == ""
    assert mask_id_number("1234567") == "*******"
    assert mask_id_number("见户口本") == "见户口本"


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.integers(100000, 999999))
def test_every_well_formed_number_is_accepted_whatever_its_region(birth: date, sequence: int, region: int) -> None:
    number = number_for(f"{region}{birth:%Y%m%d}{sequence:03d}")
    assert parse_id_number(number.lower()) == number
    assert birth_of(number) == birth
    assert (sex_of(number) == "男") == (sequence % 2 == 1)


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 999))
def test_an_upgraded_number_is_valid_and_of_the_same_person(birth: date, sequence: int) -> None:
    old = f"990101{birth:%y%m%d}{sequence:03d}"
    assert parse_id_number(upgrade(old)) == upgrade(old)
    assert same_person(old, upgrade(old))


@given(st.integers(0, 17), st.integers(1, 9), st.integers(0, 3000))
def test_one_wrong_digit_is_always_noticed(place: int, shift: int, day: int) -> None:
    number = number_for(f"990101{date(1960, 1, 1) + timedelta(days=day):%Y%m%d}123")
    if number[place] == "X":
        return
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    with pytest.raises((BadIdNumber, LostDigits)):
        parse_id_number(wrong)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none()))
def test_any_cell_gives_a_number_or_a_named_error(value: object) -> None:
    try:
        found = parse_id_number(value)
    except (BadIdNumber, LostDigits):
        return
    assert found == "" or len(found) in {15, 18}
