"""Which class is proposed for an appeal and why, and which parts of a text sound like appeals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.work.proposing import BookWords, book_words, find_matters, propose_categories, words_of
from tests.work.conftest import Family

TOLD = (
    "老两口在家，精神不错。秦守义说单元门口的垃圾桶两天没清，厨余和其他混在一起；另外门禁刷卡常没反应，晚上要等人开门。"
    "提醒了建册和补贴；儿子年底回来，想问孩子寒假托管。"
)


def names(text: str, book: BookWords | None = None) -> list[str]:
    return [one.category for one in propose_categories(text, book)]


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("楼道里电动车飞线充电", "飞线充电"),
        ("楼道里堆旧家具三个月", "楼道堆物"),
        ("单元门口的垃圾桶两天没清", "垃圾分类"),
        ("单元门关不严", "门禁"),
        ("楼道灯不亮", "照明"),
    ],
)
def test_words_of_the_code_list(text: str, likeliest: str) -> None:
    assert names(text)[0] == likeliest


@pytest.mark.parametrize("text", ["", "嗯", "一切都好", "ABC 123"])
def test_nothing_is_proposed_for_words_that_say_nothing(text: str) -> None:
    assert names(text) == []


def test_a_proposal_tells_its_reason() -> None:
    [proposal, *_] = propose_categories("车棚里飞线充电", BookWords({"车棚": ("飞线充电", 4)}))
    assert proposal.category == "飞线充电"
    assert proposal.why == "文中有“飞线”“充电”；本账本里这样说的诉求归在这一类（“车棚” 4 件）。"


def test_the_book_teaches_its_own_words_and_classes(ledger: Ledger) -> None:
    family = Family(ledger)
    for number in range(3):
        family.appeal(
            date(2026, 11, number + 1), title=f"海棠角凉亭漏雨第{number}次", category="凉亭修缮", handler="何×"
        )
    book = book_words(ledger)
    assert names("海棠角的石凳松了", book) == ["凉亭修缮"]
    assert names("海棠角的石凳松了") == []
    assert book.handlers == {"凉亭修缮": ("何×",)}
    assert book.usual == ("凉亭修缮",)


@pytest.mark.parametrize("classes", [["停车", "停车"], ["停车", "停车", "停车", "噪声", "噪声"]])
def test_too_few_or_divided_appeals_teach_nothing(classes: list[str]) -> None:
    assert words_of(Appeal(title="海棠角", category=one) for one in classes).classes == {}


def test_appeals_without_a_class_teach_nothing() -> None:
    assert words_of([Appeal(title="海棠角")] * 5) == BookWords()


def test_what_sounds_like_an_appeal_is_found_in_its_place() -> None:
    found = find_matters(TOLD)
    assert [one.title for one in found] == ["单元门口的垃圾桶两天没清，厨余和其他混在一起", "门禁刷卡常没反应"]
    assert [TOLD[one.start : one.end] for one in found] == [one.title for one in found]
    assert [one.proposals[0].category for one in found] == ["垃圾分类", "门禁"]


@pytest.mark.parametrize(
    "text", ["老两口身体都好，问了医保缴费。", "电梯没有问题。", "垃圾分类做得不错", "楼道灯修好了"]
)
def test_what_is_well_is_no_appeal(text: str) -> None:
    assert find_matters(text) == []


@given(st.text(alphabet="楼道灯不亮，。；垃圾没清说另外\n a1", max_size=60))
def test_places_lie_within_the_text(text: str) -> None:
    last = 0
    for one in find_matters(text):
        assert last <= one.start < one.end <= len(text)
        assert one.title
        assert one.proposals
        last = one.end
