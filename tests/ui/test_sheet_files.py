"""Which files are meant by a folder, and in which order."""

from __future__ import annotations

from pathlib import Path

from ui.sheet_files import sheet_files


def test_a_sheet_comes_before_its_copies_and_what_is_none_is_left_out(tmp_path: Path) -> None:
    for name in ("周报(1).xlsx", "周报.xlsx", "周报 - 副本.et", "~$周报.xlsx", "说明.docx"):
        (tmp_path / name).touch()
    assert [path.name for path in sheet_files([tmp_path])] == ["周报.xlsx", "周报 - 副本.et", "周报(1).xlsx"]
