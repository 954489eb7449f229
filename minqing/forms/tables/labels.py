"""What the words in and around a header mean: labels in one spelling, hints, codes, totals and signatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from minqing.forms.files.grid import Cell

NOTE_LENGTH = 60
"""A longer text is a note to read, never a column's name."""

_BRACKETS = str.maketrans("〔〕【】［］｛｝〈〉", "()()()()()")
_DROPPED = re.compile(r"[\s*★☆\u200b\ufeff]+")
_BETWEEN_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")

_UNIT_WORDS = "填报|填表|报送|上报|报表|制表|编制|发生|所属|登记|统计|汇总"
_PREAMBLE = re.compile(
    rf"(?:(?:{_UNIT_WORDS})?(?:单位|部门|社区|街道|月份|日期|时间|年度|季度|周期)(?:\([^)]{{1,6}}\))?:"
    r"|(?:填写|填报|填表)?(?:注意事项|须知|说明|要求)"
    r"|(?:注|备注|说明|附注)[\d一二三]?[:.、])"
)
_TOTAL = re.compile(r"(?:本页|本月|本周|全部|累计)?(?:合计|总计|小计|共计|累计)(?:数|人数|户数)?(?:[:(\d].*)?")
_SUM = re.compile(r"(?:共|走访|见面|诉求|办结|居民|家庭|记录)\d[\d,]*(?:户|件|人|次|条|行|栋)(?:·办结率\d+%)?")
_NOTE = re.compile(r"(?:填写|填报|填表)?(?:说明|备注|注|附注|注意事项)(?:\d{0,2}|[一二三])[:.、].*")
_NOTE_ALONE = frozenset({"说明", "备注", "注", "附注", "填表说明", "填报说明", "填写说明"})
_SIGNATURE = re.compile(
    r"(?:填报|填表|制表|审核|审批|签发|负责|报送|统计|经办|复核|联系|分管领导|主要领导|单位负责|网格|上报)"
    r"(?:人|员|单位|领导|日期|时间|方式|电话)?(?:\([^)]{1,6}\))?(?:签名|签字|盖章)?:.*"
)
_SIGNATURE_ALONE = frozenset(
    {"填报人", "填表人", "制表人", "审核人", "签发人", "制表", "复核人", "填报日期", "填表日期"}
)

_CODE = re.compile(r"[A-Z]{1,2}\d{0,3}|[甲乙丙丁戊己庚辛壬癸]|\(\d{1,3}\)|第?\d{1,3}栏", re.IGNORECASE)
_HINT = re.compile(
    r"y{2,4}[-/.年]?m{1,2}|\d{4}年?x|必填|选填|非必填|可不填|可为空|下拉|单选|多选|请选择|请填|请输入|填写|不填|"
    r"文本(?:格式)?$|数字(?:格式)?$|日期格式|格式[:为]|^格式|^例|^如[:：]|例如|示例|^\(.*\)$|分隔|隔开|\d+位|^\d+-\d+字|"
    r"自动生成|系统生成|^自动|不超过|1/是|是/否|男/女|默认",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"\(?(?:填写)?(?:示例|样例|范例|例子|例|模板示例)\)?(?:\d{0,2})(?:[:.、].*)?")
_SEQUENCE = frozenset({"序号", "序", "顺序号", "行号", "项次", "no", "no.", "编号", "№"})


@lru_cache(maxsize=20_000)
def normalise_label(text: str) -> str:
    """A label in the one spelling in which labels are compared.

    Full-width forms become plain (NFKC), all brackets ``()``, 帐 becomes 账; spaces, line breaks, stars and a trailing
    colon go, letters become small.
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", text).translate(_BRACKETS))
    return plain.rstrip(":").replace("帐", "账").lower()


def tidy_label(parts: tuple[str, ...]) -> str:
    """A column's label for people: the levels joined by "/", without stars, line breaks and stray spaces."""
    return "/".join(_tidy(part) for part in parts)


def _tidy(text: str) -> str:
    plain = text.translate(str.maketrans("", "", "*＊★☆\u200b\ufeff")).strip().rstrip(":：").strip()
    return " ".join(_BETWEEN_CHINESE.sub("", plain).split())


def is_preamble(text: str) -> bool:
    """Whether a row that begins with this text says who reports, when or how, above the header."""
    return _PREAMBLE.match(_squeezed(text)) is not None


def is_sequence_label(label: str) -> bool:
    """Whether a column only counts the rows."""
    return normalise_label(label) in _SEQUENCE


def is_total(text: str) -> bool:
    """Whether a row that begins with this text sums up the rows above it."""
    return _TOTAL.fullmatch(_squeezed(text)) is not None


def is_sum(text: str) -> bool:
    """Whether a cell only counts the rows above it, as our own sheets do: ``走访 14 户``."""
    return _SUM.fullmatch(_squeezed(text)) is not None


def is_note(text: str) -> bool:
    """Whether this text is an explanation or a signature line under a table."""
    plain = _squeezed(text)
    return plain.rstrip(":") in _NOTE_ALONE | _SIGNATURE_ALONE or bool(_NOTE.match(plain) or _SIGNATURE.match(plain))


def is_code_row(cells: Sequence[Cell]) -> bool:
    """Whether a row only numbers the columns: A, B, C, D1 … or 1, 2, 3 … or 甲, 乙, 1, 2."""
    texts = [_squeezed(str(cell)) for cell in cells]
    if len(texts) < 3 or len(set(texts)) < len(texts):
        return False
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) <= 3]
    if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return False
    if numbers and numbers[0] > 1:
        return False
    return all(_CODE.fullmatch(text) for text in texts if not (text.isdecimal() and len(text) <= 3))


def is_example_row(cells: Sequence[Cell]) -> bool:
    """Whether a row shows how to fill the form in, by its own first cell."""
    return bool(cells) and isinstance(cells[0], str) and _EXAMPLE.fullmatch(_squeezed(cells[0])) is not None


def is_hint_row(cells: Sequence[Cell]) -> bool:
    """Whether at least half of a row's cells say how to fill in: YYYYMMDD, 必填, 下拉选择 …"""
    if not cells or not all(isinstance(cell, str) for cell in cells):
        return False
    hints = sum(1 for cell in cells if _HINT.search(_squeezed(str(cell))))
    return hints * 2 >= len(cells)


def _squeezed(text: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text).translate(_BRACKETS))
