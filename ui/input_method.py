"""Choosing an input method that the shipped Qt can load, on Linux."""

from __future__ import annotations

import sys
from collections.abc import Iterable, MutableMapping
from pathlib import Path

_MODULE = "QT_IM_MODULE"
_MODULES = "QT_IM_MODULES"
_FCITX = frozenset({"fcitx", "fcitx5"})


def _offered(plugin_dirs: Iterable[Path]) -> str:
    names = (path.name.lower() for folder in plugin_dirs if folder.is_dir() for path in sorted(folder.iterdir()))
    return " ".join(names)


def choose_input_method(
    environ: MutableMapping[str, str], plugin_dirs: list[Path], *, platform: str = sys.platform
) -> None:
    """Point Qt at an input method it has a plug-in for; changes ``environ`` and must run before Qt starts.

    The Qt in the wheels brings ibus but not fcitx, which most Chinese desktops ask for; fcitx 5 also answers to ibus,
    so that is asked for instead. A choice that can be honoured is left alone, and so are Windows and macOS.
    """
    if not platform.startswith("linux"):
        return
    offered = _offered(plugin_dirs)
    if "ibus" not in offered:
        return
    has_fcitx = "fcitx" in offered
    wanted = environ.get(_MODULE, "")
    several = [name for name in environ.get(_MODULES, "").split(";") if name]
    if not (wanted or several) or (wanted in _FCITX and not has_fcitx):
        environ[_MODULE] = "ibus"
    if several and not has_fcitx:
        swapped = ["ibus" if name in _FCITX else name for name in several]
        environ[_MODULES] = ";".join(dict.fromkeys(swapped))


def plugin_folders(qt_plugins: Iterable[Path]) -> list[Path]:
    """The folders of input method plug-ins below Qt's plug-in roots."""
    return [root / "platforminputcontexts" for root in qt_plugins]
