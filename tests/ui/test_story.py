"""The story that the README tells goes as it is told, through the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from ui.camera import Camera
from ui.story import tell
from ui.story_desks import StoryBroken, hold


def test_two_laptops_and_an_office_agree_in_the_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (tmp_path / "books").mkdir()
    tell(tmp_path / "books", Camera(pictures, numbered=False))
    assert "三本账一致，11 行，一处没丢" in capsys.readouterr().out
    taken = {path.stem: path for path in pictures.iterdir()}
    assert sorted(taken) == [
        "story-account",
        "story-conflict",
        "story-reply",
        "story-restore",
        "story-roll",
        "story-same-household",
    ]
    sizes = {(image := QImage(str(path))).width(): image.height() for path in taken.values()}
    assert sizes == {1366: 768}
    assert max(path.stat().st_size for path in taken.values()) < 120_000


def test_a_story_that_goes_otherwise_is_said() -> None:
    hold(True, "一样")
    with pytest.raises(StoryBroken, match="名字不对：周建民"):
        hold(False, "名字不对", "周建民")
