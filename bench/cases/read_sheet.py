"""Reading an office's sheet up to named columns and typed cells, every cell of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench import data, floors
from bench.measure import Result, Scale, by_turns
from minqing.forms.sheet import read_sheets

_ROWS = 100_000


def read_all(path: Path) -> int:
    """Read every cell of every sheet by its form; give how many values came out."""
    count = 0
    for reading in read_sheets(path):
        read = reading.read
        for row in reading.rows:
            for position, cell in enumerate(row.cells):
                count += len(read(position, cell).values)
    return count


def measure(scale: Scale) -> Iterable[Result]:
    """Our reading of a file against calamine's, which gives plain lists."""
    rows = scale.of(_ROWS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "来表.xlsx"
        floors.write_sheet(path, data.HEADERS, data.rows(rows))
        assert read_all(path), "nothing was read"
        ours, floor = by_turns(lambda: read_all(path), lambda: floors.read_sheet(path))
    yield Result(
        title=f"读入表格 {rows:,} 行 × {len(data.HEADERS)} 列，逐格识别",
        ours=ours,
        floor=floor,
        unit="秒",
        goal=2.5,
        floor_name="calamine",
    )
