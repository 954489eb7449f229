"""A small sample book for each test, and the program run inside the test's own process."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from minqing.actions.sample import PROFILE, fill_sample
from minqing.ledger import Ledger
from ui.cli import main

PASSWORD = "守口如瓶"
TODAY = date(2026, 11, 20)
WEEK = "2026-W47"


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed sample book of 30 homes, copied for each test."""
    path = tmp_path_factory.mktemp("book") / "样本.mqb"
    with Ledger.create(path, PASSWORD, PROFILE) as ledger:
        fill_sample(ledger, households=30, seed=7, on=TODAY)
    return path


@pytest.fixture
def book(template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "账本.mqb"
    shutil.copy(template, path)
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``minqing`` with arguments of any type; the password is in the environment."""
    monkeypatch.setenv("MINQING_PASSWORD", PASSWORD)

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        status = main([str(one) for one in arguments])
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return ran


def edit(path: Path, cells: Mapping[tuple[str, str], str], *, sheet: str = "民情台账") -> Path:
    """The office edits: (text found in a row, header) to the new cell; saved beside the original."""
    workbook = openpyxl.load_workbook(path)
    rows = list(workbook[sheet].iter_rows())
    head = next(row for row in rows if any(cell.value == "序号" for cell in row))
    columns = {str(cell.value): cell.column or 0 for cell in head if cell.value}
    for (needle, header), value in cells.items():
        row = next(number for number, row in enumerate(rows, 1) if any(needle in str(one.value or "") for one in row))
        workbook[sheet].cell(row, columns[header]).value = value
    target = path.with_name(f"回传-{path.name}")
    workbook.save(target)
    return target
