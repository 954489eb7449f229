"""A visit that was begun and not saved: kept in the book, door by door, until it is saved or given up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from minqing.ledger import Ledger
from minqing.records.household import Household

_PREFIX = "visit:"


@dataclass(frozen=True)
class CaughtAppeal:
    """One thing that was asked for during a visit; ``category`` and ``handler`` are blank until somebody sets them."""

    title: str
    category: str = ""
    handler: str = ""


@dataclass(frozen=True)
class VisitDraft:
    """What stood in the form: by field name the text, or the words chosen.

    ``home`` is the door, perhaps not entered in the book yet. ``left`` says that the book was closed in the ordinary
    way while it stood there.
    """

    home: Household
    entered: Mapping[str, str | tuple[str, ...]]
    appeals: tuple[CaughtAppeal, ...] = ()
    kept_at: datetime = field(default_factory=datetime.now)
    left: bool = False


def draft_name(home: Household) -> str:
    """Under which name the draft of a visit to this household is kept."""
    return f"{_PREFIX}{home.id or home.door}"


def keep_visit_draft(ledger: Ledger, draft: VisitDraft) -> None:
    """Keep a draft in place of the one of the same door. Raises DiskFull and other errors of writing."""
    said = {
        "home": json.loads(draft.home.model_dump_json()),
        "entered": {name: list(value) if isinstance(value, tuple) else value for name, value in draft.entered.items()},
        "appeals": [asdict(appeal) for appeal in draft.appeals],
        "kept_at": draft.kept_at.isoformat(timespec="seconds"),
        "left": draft.left,
    }
    ledger.drafts.keep(draft_name(draft.home), json.dumps(said, ensure_ascii=False))


def drop_visit_draft(ledger: Ledger, home: Household) -> None:
    """Give up the draft of this door."""
    ledger.drafts.drop(draft_name(home))


def find_visit_draft(ledger: Ledger, home: Household) -> VisitDraft | None:
    """The draft of this door; None when there is none, or it is written in another way."""
    return _draft(ledger.drafts.find(draft_name(home)))


def visit_drafts(ledger: Ledger) -> list[VisitDraft]:
    """All drafts of doors that are still in the book or were never in it, the one kept last first."""
    found = [draft for text in ledger.drafts.begun(_PREFIX).values() if (draft := _draft(text)) is not None]
    known = ledger.get_many(draft.home.id for draft in found if draft.home.id)
    return [draft for draft in found if not draft.home.id or draft.home.id in known]


def _draft(text: str) -> VisitDraft | None:
    if not text:
        return None
    try:
        said = json.loads(text)
        entered = {
            str(name): tuple(map(str, value)) if isinstance(value, list) else str(value)
            for name, value in said["entered"].items()
        }
        return VisitDraft(
            Household.model_validate(said["home"]),
            entered,
            tuple(CaughtAppeal(**appeal) for appeal in said["appeals"]),
            kept_at=datetime.fromisoformat(said["kept_at"]),
            left=bool(said["left"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
