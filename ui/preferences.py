"""What a person set on this computer for the window: size, contrast, language, when it locks itself."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Size(StrEnum):
    """How large letters and everything around them are."""

    STANDARD = "standard"
    LARGE = "large"
    LARGEST = "largest"


class Contrast(StrEnum):
    """How colours stand out; ``SYSTEM`` follows the contrast theme of Windows where one is on."""

    SYSTEM = "system"
    DARKER = "darker"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """In which language the window speaks; the records are as they were written."""

    CHINESE = "zh"
    ENGLISH = "en"


SCALES: Mapping[Size, float] = {Size.STANDARD: 1.0, Size.LARGE: 1.125, Size.LARGEST: 1.25}
"""A row of 34 px is 38 at 大, text of 14 px is 16."""


class Preferences(BaseModel):
    """Settings: ``lock_minutes`` without a key lock it (0: never), ``columns`` by table name, order of ``walking``."""

    model_config = ConfigDict(frozen=True)

    size: Size = Size.STANDARD
    contrast: Contrast = Contrast.SYSTEM
    language: Language = Language.CHINESE
    lock_minutes: int = Field(default=10, ge=0, le=240)
    columns: dict[str, tuple[str, ...]] = {}
    walking: str = ""

    def with_values(self, **values: Any) -> Preferences:
        """The same with these settings changed; raises ValidationError."""
        return Preferences.model_validate({**self.model_dump(), **values})


def _store() -> Path:
    from platformdirs import user_config_path

    return user_config_path("minqing", appauthor=False) / "window.json"


def load_preferences() -> Preferences:
    """What was set; the defaults where nothing was, or where the file cannot be read."""
    try:
        return Preferences.model_validate_json(_store().read_bytes())
    except (OSError, ValidationError):
        return Preferences()


def save_preferences(preferences: Preferences) -> None:
    """Keep ``preferences`` for the next start; raises OSError."""
    path = _store()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(preferences.model_dump_json(indent=1), encoding="utf-8")


@cache
def at_start() -> Preferences:
    """What was set when the program started: colours, size and language stay so until it starts again.

    The variable ``MINQING_LANGUAGE`` (zh or en) goes before what was set, for pictures and tests.
    """
    language = os.environ.get("MINQING_LANGUAGE", "")
    return load_preferences().with_values(language=language) if language in set(Language) else load_preferences()
