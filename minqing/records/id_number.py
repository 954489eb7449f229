"""公民身份号码 (GB 11643): reading, checking and hiding them; never repairing them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from minqing.errors import BadIdNumber, LostDigits
from minqing.records.spelling import is_empty_mark, squeeze

LABEL = "身份证号"

_NEW = re.compile(r"[0-9]{17}[0-9X]")
_OLD = re.compile(r"[0-9]{15}")
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+")
_LARGEST_EXACT = 10**15
_NEW_LENGTH = 18
_OLD_LENGTH = 15
_SHOWN_AT_EACH_END = 4
_FEW_DIGITS = 6


def parse_id_number(value: object) -> str:
    """The number in a cell (text or number) as 18 characters with a capital X, or 15 digits of an old card.

    A blank gives ``""``. Format, birth date and check digit are checked (the check digit by python-stdnum); the
    region code is not, because stdnum's table lacks abolished regions and a number with one of those is still valid.
    Raises LostDigits when a spreadsheet kept the number as a number, BadIdNumber for anything else that is wrong.
    """
    if value is None:
        return ""
    if type(value) is str and _NEW.fullmatch(value):
        return _checked(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value)
    text = squeeze(str(value)).upper().lstrip("'")
    if _NEW.fullmatch(text):
        return _checked(text)
    if is_empty_mark(text):
        return ""
    if _OLD.fullmatch(text):
        return _dated(text)
    if _SCIENTIFIC.fullmatch(text):
        raise LostDigits(LABEL)
    raise BadIdNumber(mask_id_number(text), _what_is_wrong(text))


def birth_of(number: str) -> date:
    """The birth date in a valid number of 18 or 15 characters; raises BadIdNumber if there is none."""
    digits = number[6:14] if len(number) == _NEW_LENGTH else f"19{number[6:12]}"
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise BadIdNumber(mask_id_number(number), "里的出生日期不存在") from None


def sex_of(number: str) -> str:
    """``男`` or ``女``, as the valid number says (odd sequence number: male)."""
    digit = number[16] if len(number) == _NEW_LENGTH else number[14]
    return "男" if int(digit) % 2 else "女"


def upgrade(number: str) -> str:
    """The 18-character number of the person who had this 15-digit one; an 18-character number comes back as it is."""
    if len(number) != _OLD_LENGTH:
        return number
    longer = f"{number[:6]}19{number[6:]}"
    return longer + _check_digit()(f"{longer}0")


def same_person(a: str, b: str) -> bool:
    """Whether two valid numbers, of 15 or 18 characters, name the same person; a blank is nobody."""
    if not a or not b:
        return False
    a, b = a.upper(), b.upper()
    return a == b or (len(a) != len(b) and upgrade(a) == upgrade(b))


def mask_id_number(number: str) -> str:
    """``5101**********0417``: what paper and screens show; words without digits are not hidden."""
    if sum(char.isdigit() for char in number) < _FEW_DIGITS:
        return number[:12]
    if len(number) <= 2 * _SHOWN_AT_EACH_END:
        return "*" * len(number)
    hidden = len(number) - 2 * _SHOWN_AT_EACH_END
    return f"{number[:_SHOWN_AT_EACH_END]}{'*' * hidden}{number[-_SHOWN_AT_EACH_END:]}"


@cache
def _check_digit() -> Callable[[str], str]:
    from stdnum.cn.ric import calc_check_digit

    return calc_check_digit


def _from_number(value: int | float) -> str:
    if value == 0:
        return ""
    if not isinstance(value, int) and (abs(value) >= _LARGEST_EXACT or not value.is_integer()):
        raise LostDigits(LABEL)
    text = str(int(value))
    if len(text) == _NEW_LENGTH and text.endswith("000"):
        raise LostDigits(LABEL)
    return parse_id_number(text)


def _checked(number: str) -> str:
    if _check_digit()(number) != number[-1]:
        # nobody mistypes three zeros: this is a number that went through a spreadsheet and was saved as text again
        if number.endswith("000"):
            raise LostDigits(LABEL)
        raise BadIdNumber(mask_id_number(number), "的校验码对不上，可能抄错了一位")
    return _dated(number)


def _dated(number: str) -> str:
    birth_of(number)
    return number


def _what_is_wrong(text: str) -> str:
    if "*" in text:
        return "是遮掩过的号码，认不出原来的号码"
    if not re.fullmatch(r"[0-9]+X?", text):
        return "不是身份证号"
    length = len(text)
    if length < _NEW_LENGTH:
        return f"是 {length} 位，少 {_NEW_LENGTH - length} 位"
    return f"是 {length} 位，多 {length - _NEW_LENGTH} 位" if length > _NEW_LENGTH else "的 X 只能在最后一位"
