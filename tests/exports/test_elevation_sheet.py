"""A building on paper, judged by what readers of PDF and SVG find in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from exports.elevation_sheet import elevation_pages, walk_list, walk_list_pages
from minqing.errors import NothingToPrint
from minqing.ledger import Profile
from minqing.records.appeal import Appeal
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.elevation import Elevation, Site, elevation
from minqing.work.visit_list import HouseholdFile
from minqing.work.walking import Order, walking_order

TODAY = date(2026, 11, 19)
PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="生活桥小区")
SITE = Site("生活桥小区", "3")
SHAPE = Building(estate="生活桥小区", name="3", units=2, floors=6, doors_per_floor=2)


def family(room: str, name: str, *, days: int | None = None, **values: object) -> HouseholdFile:
    home = Household.model_validate(
        {"id": f"H{room}", "estate": "生活桥小区", "building": "3", "unit": "2", "room": room} | values
    )
    head = Resident(
        id=f"R{room}",
        household=home.id,
        name=name,
        relation="户主",
        phones=("16900005501",),
        care_groups=("残疾人",),
    )
    visit = Visit(id=f"V{room}", household=home.id, visited_on=TODAY - timedelta(days=days or 0), result="见面")
    appeal = Appeal(id=f"A{room}", household=home.id, title="楼道灯不亮", state="办理中")
    return HouseholdFile(home, (head,), (visit,) if days is not None else (), (appeal,))


@pytest.fixture
def building() -> Elevation:
    files = [
        family("601", "秦守义", days=99),
        family("602", "潘丽华", days=8, house_type="出租"),
        family("101", "#郝志强[*]$x$"),
    ]
    return elevation(SITE, SHAPE, files, TODAY)


def pdf_words(pdf: bytes, folder: Path) -> str:
    """What a reader of PDF finds, without spaces and line ends."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed here")
    (folder / "纸.pdf").write_bytes(pdf)
    run = subprocess.run(
        ["pdftotext", "-layout", str(folder / "纸.pdf"), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return re.sub(r"\s+", "", run.stdout)


def test_elevation_says_what_is_behind_every_door(building: Elevation, tmp_path: Path) -> None:
    [pdf] = elevation_pages(building, profile=PROFILE, on=TODAY, to="pdf")
    assert pdf.startswith(b"%PDF")
    found = pdf_words(pdf, tmp_path)
    for words in ("3栋走访立面图", "新光路街道生活桥社区生活桥小区", "2026年11月19日罗×", "90天内已访1/3户，33%",
                  "未结诉求3件",
                  "1单元", "2单元", "6层", "1层", "秦守义", "超90天99天", "残疾人", "出租", "还没有登记", "未登记21",
                  "第1页，共1页"):  # fmt: skip
        assert words in found, words
    assert found.count("还没有登记") == 21


def test_text_is_never_read_as_markup(building: Elevation, tmp_path: Path) -> None:
    [pdf] = elevation_pages(building, profile=PROFILE, on=TODAY, to="pdf")
    assert "#郝志强[*]$x$" in pdf_words(pdf, tmp_path)


def test_walk_list_in_order_with_masked_phones(building: Elevation, tmp_path: Path) -> None:
    doors = walking_order(building, Order.UP)[-6:]
    listed = walk_list("3栋走访清单", doors, order=Order.UP, filtered="超期未访", on=TODAY)
    assert listed.note == "从下到上，只列超期未访，6 个门"
    [pdf] = walk_list_pages(listed, profile=PROFILE, on=TODAY, to="pdf")
    found = pdf_words(pdf, tmp_path)
    for words in ("3栋走访清单", "从下到上，只列超期未访，6个门", "169****5501", "3栋2单元601", "还没有登记", "见面"):
        assert words in found, words
    assert "16900005501" not in found
    assert found.index("3栋2单元401") < found.index("3栋2单元501") < found.index("3栋2单元601")


def test_every_household_behind_a_door_has_its_line() -> None:
    twins = [family("601", "甲一", days=3), family("602", "乙二")]
    twins[1] = HouseholdFile(twins[1].household.with_values({"room": "601"}), twins[1].residents)
    [door] = elevation(SITE, None, twins, TODAY).doors.values()
    lines = walk_list("清单", [door], order=Order.DOWN, on=TODAY).lines
    assert [(line.name, line.state, line.last) for line in lines] == [
        ("甲一", "30天内", "11月16日 见面"),
        ("乙二", "从未", ""),
    ]


def test_a_low_building_lies_upright_and_a_wide_one_across() -> None:
    def ratio(units: int, floors: int) -> tuple[int, bool]:
        shape = SHAPE.with_values({"units": units, "floors": floors})
        pages = elevation_pages(elevation(SITE, shape, [], TODAY), profile=PROFILE, on=TODAY, to="svg")
        found = re.search(rb'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', pages[0])
        assert found
        return len(pages), float(found[1]) > float(found[2])

    assert ratio(3, 10) == (1, False)
    assert ratio(5, 6) == (1, True)
    assert ratio(8, 33) == (6, True)


@pytest.mark.parametrize("to", ["pdf", "svg"])
def test_nothing_to_print_is_told(to: str) -> None:
    empty = elevation(SITE, None, [], TODAY)
    with pytest.raises(NothingToPrint):
        elevation_pages(empty, profile=PROFILE, on=TODAY, to="pdf" if to == "pdf" else "svg")
    with pytest.raises(NothingToPrint):
        walk_list_pages(walk_list("清单", [], order=Order.DOWN, on=TODAY), profile=PROFILE, on=TODAY, to="svg")
