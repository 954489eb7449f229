"""The colours of the window: as designed, with darker text, and two of high contrast."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ui.preferences import Contrast

Scheme = Mapping[str, str]

STANDARD: Scheme = MappingProxyType(
    {
        "paper": "#F5F2EA",
        "paper2": "#FBF9F4",
        "paper3": "#ECE7DB",
        "panel": "#FFFFFF",
        "line": "#E8E3D7",
        "line2": "#D2CAB8",
        "rule": "#C4BBA6",
        "ink": "#22292C",
        "ink2": "#555D60",
        "ink3": "#787C78",
        "accent": "#1F5263",
        "accentd": "#173F4D",
        "accentt": "#E6EEEF",
        "accentl": "#B4CBD1",
        "cover": "#1B3843",
        "cover2": "#2C4D59",
        "cover_line": "#32525E",
        "cover_text": "#C6D3D7",
        "cover_count": "#A9BDC4",
        "cover_mark": "#F0E6CF",
        "slip": "#F7F4EC",
        "red": "#B5351F",
        "redt": "#F9EBE6",
        "redl": "#E2B3A6",
        "green": "#37724C",
        "greent": "#E8F1E7",
        "greenl": "#B5D0B8",
        "amber": "#936010",
        "ambert": "#FBF1DC",
        "amberl": "#E3C88E",
        "knob": "#D6CFBF",
        "bar": "#9DB9C1",
        "grid": "#EEE9DE",
        "never": "#FBF1E6",
        "hatch": "#C98B7C",
        "hint_on_accent": "#BFD3D9",
        "white": "#FFFFFF",
    }
)
"""Colours by token, as the style guide of the window has them."""

_DARKER = {"ink2": "#22292C", "ink3": "#555D60", "line": "#D2CAB8", "line2": "#9A9280", "rule": "#8C836C"}
DARKER: Scheme = MappingProxyType({**STANDARD, **_DARKER})
"""As designed, but with hints as dark as secondary text, that as dark as text, and stronger lines."""

_TINTS = ("paper", "paper2", "panel", "redt", "greent", "ambert", "accentt", "slip", "never")


def _contrasting(*, back: str, ink: str, hint: str, line: str, signals: Scheme) -> Scheme:
    """No tints: one background, one ink, and the signal colours for shapes, words and borders."""
    plain = dict.fromkeys(_TINTS, back) | dict.fromkeys(("ink", "ink2"), ink)
    lines = dict.fromkeys(("line2", "rule", "knob", "bar"), ink) | dict.fromkeys(("line", "grid", "paper3"), line)
    borders = {f"{name}l": signals[name] for name in ("red", "green", "amber", "accent")} | {"hatch": signals["red"]}
    cover = dict.fromkeys(("cover_text", "cover_count", "cover_mark", "hint_on_accent", "white"), "#FFFFFF")
    return MappingProxyType({**STANDARD, **plain, **lines, **borders, **cover, **signals, "ink3": hint})


LIGHT = _contrasting(
    back="#FFFFFF",
    ink="#000000",
    hint="#333333",
    line="#8A8A8A",
    signals={
        "red": "#A80000",
        "green": "#0B5A1E",
        "amber": "#6B4300",
        "accent": "#00457A",
        "accentd": "#002E52",
        "cover": "#000000",
        "cover2": "#00457A",
        "cover_line": "#FFFFFF",
    },
)
DARK = _contrasting(
    back="#000000",
    ink="#FFFFFF",
    hint="#D0D0D0",
    line="#6A6A6A",
    signals={
        "red": "#E0312B",
        "green": "#13883C",
        "amber": "#AF6114",
        "accent": "#0078D4",
        "accentd": "#FFFFFF",
        "cover": "#000000",
        "cover2": "#0078D4",
        "cover_line": "#FFFFFF",
    },
)
"""Signal colours that stand out (4.5:1) from black behind them as well as from white letters on them."""


def scheme_for(contrast: Contrast) -> Scheme:
    """The colours to use; ``SYSTEM`` gives high contrast where the system's own contrast theme is on."""
    if contrast is Contrast.SYSTEM:
        contrast = _of_system()
    return {Contrast.DARKER: DARKER, Contrast.LIGHT: LIGHT, Contrast.DARK: DARK}.get(contrast, STANDARD)


def _of_system() -> Contrast:
    """The contrast theme of Windows, dark ones as ``DARK``; elsewhere there is none to ask for."""
    import ctypes

    library = getattr(ctypes, "windll", None)
    return Contrast.SYSTEM if library is None else _of_windows(library.user32)


def _of_windows(user: Any) -> Contrast:
    """SystemParametersInfo(SPI_GETHIGHCONTRAST) and the colour of windows (GetSysColor(COLOR_WINDOW))."""
    import ctypes
    from ctypes import wintypes

    class HighContrast(ctypes.Structure):
        _fields_ = (("size", wintypes.UINT), ("flags", wintypes.DWORD), ("scheme", wintypes.LPWSTR))

    told = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    user.SystemParametersInfoW(0x0042, told.size, ctypes.byref(told), 0)
    if not told.flags & 1:
        return Contrast.SYSTEM
    window = user.GetSysColor(5)
    dark = sum((window >> shift) & 0xFF for shift in (0, 8, 16)) < 3 * 0x80
    return Contrast.DARK if dark else Contrast.LIGHT
