"""Everything the program says is translated, with the same places for values, and compiled."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ui.translating.sources import core, program_texts
from ui.translating.ts_file import QM, SENTENCES, TS, compile_ts, read_ts, write_ts

_PLACE = re.compile(r"%\d")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return program_texts()


def test_every_text_of_the_program_has_its_english(texts: list[str]) -> None:
    english = read_ts()
    assert [text for text in texts if text not in english] == []


def test_the_english_has_the_same_places_for_values(texts: list[str]) -> None:
    english = read_ts()
    differing = [text for text in texts if set(_PLACE.findall(text)) != set(_PLACE.findall(english[text]))]
    assert differing == []


def test_the_file_lists_the_texts_in_the_order_of_the_program(texts: list[str]) -> None:
    messages = list(ElementTree.parse(TS).iter("message"))
    current = [one for one in messages if one.find("translation[@type='vanished']") is None]
    assert [one.findtext("source") for one in current] == texts


def test_what_is_compiled_is_what_is_written(texts: list[str], tmp_path: Path) -> None:
    qm, sentences = tmp_path / "made.qm", tmp_path / "sentences.txt"
    compile_ts(texts, qm=qm, sentences=sentences)
    assert qm.read_bytes() == QM.read_bytes()
    assert sentences.read_text("utf-8") == SENTENCES.read_text("utf-8")


def test_gathering_again_keeps_translations_and_marks_what_vanished(tmp_path: Path) -> None:
    path = tmp_path / "words.ts"
    write_ts(["家庭", "共 %1 户"], {"家庭": "Households", "旧话": "Old words"}, path)
    kinds = [one.get("type") for one in ElementTree.parse(path).iter("translation")]
    assert kinds == [None, "unfinished", "vanished"]
    assert read_ts(path) == {"家庭": "Households", "旧话": "Old words"}


def test_sentences_keep_places_and_dates_count_as_one(texts: list[str]) -> None:
    assert "“%1”早于“%2”。请核对这两个日期" in texts
    assert not [text for text in texts if "%1月%2日" in text]


@pytest.mark.parametrize(
    ("text", "inner"), [("，增加 %1", "增加 %1"), ("（含空置的）", "含空置的"), ("共 %1 户", "共 %1 户")]
)
def test_marks_that_join_texts_are_not_part_of_them(text: str, inner: str) -> None:
    assert core(text) == inner
