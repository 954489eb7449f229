"""The entry form: values in and out for each kind, errors under their fields, Tab as the eye goes."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import compose
from ui.widgets.choice_inputs import ChipsInput, ComboInput, ManyInput
from ui.widgets.date_inputs import DateInput, read_date, read_time
from ui.widgets.form import EntryForm, FormField
from ui.widgets.inputs import PhonesInput, TextInput
from ui.widgets.picks import Choice

RELATIONS = ("户主", "配偶", "子", "女", "儿媳", "女婿", "孙子", "孙女")
FIELDS = (
    FormField("name", "姓名", required=True),
    FormField("phones", "电话", "phones"),
    FormField("born", "出生", "date", quick=(("今天", 0),)),
    FormField("at", "时间", "time", beside=True),
    FormField("people", "人数", "int"),
    FormField("sex", "性别", "choice", ("男", "女")),
    FormField("relation", "关系", "choice", RELATIONS),
    FormField("result", "结果", "tiles", (Choice("met", "见面"), Choice("nobody", "无人"))),
    FormField("groups", "人群", "many", ("独居老人", "残疾人"), open=True),
    FormField("notes", "备注", "long", hint="写清楚是谁说的", heading="其他"),
)
VALUES: dict[str, object] = {
    "name": "郭守田",
    "phones": ("13800000001", "0731-1234567"),
    "born": date(1968, 7, 1),
    "at": time(15, 20),
    "people": 5,
    "sex": "男",
    "relation": "儿媳",
    "result": "nobody",
    "groups": ("残疾人", "独居老人的邻居"),
    "notes": "第一行\n第二行",
}


@pytest.fixture
def form(qtbot: QtBot) -> EntryForm:
    made = EntryForm(FIELDS)
    qtbot.addWidget(made)
    made.resize(560, 800)
    made.show()
    return made


def line(form: EntryForm, name: str) -> QLineEdit:
    made = form.input(name)
    assert isinstance(made, TextInput | DateInput | ComboInput)
    return made.edit


def test_values_come_back_as_they_were_put(form: EntryForm) -> None:
    form.set_values(VALUES)
    assert form.values() == VALUES
    assert not form.dirty


def test_blank_form_gives_blank_values(form: EntryForm) -> None:
    assert form.values() == {
        "name": "",
        "phones": (),
        "born": None,
        "at": None,
        "people": None,
        "sex": "",
        "relation": "",
        "result": "",
        "groups": (),
        "notes": "",
    }


def test_typing_makes_dirty_and_tells(qtbot: QtBot, form: EntryForm) -> None:
    form.set_values(VALUES)
    with qtbot.waitSignal(form.changed, timeout=500):
        compose(line(form, "name"), "一")
    assert form.dirty
    form.set_clean()
    assert not form.dirty


def test_setting_values_is_not_a_change(qtbot: QtBot, form: EntryForm) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_values(VALUES)


def test_error_stands_under_its_field_and_goes_when_it_is_edited(qtbot: QtBot, form: EntryForm) -> None:
    form.show_errors({"born": "“出生”晚于今天。请改日期，或留空。", "name": "请填写姓名。"})
    assert form.error("name") == "请填写姓名。"
    assert form.error("born").startswith("“出生”")
    assert QApplication.focusWidget() is line(form, "name")
    assert line(form, "name").property("bad") is True
    compose(line(form, "name"), "郭")
    assert form.error("name") == ""
    assert line(form, "name").property("bad") is False
    assert form.error("born") != ""
    error, edit = form._errors["born"], line(form, "born")
    assert error.mapTo(form, error.rect().topLeft()).y() >= edit.mapTo(form, edit.rect().bottomLeft()).y()


def test_error_without_a_field_is_not_lost(form: EntryForm) -> None:
    form.show_errors({"door": "3栋2单元501 已有一户。"})
    assert form.error("name") == "3栋2单元501 已有一户。"


def test_unreadable_text_is_kept_for_the_rules_to_judge(qtbot: QtBot, form: EntryForm) -> None:
    QTest.keyClicks(line(form, "born"), "2024.13.8")
    QTest.keyClicks(line(form, "people"), "five")
    values = form.values()
    assert values["born"] == "2024.13.8"
    assert values["people"] == "five"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-19", date(2026, 11, 19)),
        ("2018.7.30", date(2018, 7, 30)),
        ("2020/1/6", date(2020, 1, 6)),
        ("6月9日", date(2026, 6, 9)),
        ("11-19", date(2026, 11, 19)),
        ("20260408", date(2026, 4, 8)),
        ("2024.13.8", None),
        ("下周", None),
    ],
)
def test_days_as_people_type_them(text: str, day: date | None) -> None:
    assert read_date(text, today=date(2026, 11, 22)) == day


@pytest.mark.parametrize(("text", "moment"), [("15:20", time(15, 20)), ("9：5", time(9, 5)), ("25:00", None)])
def test_times_as_people_type_them(text: str, moment: time | None) -> None:
    assert read_time(text) == moment


def test_few_words_are_chips_and_many_a_list(form: EntryForm) -> None:
    assert isinstance(form.input("sex"), ChipsInput)
    assert isinstance(form.input("relation"), ComboInput)


def test_tile_is_chosen_by_its_number(qtbot: QtBot, form: EntryForm) -> None:
    made = form.input("result")
    assert isinstance(made, ChipsInput)
    made.focus_first()
    QTest.keyClicks(made.row.picks[0], "2")
    assert made.value() == "nobody"
    QTest.keyClick(made.row.picks[1], Qt.Key.Key_Left)
    assert made.value() == "met"


def test_radio_chip_can_be_taken_back_unless_required(qtbot: QtBot, form: EntryForm) -> None:
    made = form.input("sex")
    assert isinstance(made, ChipsInput)
    for expected in ("男", ""):
        QTest.mouseClick(made.row.picks[0], Qt.MouseButton.LeftButton)
        assert made.value() == expected


def test_own_word_is_added_to_many(qtbot: QtBot, form: EntryForm) -> None:
    made = form.input("groups")
    assert isinstance(made, ManyInput)
    QTest.mouseClick(made.adder, Qt.MouseButton.LeftButton)
    compose(made.typed, "新手妈妈")
    QTest.keyClick(made.typed, Qt.Key.Key_Return)
    assert made.value() == ("新手妈妈",)
    assert made.typed.isHidden()


def test_one_more_phone(qtbot: QtBot, form: EntryForm) -> None:
    made = form.input("phones")
    assert isinstance(made, PhonesInput)
    QTest.keyClicks(made.edits[0], "13800000001")
    QTest.mouseClick(made._more, Qt.MouseButton.LeftButton)
    QTest.keyClicks(made.edits[1], "13800000002")
    assert made.value() == ("13800000001", "13800000002")


def test_quick_button_and_calendar_set_the_day(qtbot: QtBot) -> None:
    made = DateInput("下次走访", quick=(("+30天", 30),), today=date(2026, 11, 19))
    qtbot.addWidget(made)
    made._take(date(2026, 11, 20))
    assert made.value() == date(2026, 11, 20)
    made._jumper(30)()
    assert made.value() == date(2026, 12, 19)


def test_tab_goes_down_the_form(qtbot: QtBot, form: EntryForm) -> None:
    form.focus_first()
    places: list[tuple[int, int]] = []
    for _ in range(14):
        focused = QApplication.focusWidget()
        assert focused is not None
        top = focused.mapTo(form, focused.rect().topLeft())
        places.append((top.y() // 20, top.x()))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is line(form, "name"):
            break
    assert places == sorted(places)
    assert len(places) >= 10


def test_a_fixed_choice_is_always_one_of_them(window: QWidget) -> None:
    days = [Choice(str(number), f"周{day}") for number, day in enumerate("一二三四五六日")]
    form = EntryForm([FormField("day", "一周从", "choice", days, required=True, fixed=True)])
    form.setParent(window)
    form.show()
    day = form.input("day")
    assert isinstance(day, ComboInput)
    day.set_value("4")
    taken: list[object] = []
    form.changed.connect(lambda: taken.append(day.value()))
    day.edit.setFocus()
    day.edit.selectAll()
    for text in ("周", "八"):
        compose(day.edit, text)
    assert set(taken) == {"4"}
    QTest.keyClick(day.edit, Qt.Key.Key_Return)
    assert day.edit.text() == "周五"
    day.edit.selectAll()
    compose(day.edit, "周二")
    assert day.value() == "1"
