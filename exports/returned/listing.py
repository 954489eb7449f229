"""The sheet 退回说明 at the end of a returned workbook: every cell that is wrong, with the way to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from exports.returned.styles import StyleSheet
from exports.sheet_text import legible, stored
from exports.supplement import OFFICE, Supplement
from minqing.forms.files.grid import column_name
from minqing.forms.files.package import Package
from minqing.forms.files.package_lists import without_sheet_titles
from minqing.forms.files.xml_splice import appended, escaped, quoted, scan, spliced

LISTING: Final = "退回说明"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORKSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_HEAD: Final = ("位置", "这一行", "哪里不对，怎么改")
_WIDTHS: Final = (22, 30, 100)
_HEAD_COLOUR: Final = "FFE8EEF7"


@dataclass(frozen=True, slots=True)
class Listed:
    """One thing that is wrong: sheet and cell (or the row's first one), what people call the row, and the sentence."""

    sheet: str
    cell: str
    row: str
    sentence: str


def add_listing(package: Package, supplement: Supplement, styles: StyleSheet, lines: Sequence[Listed]) -> None:
    """Add the sheet behind the sender's own sheets."""
    workbook = package.workbook
    content = supplement.text(workbook)
    sheets = scan(content).child("sheets")
    if sheets is None or not sheets.children:
        return
    taken = {one.attributes.get("name", "") for one in sheets.children}
    name, number = LISTING, 1
    while name in taken:
        number += 1
        name = f"{LISTING}{number}"
    part = supplement.free_name("xl/worksheets/sheet{}.xml")
    body = _sheet(lines, styles.filled("0", _HEAD_COLOUR)).encode()
    link = supplement.add(part, body, kind="worksheet", to=workbook, content_type=_WORKSHEET)
    own_id = max(int(one.attributes.get("sheetId", "0")) for one in sheets.children) + 1
    element = (
        f'<{sheets.prefix}sheet xmlns:r="{OFFICE}" name="{quoted(name).decode()}" sheetId="{own_id}" r:id="{link}"/>'
    )
    supplement.put(workbook, spliced(content, [appended(content, sheets, element.encode())]))
    for properties, told in without_sheet_titles(package).items():
        supplement.put(properties, told)


def _sheet(lines: Sequence[Listed], head_style: str) -> str:
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_WIDTHS, 1)
    )
    rows = [_row(1, _HEAD, style=head_style)]
    rows += [
        _row(number, (f"{one.sheet}!{one.cell}", one.row, one.sentence), style="0")
        for number, one in enumerate(lines, 2)
    ]
    links = "".join(
        f'<hyperlink ref="A{number}" location="{quoted(_location(one)).decode()}"/>'
        for number, one in enumerate(lines, 2)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{_MAIN}">'
        f'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>{columns}</cols><sheetData>{"".join(rows)}</sheetData>'
        f'<hyperlinks>{links}</hyperlinks><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "</worksheet>"
    )


def _row(number: int, texts: Sequence[str], *, style: str) -> str:
    cells = "".join(
        f'<c r="{column_name(index)}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
        f"{escaped(stored(legible(text))).decode()}</t></is></c>"
        for index, text in enumerate(texts, 1)
    )
    return f'<row r="{number}">{cells}</row>'


def _location(one: Listed) -> str:
    return f"'{one.sheet.replace(chr(39), chr(39) * 2)}'!{one.cell}"
