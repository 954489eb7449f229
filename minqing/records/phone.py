"""Phone numbers: mobile, landline, 400; several in one cell; never repaired."""

from __future__ import annotations

import re
from functools import lru_cache

from minqing.errors import BadPhone, LostDigits
from minqing.records.spelling import is_empty_mark

LABEL = "电话"

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]+")
_ROUNDED = re.compile(r"1[3-9][0-9]{3}0{6}")
"""What is left of a mobile number that was kept as 1.38E+10."""
_SEPARATORS = re.compile(r"[;；、,，/|\n\r]+")
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")
_NOISE = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")
_COUNTRY = re.compile(r"^(?:\+|00)86-?|^86-?(?=1[3-9][0-9]{9}$)")
_LANDLINE = re.compile(
    r"\(?(?P<area>0(?:10|2[0-9]|[3-9][0-9]{2}))\)?-?(?P<number>[1-9][0-9]{6,7})(?:(?:-|转|EXT\.?)(?P<ext>[0-9]{1,6}))?",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"(?P<number>[2-9][0-9]{6,7})(?:(?:-|转|EXT\.?)(?P<ext>[0-9]{1,6}))?", re.IGNORECASE)
_SERVICE = re.compile(r"[48]00-?[0-9]{3,4}-?[0-9]{3,4}")
_SPELLED_MOBILE = re.compile(r"1[3-9][0-9]-[0-9]{4}-[0-9]{4}|1[3-9][0-9]{3}-[0-9]{6}|1[3-9][0-9]-[0-9]{8}")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－（）＋—–‐", "0123456789-()+---")
_ONE_SHOWN = re.compile(r"(1[3-9][0-9])[0-9]{4}([0-9]{4})$")
_MASKED_PARTS = re.compile(r"[^;；、,，/|\s]+")
_LARGEST_EXACT = 10**15
_MOBILE_LENGTH = 11


def parse_phones(value: object) -> tuple[str, ...]:
    """All numbers in a cell (text or number), without doubles: ``13800000107``, ``028-85550107``, ``028-85550107转8``.

    A blank gives ``()``. Raises LostDigits for 1.38E+10 and what is left of it, BadPhone for a number with too few or
    too many digits, with a lost leading 0, or with words in it.
    """
    if isinstance(value, str):
        return (value,) if _MOBILE.fullmatch(value) else _parse(value)
    if value is None:
        return ()
    if isinstance(value, float):
        if abs(value) >= _LARGEST_EXACT:
            raise LostDigits(LABEL)
        if value.is_integer():
            value = int(value)
    if isinstance(value, int) and _ROUNDED.fullmatch(str(value)):
        raise LostDigits(LABEL)
    return _parse(str(value))


def render_phones(phones: tuple[str, ...]) -> str:
    """Several numbers in one cell, as ``parse_phones`` reads them back: ``13800000107；028-85550107``."""
    return "；".join(phones)


def mask_phone(text: str) -> str:
    """``138****0107``; a landline keeps its area code and last four digits; each of several numbers is hidden."""
    return _MASKED_PARTS.sub(lambda found: _mask_one(found[0]), text)


def _mask_one(phone: str) -> str:
    mobile = _ONE_SHOWN.fullmatch(phone)
    if mobile:
        return f"{mobile[1]}****{mobile[2]}"
    area, dash, number = phone.partition("-") if re.match(r"0[0-9]{2,3}-", phone) else ("", "", phone)
    number, turn, extension = number.partition("转")
    digits = sum(char.isdigit() for char in number)
    if not digits or "*" in number:
        return phone
    shown = 4 if digits > 6 else 0
    head = "" if area or digits < 9 else number[:3]
    hidden = len(number) - shown - len(head)
    return f"{area}{dash}{head}{'*' * hidden}{number[len(number) - shown :]}{turn}{extension}"


@lru_cache(maxsize=1 << 14)
def _parse(text: str) -> tuple[str, ...]:
    folded = text.translate(_FULL_WIDTH).strip()
    if is_empty_mark(folded) or folded == "0":
        return ()
    found: list[str] = []
    for part in _SEPARATORS.split(folded):
        found.extend(_some(part.strip()))
    return tuple(dict.fromkeys(found))


def _some(part: str) -> list[str]:
    """The numbers in a text that may be grouped by blanks (``138 0000 0107``) or separated by them."""
    whole = _one(_NOISE.sub("", part))
    if whole is not None:
        return [whole]
    spaced = _one(_BLANKS.sub("-", part))
    if spaced is not None:
        return [spaced]
    found: list[str] = []
    for piece in _BLANKS.split(part) if part else []:
        phone = _one(_NOISE.sub("", piece))
        if phone is None:
            _refuse(piece)
        else:
            found.append(phone)
    return found


def _one(text: str) -> str | None:
    text = _COUNTRY.sub("", text.removesuffix(".0"))
    if _MOBILE.fullmatch(text):
        return text
    if _SPELLED_MOBILE.fullmatch(text) or _SERVICE.fullmatch(text):
        digits = text.replace("-", "")
        return digits if digits[0] == "1" or len(digits) == 10 else None
    if text.startswith("0") and _MOBILE.fullmatch(text, 1):
        return text[1:]
    found = _LANDLINE.fullmatch(text)
    if found:
        return f"{found['area']}-{found['number']}{_extension(found)}"
    found = _LOCAL.fullmatch(text)
    return f"{found['number']}{_extension(found)}" if found else None


def _extension(found: re.Match[str]) -> str:
    return f"转{found['ext']}" if found["ext"] else ""


def _refuse(text: str) -> None:
    if _SCIENTIFIC.fullmatch(text):
        raise LostDigits(LABEL)
    raise BadPhone(mask_phone(text), _what_is_wrong(text))


def _what_is_wrong(text: str) -> str:
    if "*" in text:
        return "是遮掩过的号码，认不出原来的号码"
    words = "".join(re.findall(r"[^\W\d_]+", text))
    if words:
        return f"里有文字“{words[:8]}”，文字请写到备注"
    digits = re.sub(r"[^0-9]", "", text)
    length = len(digits)
    if digits.startswith("1"):
        if length == _MOBILE_LENGTH:
            return "不是手机号的开头"
        if length == 2 * _MOBILE_LENGTH:
            return "像是两个号码连在一起，请用分号隔开"
        return f"少 {_MOBILE_LENGTH - length} 位" if length < _MOBILE_LENGTH else f"多 {length - _MOBILE_LENGTH} 位"
    if digits[:1] in set("23456789") and length in {9, 10, 11}:
        return "少了区号前面的 0"
    return f"是 {length} 位，位数不对"
