"""Who sent a sheet that does not say so: asked once, then known by its layout and its 填报单位."""

from __future__ import annotations

from pathlib import Path

from minqing.actions.reading import read_for
from minqing.exchange.applying import apply_plan
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from tests.exchange.conftest import empty, sheet

__all__ = ["empty"]

VISITS = "走访日期|小区|门牌|户主|走访人|走访记录|备注"


def came(ledger: Ledger, folder: Path, name: str, unit: str, *, said: str = "") -> str:
    """Take in a sheet of one row; gives who the book thinks sent it before anybody says so."""
    row = f"2026-11-{10 + len(ledger.exchanges())}|生活桥小区|1-2-501|谢玉兰|陈×|{name}|"
    path = sheet(folder / f"{name}.xlsx", VISITS, row, title=f"填报单位：{unit}" if unit else "走访台账")
    readings = read_for(ledger, path).readings
    apply_plan(ledger, make_plan(ledger, readings, partner=said))
    return readings[0].partner


def test_it_is_asked_once_per_layout_and_unit(empty: Ledger, tmp_path: Path) -> None:
    assert came(empty, tmp_path, "第一周", "新光路街道生活桥社区", said="生活桥 罗×") == "新光路街道生活桥社区"
    assert came(empty, tmp_path, "第二周", "新光路街道生活桥社区") == "生活桥 罗×"
    assert came(empty, tmp_path, "第三周", "新光路街道桂花社区") == "新光路街道桂花社区", "another unit"


def test_a_correction_replaces_and_an_undo_forgets(empty: Ledger, tmp_path: Path) -> None:
    came(empty, tmp_path, "第一周", "新光路街道生活桥社区", said="生活桥 罗×")
    came(empty, tmp_path, "第二周", "新光路街道生活桥社区", said="生活桥 陈×")
    assert came(empty, tmp_path, "第三周", "新光路街道生活桥社区") == "生活桥 陈×"
    empty.undo(2)
    assert came(empty, tmp_path, "第四周", "新光路街道生活桥社区") == "生活桥 罗×"


def test_sheets_without_a_unit_are_asked_about_once_two_people_send_them(empty: Ledger, tmp_path: Path) -> None:
    came(empty, tmp_path, "第一周", "", said="罗×")
    assert came(empty, tmp_path, "第二周", "") == "罗×"
    came(empty, tmp_path, "第三周", "", said="陈×")
    assert came(empty, tmp_path, "第四周", "") == ""
