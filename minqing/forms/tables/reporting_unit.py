"""填报单位 rows split over cells, each name beside the word for its kind: ``春晖镇|乡镇/街道*|和安社区|社区/村*``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from minqing.forms.tables.labels import normalise_label

_KINDS: Mapping[str, tuple[str, str]] = {
    "街道": ("street", "街道"), "镇": ("street", "镇"), "乡": ("street", "乡"), "乡镇": ("street", ""),
    "乡镇/街道": ("street", ""), "街道/乡镇": ("street", ""), "乡镇(街道)": ("street", ""), "镇街": ("street", ""),
    "街道(乡镇)": ("street", ""), "镇/街道": ("street", ""), "街镇": ("street", ""), "乡镇街道": ("street", ""),
    "社区": ("community", "社区"), "村": ("community", "村"), "社区/村": ("community", ""),
    "村/社区": ("community", ""), "村(社区)": ("community", ""), "社区(村)": ("community", ""),
    "村社区": ("community", ""), "小区": ("estate", "小区"), "网格": ("grid", ""),
}  # fmt: skip
_HIGHER = frozenset({
    "省", "市", "区", "县", "市/县/区", "区/县", "区县", "县/区", "省市", "市/区", "县(区)", "区(县)", "县(市/区)",
})  # fmt: skip
_NAME = re.compile(r"[一-龥0-9（）()]{2,20}")
_PLACEHOLDER = re.compile(r"某|×|[xX]{2}|_|填写|请")
_ENDS = re.compile(r"(?:街道|[镇乡]|街道办事处|社区|村|村委会|居委会|小区|网格)$")


def unit_of(rows: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """The household's address fields that a 填报单位 row names cell by cell; placeholders (某某镇) name nothing.

    Each name stands before the word for its kind, or behind it where the row begins with such a word. A name without
    its ending (翠湖) gets the one that the word says, if it says one.
    """
    found: dict[str, str] = {}
    for row in rows:
        cells = [text.strip() for text in row if text.strip()]
        kinds = [place for place, text in enumerate(cells) if _kind(text)]
        if not kinds or len(cells) < 2:
            continue
        step = 1 if _kind(cells[0]) or (_is_title(cells[0]) and _kind(cells[1])) else -1
        for place in kinds:
            kind = _KINDS.get(_kind(cells[place]))
            value = cells[place + step] if 0 <= place + step < len(cells) else ""
            if kind is None or not _is_name(value):
                continue
            field, ending = kind
            found.setdefault(field, value if _ENDS.search(value) else value + ending)
    return found


def _kind(text: str) -> str:
    plain = normalise_label(text)
    return plain if plain in _KINDS or plain in _HIGHER else ""


def _is_title(text: str) -> bool:
    return text.endswith((":", "：")) or normalise_label(text).endswith("单位")


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not _PLACEHOLDER.search(text) and not _kind(text)
