"""Putting a finished file where it was wanted: whole or not at all, never half of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path

from minqing.errors import CannotWrite

_BOOK = ".mqb"
_IN_USE = "这个文件正在 WPS 里打开，或没有写这个位置的权限，请先关闭它"


def write_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``, replacing what was there only once all of it is written. Raises CannotWrite."""
    with written_file(path, content):
        pass


@contextmanager
def written_file(path: Path, content: bytes) -> Iterator[None]:
    """Like :func:`write_file`; the file takes its place when the block has ended well, else it leaves no trace."""
    if path.is_dir():
        raise CannotWrite(path, "这是一个文件夹")
    if path.suffix.lower() == _BOOK:
        raise CannotWrite(path, "这是账本的文件名，不能用来存别的")
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with _explained(path):
        if path.exists():
            path.open("r+b").close()
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _explained(path), part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        yield
        with _explained(path):
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise CannotWrite(path, _IN_USE) from error
    except OSError as error:
        full = error.errno in {ENOSPC, EDQUOT}
        raise CannotWrite(path, "磁盘或 U 盘空间不够" if full else f"写不进去（{error.strerror or error}）") from error
