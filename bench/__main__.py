"""Runs the cases one after another, each in a process of its own, and prints their results.

``python -m bench [NAME…] [--quick] [--json FILE] [--list]``; without a NAME all but the long ones (laws). Exit status
0 when every goal is met, 1 when one is missed, 2 when a case did not run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bench import cases
from bench.measure import Result, Scale, machine

LONG = frozenset(("laws",))
"""Cases that take half an hour: run only when they are named."""


def names() -> list[str]:
    """The cases there are."""
    return sorted(module.name for module in pkgutil.iter_modules(cases.__path__))


def measure(name: str, *, scale: Scale) -> list[Result]:
    """Run one case in this process."""
    return list(importlib.import_module(f"bench.cases.{name}").measure(scale))


def measure_apart(name: str, *, quick: bool) -> list[Result] | None:
    """Run one case in a fresh process, so that nothing is warm from another; None when it failed."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        command = [
            sys.executable,
            "-m",
            "bench",
            "--only",
            name,
            "--json",
            str(answer),
            *(["--quick"] if quick else []),
        ]
        if subprocess.run(command, check=False).returncode != 0:
            return None
        return [Result(**result) for result in json.loads(answer.read_text("utf-8"))["results"]]


def write_json(path: Path, results: Sequence[Result]) -> None:
    """Keep results with the machine's name."""
    found = {"machine": machine(), "results": [asdict(result) for result in results]}
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")


def run_all(chosen: Sequence[str], *, quick: bool) -> tuple[list[Result], list[str]]:
    """Run the chosen cases; give their results and the names of those that failed."""
    results: list[Result] = []
    failed: list[str] = []
    for name in chosen:
        print(f"── {name}", flush=True)
        found = measure_apart(name, quick=quick)
        if found is None:
            failed.append(name)
            continue
        results += found
        for result in found:
            print(result.line(), flush=True)
    return results, failed


def main(arguments: Sequence[str]) -> int:
    """Carry out the command line; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="与底线并排测速")
    parser.add_argument("names", nargs="*", metavar="NAME", help="要测的项目，不写为全部")
    parser.add_argument("--quick", action="store_true", help="只用十分之一的数据，看能不能跑通")
    parser.add_argument("--json", type=Path, metavar="FILE", help="结果另存为 JSON")
    parser.add_argument("--list", action="store_true", help="列出项目")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.only:
        write_json(options.json, measure(options.only, scale=Scale(quick=options.quick)))
        return 0
    if options.list:
        print("\n".join(names()))
        return 0
    if unknown := set(options.names) - set(names()):
        parser.error(f"没有这些项目：{'、'.join(sorted(unknown))}；可选：{'、'.join(names())}")
    print(machine(), flush=True)
    results, failed = run_all(options.names or [name for name in names() if name not in LONG], quick=options.quick)
    if options.json:
        write_json(options.json, results)
    missed = [result.title for result in results if not result.met]
    print(f"达到目标 {len(results) - len(missed)} 项，未达到 {len(missed)} 项，没有跑成 {len(failed)} 项")
    return 2 if failed else int(bool(missed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
