"""The rules of the house that no tool checks for us: sizes, first lines, what may be named where."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
CODE_FOLDERS = ("minqing", "exports", "ui", "resources", "bench", "tests")
NO_QT_FOLDERS = ("minqing", "exports", "resources")
TEXT_TYPES = {".py", ".toml", ".md", ".typ", ".qss", ".svg", ".lock", ".txt", ".csv", ".json"}

FILE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 50

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# An absolute path of somebody's machine; the look-behind lets relative paths and addresses pass.
MACHINE_PATH = re.compile(r"(?<![\w.~>}])/(?:work|tmp|home|root|Users)/\w|[A-Z]:\\+Users\\", re.ASCII)
UNFINISHED = re.compile(r"#.*\b(?:TO" r"DO|FIX" r"ME)\b|\braise NotImplemented" r"Error\b")
SKIPPED = re.compile(r"\bmark\.(?:skip|skipif|xfail)\b")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def each(paths: Iterable[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", sorted(paths), ids=named)


def files_in(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file())


def code_in(*folders: str) -> list[Path]:
    return [path for path in files_in(*folders) if path.suffix == ".py"]


def texts() -> list[Path]:
    top = [path for path in ROOT.iterdir() if path.is_file()]
    return [path for path in [*top, *files_in(".ci", *CODE_FOLDERS)] if path.suffix in TEXT_TYPES or path.name == "run"]


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


CODE = [*code_in(*CODE_FOLDERS), ROOT / "dev.py"]


@each(CODE)
def test_nothing_is_too_long(path: Path) -> None:
    found = []
    length = len(path.read_text("utf-8").splitlines())
    if length > FILE_LINES:
        found.append(f"file: {length} lines")
    for node in ast.walk(parsed(path)):
        if isinstance(node, FUNCTIONS) and lines_of(node) > FUNCTION_LINES:
            found.append(f"function {node.name}: {lines_of(node)} lines")
        if isinstance(node, ast.ClassDef) and lines_of(node) > CLASS_LINES:
            found.append(f"class {node.name}: {lines_of(node)} lines")
    assert not found


@each(CODE)
def test_module_begins_with_one_sentence(path: Path) -> None:
    first, *rest = (ast.get_docstring(parsed(path)) or "").splitlines() or [""]
    assert first.endswith((".", "。"))
    assert not rest or not rest[0], "the sentence ends on its first line; a blank line follows"


@each(CODE)
def test_nothing_is_left_unfinished(path: Path) -> None:
    assert not UNFINISHED.findall(path.read_text("utf-8"))


@each(code_in("tests"))
def test_no_test_is_marked_to_be_skipped(path: Path) -> None:
    marks = [ast.unparse(node) for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)]
    assert not [mark for mark in marks if SKIPPED.search(mark)]


@each(code_in(*NO_QT_FOLDERS))
def test_qt_is_imported_only_by_the_ui(path: Path) -> None:
    modules: list[str] = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            modules += [alias.name for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            modules.append(node.module or "")
    assert not [module for module in modules if module.split(".")[0] in {"PySide6", "shiboken6"}]


@each(texts())
def test_no_path_of_a_machine_is_written_down(path: Path) -> None:
    assert not MACHINE_PATH.findall(path.read_text("utf-8"))


@each(path for path in files_in("resources") if path.suffix == ".toml")
def test_resource_is_valid_toml(path: Path) -> None:
    tomllib.loads(path.read_text("utf-8"))


# ---------------------------------------------------------------------------------------------- the lock


def declared() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [Requirement(line) for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]


def locked() -> dict[str, tuple[str, int]]:
    """Version and number of hashes of every library in the lock."""
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    matches = [re.match(r"(\S+)==(\S+)", line) for line in lines]
    assert all(matches), "a line of the lock pins nothing"
    found = zip(matches, lines, strict=True)
    return {canonicalize_name(match[1]): (match[2], line.count("--hash=sha256:")) for match, line in found if match}


@pytest.mark.parametrize("requirement", declared(), ids=lambda requirement: requirement.name)
def test_lock_satisfies_the_project(requirement: Requirement) -> None:
    version, _ = locked()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


def test_every_library_in_the_lock_has_hashes() -> None:
    assert not [name for name, (_, hashes) in locked().items() if not hashes]


def test_lock_names_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("ascii")
    assert ":" + "//" not in text
    assert not re.findall(r"^\s*-", text.replace("    --hash", ""), re.MULTILINE)
