"""The command line: the same program without the window, for an office's batch work and for tests."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from ui.cli.commands import COMMANDS

_HELP = frozenset({"--help", "-h", "--version"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window for ``minqing`` and ``minqing BOOK``; gives the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    if given and (given[0] in COMMANDS or given[0] in _HELP or len(given) > 1 or given[0].startswith("-")):
        from ui.cli.app import run

        return run(given)
    return _open_window(Path(given[0]) if given else None)


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page; what cannot be encoded is escaped, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_window(book: Path | None) -> int:
    from minqing.errors import LedgerMissing, MinqingError

    try:
        if book is not None and not book.exists():
            raise LedgerMissing(book)
        from ui.app import run_window

        return run_window(book)
    except MinqingError as error:
        from ui.cli.showing import fail

        return fail(error, as_json=False)
