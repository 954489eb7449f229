"""Settings of the window survive a restart; a file that cannot be read is no reason to stop."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from ui import preferences, theme
from ui.preferences import Contrast, Preferences, Size, load_preferences, save_preferences


def test_what_was_saved_is_there_at_the_next_start() -> None:
    assert load_preferences() == Preferences()
    chosen = Preferences(size=Size.LARGE, contrast=Contrast.DARK, lock_minutes=5, columns={"家庭": ("户主", "门牌")})
    save_preferences(chosen)
    assert load_preferences() == chosen


@pytest.mark.parametrize("text", ["", "{", "[]", '{"size": "huge"}', '{"lock_minutes": -1}'])
def test_a_damaged_file_gives_the_defaults(own_home: Path, text: str) -> None:
    save_preferences(Preferences(size=Size.LARGE))
    (file,) = own_home.rglob("window.json")
    file.write_text(text, encoding="utf-8")
    assert load_preferences() == Preferences()


def test_a_value_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValidationError):
        Preferences().with_values(lock_minutes="bald")


@pytest.mark.parametrize(("size", "factor"), [(Size.LARGE, "1.125"), (Size.LARGEST, "1.25"), (Size.STANDARD, None)])
def test_larger_letters_enlarge_everything_alike(
    monkeypatch: pytest.MonkeyPatch, size: Size, factor: str | None
) -> None:
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    theme.enlarge(size)
    assert os.environ.get("QT_SCALE_FACTOR") == factor
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)


def test_the_settings_of_the_start_stay_until_the_next() -> None:
    used = preferences.at_start()
    save_preferences(used.with_values(size=Size.LARGEST))
    assert preferences.at_start() is used
