"""Which input method Qt is told to load, as a table of cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.input_method import choose_input_method, plugin_folders

IBUS = ("libibusplatforminputcontextplugin.so",)
BOTH = (*IBUS, "libfcitx5platforminputcontextplugin.so")


@pytest.mark.parametrize(
    ("before", "plugins", "after"),
    [
        ({}, IBUS, {"QT_IM_MODULE": "ibus"}),
        ({}, (), {}),
        ({"QT_IM_MODULE": "fcitx"}, IBUS, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx5"}, IBUS, {"QT_IM_MODULE": "ibus"}),
        ({"QT_IM_MODULE": "fcitx"}, BOTH, {"QT_IM_MODULE": "fcitx"}),
        ({"QT_IM_MODULE": "fcitx"}, (), {"QT_IM_MODULE": "fcitx"}),
        ({"QT_IM_MODULE": "compose"}, IBUS, {"QT_IM_MODULE": "compose"}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, IBUS, {"QT_IM_MODULES": "wayland;ibus"}),
        ({"QT_IM_MODULES": "fcitx;ibus"}, IBUS, {"QT_IM_MODULES": "ibus"}),
        ({"QT_IM_MODULES": "wayland;fcitx"}, BOTH, {"QT_IM_MODULES": "wayland;fcitx"}),
        (
            {"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "wayland;fcitx"},
            IBUS,
            {"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "wayland;ibus"},
        ),
    ],
)
def test_choice(tmp_path: Path, before: dict[str, str], plugins: tuple[str, ...], after: dict[str, str]) -> None:
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    for name in plugins:
        (folder / name).touch()
    environ = dict(before)
    choose_input_method(environ, plugin_folders([tmp_path]), platform="linux")
    assert environ == after


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_left_alone(tmp_path: Path, platform: str) -> None:
    (tmp_path / IBUS[0]).touch()
    environ = {"QT_IM_MODULE": "fcitx"}
    choose_input_method(environ, [tmp_path], platform=platform)
    assert environ == {"QT_IM_MODULE": "fcitx"}


def test_missing_folder_changes_nothing(tmp_path: Path) -> None:
    environ: dict[str, str] = {}
    choose_input_method(environ, [tmp_path / "none"], platform="linux")
    assert environ == {}
