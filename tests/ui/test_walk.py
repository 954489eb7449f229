"""A week's round through the real code."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui import walk


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINQING_PASSWORD", "守口如瓶")


def test_a_week(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    walk.walk(tmp_path / "一周", households=60)
    said = capsys.readouterr().out
    assert "记录走访 3 次，诉求 2 件" in said
    assert "更新 1 · 冲突 1 ·" in said
    assert "撤销整张表：改回 2 条；再恢复：改回 2 条。" in said
    assert "再导一次：0 行要改" in said
    assert "检查账本：完好。" in said
    names = sorted(path.suffix for path in (tmp_path / "一周").iterdir() if path.is_file())
    assert names == [".mqb", ".pdf", ".xlsx", ".xlsx"]


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["there"]])
def test_only_into_a_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert walk.main(arguments) == 2
    assert capsys.readouterr().out == ""
    assert not list((tmp_path / "there").iterdir())
