"""The floors: the least work that gives the same result, done straight with the libraries."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, application.quit)
application.exec()
"""


def write_sheet(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """openpyxl's write-only mode, no style at all."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("表")
    sheet.append(list(headers))
    for row in rows:
        sheet.append(list(row))
    book.save(path)


def read_sheet(path: Path, name: str = "") -> list[list[object]]:
    """calamine's rows of the sheet ``name`` (the first one by default), unchecked."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(str(path)) as book:
        sheet = book.get_sheet_by_name(name) if name else book.get_sheet_by_index(0)
        return [list(row) for row in sheet.to_python()]


def store_rows(path: Path, rows: Sequence[Sequence[object]]) -> None:
    """One sqlite table without index, one ``executemany``, one commit."""
    width = len(rows[0])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE sheet ({', '.join(f'c{number}' for number in range(width))})")
        connection.executemany(f"INSERT INTO sheet VALUES ({', '.join('?' * width)})", rows)


def take_in(sheet: Path, database: Path, name: str = "") -> None:
    """Read a sheet and store its rows as text, replacing ``database``."""
    database.unlink(missing_ok=True)
    store_rows(database, [[str(cell) for cell in row] for row in read_sheet(sheet, name)])


def typeset(pages: Iterable[Sequence[str]]) -> bytes:
    """The lines of each page as a plain Typst document, as PDF."""
    import typst

    body = "\n#pagebreak()\n".join("\\\n".join(f"#{quoted(line)}" for line in lines) for lines in pages)
    return typst.compile(f'#set text(font: "Noto Sans CJK SC")\n{body}\n'.encode())


def quoted(text: str) -> str:
    """``text`` as a Typst string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def show_bare_window() -> None:
    """Start a process that shows an empty main window, and wait until it has.

    Raises:
        subprocess.CalledProcessError: the window could not be shown.
    """
    subprocess.run([sys.executable, "-c", BARE_WINDOW], check=True)
