"""In every set of colours text can be read on what lies behind it (WCAG 2: 4.5 to 1, 7 to 1 for high contrast)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from ui.preferences import Contrast
from ui.schemes import DARK, LIGHT, STANDARD, Scheme, scheme_for

_TEXTS = ("ink", "ink2", "red", "green", "amber", "accent")
_BACKS = ("paper", "panel", "paper2")
_CHOICES = (Contrast.DARKER, Contrast.LIGHT, Contrast.DARK)


def luminance(colour: str) -> float:
    made = QColor(colour)
    parts = (made.redF(), made.greenF(), made.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return float((light + 0.05) / (dark + 0.05))


@pytest.mark.parametrize("scheme", [STANDARD, *map(scheme_for, _CHOICES)])
def test_text_stands_out_from_what_lies_behind_it(scheme: Scheme) -> None:
    pairs = [(scheme[text], scheme[back]) for text in _TEXTS for back in _BACKS]
    pairs += [(scheme["white"], scheme[back]) for back in ("accent", "red", "cover", "cover2")]
    pairs += [(scheme["cover_text"], scheme["cover"])]
    assert [pair for pair in pairs if ratio(*pair) < 4.5] == []


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_high_contrast_has_one_background_and_hints_that_can_be_read(scheme: Scheme) -> None:
    assert {scheme[back] for back in _BACKS} == {scheme["panel"]}
    assert ratio(scheme["ink"], scheme["panel"]) > 20
    assert ratio(scheme["ink3"], scheme["panel"]) >= 7


@pytest.mark.parametrize("choice", _CHOICES)
def test_every_scheme_has_every_token(choice: Contrast) -> None:
    assert scheme_for(choice).keys() == STANDARD.keys()
