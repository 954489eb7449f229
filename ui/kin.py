"""How a relation to the head of a household is read out in the window's language."""

from __future__ import annotations

from ui.translation import shown

_WOMAN, _DAUGHTER = "女", "女儿"


def kin(relation: str) -> str:
    """``relation`` as a text to show: the code list's 女, a daughter, would in other languages be the sex."""
    return _DAUGHTER if relation == _WOMAN and shown(_WOMAN) != _WOMAN else relation
