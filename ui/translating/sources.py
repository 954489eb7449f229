"""Every Chinese text of the program that can reach the screen, found in its source files and code lists."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile(r"[\u3400-\u9fff]")
_NAMED = re.compile(r"\{[^{}]*\}")
_DATE = re.compile("\0年\0月\0日|\0年第\0周|\0年\0月|\0月\0日|(?:周|星期)\0")
_JOINING = " \t\n　，、；：·→"
_IN_BRACKETS = re.compile(r"（([^（）]*)）")
_REGEX = re.compile(r"\(\?|\\[dswb]|\.\*|\]\+|\[\^")
_BESIDE_THE_SCREEN = (
    "ui/cli", "ui/shots", "ui/walk", "ui/story", "ui/camera", "ui/translat", "minqing/actions/sample",
    "minqing/ledger/migrations", "minqing/ledger/tables", "minqing/ledger/codecs", "minqing/ledger/search_index",
    "minqing/forms/templates", "minqing/forms/files/xls", "minqing/work/segment", "minqing/records/spelling",
    "minqing/ledger/pinyin",
)  # fmt: skip
_FOLDERS = ("ui", "minqing/errors", "minqing/work", "minqing/exchange", "minqing/actions", "minqing/ledger",
            "minqing/forms", "minqing/records")  # fmt: skip
_ALSO = ("exports/summary.py", "exports/stats_head.py", "exports/rejects.py", "exports/listing.py")
_WORDS_OF_SHEETS = ("minqing/forms/learning", "minqing/forms/tables", "minqing/forms/naming", "minqing/work/proposing",
                    "minqing/records/address")  # fmt: skip
"""Modules whose lists at the top are for recognising what others wrote; only their sentences are shown."""
_TAKE_APART = frozenset(
    {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition", "split", "rsplit", "strip",
     "lstrip", "rstrip", "translate", "maketrans", "count", "find", "index", "replace", "compile", "fullmatch",
     "match", "sub", "search", "findall", "frozenset", "toml", "split_words"}
)  # fmt: skip
_SAID = "noun"
_RECOGNISED = frozenset({"aliases", "keywords", "pattern"})


def program_texts() -> list[str]:
    """Every text, in the order of subjects; f-strings with ``%1``, ``%2`` where values go."""
    found: dict[str, None] = {}
    for path in _modules():
        found.update(dict.fromkeys(_texts_of(path)))
    found.update(dict.fromkeys(_code_lists()))
    found.update(dict.fromkeys(_forms()))
    return list(found)


def _modules() -> Iterator[Path]:
    for folder in _FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if not path.relative_to(ROOT).as_posix().startswith(_BESIDE_THE_SCREEN):
                yield path
    yield from (ROOT / name for name in _ALSO)


def _texts_of(path: Path) -> Iterator[str]:
    visitor = _Visitor(only_inside=path.relative_to(ROOT).as_posix().startswith(_WORDS_OF_SHEETS))
    visitor.visit(ast.parse(path.read_text("utf-8")))
    for text in visitor.found:
        if HAN.search(text) and not _REGEX.search(text):
            yield text


class _Visitor(ast.NodeVisitor):
    """Collects texts and leaves out what only takes other texts apart; ``only_inside``: of functions."""

    def __init__(self, *, only_inside: bool) -> None:
        self.found: list[str] = []
        self._only_inside = only_inside
        self._depth = 0

    def _function(self, node: ast.FunctionDef | ast.Lambda) -> None:
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._function(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for part in (node.left, *node.comparators):
            if not isinstance(part, ast.Constant | ast.Tuple | ast.Set | ast.List):
                self.visit(part)

    def visit_Set(self, node: ast.Set) -> None:
        """Sets are asked whether something is in them."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)
        if not isinstance(node.slice, ast.Constant) and "Literal" not in ast.dump(node.value):
            self.visit(node.slice)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        self.visit(node.func)
        first = 1 if name == "get" else 0
        for argument in node.args[first:]:
            if name not in _TAKE_APART or not isinstance(argument, ast.Constant | ast.Set | ast.Tuple):
                self.visit(argument)
        for keyword in node.keywords:
            if keyword.arg == _SAID and isinstance(keyword.value, ast.Constant):
                self.found.append(str(keyword.value.value))
            elif keyword.arg not in _RECOGNISED:
                self.visit(keyword.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        pieces: list[str | None] = []
        for part in node.values:
            if isinstance(part, ast.Constant):
                pieces.append(str(part.value))
            else:
                pieces.append(None)
                self.generic_visit(part)
        self._keep(_numbered(pieces))

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            pieces: list[str | None] = []
            for number, piece in enumerate(_NAMED.split(node.value)):
                pieces += [None, piece] if number else [piece]
            self._keep(_numbered(pieces))

    def _keep(self, text: str) -> None:
        if self._depth or not self._only_inside:
            self.found.append(text)


def _numbered(pieces: Sequence[str | None]) -> str:
    """The text with ``%1``, ``%2`` in place of values; a date, or values side by side, count as one."""
    made = re.sub("\0+", "\0", _DATE.sub("\0", "".join("\0" if piece is None else piece for piece in pieces)))
    first, *rest = made.split("\0")
    return core(first + "".join(f"%{number}{piece}" for number, piece in enumerate(rest, 1)))


def core(text: str) -> str:
    """``text`` without the marks that join it to other texts: texts are taken apart there before they are looked up."""
    text = text.strip(_JOINING)
    while (found := _IN_BRACKETS.fullmatch(text)) is not None:
        text = found[1].strip(_JOINING)
    return text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _code_lists() -> Iterator[str]:
    """The words to choose from, not their other spellings."""
    for path in sorted((ROOT / "resources" / "codes").glob("*.toml")):
        for key, value in tomllib.loads(path.read_text("utf-8")).items():
            if key in {"label", "values", "groups"}:
                yield from (text for text in _strings(value) if HAN.search(text))
            elif isinstance(value, list):
                for one in value:
                    shown = {name: part for name, part in one.items() if name in {"name", "label", "second"}}
                    yield from (text for text in _strings(shown) if HAN.search(text))


def _forms() -> Iterator[str]:
    """Names and column labels of the forms that come with the program."""
    for path in sorted((ROOT / "resources" / "forms").glob("*.toml")):
        form = tomllib.loads(path.read_text("utf-8"))
        yield form["name"]
        yield from (column["label"] for column in form["columns"])
