"""The sheet files that are meant by what was given: files, folders, and patterns that no shell resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from minqing.errors import UsageError

_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".et", ".xlsb", ".ods", ".csv", ".tsv"})
_HIDDEN = ("~$", ".~", ".")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def plain_name(name: str) -> str:
    """A file name without what one must not hold."""
    return _NOT_IN_NAMES.sub("_", name)


def sheet_files(given: Iterable[Path]) -> Iterator[Path]:
    """The files meant: a folder stands for the sheets in it, and cmd.exe leaves ``*.xlsx`` to us.

    Raises UsageError for a folder without sheets.
    """
    for path in given:
        if path.is_dir():
            found = _sheets_among(path.iterdir())
        elif "*" in path.name and not path.exists():
            found = _sheets_among(path.parent.glob(path.name))
        else:
            yield path
            continue
        if not found:
            raise UsageError(f"“{path}”里没有表格文件（.xlsx、.xls、.et、.ods、.csv 等）。账本没有改动。")
        yield from found


def _sheets_among(paths: Iterable[Path]) -> list[Path]:
    """The sheets by name: ``周报.xlsx`` comes before the ``周报(1).xlsx`` that a chat program made of it."""
    found = [
        path
        for path in paths
        if path.is_file() and path.suffix.lower() in _SUFFIXES and not path.name.startswith(_HIDDEN)
    ]
    return sorted(found, key=lambda path: (path.stem, path.suffix))
