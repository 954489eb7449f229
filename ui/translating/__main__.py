"""``python -m ui.translating [TSV …]``: gather the program's texts, take in translations, compile.

Each line of a TSV is a text and its English, with ``\\t`` and ``\\n`` written out.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ui.translating.sources import program_texts
from ui.translating.ts_file import TS, compile_ts, read_ts, write_ts
from ui.translation import escaped, unescaped


def _taken_in(paths: Sequence[str]) -> dict[str, str]:
    found = {}
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            source, _, english = line.partition("\t")
            if english.strip():
                found[unescaped(source)] = unescaped(english)
    return found


def main(arguments: Sequence[str]) -> int:
    """Bring the .ts and the .qm up to date; names what has no translation yet. Gives the exit status."""
    sources = program_texts()
    english = read_ts() | _taken_in(arguments)
    write_ts(sources, english)
    compile_ts(sources)
    lacking = [source for source in sources if source not in english]
    for source in lacking:
        print(escaped(source))
    print(f"{TS.name}: {len(sources):,} 句，缺 {len(lacking):,} 句英文", file=sys.stderr)
    return 1 if lacking else 0


raise SystemExit(main(sys.argv[1:]))
