"""诉求清单 on paper: the appeals to see to, one line each, with room to write what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from exports.sheet_text import long_date
from exports.typesetting import Format, clean, typeset
from minqing.errors import NothingToPrint
from minqing.ledger import Profile
from minqing.records.masking import mask_numbers

APPEAL_LIST = "appeal_list.typ"
TITLE = "诉求清单"
_LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class AppealRow:
    """One appeal as it is printed; ``left`` says how far ``due`` is away (``超 3 天``), ``late`` that it has passed."""

    number: str
    door: str
    name: str
    subject: str
    category: str
    state: str
    due: str
    left: str
    late: bool
    handler: str


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a list of appeals is limited to; blank is no limit. ``since`` is how long ago at most, as ``近 4 周``."""

    listing: str = ""
    state: str = ""
    since: str = ""
    category: str = ""
    handler: str = ""

    @property
    def words(self) -> str:
        """``只列办理中、近 4 周登记、类别“油烟”``; ``全部诉求`` where there is no limit."""
        named = (
            self.listing,
            self.state,
            f"{self.since}登记" if self.since else "",
            f"类别“{self.category}”" if self.category else "",
            f"责任人“{self.handler}”" if self.handler else "",
        )
        found = "、".join(filter(None, named))
        return f"只列{found}" if found else "全部诉求"


def appeal_list_pages(rows: Sequence[AppealRow], *, limits: str, profile: Profile, on: date, to: Format) -> list[bytes]:
    """Set the list, A4 across; one file for a PDF, otherwise one item per page.

    ``limits`` says in words which appeals these are. Phone and identity numbers in any text are hidden.

    Raises:
        NothingToPrint: there is no appeal.
        FontMissing: no font of this computer can write Chinese.
    """
    if not rows:
        raise NothingToPrint("没有要打印的诉求")
    late = sum(row.late for row in rows)
    head = {
        "title": TITLE,
        "place": clean(" ".join(filter(None, (profile.street, profile.community, profile.estate)))),
        "made": clean(f"{long_date(on)}　{profile.owner}"),
        "note": clean(f"{limits}，共 {len(rows)} 件" + (f"，超期 {late} 件" if late else "")),
        "late": bool(late),
    }
    return typeset(APPEAL_LIST, to, data={"head": head, "lines": [_line(row) for row in rows]})


def _line(row: AppealRow) -> dict[str, object]:
    texts = {name: _shown(text) if isinstance(text, str) else text for name, text in asdict(row).items()}
    left = f"超期{row.left.removeprefix('超')}" if row.late else row.left
    return texts | {"number": clean(row.number), "left": clean(left)}


def _shown(text: str) -> str:
    """Cut where it would no longer be a line of a list, at a place that leaves no half of a hidden number."""
    words = clean(mask_numbers(text))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}……"
