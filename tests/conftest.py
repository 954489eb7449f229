"""What every test needs: a home of its own, no screen, and property tests that end soon."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two busy cores make any deadline a matter of luck; a build must judge the same examples every time.
settings.register_profile("dev", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

# Held while fixtures of a wider scope than one test run; each test then gets its own.
SESSION_HOME = Path(tempfile.mkdtemp(prefix="minqing-home-"))


def home_variables(home: Path) -> dict[str, str]:
    """The variables by which programs find a user's folders on Linux, macOS and Windows, all inside ``home``."""
    windows = {"USERPROFILE": home, "APPDATA": home / "Roaming", "LOCALAPPDATA": home / "Local"}
    kinds = {"CONFIG": ".config", "DATA": ".local/share", "STATE": ".local/state", "CACHE": ".cache"}
    linux = {f"XDG_{kind}_HOME": home / folder for kind, folder in kinds.items()}
    # platformdirs asks Windows itself, not the variables above, unless these are set.
    asked = {"WIN_PD_OVERRIDE_APPDATA": home / "Roaming", "WIN_PD_OVERRIDE_LOCAL_APPDATA": home / "Local"}
    return {name: str(folder) for name, folder in ({"HOME": home} | windows | linux | asked).items()}


def pytest_configure() -> None:
    """Keep the person's real folders out of reach from the first import on."""
    os.environ.update(home_variables(SESSION_HOME))


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(SESSION_HOME, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """All modules are loaded and all tests listed without looking for garbage among them, then or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def quick_keys() -> Iterator[None]:
    """Opening a book takes no time worth mentioning."""
    from tests.quick_keys import keys_derived_once

    with keys_derived_once():
        yield


@pytest.fixture(scope="session")
def home_paths(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders that are not there yet; pytest would look through all there are for each new number."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(home_paths: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for one test, so that no setting passes from one to the next."""
    home = next(home_paths)
    home.mkdir()
    for name, value in home_variables(home).items():
        monkeypatch.setenv(name, value)
    return home
