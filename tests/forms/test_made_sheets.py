"""Made sheets with every quirk that real ones have, in every file type: what is read is true, and nothing else is."""

from __future__ import annotations

import shutil
import struct
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from minqing.errors import EncryptedSheet, SheetError, UnsureForm, WrongSheetPassword
from minqing.forms.sheet import read_file
from tests.forms.made.catalogue import BOOKS, sample_files
from tests.forms.made.judge import Score, judge
from tests.forms.made.kinds import FILE_TYPES, PASSWORD, FileType, can_hold, write
from tests.forms.made.model import Book

SAMPLE = tuple(sample_files())
_OFFICE = shutil.which("soffice")


def _told(score: Score) -> str:
    """The findings, the wrong values first, as the message of a failing test."""
    found = sorted(score.findings, key=lambda one: not one.startswith("WRONG"))
    return "\n".join([f"{score.columns_right}/{score.columns} {score.rows_right}/{score.rows}", *found[:12]])


@pytest.mark.parametrize(("book", "kind"), SAMPLE, ids=[f"{book.name}-{kind.name}" for book, kind in SAMPLE])
def test_what_is_read_is_true(book: Book, kind: FileType, tmp_path: Path) -> None:
    score = judge(write(book, kind, tmp_path), book, password=kind.password)
    assert not score.findings, _told(score)
    assert score.perfect


def test_the_sample_has_every_file_type_and_every_book() -> None:
    kinds = Counter(kind.name for _, kind in SAMPLE)
    assert min(kinds[kind.name] for kind in FILE_TYPES) >= 2
    assert len(BOOKS) >= 45
    assert {book.name for book, _ in SAMPLE} == {book.name for book in BOOKS}


def test_names_of_books_are_their_own() -> None:
    assert len({book.name for book in BOOKS}) == len(BOOKS)


@pytest.mark.parametrize("name", ["xlsx locked", "xls locked"])
def test_a_locked_sheet_asks_for_its_password(name: str, tmp_path: Path) -> None:
    kind = next(one for one in FILE_TYPES if one.name == name)
    path = write(BOOKS[0], kind, tmp_path)
    with pytest.raises(EncryptedSheet):
        read_file(path)
    with pytest.raises(WrongSheetPassword):
        read_file(path, password="不对")
    assert len(read_file(path, password=PASSWORD).readings[0].rows) == 3


def test_what_was_answered_once_is_not_asked_again(tmp_path: Path) -> None:
    book = next(one for one in BOOKS if one.asks)
    path = write(book, FILE_TYPES[0], tmp_path)
    with pytest.raises(UnsureForm) as asked:
        read_file(path)
    for offered in asked.value.candidates:
        found = read_file(path, choices={asked.value.layout: offered.name}).readings[0]
        assert (found.name, found.answer) == (offered.name, offered.name)
        again = read_file(path, answers={asked.value.layout: offered.name}).readings[0]
        assert [row.cells for row in again.rows] == [row.cells for row in found.rows]


_SAVED_AGAIN = [book for book in BOOKS if can_hold(FILE_TYPES[0], book) and "xlsx" not in book.needs]


@pytest.fixture(scope="session")
def saved_by_an_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dozen made workbooks as LibreOffice saves them, as .xls and .ods, all in one go."""
    if _OFFICE is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("office")
    made = [str(write(book, FILE_TYPES[0], folder)) for book in _SAVED_AGAIN[::5]]
    for kind in ("xls", "ods"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [_OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *made]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_what_another_office_saved_is_read_as_before(kind: str, saved_by_an_office: Path) -> None:
    found = {}
    for book in _SAVED_AGAIN[::5]:
        score = judge(saved_by_an_office / f"{book.name}.{kind}", book)
        plain = judge(saved_by_an_office / f"{book.name}.xlsx", book)
        if (score.columns_right, score.rows_right, score.wrong) != (plain.columns_right, plain.rows_right, plain.wrong):
            found[book.name] = _told(score)
    assert not found, "\n".join(f"{name}: {told}" for name, told in found.items())


def test_a_locked_workbook_with_stray_bytes_at_its_end_is_called_unreadable(tmp_path: Path) -> None:
    kind = next(one for one in FILE_TYPES if one.name == "xls locked")
    path = write(BOOKS[0], kind, tmp_path)
    data = bytearray(path.read_bytes())
    size = data.rfind("Workbook".encode("utf-16-le")) + 120
    struct.pack_into("<I", data, size, struct.unpack_from("<I", data, size)[0] + 1)
    path.write_bytes(data)
    with pytest.raises(SheetError):
        read_file(path, password=PASSWORD)


def test_the_judge_notices_what_is_false(tmp_path: Path) -> None:
    book = BOOKS[0]
    path = write(book, FILE_TYPES[0], tmp_path)
    table = book.sheets[0].tables[0]
    first = table.rows[0]
    lie = replace(first, cells=(first.cells[0], "别人", *first.cells[2:]))
    told = replace(book, sheets=(replace(book.sheets[0], tables=(replace(table, rows=(lie, *table.rows[1:])),)),))
    score = judge(path, told)
    assert (score.wrong, score.rows_right, score.columns_right) == (1, 2, score.columns)
    gone = replace(book, sheets=(replace(book.sheets[0], declined=True),))
    assert judge(path, gone).wrong >= 3
