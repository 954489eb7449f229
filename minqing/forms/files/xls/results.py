"""The texts that formulas of old workbooks gave, counted as the file counts them."""

from __future__ import annotations

import struct
from typing import Any

_CONTINUE = 0x3C
_BIFF8 = 80


def string_result(sheet: Any, data: bytes) -> str:
    """The text of a formula's result, of which ``data`` is the first record; raises ValueError where it breaks off.

    In place of the library's own, which counts a character beyond the first 65,536 (𠮷) once and not twice as the file
    does, and a Chinese one of an even older file once and not by its bytes, and so waits for a rest that never comes.
    """
    book = sheet.book
    wide = book.biff_version >= _BIFF8
    left = struct.unpack_from("<H", data)[0]
    data = data[2:]
    found = b""
    while True:
        if wide:
            two = data[:1] != b"\x00"
            units = data[1 : 1 + (2 * left if two else left)]
            left -= len(units) // (2 if two else 1)
            found += units if two else units.decode("latin-1").encode("utf-16-le")
        else:
            found += data[:left]
            left -= len(data[:left])
        if left <= 0:
            return found.decode("utf-16-le" if wide else book.encoding or book.derive_encoding(), "replace")
        kind, _, data = book.get_record_parts()
        if kind != _CONTINUE:
            raise ValueError("a text breaks off")
