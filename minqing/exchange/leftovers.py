"""What an import left for later: how many rows of which sheet, and where the file was, so that it is taken up again."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from minqing.exchange.plan import Plan
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger, Paper, Transaction

_KIND = "leftover"


@dataclass(frozen=True, slots=True)
class Leftover:
    """Rows of one sheet that were put aside, doubtful or undecided when the rest of it was written."""

    rows: int
    path: Path


def digest_of(reading: SheetReading) -> str:
    """What a sheet goes by: its rows, whatever the file is called and who saved it."""
    digest = hashlib.sha256(b"[")
    for number, row in enumerate(reading.rows):
        digest.update(f"{', ' if number else ''}{row.cells!r}".encode())
    digest.update(b"]")
    return digest.hexdigest()


def leftovers(ledger: Ledger) -> Mapping[str, Leftover]:
    """By the digest of the sheet, as exchanges have it."""
    found = {paper.name: json.loads(paper.text) for paper in ledger.papers(_KIND)}
    return {name: Leftover(said["rows"], Path(said["path"])) for name, said in found.items()}


def keep_leftovers(tx: Transaction, plan: Plan, digests: Sequence[str]) -> None:
    """Note, in the change of an import, what of each of its sheets waits; nothing waits any more is noted as well."""
    waiting = Counter(row.sheet for row in plan.rows if row.left)
    for number, (reading, digest) in enumerate(zip(plan.readings, digests, strict=True)):
        if waiting[number]:
            said = {"rows": waiting[number], "path": str(reading.path.absolute())}
            tx.keep(Paper(_KIND, digest, json.dumps(said, ensure_ascii=False)))
        else:
            tx.drop(_KIND, digest)
