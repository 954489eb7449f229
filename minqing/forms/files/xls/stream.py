"""The workbook inside an OLE file, the little file system that old office files are."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

_NAMES = ("workbook", "book")
_ENTRY = 128
_STREAM = 2
_IN_HEADER = 109
_SHIFTS = frozenset(range(6, 16))


def workbook_stream(data: bytes) -> bytes:
    """The records of the workbook in an OLE file; raises ValueError where there is none.

    Chains of sectors that bite their own tail, which libraries follow until memory ends, are cut at the file's own
    size; a chain that ends early gives what there is of it.
    """
    try:
        return _Store(data).workbook()
    except (struct.error, IndexError) as error:
        raise ValueError("not an OLE file") from error


class _Store:
    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if not {shift, small_shift} <= _SHIFTS:
            raise ValueError("sector size")
        self._size, self._small_size = 1 << shift, 1 << small_shift
        tables, directory, self._cutoff, self._small_start = struct.unpack_from("<I I 4x I I", data, 44)
        self._table = self._numbers(list(self._table_sectors())[:tables])
        self._entries = self._chain(directory)

    def workbook(self) -> bytes:
        root = self._entry(0)
        found: dict[str, tuple[int, int]] = {}
        waiting = [root[3]]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in seen or (number + 1) * _ENTRY > len(self._entries):
                continue
            seen.add(number)
            # Beside one another only: a workbook that is embedded in this one has a stream of that name as well.
            left, right, kind, _, start, size = self._entry(number)
            waiting += [left, right]
            if kind == _STREAM:
                found.setdefault(self._name(number), (start, size))
        for name in _NAMES:
            if name in found:
                start, size = found[name]
                content = self._small(start, root[4]) if size < self._cutoff else self._chain(start)
                return content[:size]
        raise ValueError("no workbook")

    def _entry(self, number: int) -> tuple[int, int, int, int, int, int]:
        """Left and right neighbour, kind, first entry inside, first sector and size."""
        at = number * _ENTRY
        left, right, inside = struct.unpack_from("<III", self._entries, at + 68)
        start, size = struct.unpack_from("<II", self._entries, at + 116)
        return left, right, self._entries[at + 66], inside, start, size

    def _name(self, number: int) -> str:
        at = number * _ENTRY
        length = struct.unpack_from("<H", self._entries, at + 64)[0]
        return self._entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace").lower()

    def _table_sectors(self) -> Iterator[int]:
        """Where the table of sectors lies: the first places in the header, the rest in a chain of sectors."""
        yield from struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76)
        sector = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(len(self._data) // self._size):
            numbers = self._numbers([sector])
            if not numbers:
                return
            yield from numbers[:-1]
            sector = numbers[-1]

    def _numbers(self, sectors: Sequence[int]) -> Sequence[int]:
        content = b"".join(self._sector(one) for one in sectors)
        return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, start: int) -> bytes:
        places = _follow(start, self._table, len(self._data) // self._size + 1)
        return b"".join(map(self._sector, places))

    def _small(self, start: int, root: int) -> bytes:
        """A short stream; it lies in small sectors inside the stream of the root, which have a table of their own."""
        small, table = self._chain(root), self._chain(self._small_start)
        numbers = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
        places = _follow(start, numbers, len(small) // self._small_size + 1)
        return b"".join(small[one * self._small_size : (one + 1) * self._small_size] for one in places)


def _follow(start: int, table: Sequence[int], limit: int) -> Iterator[int]:
    at = start
    for _ in range(limit):
        if at >= len(table):
            return
        yield at
        at = table[at]
