"""All made books, and all files that they make: each book in every file type that can hold its quirks."""

from __future__ import annotations

from collections.abc import Iterator

from tests.forms.made.kinds import FILE_TYPES, FileType, can_hold
from tests.forms.made.layouts import LAYOUTS
from tests.forms.made.lists import LISTS
from tests.forms.made.lists_of_matters import LISTS_OF_MATTERS
from tests.forms.made.model import Book
from tests.forms.made.others import OTHERS
from tests.forms.made.pages import PAGES
from tests.forms.made.spellings import SPELLINGS
from tests.forms.made.values import VALUES

BOOKS: tuple[Book, ...] = (*LAYOUTS, *PAGES, *VALUES, *SPELLINGS, *OTHERS, *LISTS, *LISTS_OF_MATTERS)


def made_files() -> Iterator[tuple[Book, FileType]]:
    """Every book with every file type that holds what it is there to show."""
    for book in BOOKS:
        for kind in FILE_TYPES:
            if can_hold(kind, book):
                yield book, kind


def sample_files(count: int = 4) -> Iterator[tuple[Book, FileType]]:
    """Every book as .xlsx and in some more file types, others for each book, so that all types come up.

    Locked ones are few: what a password costs is meant to be slow.
    """
    for number, book in enumerate(BOOKS):
        fitting = [kind for kind in FILE_TYPES if can_hold(kind, book)]
        others = [kind for kind in fitting[1:] if not kind.password or number % 16 == 0]
        start = -2 if number % 16 == 0 else number * (count - 1)
        yield book, fitting[0]
        for step in range(min(count - 1, len(others))):
            yield book, others[(start + step) % len(others)]
