"""Reading files as somebody said another time, before it was written or called off; and keeping what is said now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from minqing.errors import SheetError, UnsureForm
from minqing.ledger import Ledger
from ui.pages.exchange_batch import Stack, read_stack


@dataclass(frozen=True)
class Recalled:
    """What was read, by what ``choices`` (layout to name) and under which name these are kept.

    ``read_as`` are the names that go on from another time.
    """

    stack: Stack
    choices: Mapping[str, str]
    name: str
    read_as: tuple[str, ...] = ()


def read_recalled(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    password: str | None,
    choices: Mapping[str, str],
    afresh: bool,
    report: Callable[[int, int], None],
) -> Recalled:
    """Read files by ``choices``, and where these say nothing as was said another time, unless ``afresh``.

    What was said then and does not go any more is forgotten. Raises what ``read_stack`` raises.
    """
    from minqing.exchange.drafts import files_name, find_choices, keep_choices

    name = files_name(paths)
    before = {} if afresh else find_choices(ledger, name)
    said = {**before, **choices}
    try:
        stack = read_stack(ledger, paths, password=password, choices=said, report=report)
    except UnsureForm:
        raise
    except SheetError:
        if not before or choices:
            raise
        stack, said = read_stack(ledger, paths, password=password, report=report), {}
    if said != before or afresh:
        keep_choices(ledger, name, said)
    return Recalled(stack, said, name, tuple(dict.fromkeys(before.values())) if said == before else ())
