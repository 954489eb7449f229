"""The whole window in English: nothing but names and what people wrote is in Chinese, and nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.codes import code_list
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.values import Kind
from minqing.records.visit import Visit
from tests.ui.sample_book import DOOR
from ui import display
from ui.app import Desk
from ui.dialogs.entry_fields import entry_field
from ui.dialogs.start import StartDialog
from ui.display import translate_display
from ui.kin import kin
from ui.notices import Box, WindowNotices
from ui.preferences import Language
from ui.translation import shown, speak
from ui.widgets.form import make_input
from ui.widgets.text import label

_RUN = re.compile(r"[\u3400-\u9fff]+")
_PLACES = re.compile(r"\d+栋|\d+单元|\d+层|第?\d+网格")
PAGES = ("today", "building", "home", "visits", "appeals", "exchange", "stats", "settings")
_WRITTEN = frozenset({Kind.TEXT, Kind.LONG})
_BESIDE = frozenset({"样本", "起一周走访", "登记一家", "住户底册", "样本账本"})
"""What changes of the sample are called, and its file."""


@pytest.fixture
def english() -> Iterator[dict[str, str]]:
    """Everything shown while the window speaks English, by what was given to Qt."""
    said: dict[str, str] = {}

    def spy(text: str) -> str:
        made = shown(text)
        said[text] = made
        return made

    speak(Language.ENGLISH)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(display, "shown", spy)
        undo = translate_display()
        yield said
        undo()
    speak(Language.CHINESE)


def people_wrote(ledger: Ledger) -> str:
    """What people wrote in the book: names, doors and free text, not the words to choose from."""
    models: tuple[type[Record], ...] = (Household, Resident, Visit, Appeal, Contact)
    found = []
    for model in models:
        names = [name for name, one in model.fields().items() if one.kind in _WRITTEN]
        for record in ledger.records(model):
            found += [record.show(name) for name in names]
            found += [str(getattr(record, name, "")) for name in ("met", "visitors", "steps")]
    profile = ledger.profile
    return "\n".join([*found, profile.owner, profile.community, profile.street, profile.estate, str(profile)])


def left_over(said: dict[str, str], written: str) -> list[tuple[str, str]]:
    """What is still in Chinese though nobody wrote it, with what it was before."""
    left = []
    for text, made in said.items():
        runs = _RUN.findall(_PLACES.sub(" ", made))
        if any(run not in written and run not in _BESIDE for run in runs):
            left.append((text, made))
    return left


def _show_everything(desk: Desk, qtbot: QtBot) -> list[QWidget]:
    window = desk.window
    for key in PAGES:
        window.show_page(key)
        QApplication.processEvents()
        window.grab()
    home = next(one for one in desk.ledger.records(Household) if one.door == DOOR)
    for wish in ("household", "record_visit"):
        desk.go(wish, home.id)
        QApplication.processEvents()
        window.grab()
    return [window]


def test_the_window_says_nothing_in_chinese_but_what_people_wrote(
    english: dict[str, str], desk: Desk, qtbot: QtBot
) -> None:
    _show_everything(desk, qtbot)
    assert len(english) > 400
    left = left_over(english, people_wrote(desk.ledger))
    assert not left, "\n".join(f"{text!r} -> {made!r}" for text, made in left)


def _cut(widget: QWidget) -> str:
    """What of ``widget``'s text cannot be read, if it is one that does not shorten its text by itself."""
    if isinstance(widget, QLabel) and widget.wordWrap() and widget.text():
        return widget.text() if widget.height() < widget.heightForWidth(widget.width()) - 1 else ""
    if isinstance(widget, QCheckBox):
        return widget.text() if widget.width() < widget.sizeHint().width() else ""
    return ""


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)])
def test_longer_words_are_not_cut(english: dict[str, str], desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    for key in (one for one in PAGES if size[1] > 600 or one != "exchange"):
        page = desk.window.show_page(key)
        QApplication.processEvents()
        assert [_cut(one) for one in page.findChildren(QWidget) if one.isVisible() and _cut(one)] == [], key


def test_dialogs_of_the_first_start_fit_their_words(english: dict[str, str], qtbot: QtBot) -> None:
    dialog = StartDialog(WindowNotices)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_new()
    QApplication.processEvents()
    dialog.grab()
    assert [_cut(one) for one in dialog.findChildren(QWidget) if one.isVisible() and _cut(one)] == []
    assert not [made for made in english.values() if _RUN.search(made) and "罗" not in made and "/" not in made]


def test_a_question_is_asked_in_english_and_answers_keep_their_keys(english: dict[str, str], qtbot: QtBot) -> None:
    box = Box("还有没保存的内容，要保存吗？", "", (("save", "保存"), ("drop", "不保存")), default="save")
    qtbot.addWidget(box)
    assert box.buttons["save"].text() == "Save"
    box.buttons["drop"].click()
    assert box.choice == "drop"


def test_what_is_typed_stays(english: dict[str, str], qtbot: QtBot) -> None:
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.setText("户主")
    edit.setPlaceholderText("密码")
    assert (edit.text(), edit.placeholderText()) == ("户主", "Password")


def test_every_choice_keeps_its_value_whatever_it_is_called(english: dict[str, str], qtbot: QtBot) -> None:
    for model, name in (
        (Resident, "ethnic"),
        (Resident, "education"),
        (Household, "house_type"),
    ):
        made = make_input(entry_field(model, name))
        qtbot.addWidget(made)
        for word in code_list(name).values:
            made.set_value(word)
            assert made.value() == word


def test_a_daughter_is_not_called_by_her_sex(english: dict[str, str]) -> None:
    assert (shown(kin("女")), shown("女"), kin("妻")) == ("Daughter", "Female", "妻")


def test_each_text_goes_through_one_door_however_often_they_were_hung(qtbot: QtBot) -> None:
    seen: list[str] = []

    def spy(text: str) -> str:
        seen.append(text)
        return text

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(display, "shown", spy)
        undo = translate_display()
        translate_display()
        made = label("户主")
        menu = QMenu()
        menu.addAction("打印…")
        box = QCheckBox("号码打码")
        undo()
    for one in (made, menu, box):
        qtbot.addWidget(one)
    assert [seen.count(text) for text in ("户主", "打印…", "号码打码")] == [1, 1, 1]


def test_undoing_leaves_qt_as_it_was(qtbot: QtBot) -> None:
    doors = {(owner, name) for owner, names in display._DOORS.items() for name in names}
    before = {door: vars(door[0]).get(door[1]) for door in doors}
    speak(Language.ENGLISH)
    translate_display()()
    assert {door: vars(door[0]).get(door[1]) for door in doors} == before
    speak(Language.CHINESE)
    made = QLabel("户主")
    qtbot.addWidget(made)
    made.setText("家庭")
    assert made.text() == "家庭"
