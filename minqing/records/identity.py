"""Record ids such as ``H-7K3QX2-0018B``: kind letter, book code, number, check character; made without coordination."""

from __future__ import annotations

import re
import secrets
import unicodedata
from functools import lru_cache

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O or U to misread
CODE_LENGTH = 6
NUMBER_WIDTH = 4
LARGEST_NUMBER = 32**6 - 1
_SHAPE = re.compile(rf"([A-Z])-([{ALPHABET}]{{6}})-([{ALPHABET}]{{5,7}})")
_LOOSE = re.compile(r"([A-Z])-?([0-9A-Z]{6})-?([0-9A-Z]{5,7})")
_MISREAD = str.maketrans("ILOU", "110V")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−_", "-"))
_PYTHONS = str.maketrans(ALPHABET, "0123456789abcdefghijklmnopqrstuv")  # the digits that int() knows in base 32
_VALUE = {character: index for index, character in enumerate(ALPHABET)}
_DOUBLED = tuple(sum(divmod(2 * value, 32)) for value in range(32))


def new_code() -> str:
    """A random book code; 30 bits, so that laptops never have to agree on theirs."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def make_id(letter: str, code: str, number: int) -> str:
    """The id of record ``number`` of the kind ``letter`` made under the book code ``code``."""
    if not 0 <= number <= LARGEST_NUMBER:
        raise ValueError(f"record number out of range: {number}")
    digits, values = "", 0
    rest, doubled = number, True
    while rest or len(digits) < NUMBER_WIDTH:
        rest, value = divmod(rest, 32)
        digits = ALPHABET[value] + digits
        values += _DOUBLED[value] if doubled else value
        doubled = not doubled
    values += _prefix_sum(letter, code, doubled)
    return f"{letter}-{code}-{digits}{ALPHABET[-values % 32]}"


def is_id(text: str) -> bool:
    """Whether ``text`` is a record id exactly as the book writes it, check character included."""
    found = _SHAPE.fullmatch(text)
    return found is not None and make_id(found[1], found[2], number_of(text)) == text


def normalise_id(text: str) -> str:
    """The id that somebody typed (any case, full width, dashes left out, O for 0), or a blank when it is none."""
    plain = unicodedata.normalize("NFKC", text).strip().upper().translate(_DASHES)
    found = _LOOSE.fullmatch("".join(plain.split()))
    if found is None:
        return ""
    made = f"{found[1]}-{found[2].translate(_MISREAD)}-{found[3].translate(_MISREAD)}"
    return made if is_id(made) else ""


def code_of(record_id: str) -> str:
    """The book code inside an id."""
    return record_id[2 : 2 + CODE_LENGTH]


def number_of(record_id: str) -> int:
    """The running number inside an id."""
    return int(record_id[3 + CODE_LENGTH : -1].translate(_PYTHONS), 32)


@lru_cache(maxsize=256)
def code_value(code: str) -> int:
    """The number that a book code stands for."""
    return int(code.translate(_PYTHONS), 32)


def code_text(value: int) -> str:
    """The book code that a number stands for: the reverse of :func:`code_value`."""
    return _base32(value).rjust(CODE_LENGTH, "0")


def _base32(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, 32)
        digits = ALPHABET[rest] + digits
    return digits.rjust(NUMBER_WIDTH, "0")


@lru_cache(maxsize=256)
def _prefix_sum(letter: str, code: str, doubled: bool) -> int:
    """Luhn mod 32 of everything before the number, which is the same for all ids of a kind in a book."""
    total = 0
    for character in reversed(letter + code):
        total += _DOUBLED[_VALUE[character]] if doubled else _VALUE[character]
        doubled = not doubled
    return total
