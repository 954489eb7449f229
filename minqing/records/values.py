"""Reading and showing one value of each kind of field; a kind's two directions live side by side."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from minqing.errors import BadChoice, BadNumber, LostDigits, TooLong
from minqing.records.codes import code_list
from minqing.records.dates import parse_date, parse_partial_date, parse_time, render_partial
from minqing.records.id_number import mask_id_number, parse_id_number
from minqing.records.phone import mask_phone, parse_phones, render_phones
from minqing.records.spelling import is_empty_mark

if TYPE_CHECKING:
    from minqing.records.dates import Period
    from minqing.records.fields import Field

Value: TypeAlias = str | int | date | time | tuple[str, ...] | None


class Kind(StrEnum):
    """What sort of value a field holds."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    TIME = "time"
    PARTIAL = "partial"
    INTEGER = "integer"
    CHOICE = "choice"
    MANY = "many"
    PHONES = "phones"
    ID_NUMBER = "id_number"
    REF = "ref"


_BLANKS: dict[Kind, Value] = {
    Kind.DATE: None,
    Kind.TIME: None,
    Kind.INTEGER: None,
    Kind.MANY: (),
    Kind.PHONES: (),
}
_EDGES = " \t\r\n\u3000\u00a0\ufeff"
_MANY_SEPARATORS = re.compile(r"[;；、,，|\n]+")
_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff×·•*＊某]{1,4}")
_ROLES = frozenset(
    {
        "本人", "户主", "夫妇", "夫妻", "家属", "全家", "家人", "配偶", "妻子", "丈夫", "儿子", "女儿", "父亲", "母亲",
        "邻居", "租客", "房东", "保姆", "网格员", "网格长", "楼栋长", "楼长", "组长", "书记", "主任", "民警", "志愿者",
        "社工", "医生", "干部", "律师", "社区", "街道", "物业", "同志", "等人",
    }
)  # fmt: skip
"""Words beside a name that tell who that is, and no second person."""
_SEVERAL = 2
_LARGEST_EXACT = 10**15


def blank(kind: Kind) -> Value:
    """The value of a field of ``kind`` that nobody filled in."""
    return _BLANKS.get(kind, "")


def text_of(raw: object) -> str:
    """A cell as people read it: outer white space gone, whole numbers without a decimal point."""
    if raw is None:
        return ""
    if isinstance(raw, str):
        return (raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw).strip(_EDGES)
    if isinstance(raw, float) and raw.is_integer() and abs(raw) < _LARGEST_EXACT:
        return str(int(raw))
    if isinstance(raw, datetime):
        return raw.isoformat(" ", "minutes") if raw.time() != time.min else raw.date().isoformat()
    return str(raw)


def _text(field: Field, raw: object, _: Period | None) -> Value:
    if isinstance(raw, float) and abs(raw) >= _LARGEST_EXACT:
        raise LostDigits(field.label)
    text = text_of(raw)
    if len(text) > field.limit:
        raise TooLong(field.label, field.limit)
    return text


def _integer(field: Field, raw: object, _: Period | None) -> Value:
    text = text_of(raw).rstrip("人户个间层㎡栋")
    if not text:
        return None
    if not text.isdecimal():
        raise BadNumber(field.label, text)
    return int(text)


def _choice(field: Field, raw: object, _: Period | None) -> Value:
    text = text_of(raw)
    if field.codes is None:
        return text
    codes = code_list(field.codes)
    found = codes.kept(text)
    if found is None and is_empty_mark(text):
        return ""
    if found is None and not codes.open:
        raise BadChoice(field.label, text, list(codes.values))
    return found or text


def _many(field: Field, raw: object, _: Period | None) -> Value:
    if isinstance(raw, tuple | list):
        parts = [text_of(part) for part in raw]
    else:
        parts = [part.strip(_EDGES) for part in _MANY_SEPARATORS.split(text_of(raw))]
    if field.names:
        parts = [name for part in parts for name in _people(part)]
    codes = code_list(field.codes) if field.codes else None
    return tuple(dict.fromkeys((codes.match(part) or part) if codes else part for part in parts if part))


def _people(text: str) -> list[str]:
    """The people in ``罗立新 韦国强``; the gap within a name that was padded to width (``李　明``) parts nobody."""
    words = text.split()
    if len(words) < _SEVERAL or not all(_NAME.fullmatch(word) and word not in _ROLES for word in words):
        return [text]
    found: list[str] = []
    half = ""
    for word in words:
        if half and len(word) > 1:
            return [text]
        if half:
            found.append(f"{half} {word}")
            half = ""
        elif len(word) == 1:
            half = word
        else:
            found.append(word)
    return [text] if half or len(found) < _SEVERAL else found


_PARSERS: dict[Kind, Callable[[Field, object, Period | None], Value]] = {
    Kind.TEXT: _text,
    Kind.LONG: _text,
    Kind.REF: _text,
    Kind.DATE: lambda field, raw, period: parse_date(raw, period=period),
    Kind.TIME: lambda field, raw, period: parse_time(raw),
    Kind.PARTIAL: lambda field, raw, period: parse_partial_date(raw),
    Kind.INTEGER: _integer,
    Kind.CHOICE: _choice,
    Kind.MANY: _many,
    Kind.PHONES: lambda field, raw, period: parse_phones(raw),
    Kind.ID_NUMBER: lambda field, raw, period: parse_id_number(raw),
}


def parse(field: Field, raw: object, period: Period | None = None) -> Value:
    """The value that ``raw`` (a cell, or text somebody typed) stands for; a blank gives the kind's blank.

    Raises a CellError that says what is wrong; nothing is repaired. Dates without a year take it from ``period``.
    """
    return _PARSERS[field.kind](field, raw, period)


def _many_shown(value: Value) -> str:
    return "、".join(value) if isinstance(value, tuple) else ""


def _date_shown(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else ""


def _time_shown(value: Value) -> str:
    return value.strftime("%H:%M") if isinstance(value, time) else ""


_RENDERERS: dict[Kind, Callable[[Value], str]] = {
    Kind.DATE: _date_shown,
    Kind.TIME: _time_shown,
    Kind.MANY: _many_shown,
    Kind.PHONES: lambda value: render_phones(value) if isinstance(value, tuple) else "",
    Kind.PARTIAL: lambda value: render_partial(str(value or "")),
    Kind.INTEGER: lambda value: "" if value is None else str(value),
}
_MASKS: dict[Kind, Callable[[str], str]] = {Kind.PHONES: mask_phone, Kind.ID_NUMBER: mask_id_number}


def render(kind: Kind, value: Value, *, masked: bool = False) -> str:
    """The text of a value as sheets carry it (dates ``2026-11-19``, several values joined by ``、``)."""
    shown = _RENDERERS.get(kind)
    text = shown(value) if shown else str(value or "")
    mask = _MASKS.get(kind) if masked else None
    return mask(text) if mask and text else text
