"""A record of a bug of ours that holds no personal data: where it happened, never with what values."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The error's class and the places it came through; messages and values are left out, they may name people."""
    lines = [f"{kind.__module__}.{kind.__qualname__}", f"Python {platform.python_version()} {sys.platform}", ""]
    lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join(lines)


def log_folder() -> Path:
    """Where this computer keeps the logs of programs."""
    from platformdirs import user_log_dir

    return Path(user_log_dir("minqing", appauthor=False))


def write_log(text: str, folder: Path, *, now: datetime | None = None) -> Path | None:
    """Write ``text`` to a new file in ``folder``; gives its path, or ``None`` where nothing can be written."""
    stamp = (now or datetime.now()).strftime("%Y%m%d-%H%M%S")
    path = folder / f"crash-{stamp}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None
    return path
