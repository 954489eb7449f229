"""One household per page (一户一档): the office's form filled once for each, every time as a workbook of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exports.filling.fill import filled_parts, layout_of
from exports.filling.templates import Words, said, words_of
from minqing.forms.files.package import Package
from minqing.forms.files.package_lists import workbook_suffix
from minqing.forms.form import Form, FormRow, Header

_NOT_IN_FILE_NAMES = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')
_NOT_IN_SHEET_NAMES = re.compile(r"[\x00-\x1f\\/*?:\[\]]+")
_DASHES = re.compile(r"-[-\s]*-")
"""What is left between parts of a name that are blank."""
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_FILE_NAME_LIMIT: Final = 100
_SHEET_NAME_LIMIT: Final = 31
_SUFFIX = re.compile(r"(?i)\.xls[xm]\s*$")
_USUAL_NAME: Final = "{household.address} {head.name}"


@dataclass(frozen=True, slots=True)
class Page:
    """One household as its page shows it: the records that single cells ask for, and the rows of its table."""

    records: FormRow
    rows: tuple[FormRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PageFile:
    """A filled workbook and the name that it should have."""

    name: str
    content: bytes


def fill_pages(
    workbook: bytes, form: Form, pages: Iterable[Page], *, header: Header, masked: bool = False
) -> Iterator[PageFile]:
    """A workbook for each page, named by ``form.file_name`` over the same fields; no two names are alike.

    Raises as ``fill_workbook``.
    """
    package = Package(workbook, path=Path(f"{form.name}.xlsx"))
    names, suffix = FreeNames(_FILE_NAME_LIMIT), workbook_suffix(package)
    for page in pages:
        words = page_words(form, page, header, masked=masked)
        parts, without = filled_parts(package, form, page.rows, words, masked=masked)
        wanted = said(form.file_name or _USUAL_NAME, _words(page, header, masked=masked))
        name = names.take(_file_stem(_SUFFIX.sub("", wanted)) or form.name) + suffix
        yield PageFile(name, package.written(parts, without=without))


def page_words(form: Form, page: Page, header: Header, *, masked: bool) -> dict[str, str]:
    """Cell to text for the single cells of one page. Raises BadForm."""
    return words_of(layout_of(form), header, page.records, rows=page.rows, masked=masked)


def sheet_title(page: Page, header: Header) -> str:
    """What the sheet of a page is called, as far as a sheet may be called so; blank when nothing is known."""
    wanted = said("{household.door} {head.name}", _words(page, header, masked=False))
    return _NOT_IN_SHEET_NAMES.sub(" ", wanted).strip(" '")[:_SHEET_NAME_LIMIT].strip(" '")


def sheet_names(taken: Iterable[str]) -> FreeNames:
    """Names for the sheets of a workbook that has some already."""
    return FreeNames(_SHEET_NAME_LIMIT, taken)


class FreeNames:
    """Hands out names that differ in more than capitals, none longer than ``limit``."""

    def __init__(self, limit: int, taken: Iterable[str] = ()) -> None:
        self._limit = limit
        self._taken = {name.casefold() for name in taken}

    def take(self, wanted: str) -> str:
        """The name wanted, with a number behind it if it is taken."""
        name, number = wanted[: self._limit], 1
        while name.casefold() in self._taken:
            number += 1
            tail = f" ({number})"
            name = wanted[: self._limit - len(tail)] + tail
        self._taken.add(name.casefold())
        return name


def _words(page: Page, header: Header, *, masked: bool) -> Words:
    return Words(header, page.records, rows=page.rows, masked=masked)


def _file_stem(wanted: str) -> str:
    # A masked number is not a star on a disk, and a point or blank at the end is lost on one of Windows.
    name = _DASHES.sub("-", _NOT_IN_FILE_NAMES.sub("_", wanted.replace("*", "×"))).strip(" .-")
    return f"_{name}" if _DEVICES.fullmatch(name) else name
