"""诉求清单 on paper, judged by what a reader of PDF finds in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from exports.appeal_list import AppealRow, Limits, appeal_list_pages
from minqing.errors import NothingToPrint
from minqing.ledger import Profile

TODAY = date(2026, 11, 19)
PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="生活桥小区")
HEADINGS = "序号编号门牌户主事由类别状态期限责任人办理情况"


USUAL = AppealRow(
    number="98-001", door="6栋3单元102", name="郭守田", subject="楼下餐馆油烟直排进卧室", category="油烟",
    state="已吹哨", due="11月30日", left="还剩 7 个工作日", late=False, handler="物业 冯×",
)  # fmt: skip


def row(which: int = 1, **values: Any) -> AppealRow:
    return replace(USUAL, **({"number": f"98-{which:03}"} | values))


def printed(rows: list[AppealRow], folder: Path, limits: str = "全部诉求") -> list[str]:
    """What stands on each page, without spaces and line ends."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed here")
    [pdf] = appeal_list_pages(rows, limits=limits, profile=PROFILE, on=TODAY, to="pdf")
    (folder / "清单.pdf").write_bytes(pdf)
    run = subprocess.run(
        ["pdftotext", "-layout", str(folder / "清单.pdf"), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return [re.sub(r"[\s\u200b]+", "", page) for page in run.stdout.split("\f") if page.strip()]


def test_whose_list_and_every_column(tmp_path: Path) -> None:
    [page] = printed([row()], tmp_path, "只列已吹哨")
    for words in ("诉求清单", "新光路街道生活桥社区生活桥小区", "2026年11月19日罗×", "只列已吹哨，共1件", HEADINGS,
                  "98-001", "6栋3单元102", "郭守田", "楼下餐馆油烟直排进卧室", "油烟", "11月30日", "还剩7个工作日",
                  "物业冯×", "第1页，共1页"):  # fmt: skip
        assert words in page, words
    assert "超期" not in page


def test_the_heading_and_a_number_are_on_every_page(tmp_path: Path) -> None:
    pages = printed([row(number) for number in range(1, 41)], tmp_path)
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert HEADINGS in page
        assert f"第{number}页，共{len(pages)}页" in page
    assert re.findall(r"98-\d{3}", "".join(pages)) == [f"98-{number:03}" for number in range(1, 41)]


def test_pages_lie_across() -> None:
    [page] = appeal_list_pages([row()], limits="全部诉求", profile=PROFILE, on=TODAY, to="svg")
    found = re.search(rb'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', page)
    assert found
    assert float(found[1]) > float(found[2])


def test_overdue_ones_have_a_sign_and_words(tmp_path: Path) -> None:
    late = row(2, late=True, left="超 3 天")
    [page] = printed([row(), late], tmp_path)
    assert "共2件，超期1件" in page
    assert page.count("超期3天") == 1

    def marks(*rows: AppealRow) -> int:
        [svg] = appeal_list_pages(rows, limits="", profile=PROFILE, on=TODAY, to="svg")
        return svg.count(b'<path fill="#000000"')

    assert marks(row(), late) == marks(row(), row(2)) + 2, "one in its line, one that says what it means"


def test_numbers_of_people_are_hidden_but_not_the_appeals_own(tmp_path: Path) -> None:
    told = row(subject="请打16900005501，证号990101194912310417", handler="物业 冯× 16900005502")
    page = printed([told, row(2, number="12345202611190001")], tmp_path)[0]
    for words in ("169****5501", "169****5502", "12345202"):
        assert words in page, words
    for hidden in ("16900005501", "16900005502", "194912310417"):
        assert hidden not in page


def test_long_texts_wrap_and_what_is_no_line_any_more_is_cut(tmp_path: Path) -> None:
    long = row(subject="楼道里堆满了旧家具" * 10, number="GD20261119000123456", handler="a" * 60)
    [page] = printed([long], tmp_path)
    assert page.count("楼道里堆") > 4
    assert "……" not in page
    assert page.count("a") == 60
    cut = printed([row(subject="甲" * 400)], tmp_path)[0]
    assert cut.count("甲") == 200
    assert "……" in cut


def test_text_is_never_read_as_markup(tmp_path: Path) -> None:
    assert "#甲[*]$x$" in printed([row(subject="#甲[*]$x$")], tmp_path)[0]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(), "全部诉求"),
        (Limits(state="办理中"), "只列办理中"),
        (
            Limits(listing="7栋 未结诉求", state="超期", since="近 4 周", category="油烟", handler="物业 冯×"),
            "只列7栋 未结诉求、超期、近 4 周登记、类别“油烟”、责任人“物业 冯×”",
        ),
    ],
)
def test_limits_in_words(limits: Limits, words: str) -> None:
    assert limits.words == words


def test_nothing_to_print_is_told() -> None:
    with pytest.raises(NothingToPrint):
        appeal_list_pages([], limits="", profile=PROFILE, on=TODAY, to="pdf")
