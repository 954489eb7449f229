"""What the import preview says of rows and cells."""

from __future__ import annotations

import pytest

from minqing.exchange.plan import CellEdit, RowPlan, Verdict
from ui.pages.exchange_words import Sums, change_words, masked, sides, sum_words


def edited(ours: str, theirs: str, *, base: str | None = None, attribute: str = "phones") -> CellEdit:
    return CellEdit("resident", "R-1", attribute, "联系电话", "居民!C4", base, ours, theirs, {})


@pytest.mark.parametrize(
    ("slot", "attribute", "text", "shown"),
    [
        ("resident", "phones", "16900000107", "169****0107"),
        ("resident", "name", "谢玉兰", "谢玉兰"),
        ("visit", "extra:紧急电话", "找女儿 16900000107", "找女儿 169****0107"),
        ("resident", "id_number", "990101196803070417", "9901**********0417"),
    ],
)
def test_numbers_are_masked_by_their_field(slot: str, attribute: str, text: str, shown: str) -> None:
    assert masked(slot, attribute, text) == shown


def test_sides_are_masked_unless_that_hides_the_difference() -> None:
    assert sides(edited("16900000107", "16900000113")) == ("没有往来过", "169****0107", "169****0113")
    assert sides(edited("16900000107", "16911110107"))[1:] == ("16900000107", "16911110107")
    assert sides(edited("", "", base="")) == ("（空）", "（空）", "（清空）")


def test_an_update_says_from_what_to_what() -> None:
    row = RowPlan(0, 4, "3栋2单元501 谢玉兰", Verdict.UPDATE, {}, edits=(edited("16900000107", "16900000113"),))
    assert change_words(row) == "联系电话：169****0107 → 169****0113"


def test_the_foot_adds_up() -> None:
    sums = Sums(new=6, update=31, chosen=1, waiting=6)
    assert sum_words(sums) == "写入 38 行 = 新增 6 + 更新 31 + 已选定的冲突 1；另有 6 行存疑，还没处理"
    assert sums.plus(Sums(rest=2)).writing == 40
