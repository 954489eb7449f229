"""The table of the proof of reading: ``python -m tests.forms.made [--findings] [FOLDER OF REAL SHEETS]``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.forms.made.table import made_table, real_table


def main(arguments: list[str]) -> int:
    """Print the table over all made files, and over a folder if one is named; 1 when a wrong value was taken."""
    folders = [Path(one) for one in arguments if not one.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        lines, wrong = made_table(Path(folder), findings="--findings" in arguments)
    for real in folders:
        lines += ["", *real_table(real)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
