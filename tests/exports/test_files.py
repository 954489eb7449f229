"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.files import write_file, written_file
from minqing.errors import CannotWrite


def test_a_new_file_and_its_folder(tmp_path: Path) -> None:
    write_file(tmp_path / "导出" / "表.xlsx", b"new")
    assert (tmp_path / "导出" / "表.xlsx").read_bytes() == b"new"
    assert [path.name for path in (tmp_path / "导出").iterdir()] == ["表.xlsx"]


def test_an_old_file_is_replaced_only_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(b"old")
    with written_file(target, b"new"):
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"


def test_what_goes_wrong_in_the_block_leaves_no_trace(tmp_path: Path) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), written_file(target, b"new"):
        raise RuntimeError("the book did not take it")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "表.xlsx"
    target.write_bytes(b"old")

    def held(path: Path, *arguments: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(CannotWrite, match="WPS"):
        write_file(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("place", ["文件夹", "文件/表.xlsx"])
def test_places_where_no_file_can_be(tmp_path: Path, place: str) -> None:
    (tmp_path / "文件夹").mkdir()
    (tmp_path / "文件").touch()
    with pytest.raises(CannotWrite):
        write_file(tmp_path / place, b"new")


def test_an_account_book_s_name_is_no_place_for_another_file(tmp_path: Path) -> None:
    book = tmp_path / "账本.mqb"
    book.write_bytes(b"kept")
    with pytest.raises(CannotWrite, match="账本的文件名"):
        write_file(book, b"lost")
    assert book.read_bytes() == b"kept"
