"""One text in, the text of the window's language out."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from ui import translation
from ui.preferences import Language
from ui.translation import as_written, shown, speak


@pytest.fixture
def english() -> Iterator[None]:
    speak(Language.ENGLISH)
    yield
    speak(Language.CHINESE)


def test_in_chinese_a_text_is_the_very_text_it_was() -> None:
    text = "共 5 户"
    assert shown(text) is text


@pytest.mark.parametrize(
    ("chinese", "said"),
    [
        ("家庭", "Households"),
        ("11月22日", "22 Nov"),
        ("2026年3月", "Mar 2026"),
        ("2026年第47周", "week 47 of 2026"),
        ("周五", "Fri"),
        ("2栋", "Bldg 2"),
        ("撤销", "Undo"),
        ("设置\tCtrl+9", "Settings\tCtrl+9"),
        ("“走访日期”早于“登记日期”。请核对这两个日期", None),
    ],
)
@pytest.mark.usefixtures("english")
def test_known_texts_are_said_in_english(chinese: str, said: str | None) -> None:
    made = shown(chinese)
    assert not translation.HAN.search(made)
    assert said is None or made == said


@pytest.mark.parametrize("text", ["仇玉兰", "9栋1单元301", "信报箱的锁坏了", "老人在家，讲了用气安全。", "Ctrl+K", ""])
@pytest.mark.usefixtures("english")
def test_names_doors_and_what_people_wrote_stay(text: str) -> None:
    assert shown(text) == text


@pytest.mark.usefixtures("english")
def test_values_of_a_sentence_are_said_too_and_names_in_it_stay() -> None:
    made = shown("40 岁，上次见面 10月15日，建议上午")
    assert "15 Oct" in made
    assert not translation.HAN.search(made)
    assert "仇玉兰" in shown("改成员 仇玉兰")


@pytest.mark.usefixtures("english")
def test_one_of_a_thing_is_said_of_one() -> None:
    assert shown("共 1 户").startswith("1 household ")
    assert shown("共 31 户").startswith("31 households ")


@pytest.mark.usefixtures("english")
def test_what_was_said_in_english_stays_as_it_is() -> None:
    made = shown("撤销：改成员 仇玉兰\tCtrl+Z")
    assert shown(made) == made


@pytest.mark.usefixtures("english")
def test_somebodys_sheet_is_painted_as_it_was_written() -> None:
    with as_written():
        assert shown("户主") == "户主"
    assert shown("户主") != "户主"


@pytest.mark.usefixtures("english")
def test_a_long_description_of_a_picture_takes_no_time() -> None:
    months = "；".join(f"{month}月（{month}月1日至{month}月28日）新增 {month} 件，办结 0 件" for month in range(1, 13))
    before = time.perf_counter()
    made = shown(months)
    assert time.perf_counter() - before < 0.5
    assert not translation.HAN.search(made)
