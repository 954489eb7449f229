"""What a command says: one JSON object for scripts, or sentences and aligned tables for people."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from errno import EINVAL, EPIPE
from typing import Any

from minqing.errors import BrokenRules, MinqingError, Offered, UnsureForm

DONE, NEEDS_A_PERSON, NOT_DONE = 0, 1, 2
_GAP = "  "
_READER_GONE = frozenset({EPIPE, EINVAL})  # the second is what Windows says


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a command found or did: ``data`` becomes the JSON object, ``lines`` are the same for people."""

    data: object
    lines: Sequence[str]
    status: int = DONE
    notes: Sequence[str] = ()
    """Remarks for people that go to standard error either way."""


@dataclasses.dataclass(frozen=True)
class _Failure:
    code: str
    message: str
    fields: tuple[_FieldFailure, ...] = ()
    candidates: tuple[Offered, ...] = ()
    """Between what a person must choose."""


@dataclasses.dataclass(frozen=True)
class _FieldFailure:
    field: str
    code: str
    message: str


@dataclasses.dataclass(frozen=True)
class _Failed:
    error: _Failure


def say(answer: Answer, *, as_json: bool) -> int:
    """Print the answer; gives the exit status."""
    for note in answer.notes:
        complain(note)
    print_lines([to_json(answer.data)] if as_json else answer.lines)
    return answer.status


def fail(error: MinqingError, *, as_json: bool) -> int:
    """Print why nothing was done; gives the exit status."""
    complain(str(error))
    if as_json:
        broken = error.broken if isinstance(error, BrokenRules) else ()
        fields = tuple(_FieldFailure(name, why.code, str(why)) for name, _, why in broken)
        candidates = error.candidates if isinstance(error, UnsureForm) else ()
        print_lines([to_json(_Failed(_Failure(error.code, str(error), fields, candidates)))])
    return NOT_DONE


def complain(text: str) -> None:
    """Write to standard error."""
    _write(sys.stderr, [text.rstrip("\n")])


def print_lines(lines: Iterable[str]) -> None:
    """Write to standard output; whoever reads it may stop reading at any time."""
    _write(sys.stdout, lines)


def _write(stream: Any, lines: Iterable[str]) -> None:
    if stream is None:  # a program without a console, as on Windows
        return
    try:
        for line in lines:
            stream.write(f"{line}\n")
        stream.flush()
    except OSError as error:
        if error.errno not in _READER_GONE:
            raise
        # Python would complain once more when it closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def to_json(data: object) -> str:
    """One JSON object on one line; the names of frozen dataclasses are its keys (``from_`` becomes ``from``)."""
    return json.dumps(plain(data), ensure_ascii=False)


def plain(value: object) -> Any:
    """A value as JSON knows it: dates as ISO text, tuples as lists."""
    match value:
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = dataclasses.fields(value)
            return {field.name.rstrip("_"): plain(getattr(value, field.name)) for field in fields}
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case Enum():
            return value.value
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("seconds" if value.second else "minutes")
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case _:
            return value


def width(text: str) -> int:
    """How many columns of a terminal ``text`` takes: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def table(rows: Iterable[Sequence[str]], *, head: Sequence[str] = ()) -> Iterator[str]:
    """Lines with the columns aligned."""
    cells = [[one_line(cell) for cell in row] for row in ([head] if head else [])]
    cells += [[one_line(cell) for cell in row] for row in rows]
    widths = [max(width(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    for row in cells:
        padded = [cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)]
        yield _GAP.join(padded).rstrip()


def one_line(text: str) -> str:
    """``text`` without line breaks, so that it keeps to its row."""
    return text if "\n" not in text else " ".join(text.split("\n"))
