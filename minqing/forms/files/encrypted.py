"""Opening office files that carry an opening password, in memory only."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from minqing.errors import EncryptedSheet, UnreadableSheet, WrongSheetPassword

_BUILT_IN_PASSWORD = "VelvetSweatshop"
"""What Excel itself encrypts with when a workbook is only protected against changes; it opens without asking."""


_STARTS = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")
"""How the workbook stream of Excel 97 and of Excel 95 begins; the third byte is the length of this first record."""

_FILE_PASS = 0x2F
_WRITE_PROTECT = 0x86


def is_locked_xls(data: bytes) -> bool:
    """Whether an old binary workbook needs a password before its cells can be read."""
    for start in _STARTS:
        at = data.find(start)
        if at < 0:
            continue
        at += 4 + start[2]
        for _ in range(2):
            if len(data) < at + 4:
                return False
            record, length = struct.unpack_from("<HH", data, at)
            if record != _WRITE_PROTECT:
                return bool(record == _FILE_PASS)
            at += 4 + int(length)
    return False


def decrypt(path: Path, data: bytes, password: str | None) -> io.BytesIO:
    """The decrypted bytes of an office file; nothing is written to disk.

    Without a password only the one built into Excel is tried. Raises ``EncryptedSheet`` when there is no password,
    ``WrongSheetPassword`` when it does not fit, ``UnreadableSheet`` for an encryption nobody can open.
    """
    from msoffcrypto import OfficeFile
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    plain = io.BytesIO()
    try:
        office = OfficeFile(io.BytesIO(data))
        office.load_key(password=_BUILT_IN_PASSWORD if password is None else password)
        office.decrypt(plain)
    except (InvalidKeyError, DecryptionError) as error:
        raise (EncryptedSheet(path) if password is None else WrongSheetPassword(path)) from error
    except (FileFormatError, OSError, ValueError, KeyError, IndexError, AttributeError, struct.error) as error:
        if password is None:
            raise EncryptedSheet(path) from error
        raise UnreadableSheet(path, "它的加密方式不常见，这里解不开") from error
    plain.seek(0)
    return plain
