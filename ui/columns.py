"""Which columns of a table a person wants to see, remembered on this computer."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from ui.preferences import load_preferences, save_preferences


def chosen_columns(table: str, *, offered: Sequence[str], usual: Sequence[str], always: Sequence[str]) -> list[str]:
    """The keys of the columns to show, in order; those that stand ``always`` come first.

    What was remembered and is no longer offered is left out; without a choice it is the ``usual`` ones.
    """
    wanted = load_preferences().columns.get(table, ())
    known = [key for key in dict.fromkeys(wanted) if key in offered and key not in always]
    return [*always, *known] if wanted else list(usual)


def remember_columns(table: str, keys: Sequence[str]) -> None:
    """Keep the choice; an empty one means the usual columns. A computer that keeps nothing is no reason to stop."""
    stored = load_preferences()
    others = {name: columns for name, columns in stored.columns.items() if name != table}
    with suppress(OSError):
        save_preferences(stored.with_values(columns=others | ({table: tuple(keys)} if keys else {})))
