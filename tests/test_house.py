"""The rules of the house that no tool checks for us: sizes, first lines, what may be named where."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
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

QT_MODULES = ("PySide6", "shiboken6")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

# An absolute path of somebody's machine; the look-behind lets relative paths and addresses pass.
MACHINE_PATH = re.compile(r"(?<![\w.~>}])/(?:work|tmp|home|root|Users)/\w|[A-Z]:\\+Users\\", re.ASCII)
UNFINISHED = re.compile(r"#.*\b(?:TO" r"DO|FIX" r"ME)\b|\braise NotImplemented" r"Error\b")
SKIPPING = re.compile(r"\b(?:skip|skipif|xfail)\b")
SKIPPED = re.compile(r"\bmark\.(?:skip|skipif|xfail)\b")


def files_in(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in sorted((ROOT / folder).rglob("*")) if path.is_file())


def code_in(*folders: str) -> list[Path]:
    return [path for path in files_in(*folders) if path.suffix == ".py"]


def texts() -> list[Path]:
    top = [path for path in ROOT.iterdir() if path.is_file()]
    return [path for path in [*top, *files_in(".ci", *CODE_FOLDERS)] if path.suffix in TEXT_TYPES or path.name == "run"]


def keep(paths: Iterable[Path], broken: Callable[[Path, str], Iterable[object]]) -> None:
    """Fail with one line for each thing that is wrong in one of these files."""
    found = [(path, wrong) for path in paths for wrong in broken(path, path.read_text("utf-8"))]
    assert not found, "\n".join(f"{path.relative_to(ROOT).as_posix()}: {wrong}" for path, wrong in found)


CODE = [*code_in(*CODE_FOLDERS), ROOT / "dev.py"]


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """The statements in a module or in another statement, however deep; expressions are not looked into."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield child
            yield from statements(child)


def test_modules_begin_with_one_sentence_and_nothing_is_too_long() -> None:
    keep(CODE, misshapen)


def misshapen(path: Path, text: str) -> Iterator[str]:
    tree = ast.parse(text, str(path))
    first, *rest = (ast.get_docstring(tree) or "").splitlines() or [""]
    if not first.endswith((".", "。")):
        yield "begins without a sentence that ends on its first line"
    if rest and rest[0]:
        yield "no blank line follows the first sentence"
    if (length := len(text.splitlines())) > FILE_LINES:
        yield f"{length} lines"
    for node in statements(tree):
        if isinstance(node, FUNCTIONS) and lines_of(node) > FUNCTION_LINES:
            yield f"function {node.name}: {lines_of(node)} lines"
        if isinstance(node, ast.ClassDef) and lines_of(node) > CLASS_LINES:
            yield f"class {node.name}: {lines_of(node)} lines"


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_nothing_is_left_unfinished() -> None:
    keep(CODE, lambda _, text: UNFINISHED.findall(text))


def test_no_test_is_marked_to_be_skipped() -> None:
    keep(code_in("tests"), skipping)


def skipping(path: Path, text: str) -> Iterator[str]:
    if SKIPPING.search(text):
        marks = (ast.unparse(node) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute))
        yield from (mark for mark in marks if SKIPPED.search(mark))


def test_qt_is_imported_only_by_the_ui() -> None:
    keep(code_in(*NO_QT_FOLDERS), qt_modules)


def qt_modules(path: Path, text: str) -> Iterator[str]:
    for node in statements(ast.parse(text)) if any(name in text for name in QT_MODULES) else ():
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name.split(".")[0] in QT_MODULES)


def test_no_path_of_a_machine_is_written_down() -> None:
    keep(texts(), lambda _, text: MACHINE_PATH.findall(text))


def test_resources_are_valid_toml() -> None:
    keep((path for path in files_in("resources") if path.suffix == ".toml"), not_toml)


def not_toml(path: Path, text: str) -> Iterator[str]:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        yield str(error)


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
