"""Which books were opened last, so that the next start is one password away."""

from __future__ import annotations

import json
from pathlib import Path

_LIMIT = 8


def _store() -> Path:
    from platformdirs import user_config_dir

    return Path(user_config_dir("minqing", appauthor=False)) / "recent.json"


def recent_books() -> list[Path]:
    """Books opened before that still exist, the latest first."""
    try:
        names = json.loads(_store().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if not isinstance(names, list):
        return []
    return [path for name in names if isinstance(name, str) and (path := Path(name)).is_file()]


def note_book(book: Path) -> None:
    """Put ``book`` at the top of the list; a place that cannot be written is no reason to stop."""
    names = [str(book.resolve()), *(str(path) for path in recent_books() if path != book.resolve())]
    try:
        _store().parent.mkdir(parents=True, exist_ok=True)
        _store().write_text(json.dumps(names[:_LIMIT], ensure_ascii=False), encoding="utf-8")
    except OSError:
        return
