"""Files that ship with the program: forms, code lists, print templates, icons."""

from pathlib import Path

ROOT = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Path of a shipped file, e.g. ``resource("forms", "weekly.toml")``."""
    return ROOT.joinpath(*parts)
