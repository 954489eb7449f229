"""The cells of a page about one household (一户一档) that its fields go into, as the page's reader finds them."""

from __future__ import annotations

from collections.abc import Callable

from minqing.forms.files.grid import Grid, cell_text, column_number
from minqing.forms.naming.columns import name_columns
from minqing.forms.naming.topics import topic_of
from minqing.forms.tables.header import Header
from minqing.forms.tables.labels import normalise_label
from minqing.forms.tables.pages import members_pages

_PROFILE = frozenset({"street", "community"})
"""What the profile tells as well, and every list has over its table."""
_FEW = 2
_COUNTED = {"household.population": "population"}
"""Fields that a page tells by the members it lists, whatever the book has noted."""
_HAMLETS = ("湾组", "村组", "自然村", "湾", "组")


def page_fields(grid: Grid, header: Header, vocabulary: Callable[[str], float]) -> tuple[tuple[str, str, str], ...]:
    """Label (normalised), name (``household.family_type``) and cell (``B15``) of what stands around a member table.

    Empty for a sheet that is a list. A field is given once; labels that no field knows are left out.
    """
    pages = members_pages(grid, header, vocabulary)
    topic = topic_of("resident")
    if not pages or topic is None:
        return ()
    page = pages[0]
    named = name_columns(page.header.labels, topic.skeleton, first_column=page.grid.first_column)
    found: dict[str, tuple[str, str, str]] = {}
    for one in named:
        if (
            one.index not in page.fixed
            or one.column is None
            or one.column.slot == "resident"
            or one.column.attribute in _PROFILE
        ):
            continue
        letter, row = page.fixed[one.index]
        field = f"{one.column.slot}.{one.column.attribute}"
        field = _COUNTED.get(field, field)
        found.setdefault(field, (normalise_label(one.header), field, f"{letter}{row}"))
        if one.column.attribute == "estate":
            found |= {f"{field} {word}": (word, field, f"{letter}{row}") for word in _HAMLETS}
    return tuple(found.values()) if len(found) >= _FEW else ()


def grid_text(grid: Grid, cell: str) -> str:
    """The label text in a cell (``B15``) that holds labels and values both, "" for a cell of its own."""
    letters = cell.rstrip("0123456789")
    row, column = int(cell[len(letters) :]) - grid.first_row, column_number(letters) - grid.first_column
    inside = 0 <= row < len(grid.rows) and 0 <= column < grid.width
    text = cell_text(grid.rows[row][column]) if inside else ""
    return text if ":" in text or "：" in text else ""
