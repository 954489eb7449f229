"""Numbers of people in what somebody wrote: on paper a phone or identity number is hidden wherever it stands."""

from __future__ import annotations

import re

from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone

_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_MOBILE = re.compile(r"(?<![0-9])(1[3-9][0-9])[ -]?([0-9]{4})[ -]?([0-9]{4})(?![0-9])")
_LANDLINE = re.compile(r"(?<![0-9-])0[0-9]{2,3}-?[2-9][0-9]{6,7}(?![0-9])")
_CALLED = re.compile(r"((?:电话|座机|联系|拨打|致电)[^0-9，。；]{0,4})([2-9][0-9]{6,7})(?![0-9])")


def mask_numbers(text: str) -> str:
    """``text`` with its identity, mobile and landline numbers hidden; other numbers stay: ``致电 138****0107``."""
    if not any(char.isdigit() for char in text):
        return text
    shown = _IDENTITY.sub(lambda found: mask_id_number(found[0]), text)
    shown = _MOBILE.sub(lambda found: mask_phone("".join(found.groups())), shown)
    shown = _LANDLINE.sub(lambda found: mask_phone(found[0]), shown)
    return _CALLED.sub(lambda found: found[1] + mask_phone(found[2]), shown)
