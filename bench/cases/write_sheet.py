"""Writing a sheet with everything an office expects, beside openpyxl's bare write-only mode with the same texts."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from bench import data, floors
from bench.measure import Result, Scale, by_turns
from exports.workbook import write_workbook
from minqing.forms.form import ID_HEADER, Form, FormRow, Header
from minqing.forms.library import form_named
from minqing.forms.marker import Marker
from minqing.records.household import Household
from minqing.records.resident import Resident

ROWS = 100_000
COLUMNS = 20
HEADER = Header("新光路街道", "生活桥社区", "生活桥小区", "助理甲", "13800000000", "2026年第47周", date(2026, 11, 20))


def form() -> Form:
    """The residents' form, cut to twenty columns with the record number."""
    whole = form_named("居民信息表")
    return replace(whole, columns=whole.columns[: COLUMNS - 1])


def people(count: int) -> list[FormRow]:
    """Residents in their households, three to a door."""
    chance = random.Random(47)
    rows: list[FormRow] = []
    for number in range(count):
        _, building, unit, room = data.door(number)
        name, sex, born, identity, phone, ethnic, relation, education, status = data.person(chance, number)
        household = Household(
            id=f"H-7K3QX2-{number // 3:06}C",
            estate="生活桥小区",
            building=building.rstrip("栋"),
            unit=unit.rstrip("单元"),
            room=room,
            grid=f"第{number // 900 + 1}网格",
            residence_status=status,
            house_type="自住",
        )
        resident = Resident(
            id=f"R-7K3QX2-{number:06}C",
            name=name,
            sex=sex,
            birth=born,
            id_number=identity,
            phones=(phone,),
            ethnic=ethnic,
            relation=relation,
            education=education,
            work=f"新光路{number % 700}号",
            register_address=f"新光路街道生活桥社区{number % 1200 + 1}号",
        )
        rows.append({"household": household, "resident": resident})
    return rows


def measure(scale: Scale) -> Iterator[Result]:
    """Time a whole document, title to drop-downs, against the same texts without any style."""
    layout = form()
    rows = people(scale.of(ROWS))
    headers = [*(column.label for column in layout.columns), ID_HEADER]
    bare = [
        [str(number), *(column.show(row) for column in layout.columns if column.slot), layout.row_key(row)]
        for number, row in enumerate(rows, 1)
    ]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        ours, floor = by_turns(
            lambda: (target / "ours.xlsx").write_bytes(
                write_workbook(layout, rows, header=HEADER, marker=Marker(book="7K3QX2"))
            ),
            lambda: floors.write_sheet(target / "floor.xlsx", headers, bare),
            rounds=1,
        )
    yield Result(
        title=f"写出表格 {len(rows):,} 行 × {len(headers)} 列",
        ours=ours,
        floor=floor,
        unit="s",
        goal=1.0,
        floor_name="openpyxl 只写模式",
    )
