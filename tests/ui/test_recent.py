"""The list of books opened last: newest first, without doubles and without those that are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui import recent
from ui.recent import note_book, recent_books


def books(folder: Path, count: int) -> list[Path]:
    made = [folder / f"{number}.mqb" for number in range(count)]
    for path in made:
        path.write_bytes(b"")
    return made


def test_nothing_at_first() -> None:
    assert recent_books() == []


def test_the_newest_comes_first_and_once(tmp_path: Path) -> None:
    one, two, three = books(tmp_path, 3)
    for path in (one, two, three, one):
        note_book(path)
    assert recent_books() == [one, three, two]


def test_only_the_last_eight(tmp_path: Path) -> None:
    made = books(tmp_path, 11)
    for path in made:
        note_book(path)
    assert recent_books() == made[:2:-1]


def test_a_relative_path_is_kept_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [one] = books(tmp_path, 1)
    monkeypatch.chdir(tmp_path)
    note_book(Path(one.name))
    note_book(one)
    assert recent_books() == [one]


def test_books_that_are_gone_are_left_out(tmp_path: Path) -> None:
    one, two = books(tmp_path, 2)
    note_book(one)
    note_book(two)
    two.unlink()
    assert recent_books() == [one]


@pytest.mark.parametrize("text", ["", "{", "null", "[1, null]", "7", '{"a": 1}'])
def test_a_spoilt_list_is_an_empty_one(tmp_path: Path, text: str) -> None:
    [one] = books(tmp_path, 1)
    note_book(one)
    recent._store().write_text(text, encoding="utf-8")
    assert recent_books() == []
    note_book(one)
    assert recent_books() == [one]


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    recent._store().parent.parent.mkdir(parents=True, exist_ok=True)
    recent._store().parent.write_text("", encoding="utf-8")
    [one] = books(tmp_path, 1)
    note_book(one)
    assert recent_books() == []
