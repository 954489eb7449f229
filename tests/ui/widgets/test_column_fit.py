"""Columns are as designed in Chinese; in English the words of the program get the room they need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ui.display import translate_display
from ui.preferences import Language
from ui.translation import speak
from ui.widgets.column_fit import column_widths
from ui.widgets.paint import state_badge, widest
from ui.widgets.table_model import Column

_COLUMNS: tuple[Column[str], ...] = (
    Column("门牌", lambda word: "9栋1单元301", width=112),
    Column("户主", lambda word: "仇玉兰", width=60),
    Column("结果", lambda word: word, width=64, badge=state_badge),
    Column("民情记录", lambda word: "身体都好", stretch=1),
)
_ROWS = ("见面", "无人")


@pytest.fixture
def english() -> Iterator[None]:
    speak(Language.ENGLISH)
    undo = translate_display()
    yield
    undo()
    speak(Language.CHINESE)


def test_chinese_columns_are_as_designed_and_the_rest_is_shared() -> None:
    assert column_widths(_COLUMNS, _ROWS, room=600, sorted_at=-1) == [112, 60, 64, 600 - 236]


def test_columns_that_share_nothing_grow_alike_to_the_end_of_the_table() -> None:
    widths = column_widths(_COLUMNS[:3], _ROWS, room=472, sorted_at=-1)
    assert widths == [224, 120, 128]
    assert column_widths(_COLUMNS[:3], _ROWS, room=200, sorted_at=-1) == [112, 60, 64]


def test_no_title_is_cut_not_even_beside_the_mark_of_the_sorted_column() -> None:
    title = widest(("走访提醒",), 13)
    narrow = (Column[str]("走访提醒", str, width=20), _COLUMNS[3])
    assert column_widths(narrow, _ROWS, room=600, sorted_at=-1)[0] >= title
    assert column_widths(narrow, _ROWS, room=600, sorted_at=0)[0] >= title + 15


@pytest.mark.usefixtures("english")
def test_english_titles_and_states_have_the_room_they_need() -> None:
    door, head, result, notes = column_widths(_COLUMNS, _ROWS, room=600, sorted_at=-1)
    assert door == 112, "what people wrote has the room it was given"
    assert head >= widest(("Head of household",), 13)
    assert result >= widest(("Nobody home",), 13) + 18
    assert door + head + result + notes == 600


@pytest.mark.usefixtures("english")
def test_states_are_shortened_before_the_notes_are_unreadable() -> None:
    widths = column_widths(_COLUMNS, _ROWS, room=330, sorted_at=-1)
    assert widths[2] == 64
    assert column_widths(_COLUMNS, (), room=330, sorted_at=-1)[3] >= 60
