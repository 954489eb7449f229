"""The printed household visit sheet 入户走访登记表: one or more A4 pages per household, for pen and for scanner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from exports.typesetting import clean, typeset
from minqing.errors import NothingToPrint

TEMPLATE = "visit_sheet.typ"
LEAST_MEMBER_ROWS = 6
HOUSE_TYPES = ("自住", "出租", "空置")
DEFAULT_CATEGORIES = ("垃圾分类", "停车", "飞线充电", "油烟噪声", "物业", "邻里矛盾", "其他")


@dataclass(frozen=True, kw_only=True)
class MemberLine:
    """One person of the household, already masked for paper."""

    name: str
    relation: str = ""
    sex: str = ""
    birth: str = ""
    id_number: str = ""
    phone: str = ""
    care_groups: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class VisitSheet:
    """What is printed for one household, already masked for paper; what is unknown stays empty and is left blank."""

    number: str
    street: str
    community: str
    household_id: str
    year: int
    visitors: str = ""
    head: str = ""
    phone: str = ""
    grid: str = ""
    address: str
    place_label: str
    population: str = ""
    house_type: str = ""
    rent_until: str = ""
    members: tuple[MemberLine, ...] = ()
    last_visit: str = ""
    open_appeals: tuple[str, ...] = ()
    categories: tuple[str, ...] = DEFAULT_CATEGORIES


@dataclass(frozen=True)
class _Shape:
    """What the empty form of a sheet depends on; sheets of one shape share one form."""

    year: int
    rows: int
    appeals: int
    other_type: str
    categories: tuple[str, ...]


def visit_sheets_pdf(sheets: Sequence[VisitSheet]) -> bytes:
    """Set `sheets` in their order as one PDF with embedded fonts and searchable text; pages are numbered through.

    Raises:
        NothingToPrint: there are no sheets.
        FontMissing: no font of this computer can write Chinese.
    """
    shapes, households = _input(sheets)
    [forms] = typeset(TEMPLATE, "pdf", data={"shapes": shapes, "sheets": []})
    [pdf] = typeset(TEMPLATE, "pdf", data={"shapes": shapes, "sheets": households}, forms=forms)
    return pdf


def visit_sheets_svg(sheets: Sequence[VisitSheet]) -> list[str]:
    """Set `sheets` as SVG, one text per page, the same pages as in the PDF.

    Raises:
        NothingToPrint: there are no sheets.
        FontMissing: no font of this computer can write Chinese.
    """
    shapes, households = _input(sheets)
    return [page.decode() for page in typeset(TEMPLATE, "svg", data={"shapes": shapes, "sheets": households})]


def visit_sheets_png(sheets: Sequence[VisitSheet], *, dots_per_inch: float = 96) -> list[bytes]:
    """Set `sheets` as PNG pictures, one per page, the same pages as in the PDF.

    Raises:
        NothingToPrint: there are no sheets.
        FontMissing: no font of this computer can write Chinese.
    """
    shapes, households = _input(sheets)
    return typeset(TEMPLATE, "png", data={"shapes": shapes, "sheets": households}, dots_per_inch=dots_per_inch)


def _input(sheets: Sequence[VisitSheet]) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """The shapes and the households as the template wants them."""
    if not sheets:
        raise NothingToPrint("一户也没有选")
    shapes: dict[_Shape, int] = {}
    households = []
    for sheet in sheets:
        index = shapes.setdefault(_shape_of(sheet), len(shapes))
        households.append(_plain_sheet(sheet) | {"shape": index, "qr": _qr_svg(sheet.household_id)})
    return [asdict(shape) for shape in shapes], households


def _shape_of(sheet: VisitSheet) -> _Shape:
    house_type = clean(sheet.house_type)
    return _Shape(
        year=sheet.year,
        rows=max(LEAST_MEMBER_ROWS, len(sheet.members)),
        appeals=len(sheet.open_appeals),
        other_type="" if house_type in HOUSE_TYPES else house_type,
        categories=tuple(clean(name) for name in sheet.categories),
    )


_MEMBER_PARTS = tuple(field.name for field in fields(MemberLine))
_SHEET_TEXTS = tuple(field.name for field in fields(VisitSheet) if field.type == "str")


def _plain_sheet(sheet: VisitSheet) -> dict[str, object]:
    texts: dict[str, object] = {name: clean(getattr(sheet, name)) for name in _SHEET_TEXTS}
    members = [{part: clean(getattr(member, part)) for part in _MEMBER_PARTS} for member in sheet.members]
    members += [dict.fromkeys(_MEMBER_PARTS, "")] * (LEAST_MEMBER_ROWS - len(members))
    return texts | {"members": members, "open_appeals": [clean(appeal) for appeal in sheet.open_appeals]}


_DARK = re.compile(rb"\x01+")


def _qr_svg(text: str) -> str:
    """A QR code as one path of bars.

    Trying all masks takes longer than setting the page, and readers take any: one is fixed. The size of 420 is for
    Qt, which paints a picture inside an SVG at its own size first.
    """
    import segno

    code = segno.make_qr(text or "-", error="q", mask=3, boost_error=False)
    side = len(code.matrix)
    bars = "".join(
        f"M{bar.start()} {y}h{bar.end() - bar.start()}v1H{bar.start()}z"
        for y, row in enumerate(code.matrix)
        for bar in _DARK.finditer(bytes(row))
    )
    size = f'width="420" height="420" viewBox="0 0 {side} {side}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}><path d="{bars}"/></svg>'
