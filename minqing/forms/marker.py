"""What the hidden sheet of a workbook that we wrote says about its visible sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minqing.forms.files.grid import Cell, cell_text

MARKER_SHEET = "_民情账本"

_TITLE = "民情账本"
_VERSION = "1"
_KEYS = {"工作表": "sheet", "账本": "book", "对方": "partner", "表样": "form", "时段": "period", "改动": "version"}
_MORE = {
    "署名": "owner",
    "街道": "street",
    "社区": "community",
    "称呼": "called",
    "对方账本": "theirs",
    "已收到": "taken",
}
"""What older programs do not write; left out where it is blank."""
_JOINED = "合并"
_WRITTEN = "原样"
_LONGEST = 32_000
_PAIR = 3


@dataclass(frozen=True, slots=True)
class Marker:
    """Where a sheet comes from: ``book`` is the code of the book that wrote it, ``partner`` whom it was written for.

    ``columns`` are the headers as written, 序号 and 记录编号 included; ``period`` is its text (``2026年第47周``);
    ``version`` is the number of the book's last change before it was written. ``owner``, ``street`` and ``community``
    are the profile of the book. ``called`` is what the partner calls this book, ``theirs`` the code of the partner's
    and ``taken`` its states (``5 12 40``) of which sheets of this form were taken in. ``joined`` are ids, each with the
    one by which it goes on this sheet: records that were entered twice. ``written`` are fingerprints of the rows as
    they were written.
    """

    book: str = ""
    partner: str = ""
    form: str = ""
    period: str = ""
    columns: tuple[str, ...] = ()
    sheet: str = ""
    version: str = ""
    owner: str = ""
    street: str = ""
    community: str = ""
    called: str = ""
    theirs: str = ""
    taken: str = ""
    joined: tuple[tuple[str, str], ...] = ()
    written: str = ""

    @property
    def states_taken(self) -> tuple[int, ...]:
        """The states of the partner's book of which sheets were taken in."""
        return tuple(int(text) for text in self.taken.split() if text.isdecimal())

    def rows(self) -> list[list[str]]:
        """The rows of the hidden sheet for this visible sheet; see :func:`marker_rows` for several."""
        pairs = [[key, getattr(self, name)] for key, name in _KEYS.items()]
        pairs += [[key, text] for key, name in _MORE.items() if (text := getattr(self, name))]
        pairs += [[_JOINED, *pair] for pair in self.joined]
        if self.written:
            parts = range(0, len(self.written), _LONGEST)
            pairs.append([_WRITTEN, *(self.written[at : at + _LONGEST] for at in parts)])
        return [*pairs, ["栏目", *self.columns]]

    def describes(self, headers: Iterable[str]) -> bool:
        """Whether these headers are still the ones that were written: same columns, in any order."""
        return sorted(_bare(column) for column in self.columns) == sorted(_bare(header) for header in headers)


def _bare(header: str) -> str:
    return "".join(header.split())


def marker_rows(markers: Iterable[Marker]) -> list[list[str]]:
    """The whole hidden sheet: a line that names it, then each marker's rows."""
    return [[_TITLE, _VERSION], *(row for marker in markers for row in marker.rows())]


def read_markers(rows: Sequence[Sequence[Cell]]) -> tuple[Marker, ...]:
    """The markers in the rows of a hidden sheet; none when it is not one of ours or of a later version."""
    texts = [[cell_text(cell).strip() for cell in row] for row in rows]
    if not texts or texts[0][:2] != [_TITLE, _VERSION]:
        return ()
    found: list[Marker] = []
    known: dict[str, str] = {}
    joined: list[tuple[str, str]] = []
    written = ""
    for row in texts[1:]:
        name = (_KEYS | _MORE).get(row[0] if row else "")
        if name:
            known[name] = row[1] if len(row) > 1 else ""
        elif row[:1] == [_JOINED] and len(row) >= _PAIR:
            joined.append((row[1], row[2]))
        elif row[:1] == [_WRITTEN]:
            written = "".join(row[1:])
        elif row and row[0] == "栏目":
            columns = tuple(cell for cell in row[1:] if cell)
            found.append(Marker(columns=columns, joined=tuple(joined), written=written, **known))
            known, joined, written = {}, [], ""
    return tuple(found)
