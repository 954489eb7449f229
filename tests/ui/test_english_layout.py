"""All that is pictured can be read to the end of its words in English, the pages also in Chinese, in any size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from minqing.actions.sample import PROFILE
from minqing.ledger import Ledger
from resources import resource
from tests.ui.measuring import Eye, MeasuringCamera
from tests.ui.sample_book import PASSWORD
from tests.ui.test_english_window import PAGES, left_over, people_wrote
from ui import display, shots
from ui.app import Desk
from ui.display import translate_display
from ui.preferences import Language
from ui.translation import shown, speak

_FILES = re.compile(r"""[^\s"]+(?:\.(?:xlsx|mqb|jpg)|…$)|\w家\b|"填报单位：〔社区〕"|填报单位（盖章）：|填报人：""")
"""Names of files, what the sample calls a family by its head, and what stands on a sheet as it is shown."""
_NAMES = ("生活桥社区居民信息表（学）", "基本满意")
"""The form that is learned on the way, and a word that is told in a row with what was done."""


@pytest.fixture
def eye() -> Iterator[Eye]:
    """Sees what is painted."""
    with pytest.MonkeyPatch.context() as patch:
        yield Eye(patch)


@pytest.fixture
def said(eye: Eye) -> Iterator[dict[str, str]]:
    """What the window says in English, by what was given to Qt."""
    found: dict[str, str] = {}

    def spy(text: str) -> str:
        found[text] = shown(text)
        return found[text]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(display, "shown", spy)
        speak(Language.ENGLISH)
        undo = translate_display()
        yield found
        undo()
        speak(Language.CHINESE)


def _typed() -> str:
    """What the sample says, and what the tour writes into sheets, drawers and search lines as people would."""
    sources = (*Path(shots.__file__).parent.glob("shots*.py"), resource("sample.toml"))
    return "\n".join((*(path.read_text("utf-8") for path in sources), *_NAMES))


def test_english_words_are_all_there(
    eye: Eye, said: dict[str, str], ledger: Ledger, tmp_path: Path, qtbot: QtBot
) -> None:
    camera = MeasuringCamera(eye)
    with Ledger.create(tmp_path / "空账本.mqb", PASSWORD, PROFILE) as empty:
        desk = Desk(ledger, inline=True)
        qtbot.addWidget(desk.window)
        shots.tour(desk, camera, folder=tmp_path, empty=empty)
    shorter = {text: _FILES.sub("", made) for text, made in said.items()}
    left = left_over(shorter, people_wrote(ledger) + _typed())
    assert not left, "\n".join(f"{text!r} -> {made!r}" for text, made in left)
    assert not camera.faults, f"{len(camera.faults)} faults:\n{camera}"


def test_chinese_words_are_all_there(eye: Eye, desk: Desk) -> None:
    camera = MeasuringCamera(eye)
    for key in PAGES:
        desk.window.show_page(key)
        camera.take(desk.window, key)
    assert not camera.faults, f"{len(camera.faults)} faults:\n{camera}"
