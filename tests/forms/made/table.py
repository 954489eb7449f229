"""The proof of reading as a table: one line for each made book, then the sums by file type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from minqing.errors import SheetError
from minqing.forms.sheet import read_file
from tests.forms.made.catalogue import made_files
from tests.forms.made.judge import Score, judge
from tests.forms.made.kinds import write

_SHEET_ENDINGS = {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"}


def made_table(folder: Path, *, findings: bool = False) -> tuple[list[str], int]:
    """The lines of the table over all made files, written into ``folder``, and how many wrong values were taken.

    With ``findings`` each book that is not perfect is followed by what is wrong with it, and in which file types.
    """
    lines = ["| 表 | 文件类型 | 难点 | 栏 | 行 | 误收 |", "|---|---|---|---|---|---|"]
    by_book: dict[str, tuple[str, list[str], list[Score]]] = {}
    by_type: dict[str, list[Score]] = defaultdict(list)
    notes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for book, kind in made_files():
        score = judge(write(book, kind, folder), book, password=kind.password)
        _, kinds, scores = by_book.setdefault(book.name, (book.quirks, [], []))
        kinds.append(kind.name)
        scores.append(score)
        by_type[kind.name].append(score)
        for finding in score.findings:
            notes[book.name][finding].append(kind.name)
    for name, (quirks, kinds, scores) in by_book.items():
        lines.append(_line(name, f"{len(kinds)} 种", quirks, scores))
        if findings:
            lines += [f"  {one} [{'、'.join(where)}]" for one, where in notes[name].items()]
    every = [score for scores in by_type.values() for score in scores]
    lines += [_line(f"共 {len(scores)} 份", kind, "", scores) for kind, scores in by_type.items()]
    lines.append(_line(f"共 {len(every)} 份", "全部", "", every))
    return lines, sum(score.wrong for score in every)


def _line(name: str, kinds: str, quirks: str, scores: list[Score]) -> str:
    columns = f"{sum(one.columns_right for one in scores)}/{sum(one.columns for one in scores)}"
    rows = f"{sum(one.rows_right for one in scores)}/{sum(one.rows for one in scores)}"
    return f"| {name} | {kinds} | {quirks} | {columns} | {rows} | {sum(one.wrong for one in scores)} |"


def real_table(folder: Path) -> list[str]:
    """One line for each sheet of each file in a folder: how many columns became a field, how many rows are data."""
    lines = ["| 文件 | 工作表 | 读作 | 认得的栏 | 数据行 |", "|---|---|---|---|---|"]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in _SHEET_ENDINGS:
            lines += _real(path)
    return lines


def _real(path: Path) -> Iterator[str]:
    try:
        found = read_file(path)
    except SheetError as error:
        yield f"| {path.name} | | {str(error).splitlines()[0]} | | |"
        return
    for one in found.readings:
        known = sum(1 for column in one.columns if column.column)
        subject = one.name or one.form.subject
        yield f"| {path.name} | {one.sheet} | {subject} | {known}/{len(one.columns)} | {len(one.rows)} |"
    for sheet, why in found.skipped:
        yield f"| {path.name} | {sheet} | 不读：{why} | | |"
