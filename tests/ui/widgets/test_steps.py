"""The steps of a matter: spoken in order, as high as their words need, painted with and without text."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.steps import StepList, StepMark

STEPS = [
    StepMark("登记", "罗×", "11月3日 15:20"),
    StepMark("办理", "物业；" + "已派人上门查看，配件到货后更换。" * 6, "11月5日"),
    StepMark("回访", done=False),
]


def test_spoken_in_order() -> None:
    said = StepList(STEPS).accessibleName().split("；")
    assert said[0] == "登记 罗× 11月3日 15:20"
    assert said[-1] == "回访"


def test_grows_with_its_words() -> None:
    made = StepList(STEPS)
    assert made.hasHeightForWidth()
    assert made.heightForWidth(260) > made.heightForWidth(600) > 3 * 30
    assert StepList([]).heightForWidth(300) == 0


def test_paints_what_is_done_and_what_is_to_come(qtbot: QtBot) -> None:
    made = StepList(STEPS)
    qtbot.addWidget(made)
    made.resize(360, made.heightForWidth(360))
    made.show()
    drawn = made.grab().toImage()
    last = drawn.height() - 32 + 11
    assert drawn.pixelColor(4, 11).name().upper() == theme.ACCENT
    assert drawn.pixelColor(9, last).name().upper() == theme.PANEL
    assert drawn.pixelColor(9, 40).name().upper() == theme.ACCENT
