"""Phone numbers, all invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.errors import BadPhone, LostDigits
from minqing.records.phone import mask_phone, parse_phones, render_phones

A, B, LANDLINE = "13800000107", "13800000108", "028-85550107"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (A, (A,)),
        (13800000107, (A,)),
        (13800001111.0, ("13800001111",)),
        ("13800001111.0", ("13800001111",)),
        ("１３８００００１１１１", ("13800001111",)),
        ("138 0000 0107", (A,)),
        ("138-0000-0107", (A,)),
        ("+86 13800000107", (A,)),
        ("8613800000107", (A,)),
        ("013800000107", (A,)),
        ("028-85550107", (LANDLINE,)),
        ("028 85550107", (LANDLINE,)),
        ("（028）85550107", (LANDLINE,)),
        ("02885550107", (LANDLINE,)),
        ("0999-2345678", ("0999-2345678",)),
        ("099923456789", ("0999-23456789",)),
        ("85550107", ("85550107",)),
        (5550107, ("5550107",)),
        ("028-85550107转802", ("028-85550107转802",)),
        ("028-85550107-802", ("028-85550107转802",)),
        ("400-800-1234", ("4008001234",)),
        (f"{A};{B}", (A, B)),
        (f"{A}；{B}", (A, B)),
        (f"{A}、{B}", (A, B)),
        (f"{A},{B}", (A, B)),
        (f"{A}，{B}", (A, B)),
        (f"{A}/{LANDLINE}", (A, LANDLINE)),
        (f"{A} {B}", (A, B)),
        (f"{A}\n{B}", (A, B)),
        ("5550107 5550108", ("5550107", "5550108")),
        (f"{A}；{A}", (A,)),
        (f"{A}；", (A,)),
        (None, ()),
        ("", ()),
        ("无", ()),
        ("--", ()),
        (0, ()),
    ],
)
def test_phones_are_read_in_every_spelling(value: object, expected: tuple[str, ...]) -> None:
    assert parse_phones(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("1380000010", "少 1 位"),
        ("138000001070", "多 1 位"),
        (2885550107, "区号前面的 0"),
        ("99923456789", "区号前面的 0"),
        ("12345678901", "手机号"),
        (f"{A}{B}", "两个号码"),
        (f"{A}(儿子)", "文字“儿子”"),
        ("王立新", "文字"),
        ("138****0107", "遮掩"),
        ("12345", "少 6 位"),
        ("5550", "4 位"),
        (f"{A};1380000010", "少 1 位"),
        (True, "文字"),
    ],
)
def test_a_wrong_phone_is_refused_with_its_reason_and_never_repaired(value: object, why: str) -> None:
    with pytest.raises(BadPhone, match=why) as caught:
        parse_phones(value)
    assert A not in str(caught.value)


@pytest.mark.parametrize("value", ["1.38E+10", "1.38e10", 1.38e20, 1.38e10, 13800000000])
def test_scientific_numbers_have_lost_digits(value: object) -> None:
    with pytest.raises(LostDigits, match="电话"):
        parse_phones(value)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (A, "138****0107"),
        (LANDLINE, "028-****0107"),
        ("85550107", "****0107"),
        ("028-85550107转802", "028-****0107转802"),
        (f"{A}；{B}", "138****0107；138****0108"),
        (f"{A} {LANDLINE}", "138****0107 028-****0107"),
        ("138****0107", "138****0107"),
        ("", ""),
        ("无", "无"),
    ],
)
def test_masking_keeps_the_last_four_digits(text: str, masked: str) -> None:
    assert mask_phone(text) == masked


mobiles = st.tuples(st.integers(3, 9), st.integers(0, 10**9 - 1)).map(lambda parts: f"1{parts[0]}{parts[1]:09d}")
landlines = st.tuples(st.sampled_from(["010", "028", "0999"]), st.integers(20_000_000, 89_999_999)).map(
    lambda parts: f"{parts[0]}-{parts[1]}"
)


@given(st.lists(st.one_of(mobiles, landlines), unique=True, max_size=4).map(tuple))
def test_reading_what_was_written_gives_the_same_numbers(phones: tuple[str, ...]) -> None:
    assert parse_phones(render_phones(phones)) == phones
    masked = mask_phone(render_phones(phones))
    assert all(phone not in masked for phone in phones)
    assert mask_phone(masked) == masked


@given(st.one_of(st.text(alphabet="0123456789-();；/ 转+.*E儿\n"), st.text(), st.integers(), st.floats()))
def test_any_cell_gives_numbers_or_a_named_error(value: object) -> None:
    try:
        found = parse_phones(value)
    except (BadPhone, LostDigits):
        return
    assert parse_phones(render_phones(found)) == found
